#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothAuthorGroup:
 *
 * The fields for one author of an article: a person's given and family name, or an organisation's
 * name. Signal "removed" when the person wants it gone.
 */
#define QUOTH_TYPE_AUTHOR_GROUP (quoth_author_group_get_type ())
G_DECLARE_FINAL_TYPE (QuothAuthorGroup, quoth_author_group, QUOTH, AUTHOR_GROUP,
                      AdwPreferencesGroup)

QuothAuthorGroup *quoth_author_group_new        (const QuothAuthor *author);  /* (nullable) */
QuothAuthor      *quoth_author_group_dup_author (QuothAuthorGroup  *self);    /* NULL when nothing is typed */

G_END_DECLS
