/*
 * Trains every learned stage of the language pipeline.
 *
 *   quoth-train --lists MODEL --treebank EWT.conllu.gz --silver CORENLP.conllu.gz --articles TRAIN.jsonl
 * --output FILE [--threads N] [--corpora TEXT] [--dev-treebank CONLLU] [--dev-silver CONLLU]
 *
 * What is learned does not depend on the number of threads: each model is trained by one of them,
 * from data in an order that only the seed decides.
 */
#include <gio/gio.h>

#include "quoth-attributions.h"
#include "quoth-mark-weights.h"
#include "quoth-model-writer.h"
#include "quoth-tagger.h"
#include "quoth-train-marks.h"
#include "quoth-train-record.h"
#include "quoth-train-stages.h"
#include "quoth-train-syntax.h"

#define N_HALVES 2
#define N_FOLDS 3

typedef struct
{
  guint       n_threads;
  guint       bits;        /* fewer for tests on little text */
  GTimer     *timer;
  QuothModel *lists;
  GString    *record;      /* what the model file tells of itself */
  char       *dev_treebank;
  char       *dev_silver;
  GPtrArray  *ud;          /* of QuothTree */
  GPtrArray  *silver;
  GPtrArray  *trees;       /* both, shuffled */
  GPtrArray  *articles;    /* of QuothGoldArticle */
  GBytes     *marks;
  GBytes     *taggers[N_HALVES + 1];  /* the last learned from all */
  QuothParserSections parsers[N_HALVES + 1];
  GBytes     *cues[N_FOLDS + 1];
  GBytes     *spans[N_FOLDS + 1];
  GBytes     *ranker;
  GBytes     *acceptor;
} Training;

static void
clear_sections (GBytes **sections,
                guint    n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&sections[i], g_bytes_unref);
}

static void
training_clear (Training *self)
{
  g_clear_pointer (&self->timer, g_timer_destroy);
  g_string_free (self->record, TRUE);
  g_free (self->dev_treebank);
  g_free (self->dev_silver);
  g_clear_pointer (&self->trees, g_ptr_array_unref);
  g_clear_pointer (&self->ud, g_ptr_array_unref);
  g_clear_pointer (&self->silver, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->lists, quoth_model_unref);
  clear_sections (self->taggers, G_N_ELEMENTS (self->taggers));
  for (guint i = 0; i < G_N_ELEMENTS (self->parsers); i++)
    quoth_parser_sections_clear (&self->parsers[i]);
  clear_sections (self->cues, G_N_ELEMENTS (self->cues));
  clear_sections (self->spans, G_N_ELEMENTS (self->spans));
  clear_sections (&self->marks, 1);
  clear_sections (&self->ranker, 1);
  clear_sections (&self->acceptor, 1);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Training, training_clear)

typedef void (*TrainFunc) (Training *training,
                           guint     part);

typedef struct
{
  Training  *training;
  TrainFunc  func;
} Work;

static void
run_part (gpointer data,
          gpointer user_data)
{
  Work *work = user_data;

  work->func (work->training, GPOINTER_TO_UINT (data) - 1);
}

/* Runs @func for each part, several at once. */
static void
run_parts (Training   *training,
           const char *what,
           TrainFunc   func,
           guint       n_parts)
{
  Work work = { training, func };
  GThreadPool *pool = g_thread_pool_new (run_part, &work, training->n_threads, TRUE, NULL);

  for (guint i = n_parts; i-- > 0;)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_printerr ("%7.1f s  %s\n", g_timer_elapsed (training->timer, NULL), what);
}

/* The trees that half @part may learn from: all but its own; all for the last part. */
static GPtrArray *
list_trees (Training *training,
            guint     part)
{
  GPtrArray *trees = g_ptr_array_new ();

  for (guint i = 0; i < training->trees->len; i++)
    {
      QuothTree *tree = training->trees->pdata[i];

      if (part == N_HALVES || tree->document % N_HALVES != part)
        g_ptr_array_add (trees, tree);
    }
  return trees;
}

static void
train_marks (Training *training,
             guint     part)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  (void) part;
  for (guint i = 0; i < training->articles->len; i++)
    g_ptr_array_add (texts, ((QuothGoldArticle *) training->articles->pdata[i])->content);
  training->marks = quoth_train_marks (texts, training->lists);
}

static void
train_tagger (Training *training,
              guint     part)
{
  g_autoptr (GPtrArray) trees = list_trees (training, part);

  training->taggers[part] = quoth_train_tagger (trees, MIN (20, training->bits), 6);
}

/* Tags every tree by the tagger that had not seen it. */
static void
predict_tags (Training *training,
              guint     part)
{
  QuothWeights weights;

  quoth_weights_use (&weights, training->taggers[part]);
  for (guint i = 0; i < training->trees->len; i++)
    {
      QuothTree *tree = training->trees->pdata[i];

      if (tree->document % N_HALVES == part)
        quoth_tagger_tag (&weights, tree->lexemes, tree->n, tree->predicted);
    }
}

static void
train_parser (Training *training,
              guint     part)
{
  g_autoptr (GPtrArray) trees = list_trees (training, part);

  training->parsers[part] = quoth_train_parser (trees, MIN (20, training->bits),
                                                part == N_HALVES ? 6 : 4);
}

/* Reads every article with a tagger and parser that had not seen it. */
static void
read_articles (Training *training,
               guint     part)
{
  QuothWeights tagger;
  QuothParser parser;

  quoth_weights_use (&tagger, training->taggers[part]);
  quoth_parser_sections_use (&training->parsers[part], &parser);
  for (guint i = 0; i < training->articles->len; i++)
    {
      QuothGoldArticle *article = training->articles->pdata[i];
      QuothLexeme *lexemes = NULL;

      if (quoth_lexeme_hash (article->id) % N_HALVES != part)
        continue;
      article->fold = quoth_fold_of (article->id, N_FOLDS * N_HALVES) / N_HALVES;
      lexemes = quoth_lexemes_new (article->text);
      article->rules = quoth_attributions_find (article->text);
      article->parsed = quoth_parsed_text_new (article->text, lexemes,
                                            quoth_syntax_parse (article->text, lexemes, &tagger,
                                                                &parser));
    }
}

static void
train_cues (Training *training,
            guint     part)
{
  guint left_out = part == N_FOLDS ? QUOTH_ALL_FOLDS : part;

  training->cues[part] = quoth_train_cues (training->articles, left_out, MIN (20, training->bits));
}

static void
apply_cues (Training *training,
            guint     part)
{
  quoth_apply_cues (training->articles, part, training->cues[part]);
}

static void
train_spans (Training *training,
             guint     part)
{
  guint left_out = part == N_FOLDS ? QUOTH_ALL_FOLDS : part;

  training->spans[part] = quoth_train_spans (training->articles, left_out,
                                             MIN (20, training->bits));
}

static void
apply_spans (Training *training,
             guint     part)
{
  quoth_apply_spans (training->articles, part, training->spans[part]);
}

static void
train_acceptor (Training *training,
                guint     part)
{
  (void) part;
  training->ranker = quoth_train_ranker (training->articles, N_FOLDS);
  training->acceptor = quoth_train_acceptor (training->articles, N_FOLDS);
}

static void
gather_trees (Training *training)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  GPtrArray *from[] = { training->ud, training->silver };

  training->trees = g_ptr_array_new ();
  for (guint k = 0; k < G_N_ELEMENTS (from); k++)
    for (guint i = 0; from[k] != NULL && i < from[k]->len; i++)
      g_ptr_array_add (training->trees, from[k]->pdata[i]);
  for (guint i = training->trees->len; i-- > 1;)
    {
      guint k = g_rand_int_range (dice, 0, i + 1);
      gpointer swap = training->trees->pdata[i];

      training->trees->pdata[i] = training->trees->pdata[k];
      training->trees->pdata[k] = swap;
    }
}

/* Adds what the training came to, on text that was not trained on. */
static gboolean
record_scores (Training  *training,
               GError   **error)
{
  const QuothWordList *irregular = quoth_model_find_list (training->lists, "irregular-verbs");
  GBytes *tagger = training->taggers[N_HALVES];
  const QuothParserSections *parser = &training->parsers[N_HALVES];

  if (training->dev_treebank != NULL &&
      !quoth_record_add_syntax (training->record, training->dev_treebank, QUOTH_TREEBANK_UD,
                                irregular, tagger, parser, error))
    return FALSE;
  if (training->dev_silver != NULL &&
      !quoth_record_add_syntax (training->record, training->dev_silver, QUOTH_TREEBANK_STANFORD,
                                irregular, tagger, parser, error))
    return FALSE;
  quoth_record_add_attributions (training->record, training->articles);
  return TRUE;
}

static void
add_section (GPtrArray  *sections,
             const char *name,
             GBytes     *bytes)
{
  g_ptr_array_add (sections, quoth_model_part_new (name, QUOTH_SECTION_WEIGHTS, bytes));
}

static gboolean
train (Training    *training,
       const char  *output,
       GError     **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_model_part_free);
  g_autoptr (GBytes) record = NULL;

  gather_trees (training);
  run_parts (training, "marks", train_marks, 1);
  run_parts (training, "taggers", train_tagger, N_HALVES + 1);
  run_parts (training, "tags", predict_tags, N_HALVES);
  run_parts (training, "parsers", train_parser, N_HALVES + 1);
  run_parts (training, "readings", read_articles, N_HALVES);
  run_parts (training, "stage A, cues", train_cues, N_FOLDS + 1);
  run_parts (training, "cues found", apply_cues, N_FOLDS);
  run_parts (training, "stage B, spans", train_spans, N_FOLDS + 1);
  run_parts (training, "spans found", apply_spans, N_FOLDS);
  run_parts (training, "stage C, acceptor", train_acceptor, 1);

  if (!record_scores (training, error))
    return FALSE;
  record = g_bytes_new (training->record->str, training->record->len);
  g_ptr_array_add (sections,
                   quoth_model_part_new (QUOTH_MODEL_RECORD, QUOTH_SECTION_RECORD, record));
  add_section (sections, QUOTH_MARK_SECTION, training->marks);
  add_section (sections, "tagger", training->taggers[N_HALVES]);
  add_section (sections, "parser", training->parsers[N_HALVES].transitions);
  add_section (sections, "relations", training->parsers[N_HALVES].relations);
  add_section (sections, "cues", training->cues[N_FOLDS]);
  add_section (sections, "spans", training->spans[N_FOLDS]);
  add_section (sections, "ranker", training->ranker);
  add_section (sections, "acceptor", training->acceptor);
  return quoth_model_write (output, sections, error);
}

/* The corpora, the files and the options. */
static gboolean
record_inputs (Training    *training,
               const char  *corpora,
               const char  *treebank,
               const char  *silver,
               const char  *articles,
               GError     **error)
{
  if (corpora != NULL && !quoth_record_add_corpora (training->record, corpora, error))
    return FALSE;
  if (!quoth_record_add_input (training->record, "treebank", treebank, error) ||
      (silver != NULL && !quoth_record_add_input (training->record, "silver", silver, error)) ||
      !quoth_record_add_input (training->record, "articles", articles, error))
    return FALSE;
  g_string_append_printf (training->record, "--bits %u\n", training->bits);
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *lists = NULL, *treebank = NULL, *silver = NULL, *articles = NULL,
                                                                               *output = NULL, *corpora = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (Training) training = { .n_threads = 2, .bits = 24, .timer = g_timer_new (),
                                 .record = g_string_new (NULL) };
  const GOptionEntry options[] = {
    { "lists", 0, 0, G_OPTION_ARG_FILENAME, &lists, "Model file with the word lists", "FILE" },
    { "treebank", 0, 0, G_OPTION_ARG_FILENAME, &treebank, "CoNLL-U treebank, UD 2", "FILE" },
    { "silver", 0, 0, G_OPTION_ARG_FILENAME, &silver, "CoNLL-U of CoreNLP, basic dependencies",
      "FILE" },
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &articles,
      "Articles with quotations, exchange format", "FILE" },
    { "corpora", 0, 0, G_OPTION_ARG_FILENAME, &corpora, "What the model file tells of them",
      "TEXT" },
    { "dev-treebank", 0, 0, G_OPTION_ARG_FILENAME, &training.dev_treebank,
      "Like --treebank, to measure on", "FILE" },
    { "dev-silver", 0, 0, G_OPTION_ARG_FILENAME, &training.dev_silver,
      "Like --silver, to measure on", "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Where the learned sections go", "FILE" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &training.n_threads, "How many at once", "N" },
    { "bits", 0, 0, G_OPTION_ARG_INT, &training.bits, "Largest table, as a power of two", "N" },
    { 0 }
  };
  const QuothWordList *irregular;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || lists == NULL ||
      treebank == NULL ||
      articles == NULL || output == NULL)
    {
      g_printerr ("quoth-train: %s\n", error != NULL ? error->message : "see --help");
      return 2;
    }
  training.lists = quoth_model_open (lists, &error);
  if (training.lists == NULL ||
      !record_inputs (&training, corpora, treebank, silver, articles, &error))
    goto failed;
  irregular = quoth_model_find_list (training.lists, "irregular-verbs");
  training.ud = quoth_treebank_read (treebank, QUOTH_TREEBANK_UD, irregular, &error);
  if (training.ud == NULL)
    goto failed;
  if (silver != NULL &&
      (training.silver = quoth_treebank_read (silver, QUOTH_TREEBANK_STANFORD, irregular,
                                              &error)) == NULL)
    goto failed;
  training.articles = quoth_gold_read (articles, training.lists, &error);
  if (training.articles == NULL || !train (&training, output, &error))
    goto failed;
  return 0;

failed:
  g_printerr ("quoth-train: %s\n", error->message);
  return 1;
}
