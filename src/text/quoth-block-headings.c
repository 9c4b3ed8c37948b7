#include "quoth-block-layout.h"

#include "quoth-character.h"

/* Headline, standfirst and crossheads: short blocks that end without a stop where prose follows. */

#define MAX_HEADLINE_WORDS 24
#define MAX_STANDFIRST_WORDS 50
#define MIN_STANDFIRST_WORDS 5
#define MAX_HEADING_WORDS 11
#define MIN_PROSE_WORDS 12

static gboolean
is_prose (const QuothBlockShape *shape,
          const QuothBlock      *block)
{
  return block->kind == QUOTH_BLOCK_PARAGRAPH &&
         (shape->n_words >= MIN_PROSE_WORDS || quoth_block_shape_is_closed (shape));
}

static guint
find_next (const QuothBlock *blocks,
           guint             n,
           guint             index)
{
  for (index++; index < n; index++)
    if (blocks[index].kind != QUOTH_BLOCK_FURNITURE && blocks[index].kind != QUOTH_BLOCK_CAPTION)
      break;

  return index;
}

/* Some agencies put a full stop after a headline. Then its length and its capitals must tell. */
static gboolean
is_headline_with_stop (const QuothBlockShape *shape,
                       const QuothBlockShape *next)
{
  if (shape->last != '.' || shape->inner_stop || shape->has_dash || shape->n_words < 3 ||
      shape->n_words > 20 || quoth_character_classify (shape->first) == QUOTH_CHARACTER_QUOTE)
    return FALSE;
  if (3 * shape->n_long_capitalised >= 2 * shape->n_long && shape->n_long >= 2)
    return TRUE;

  return shape->n_words <= 13 && next->n_words >= 2 * shape->n_words;
}

static gboolean
is_headline (const QuothBlockShape *shape,
             const QuothBlockShape *next)
{
  if (shape->n_words == 0 || shape->n_words > MAX_HEADLINE_WORDS ||
      g_unichar_islower (shape->first))
    return FALSE;
  if (is_headline_with_stop (shape, next))
    return TRUE;
  if (shape->last == '.' || shape->last == ',' || shape->last == ':' || shape->inner_stop)
    return FALSE;

  return shape->last != '?' || shape->n_words <= 16;
}

static gboolean
is_standfirst (const QuothBlockShape *shape,
               const QuothBlockShape *next)
{
  if (shape->n_words < MIN_STANDFIRST_WORDS || shape->n_words > MAX_STANDFIRST_WORDS ||
      next->n_words < MIN_PROSE_WORDS)
    return FALSE;

  return !quoth_block_shape_is_closed (shape) && !shape->has_marks;
}

/**
 * quoth_layout_mark_headline:
 *
 * Marks the headline, the first block that is no furniture, if it looks like one, and a standfirst
 * after it: a block without a stop, or the headline's second line.
 */
void
quoth_layout_mark_headline (const QuothBlockShape *shapes,
                            QuothBlock            *blocks,
                            guint                  n)
{
  guint first = blocks != NULL ? find_next (blocks, n, G_MAXUINT) : 0;
  guint second = first < n ? find_next (blocks, n, first) : n;
  guint third = second < n ? find_next (blocks, n, second) : n;

  if (second >= n || blocks[first].kind != QUOTH_BLOCK_PARAGRAPH ||
      !is_headline (&shapes[first], &shapes[second]))
    return;
  blocks[first].kind = QUOTH_BLOCK_HEADLINE;

  if (third >= n || blocks[second].kind != QUOTH_BLOCK_PARAGRAPH)
    return;
  if (is_standfirst (&shapes[second], &shapes[third]) ||
      (shapes[first].last == ';' && shapes[second].follows_at_once &&
       shapes[second].n_words <= MAX_STANDFIRST_WORDS && !shapes[third].follows_at_once))
    blocks[second].kind = QUOTH_BLOCK_STANDFIRST;
}

static gboolean
looks_like_heading (const QuothBlockShape *shape)
{
  if (shape->n_words == 0 || shape->n_words > MAX_HEADING_WORDS || shape->inner_stop ||
      shape->has_colon || g_unichar_islower (shape->first))
    return FALSE;
  if (shape->last == '.')
    return shape->n_words <= 4 && shape->n_upper == shape->n_words;
  if (shape->last == '?')
    return !shape->has_marks;

  return !quoth_block_shape_is_closed (shape);
}

/* A short line beside a short line is more of a table, a poem or an address. */
static gboolean
stands_alone (const QuothBlockShape *shapes,
              const QuothBlock      *blocks,
              guint                  n,
              guint                  index)
{
  guint next = find_next (blocks, n, index);

  if (index == 0 || next >= n)
    return FALSE;
  if (blocks[next].kind == QUOTH_BLOCK_LIST_ITEM ||
      blocks[next].kind == QUOTH_BLOCK_BLOCK_QUOTATION)
    return TRUE;

  return is_prose (&shapes[next], &blocks[next]) && shapes[next].n_words > shapes[index].n_words;
}

/**
 * quoth_layout_mark_headings:
 *
 * Marks crossheads: short lines without a stop, alone, with prose after them.
 */
void
quoth_layout_mark_headings (const QuothBlockShape *shapes,
                            QuothBlock            *blocks,
                            guint                  n)
{
  for (guint i = 0; i < n; i++)
    if (blocks[i].kind == QUOTH_BLOCK_PARAGRAPH && looks_like_heading (&shapes[i]) &&
        stands_alone (shapes, blocks, n, i))
      blocks[i].kind = QUOTH_BLOCK_HEADING;
}
