#include "config.h"

#include "quoth-reader.h"

#include <glib/gi18n-lib.h>

static gboolean
sniff_html (const QuothReading *reading)
{
  return g_regex_match_simple ("\\A(?:<\\?xml[^>]*>|<!--.*?-->|\\s)*<(?:!doctype\\s+html|html|head|body|title|meta|link|"
                               "script|article|main|section|div|p|h[1-6]|table|br|font|center|span|a|b|i|em|strong|img)\\b",
                               reading->head, G_REGEX_CASELESS | G_REGEX_DOTALL, 0)
         || g_regex_match_simple ("<(?:html|!doctype\\s+html|body)\\b", reading->head, G_REGEX_CASELESS, 0);
}

static GPtrArray *
read_html (const QuothReading  *reading G_GNUC_UNUSED,
           GError             **error)
{
  g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED, _("Web pages are not read yet."));
  return NULL;
}

const QuothReader quoth_html_reader = {
  .name = "html",
  .media_type = "text/html",
  .sniff = sniff_html,
  .read = read_html,
};
