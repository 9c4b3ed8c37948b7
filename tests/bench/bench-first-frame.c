/* How soon the window stands and how much memory it takes, with an empty library and with the
 * sample, beside an empty libadwaita window seen in the same way in the same run. The programs take
 * turns, so that a busy moment of the machine hits all. QUOTH_BENCH_ROUNDS sets how often (9). */
#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "first-frame.h"

#define N_ROUNDS 9

enum {
  FLOOR,
  EMPTY,
  SAMPLE,
  N_PROGRAMS
};

static const char *names[] = { "empty libadwaita window", "Quoth, empty library",
                               "Quoth, sample library" };

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* @offset: of a field of the frames */
static double
find_median (GArray *frames,
             gsize   offset)
{
  g_autofree double *numbers = g_new (double, frames->len);

  for (guint i = 0; i < frames->len; i++)
    numbers[i] = G_STRUCT_MEMBER (double, &g_array_index (frames, FirstFrame, i), offset);
  qsort (numbers, frames->len, sizeof *numbers, compare_numbers);

  return numbers[frames->len / 2];
}

static void
print_figures (GArray **frames)
{
  double floor_first = find_median (frames[FLOOR], G_STRUCT_OFFSET (FirstFrame, first));
  double floor_memory = find_median (frames[FLOOR], G_STRUCT_OFFSET (FirstFrame, memory));

  printf ("medians of %u runs\n", frames[FLOOR]->len);
  printf ("%-26s %12s %8s %12s %12s %8s\n", "", "first frame", "floor ×", "all drawn", "resident",
          "floor ×");
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      double first = find_median (frames[i], G_STRUCT_OFFSET (FirstFrame, first));
      double last = find_median (frames[i], G_STRUCT_OFFSET (FirstFrame, last));
      double memory = find_median (frames[i], G_STRUCT_OFFSET (FirstFrame, memory));

      printf ("%-26s %9.0f ms %7.2f %9.0f ms %8.1f MiB %7.2f\n", names[i], first * 1000,
              first / floor_first,
              last * 1000, memory, memory / floor_memory);
    }
}

static gboolean
measure (char   ***programs,
         guint     n_rounds,
         GError  **error)
{
  GArray *frames[N_PROGRAMS];
  gboolean seen = TRUE;

  for (guint i = 0; i < N_PROGRAMS; i++)
    frames[i] = g_array_new (FALSE, FALSE, sizeof (FirstFrame));

  /* The first round fills the disk's cache, and makes the empty library. */
  for (guint round = 0; seen && round <= n_rounds; round++)
    for (guint i = 0; seen && i < N_PROGRAMS; i++)
      {
        FirstFrame frame;

        seen = first_frame_watch (programs[i], &frame, error);
        if (seen && round > 0)
          g_array_append_val (frames[i], frame);
      }

  if (seen)
    print_figures (frames);
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_array_unref (frames[i]);

  return seen;
}

/* usage: bench-first-frame EMPTY-WINDOW QUOTH FOLDER, with sample.db in the FOLDER */
int
main (int    argc,
      char **argv)
{
  const char *rounds = g_getenv ("QUOTH_BENCH_ROUNDS");
  guint n_rounds = rounds != NULL ? (guint) MAX (1, atoi (rounds)) : N_ROUNDS;
  g_autofree char *empty = NULL;
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    return 2;

  empty = g_build_filename (argv[3], "empty.db", NULL);
  sample = g_build_filename (argv[3], "sample.db", NULL);

  char **programs[N_PROGRAMS] = {
    [FLOOR] = (char *[]) { argv[1], NULL },
    [EMPTY] = (char *[]) { argv[2], "--library", empty, NULL },
    [SAMPLE] = (char *[]) { argv[2], "--library", sample, NULL },
  };

  if (measure (programs, n_rounds, &error))
    return 0;

  fprintf (stderr, "%s\n", error->message);
  return 1;
}
