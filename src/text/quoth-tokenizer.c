#include "quoth-tokenizer.h"

#include <string.h>

#include "quoth-character.h"

static gunichar
peek (const QuothTokenizer *self,
      guint32               position)
{
  guint length;

  return quoth_character_at (self->text, position, self->block.end, &length);
}

static QuothCharacter
classify_at (const QuothTokenizer *self,
             guint32               position)
{
  gunichar c = peek (self, position);

  return c == 0 ? QUOTH_CHARACTER_SPACE : quoth_character_classify (c);
}

static gboolean
is_word_at (const QuothTokenizer *self,
            guint32               position)
{
  QuothCharacter class = classify_at (self, position);

  return class == QUOTH_CHARACTER_LETTER || class == QUOTH_CHARACTER_DIGIT;
}

static gboolean
is_space_before (const QuothTokenizer *self,
                 guint32               position)
{
  gunichar c = quoth_character_before (self->text, self->block.start, position);

  return c == 0 || quoth_character_classify (c) == QUOTH_CHARACTER_SPACE;
}

static guint8
find_case (const char *text,
           QuothSpan   span)
{
  guint n_letters = 0;
  guint8 flags = QUOTH_TOKEN_UPPER_CASE;

  for (guint32 position = span.start; position < span.end;)
    {
      guint length;
      gunichar c = quoth_character_at (text, position, span.end, &length);

      position += length;
      if (!(c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c)))
        continue;
      if (n_letters++ == 0 && (c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c)))
        flags |= QUOTH_TOKEN_CAPITALISED;
      if (c < 0x80 ? g_ascii_islower (c) : g_unichar_islower (c))
        flags &= ~QUOTH_TOKEN_UPPER_CASE;
      if (n_letters >= 2 && !(flags & QUOTH_TOKEN_UPPER_CASE))
        break;
    }

  return n_letters >= 2 ? flags : flags & ~QUOTH_TOKEN_UPPER_CASE;
}

static void
add_token (QuothTokenizer *self,
           guint32         start,
           guint32         end,
           QuothTokenKind  kind)
{
  QuothToken token = { .span = { start, end }, .kind = kind };

  if (kind == QUOTH_TOKEN_WORD)
    token.flags = find_case (self->text, token.span);
  if (is_space_before (self, start))
    token.flags |= QUOTH_TOKEN_SPACE_BEFORE;
  g_array_append_val (self->tokens, token);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '`' || c == 0x2018;
}

/* How many bytes at the end of a word are a clitic of its own: ’s ’re ’ve ’ll ’d ’m n’t. */
static guint
measure_clitic (const QuothTokenizer *self,
                guint32               start,
                guint32               end)
{
  const char *text = self->text;
  guint32 letters = end;
  guint32 apostrophe;
  guint n;
  gunichar c;

  while (letters > start && g_ascii_isalpha (text[letters - 1]) && end - letters < 3)
    letters--;
  n = end - letters;
  c = quoth_character_before (text, start, letters);
  if (n == 0 || n > 2 || !is_apostrophe (c))
    return 0;
  apostrophe = letters - g_unichar_to_utf8 (c, NULL);
  if (apostrophe == start)
    return 0;
  if (n == 1 && g_ascii_tolower (text[letters]) == 't')
    return apostrophe > start + 1 && g_ascii_tolower (text[apostrophe - 1]) == 'n'
           ? end - apostrophe + 1 : 0;
  if (n == 1)
    return strchr ("sdmSDM", text[letters]) != NULL ? end - apostrophe : 0;

  return g_ascii_strncasecmp (text + letters, "re", 2) == 0 ||
         g_ascii_strncasecmp (text + letters, "ve", 2) == 0 ||
         g_ascii_strncasecmp (text + letters, "ll", 2) == 0 ? end - apostrophe : 0;
}

/* A word may end in several clitics ("wouldn’t’ve"); they are cut from its end. */
static void
add_word (QuothTokenizer *self,
          guint32         start,
          guint32         end)
{
  guint32 cuts[4];
  guint n_cuts = 0;
  const char *contraction;

  while (n_cuts < G_N_ELEMENTS (cuts))
    {
      guint clitic = measure_clitic (self, start, n_cuts > 0 ? cuts[n_cuts - 1] : end);

      if (clitic == 0)
        break;
      cuts[n_cuts] = (n_cuts > 0 ? cuts[n_cuts - 1] : end) - clitic;
      n_cuts++;
    }
  contraction = n_cuts == 0 && end - start >= 5 && end - start <= 6
                ? quoth_word_list_lookup (self->contractions, self->text + start, end - start)
                : NULL;
  if (contraction != NULL)
    cuts[n_cuts++] = start + MIN (end - start - 1, (guint32) g_ascii_digit_value (*contraction));

  for (; n_cuts > 0; n_cuts--)
    {
      add_token (self, start, cuts[n_cuts - 1], QUOTH_TOKEN_WORD);
      start = cuts[n_cuts - 1];
    }
  add_token (self, start, end, QUOTH_TOKEN_WORD);
}

static gboolean
is_number (const QuothTokenizer *self,
           guint32               start,
           guint32               end)
{
  gboolean digit = FALSE;

  for (guint32 position = start; position < end;)
    {
      guint length;
      QuothCharacter class =
        quoth_character_classify (quoth_character_at (self->text, position, end, &length));

      if (class == QUOTH_CHARACTER_LETTER)
        return FALSE;
      digit = digit || class == QUOTH_CHARACTER_DIGIT;
      position += length;
    }

  return digit;
}

static guint32
scan_word (QuothTokenizer *self,
           guint32         start)
{
  guint32 end = quoth_word_end_find (self, start);

  if (is_number (self, start, end))
    {
      add_token (self, start, end, QUOTH_TOKEN_NUMBER);
      return end;
    }
  if (peek (self, end) == '.' && peek (self, end + 1) != '.' &&
      quoth_abbreviation_check (self, (QuothSpan) { start, end }))
    end++;
  add_word (self, start, end);

  return end;
}

/* A mark that was found to open or close; else an apostrophe: of the word it begins, or of its own
 * after a plural, as clitics are. */
static guint32
scan_mark (QuothTokenizer         *self,
           const QuothDecidedMark *mark)
{
  guint32 end = mark->start + mark->length;

  if (mark->role == QUOTH_MARK_OPEN)
    add_token (self, mark->start, end, QUOTH_TOKEN_OPENING_MARK);
  else if (mark->role == QUOTH_MARK_CLOSE)
    add_token (self, mark->start, end, QUOTH_TOKEN_CLOSING_MARK);
  else if (mark->family != QUOTH_MARK_SINGLE)
    add_token (self, mark->start, end, QUOTH_TOKEN_PUNCTUATION);
  else if (is_word_at (self, end) && is_space_before (self, mark->start))
    return scan_word (self, mark->start);
  else
    add_token (self, mark->start, end,
               is_space_before (self, mark->start) ? QUOTH_TOKEN_PUNCTUATION : QUOTH_TOKEN_WORD);

  return end;
}

static guint32
find_run_end (const QuothTokenizer *self,
              guint32               start,
              const char           *characters)
{
  while (start < self->block.end && strchr (characters, self->text[start]) != NULL &&
         self->text[start] != '\0')
    start++;

  return start;
}

/* ". . .", ".  . ." */
static guint32
find_spaced_ellipsis (const QuothTokenizer *self,
                      guint32               start)
{
  guint32 end = start + 1;
  guint n = 1;

  for (guint32 position = start + 1; position < self->block.end; n++)
    {
      guint length;
      gunichar c = quoth_character_at (self->text, position, self->block.end, &length);

      if (c == ' ' || c == 0xA0)
        position += length;
      if (peek (self, position) != '.')
        break;
      end = ++position;
    }

  return n >= 3 ? end : start + 1;
}

static guint32
scan_stop (QuothTokenizer *self,
           guint32         start,
           guint           length)
{
  const char *text = self->text;
  guint32 end = start + length;

  if (text[start] == '.' && g_unichar_isdigit (peek (self, end)) && is_space_before (self, start))
    return scan_word (self, start);
  if (text[start] == '.' && peek (self, end) == '.')
    end = find_run_end (self, end, ".");
  else if (text[start] == '.')
    end = find_spaced_ellipsis (self, start);
  else if (text[start] == '!' || text[start] == '?')
    end = find_run_end (self, end, "!?");
  add_token (self, start, end, QUOTH_TOKEN_PUNCTUATION);

  return end;
}

static guint32
scan_dash (QuothTokenizer *self,
           guint32         start,
           guint           length)
{
  guint32 end = start + length;

  if (self->text[start] == '-' && g_unichar_isdigit (peek (self, end)) &&
      is_space_before (self, start))
    return scan_word (self, start);
  while (end + length <= self->block.end &&
         memcmp (self->text + end, self->text + start, length) == 0)
    end += length;
  add_token (self, start, end, QUOTH_TOKEN_PUNCTUATION);

  return end;
}

/* @name, #topic; else a symbol with what is joined to it (an emoji and its parts), or a run of one
 * ASCII symbol: *** */
static guint32
scan_symbol (QuothTokenizer *self,
             guint32         start,
             guint           length)
{
  const char *text = self->text;
  guint32 end = start + length;

  if ((text[start] == '@' || text[start] == '#') &&
      classify_at (self, end) == QUOTH_CHARACTER_LETTER)
    {
      end = quoth_word_end_find (self, start);
      add_word (self, start, end);
      return end;
    }
  if (length == 1 && strchr ("*_=~+|<>", text[start]) != NULL)
    while (end < self->block.end && text[end] == text[start])
      end++;
  while (end < self->block.end && classify_at (self, end) == QUOTH_CHARACTER_JOINER)
    {
      gboolean joined = peek (self, end) == 0x200D;

      end += g_unichar_to_utf8 (peek (self, end), NULL);
      if (joined && classify_at (self, end) == QUOTH_CHARACTER_SYMBOL)
        end += g_unichar_to_utf8 (peek (self, end), NULL);
    }
  add_token (self, start, end, QUOTH_TOKEN_SYMBOL);

  return end;
}

static guint32
scan_token (QuothTokenizer *self,
            guint32         start)
{
  guint length;
  gunichar c = quoth_character_at (self->text, start, self->block.end, &length);

  switch (quoth_character_classify (c))
    {
    case QUOTH_CHARACTER_SPACE:
      return start + length;
    case QUOTH_CHARACTER_LETTER:
    case QUOTH_CHARACTER_DIGIT:
      return scan_word (self, start);
    case QUOTH_CHARACTER_STOP:
      return scan_stop (self, start, length);
    case QUOTH_CHARACTER_DASH:
      return scan_dash (self, start, length);
    case QUOTH_CHARACTER_JOINER:
    case QUOTH_CHARACTER_SYMBOL:
      return scan_symbol (self, start, length);
    case QUOTH_CHARACTER_OPENING:
    case QUOTH_CHARACTER_CLOSING:
    case QUOTH_CHARACTER_QUOTE:
    default:
      add_token (self, start, start + length, QUOTH_TOKEN_PUNCTUATION);
      return start + length;
    }
}

/**
 * quoth_tokenizer_add_block:
 *
 * Appends the tokens of a block. Blocks come in the order of the text, with the marks of all of
 * them decided.
 */
void
quoth_tokenizer_add_block (QuothTokenizer *self,
                           QuothSpan       block)
{
  guint32 position = block.start;

  self->block = block;
  self->first_token = self->tokens->len;
  while (position < block.end)
    {
      while (self->next_mark < self->n_marks && self->marks[self->next_mark].start < position)
        self->next_mark++;
      if (self->next_mark < self->n_marks && self->marks[self->next_mark].start == position)
        position = scan_mark (self, &self->marks[self->next_mark]);
      else
        position = scan_token (self, position);
    }
}
