#include "quoth-html-tree.h"

#include <string.h>

#include <libxml/HTMLparser.h>

/* Deeper elements are hung up here: nobody nests so on purpose, and walks up the tree stay short */
#define MAX_DEPTH 200

#define ARENA_BYTES (256 * 1024)

/**
 * QuothHtmlTree:
 *
 * A page as libxml2's parser reports it. The nodes lie in blocks of memory that are freed together;
 * libxml2's own tree takes thrice the memory, and stops at a depth of 256.
 */
struct _QuothHtmlTree
{
  GPtrArray     *blocks;
  char          *free;
  gsize          n_free;
  QuothHtmlNode *root;
  QuothHtmlNode *current;
  guint          depth;
  guint          n_too_deep;
  GString       *text;
};

static gpointer
allocate (QuothHtmlTree *self,
          gsize          size)
{
  gpointer memory;

  size = (size + 7) & ~(gsize) 7;
  if (size > self->n_free)
    {
      self->n_free = MAX (size, ARENA_BYTES);
      self->free = g_malloc0 (self->n_free);
      g_ptr_array_add (self->blocks, self->free);
    }
  memory = self->free;
  self->free += size;
  self->n_free -= size;
  return memory;
}

static const char *
copy_string (QuothHtmlTree *self,
             const char    *string,
             gsize          length)
{
  char *copy = allocate (self, length + 1);

  memcpy (copy, string, length);
  return copy;
}

static QuothHtmlTag
find_tag (const char *name)
{
  static const char *const names[] = {
#define TAG(upper, lower) #lower,
    QUOTH_HTML_TAGS (TAG)
#undef TAG
  };
  gsize low = 0;
  gsize high = G_N_ELEMENTS (names);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = g_ascii_strcasecmp (name, names[middle]);

      if (order == 0)
        return (QuothHtmlTag) (QUOTH_TAG_OTHER + 1 + middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return QUOTH_TAG_OTHER;
}

/* Hangs up the text gathered since the last tag. */
static void
flush_text (QuothHtmlTree *self)
{
  QuothHtmlNode *node;

  if (self->text->len == 0)
    return;
  node = quoth_html_tree_add (self, QUOTH_TAG_TEXT);
  node->text = copy_string (self, self->text->str, self->text->len);
  node->length = (guint32) self->text->len;
  quoth_html_node_append (self->current, node);
  g_string_truncate (self->text, 0);
}

static void
copy_attributes (QuothHtmlTree  *self,
                 QuothHtmlNode  *node,
                 const xmlChar **attributes)
{
  QuothHtmlAttribute *copies;
  guint n = 0;

  while (attributes[2 * n] != NULL)
    n++;
  copies = allocate (self, n * sizeof *copies);
  for (guint i = 0; i < n; i++)
    {
      const char *name = (const char *) attributes[2 * i];
      const char *value = (const char *) attributes[2 * i + 1];

      copies[i].name = copy_string (self, name, strlen (name));
      copies[i].value = value != NULL ? copy_string (self, value, strlen (value)) : "";
    }
  node->attributes = copies;
  node->n_attributes = (guint16) n;
}

static void
on_start_element (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  QuothHtmlTree *self = data;
  QuothHtmlNode *node;

  flush_text (self);
  node = quoth_html_tree_add (self, find_tag ((const char *) name));
  if (attributes != NULL)
    copy_attributes (self, node, attributes);
  quoth_html_node_append (self->current, node);
  if (self->depth >= MAX_DEPTH)
    {
      self->n_too_deep++;
      return;
    }
  self->current = node;
  self->depth++;
}

static void
on_end_element (void          *data,
                const xmlChar *name G_GNUC_UNUSED)
{
  QuothHtmlTree *self = data;

  flush_text (self);
  if (self->n_too_deep > 0)
    {
      self->n_too_deep--;
      return;
    }
  if (self->current->parent != NULL)
    {
      self->current = self->current->parent;
      self->depth--;
    }
}

static void
on_characters (void          *data,
               const xmlChar *characters,
               int            length)
{
  QuothHtmlTree *self = data;

  g_string_append_len (self->text, (const char *) characters, length);
}

/**
 * quoth_html_tree_new:
 * @source: valid UTF-8, prepared by quoth_html_source_prepare()
 *
 * Parses a page. Nothing is fetched or run.
 *
 * Returns: (transfer full): a tree whose root stands for the whole page, whatever was in it
 */
QuothHtmlTree *
quoth_html_tree_new (const char *source,
                     gsize       length)
{
  static gsize initialised = 0;
  QuothHtmlTree *self = g_new0 (QuothHtmlTree, 1);
  htmlParserCtxtPtr context;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  self->root = quoth_html_tree_add (self, QUOTH_TAG_OTHER);
  self->current = self->root;

  context = htmlNewParserCtxt ();
  g_assert (context != NULL);
  memset (context->sax, 0, sizeof *context->sax);
  context->sax->startElement = on_start_element;
  context->sax->endElement = on_end_element;
  context->sax->characters = on_characters;
  context->sax->ignorableWhitespace = on_characters;
  context->sax->cdataBlock = on_characters;
  context->userData = self;
  if (length > 0)
    htmlCtxtReadMemory (context, source, (int) length, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                          | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  if (context->myDoc != NULL)
    xmlFreeDoc (context->myDoc);
  htmlFreeParserCtxt (context);
  flush_text (self);
  return self;
}

void
quoth_html_tree_free (QuothHtmlTree *self)
{
  g_ptr_array_unref (self->blocks);
  g_string_free (self->text, TRUE);
  g_free (self);
}

QuothHtmlNode *
quoth_html_tree_get_root (QuothHtmlTree *self)
{
  return self->root;
}

/**
 * quoth_html_tree_find:
 *
 * Returns: (transfer none) (nullable): the first element of a kind
 */
QuothHtmlNode *
quoth_html_tree_find (QuothHtmlTree *self,
                      QuothHtmlTag   tag)
{
  quoth_html_for_each (node, self->root)
    if (node->tag == tag)
      return node;
  return NULL;
}

/**
 * quoth_html_tree_add:
 *
 * Returns: (transfer none): a new node that is not hung up yet
 */
QuothHtmlNode *
quoth_html_tree_add (QuothHtmlTree *self,
                     QuothHtmlTag   tag)
{
  QuothHtmlNode *node = allocate (self, sizeof *node);

  node->tag = (guint8) tag;
  return node;
}

static gboolean
is_text_holder (QuothHtmlTag tag)
{
  switch ((int) tag)
    {
    case QUOTH_TAG_SPAN: case QUOTH_TAG_LI: case QUOTH_TAG_TD: case QUOTH_TAG_BLOCKQUOTE:
    case QUOTH_TAG_DL:
    case QUOTH_TAG_DIV: case QUOTH_TAG_OL: case QUOTH_TAG_P: case QUOTH_TAG_PRE:
    case QUOTH_TAG_TABLE:
    case QUOTH_TAG_UL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Chinese, Arabic and Japanese commas */
static gboolean
is_foreign_comma (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == 0xff0c || c == 0x060c || c == 0x3001;
}

static void
count_text (const QuothHtmlNode *node,
            QuothHtmlSums       *sums)
{
  const char *end = node->text + node->length;
  gboolean after_space = FALSE;

  for (const char *p = node->text; p < end; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_ascii_isspace (*p);

      if (!is_space || !after_space)
        sums->n_chars++;
      after_space = is_space;
      if (*p == ',' || ((guchar) *p >= 0x80 && is_foreign_comma (p)))
        sums->n_commas++;
    }
  if (sums->n_chars == 1 && after_space)
    sums->n_chars = 0;
}

static void
add_sums (QuothHtmlSums       *to,
          const QuothHtmlSums *from)
{
  guint32 *a = (guint32 *) to;
  const guint32 *b = (const guint32 *) from;

  for (gsize i = 0; i < sizeof *to / sizeof *a; i++)
    a[i] += b[i];
}

/* Counts an element whose children are counted. */
static void
close_sums (const QuothHtmlNode *node,
            QuothHtmlSums       *sums)
{
  const char *href;

  switch ((int) node->tag)
    {
    case QUOTH_TAG_A:
      href = quoth_html_node_get (node, "href");
      sums->n_link_chars = href != NULL && *href == '#' && href[1] != '\0' ? sums->n_chars * 3 / 10
                                                                           : sums->n_chars;
      break;
    case QUOTH_TAG_P:
      sums->n_paragraphs++;
      break;
    case QUOTH_TAG_IMG:
      sums->n_images++;
      break;
    case QUOTH_TAG_LI:
      sums->n_items++;
      break;
    case QUOTH_TAG_INPUT:
      sums->n_inputs++;
      break;
    case QUOTH_TAG_OBJECT: case QUOTH_TAG_EMBED: case QUOTH_TAG_IFRAME:
      sums->n_embeds++;
      break;
    case QUOTH_TAG_H1: case QUOTH_TAG_H2: case QUOTH_TAG_H3: case QUOTH_TAG_H4: case QUOTH_TAG_H5:
    case QUOTH_TAG_H6:
      sums->n_heading_chars = sums->n_chars;
      break;
    case QUOTH_TAG_UL: case QUOTH_TAG_OL:
      sums->n_list_chars = sums->n_chars;
      break;
    default:
      break;
    }
  if (is_text_holder (node->tag))
    sums->n_text_chars = sums->n_chars;
}

/**
 * quoth_html_tree_count:
 *
 * Counts what @top and every part of it hold, as they are now.
 */
void
quoth_html_tree_count (QuothHtmlTree *self,
                       QuothHtmlNode *top)
{
  QuothHtmlNode *node = top;

  for (;;)
    {
      QuothHtmlSums *sums = (QuothHtmlSums *) node->sums;

      if (sums == NULL)
        node->sums = sums = allocate (self, sizeof *sums);
      else
        memset (sums, 0, sizeof *sums);
      if (node->tag == QUOTH_TAG_TEXT)
        count_text (node, sums);
      if (node->first != NULL)
        {
          node = node->first;
          continue;
        }
      for (;;)
        {
          close_sums (node, (QuothHtmlSums *) node->sums);
          if (node == top)
            return;
          add_sums ((QuothHtmlSums *) node->parent->sums, node->sums);
          if (node->next != NULL)
            break;
          node = node->parent;
        }
      node = node->next;
    }
}
