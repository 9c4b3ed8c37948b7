#include "quoth-referents-private.h"

#include <string.h>

static gboolean
has_bit (const guint8 *bits,
         guint         i)
{
  return bits[i / 8] >> i % 8 & 1;
}

static gint
compare_ends (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const GArray *names = data;
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;
  guint32 first_end = g_array_index (names, QuothName, first).end;
  guint32 second_end = g_array_index (names, QuothName, second).end;

  if (first_end != second_end)
    return first_end < second_end ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* Most tokens neither begin a name nor follow one: a bit tells so, and for the others names are
 * searched. */
static void
index_names (QuothReferents *self)
{
  guint n_names = self->names->len;
  gsize n_bytes = self->text->n_tokens / 8 + 1;

  self->begins = g_malloc0 (n_bytes);
  self->ends = g_malloc0 (n_bytes);
  self->by_end = g_new (guint32, MAX (n_names, 1));
  for (guint i = 0; i < n_names; i++)
    {
      const QuothName *name = &g_array_index (self->names, QuothName, i);

      self->begins[name->first / 8] |= 1 << name->first % 8;
      self->ends[name->end / 8] |= 1 << name->end % 8;
      self->by_end[i] = i;
    }
  g_qsort_with_data (self->by_end, n_names, sizeof *self->by_end, compare_ends, self->names);
}

/**
 * quoth_referents_new:
 * @text: an article; must outlive the result
 * @classes: of its tokens; must outlive the result
 * @referents: (element-type QuothReferent): gets the people and bodies that are found
 *
 * Finds the names of a text and joins those that are the same one's.
 *
 * Returns: (transfer full)
 */
QuothReferents *
quoth_referents_new (const QuothText *text,
                     const guint32   *classes,
                     GPtrArray       *referents)
{
  QuothReferents *self = g_new0 (QuothReferents, 1);

  self->text = text;
  self->classes = classes;
  self->names = quoth_names_find (text, classes);
  self->name_referents = g_new (int, MAX (self->names->len, 1));
  self->referents = referents;
  self->mentions = g_array_new (FALSE, FALSE, sizeof (QuothMention));
  self->late = g_array_new (FALSE, FALSE, sizeof (QuothMention));
  self->index = quoth_referent_index_new ();

  for (guint i = 0; i < self->names->len; i++)
    self->name_referents[i] = -1;
  index_names (self);
  quoth_referents_join_names (self);
  quoth_referents_join_titled (self);
  quoth_referents_sort (self);

  return self;
}

void
quoth_referents_free (QuothReferents *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->names);
  g_free (self->name_referents);
  g_free (self->begins);
  g_free (self->ends);
  g_free (self->by_end);
  g_array_unref (self->mentions);
  g_array_unref (self->late);
  quoth_referent_index_free (self->index);
  g_free (self);
}

QuothReferent *
quoth_referents_get (QuothReferents *self,
                     int             referent)
{
  return g_ptr_array_index (self->referents, referent);
}

/**
 * quoth_referents_add:
 * @first: the first token of its name or description
 * @end: one past the last
 *
 * Adds somebody or something that nothing is known of but what is printed there.
 *
 * Returns: its index
 */
int
quoth_referents_add (QuothReferents  *self,
                     QuothEntityKind  kind,
                     guint            first,
                     guint            end)
{
  QuothReferentRecord *record;
  int referent = self->referents->len;

  g_ptr_array_add (self->referents, quoth_referent_new (kind));
  quoth_referent_index_append (self->index, TRUE);
  record = quoth_referent_index_get (self->index, referent);
  record->first = first;
  record->end = end;

  return referent;
}

/**
 * quoth_referents_confirm:
 *
 * Settles that a name or description is a person's or an organisation's; the first word on the kind
 * is the last.
 */
void
quoth_referents_confirm (QuothReferents  *self,
                         int              referent,
                         QuothEntityKind  kind)
{
  QuothReferentRecord *record = quoth_referent_index_get (self->index, referent);

  if (!record->tentative)
    return;
  record->tentative = FALSE;
  quoth_referents_get (self, referent)->kind = kind;
}

gboolean
quoth_referents_is_confirmed (QuothReferents *self,
                              int             referent)
{
  return !quoth_referent_index_get (self->index, referent)->tentative;
}

static guint
find_place_flags (QuothReferents *self,
                  guint           first,
                  guint           end,
                  guint           sentence)
{
  const QuothSentence *around = &self->text->sentences[sentence];
  QuothBlockKind kind = self->text->blocks[around->block].kind;
  guint flags = 0;

  if (self->text->tokens[first].flags & QUOTH_TOKEN_QUOTED)
    flags |= QUOTH_MENTION_QUOTED;
  if (kind == QUOTH_BLOCK_FURNITURE || kind == QUOTH_BLOCK_CAPTION ||
      kind == QUOTH_BLOCK_HEADLINE || kind == QUOTH_BLOCK_HEADING)
    flags |= QUOTH_MENTION_ASIDE;
  if (end < around->end && self->classes[end] & QUOTH_CLASS_POSSESSIVE)
    flags |= QUOTH_MENTION_OWNER;

  return flags;
}

/**
 * quoth_referents_add_mention:
 * @flags: those of #QuothMentionFlags that the place does not tell
 *
 * Notes that the text speaks of @referent. The mention is searched from the next
 * quoth_referents_sort() on.
 */
void
quoth_referents_add_mention (QuothReferents *self,
                             int             referent,
                             guint           first,
                             guint           end,
                             guint           flags)
{
  QuothMention mention = { referent, first, end, 0, flags };

  mention.sentence = quoth_text_find_sentence (self->text, self->text->tokens[first].span.start);
  mention.flags |= find_place_flags (self, first, end, mention.sentence);
  g_array_append_val (self->late, mention);
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const QuothMention *mention_a = a;
  const QuothMention *mention_b = b;

  if (mention_a->first != mention_b->first)
    return mention_a->first < mention_b->first ? -1 : 1;

  return mention_a->end > mention_b->end ? -1 : mention_a->end < mention_b->end;
}

void
quoth_referents_sort (QuothReferents *self)
{
  if (self->late->len == 0)
    return;
  g_array_append_vals (self->mentions, self->late->data, self->late->len);
  g_array_set_size (self->late, 0);
  g_array_sort (self->mentions, compare_mentions);
}

/**
 * quoth_referents_find_mention:
 *
 * Returns: the place of the first mention that begins at @token or after it
 */
guint
quoth_referents_find_mention (QuothReferents *self,
                              guint           token)
{
  guint low = 0;
  guint high = self->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, QuothMention, middle).first < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * quoth_referents_name_at:
 * @token: may be the text's end
 *
 * Returns: one more than the place of the outermost name that begins at @token, or 0
 */
guint
quoth_referents_name_at (QuothReferents *self,
                         guint           token)
{
  guint low = 0, high = self->names->len;

  if (!has_bit (self->begins, token))
    return 0;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->names, QuothName, middle).first < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low + 1;
}

/**
 * quoth_referents_name_until:
 * @token: may be the text's end
 *
 * Returns: one more than the place of the outermost name that ends before @token, or 0
 */
guint
quoth_referents_name_until (QuothReferents *self,
                            guint           token)
{
  guint low = 0, high = self->names->len;

  if (!has_bit (self->ends, token))
    return 0;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->names, QuothName, self->by_end[middle]).end < token)
        low = middle + 1;
      else
        high = middle;
    }

  return self->by_end[low] + 1;
}
