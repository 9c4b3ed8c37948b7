#include "quoth-attributions-learned.h"

#include "quoth-attributions.h"
#include "quoth-mapping.h"
#include "quoth-parser.h"
#include "quoth-slices.h"

#include <string.h>

#define MAX_CUE_PHRASE 4

/**
 * quoth_candidates_rank:
 *
 * Sets how good each candidate is, to be compared among those of its cue.
 */
void
quoth_candidates_rank (GArray                *candidates,
                       const QuothParsedText *parsed,
                       const QuothAcceptor   *ranker)
{
  QuothFeatures features;

  for (guint i = 0; i < candidates->len; i++)
    {
      quoth_acceptor_features (&features, parsed, candidates, i);
      g_array_index (candidates, QuothCandidate, i).probability = quoth_acceptor_sum (ranker,
                                                                                      &features);
    }
}

/**
 * quoth_candidates_rate:
 *
 * Sets the probability of every candidate.
 */
void
quoth_candidates_rate (GArray              *candidates,
                       const QuothParsedText  *parsed,
                       const QuothAcceptor *acceptor)
{
  QuothFeatures features;

  for (guint i = 0; i < candidates->len; i++)
    {
      QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

      quoth_acceptor_features (&features, parsed, candidates, i);
      candidate->probability = quoth_acceptor_score (acceptor, &features);
    }
}

static gint
compare_probability (gconstpointer a,
                     gconstpointer b)
{
  const QuothCandidate *x = a, *y = b;

  if (x->probability != y->probability)
    return x->probability < y->probability ? 1 : -1;
  return (x->cue.first > y->cue.first) - (x->cue.first < y->cue.first);
}

static gint
compare_place (gconstpointer a,
               gconstpointer b)
{
  const QuothCandidate *x = a, *y = b;

  return (x->contents[0].first > y->contents[0].first) - (x->contents[0].first < y->contents[0].first);
}

static gboolean
holds_cue (const QuothCandidate *candidate,
           const QuothCandidate *other)
{
  return other->cue.end > other->cue.first && quoth_candidate_holds (candidate, other->cue.head);
}

/* Is nothing of @candidate taken yet: its content outside what others say, its cue not within
 * another's cue? */
static gboolean
is_free (const GArray         *chosen,
         const QuothCandidate *candidate)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const QuothCandidate *other = &g_array_index (chosen, QuothCandidate, i);

      if (quoth_candidate_overlaps (candidate, other) || holds_cue (other, candidate) ||
          holds_cue (candidate, other) ||
          (candidate->cue.first < other->cue.end && other->cue.first < candidate->cue.end))
        return FALSE;
    }
  return TRUE;
}

static QuothQuoteKind
find_kind (const QuothCandidate *candidate,
           const QuothParsedText   *parsed)
{
  guint in = 0, out = 0;

  for (guint p = 0; p < candidate->n_contents; p++)
    for (guint t = candidate->contents[p].first; t < candidate->contents[p].end; t++)
      if (parsed->text->tokens[t].kind <= QUOTH_TOKEN_NUMBER)
        {
          if (parsed->views[t].quoted >= 0)
            in++;
          else
            out++;
        }
  return in == 0 ? QUOTH_QUOTE_INDIRECT : out == 0 ? QUOTH_QUOTE_DIRECT : QUOTH_QUOTE_MIXED;
}

/* Do words from @first on make a phrase that reports without a verb: "according to", "in her
 * words"? */
static gboolean
has_phrase (const QuothText *text,
            guint            first,
            guint            end)
{
  const QuothWordList *phrases = quoth_model_find_list (text->model, "cue-phrases");

  for (guint last = first; last < MIN (end, first + MAX_CUE_PHRASE); last++)
    if (quoth_word_list_contains (phrases, text->text + text->tokens[first].span.start,
                                  text->tokens[last].span.end - text->tokens[first].span.start))
      return TRUE;
  return FALSE;
}

static gboolean
has_reporting_word (const QuothText *text,
                    QuothCueGuess    cue)
{
  const QuothWordList *verbs = quoth_model_find_list (text->model, "reporting-verbs");
  const QuothWordList *nouns = quoth_model_find_list (text->model, "cue-nouns");

  if (cue.first == cue.end)
    return TRUE;
  for (guint t = cue.first; t < cue.end; t++)
    {
      const char *word = text->text + text->tokens[t].span.start;
      gsize length = quoth_span_length (text->tokens[t].span);

      if (text->tokens[t].kind != QUOTH_TOKEN_WORD ||
          quoth_word_list_contains (verbs, word, length) ||
          quoth_word_list_contains (nouns, word, length) || has_phrase (text, t, cue.end))
        return TRUE;
    }
  return FALSE;
}

static QuothQuoteType
find_type (const QuothCandidate  *candidate,
           const QuothParsedText *parsed)
{
  return find_kind (candidate, parsed) != QUOTH_QUOTE_INDIRECT ||
         has_reporting_word (parsed->text, candidate->cue)
         ? QUOTH_QUOTE_STATEMENT : QUOTH_QUOTE_ATTITUDE;
}

/**
 * quoth_candidates_choose:
 * @candidates: (element-type QuothCandidate): rated; sorted anew
 *
 * Takes the surest candidates first, none that overlaps one taken before. Attitudes have to be
 * surer.
 *
 * Returns: (transfer full) (element-type QuothCandidate): in text order
 */
GArray *
quoth_candidates_choose (GArray                *candidates,
                         const QuothParsedText *parsed,
                         float                  threshold)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (QuothCandidate));

  g_array_sort (candidates, compare_probability);
  for (guint i = 0; i < candidates->len; i++)
    {
      const QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

      if (candidate->probability < threshold)
        break;
      if ((candidate->probability >= QUOTH_ACCEPTED_ATTITUDE ||
           find_type (candidate, parsed) == QUOTH_QUOTE_STATEMENT) &&
          is_free (chosen, candidate))
        g_array_append_val (chosen, *candidate);
    }
  g_array_sort (chosen, compare_place);
  return chosen;
}

/* Punctuation that may not stand at the edge of a span. */
static gboolean
is_edge (const QuothText *text,
         guint            token)
{
  QuothTokenKind kind = text->tokens[token].kind;

  return kind == QUOTH_TOKEN_PUNCTUATION && text->text[text->tokens[token].span.start] != '(' &&
         text->text[text->tokens[token].span.start] != '[' &&
         text->text[text->tokens[token].span.start] != ')' &&
         text->text[text->tokens[token].span.start] != ']';
}

/* Adds tokens as spans, one a block. */
static void
add_spans (QuothShortArray       *spans,
           const QuothParsedText *parsed,
           QuothRange             range)
{
  const QuothText *text = parsed->text;

  while (range.first < range.end)
    {
      guint block = text->sentences[parsed->views[range.first].sentence].block, end = range.first;
      guint first = range.first, last;
      QuothSpan span;

      while (end < range.end && text->sentences[parsed->views[end].sentence].block == block)
        end++;
      range.first = end;
      while (first < end && is_edge (text, first))
        first++;
      for (last = end; last > first && is_edge (text, last - 1) &&
           parsed->views[last - 1].quoted < 0;)
        last--;
      if (first >= last)
        continue;
      span = (QuothSpan) { text->tokens[first].span.start, text->tokens[last - 1].span.end };
      quoth_short_array_append_val (spans, span);
    }
}

/**
 * quoth_candidate_to_attribution:
 *
 * Returns: (transfer full): the candidate as spans of the text, by the product's span rules
 */
QuothAttribution *
quoth_candidate_to_attribution (const QuothCandidate *candidate,
                                const QuothParsedText   *parsed)
{
  const QuothText *text = parsed->text;
  QuothAttribution *self = quoth_attribution_new ();

  if (candidate->cue.end > candidate->cue.first)
    self->cue = (QuothSpan) { text->tokens[candidate->cue.first].span.start,
                              text->tokens[candidate->cue.end - 1].span.end };
  for (guint p = 0; p < candidate->n_contents; p++)
    add_spans (&self->contents, parsed, candidate->contents[p]);
  for (guint p = 0; p < candidate->n_sources; p++)
    add_spans (&self->sources, parsed, candidate->sources[p]);
  self->kind = find_kind (candidate, parsed);
  self->type = find_type (candidate, parsed);
  self->confidence = candidate->probability;
  return self;
}

/**
 * quoth_learned_find:
 *
 * Returns: whether the model file has all the learned stages
 */
gboolean
quoth_learned_find (QuothLearned     *self,
                    const QuothModel *model)
{
  return quoth_weights_find (&self->tagger, model, "tagger", QUOTH_N_TAGS) &&
         quoth_parser_find (&self->parser, model) &&
         quoth_crf_find (&self->stages.cues, model, "cues") &&
         quoth_crf_find (&self->stages.spans, model, "spans") &&
         quoth_acceptor_find (&self->ranker, model, "ranker") &&
         quoth_acceptor_find (&self->acceptor, model, "acceptor");
}

/**
 * quoth_learned_check:
 *
 * Returns: %TRUE if the model file has all the learned stages or none; else %FALSE with @error set, since its
 *   sections are damaged or those of another version
 */
gboolean
quoth_learned_check (const QuothModel  *model,
                     GError           **error)
{
  static const char *const sections[] = { "tagger", "parser", "relations", "cues", "spans",
                                          "ranker", "acceptor" };
  QuothLearned learned;

  if (quoth_learned_find (&learned, model))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (quoth_model_find_section (model, sections[i], NULL) != NULL)
      return quoth_model_set_damaged (sections[i], error);
  return TRUE;
}

/**
 * quoth_learned_parse:
 *
 * Returns: (transfer full): @text with tags and trees
 */
QuothParsedText *
quoth_learned_parse (const QuothLearned *self,
                     const QuothText    *text)
{
  QuothLexeme *lexemes = quoth_lexemes_new (text);

  return quoth_parsed_text_new (text, lexemes,
                                quoth_syntax_parse (text, lexemes, &self->tagger, &self->parser));
}

/**
 * quoth_learned_propose:
 * @rules: (element-type QuothAttribution): what the rules find
 *
 * Returns: (transfer full) (element-type QuothCandidate): one candidate a cue, rated, sorted by cue
 */
GArray *
quoth_learned_propose (const QuothLearned    *self,
                       const QuothParsedText *parsed,
                       GPtrArray             *rules)
{
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (QuothCueGuess));
  GArray *candidates = NULL;

  quoth_cue_stage_find (&self->stages.cues, parsed, QUOTH_CUE_THRESHOLD, cues);
  candidates = quoth_candidates_propose (&self->stages, parsed, cues);
  quoth_candidates_add_rules (candidates, parsed, rules);
  quoth_candidates_rank (candidates, parsed, &self->ranker);
  quoth_candidates_keep_best (candidates);
  quoth_candidates_contest (candidates, parsed);
  quoth_candidates_rate (candidates, parsed, &self->acceptor);
  return candidates;
}

/* What the rules alone found is as sure as the acceptor finds it; what others took from it, not
 * sure at all. */
static void
set_confidence (GPtrArray          *rules,
                const GArray       *candidates,
                const QuothLearned *learned)
{
  for (guint i = 0; i < rules->len; i++)
    ((QuothAttribution *) rules->pdata[i])->confidence = learned->acceptor.calibration[0];
  for (guint i = 0; i < candidates->len; i++)
    {
      const QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

      if (candidate->by_rule)
        ((QuothAttribution *) rules->pdata[candidate->rule_index])->confidence =
          quoth_acceptor_calibrate (&learned->acceptor, candidate->probability);
    }
}

/* Adds a candidate as attribution, or as several where its speech begins anew in other paragraphs. */
static void
add_found (GPtrArray             *found,
           const QuothLearned    *learned,
           const QuothParsedText *parsed,
           QuothCandidate        *candidate)
{
  QuothCandidate rest = *candidate;
  gboolean more = TRUE;

  while (more)
    {
      QuothAttribution *attribution;

      more = !candidate->by_rule && quoth_candidate_split (candidate, parsed, &rest);
      attribution = quoth_candidate_to_attribution (candidate, parsed);
      attribution->confidence = quoth_acceptor_calibrate (&learned->acceptor,
                                                          candidate->probability);
      /* A content of marks and stops only says nothing. */
      if (attribution->contents.len > 0)
        g_ptr_array_add (found, attribution);
      else
        quoth_attribution_free (attribution);
      *candidate = rest;
    }
}

/* Finds what one slice of a text holds, in text order. */
static GPtrArray *
find_in_slice (const QuothLearned *learned,
               const QuothText    *slice)
{
  g_autoptr (QuothParsedText) parsed = quoth_learned_parse (learned, slice);
  g_autoptr (GPtrArray) rules = quoth_attributions_find (slice);
  g_autoptr (GArray) candidates = quoth_learned_propose (learned, parsed, rules);
  g_autoptr (GArray) chosen = quoth_candidates_choose (candidates, parsed, QUOTH_ACCEPTED);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_attribution_free);

  quoth_candidates_share (chosen, parsed);
  quoth_candidates_part (chosen, parsed);
  set_confidence (rules, candidates, learned);
  for (guint i = 0; i < chosen->len; i++)
    if (!g_array_index (chosen, QuothCandidate, i).by_rule)
      quoth_candidate_map (&g_array_index (chosen, QuothCandidate, i), parsed, chosen);
  for (guint i = 0; i < chosen->len; i++)
    add_found (found, learned, parsed, &g_array_index (chosen, QuothCandidate, i));
  quoth_attributions_join (found, rules, slice);
  return found;
}

/**
 * quoth_attributions_find_sliced:
 *
 * Finds the attributions of a text slice by slice: by the learned stages, or by the rules alone
 * when the model file has none.
 *
 * Returns: (transfer full) (element-type QuothAttribution): in text order, a nested one after the
 *   one that holds it
 */
GPtrArray *
quoth_attributions_find_sliced (const QuothText *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_attribution_free);
  g_auto (QuothSlices) slices = quoth_slices_begin (text);
  QuothLearned learned;
  gboolean has_learned = quoth_learned_find (&learned, text->model);

  while (quoth_slices_next (&slices))
    {
      GPtrArray *here = has_learned
                        ? find_in_slice (&learned,
                                         &slices.slice) : quoth_attributions_find (&slices.slice);

      quoth_attributions_join_begun (here, &slices.slice);
      quoth_attributions_drop_crossheads (here, &slices.slice);
      for (guint i = 0; i < here->len; i++)
        {
          QuothAttribution *attribution = here->pdata[i];

          if (attribution->parent >= 0)
            attribution->parent += found->len;
        }
      g_ptr_array_extend_and_steal (found, here);
    }
  return found;
}
