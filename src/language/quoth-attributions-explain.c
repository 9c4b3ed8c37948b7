#include "quoth-attributions.h"
#include "quoth-attributions-learned.h"

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

/* A line a token: number in the sentence, word, tag, head, relation. */
static void
append_tree (GString               *out,
             const QuothParsedText *parsed,
             guint                  sentence)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  const QuothSyntax *syntax = parsed->syntax;

  g_string_append_printf (out, "  sentence %u\n", sentence);
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

static void
append_candidates (GString               *out,
                   const QuothLearned    *learned,
                   const GArray          *candidates,
                   const QuothParsedText *parsed,
                   guint                  sentence)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

      if (parsed->views[candidate->cue.first].sentence != sentence)
        continue;
      g_string_append_printf (out, "    %s %.3f (calibrated %.3f), %s\n",
                              candidate->probability >= QUOTH_ACCEPTED ? "accepted" : "rejected", candidate->probability,
                              quoth_acceptor_calibrate (&learned->acceptor, candidate->probability),
                              candidate->by_rule ? "by a rule" : candidate->agreement > 0 ? "a rule agrees" : "no rule agrees");
      append_pieces (out, parsed->text, "cue", &(QuothRange) { candidate->cue.first, candidate->cue.end },
                     candidate->cue.end > candidate->cue.first);
      append_pieces (out, parsed->text, "source", candidate->sources, candidate->n_sources);
      append_pieces (out, parsed->text, "content", candidate->contents, candidate->n_contents);
    }
}

/**
 * quoth_learned_explain:
 *
 * What the learned stages see in a text, stage by stage: tags and trees, cues with their probabilities, and
 * the candidates with what became of them. For those who work on the engine.
 *
 * Returns: (transfer full) (nullable): lines of text, or %NULL when the model file has no learned stages
 */
char *
quoth_learned_explain (const QuothText *text)
{
  QuothLearned learned;
  g_autoptr (QuothParsedText) parsed = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GArray) cues = NULL, candidates = NULL;
  GString *out = NULL;

  if (!quoth_learned_find (&learned, text->model))
    return NULL;
  out = g_string_new ("learned\n");
  parsed = quoth_learned_parse (&learned, text);
  cues = g_array_new (FALSE, FALSE, sizeof (QuothCueGuess));
  quoth_cue_stage_find (&learned.stages.cues, parsed, QUOTH_CUE_THRESHOLD, cues);
  rules = quoth_attributions_find (text);
  candidates = quoth_learned_propose (&learned, parsed, rules);
  for (guint s = 0; s < text->n_sentences; s++)
    {
      append_tree (out, parsed, s);
      append_cues (out, cues, parsed, s);
      append_candidates (out, &learned, candidates, parsed, s);
    }
  return g_string_free (out, FALSE);
}
