#include "quoth-quote-table.h"

#include "quoth-copy.h"
#include "quoth-quote-note.h"
#include "quoth-speaker-phrase.h"
#include "quoth-text-fragment.h"

static const char *const columns[] = {
  "article", "quote", "kind", "type", "words", "speaker", "role", "on_behalf_of", "source", "cue",
  "confidence",
  "speaker_confidence", "state", "speaker_state", "quoted_by", "paragraph", "title", "publication",
  "published", "url",
  "subtitle", "section", "edition", "volume", "issue", "page", "publisher", "agency", "author",
  "authors", "published_printed", "updated",
  "updated_printed", "canonical_url", "doi", "accessed", "language", "article_type", "link", "citation",
  "in_text", NULL,
};

QuothCsv *
quoth_quote_table_new (void)
{
  return quoth_csv_new (columns);
}

static void
append_taken (QuothCsv *csv,
              char     *value)
{
  quoth_csv_append (csv, value);
  g_free (value);
}

static void
append_facts (QuothCsv        *csv,
              QuothArticle    *article,
              const QuothFact *facts,
              guint            n_facts)
{
  for (guint i = 0; i < n_facts; i++)
    quoth_csv_append (csv, quoth_article_get_fact (article, facts[i]));
}

static void
append_number (QuothCsv *csv,
               double    number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  quoth_csv_append (csv, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

/* All speakers of a joint statement, each with @dup's word on them. */
static char *
join_speakers (QuothQuote *quote,
               char     *(*dup) (QuothEntity *speaker))
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < speakers->len; i++)
    {
      g_autofree char *word = dup (g_ptr_array_index (speakers, i));

      if (word != NULL && *word != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", word);
    }

  return g_strdup (line->str);
}

static void
append_speakers (QuothCsv   *csv,
                 QuothQuote *quote)
{
  QuothEntity *organisation = quoth_quote_get_on_behalf_of (quote);

  append_taken (csv, join_speakers (quote, quoth_entity_dup_full_name));
  append_taken (csv, join_speakers (quote, quoth_entity_dup_role));
  quoth_csv_append (csv, organisation != NULL ? quoth_entity_get_name (organisation) : NULL);
}

static void
append_spans (QuothCsv     *csv,
              QuothArticle *article,
              QuothQuote   *quote)
{
  GArray *sources = quoth_quote_get_sources (quote);

  if (sources->len > 0)
    append_taken (csv, quoth_article_dup_span (article, g_array_index (sources, QuothSpan, 0)));
  else
    quoth_csv_append (csv, NULL);
  append_taken (csv, quoth_article_dup_span (article, quoth_quote_get_cue (quote)));
}

/* Who in the article quoted these words, where they are a quotation in a quotation. */
static void
append_quoted_by (QuothCsv     *csv,
                  QuothArticle *article,
                  QuothQuote   *quote)
{
  QuothQuote *outer = quoth_speaker_phrase_get_outer (article, quote);

  if (outer != quote)
    append_taken (csv, join_speakers (outer, quoth_entity_dup_full_name));
  else
    quoth_csv_append (csv, NULL);
}

static void
append_quote (QuothCsv     *csv,
              QuothArticle *article,
              QuothQuote   *quote)
{
  guint paragraph = quoth_quote_note_get_paragraph (article, quote);

  quoth_csv_append (csv, quoth_article_get_id (article));
  quoth_csv_append (csv, quoth_quote_get_id (quote));
  quoth_csv_append (csv, quoth_quote_kind_to_string (quoth_quote_get_kind (quote)));
  quoth_csv_append (csv, quoth_quote_type_to_string (quoth_quote_get_quote_type (quote)));
  append_taken (csv, quoth_copy_dup_words (article, quote));
  append_speakers (csv, quote);
  append_spans (csv, article, quote);
  append_number (csv, quoth_quote_get_confidence (quote));
  append_number (csv, quoth_quote_get_speaker_confidence (quote));
  quoth_csv_append (csv, quoth_state_to_string (quoth_quote_get_state (quote)));
  quoth_csv_append (csv, quoth_state_to_string (quoth_quote_get_speaker_state (quote)));
  append_quoted_by (csv, article, quote);
  append_taken (csv, paragraph != 0 ? g_strdup_printf ("%u", paragraph) : NULL);
}

static char *
dup_authors (QuothArticle *article)
{
  GPtrArray *authors = quoth_article_get_authors (article);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      g_string_append (line, i > 0 ? "; " : "");
      if (author->literal != NULL)
        g_string_append (line, author->literal);
      else if (author->given != NULL)
        g_string_append_printf (line, "%s, %s", author->family, author->given);
      else
        g_string_append (line, author->family);
    }

  return g_strdup (line->str);
}

static void
append_article (QuothCsv     *csv,
                QuothArticle *article)
{
  static const QuothFact first[] = {
    QUOTH_FACT_TITLE, QUOTH_FACT_PUBLICATION, QUOTH_FACT_PUBLISHED, QUOTH_FACT_URL,
    QUOTH_FACT_SUBTITLE,
    QUOTH_FACT_SECTION, QUOTH_FACT_EDITION, QUOTH_FACT_VOLUME, QUOTH_FACT_ISSUE,
    QUOTH_FACT_PAGE, QUOTH_FACT_PUBLISHER,
    QUOTH_FACT_AGENCY, QUOTH_FACT_AUTHOR,
  };
  static const QuothFact last[] = {
    QUOTH_FACT_PUBLISHED_PRINTED, QUOTH_FACT_UPDATED, QUOTH_FACT_UPDATED_PRINTED,
    QUOTH_FACT_CANONICAL_URL, QUOTH_FACT_DOI, QUOTH_FACT_ACCESSED, QUOTH_FACT_LANGUAGE,
  };

  append_facts (csv, article, first, G_N_ELEMENTS (first));
  append_taken (csv, dup_authors (article));
  append_facts (csv, article, last, G_N_ELEMENTS (last));
  quoth_csv_append (csv, quoth_article_type_to_string (quoth_article_get_article_type (article)));
}

/**
 * quoth_quote_table_dup_row:
 * @csv: the table
 * @article: an article
 * @quote: one of its quotations
 * @citation: (nullable): how it is cited in full
 * @in_text: (nullable): how it is cited in the text
 *
 * Returns: (transfer full): the quotation's row
 */
char *
quoth_quote_table_dup_row (QuothCsv     *csv,
                           QuothArticle *article,
                           QuothQuote   *quote,
                           const char   *citation,
                           const char   *in_text)
{
  g_return_val_if_fail (csv != NULL, NULL);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), NULL);

  append_quote (csv, article, quote);
  append_article (csv, article);
  append_taken (csv, quoth_text_fragment_dup_link (article, quote));
  quoth_csv_append (csv, citation);
  quoth_csv_append (csv, in_text);

  return quoth_csv_dup_row (csv);
}
