#include "config.h"

#include "quoth-block-writer.h"
#include "quoth-decode.h"
#include "quoth-html-blocks.h"
#include "quoth-html-body.h"
#include "quoth-html-class.h"
#include "quoth-html-facts.h"
#include "quoth-html-page.h"
#include "quoth-html-record-body.h"
#include "quoth-html-saved.h"
#include "quoth-html-source.h"
#include "quoth-html-tree.h"
#include "quoth-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Less text than this makes the search for the article try again, more trustingly */
#define ENOUGH_BYTES 500
/* As much may be a whole, short article */
#define WORTH_KEEPING_BYTES 150
/* A stub of an article for those who have not paid is shorter than this */
#define STUB_BYTES 2000
/* A page without even a word has no article */
#define MIN_BYTES 3

static gboolean
sniff_html (const QuothReading *reading)
{
  return g_regex_match_simple ("\\A(?:<\\?xml[^>]*>|<!--.*?-->|\\s)*<(?:!doctype\\s+html|html|head|body|title|meta|link|"
                               "script|article|main|section|div|p|h[1-6]|table|br|font|center|span|a|b|i|em|strong|img)\\b",
                               reading->head, G_REGEX_CASELESS | G_REGEX_DOTALL, 0)
         || g_regex_match_simple ("<(?:html|!doctype\\s+html|body)\\b", reading->head,
                                  G_REGEX_CASELESS, 0);
}

/* Whether most of what was found is what readers wrote below the article */
static gboolean
is_of_comments (const QuothHtmlNode *body)
{
  g_autofree char *text = quoth_html_node_dup_text (body);
  gsize n_bytes = 0;

  for (const QuothHtmlNode *node = body; node != NULL;)
    {
      g_autofree char *comment = NULL;

      if (node->n_attributes == 0 || !quoth_html_is_comment (node))
        {
          node = quoth_html_node_next (node, body);
          continue;
        }
      comment = quoth_html_node_dup_text (node);
      n_bytes += strlen (comment);
      node = quoth_html_node_skip (node, body);
    }
  return n_bytes > strlen (text) / 2;
}

/* Tries to find the article, with less and less taken away, until there is enough of it. */
static QuothBlockWriter *
read_body (const char *source,
           const char *title,
           const char *standfirst)
{
  static const QuothHtmlEffort efforts[] = {
    QUOTH_HTML_STRIP_UNLIKELY | QUOTH_HTML_WEIGH_CLASSES | QUOTH_HTML_CLEAN
      | QUOTH_HTML_STRIP_HIDDEN,
    QUOTH_HTML_WEIGH_CLASSES | QUOTH_HTML_CLEAN | QUOTH_HTML_STRIP_HIDDEN,
    QUOTH_HTML_CLEAN | QUOTH_HTML_STRIP_HIDDEN,
    QUOTH_HTML_STRIP_HIDDEN,
  };
  QuothBlockWriter *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (efforts); i++)
    {
      g_autoptr(QuothHtmlTree) tree = quoth_html_tree_new (source, strlen (source));
      g_autoptr(QuothBlockWriter) writer = quoth_block_writer_new ();
      QuothHtmlNode *body = quoth_html_find_body (tree, title, efforts[i]);
      gboolean is_worse = best != NULL && quoth_block_writer_length (best) >= WORTH_KEEPING_BYTES
                          && is_of_comments (body);

      quoth_html_clean_body (tree, body, efforts[i]);
      quoth_html_write_blocks (body, title, standfirst, writer);
      if (best == NULL
          || (!is_worse && quoth_block_writer_length (writer) > quoth_block_writer_length (best)))
        {
          g_clear_pointer (&best, quoth_block_writer_free);
          best = g_steal_pointer (&writer);
        }
      if (quoth_block_writer_length (best) >= ENOUGH_BYTES)
        break;
    }
  return best;
}

/* Says so where a page shows a few lines and asks for a subscription. */
static void
note_stub (const QuothReading *reading,
           QuothBlockWriter   *writer,
           const char         *source)
{
  if (quoth_block_writer_length (writer) < STUB_BYTES
      && g_regex_match_simple ("\\b(?:subscribe|sign ?in|log ?in|register)\\b[^<.]{0,40}\\bto (?:continue|keep|read|unlock|access)\\b",
                               source, G_REGEX_CASELESS, 0))
    quoth_reading_note (reading, "%s", _("The page may show only the beginning of the article."));
}

/* Sets what is known of a page that was saved, before it is asked itself. */
static void
set_saved_facts (QuothArticle         *article,
                 const QuothHtmlSaved *saved)
{
  if (quoth_html_is_web_address (saved->address))
    quoth_article_set_fact (article, QUOTH_FACT_URL, saved->address);
  if (saved->saved != NULL)
    quoth_article_set_fact (article, QUOTH_FACT_ACCESSED, saved->saved);
}

/* The text of a page's body, or its JSON-LD's where that has more */
static QuothBlockWriter *
read_text (const char        *source,
           const QuothJsonLd *record,
           QuothArticle      *article)
{
  QuothBlockWriter *writer = read_body (source, quoth_article_get_fact (article, QUOTH_FACT_TITLE),
                                        quoth_article_get_fact (article, QUOTH_FACT_SUBTITLE));
  QuothBlockWriter *other = quoth_html_read_record_body (record->body, writer);

  if (other == NULL)
    return writer;
  quoth_block_writer_free (writer);
  return other;
}

/**
 * quoth_html_saved_read:
 * @self: what is found out about how the page was saved is added
 *
 * Reads a page that came by itself or within something else.
 *
 * Returns: (transfer full) (nullable) (element-type QuothArticle): the article
 */
GPtrArray *
quoth_html_saved_read (QuothHtmlSaved      *self,
                       const QuothReading  *reading,
                       GError             **error)
{
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *declared = self->charset != NULL
                                ? g_strdup (self->charset)
                                : quoth_decode_dup_declared (self->data, self->length);
  g_autofree char *html = quoth_decode (self->data, self->length, declared, reading->notes, NULL);
  g_autofree char *source = quoth_html_source_prepare (html, records, error);
  g_autoptr(QuothHtmlTree) tree = NULL;
  g_autoptr(QuothJsonLd) record = NULL;
  g_autoptr(QuothBlockWriter) writer = NULL;
  g_autoptr(QuothArticle) article = quoth_reading_new_article (reading);

  if (source == NULL)
    return NULL;
  quoth_html_saved_scan (self, html);
  tree = quoth_html_tree_new (source, strlen (source));
  record = quoth_json_ld_read (records);
  set_saved_facts (article, self);
  quoth_html_read_facts (tree, record, article);
  quoth_html_set_tidy (article, QUOTH_FACT_TITLE, self->title);
  writer = read_text (source, record, article);
  if (quoth_block_writer_length (writer) < MIN_BYTES)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("No article was found in the page."));
      return NULL;
    }
  note_stub (reading, writer, source);
  quoth_block_writer_finish (writer, article);
  g_ptr_array_add (articles, g_steal_pointer (&article));
  return g_steal_pointer (&articles);
}

static GPtrArray *
read_html (const QuothReading  *reading,
           GError             **error)
{
  QuothHtmlSaved saved = { .data = reading->data,
                           .length = reading->length,
                           .charset = g_strdup (reading->charset) };
  GPtrArray *articles = quoth_html_saved_read (&saved, reading, error);

  quoth_html_saved_clear (&saved);
  return articles;
}

const QuothReader quoth_html_reader = {
  .name = "html",
  .media_type = "text/html",
  .sniff = sniff_html,
  .read = read_html,
};
