#include "config.h"

#include "quoth-cli-format.h"

#include <glib/gi18n.h>

#include "quoth-article-json.h"
#include "quoth-cli-csv.h"
#include "quoth-copy.h"
#include "quoth-speaker-phrase.h"

#define CSV_HEADER                                                                          \
  "article,quote,kind,type,words,speaker,role,on_behalf_of,source,cue,confidence,"          \
  "speaker_confidence,title,publication,published,url,citation\r\n"

/* The first source as it is printed, or %NULL. */
static char *
dup_source (QuothArticle *article,
            QuothQuote   *quote)
{
  GArray *sources = quoth_quote_get_sources (quote);

  return sources->len > 0 ? quoth_article_dup_span (article, g_array_index (sources, QuothSpan, 0)) : NULL;
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

static void
append_number (GString *row,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  quoth_csv_append (row, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

static void
append_speaker (GString    *row,
                QuothQuote *quote)
{
  QuothEntity *speaker = quoth_quote_get_speaker (quote);
  QuothEntity *organisation = quoth_quote_get_on_behalf_of (quote);
  g_autofree char *name = speaker != NULL ? quoth_entity_dup_full_name (speaker) : NULL;
  g_autofree char *role = speaker != NULL ? quoth_entity_dup_role (speaker) : NULL;

  quoth_csv_append (row, name);
  quoth_csv_append (row, role);
  quoth_csv_append (row, organisation != NULL ? quoth_entity_get_name (organisation) : NULL);
}

static void
append_row (GString      *rows,
            QuothArticle *article,
            QuothQuote   *quote)
{
  static const QuothFact facts[] = {
    QUOTH_FACT_TITLE, QUOTH_FACT_PUBLICATION, QUOTH_FACT_PUBLISHED, QUOTH_FACT_URL,
  };
  g_autofree char *words = quoth_copy_dup_words (article, quote);
  g_autofree char *source = dup_source (article, quote);
  g_autofree char *cue = quoth_article_dup_span (article, quoth_quote_get_cue (quote));
  g_autofree char *citation = quoth_citation_format (article, quote, QUOTH_CITATION_TEXT);

  quoth_csv_append (rows, quoth_article_get_id (article));
  quoth_csv_append (rows, quoth_quote_get_id (quote));
  quoth_csv_append (rows, quoth_quote_kind_to_string (quoth_quote_get_kind (quote)));
  quoth_csv_append (rows, quoth_quote_type_to_string (quoth_quote_get_quote_type (quote)));
  quoth_csv_append (rows, words);
  append_speaker (rows, quote);
  quoth_csv_append (rows, source);
  quoth_csv_append (rows, cue);
  append_number (rows, quoth_quote_get_confidence (quote));
  append_number (rows, quoth_quote_get_speaker_confidence (quote));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    quoth_csv_append (rows, quoth_article_get_fact (article, facts[i]));
  quoth_csv_append (rows, citation);
  quoth_csv_end (rows);
}

static char *
dup_rows (QuothArticle *article)
{
  GPtrArray *quotes = quoth_article_get_quotes (article);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    append_row (rows, article, g_ptr_array_index (quotes, i));

  return g_string_free (rows, FALSE);
}

static void
append_reading (GString      *text,
                QuothArticle *article,
                QuothQuote   *quote)
{
  static const QuothSpeakerForm form = {
    QUOTH_NAME_ADDRESSED, TRUE, " and ", FALSE, ", quoted by ", ", cited by ",
  };
  g_autofree char *speaker = quoth_speaker_phrase_dup (article, quote, &form);
  g_autofree char *words = quoth_copy_dup_words (article, quote);
  g_autofree char *source = dup_source (article, quote);
  const char *who = speaker != NULL ? speaker : source;

  g_string_append_printf (text, "%s\n", who != NULL ? who : _("Unknown speaker"));
  g_string_append_printf (text, "%s\n\n", words);
}

/* For people: the citation, then each speaker with the words. What somebody only wants or believes is left out. */
static char *
dup_reading (QuothArticle *article)
{
  g_autofree char *citation = quoth_citation_format (article, NULL, QUOTH_CITATION_TEXT);
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
  { "csv", "csv", CSV_HEADER, dup_rows },
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
