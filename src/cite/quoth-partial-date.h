#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothPartialDate:
 *
 * An ISO 8601 date as far as it is known: @month and @day are 0 where the article doesn't say.
 */
typedef struct
{
  int year;
  int month;
  int day;
} QuothPartialDate;

gboolean  quoth_partial_date_parse       (const char             *iso,
                                          QuothPartialDate       *date);
char     *quoth_partial_date_dup_english (const QuothPartialDate *date);  /* "21 March 2014", "March 2014", "2014" */
char     *quoth_partial_date_dup_iso     (const QuothPartialDate *date);  /* "2014-03-21", "2014-03", "2014" */

G_END_DECLS
