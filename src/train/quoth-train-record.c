#include "quoth-train-record.h"

#include "quoth-attributions-learned.h"

/*
 * The record that a model file holds of itself: lines of text about the corpora, their licences,
 * the options and what was measured. Nothing of the machine or the day, so that the same training
 * gives the same bytes.
 */

/**
 * quoth_record_add_corpora:
 * @path: a text about the corpora and their licences, copied as it is
 */
gboolean
quoth_record_add_corpora (GString     *record,
                          const char  *path,
                          GError     **error)
{
  g_autofree char *content = quoth_read_text_file (path, error);

  if (content == NULL)
    return FALSE;
  g_string_append (record, g_strchomp (content));
  g_string_append_c (record, '\n');
  return TRUE;
}

/**
 * quoth_record_add_input:
 * @option: the option that named the file
 *
 * Adds a file's name, without its folder, and the checksum of its bytes.
 */
gboolean
quoth_record_add_input (GString     *record,
                        const char  *option,
                        const char  *path,
                        GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sum = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return FALSE;
  bytes = g_mapped_file_get_bytes (file);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_string_append_printf (record, "--%s %s sha256:%s\n", option, name, sum);
  return TRUE;
}

/**
 * quoth_record_add_syntax:
 * @path: a treebank that was not trained on
 *
 * Adds how well tagger and parser do on it, tokens and sentences as given.
 */
gboolean
quoth_record_add_syntax (GString                   *record,
                         const char                *path,
                         QuothTreebankKind          kind,
                         const QuothWordList       *irregular,
                         GBytes                    *tagger,
                         const QuothParserSections *parser,
                         GError                   **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *scores = NULL;
  g_autoptr (GPtrArray) trees = quoth_treebank_read (path, kind, irregular, error);

  if (trees == NULL)
    return FALSE;
  scores = quoth_score_syntax (trees, tagger, parser);
  g_string_append_printf (record, "measured on %s: %s\n", name, scores);
  return TRUE;
}

static guint
count_statements (const QuothGoldArticle *article)
{
  guint n = 0;

  for (guint i = 0; i < article->quotes->len; i++)
    n += g_array_index (article->quotes, QuothGoldQuote, i).statement;
  return n;
}

/**
 * quoth_record_add_attributions:
 * @articles: (element-type QuothGoldArticle): with candidates rated by models that had not seen
 *   them
 *
 * Adds how many of the statements accepted are right, and how many of those marked were found so,
 * on the folds left out in turn. That is by tokens and before the product's span rules; README.md
 * has what the whole reaches.
 */
void
quoth_record_add_attributions (GString   *record,
                               GPtrArray *articles)
{
  guint n_found = 0, n_right = 0, n_marked = 0;

  for (guint a = 0; a < articles->len; a++)
    {
      const QuothGoldArticle *article = articles->pdata[a];
      g_autoptr (GArray) chosen = quoth_candidates_choose (article->candidates, article->parsed,
                                                           QUOTH_ACCEPTED);

      n_marked += count_statements (article);
      for (guint i = 0; i < chosen->len; i++)
        {
          gboolean statement;
          gboolean right = quoth_gold_is_right (article, &g_array_index (chosen, QuothCandidate, i),
                                                &statement);

          n_found += statement;
          n_right += statement && right;
        }
    }
  g_string_append_printf (record,
                          "measured on folds left out: statements accepted %u, right %u, marked %u\n", n_found,
                          n_right, n_marked);
}
