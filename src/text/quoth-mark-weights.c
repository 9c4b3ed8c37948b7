#include "quoth-mark-weights.h"

#include "quoth-character.h"

/* The learned part of what it costs to read a mark: a sum of weights, one for each feature of the
 * mark and of what stands around it. It is added to the costs of quoth-mark-scan.c, so that
 * without a learned section those alone decide. */

#define MAX_LEARNED 80
#define MAX_WORD 12
#define CHUNK 256
#define N_FAMILIES 3
#define NOTHING_SEEN { 0, LOOKS_ABSENT }

/* Finer than QuothCharacter, and of a mark its direction too */
typedef enum
{
  AROUND_END,
  AROUND_SPACE,
  AROUND_LOWER,
  AROUND_UPPER,
  AROUND_DIGIT,
  AROUND_COMMA,
  AROUND_STOP,
  AROUND_OTHER_STOP,
  AROUND_OPENING,
  AROUND_CLOSING,
  AROUND_DASH,
  AROUND_QUOTE,
  AROUND_OTHER,
} Around;

typedef enum
{
  KIND_STRAIGHT_SINGLE,
  KIND_TWO_APOSTROPHES,
  KIND_STRAIGHT_DOUBLE,
  KIND_OPENING_SINGLE,
  KIND_CLOSING_SINGLE,
  KIND_OPENING_DOUBLE,
  KIND_CLOSING_DOUBLE,
  KIND_OTHER, /* plus the family */
  KIND_NONE = KIND_OTHER + N_FAMILIES,
} Kind;

typedef enum
{
  LOOKS_NEITHER,
  LOOKS_OPENING,
  LOOKS_CLOSING,
  LOOKS_ABSENT,
} Looks;

typedef struct
{
  guint8  kind;
  guint8  before;   /* Around */
  guint8  before_2;
  guint8  after;
  guint8  after_2;
  guint8  looks;
  guint8  ending;   /* the letter before, if it is one */
  guint32 word_before;
  guint32 word_after;
} View;

/* The nearest mark of the same family, on one side, that looks like opening or closing */
typedef struct
{
  guint32 position; /* or, seen from another mark, the distance */
  guint8  looks;
} Seen;

/* What a mark's place in the paragraph says of it */
typedef struct
{
  const View *last;     /* the marks beside it */
  const View *next;
  Seen        before;
  Seen        after;
  guint       balance;  /* how many before it look like opening more than like closing, plus 2 */
  guint       others;   /* whether marks of another family are in the paragraph */
  gboolean    runs_on;
} Place;

static Around
classify (gunichar c)
{
  switch (quoth_character_classify (c))
    {
    case QUOTH_CHARACTER_SPACE:
      return AROUND_SPACE;
    case QUOTH_CHARACTER_LETTER:
      return g_unichar_isupper (c) ? AROUND_UPPER : AROUND_LOWER;
    case QUOTH_CHARACTER_DIGIT:
      return AROUND_DIGIT;
    case QUOTH_CHARACTER_STOP:
      return c == ',' ? AROUND_COMMA : c == ';' || c == ':' ? AROUND_OTHER_STOP : AROUND_STOP;
    case QUOTH_CHARACTER_OPENING:
      return AROUND_OPENING;
    case QUOTH_CHARACTER_CLOSING:
      return AROUND_CLOSING;
    case QUOTH_CHARACTER_DASH:
      return AROUND_DASH;
    case QUOTH_CHARACTER_QUOTE:
      return AROUND_QUOTE;
    case QUOTH_CHARACTER_JOINER:
      return AROUND_LOWER;
    case QUOTH_CHARACTER_SYMBOL:
    default:
      return AROUND_OTHER;
    }
}

static Around
classify_before (const char *text,
                 QuothSpan   span,
                 gsize      *position)
{
  gunichar c = quoth_character_before (text, span.start, *position);

  if (c == 0)
    return AROUND_END;
  *position -= g_unichar_to_utf8 (c, NULL);

  return classify (c);
}

static Around
classify_after (const char *text,
                QuothSpan   span,
                gsize      *position)
{
  guint length;
  gunichar c = quoth_character_at (text, *position, span.end, &length);

  if (length == 0)
    return AROUND_END;
  *position += length;

  return classify (c);
}

static guint32
mix (guint32 hash,
     guint32 value)
{
  hash = (hash ^ value) * 0x9E3779B1u;

  return hash ^ (hash >> 15);
}

/* Of letters in ASCII, without regard to case; 0 when there are none */
static guint32
hash_word_before (const char *text,
                  QuothSpan   span,
                  gsize       position)
{
  guint32 hash = 0;
  gsize start = position;

  while (start > span.start && g_ascii_isalpha (text[start - 1]) && position - start < MAX_WORD)
    hash = mix (hash, (guint32) g_ascii_tolower (text[--start]));

  return hash;
}

static guint32
hash_word_after (const char *text,
                 QuothSpan   span,
                 gsize       position)
{
  guint32 hash = 0;
  gsize end = position < span.end && text[position] == ' ' ? position + 1 : position;
  gsize start = end;

  while (end < span.end && g_ascii_isalpha (text[end]) && end - start < MAX_WORD)
    hash = mix (hash, (guint32) g_ascii_tolower (text[end++]));

  return hash;
}

static guint
identify_kind (const char      *text,
               const QuothMark *mark)
{
  switch (g_utf8_get_char (text + mark->start))
    {
    case '\'':
      return mark->family == QUOTH_MARK_SINGLE ? KIND_STRAIGHT_SINGLE : KIND_TWO_APOSTROPHES;
    case '"':
      return KIND_STRAIGHT_DOUBLE;
    case 0x2018:
      return KIND_OPENING_SINGLE;
    case 0x2019:
      return KIND_CLOSING_SINGLE;
    case 0x201C:
      return KIND_OPENING_DOUBLE;
    case 0x201D:
      return KIND_CLOSING_DOUBLE;
    default:
      return KIND_OTHER + mark->family;
    }
}

static Looks
judge_looks (Around before,
             Around after)
{
  gboolean free_before = before == AROUND_END || before == AROUND_SPACE ||
                         before == AROUND_OPENING || before == AROUND_DASH;
  gboolean free_after = after == AROUND_END || after == AROUND_SPACE || after == AROUND_CLOSING ||
                        after == AROUND_COMMA || after == AROUND_STOP ||
                        after == AROUND_OTHER_STOP || after == AROUND_DASH;

  if (free_before == free_after)
    return LOOKS_NEITHER;

  return free_before ? LOOKS_OPENING : LOOKS_CLOSING;
}

static View
view_mark (const char      *text,
           QuothSpan        span,
           const QuothMark *mark)
{
  gsize start = mark->start, end = mark->start + mark->length;
  View view = { .kind = identify_kind (text, mark) };

  view.word_before = hash_word_before (text, span, start);
  view.word_after = hash_word_after (text, span, end);
  view.ending = start > span.start ? g_ascii_tolower (text[start - 1]) : 0;
  view.before = classify_before (text, span, &start);
  view.before_2 = classify_before (text, span, &start);
  view.after = classify_after (text, span, &end);
  view.after_2 = classify_after (text, span, &end);
  view.looks = judge_looks (view.before, view.after);

  return view;
}

static guint
bucket (guint32 distance)
{
  return g_bit_storage (distance / 8);
}

static guint32
pack (guint a,
      guint b,
      guint c,
      guint d)
{
  return a | b << 8 | c << 16 | d << 24;
}

static guint16
find_row (guint   template,
          guint32 a,
          guint32 b)
{
  return mix (mix (mix (template + 1, a), b), b) & (QUOTH_MARK_ROWS - 1);
}

/* The features that tell a mark by its neighbours alone */
static void
add_near (const View *v,
          guint16    *rows)
{
  guint single = v->kind == KIND_STRAIGHT_SINGLE || v->kind == KIND_OPENING_SINGLE ||
                 v->kind == KIND_CLOSING_SINGLE;

  rows[0] = find_row (0, v->kind, 0);
  rows[1] = find_row (1, pack (v->kind, v->before, v->after, 0), 0);
  rows[2] = find_row (2, pack (v->kind, v->before, v->before_2, 0), 0);
  rows[3] = find_row (3, pack (v->kind, v->after, v->after_2, 0), 0);
  rows[4] = find_row (4, pack (v->kind, v->ending, v->after, v->after_2), 0);
  rows[5] = find_row (5, pack (single, v->after, v->after_2, 0), v->word_before);
  rows[6] = find_row (6, pack (single, v->before, v->after, 0), v->word_after);
}

/* The features that tell it by what goes before and comes after */
static void
add_far (const View  *v,
         const Place *at,
         guint16     *rows)
{
  const View *last = at->last, *next = at->next;
  guint possessive = v->ending == 's' || v->ending == 'x' || v->ending == 'z';
  guint beside = at->before.looks << 4 | at->after.looks;

  rows[7] = find_row (7, pack (v->kind, v->before, v->after, beside), 0);
  rows[8] = find_row (8, pack (v->kind, v->before, v->after, at->balance), 0);
  rows[9] = find_row (9, pack (v->kind, next->kind, next->before, next->after), v->looks);
  rows[10] = find_row (10, pack (v->kind, last->kind, last->before, last->after), v->looks);
  rows[11] = find_row (11, pack (v->kind, at->before.looks, v->looks, 0),
                       bucket (at->before.position));
  rows[12] = find_row (12, pack (v->kind, at->after.looks, v->looks, 0),
                       bucket (at->after.position));
  rows[13] = find_row (13, pack (v->kind, v->before, v->after, at->others), 0);
  rows[14] = find_row (14, pack (v->kind, v->after, v->after_2, at->balance << 1 | possessive),
                       v->before);
  rows[15] = find_row (15, pack (v->kind, beside, at->balance, at->others),
                       pack (v->looks, possessive, at->runs_on, 0));
  rows[16] = find_row (16, pack (v->kind, v->looks, last->looks, next->looks),
                       pack (at->balance, last->kind, next->kind, at->runs_on));
}

/* Whether a mark tells a direction: ’ after a small letter is as likely an apostrophe. */
static gboolean
is_telling (const View *view)
{
  gboolean may_be_apostrophe = view->kind == KIND_STRAIGHT_SINGLE ||
                               view->kind == KIND_CLOSING_SINGLE;

  return view->looks == LOOKS_OPENING ||
         (view->looks == LOOKS_CLOSING && !(may_be_apostrophe && view->before == AROUND_LOWER));
}

/* For each mark, the next of its family that tells */
static void
look_ahead (const QuothMark *marks,
            const View      *views,
            gsize            n_marks,
            Seen            *after)
{
  Seen next[N_FAMILIES] = { NOTHING_SEEN, NOTHING_SEEN, NOTHING_SEEN };

  for (gsize i = n_marks; i-- > 0;)
    {
      after[i] = next[marks[i].family];
      if (after[i].looks != LOOKS_ABSENT)
        after[i].position -= marks[i].start;
      if (is_telling (&views[i]))
        next[marks[i].family] = (Seen) { marks[i].start, views[i].looks };
    }
}

static guint
view_marks (const char      *text,
            QuothSpan        span,
            const QuothMark *marks,
            gsize            n_marks,
            View            *views)
{
  guint families = 0;

  for (gsize i = 0; i < n_marks; i++)
    {
      views[i] = view_mark (text, span, &marks[i]);
      families |= 1u << marks[i].family;
    }

  return families;
}

/**
 * quoth_mark_features_gather:
 * @span: the block the marks stand in
 * @runs_on: see quoth_mark_path_find ()
 * @marks: all marks of the block, or a run of them
 * @features: (out caller-allocates): one for each mark
 *
 * Finds the rows of the table of weights that tell about each mark.
 */
void
quoth_mark_features_gather (const char        *text,
                            QuothSpan          span,
                            gboolean           runs_on,
                            const QuothMark   *marks,
                            gsize              n_marks,
                            QuothMarkFeatures *features)
{
  const View none = { .kind = KIND_NONE, .looks = LOOKS_ABSENT };
  g_autofree View *views = g_new (View, n_marks);
  g_autofree Seen *after = g_new (Seen, n_marks);
  Seen seen[N_FAMILIES] = { NOTHING_SEEN, NOTHING_SEEN, NOTHING_SEEN };
  int balance[N_FAMILIES] = { 2, 2, 2 };
  guint families = view_marks (text, span, marks, n_marks, views);

  look_ahead (marks, views, n_marks, after);
  for (gsize i = 0; i < n_marks; i++)
    {
      guint family = marks[i].family;
      Place place = { i > 0 ? &views[i - 1] : &none, i + 1 < n_marks ? &views[i + 1] : &none,
                      seen[family], after[i], balance[family],
                      (families & ~(1u << family)) != 0, runs_on };

      if (place.before.looks != LOOKS_ABSENT)
        place.before.position = marks[i].start - place.before.position;
      add_near (&views[i], features[i]);
      add_far (&views[i], &place, features[i]);
      if (!is_telling (&views[i]))
        continue;
      seen[family] = (Seen) { marks[i].start, views[i].looks };
      balance[family] = CLAMP (balance[family] + (views[i].looks == LOOKS_OPENING ? 1 : -1), 0, 5);
    }
}

/**
 * quoth_mark_weights_find:
 *
 * Returns: (nullable): the learned weights of @model, or %NULL when it has none that fit
 */
const QuothMarkWeights *
quoth_mark_weights_find (const QuothModel *model)
{
  gsize size = 0;
  gconstpointer section = quoth_model_find_section (model, QUOTH_MARK_SECTION, &size);

  return size == sizeof (QuothMarkWeights) ? section : NULL;
}

static int
sum_weights (const QuothMarkWeights *weights,
             const guint16          *features,
             QuothMarkReading        reading)
{
  int sum = 0;

  for (guint i = 0; i < QUOTH_MARK_FEATURES; i++)
    sum += (*weights)[features[i]][reading];

  return sum / QUOTH_MARK_SCALE;
}

/**
 * quoth_mark_add_learned:
 * @learned: for each #QuothMarkReading what it costs more, or less
 *
 * Adds learned costs to those of a mark, within bounds: no weight may make impossible what the
 * costs set by hand allow.
 */
void
quoth_mark_add_learned (QuothMark *mark,
                        const int *learned)
{
  mark->open += CLAMP (learned[QUOTH_MARK_READING_OPEN], -MAX_LEARNED, MAX_LEARNED);
  mark->close += CLAMP (learned[QUOTH_MARK_READING_CLOSE], -MAX_LEARNED, MAX_LEARNED);
  mark->none += CLAMP (learned[QUOTH_MARK_READING_NONE], -MAX_LEARNED, MAX_LEARNED);
  mark->none_inside += CLAMP (learned[QUOTH_MARK_READING_NONE_INSIDE], -MAX_LEARNED, MAX_LEARNED);
}

static void
weigh_mark (const QuothMarkWeights *weights,
            const guint16          *features,
            QuothMark              *mark)
{
  int learned[QUOTH_MARK_N_READINGS];

  for (guint reading = 0; reading < QUOTH_MARK_N_READINGS; reading++)
    learned[reading] = sum_weights (weights, features, reading);
  quoth_mark_add_learned (mark, learned);
}

/**
 * quoth_marks_weigh:
 * @span: the block the marks stand in
 * @runs_on: see quoth_mark_path_find ()
 * @marks: all marks of the block
 *
 * Adds what was learned to the costs of the single marks. Those of double ones are left as they
 * are: they are no apostrophes.
 */
void
quoth_marks_weigh (const QuothMarkWeights *weights,
                   const char             *text,
                   QuothSpan               span,
                   gboolean                runs_on,
                   QuothMark              *marks,
                   gsize                   n_marks)
{
  g_autofree QuothMarkFeatures *features = g_new (QuothMarkFeatures, MIN (n_marks, CHUNK));

  for (gsize first = 0; first < n_marks; first += CHUNK)
    {
      gsize n = MIN (n_marks - first, CHUNK);

      quoth_mark_features_gather (text, span, runs_on, marks + first, n, features);
      for (gsize i = 0; i < n; i++)
        if (marks[first + i].family == QUOTH_MARK_SINGLE)
          weigh_mark (weights, features[i], &marks[first + i]);
    }
}
