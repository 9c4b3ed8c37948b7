#include "quoth-attributions-learned.h"

/* Speech over several paragraphs whose cue stands in a later one: “The pier was shut for years. ¶
 * “Now it is open,” Ms Orme said. It is one quotation. */

static QuothSpan
get_start (const QuothAttribution *self)
{
  return quoth_short_array_index (&self->contents, QuothSpan, 0);
}

static gboolean
is_unsaid (const QuothAttribution *self)
{
  return self->parent < 0 && quoth_span_is_empty (self->cue) && self->sources.len == 0;
}

/* Where the outer marks open that go on with what ends at @end; 0 for nowhere. */
static guint32
find_continuation (const QuothText *text,
                   guint32          end)
{
  gboolean goes_on = FALSE;

  for (guint i = 0; i < text->n_quoted; i++)
    {
      const QuothQuoted *quoted = &text->quoted[i];

      if (quoted->level > 0)
        continue;
      if (goes_on)
        return quoted->flags & QUOTH_QUOTED_CONTINUED ? quoted->span.start : 0;
      goes_on = quoted->span.end == end && (quoted->flags & QUOTH_QUOTED_CONTINUES) != 0;
    }
  return 0;
}

/* The one after @index that says from where it begins with the words at @start. */
static guint
find_rest (GPtrArray *found,
           guint      index,
           guint32    start)
{
  for (guint i = index + 1; i < found->len; i++)
    {
      const QuothAttribution *other = found->pdata[i];

      if (other->parent < 0 && !is_unsaid (other) && get_start (other).start == start)
        return i;
    }
  return 0;
}

/* Puts the attribution at @rest in the place of the one at @begun, with what that said. */
static void
merge (GPtrArray *found,
       guint      begun,
       guint      rest)
{
  QuothAttribution *first = found->pdata[begun], *second = g_ptr_array_steal_index (found, rest);

  quoth_short_array_append (&first->contents, quoth_short_array_get_data (&second->contents),
                            second->contents.len,
                            sizeof (QuothSpan));
  quoth_short_array_clear (&second->contents);
  second->contents = first->contents;
  first->contents = (QuothShortArray) { 0 };
  if (second->kind == QUOTH_QUOTE_INDIRECT)
    second->kind = QUOTH_QUOTE_MIXED;
  found->pdata[begun] = second;
  quoth_attribution_free (first);
  for (guint i = 0; i < found->len; i++)
    {
      QuothAttribution *other = found->pdata[i];

      if (other->parent == (int) rest)
        other->parent = begun;
      else if (other->parent > (int) rest)
        other->parent--;
    }
}

/**
 * quoth_attributions_join_begun:
 * @found: (element-type QuothAttribution): in text order
 *
 * Gives speech that nobody is said to have said, and that a paragraph leaves open, to who says the
 * rest of it.
 */
void
quoth_attributions_join_begun (GPtrArray       *found,
                               const QuothText *text)
{
  for (guint i = found->len; i > 0; i--)
    {
      const QuothAttribution *begun = found->pdata[i - 1];
      guint32 start;
      guint rest;

      if (!is_unsaid (begun))
        continue;
      start = find_continuation (text,
                                 quoth_short_array_index (&begun->contents, QuothSpan,
                                                          begun->contents.len - 1).end);
      rest = start > 0 ? find_rest (found, i - 1, start) : 0;
      if (rest > 0)
        merge (found, i - 1, rest);
    }
}
