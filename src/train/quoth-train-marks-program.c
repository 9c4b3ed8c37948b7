/*
 * Trains the pairing of quotation marks alone; the file it writes is a base for quoth-pack-model.
 *
 *   quoth-train-marks --lists MODEL --articles TRAIN.jsonl --output FILE
 */
#include <gio/gio.h>

#include "quoth-article-texts.h"
#include "quoth-mark-weights.h"
#include "quoth-model-writer.h"
#include "quoth-train-marks.h"

static gboolean
train (const char  *lists_path,
       const char  *articles_path,
       const char  *output,
       GError     **error)
{
  g_autoptr (QuothModel) lists = quoth_model_open (lists_path, error);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_model_part_free);
  g_autoptr (GBytes) section = NULL;

  if (lists == NULL || (texts = quoth_article_texts_read (articles_path, error)) == NULL)
    return FALSE;
  section = quoth_train_marks (texts, lists);
  g_ptr_array_add (parts, quoth_model_part_new (QUOTH_MARK_SECTION, QUOTH_SECTION_WEIGHTS,
                                                section));

  return quoth_model_write (output, parts, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *lists = NULL, *articles = NULL, *output = NULL;
  const GOptionEntry options[] = {
    { "lists", 0, 0, G_OPTION_ARG_FILENAME, &lists, "Model file with the word lists", "FILE" },
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &articles, "Articles, exchange format", "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Where the learned section goes", "FILE" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || lists == NULL ||
      articles == NULL || output == NULL)
    {
      g_printerr ("quoth-train-marks: %s\n", error != NULL ? error->message : "see --help");
      return 2;
    }
  if (!train (lists, articles, output, &error))
    {
      g_printerr ("quoth-train-marks: %s\n", error->message);
      return 1;
    }

  return 0;
}
