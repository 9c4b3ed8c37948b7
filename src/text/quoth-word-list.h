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
};

gboolean quoth_word_list_init (QuothWordList *self,
                               const char    *name,
                               const guint8  *data,
                               gsize          length);
const char *quoth_word_list_find (const QuothWordList *self,
                                  const char          *key,
                                  gsize                length,
                                  guint32              hash);

G_END_DECLS
