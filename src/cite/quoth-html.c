#include "quoth-html.h"

#include <string.h>

/**
 * quoth_html_escape:
 *
 * For text between tags and in attributes in double quotes. Not g_markup_escape_text(): its
 * "&apos;" is XML, and old readers of HTML, which many programs paste with, show it as it stands.
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

/* "&#38;" and the few that have names; anything else stays as it is. */
static const char *
append_reference (GString    *plain,
                  const char *reference)
{
  static const struct
  {
    const char *name;
    char        character;
  } named[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
  };

  if (reference[1] == '#')
    {
      char *end;
      gboolean hex = reference[2] == 'x' || reference[2] == 'X';
      guint64 c = g_ascii_strtoull (reference + (hex ? 3 : 2), &end, hex ? 16 : 10);

      if (*end == ';' && c > 0 && c <= 0x10FFFF && g_unichar_validate (c))
        {
          g_string_append_unichar (plain, c);
          return end + 1;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_has_prefix (reference, named[i].name))
      {
        g_string_append_c (plain, named[i].character);
        return reference + strlen (named[i].name);
      }
  g_string_append_c (plain, '&');

  return reference + 1;
}

/**
 * quoth_html_dup_plain:
 * @html: a fragment whose text has no bare "<"
 *
 * Returns: (transfer full): its text, without tags
 */
char *
quoth_html_dup_plain (const char *html)
{
  GString *plain;
  const char *p = html;

  g_return_val_if_fail (html != NULL, NULL);

  plain = g_string_new (NULL);
  while (*p != '\0')
    if (*p == '<')
      {
        const char *end = strchr (p, '>');

        p = end != NULL ? end + 1 : p + strlen (p);
      }
    else if (*p == '&')
      p = append_reference (plain, p);
    else
      g_string_append_c (plain, *p++);

  return g_string_free (plain, FALSE);
}
