#include <math.h>

#include "quoth-crf.h"

#define L QUOTH_CRF_LABELS
#define N 5

/* A lattice with made-up scores. */
static void
fill (QuothLattice *lattice,
      guint32       seed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);

  quoth_lattice_resize (lattice, N);
  for (guint i = 0; i < N; i++)
    for (guint a = 0; a < L; a++)
      {
        lattice->nodes[i][a] = g_rand_double_range (dice, -2, 2);
        for (guint b = 0; b < L; b++)
          lattice->edges[i][a][b] = g_rand_double_range (dice, -1, 1);
      }
}

static void
spell (guint   number,
       guint8 *labels)
{
  for (guint i = 0; i < N; i++, number /= L)
    labels[i] = number % L;
}

static double
score (const QuothLattice *lattice,
       const guint8       *labels)
{
  double sum = 0;

  for (guint i = 0; i < N; i++)
    sum += lattice->nodes[i][labels[i]] + (i > 0 ? lattice->edges[i][labels[i - 1]][labels[i]] : 0);
  return sum;
}

/* Every sequence there is, scored one by one. */
static void
test_marginals_are_exact (void)
{
  g_auto (QuothLattice) lattice = { 0 };
  double expected[N][L] = { { 0 } }, total = 0;
  guint8 labels[N];

  fill (&lattice, 7);
  for (guint number = 0; number < 243; number++)
    {
      double p;

      spell (number, labels);
      p = exp (score (&lattice, labels));
      total += p;
      for (guint i = 0; i < N; i++)
        expected[i][labels[i]] += p;
    }
  quoth_lattice_sum (&lattice);
  g_assert_cmpfloat_with_epsilon (lattice.log_sum, log (total), 1e-4);
  for (guint i = 0; i < N; i++)
    for (guint l = 0; l < L; l++)
      g_assert_cmpfloat_with_epsilon (lattice.marginals[i][l], expected[i][l] / total, 1e-4);
}

static gint
compare_scores (gconstpointer a,
                gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x < y) - (x > y);
}

static void
test_best_are_in_order (void)
{
  g_auto (QuothLattice) lattice = { 0 };
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
  guint8 labels[N];

  fill (&lattice, 8);
  for (guint number = 0; number < 243; number++)
    {
      double s;

      spell (number, labels);
      s = score (&lattice, labels);
      g_array_append_val (scores, s);
    }
  g_array_sort (scores, compare_scores);
  quoth_lattice_best (&lattice);
  for (guint rank = 0; rank < QUOTH_CRF_BEST; rank++)
    {
      float found = quoth_lattice_take (&lattice, rank);

      g_assert_cmpfloat_with_epsilon (found, g_array_index (scores, double, rank), 1e-4);
      g_assert_cmpfloat_with_epsilon (score (&lattice, lattice.labels), found, 1e-4);
    }
}

static void
test_empty (void)
{
  g_auto (QuothLattice) lattice = { 0 };

  quoth_lattice_resize (&lattice, 0);
  quoth_lattice_best (&lattice);
  quoth_lattice_sum (&lattice);
  g_assert_cmpfloat (quoth_lattice_take (&lattice, 0), ==, -G_MAXFLOAT);
}

static void
test_one_token_has_three_sequences (void)
{
  g_auto (QuothLattice) lattice = { 0 };

  quoth_lattice_resize (&lattice, 1);
  for (guint l = 0; l < L; l++)
    lattice.nodes[0][l] = l;
  quoth_lattice_best (&lattice);
  g_assert_cmpfloat (quoth_lattice_take (&lattice, 0), ==, 2);
  g_assert_cmpfloat (quoth_lattice_take (&lattice, 2), ==, 0);
  g_assert_cmpfloat (quoth_lattice_take (&lattice, 3), ==, -G_MAXFLOAT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crf/marginals-are-exact", test_marginals_are_exact);
  g_test_add_func ("/crf/best-are-in-order", test_best_are_in_order);
  g_test_add_func ("/crf/empty", test_empty);
  g_test_add_func ("/crf/one-token-has-three-sequences", test_one_token_has_three_sequences);

  return g_test_run ();
}
