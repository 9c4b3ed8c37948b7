#include "quoth-findings.h"

/* What the rules find, in tokens, and what becomes of it. */

QuothFinding *
quoth_finding_new (void)
{
  QuothFinding *self = g_new0 (QuothFinding, 1);

  self->contents = g_array_new (FALSE, FALSE, sizeof (QuothPhrase));

  return self;
}

void
quoth_finding_free (QuothFinding *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->contents);
  g_free (self);
}

/**
 * quoth_finding_add:
 *
 * Adds a stretch of content; an empty one is passed over.
 */
void
quoth_finding_add (QuothFinding *self,
                   QuothPhrase   content)
{
  if (!quoth_phrase_is_empty (content))
    g_array_append_val (self->contents, content);
}

/**
 * quoth_finding_get_piece:
 *
 * Returns: the piece of what is said in which @token stands, empty when it stands in none
 */
QuothPhrase
quoth_finding_get_piece (const QuothFinding *self,
                         guint               token)
{
  for (guint i = 0; i < self->contents->len; i++)
    {
      QuothPhrase piece = g_array_index (self->contents, QuothPhrase, i);

      if (token >= piece.first && token < piece.end)
        return piece;
    }
  return (QuothPhrase) { token, token };
}

/**
 * quoth_finding_find_kind:
 *
 * Returns: the kind by the marks: all words between them, none, or some
 */
QuothQuoteKind
quoth_finding_find_kind (const QuothFinding *finding,
                         const QuothReading *reading)
{
  guint inside = 0;
  guint outside = 0;

  for (guint i = 0; i < finding->contents->len; i++)
    {
      QuothPhrase content = g_array_index (finding->contents, QuothPhrase, i);

      for (guint token = content.first; token < content.end; token++)
        {
          if (!quoth_reading_is_word (reading, token))
            continue;
          if (reading->words[token].quoted >= 0)
            inside++;
          else
            outside++;
        }
    }

  if (inside == 0)
    return QUOTH_QUOTE_INDIRECT;

  return outside == 0 ? QUOTH_QUOTE_DIRECT : QUOTH_QUOTE_MIXED;
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const QuothPhrase *phrase_a = a;
  const QuothPhrase *phrase_b = b;

  return phrase_a->first < phrase_b->first ? -1 : phrase_a->first > phrase_b->first;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const QuothFinding *finding_a = *(const QuothFinding **) a;
  const QuothFinding *finding_b = *(const QuothFinding **) b;
  guint first_a = g_array_index (finding_a->contents, QuothPhrase, 0).first;
  guint first_b = g_array_index (finding_b->contents, QuothPhrase, 0).first;

  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;
  if ((finding_a->parent != NULL) != (finding_b->parent != NULL))
    return finding_a->parent == NULL ? -1 : 1;

  return 0;
}

static int
find_index (GPtrArray          *found,
            const QuothFinding *finding)
{
  guint index;

  if (finding == NULL || !g_ptr_array_find (found, finding, &index))
    return -1;

  return index;
}

static QuothAttribution *
make_attribution (GPtrArray          *found,
                  const QuothFinding *finding,
                  const QuothReading *reading)
{
  QuothAttribution *attribution = quoth_attribution_new ();

  attribution->kind = quoth_finding_find_kind (finding, reading);
  if (finding->verb & QUOTH_VERB_ATTITUDE)
    attribution->type = QUOTH_QUOTE_ATTITUDE;
  attribution->cue = quoth_reading_get_span (reading, finding->cue);
  attribution->parent = find_index (found, finding->parent);
  attribution->confidence = finding->confidence;
  if (!quoth_phrase_is_empty (finding->source))
    {
      QuothSpan span = quoth_reading_get_span (reading, finding->source);

      quoth_short_array_append_val (&attribution->sources, span);
    }
  for (guint i = 0; i < finding->contents->len; i++)
    {
      QuothSpan span = quoth_reading_get_span (reading,
                                               g_array_index (finding->contents, QuothPhrase, i));

      quoth_short_array_append_val (&attribution->contents, span);
    }

  return attribution;
}

/**
 * quoth_findings_to_attributions:
 * @found: (element-type QuothFinding): sorted on return
 *
 * Returns: (transfer full) (element-type QuothAttribution): in text order, a nested one after the
 *   one that holds it
 */
GPtrArray *
quoth_findings_to_attributions (GPtrArray          *found,
                                const QuothReading *reading)
{
  GDestroyNotify destroy = (GDestroyNotify) quoth_attribution_free;
  GPtrArray *attributions = g_ptr_array_new_with_free_func (destroy);

  for (guint i = 0; i < found->len; i++)
    {
      QuothFinding *finding = g_ptr_array_index (found, i);

      g_array_sort (finding->contents, compare_phrases);
    }
  g_ptr_array_sort (found, compare_findings);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (attributions, make_attribution (found, g_ptr_array_index (found, i), reading));

  return attributions;
}
