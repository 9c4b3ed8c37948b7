#include "config.h"

#include "quoth-fact-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "quoth-date.h"
#include "quoth-doi.h"
#include "quoth-partial-date.h"

static char *
dup_stripped (const char *typed)
{
  return g_strstrip (g_strdup (typed));
}

/**
 * quoth_fact_check_date:
 * @typed: "2014", "2014-03", "2014-03-21", or as an article prints it: "21 March 2014"
 * @value: (out) (nullable) (transfer full): as articles keep it; %NULL when nothing is typed
 * @problem: (out) (nullable) (transfer full): for people
 *
 * Returns: whether @typed is a date that exists, or empty
 */
gboolean
quoth_fact_check_date (const char  *typed,
                       char       **value,
                       char       **problem)
{
  g_autofree char *text = NULL;
  QuothPartialDate date;

  g_return_val_if_fail (typed != NULL && value != NULL && problem != NULL, FALSE);

  *value = NULL;
  *problem = NULL;
  text = dup_stripped (typed);
  if (*text == '\0')
    return TRUE;

  if (quoth_partial_date_parse (text, &date))
    *value = quoth_partial_date_dup_iso (&date);
  else
    *value = quoth_date_parse (text);
  if (*value != NULL)
    return TRUE;

  *problem = g_strdup (_("Not a date. Write it like 2014, 2014-03, 2014-03-21 or 21 March 2014."));
  return FALSE;
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = NULL;
  const char *host = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  /* Why it can't be parsed is of no use to the person. */
  uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    return FALSE;

  host = g_uri_get_host (uri);
  return (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http")) &&
         host != NULL && *host != '\0' && strchr (host, '.') != NULL;
}

/**
 * quoth_fact_check_address:
 * @typed: an address on the web
 * @value: (out) (nullable) (transfer full): the address; %NULL when nothing is typed
 * @problem: (out) (nullable) (transfer full): for people
 *
 * Returns: whether readers of a citation can open @typed, or it is empty
 */
gboolean
quoth_fact_check_address (const char  *typed,
                          char       **value,
                          char       **problem)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (typed != NULL && value != NULL && problem != NULL, FALSE);

  *value = NULL;
  *problem = NULL;
  text = dup_stripped (typed);
  if (*text == '\0')
    return TRUE;

  if (is_web_address (text))
    {
      *value = g_steal_pointer (&text);
      return TRUE;
    }

  *problem = g_strdup (_("Not a web address. Write it whole, beginning with https://."));
  return FALSE;
}

/**
 * quoth_fact_check_doi:
 * @typed: a digital object identifier (ISO 26324), also as an address or with "doi:" before it
 * @value: (out) (nullable) (transfer full): the identifier alone; %NULL when nothing is typed
 * @problem: (out) (nullable) (transfer full): for people
 *
 * Returns: whether @typed is one, or empty
 */
gboolean
quoth_fact_check_doi (const char  *typed,
                      char       **value,
                      char       **problem)
{
  g_autofree char *text = NULL;
  g_autofree char *doi = NULL;

  g_return_val_if_fail (typed != NULL && value != NULL && problem != NULL, FALSE);

  *value = NULL;
  *problem = NULL;
  text = dup_stripped (typed);
  if (*text == '\0')
    return TRUE;

  /* Nothing that was typed behind it is dropped without a word. */
  doi = quoth_doi_find (text);
  if (doi != NULL && g_str_has_suffix (text, doi))
    {
      *value = g_steal_pointer (&doi);
      return TRUE;
    }

  *problem = g_strdup (_("Not a DOI. Write it like 10.1234/abcd."));
  return FALSE;
}
