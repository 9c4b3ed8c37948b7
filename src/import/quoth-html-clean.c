#include "quoth-html-body.h"

#include "quoth-html-class.h"

#include <string.h>

/* Takes out of an article's element what stands in it and is not its text. */

/* What is called furniture and holds more of the text than this is not */
#define MAX_FURNITURE_SHARE 0.3

static gboolean
is_always_removed (QuothHtmlTag tag)
{
  switch ((int) tag)
    {
    case QUOTH_TAG_OBJECT: case QUOTH_TAG_EMBED: case QUOTH_TAG_FOOTER: case QUOTH_TAG_LINK:
    case QUOTH_TAG_ASIDE:
    case QUOTH_TAG_IFRAME: case QUOTH_TAG_INPUT: case QUOTH_TAG_TEXTAREA: case QUOTH_TAG_SELECT:
    case QUOTH_TAG_BUTTON:
    case QUOTH_TAG_NAV: case QUOTH_TAG_SVG: case QUOTH_TAG_AUDIO: case QUOTH_TAG_VIDEO:
    case QUOTH_TAG_CANVAS:
    case QUOTH_TAG_DIALOG: case QUOTH_TAG_MENU: case QUOTH_TAG_NOSCRIPT: case QUOTH_TAG_TEMPLATE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_conditional (QuothHtmlTag tag)
{
  switch ((int) tag)
    {
    case QUOTH_TAG_FORM: case QUOTH_TAG_FIELDSET: case QUOTH_TAG_TABLE: case QUOTH_TAG_UL:
    case QUOTH_TAG_OL:
    case QUOTH_TAG_DIV: case QUOTH_TAG_SECTION:
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
count_tags (const QuothHtmlNode *top,
            QuothHtmlTag         tag)
{
  guint n = 0;

  for (const QuothHtmlNode *node = top->first; node != NULL;
       node = quoth_html_node_next (node, top))
    n += node->tag == tag;
  return n;
}

/* Tells tables of data from those that lay out a page. */
static gboolean
is_data_table (const QuothHtmlNode *table)
{
  guint n_rows = 0;
  guint n_columns = 0;

  if (quoth_html_node_has (table, "role", "presentation"))
    return FALSE;
  for (const QuothHtmlNode *node = table->first; node != NULL;
       node = quoth_html_node_next (node, table))
    {
      if (node->tag == QUOTH_TAG_CAPTION || node->tag == QUOTH_TAG_COL
          || node->tag == QUOTH_TAG_TFOOT || node->tag == QUOTH_TAG_THEAD
          || node->tag == QUOTH_TAG_TH)
        return TRUE;
      if (node->tag == QUOTH_TAG_TABLE)
        return FALSE;
      if (node->tag == QUOTH_TAG_TR)
        {
          guint n = 0;

          n_rows++;
          for (const QuothHtmlNode *cell = node->first; cell != NULL; cell = cell->next)
            n += cell->tag == QUOTH_TAG_TD;
          n_columns = MAX (n_columns, n);
        }
    }
  if (n_rows <= 1 || n_columns <= 1)
    return FALSE;
  return n_rows >= 10 || n_columns > 4 || n_rows * n_columns > 10;
}

static gboolean
is_in_data_table (const QuothHtmlNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->flags & QUOTH_HTML_DATA_TABLE)
      return TRUE;
  return FALSE;
}

static gboolean
has_data_table (const QuothHtmlNode *top)
{
  for (const QuothHtmlNode *node = top->first; node != NULL;
       node = quoth_html_node_next (node, top))
    if (node->flags & QUOTH_HTML_DATA_TABLE)
      return TRUE;
  return FALSE;
}

/* Whether a part of the article looks like something else: links, forms, pictures. */
static gboolean
looks_foreign (const QuothHtmlNode *node,
               QuothHtmlEffort      effort)
{
  const QuothHtmlSums *sums = node->sums;
  double n_chars = sums->n_chars;
  double link_density = quoth_html_node_link_density (node);
  gboolean is_list = node->tag == QUOTH_TAG_UL || node->tag == QUOTH_TAG_OL
                     || (n_chars > 0 && sums->n_list_chars / n_chars > 0.9);
  gboolean in_figure = quoth_html_node_ancestor (node, QUOTH_TAG_FIGURE) != NULL;
  int weight = (effort & QUOTH_HTML_WEIGH_CLASSES) ? quoth_html_class_weight (node) : 0;

  if (is_in_data_table (node) || has_data_table (node)
      || quoth_html_node_ancestor (node, QUOTH_TAG_CODE) != NULL)
    return FALSE;
  if (weight < 0)
    return TRUE;
  if (sums->n_commas >= 10)
    return FALSE;
  if (!in_figure && sums->n_images > 1 && (double) sums->n_paragraphs / sums->n_images < 0.5)
    return !(is_list && count_tags (node, QUOTH_TAG_LI) == sums->n_images);
  if (!is_list && (int) sums->n_items - 100 > (int) sums->n_paragraphs)
    return TRUE;
  if (sums->n_inputs > sums->n_paragraphs / 3)
    return TRUE;
  if (!is_list && !in_figure && n_chars > 0 && sums->n_heading_chars / n_chars < 0.9 && n_chars < 25
      && (sums->n_images == 0 || sums->n_images > 2) && link_density > 0)
    return TRUE;
  if (!is_list && weight < 25 && link_density > 0.2)
    return TRUE;
  if (weight >= 25 && link_density > 0.5)
    return TRUE;
  if ((sums->n_embeds == 1 && n_chars < 75) || sums->n_embeds > 1)
    return TRUE;
  return sums->n_images == 0 && sums->n_text_chars == 0;
}

static gboolean
is_removed (const QuothHtmlNode *node,
            const QuothHtmlNode *body,
            QuothHtmlEffort      effort)
{
  if (is_always_removed (node->tag))
    return TRUE;
  if ((effort & QUOTH_HTML_CLEAN) && node->sums->n_chars < body->sums->n_chars * MAX_FURNITURE_SHARE
      && quoth_html_is_furniture (node))
    return TRUE;
  if (quoth_html_is_share (node) && node->sums->n_chars < 500)
    return TRUE;
  if ((node->tag == QUOTH_TAG_H1 || node->tag == QUOTH_TAG_H2)
      && (effort & QUOTH_HTML_WEIGH_CLASSES) && quoth_html_class_weight (node) < 0)
    return TRUE;
  return (effort & QUOTH_HTML_CLEAN) && is_conditional (node->tag) && looks_foreign (node, effort);
}

/**
 * quoth_html_clean_body:
 * @body: what quoth_html_find_body() found
 *
 * Takes what is not the article's text out of its element, inner parts before those around them.
 */
void
quoth_html_clean_body (QuothHtmlTree   *tree,
                       QuothHtmlNode   *body,
                       QuothHtmlEffort  effort)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new ();

  quoth_html_tree_count (tree, body);
  for (QuothHtmlNode *node = body->first; node != NULL; node = quoth_html_node_next (node, body))
    if (node->tag != QUOTH_TAG_TEXT)
      {
        if (node->tag == QUOTH_TAG_TABLE && is_data_table (node))
          node->flags |= QUOTH_HTML_DATA_TABLE;
        g_ptr_array_add (nodes, node);
      }
  for (guint i = nodes->len; i > 0; i--)
    {
      QuothHtmlNode *node = g_ptr_array_index (nodes, i - 1);

      if (node->parent != NULL && is_removed (node, body, effort))
        quoth_html_node_remove (node);
    }
}
