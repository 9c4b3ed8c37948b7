#include <string.h>

#include "quoth-attributions-learned.h"
#include "quoth-slices.h"
#include "text-cases.h"

static void
assert_slice (const QuothSlices *slices,
              const QuothText   *whole,
              guint              from)
{
  const QuothText *slice = &slices->slice;
  guint next = 0;

  g_assert_cmpuint (slice->n_tokens, >, 0);
  g_assert_cmpuint (slice->n_tokens, <=, QUOTH_SLICE_MAX_TOKENS);
  g_assert_true (slice->tokens == whole->tokens + from);
  for (guint s = 0; s < slice->n_sentences; s++)
    {
      const QuothSentence *sentence = &slice->sentences[s];

      g_assert_cmpuint (sentence->first, ==, next);
      g_assert_cmpuint (sentence->first, <, sentence->end);
      g_assert_cmpuint (sentence->span.start, <=, slice->tokens[sentence->first].span.start);
      g_assert_cmpuint (sentence->span.end, >=, slice->tokens[sentence->end - 1].span.end);
      next = sentence->end;
    }
  g_assert_cmpuint (next, ==, slice->n_tokens);
}

/* Each token lies in one slice, and each quoted span in those that it reaches into. */
static void
assert_whole (const char *text)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) whole = read_paragraphs (text, model);
  g_auto (QuothSlices) slices = quoth_slices_begin (whole);
  guint n_tokens = 0, n_quoted = 0;

  while (quoth_slices_next (&slices))
    {
      guint32 start = slices.slice.tokens[0].span.start;

      assert_slice (&slices, whole, n_tokens);
      for (guint q = 0; q < slices.slice.n_quoted; q++)
        n_quoted += slices.slice.quoted[q].span.start >= start;
      n_tokens += slices.slice.n_tokens;
    }
  g_assert_cmpuint (n_tokens, ==, whole->n_tokens);
  g_assert_cmpuint (n_quoted, ==, whole->n_quoted);
}

static void
test_cover (void)
{
  const char *parts[] = {
    "“We are late,” said Ann Poole. The pier was shut.\n", /* ends of paragraphs */
    "“We are late,” said Ann Poole. The pier was shut. ",  /* ends of sentences only */
    "“we are late and ",                                   /* neither */
    "“Late”\n“‘so late’\n",                                /* none where nothing may go on */
  };

  assert_whole ("");
  assert_whole ("Late.");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = repeat (parts[i], 60000);

      assert_whole (text);
    }
}

/* Speech is not parted from the paragraph that brings it in. */
static void
test_pause (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autofree char *text = repeat ("Mr Pellow said this about the pier:\n“It is shut.”\n", 60000);
  g_autoptr (QuothText) whole = read_paragraphs (text, model);
  g_auto (QuothSlices) slices = quoth_slices_begin (whole);
  guint n = 0;

  for (; quoth_slices_next (&slices); n++)
    g_assert_cmpint (slices.slice.tokens[0].kind, ==, QUOTH_TOKEN_WORD);
  g_assert_cmpuint (n, >, 1);
}

/* What is found in an article is found in each of many copies of it, where it stands there. */
static void
test_copies (void)
{
  const char article[] = "“The ferry is late again,” said Ann Poole, who runs the harbour.\n"
                         "Mr Pellow told the council that the pier would open in May.\n"
                         "According to the board, “nobody has asked” for another.\n";
  const guint n_copies = 200;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autofree char *text = repeat (article, n_copies * strlen (article));
  g_autoptr (QuothText) one = read_paragraphs (article, model), all = read_paragraphs (text, model);
  g_autoptr (GPtrArray) expected = quoth_attributions_find_sliced (one),
                                   found = quoth_attributions_find_sliced (all);

  g_assert_cmpuint (expected->len, >=, 3);
  g_assert_cmpuint (found->len, ==, expected->len * n_copies);
  for (guint i = 0; i < found->len; i++)
    {
      const QuothAttribution *here = found->pdata[i], *there = expected->pdata[i % expected->len];
      guint shift = i / expected->len * strlen (article);
      QuothSpan content = quoth_short_array_index (&here->contents, QuothSpan, 0);

      g_assert_cmpuint (content.start, ==,
                        quoth_short_array_index (&there->contents, QuothSpan, 0).start + shift);
      g_assert_cmpuint (content.end, ==,
                        quoth_short_array_index (&there->contents, QuothSpan, 0).end + shift);
      g_assert_cmpuint (here->cue.start, ==, there->cue.start + shift);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slices/cover-the-text", test_cover);
  g_test_add_func ("/slices/keep-speech-together", test_pause);
  g_test_add_func ("/slices/find-each-copy", test_copies);

  return g_test_run ();
}
