#include "quoth-train-marks.h"

#include <math.h>
#include <string.h>

#include "quoth-character.h"
#include "quoth-mark-form.h"
#include "quoth-mark-weights.h"

/*
 * Learns what the readings of a quotation mark cost beyond the costs set by hand. Texts whose pairs
 * are beyond doubt (paragraphs in which every mark found its other one) are written again in each
 * form; the cheapest path through such a paragraph is compared with what is known, and where they
 * differ, what was taken wrongly gets dearer: a structured perceptron whose weights are averaged
 * over all steps. The known reading is made a little dearer while learning, so that it wins by a
 * margin. Only single marks learn: for them alone the hand-set costs leave something to learn, and
 * what the weights of double ones took on were the few mistakes in what is known.
 */

#define N_ROUNDS 6
#define STEP 0.25f
#define MARGIN 20
#define N_WEIGHTS (QUOTH_MARK_ROWS * QUOTH_MARK_N_READINGS)

typedef struct
{
  guint    first;
  guint    n;
  gboolean runs_on;
} Paragraph;

typedef struct
{
  const QuothModel *lists;
  GArray           *paragraphs;
  GArray           *marks;     /* of QuothMark; role is the known one */
  GArray           *features;  /* of QuothMarkFeatures, beside marks */
  float            *weights;
  double           *sums;      /* of weight times the step it was added at */
  double            n_steps;
} Training;

/* One text: its blocks, its pairs by the costs set by hand, and from these all its marks and
 * apostrophes */
typedef struct
{
  const char *text;
  GArray     *blocks;
  GArray     *quoted;
  GArray     *known;  /* of QuothKnownMark */
} Source;

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`';
}

static void
add_known (GArray    *known,
           QuothSpan  span,
           guint      role,
           guint      slot)
{
  const QuothKnownMark mark = { span.start, quoth_span_length (span), role, slot };

  if (!quoth_span_is_empty (span))
    g_array_append_val (known, mark);
}

static int
compare_known (gconstpointer a,
               gconstpointer b)
{
  const QuothKnownMark *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* The slot of a pair; 2 for single marks outside of others, which each form writes its own way */
static guint
choose_slot (const char        *text,
             const QuothQuoted *quoted)
{
  gunichar c = g_utf8_get_char (text + quoted->open.start);

  if (quoted->level % 2 == 1)
    return 1;

  return is_apostrophe (c) &&
         quoth_span_length (quoted->open) == (guint32) g_unichar_to_utf8 (c, NULL) ? 2 : 0;
}

/* Marks of pairs, then apostrophes: all else that looks like one */
static GArray *
collect_known (const char   *text,
               const GArray *quoted)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (QuothKnownMark));
  guint n_pairs, k = 0;

  for (guint i = 0; i < quoted->len; i++)
    {
      const QuothQuoted *pair = &g_array_index (quoted, QuothQuoted, i);
      guint slot = choose_slot (text, pair);

      add_known (known, pair->open, QUOTH_MARK_OPEN, slot);
      add_known (known, pair->close, QUOTH_MARK_CLOSE, slot);
    }
  g_array_sort (known, compare_known);
  n_pairs = known->len;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint32 start = p - text;
      QuothSpan span = { start, start + (guint32) (g_utf8_next_char (p) - p) };

      while (k < n_pairs && g_array_index (known, QuothKnownMark, k).start +
                            g_array_index (known, QuothKnownMark, k).length <= start)
        k++;
      if (is_apostrophe (g_utf8_get_char (p)) &&
          (k == n_pairs || g_array_index (known, QuothKnownMark, k).start > start))
        add_known (known, span, QUOTH_MARK_NONE, 0);
    }
  g_array_sort (known, compare_known);

  return known;
}

/* Whether each pair of a block has both its marks, or goes on in the next one */
static gboolean
is_beyond_doubt (const GArray *quoted,
                 guint         block,
                 guint        *next)
{
  gboolean good = TRUE;

  for (; *next < quoted->len; (*next)++)
    {
      const QuothQuoted *pair = &g_array_index (quoted, QuothQuoted, *next);

      if (pair->block > block)
        break;
      if ((pair->flags & QUOTH_QUOTED_OPEN_MISSING) != 0 ||
          ((pair->flags & QUOTH_QUOTED_CLOSE_MISSING) != 0 &&
           (pair->flags & QUOTH_QUOTED_CONTINUES) == 0))
        good = FALSE;
    }

  return good;
}

/* Gives the marks the roles that are known. Returns whether all that are known were found: two
 * marks of one apostrophe each, side by side, look like one. */
static gboolean
set_roles (QuothMark    *marks,
           guint         n_marks,
           const GArray *known)
{
  guint k = 0;

  for (guint i = 0; i < n_marks; i++)
    for (; k < known->len; k++)
      {
        const QuothKnownMark *mark = &g_array_index (known, QuothKnownMark, k);

        if (mark->start > marks[i].start)
          break;
        if (mark->start == marks[i].start && mark->length == marks[i].length)
          marks[i].role = mark->role;
        else if (mark->role != QUOTH_MARK_NONE)
          return FALSE;
      }

  return TRUE;
}

/* Takes a paragraph in one form: its marks with the costs set by hand, their features and roles. */
static void
add_paragraph (Training     *training,
               const char   *text,
               const GArray *known,
               gboolean      runs_on)
{
  const QuothSpan span = { 0, strlen (text) };
  Paragraph paragraph = { .first = training->marks->len, .runs_on = runs_on };
  QuothMark *marks;

  quoth_marks_scan (text, span, training->lists, training->marks);
  marks = &g_array_index (training->marks, QuothMark, paragraph.first);
  paragraph.n = training->marks->len - paragraph.first;
  if (paragraph.n == 0 || !set_roles (marks, paragraph.n, known))
    {
      g_array_set_size (training->marks, paragraph.first);
      return;
    }
  g_array_set_size (training->features, training->marks->len);
  quoth_mark_features_gather (text, span, runs_on, marks, paragraph.n,
                              &g_array_index (training->features, QuothMarkFeatures,
                                              paragraph.first));
  g_array_append_val (training->paragraphs, paragraph);
}

/* Whether a paragraph is, from end to end, in one pair of marks */
static gboolean
is_all_quoted (const QuothKnownMark *known,
               guint                 n_known,
               QuothSpan             span)
{
  const QuothKnownMark *last = &known[n_known - 1];
  guint n_closing = 0;

  for (guint i = 0; i < n_known; i++)
    n_closing += known[i].role == QUOTH_MARK_CLOSE && known[i].slot == last->slot;

  return n_closing == 1 && known[0].start == span.start && known[0].role == QUOTH_MARK_OPEN &&
         known[0].slot == last->slot && last->slot != 1 && last->role == QUOTH_MARK_CLOSE &&
         last->start + last->length == span.end;
}

static void
add_block (Training     *training,
           const Source *source,
           QuothSpan     span,
           guint         first,
           guint         n_known,
           gboolean      runs_on)
{
  for (guint f = 0; f < quoth_n_mark_forms; f++)
    {
      g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (QuothKnownMark));
      g_autofree QuothKnownMark *known =
        g_memdup2 (&g_array_index (source->known, QuothKnownMark, first), n_known * sizeof *known);
      g_autofree char *text = NULL;

      for (guint i = 0; i < n_known; i++)
        if (known[i].slot == 2)
          known[i].slot = quoth_mark_forms[f].single;
      text = quoth_mark_form_write (&quoth_mark_forms[f], source->text, span, known, n_known,
                                    written);
      add_paragraph (training, text, written, runs_on);
    }
}

/* A paragraph as it stands; and where it is all speech, also as if that went on in the next one:
 * without the mark at its end. */
static void
add_block_both_ways (Training     *training,
                     const Source *source,
                     QuothSpan     span,
                     guint         first,
                     guint         n_known,
                     gboolean      runs_on)
{
  const QuothKnownMark *known = &g_array_index (source->known, QuothKnownMark, first);

  add_block (training, source, span, first, n_known, runs_on);
  if (n_known < 2 || !is_all_quoted (known, n_known, span))
    return;
  span.end = known[n_known - 1].start;
  add_block (training, source, span, first, n_known - 1, TRUE);
}

static void
add_blocks (Training     *training,
            const Source *source)
{
  const QuothKnownMark *known = (const QuothKnownMark *) (const void *) source->known->data;
  guint next = 0, first = 0;

  for (guint b = 0; b < source->blocks->len; b++)
    {
      QuothSpan span = g_array_index (source->blocks, QuothBlock, b).span;
      gboolean runs_on = FALSE;
      guint end;

      while (first < source->known->len && known[first].start < span.start)
        first++;
      for (end = first; end < source->known->len && known[end].start < span.end;)
        end++;
      if (end < source->known->len && b + 1 < source->blocks->len)
        runs_on = known[end].role == QUOTH_MARK_OPEN &&
                  known[end].start == g_array_index (source->blocks, QuothBlock, b + 1).span.start;
      if (is_beyond_doubt (source->quoted, b, &next) && end > first)
        add_block_both_ways (training, source, span, first, end - first, runs_on);
      first = end;
    }
}

static void
add_text (Training   *training,
          const char *text)
{
  g_autoptr (GArray) blocks = quoth_blocks_classify (text, strlen (text), training->lists);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (QuothMark));
  g_autoptr (GArray) quoted = g_array_new (FALSE, FALSE, sizeof (QuothQuoted));
  g_autoptr (GArray) known = NULL;

  quoth_marks_pair (text, (const QuothBlock *) (const void *) blocks->data, blocks->len,
                    training->lists, NULL, marks, quoted);
  known = collect_known (text, quoted);
  add_blocks (training, &(Source) { text, blocks, quoted, known });
}

static QuothMarkReading
find_reading (const QuothMark *mark,
              guint            role,
              int             *depths)
{
  int *depth = &depths[mark->family];

  switch (role)
    {
    case QUOTH_MARK_OPEN:
      (*depth)++;
      return QUOTH_MARK_READING_OPEN;
    case QUOTH_MARK_CLOSE:
      *depth = MAX (0, *depth - 1);
      return QUOTH_MARK_READING_CLOSE;
    default:
      return *depth > 0 ? QUOTH_MARK_READING_NONE_INSIDE : QUOTH_MARK_READING_NONE;
    }
}

static guint
find_role (QuothMarkStep step)
{
  switch (step)
    {
    case QUOTH_MARK_STEP_NONE:
      return QUOTH_MARK_NONE;
    case QUOTH_MARK_STEP_OPEN:
    case QUOTH_MARK_STEP_REOPEN:
      return QUOTH_MARK_OPEN;
    case QUOTH_MARK_STEP_CLOSE:
    case QUOTH_MARK_STEP_CLOSE_TWO:
    case QUOTH_MARK_STEP_CLOSE_UNOPENED:
    default:
      return QUOTH_MARK_CLOSE;
    }
}

static int
sum_weights (const Training *training,
             guint           mark,
             guint           reading)
{
  const guint16 *rows = g_array_index (training->features, QuothMarkFeatures, mark);
  float sum = 0;

  for (guint i = 0; i < QUOTH_MARK_FEATURES; i++)
    sum += training->weights[rows[i] * QUOTH_MARK_N_READINGS + reading];

  return (int) lroundf (sum);
}

static void
add_weights (Training *training,
             guint     mark,
             guint     reading,
             float     value)
{
  const guint16 *rows = g_array_index (training->features, QuothMarkFeatures, mark);

  for (guint i = 0; i < QUOTH_MARK_FEATURES; i++)
    {
      guint index = rows[i] * QUOTH_MARK_N_READINGS + reading;

      training->weights[index] += value;
      training->sums[index] += training->n_steps * value;
    }
}

static void
weigh_mark (const Training *training,
            guint           index,
            QuothMark      *mark)
{
  int learned[QUOTH_MARK_N_READINGS];

  for (guint reading = 0; reading < QUOTH_MARK_N_READINGS; reading++)
    learned[reading] = sum_weights (training, index, reading);
  if (mark->family == QUOTH_MARK_SINGLE)
    quoth_mark_add_learned (mark, learned);
  if (mark->role == QUOTH_MARK_OPEN)
    mark->open += MARGIN;
  else if (mark->role == QUOTH_MARK_CLOSE)
    mark->close += MARGIN;
  else
    {
      mark->none += MARGIN;
      mark->none_inside += MARGIN;
    }
}

/* Returns: how many marks were read in another way than is known */
static guint
learn_from (Training        *training,
            const Paragraph *paragraph)
{
  g_autofree guint8 *steps = g_new (guint8, paragraph->n);
  g_autofree QuothMark *marks =
    g_memdup2 (&g_array_index (training->marks, QuothMark, paragraph->first),
               paragraph->n * sizeof *marks);
  int known_depths[3] = { 0 }, found_depths[3] = { 0 };
  guint n_wrong = 0;

  for (guint i = 0; i < paragraph->n; i++)
    weigh_mark (training, paragraph->first + i, &marks[i]);
  quoth_mark_path_find (marks, paragraph->n, 0, paragraph->runs_on, steps);
  training->n_steps++;
  for (guint i = 0; i < paragraph->n; i++)
    {
      QuothMarkReading known = find_reading (&marks[i], marks[i].role, known_depths);
      QuothMarkReading found = find_reading (&marks[i], find_role (steps[i]), found_depths);

      if (known == found || marks[i].family != QUOTH_MARK_SINGLE)
        continue;
      n_wrong++;
      add_weights (training, paragraph->first + i, known, -STEP);
      add_weights (training, paragraph->first + i, found, STEP);
    }

  return n_wrong;
}

static void
shuffle (GArray *paragraphs,
         GRand  *dice)
{
  for (guint i = paragraphs->len; i-- > 1;)
    {
      guint k = g_rand_int_range (dice, 0, i + 1);
      Paragraph swap = g_array_index (paragraphs, Paragraph, i);

      g_array_index (paragraphs, Paragraph, i) = g_array_index (paragraphs, Paragraph, k);
      g_array_index (paragraphs, Paragraph, k) = swap;
    }
}

/* The averages, rounded to what the section holds */
static GBytes *
make_section (const Training *training)
{
  gint8 *section = g_new (gint8, N_WEIGHTS);

  for (guint i = 0; i < N_WEIGHTS; i++)
    {
      double average = training->weights[i] - training->sums[i] / (training->n_steps + 1);

      section[i] = (gint8) CLAMP (lround (average * QUOTH_MARK_SCALE), -127, 127);
    }

  return g_bytes_new_take (section, N_WEIGHTS);
}

/**
 * quoth_train_marks:
 * @texts: (element-type utf8): articles in which pairs of double marks are mostly plain
 * @lists: a model with the word lists; what it has learned is not looked at
 *
 * Learns to pair quotation marks. The same texts give the same bytes.
 *
 * Returns: (transfer full): the section %QUOTH_MARK_SECTION of the model file
 */
GBytes *
quoth_train_marks (GPtrArray        *texts,
                   const QuothModel *lists)
{
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (QuothMark));
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (QuothMarkFeatures));
  g_autofree float *weights = g_new0 (float, N_WEIGHTS);
  g_autofree double *sums = g_new0 (double, N_WEIGHTS);
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  Training training = { lists, paragraphs, marks, features, weights, sums, 0 };

  for (guint i = 0; i < texts->len; i++)
    add_text (&training, g_ptr_array_index (texts, i));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_wrong = 0;

      shuffle (paragraphs, dice);
      for (guint i = 0; i < paragraphs->len; i++)
        n_wrong += learn_from (&training, &g_array_index (paragraphs, Paragraph, i));
      g_debug ("round %u: %u of %u marks wrong or won by too little", round + 1, n_wrong,
               marks->len);
    }

  return make_section (&training);
}
