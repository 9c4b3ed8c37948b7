#include "quoth-attributions.h"
#include "quoth-attributions-learned.h"
#include "quoth-slices.h"

static void
append_words (GString         *out,
              const QuothText *text,
              QuothRange       range)
{
  const char *start = text->text + text->tokens[range.first].span.start;
  gsize length = text->tokens[range.end - 1].span.end - text->tokens[range.first].span.start;
  g_autofree char *words = g_strndup (start, length);

  g_string_append (out, g_strdelimit (words, "\r\n\t", ' '));
}

/* A line a token: number in the sentence, word, tag, head, relation. @number counts sentences of
 * the whole text. */
static void
append_tree (GString               *out,
             const QuothParsedText *parsed,
             guint                  sentence,
             guint                  number)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  const QuothSyntax *syntax = parsed->syntax;

  g_string_append_printf (out, "  sentence %u\n", number);
  for (guint t = s->first; t < s->end; t++)
    {
      g_string_append_printf (out, "    %u\t", t - s->first + 1);
      append_words (out, parsed->text, (QuothRange) { t, t + 1 });
      g_string_append_printf (out, "\t%s\t%d\t%s\n", quoth_tag_to_string (syntax->tags[t]),
                              syntax->heads[t] < 0 ? 0 : syntax->heads[t] - (gint) s->first + 1,
                              quoth_relation_to_string (syntax->relations[t]));
    }
}

static void
append_cues (GString      *out,
             const GArray *cues,
             const QuothParsedText *parsed,
             guint                  sentence)
{
  for (guint i = 0; i < cues->len; i++)
    {
      const QuothCueGuess *cue = &g_array_index (cues, QuothCueGuess, i);

      if (parsed->views[cue->first].sentence != sentence)
        continue;
      g_string_append_printf (out, "    cue %.3f\t", cue->probability);
      append_words (out, parsed->text, (QuothRange) { cue->first, cue->end });
      g_string_append_c (out, '\n');
    }
}

static void
append_pieces (GString          *out,
               const QuothText  *text,
               const char       *label,
               const QuothRange *pieces,
               guint             n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "      %s\t", label);
      append_words (out, text, pieces[i]);
      g_string_append_c (out, '\n');
    }
}

static gboolean
is_chosen (const GArray         *chosen,
           const QuothCandidate *candidate)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const QuothCandidate *other = &g_array_index (chosen, QuothCandidate, i);

      if (other->cue.first == candidate->cue.first &&
          other->contents[0].first == candidate->contents[0].first &&
          other->probability == candidate->probability)
        return TRUE;
    }
  return FALSE;
}

/* A candidate that is sure enough is chosen unless a surer one has taken its words, or it is but an
 * attitude. */
static const char *
name_fate (const GArray         *chosen,
           const QuothCandidate *candidate)
{
  if (candidate->probability < QUOTH_ACCEPTED)
    return "rejected";
  return is_chosen (chosen, candidate) ? "chosen" : "passed over";
}

static void
append_candidates (GString               *out,
                   const QuothLearned    *learned,
                   const GArray          *candidates,
                   const GArray          *chosen,
                   const QuothParsedText *parsed,
                   guint                  sentence)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

      if (parsed->views[candidate->cue.first].sentence != sentence)
        continue;
      g_string_append_printf (out, "    %s %.3f (calibrated %.3f), %s\n",
                              name_fate (chosen, candidate),
                              candidate->probability,
                              quoth_acceptor_calibrate (&learned->acceptor, candidate->probability),
                              candidate->by_rule ? "by a rule" : candidate->agreement > 0
                              ? "a rule agrees" : "no rule agrees");
      append_pieces (out, parsed->text, "cue",
                     &(QuothRange) { candidate->cue.first, candidate->cue.end },
                     candidate->cue.end > candidate->cue.first);
      append_pieces (out, parsed->text, "source", candidate->sources, candidate->n_sources);
      append_pieces (out, parsed->text, "content", candidate->contents, candidate->n_contents);
    }
}

static void
append_slice (GString            *out,
              const QuothLearned *learned,
              const QuothText    *slice,
              guint               first_sentence)
{
  g_autoptr (QuothParsedText) parsed = quoth_learned_parse (learned, slice);
  g_autoptr (GPtrArray) rules = quoth_attributions_find (slice);
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (QuothCueGuess));
  g_autoptr (GArray) candidates = quoth_learned_propose (learned, parsed, rules);
  g_autoptr (GArray) chosen = quoth_candidates_choose (candidates, parsed, QUOTH_ACCEPTED);

  quoth_cue_stage_find (&learned->stages.cues, parsed, QUOTH_CUE_THRESHOLD, cues);
  for (guint s = 0; s < slice->n_sentences; s++)
    {
      append_tree (out, parsed, s, first_sentence + s);
      append_cues (out, cues, parsed, s);
      append_candidates (out, learned, candidates, chosen, parsed, s);
    }
}

/**
 * quoth_learned_explain:
 *
 * What the learned stages see in a text, sentence by sentence: tags and tree, cues with their
 * probabilities, and the candidates with what became of them. For those who work on the engine.
 * Goes through the text in the slices that it is analysed in, so that it says what the analysis saw
 * and takes no more memory.
 *
 * Returns: (transfer full) (nullable): lines of text, or %NULL when the model file has no learned
 *   stages
 */
char *
quoth_learned_explain (const QuothText *text)
{
  QuothLearned learned;
  GString *out;
  guint n_sentences = 0;

  if (!quoth_learned_find (&learned, text->model))
    return NULL;
  out = g_string_new ("learned\n");
  for (g_auto (QuothSlices) slices = quoth_slices_begin (text); quoth_slices_next (&slices);)
    {
      append_slice (out, &learned, &slices.slice, n_sentences);
      n_sentences = slices.next_sentence;
    }
  return g_string_free (out, FALSE);
}
