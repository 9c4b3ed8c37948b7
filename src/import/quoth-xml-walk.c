#include "config.h"

#include "quoth-xml-walk.h"

#include "quoth-import.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* The elements of a document's XML one after the other, nested only so deep, with no entities of
   its own */

#define MAX_BYTES (24 * 1024 * 1024)
#define MAX_MEGABYTES (MAX_BYTES / (1024 * 1024))
#define MAX_DEPTH 250
/* libxml2 compares each attribute of an element with each other. */
#define MAX_ATTRIBUTES 1000
/* A power of two, above the number of names that a document uses */
#define N_KNOWN 256
#define CHECK_EVERY 4096

static const struct {
  const char *end;      /* of the namespace's address */
  const char *prefix;
} namespaces[] = {
  { "/wordprocessingml/main", "w" },
  { "/wordprocessingml/2006/main", "w" },
  { "/markup-compatibility/2006", "mc" },
  { "/metadata/core-properties", "cp" },
  { "/package/2006/relationships", "rel" },
  { "purl.org/dc/elements/1.1/", "dc" },
  { "purl.org/dc/terms/", "dcterms" },
  { ":opendocument:xmlns:office:1.0", "office" },
  { ":opendocument:xmlns:text:1.0", "text" },
  { ":opendocument:xmlns:style:1.0", "style" },
  { ":opendocument:xmlns:table:1.0", "table" },
  { ":opendocument:xmlns:drawing:1.0", "draw" },
  { ":opendocument:xmlns:meta:1.0", "meta" },
  { ":opendocument:xmlns:svg-compatible:1.0", "svg" },
};

/* An element's names, which are the same strings wherever it stands */
typedef struct
{
  const xmlChar *space;
  const xmlChar *name;
  int            id;
} KnownName;

typedef struct
{
  const QuothXmlWalker *walker;
  gpointer              data;
  GHashTable           *ids;
  int                   skip_depth;   /* of the element that is not wanted, or -1 */
  KnownName             known[N_KNOWN];
} Walk;

static int
look_up (const Walk    *walk,
         xmlTextReader *xml)
{
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (xml);
  const char *prefix = (const char *) xmlTextReaderConstPrefix (xml);
  char name[64];

  for (gsize i = 0; space != NULL && i < G_N_ELEMENTS (namespaces); i++)
    if (g_str_has_suffix (space, namespaces[i].end))
      {
        prefix = namespaces[i].prefix;
        break;
      }
  g_snprintf (name, sizeof name, "%s:%s", prefix != NULL ? prefix : "",
              (const char *) xmlTextReaderConstLocalName (xml));
  return GPOINTER_TO_INT (g_hash_table_lookup (walk->ids, name));
}

static int
find_id (Walk          *walk,
         xmlTextReader *xml)
{
  const xmlChar *space = xmlTextReaderConstNamespaceUri (xml);
  const xmlChar *name = xmlTextReaderConstLocalName (xml);
  gsize place = ((gsize) name >> 3 ^ (gsize) space >> 5) % N_KNOWN;
  KnownName *known = &walk->known[place];

  if (name == NULL || space == NULL)
    return look_up (walk, xml);
  if (known->name != name || known->space != space)
    *known = (KnownName) { .space = space, .name = name, .id = look_up (walk, xml) };
  return known->id;
}

static void
end_element (Walk          *walk,
             xmlTextReader *xml,
             int            depth)
{
  int id;

  if (walk->skip_depth >= 0)
    {
      if (depth == walk->skip_depth)
        walk->skip_depth = -1;
      return;
    }
  id = find_id (walk, xml);
  if (id > 0 && walk->walker->end != NULL)
    walk->walker->end (walk->data, id);
}

static void
start_element (Walk          *walk,
               xmlTextReader *xml,
               int            depth)
{
  gboolean is_empty = xmlTextReaderIsEmptyElement (xml) == 1;
  int id;

  if (walk->skip_depth >= 0)
    return;
  id = find_id (walk, xml);
  if (id > 0 && !walk->walker->start (walk->data, id, xml))
    {
      if (!is_empty)
        walk->skip_depth = depth;
    }
  else if (is_empty && id > 0 && walk->walker->end != NULL)
    walk->walker->end (walk->data, id);
}

/* Takes one node; FALSE where the document is one that is not read. */
static gboolean
take_node (Walk           *walk,
           xmlTextReader  *xml,
           GError        **error)
{
  int depth = xmlTextReaderDepth (xml);

  switch (xmlTextReaderNodeType (xml))
    {
    case XML_READER_TYPE_ELEMENT:
      if (depth > MAX_DEPTH)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("The document's XML is nested deeper than %d."), MAX_DEPTH);
          return FALSE;
        }
      start_element (walk, xml, depth);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      end_element (walk, xml, depth);
      break;
    case XML_READER_TYPE_TEXT: case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE: case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (walk->skip_depth < 0 && walk->walker->text != NULL)
        walk->walker->text (walk->data, (const char *) xmlTextReaderConstValue (xml));
      break;
    case XML_READER_TYPE_DOCUMENT_TYPE:
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED,
                           _("The document's XML declares entities of its own, which is not allowed in documents."));
      return FALSE;
    }
  return TRUE;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                       _("The document is damaged or cut off."));
}

/* Refuses what would take the parser long, and what is not there. */
static gboolean
is_within_limits (const char  *bytes,
                  gsize        length,
                  GError     **error)
{
  const char *end = bytes + length;

  if (length == 0)
    {
      set_damaged (error);
      return FALSE;
    }
  if (length > MAX_BYTES)
    {
      g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                   _("The document unpacks to more than %d MB."), MAX_MEGABYTES);
      return FALSE;
    }
  for (const char *p = memchr (bytes, '<', length); p != NULL; p = memchr (p, '<', end - p))
    {
      guint n_attributes = 0;

      for (p++; p < end && *p != '>' && *p != '<'; p++)
        n_attributes += *p == '=';
      if (n_attributes > MAX_ATTRIBUTES)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("An element of the document's XML has more than %d attributes."),
                         MAX_ATTRIBUTES);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * quoth_xml_walk:
 *
 * Walks over a document's elements in their order.
 *
 * Returns: %FALSE with @error set where the XML is none, breaks off, or is beyond a limit
 */
gboolean
quoth_xml_walk (GBytes                *xml,
                const QuothXmlWalker  *walker,
                gpointer               data,
                GCancellable          *cancellable,
                GError               **error)
{
  static const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                             | XML_PARSE_COMPACT;
  gsize length;
  const char *bytes = g_bytes_get_data (xml, &length);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Walk walk = { .walker = walker, .data = data, .ids = ids, .skip_depth = -1 };
  xmlTextReader *reader = NULL;
  gboolean is_taken = TRUE;
  guint n = 0;
  int result = -1;

  if (!is_within_limits (bytes, length, error))
    return FALSE;
  reader = xmlReaderForMemory (bytes, (int) length, NULL, NULL, options);
  for (gsize i = 0; walker->names[i].name != NULL; i++)
    g_hash_table_insert (ids, (gpointer) walker->names[i].name,
                         GINT_TO_POINTER (walker->names[i].id));
  while (is_taken && reader != NULL && (result = xmlTextReaderRead (reader)) == 1)
    is_taken = take_node (&walk, reader, error)
               && (++n % CHECK_EVERY != 0 || !g_cancellable_set_error_if_cancelled (cancellable,
                                                                                    error));
  g_clear_pointer (&reader, xmlFreeTextReader);
  if (is_taken && result != 0)
    {
      const xmlError *problem = xmlGetLastError ();

      is_taken = FALSE;
      if (problem != NULL && problem->code == XML_ERR_INTERNAL_ERROR)
        g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                     _("The document's XML is nested deeper than %d."), MAX_DEPTH);
      else
        set_damaged (error);
    }
  return is_taken;
}

/**
 * quoth_xml_dup:
 * @attribute: its name without a prefix
 *
 * Returns: (transfer full) (nullable): an attribute of the element that is being started
 */
char *
quoth_xml_dup (xmlTextReader *xml,
               const char    *attribute)
{
  char *value = NULL;
  int result = xmlTextReaderMoveToFirstAttribute (xml);

  for (; result == 1 && value == NULL; result = xmlTextReaderMoveToNextAttribute (xml))
    if (strcmp ((const char *) xmlTextReaderConstLocalName (xml), attribute) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (xml));
  xmlTextReaderMoveToElement (xml);
  return value;
}

/**
 * quoth_xml_get_int:
 *
 * Returns: an attribute's number; @otherwise where there is none
 */
int
quoth_xml_get_int (xmlTextReader *xml,
                   const char    *attribute,
                   int            otherwise)
{
  g_autofree char *value = quoth_xml_dup (xml, attribute);

  return value != NULL && g_regex_match_simple ("^-?\\d{1,6}$", value, 0, 0) ? atoi (value)
         : otherwise;
}
