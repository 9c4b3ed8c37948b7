#include "quoth-reference.h"

#include <string.h>

#include "quoth-decode.h"

/* How far into a file JabRef's header is looked for */
#define HEADER_WINDOW 1024

/* Characters that are enough to tell Chinese text */
#define MIN_PAIRS 3

/* "% Encoding: UTF-8", as JabRef writes it, or NULL */
static char *
dup_header_charset (const guint8 *data,
                    gsize         length)
{
  g_autofree char *head = g_strndup ((const char *) data, MIN (length, HEADER_WINDOW));
  const char *header = strstr (head, "Encoding:");
  gsize n;

  if (header == NULL || (header > head && strchr ("% \t", header[-1]) == NULL))
    return NULL;
  header += strlen ("Encoding:");
  header += strspn (header, " \t");
  n = strspn (header, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
  return n > 0 ? g_strndup (header, n) : NULL;
}

/* In text of a Western character set bytes beyond ASCII mostly stand alone; in GBK they come in
 * pairs whose values are bounded. */
static gboolean
looks_gbk (const guint8 *data,
           gsize         length)
{
  gsize n_pairs = 0;
  gsize n_odd = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] < 0x80)
        continue;
      if (i + 1 < length && data[i] >= 0xa1 && data[i] <= 0xf7 && data[i + 1] >= 0xa1
          && data[i + 1] != 0xff)
        {
          n_pairs++;
          i++;
        }
      else
        n_odd++;
    }
  return n_pairs >= MIN_PAIRS && n_odd * 20 < n_pairs;
}

/**
 * quoth_reference_dup_text:
 * @length: (out) (optional)
 *
 * Decodes a file of references, by the character set that it declares as JabRef does, or by what it
 * looks like.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
quoth_reference_dup_text (const QuothReading *reading,
                          gsize              *length)
{
  g_autofree char *declared = dup_header_charset (reading->data, reading->length);

  if ((declared == NULL || g_ascii_strcasecmp (declared, "US-ASCII") == 0)
      && !g_utf8_validate ((const char *) reading->data, reading->length, NULL)
      && looks_gbk (reading->data, reading->length))
    {
      g_free (declared);
      declared = g_strdup ("gbk");
    }
  return quoth_decode (reading->data, reading->length, declared, reading->notes, length);
}
