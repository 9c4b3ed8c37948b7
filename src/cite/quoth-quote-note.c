#include "quoth-quote-note.h"

#include "quoth-quote-words.h"
#include "quoth-speaker-phrase.h"

/* One line about a quotation for the notes of a bibliography's entry. In English whatever the
 * program speaks: it goes into files that other people and programs read. */

static const QuothSpeakerForm form = {
  QUOTH_NAME_FULL, TRUE, " and ", NULL, NULL, FALSE, ", quoted by ", ", cited by ",
};

const char *
quoth_quote_note_get_kind (QuothQuote *quote)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), NULL);

  switch (quoth_quote_get_kind (quote))
    {
    case QUOTH_QUOTE_DIRECT:
      return "direct quotation";
    case QUOTH_QUOTE_MIXED:
      return "partly quoted statement";
    case QUOTH_QUOTE_INDIRECT:
      return "reported statement";
    default:
      g_return_val_if_reached (NULL);
    }
}

guint
quoth_quote_note_get_paragraph (QuothArticle *article,
                                QuothQuote   *quote)
{
  GArray *contents = NULL;
  const QuothBlock *block = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), 0);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), 0);

  contents = quoth_quote_get_contents (quote);
  if (contents->len > 0)
    block = quoth_article_find_block (article, g_array_index (contents, QuothSpan, 0).start);
  return block != NULL ? block->number : 0;
}

/**
 * quoth_quote_note_dup:
 * @article: the article
 * @quote: one of its quotations
 *
 * Returns: (transfer full): who said it and in what way, where, and the words; a paragraph sign
 *   parts paragraphs
 */
char *
quoth_quote_note_dup (QuothArticle *article,
                      QuothQuote   *quote)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autofree char *speakers = NULL;
  GString *note = NULL;
  guint number;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), NULL);

  speakers = quoth_speaker_phrase_dup (article, quote, &form);
  note = g_string_new (speakers != NULL ? speakers : "Unknown speaker");
  g_string_append_printf (note, ", %s", quoth_quote_note_get_kind (quote));
  number = quoth_quote_note_get_paragraph (article, quote);
  if (number != 0)
    g_string_append_printf (note, ", para. %u", number);
  g_string_append (note, ": ");
  paragraphs = quoth_quote_words_dup_paragraphs (article, quote);
  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (note, "%s%s", i > 0 ? " ¶ " : "",
                            (char *) g_ptr_array_index (paragraphs, i));

  return g_string_free (note, FALSE);
}
