#include "quoth-html-blocks.h"

#include "quoth-html-class.h"
#include "quoth-html-lines.h"

#include <string.h>

/* Writes the text of a part of a page as blocks. */

typedef struct
{
  const QuothHtmlNode *body;
  GPtrArray           *lines;      /* of QuothHtmlLine */
  GString             *line;
  gsize                link_bytes;
  QuothBlockKind       kind;
  guint                n_breaks;
} Walk;

/* What a text is by the elements around it */
static QuothBlockKind
find_kind (const Walk          *walk,
           const QuothHtmlNode *node)
{
  QuothBlockKind kind = QUOTH_BLOCK_PARAGRAPH;

  for (; node != NULL; node = node == walk->body ? NULL : node->parent)
    switch ((int) node->tag)
      {
      case QUOTH_TAG_BLOCKQUOTE:
        return QUOTH_BLOCK_BLOCK_QUOTATION;
      case QUOTH_TAG_H1: case QUOTH_TAG_H2: case QUOTH_TAG_H3: case QUOTH_TAG_H4: case QUOTH_TAG_H5:
      case QUOTH_TAG_H6:
        return QUOTH_BLOCK_HEADING;
      case QUOTH_TAG_LI: case QUOTH_TAG_DT: case QUOTH_TAG_DD:
        kind = QUOTH_BLOCK_LIST_ITEM;
        break;
      default:
        if (quoth_html_is_caption (node))
          return QUOTH_BLOCK_CAPTION;
      }
  return kind;
}

static void
end_line (Walk *walk)
{
  if (walk->line->len > 0)
    g_ptr_array_add (walk->lines,
                     quoth_html_line_new (walk->line->str, walk->kind,
                                          (double) walk->link_bytes / walk->line->len));
  g_string_truncate (walk->line, 0);
  walk->n_breaks = 0;
  walk->link_bytes = 0;
}

static void
add_break (Walk *walk)
{
  if (walk->line->len == 0)
    return;
  if (++walk->n_breaks > 1)
    {
      end_line (walk);
      return;
    }
  while (walk->line->str[walk->line->len - 1] == ' ')
    g_string_truncate (walk->line, walk->line->len - 1);
  g_string_append_c (walk->line, '\n');
}

static gboolean
is_in_link (const Walk          *walk,
            const QuothHtmlNode *node)
{
  for (; node != NULL && node != walk->body && !quoth_html_is_block (node->tag);
       node = node->parent)
    if (node->tag == QUOTH_TAG_A)
      return TRUE;
  return FALSE;
}

static void
add_text (Walk                *walk,
          const QuothHtmlNode *node)
{
  gboolean is_preformatted = quoth_html_node_ancestor (node, QUOTH_TAG_PRE) != NULL;
  gboolean is_link = is_in_link (walk, node);
  const char *end = node->text + node->length;

  for (const char *p = node->text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize length_before = walk->line->len;

      if (g_unichar_isspace (c))
        {
          if (is_preformatted && c == '\n')
            add_break (walk);
          else if (walk->line->len > 0
                   && strchr (" \n", walk->line->str[walk->line->len - 1]) == NULL)
            {
              g_string_append_c (walk->line, ' ');
              walk->link_bytes += is_link;
            }
          continue;
        }
      if (walk->line->len == 0)
        walk->kind = find_kind (walk, node);
      walk->n_breaks = 0;
      g_string_append_unichar (walk->line, c);
      if (is_link)
        walk->link_bytes += walk->line->len - length_before;
    }
}

/* Cells of a table of data stand in one line with their row's others. */
static gboolean
starts_line (const QuothHtmlNode *node)
{
  if (node->tag == QUOTH_TAG_TD || node->tag == QUOTH_TAG_TH)
    {
      const QuothHtmlNode *table = quoth_html_node_ancestor (node, QUOTH_TAG_TABLE);

      return table == NULL || !(table->flags & QUOTH_HTML_DATA_TABLE);
    }
  return quoth_html_is_block (node->tag);
}

static void
enter (Walk                *walk,
       const QuothHtmlNode *node)
{
  if (node->tag == QUOTH_TAG_TEXT)
    add_text (walk, node);
  else if (node->tag == QUOTH_TAG_BR)
    add_break (walk);
  else if (starts_line (node))
    end_line (walk);
}

static void
leave (Walk                *walk,
       const QuothHtmlNode *node)
{
  if (node->tag == QUOTH_TAG_TEXT || node->tag == QUOTH_TAG_BR)
    return;
  if (starts_line (node))
    end_line (walk);
  else if ((node->tag == QUOTH_TAG_TD || node->tag == QUOTH_TAG_TH) && walk->line->len > 0)
    g_string_append_c (walk->line, ' ');
}

static GPtrArray *
read_lines (const QuothHtmlNode *body)
{
  Walk walk = { .body = body, .line = g_string_new (NULL), .kind = QUOTH_BLOCK_PARAGRAPH };
  const QuothHtmlNode *node = body;

  walk.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_html_line_free);

  while (node != NULL)
    {
      enter (&walk, node);
      if (node->first != NULL)
        {
          node = node->first;
          continue;
        }
      leave (&walk, node);
      while (node != body && node->next == NULL)
        {
          node = node->parent;
          leave (&walk, node);
        }
      node = node == body ? NULL : node->next;
    }
  end_line (&walk);
  g_string_free (walk.line, TRUE);
  return walk.lines;
}

/**
 * quoth_html_write_blocks:
 * @title: (nullable): the article's, which is written first
 * @standfirst: (nullable): written second
 *
 * Writes the text in @body: headings, list items, block quotations, captions, paragraphs. Inline
 * elements are joined as they stand; two line breaks end a paragraph. Furniture is left out.
 */
void
quoth_html_write_blocks (const QuothHtmlNode *body,
                         const char          *title,
                         const char          *standfirst,
                         QuothBlockWriter    *writer)
{
  g_autoptr(GPtrArray) lines = read_lines (body);

  if (title != NULL)
    quoth_block_writer_add (writer, QUOTH_BLOCK_HEADLINE, title, 0);
  if (standfirst != NULL)
    quoth_block_writer_add (writer, QUOTH_BLOCK_STANDFIRST, standfirst, 0);
  quoth_html_lines_classify (lines, title, standfirst);
  for (guint i = 0; i < lines->len; i++)
    {
      const QuothHtmlLine *line = g_ptr_array_index (lines, i);

      if (line->kind != QUOTH_BLOCK_FURNITURE)
        quoth_block_writer_add (writer, line->kind, line->text, 0);
    }
}
