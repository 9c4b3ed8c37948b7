#include <string.h>

#include "text-cases.h"

/* Expected: the sentences, parted by " | ". */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "empty", "", "" },
  { "one", "The dog barked.", "The dog barked." },
  { "no-stop", "The dog barked", "The dog barked" },
  { "two", "The dog barked. The cat left.", "The dog barked. | The cat left." },
  { "cries", "Who? Me! Yes.", "Who? | Me! | Yes." },
  { "blocks", "The dog\nbarked. Twice\nand left", "The dog | barked. | Twice | and left" },
  { "number-next", "It cost a lot. 40 people left.", "It cost a lot. | 40 people left." },
  { "no-space", "It ended.Then it began.", "It ended. | Then it began." },
  { "name-with-cry", "The Yodel! brand is old.", "The Yodel! brand is old." },

  /* Abbreviations */
  { "title", "He saw Dr. Voss. She left.", "He saw Dr. Voss. | She left." },
  { "initial", "J. R. Orrin left. So did A. Voss.", "J. R. Orrin left. | So did A. Voss." },
  { "country", "The U.S. Army left the U.S. The others stayed.",
    "The U.S. Army left the U.S. | The others stayed." },
  { "time", "It was 4 p.m. on Monday. It was 5 p.m. He left.",
    "It was 4 p.m. on Monday. | It was 5 p.m. | He left." },
  { "et-cetera", "Pears, etc. were sold.", "Pears, etc. were sold." },
  { "item", "1. Wash the pears. Cut them.", "1. Wash the pears. | Cut them." },
  { "number", "She lives at No. 7. He does not.", "She lives at No. 7. | He does not." },

  /* Closing marks and brackets belong to their sentence */
  { "closing", "“We won.” She left.", "“We won.” | She left." },
  { "closing-british", "‘We won.’ She left.", "‘We won.’ | She left." },
  { "closing-two", "“He said ‘go.’” She left.", "“He said ‘go.’” | She left." },
  { "bracket", "(It rained.) She left.", "(It rained.) | She left." },
  { "stop-outside", "She said ‘go’. He left.", "She said ‘go’. | He left." },
  { "inside-marks", "‘We won. They lost,’ she said.", "‘We won. | They lost,’ she said." },
  { "opening-next", "She left. “Why?” I asked myself.", "She left. | “Why?” | I asked myself." },
  { "spaced-closing", "'' We won. '' She left.", "'' We won. '' | She left." },

  /* A cue in lower case goes on with the sentence */
  { "cue-stop", "‘We won.’ she said.", "‘We won.’ she said." },
  { "cue-question", "“Why?” she asked. “Now?”", "“Why?” she asked. | “Now?”" },
  { "cue-cry", "“Never!” said Ms Orrin.", "“Never!” said Ms Orrin." },
  { "cue-comma", "“Why?”, she asked.", "“Why?”, she asked." },
  { "cue-name", "“Why?” Ms Ann Orrin asked. “Now?”", "“Why?” Ms Ann Orrin asked. | “Now?”" },
  { "not-a-cue", "“Why?” Ms Orrin asked the board.", "“Why?” | Ms Orrin asked the board." },
  { "question-mid", "What was it? a dog?", "What was it? | a dog?" },

  /* Ellipses */
  { "ellipsis-lower", "Well... so it was.", "Well... so it was." },
  { "ellipsis-upper", "Well… So it was.", "Well… | So it was." },
  { "ellipsis-spaced", "Well . . . So it was.", "Well . . . | So it was." },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs (test->text, model);
  g_autoptr (GString) found = g_string_new (NULL);

  assert_sound (text);
  for (guint i = 0; i < text->n_sentences; i++)
    {
      if (i > 0)
        g_string_append (found, " | ");
      g_string_append_len (found, test->text + text->sentences[i].span.start,
                           quoth_span_length (text->sentences[i].span));
    }
  g_assert_cmpstr (found->str, ==, test->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sentences/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
