#include "quoth-seen-words.h"

#include <string.h>

static guint32
hash_bytes (const char *bytes,
            guint32     length)
{
  guint64 hash = length;

  for (; length >= 8; bytes += 8, length -= 8)
    {
      guint64 eight;

      memcpy (&eight, bytes, sizeof eight);
      hash = (hash ^ eight) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  for (guint32 i = 0; i < length; i++)
    hash = hash * 31 + (guint8) bytes[i];
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash >> 32;
}

/**
 * quoth_seen_words_find:
 * @token: a token of @text, to be given in order
 *
 * Remembers @token.
 *
 * Returns: an earlier token of the same bytes and kind, or @token itself when none is remembered
 */
guint
quoth_seen_words_find (QuothSeenWords  *self,
                       const QuothText *text,
                       guint            token)
{
  const QuothToken *here = &text->tokens[token];
  guint32 length = quoth_span_length (here->span);
  const char *word = text->text + here->span.start;
  guint32 *slot = &self->tokens[hash_bytes (word, length) & (QUOTH_SEEN_WORDS - 1)];
  guint before = *slot;

  *slot = token + 1;
  if (before == 0)
    return token;
  before--;
  if (text->tokens[before].kind != here->kind ||
      quoth_span_length (text->tokens[before].span) != length ||
      memcmp (text->text + text->tokens[before].span.start, word, length) != 0)
    return token;

  return before;
}
