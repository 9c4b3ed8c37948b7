#include "quoth-near-index.h"

#include <string.h>

/* A shingle that stands in more texts than this, a site's set phrase, leads to the last of them
 * only. */
#define MAX_TEXTS_EACH 256

/* How much of the smaller sample must be in the other, and how many texts are named at most: those
 * that have most come first. */
#define MIN_SHARE 0.4
#define MAX_FOUND 8

typedef struct
{
  gint64  id;
  guint32 n;     /* how many shingles stand for it */
  guint32 limit; /* all its shingles up to this one are among them */
} Text;

/* A shingle's hash, and the number of its text below it: sorted by both. */
typedef guint64 Entry;

/* Entries lie in sorted runs, each more than twice as long as the next: a new one joins those
 * before it that are no longer than that, so that an entry is moved a few times only and few runs
 * are looked through. */
typedef struct
{
  Entry *entries;
  gsize  n;
} Run;

struct _QuothNearIndex
{
  GArray *texts;   /* of Text, by number */
  GArray *runs;    /* of Run */
  GArray *counts;  /* of guint16, one a text; all 0 between searches */
};

static void
clear_run (gpointer data)
{
  g_free (((Run *) data)->entries);
}

QuothNearIndex *
quoth_near_index_new (void)
{
  QuothNearIndex *self = g_new0 (QuothNearIndex, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint16));

  return self;
}

void
quoth_near_index_free (QuothNearIndex *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->texts);
  g_array_unref (self->runs);
  g_array_unref (self->counts);
  g_free (self);
}

/**
 * quoth_near_index_get_last:
 *
 * Returns: the id that was added last, 0 when there is none
 */
gint64
quoth_near_index_get_last (QuothNearIndex *self)
{
  return self->texts->len > 0 ? g_array_index (self->texts, Text, self->texts->len - 1).id : 0;
}

gsize
quoth_near_index_get_size (QuothNearIndex *self)
{
  gsize size = self->texts->len * (sizeof (Text) + sizeof (guint16));

  for (guint i = 0; i < self->runs->len; i++)
    size += g_array_index (self->runs, Run, i).n * sizeof (Entry);

  return size;
}

static Run
merge_runs (Run a,
            Run b)
{
  Run merged = { g_new (Entry, a.n + b.n), a.n + b.n };
  gsize i = 0;
  gsize j = 0;

  for (gsize k = 0; k < merged.n; k++)
    merged.entries[k] = j == b.n || (i < a.n && a.entries[i] < b.entries[j])
                        ? a.entries[i++] : b.entries[j++];

  return merged;
}

static void
settle_runs (QuothNearIndex *self)
{
  GArray *runs = self->runs;

  while (runs->len > 1)
    {
      Run last = g_array_index (runs, Run, runs->len - 1);
      Run before = g_array_index (runs, Run, runs->len - 2);
      Run merged;

      if (before.n > 2 * last.n)
        return;
      merged = merge_runs (before, last);
      g_array_set_size (runs, runs->len - 2);
      g_array_append_val (runs, merged);
    }
}

/**
 * quoth_near_index_add:
 * @id: larger than those added before
 * @sample: (array length=n_sample): shingles that stand for the text, the smallest first
 * @whole: whether they are all that it has
 */
void
quoth_near_index_add (QuothNearIndex *self,
                      gint64          id,
                      const guint32  *sample,
                      guint           n_sample,
                      gboolean        whole)
{
  Run run = { g_new (Entry, n_sample), n_sample };
  Text text = { id, n_sample, whole || n_sample == 0 ? G_MAXUINT32 : sample[n_sample - 1] };

  for (guint i = 0; i < n_sample; i++)
    run.entries[i] = (Entry) sample[i] << 32 | self->texts->len;
  g_array_append_val (self->texts, text);
  g_array_set_size (self->counts, self->texts->len);
  g_array_append_val (self->runs, run);
  settle_runs (self);
}

/* The first entry that is not below @entry */
static gsize
find_entry (const Run *run,
            Entry      entry)
{
  gsize low = 0;
  gsize high = run->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (run->entries[middle] < entry)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Counts a shingle for the texts of one run that have it; those not counted before go to @found. */
static void
count_in_run (QuothNearIndex *self,
              const Run      *run,
              guint32         hash,
              GArray         *found)
{
  gsize end = hash == G_MAXUINT32 ? run->n : find_entry (run, (Entry) (hash + 1) << 32);

  for (guint n = 0; n < MAX_TEXTS_EACH && end > 0 && run->entries[end - 1] >> 32 == hash; n++,
       end--)
    {
      guint32 number = (guint32) run->entries[end - 1];
      guint16 *count = &g_array_index (self->counts, guint16, number);

      if (*count == 0)
        g_array_append_val (found, number);
      if (*count < G_MAXUINT16)
        (*count)++;
    }
}

static guint
count_up_to (const guint32 *sample,
             guint          n_sample,
             guint32        limit)
{
  guint n = n_sample;

  while (n > 0 && sample[n - 1] > limit)
    n--;

  return n;
}

typedef struct
{
  gint64 id;
  double share;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *left = a;
  const Found *right = b;

  if (left->share != right->share)
    return left->share < right->share ? 1 : -1;
  return (left->id > right->id) - (left->id < right->id);
}

/* About how much of the smaller of two samples is in the other, as far as both say */
static double
guess_share (const Text    *text,
             guint          n_shared,
             const guint32 *sample,
             guint          n_sample,
             guint32        limit)
{
  guint n_own = count_up_to (sample, n_sample, text->limit);
  double n_other = text->limit <= limit ? text->n : text->n * ((double) limit / text->limit);

  return n_shared / MAX (1, MIN ((double) n_own, n_other));
}

/**
 * quoth_near_index_find:
 * @sample: (array length=n_sample): shingles that stand for a text, the smallest first
 * @whole: whether they are all that it has
 *
 * Returns: (transfer full) (element-type gint64): ids of texts that may be nearly the same, the likeliest
 *   first, not many
 */
GArray *
quoth_near_index_find (QuothNearIndex *self,
                       const guint32  *sample,
                       guint           n_sample,
                       gboolean        whole)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint32 limit = whole || n_sample == 0 ? G_MAXUINT32 : sample[n_sample - 1];

  for (guint i = 0; i < self->runs->len; i++)
    for (guint j = 0; j < n_sample; j++)
      count_in_run (self, &g_array_index (self->runs, Run, i), sample[j], numbers);

  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);
      const Text *text = &g_array_index (self->texts, Text, number);
      guint16 *count = &g_array_index (self->counts, guint16, number);
      Found one = { text->id, guess_share (text, *count, sample, n_sample, limit) };

      *count = 0;
      if (one.share >= MIN_SHARE)
        g_array_append_val (found, one);
    }

  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, MAX_FOUND); i++)
    g_array_append_val (ids, g_array_index (found, Found, i).id);

  return ids;
}
