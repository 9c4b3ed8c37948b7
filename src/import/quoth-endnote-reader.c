#include "config.h"

#include "quoth-tagged-entry.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "quoth-decode.h"

/* EndNote's XML, by libxml2's SAX parser: each record becomes RIS tags, which the common mapping
 * reads. No tree is built, no entity of the file's own is expanded, nothing outside the file is
 * read. */

#define MAX_DEPTH 64

/* An element's name, that of one around it, and the tag for its text */
static const struct
{
  const char *element;
  const char *within;
  char        tag[3];
} elements[] = {
  { "author", "authors", "AU" },
  { "title", "titles", "TI" },
  { "secondary-title", "titles", "JO" },
  { "full-title", "periodical", "JF" },
  { "year", "dates", "PY" },
  { "date", "pub-dates", "DA" },
  { "pages", "record", "SP" },
  { "publisher", "record", "PB" },
  { "section", "record", "SE" },
  { "volume", "record", "VL" },
  { "number", "record", "IS" },
  { "edition", "record", "ET" },
  { "language", "record", "LA" },
  { "electronic-resource-num", "record", "DO" },
  { "abstract", "record", "AB" },
  { "access-date", "record", "Y2" },
  { "url", "related-urls", "UR" },
  { "url", "web-urls", "UR" },
  { "url", "text-urls", "L1" },
  { "url", "pdf-urls", "L1" },
};

typedef struct
{
  const QuothReading *reading;
  xmlParserCtxt      *context;
  QuothTaggedEntry   *entry;
  GPtrArray          *articles;
  guint               n_empty;
  GPtrArray          *path;      /* of char *: the open elements */
  const char         *tag;       /* of the element whose text is gathered, or NULL */
  guint               tag_depth;
  GString            *text;
  gboolean            too_deep;
} Parsing;

static const char *
find_tag (Parsing    *parsing,
          const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (name, elements[i].element))
      for (guint k = 0; k < parsing->path->len; k++)
        if (g_str_equal (g_ptr_array_index (parsing->path, k), elements[i].within))
          return elements[i].tag;
  return NULL;
}

/* The name of a record's kind, which its element carries as an attribute */
static void
add_type (Parsing        *parsing,
          const xmlChar **attributes)
{
  for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_str_equal ((const char *) attributes[i], "name") && attributes[i + 1] != NULL)
      {
        const char *name = (const char *) attributes[i + 1];

        quoth_tagged_entry_add (parsing->entry, "TY", name, strlen (name));
      }
}

/* After an error libxml2 leaves out what "&amp;" stands for, though it goes on. */
static void
keep_references (Parsing *parsing)
{
  parsing->context->wellFormed = 1;
}

static void
on_start_element_cb (void           *data,
                     const xmlChar  *name,
                     const xmlChar **attributes)
{
  Parsing *parsing = data;
  const char *tag;

  keep_references (parsing);
  if (parsing->path->len >= MAX_DEPTH)
    {
      parsing->too_deep = TRUE;
      xmlStopParser (parsing->context);
      return;
    }
  if (g_str_equal ((const char *) name, "record") || g_str_equal ((const char *) name, "RECORD"))
    quoth_tagged_entry_clear (parsing->entry);
  if (g_str_equal ((const char *) name, "ref-type"))
    add_type (parsing, attributes);
  tag = parsing->tag == NULL ? find_tag (parsing, (const char *) name) : NULL;
  g_ptr_array_add (parsing->path, g_strdup ((const char *) name));
  if (tag != NULL)
    {
      parsing->tag = tag;
      parsing->tag_depth = parsing->path->len;
      g_string_set_size (parsing->text, 0);
    }
}

static void
finish_record (Parsing *parsing)
{
  if (parsing->entry->fields->len == 0)
    return;
  if (!quoth_tagged_entry_finish (parsing->entry, parsing->reading, parsing->articles))
    parsing->n_empty++;
  if (g_cancellable_is_cancelled (parsing->reading->cancellable))
    xmlStopParser (parsing->context);
}

static void
finish_element (Parsing *parsing)
{
  if (parsing->tag != NULL)
    quoth_tagged_entry_add (parsing->entry, parsing->tag, parsing->text->str, parsing->text->len);
  parsing->tag = NULL;
}

static void
on_end_element_cb (void          *data,
                   const xmlChar *name)
{
  Parsing *parsing = data;

  if (parsing->path->len == 0)
    return;
  if (parsing->path->len == parsing->tag_depth)
    finish_element (parsing);
  g_ptr_array_remove_index (parsing->path, parsing->path->len - 1);
  if (g_str_equal ((const char *) name, "record"))
    finish_record (parsing);
}

static void
on_characters_cb (void          *data,
                  const xmlChar *text,
                  int            length)
{
  Parsing *parsing = data;

  keep_references (parsing);
  if (parsing->tag != NULL)
    g_string_append_len (parsing->text, (const char *) text, length);
}

static xmlEntity *
on_get_entity_cb (void          *data G_GNUC_UNUSED,
                  const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static gboolean
sniff_endnote (const QuothReading *reading)
{
  return g_regex_match_simple ("<xml>\\s*<records>|<records>\\s*<record>|<record>\\s*<(?:database|source-app|rec-number)\\b",
                               reading->head, 0, 0);
}

static void
parse (Parsing    *parsing,
       const char *xml,
       gsize       length)
{
  xmlSAXHandler handler = {
    .startElement = on_start_element_cb,
    .endElement = on_end_element_cb,
    .characters = on_characters_cb,
    .cdataBlock = on_characters_cb,
    .ignorableWhitespace = on_characters_cb,
    .getEntity = on_get_entity_cb,
  };

  parsing->context = xmlCreatePushParserCtxt (&handler, parsing, NULL, 0, NULL);
  xmlCtxtUseOptions (parsing->context,
                     XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  /* The text was decoded already, whatever its declaration says. */
  xmlSwitchEncoding (parsing->context, XML_CHAR_ENCODING_UTF8);
  for (gsize i = 0; i < length && !parsing->too_deep; i += 65536)
    xmlParseChunk (parsing->context, xml + i, MIN (65536, length - i), 0);
  xmlParseChunk (parsing->context, "", 0, 1);
  /* libxml2 makes a document for the entities that the file declares, though nobody asked for
   * one. */
  if (parsing->context->myDoc != NULL)
    xmlFreeDoc (parsing->context->myDoc);
  xmlFreeParserCtxt (parsing->context);
}

/* The declaration names a character set that the text isn't in any more. */
static const char *
skip_declaration (const char *xml)
{
  const char *end;

  xml += strspn (xml, " \t\r\n");
  if (!g_str_has_prefix (xml, "<?xml"))
    return xml;
  end = strstr (xml, "?>");
  return end != NULL ? end + 2 : xml;
}

static GPtrArray *
read_endnote (const QuothReading  *reading,
              GError             **error)
{
  g_autofree char *declared = quoth_decode_dup_declared (reading->data, reading->length);
  g_autofree char *text = quoth_decode (reading->data, reading->length, declared, reading->notes,
                                        NULL);
  const char *xml = skip_declaration (text);
  g_autoptr(QuothTaggedEntry) entry = quoth_tagged_entry_new ();
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) gathered = g_string_new (NULL);
  Parsing parsing = {
    .reading = reading, .entry = entry, .articles = articles, .path = path, .text = gathered
  };

  parse (&parsing, xml, strlen (xml));
  if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return NULL;
  if (parsing.too_deep)
    {
      g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                   _("The XML is nested deeper than %d levels."), MAX_DEPTH);
      return NULL;
    }
  /* a file that was cut off ends inside a record */
  finish_element (&parsing);
  finish_record (&parsing);
  return quoth_references_finish (reading, g_steal_pointer (&articles), parsing.n_empty, error);
}

const QuothReader quoth_endnote_reader = {
  .name = "endnote",
  .media_type = "application/x-endnote+xml",
  .sniff = sniff_endnote,
  .read = read_endnote,
};
