#include "quoth-partial-date.h"

/* Not strftime (): a citation must not change with the machine's locale. */
static const char *const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November",
  "December",
};

/* Reads exactly @n_digits digits and steps behind them. */
static gboolean
read_number (const char **string,
             int          n_digits,
             int         *number)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*string)[i]))
        return FALSE;
      value = value * 10 + g_ascii_digit_value ((*string)[i]);
    }

  *string += n_digits;
  *number = value;
  return TRUE;
}

/**
 * quoth_partial_date_parse:
 * @iso: (nullable): a date as articles keep it: "2014", "2014-03", "2014-03-21", or with a time
 * @date: (out): the day as it is written; a time zone doesn't move it
 *
 * Returns: %TRUE if @iso begins with a date that exists
 */
gboolean
quoth_partial_date_parse (const char       *iso,
                          QuothPartialDate *date)
{
  QuothPartialDate parsed = { 0, 0, 0 };

  g_return_val_if_fail (date != NULL, FALSE);

  if (iso == NULL || !read_number (&iso, 4, &parsed.year) || parsed.year == 0)
    return FALSE;

  if (*iso == '-')
    {
      iso++;
      if (!read_number (&iso, 2, &parsed.month) || !g_date_valid_month (parsed.month))
        return FALSE;
    }
  if (*iso == '-')
    {
      iso++;
      if (!read_number (&iso, 2, &parsed.day) ||
          !g_date_valid_dmy (parsed.day, parsed.month, parsed.year))
        return FALSE;
    }
  if (*iso != '\0' && !(parsed.day != 0 && (*iso == 'T' || *iso == ' ')))
    return FALSE;

  *date = parsed;
  return TRUE;
}

/**
 * quoth_partial_date_dup_english:
 * @date: a date
 *
 * Returns: (transfer full): "21 March 2014", "March 2014" or "2014", whatever language the program
 *   speaks
 */
char *
quoth_partial_date_dup_english (const QuothPartialDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->day != 0)
    return g_strdup_printf ("%d %s %d", date->day, months[date->month - 1], date->year);
  if (date->month != 0)
    return g_strdup_printf ("%s %d", months[date->month - 1], date->year);
  return g_strdup_printf ("%d", date->year);
}

char *
quoth_partial_date_dup_iso (const QuothPartialDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->day != 0)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  if (date->month != 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);
  return g_strdup_printf ("%04d", date->year);
}
