#include "config.h"

#include "quoth-decode.h"
#include "quoth-document.h"
#include "quoth-front-matter.h"
#include "quoth-html-source.h"
#include "quoth-html-tree.h"

#include <cmark.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Markdown, by CommonMark's own library, with front matter above it or without */

/* Longer texts that look like Markdown are read as plain text: the parser takes longer than a
   person waits */
#define MAX_BYTES (2 * 1024 * 1024)
/* The parser looks at every list around a blank line */
#define MAX_NESTING 100
#define MAX_INDENT 400

/* Stands where a line of the file ends within a paragraph, until it is known whether that is a
   table's row */
#define LINE_END '\v'

typedef struct
{
  QuothDocument *document;
  GString       *text;
  guint          n_quotations;  /* around this place */
  guint          n_items;
  guint          n_images;
} Walk;

/* What a text shows of Markdown, and how much each of it proves; a plain text may have one of them
   by chance. */
static const struct {
  const char *pattern;
  guint       points;
} signs[] = {
  { "\\A#{1,6} +\\S", 2 },
  { "\\n\\n#{1,6} +\\S.*\\n\\n", 1 },
  { "\\A[^\\s#>*-].*\\n=== *=*\\n", 2 },
  { "!?\\[[^\\]\\n]+\\]\\((?:https?:|mailto:|/|#)[^)\\n]*\\)", 2 },
  { "^\\[[^\\]\\n]+\\]: +https?:", 2 },
  { "(?<![\\w*])\\*\\*[^\\s*][^*\\n]*\\*\\*(?![\\w*])", 1 },
  { "^[*+-] +\\S.*\\n+[*+-] +\\S", 1 },
  { "\\n\\n> ?\\S", 1 },
};

static guint
count_points (const char *text)
{
  guint points = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_regex_match_simple (signs[i].pattern, text, G_REGEX_MULTILINE, 0))
      points += signs[i].points;
  return points;
}

/* The text with one kind of line break */
static char *
dup_lines (const char *text)
{
  GString *lines = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_c (lines, *p);
    else if (p[1] != '\n')
      g_string_append_c (lines, '\n');
  return g_string_free (lines, FALSE);
}

/* A file's name is a hint: less proof is wanted of one that is called Markdown, more of one that is
   called text. */
static gboolean
sniff_markdown (const QuothReading *reading)
{
  g_autofree char *name = reading->name != NULL ? g_ascii_strdown (reading->name, -1) : NULL;
  g_autofree char *head = NULL;
  guint wanted = 3;

  if (reading->length > MAX_BYTES)
    return FALSE;
  head = dup_lines (reading->head);
  if (quoth_front_matter_find (head) > 0)
    return TRUE;
  if (name != NULL && (g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown")))
    wanted = 1;
  else if (name != NULL && g_str_has_suffix (name, ".txt"))
    wanted = 5;
  return count_points (head) >= wanted;
}

/* Blank lines become one, which is all they mean; lines that would take the parser too deep are
   refused. */
static gboolean
prepare (const char  *text,
         GString     *source,
         GError     **error)
{
  gboolean after_blank = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\n");
      gsize indent = strspn (p, " \t");
      gsize lead = strspn (p, " \t>*+-");
      gboolean is_blank = indent >= length;
      guint n_marks = 0;

      for (gsize i = 0; i < lead; i++)
        n_marks += p[i] == '>' || (strchr ("*+-", p[i]) != NULL && strchr (" \t",
                                                                           p[i + 1]) != NULL);
      if (n_marks > MAX_NESTING || (!is_blank && indent > MAX_INDENT))
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("Lists and quotations are nested more than %d deep in the text."),
                         MAX_NESTING);
          return FALSE;
        }
      if (!is_blank || !after_blank)
        {
          g_string_append_len (source, p, is_blank ? 0 : (gssize) length);
          g_string_append_c (source, '\n');
        }
      after_blank = is_blank;
      p += length + (p[length] == '\n');
    }
  return TRUE;
}

/* What of Markdown's wider dialects stands in a text: marks of notes, and attributes behind
   headings */
static char *
dup_without_marks (const char *text)
{
  static const char pattern[] = "\\[\\^[^\\]\\s]+\\]:?|\\s*\\{[#.][^{}]*\\}\\s*$";
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
add_block (Walk           *walk,
           QuothBlockKind  kind,
           const char     *written)
{
  g_autofree char *text = dup_without_marks (written);

  g_strdelimit (text, "\v", ' ');
  quoth_document_add (walk->document, kind, text);
}

/* Whether a line is the one that parts a table's head from its rows */
static gboolean
is_table (const char *text)
{
  return strchr (text, '|') != NULL
         && g_regex_match_simple ("\\v *\\|? *:?-+:? *(?:\\| *:?-+:? *)*\\|? *(?:\\v|$)", text, 0,
                                  0);
}

static void
add_rows (Walk       *walk,
          const char *text)
{
  g_auto(GStrv) rows = g_strsplit (text, "\v", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *row = NULL;
      g_autoptr(GString) tidy = g_string_new (NULL);

      if (g_regex_match_simple ("^[ |:-]*$", rows[i], 0, 0))
        continue;
      row = g_strdelimit (g_strdup (rows[i]), "|", ' ');
      quoth_document_append_words (tidy, row, -1);
      add_block (walk, QUOTH_BLOCK_PARAGRAPH, tidy->str);
    }
}

static void
end_paragraph (Walk *walk)
{
  QuothBlockKind kind = QUOTH_BLOCK_PARAGRAPH;

  if (walk->n_quotations > 0)
    kind = QUOTH_BLOCK_BLOCK_QUOTATION;
  else if (walk->n_items > 0)
    kind = QUOTH_BLOCK_LIST_ITEM;
  if (is_table (walk->text->str))
    add_rows (walk, walk->text->str);
  else
    add_block (walk, kind, walk->text->str);
  g_string_truncate (walk->text, 0);
}

/* Markup within Markdown: its text, as a page would show it */
static void
add_markup (Walk       *walk,
            const char *markup)
{
  g_autofree char *source = quoth_html_source_prepare (markup, NULL,
                                                       NULL); /* what is over a limit has no text */
  g_autoptr(QuothHtmlTree) tree = source != NULL ? quoth_html_tree_new (source, strlen (source))
    : NULL;
  g_autofree char *text = tree != NULL ? quoth_html_node_dup_text (quoth_html_tree_get_root (tree))
    : NULL;

  if (text != NULL)
    add_block (walk, QUOTH_BLOCK_PARAGRAPH, text);
}

static void
add_inline (Walk       *walk,
            cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);

  if (walk->n_images > 0)
    return;
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT: case CMARK_NODE_CODE:
      quoth_document_append_words (walk->text, literal, -1);
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (walk->text, LINE_END);
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (walk->text, '\n');
      break;
    case CMARK_NODE_HTML_INLINE:
      if (g_ascii_strncasecmp (literal, "<br", 3) == 0)
        g_string_append_c (walk->text, '\n');
      break;
    }
}

static void
enter (Walk       *walk,
       cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->n_quotations++;
      break;
    case CMARK_NODE_ITEM:
      walk->n_items++;
      break;
    case CMARK_NODE_IMAGE:
      walk->n_images++;
      break;
    case CMARK_NODE_CODE_BLOCK:
      quoth_document_append_words (walk->text, cmark_node_get_literal (node), -1);
      end_paragraph (walk);
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_markup (walk, cmark_node_get_literal (node));
      break;
    default:
      add_inline (walk, node);
    }
}

static void
leave (Walk       *walk,
       cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->n_quotations--;
      break;
    case CMARK_NODE_ITEM:
      walk->n_items--;
      break;
    case CMARK_NODE_IMAGE:
      walk->n_images--;
      break;
    case CMARK_NODE_PARAGRAPH:
      end_paragraph (walk);
      break;
    case CMARK_NODE_HEADING:
      add_block (walk, QUOTH_BLOCK_HEADING, walk->text->str);
      g_string_truncate (walk->text, 0);
      break;
    }
}

static void
read_nodes (QuothDocument *document,
            const char    *source,
            gsize          length)
{
  cmark_node *root = cmark_parse_document (source, length, CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  Walk walk = { .document = document, .text = g_string_new (NULL) };
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER)
      enter (&walk, cmark_iter_get_node (iter));
    else
      leave (&walk, cmark_iter_get_node (iter));
  g_string_free (walk.text, TRUE);
  cmark_iter_free (iter);
  cmark_node_free (root);
}

static GPtrArray *
read_markdown (const QuothReading  *reading,
               GError             **error)
{
  g_autofree char *decoded = g_strchug (quoth_decode (reading->data, reading->length,
                                                      reading->charset,
                                                      reading->notes, NULL));
  g_autofree char *text = dup_lines (decoded);
  g_autoptr(QuothDocument) document = quoth_document_new (reading);
  g_autoptr(GString) source = g_string_new (NULL);
  gsize length = quoth_front_matter_find (text);

  quoth_front_matter_read (document, text, length);
  if (!prepare (text + length, source, error))
    return NULL;
  read_nodes (document, source->str, source->len);
  return quoth_document_finish (document, reading, error);
}

const QuothReader quoth_markdown_reader = {
  .name = "markdown",
  .media_type = "text/markdown",
  .sniff = sniff_markdown,
  .read = read_markdown,
};
