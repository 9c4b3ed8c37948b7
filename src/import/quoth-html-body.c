#include "quoth-html-body.h"

#include "quoth-html-class.h"

#include <string.h>

/*
 * Finds the element that holds the article, by Arc90's way of scoring as Mozilla's reader view has
 * it: each paragraph speaks for the elements around it, by its length and commas; links speak
 * against them.
 */

#define MIN_PARAGRAPH_CHARS 25
/* What is called after consent and holds more than this is the whole page, waiting for it */
#define MAX_CONSENT_SHARE 0.9

#define N_TOP_CANDIDATES 5
#define N_SCORED_ANCESTORS 5

static gboolean
is_scored_tag (QuothHtmlTag tag)
{
  switch ((int) tag)
    {
    case QUOTH_TAG_SECTION: case QUOTH_TAG_H2: case QUOTH_TAG_H3: case QUOTH_TAG_H4:
    case QUOTH_TAG_H5: case QUOTH_TAG_H6:
    case QUOTH_TAG_P: case QUOTH_TAG_TD: case QUOTH_TAG_PRE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_removed_when_empty (QuothHtmlTag tag)
{
  switch ((int) tag)
    {
    case QUOTH_TAG_DIV: case QUOTH_TAG_SECTION: case QUOTH_TAG_HEADER: case QUOTH_TAG_H1:
    case QUOTH_TAG_H2:
    case QUOTH_TAG_H3: case QUOTH_TAG_H4: case QUOTH_TAG_H5: case QUOTH_TAG_H6:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_blank_text (const QuothHtmlNode *node)
{
  if (node->tag != QUOTH_TAG_TEXT)
    return FALSE;
  for (const char *p = node->text; p < node->text + node->length; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (const QuothHtmlNode *node)
{
  for (const QuothHtmlNode *child = node->first; child != NULL; child = child->next)
    if (!is_blank_text (child) && child->tag != QUOTH_TAG_BR && child->tag != QUOTH_TAG_HR)
      return FALSE;
  return TRUE;
}

static gboolean
has_block_inside (const QuothHtmlNode *top)
{
  for (const QuothHtmlNode *node = top->first; node != NULL;
       node = quoth_html_node_next (node, top))
    switch ((int) node->tag)
      {
      case QUOTH_TAG_BLOCKQUOTE: case QUOTH_TAG_DL: case QUOTH_TAG_DIV: case QUOTH_TAG_IMG:
      case QUOTH_TAG_OL:
      case QUOTH_TAG_P: case QUOTH_TAG_PRE: case QUOTH_TAG_TABLE: case QUOTH_TAG_UL:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/* The <p> that is all there is in an element */
static QuothHtmlNode *
find_single_paragraph (const QuothHtmlNode *node)
{
  QuothHtmlNode *only = NULL;

  for (QuothHtmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (is_blank_text (child))
        continue;
      if (only != NULL || child->tag != QUOTH_TAG_P)
        return NULL;
      only = child;
    }
  return only;
}

/* Puts runs of inline content that stand bare in a <div> into paragraphs, a new one after two line
 * breaks. */
static void
wrap_inline_content (QuothHtmlTree *tree,
                     QuothHtmlNode *division)
{
  QuothHtmlNode *paragraph = NULL;
  QuothHtmlNode *next;
  guint n_breaks = 0;

  for (QuothHtmlNode *child = division->first; child != NULL; child = next)
    {
      next = child->next;
      if (!quoth_html_is_inline (child))
        {
          paragraph = NULL;
          n_breaks = 0;
          continue;
        }
      if (child->tag == QUOTH_TAG_BR)
        n_breaks++;
      else if (!is_blank_text (child))
        {
          if (n_breaks > 1)
            paragraph = NULL;
          n_breaks = 0;
        }
      if (paragraph != NULL)
        quoth_html_node_append (paragraph, child);
      else if (!is_blank_text (child) && child->tag != QUOTH_TAG_BR)
        {
          paragraph = quoth_html_tree_add (tree, QUOTH_TAG_P);
          quoth_html_node_replace (child, paragraph);
          quoth_html_node_append (paragraph, child);
        }
    }
}

/* Splits a <p> at two or more line breaks. */
static void
split_at_breaks (QuothHtmlTree *tree,
                 QuothHtmlNode *paragraph)
{
  QuothHtmlNode *target = paragraph;
  QuothHtmlNode *next;
  guint n_breaks = 0;

  for (QuothHtmlNode *child = paragraph->first; child != NULL; child = next)
    {
      next = child->next;
      if (child->tag == QUOTH_TAG_BR)
        n_breaks++;
      else if (!is_blank_text (child))
        {
          if (n_breaks > 1)
            {
              QuothHtmlNode *other = quoth_html_tree_add (tree, QUOTH_TAG_P);

              other->parent = target->parent;
              other->previous = target;
              other->next = target->next;
              if (target->next != NULL)
                target->next->previous = other;
              else
                target->parent->last = other;
              target->next = other;
              target = other;
            }
          n_breaks = 0;
        }
      if (target != paragraph)
        quoth_html_node_append (target, child);
    }
}

/* Whether a heading says what the title says */
static gboolean
repeats_title (const QuothHtmlNode *heading,
               const char          *title)
{
  g_autofree char *text = NULL;
  g_autofree char *folded_text = NULL;
  g_autofree char *folded_title = NULL;

  if (title == NULL || (heading->tag != QUOTH_TAG_H1 && heading->tag != QUOTH_TAG_H2))
    return FALSE;
  text = quoth_html_node_dup_text (heading);
  folded_text = g_utf8_casefold (text, -1);
  folded_title = g_utf8_casefold (title, -1);
  return strlen (folded_text) > 8
         && (strstr (folded_title, folded_text) != NULL
             || strstr (folded_text, folded_title) != NULL);
}

static void
score_init (QuothHtmlNode   *node,
            QuothHtmlEffort  effort)
{
  if (node->flags & QUOTH_HTML_SCORED)
    return;
  node->flags |= QUOTH_HTML_SCORED;
  node->score = 0;
  switch ((int) node->tag)
    {
    case QUOTH_TAG_DIV:
      node->score = 5;
      break;
    case QUOTH_TAG_PRE: case QUOTH_TAG_TD: case QUOTH_TAG_BLOCKQUOTE:
      node->score = 3;
      break;
    case QUOTH_TAG_ADDRESS: case QUOTH_TAG_OL: case QUOTH_TAG_UL: case QUOTH_TAG_DL:
    case QUOTH_TAG_DD: case QUOTH_TAG_DT:
    case QUOTH_TAG_LI: case QUOTH_TAG_FORM:
      node->score = -3;
      break;
    case QUOTH_TAG_H1: case QUOTH_TAG_H2: case QUOTH_TAG_H3: case QUOTH_TAG_H4: case QUOTH_TAG_H5:
    case QUOTH_TAG_H6:
    case QUOTH_TAG_TH:
      node->score = -5;
      break;
    default:
      break;
    }
  if (effort & QUOTH_HTML_WEIGH_CLASSES)
    node->score += quoth_html_class_weight (node);
}

/* Turns a <div> into what it is: a paragraph, the wrapping of one, or a part of the page. */
static QuothHtmlNode *
settle_division (QuothHtmlTree *tree,
                 QuothHtmlNode *node,
                 gboolean      *is_scored)
{
  QuothHtmlNode *only;

  wrap_inline_content (tree, node);
  only = find_single_paragraph (node);
  if (only != NULL)
    {
      quoth_html_tree_count (tree, only);
      if (quoth_html_node_link_density (only) < 0.25)
        {
          quoth_html_node_remove (only);
          quoth_html_node_replace (node, only);
          *is_scored = TRUE;
          return only;
        }
    }
  else if (!has_block_inside (node))
    {
      node->tag = QUOTH_TAG_P;
      *is_scored = TRUE;
    }
  return node;
}

/* What is there to be used, not read; a <nav> that was never closed may hold the whole page */
static gboolean
is_control (const QuothHtmlNode *node)
{
  switch ((int) node->tag)
    {
    case QUOTH_TAG_SELECT: case QUOTH_TAG_OPTION: case QUOTH_TAG_BUTTON: case QUOTH_TAG_TEXTAREA:
    case QUOTH_TAG_MENU:
    case QUOTH_TAG_DIALOG:
      return TRUE;
    case QUOTH_TAG_NAV:
      return node->sums != NULL
             && (quoth_html_node_link_density (node) > 0.5
                 || node->sums->n_chars < MIN_PARAGRAPH_CHARS);
    default:
      return FALSE;
    }
}

static gboolean
is_short_byline (const QuothHtmlNode *node)
{
  g_autofree char *text = NULL;
  gsize length;

  if (node->tag == QUOTH_TAG_BODY || !quoth_html_is_byline (node))
    return FALSE;
  text = quoth_html_node_dup_text (node);
  length = g_utf8_strlen (text, -1);
  return length > 0 && length < 100;
}

static gboolean
is_for_consent (const QuothHtmlNode *node,
                const QuothHtmlNode *page)
{
  return node->sums != NULL && node->sums->n_chars < page->sums->n_chars * MAX_CONSENT_SHARE
         && quoth_html_is_consent (node);
}

/* Whether an element cannot be of the article, whatever else is on the page */
static gboolean
is_beside (const QuothHtmlNode *node,
           const QuothHtmlNode *page,
           QuothHtmlEffort      effort)
{
  if (((effort & QUOTH_HTML_STRIP_HIDDEN) || node->n_attributes == 0)
      && quoth_html_is_hidden (node))
    return TRUE;
  if (is_short_byline (node) || is_control (node) || is_for_consent (node, page))
    return TRUE;
  if ((effort & QUOTH_HTML_STRIP_UNLIKELY) && node->tag != QUOTH_TAG_BODY
      && node->tag != QUOTH_TAG_A && quoth_html_is_unlikely (node)
      && quoth_html_node_ancestor (node, QUOTH_TAG_TABLE) == NULL
      && quoth_html_node_ancestor (node, QUOTH_TAG_CODE) == NULL)
    return TRUE;
  return is_removed_when_empty (node->tag) && is_empty (node);
}

/* Takes out what cannot be the article's and gathers the elements whose text counts. */
static GPtrArray *
prepare_page (QuothHtmlTree   *tree,
              QuothHtmlNode   *page,
              const char      *title,
              QuothHtmlEffort  effort)
{
  GPtrArray *scored = g_ptr_array_new ();
  gboolean has_title = FALSE;
  QuothHtmlNode *next;

  for (QuothHtmlNode *node = quoth_html_node_next (page, page); node != NULL; node = next)
    {
      gboolean is_scored = is_scored_tag (node->tag);
      gboolean is_title;

      if (node->tag == QUOTH_TAG_TEXT)
        {
          next = quoth_html_node_next (node, page);
          continue;
        }
      is_title = !has_title && repeats_title (node, title);
      if (is_title || is_beside (node, page, effort))
        {
          has_title |= is_title;
          next = quoth_html_node_skip (node, page);
          quoth_html_node_remove (node);
          continue;
        }
      if (node->tag == QUOTH_TAG_DIV)
        node = settle_division (tree, node, &is_scored);
      else if (node->tag == QUOTH_TAG_P)
        split_at_breaks (tree, node);
      if (is_scored)
        g_ptr_array_add (scored, node);
      next = quoth_html_node_next (node, page);
    }
  return scored;
}

static void
add_candidate (GPtrArray     *candidates,
               QuothHtmlNode *node)
{
  guint at = 0;

  while (at < candidates->len
         && ((QuothHtmlNode *) g_ptr_array_index (candidates, at))->score >= node->score)
    at++;
  if (at >= N_TOP_CANDIDATES)
    return;
  g_ptr_array_insert (candidates, (gint) at, node);
  if (candidates->len > N_TOP_CANDIDATES)
    g_ptr_array_set_size (candidates, N_TOP_CANDIDATES);
}

/* Lets each element's text speak for its ancestors; gives the best of them, best first. */
static GPtrArray *
score_candidates (GPtrArray       *scored,
                  QuothHtmlNode   *page,
                  QuothHtmlEffort  effort)
{
  g_autoptr(GPtrArray) candidates = g_ptr_array_new ();
  GPtrArray *best = g_ptr_array_new ();

  for (guint i = 0; i < scored->len; i++)
    {
      QuothHtmlNode *node = g_ptr_array_index (scored, i);
      QuothHtmlNode *ancestor = node->parent;
      double score;

      if (ancestor == NULL || node->sums == NULL || node->sums->n_chars < MIN_PARAGRAPH_CHARS)
        continue;
      score = 2 + node->sums->n_commas + MIN (node->sums->n_chars / 100, 3);
      for (guint level = 0;
           level < N_SCORED_ANCESTORS && ancestor != NULL && ancestor->parent != NULL;
           level++, ancestor = ancestor->parent)
        {
          if (!(ancestor->flags & QUOTH_HTML_SCORED))
            {
              score_init (ancestor, effort);
              g_ptr_array_add (candidates, ancestor);
            }
          ancestor->score += (float) (score / (level == 0 ? 1 : level == 1 ? 2 : level * 3));
          if (ancestor == page)
            break;
        }
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      QuothHtmlNode *node = g_ptr_array_index (candidates, i);

      node->score *= (float) (1 - quoth_html_node_link_density (node));
      add_candidate (best, node);
    }
  return best;
}

/* Goes up from the best candidate to where others that are as good meet it. */
static QuothHtmlNode *
find_shared_ancestor (GPtrArray     *best,
                      QuothHtmlNode *page)
{
  QuothHtmlNode *top = g_ptr_array_index (best, 0);
  guint n_good = 0;

  for (guint i = 1; i < best->len; i++)
    if (((QuothHtmlNode *) g_ptr_array_index (best, i))->score >= top->score * 0.75)
      n_good++;
  if (n_good < 3)
    return top;
  for (QuothHtmlNode *up = top->parent; up != NULL && up != page; up = up->parent)
    {
      guint n_inside = 0;

      for (guint i = 1; i <= n_good; i++)
        for (QuothHtmlNode *node = ((QuothHtmlNode *) g_ptr_array_index (best, i))->parent;
             node != NULL; node = node->parent)
          if (node == up)
            {
              n_inside++;
              break;
            }
      if (n_inside >= 3)
        return up;
    }
  return top;
}

static gboolean
is_only_child (const QuothHtmlNode *node)
{
  guint n = 0;

  for (const QuothHtmlNode *child = node->parent->first; child != NULL; child = child->next)
    n += child->tag != QUOTH_TAG_TEXT;
  return n == 1;
}

/* Goes up as long as that makes the score better, and through parents that hold nothing else. */
static QuothHtmlNode *
climb (QuothHtmlNode   *top,
       QuothHtmlNode   *page,
       QuothHtmlEffort  effort)
{
  float last_score, threshold;

  score_init (top, effort);
  last_score = top->score;
  threshold = last_score / 3;
  for (QuothHtmlNode *up = top->parent; up != NULL && up != page; up = up->parent)
    {
      if (!(up->flags & QUOTH_HTML_SCORED))
        continue;
      if (up->score < threshold)
        break;
      if (up->score > last_score)
        {
          top = up;
          break;
        }
      last_score = up->score;
    }
  while (top->parent != NULL && top->parent != page && top->parent->parent != NULL
         && is_only_child (top))
    top = top->parent;
  score_init (top, effort);
  return top;
}

static gboolean
has_full_stop (const QuothHtmlNode *node)
{
  g_autofree char *text = quoth_html_node_dup_text (node);

  return g_regex_match_simple ("\\.( |$)", text, 0, 0);
}

/* Whether an element beside the best one is more of the article. */
static gboolean
is_continuation (const QuothHtmlNode *sibling,
                 const QuothHtmlNode *top)
{
  const char *class = quoth_html_node_get (top, "class");
  const char *other = quoth_html_node_get (sibling, "class");
  double threshold = MAX (10, top->score * 0.2);
  double bonus = class != NULL && *class != '\0' && g_strcmp0 (class, other) == 0 ? top->score * 0.2
                                                                                  : 0;
  double link_density;

  if ((sibling->flags & QUOTH_HTML_SCORED) && sibling->score + bonus >= threshold)
    return TRUE;
  if (sibling->tag != QUOTH_TAG_P || sibling->sums == NULL)
    return FALSE;
  link_density = quoth_html_node_link_density (sibling);
  if (sibling->sums->n_chars > 80)
    return link_density < 0.25;
  return sibling->sums->n_chars > 0 && link_density == 0 && has_full_stop (sibling);
}

/* Puts the best element and its continuations into a new one. */
static QuothHtmlNode *
gather (QuothHtmlTree *tree,
        QuothHtmlNode *top)
{
  QuothHtmlNode *article = quoth_html_tree_add (tree, QUOTH_TAG_ARTICLE);
  QuothHtmlNode *next;

  for (QuothHtmlNode *sibling = top->parent->first; sibling != NULL; sibling = next)
    {
      next = sibling->next;
      if (sibling == top || is_continuation (sibling, top))
        quoth_html_node_append (article, sibling);
    }
  return article;
}

/**
 * quoth_html_find_body:
 * @title: (nullable): the article's; a heading that repeats it goes
 *
 * Finds the part of a page that holds the article. The tree is changed on the way.
 *
 * Returns: (transfer none): an element that is not part of the page any more
 */
QuothHtmlNode *
quoth_html_find_body (QuothHtmlTree   *tree,
                      const char      *title,
                      QuothHtmlEffort  effort)
{
  QuothHtmlNode *page = quoth_html_tree_find (tree, QUOTH_TAG_BODY);
  g_autoptr(GPtrArray) scored = NULL;
  g_autoptr(GPtrArray) best = NULL;
  QuothHtmlNode *top;

  if (page == NULL)
    page = quoth_html_tree_get_root (tree);
  quoth_html_tree_count (tree, page);
  scored = prepare_page (tree, page, title, effort);
  quoth_html_tree_count (tree, page);
  best = score_candidates (scored, page, effort);
  if (best->len == 0 || g_ptr_array_index (best, 0) == page)
    return page;
  top = find_shared_ancestor (best, page);
  top = climb (top, page, effort);
  return gather (tree, top);
}
