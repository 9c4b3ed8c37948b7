#include "quoth-word-list.h"

#include <string.h>

#include "quoth-fold.h"

/**
 * quoth_word_list_init:
 * @data: a section of the model file, eight-byte aligned, which must outlive the list
 *
 * Returns: %FALSE when the section is not a list that can be read safely
 */
gboolean
quoth_word_list_init (QuothWordList *self,
                      const char    *name,
                      const guint8  *data,
                      gsize          length)
{
  const QuothListHeader *header = (const QuothListHeader *) (const void *) data;
  guint64 n_slots, pool_length, slots_length;

  if (length < sizeof *header)
    return FALSE;
  n_slots = GUINT32_FROM_LE (header->n_slots);
  pool_length = GUINT32_FROM_LE (header->pool_length);
  slots_length = n_slots * sizeof (QuothListSlot);
  if (n_slots == 0 || (n_slots & (n_slots - 1)) != 0 ||
      GUINT32_FROM_LE (header->n_entries) >= n_slots ||
      sizeof *header + slots_length + pool_length != length)
    return FALSE;
  if (pool_length < 2 || data[length - 1] != '\0' || data[length - 2] != '\0')
    return FALSE;

  g_strlcpy (self->name, name, sizeof self->name);
  self->header = header;
  self->slots = (const QuothListSlot *) (const void *) (data + sizeof *header);
  self->pool = (const char *) data + sizeof *header + slots_length;
  self->mask = n_slots - 1;
  self->pool_length = pool_length;

  return TRUE;
}

/* What quoth_word_list_find () does where the index doesn't know better. */
const char *
quoth_word_list_seek (const QuothWordList *self,
                      const char          *key,
                      gsize                length,
                      guint32              hash)
{
  /* The pool ends with two NULs, so that neither a key nor the value behind it runs out of it. */
  for (guint32 n = 0, i = hash & self->mask; n <= self->mask; n++, i = (i + 1) & self->mask)
    {
      guint32 offset = GUINT32_FROM_LE (self->slots[i].key);

      if (offset == 0)
        return NULL;
      if (GUINT32_FROM_LE (self->slots[i].hash) != hash || offset + length >= self->pool_length)
        continue;
      if (memcmp (self->pool + offset - 1, key, length + 1) == 0)
        return self->pool + offset + length;
    }

  return NULL;
}

/**
 * quoth_word_list_lookup:
 * @list: (nullable): a list, or %NULL for an empty one
 * @word: a word or several words of a text, in any case, parted by any white space
 * @length: bytes of @word, or -1
 *
 * Returns: (nullable): the entry's value, "" for one without; %NULL when the word is not listed
 */
const char *
quoth_word_list_lookup (const QuothWordList *list,
                        const char          *word,
                        gssize               length)
{
  char folded[QUOTH_FOLD_MAX];
  gsize n;

  if (list == NULL)
    return NULL;
  n = quoth_fold (word, length, folded);

  return quoth_word_list_find (list, folded, n, quoth_hash (folded, n));
}

/**
 * quoth_word_list_contains:
 * @list: (nullable): a list, or %NULL for an empty one
 * @word: a word or several words of a text, in any case, parted by any white space
 * @length: bytes of @word, or -1
 */
gboolean
quoth_word_list_contains (const QuothWordList *list,
                          const char          *word,
                          gssize               length)
{
  return quoth_word_list_lookup (list, word, length) != NULL;
}

/**
 * quoth_word_list_get_max_words:
 * @list: (nullable): a list, or %NULL for an empty one
 *
 * Returns: how many words the entry with most of them has; no longer stretch of text need be
 *   looked up
 */
guint
quoth_word_list_get_max_words (const QuothWordList *list)
{
  return list != NULL ? GUINT32_FROM_LE (list->header->max_words) : 0;
}
