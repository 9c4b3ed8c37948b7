#include "quoth-pdf-page.h"

#include <string.h>

/* Reads the lines of a page, with their places and fonts, off poppler's characters. */

/* No page that is read has more; what makes more of them is no text. */
#define MAX_LINES 8000

/* A wider gap in a line, in font sizes, parts what stands beside one another: table cells, line
 * numbers */
#define MAX_GAP 2.0

typedef struct
{
  PopplerRectangle *boxes;
  guint             n_boxes;
  GList            *attributes;
  guint             page;
  GPtrArray        *lines;
} Reading;

void
quoth_pdf_line_free (QuothPdfLine *self)
{
  g_free (self->text);
  g_free (self);
}

/* The font of the character at @index; they are asked in order, so the search goes on where it
 * was. */
static const PopplerTextAttributes *
find_attributes (Reading *reading,
                 guint    index)
{
  while (reading->attributes != NULL && reading->attributes->next != NULL)
    {
      const PopplerTextAttributes *attributes = reading->attributes->data;

      if ((int) index <= attributes->end_index)
        break;
      reading->attributes = reading->attributes->next;
    }
  return reading->attributes != NULL ? reading->attributes->data : NULL;
}

static gboolean
is_bold (const PopplerTextAttributes *attributes)
{
  g_autofree char *name = attributes->font_name != NULL
                            ? g_ascii_strdown (attributes->font_name, -1)
                            : NULL;

  return name != NULL && (strstr (name, "bold") != NULL || strstr (name, "black") != NULL
                          || strstr (name, "heavy") != NULL || strstr (name, "cmbx") != NULL);
}

static void
append_character (GString  *text,
                  gunichar  c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  if (c >= 0xfb00 && c <= 0xfb06)
    g_string_append (text, ligatures[c - 0xfb00]);
  else if (g_unichar_isspace (c))
    {
      if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  else if (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0xfffd
           && !(c >= 0xe000 && c < 0xf900))
    g_string_append_unichar (text, c);
}

/* Adds the line made of the characters from @first up to @end, whose text begins at @text. */
static void
add_line (Reading    *reading,
          const char *text,
          guint       first,
          guint       end)
{
  g_autoptr(GString) words = g_string_new (NULL);
  QuothPdfLine *line = g_new0 (QuothPdfLine, 1);
  gboolean in_first = TRUE;

  line->page = reading->page;
  line->bold = TRUE;
  line->x0 = line->y0 = G_MAXDOUBLE;
  for (guint i = first; i < end; i++, text = g_utf8_next_char (text))
    {
      const PopplerTextAttributes *attributes = find_attributes (reading, i);
      const PopplerRectangle *box = &reading->boxes[i];
      gunichar c = g_utf8_get_char (text);

      append_character (words, c);
      if (g_unichar_isspace (c))
        {
          in_first = in_first && words->len == 0;
          continue;
        }
      line->x0 = MIN (line->x0, box->x1);
      line->y0 = MIN (line->y0, MIN (box->y1, box->y2));
      line->x1 = MAX (line->x1, box->x2);
      line->y1 = MAX (line->y1, MAX (box->y1, box->y2));
      if (in_first)
        line->first_word = line->x1 - line->x0;
      if (attributes != NULL)
        {
          line->size = MAX (line->size, attributes->font_size);
          line->bold = line->bold && is_bold (attributes);
        }
    }
  line->text = g_strstrip (g_string_free (g_steal_pointer (&words), FALSE));
  if (line->size <= 0)
    line->size = line->y1 - line->y0;
  if (*line->text == '\0' || !(line->x1 > line->x0) || !(line->size > 0))
    quoth_pdf_line_free (line);
  else
    g_ptr_array_add (reading->lines, line);
}

/* Parts a line of poppler's where a wide gap is. */
static void
add_parts (Reading    *reading,
           const char *text,
           guint       first,
           guint       end)
{
  const char *part = text;
  const char *p = text;
  double last_x = -1;

  for (guint i = first; i < end; i++, p = g_utf8_next_char (p))
    {
      const PopplerRectangle *box = &reading->boxes[i];
      double height = ABS (box->y2 - box->y1);

      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      if (last_x >= 0 && box->x1 - last_x > MAX_GAP * MAX (height, 4))
        {
          add_line (reading, part, first, i);
          part = p;
          first = i;
        }
      last_x = box->x2;
    }
  add_line (reading, part, first, end);
}

/**
 * quoth_pdf_page_read:
 * @lines: (element-type QuothPdfLine): takes the page's lines, in poppler's order
 */
void
quoth_pdf_page_read (PopplerPage *page,
                     guint        index,
                     GPtrArray   *lines)
{
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = raw != NULL ? g_utf8_make_valid (raw, -1) : NULL;
  g_autofree PopplerRectangle *boxes = NULL;
  GList *attributes = NULL;
  Reading reading = { .page = index, .lines = lines };
  guint n_before = lines->len;
  guint i = 0;

  if (text == NULL || *text == '\0'
      || !poppler_page_get_text_layout (page, &boxes, &reading.n_boxes))
    return;
  attributes = poppler_page_get_text_attributes (page);
  reading.boxes = boxes;
  reading.attributes = attributes;
  for (const char *p = text;
       *p != '\0' && i < reading.n_boxes && lines->len - n_before < MAX_LINES;)
    {
      const char *start = p;
      guint first = i;

      for (; *p != '\0' && *p != '\n' && i < reading.n_boxes; p = g_utf8_next_char (p))
        i++;
      if (i > first)
        add_parts (&reading, start, first, i);
      if (*p == '\n')
        {
          p++;
          i++;
        }
    }
  poppler_page_free_text_attributes (attributes);
}
