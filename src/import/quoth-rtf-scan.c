#include "quoth-rtf-scan.h"

#include "quoth-decode.h"

#include <string.h>

/* The signs of an RTF file, one after the other, and the code pages its bytes are in */

/* Reads "\word-12 "; the space belongs to it. */
static void
read_word (QuothRtfScan  *self,
           QuothRtfToken *token)
{
  gsize length = 0;
  gboolean is_negative;
  gint64 number = 0;

  for (; self->p < self->end && g_ascii_isalpha (*self->p); self->p++)
    if (length + 1 < sizeof token->word)
      token->word[length++] = (char) *self->p;
  token->word[length] = '\0';
  is_negative = self->end - self->p > 1 && *self->p == '-' && g_ascii_isdigit (self->p[1]);
  self->p += is_negative;
  token->has_number = self->p < self->end && g_ascii_isdigit (*self->p);
  for (; self->p < self->end && g_ascii_isdigit (*self->p); self->p++)
    number = MIN (number * 10 + g_ascii_digit_value ((char) *self->p), G_MAXINT32);
  token->number = token->has_number ? (int) (is_negative ? -number : number) : 1;
  if (self->p < self->end && *self->p == ' ')
    self->p++;
  token->kind = QUOTH_RTF_WORD;
  /* Its bytes are none of the text's. */
  if (strcmp (token->word, "bin") == 0 && token->has_number && token->number > 0)
    self->p += MIN (token->number, self->end - self->p);
}

static void
read_hex (QuothRtfScan  *self,
          QuothRtfToken *token)
{
  self->p++;
  token->kind = QUOTH_RTF_SYMBOL;
  token->byte = '\'';
  if (self->end - self->p < 2 || !g_ascii_isxdigit (self->p[0]) || !g_ascii_isxdigit (self->p[1]))
    return;
  token->kind = QUOTH_RTF_BYTE;
  token->byte = (guint8) (g_ascii_xdigit_value ((char) self->p[0]) * 16
                          + g_ascii_xdigit_value ((char) self->p[1]));
  self->p += 2;
}

static void
read_control (QuothRtfScan  *self,
              QuothRtfToken *token)
{
  if (self->p == self->end)
    token->kind = QUOTH_RTF_END;
  else if (g_ascii_isalpha (*self->p))
    read_word (self, token);
  else if (*self->p == '\'')
    read_hex (self, token);
  else
    {
      token->byte = *self->p++;
      if (token->byte == '*')
        token->kind = QUOTH_RTF_STAR;
      else if (strchr ("\\{}", token->byte) != NULL && token->byte != '\0')
        token->kind = QUOTH_RTF_BYTE;
      else
        token->kind = QUOTH_RTF_SYMBOL;
    }
}

/**
 * quoth_rtf_scan_next:
 *
 * Reads one token. Line breaks mean nothing between others.
 */
void
quoth_rtf_scan_next (QuothRtfScan  *self,
                     QuothRtfToken *token)
{
  while (self->p < self->end && (*self->p == '\r' || *self->p == '\n' || *self->p == '\0'))
    self->p++;
  token->kind = QUOTH_RTF_END;
  if (self->p == self->end)
    return;
  token->byte = *self->p++;
  switch (token->byte)
    {
    case '{':
      token->kind = QUOTH_RTF_BEGIN_GROUP;
      break;
    case '}':
      token->kind = QUOTH_RTF_END_GROUP;
      break;
    case '\\':
      read_control (self, token);
      break;
    default:
      token->kind = QUOTH_RTF_BYTE;
    }
}

static const struct {
  int         page;
  int         font;   /* what \fcharset calls it, or -1 */
  const char *name;
} charsets[] = {
  { 437, 254, "CP437" }, { 850, 255, "CP850" }, { 874, 222, "CP874" }, { 932, 128, "CP932" },
  { 936, 134, "CP936" },
  { 949, 129, "CP949" }, { 950, 136, "BIG5" }, { 1250, 238, "CP1250" }, { 1251, 204, "CP1251" },
  { 1252, -1, "CP1252" },
  { 1253, 161, "CP1253" }, { 1254, 162, "CP1254" }, { 1255, 177, "CP1255" },
  { 1256, 178, "CP1256" },
  { 1257, 186, "CP1257" }, { 1258, 163, "CP1258" }, { 10000, 77, "MACINTOSH" },
  { 65001, -1, "UTF-8" },
};

/**
 * quoth_rtf_charset_from_page:
 *
 * Returns: (transfer none) (nullable): the charset that Windows knows by this number
 */
const char *
quoth_rtf_charset_from_page (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].page == number)
      return charsets[i].name;
  return NULL;
}

/**
 * quoth_rtf_charset_from_font:
 *
 * Returns: (transfer none) (nullable): the charset of a font of this kind; %NULL for the document's
 */
const char *
quoth_rtf_charset_from_font (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].font == number && number >= 0)
      return charsets[i].name;
  return NULL;
}

/* What each byte of a charset is, for those that have one byte a letter */
static const gunichar *
get_letters (const char *charset)
{
  static gunichar letters[G_N_ELEMENTS (charsets)][256];
  static gsize are_made[G_N_ELEMENTS (charsets)];
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (charsets) && !g_str_equal (charsets[i].name, charset))
    i++;
  if (g_once_init_enter (&are_made[i]))
    {
      for (guint byte = 0; byte < 256; byte++)
        {
          char c = (char) byte;
          /* Without an error there is nothing to tell: the byte is read otherwise then. */
          g_autofree char *text = g_convert (&c, 1, "UTF-8", charset, NULL, NULL, NULL);

          letters[i][byte] = text != NULL && *text != '\0'
                               ? g_utf8_get_char (text)
                               : quoth_decode_windows_1252_char ((guint8) byte);
        }
      g_once_init_leave (&are_made[i], 1);
    }
  return letters[i];
}

static gboolean
has_long_letters (const char *charset)
{
  static const char *const names[] = { "CP932", "CP936", "CP949", "BIG5", "UTF-8", NULL };

  return g_strv_contains (names, charset);
}

/**
 * quoth_rtf_charset_decode:
 * @charset: as one of the functions above called it
 *
 * Returns: (transfer full): the bytes as UTF-8; those that mean nothing in @charset are read as
 * Windows' Western ones
 */
char *
quoth_rtf_charset_decode (const char   *charset,
                          const guint8 *data,
                          gsize         length)
{
  GString *text;
  const gunichar *letters;

  if (has_long_letters (charset))
    {
      /* Without an error there is nothing to tell: the bytes are read otherwise then. */
      char *converted = g_convert ((const char *) data, (gssize) length, "UTF-8", charset, NULL,
                                   NULL, NULL);

      return converted != NULL ? converted : quoth_decode_windows_1252 (data, length);
    }
  letters = get_letters (charset);
  text = g_string_sized_new (length + 8);
  for (gsize i = 0; i < length; i++)
    if (data[i] < 0x80)
      g_string_append_c (text, (char) data[i]);
    else
      g_string_append_unichar (text, letters[data[i]]);
  return g_string_free (text, FALSE);
}
