#include "quoth-doi.h"

#include <string.h>

/**
 * quoth_doi_find:
 * @text: (nullable): what stands where a digital object identifier is expected: the identifier
 *   alone, with "doi:" before it, or as an address
 *
 * Finds "10.", a number for who registered it, a slash, and what follows up to a blank (ISO 26324).
 *
 * Returns: (transfer full) (nullable): the identifier alone
 */
char *
quoth_doi_find (const char *text)
{
  const char *start = text != NULL ? strstr (text, "10.") : NULL;
  const char *p;
  gsize length;

  if (start == NULL)
    return NULL;
  p = start + strlen ("10.");
  if (!g_ascii_isdigit (*p))
    return NULL;
  while (g_ascii_isdigit (*p) || *p == '.')
    p++;
  length = strcspn (start, " \t\r\n");
  if (*p != '/' || length <= (gsize) (p + 1 - start))
    return NULL;

  return g_strndup (start, length);
}
