#include "fuzz-target.h"

#include "text-cases.h"

/* Any valid UTF-8 is read, with the word lists and without, and what is found is sound. */

static void
read_with (const char       *text,
           const QuothModel *model)
{
  g_autoptr (QuothText) shaped = quoth_text_new (text, strlen (text), NULL, 0, model);
  g_autoptr (QuothText) lines = read_paragraphs (text, model);

  assert_sound (shaped);
  assert_sound (lines);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static QuothModel *model = NULL;
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);

  if (model == NULL)
    model = open_test_model ();
  read_with (text, model);
  read_with (text, NULL);

  return 0;
}
