#include "quoth-html-tree.h"

#include <string.h>

/* One node of a page's tree: its attributes, its neighbours, its text */

/**
 * quoth_html_node_get:
 *
 * Returns: (transfer none) (nullable): the value of an attribute
 */
const char *
quoth_html_node_get (const QuothHtmlNode *self,
                     const char          *attribute)
{
  for (guint i = 0; i < self->n_attributes; i++)
    if (g_ascii_strcasecmp (self->attributes[i].name, attribute) == 0)
      return self->attributes[i].value;
  return NULL;
}

/**
 * quoth_html_node_has:
 *
 * Returns: whether @value is one of the words of an attribute
 */
gboolean
quoth_html_node_has (const QuothHtmlNode *self,
                     const char          *attribute,
                     const char          *value)
{
  const char *words = quoth_html_node_get (self, attribute);
  gsize length = strlen (value);

  while (words != NULL && *words != '\0')
    {
      gsize n;

      words += strspn (words, " \t\r\n\f");
      n = strcspn (words, " \t\r\n\f");
      if (n == length && g_ascii_strncasecmp (words, value, n) == 0)
        return TRUE;
      words += n;
    }
  return FALSE;
}

/* The node after this one and all that is in it */
QuothHtmlNode *
quoth_html_node_skip (const QuothHtmlNode *self,
                      const QuothHtmlNode *top)
{
  while (self != NULL && self != top)
    {
      if (self->next != NULL)
        return self->next;
      self = self->parent;
    }
  return NULL;
}

/* The next node in document order */
QuothHtmlNode *
quoth_html_node_next (const QuothHtmlNode *self,
                      const QuothHtmlNode *top)
{
  return self->first != NULL ? self->first : quoth_html_node_skip (self, top);
}

/* The nearest element of a kind around this one */
QuothHtmlNode *
quoth_html_node_ancestor (const QuothHtmlNode *self,
                          QuothHtmlTag         tag)
{
  for (QuothHtmlNode *node = self->parent; node != NULL; node = node->parent)
    if (node->tag == tag)
      return node;
  return NULL;
}

/* Takes what a part of the page holds off what its ancestors hold. */
static void
subtract_sums (const QuothHtmlNode *part)
{
  static const QuothHtmlSums nothing;

  if (part->sums == NULL || memcmp (part->sums, &nothing, sizeof nothing) == 0)
    return;
  for (QuothHtmlNode *node = part->parent; node != NULL && node->sums != NULL; node = node->parent)
    {
      guint32 *a = (guint32 *) node->sums;
      const guint32 *b = (const guint32 *) part->sums;

      for (gsize i = 0; i < sizeof nothing / sizeof *a; i++)
        a[i] -= MIN (a[i], b[i]);
    }
}

/* Takes a node out of the tree, and what it holds off what its ancestors hold. */
void
quoth_html_node_remove (QuothHtmlNode *self)
{
  if (self->parent == NULL)
    return;
  subtract_sums (self);
  if (self->previous != NULL)
    self->previous->next = self->next;
  else
    self->parent->first = self->next;
  if (self->next != NULL)
    self->next->previous = self->previous;
  else
    self->parent->last = self->previous;
  self->parent = self->next = self->previous = NULL;
}

void
quoth_html_node_append (QuothHtmlNode *self,
                        QuothHtmlNode *child)
{
  quoth_html_node_remove (child);
  child->parent = self;
  child->previous = self->last;
  if (self->last != NULL)
    self->last->next = child;
  else
    self->first = child;
  self->last = child;
}

/* Puts a node that is not in the tree at the place of this one. */
void
quoth_html_node_replace (QuothHtmlNode *self,
                         QuothHtmlNode *with)
{
  g_assert (with->parent == NULL);

  with->parent = self->parent;
  with->previous = self->previous;
  with->next = self->next;
  if (self->previous != NULL)
    self->previous->next = with;
  else
    self->parent->first = with;
  if (self->next != NULL)
    self->next->previous = with;
  else
    self->parent->last = with;
  self->parent = self->next = self->previous = NULL;
}

static gboolean
is_on_own_line (const QuothHtmlNode *node)
{
  switch ((int) node->tag)
    {
    case QUOTH_TAG_ADDRESS: case QUOTH_TAG_BLOCKQUOTE: case QUOTH_TAG_DD: case QUOTH_TAG_DIV:
    case QUOTH_TAG_DT:
    case QUOTH_TAG_FIGCAPTION: case QUOTH_TAG_H1: case QUOTH_TAG_H2: case QUOTH_TAG_H3:
    case QUOTH_TAG_H4:
    case QUOTH_TAG_LI: case QUOTH_TAG_P: case QUOTH_TAG_SECTION: case QUOTH_TAG_TD:
    case QUOTH_TAG_TR: case QUOTH_TAG_UL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether an element with a line of its own ended right before @node */
static gboolean
ends_line (const QuothHtmlNode *node,
           const QuothHtmlNode *top)
{
  for (; node != top; node = node->parent)
    {
      const QuothHtmlNode *before = node->previous;

      if (before != NULL)
        return is_on_own_line (before);
    }
  return FALSE;
}

/**
 * quoth_html_node_dup_text:
 *
 * Returns: (transfer full): the text in a part of the page, runs of white space as one space
 */
char *
quoth_html_node_dup_text (const QuothHtmlNode *self)
{
  GString *text = g_string_new (NULL);

  for (const QuothHtmlNode *node = self; node != NULL; node = quoth_html_node_next (node, self))
    {
      const char *end = node->text != NULL ? node->text + node->length : NULL;

      if (text->len > 0 && text->str[text->len - 1] != ' '
          && (node->tag == QUOTH_TAG_BR || is_on_own_line (node) || ends_line (node, self)))
        g_string_append_c (text, ' ');
      if (node->tag != QUOTH_TAG_TEXT)
        continue;
      for (const char *p = node->text; p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (!g_unichar_isspace (c))
            g_string_append_unichar (text, c);
          else if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
        }
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* Which part of the text is in links; the node is to be counted. */
double
quoth_html_node_link_density (const QuothHtmlNode *self)
{
  if (self->sums == NULL || self->sums->n_chars == 0)
    return 0;
  return (double) self->sums->n_link_chars / self->sums->n_chars;
}
