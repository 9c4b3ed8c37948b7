#include "quoth-outer-marks.h"

#include <string.h>

/* As the terms "open-quote" and "close-quote" of CSL's locales have them; the first that @locale
 * begins with. */
static const struct
{
  const char *locale;
  const char *open;
  const char *close;
} marks[] = {
  { "en-US", "“", "”" },
  { "en", "‘", "’" },
  { "cy", "‘", "’" },
  { "nl", "‘", "’" },
  { "el", "‘", "’" },
  { "la", "‘", "’" },
  { "de-CH", "«", "»" },
  { "de", "„", "“" },
  { "bg", "„", "“" },
  { "cs", "„", "“" },
  { "et", "„", "“" },
  { "hr", "„", "“" },
  { "is", "„", "“" },
  { "lt", "„", "“" },
  { "sl", "„", "“" },
  { "sr", "„", "“" },
  { "hu", "„", "”" },
  { "pl", "„", "”" },
  { "ro", "„", "”" },
  { "fi", "”", "”" },
  { "sv", "”", "”" },
  { "fr", "«\u00a0", "\u00a0»" },
  { "es-CL", "“", "”" },
  { "es-MX", "“", "”" },
  { "es", "«", "»" },
  { "ca", "«", "»" },
  { "eu", "«", "»" },
  { "it", "«", "»" },
  { "mn", "«", "»" },
  { "nb", "«", "»" },
  { "nn", "«", "»" },
  { "pt-PT", "«", "»" },
  { "ru", "«", "»" },
  { "uk", "«", "»" },
  { "ja", "「", "」" },
  { "zh-TW", "「", "」" },
  { "zh", "《", "》" },
};

void
quoth_outer_marks_find (const char  *locale,
                        const char **open,
                        const char **close)
{
  g_return_if_fail (open != NULL && close != NULL);

  *open = locale != NULL ? "“" : "‘";
  *close = locale != NULL ? "”" : "’";
  for (guint i = 0; locale != NULL && i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (locale, marks[i].locale, strlen (marks[i].locale)) == 0)
      {
        *open = marks[i].open;
        *close = marks[i].close;
        return;
      }
}
