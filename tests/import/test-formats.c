#include "config.h"

#include "quoth-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Each format is known by its content, whatever the file is called, and refused by name until it is
 * read. */

typedef struct
{
  const char *path;
  const char *bytes;
  gsize       length;
  const char *word; /* of the message; NULL where an article must come out */
} FormatCase;

#define BYTES(literal) literal, sizeof literal - 1

static const FormatCase formats[] = {
  { "pdf", BYTES ("%PDF-1.7\n1 0 obj"), "PDF" },
  { "pdf/after-other-bytes", BYTES ("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n"), "PDF" },
  { "docx", BYTES ("PK\3\4\24\0\6\0\10\0xxxxxxxxxxxxxxxxxxword/document.xml"), "damaged" },
  { "odt", BYTES ("PK\3\4\24\0\0\10xxxxmimetypeapplication/vnd.oasis.opendocument.text"),
    "damaged" },
  { "epub", BYTES ("PK\3\4\24\0\0\10xxxxmimetypeapplication/epub+zip"), "EPUB" },
  { "zip", BYTES ("PK\3\4\24\0\0\0\0\0notes.txt"), "ZIP" },
  { "doc", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), "DOC" },
  { "docx/protected",
    BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
    "password" },
  { "gzip", BYTES ("\x1f\x8b\10\0\0\0\0\0"), "gzip" },
  { "sqlite", BYTES ("SQLite format 3\0\20\0"), "SQLite" },
  { "png", BYTES ("\x89PNG\r\n\x1a\n"), "Images" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\20JFIF"), "Images" },
  { "svg", BYTES ("<?xml version='1.0'?><svg xmlns='x'></svg>"), "Images" },
  { "warc", BYTES ("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), "WARC" },
  { "mhtml/without-a-page",
    BYTES ("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\n"),
    "MHTML" },
  { "mail/with-pictures",
    BYTES ("From: Ada <ada@example.org>\nTo: Tom <tom@example.org>\nMIME-Version: 1.0\n"
           "Content-Type: multipart/related; type=\"text/html\"; boundary=b\n\n--b\n"),
    "Mail" },
  { "mbox",
    BYTES ("From ada@example.org Fri Mar 21 09:30:00 2014\nFrom: Ada <ada@example.org>\n\nHello"),
    "mbox" },
  { "mail",
    BYTES ("From: Ada <ada@example.org>\r\nSubject: Tide\r\nMIME-Version: 1.0\r\n\r\nHello"),
    "Mail" },
  { "rss", BYTES ("<?xml version=\"1.0\"?>\n<!-- feed -->\n<rss version=\"2.0\"><channel/></rss>"),
    "RSS" },
  { "atom", BYTES ("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>"), "Atom" },
  { "opml", BYTES ("<?xml version='1.0'?><opml version='2.0'></opml>"), "OPML" },
  { "newsml",
    BYTES ("<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>"),
    "NewsML" },
  { "xml/with-entities", BYTES ("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>"),
    "RSS" },
  { "xml/other", BYTES ("<?xml version='1.0'?><ledger/>"), "XML" },
  { "ninjs", BYTES ("{\"uri\": \"u\", \"type\": \"text\", \"headline\": \"Tide\"}"), "ninjs" },
  { "json/other", BYTES ("{\"price\": 7}"), "JSON" },
  { "json/cut-off", BYTES ("{\"text\": \"The ti"), "JSON" },
  { "binary", BYTES ("\1\2\3\4\5\6\7\10\16\17\20\21\22\23\24\25"), "not text" },
  { "empty", BYTES (""), "empty" },
  { "blank", BYTES (" \r\n\t \n"), "no text" },

  { "html/whatever-its-name",
    BYTES ("<!doctype html><title>Tide</title><p>The tide is out, said the warden."), NULL },
  { "html/fragment", BYTES ("<p>The tide is out, said the warden.</p>"), NULL },
  { "html/xhtml", BYTES ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>The tide is out.</p></body></html>"),
    NULL },
  { "plain", BYTES ("The tide is out, said the warden."), NULL },
  { "plain/with-a-bracket", BYTES ("[Update: the tide is out.] The warden said so."), NULL },
  { "plain/with-a-brace", BYTES ("{curly} words, said the warden."), NULL },
  { "plain/with-a-handle", BYTES ("@warden (of the pier) said that the tide is out."), NULL },
  { "plain/with-labels", BYTES ("Title: The tide\nAuthor: Ada Osgood\n\nThe tide is out."), NULL },
  { "plain/with-an-inequality", BYTES ("<5 metres of water, said the warden."), NULL },
  { "plain/with-stars",
    BYTES ("* Correction: the tide is **not** out, said the warden.\n* It never was."), NULL },
  { "plain/with-a-number-sign",
    BYTES ("The tide is out\n\n#1 in the list of tides, said the warden."), NULL },
  { "plain/with-a-quoted-mail", BYTES ("The warden wrote:\n\n> The tide is out.\n\nIt was not."),
    NULL },
  { "plain/with-dashes", BYTES ("---\n\nThe tide is out, said the warden: all of it.\n\n---\n"),
    NULL },
  { "plain/with-underlining", BYTES ("The tide is out\n===============\n\nThe warden said so."),
    NULL },
  { "markdown/front-matter", BYTES ("---\r\ntitle: The tide\r\n---\r\nThe tide is out."), NULL },
  { "markdown/link-and-heading", BYTES ("# The tide\n\nIt [is out](https://tide.example/)."),
    NULL },
  { "ris", BYTES ("TY  - NEWS\r\nTI  - The tide\r\nER  - \r\n"), NULL },
  { "ris/after-a-heading", BYTES ("Export of 1 result\n\nTY  - JOUR\nTI  - The tide\nER  - \n"),
    NULL },
  { "ris/without-a-type",
    BYTES ("AU  - Osgood, Ada\nTI  - The tide\nPY  - 2014\nSP  - 3\nER  - \n"), NULL },
  { "ris/saying-nothing", BYTES ("TY  - NEWS\r\nTI  - \r\nER  - \r\n"), "no reference" },
  { "refer", BYTES ("%0 Newspaper Article\n%T The tide\n"), NULL },
  { "web-of-science", BYTES ("FN Clarivate\nVR 1.0\nPT J\nTI The tide\nER\nEF\n"), NULL },
  { "bibtex", BYTES ("@article{osgood2014,\n  title = {The tide}\n}"), NULL },
  { "bibtex/in-round-brackets", BYTES ("@article(osgood2014, title = \"The tide\")"), NULL },
  { "bibtex/saying-nothing", BYTES ("% Encoding: US-ASCII@PREAMBLE{a}@article{b}"),
    "no reference" },
  { "endnote",
    BYTES ("<?xml version=\"1.0\"?><xml><records><record><titles><title>The tide</title></titles>"
           "</record></records></xml>"),
    NULL },
  { "csl-json", BYTES ("[{\"type\": \"article-newspaper\", \"title\": \"The tide\"}]"), NULL },
  { "csl-json/cut-off", BYTES ("[{\"type\": \"article-newspaper\", \"title\": \"The ti"), "JSON" },
  { "csl-json/nothing-known", BYTES ("[{\"type\": \"article-newspaper\"}]"), "no reference" },
  { "plain/with-hyphens", BYTES ("AB - the buoy - is out, said the warden.\nThe tide is out."),
    NULL },
  { "plain/with-percentages", BYTES ("%5 of the boats are out, said the warden."), NULL },
  { "rtf", BYTES ("{\\rtf1\\ansi The tide is out.}"), NULL },
  { "record", BYTES ("{\"id\": \"a\", \"text\": \"The tide is out.\"}"), NULL },
};

/* Plain text is what other readers must not take for their own. */
static void
assert_media_type (const FormatCase *c,
                   QuothArticle     *article)
{
  const char *media_type = quoth_article_get_source (article)->media_type;

  if (g_str_has_prefix (c->path, "plain"))
    g_assert_cmpstr (media_type, ==, "text/plain");
  if (g_str_has_prefix (c->path, "markdown"))
    g_assert_cmpstr (media_type, ==, "text/markdown");
}

static void
test_format (gconstpointer data)
{
  const FormatCase *c = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (c->bytes, c->length);
  QuothImportInput input = { .bytes = bytes, .name = "misnamed.pdf" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, NULL, NULL, &error);

  if (c->word == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (articles->len, ==, 1);
      assert_media_type (c, g_ptr_array_index (articles, 0));
      return;
    }
  g_assert_null (articles);
  g_assert_cmpint (error->domain, ==, QUOTH_IMPORT_ERROR);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, c->word));
}

static void
assert_limit (GString    *page,
              const char *word)
{
  g_autoptr(GBytes) bytes = g_string_free_to_bytes (page);
  QuothImportInput input = { .bytes = bytes, .name = "page.html" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, NULL, NULL, &error);

  g_assert_null (articles);
  g_assert_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_limit_attributes (void)
{
  GString *page = g_string_new ("<html><body><p");

  for (guint i = 0; i < 1001; i++)
    g_string_append_printf (page, " a%u=x", i);
  g_string_append (page, ">The tide is out.</p>");
  assert_limit (page, "1000");
}

static void
test_limit_tags (void)
{
  GString *page = g_string_new ("<html><body>");

  for (guint i = 0; i < 1500000; i++)
    g_string_append (page, "<b>");
  assert_limit (page, "1500000");
}

static void
test_limit_json_depth (void)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (json, '[');
  assert_limit (json, "512");
}

static void
test_limit_markdown_nesting (void)
{
  GString *text = g_string_new ("# The tide\n\nIt [is out](https://tide.example/).\n\n");

  for (guint i = 0; i < 101; i++)
    g_string_append (text, "* ");
  assert_limit (text, "100");
}

static void
test_limit_rtf_nesting (void)
{
  GString *text = g_string_new ("{\\rtf1 ");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "{\\b ");
  assert_limit (text, "1000");
}

static void
test_limit_mhtml_parts (void)
{
  GString *text = g_string_new ("From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=b\r\n\r\n");

  for (guint i = 0; i < 5001; i++)
    g_string_append (text, "--b\r\nContent-Type: text/css\r\n\r\n");
  assert_limit (text, "5000");
}

static void
test_limit_mhtml_headers (void)
{
  GString *text = g_string_new ("From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=b\r\n");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "X-Tide: out\r\n");
  assert_limit (text, "1000");
}

static void
test_source (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (BYTES ("The tide is out."));
  QuothImportInput input = { .bytes = bytes, .name = "tide.txt" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, NULL, NULL, &error);
  const QuothSource *source;

  g_assert_no_error (error);
  source = quoth_article_get_source (g_ptr_array_index (articles, 0));
  g_assert_cmpstr (source->name, ==, "tide.txt");
  g_assert_cmpstr (source->media_type, ==, "text/plain");
  g_assert_cmpuint (strlen (source->sha256), ==, 64);
  g_assert_true (g_bytes_equal (source->bytes, bytes));
  g_assert_null (source->part);
}

static void
test_unchanged (void)
{
  static const char text[] = "\xef\xbb\xbf" "Tide  \r\n\r\n\tis\0 out. \n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (BYTES (text));
  QuothImportInput input = { .bytes = bytes, .name = "tide.txt", .plain_unchanged = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, NULL, NULL, &error);
  QuothArticle *article;

  g_assert_no_error (error);
  article = g_ptr_array_index (articles, 0);
  g_assert_cmpstr (quoth_article_get_text (article), ==, "Tide  \r\n\r\n\tis out. \n");
  g_assert_cmpuint (quoth_article_get_blocks (article)->len, ==, 0);
}

static guint
count_in (const char *text,
          const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

/* A few times a paragraph may come again; a program's loop isn't the article's text. */
static void
test_repeated (void)
{
  g_autoptr(GString) page = g_string_new ("<!DOCTYPE html><title>Tides</title><article><h1>Tides</h1>");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) articles = NULL;
  QuothImportInput input = { .name = "tide.html" };
  const char *text;

  for (guint i = 0; i < 100; i++)
    {
      if (i < 3)
        g_string_append (page, "<p>The moon draws the water after it twice a day, which the harbour "
                               "master writes down in a book with a green back.</p>");
      g_string_append (page, "<p>Nobody in the harbour office answers for the times that are "
                             "printed in this table, which a program has made.</p>");
    }
  bytes = g_string_free_to_bytes (g_steal_pointer (&page));
  input.bytes = bytes;
  articles = quoth_import_read (&input, NULL, NULL, NULL);
  g_assert_nonnull (articles);
  text = quoth_article_get_text (g_ptr_array_index (articles, 0));

  g_assert_cmpuint (count_in (text, "The moon"), ==, 3);
  g_assert_cmpuint (count_in (text, "Nobody"), >, 0);
  g_assert_cmpuint (count_in (text, "Nobody"), <, 20);
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (BYTES ("The tide is out."));
  QuothImportInput input = { .bytes = bytes, .name = "tide.txt" };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = NULL;

  g_cancellable_cancel (cancellable);
  articles = quoth_import_read (&input, NULL, cancellable, &error);
  g_assert_null (articles);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quoth-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ümläut & tide.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read_file (file, FALSE, NULL, NULL, &error);

  g_assert_null (articles);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_file_set_contents (path, "The tide is out.", -1, &error);
  g_assert_no_error (error);
  articles = quoth_import_read_file (file, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (quoth_article_get_source (g_ptr_array_index (articles, 0))->name, ==,
                   "ümläut & tide.txt");
  g_clear_pointer (&articles, g_ptr_array_unref);

  g_assert_cmpint (truncate (path, 65 * 1024 * 1024), ==, 0);
  articles = quoth_import_read_file (file, FALSE, NULL, NULL, &error);
  g_assert_null (articles);
  g_assert_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "64"));

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/", formats[i].path, NULL);

      g_test_add_data_func (path, &formats[i], test_format);
    }
  g_test_add_func ("/limits/attributes", test_limit_attributes);
  g_test_add_func ("/limits/tags", test_limit_tags);
  g_test_add_func ("/limits/json-depth", test_limit_json_depth);
  g_test_add_func ("/limits/markdown-nesting", test_limit_markdown_nesting);
  g_test_add_func ("/limits/rtf-nesting", test_limit_rtf_nesting);
  g_test_add_func ("/limits/mhtml-parts", test_limit_mhtml_parts);
  g_test_add_func ("/limits/mhtml-headers", test_limit_mhtml_headers);
  g_test_add_func ("/read/source", test_source);
  g_test_add_func ("/read/plain-unchanged", test_unchanged);
  g_test_add_func ("/formats/html/repeated", test_repeated);
  g_test_add_func ("/read/cancelled", test_cancelled);
  g_test_add_func ("/read/file", test_file);
  return g_test_run ();
}
