#include "config.h"

#include "quoth-html-source.h"

#include "quoth-decode.h"
#include "quoth-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * libxml2 parses HTML 4, and some pages are written to hurt. So a page is read into tags and texts
 * first, as HTML 5 lays down, and written out again with what no article needs left out: comments,
 * scripts, styles and most attributes. What the parser gets is plain, and of bounded size.
 */

#define MAX_TAGS 1500000
#define MAX_ATTRIBUTES 1000

/* Elements whose content is not markup and not the article's */
static const char *const raw_elements[] = { "script",   "style",    "iframe", "noembed",
                                            "noframes", "textarea", "xmp",    NULL };

static const char *const void_elements[] = { "area",  "base",   "br",    "col",  "embed",
                                             "hr",    "img",    "input", "link", "meta",
                                             "param", "source", "track", "wbr",  NULL };

/* All that anything here asks for */
static const char *const kept_attributes[] = {
  "aria-hidden", "aria-label", "aria-modal", "class", "content", "data-component", "data-qa",
  "data-testid", "datetime",
  "hidden", "href", "http-equiv", "id", "itemprop", "itemscope", "itemtype", "lang", "name",
  "property", "rel", "role",
  "style", "title", "type", "xml:lang", NULL,
};

/* Entities that may lack their semicolon, longest first where one begins with another */
static const char *const bare_entities[] = {
  "nbsp", "quot", "amp", "lt", "gt", "copy", "reg", "pound", "yen", "cent", "sect", "laquo",
  "raquo", "middot", "deg",
  "eacute", "egrave", "agrave", "aacute", "ouml", "uuml", "auml", "szlig", "ccedil", "ntilde",
  "oacute", "iacute", "uacute",
  "ecirc", "acirc", "ocirc", "aring", "aelig", "oslash", "Eacute", "Ouml", "Uuml", "Auml", "frac12",
  "frac14", "times",
  "shy", "iexcl", "iquest",
};

typedef struct
{
  const char *p;
  GString    *out;
  GPtrArray  *records;
  guint       n_tags;
  gboolean    lacks_comment_end;  /* looked for in vain once */
} Scan;

static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
         || (c >= 0x7f && c < 0xa0 && c != 0x85) || c == 0xad || c == 0x200b || c == 0x2060
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff
         || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static void
append_escaped (GString  *out,
                gunichar  c)
{
  if (is_dropped (c))
    return;
  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    default:
      g_string_append_unichar (out, c);
    }
}

/* Reads "&#8217;" and "&#x2019;"; what windows-1252 has for a number that stands for nothing is
 * meant. */
static const char *
read_number (const char *p,
             gunichar   *c)
{
  gboolean is_hex = g_ascii_tolower (p[2]) == 'x';
  const char *digits = p + (is_hex ? 3 : 2);
  const char *end = digits;
  guint64 value = 0;

  for (; is_hex ? g_ascii_isxdigit (*end) : g_ascii_isdigit (*end); end++)
    value = MIN (value * (is_hex ? 16 : 10) + (guint64) g_ascii_xdigit_value (*end), G_MAXUINT32);
  if (end == digits)
    return NULL;
  if (value >= 0x80 && value < 0xa0)
    *c = quoth_decode_windows_1252_char ((guint8) value);
  else
    *c = value < 0x110000 && g_unichar_validate ((gunichar) value) ? (gunichar) value : 0xfffd;
  return *end == ';' ? end + 1 : end;
}

/* Reads the reference at @p; NULL where the ampersand is only that. */
static const char *
read_reference (const char *p,
                gunichar   *first,
                gunichar   *second)
{
  gsize length;

  *second = 0;
  if (p[1] == '#')
    return read_number (p, first);
  for (length = 0; g_ascii_isalnum (p[1 + length]) && length < 40; length++)
    ;
  if (length == 0)
    return NULL;
  if (p[1 + length] == ';' && (*first = quoth_html_entity_find (p + 1, length, second)) != 0)
    return p + length + 2;
  for (gsize i = 0; i < G_N_ELEMENTS (bare_entities); i++)
    {
      gsize n = strlen (bare_entities[i]);

      if (n <= length && strncmp (p + 1, bare_entities[i], n) == 0 && !g_ascii_isalpha (p[1 + n])
          && p[1 + n] != '=')
        {
          *first = quoth_html_entity_find (bare_entities[i], n, second);
          return p + 1 + n;
        }
    }
  return NULL;
}

/* Whether a byte is a character that is written as it is */
static inline gboolean
is_plain (char c)
{
  return (c >= ' ' || c == '\n') && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"';
}

/* Copies text up to @end, its references resolved. */
static void
copy_text (GString    *out,
           const char *p,
           const char *end)
{
  while (p < end)
    {
      gunichar first, second;
      const char *plain = p;
      const char *after;

      while (p < end && is_plain (*p))
        p++;
      g_string_append_len (out, plain, p - plain);
      if (p == end)
        break;
      after = *p == '&' ? read_reference (p, &first, &second) : NULL;
      if (after != NULL && after <= end)
        {
          append_escaped (out, first);
          if (second != 0)
            append_escaped (out, second);
          p = after;
          continue;
        }
      append_escaped (out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
}

static gboolean
is_listed (const char *const *list,
           const char        *name,
           gsize              length)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (g_ascii_strncasecmp (list[i], name, length) == 0 && list[i][length] == '\0')
      return TRUE;
  return FALSE;
}

/* Goes past one attribute's name and value, and copies it if it is of those kept. */
static const char *
read_attribute (Scan       *scan,
                const char *p)
{
  const char *name = p;
  gsize name_length = strcspn (p + 1, " \t\r\n\f/>=") + 1;
  const char *value = "";
  const char *value_end = value;

  p += name_length;
  p += strspn (p, " \t\r\n\f");
  if (*p == '=')
    {
      p++;
      p += strspn (p, " \t\r\n\f");
      value = p;
      if (*p == '"' || *p == '\'')
        {
          value_end = strchr (p + 1, *p);
          if (value_end != NULL)
            {
              value = p + 1;
              p = value_end + 1;
            }
          else
            {
              value_end = p + strcspn (p, ">");
              p = value_end;
            }
        }
      else
        {
          value_end = p + strcspn (p, " \t\r\n\f>");
          p = value_end;
        }
    }
  if (is_listed (kept_attributes, name, name_length))
    {
      g_string_append_c (scan->out, ' ');
      for (gsize i = 0; i < name_length; i++)
        g_string_append_c (scan->out, g_ascii_tolower (name[i]));
      g_string_append (scan->out, "=\"");
      copy_text (scan->out, value, value_end);
      g_string_append_c (scan->out, '"');
    }
  return p;
}

/* Keeps the content of a JSON-LD script; drops other raw content. */
static void
skip_raw (Scan       *scan,
          const char *name,
          gsize       name_length,
          gboolean    is_record)
{
  const char *end = scan->p;

  for (;;)
    {
      end = strstr (end, "</");
      if (end == NULL)
        {
          end = scan->p + strlen (scan->p);
          break;
        }
      if (g_ascii_strncasecmp (end + 2, name, name_length) == 0
          && !g_ascii_isalnum (end[2 + name_length]))
        break;
      end += 2;
    }
  if (is_record && scan->records != NULL)
    g_ptr_array_add (scan->records, g_strndup (scan->p, end - scan->p));
  scan->p = end;
}

static gboolean
read_start_tag (Scan    *scan,
                GError **error)
{
  const char *name = scan->p + 1;
  gsize name_length = strcspn (name, " \t\r\n\f/>");
  gsize tag_start = scan->out->len;
  const char *p = name + name_length;
  gboolean is_raw = is_listed (raw_elements, name, name_length);
  gboolean is_record;
  guint n_attributes = 0;

  g_string_append_c (scan->out, '<');
  for (gsize i = 0; i < name_length; i++)
    g_string_append_c (scan->out, g_ascii_isalnum (name[i]) ? g_ascii_tolower (name[i]) : '-');
  for (;;)
    {
      p += strspn (p, " \t\r\n\f/");
      if (*p == '>' || *p == '\0')
        break;
      if (++n_attributes > MAX_ATTRIBUTES)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("A tag of the page has more than %d attributes."), MAX_ATTRIBUTES);
          return FALSE;
        }
      p = read_attribute (scan, p);
    }
  /* libxml2 does not know HTML 5's, and would put the rest of the page into them */
  g_string_append (scan->out, is_listed (void_elements, name, name_length) ? "/>" : ">");
  scan->p = *p == '>' ? p + 1 : p;
  if (is_raw)
    {
      is_record = strstr (scan->out->str + tag_start, "ld+json") != NULL;
      g_string_truncate (scan->out, tag_start);
      skip_raw (scan, name, name_length, is_record);
    }
  return TRUE;
}

/* Goes past what begins with "<!" or "<?"; a comment that is never closed ends at the next ">". */
static void
skip_declaration (Scan *scan)
{
  const char *end = NULL;

  if (g_str_has_prefix (scan->p, "<!--") && !scan->lacks_comment_end)
    {
      end = scan->p[4] == '>' ? scan->p + 2 : strstr (scan->p + 4, "-->");
      if (end != NULL)
        {
          scan->p = end + 3;
          return;
        }
      scan->lacks_comment_end = TRUE;
    }
  end = strchr (scan->p, '>');
  scan->p = end != NULL ? end + 1 : scan->p + strlen (scan->p);
}

static void
read_end_tag (Scan *scan)
{
  const char *name = scan->p + 2;
  gsize length = strcspn (name, " \t\r\n\f/>");

  if (!is_listed (raw_elements, name, length))
    {
      g_string_append (scan->out, "</");
      for (gsize i = 0; i < length; i++)
        g_string_append_c (scan->out, g_ascii_isalnum (name[i]) ? g_ascii_tolower (name[i]) : '-');
      g_string_append_c (scan->out, '>');
    }
  skip_declaration (scan);
}

/**
 * quoth_html_source_prepare:
 * @html: valid UTF-8
 * @records: (nullable) (element-type utf8): takes the JSON-LD scripts
 *
 * Returns: (transfer full) (nullable): the page in a form that libxml2 reads as browsers do; %NULL
 *   with
 *   @error set where it is beyond a limit
 */
char *
quoth_html_source_prepare (const char  *html,
                           GPtrArray   *records,
                           GError     **error)
{
  Scan scan = { .p = html, .out = g_string_sized_new (strlen (html) / 2), .records = records };

  while (*scan.p != '\0')
    {
      gsize length = strcspn (scan.p, "<");

      copy_text (scan.out, scan.p, scan.p + length);
      scan.p += length;
      if (*scan.p == '\0')
        break;
      if (++scan.n_tags > MAX_TAGS)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("The page has more than %d tags."), MAX_TAGS);
          g_string_free (scan.out, TRUE);
          return NULL;
        }
      if (g_ascii_isalpha (scan.p[1]))
        {
          if (!read_start_tag (&scan, error))
            {
              g_string_free (scan.out, TRUE);
              return NULL;
            }
        }
      else if (scan.p[1] == '/' && g_ascii_isalpha (scan.p[2]))
        read_end_tag (&scan);
      else if (scan.p[1] == '!' || scan.p[1] == '?')
        skip_declaration (&scan);
      else
        {
          append_escaped (scan.out, '<');
          scan.p++;
        }
    }
  return g_string_free (scan.out, FALSE);
}

/**
 * quoth_html_unescape:
 *
 * Returns: (transfer full): a text of JSON-LD or an attribute, which is sometimes escaped once too
 *   often, with its references resolved, tags left out and white space tidied
 */
char *
quoth_html_unescape (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *last_close = strrchr (text, '>');

  for (const char *p = text; *p != '\0';)
    {
      gunichar c, second;
      const char *after = *p == '&' ? read_reference (p, &c, &second) : NULL;

      if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/') && p < last_close)
        {
          p = strchr (p, '>') + 1;
          continue;
        }
      if (after == NULL)
        {
          c = g_utf8_get_char (p);
          after = g_utf8_next_char (p);
        }
      p = after;
      if (g_unichar_isspace (c))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else if (!is_dropped (c))
        g_string_append_unichar (out, c);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
