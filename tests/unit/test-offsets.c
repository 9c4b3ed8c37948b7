#include "quoth-offsets.h"

static void
check_text (const char *text)
{
  gsize length = strlen (text);
  g_autoptr(QuothOffsets) offsets = quoth_offsets_new (text, length);
  guint32 character = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), character++)
    {
      g_assert_cmpuint (quoth_offsets_to_character (offsets, p - text), ==, character);
      g_assert_cmpuint (quoth_offsets_to_byte (offsets, character), ==, p - text);
    }

  g_assert_cmpuint (quoth_offsets_to_character (offsets, length), ==, character);
  g_assert_cmpuint (quoth_offsets_to_character (offsets, G_MAXUINT32), ==, character);
  g_assert_cmpuint (quoth_offsets_to_byte (offsets, character), ==, length);
  g_assert_cmpuint (quoth_offsets_to_byte (offsets, G_MAXUINT32), ==, length);
}

static void
test_every_character (void)
{
  static const char * const pieces[] = { "a", "é", "“", "🌍", "e\xcc\x81", "\n" };

  check_text ("");
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      for (guint n = 1; n < 300; n += 7)
        {
          g_autoptr(GString) text = g_string_new (NULL);

          for (guint j = 0; j < n; j++)
            g_string_append (text, pieces[(j % 5 == 0) ? 0 : i]);
          check_text (text->str);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/offsets/every-character-both-ways", test_every_character);

  return g_test_run ();
}
