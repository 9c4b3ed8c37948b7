#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothDate:
 *
 * An ISO 8601 date as far as it is known: @month and @day are 0 where the article doesn't say.
 */
typedef struct
{
  int year;
  int month;
  int day;
} QuothDate;

gboolean  quoth_date_parse           (const char      *iso,
                                      QuothDate       *date);
char     *quoth_date_dup_day_words   (const QuothDate *date);  /* "21 March", "March" or NULL */
char     *quoth_date_dup_words       (const QuothDate *date);  /* "21 March 2014", "March 2014", "2014" */
char     *quoth_date_dup_iso         (const QuothDate *date);  /* "2014-03-21", "2014-03", "2014" */

G_END_DECLS
