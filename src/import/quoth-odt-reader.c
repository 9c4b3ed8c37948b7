#include "config.h"

#include "quoth-document-flow.h"
#include "quoth-document-properties.h"
#include "quoth-document-styles.h"
#include "quoth-package.h"
#include "quoth-xml-walk.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * OpenDocument texts (ODT, and their one-file form FODT): unpacked by libarchive, parsed by
 * libxml2, both in this process. What a tracked change deleted, hidden text, comments, tables of
 * contents and the heads and feet of pages are left out.
 */

enum {
  ELEMENT_P = 1, ELEMENT_H, ELEMENT_SPAN, ELEMENT_SPACE, ELEMENT_BREAK, ELEMENT_LIST,
  ELEMENT_LIST_HEADER, ELEMENT_SKIPPED,
  ELEMENT_NOTE, ELEMENT_ROW, ELEMENT_CELL, ELEMENT_STYLE, ELEMENT_TEXT_STYLE, ELEMENT_BODY,
};

static const QuothXmlName names[] = {
  { "text:p", ELEMENT_P }, { "text:h", ELEMENT_H }, { "text:span", ELEMENT_SPAN },
  { "text:s", ELEMENT_SPACE },
  { "text:tab", ELEMENT_SPACE }, { "text:line-break", ELEMENT_BREAK },
  { "text:list", ELEMENT_LIST },
  { "text:list-header", ELEMENT_LIST_HEADER }, { "text:note", ELEMENT_NOTE },
  { "text:note-citation", ELEMENT_SKIPPED },
  { "table:table-row", ELEMENT_ROW }, { "table:table-cell", ELEMENT_CELL },
  { "style:style", ELEMENT_STYLE },
  { "style:text-properties", ELEMENT_TEXT_STYLE }, { "office:text", ELEMENT_BODY },
  { "office:annotation", ELEMENT_SKIPPED },
  { "text:tracked-changes", ELEMENT_SKIPPED }, { "text:hidden-text", ELEMENT_SKIPPED },
  { "text:hidden-paragraph", ELEMENT_SKIPPED }, { "text:ruby-text", ELEMENT_SKIPPED },
  { "text:table-of-content", ELEMENT_SKIPPED }, { "text:alphabetical-index", ELEMENT_SKIPPED },
  { "text:illustration-index", ELEMENT_SKIPPED }, { "text:table-index", ELEMENT_SKIPPED },
  { "text:user-index", ELEMENT_SKIPPED }, { "svg:title", ELEMENT_SKIPPED },
  { "svg:desc", ELEMENT_SKIPPED },
  { "office:forms", ELEMENT_SKIPPED }, { "office:scripts", ELEMENT_SKIPPED },
  { "office:binary-data", ELEMENT_SKIPPED },
  { "office:master-styles", ELEMENT_SKIPPED }, { "draw:object", ELEMENT_SKIPPED }, { NULL, 0 },
};

typedef struct
{
  char    *style;
  gboolean is_heading;
  gboolean is_item;
} Paragraph;

typedef struct
{
  QuothDocumentFlow  *flow;
  GHashTable         *styles;
  QuothDocumentStyle *style;        /* the one being read */
  GArray             *paragraphs;   /* of Paragraph: those begun and not ended */
  guint               n_lists;      /* around this place */
  guint               n_list_headers;
  guint               n_notes;
  gboolean            in_body;
} Walk;

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *) data)->style);
}

/* A style's name as people see it: "Heading_20_1" is what files call "Heading 1" */
static char *
dup_shown_name (xmlTextReader *xml,
                const char    *id)
{
  char *shown = quoth_xml_dup (xml, "display-name");

  if (shown == NULL)
    {
      g_auto(GStrv) pieces = g_strsplit (id, "_20_", -1);

      shown = g_strjoinv (" ", pieces);
    }
  return shown;
}

static void
start_style (Walk          *walk,
             xmlTextReader *xml)
{
  g_autofree char *id = quoth_xml_dup (xml, "name");

  walk->style = NULL;
  if (id == NULL)
    return;
  walk->style = quoth_document_styles_add (walk->styles, id);
  walk->style->name = dup_shown_name (xml, id);
  walk->style->parent = quoth_xml_dup (xml, "parent-style-name");
}

static void
start_text_style (Walk          *walk,
                  xmlTextReader *xml)
{
  g_autofree char *display = quoth_xml_dup (xml, "display");

  if (walk->style != NULL)
    walk->style->is_hidden = g_strcmp0 (display, "none") == 0;
}

static gboolean
start_paragraph (Walk          *walk,
                 int            id,
                 xmlTextReader *xml)
{
  Paragraph paragraph = { .is_heading = id == ELEMENT_H };

  if (!walk->in_body)
    return FALSE;
  paragraph.style = quoth_xml_dup (xml, "style-name");
  if (quoth_document_styles_is_hidden (walk->styles, paragraph.style))
    {
      g_free (paragraph.style);
      return FALSE;
    }
  paragraph.is_item = walk->n_lists > 0 && walk->n_list_headers == 0;
  g_array_append_val (walk->paragraphs, paragraph);
  quoth_document_flow_begin (walk->flow);
  return TRUE;
}

static gboolean
start_span (Walk          *walk,
            xmlTextReader *xml)
{
  g_autofree char *style = quoth_xml_dup (xml, "style-name");

  return !quoth_document_styles_is_hidden (walk->styles, style);
}

static void
start_note (Walk *walk)
{
  g_autofree char *id = g_strdup_printf ("%u", walk->n_notes++);

  quoth_document_flow_use_note (walk->flow, id);
  quoth_document_flow_begin_note (walk->flow, id);
}

static void
add_words (Walk       *walk,
           const char *words)
{
  GString *text = quoth_document_flow_get_text (walk->flow);

  if (text != NULL)
    quoth_document_append_words (text, words, -1);
}

static void
add_break (Walk *walk)
{
  GString *text = quoth_document_flow_get_text (walk->flow);

  if (text != NULL)
    g_string_append_c (text, '\n');
}

static gboolean
start_element (gpointer       data,
               int            id,
               xmlTextReader *xml)
{
  Walk *walk = data;

  if (quoth_document_flow_is_full (walk->flow))
    return FALSE;
  switch (id)
    {
    case ELEMENT_P: case ELEMENT_H:
      return start_paragraph (walk, id, xml);
    case ELEMENT_SPAN:
      return start_span (walk, xml);
    case ELEMENT_SPACE:
      add_words (walk, " ");
      break;
    case ELEMENT_BREAK:
      add_break (walk);
      break;
    case ELEMENT_LIST:
      walk->n_lists++;
      break;
    case ELEMENT_LIST_HEADER:
      walk->n_list_headers++;
      break;
    case ELEMENT_SKIPPED:
      return FALSE;
    case ELEMENT_NOTE:
      start_note (walk);
      break;
    case ELEMENT_ROW:
      quoth_document_flow_begin_row (walk->flow);
      break;
    case ELEMENT_CELL:
      quoth_document_flow_begin_cell (walk->flow);
      break;
    case ELEMENT_STYLE:
      start_style (walk, xml);
      break;
    case ELEMENT_TEXT_STYLE:
      start_text_style (walk, xml);
      break;
    case ELEMENT_BODY:
      walk->in_body = TRUE;
      break;
    }
  return TRUE;
}

static void
end_paragraph (Walk *walk)
{
  const Paragraph *paragraph;
  QuothDocumentRole role;

  if (walk->paragraphs->len == 0)
    return;
  paragraph = &g_array_index (walk->paragraphs, Paragraph, walk->paragraphs->len - 1);
  role = quoth_document_styles_role (walk->styles, paragraph->style);
  if (paragraph->is_heading && role != QUOTH_ROLE_HEADLINE && role != QUOTH_ROLE_STANDFIRST)
    role = QUOTH_ROLE_HEADING;
  else if (paragraph->is_item && role == QUOTH_ROLE_PLAIN)
    role = QUOTH_ROLE_LIST_ITEM;
  quoth_document_flow_end (walk->flow, role);
  g_array_set_size (walk->paragraphs, walk->paragraphs->len - 1);
}

static void
end_element (gpointer data,
             int      id)
{
  Walk *walk = data;

  switch (id)
    {
    case ELEMENT_P: case ELEMENT_H:
      end_paragraph (walk);
      break;
    case ELEMENT_LIST:
      walk->n_lists--;
      break;
    case ELEMENT_LIST_HEADER:
      walk->n_list_headers--;
      break;
    case ELEMENT_NOTE:
      quoth_document_flow_end_note (walk->flow);
      break;
    case ELEMENT_ROW:
      quoth_document_flow_end_row (walk->flow, FALSE);
      break;
    case ELEMENT_STYLE:
      walk->style = NULL;
      break;
    case ELEMENT_BODY:
      walk->in_body = FALSE;
      break;
    }
}

static void
take_text (gpointer    data,
           const char *text)
{
  add_words (data, text);
}

static gboolean
read_text (const QuothReading  *reading,
           QuothDocument       *document,
           GBytes              *styles_part,
           GBytes              *text,
           GError             **error)
{
  static const QuothXmlWalker walker = { .names = names, .start = start_element, .end = end_element,
                                         .text = take_text };
  g_autoptr(QuothDocumentFlow) flow = quoth_document_flow_new (document);
  g_autoptr(GHashTable) styles = quoth_document_styles_new ();
  g_autoptr(GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  Walk walk = { .flow = flow, .styles = styles, .paragraphs = paragraphs };

  g_array_set_clear_func (paragraphs, clear_paragraph);
  if ((styles_part != NULL && !quoth_xml_walk (styles_part, &walker, &walk, reading->cancellable,
                                               error))
      || !quoth_xml_walk (text, &walker, &walk, reading->cancellable, error))
    return FALSE;
  return quoth_document_flow_finish (flow, error);
}

static gboolean
is_wanted (const char *name)
{
  return g_str_equal (name, "content.xml") || g_str_equal (name, "styles.xml")
         || g_str_equal (name, "meta.xml")
         || g_str_equal (name, "META-INF/manifest.xml");
}

/* Its parts are unreadable then, and the list of them says so. */
static gboolean
is_encrypted (GHashTable *parts)
{
  GBytes *manifest = g_hash_table_lookup (parts, "META-INF/manifest.xml");
  gsize length = 0;
  const char *data = manifest != NULL ? g_bytes_get_data (manifest, &length) : NULL;

  return data != NULL && memmem (data, length, "encryption-data",
                                 strlen ("encryption-data")) != NULL;
}

static gboolean
is_package (const QuothReading *reading)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";

  return reading->length >= 4 && memcmp (reading->data, "PK\3\4", 4) == 0
         && memmem (reading->data, MIN (reading->length, 256), type, strlen (type)) != NULL;
}

static gboolean
is_flat (const QuothReading *reading)
{
  return g_str_has_prefix (reading->head, "<?xml")
         && g_regex_match_simple ("<office:document\\b[^>]*\\boffice:mimetype=\"application/vnd\\.oasis\\.opendocument\\.text\"",
                                  reading->head, 0, 0);
}

static gboolean
sniff_odt (const QuothReading *reading)
{
  return is_package (reading) || is_flat (reading);
}

static GPtrArray *
read_package (const QuothReading  *reading,
              QuothDocument       *document,
              GError             **error)
{
  g_autoptr(GHashTable) parts = quoth_package_read (reading->data, reading->length, is_wanted,
                                                    reading->cancellable, error);
  GBytes *text;

  if (parts == NULL)
    return NULL;
  text = g_hash_table_lookup (parts, "content.xml");
  if (is_encrypted (parts))
    g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED,
                         _("The document is protected by a password."));
  else if (text == NULL)
    g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                         _("The OpenDocument text is damaged: its text is not in it."));
  else if (quoth_document_read_properties (document, g_hash_table_lookup (parts, "meta.xml"),
                                           reading->cancellable, error)
           && read_text (reading, document, g_hash_table_lookup (parts, "styles.xml"), text, error))
    return quoth_document_finish (document, reading, error);
  return NULL;
}

static GPtrArray *
read_odt (const QuothReading  *reading,
          GError             **error)
{
  g_autoptr(QuothDocument) document = quoth_document_new (reading);
  g_autoptr(GBytes) text = NULL;

  if (!is_flat (reading))
    return read_package (reading, document, error);
  text = g_bytes_new_static (reading->data, reading->length);
  if (!quoth_document_read_properties (document, text, reading->cancellable, error)
      || !read_text (reading, document, NULL, text, error))
    return NULL;
  return quoth_document_finish (document, reading, error);
}

const QuothReader quoth_odt_reader = {
  .name = "odt",
  .media_type = "application/vnd.oasis.opendocument.text",
  .sniff = sniff_odt,
  .read = read_odt,
};
