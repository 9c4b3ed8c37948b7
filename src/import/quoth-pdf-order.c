#include "quoth-pdf-page.h"

#include <math.h>
#include <string.h>

/* Brings a page's lines into the order in which they are read. A column's edge is where hardly any
 * line crosses and enough lines end on one side and begin on the other; lines that cross it (a
 * headline over two columns) part the columns above them from those below. */

#define MIN_LINES 3
#define MAX_COLUMN_DEPTH 6
#define MAX_WIDTH 4000

static QuothPdfLine *
get_line (GPtrArray *lines,
          guint      i)
{
  return g_ptr_array_index (lines, i);
}

static double
get_middle (const QuothPdfLine *line)
{
  return (line->y0 + line->y1) / 2;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const QuothPdfLine *first = *(const QuothPdfLine *const *) a;
  const QuothPdfLine *second = *(const QuothPdfLine *const *) b;
  double y = get_middle (first) - get_middle (second);

  if (y != 0)
    return y < 0 ? -1 : 1;
  return first->x0 < second->x0 ? -1 : first->x0 > second->x0;
}

static guint
to_bin (double x)
{
  return x <= 0 ? 0 : x >= MAX_WIDTH - 1 ? MAX_WIDTH - 1 : (guint) x;
}

/* Measures what a cut at @x would part: FALSE where one side is too thin or the sides don't stand
 * beside each other. */
static gboolean
measure_cut (GPtrArray      *lines,
             double          x,
             guint           min_lines,
             QuothPdfGutter *gutter,
             guint          *n_crossing)
{
  double left_top = G_MAXDOUBLE, left_bottom = 0, right_top = G_MAXDOUBLE, right_bottom = 0;
  double height = 0;
  guint n_left = 0, n_right = 0;

  *gutter = (QuothPdfGutter) { 0, G_MAXDOUBLE };
  *n_crossing = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = get_line (lines, i);

      height += line->size / lines->len;
      if (line->x1 <= x)
        {
          n_left++;
          gutter->low = MAX (gutter->low, line->x1);
          left_top = MIN (left_top, line->y0);
          left_bottom = MAX (left_bottom, line->y1);
        }
      else if (line->x0 >= x)
        {
          n_right++;
          gutter->high = MIN (gutter->high, line->x0);
          right_top = MIN (right_top, line->y0);
          right_bottom = MAX (right_bottom, line->y1);
        }
      else
        (*n_crossing)++;
    }
  return n_left >= min_lines && n_right >= min_lines && *n_crossing * 2 <= n_left + n_right
         && gutter->high - gutter->low >= MAX (3, height * 0.4)
         && (min_lines < MIN_LINES
             || MIN (left_bottom, right_bottom) - MAX (left_top, right_top) >= height * 2);
}

/* Finds the cut that the fewest lines cross; of equal ones the widest. */
static gboolean
find_gutter (GPtrArray      *lines,
             QuothPdfGutter *gutter)
{
  g_autofree int *crossing = g_new0 (int, MAX_WIDTH + 1);
  int n_best = G_MAXINT;
  int n = 0;
  int last = -1;

  for (guint i = 0; i < lines->len; i++)
    {
      crossing[to_bin (get_line (lines, i)->x0)]++;
      crossing[to_bin (ceil (get_line (lines, i)->x1))]--;
    }
  for (guint x = 0; x < MAX_WIDTH; x++)
    {
      QuothPdfGutter found;
      guint n_crossing;

      n += crossing[x];
      /* the same lines are crossed all along a gap, and only fewer ones are of interest */
      if ((crossing[x] == 0 && last == n) || n > n_best || n * 2 > (int) lines->len)
        continue;
      last = n;
      if (!measure_cut (lines, x + 0.5, MIN_LINES, &found, &n_crossing))
        continue;
      if ((int) n_crossing < n_best || found.high - found.low > gutter->high - gutter->low)
        {
          n_best = n_crossing;
          *gutter = found;
        }
    }
  return n_best != G_MAXINT;
}

/* A page with few lines, as the last may be, has its columns where those before it have them. */
static gboolean
find_known_gutter (QuothPdfOrder  *order,
                   GPtrArray      *lines,
                   QuothPdfGutter *gutter)
{
  for (guint i = 0; i < order->gutters->len; i++)
    {
      const QuothPdfGutter *known = &g_array_index (order->gutters, QuothPdfGutter, i);
      guint n_crossing;

      if (measure_cut (lines, (known->low + known->high) / 2, 1, gutter, &n_crossing))
        return TRUE;
    }
  return FALSE;
}

static void
remember_gutter (QuothPdfOrder        *order,
                 const QuothPdfGutter *gutter)
{
  for (guint i = 0; i < order->gutters->len; i++)
    {
      const QuothPdfGutter *known = &g_array_index (order->gutters, QuothPdfGutter, i);

      if (known->low < gutter->high && known->high > gutter->low)
        return;
    }
  if (order->gutters->len < 8)
    g_array_append_val (order->gutters, *gutter);
}

/* Whether a line stands alone and in the middle, as a byline does over columns that are wider than
 * it */
static gboolean
stands_alone (const QuothPdfLine *line,
              GPtrArray          *lines)
{
  double left = G_MAXDOUBLE, right = 0;
  guint n_beginning_there = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *other = get_line (lines, i);

      left = MIN (left, other->x0);
      right = MAX (right, other->x1);
      n_beginning_there += ABS (other->x0 - line->x0) < 1;
      if (other != line && other->y0 < line->y1 - 1 && other->y1 > line->y0 + 1)
        return FALSE;
    }
  return n_beginning_there < MIN_LINES
         && ABS ((line->x0 + line->x1) - (left + right)) < 2 * line->size;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const QuothPdfLine *first = *(const QuothPdfLine *const *) a;
  const QuothPdfLine *second = *(const QuothPdfLine *const *) b;

  return first->x0 < second->x0 ? -1 : first->x0 > second->x0;
}

/* Makes one line of the pieces in @row; the others are left without a text. */
static void
join_row (GPtrArray *row)
{
  QuothPdfLine *first;

  if (row->len < 2)
    return;
  g_ptr_array_sort (row, compare_lefts);
  first = get_line (row, 0);
  for (guint i = 1; i < row->len; i++)
    {
      QuothPdfLine *piece = get_line (row, i);
      char *joined = g_strconcat (first->text, " ", piece->text, NULL);

      g_free (first->text);
      first->text = joined;
      first->x1 = MAX (first->x1, piece->x1);
      first->bold = first->bold && piece->bold;
      *piece->text = '\0';
    }
}

/* Joins what stands on one line of a column: the pieces of a table's row, a sign of another
 * size. */
static void
join_rows (GPtrArray *lines)
{
  g_autoptr(GPtrArray) row = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      QuothPdfLine *line = get_line (lines, i);

      if (row->len > 0
          && get_middle (line) - get_middle (get_line (row, 0))
               > 0.4 * MIN (line->size, get_line (row, 0)->size))
        {
          join_row (row);
          g_ptr_array_set_size (row, 0);
        }
      g_ptr_array_add (row, line);
    }
  join_row (row);
}

/* A column of numbers and nothing else, as transcripts number their lines */
static gboolean
is_numbering (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = get_line (lines, i)->text;

      if (strlen (text) > 3 || strspn (text, "0123456789") != strlen (text))
        return FALSE;
    }
  return lines->len >= 5;
}

static void
emit_column (QuothPdfOrder *order,
             GPtrArray     *lines,
             gboolean       is_across,
             GPtrArray     *ordered)
{
  g_autoptr(GArray) lefts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) rights = g_array_new (FALSE, FALSE, sizeof (double));
  double left, right;

  if (lines->len == 0)
    return;
  g_ptr_array_sort (lines, compare_places);
  if (is_numbering (lines))
    for (guint i = 0; i < lines->len; i++)
      get_line (lines, i)->is_furniture = TRUE;
  join_rows (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      g_array_append_val (lefts, get_line (lines, i)->x0);
      g_array_append_val (rights, get_line (lines, i)->x1);
    }
  g_array_sort (lefts, compare_doubles);
  g_array_sort (rights, compare_doubles);
  left = g_array_index (lefts, double, lefts->len / 10);
  right = g_array_index (rights, double, rights->len - 1 - rights->len / 10);
  for (guint i = 0; i < lines->len; i++)
    {
      QuothPdfLine *line = get_line (lines, i);

      line->column = order->n_columns;
      line->is_across = is_across;
      line->left = left;
      line->right = right;
      g_ptr_array_add (ordered, line);
    }
  order->n_columns++;
}

static void order_region (QuothPdfOrder *order,
                          GPtrArray     *lines,
                          guint          depth,
                          GPtrArray     *ordered);

/* Orders the lines beside a gutter: all on its left, then all on its right. */
static void
order_band (QuothPdfOrder        *order,
            GPtrArray            *lines,
            const QuothPdfGutter *gutter,
            guint                 depth,
            GPtrArray            *ordered)
{
  g_autoptr(GPtrArray) left = g_ptr_array_new ();
  g_autoptr(GPtrArray) right = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (get_line (lines, i)->x1 <= gutter->low + 0.5 ? left : right,
                     get_line (lines, i));
  order_region (order, left, depth + 1, ordered);
  order_region (order, right, depth + 1, ordered);
  g_ptr_array_set_size (lines, 0);
}

static void
order_region (QuothPdfOrder *order,
              GPtrArray     *lines,
              guint          depth,
              GPtrArray     *ordered)
{
  g_autoptr(GPtrArray) beside = NULL;
  g_autoptr(GPtrArray) across = NULL;
  QuothPdfGutter gutter = { 0, 0 };

  if (depth < MAX_COLUMN_DEPTH && lines->len >= 2 * MIN_LINES && find_gutter (lines, &gutter))
    remember_gutter (order, &gutter);
  else if (depth >= MAX_COLUMN_DEPTH || !find_known_gutter (order, lines, &gutter))
    {
      emit_column (order, lines, FALSE, ordered);
      return;
    }
  g_ptr_array_sort (lines, compare_places);
  beside = g_ptr_array_new ();
  across = g_ptr_array_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      QuothPdfLine *line = get_line (lines, i);
      gboolean crosses = (line->x0 < gutter.high - 0.5 && line->x1 > gutter.low + 0.5)
                         || stands_alone (line, lines);

      if (crosses && beside->len > 0)
        order_band (order, beside, &gutter, depth, ordered);
      if (!crosses && across->len > 0)
        {
          emit_column (order, across, TRUE, ordered);
          g_ptr_array_set_size (across, 0);
        }
      g_ptr_array_add (crosses ? across : beside, line);
    }
  order_band (order, beside, &gutter, depth, ordered);
  emit_column (order, across, TRUE, ordered);
}

/**
 * quoth_pdf_lines_order:
 * @lines: (element-type QuothPdfLine): of one page, furniture among them, which goes first
 *
 * Orders the lines and says of each which column it is in.
 */
void
quoth_pdf_lines_order (QuothPdfOrder *order,
                       GPtrArray     *lines)
{
  g_autoptr(GPtrArray) body = g_ptr_array_new ();
  g_autoptr(GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (get_line (lines, i)->is_furniture ? ordered : body, get_line (lines, i));
  if (body->len > 0)
    order_region (order, body, 0, ordered);
  for (guint i = 0; i < lines->len; i++)
    lines->pdata[i] = ordered->pdata[i];
}
