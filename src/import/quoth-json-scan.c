#include "quoth-json-scan.h"

/**
 * quoth_json_scan:
 *
 * Looks at the brackets and strings of a text before json-glib may see it, whose parser crashes on
 * deep nesting.
 */
QuothJsonScan
quoth_json_scan (const char *json,
                 gsize       length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
          continue;
        }
      if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        {
          if (++depth > QUOTH_JSON_MAX_DEPTH)
            return QUOTH_JSON_SCAN_TOO_DEEP;
        }
      else if ((c == '}' || c == ']') && depth > 0 && --depth == 0)
        {
          for (i++; i < length; i++)
            if (!g_ascii_isspace (json[i]))
              return QUOTH_JSON_SCAN_MORE;
          return QUOTH_JSON_SCAN_WHOLE;
        }
    }
  return QUOTH_JSON_SCAN_CUT;
}
