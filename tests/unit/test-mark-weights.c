#include "quoth-mark-weights.h"
#include "quoth-train-marks.h"
#include "text-cases.h"

/* The learned costs of marks, and that they can be learned. All sentences are made up. */

typedef struct
{
  GArray *blocks;
  GArray *marks;
  GArray *quoted;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->quoted, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
read_with (Reading                *self,
           const char             *text,
           const QuothMarkWeights *weights)
{
  g_autoptr (QuothModel) model = open_test_model ();

  self->blocks = make_paragraphs (text);
  self->marks = g_array_new (FALSE, FALSE, sizeof (QuothMark));
  self->quoted = g_array_new (FALSE, FALSE, sizeof (QuothQuoted));
  quoth_marks_pair (text, (const QuothBlock *) (const void *) self->blocks->data, self->blocks->len,
                    model, weights, self->marks, self->quoted);
}

static QuothMark *
get_mark (Reading *self,
          guint    index)
{
  return &g_array_index (self->marks, QuothMark, index);
}

static QuothMarkWeights *
make_weights (int value)
{
  QuothMarkWeights *weights = g_malloc (sizeof *weights);

  memset (weights, value, sizeof *weights);

  return weights;
}

static const char sample[] = "‘The porters’ shift is over,’ said Ms Orrin.\n"
                             "'It's the nurses' rota,' he said: \"No.\"";

static void
test_zero_changes_nothing (void)
{
  g_autofree QuothMarkWeights *zero = make_weights (0);
  g_auto (Reading) with = { 0 };
  g_auto (Reading) without = { 0 };

  read_with (&with, sample, zero);
  read_with (&without, sample, NULL);

  g_assert_cmpuint (without.marks->len, ==, 8);
  g_assert_cmpmem (with.marks->data, with.marks->len * sizeof (QuothMark), without.marks->data,
                   without.marks->len * sizeof (QuothMark));
  g_assert_cmpmem (with.quoted->data, with.quoted->len * sizeof (QuothQuoted), without.quoted->data,
                   without.quoted->len * sizeof (QuothQuoted));
}

/* Every row makes "none" cheap and the others dear: single marks are apostrophes then. */
static void
test_single_marks_follow (void)
{
  g_autofree QuothMarkWeights *weights = make_weights (0);
  g_auto (Reading) reading = { 0 };

  for (guint row = 0; row < QUOTH_MARK_ROWS; row++)
    {
      (*weights)[row][QUOTH_MARK_READING_OPEN] = 127;
      (*weights)[row][QUOTH_MARK_READING_CLOSE] = 127;
      (*weights)[row][QUOTH_MARK_READING_NONE] = -128;
      (*weights)[row][QUOTH_MARK_READING_NONE_INSIDE] = -128;
    }
  read_with (&reading, sample, weights);

  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (get_mark (&reading, i)->role, ==, QUOTH_MARK_NONE);
  g_assert_cmpuint (get_mark (&reading, 6)->role, ==, QUOTH_MARK_OPEN);
  g_assert_cmpuint (get_mark (&reading, 7)->role, ==, QUOTH_MARK_CLOSE);
}

static void
test_bounded (void)
{
  const int learned[] = { 5, -5, 30000, -30000 };
  QuothMark mark = { .open = 1, .close = 2, .none = 3, .none_inside = 4 };

  quoth_mark_add_learned (&mark, learned);

  g_assert_cmpint (mark.open, ==, 6);
  g_assert_cmpint (mark.close, ==, -3);
  g_assert_cmpint (mark.none, ==, 83);
  g_assert_cmpint (mark.none_inside, ==, -76);
}

static void
gather (const char        *text,
        gboolean           runs_on,
        QuothMarkFeatures *features,
        guint              n_features)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (QuothMark));
  const QuothSpan span = { 0, strlen (text) };

  quoth_marks_scan (text, span, model, marks);
  g_assert_cmpuint (marks->len, ==, n_features);
  quoth_mark_features_gather (text, span, runs_on, (const QuothMark *) (const void *) marks->data,
                              marks->len, features);
  for (guint i = 0; i < n_features; i++)
    for (guint k = 0; k < QUOTH_MARK_FEATURES; k++)
      g_assert_cmpuint (features[i][k], <, QUOTH_MARK_ROWS);
}

static guint
count_equal (const guint16 *a,
             const guint16 *b)
{
  guint n = 0;

  for (guint i = 0; i < QUOTH_MARK_FEATURES; i++)
    n += a[i] == b[i];

  return n;
}

static void
test_features (void)
{
  QuothMarkFeatures said[2], cried[2], going_on[2], lone[3];

  gather ("‘Yes,’ said Ms Orrin.", FALSE, said, 2);
  gather ("‘Yes,’ cried Ms Orrin.", FALSE, cried, 2);
  gather ("‘Yes,’ said Ms Orrin.", TRUE, going_on, 2);
  gather ("’\xf0\x9f\x98\x80‘ ’", FALSE, lone, 3);

  g_assert_cmpuint (count_equal (said[0], cried[0]), ==, QUOTH_MARK_FEATURES);
  g_assert_cmpuint (count_equal (said[1], cried[1]), ==, QUOTH_MARK_FEATURES - 1);
  g_assert_cmpuint (count_equal (said[1], going_on[1]), <, QUOTH_MARK_FEATURES);
  g_assert_cmpuint (count_equal (said[0], said[1]), <, QUOTH_MARK_FEATURES / 2);
}

static GPtrArray *
make_articles (void)
{
  const char *const texts[] = {
    "“We mend the porters’ carts,” said Ms Orrin. “They’re ‘as good as new’ by noon.”",
    "The nurses’ rota, said Mr Voss, “is a mess.”\n\n“It’s the ’90s again,” he said.",
    "\"I don't know the owners' names,\" she said. \"Ask 'Red' Hale.\"",
    "''The clerks' room is shut,'' Mr Tamm said. ''Nobody's in.''",
    "“A lone mark here, and no other.",
  };
  GPtrArray *articles = g_ptr_array_new ();

  for (guint round = 0; round < 4; round++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      g_ptr_array_add (articles, (gpointer) texts[i]);

  return articles;
}

static void
test_training (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (GPtrArray) articles = make_articles ();
  g_autoptr (GBytes) first = quoth_train_marks (articles, model);
  g_autoptr (GBytes) second = quoth_train_marks (articles, model);
  g_autofree QuothMarkWeights *zero = make_weights (0);
  const QuothMarkWeights *weights = g_bytes_get_data (first, NULL);
  g_auto (Reading) reading = { 0 };

  g_assert_cmpuint (g_bytes_get_size (first), ==, sizeof (QuothMarkWeights));
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpint (memcmp (weights, zero, sizeof *weights), !=, 0);

  read_with (&reading, "'The clerks' room is shut,' Mr Tamm said. 'Nobody's in.'", weights);
  g_assert_cmpuint (reading.quoted->len, ==, 2);
  g_assert_cmpuint (g_array_index (reading.quoted, QuothQuoted, 0).span.end, ==, 27);
  g_assert_cmpuint (g_array_index (reading.quoted, QuothQuoted, 1).span.start, ==, 42);
}

static void
test_training_on_nothing (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autofree QuothMarkWeights *zero = make_weights (0);
  g_autoptr (GBytes) section = NULL;

  g_ptr_array_add (articles, (gpointer) "");
  section = quoth_train_marks (articles, model);

  g_assert_cmpmem (g_bytes_get_data (section, NULL), g_bytes_get_size (section), zero,
                   sizeof *zero);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark-weights/zero/changes-nothing", test_zero_changes_nothing);
  g_test_add_func ("/mark-weights/single-marks/follow", test_single_marks_follow);
  g_test_add_func ("/mark-weights/bounded", test_bounded);
  g_test_add_func ("/mark-weights/features/tell-apart", test_features);
  g_test_add_func ("/mark-weights/training/same-bytes", test_training);
  g_test_add_func ("/mark-weights/training/on-nothing", test_training_on_nothing);

  return g_test_run ();
}
