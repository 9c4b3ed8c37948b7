#include "quoth-cli-csv.h"

#include <string.h>

/**
 * quoth_csv_append:
 * @row: rows as they grow
 * @value: (nullable): the next field of the last row
 */
void
quoth_csv_append (GString    *row,
                  const char *value)
{
  gboolean quoted;

  g_return_if_fail (row != NULL);

  if (row->len > 0 && row->str[row->len - 1] != '\n')
    g_string_append_c (row, ',');
  if (value == NULL)
    value = "";

  /* An empty first field is written in marks: else the row would look as if it had not begun. */
  quoted = *value == '\0' || strpbrk (value, ",\"\r\n") != NULL;
  if (!quoted)
    {
      g_string_append (row, value);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

void
quoth_csv_end (GString *row)
{
  g_return_if_fail (row != NULL);

  g_string_append (row, "\r\n");
}
