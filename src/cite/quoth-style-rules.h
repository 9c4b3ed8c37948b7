#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/* The longest of ten thousand styles has 70 kB. */
#define QUOTH_STYLE_RULES_MAX_LENGTH (1024 * 1024)

/* The whole file of a style, checked for what a style must have and must not do. */
char *quoth_style_rules_read (QuothStyle  *style,
                              GError     **error);

G_END_DECLS
