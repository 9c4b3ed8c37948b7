/*
 * How time and memory of an analysis grow with the text, and how soon the first one is done.
 *
 *   bench-robust [RULES-MODEL]
 *
 * Time: texts that repeat one thing, with and without sense, at a length and at twice that; linear
 * is 2. Two of them, on one line, at 2.5 and 5 MB too: news, and quoted words with a million marks.
 * With a second model, whose lists alone are used, the same again for the rules. Memory: the
 * largest resident set of a process that does nothing else, the mapped model with it; and what it
 * has grown by for each byte of a text. Processor time throughout, since other programs may be at
 * work; the lower of two runs, one at the great length. All of it takes about four minutes of
 * processor time.
 */
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "quoth-analysis.h"
#include "quoth-block.h"
#include "quoth-model.h"

#define LENGTH (1 << 17)
#define MEBIBYTE (1 << 20)
#define LONG_LENGTH 2500000
#define MEMORY_LENGTH 4000000
#define N_RUNS 2

typedef struct
{
  const char *name;
  const char *piece;
} Case;

static const Case CASES[] = {
  { "paragraphs of news",
    "The ferry is late again, Ann Poole said on Monday. “We have asked twice,” said Mr Pellow, who runs the "
                          "harbour, “and nobody came.”\n\nAccording to the council the pier would open in May.\n\n" },
  { "one line of news",
    "The ferry is late again, Ann Poole said on Monday. “We have asked twice,” said Mr Pellow. " },
  { "one sentence", "the ward and the board, she said that it was late and, " },
  { "said", "said " },
  { "opening marks", "“" },
  { "closing marks", "”" },
  { "straight marks", "\" " },
  { "single marks", "' " },
  { "nested marks", "“‘" },
  { "quoted words", "“no” " },
  { "names", "Ann Poole, " },
  { "emoji", "😀👩‍👩‍👧 " },
  { "combining marks", "e\u0301\u0323\u0301" },
  { "right to left", "אמר לי שלום. " },
  { "one word", "a" },
  { "line breaks", "\n" },
  { "blank lines and words", "he said\n\n" },
  { "commas", ", " },
  { "stops", ". " },
  { "brackets", "(" },
  { "digits", "1,000 " },
};

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* With a word before, without which a long text of marks is not read at all. */
static GString *
repeat (const char *piece,
        gsize       length)
{
  GString *text = g_string_sized_new (length + 256);

  g_string_append (text, "Said ");
  while (text->len < length)
    g_string_append (text, piece);
  return text;
}

static void
analyse (const char       *text,
         gsize             length,
         const QuothModel *model)
{
  g_autoptr (GArray) blocks = quoth_blocks_classify (text, length, model);
  g_autoptr (GError) error = NULL;
  QuothAnalysis *analysis = quoth_analyse (text, length, (QuothBlock *) (void *) blocks->data,
                                           blocks->len, model, NULL,
                                           &error);

  g_assert_no_error (error);
  quoth_analysis_free (analysis);
}

static double
measure_time (const char       *piece,
              gsize             length,
              guint             n_runs,
              const QuothModel *model)
{
  g_autoptr (GString) text = repeat (piece, length);
  double best = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      double start = get_seconds (), seconds;

      analyse (text->str, text->len, model);
      seconds = get_seconds () - start;
      if (i == 0 || seconds < best)
        best = seconds;
    }
  return best;
}

/* Largest resident set of a process of its own, in bytes; without a text, of one that only opens
 * the model. */
static double
measure_memory (const char *piece,
                gsize       length)
{
  struct rusage usage;
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (QuothModel) model = quoth_model_open_default (NULL);
      g_autoptr (GString) text = repeat (piece, length);

      if (length > 0)
        analyse (text->str, text->len, model);
      _exit (model == NULL);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0 || status != 0)
    return 0;
  return usage.ru_maxrss * 1024.0;
}

static void
print_growth (const Case       *self,
              gsize             length,
              guint             n_runs,
              const QuothModel *model)
{
  double once = measure_time (self->piece, length, n_runs, model);
  double twice = measure_time (self->piece, 2 * length, n_runs, model);

  g_print ("%-24s %8.3f s for %4.2f MB, %8.3f s for %4.2f: %.2f times\n", self->name, once,
           length / 1e6, twice, 2 * length / 1e6, twice / once);
}

static void
print_times (const QuothModel *model)
{
  static const guint long_ones[] = { 1, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    print_growth (&CASES[i], LENGTH, N_RUNS, model);
  for (guint i = 0; i < G_N_ELEMENTS (long_ones); i++)
    print_growth (&CASES[long_ones[i]], LONG_LENGTH, 1, model);
}

static void
print_memory (void)
{
  static const guint kinds[] = { 0, 1, 2, 9, 10 };
  double empty = measure_memory (CASES[0].piece, 0);

  g_print ("memory: %.1f MiB with the model open and nothing analysed\n", empty / MEBIBYTE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize length = MEMORY_LENGTH / 4; length <= MEMORY_LENGTH; length *= 4)
      {
        double memory = measure_memory (CASES[kinds[i]].piece, length);

        g_print ("memory: %6.1f MiB for %.0f MB of %s, %.1f bytes for each of text\n",
                 memory / MEBIBYTE, length / 1e6, CASES[kinds[i]].name, (memory - empty) / length);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = NULL, rules = NULL;
  double start = get_seconds (), opened, done;

  model = quoth_model_open_default (&error);
  g_assert_no_error (error);
  opened = get_seconds ();
  analyse (CASES[0].piece, strlen (CASES[0].piece), model);
  done = get_seconds ();
  g_print ("first analysis: %.1f ms of processor time after the process began, %.1f before main, "
           "%.1f to open the model\n", done * 1e3, start * 1e3, (opened - start) * 1e3);

  print_memory ();
  print_times (model);
  if (argc < 2)
    return 0;
  rules = quoth_model_open (argv[1], &error);
  g_assert_no_error (error);
  g_print ("the rules alone\n");
  print_times (rules);
  return 0;
}
