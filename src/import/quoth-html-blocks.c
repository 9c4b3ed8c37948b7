#include "quoth-html-blocks.h"

#include "quoth-html-class.h"

#include <string.h>

/* Writes the text of a part of a page as blocks. */

typedef struct
{
  const QuothHtmlNode *body;
  QuothBlockWriter    *writer;
  GString             *line;
  QuothBlockKind       kind;
  guint                n_breaks;
} Walk;

static gboolean
is_caption (const QuothHtmlNode *node)
{
  const char *class;

  if (node->tag == QUOTH_TAG_FIGCAPTION || node->tag == QUOTH_TAG_CAPTION)
    return TRUE;
  class = node->n_attributes > 0 ? quoth_html_node_get (node, "class") : NULL;
  return class != NULL && g_regex_match_simple ("(?:^|[\\s_-])caption(?:$|[\\s_-]|text)|figcaption", class, G_REGEX_CASELESS, 0);
}

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
      case QUOTH_TAG_H1: case QUOTH_TAG_H2: case QUOTH_TAG_H3: case QUOTH_TAG_H4: case QUOTH_TAG_H5: case QUOTH_TAG_H6:
        return QUOTH_BLOCK_HEADING;
      case QUOTH_TAG_LI: case QUOTH_TAG_DT: case QUOTH_TAG_DD:
        kind = QUOTH_BLOCK_LIST_ITEM;
        break;
      default:
        if (is_caption (node))
          return QUOTH_BLOCK_CAPTION;
      }
  return kind;
}

static void
end_line (Walk *walk)
{
  quoth_block_writer_add (walk->writer, walk->kind, walk->line->str, 0);
  g_string_truncate (walk->line, 0);
  walk->n_breaks = 0;
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

static void
add_text (Walk                *walk,
          const QuothHtmlNode *node)
{
  gboolean is_preformatted = quoth_html_node_ancestor (node, QUOTH_TAG_PRE) != NULL;
  const char *end = node->text + node->length;

  for (const char *p = node->text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (is_preformatted && c == '\n')
            add_break (walk);
          else if (walk->line->len > 0 && strchr (" \n", walk->line->str[walk->line->len - 1]) == NULL)
            g_string_append_c (walk->line, ' ');
          continue;
        }
      if (walk->line->len == 0)
        walk->kind = find_kind (walk, node);
      walk->n_breaks = 0;
      g_string_append_unichar (walk->line, c);
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

/**
 * quoth_html_write_blocks:
 *
 * Writes the text in @body: headings, list items, block quotations, captions, paragraphs. Inline elements are
 * joined as they stand; two line breaks end a paragraph.
 */
void
quoth_html_write_blocks (const QuothHtmlNode *body,
                         QuothBlockWriter    *writer)
{
  Walk walk = { .body = body, .writer = writer, .line = g_string_new (NULL), .kind = QUOTH_BLOCK_PARAGRAPH };
  const QuothHtmlNode *node = body;

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
}
