#include "quoth-date.h"

#include <stdlib.h>
#include <string.h>

#define MONTH "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|" \
              "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?"
#define DAY "(?<day>\\d{1,2})(?:st|nd|rd|th)?"
#define YEAR "(?<year>(?:1[5-9]|20)\\d{2})"
#define TIME "(?:(?:[\\s,|–-]|\\bat\\b)*(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2})(?::(?<second>\\d{2}))?)" \
             "(?:\\s*(?<half>[ap])\\.?m\\b\\.?)?(?:\\s*(?:(?:GMT|UTC)(?=[+-]\\d))?(?<zone>Z\\b|[A-Z]{2,4}\\b|[+-]\\d{2}:?\\d{2}))?)?"

/* Tried in this order at each place; the first that matches earliest is taken */
static const char *const patterns[] = {
  /* 2014-03-21T09:30:00+00:00 and shorter; 2014/03/21 */
  "(?<![\\d-])" YEAR "(?<separator>[-/.])(?<monthnumber>\\d{1,2})\\k<separator>(?<day>\\d{1,2})"
  "(?:(?:T|\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?"
  "\\s*(?<zone>Z\\b|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?(?!\\d)",
  /* 21 March 2014, 21st of March, 2014 9:30 am */
  "(?<!\\d)" DAY "(?:\\s+of)?[\\s.,-]*" MONTH "[\\s,.-]+" YEAR "(?!\\d)" TIME,
  /* March 21, 2014 at 9.30pm */
  "\\b" MONTH "\\s*" DAY "(?:,\\s*|\\s+)" YEAR "(?!\\d)" TIME,
  /* 21.3.2014, 21/03/2014, 03/21/2014 */
  "(?<![\\d./-])(?<first>\\d{1,2})(?<separator>[./-])(?<second_number>\\d{1,2})\\k<separator>" YEAR "(?!\\d)" TIME,
  /* 20140321 and 20140321T093000Z */
  "(?<!\\d)" YEAR "(?<monthnumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)"
  "(?:T?(?<hour>[0-2]\\d)(?<minute>[0-5]\\d)(?<second>[0-5]\\d)?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?(?!\\d)",
  /* March 2014 */
  "\\b" MONTH ",?\\s+" YEAR "(?!\\d)",
  /* 2014-03 */
  "(?<![\\d-])" YEAR "-(?<monthnumber>0[1-9]|1[0-2])(?![\\d-])",
};

static const struct {
  const char *name;
  const char *offset;
} zones[] = {
  { "Z", "Z" }, { "UTC", "Z" }, { "GMT", "Z" }, { "BST", "+01:00" }, { "CET", "+01:00" },
  { "CEST", "+02:00" }, { "EST", "-05:00" }, { "EDT", "-04:00" }, { "CST", "-06:00" },
  { "CDT", "-05:00" },
  { "MST", "-07:00" }, { "MDT", "-06:00" }, { "PST", "-08:00" }, { "PDT", "-07:00" },
  { "AEST", "+10:00" },
  { "AEDT", "+11:00" }, { "NZST", "+12:00" }, { "NZDT", "+13:00" }, { "IST", "+05:30" },
};

static GRegex *
get_regex (guint index)
{
  static gsize ready = 0;
  static GRegex *regexes[G_N_ELEMENTS (patterns)];

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        {
          regexes[i] = g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
          g_assert (regexes[i] != NULL);
        }
      g_once_init_leave (&ready, 1);
    }
  return regexes[index];
}

/* The number of a named group, or -1 where the pattern lacks it or it stayed empty */
static int
fetch_number (const GMatchInfo *match,
              const char       *name)
{
  g_autofree char *digits = g_match_info_fetch_named (match, name);

  return digits != NULL && *digits != '\0' ? atoi (digits) : -1;
}

static int
fetch_month (const GMatchInfo *match)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *name = g_match_info_fetch_named (match, "month");
  g_autofree char *folded = NULL;
  const char *found;

  if (name == NULL || strlen (name) < 3)
    return fetch_number (match, "monthnumber");
  folded = g_ascii_strdown (name, 3);
  found = strstr (names, folded);
  return found != NULL ? (int) (found - names) / 3 + 1 : -1;
}

static void
append_zone (GString          *iso,
             const GMatchInfo *match)
{
  g_autofree char *zone = g_match_info_fetch_named (match, "zone");

  if (zone == NULL || *zone == '\0')
    return;
  if (*zone == '+' || *zone == '-')
    {
      const char *minutes = zone + 3 + (zone[3] == ':');

      g_string_append_printf (iso, "%.3s:%s", zone, *minutes != '\0' ? minutes : "00");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_ascii_strcasecmp (zone, zones[i].name) == 0)
      g_string_append (iso, zones[i].offset);
}

static void
append_time (GString          *iso,
             const GMatchInfo *match)
{
  g_autofree char *half = g_match_info_fetch_named (match, "half");
  int hour = fetch_number (match, "hour");
  int minute = fetch_number (match, "minute");
  int second = fetch_number (match, "second");

  if (hour < 0 || minute < 0 || minute > 59)
    return;
  if (half != NULL && *half != '\0' && hour >= 1 && hour <= 12)
    hour = hour % 12 + (g_ascii_tolower (*half) == 'p' ? 12 : 0);
  if (hour > 23)
    return;
  g_string_append_printf (iso, "T%02d:%02d", hour, minute);
  if (second >= 0 && second < 60)
    g_string_append_printf (iso, ":%02d", second);
  append_zone (iso, match);
}

/* Orders two numbers before a year; where either could be the day, neither is believed. */
static void
order_numbers (const GMatchInfo *match,
               int              *month,
               int              *day)
{
  g_autofree char *separator = g_match_info_fetch_named (match, "separator");
  int first = fetch_number (match, "first");
  int second = fetch_number (match, "second_number");

  if (first < 0 || second < 0)
    return;
  if (first > 12 || *separator == '.' || first == second)
    {
      *day = first;
      *month = second;
    }
  else if (second > 12)
    {
      *day = second;
      *month = first;
    }
}

/* Makes the ISO form of a match, as precise as it is; NULL for a day or month that does not
 * exist. */
static char *
make_iso (const GMatchInfo *match)
{
  int year = fetch_number (match, "year");
  int month = fetch_month (match);
  int day = fetch_number (match, "day");
  GString *iso;

  order_numbers (match, &month, &day);
  if (month == 0 || month > 12 || day == 0
      || (day > 0 && !g_date_valid_dmy (day, MAX (month, 1), year)))
    return NULL;

  iso = g_string_new (NULL);
  g_string_append_printf (iso, "%04d", year);
  if (month > 0)
    g_string_append_printf (iso, "-%02d", month);
  if (month > 0 && day > 0)
    {
      g_string_append_printf (iso, "-%02d", day);
      append_time (iso, match);
    }
  return g_string_free (iso, FALSE);
}

/**
 * quoth_date_find:
 * @start: (out) (optional): first byte of the date in @text
 * @end: (out) (optional): one past its last byte
 * @iso: (out) (transfer full): the date as ISO 8601, as precise as it is printed
 *
 * Finds the first date in a short text. Where day and month cannot be told apart only the year is
 * given.
 *
 * Returns: whether there is one
 */
gboolean
quoth_date_find (const char  *text,
                 gsize       *start,
                 gsize       *end,
                 char       **iso)
{
  int best_start = -1;
  int best_end = -1;

  *iso = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(GMatchInfo) match = NULL;
      g_autofree char *found = NULL;
      int from, to;

      if (!g_regex_match (get_regex (i), text, 0, &match))
        continue;
      g_match_info_fetch_pos (match, 0, &from, &to);
      if (best_start >= 0 && from >= best_start)
        continue;
      found = make_iso (match);
      if (found == NULL)
        continue;
      g_free (*iso);
      *iso = g_steal_pointer (&found);
      best_start = from;
      best_end = to;
    }
  if (*iso == NULL)
    return FALSE;
  if (start != NULL)
    *start = best_start;
  if (end != NULL)
    *end = best_end;
  return TRUE;
}

/**
 * quoth_date_parse:
 *
 * Returns: (transfer full) (nullable): the first date in @printed as ISO 8601, as precise as it is
 *   printed
 */
char *
quoth_date_parse (const char *printed)
{
  g_autofree char *trimmed = NULL;
  char *iso = NULL;

  if (printed == NULL || strlen (printed) > 400)
    return NULL;
  if (quoth_date_find (printed, NULL, NULL, &iso))
    return iso;

  trimmed = g_strstrip (g_strdup (printed));
  if (strlen (trimmed) == 4 && strspn (trimmed, "0123456789") == 4
      && (g_str_has_prefix (trimmed, "1") || g_str_has_prefix (trimmed, "20")))
    return g_steal_pointer (&trimmed);
  return NULL;
}
