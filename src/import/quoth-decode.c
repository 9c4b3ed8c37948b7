#include "config.h"

#include "quoth-decode.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* How far into a page a declaration is looked for: the standard says 1,024 bytes, real pages need
 * more */
#define DECLARATION_WINDOW 16384

/* Labels that mean another character set than they say, as browsers read them */
static const struct {
  const char *label;
  const char *charset;
} charset_aliases[] = {
  { "ascii", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "iso-8859-1", "windows-1252" },
  { "iso8859-1", "windows-1252" },
  { "iso_8859-1", "windows-1252" },
  { "latin-1", "windows-1252" },
  { "latin1", "windows-1252" },
  { "l1", "windows-1252" },
  { "cp1252", "windows-1252" },
  { "cp-1252", "windows-1252" },
  { "x-cp1252", "windows-1252" },
  { "ansi", "windows-1252" },
  { "macintosh", "MACINTOSH" },
  { "x-mac-roman", "MACINTOSH" },
  { "utf8", "utf-8" },
  { "unicode-1-1-utf-8", "utf-8" },
  /* a declaration that can be read as ASCII is not in UTF-16 */
  { "utf-16", "utf-8" },
  { "utf-16le", "utf-8" },
  { "utf-16be", "utf-8" },
  { "unicode", "utf-8" },
  { "iso-8859-9", "windows-1254" },
  { "latin5", "windows-1254" },
  { "iso-8859-11", "windows-874" },
  { "tis-620", "windows-874" },
  { "gb2312", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "x-gbk", "GB18030" },
  { "gbk", "GB18030" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "x-sjis", "CP932" },
  { "sjis", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "big5", "BIG5-HKSCS" },
};

/* What windows-1252 has where latin-1 has control characters; 0 for the five it leaves out */
static const gunichar windows_1252_high[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/**
 * quoth_decode_windows_1252_char:
 *
 * Returns: the character that @byte stands for in windows-1252; latin-1's where that has none
 */
gunichar
quoth_decode_windows_1252_char (guint8 byte)
{
  if (byte >= 0x80 && byte < 0xa0 && windows_1252_high[byte - 0x80] != 0)
    return windows_1252_high[byte - 0x80];
  return byte;
}

/**
 * quoth_decode_windows_1252:
 *
 * Returns: (transfer full): the bytes read as windows-1252, which any bytes can be
 */
char *
quoth_decode_windows_1252 (const guint8 *data,
                           gsize         length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == 0)
        continue;
      if (data[i] < 0x80)
        g_string_append_c (text, (char) data[i]);
      else
        g_string_append_unichar (text, quoth_decode_windows_1252_char (data[i]));
    }
  return g_string_free (text, FALSE);
}

/* Counts the characters beyond ASCII that are valid UTF-8 and the bytes that are not. */
static void
count_utf8 (const guint8 *data,
            gsize         length,
            gsize        *n_valid,
            gsize        *n_invalid)
{
  const guint8 *p = data;
  const guint8 *end = data + length;

  *n_valid = *n_invalid = 0;
  while (p < end)
    {
      gunichar c;

      if (*p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated ((const char *) p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          (*n_invalid)++;
          p++;
          continue;
        }
      (*n_valid)++;
      p += g_unichar_to_utf8 (c, NULL);
    }
}

/* Copies UTF-8, without NULs, a replacement character standing for each run of bytes that is
 * none. */
static char *
copy_utf8 (const guint8 *data,
           gsize         length)
{
  GString *text = g_string_sized_new (length);
  const char *p = (const char *) data;
  const char *end = p + length;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate (p, end - p, &stop);
      g_string_append_len (text, p, stop - p);
      if (stop == end)
        break;
      p = stop;
      if (*p == '\0')
        {
          p++;
          continue;
        }
      g_string_append (text, REPLACEMENT);
      for (p++; p < end && ((guint8) *p & 0xc0) == 0x80; p++)
        ;
    }
  return g_string_free (text, FALSE);
}

static void
drop_nuls (GString *text)
{
  gsize kept = 0;

  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] != '\0')
      text->str[kept++] = text->str[i];
  g_string_truncate (text, kept);
}

/* Converts from any character set that iconv knows, replacing what is invalid in it; NULL if it is
 * unknown. */
static char *
convert (const guint8 *data,
         gsize         length,
         const char   *charset)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  GString *text;
  char *in = (char *) data;
  gsize in_left = length;

  if (converter == (GIConv) -1)
    return NULL;

  text = g_string_sized_new (length + length / 4);
  while (in_left > 0)
    {
      char buffer[8192];
      char *out = buffer;
      gsize out_left = sizeof buffer;
      gsize done = g_iconv (converter, &in, &in_left, &out, &out_left);
      int reason = done == (gsize) -1 ? errno : 0;

      g_string_append_len (text, buffer, out - buffer);
      if (reason == EILSEQ || (reason == EINVAL && in_left > 0))
        {
          g_string_append (text, REPLACEMENT);
          in++;
          in_left--;
        }
    }
  g_iconv_close (converter);
  drop_nuls (text);
  return g_string_free (text, FALSE);
}

/* Finds UTF-16 that has no byte-order mark: NULs at every other byte and hardly any between. */
static const char *
guess_utf16 (const guint8 *data,
             gsize         length)
{
  gsize n = MIN (length, 4096) & ~(gsize) 1;
  gsize even = 0;
  gsize odd = 0;

  if (n < 8)
    return NULL;
  for (gsize i = 0; i < n; i += 2)
    {
      even += data[i] == 0;
      odd += data[i + 1] == 0;
    }
  if (odd > n / 5 && even < n / 40)
    return "UTF-16LE";
  if (even > n / 5 && odd < n / 40)
    return "UTF-16BE";
  return NULL;
}

static const char *
find_mark (const guint8 *data,
           gsize         length,
           gsize        *mark_length)
{
  static const struct {
    const char *mark;
    gsize       length;
    const char *charset;
  } marks[] = {
    { "\xff\xfe\0\0", 4, "UTF-32LE" },
    { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xef\xbb\xbf", 3, "utf-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        *mark_length = marks[i].length;
        return marks[i].charset;
      }
  *mark_length = 0;
  return NULL;
}

static const char *
resolve_alias (const char *label)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charset_aliases); i++)
    if (g_ascii_strcasecmp (label, charset_aliases[i].label) == 0)
      return charset_aliases[i].charset;
  return label;
}

/* Reads bytes that have no mark and are not UTF-16 by what was declared and by what they are. */
static char *
decode_unmarked (const guint8 *data,
                 gsize         length,
                 const char   *declared,
                 GPtrArray    *notes)
{
  const char *charset = declared != NULL ? resolve_alias (declared) : "utf-8";
  gsize n_valid, n_invalid;
  char *text;

  count_utf8 (data, length, &n_valid, &n_invalid);
  if (g_ascii_strcasecmp (charset, "utf-8") != 0)
    {
      /* Text in another character set is hardly ever valid UTF-8, so what is valid was declared
       * wrongly. */
      if (n_invalid == 0 && n_valid > 2)
        return copy_utf8 (data, length);
      if (g_ascii_strcasecmp (charset, "windows-1252") == 0)
        return quoth_decode_windows_1252 (data, length);
      text = convert (data, length, charset);
      if (text != NULL)
        return text;
      if (notes != NULL)
        g_ptr_array_add (notes, g_strdup_printf (_("The character set “%s” is not known; another one was guessed."),
                                                 declared));
    }
  if (n_invalid <= n_valid)
    return copy_utf8 (data, length);
  return quoth_decode_windows_1252 (data, length);
}

/**
 * quoth_decode:
 * @declared: (nullable): the label of a character set, as a page or server gave it
 * @notes: (nullable) (element-type utf8): takes a sentence where a label is not known
 * @decoded_length: (out) (optional): bytes of the result
 *
 * Decodes a text by its byte-order mark, the pattern of UTF-16, @declared, or what it looks like;
 * windows-1252 stands in for latin-1, as in browsers. The mark and NUL characters are dropped.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
quoth_decode (const guint8 *data,
              gsize         length,
              const char   *declared,
              GPtrArray    *notes,
              gsize        *decoded_length)
{
  gsize mark_length;
  const char *charset = find_mark (data, length, &mark_length);
  char *text = NULL;

  if (charset == NULL)
    charset = guess_utf16 (data, length);
  if (charset == NULL)
    text = decode_unmarked (data, length, declared, notes);
  else if (g_str_equal (charset, "utf-8"))
    text = decode_unmarked (data + mark_length, length - mark_length, NULL, notes);
  else
    text = convert (data + mark_length, length - mark_length, charset);

  if (text == NULL)
    text = copy_utf8 (data, length);
  if (decoded_length != NULL)
    *decoded_length = strlen (text);
  return text;
}

static char *
dup_label (const char *p,
           const char *end)
{
  const char *start;

  while (p < end && (g_ascii_isspace (*p) || *p == '"' || *p == '\'' || *p == '\\'))
    p++;
  for (start = p; p < end && (g_ascii_isalnum (*p) || strchr ("-_:.", *p) != NULL) && *p != '\0';
       p++)
    ;
  return p > start && p - start < 40 ? g_strndup (start, p - start) : NULL;
}

/**
 * quoth_decode_dup_declared:
 *
 * Returns: (transfer full) (nullable): the label of the character set that a page's `<meta>` or an
 *   XML declaration names
 */
char *
quoth_decode_dup_declared (const guint8 *data,
                           gsize         length)
{
  g_autofree char *head = g_ascii_strdown ((const char *) data, MIN (length, DECLARATION_WINDOW));
  const char *end = head + strlen (head);

  if (g_str_has_prefix (head, "<?xml"))
    {
      const char *close = strstr (head, "?>");
      const char *name = g_strstr_len (head, close != NULL ? close - head : -1, "encoding");
      const char *equals = name != NULL ? strchr (name, '=') : NULL;

      if (equals != NULL)
        return dup_label (equals + 1, end);
    }

  for (const char *meta = strstr (head, "<meta"); meta != NULL; meta = strstr (meta + 5, "<meta"))
    {
      const char *close = strchr (meta, '>');
      const char *name = g_strstr_len (meta, close != NULL ? close - meta : -1, "charset");

      if (name == NULL)
        continue;
      for (name += strlen ("charset"); g_ascii_isspace (*name); name++)
        ;
      if (*name == '=')
        return dup_label (name + 1, end);
    }
  return NULL;
}
