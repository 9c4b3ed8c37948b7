#include "quoth-mapping.h"

#include <string.h>

#define MAX_HEARER 6
#define MAX_NAME 4

/*
 * PolNeAR, which the stages learn from, marks some things otherwise than Quoth shows them. Here,
 * after decoding, and nowhere else, the one is made the other:
 *  - a relative pronoun as source gets its antecedent in front: "the union, who have said";
 * - adverbs at its edges, the hearer, time and place leave the cue: "told reporters on Monday" is
 * "told";
 * - a noun that reports is the cue by itself: "a call from" is "call"; what it says ends before the
 * sentence's verb;
 *  - the possessive "'s" and a relative clause leave the source;
 * - a name beside a description of the source belongs to it: "according to its secretary, Ann
 * Poole";
 *  - the hearer leaves the content: "told the inquiry that";
 *  - "that" and "to" leave the beginning of the content;
 * - words in marks between two pieces of a clause belong to it, and speech goes on to its closing
 * mark;
 *  - a paragraph of speech after one that was closed is a quotation of its own.
 */

static gboolean
is_verb (guint tag)
{
  return (tag >= QUOTH_TAG_VB && tag <= QUOTH_TAG_VBZ) || tag == QUOTH_TAG_MD;
}

static gboolean
is_adverb (guint tag)
{
  return tag >= QUOTH_TAG_RB && tag <= QUOTH_TAG_RBS;
}

/* What belongs to a cue although it stands behind its verb: "ruled out", "called for", "according
 * to". */
static gboolean
is_particle (const QuothParsedText *parsed,
             guint                  token)
{
  guint tag = parsed->syntax->tags[token];

  return tag == QUOTH_TAG_RP || tag == QUOTH_TAG_IN || tag == QUOTH_TAG_TO;
}

static gboolean
is_time (const QuothParsedText *parsed,
         guint                  token)
{
  QuothSpan span;

  if (token >= parsed->text->n_tokens || parsed->syntax->tags[token] < QUOTH_TAG_NN ||
      parsed->syntax->tags[token] > QUOTH_TAG_NNPS)
    return FALSE;
  span = parsed->text->tokens[token].span;
  return quoth_word_list_contains (quoth_model_find_list (parsed->text->model, "date-words"),
                                   parsed->text->text + span.start, quoth_span_length (span));
}

/* "repeated her view", "made the point": verb and noun report together. */
static gboolean
is_speech_noun (const QuothParsedText *parsed,
                guint                  token)
{
  QuothSpan span = parsed->text->tokens[token].span;
  guint tag = parsed->syntax->tags[token];

  return (tag == QUOTH_TAG_NN || tag == QUOTH_TAG_NNS) &&
         quoth_word_list_contains (quoth_model_find_list (parsed->text->model, "cue-nouns"),
                                   parsed->text->text + span.start, quoth_span_length (span));
}

/* "A call from", "the plan follows a call by": the noun alone is the cue where the source stands
 * behind it. */
static gboolean
map_noun (QuothCandidate        *candidate,
          const QuothParsedText *parsed)
{
  QuothCueGuess *cue = &candidate->cue;
  gboolean owned = candidate->n_sources > 0 && candidate->sources[0].first >= cue->end;

  for (guint t = cue->end; t > cue->first; t--)
    {
      guint tag = parsed->syntax->tags[t - 1];

      if (is_speech_noun (parsed, t - 1) && (owned || t == cue->end))
        {
          cue->first = t - 1;
          cue->end = t;
          return TRUE;
        }
      if (tag != QUOTH_TAG_IN && tag != QUOTH_TAG_TO)
        break;
    }
  return FALSE;
}

static void
map_cue (QuothCandidate        *candidate,
         const QuothParsedText *parsed)
{
  QuothCueGuess *cue = &candidate->cue;
  const guint8 *tags = parsed->syntax->tags;
  guint first = cue->first, end = cue->end, last = G_MAXUINT;

  if (end == first + 1 && parsed->lexemes[first].lower == quoth_lexeme_hash ("according") &&
      end < parsed->text->n_tokens && parsed->lexemes[end].lower == quoth_lexeme_hash ("to"))
    {
      cue->end++;
      return;
    }
  for (guint t = first; t < end; t++)
    if (is_verb (tags[t]))
      last = t;
  if ((last == G_MAXUINT || candidate->n_sources == 0 || candidate->sources[0].first >= end) &&
      map_noun (candidate, parsed))
    return;
  if (last == G_MAXUINT)
    return;
  while (first < last && is_adverb (tags[first]))
    first++;
  for (guint t = last + 1; t < end; t++)
    if (is_speech_noun (parsed, t))
      last = t;
  for (cue->end = last + 1; cue->end < end && is_particle (parsed, cue->end);)
    cue->end++;
  /* "Said in March that": the preposition is none of the verb's. */
  if (cue->end > last + 1 && tags[cue->end - 1] != QUOTH_TAG_RP && is_time (parsed, cue->end))
    cue->end--;
  cue->first = first;
}

static gboolean
is_noun (guint tag)
{
  return tag >= QUOTH_TAG_NN && tag <= QUOTH_TAG_NNPS;
}

static gboolean
is_nominal (guint tag)
{
  return (tag >= QUOTH_TAG_NN && tag <= QUOTH_TAG_NNPS) || tag == QUOTH_TAG_DT ||
         tag == QUOTH_TAG_JJ ||
         tag == QUOTH_TAG_PRP || tag == QUOTH_TAG_PRPS || tag == QUOTH_TAG_CD;
}

/* "told [the inquiry] the ramps were safe", "told [Ms Moss] he was late": where a second phrase
 * begins, with a verb. */
static void
cut_bare_hearer (QuothRange            *content,
                 const QuothParsedText *parsed)
{
  const guint8 *tags = parsed->syntax->tags;
  guint t = content->first + 1;
  gboolean noun = is_noun (tags[content->first]) || tags[content->first] == QUOTH_TAG_PRP;

  if (!is_nominal (tags[content->first]) || parsed->views[content->first].quoted >= 0)
    return;
  for (; t < content->end && t - content->first < MAX_HEARER; t++)
    {
      guint tag = tags[t];

      if (noun && (tag == QUOTH_TAG_DT || tag == QUOTH_TAG_PRP || tag == QUOTH_TAG_PRPS))
        break;
      if (!is_nominal (tag) || parsed->views[t].quoted >= 0)
        return;
      noun = noun || is_noun (tag);
    }
  if (t == content->end || t - content->first == MAX_HEARER)
    return;
  for (guint verb = t + 1; verb < content->end; verb++)
    if (is_verb (tags[verb]))
      {
        content->first = t;
        return;
      }
}

/* "told [the inquiry that] ramps were safe": the hearer and what parts him from the content. */
static void
cut_hearer (QuothCandidate        *candidate,
            const QuothParsedText *parsed)
{
  QuothRange *first = &candidate->contents[0];
  QuothSpan cue = parsed->text->tokens[candidate->cue.head].span;
  const char *value = quoth_word_list_lookup (quoth_model_find_list (parsed->text->model,
                                                                     "reporting-verbs"),
                                              parsed->text->text + cue.start,
                                              quoth_span_length (cue));
  guint t = first->first;

  if (t != candidate->cue.end || value == NULL || strstr (value, "addressee") == NULL)
    return;
  while (t < first->end && t - first->first < MAX_HEARER && is_nominal (parsed->syntax->tags[t]))
    t++;
  if (t > first->first && t + 1 < first->end &&
      parsed->lexemes[t].lower == quoth_lexeme_hash ("that") &&
      parsed->syntax->tags[t] == QUOTH_TAG_IN)
    first->first = t;
  else if (strstr (value, "object") == NULL && strstr (value, "infinitive") == NULL)
    cut_bare_hearer (first, parsed);
}

static void
map_content (QuothCandidate        *candidate,
             const QuothParsedText *parsed)
{
  QuothRange *first = &candidate->contents[0];
  guint32 word = parsed->lexemes[first->first].lower, tag = parsed->syntax->tags[first->first];

  if (first->end - first->first < 2 && candidate->n_contents > 1 &&
      word == quoth_lexeme_hash ("that"))
    {
      candidate->n_contents--;
      memmove (first, first + 1, candidate->n_contents * sizeof *first);
    }
  if (first->end - first->first < 2)
    return;
  /* After "said in June" it looks like a relative pronoun. */
  if (word == quoth_lexeme_hash ("that") &&
      (tag == QUOTH_TAG_IN || (tag == QUOTH_TAG_WDT && candidate->cue.end <= first->first)))
    first->first++;
  else if (word == quoth_lexeme_hash ("to") && parsed->syntax->tags[first->first] == QUOTH_TAG_TO)
    first->first++;
}

static guint
block_of (const QuothParsedText *parsed,
          guint                  token)
{
  return parsed->text->sentences[parsed->views[token].sentence].block;
}

static gboolean
is_taken (const QuothCandidate *candidate,
          guint                 token)
{
  if (token >= candidate->cue.first && token < candidate->cue.end)
    return TRUE;
  for (guint i = 0; i < candidate->n_sources; i++)
    if (token >= candidate->sources[i].first && token < candidate->sources[i].end)
      return TRUE;
  return FALSE;
}

/* Does nothing but marked words and marks stand between two pieces of one sentence? */
static gboolean
is_marked_gap (const QuothCandidate  *candidate,
               const QuothParsedText *parsed,
               guint                  first,
               guint                  end)
{
  if (end - first > 12 || parsed->views[first].sentence != parsed->views[end].sentence)
    return FALSE;
  for (guint t = first; t < end; t++)
    if (is_taken (candidate, t) ||
        (parsed->text->tokens[t].kind <= QUOTH_TOKEN_NUMBER && parsed->views[t].quoted < 0))
      return FALSE;
  return TRUE;
}

static void
fill_gaps (QuothCandidate        *candidate,
           const QuothParsedText *parsed)
{
  guint n = 1;

  for (guint i = 1; i < candidate->n_contents; i++)
    {
      QuothRange *last = &candidate->contents[n - 1], next = candidate->contents[i];

      if (is_marked_gap (candidate, parsed, last->end, next.first))
        last->end = next.end;
      else
        candidate->contents[n++] = next;
    }
  candidate->n_contents = n;
}

/* Do marks open with the sentence? */
static gboolean
begins_speech (const QuothParsedText *parsed,
               guint                  token)
{
  gint32 quoted = parsed->views[token].quoted;

  return quoted >= 0 && parsed->quoted_first[quoted] == token &&
         parsed->text->sentences[parsed->views[token].sentence].first == token;
}

/* No piece runs over the end of a paragraph, or into a sentence that begins with marks. */
static void
cut_at_blocks (QuothCandidate        *candidate,
               const QuothParsedText *parsed)
{
  QuothRange cut[QUOTH_CANDIDATE_PIECES];
  guint n = 0;

  for (guint i = 0; i < candidate->n_contents; i++)
    for (guint first = candidate->contents[i].first,
         end; first < candidate->contents[i].end; first = end)
      {
        for (end = first + 1; end < candidate->contents[i].end &&
             block_of (parsed, end) == block_of (parsed, first) &&
                              !begins_speech (parsed, end);)
          end++;
        if (n < QUOTH_CANDIDATE_PIECES)
          cut[n++] = (QuothRange) { first, end };
      }
  memcpy (candidate->contents, cut, n * sizeof *cut);
  candidate->n_contents = n;
}

static gboolean
is_relative (const QuothParsedText *parsed,
             guint                  token)
{
  guint tag = parsed->syntax->tags[token];

  return tag == QUOTH_TAG_WP || tag == QUOTH_TAG_WDT;
}

/* Words that stand before their noun and belong to its phrase. */
static gboolean
is_premodifier (guint relation)
{
  return relation == QUOTH_RELATION_DET || relation == QUOTH_RELATION_AMOD ||
         relation == QUOTH_RELATION_COMPOUND ||
         relation == QUOTH_RELATION_NMOD_POSS || relation == QUOTH_RELATION_NUMMOD ||
         relation == QUOTH_RELATION_FLAT || relation == QUOTH_RELATION_CASE;
}

/* The phrase of the noun that the relative clause around @pronoun hangs on. */
static gboolean
find_antecedent (const QuothParsedText *parsed,
                 guint                  pronoun,
                 QuothRange            *antecedent)
{
  const QuothSyntax *syntax = parsed->syntax;
  gint32 t = pronoun, noun;

  for (guint steps = 0; t >= 0 && steps < 6 &&
       syntax->relations[t] != QUOTH_RELATION_ACL_RELCL; steps++)
    t = syntax->heads[t];
  noun = t >= 0 ? syntax->heads[t] : -1;
  if (noun < 0 || noun >= (gint32) pronoun || syntax->relations[t] != QUOTH_RELATION_ACL_RELCL)
    return FALSE;
  antecedent->end = noun + 1;
  /* "Ann Poole, director of the trust, who said": the name that the description stands beside. */
  while (syntax->relations[noun] == QUOTH_RELATION_APPOS && syntax->heads[noun] >= 0 &&
         syntax->heads[noun] < noun &&
         parsed->views[syntax->heads[noun]].sentence == parsed->views[noun].sentence)
    noun = syntax->heads[noun];
  antecedent->first = noun;
  while (antecedent->first > 0 && syntax->heads[antecedent->first - 1] >= 0 &&
         syntax->heads[antecedent->first - 1] <= noun &&
         syntax->heads[antecedent->first - 1] >= (gint32) antecedent->first &&
         is_premodifier (syntax->relations[antecedent->first - 1]) &&
         syntax->tags[antecedent->first - 1] != QUOTH_TAG_IN)
    antecedent->first--;
  return TRUE;
}

static gboolean
is_comma (const QuothParsedText *parsed,
          guint                  token)
{
  QuothSpan span = parsed->text->tokens[token].span;

  return quoth_span_length (span) == 1 && parsed->text->text[span.start] == ',';
}

/* "According to its secretary, [Ann Poole,] the trust will close": the name belongs to the source
 * it stands beside. */
static void
move_apposition (QuothCandidate        *candidate,
                 const QuothParsedText *parsed)
{
  QuothRange *content = &candidate->contents[0], *source = NULL;
  guint t = content->first;

  if (candidate->n_sources == 0)
    return;
  source = &candidate->sources[candidate->n_sources - 1];
  if (source->end + 1 != content->first || !is_comma (parsed, source->end) ||
      parsed->syntax->tags[source->end - 1] == QUOTH_TAG_NNP)
    return;
  while (t < content->end && t - content->first < MAX_NAME &&
         parsed->syntax->tags[t] == QUOTH_TAG_NNP)
    t++;
  if (t == content->first || t + 1 >= content->end || !is_comma (parsed, t))
    return;
  source->end = t;
  content->first = t + 1;
}

/* Words are not said by those whom they name: what the source has taken leaves the edge of a
 * content. */
static void
cut_source (QuothCandidate *candidate,
            QuothRange      source)
{
  guint n = 0;

  for (guint i = 0; i < candidate->n_contents; i++)
    {
      QuothRange piece = candidate->contents[i];

      if (piece.first < source.first && piece.end > source.first && piece.end <= source.end)
        piece.end = source.first;
      else if (piece.first >= source.first && piece.first < source.end)
        piece.first = MIN (piece.end, source.end);
      if (piece.first < piece.end)
        candidate->contents[n++] = piece;
    }
  if (n > 0)
    candidate->n_contents = n;
}

/* "Ms Orme": a title right before the name belongs to the source. */
static void
add_titles (QuothCandidate        *candidate,
            const QuothParsedText *parsed)
{
  const QuothText *text = parsed->text;
  const QuothWordList *titles = quoth_model_find_list (text->model, "honorifics");

  for (guint p = 0; p < candidate->n_sources; p++)
    {
      QuothRange *source = &candidate->sources[p];
      guint begin = text->sentences[parsed->views[source->first].sentence].first;
      QuothSpan before;

      if (source->first == begin ||
          (text->tokens[source->first].flags & QUOTH_TOKEN_CAPITALISED) == 0 ||
          (text->tokens[source->first - 1].flags & QUOTH_TOKEN_CAPITALISED) == 0)
        continue;
      before = text->tokens[source->first - 1].span;
      if (quoth_word_list_contains (titles, text->text + before.start, quoth_span_length (before)))
        {
          source->first--;
          cut_source (candidate, *source);
        }
    }
}

/* "Ms Poole's claim": the source is Ms Poole. */
static void
cut_possessive (QuothCandidate        *candidate,
                const QuothParsedText *parsed)
{
  for (guint p = 0; p < candidate->n_sources; p++)
    {
      QuothRange *source = &candidate->sources[p];

      if (source->end > source->first + 1 && parsed->syntax->tags[source->end - 1] == QUOTH_TAG_POS)
        source->end--;
    }
}

/* "The trust, which runs the wards," is the trust: a relative clause leaves the source. */
static void
cut_relative (QuothCandidate        *candidate,
              const QuothParsedText *parsed)
{
  for (guint p = 0; p < candidate->n_sources; p++)
    {
      QuothRange *source = &candidate->sources[p];

      for (guint t = source->first + 2; t < source->end; t++)
        if (is_relative (parsed, t) && is_comma (parsed, t - 1))
          source->end = t - 1;
    }
}

static void
map_source (QuothCandidate        *candidate,
            const QuothParsedText *parsed)
{
  QuothRange source = candidate->sources[0], antecedent;

  if (candidate->n_sources != 1 || source.end - source.first != 1 ||
      !is_relative (parsed, source.first) ||
      !find_antecedent (parsed, source.first, &antecedent))
    return;
  candidate->sources[0] = antecedent;
  candidate->sources[1] = source;
  candidate->n_sources = 2;
}

/**
 * quoth_candidate_map:
 * @candidates: (nullable) (element-type QuothCandidate): those chosen, @candidate among them; speech does not go on into
 *   what another one says
 *
 * Turns what the learned stages found by PolNeAR's guidelines into what Quoth's span rules ask for.
 */
void
quoth_candidate_map (QuothCandidate        *candidate,
                     const QuothParsedText *parsed,
                     const GArray          *candidates)
{
  map_cue (candidate, parsed);
  quoth_candidate_cut_predicate (candidate, parsed);
  move_apposition (candidate, parsed);
  cut_hearer (candidate, parsed);
  map_content (candidate, parsed);
  add_titles (candidate, parsed);
  cut_possessive (candidate, parsed);
  cut_relative (candidate, parsed);
  map_source (candidate, parsed);
  fill_gaps (candidate, parsed);
  cut_at_blocks (candidate, parsed);
  quoth_candidate_run_on (candidate, parsed, candidates);
}
