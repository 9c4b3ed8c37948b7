#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/* What a new style has to cite before it is kept. */
#define QUOTH_STYLE_ADDING_SAMPLE \
  "{\"type\": \"article-newspaper\", \"title\": \"Harbour reopens\", \"container-title\": \"The Evening Bell\", " \
  "\"author\": [{\"given\": \"Ada\", \"family\": \"Quill\"}], \"issued\": {\"date-parts\": [[2025, 3, 4]]}, " \
  "\"URL\": \"https://example.org/harbour\", \"accessed\": {\"date-parts\": [[2025, 3, 5]]}, \"page\": \"4\"}"

/**
 * QuothStyleAdding:
 *
 * A copy of somebody's .csl file beside the person's own styles, until it is kept; freed without
 * that, it is gone.
 */
typedef struct _QuothStyleAdding QuothStyleAdding;

QuothStyleAdding *quoth_style_adding_new       (GFile             *file,
                                                const char        *own_folder,
                                                GCancellable      *cancellable,
                                                GError           **error);
void              quoth_style_adding_free      (QuothStyleAdding  *self);
QuothStyle       *quoth_style_adding_get_style (QuothStyleAdding  *self);
gboolean          quoth_style_adding_keep      (QuothStyleAdding  *self,
                                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothStyleAdding, quoth_style_adding_free)

G_END_DECLS
