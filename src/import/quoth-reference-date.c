#include "quoth-reference.h"

#include <stdlib.h>
#include <string.h>

#include "quoth-date.h"

/* Dates of references: "2014/03/21/" of RIS, the ranges and shortened dates of BibLaTeX and CSL,
 * and what people type. */

static const char month_names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

/* A month by number or name; 0 for none */
static guint
parse_month (const char *text)
{
  g_autofree char *folded = NULL;
  const char *found;

  if (g_ascii_isdigit (*text))
    {
      int number = atoi (text);

      return number >= 1 && number <= 12 ? number : 0;
    }
  if (strlen (text) < 3)
    return 0;
  folded = g_ascii_strdown (text, 3);
  found = strstr (month_names, folded);
  return found != NULL && (found - month_names) % 3 == 0 ? (found - month_names) / 3 + 1 : 0;
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4
         && g_str_equal (text, "0000") == FALSE;
}

static char *
make_iso (guint year,
          guint month,
          guint day)
{
  if (month == 0)
    return g_strdup_printf ("%04u", year);
  if (day == 0 || day > 31 || !g_date_valid_dmy (day, month, year))
    return g_strdup_printf ("%04u-%02u", year, month);
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* What a month's field holds besides its name: "3 March", "Mar 3", "March--April" */
static void
parse_month_and_day (const char *text,
                     guint      *month,
                     guint      *day)
{
  g_auto(GStrv) words = g_strsplit_set (text, " ,.-/~\t\n", -1);

  *month = 0;
  *day = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (*month == 0 && !g_ascii_isdigit (*words[i]))
        *month = parse_month (words[i]);
      else if (*day == 0 && g_ascii_isdigit (*words[i]))
        *day = atoi (words[i]);
    }
  if (*month == 0 && *day != 0)
    {
      *month = *day <= 12 ? *day : 0;
      *day = 0;
    }
}

/**
 * quoth_reference_join_date:
 * @year: "2014"
 * @month: (nullable): number or name, perhaps with a day: "Mar 3"
 * @day: (nullable): number
 *
 * Returns: (transfer full) (nullable): the date as ISO 8601, as precise as it is valid
 */
char *
quoth_reference_join_date (const char *year,
                           const char *month,
                           const char *day)
{
  guint month_number = 0;
  guint day_number = 0;

  if (year == NULL || !is_year (year))
    return NULL;
  if (month != NULL)
    parse_month_and_day (month, &month_number, &day_number);
  if (day != NULL && atoi (day) > 0)
    day_number = atoi (day);
  return make_iso (atoi (year), month_number, day_number);
}

/* "2014", "2014/03/21/noon", "2014-03", "2014/march": the parts between slashes or hyphens */
static char *
parse_parts (const char *text)
{
  g_auto(GStrv) parts = NULL;
  gsize year_length = strspn (text, "0123456789");
  guint n_parts;
  guint month, day = 0;

  if (year_length != 4 || (text[4] != '\0' && strchr ("/-", text[4]) == NULL))
    return NULL;
  parts = g_strsplit_set (text, "/-T", 4);
  n_parts = g_strv_length (parts);
  if (!is_year (parts[0]))
    return NULL;
  month = n_parts > 1 ? parse_month (parts[1]) : 0;
  if (n_parts > 2 && strspn (parts[2], "0123456789") > 0)
    day = strtoul (parts[2], NULL, 10);
  return make_iso (atoi (parts[0]), month, day);
}

/* Of a range the beginning: "2014-03-21/2014-03-25" */
static char *
cut_range (const char *text)
{
  const char *slash = strchr (text, '/');

  if (slash != NULL && strchr (text, '-') != NULL && strchr (text, '-') < slash)
    return g_strndup (text, slash - text);
  return g_strdup (text);
}

/**
 * quoth_reference_parse_date:
 * @printed: a date of any of the forms that references have
 *
 * Returns: (transfer full) (nullable): the date as ISO 8601, as precise as it is valid
 */
char *
quoth_reference_parse_date (const char *printed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (printed));
  g_autofree char *start = cut_range (stripped);
  char *iso = NULL;

  /* marks of doubt */
  while (*start != '\0' && strchr ("?~%", start[strlen (start) - 1]) != NULL)
    start[strlen (start) - 1] = '\0';
  if (strlen (start) > 10 && strchr (start, 'T') != NULL)
    iso = quoth_date_parse (start);
  if (iso == NULL)
    iso = parse_parts (start);
  return iso != NULL ? iso : quoth_date_parse (start);
}
