#include "quoth-furniture.h"

#include <string.h>

#include "quoth-character.h"

/* Tells what a site puts around an article from the article, line by line, by listed phrases. */

#define MAX_PHRASE_WORDS 8
#define MAX_WORDS 16        /* of a line that begins with a phrase articles may begin with, too */
#define MAX_NOTICE_WORDS 45
#define MAX_BYLINE_WORDS 15
#define MAX_DATE_WORDS 14
#define MAX_CAPTION_WORDS 50

/* The first words of a line without their punctuation, figures as 0: "comments 0" */
typedef struct
{
  char  words[160];
  guint ends[MAX_PHRASE_WORDS];
  guint n;
  gboolean whole;             /* the line has no more */
} Phrase;

static gboolean
is_phrase_character (gunichar c)
{
  QuothCharacter class = quoth_character_classify (c);

  return class == QUOTH_CHARACTER_LETTER || class == QUOTH_CHARACTER_DIGIT || c == '\'' ||
         c == 0x2019;
}

static guint32
skip_to_word (const char *text,
              guint32     position,
              guint32     end)
{
  while (position < end)
    {
      guint length;

      if (is_phrase_character (quoth_character_at (text, position, end, &length)))
        break;
      position += length;
    }

  return position;
}

static guint32
find_word_end (const char *text,
               guint32     position,
               guint32     end)
{
  while (position < end)
    {
      guint length;

      if (!is_phrase_character (quoth_character_at (text, position, end, &length)))
        break;
      position += length;
    }

  return position;
}

static gboolean
is_figures (const char *text,
            guint32     start,
            guint32     end)
{
  for (; start < end; start++)
    if (!g_ascii_isdigit (text[start]))
      return FALSE;

  return TRUE;
}

static void
read_phrase (Phrase     *phrase,
             const char *text,
             QuothSpan   span)
{
  guint32 position = skip_to_word (text, span.start, span.end);
  gsize used = 0;

  phrase->n = 0;
  while (position < span.end && phrase->n < MAX_PHRASE_WORDS)
    {
      guint32 end = find_word_end (text, position, span.end);
      gboolean figures = is_figures (text, position, end);
      gsize length = figures ? 1 : end - position;

      if (used + length + 2 > sizeof phrase->words)
        break;
      if (used > 0)
        phrase->words[used++] = ' ';
      memcpy (phrase->words + used, figures ? "0" : text + position, length);
      used += length;
      phrase->ends[phrase->n++] = used;
      position = skip_to_word (text, end, span.end);
    }
  phrase->whole = position >= span.end;
}

static gboolean
fits (const char            *value,
      const QuothBlockShape *shape,
      gboolean               whole)
{
  if (strcmp (value, "notice") == 0)
    return shape->n_words <= MAX_NOTICE_WORDS;
  if (strcmp (value, "start") == 0)
    return shape->n_words <= MAX_WORDS && !shape->has_marks;

  return whole;
}

/* Listed phrases stand without "this", "our" … at their head. */
static guint32
skip_determiner (const char *text,
                 QuothSpan   span)
{
  static const char *const determiners[] = { "the", "this", "these", "our", "your" };
  guint32 start = skip_to_word (text, span.start, span.end);
  guint32 end = find_word_end (text, start, span.end);

  for (guint i = 0; i < G_N_ELEMENTS (determiners); i++)
    if (strlen (determiners[i]) == end - start &&
        g_ascii_strncasecmp (text + start, determiners[i], end - start) == 0)
      return end;

  return span.start;
}

/**
 * quoth_furniture_check:
 *
 * Returns: whether a line is a site's own: a notice, a prompt to sign in, a link, a count
 */
gboolean
quoth_furniture_check (const char            *text,
                       const QuothBlockShape *shape,
                       const QuothModel      *model)
{
  const QuothWordList *list = quoth_model_find_list (model, "furniture-phrases");
  Phrase phrase;

  if (shape->n_words > MAX_NOTICE_WORDS)
    return FALSE;
  if (shape->first == 0xA9 || shape->n_words == 0)
    return TRUE;

  read_phrase (&phrase, text,
               (QuothSpan) { skip_determiner (text, shape->span), shape->span.end });
  for (guint n = MIN (phrase.n, quoth_word_list_get_max_words (list)); n > 0; n--)
    {
      const char *value = quoth_word_list_lookup (list, phrase.words, phrase.ends[n - 1]);

      if (value != NULL && fits (value, shape, phrase.whole && n == phrase.n))
        return TRUE;
    }

  return FALSE;
}

/**
 * quoth_furniture_is_byline:
 *
 * Returns: whether a line says who wrote the article: "By" and a name, no sentence
 */
gboolean
quoth_furniture_is_byline (const char            *text,
                           const QuothBlockShape *shape)
{
  const char *p = text + shape->span.start;
  guint length;

  if (shape->n_words < 2 || shape->n_words > MAX_BYLINE_WORDS || shape->has_marks ||
      quoth_block_shape_is_closed (shape) || quoth_span_length (shape->span) < 6)
    return FALSE;
  if (g_ascii_strncasecmp (p, "by ", 3) != 0 && g_ascii_strncasecmp (p, "by: ", 4) != 0)
    return FALSE;
  p += p[2] == ':' ? 4 : 3;

  return g_unichar_isupper (quoth_character_at (text, p - text, shape->span.end, &length)) &&
         2 * shape->n_capitalised >= shape->n_words;
}

/**
 * quoth_furniture_is_date_line:
 *
 * Returns: whether a line is nothing but a date or a time, and words that go with them
 */
gboolean
quoth_furniture_is_date_line (const char            *text,
                              const QuothBlockShape *shape,
                              const QuothModel      *model)
{
  const QuothWordList *list = quoth_model_find_list (model, "date-words");
  guint32 position = skip_to_word (text, shape->span.start, shape->span.end);
  guint n_figures = 0;
  guint n_words = 0;

  if (shape->n_words < 2 || shape->n_words > MAX_DATE_WORDS)
    return FALSE;
  while (position < shape->span.end)
    {
      guint32 end = find_word_end (text, position, shape->span.end);

      if (g_ascii_isdigit (text[position]) && end - position <= 6)
        n_figures++;
      else if (quoth_word_list_contains (list, text + position, end - position))
        n_words++;
      else
        return FALSE;
      position = skip_to_word (text, end, shape->span.end);
    }

  return n_figures > 0 && n_words > 0;
}

/* "Photo:", "(Picture by": a marker, at the beginning of a line or a bracket, with a colon or
 * "by" */
static gboolean
is_credit_at (const char          *text,
              QuothSpan            span,
              const QuothWordList *markers)
{
  Phrase phrase;

  read_phrase (&phrase, text, span);
  for (guint n = MIN (phrase.n, quoth_word_list_get_max_words (markers)); n > 0; n--)
    {
      guint32 end = span.start;

      if (!quoth_word_list_contains (markers, phrase.words, phrase.ends[n - 1]))
        continue;
      for (guint i = 0; i < n; i++)
        end = find_word_end (text, skip_to_word (text, end, span.end), span.end);
      return (end < span.end && text[end] == ':') || n > 1;
    }

  return FALSE;
}

/**
 * quoth_furniture_is_caption:
 *
 * Returns: whether a line has a picture's credit
 */
gboolean
quoth_furniture_is_caption (const char            *text,
                            const QuothBlockShape *shape,
                            const QuothModel      *model)
{
  const QuothWordList *markers = quoth_model_find_list (model, "caption-markers");

  if (shape->n_words > MAX_CAPTION_WORDS || markers == NULL)
    return FALSE;
  if (is_credit_at (text, shape->span, markers))
    return TRUE;
  for (guint32 i = shape->span.start; i + 1 < shape->span.end; i++)
    {
      if (text[i] != '(' && text[i] != '[' && text[i] != '|')
        continue;
      /* All brackets before one word lead to that. */
      i = skip_to_word (text, i + 1, shape->span.end);
      if (i < shape->span.end &&
          is_credit_at (text, (QuothSpan) { i, shape->span.end }, markers))
        return TRUE;
      i--;
    }

  return FALSE;
}
