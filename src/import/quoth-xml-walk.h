#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * QuothXmlName:
 * @name: with the prefix that is usual for its namespace, whatever the document calls it: "w:p"
 * @id: above 0
 */
typedef struct
{
  const char *name;
  int         id;
} QuothXmlName;

/**
 * QuothXmlWalker:
 * @names: the elements that mean something, ended by a %NULL name
 * @start: at each of them; says whether its content is wanted
 * @end: at the end of each whose content was
 * @text: (nullable): the text anywhere in what is wanted
 *
 * What is done with the elements of a document.
 */
typedef struct
{
  const QuothXmlName *names;
  gboolean (*start) (gpointer          data,
                     int               id,
                     xmlTextReader    *xml);
  void     (*end)   (gpointer          data,
                     int               id);
  void     (*text)  (gpointer          data,
                     const char       *text);
} QuothXmlWalker;

gboolean quoth_xml_walk      (GBytes                *xml,
                              const QuothXmlWalker  *walker,
                              gpointer               data,
                              GCancellable          *cancellable,
                              GError               **error);
char    *quoth_xml_dup       (xmlTextReader         *xml,
                              const char            *attribute);
int      quoth_xml_get_int   (xmlTextReader         *xml,
                              const char            *attribute,
                              int                    otherwise);

G_END_DECLS
