#include <string.h>

#include "quoth-attributions-learned.h"

/* How one candidate a cue is kept, and what of the rules joins what was found. */

static QuothCandidate
make_candidate (guint group,
                guint cue,
                guint source,
                guint content,
                guint content_end)
{
  return (QuothCandidate) {
    .group = group,
    .cue = { .first = cue, .end = cue + 1, .head = cue, .probability = 1 },
    .sources = { { source, source + 1 } }, .n_sources = 1,
    .contents = { { content, content_end } }, .n_contents = 1,
  };
}

static void
test_agreement (void)
{
  QuothCandidate one = make_candidate (0, 1, 0, 2, 10), half = make_candidate (0, 1, 0, 2, 6);
  QuothCandidate less = make_candidate (0, 1, 0, 2, 5), other = make_candidate (0, 1, 11, 2, 10);

  g_assert_true (quoth_candidate_agrees (&one, &half));
  g_assert_false (quoth_candidate_agrees (&one, &less));
  g_assert_false (quoth_candidate_agrees (&one, &other));
}

static void
test_best_is_kept (void)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (QuothCandidate));
  QuothCandidate made[] = { make_candidate (0, 1, 0, 2, 10), make_candidate (0, 1, 0, 2, 9),
                            make_candidate (0, 1, 0, 11, 15), make_candidate (1, 20, 19, 21, 25) };
  const QuothCandidate *kept;

  made[0].probability = 1;
  made[1].probability = 3;
  made[2].probability = 2;
  g_array_append_vals (candidates, made, G_N_ELEMENTS (made));
  quoth_candidates_keep_best (candidates);

  g_assert_cmpuint (candidates->len, ==, 2);
  kept = &g_array_index (candidates, QuothCandidate, 0);
  g_assert_cmpuint (kept->contents[0].end, ==, 9);
  g_assert_cmpfloat_with_epsilon (kept->margin, 1, 1e-5);
  /* e^3 and e^1 agree, e^2 does not. */
  g_assert_cmpfloat_with_epsilon (kept->support, (20.0855 + 2.7183) / (20.0855 + 2.7183 + 7.3891),
                                  1e-3);
  kept = &g_array_index (candidates, QuothCandidate, 1);
  g_assert_cmpuint (kept->cue.first, ==, 20);
  g_assert_cmpfloat_with_epsilon (kept->support, 1, 1e-5);
}

static QuothAttribution *
make_attribution (QuothQuoteKind kind,
                  float          confidence,
                  QuothSpan      cue,
                  QuothSpan      content)
{
  QuothAttribution *self = quoth_attribution_new ();
  QuothSpan source = { 24, 28 };

  self->kind = kind;
  self->confidence = confidence;
  self->cue = cue;
  quoth_short_array_append_val (&self->sources, source);
  quoth_short_array_append_val (&self->contents, content);
  return self;
}

/* What is left of one found attribution and one of a rule: "F", "R", or both in text order. */
static char *
join (QuothAttribution *found_one,
      QuothAttribution *rule_one)
{
  GDestroyNotify destroy = (GDestroyNotify) quoth_attribution_free;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (destroy);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (destroy);
  g_autoptr (QuothModel) model = quoth_model_open_default (NULL);
  const char *words = "‘It leaks,’ warns Ann Poole of the boats";
  const QuothBlock block = { .span = { 0, strlen (words) }, .kind = QUOTH_BLOCK_PARAGRAPH,
                             .number = 1 };
  g_autoptr (QuothText) text = quoth_text_new (words, strlen (words), &block, 1, model);
  g_autoptr (GString) left = g_string_new (NULL);

  g_ptr_array_add (found, found_one);
  g_ptr_array_add (rules, rule_one);
  quoth_attributions_join (found, rules, text);
  for (guint i = 0; i < found->len; i++)
    g_string_append_c (left, found->pdata[i] == found_one ? 'F' : 'R');
  return g_string_free (g_steal_pointer (&left), FALSE);
}

static void
test_rules_join (void)
{
  const QuothSpan marked = { 0, 17 }, cue = { 18, 23 }, names = { 29, 42 }, nothing = { 0, 0 };
  g_autofree char *better =
    join (make_attribution (QUOTH_QUOTE_INDIRECT, 0.5f, cue, names),
          make_attribution (QUOTH_QUOTE_DIRECT, 0.1f, cue, marked));
  g_autofree char *again =
    join (make_attribution (QUOTH_QUOTE_INDIRECT, 0.5f, cue, names),
          make_attribution (QUOTH_QUOTE_INDIRECT, 0.9f, cue, marked));
  g_autofree char *signed_by =
    join (make_attribution (QUOTH_QUOTE_INDIRECT, 0.5f, cue, names),
          make_attribution (QUOTH_QUOTE_DIRECT, 0.1f, nothing, marked));
  g_autofree char *unsure =
    join (make_attribution (QUOTH_QUOTE_INDIRECT, 0.5f, nothing, names),
          make_attribution (QUOTH_QUOTE_INDIRECT, 0.1f, cue, marked));
  g_autofree char *taken =
    join (make_attribution (QUOTH_QUOTE_INDIRECT, 0.5f, nothing, marked),
          make_attribution (QUOTH_QUOTE_DIRECT, 0.9f, cue, marked));

  g_assert_cmpstr (better, ==, "R");
  g_assert_cmpstr (again, ==, "F");
  g_assert_cmpstr (signed_by, ==, "RF");
  g_assert_cmpstr (unsure, ==, "F");
  g_assert_cmpstr (taken, ==, "F");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/candidate/agrees-by-half-and-source", test_agreement);
  g_test_add_func ("/candidate/best-of-a-cue-is-kept", test_best_is_kept);
  g_test_add_func ("/candidate/rules-join-where-they-know-better", test_rules_join);

  return g_test_run ();
}
