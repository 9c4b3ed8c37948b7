#include "quoth-mark.h"

#include <string.h>

#include "quoth-character.h"

/* Finds what may be a quotation mark and judges it by its form and its neighbours. The judgement is
 * a table of costs; quoth-mark-path.c then takes the cheapest reading of the whole paragraph. */

typedef enum
{
  FORM_STRAIGHT,
  FORM_OPENING,
  FORM_CLOSING,
  FORM_GUILLEMET_LEFT,
  FORM_GUILLEMET_RIGHT,
} Form;

typedef struct
{
  const char          *text;
  QuothSpan            span;
  const QuothWordList *elisions;
} Scan;

typedef struct
{
  gunichar       before;
  gunichar       after;
  QuothCharacter before_class;
  QuothCharacter after_class;
} Neighbours;

/* By QuothCharacter: SPACE LETTER DIGIT JOINER STOP OPENING CLOSING DASH QUOTE SYMBOL */
static const gint16 open_after[][10] = {
  [FORM_STRAIGHT]        = { 0, 60, 60, 60, 45, 0, 50, 0, 0, 15 },
  [FORM_OPENING]         = { 0, 15, 15, 15, 10, 0, 10, 0, 0, 0 },
  [FORM_CLOSING]         = { 40, 90, 90, 90, 80, 40, 80, 45, 45, 55 },
  [FORM_GUILLEMET_LEFT]  = { 0, 30, 30, 30, 15, 0, 15, 0, 0, 0 },
  [FORM_GUILLEMET_RIGHT] = { 10, 60, 60, 60, 50, 10, 50, 10, 10, 15 },
};
static const gint16 open_before[][10] = {
  [FORM_STRAIGHT]        = { 50, 0, 0, 20, 40, 0, 50, 10, 0, 0 },
  [FORM_OPENING]         = { 15, 0, 0, 0, 10, 0, 15, 0, 0, 0 },
  [FORM_CLOSING]         = { 50, 0, 0, 20, 40, 0, 50, 10, 0, 5 },
  [FORM_GUILLEMET_LEFT]  = { 0, 0, 0, 0, 10, 0, 15, 0, 0, 0 },
  [FORM_GUILLEMET_RIGHT] = { 50, 0, 0, 20, 40, 0, 50, 10, 0, 5 },
};
static const gint16 close_after[][10] = {
  [FORM_STRAIGHT]        = { 50, 0, 0, 0, -5, 40, 0, 8, 0, 5 },
  [FORM_OPENING]         = { 90, 45, 45, 45, 35, 80, 45, 55, 45, 45 },
  [FORM_CLOSING]         = { 15, 0, 0, 0, -5, 20, 0, 3, 0, 0 },
  [FORM_GUILLEMET_LEFT]  = { 50, 10, 10, 10, 5, 40, 10, 15, 10, 15 },
  [FORM_GUILLEMET_RIGHT] = { 0, 0, 0, 0, -5, 20, 0, 3, 0, 0 },
};
static const gint16 close_before[][10] = {
  [FORM_STRAIGHT]        = { 0, 50, 45, 40, 0, 5, 0, 0, 0, 15 },
  [FORM_OPENING]         = { 0, 60, 55, 50, 0, 20, 0, 5, 0, 20 },
  [FORM_CLOSING]         = { 0, 20, 15, 15, 0, 5, 0, 0, 0, 5 },
  [FORM_GUILLEMET_LEFT]  = { 0, 40, 35, 40, 0, 5, 0, 0, 0, 15 },
  [FORM_GUILLEMET_RIGHT] = { 0, 25, 20, 20, 0, 5, 0, 0, 0, 5 },
};

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '`' || c == 0x2018 || c == 0x201B;
}

static gboolean
identify (gunichar  c,
          guint8   *family,
          Form     *form)
{
  switch (c)
    {
    case '"':
      *family = QUOTH_MARK_DOUBLE;
      *form = FORM_STRAIGHT;
      return TRUE;
    case 0x201C: case 0x201E: case 0x201F:
      *family = QUOTH_MARK_DOUBLE;
      *form = FORM_OPENING;
      return TRUE;
    case 0x201D:
      *family = QUOTH_MARK_DOUBLE;
      *form = FORM_CLOSING;
      return TRUE;
    case '\'':
      *family = QUOTH_MARK_SINGLE;
      *form = FORM_STRAIGHT;
      return TRUE;
    case 0x2018: case 0x201A: case 0x201B: case '`':
      *family = QUOTH_MARK_SINGLE;
      *form = FORM_OPENING;
      return TRUE;
    case 0x2019:
      *family = QUOTH_MARK_SINGLE;
      *form = FORM_CLOSING;
      return TRUE;
    case 0xAB: case 0x2039:
      *family = QUOTH_MARK_GUILLEMET;
      *form = FORM_GUILLEMET_LEFT;
      return TRUE;
    case 0xBB: case 0x203A:
      *family = QUOTH_MARK_GUILLEMET;
      *form = FORM_GUILLEMET_RIGHT;
      return TRUE;
    default:
      return FALSE;
    }
}

static Neighbours
look_around (const Scan *scan,
             gsize       start,
             gsize       end)
{
  Neighbours n;
  guint length;

  n.before = quoth_character_before (scan->text, scan->span.start, start);
  n.after = quoth_character_at (scan->text, end, scan->span.end, &length);
  n.before_class = n.before != 0 ? quoth_character_classify (n.before) : QUOTH_CHARACTER_SPACE;
  n.after_class = n.after != 0 ? quoth_character_classify (n.after) : QUOTH_CHARACTER_SPACE;

  return n;
}

static gsize
find_word_end (const Scan *scan,
               gsize       position)
{
  while (position < scan->span.end)
    {
      guint length;
      gunichar c = quoth_character_at (scan->text, position, scan->span.end, &length);
      QuothCharacter class = quoth_character_classify (c);

      if (class != QUOTH_CHARACTER_LETTER && class != QUOTH_CHARACTER_DIGIT &&
          class != QUOTH_CHARACTER_JOINER)
        break;
      position += length;
    }

  return position;
}

/* ’90s, ’16: two digits and at most an s */
static gboolean
is_short_year (const Scan *scan,
               gsize       start,
               gsize       end)
{
  const char *p = scan->text + start;

  if (end - start != 2 && end - start != 3)
    return FALSE;
  return g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && (end - start == 2 || p[2] == 's');
}

/* No quotation mark, at the beginning of a word: ’tis, ’em, ’90s, the first of ’n’ */
static int
judge_elision (const Scan *scan,
               gsize       end,
               Form        form)
{
  gsize word_end = find_word_end (scan, end);

  if (is_short_year (scan, end, word_end))
    return 6;
  if (word_end > end &&
      quoth_word_list_contains (scan->elisions, scan->text + end, word_end - end))
    return form == FORM_CLOSING ? 3 : 12;

  return form == FORM_OPENING ? 70 : form == FORM_CLOSING ? 45 : 55;
}

static void
set_none (QuothMark *mark,
          int        outside,
          int        inside)
{
  mark->none = outside;
  mark->none_inside = inside;
}

/* The word before a mark, as far as it matters whether letters are left out at its end */
static gboolean
drops_letters (const Scan *scan,
               gsize       start)
{
  const char *text = scan->text + scan->span.start;
  gsize length = start - scan->span.start;
  gsize word = length;
  char key[16];

  while (word > 0 && g_ascii_isalpha (text[word - 1]) && length - word < 12)
    word--;
  if (length - word >= 4 && memcmp (text + length - 2, "in", 2) == 0)
    return TRUE;
  if (length == word || length - word > 8)
    return FALSE;
  memcpy (key, text + word, length - word);
  key[length - word] = '\'';

  return quoth_word_list_contains (scan->elisions, key, length - word + 1);
}

/* No quotation mark, after a word: plural possessives, goin’, feet */
static void
judge_word_end (const Scan       *scan,
                const Neighbours *n,
                QuothMark        *mark)
{
  if (n->before_class == QUOTH_CHARACTER_DIGIT)
    set_none (mark, 20, 20);
  else if (drops_letters (scan, mark->start))
    set_none (mark, 10, 18);
  else if (strchr ("szxSZX", (int) (n->before < 0x80 ? n->before : 'a')) != NULL)
    {
      gboolean before_word = n->after_class == QUOTH_CHARACTER_SPACE && n->after != 0;

      set_none (mark, before_word ? 10 : 20, before_word ? 15 : 40);
      mark->close += before_word ? 3 : 0;
    }
  else
    set_none (mark, 40, 55);
}

/* "M.P.’s" */
static gboolean
is_possessive (const Scan *scan,
               gsize       end)
{
  return find_word_end (scan, end) == end + 1 && g_ascii_tolower (scan->text[end]) == 's';
}

/* Either mark of ’n’, as in "rock ’n’ roll" */
static gboolean
is_about_n (const Scan      *scan,
            const QuothMark *mark)
{
  guint32 end = mark->start + mark->length;
  gboolean n_after = end < scan->span.end && g_ascii_tolower (scan->text[end]) == 'n';
  gboolean n_before = mark->start > scan->span.start &&
                      g_ascii_tolower (scan->text[mark->start - 1]) == 'n';
  guint length;

  if (n_after)
    return is_apostrophe (quoth_character_at (scan->text, end + 1, scan->span.end, &length));

  return n_before &&
         is_apostrophe (quoth_character_before (scan->text, scan->span.start, mark->start - 1));
}

static void
judge_single (const Scan       *scan,
              const Neighbours *n,
              Form              form,
              QuothMark        *mark)
{
  gboolean word_before = n->before_class == QUOTH_CHARACTER_LETTER ||
                         n->before_class == QUOTH_CHARACTER_DIGIT ||
                         n->before_class == QUOTH_CHARACTER_JOINER;

  if (is_about_n (scan, mark))
    {
      set_none (mark, 0, 0);
      mark->open += 30;
      mark->close += 30;
    }
  else if (n->before_class != QUOTH_CHARACTER_SPACE &&
           is_possessive (scan, mark->start + mark->length))
    set_none (mark, 5, 5);
  else if (word_before && form != FORM_OPENING)
    judge_word_end (scan, n, mark);
  else if (n->after_class == QUOTH_CHARACTER_LETTER || n->after_class == QUOTH_CHARACTER_DIGIT)
    {
      int cost = judge_elision (scan, mark->start + mark->length, form);

      set_none (mark, cost, cost);
    }
  else
    set_none (mark, 65, 65);
}

/* 5'10": a figure before a straight double mark may be in inches, after feet it is */
static void
judge_double (const Scan       *scan,
              const Neighbours *n,
              Form              form,
              QuothMark        *mark)
{
  gsize feet = mark->start;

  if (form == FORM_STRAIGHT && mark->length == 1)
    set_none (mark, 70, 70);
  else
    set_none (mark, 80, 80);
  if (n->before_class != QUOTH_CHARACTER_DIGIT || form == FORM_OPENING || mark->length > 1)
    return;
  while (feet > scan->span.start &&
         (g_ascii_isdigit (scan->text[feet - 1]) || scan->text[feet - 1] == ' '))
    feet--;
  if (feet > scan->span.start &&
      is_apostrophe (quoth_character_before (scan->text, scan->span.start, feet)))
    set_none (mark, 0, 0);
  else
    set_none (mark, 40, 60);
}

static void
judge (const Scan *scan,
       Form        form,
       QuothMark  *mark)
{
  Neighbours n = look_around (scan, mark->start, mark->start + mark->length);

  mark->open = open_after[form][n.before_class] + open_before[form][n.after_class];
  mark->close = close_after[form][n.before_class] + close_before[form][n.after_class];
  if (n.after == '.' || n.after == 0x2026) /* an ellipsis may begin what is quoted */
    mark->open -= n.before_class == QUOTH_CHARACTER_SPACE ? open_before[form][n.after_class] : 0;
  if (n.after == 0)
    mark->open += 30;
  if (n.before == 0)
    mark->close += 30;
  mark->is_definite = form != FORM_STRAIGHT;
  if (n.before_class != QUOTH_CHARACTER_STOP && n.after_class == QUOTH_CHARACTER_SPACE)
    mark->lone_close = 15;
  if (mark->family == QUOTH_MARK_SINGLE)
    judge_single (scan, &n, form, mark);
  else
    judge_double (scan, &n, form, mark);
}

/* How many equal apostrophes make one mark: two stand for a double one; of three, the single one
 * is the inner one. */
static guint
measure_run (const Scan *scan,
             gsize       start,
             gunichar    c,
             guint       length)
{
  const char *p = scan->text + start;
  gsize left = scan->span.end - start;
  guint run = 1;

  while (run < 4 && (run + 1) * length <= left && memcmp (p, p + run * length, length) == 0)
    run++;
  if (run == 3)
    {
      gunichar before = quoth_character_before (scan->text, scan->span.start, start);

      return c == '`' || before == 0 ||
             quoth_character_classify (before) == QUOTH_CHARACTER_SPACE ? 2 : 1;
    }

  return run >= 2 ? 2 : 1;
}

static gboolean
is_inside_word (const Scan *scan,
                gsize       start,
                gsize       end)
{
  Neighbours n = look_around (scan, start, end);
  gboolean before = n.before_class == QUOTH_CHARACTER_LETTER ||
                    n.before_class == QUOTH_CHARACTER_DIGIT ||
                    n.before_class == QUOTH_CHARACTER_JOINER;

  return before &&
         (n.after_class == QUOTH_CHARACTER_LETTER || n.after_class == QUOTH_CHARACTER_DIGIT);
}

/* The next byte that may begin a mark: ASCII marks, or the lead bytes of the others */
static gsize
find_candidate (const Scan *scan,
                gsize       position)
{
  for (; position < scan->span.end; position++)
    switch ((guchar) scan->text[position])
      {
      case '"': case '\'': case '`': case 0xC2: case 0xE2:
        return position;
      default:
        break;
      }

  return position;
}

/**
 * quoth_marks_scan:
 * @span: a block
 * @marks: (element-type QuothMark): gets what may be quotation marks, each with its costs
 *
 * An apostrophe between two letters is none and is left out.
 */
void
quoth_marks_scan (const char       *text,
                  QuothSpan         span,
                  const QuothModel *model,
                  GArray           *marks)
{
  const Scan scan = { text, span, quoth_model_find_list (model, "elisions") };
  gsize position = find_candidate (&scan, span.start);

  while (position < span.end)
    {
      QuothMark mark = { .start = position };
      guint length;
      gunichar c = quoth_character_at (text, position, span.end, &length);
      Form form;

      mark.length = length;
      if (identify (c, &mark.family, &form))
        {
          if (is_apostrophe (c) && measure_run (&scan, position, c, length) == 2)
            {
              mark.length = 2 * length;
              mark.family = QUOTH_MARK_DOUBLE;
            }
          if (mark.family != QUOTH_MARK_SINGLE ||
              !is_inside_word (&scan, position, position + length))
            {
              judge (&scan, form, &mark);
              g_array_append_val (marks, mark);
            }
        }
      position = find_candidate (&scan, position + mark.length);
    }
}
