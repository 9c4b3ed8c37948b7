#include "quoth-referents-index.h"

#include <string.h>

/* A referent with its old place, while they are put in order of first mention. */
typedef struct
{
  QuothReferent *referent;
  guint32        first;
  int            old;
} OrderedReferent;

static char *
dup_tokens (QuothReferents *self,
            guint           first,
            guint           end)
{
  guint32 start = self->text->tokens[first].span.start;
  char *copy = g_strndup (self->text->text + start, self->text->tokens[end - 1].span.end - start);

  return g_strdelimit (copy, "\n\t", ' ');
}

static void
add_alias (QuothReferent *referent,
           char          *alias)
{
  gboolean known = g_strcmp0 (alias, referent->name) == 0;

  for (guint i = 0; i < referent->aliases->len && !known; i++)
    known = g_str_equal (alias, g_ptr_array_index (referent->aliases, i));
  if (known)
    g_free (alias);
  else
    g_ptr_array_add (referent->aliases, alias);
}

static void
fill_name (QuothReferents *self,
           int             i)
{
  QuothReferent *referent = quoth_referents_get (self, i);
  const QuothReferentRecord *record = quoth_referent_index_get (self->index, i);

  if (referent->name == NULL)
    referent->name = dup_tokens (self, record->first, record->end);
}

static void
fill_mentions (QuothReferents *self)
{
  quoth_referents_sort (self);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const QuothMention *mention = &g_array_index (self->mentions, QuothMention, i);
      QuothReferent *referent = quoth_referents_get (self, mention->referent);
      QuothSpan span = { self->text->tokens[mention->first].span.start,
                         self->text->tokens[mention->end - 1].span.end };
      QuothSpan *last = referent->mentions->len > 0
        ? &g_array_index (referent->mentions, QuothSpan, referent->mentions->len - 1) : NULL;

      if (mention->flags & QUOTH_MENTION_INSIDE && referent->kind == QUOTH_ENTITY_PERSON)
        continue;
      if (last != NULL && quoth_span_overlaps (*last, span))
        continue;
      g_array_append_val (referent->mentions, span);
      add_alias (referent, dup_tokens (self, mention->first, mention->end));
    }
}

static int
compare_ordered (gconstpointer a,
                 gconstpointer b)
{
  const OrderedReferent *referent_a = a;
  const OrderedReferent *referent_b = b;

  if (referent_a->first != referent_b->first)
    return referent_a->first < referent_b->first ? -1 : 1;

  return referent_a->old - referent_b->old;
}

/* Those to be kept, by first mention. */
static GArray *
order_referents (QuothReferents *self)
{
  GArray *ordered = g_array_new (FALSE, FALSE, sizeof (OrderedReferent));

  for (guint i = 0; i < self->referents->len; i++)
    {
      OrderedReferent entry = { quoth_referents_get (self, i), G_MAXUINT32, i };

      if (!quoth_referents_is_confirmed (self, i) || entry.referent->mentions->len == 0)
        {
          quoth_referent_free (entry.referent);
          continue;
        }
      entry.first = g_array_index (entry.referent->mentions, QuothSpan, 0).start;
      g_array_append_val (ordered, entry);
    }
  g_array_sort (ordered, compare_ordered);

  return ordered;
}

static void
renumber_attributions (GPtrArray *attributions,
                       const int *new_places)
{
  for (guint i = 0; i < attributions->len; i++)
    {
      QuothAttribution *attribution = g_ptr_array_index (attributions, i);
      guint n = 0;

      for (guint k = 0; k < attribution->speakers.len; k++)
        {
          int place = new_places[quoth_short_array_index (&attribution->speakers, int, k)];

          if (place >= 0)
            quoth_short_array_index (&attribution->speakers, int, n++) = place;
        }
      attribution->speakers.len = n;
      if (attribution->on_behalf_of >= 0)
        attribution->on_behalf_of = new_places[attribution->on_behalf_of];
    }
}

static void
renumber_roles (GPtrArray *referents,
                const int *new_places)
{
  for (guint i = 0; i < referents->len; i++)
    {
      QuothReferent *referent = g_ptr_array_index (referents, i);

      for (guint k = 0; k < referent->roles->len; k++)
        {
          QuothRoleFound *role = &g_array_index (referent->roles, QuothRoleFound, k);

          if (role->organisation >= 0)
            role->organisation = new_places[role->organisation];
        }
    }
}

/**
 * quoth_referents_finish:
 * @attributions: (element-type QuothAttribution): whose speakers are renumbered
 *
 * Gives every referent its name, aliases and mentions, drops names that turned out to be nobody's,
 * and puts the rest in order of first mention.
 */
void
quoth_referents_finish (QuothReferents *self,
                        GPtrArray      *attributions)
{
  g_autoptr (GArray) ordered = NULL;
  g_autofree int *new_places = g_new (int, self->referents->len + 1);

  for (guint i = 0; i < self->referents->len; i++)
    {
      fill_name (self, i);
      new_places[i] = -1;
    }
  fill_mentions (self);
  ordered = order_referents (self);

  g_ptr_array_set_free_func (self->referents, NULL);
  g_ptr_array_set_size (self->referents, 0);
  g_ptr_array_set_free_func (self->referents, (GDestroyNotify) quoth_referent_free);
  for (guint i = 0; i < ordered->len; i++)
    {
      const OrderedReferent *entry = &g_array_index (ordered, OrderedReferent, i);

      new_places[entry->old] = i;
      g_ptr_array_add (self->referents, entry->referent);
    }
  renumber_attributions (attributions, new_places);
  renumber_roles (self->referents, new_places);
}
