/*
 * Measures the tokenizer and the sentence splitter against a treebank.
 *
 *   quoth-score-text [--articles FILE.jsonl] [--min-tokens F] [--min-boundaries F] FILE.conllu[.gz]
 *
 * tokens and sentences: F1 of equal spans. boundaries: F1 of the last letters of sentences; the end
 * of a block that the treebank's sentence runs across is left out, since ours never do.
 * Exits with 77 when a file is not there (so that a test counts as skipped), with 1 under a floor.
 */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "quoth-gold-text.h"
#include "quoth-text.h"

#define EXIT_SKIPPED 77

typedef struct
{
  const char *name;
  guint       n_gold;
  guint       n_found;
  guint       n_both;
} Score;

static double
get_f1 (const Score *score)
{
  guint sum = score->n_gold + score->n_found;

  return sum > 0 ? 2.0 * score->n_both / sum : 0;
}

static void
print_score (const Score *score)
{
  g_print ("%-12s precision %.4f  recall %.4f  F1 %.4f  (%u)\n", score->name,
           score->n_found > 0 ? (double) score->n_both / score->n_found : 0,
           score->n_gold > 0 ? (double) score->n_both / score->n_gold : 0, get_f1 (score),
           score->n_gold);
}

static int
compare_spans (QuothSpan a,
               QuothSpan b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;

  return a.end < b.end ? -1 : a.end > b.end;
}

/* Both are sorted. */
static void
count_equal (Score        *score,
             const GArray *gold,
             const GArray *found)
{
  guint g = 0, f = 0;

  score->n_gold += gold->len;
  score->n_found += found->len;
  while (g < gold->len && f < found->len)
    {
      int order = compare_spans (g_array_index (gold, QuothSpan, g),
                                 g_array_index (found, QuothSpan, f));

      score->n_both += order == 0;
      g += order <= 0;
      f += order >= 0;
    }
}

static GArray *
collect_gold_sentences (const QuothGoldText *gold)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  guint first = 0;

  for (guint i = 0; i < gold->sentence_ends->len; i++)
    {
      guint end = g_array_index (gold->sentence_ends, guint, i);
      QuothSpan span = { g_array_index (gold->tokens, QuothSpan, first).start,
                         g_array_index (gold->tokens, QuothSpan, end - 1).end };

      g_array_append_val (spans, span);
      first = end;
    }

  return spans;
}

static GArray *
collect_tokens (const QuothText *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));

  for (guint i = 0; i < text->n_tokens; i++)
    g_array_append_val (spans, text->tokens[i].span);

  return spans;
}

static GArray *
collect_sentences (const QuothText *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));

  for (guint i = 0; i < text->n_sentences; i++)
    g_array_append_val (spans, text->sentences[i].span);

  return spans;
}

static guint32
find_last_letter (const char *text,
                  guint32     end)
{
  while (end > 0)
    {
      const char *before = g_utf8_prev_char (text + end);

      if (g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      end = before - text;
    }

  return end;
}

static GHashTable *
collect_ends (const char   *text,
              const GArray *sentences)
{
  GHashTable *ends = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_hash_table_add (ends, GUINT_TO_POINTER (
      find_last_letter (text, g_array_index (sentences, QuothSpan, i).end)));

  return ends;
}

static void
count_boundaries (Score           *score,
                  const QuothText *text,
                  const GArray    *gold,
                  const GArray    *found)
{
  g_autoptr (GHashTable) gold_ends = collect_ends (text->text, gold);
  g_autoptr (GHashTable) found_ends = collect_ends (text->text, found);
  GHashTableIter iter;
  gpointer end;

  for (guint i = 0; i < text->n_blocks; i++)
    {
      end = GUINT_TO_POINTER (find_last_letter (text->text, text->blocks[i].span.end));
      if (!g_hash_table_contains (gold_ends, end))
        g_hash_table_remove (found_ends, end);
    }
  score->n_gold += g_hash_table_size (gold_ends);
  score->n_found += g_hash_table_size (found_ends);
  g_hash_table_iter_init (&iter, found_ends);
  while (g_hash_table_iter_next (&iter, &end, NULL))
    score->n_both += g_hash_table_contains (gold_ends, end);
}

static void
score_text (const QuothGoldText *gold,
            const QuothModel    *model,
            Score               *scores)
{
  g_autoptr (QuothText) text = quoth_text_new (gold->text, strlen (gold->text), NULL, 0, model);
  g_autoptr (GArray) gold_sentences = collect_gold_sentences (gold);
  g_autoptr (GArray) tokens = collect_tokens (text);
  g_autoptr (GArray) sentences = collect_sentences (text);

  count_equal (&scores[0], gold->tokens, tokens);
  count_equal (&scores[1], gold_sentences, sentences);
  count_boundaries (&scores[2], text, gold_sentences, sentences);
}

static gboolean
score_file (const char  *conllu,
            const char  *articles,
            Score       *scores,
            GError     **error)
{
  g_autoptr (QuothModel) model = quoth_model_open_default (error);
  g_autoptr (GPtrArray) texts = NULL;

  if (model == NULL)
    return FALSE;
  texts = quoth_gold_texts_read (conllu, articles, error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    score_text (g_ptr_array_index (texts, i), model, scores);

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *articles = NULL;
  double min_tokens = 0;
  double min_boundaries = 0;
  const GOptionEntry options[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &articles, "Texts the tokens point into", "FILE" },
    { "min-tokens", 0, 0, G_OPTION_ARG_DOUBLE, &min_tokens, "Fail under this F1", "F" },
    { "min-boundaries", 0, 0, G_OPTION_ARG_DOUBLE, &min_boundaries, "Fail under this F1", "F" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.conllu");
  g_autoptr (GError) error = NULL;
  Score scores[] = { { .name = "tokens" }, { .name = "sentences" }, { .name = "boundaries" } };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "One file is wanted");
      return 2;
    }
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_print ("%s is not there\n", argv[1]);
      return EXIT_SKIPPED;
    }
  if (!score_file (argv[1], articles, scores, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    print_score (&scores[i]);

  return get_f1 (&scores[0]) >= min_tokens && get_f1 (&scores[2]) >= min_boundaries
         ? EXIT_SUCCESS : EXIT_FAILURE;
}
