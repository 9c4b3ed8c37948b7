#include "config.h"

#include "quoth-html-saved.h"

#include <gmime/gmime.h>
#include <string.h>

#include <glib/gi18n-lib.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* Pages have hundreds of pictures, and parts a dozen headers. The parser keeps all of them in
   memory, and slowly. */
#define MAX_PARTS 5000
#define MAX_HEADERS 1000
#define MAX_HEADER_BYTES 65536

/* Web pages that a browser saved with all that belongs to them as one MIME message (MHTML), parsed
   by GMime */

static gboolean
has_header (const QuothReading *reading,
            const char         *pattern)
{
  const char *end = strstr (reading->head, "\r\n\r\n");
  g_autofree char *headers = NULL;

  if (end == NULL)
    end = strstr (reading->head, "\n\n");
  headers = end != NULL ? g_strndup (reading->head, end - reading->head) : g_strdup (reading->head);
  return g_regex_match_simple (pattern, headers, G_REGEX_MULTILINE | G_REGEX_CASELESS, 0);
}

/* A saved page is a message that nobody sent to anybody. */
static gboolean
sniff_mhtml (const QuothReading *reading)
{
  if (!g_regex_match_simple ("\\A[\\w-]+: ", reading->head, 0, 0))
    return FALSE;
  if (has_header (reading, "^Snapshot-Content-Location:")
      || has_header (reading, "^From: *<Saved by "))
    return has_header (reading, "^Content-Type: *(?:multipart/related|text/html)");
  return has_header (reading, "^Content-Type: *multipart/related")
         && !has_header (reading, "^(?:To|Cc|Received|Delivered-To|Return-Path|Message-ID):");
}

/* Whether a line can be one of a part's headers, or goes on with one */
static gboolean
is_header (const char *line,
           gsize       length)
{
  gsize name = 0;

  if (length > 0 && (*line == ' ' || *line == '\t'))
    return TRUE;
  while (name < length && (g_ascii_isalnum (line[name]) || line[name] == '-' || line[name] == '_'))
    name++;
  return name > 0 && name < length && line[name] == ':';
}

/* Refuses what the parser would take long or much memory for. */
static gboolean
is_within_limits (const QuothReading  *reading,
                  GError             **error)
{
  const char *p = (const char *) reading->data;
  const char *end = p + reading->length;
  guint n_parts = 0, n_headers = 0;
  gboolean in_first = TRUE;   /* the message's own headers */

  while (p < end)
    {
      const char *stop = memchr (p, '\n', end - p);
      gsize length = (stop != NULL ? stop : end) - p;

      in_first = in_first && length > 1;
      n_headers = is_header (p, length) ? n_headers + 1 : 0;
      if (in_first && length > MAX_HEADER_BYTES)
        n_headers = MAX_HEADERS + 1;
      n_parts += length > 2 && p[0] == '-' && p[1] == '-';
      if (n_parts > MAX_PARTS || n_headers > MAX_HEADERS)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       n_parts > MAX_PARTS
                         ? _("The MHTML file has more than %d parts.")
                         : _("A part of the MHTML file has more than %d headers."),
                       n_parts > MAX_PARTS ? MAX_PARTS : MAX_HEADERS);
          return FALSE;
        }
      p += length + 1;
    }
  return TRUE;
}

static void
init_mime (void)
{
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      g_mime_init ();
      g_once_init_leave (&is_ready, 1);
    }
}

static GMimeMessage *
parse (const QuothReading *reading)
{
  g_autoptr(GMimeStream) stream = g_mime_stream_mem_new_with_buffer ((const char *) reading->data,
                                                                     reading->length);
  g_autoptr(GMimeParser) parser = g_mime_parser_new_with_stream (stream);

  return g_mime_parser_construct_message (parser, NULL); /* its own options */
}

/* Whether a part is the page that the message says it begins with */
static gboolean
is_start (GMimeObject *part,
          const char  *start)
{
  const char *id = g_mime_object_get_content_id (part);

  if (start == NULL || id == NULL)
    return FALSE;
  start += *start == '<';
  return strncmp (start, id, strlen (id)) == 0 && strcspn (start, ">") == strlen (id);
}

/* The page itself: the part that the message begins with, or else the first one in HTML */
static GMimePart *
find_page (GMimeMessage *message)
{
  GMimeObject *top = g_mime_message_get_mime_part (message);
  GMimePartIter *iter = g_mime_part_iter_new (GMIME_OBJECT (message));
  const char *start = top != NULL ? g_mime_object_get_content_type_parameter (top, "start") : NULL;
  GMimePart *page = NULL;

  do
    {
      GMimeObject *part = g_mime_part_iter_get_current (iter);
      GMimeContentType *type = part != NULL ? g_mime_object_get_content_type (part) : NULL;

      if (type == NULL || !GMIME_IS_PART (part)
          || (!g_mime_content_type_is_type (type, "text", "html")
              && !g_mime_content_type_is_type (type, "application", "xhtml+xml")))
        continue;
      if (page == NULL || is_start (part, start))
        page = GMIME_PART (part);
      if (start == NULL || is_start (part, start))
        break;
    }
  while (g_mime_part_iter_next (iter));
  g_mime_part_iter_free (iter);
  return page;
}

static char *
dup_location (GMimeMessage *message,
              GMimePart    *page)
{
  const char *location = g_mime_object_get_header (GMIME_OBJECT (message),
                                                   "Snapshot-Content-Location");
  g_autofree char *stripped = NULL;

  if (location == NULL)
    location = g_mime_part_get_content_location (page);
  if (location == NULL)
    location = g_mime_object_get_header (GMIME_OBJECT (message), "Content-Location");
  if (location == NULL || !g_utf8_validate (location, -1, NULL))
    return NULL;
  stripped = g_strstrip (g_strdup (location));
  return g_strndup (stripped, strcspn (stripped, "#"));
}

static GByteArray *
decode (GMimePart *page)
{
  GMimeDataWrapper *content = g_mime_part_get_content (page);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(GMimeStream) stream = g_mime_stream_mem_new_with_byte_array (bytes);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  return bytes;
}

static char *
dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static GPtrArray *
read_page (const QuothReading  *reading,
           GMimeMessage        *message,
           GMimePart           *page,
           GError             **error)
{
  g_autoptr(GByteArray) bytes = decode (page);
  GDateTime *date = g_mime_message_get_date (message);
  g_autoptr(GDateTime) utc = date != NULL ? g_date_time_to_utc (date) : NULL;
  const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (page), "charset");
  QuothHtmlSaved saved = { .data = bytes->data, .length = bytes->len };
  GPtrArray *articles;

  if (bytes->len == 0)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("The saved page is empty."));
      return NULL;
    }
  saved.charset = g_strdup (charset);
  saved.address = dup_location (message, page);
  saved.title = dup_valid (g_mime_message_get_subject (message));
  saved.saved = utc != NULL ? g_date_time_format_iso8601 (utc) : NULL;
  articles = quoth_html_saved_read (&saved, reading, error);
  quoth_html_saved_clear (&saved);
  return articles;
}

static GPtrArray *
read_mhtml (const QuothReading  *reading,
            GError             **error)
{
  g_autoptr(GMimeMessage) message = NULL;
  GMimePart *page;

  if (!is_within_limits (reading, error))
    return NULL;
  init_mime ();
  message = parse (reading);
  page = message != NULL ? find_page (message) : NULL;
  if (page == NULL)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                           _("There is no page in the MHTML file."));
      return NULL;
    }
  return read_page (reading, message, page, error);
}

const QuothReader quoth_mhtml_reader = {
  .name = "mhtml",
  .media_type = "multipart/related",
  .sniff = sniff_mhtml,
  .read = read_mhtml,
};
