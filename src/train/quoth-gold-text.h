#pragma once

#include <gio/gio.h>

#include "quoth-span.h"

G_BEGIN_DECLS

/**
 * QuothGoldText:
 * @tokens: (element-type QuothSpan): bytes of @text
 * @sentence_ends: (element-type guint): for each sentence, one past its last token
 *
 * One document of a treebank, cut by hand or by another program.
 */
typedef struct
{
  char   *id;
  char   *text;
  GArray *tokens;
  GArray *sentence_ends;
} QuothGoldText;

GPtrArray *quoth_gold_texts_read       (const char     *conllu,
                                        const char     *articles,
                                        GError        **error);
void       quoth_gold_text_free        (QuothGoldText  *self);

G_END_DECLS
