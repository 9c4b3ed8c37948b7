#include "quoth-pdf-page.h"

#include <string.h>

/* Running heads and page numbers: what stands at the edge of pages and comes again on others,
 * numbers aside. */

/* How many lines from a page's upper and lower edge are looked at, and how far their places may
 * differ */
#define EDGE_LINES 3
#define MAX_SHIFT 6.0

typedef struct
{
  QuothPdfLine *line;
  char         *shape;   /* its words without their numbers */
} EdgeLine;

static void
clear_edge_line (gpointer data)
{
  g_free (((EdgeLine *) data)->shape);
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const QuothPdfLine *first = *(const QuothPdfLine *const *) a;
  const QuothPdfLine *second = *(const QuothPdfLine *const *) b;

  return first->y0 < second->y0 ? -1 : first->y0 > second->y0;
}

/* Small letters, each run of digits one sign, single spaces */
static char *
dup_shape (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  GString *shape = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (shape->len == 0 || shape->str[shape->len - 1] != '#')
            g_string_append_c (shape, '#');
        }
      else
        g_string_append_unichar (shape, c);
    }
  return g_string_free (shape, FALSE);
}

/* A page's number alone, or with its word: "7", "– 7 –", "Page 7 of 12", "vii" */
static gboolean
is_page_number (const char *text)
{
  return g_regex_match_simple ("^(?:[-–—|\\[(•·]\\s*)?(?:page|p\\.?|seite|pg\\.?)?\\s*"
                               "(?:\\d{1,5}|[ivxl]{1,7})(?:\\s*(?:of|/|von)\\s*\\d{1,5})?\\s*(?:[-–—|\\])•·])?$",
                               text, G_REGEX_CASELESS, 0);
}

/* Takes the outermost lines of one page: rows, since columns begin and end at one height. */
static void
add_edges (GPtrArray *page,
           GArray    *edges)
{
  guint n = page->len;

  g_ptr_array_sort (page, compare_heights);
  for (guint i = 0; i < n; i++)
    {
      EdgeLine edge = { .line = g_ptr_array_index (page, i) };
      guint rows_above = 0;
      guint rows_below = 0;
      double last = -1;

      for (guint k = 0; k < i && rows_above < EDGE_LINES; k++)
        {
          const QuothPdfLine *other = g_ptr_array_index (page, k);

          if (other->y0 > last + 2 && other->y0 < edge.line->y0 - 2)
            {
              rows_above++;
              last = other->y0;
            }
        }
      last = G_MAXDOUBLE;
      for (guint k = n - 1; k > i && rows_below < EDGE_LINES; k--)
        {
          const QuothPdfLine *other = g_ptr_array_index (page, k);

          if (other->y0 < last - 2 && other->y0 > edge.line->y0 + 2)
            {
              rows_below++;
              last = other->y0;
            }
        }
      if (rows_above >= EDGE_LINES && rows_below >= EDGE_LINES)
        continue;
      if (is_page_number (edge.line->text) && (rows_above == 0 || rows_below == 0))
        edge.line->is_furniture = TRUE;
      edge.shape = dup_shape (edge.line->text);
      g_array_append_val (edges, edge);
    }
}

static gboolean
repeats (const EdgeLine *edge,
         const EdgeLine *other)
{
  return edge->line->page != other->line->page
         && ABS (edge->line->y0 - other->line->y0) <= MAX_SHIFT
         && ABS (edge->line->size - other->line->size) < 0.5;
}

/* What stands off above the text of a page after the first, small and short, is its running head,
 * though there is no other page to show it. */
static void
mark_head (GPtrArray *page)
{
  const QuothPdfLine *first = g_ptr_array_index (page, 0);
  double body_size = 0;
  double below = G_MAXDOUBLE;
  guint n_row = 0;

  if (first->page == 0)
    return;
  for (guint i = 0; i < page->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (page, i);

      body_size += line->size / page->len;
      if (line->y0 < first->y0 + 2)
        n_row++;
      else if (!line->is_furniture)
        below = MIN (below, line->y0);
    }
  if (below == G_MAXDOUBLE || below - first->y0 < 2.2 * body_size)
    return;
  for (guint i = 0; i < n_row; i++)
    {
      QuothPdfLine *line = g_ptr_array_index (page, i);

      if (strlen (line->text) <= 80 && !line->bold && line->size <= body_size * 1.05
          && !g_regex_match_simple ("[.?!:,;”\"]$", line->text, 0, 0))
        line->is_furniture = TRUE;
    }
}

/**
 * quoth_pdf_number_pages:
 * @numbers: (element-type guint) (inout): the pages' numbers, those printed where they are others
 *
 * Takes the numbers that are printed on the pages if they count on from one page to the next.
 */
void
quoth_pdf_number_pages (GPtrArray *lines,
                        GArray    *numbers)
{
  gint64 offset = 0;
  guint n_agreeing = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);
      gint64 number;

      if (!line->is_furniture || strlen (line->text) > 6
          || strspn (line->text, "0123456789") != strlen (line->text))
        continue;
      number = g_ascii_strtoll (line->text, NULL, 10);
      if (n_agreeing > 0 && number - line->page != offset)
        return;
      offset = number - line->page;
      n_agreeing++;
    }
  if (n_agreeing < 2 || offset < 1)
    return;
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) != i + 1)
      return;
  for (guint i = 0; i < numbers->len; i++)
    g_array_index (numbers, guint, i) = i + offset;
}

/**
 * quoth_pdf_mark_furniture:
 * @lines: (element-type QuothPdfLine): of all pages, page by page
 */
void
quoth_pdf_mark_furniture (GPtrArray *lines,
                          guint      n_pages)
{
  g_autoptr(GHashTable) by_shape = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (EdgeLine));
  g_autoptr(GPtrArray) page = g_ptr_array_new ();

  g_array_set_clear_func (edges, clear_edge_line);
  for (guint i = 0; i < lines->len; i++)
    {
      QuothPdfLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (page, line);
      if (i + 1 == lines->len
          || ((QuothPdfLine *) g_ptr_array_index (lines, i + 1))->page != line->page)
        {
          add_edges (page, edges);
          mark_head (page);
          g_ptr_array_set_size (page, 0);
        }
    }
  if (n_pages < 2)
    return;
  /* each line is held against the last ones of its shape: of the same or the other kind of pages,
   * left and right */
  for (guint i = 0; i < edges->len; i++)
    {
      EdgeLine *edge = &g_array_index (edges, EdgeLine, i);
      EdgeLine *other = g_hash_table_lookup (by_shape, edge->shape);

      if (other != NULL && repeats (edge, other))
        edge->line->is_furniture = other->line->is_furniture = TRUE;
      g_hash_table_replace (by_shape, edge->shape, edge);
    }
}
