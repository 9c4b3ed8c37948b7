#include <string.h>

#include "quoth-lexeme.h"

static QuothLexeme
make (const char *word)
{
  QuothLexeme lexeme;

  quoth_lexeme_init (&lexeme, word, strlen (word), QUOTH_TOKEN_WORD, NULL);
  return lexeme;
}

static const struct
{
  const char *a;
  const char *b;
  gboolean    same;
} STEMS[] = {
  { "warned", "warns", TRUE },
  { "warning", "warn", TRUE },
  { "urged", "urging", TRUE },
  { "denies", "denied", TRUE },
  { "stopped", "stop", TRUE },
  { "told", "tell", FALSE },     /* irregular: only with the list */
  { "wing", "w", FALSE },
  { "press", "pres", FALSE },
  { "bus", "bu", FALSE },
};

static void
test_stems (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (STEMS); i++)
    {
      g_test_message ("%s %s", STEMS[i].a, STEMS[i].b);
      g_assert_true ((make (STEMS[i].a).stem == make (STEMS[i].b).stem) == STEMS[i].same);
    }
}

static void
test_marks_count_by_what_they_do (void)
{
  QuothLexeme curly, straight, closing;

  quoth_lexeme_init (&curly, "“", strlen ("“"), QUOTH_TOKEN_OPENING_MARK, NULL);
  quoth_lexeme_init (&straight, "'", 1, QUOTH_TOKEN_OPENING_MARK, NULL);
  quoth_lexeme_init (&closing, "'", 1, QUOTH_TOKEN_CLOSING_MARK, NULL);
  g_assert_cmpuint (curly.form, ==, straight.form);
  g_assert_cmpuint (curly.shape, ==, straight.shape);
  g_assert_cmpuint (straight.form, !=, closing.form);
}

static void
test_case_digits_and_shape (void)
{
  g_assert_cmpuint (make ("Élan").lower, ==, make ("élan").lower);
  g_assert_cmpuint (make ("1994").lower, ==, make ("2026").lower);
  g_assert_cmpuint (make ("Élan").form, !=, make ("élan").form);
  g_assert_cmpuint (make ("Harbour").shape, ==, make ("Ferry").shape);
  g_assert_cmpuint (make ("Harbour").shape, !=, make ("ferry").shape);
}

static void
test_any_length (void)
{
  g_autofree char *word = g_strnfill (100000, 'a');

  make ("");
  make (word);
  make ("\xf0\x9f\x9a\xa2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lexeme/stems", test_stems);
  g_test_add_func ("/lexeme/marks-count-by-what-they-do", test_marks_count_by_what_they_do);
  g_test_add_func ("/lexeme/case-digits-and-shape", test_case_digits_and_shape);
  g_test_add_func ("/lexeme/any-length", test_any_length);

  return g_test_run ();
}
