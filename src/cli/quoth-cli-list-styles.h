#pragma once

#include "quoth-cli-command.h"

G_BEGIN_DECLS

/* Prints the installed citation styles whose name or id has all of @words (nullable), one a line. */
QuothCliStatus quoth_cli_list_styles (char **words);

G_END_DECLS
