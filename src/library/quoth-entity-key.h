#pragma once

#include "quoth-entity.h"

G_BEGIN_DECLS

char *quoth_entity_key_dup      (QuothEntity *entity);
char *quoth_entity_key_dup_sort (QuothEntity *entity);

G_END_DECLS
