#include "quoth-html-saved.h"

#include "quoth-date.h"

#include <string.h>

/* The address and the date that browsers and programs write into a page when they save it */

/* They stand at the page's beginning */
#define SCANNED_BYTES 16384

static const char *const patterns[] = {
  /* SingleFile */
  "<!--\\s+Page saved with SingleFile\\s+url:\\s*(?<address>\\S+)\\s+saved date:\\s*(?<date>[^\\n]+?)\\s*(?:\\n|-->)",
  /* Chrome, Edge, Internet Explorer: the length of the address stands before it */
  "<!--\\s+saved from url=\\(\\d{4,}\\)(?<address>\\S+)",
  /* monolith */
  "<!--\\s+Saved from (?<address>\\S+) at (?<date>\\S+) using monolith",
  /* HTTrack */
  "<!--\\s+Mirrored from (?<address>\\S+) by HTTrack [^,\\n]*\\], (?<date>[^\\n]+?) -->",
  /* WebScrapBook */
  "<html\\b[^>]*\\bdata-scrapbook-source=\"(?<address>[^\"]+)\"[^>]*\\bdata-scrapbook-create=\"(?<date>\\d{8})",
  /* Save Page WE */
  "<meta name=\"savepage-url\" content=\"(?<address>[^\"]+)\"",
  "<meta name=\"savepage-date\" content=\"(?<date>[^\"]+)\"",
};

void
quoth_html_saved_clear (QuothHtmlSaved *self)
{
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->saved, g_free);
}

/* The address with what makes it one, and without its fragment */
static char *
dup_address (const char *written)
{
  g_autofree char *address = g_strndup (written, strcspn (written, "#"));

  if (strstr (address, "://") != NULL)
    return g_steal_pointer (&address);
  return g_strconcat ("http://", address, NULL);
}

static char *
dup_date (const char *written)
{
  g_autofree char *dashed = NULL;

  if (strlen (written) != 8 || strspn (written, "0123456789") != 8)
    return quoth_date_parse (written);
  dashed = g_strdup_printf ("%.4s-%.2s-%.2s", written, written + 4, written + 6);
  return quoth_date_parse (dashed);
}

/**
 * quoth_html_saved_scan:
 * @html: the page, decoded
 *
 * Finds in the page where and when it was saved, if that is not known.
 */
void
quoth_html_saved_scan (QuothHtmlSaved *self,
                       const char     *html)
{
  gsize length = strlen (html);
  g_autofree char *head = g_utf8_make_valid (html, MIN (length, SCANNED_BYTES));

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_DUPNAMES, 0,
                                             NULL);
      g_autoptr(GMatchInfo) match = NULL;
      g_autofree char *address = NULL;
      g_autofree char *date = NULL;

      if (!g_regex_match (regex, head, 0, &match))
        continue;
      address = g_match_info_fetch_named (match, "address");
      date = g_match_info_fetch_named (match, "date");
      if (self->address == NULL && address != NULL && *address != '\0')
        self->address = dup_address (address);
      if (self->saved == NULL && date != NULL)
        self->saved = dup_date (date);
    }
}
