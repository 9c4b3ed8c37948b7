#include "config.h"

#include "quoth-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Formats that are known by their content and not read yet. A reader for one takes its row away. */

static gboolean
has_bytes (const QuothReading *reading,
           gsize               offset,
           const char         *bytes,
           gsize               length)
{
  return reading->length >= offset + length && memcmp (reading->data + offset, bytes, length) == 0;
}

#define HAS(offset, literal) has_bytes (reading, offset, literal, sizeof literal - 1)

/* Finds a byte string in the first @window bytes. */
static gboolean
has_within (const QuothReading *reading,
            gsize               window,
            const char         *bytes)
{
  return memmem (reading->data, MIN (reading->length, window), bytes, strlen (bytes)) != NULL;
}

/* Whether the first element of an XML document is called @name, a prefix aside. */
static gboolean
has_root (const QuothReading *reading,
          const char         *name)
{
  const char *p = reading->head;

  while (*p == '<')
    {
      const char *end;

      if (p[1] == '?' || p[1] == '!')
        {
          if (g_str_has_prefix (p, "<!--"))
            end = strstr (p, "-->");
          else if (p[1] == '!' && strchr (p, '[') != NULL && strchr (p, '[') < p + strcspn (p, ">"))
            end = strstr (p, "]>");
          else
            end = strchr (p, '>');
          if (end == NULL)
            return FALSE;
          for (p = strchr (end, '>') + 1; g_ascii_isspace (*p); p++)
            ;
          continue;
        }
      p++;
      end = p + strcspn (p, " \t\r\n/>");
      if (memchr (p, ':', end - p) != NULL)
        p = strchr (p, ':') + 1;
      return (gsize) (end - p) == strlen (name) && g_ascii_strncasecmp (p, name, end - p) == 0;
    }
  return FALSE;
}

static gboolean
sniff_epub (const QuothReading *reading)
{
  return HAS (0, "PK\3\4") && has_within (reading, 256, "application/epub+zip");
}

static gboolean
sniff_zip (const QuothReading *reading)
{
  return (HAS (0, "PK\3\4") || HAS (0, "PK\5\6")) && !quoth_docx_reader.sniff (reading)
         && !quoth_odt_reader.sniff (reading);
}

/* Word keeps a document with a password in a container of its old kind. */
static gboolean
sniff_encrypted (const QuothReading *reading)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return HAS (0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
         && memmem (reading->data, reading->length, name, sizeof name - 1) != NULL;
}

static gboolean
sniff_ole (const QuothReading *reading)
{
  return HAS (0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}

static gboolean
sniff_gzip (const QuothReading *reading)
{
  return HAS (0, "\x1f\x8b") || HAS (0, "BZh")
         || HAS (0, "\xfd"
                    "7zXZ\0")
         || HAS (0, "\x28\xb5\x2f\xfd") || HAS (0, "7z\xbc\xaf\x27\x1c");
}

static gboolean
sniff_sqlite (const QuothReading *reading)
{
  return HAS (0, "SQLite format 3\0");
}

static gboolean
sniff_image (const QuothReading *reading)
{
  return HAS (0, "\x89PNG\r\n") || HAS (0, "\xff\xd8\xff") || HAS (0, "GIF8") || HAS (0, "II*\0")
         || HAS (0, "MM\0*") || (HAS (0, "RIFF") && HAS (8, "WEBP")) || HAS (4, "ftypavif")
         || HAS (4, "ftypheic") || has_root (reading, "svg");
}

static gboolean
sniff_warc (const QuothReading *reading)
{
  return g_str_has_prefix (reading->head, "WARC/")
         || g_str_has_prefix (reading->head, "filedesc://");
}

static gboolean
sniff_rss (const QuothReading *reading)
{
  return has_root (reading, "rss") || has_root (reading, "RDF");
}

static gboolean
sniff_atom (const QuothReading *reading)
{
  return has_root (reading, "feed");
}

static gboolean
sniff_opml (const QuothReading *reading)
{
  return has_root (reading, "opml");
}

static gboolean
sniff_newsml (const QuothReading *reading)
{
  return has_root (reading, "newsItem") || has_root (reading, "newsMessage")
         || has_root (reading, "packageItem") || has_root (reading, "NewsML")
         || has_root (reading, "nitf") || has_root (reading, "conceptItem")
         || has_root (reading, "knowledgeItem");
}

static gboolean
sniff_xml (const QuothReading *reading)
{
  return g_str_has_prefix (reading->head, "<?xml") && !has_root (reading, "html")
         && !has_root (reading, "xml") && !has_root (reading, "records")
         && !quoth_odt_reader.sniff (reading);
}

static gboolean
has_header (const QuothReading *reading,
            const char         *pattern)
{
  return g_regex_match_simple (pattern, reading->head, G_REGEX_MULTILINE | G_REGEX_CASELESS, 0);
}

static gboolean
sniff_mbox (const QuothReading *reading)
{
  return has_header (reading, "\\AFrom \\S+ .*\\d{2}:\\d{2}.*\\n[\\w-]+: ");
}

static gboolean
sniff_mail (const QuothReading *reading)
{
  return !quoth_mhtml_reader.sniff (reading)
         && has_header (reading, "\\A[\\w-]+: ?[^\\n]*\\n([\\w-]+:|[ \\t])")
         && (has_header (reading, "^MIME-Version:") || has_header (reading, "^Message-ID:")
             || (has_header (reading, "^Received:") && has_header (reading, "^From:")));
}

static const struct {
  gboolean  (*sniff) (const QuothReading *reading);
  const char *message;
} unread_formats[] = {
  { sniff_epub, N_("EPUB books are not read yet.") },
  { sniff_zip, N_("ZIP archives are not read yet.") },
  { sniff_encrypted, N_("The document is protected by a password.") },
  { sniff_ole, N_("Old Word documents (DOC) are not read yet.") },
  { sniff_gzip, N_("Compressed files (gzip and its like) are not read yet.") },
  { sniff_sqlite, N_("This is an SQLite database, which holds no article to read.") },
  { sniff_image, N_("Images are not read: there is no text in them.") },
  { sniff_warc, N_("Web archives (WARC) are not read yet.") },
  { sniff_mbox, N_("Mailboxes (mbox) are not read yet.") },
  { sniff_mail, N_("Mail messages are not read yet.") },
  { sniff_rss, N_("RSS feeds are not read yet.") },
  { sniff_atom, N_("Atom feeds are not read yet.") },
  { sniff_opml, N_("OPML lists of feeds are not read yet.") },
  { sniff_newsml, N_("News agency XML (NewsML, NITF) is not read yet.") },
  { sniff_xml, N_("XML of this kind is not known.") },
};

/**
 * quoth_unread_formats_find:
 *
 * Returns: (transfer none) (nullable): a translated sentence naming the format that the bytes are
 *   in, if it is one that is not read yet
 */
const char *
quoth_unread_formats_find (const QuothReading *reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unread_formats); i++)
    if (unread_formats[i].sniff (reading))
      return _(unread_formats[i].message);
  return NULL;
}
