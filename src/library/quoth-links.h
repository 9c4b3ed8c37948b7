#pragma once

#include "quoth-database.h"
#include "quoth-entity.h"

G_BEGIN_DECLS

/* Who made a link: the column entity_link.origin */
typedef enum
{
  QUOTH_LINK_MACHINE,
  QUOTH_LINK_PERSON,
} QuothLinkOrigin;

gboolean quoth_links_add   (QuothDatabase  *database,
                            gint64          article_entity,
                            QuothEntity    *entity,
                            gboolean        is_new,
                            GError        **error);
gboolean quoth_links_prune (QuothDatabase  *database,
                            GError        **error);
/* What the library's entities are said to be: after rows of role were added for one of an article,
 * and after an article has come, gone or changed */
gboolean quoth_links_offer_role    (QuothDatabase  *database,
                                    gint64          article_entity,
                                    GError        **error);
gboolean quoth_links_refresh_roles (QuothDatabase  *database,
                                    gint64          article,
                                    GError        **error);

G_END_DECLS
