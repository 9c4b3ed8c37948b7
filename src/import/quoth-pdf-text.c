#include "quoth-pdf-text.h"

#include <string.h>

#include "quoth-pdf-hyphen.h"

/* Makes paragraphs of lines in reading order. A paragraph begins where a line is indented, stands
 * off from the one above, has another font, or where the line above leaves room that its first word
 * would have had. A paragraph that a column or page cuts goes on in the next. */

/* How much larger than the text a heading is */
#define HEADING_RATIO 1.12

#define MAX_TITLE_LENGTH 300
#define MAX_SIZE 200

typedef struct
{
  QuothDocument *document;
  const guint   *page_numbers;
  GHashTable    *words;
  double         body_size;
  double         leading;         /* usual distance of lines, in font sizes */
  gboolean       indents;         /* paragraphs begin indented */
  char          *title;           /* folded */
  double         title_size;      /* of the first page's largest text */

  GString       *text;            /* of the paragraph that is open */
  const QuothPdfLine *first;
  const QuothPdfLine *last;
  guint          n_lines;
  gboolean       all_bold;
  gboolean       all_indented;
  GPtrArray     *pending;         /* furniture met within it */
} Writing;

/* The size that most letters have */
static double
find_body_size (GPtrArray *lines)
{
  gsize counts[MAX_SIZE * 2] = { 0 };
  guint best = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);
      guint bin = (guint) MIN (line->size * 2 + 0.5, MAX_SIZE * 2 - 1);

      if (!line->is_furniture)
        counts[bin] += strlen (line->text);
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return best / 2.0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static gboolean
is_indented (const QuothPdfLine *line)
{
  return line->x0 - line->left > 0.7 * line->size;
}

/* Learns how far lines of the text stand apart, and whether paragraphs begin indented. */
static void
measure (Writing   *writing,
         GPtrArray *lines)
{
  g_autoptr(GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));
  const QuothPdfLine *last = NULL;
  guint n_indented = 0;
  guint n_after_indent = 0;

  writing->body_size = find_body_size (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);

      if (line->is_furniture || *line->text == '\0' || ABS (line->size - writing->body_size) > 0.6)
        continue;
      if (last != NULL && last->column == line->column && line->y0 > last->y0)
        {
          double distance = (line->y0 - last->y0) / writing->body_size;

          if (distance < 4)
            g_array_append_val (distances, distance);
          n_indented += is_indented (line) && !is_indented (last);
          n_after_indent += !is_indented (line) && is_indented (last);
        }
      last = line;
    }
  g_array_sort (distances, compare_doubles);
  writing->leading = distances->len > 0 ? g_array_index (distances, double, distances->len / 2)
                                        : 1.2;
  writing->indents = n_indented >= 2 && n_after_indent >= 2;
}

/* Letters and digits alone, in small letters */
static char *
dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

static double
find_title_size (GPtrArray *lines,
                 double     body_size)
{
  double size = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);

      if (line->page == 0 && !line->is_furniture && g_utf8_strlen (line->text, -1) >= 4)
        size = MAX (size, line->size);
    }
  return size >= body_size * HEADING_RATIO ? size : 0;
}

static gboolean
ends_sentence (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      gunichar c = g_utf8_get_char (end = g_utf8_prev_char (end));

      if (c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb)
        continue;
      return c == '.' || c == '?' || c == '!' || c == ':' || c == 0x2026;
    }
  return FALSE;
}

static gboolean
begins_item (const char *text)
{
  return g_regex_match_simple ("^(?:[•‣▪●○◦■□➢➤]|[*–—-]\\s|\\(?(?:\\d{1,2}|[a-z])[.)]\\s)", text, 0,
                               0);
}

static gboolean
is_large (Writing            *writing,
          const QuothPdfLine *line)
{
  return line->size >= writing->body_size * HEADING_RATIO;
}

/* Whether a line of the next column or page begins a paragraph */
static gboolean
begins_over_break (Writing            *writing,
                   const QuothPdfLine *line)
{
  const QuothPdfLine *last = writing->last;
  gunichar c = g_utf8_get_char (line->text);
  double room = last->right - last->x1;

  if (is_large (writing, line))
    return TRUE;
  /* what stands over the columns, and they */
  if (last->is_across != line->is_across && last->page == line->page && !g_unichar_islower (c))
    return TRUE;
  if (!ends_sentence (last->text))
    return is_indented (line) && !g_unichar_islower (c) && writing->indents;
  if (writing->indents)
    return is_indented (line) || room > line->first_word + line->size;
  return TRUE;
}

static gboolean
begins_paragraph (Writing            *writing,
                  const QuothPdfLine *line)
{
  const QuothPdfLine *last = writing->last;
  double room = last->right - last->x1;
  gboolean centred = ABS ((line->x0 + line->x1) - (last->x0 + last->x1)) < line->size;

  if (ABS (line->size - last->size) > 0.08 * MAX (line->size, last->size)
      || line->bold != last->bold)
    return TRUE;
  if (begins_item (line->text) && last->column == line->column)
    return ends_sentence (last->text) || last->x1 < last->right - line->size
           || begins_item (writing->text->str);
  if (last->column != line->column)
    return begins_over_break (writing, line);
  if (line->y0 - last->y0 > writing->leading * 1.3 * MAX (line->size, writing->body_size * 0.8))
    return TRUE;
  if (is_large (writing, line) || (centred && is_indented (line)))
    return FALSE;
  if (is_indented (line) && line->x0 - last->x0 > 0.5 * line->size)
    return !begins_item (writing->text->str);
  if (!is_indented (line) && is_indented (last) && writing->n_lines > 1
      && !begins_item (writing->text->str))
    return TRUE;
  return room > line->first_word + line->size * (ends_sentence (last->text) ? 0.6 : 2);
}

static QuothBlockKind
choose_kind (Writing *writing)
{
  const char *text = writing->text->str;
  g_autofree char *folded = dup_folded (text);
  gboolean is_first_page = writing->first->page == 0;
  gboolean large = is_large (writing, writing->first);

  if (is_first_page && strlen (text) <= MAX_TITLE_LENGTH
      && ((writing->title != NULL && *folded != '\0' && g_str_equal (folded, writing->title))
          || (writing->title_size > 0 && writing->first->size >= writing->title_size - 0.1)))
    return QUOTH_BLOCK_HEADLINE;
  if (large && strlen (text) <= MAX_TITLE_LENGTH)
    return QUOTH_BLOCK_HEADING;
  if (begins_item (text))
    return QUOTH_BLOCK_LIST_ITEM;
  if (writing->all_bold && writing->n_lines <= 2 && !ends_sentence (text))
    return QUOTH_BLOCK_HEADING;
  if (writing->first->size < writing->body_size * 0.95
      && g_regex_match_simple ("^(?:fig(?:ure|\\.)|photo(?:graph)?s?|pictures?|table|image|map)\\b",
                               text, G_REGEX_CASELESS, 0))
    return QUOTH_BLOCK_CAPTION;
  if (writing->all_indented && writing->n_lines > 1)
    return QUOTH_BLOCK_BLOCK_QUOTATION;
  return QUOTH_BLOCK_PARAGRAPH;
}

static void
add_block (Writing        *writing,
           QuothBlockKind  kind,
           const char     *text,
           guint           page)
{
  writing->document->page = writing->page_numbers[page];
  quoth_document_add (writing->document, kind, text);
}

static void
close_paragraph (Writing *writing)
{
  if (writing->first != NULL)
    add_block (writing, choose_kind (writing), writing->text->str, writing->first->page);
  writing->first = NULL;
  for (guint i = 0; i < writing->pending->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (writing->pending, i);

      add_block (writing, QUOTH_BLOCK_FURNITURE, line->text, line->page);
    }
  g_ptr_array_set_size (writing->pending, 0);
}

static void
take_line (Writing            *writing,
           const QuothPdfLine *line)
{
  if (writing->first != NULL && begins_paragraph (writing, line))
    close_paragraph (writing);
  if (writing->first == NULL)
    {
      g_string_set_size (writing->text, 0);
      writing->first = line;
      writing->n_lines = 0;
      writing->all_bold = TRUE;
      writing->all_indented = TRUE;
    }
  quoth_pdf_append_line (writing->text, line->text, writing->words);
  writing->last = line;
  writing->n_lines++;
  writing->all_bold = writing->all_bold && line->bold;
  writing->all_indented = writing->all_indented && line->x0 - line->left > line->size;
}

/**
 * quoth_pdf_write_text:
 * @lines: (element-type QuothPdfLine): of all pages, in reading order
 * @page_numbers: the number that each page goes by
 * @title: (nullable): what the document calls itself: its headline, where that is printed
 */
void
quoth_pdf_write_text (GPtrArray     *lines,
                      const guint   *page_numbers,
                      const char    *title,
                      QuothDocument *document)
{
  g_autoptr(GHashTable) words = quoth_pdf_collect_words (lines);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) pending = g_ptr_array_new ();
  g_autofree char *folded = title != NULL ? dup_folded (title) : NULL;
  Writing writing = { .document = document,
                      .page_numbers = page_numbers,
                      .words = words,
                      .text = text,
                      .pending = pending,
                      .title = folded };

  measure (&writing, lines);
  writing.title_size = find_title_size (lines, writing.body_size);
  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);

      if (*line->text == '\0')
        continue;
      if (!line->is_furniture)
        take_line (&writing, line);
      else
        {
          g_ptr_array_add (pending, (gpointer) line);
          if (writing.first == NULL)
            close_paragraph (&writing);
        }
    }
  close_paragraph (&writing);
}
