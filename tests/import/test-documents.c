#include "config.h"

#include "quoth-import.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* Documents that are packed, nested or locked in ways that are not read, and what is said of
   them */

#define PACKAGE_BYTES (4 * 1024 * 1024)

#define WORD "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define OFFICE "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' " \
               "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"

typedef struct
{
  struct archive *archive;
  guint8         *buffer;
  size_t          used;
} Package;

static void
begin_package (Package    *package,
               const char *compression)
{
  package->buffer = g_malloc (PACKAGE_BYTES);
  package->archive = archive_write_new ();
  archive_write_set_format_zip (package->archive);
  g_assert_cmpint (archive_write_set_options (package->archive, compression), ==, ARCHIVE_OK);
  archive_write_open_memory (package->archive, package->buffer, PACKAGE_BYTES, &package->used);
}

static void
add_part (Package    *package,
          const char *name,
          const char *content,
          gsize       length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (package->archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (package->archive, content, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

static GBytes *
end_package (Package *package)
{
  g_assert_cmpint (archive_write_close (package->archive), ==, ARCHIVE_OK);
  archive_write_free (package->archive);
  return g_bytes_new_take (package->buffer, package->used);
}

static GBytes *
new_word (const char *document)
{
  Package package = { 0 };

  begin_package (&package, "zip:compression=deflate");
  add_part (&package, "word/document.xml", document, strlen (document));
  return end_package (&package);
}

static void
assert_refused (GBytes           *bytes,
                QuothImportError  code,
                const char       *word)
{
  QuothImportInput input = { .bytes = bytes, .name = "document" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, NULL, NULL, &error);

  g_assert_null (articles);
  g_assert_error (error, QUOTH_IMPORT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_nested (void)
{
  g_autoptr(GString) xml = g_string_new ("<w:document " WORD "><w:body>");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<w:sdt>");
  bytes = new_word (xml->str);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_LIMIT, "250");
}

static void
test_nested_a_little (void)
{
  g_autoptr(GString) xml = g_string_new ("<w:document " WORD "><w:body>");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 252; i++)
    g_string_append (xml, "<w:sdt>");
  bytes = new_word (xml->str);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_LIMIT, "250");
}

static void
test_bomb (void)
{
  g_autoptr(GString) xml = g_string_new ("<w:document " WORD "><w:body><w:p><w:r><w:t>");
  g_autofree char *spaces = g_strnfill (25 * 1024 * 1024, ' ');
  g_autoptr(GBytes) bytes = NULL;

  g_string_append (xml, spaces);
  bytes = new_word (xml->str);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_LIMIT, "24");
}

static void
test_many_parts (void)
{
  Package package = { 0 };
  g_autoptr(GBytes) bytes = NULL;

  begin_package (&package, "zip:compression=store");
  for (guint i = 0; i < 20001; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/%u", i);

      add_part (&package, i == 0 ? "word/documents.rels" : name, "", 0);
    }
  bytes = end_package (&package);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_LIMIT, "20000");
}

static void
test_attributes (void)
{
  g_autoptr(GString) xml = g_string_new ("<w:document " WORD "><w:body><w:p");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (xml, " a%u='x'", i);
  g_string_append (xml, "/></w:body></w:document>");
  bytes = new_word (xml->str);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_LIMIT, "1000");
}

static void
test_many_paragraphs (void)
{
  g_autoptr(GString) xml = g_string_new ("<w:document " WORD "><w:body>");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 300001; i++)
    g_string_append (xml, "<w:p/>");
  g_string_append (xml, "</w:body></w:document>");
  bytes = new_word (xml->str);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_LIMIT, "300000");
}

static void
test_entities (void)
{
  g_autoptr(GBytes) bytes = new_word ("<!DOCTYPE d [<!ENTITY a 'The tide'><!ENTITY b '&a;&a;&a;'>]><w:document " WORD ">"
                                      "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");

  assert_refused (bytes, QUOTH_IMPORT_ERROR_UNSUPPORTED, "entities");
}

static void
test_broken_off (void)
{
  g_autoptr(GBytes) bytes = new_word ("<w:document " WORD "><w:body><w:p><w:r><w:t>The tide is");

  assert_refused (bytes, QUOTH_IMPORT_ERROR_DAMAGED, "damaged");
}

static void
test_cut_off (void)
{
  g_autoptr(GBytes) whole = new_word ("<w:document " WORD "><w:body><w:p><w:r><w:t>The tide is out.</w:t></w:r></w:p></w:body></w:document>");
  g_autoptr(GBytes) bytes = g_bytes_new_from_bytes (whole, 0, 100);

  assert_refused (bytes, QUOTH_IMPORT_ERROR_DAMAGED, "damaged");
}

static void
test_empty_part (void)
{
  g_autoptr(GBytes) bytes = new_word ("");

  assert_refused (bytes, QUOTH_IMPORT_ERROR_DAMAGED, "damaged");
}

static void
test_blank (void)
{
  g_autoptr(GBytes) bytes = new_word ("<w:document " WORD "><w:body><w:p/></w:body></w:document>");

  assert_refused (bytes, QUOTH_IMPORT_ERROR_EMPTY, "no text");
}

static void
test_password (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  static const char manifest[] = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
  Package package = { 0 };
  g_autoptr(GBytes) bytes = NULL;

  begin_package (&package, "zip:compression=store");
  add_part (&package, "mimetype", type, strlen (type));
  add_part (&package, "META-INF/manifest.xml", manifest, strlen (manifest));
  add_part (&package, "content.xml", "\1\2\3\4", 4);
  bytes = end_package (&package);
  assert_refused (bytes, QUOTH_IMPORT_ERROR_UNSUPPORTED, "password");
}

static QuothArticle *
read_article (GBytes    *bytes,
              GPtrArray *notes)
{
  QuothImportInput input = { .bytes = bytes, .name = "document" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, notes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  return g_object_ref (g_ptr_array_index (articles, 0));
}

/* The day on which a file was made is told and not taken. */
static void
test_created (void)
{
  static const char core[] =
    "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    "xmlns:dcterms='http://purl.org/dc/terms/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    "<dc:title>Tides</dc:title><dc:creator>Ada Osgood</dc:creator>"
    "<dcterms:created>2015-03-01T08:00:00Z</dcterms:created></cp:coreProperties>";
  static const char document[] =
    "<w:document " WORD
    "><w:body><w:p><w:r><w:t>The tide is out.</w:t></w:r></w:p></w:body></w:document>";
  Package package = { 0 };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(QuothArticle) article = NULL;

  begin_package (&package, "zip:compression=deflate");
  add_part (&package, "docProps/core.xml", core, strlen (core));
  add_part (&package, "word/document.xml", document, strlen (document));
  bytes = end_package (&package);
  article = read_article (bytes, notes);
  g_assert_null (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED));
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_TITLE), ==, "Tides");
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_AUTHOR), ==, "Ada Osgood");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), "2015-03-01"));
}

/* A document whose prefixes are not the usual ones */
static void
test_prefixes (void)
{
  g_autoptr(GBytes) bytes = new_word ("<a:document xmlns:a='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                                      "<a:body><a:p><a:r><a:t>The tide is out.</a:t></a:r></a:p></a:body></a:document>");
  g_autoptr(QuothArticle) article = read_article (bytes, NULL);

  g_assert_cmpstr (quoth_article_get_text (article), ==, "The tide is out.");
}

static void
test_flat_cut_off (void)
{
  static const char xml[] = "<?xml version='1.0'?><office:document " OFFICE
                            " office:mimetype=\"application/vnd.oasis.opendocument.text\">"
                            "<office:body><office:text><text:p>The tide";
  g_autoptr(GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  assert_refused (bytes, QUOTH_IMPORT_ERROR_DAMAGED, "damaged");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/nested", test_nested);
  g_test_add_func ("/documents/nested-a-little", test_nested_a_little);
  g_test_add_func ("/documents/bomb", test_bomb);
  g_test_add_func ("/documents/many-parts", test_many_parts);
  g_test_add_func ("/documents/attributes", test_attributes);
  g_test_add_func ("/documents/many-paragraphs", test_many_paragraphs);
  g_test_add_func ("/documents/entities", test_entities);
  g_test_add_func ("/documents/broken-off", test_broken_off);
  g_test_add_func ("/documents/cut-off", test_cut_off);
  g_test_add_func ("/documents/empty-part", test_empty_part);
  g_test_add_func ("/documents/blank", test_blank);
  g_test_add_func ("/documents/password", test_password);
  g_test_add_func ("/documents/created", test_created);
  g_test_add_func ("/documents/prefixes", test_prefixes);
  g_test_add_func ("/documents/flat-cut-off", test_flat_cut_off);
  return g_test_run ();
}
