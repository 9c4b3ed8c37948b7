#pragma once

#include "quoth-fetch.h"

G_BEGIN_DECLS

/* In plain words */
void quoth_fetch_set_status_error (guint         status,
                                   GError      **error);
void quoth_fetch_set_cut_off      (GError      **error);
/* What the network says, so that a person understands it; leaves a cancel as it is */
void quoth_fetch_tidy_error       (const char   *address,
                                   GError      **error);

G_END_DECLS
