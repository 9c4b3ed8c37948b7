#pragma once

#include <glib/gi18n.h>

#include "quoth-citer.h"

G_BEGIN_DECLS

/**
 * QuothCliStyle:
 *
 * The citation style and locale named on the command line.
 */
typedef struct
{
  char *style;   /* "harvard" and other short names stand for ids */
  char *locale;
} QuothCliStyle;

#define QUOTH_CLI_STYLE_OPTIONS(variable)                                                    \
  { "style", 's', 0, G_OPTION_ARG_STRING, &(variable).style,                                 \
    N_("The citation style: a style’s id, or a short name such as apa, mla, chicago, harvard"), \
    N_("NAME") },                                                                            \
  { "locale", 0, 0, G_OPTION_ARG_STRING, &(variable).locale,                                 \
    N_("The language to cite in, such as en-GB, instead of the style’s own"), N_("LOCALE") }

void        quoth_cli_style_clear     (QuothCliStyle *self);
/* Puts ids for short names and the default for none, and makes the citer; NULL and complains when
 * there is no such style or no processor for it. */
QuothCiter *quoth_cli_style_make_citer (QuothCliStyle *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothCliStyle, quoth_cli_style_clear)

G_END_DECLS
