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
                            GError        **error);
gboolean quoth_links_prune (QuothDatabase  *database,
                            GError        **error);

G_END_DECLS
