#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/* The two of the newsroom's dozen that are no CSL styles: their citations are made by Quoth
 * itself. */
#define QUOTH_STYLE_NEWSROOM "quoth-newsroom"
#define QUOTH_STYLE_CITE_NEWS "quoth-cite-news"

/* What is taken where nobody has chosen. */
#define QUOTH_STYLE_DEFAULT "harvard-cite-them-right"

/**
 * QuothStyleList:
 *
 * All citation styles that are installed, those that the person added, and the two built-in ones,
 * as a #GListModel of #QuothStyle: the newsroom's dozen first in its order, then by title. Empty
 * until it is loaded. Finding a style by its id doesn't need the list to be loaded, and may be done
 * from any thread.
 */
#define QUOTH_TYPE_STYLE_LIST (quoth_style_list_get_type ())
G_DECLARE_FINAL_TYPE (QuothStyleList, quoth_style_list, QUOTH, STYLE_LIST, GObject)

QuothStyleList *quoth_style_list_new            (void);
QuothStyleList *quoth_style_list_new_for_paths  (const char *const    *data_dirs,
                                                 const char           *own_folder,
                                                 const char           *cache_file);

gboolean        quoth_style_list_load           (QuothStyleList       *self,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void            quoth_style_list_load_async     (QuothStyleList       *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        quoth_style_list_load_finish    (QuothStyleList       *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

QuothStyle     *quoth_style_list_find           (QuothStyleList       *self,
                                                 const char           *id);  /* (transfer full) (nullable) */
QuothStyle     *quoth_style_list_find_rules     (QuothStyleList       *self,
                                                 QuothStyle           *style);  /* (transfer full) (nullable) */

/* The ids of the newsroom's dozen, in order, NULL at the end. */
const char *const *quoth_style_list_get_dozen   (void);

/* Languages that there are terms and dates for: "en-GB", "cy-GB" … */
GStrv           quoth_style_list_dup_locales    (QuothStyleList       *self);
char           *quoth_style_list_dup_locale_xml (QuothStyleList       *self,
                                                 const char           *locale);  /* (nullable) */

const char     *quoth_style_list_get_own_folder (QuothStyleList       *self);

/* Changes whenever the person's own styles do. */
guint           quoth_style_list_get_serial     (QuothStyleList       *self);

G_END_DECLS
