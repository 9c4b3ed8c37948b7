#include "quoth-attributions.h"

#include "quoth-contents.h"
#include "quoth-cue-shared.h"
#include "quoth-findings.h"
#include "quoth-inner-marks.h"
#include "quoth-layout.h"

#define MIN_SPEECH 8
#define MAX_TITLE  8
#define MAX_CUES   16

/**
 * Finder:
 * @found: (element-type QuothFinding)
 * @taken: for each quoted span the finding whose content it is part of, or %NULL
 * @cover: for each token the innermost finding that holds it as something said, or %NULL
 * @open: (nullable): the finding that whole quoted sentences go on with
 * @awaited: (nullable) (owned): a finding whose words follow in the next paragraph
 */
typedef struct
{
  const QuothReading  *reading;
  GPtrArray           *found;
  QuothFinding       **taken;
  QuothFinding       **cover;
  QuothFinding        *open;
  QuothFinding        *awaited;
} Finder;

/* By the kind of evidence: about the share that was right on news texts annotated by others. */
static float
rate (const QuothReading *reading,
      const QuothFinding *finding,
      const QuothCue     *cue)
{
  QuothQuoteKind kind = quoth_finding_find_kind (finding, reading);

  if (cue->verb & QUOTH_VERB_ATTITUDE)
    return 0.5f;
  if (kind == QUOTH_QUOTE_DIRECT)
    return cue->before >= 0 ? 0.95f : cue->kind == QUOTH_CUE_PARTICIPLE ? 0.7f : 0.85f;
  if (cue->kind == QUOTH_CUE_ACCORDING)
    return 0.85f;
  if (cue->kind != QUOTH_CUE_VERB || cue->complement.kind == QUOTH_COMPLEMENT_OBJECT)
    return 0.7f;

  return kind == QUOTH_QUOTE_MIXED ? 0.8f : 0.75f;
}

static void
claim (Finder       *self,
       QuothFinding *finding)
{
  for (guint i = 0; i < finding->contents->len; i++)
    {
      QuothPhrase content = g_array_index (finding->contents, QuothPhrase, i);

      for (guint token = content.first; token < content.end; token++)
        {
          self->cover[token] = finding;
          if (self->reading->words[token].quoted >= 0)
            self->taken[self->reading->words[token].quoted] = finding;
        }
    }
}

static void
keep (Finder         *self,
      QuothFinding   *finding,
      const QuothCue *cue)
{
  finding->kind = cue->kind;
  finding->verb = cue->verb;
  finding->cue = cue->words;
  finding->source = cue->source;
  finding->confidence = rate (self->reading, finding, cue);
  claim (self, finding);
  g_ptr_array_add (self->found, finding);
  if (finding->goes_on && finding->parent == NULL)
    self->open = finding;
}

/* Adds what the second speaker of a cue says, after the first was kept. */
static void
keep_share (Finder           *self,
            const QuothUnit  *unit,
            const QuothCue   *cue,
            const QuothShare *share)
{
  const QuothFinding *first = g_ptr_array_index (self->found, self->found->len - 1);
  QuothFinding *second = quoth_finding_new ();
  QuothPhrase content = share->content;

  second->kind = cue->kind;
  second->verb = cue->verb;
  second->cue = cue->words;
  second->source = share->source;
  if (quoth_phrase_is_empty (content))
    {
      for (guint i = 0; i < first->contents->len; i++)
        quoth_finding_add (second, g_array_index (first->contents, QuothPhrase, i));
    }
  else
    {
      if (self->reading->words[content.first].quoted < 0)
        content.end = quoth_clause_find_end (self->reading, content.first, unit->end);
      quoth_finding_add (second, content);
      claim (self, second);
    }
  second->confidence = rate (self->reading, second, cue);
  g_ptr_array_add (self->found, second);
  self->open = NULL;
}

/* Something said inside something said: only where both its speaker and its words are plain. What a
 * trial has shown is not said. */
static gboolean
may_nest (const QuothReading *reading,
          const QuothCue     *cue)
{
  gboolean named;

  if ((cue->verb & QUOTH_VERB_ATTITUDE) ||
      quoth_reading_is (reading, cue->source.first, QUOTH_WORD_SUBJECT))
    return FALSE;
  if (cue->kind == QUOTH_CUE_NOUN || cue->complement.kind == QUOTH_COMPLEMENT_QUOTED ||
      (cue->kind == QUOTH_CUE_ACCORDING && cue->complement.sure))
    return TRUE;

  named = quoth_reading_is (reading, cue->source.end - 1, QUOTH_WORD_NAME);
  return cue->kind == QUOTH_CUE_VERB && (cue->verb & (QUOTH_VERB_CLAUSE | QUOTH_VERB_QUOTE)) &&
         cue->complement.kind == QUOTH_COMPLEMENT_CLAUSE && (cue->complement.sure || named);
}

/* Whether what was said stands before the cue. A short quoted name before it is no speech when a
 * reported clause follows: on “Newsround”, she said that … */
static gboolean
reads_backwards (const QuothReading *reading,
                 const QuothCue     *cue)
{
  QuothPhrase marked;

  if (cue->complement.kind == QUOTH_COMPLEMENT_NONE)
    return TRUE;
  if (cue->before < 0)
    return FALSE;

  marked = reading->marked[cue->before];
  return !(cue->complement.sure && cue->complement.kind == QUOTH_COMPLEMENT_CLAUSE &&
           marked.end - marked.first < MAX_TITLE);
}

/* Where what goes on after a cue has to end, because another cue takes over from there. */
static guint
find_limit (const QuothReading *reading,
            const QuothUnit    *unit,
            GArray             *cues,
            guint               index)
{
  const QuothCue *cue = &g_array_index (cues, QuothCue, index);

  for (guint i = index + 1; i < MIN (cues->len, index + MAX_CUES); i++)
    {
      const QuothCue *next = &g_array_index (cues, QuothCue, i);
      guint cut = quoth_cue_find_cut (reading, next, cue->end);

      if (cut > 0)
        return cut;
      if (next->before < 0 && next->complement.kind == QUOTH_COMPLEMENT_NONE)
        return cue->end;
    }

  return unit->end;
}

static void
take_backwards (Finder          *self,
                const QuothUnit *unit,
                GArray          *cues,
                guint            index,
                guint           *floor)
{
  const QuothCue *cue = &g_array_index (cues, QuothCue, index);
  g_autoptr (QuothFinding) finding = quoth_finding_new ();
  guint limit = find_limit (self->reading, unit, cues, index);
  QuothShare share;
  gboolean shared = quoth_cue_find_share (self->reading, unit, cue, &share);

  if (shared)
    limit = MIN (limit, share.cut);
  if ((quoth_contents_take_before (self->reading, cue, *floor, limit, finding) ||
       quoth_contents_take_rest (self->reading, unit, cue, limit, finding)) &&
      finding->contents->len > 0)
    {
      *floor = cue->end;
      keep (self, g_steal_pointer (&finding), cue);
      if (shared)
        keep_share (self, unit, cue, &share);
    }
}

/* Where a subordinate clause at the head of a sentence ends: "After she said …, the board met". */
static guint
find_fronted_end (const QuothReading *reading,
                  const QuothUnit    *unit,
                  const QuothCue     *cue)
{
  guint before = cue->clause;

  if (before == unit->first ? cue->kind != QUOTH_CUE_PARTICIPLE
      : before > unit->first + 2 ||
        !quoth_reading_is (reading, before - 1, QUOTH_WORD_SUBORDINATOR | QUOTH_WORD_PREPOSITION))
    return unit->end;
  if (quoth_reading_spells (reading, before, "as"))
    return unit->end;
  for (guint i = cue->complement.first; i + 2 < unit->end; i++)
    {
      if (reading->words[i].quoted < 0 && quoth_reading_is (reading, i, QUOTH_WORD_COMMA) &&
          quoth_reading_is (reading, i + 1, QUOTH_WORD_SUBJECT | QUOTH_WORD_NAME |
                            QUOTH_WORD_TITLE |
                            QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE))
        return i;
    }

  return unit->end;
}

static void
take_forwards (Finder          *self,
               const QuothUnit *unit,
               GArray          *cues,
               guint            index)
{
  const QuothCue *cue = &g_array_index (cues, QuothCue, index);
  g_autoptr (QuothFinding) finding = NULL;
  QuothFinding *cover = self->cover[cue->words.first];
  guint limit = unit->end;
  QuothShare share;
  gboolean shared = cover == NULL && quoth_cue_find_share (self->reading, unit, cue, &share);

  if (quoth_phrase_is_empty (cue->source) ||
      (cover != NULL && (cover->parent != NULL || !may_nest (self->reading, cue))))
    return;
  if (cover != NULL)
    {
      QuothPhrase piece = quoth_finding_get_piece (cover, cue->words.first);

      if (!quoth_phrase_is_empty (piece))
        limit = MIN (piece.end, quoth_cue_find_predicate (self->reading, unit, piece.first, cue));
    }
  if (cover == NULL)
    limit = MIN (find_fronted_end (self->reading, unit, cue),
                 quoth_cue_find_predicate (self->reading, unit, unit->first, cue));
  for (guint i = index + 1; i < MIN (cues->len, index + MAX_CUES) && cover == NULL; i++)
    {
      const QuothCue *next = &g_array_index (cues, QuothCue, i);
      guint cut = quoth_cue_find_cut (self->reading, next, cue->end);

      if (cut > cue->complement.first)
        {
          limit = MIN (limit, cut);
          break;
        }
    }

  if (shared)
    limit = MIN (limit, share.cut);
  finding = quoth_finding_new ();
  finding->parent = cover;
  if (!quoth_contents_take_after (self->reading, unit, cue, limit, finding))
    return;
  keep (self, g_steal_pointer (&finding), cue);
  if (shared)
    keep_share (self, unit, cue, &share);
}

static void
add (Finder       *self,
     QuothFinding *finding)
{
  claim (self, finding);
  g_ptr_array_add (self->found, finding);
  if (finding->goes_on)
    self->open = finding;
}

/* What the layout says, when the words of the sentence have said nothing. */
static void
read_colon (Finder          *self,
            const QuothUnit *unit,
            GArray          *cues,
            guint            n_before)
{
  g_autoptr (QuothFinding) finding = quoth_finding_new ();

  if (self->found->len == n_before && quoth_layout_take_colon (self->reading, unit, finding))
    add (self, g_steal_pointer (&finding));
  else if (quoth_layout_take_announced (self->reading, unit, cues, finding))
    self->awaited = g_steal_pointer (&finding);
}

/* Whether the layout of a whole block says who speaks in it. */
static gboolean
read_block (Finder          *self,
            const QuothUnit *unit,
            guint            end)
{
  g_autoptr (QuothFinding) finding = quoth_finding_new ();

  if (!quoth_layout_take_label (self->reading, unit, end, finding) &&
      !quoth_layout_take_signed (self->reading, unit, end, finding))
    return FALSE;
  add (self, g_steal_pointer (&finding));

  return TRUE;
}

static void
read_unit (Finder          *self,
           const QuothUnit *unit)
{
  g_autoptr (GArray) cues = quoth_cues_find (self->reading, unit);
  guint n_before = self->found->len;
  guint floor = unit->first;

  self->open = NULL;
  g_clear_pointer (&self->awaited, quoth_finding_free);
  for (guint i = 0; i < cues->len; i++)
    {
      if (reads_backwards (self->reading, &g_array_index (cues, QuothCue, i)))
        take_backwards (self, unit, cues, i, &floor);
    }
  for (guint i = 0; i < cues->len; i++)
    {
      if (!reads_backwards (self->reading, &g_array_index (cues, QuothCue, i)))
        take_forwards (self, unit, cues, i);
    }
  read_colon (self, unit, cues, n_before);
}

/* Whether a sentence is quoted from end to end; the marks and stops outside do not count. */
static gboolean
is_speech (const QuothReading *reading,
           const QuothUnit    *unit)
{
  gboolean words = FALSE;

  for (guint i = unit->first; i < unit->end; i++)
    {
      if (!quoth_reading_is_word (reading, i))
        continue;
      if (reading->words[i].quoted < 0)
        return FALSE;
      words = TRUE;
    }

  return words;
}

/* The finding that the quoted span before belongs to. */
static QuothFinding *
find_begun (const Finder *self,
            int           quoted)
{
  while (--quoted >= 0)
    {
      if (self->reading->text->quoted[quoted].level == 0)
        return self->taken[quoted];
    }

  return NULL;
}

/* A sentence of speech without a cue: goes on with the one before, or is one of its own. */
static void
read_speech (Finder          *self,
             const QuothUnit *unit)
{
  const QuothText *text = self->reading->text;
  QuothFinding *finding = self->open;
  QuothPhrase content = { unit->first, unit->end };
  int quoted;

  while (self->reading->words[content.first].quoted < 0)
    content.first++;
  while (self->reading->words[content.end - 1].quoted < 0)
    content.end--;
  quoted = self->reading->words[content.first].quoted;

  if (text->quoted[quoted].flags & QUOTH_QUOTED_CONTINUED)
    {
      QuothFinding *begun = find_begun (self, quoted);

      if (begun != NULL)
        finding = begun;
    }
  if (finding == NULL && self->awaited == NULL && content.end - content.first < MIN_SPEECH)
    return;
  if (finding == NULL)
    {
      finding = self->awaited != NULL ? g_steal_pointer (&self->awaited) : quoth_finding_new ();
      if (finding->confidence == 0)
        finding->confidence = 0.6f;
      finding->goes_on = TRUE;
      g_ptr_array_add (self->found, finding);
    }
  quoth_finding_add (finding, content);
  claim (self, finding);
  self->open = finding;
}

/* Speech in marks within marks, where nothing nested was found yet. */
static void
read_inner_marks (Finder *self)
{
  const QuothText *text = self->reading->text;
  guint token = 0;

  for (guint q = 0; q < text->n_quoted; q++)
    {
      const QuothQuoted *quoted = &text->quoted[q];
      QuothFinding *outer, *finding;
      QuothPhrase marked;

      if (quoted->level != 1 || quoth_span_is_empty (quoted->open) ||
          quoth_span_is_empty (quoted->close))
        continue;
      while (token < text->n_tokens && text->tokens[token].span.end <= quoted->span.start)
        token++;
      marked.first = marked.end = token;
      while (marked.end < text->n_tokens && text->tokens[marked.end].span.start < quoted->span.end)
        marked.end++;
      outer = marked.end > marked.first ? self->cover[marked.first] : NULL;
      if (outer == NULL || outer->parent != NULL)
        continue;
      finding = quoth_inner_marks_take (self->reading, outer,
                                        quoth_finding_get_piece (outer, marked.first).first,
                                        marked);
      if (finding != NULL)
        g_ptr_array_add (self->found, finding);
    }
}

/**
 * quoth_attributions_find:
 * @text: an article with its tokens, sentences and quotation marks
 *
 * Finds the attributions of an article: what was said, the words that report it, and the words that
 * name who said it. Who these are is left to quoth_speakers_resolve().
 *
 * Returns: (transfer container) (element-type QuothAttribution): in text order, a nested one after
 *   the one that holds it
 */
GPtrArray *
quoth_attributions_find (const QuothText *text)
{
  g_autoptr (QuothReading) reading = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree QuothFinding **taken = NULL;
  g_autofree QuothFinding **cover = NULL;
  Finder finder;

  g_return_val_if_fail (text != NULL, NULL);

  reading = quoth_reading_new (text);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_finding_free);
  taken = g_new0 (QuothFinding *, text->n_quoted);
  cover = g_new0 (QuothFinding *, text->n_tokens);
  finder = (Finder) { reading, found, taken, cover, NULL, NULL };

  for (guint i = 0; i < reading->n_units; i++)
    {
      const QuothUnit *unit = &reading->units[i];
      guint last = i;

      if (i == 0 || reading->units[i - 1].block != unit->block)
        {
          finder.open = NULL;
          while (last + 1 < reading->n_units && reading->units[last + 1].block == unit->block)
            last++;
          if (read_block (&finder, unit, reading->units[last].end))
            {
              i = last;
              continue;
            }
        }
      if (is_speech (reading, unit))
        read_speech (&finder, unit);
      else
        read_unit (&finder, unit);
    }
  g_clear_pointer (&finder.awaited, quoth_finding_free);
  read_inner_marks (&finder);

  return quoth_findings_to_attributions (found, reading);
}
