#pragma once

#include "quoth-model.h"
#include "quoth-model-format.h"

G_BEGIN_DECLS

/* A list inside the mapped model file; the model owns these. */
struct _QuothWordList
{
  char                   name[32];
  const QuothListHeader *header;
  const QuothListSlot   *slots;
  const char            *pool;
  guint32                mask;
  guint32                pool_length;
  const QuothListIndex  *index;       /* or NULL */
  guint32                bit;         /* that stands for the list in the index */
};

gboolean quoth_word_list_init (QuothWordList *self,
                               const char    *name,
                               const guint8  *data,
                               gsize          length);
const char *quoth_word_list_seek (const QuothWordList *self,
                                  const char          *key,
                                  gsize                length,
                                  guint32              hash);

/**
 * quoth_word_list_find:
 * @self: (nullable): a list, or %NULL for an empty one
 * @key: what quoth_fold() made of a word, with its NUL
 * @hash: what quoth_hash() makes of @key, so that one word can be sought in many lists
 *
 * Returns: (nullable): the entry's value, as quoth_word_list_lookup() has it
 */
static inline const char *
quoth_word_list_find (const QuothWordList *self,
                      const char          *key,
                      gsize                length,
                      guint32              hash)
{
  if (self == NULL || length == 0)
    return NULL;
  if (self->index != NULL &&
      !(GUINT32_FROM_LE (self->index->lists[hash >> (32 - QUOTH_LIST_INDEX_BITS)]) & self->bit))
    return NULL;

  return quoth_word_list_seek (self, key, length, hash);
}

G_END_DECLS
