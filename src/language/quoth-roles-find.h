#pragma once

#include "quoth-roles.h"

G_BEGIN_DECLS

void quoth_roles_find (QuothRoles *self);

G_END_DECLS
