/*
 * Extraction in words a second on one core and on two, over the articles of a JSON Lines file,
 * beside a floor measured in the same run: hashing every token and bigram of the same texts and
 * counting them.
 *
 *   bench-extraction FILE.jsonl
 *
 * The stages are measured with those that they stand on, so each line holds the ones it names.
 *
 * Exits with 77 when the file is not there. A word is a run of non-blanks, for all lines alike.
 */
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "quoth-attributions.h"
#include "quoth-attributions-learned.h"

#define EXIT_SKIPPED 77
#define TABLE_BITS 20
#define N_RUNS 5

typedef gsize (*Stage) (const char       *text,
                        gsize             length,
                        const QuothModel *model);

typedef struct
{
  const char *name;
  Stage       run;
} Measurement;

static guint32 table[1 << TABLE_BITS];

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static inline guint32
hash_word (const char *text,
           gsize       start,
           gsize       end)
{
  guint32 hash = 2166136261u;

  for (; start < end; start++)
    hash = (hash ^ (guchar) text[start]) * 16777619u;

  return hash;
}

static gsize
hash_text (const char       *text,
           gsize             length,
           const QuothModel *model)
{
  guint32 before = 0;
  gsize n = 0;

  (void) model;
  for (gsize i = 0; i < length;)
    {
      gsize start;
      guint32 hash;

      while (i < length && is_blank (text[i]))
        i++;
      start = i;
      while (i < length && !is_blank (text[i]))
        i++;
      if (i == start)
        break;
      hash = hash_word (text, start, i);
      table[hash >> (32 - TABLE_BITS)]++;
      table[((before * 0x9E3779B1u) ^ hash) >> (32 - TABLE_BITS)]++;
      before = hash;
      n++;
    }

  return n;
}

static gsize
read_text (const char       *text,
           gsize             length,
           const QuothModel *model)
{
  g_autoptr (QuothText) read = quoth_text_new (text, length, NULL, 0, model);

  return read->n_tokens;
}

static gsize
find_by_rules (const char       *text,
               gsize             length,
               const QuothModel *model)
{
  g_autoptr (QuothText) read = quoth_text_new (text, length, NULL, 0, model);
  g_autoptr (GPtrArray) rules = quoth_attributions_find (read);

  return rules->len;
}

static gsize
parse_text (const char       *text,
            gsize             length,
            const QuothModel *model)
{
  g_autoptr (QuothText) read = quoth_text_new (text, length, NULL, 0, model);
  g_autoptr (QuothParsedText) parsed = NULL;
  QuothLearned learned;

  if (!quoth_learned_find (&learned, model))
    return 0;
  parsed = quoth_learned_parse (&learned, read);
  return read->n_tokens;
}

static gsize
find_cues (const char       *text,
           gsize             length,
           const QuothModel *model)
{
  g_autoptr (QuothText) read = quoth_text_new (text, length, NULL, 0, model);
  g_autoptr (QuothParsedText) parsed = NULL;
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (QuothCueGuess));
  QuothLearned learned;

  if (!quoth_learned_find (&learned, model))
    return 0;
  parsed = quoth_learned_parse (&learned, read);
  quoth_cue_stage_find (&learned.stages.cues, parsed, QUOTH_CUE_THRESHOLD, cues);
  return cues->len;
}

static gsize
find_attributions (const char       *text,
                   gsize             length,
                   const QuothModel *model)
{
  g_autoptr (QuothText) read = quoth_text_new (text, length, NULL, 0, model);
  g_autoptr (GPtrArray) found = quoth_attributions_find_sliced (read);

  return found->len;
}

static gsize
analyse_text (const char       *text,
              gsize             length,
              const QuothModel *model)
{
  g_autoptr (GArray) blocks = quoth_blocks_classify (text, length, model);
  g_autoptr (GError) error = NULL;
  QuothAnalysis *analysis = quoth_analyse (text, length, (QuothBlock *) (void *) blocks->data,
                                           blocks->len, model, NULL, &error);
  gsize n;

  g_assert_no_error (error);
  n = analysis->attributions->len;
  quoth_analysis_free (analysis);

  return n;
}

static GPtrArray *
load_texts (const char  *path,
            GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return NULL;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JsonObject *object;

      if (*lines[i] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, lines[i], -1, error))
        return NULL;
      object = json_node_get_object (json_parser_get_root (parser));
      g_ptr_array_add (texts, g_strdup (json_object_get_string_member (object, "text")));
    }

  return g_steal_pointer (&texts);
}

static gsize
run_stage (Stage             stage,
           GPtrArray        *texts,
           const QuothModel *model)
{
  gsize sum = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      sum += stage (text, strlen (text), model);
    }

  return sum;
}

/* The process's own time, so that a busy machine disturbs less */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare_seconds (const void *a,
                 const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
measure (Stage             stage,
         GPtrArray        *texts,
         const QuothModel *model)
{
  double seconds[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_seconds ();

      run_stage (stage, texts, model);
      seconds[i] = get_seconds () - start;
    }
  qsort (seconds, N_RUNS, sizeof *seconds, compare_seconds);

  return seconds[N_RUNS / 2];
}

typedef struct
{
  GPtrArray        *texts;
  const QuothModel *model;
  gint              next;
} Shared;

static gpointer
analyse_some (gpointer data)
{
  Shared *shared = data;

  for (gint i = g_atomic_int_add (&shared->next, 1); i < (gint) shared->texts->len;
       i = g_atomic_int_add (&shared->next, 1))
    {
      const char *text = g_ptr_array_index (shared->texts, i);

      analyse_text (text, strlen (text), shared->model);
    }
  return NULL;
}

/* Seconds by the clock for all texts on @n_threads cores, median. */
static double
measure_threads (guint             n_threads,
                 GPtrArray        *texts,
                 const QuothModel *model)
{
  double seconds[N_RUNS];

  for (guint run = 0; run < N_RUNS; run++)
    {
      Shared shared = { texts, model, 0 };
      gint64 start = g_get_monotonic_time ();
      GThread *threads[2];

      for (guint i = 0; i < n_threads; i++)
        threads[i] = g_thread_new ("bench", analyse_some, &shared);
      for (guint i = 0; i < n_threads; i++)
        g_thread_join (threads[i]);
      seconds[run] = (g_get_monotonic_time () - start) / 1e6;
    }
  qsort (seconds, N_RUNS, sizeof *seconds, compare_seconds);

  return seconds[N_RUNS / 2];
}

int
main (int   argc,
      char *argv[])
{
  const Measurement measurements[] = {
    { "floor: hashing tokens and bigrams", hash_text },
    { "text: blocks, marks, tokens, sentences", read_text },
    { "text, rules", find_by_rules },
    { "text, tags and trees", parse_text },
    { "text, tags and trees, cues", find_cues },
    { "text to attributions, all stages", find_attributions },
    { "extraction: all of it, speakers too", analyse_text },
  };
  g_autoptr (QuothModel) model = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_words;
  double floor = 0, one, two;

  if (argc != 2 || !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_print ("skipped: no articles at %s\n", argc > 1 ? argv[1] : "(nothing given)");
      return EXIT_SKIPPED;
    }
  model = quoth_model_open_default (&error);
  texts = model != NULL ? load_texts (argv[1], &error) : NULL;
  if (texts == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  n_words = run_stage (hash_text, texts, model);
  g_print ("%u articles, %" G_GSIZE_FORMAT " words, one core, median of %d\n", texts->len, n_words,
           N_RUNS);
  for (guint i = 0; i < G_N_ELEMENTS (measurements); i++)
    {
      double seconds = measure (measurements[i].run, texts, model);

      if (i == 0)
        floor = seconds;
      g_print ("%-40s %8.3f s %12.0f words/s %8.1f times the floor\n", measurements[i].name,
               seconds, (double) n_words / seconds, seconds / floor);
    }

  one = measure_threads (1, texts, model);
  two = measure_threads (2, texts, model);
  g_print ("by the clock: one core %.2f s, %.0f words/s; two cores %.2f s, %.0f words/s, %.2f times as fast\n", one,
           (double) n_words / one, two, (double) n_words / two, one / two);

  return EXIT_SUCCESS;
}
