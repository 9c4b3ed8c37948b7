#include "config.h"

#include "quoth-cli-format.h"

#include <glib/gi18n.h>

#include "quoth-article-json.h"
#include "quoth-copy.h"
#include "quoth-newsroom.h"
#include "quoth-quote-table.h"
#include "quoth-speaker-phrase.h"

/* The first source as it is printed, or %NULL. */
static char *
dup_source (QuothArticle *article,
            QuothQuote   *quote)
{
  GArray *sources = quoth_quote_get_sources (quote);

  return sources->len > 0
         ? quoth_article_dup_span (article, g_array_index (sources, QuothSpan, 0)) : NULL;
}

static char *
dup_line (QuothArticle *article)
{
  g_autofree char *line = quoth_article_to_json_line (article);

  return g_strconcat (line, g_str_has_suffix (line, "\n") ? "" : "\n", NULL);
}

static char *
dup_pretty (QuothArticle *article)
{
  g_autofree char *object = quoth_article_to_json_pretty (article);

  return g_strconcat (object, g_str_has_suffix (object, "\n") ? "" : "\n", NULL);
}

static char *
dup_rows (QuothArticle *article)
{
  g_autoptr (QuothCsv) csv = quoth_quote_table_new ();
  GPtrArray *quotes = quoth_article_get_quotes (article);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);
      g_autofree char *line = quoth_newsroom_dup_line (article, quote);
      g_autofree char *in_text = quoth_newsroom_dup_in_text (article, quote);
      g_autofree char *row = quoth_quote_table_dup_row (csv, article, quote, line, in_text);

      g_string_append (rows, row);
    }

  return g_string_free (rows, FALSE);
}

static char *
dup_header (void)
{
  g_autoptr (QuothCsv) csv = quoth_quote_table_new ();

  return quoth_csv_dup_header (csv);
}

static void
append_reading (GString      *text,
                QuothArticle *article,
                QuothQuote   *quote)
{
  static const QuothSpeakerForm form = {
    QUOTH_NAME_ADDRESSED, TRUE, " and ", NULL, NULL, FALSE, ", quoted by ", ", cited by ",
  };
  g_autofree char *speaker = quoth_speaker_phrase_dup (article, quote, &form);
  g_autofree char *words = quoth_copy_dup_words (article, quote);
  g_autofree char *source = dup_source (article, quote);
  const char *who = speaker != NULL ? speaker : source;

  g_string_append_printf (text, "%s\n", who != NULL ? who : _("Unknown speaker"));
  g_string_append_printf (text, "%s\n\n", words);
}

/* For people: the citation, then each speaker with the words. What somebody only wants or believes
 * is left out. */
static char *
dup_reading (QuothArticle *article)
{
  g_autofree char *citation = quoth_newsroom_dup_line (article, NULL);
  GPtrArray *quotes = quoth_article_get_quotes (article);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", citation);
  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);

      if (quoth_quote_get_quote_type (quote) == QUOTH_QUOTE_STATEMENT)
        append_reading (text, article, quote);
    }

  return g_string_free (text, FALSE);
}

static const QuothCliFormat formats[] = {
  { "json", "json", NULL, dup_pretty },
  { "jsonl", "jsonl", NULL, dup_line },
  { "csv", "csv", dup_header, dup_rows },
  { "text", "txt", NULL, dup_reading },
};

const QuothCliFormat *
quoth_cli_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];

  return NULL;
}

/**
 * quoth_cli_dup_body:
 *
 * Returns: (transfer full): the article's prose, a line a block
 */
char *
quoth_cli_dup_body (QuothArticle *article)
{
  GArray *blocks = quoth_article_get_blocks (article);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);
      g_autofree char *text = NULL;

      if (!quoth_block_kind_is_body (block->kind))
        continue;
      text = g_strdelimit (quoth_article_dup_span (article, block->span), "\r\n", ' ');
      g_string_append_printf (body, "%s\n", text);
    }

  return g_string_free (body, FALSE);
}
