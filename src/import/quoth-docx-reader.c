#include "config.h"

#include "quoth-document-flow.h"
#include "quoth-document-properties.h"
#include "quoth-document-styles.h"
#include "quoth-package.h"
#include "quoth-xml-walk.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Word documents (DOCX): unpacked by libarchive, parsed by libxml2, both in this process. Styles
 * say what is a heading, a list, a quotation or a caption. What a tracked change deleted, hidden
 * text, comments and the heads and feet of pages are left out.
 */

enum {
  W_P = 1, W_PPR, W_PSTYLE, W_NUMID, W_OUTLINE, W_RPR, W_R, W_T, W_TAB, W_BR, W_CR, W_HYPHEN,
  W_VANISH, W_DEL, W_SKIPPED,
  W_FOOTNOTE_MARK, W_ENDNOTE_MARK, W_FOOTNOTE, W_ENDNOTE, W_TR, W_TRPR, W_TC, W_STYLE, W_NAME,
  W_BASED_ON,
};

static const QuothXmlName text_names[] = {
  { "w:p", W_P }, { "w:pPr", W_PPR }, { "w:pStyle", W_PSTYLE }, { "w:numId", W_NUMID },
  { "w:outlineLvl", W_OUTLINE },
  { "w:rPr", W_RPR }, { "w:r", W_R }, { "w:t", W_T }, { "w:tab", W_TAB }, { "w:br", W_BR },
  { "w:cr", W_CR },
  { "w:noBreakHyphen", W_HYPHEN }, { "w:vanish", W_VANISH }, { "w:del", W_DEL },
  { "w:moveFrom", W_DEL },
  { "w:pPrChange", W_SKIPPED }, { "w:rPrChange", W_SKIPPED }, { "w:sdtPr", W_SKIPPED },
  { "w:rt", W_SKIPPED },
  { "mc:Fallback", W_SKIPPED }, { "w:footnoteReference", W_FOOTNOTE_MARK },
  { "w:endnoteReference", W_ENDNOTE_MARK },
  { "w:footnote", W_FOOTNOTE }, { "w:endnote", W_ENDNOTE }, { "w:tr", W_TR }, { "w:trPr", W_TRPR },
  { "w:tc", W_TC },
  { NULL, 0 },
};

static const QuothXmlName style_names[] = {
  { "w:style", W_STYLE }, { "w:name", W_NAME }, { "w:basedOn", W_BASED_ON },
  { "w:outlineLvl", W_OUTLINE },
  { "w:numId", W_NUMID }, { NULL, 0 },
};

/* What a paragraph says of itself before its text */
typedef struct
{
  char    *style;
  int      number;       /* of the list it is in, 0 for none, -1 unsaid */
  gboolean is_heading;
  gboolean is_joined;    /* its end was deleted */
} Properties;

typedef struct
{
  QuothDocumentFlow  *flow;
  GHashTable         *styles;
  QuothDocumentStyle *style;           /* the one being read */
  GArray             *paragraphs;      /* of Properties: those begun and not ended */
  gboolean            in_properties;   /* of the paragraph */
  gboolean            in_row_properties;
  gboolean            in_text;
  gboolean            is_hidden;       /* the run */
  gboolean            is_deleted;      /* the row */
} Walk;

static void
clear_properties (gpointer data)
{
  g_free (((Properties *) data)->style);
}

static Properties *
get_properties (Walk *walk)
{
  return walk->paragraphs->len > 0 ? &g_array_index (walk->paragraphs, Properties,
                                                     walk->paragraphs->len - 1) : NULL;
}

static gboolean
is_on (xmlTextReader *xml)
{
  g_autofree char *value = quoth_xml_dup (xml, "val");

  return value == NULL || (!g_str_equal (value, "0") && !g_str_equal (value, "false")
                           && !g_str_equal (value, "off"));
}

/* Footnotes and endnotes are numbered each for themselves. */
static char *
dup_note_id (xmlTextReader *xml,
             char           kind)
{
  g_autofree char *id = quoth_xml_dup (xml, "id");

  return g_strdup_printf ("%c%s", kind, id != NULL ? id : "");
}

static gboolean
start_note (Walk          *walk,
            xmlTextReader *xml,
            char           kind)
{
  g_autofree char *id = dup_note_id (xml, kind);
  g_autofree char *type = quoth_xml_dup (xml, "type");

  if (type != NULL && !g_str_equal (type, "normal"))
    return FALSE;
  quoth_document_flow_begin_note (walk->flow, id);
  return TRUE;
}

static void
use_note (Walk          *walk,
          xmlTextReader *xml,
          char           kind)
{
  g_autofree char *id = dup_note_id (xml, kind);

  quoth_document_flow_use_note (walk->flow, id);
}

static void
add_words (Walk       *walk,
           const char *words)
{
  GString *text = quoth_document_flow_get_text (walk->flow);

  if (text != NULL && !walk->is_hidden && !walk->in_properties)
    quoth_document_append_words (text, words, -1);
}

static void
add_break (Walk          *walk,
           xmlTextReader *xml)
{
  GString *text = quoth_document_flow_get_text (walk->flow);
  g_autofree char *type = quoth_xml_dup (xml, "type");

  if (text != NULL && !walk->is_hidden && (type == NULL || g_str_equal (type, "textWrapping")))
    g_string_append_c (text, '\n');
}

static void
start_paragraph (Walk *walk)
{
  const Properties properties = { .number = -1 };

  g_array_append_val (walk->paragraphs, properties);
  quoth_document_flow_begin (walk->flow);
  walk->in_properties = walk->is_hidden = FALSE;
}

/* A deletion of the paragraph's end or of the row stands in its properties, another one around what
   was deleted. */
static gboolean
start_deletion (Walk *walk)
{
  Properties *properties = get_properties (walk);

  if (walk->in_row_properties)
    walk->is_deleted = TRUE;
  else if (walk->in_properties && properties != NULL)
    properties->is_joined = TRUE;
  return FALSE;
}

static void
start_property (Walk          *walk,
                int            id,
                xmlTextReader *xml)
{
  Properties *properties = get_properties (walk);

  if (properties == NULL || !walk->in_properties)
    return;
  if (id == W_PSTYLE)
    {
      g_free (properties->style);
      properties->style = quoth_xml_dup (xml, "val");
    }
  else if (id == W_NUMID)
    properties->number = quoth_xml_get_int (xml, "val", 0);
  else
    properties->is_heading = quoth_xml_get_int (xml, "val", 9) < 9;
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
    case W_P:
      start_paragraph (walk);
      break;
    case W_PPR:
      walk->in_properties = TRUE;
      break;
    case W_PSTYLE: case W_NUMID: case W_OUTLINE:
      start_property (walk, id, xml);
      break;
    case W_R:
      walk->is_hidden = FALSE;
      break;
    case W_T:
      walk->in_text = TRUE;
      break;
    case W_TAB:
      add_words (walk, " ");
      break;
    case W_BR: case W_CR:
      add_break (walk, xml);
      break;
    case W_HYPHEN:
      add_words (walk, "-");
      break;
    case W_VANISH:
      walk->is_hidden |= !walk->in_properties && is_on (xml);
      break;
    case W_DEL:
      return start_deletion (walk);
    case W_SKIPPED:
      return FALSE;
    case W_FOOTNOTE_MARK: case W_ENDNOTE_MARK:
      use_note (walk, xml, id == W_FOOTNOTE_MARK ? 'f' : 'e');
      break;
    case W_FOOTNOTE: case W_ENDNOTE:
      return start_note (walk, xml, id == W_FOOTNOTE ? 'f' : 'e');
    case W_TR:
      quoth_document_flow_begin_row (walk->flow);
      walk->is_deleted = FALSE;
      break;
    case W_TRPR:
      walk->in_row_properties = TRUE;
      break;
    case W_TC:
      quoth_document_flow_begin_cell (walk->flow);
      break;
    }
  return TRUE;
}

static void
end_paragraph (Walk *walk)
{
  const Properties *properties = get_properties (walk);
  QuothDocumentRole role;

  if (properties == NULL)
    return;
  role = quoth_document_styles_role (walk->styles, properties->style);
  if (properties->is_heading && (role == QUOTH_ROLE_PLAIN || role == QUOTH_ROLE_LIST_ITEM))
    role = QUOTH_ROLE_HEADING;
  if (role == QUOTH_ROLE_PLAIN
      && (properties->number > 0
          || (properties->number < 0 && quoth_document_styles_is_list (walk->styles,
                                                                       properties->style))))
    role = QUOTH_ROLE_LIST_ITEM;
  if (properties->is_joined)
    quoth_document_flow_end_joined (walk->flow);
  else
    quoth_document_flow_end (walk->flow, role);
  g_array_set_size (walk->paragraphs, walk->paragraphs->len - 1);
  walk->in_properties = walk->is_hidden = FALSE;
}

static void
end_element (gpointer data,
             int      id)
{
  Walk *walk = data;

  switch (id)
    {
    case W_P:
      end_paragraph (walk);
      break;
    case W_PPR:
      walk->in_properties = FALSE;
      break;
    case W_R:
      walk->is_hidden = FALSE;
      break;
    case W_T:
      walk->in_text = FALSE;
      break;
    case W_FOOTNOTE: case W_ENDNOTE:
      quoth_document_flow_end_note (walk->flow);
      break;
    case W_TR:
      quoth_document_flow_end_row (walk->flow, walk->is_deleted);
      walk->is_deleted = FALSE;
      break;
    case W_TRPR:
      walk->in_row_properties = FALSE;
      break;
    }
}

static void
take_text (gpointer    data,
           const char *text)
{
  Walk *walk = data;

  if (walk->in_text)
    add_words (walk, text);
}

static gboolean
start_style (gpointer       data,
             int            id,
             xmlTextReader *xml)
{
  Walk *walk = data;
  g_autofree char *style_id = id == W_STYLE ? quoth_xml_dup (xml, "styleId") : NULL;

  if (id == W_STYLE)
    walk->style = style_id != NULL ? quoth_document_styles_add (walk->styles, style_id) : NULL;
  if (walk->style == NULL)
    return TRUE;
  if (id == W_NAME && walk->style->name == NULL)
    walk->style->name = quoth_xml_dup (xml, "val");
  else if (id == W_BASED_ON && walk->style->parent == NULL)
    walk->style->parent = quoth_xml_dup (xml, "val");
  else if (id == W_OUTLINE)
    walk->style->is_heading = quoth_xml_get_int (xml, "val", 9) < 9;
  else if (id == W_NUMID)
    walk->style->is_list = quoth_xml_get_int (xml, "val", 0) > 0;
  return TRUE;
}

static gboolean
read_text (const QuothReading  *reading,
           QuothDocument       *document,
           GHashTable          *parts,
           GBytes              *text,
           GError             **error)
{
  static const QuothXmlWalker style_walker = { .names = style_names, .start = start_style };
  static const QuothXmlWalker text_walker = { .names = text_names, .start = start_element,
                                              .end = end_element, .text = take_text };
  static const char *const note_parts[] = { "word/footnotes.xml", "word/endnotes.xml" };
  g_autoptr(QuothDocumentFlow) flow = quoth_document_flow_new (document);
  g_autoptr(GHashTable) styles = quoth_document_styles_new ();
  g_autoptr(GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Properties));
  Walk walk = { .flow = flow, .styles = styles, .paragraphs = paragraphs };
  GBytes *part = g_hash_table_lookup (parts, "word/styles.xml");

  g_array_set_clear_func (paragraphs, clear_properties);
  if (part != NULL && !quoth_xml_walk (part, &style_walker, &walk, reading->cancellable, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (note_parts); i++)
    {
      part = g_hash_table_lookup (parts, note_parts[i]);
      if (part != NULL && !quoth_xml_walk (part, &text_walker, &walk, reading->cancellable, error))
        return FALSE;
    }
  if (!quoth_xml_walk (text, &text_walker, &walk, reading->cancellable, error))
    return FALSE;
  return quoth_document_flow_finish (flow, error);
}

static gboolean
is_wanted (const char *name)
{
  return g_regex_match_simple ("^(?:word/(?:document\\d*|styles|footnotes|endnotes)\\.xml|docProps/core\\.xml)$", name, 0, 0);
}

/* Some programs number the part that holds the text. */
static GBytes *
find_text (GHashTable *parts)
{
  GHashTableIter iter;
  gpointer name, part;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &part))
    if (g_str_has_prefix (name, "word/document"))
      return part;
  return NULL;
}

static gboolean
sniff_docx (const QuothReading *reading)
{
  return reading->length >= 4 && memcmp (reading->data, "PK\3\4", 4) == 0
         && memmem (reading->data, reading->length, "word/document",
                    strlen ("word/document")) != NULL;
}

static GPtrArray *
read_docx (const QuothReading  *reading,
           GError             **error)
{
  g_autoptr(GHashTable) parts = quoth_package_read (reading->data, reading->length, is_wanted,
                                                    reading->cancellable, error);
  g_autoptr(QuothDocument) document = NULL;
  GBytes *text;

  if (parts == NULL)
    return NULL;
  text = find_text (parts);
  if (text == NULL)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                           _("The Word document is damaged: its text is not in it."));
      return NULL;
    }
  document = quoth_document_new (reading);
  if (!quoth_document_read_properties (document, g_hash_table_lookup (parts, "docProps/core.xml"),
                                       reading->cancellable, error)
      || !read_text (reading, document, parts, text, error))
    return NULL;
  return quoth_document_finish (document, reading, error);
}

const QuothReader quoth_docx_reader = {
  .name = "docx",
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .sniff = sniff_docx,
  .read = read_docx,
};
