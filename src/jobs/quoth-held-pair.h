#pragma once

#include "quoth-held.h"
#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothHeldPair:
 * @held: what waits for a decision; %NULL when nothing does
 * @n_held: how many wait, this one among them
 * @article: the one held back
 * @near: the one in the library
 * @article_unshared: (element-type QuothSpan): what of the first does not stand in the second
 * @near_unshared: (element-type QuothSpan): and the other way round
 *
 * An article that is held back, and the one that it is nearly the same as, compared.
 */
typedef struct
{
  QuothHeld    *held;
  guint         n_held;
  QuothArticle *article;
  QuothArticle *near;
  GArray       *article_unshared;
  GArray       *near_unshared;
} QuothHeldPair;

void           quoth_held_pair_free        (QuothHeldPair        *self);
/* The first that waits */
void           quoth_held_pair_load_async  (QuothLibrary         *library,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
QuothHeldPair *quoth_held_pair_load_finish (QuothLibrary         *library,
                                            GAsyncResult         *result,
                                            GError              **error);
/* Keeps or skips one that waits, or all of them when @id is 0. Finish with
 * quoth_library_write_finish (). */
void           quoth_held_decide_async     (QuothLibrary         *library,
                                            gint64                id,
                                            gboolean              keep,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothHeldPair, quoth_held_pair_free)

G_END_DECLS
