#include "quoth-shingles.h"

#include <string.h>

#define TEN "one two three four five six seven eight nine ten"
#define TWENTY TEN " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"

static QuothShingles *
make (const char *text)
{
  return quoth_shingles_new (text, strlen (text), NULL, 0);
}

static double
compare (const char *a,
         const char *b)
{
  g_autoptr (QuothShingles) left = make (a);
  g_autoptr (QuothShingles) right = make (b);
  double share = quoth_shingles_compare (left, right);

  g_assert_cmpfloat (share, ==, quoth_shingles_compare (right, left));
  return share;
}

static void
test_words (void)
{
  g_assert_cmpfloat (compare (TWENTY, TWENTY), ==, 1);
  /* Case, marks and what hides in words */
  g_assert_cmpfloat (compare ("It’s the harbour-master’s “own” boat, he said: never sell it, never!",
                              "its THE harbour master's own boat he s\xc2\xad" "aid never — sell it … never"), ==, 1);
  g_assert_cmpfloat (compare ("Приплив приходить сюди двічі на день, і ніхто тут не знає чому",
                              "приплив приходить СЮДИ двічі на день і ніхто тут не знає чому!"), ==, 1);
  g_assert_cmpfloat (compare ("海の水は塩からいと船長は言った", "海の水は、塩からいと船長は言った。"), ==, 1);
}

static void
test_containment (void)
{
  const char *longer = TWENTY " and then many more words came after these before the long text came to its end at last";

  g_assert_cmpfloat (compare (TWENTY, longer), ==, 1);
  g_assert_cmpfloat (compare (TWENTY,
                              "nothing in this text of a dozen words or more is in the other"), ==, 0);
  /* 12 of 16 shingles; 15 of 20 words, all that stand in them but the changed one and those around
   * it */
  g_assert_cmpfloat (compare (TWENTY, TEN " eleven twelve thirteen fourteen fifteen sixteen other eighteen nineteen "
                                      "twenty"), ==, 12.0 / 16);
}

/* Each fifteenth word differs: fewer than 0.8 of the shingles are the same, but more than 0.9 of
 * the words. */
static void
test_scattered (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    {
      g_string_append_printf (one, "word%u ", i);
      g_string_append_printf (other, i % 15 == 7 ? "changed%u " : "word%u ", i);
    }
  g_assert_cmpfloat (compare (one->str, other->str), ==, QUOTH_SHINGLES_NEAR);

  g_string_truncate (other, 0);
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (other, i % 9 == 4 ? "changed%u " : "word%u ", i);
  g_assert_cmpfloat (compare (one->str, other->str), <, 0.5);
}

static void
test_blocks (void)
{
  const char *text = "A headline of eight words is left out\n" TEN "\nall rights are reserved here and there for ever";
  guint32 first = (guint32) (strchr (text, '\n') - text);
  guint32 second = (guint32) (strrchr (text, '\n') - text);
  const QuothBlock blocks[] = {
    { { 0, first }, QUOTH_BLOCK_HEADLINE, 0, 0 },
    { { first + 1, second }, QUOTH_BLOCK_PARAGRAPH, 1, 0 },
    { { second + 1, (guint32) strlen (text) }, QUOTH_BLOCK_FURNITURE, 0, 0 },
  };
  g_autoptr (QuothShingles) body = quoth_shingles_new (text, strlen (text), blocks, 3);
  g_autoptr (QuothShingles) furniture = quoth_shingles_new (text, strlen (text), blocks + 2, 1);

  g_assert_cmpuint (body->words->len, ==, 10);
  g_assert_cmpuint (body->sequence->len, ==, 6);
  /* Without a body all counts. */
  g_assert_cmpuint (furniture->words->len, ==, 27);
}

static void
test_small (void)
{
  static const char *const texts[] = { "", " ", "”’", "one two three four", "\xc2\xad", TEN };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (QuothShingles) shingles = make (texts[i]);

      g_assert_cmpuint (quoth_shingles_count_sample (shingles), ==, shingles->sorted->len);
      /* What is too short to say anything is like nothing. */
      g_assert_cmpfloat (compare (texts[i], texts[i]), ==, 0);
      g_assert_cmpfloat (compare (texts[i], TWENTY), ==, 0);
    }
}

static char *
describe_unshared (const char *text,
                   const char *other)
{
  g_autoptr (QuothShingles) shingles = make (text);
  g_autoptr (QuothShingles) others = make (other);
  g_autoptr (GArray) spans = quoth_shingles_find_unshared (shingles, others);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      QuothSpan span = g_array_index (spans, QuothSpan, i);

      g_string_append_printf (found, "[%.*s]", (int) quoth_span_length (span), text + span.start);
    }

  return g_string_free (found, FALSE);
}

static void
test_unshared (void)
{
  g_autofree char *changed = describe_unshared (TEN " “other,” " TEN, TEN " " TEN);
  g_autofree char *cut = describe_unshared (TWENTY, TEN);
  g_autofree char *same = describe_unshared (TWENTY, TWENTY);
  g_autofree char *different = describe_unshared ("one, two! three", TWENTY);

  g_assert_cmpstr (changed, ==, "[other]");
  g_assert_cmpstr (cut, ==, "[eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty]");
  g_assert_cmpstr (same, ==, "");
  g_assert_cmpstr (different, ==, "[one, two! three]");
}

/* A sample holds all small shingles: of a text and of a longer one that has it, the same ones. */
static void
test_sample (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QuothShingles) shorter = NULL;
  g_autoptr (QuothShingles) longer = NULL;
  guint n_shorter, n_longer, n = 0;

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (text, "word%u ", i);
  shorter = make (text->str);
  for (guint i = 600; i < 4000; i++)
    g_string_append_printf (text, "word%u ", i);
  longer = make (text->str);
  n_shorter = quoth_shingles_count_sample (shorter);
  n_longer = quoth_shingles_count_sample (longer);
  g_assert_cmpuint (n_shorter, >=, 50);
  g_assert_cmpuint (n_longer, <=, longer->sorted->len / 6);

  for (guint i = 0; i < n_shorter; i++)
    for (guint j = 0; j < n_longer; j++)
      n += g_array_index (shorter->sorted, guint32, i) == g_array_index (longer->sorted, guint32,
                                                                         j);
  g_assert_cmpuint (n, ==, n_shorter);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shingles/case-and-marks-do-not-count", test_words);
  g_test_add_func ("/shingles/a-part-is-found-in-the-whole", test_containment);
  g_test_add_func ("/shingles/words-changed-here-and-there", test_scattered);
  g_test_add_func ("/shingles/only-the-body-counts", test_blocks);
  g_test_add_func ("/shingles/next-to-nothing", test_small);
  g_test_add_func ("/shingles/what-differs", test_unshared);
  g_test_add_func ("/shingles/sample-of-a-part-is-in-that-of-the-whole", test_sample);

  return g_test_run ();
}
