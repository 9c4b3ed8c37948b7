#include "quoth-shingles.h"

#include <math.h>

#include "quoth-character.h"

/* An eighth of the shingles stands for all, so that a short text is found in a long one too; short
 * texts are stood for by at least so many. */
#define SAMPLE_LIMIT (G_MAXUINT32 / 8)
#define SAMPLE_MIN 32

/* Fewer shingles than this say nothing: a notice of one sentence stands in many texts. */
#define MIN_SHINGLES 8

/* One word that differs breaks five shingles: of a text with every twentieth word changed, 0.77 of
 * the shingles are left, but 0.93 of its words stand in one that is left. */
#define NEAR_WORDS 0.9

/* No character before this one is wide. */
#define FIRST_WIDE 0x1100

static guint32
mix (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return (guint32) (hash >> 32);
}

/* One hash a word; scripts that don't part words have one a character. */
static void
add_words (const char *text,
           QuothSpan   span,
           GArray     *words,
           GArray     *hashes)
{
  QuothSpan word = { span.start, span.start };
  guint32 hash = 0;
  guint length;

  for (guint32 i = span.start; i <= span.end; i += MAX (length, 1))
    {
      gunichar c = quoth_character_at (text, i, span.end, &length);
      QuothCharacter kind = i < span.end ? quoth_character_classify (c) : QUOTH_CHARACTER_SPACE;
      gboolean of_word = kind == QUOTH_CHARACTER_LETTER || kind == QUOTH_CHARACTER_DIGIT;
      gboolean within = word.end > word.start;

      /* What hides in a word, and an apostrophe, neither ends nor changes it. */
      if (kind == QUOTH_CHARACTER_JOINER || (kind == QUOTH_CHARACTER_QUOTE && within))
        continue;
      if (within && (!of_word || (c >= FIRST_WIDE && g_unichar_iswide (c))))
        {
          g_array_append_val (words, word);
          g_array_append_val (hashes, hash);
          within = FALSE;
        }
      if (!of_word)
        {
          word = (QuothSpan) { i + length, i + length };
          continue;
        }
      if (!within)
        {
          word.start = i;
          hash = 2166136261u;
        }
      hash = (hash ^ (c < 0x80
                      ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : g_unichar_tolower (c))) * 16777619u;
      word.end = i + length;
    }
}

/* By one byte of each, the lowest first: a few times as fast as comparing them */
static GArray *
sort_hashes (const GArray *hashes)
{
  guint n = hashes->len;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_autofree guint32 *other = g_new (guint32, n);
  guint32 *from;

  g_array_append_vals (sorted, hashes->data, n);
  from = (guint32 *) (gpointer) sorted->data;
  for (guint shift = 0; shift < 32; shift += 8)
    {
      guint32 *to = shift % 16 == 0 ? other : (guint32 *) (gpointer) sorted->data;
      guint starts[257] = { 0 };

      for (guint i = 0; i < n; i++)
        starts[(from[i] >> shift & 0xff) + 1]++;
      for (guint i = 1; i < 256; i++)
        starts[i] += starts[i - 1];
      for (guint i = 0; i < n; i++)
        to[starts[from[i] >> shift & 0xff]++] = from[i];
      from = to;
    }

  return sorted;
}

static GArray *
sort_each_once (const GArray *sequence)
{
  GArray *sorted = sort_hashes (sequence);
  guint n = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      guint32 hash = g_array_index (sorted, guint32, i);

      if (n == 0 || g_array_index (sorted, guint32, n - 1) != hash)
        g_array_index (sorted, guint32, n++) = hash;
    }
  g_array_set_size (sorted, n);

  return sorted;
}

/**
 * quoth_shingles_new:
 * @blocks: (array length=n_blocks): of the text; where none of them is of the body, the whole text
 *   counts
 *
 * Returns: (transfer full)
 */
QuothShingles *
quoth_shingles_new (const char       *text,
                    gsize             length,
                    const QuothBlock *blocks,
                    gsize             n_blocks)
{
  QuothShingles *self = g_new0 (QuothShingles, 1);
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->words = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  self->sequence = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gsize i = 0; i < n_blocks; i++)
    if (quoth_block_kind_is_body (blocks[i].kind))
      add_words (text, blocks[i].span, self->words, hashes);
  if (hashes->len == 0)
    add_words (text, (QuothSpan) { 0, (guint32) length }, self->words, hashes);

  for (guint i = 0; i + QUOTH_SHINGLE_WORDS <= hashes->len; i++)
    {
      guint64 all = 0;
      guint32 hash;

      for (guint j = 0; j < QUOTH_SHINGLE_WORDS; j++)
        all = all * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + g_array_index (hashes, guint32,
                                                                             i + j) + 1;
      hash = mix (all);
      g_array_append_val (self->sequence, hash);
    }
  self->sorted = sort_each_once (self->sequence);

  return self;
}

void
quoth_shingles_free (QuothShingles *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->words);
  g_array_unref (self->sequence);
  g_array_unref (self->sorted);
  g_free (self);
}

/**
 * quoth_shingles_count_sample:
 *
 * Returns: how many of the sorted shingles, from the first on, stand for the text in an index. Two samples
 *   hold the same shingles of what is in both texts, as far as the smaller of their last ones.
 */
guint
quoth_shingles_count_sample (const QuothShingles *self)
{
  guint n = 0;

  while (n < self->sorted->len &&
         (n < SAMPLE_MIN || g_array_index (self->sorted, guint32, n) < SAMPLE_LIMIT))
    n++;

  return n;
}

static gboolean
has_shingle (const QuothShingles *self,
             guint32              hash)
{
  const guint32 *hashes = (const guint32 *) (gpointer) self->sorted->data;
  guint low = 0;
  guint n = self->sorted->len;

  if (n == 0)
    return FALSE;
  while (n > 1)
    {
      guint half = n / 2;

      low += hashes[low + half] <= hash ? half : 0;
      n -= half;
    }

  return hashes[low] == hash;
}

static guint
count_shared (const QuothShingles *a,
              const QuothShingles *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->sorted->len && j < b->sorted->len;)
    {
      guint32 left = g_array_index (a->sorted, guint32, i);
      guint32 right = g_array_index (b->sorted, guint32, j);

      n += left == right;
      i += left <= right;
      j += right <= left;
    }

  return n;
}

/* Gives each word of @self that stands in a shared shingle to @shared; returns how many there are. */
static guint
mark_words (const QuothShingles *self,
            const QuothShingles *other,
            gboolean            *shared)
{
  guint n = 0;
  guint shared_until = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      if (i < self->sequence->len &&
          has_shingle (other, g_array_index (self->sequence, guint32, i)))
        shared_until = i + QUOTH_SHINGLE_WORDS;
      n += i < shared_until;
      if (shared != NULL)
        shared[i] = i < shared_until;
    }

  return n;
}

/**
 * quoth_shingles_compare:
 *
 * How much of the one text, whichever has less that is its own, stands in the other: the share of
 * the shingles. Where that is below QUOTH_SHINGLES_NEAR although nine tenths of the words stand in
 * shared shingles, it is QUOTH_SHINGLES_NEAR: words were changed here and there.
 *
 * Returns: 0…1
 */
double
quoth_shingles_compare (const QuothShingles *a,
                        const QuothShingles *b)
{
  const QuothShingles *shorter = a->sorted->len <= b->sorted->len ? a : b;
  const QuothShingles *longer = shorter == a ? b : a;
  double share;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (shorter->sorted->len < MIN_SHINGLES)
    return 0;
  share = (double) count_shared (a, b) / shorter->sorted->len;
  if (share < QUOTH_SHINGLES_NEAR &&
      mark_words (shorter, longer, NULL) >= NEAR_WORDS * shorter->words->len)
    return QUOTH_SHINGLES_NEAR;

  return share;
}

/**
 * quoth_shingles_find_unshared:
 *
 * Returns: (transfer full) (element-type QuothSpan): the stretches of the text that do not stand in
 *   @other
 */
GArray *
quoth_shingles_find_unshared (const QuothShingles *self,
                              const QuothShingles *other)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  g_autofree gboolean *shared = g_new0 (gboolean, self->words->len + 1);

  mark_words (self, other, shared);
  for (guint i = 0; i < self->words->len; i++)
    {
      QuothSpan span = g_array_index (self->words, QuothSpan, i);

      if (shared[i])
        continue;
      while (i + 1 < self->words->len && !shared[i + 1])
        i++;
      span.end = g_array_index (self->words, QuothSpan, i).end;
      g_array_append_val (spans, span);
    }

  return spans;
}
