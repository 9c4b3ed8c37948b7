#include "quoth-html.h"

/**
 * quoth_html_escape:
 *
 * For text between tags and in attributes in double quotes. Not g_markup_escape_text(): its "&apos;" is
 * XML, and old readers of HTML, which many programs paste with, show it as it stands.
 *
 * Returns: (transfer full): @text with nothing in it that HTML takes for itself
 */
char *
quoth_html_escape (const char *text)
{
  GString *escaped;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (escaped, "&amp;");
        break;
      case '<':
        g_string_append (escaped, "&lt;");
        break;
      case '>':
        g_string_append (escaped, "&gt;");
        break;
      case '"':
        g_string_append (escaped, "&quot;");
        break;
      default:
        g_string_append_c (escaped, *p);
      }

  return g_string_free (escaped, FALSE);
}
