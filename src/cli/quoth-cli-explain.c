#include "config.h"

#include "quoth-cli-explain.h"

#include "quoth-attributions-learned.h"

/* For those who work on the engine, so in English only: what each stage made of a text. Offsets are
 * bytes. */

static void
append_span (GString      *out,
             QuothArticle *article,
             const char   *label,
             QuothSpan     span)
{
  g_autofree char *words = quoth_article_dup_span (article, span);

  if (quoth_span_is_empty (span))
    return;
  g_strdelimit (words, "\r\n", ' ');
  g_string_append_printf (out, "    %s [%u, %u) %s\n", label, span.start, span.end, words);
}

static void
append_blocks (GString      *out,
               QuothArticle *article)
{
  GArray *blocks = quoth_article_get_blocks (article);

  g_string_append (out, "blocks\n");
  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);
      g_autofree char *label = g_strdup_printf ("%u %s %u", i,
                                                quoth_block_kind_to_string (block->kind),
                                                block->number);

      append_span (out, article, label, block->span);
    }
}

static char
choose_letter (const QuothToken *token)
{
  switch ((QuothTokenKind) token->kind)
    {
    case QUOTH_TOKEN_WORD:
      return 'w';
    case QUOTH_TOKEN_NUMBER:
      return 'n';
    case QUOTH_TOKEN_PUNCTUATION:
      return 'p';
    case QUOTH_TOKEN_SYMBOL:
      return 's';
    case QUOTH_TOKEN_OPENING_MARK:
      return 'o';
    case QUOTH_TOKEN_CLOSING_MARK:
      return 'c';
    default:
      return '?';
    }
}

/* A line a sentence, each token as "kind:words". */
static void
append_sentences (GString         *out,
                  QuothArticle    *article,
                  const QuothText *text)
{
  g_string_append (out, "sentences\n");
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const QuothSentence *sentence = &text->sentences[i];

      g_string_append_printf (out, "    %u block %u", i, sentence->block);
      for (guint32 j = sentence->first; j < sentence->end; j++)
        {
          g_autofree char *words = quoth_article_dup_span (article, text->tokens[j].span);

          g_string_append_printf (out, " %c:%s", choose_letter (&text->tokens[j]), words);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_quoted (GString         *out,
               QuothArticle    *article,
               const QuothText *text)
{
  g_string_append (out, "quoted\n");
  for (guint i = 0; i < text->n_quoted; i++)
    {
      const QuothQuoted *quoted = &text->quoted[i];
      g_autofree char *label =
        g_strdup_printf ("%u level %u%s%s%s%s", i, quoted->level,
                         quoted->flags & QUOTH_QUOTED_OPEN_MISSING ? " open-missing" : "",
                         quoted->flags & QUOTH_QUOTED_CLOSE_MISSING ? " close-missing" : "",
                         quoted->flags & QUOTH_QUOTED_CONTINUES ? " continues" : "",
                         quoted->flags & QUOTH_QUOTED_CONTINUED ? " continued" : "");

      append_span (out, article, label, quoted->span);
    }
}

static void
append_spans (GString      *out,
              QuothArticle *article,
              const char   *label,
              GArray       *spans)
{
  for (guint i = 0; i < spans->len; i++)
    append_span (out, article, label, g_array_index (spans, QuothSpan, i));
}

static void
append_quotes (GString      *out,
               QuothArticle *article)
{
  GPtrArray *quotes = quoth_article_get_quotes (article);

  g_string_append (out, "quotes\n");
  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);
      QuothEntity *speaker = quoth_quote_get_speaker (quote);

      g_string_append_printf (out, "  %u %s %s %.2f, speaker %.2f %s\n", i,
                              quoth_quote_kind_to_string (quoth_quote_get_kind (quote)),
                              quoth_quote_type_to_string (quoth_quote_get_quote_type (quote)),
                              quoth_quote_get_confidence (quote),
                              quoth_quote_get_speaker_confidence (quote),
                              speaker != NULL ? quoth_entity_get_name (speaker) : "?");
      append_spans (out, article, "content", quoth_quote_get_contents (quote));
      append_span (out, article, "cue", quoth_quote_get_cue (quote));
      append_spans (out, article, "source", quoth_quote_get_sources (quote));
    }
}

static void
append_entities (GString      *out,
                 QuothArticle *article)
{
  GPtrArray *entities = quoth_article_get_entities (article);

  g_string_append (out, "entities\n");
  for (guint i = 0; i < entities->len; i++)
    {
      QuothEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *role = quoth_entity_dup_role (entity);

      g_string_append_printf (out, "  %s %s %s%s%s\n", quoth_entity_get_id (entity),
                              quoth_entity_kind_to_string (quoth_entity_get_kind (entity)),
                              quoth_entity_get_name (entity), role != NULL ? ": " : "",
                              role != NULL ? role : "");
      append_spans (out, article, "mention", quoth_entity_get_mentions (entity));
    }
}

/**
 * quoth_cli_dup_explanation:
 * @article: analysed
 *
 * Returns: (transfer full): blocks, sentences with tokens, quoted spans, quotes and entities
 */
char *
quoth_cli_dup_explanation (QuothArticle     *article,
                           const QuothModel *model)
{
  GArray *blocks = quoth_article_get_blocks (article);
  g_autoptr (QuothText) text =
    quoth_text_new (quoth_article_get_text (article), quoth_article_get_length (article),
                    (const QuothBlock *) blocks->data, blocks->len, model);
  g_autofree char *learned = NULL;
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "article %s\n", quoth_article_get_id (article));
  append_blocks (out, article);
  append_sentences (out, article, text);
  append_quoted (out, article, text);
  learned = quoth_learned_explain (text);
  if (learned != NULL)
    g_string_append (out, learned);
  append_quotes (out, article);
  append_entities (out, article);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
