#pragma once

#include <glib/gi18n.h>

#include "quoth-quote-list.h"

G_BEGIN_DECLS

/**
 * QuothCliFilter:
 *
 * Which quotations are meant on the command line.
 */
typedef struct
{
  char **speakers;
  char **organisations;
  char  *search;
  char  *since;
  char  *until;
} QuothCliFilter;

#define QUOTH_CLI_FILTER_OPTIONS(filter)                                                             \
  { "speaker", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(filter).speakers,                                  \
    N_("Who said it; several mean any of them"), N_("NAME") },                                       \
  { "organisation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(filter).organisations,                        \
    N_("The organisation that said it, or on whose behalf it was said"), N_("NAME") },               \
  { "search", 0, 0, G_OPTION_ARG_STRING, &(filter).search, N_("Words, names and titles to find"),    \
    N_("TEXT") },                                                                                    \
  { "since", 0, 0, G_OPTION_ARG_STRING, &(filter).since, N_("Published on this day or later"),       \
    N_("DATE") },                                                                                    \
  { "until", 0, 0, G_OPTION_ARG_STRING, &(filter).until, N_("Published on this day or earlier"),     \
    N_("DATE") }

void            quoth_cli_filter_clear     (QuothCliFilter        *self);
gboolean        quoth_cli_filter_is_empty  (const QuothCliFilter  *self);
/* Whether its dates are dates. */
gboolean        quoth_cli_filter_is_valid  (const QuothCliFilter  *self);
/* The quotations it takes, loaded. Names that mean nobody are complained of; NULL without @error
 * when none means anybody. */
QuothQuoteList *quoth_cli_filter_load      (const QuothCliFilter  *self,
                                            const char            *path,
                                            QuothStore            *store,
                                            GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothCliFilter, quoth_cli_filter_clear)

G_END_DECLS
