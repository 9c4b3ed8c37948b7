#include "quoth-span-list.h"

/**
 * quoth_span_list_to_string:
 * @spans: (element-type QuothSpan)
 *
 * Returns: (transfer full): a JSON array, so that SQL can look into it
 */
char *
quoth_span_list_to_string (GArray *spans)
{
  GString *string = g_string_new ("[");

  for (guint i = 0; i < spans->len; i++)
    {
      QuothSpan span = g_array_index (spans, QuothSpan, i);

      g_string_append_printf (string, "%s%u,%u", i > 0 ? "," : "", span.start, span.end);
    }
  g_string_append_c (string, ']');

  return g_string_free (string, FALSE);
}

static gboolean
parse_number (const char **p,
              guint32     *number)
{
  char *end = NULL;
  guint64 value;

  if (!g_ascii_isdigit (**p))
    return FALSE;

  value = g_ascii_strtoull (*p, &end, 10);
  *p = end;
  *number = (guint32) value;

  return value <= G_MAXUINT32;
}

/**
 * quoth_span_list_parse:
 * @spans: (element-type QuothSpan): where to add them
 *
 * Returns: FALSE for a string that this file did not write
 */
gboolean
quoth_span_list_parse (const char *string,
                       GArray     *spans)
{
  const char *p = string;

  if (p == NULL || *p++ != '[')
    return FALSE;

  while (*p != ']')
    {
      QuothSpan span;

      if (!parse_number (&p, &span.start) || *p++ != ',' || !parse_number (&p, &span.end))
        return FALSE;
      if (*p == ',')
        p++;
      else if (*p != ']')
        return FALSE;

      g_array_append_val (spans, span);
    }

  return p[1] == '\0';
}
