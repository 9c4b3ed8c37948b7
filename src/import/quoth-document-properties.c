#include "quoth-document-properties.h"

#include "quoth-date.h"
#include "quoth-xml-walk.h"

/* The properties that word processors keep of a document: docProps/core.xml of DOCX, meta.xml of
   ODT */

enum {
  ELEMENT_TITLE = 1,
  ELEMENT_CREATOR,
  ELEMENT_FIRST_CREATOR,
  ELEMENT_CREATED,
  ELEMENT_LANGUAGE,
  ELEMENT_PUBLISHER,
  N_ELEMENTS
};

static const QuothXmlName names[] = {
  { "dc:title", ELEMENT_TITLE },
  { "dc:creator", ELEMENT_CREATOR },
  { "meta:initial-creator", ELEMENT_FIRST_CREATOR },
  { "dcterms:created", ELEMENT_CREATED },
  { "meta:creation-date", ELEMENT_CREATED },
  { "dc:language", ELEMENT_LANGUAGE },
  { "dc:publisher", ELEMENT_PUBLISHER },
  { NULL, 0 },
};

typedef struct
{
  GString *values[N_ELEMENTS];
  int      element;   /* 0 outside those */
} Walk;

static gboolean
start (gpointer       data,
       int            id,
       xmlTextReader *xml G_GNUC_UNUSED)
{
  Walk *walk = data;

  walk->element = id;
  g_string_truncate (walk->values[id], 0);
  return TRUE;
}

static void
end (gpointer data,
     int      id G_GNUC_UNUSED)
{
  Walk *walk = data;

  walk->element = 0;
}

static void
take_text (gpointer    data,
           const char *text)
{
  Walk *walk = data;

  if (walk->element > 0)
    quoth_document_append_words (walk->values[walk->element], text, -1);
}

static char *
dup_value (const Walk *walk,
           int         element)
{
  g_autofree char *value = g_strstrip (g_strdup (walk->values[element]->str));

  return *value != '\0' ? g_steal_pointer (&value) : NULL;
}

static void
set_properties (QuothDocument *document,
                const Walk    *walk)
{
  g_autofree char *created = dup_value (walk, ELEMENT_CREATED);
  g_autofree char *language = dup_value (walk, ELEMENT_LANGUAGE);
  g_autofree char *publisher = dup_value (walk, ELEMENT_PUBLISHER);

  document->title = dup_value (walk, ELEMENT_TITLE);
  document->author = dup_value (walk, ELEMENT_FIRST_CREATOR);
  if (document->author == NULL)
    document->author = dup_value (walk, ELEMENT_CREATOR);
  if (created != NULL)
    document->created = quoth_date_parse (created);
  if (language != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", language, 0,
                                                0))
    quoth_article_set_fact (document->article, QUOTH_FACT_LANGUAGE, language);
  if (publisher != NULL)
    quoth_article_set_fact (document->article, QUOTH_FACT_PUBLISHER, publisher);
}

/**
 * quoth_document_read_properties:
 * @xml: (nullable): the part of a package that holds them
 *
 * Reads a document's properties, once.
 */
gboolean
quoth_document_read_properties (QuothDocument  *document,
                                GBytes         *xml,
                                GCancellable   *cancellable,
                                GError        **error)
{
  static const QuothXmlWalker walker = { .names = names, .start = start, .end = end,
                                         .text = take_text };
  Walk walk = { .element = 0 };
  gboolean is_read;

  if (xml == NULL)
    return TRUE;
  for (int i = 0; i < N_ELEMENTS; i++)
    walk.values[i] = g_string_new (NULL);
  is_read = quoth_xml_walk (xml, &walker, &walk, cancellable, error);
  if (is_read)
    set_properties (document, &walk);
  for (int i = 0; i < N_ELEMENTS; i++)
    g_string_free (walk.values[i], TRUE);
  return is_read;
}
