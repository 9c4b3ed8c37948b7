#include "config.h"

#include "quoth-wording.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

static const char *
choose_format (QuothDateStyle style,
               gboolean       has_day)
{
  if (!has_day)
    /* Translators: a date without a day, for g_date_time_format () */
    return style == QUOTH_DATE_LONG ? C_("date", "%B %Y") : C_("short date", "%b %Y");

  /* Translators: a date, for g_date_time_format () */
  return style == QUOTH_DATE_LONG ? C_("date", "%-d %B %Y") : C_("short date", "%-d %b %Y");
}

/**
 * quoth_wording_dup_date:
 * @iso_date: (nullable): "2014", "2014-03", "2014-03-21", or with a time after it
 *
 * A date in the reader's language, as precise as @iso_date is. What cannot be read as a date comes
 * back as it is.
 *
 * Returns: (transfer full): the words; "" without a date
 */
char *
quoth_wording_dup_date (const char     *iso_date,
                        QuothDateStyle  style)
{
  g_autoptr (GDateTime) date = NULL;
  gsize length = iso_date != NULL ? strlen (iso_date) : 0;
  gboolean has_day = length >= strlen ("2014-03-21");

  if (length < strlen ("2014-03"))
    return g_strdup (iso_date != NULL ? iso_date : "");

  date = g_date_time_new_utc (atoi (iso_date), atoi (iso_date + strlen ("2014-")),
                              has_day ? atoi (iso_date + strlen ("2014-03-")) : 1, 0, 0, 0);
  if (date == NULL)
    return g_strdup (iso_date);

  return g_date_time_format (date, choose_format (style, has_day));
}

/* Whether @text says @words already, whatever the case; a part of a word does not count. */
static gboolean
says (const char *text,
      const char *words)
{
  g_autofree char *in = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *what = g_utf8_casefold (words, -1);
  const char *at = in;

  while (at != NULL && (at = strstr (at, what)) != NULL)
    {
      const char *end = at + strlen (what);
      gboolean begins = at == in || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));

      if (begins && !g_unichar_isalnum (g_utf8_get_char (end)))
        return TRUE;
      at = g_utf8_next_char (at);
    }

  return FALSE;
}

/**
 * quoth_wording_dup_office:
 * @speaker: (nullable): who it is, by name or, when unnamed, by a description
 * @role: (nullable): what a person is
 * @organisation: (nullable): whom the person speaks for
 *
 * What @speaker says already is not said again: "a spokeswoman for the Port Board" needs no role
 * beside it.
 *
 * Returns: (transfer full): "medical director, Example Hospital", or as much of it as there is; ""
 *   when there is nothing to add
 */
char *
quoth_wording_dup_office (const char *speaker,
                          const char *role,
                          const char *organisation)
{
  gboolean has_role = role != NULL && *role != '\0' && !says (speaker, role);
  gboolean has_organisation = organisation != NULL && *organisation != '\0' &&
                              !says (speaker, organisation);

  if (has_role && has_organisation && !says (role, organisation))
    /* Translators: a role and an organisation */
    return g_strdup_printf (C_("office", "%s, %s"), role, organisation);

  return g_strdup (has_role ? role : has_organisation ? organisation : "");
}

/**
 * quoth_wording_join:
 * @first: (nullable): a word or more
 * @second: (nullable): a word or more
 *
 * Returns: (transfer full): the two with a dot between them, or the one there is
 */
char *
quoth_wording_join (const char *first,
                    const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second)
    return g_strdup_printf ("%s · %s", first, second);

  return g_strdup (has_first ? first : has_second ? second : "");
}

const char *
quoth_wording_get_kind (QuothQuoteKind kind)
{
  switch (kind)
    {
    case QUOTH_QUOTE_DIRECT:
      return _("Direct quotation");

    case QUOTH_QUOTE_MIXED:
      return _("Partly direct quotation");

    case QUOTH_QUOTE_INDIRECT:
      return _("Reported statement");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
quoth_wording_get_state (QuothState state)
{
  switch (state)
    {
    case QUOTH_STATE_FOUND:
      return "";

    case QUOTH_STATE_CONFIRMED:
      return _("Confirmed");

    case QUOTH_STATE_CORRECTED:
      return _("Corrected");

    case QUOTH_STATE_REJECTED:
      return _("Rejected");

    default:
      g_return_val_if_reached ("");
    }
}

/**
 * quoth_wording_get_speaker_confidence:
 *
 * Returns: how sure it is that this is who said it
 */
const char *
quoth_wording_get_speaker_confidence (double confidence)
{
  if (confidence >= QUOTH_CONFIDENCE_CERTAIN)
    return C_("speaker", "Certain");

  return confidence >= QUOTH_CONFIDENCE_LIKELY ? C_("speaker", "Likely") : C_("speaker", "Unsure");
}

/**
 * quoth_wording_get_quote_confidence:
 *
 * Returns: how sure it is that this was said, and by whom the words of the article say
 */
const char *
quoth_wording_get_quote_confidence (double confidence)
{
  if (confidence >= QUOTH_CONFIDENCE_CERTAIN)
    return C_("quotation", "Certain");

  return confidence >= QUOTH_CONFIDENCE_LIKELY ? C_("quotation", "Likely")
                                               : C_("quotation", "Unsure");
}
