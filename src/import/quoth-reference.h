#pragma once

#include "quoth-reader.h"

G_BEGIN_DECLS

/**
 * QuothReference:
 *
 * One entry of a reference manager on its way to an article. Of each fact the first value counts;
 * what an entry says of its text (links to files, an address) is kept for whoever joins the two.
 */
typedef struct
{
  QuothArticle *article;
  GString      *author;    /* as it is to be shown */
  char         *abstract;
  char         *doi;
  GPtrArray    *links;     /* of char *: files that may hold the text */
  gboolean      has_facts;
} QuothReference;

QuothReference *quoth_reference_new          (const QuothReading *reading,
                                              guint               number);
void            quoth_reference_free         (QuothReference     *self);
void            quoth_reference_set          (QuothReference     *self,
                                              QuothFact           fact,
                                              const char         *value);
void            quoth_reference_set_type     (QuothReference     *self,
                                              QuothArticleType    type);
void            quoth_reference_add_author   (QuothReference     *self,
                                              const char         *name);
void            quoth_reference_add_name     (QuothReference     *self,
                                              const char         *given,
                                              const char         *family,
                                              const char         *literal);
void            quoth_reference_set_date     (QuothReference     *self,
                                              QuothFact           fact,
                                              const char         *iso,
                                              const char         *printed);
void            quoth_reference_set_language (QuothReference     *self,
                                              const char         *name);
void            quoth_reference_set_doi      (QuothReference     *self,
                                              const char         *doi);
void            quoth_reference_set_abstract (QuothReference     *self,
                                              const char         *abstract);
void            quoth_reference_add_link     (QuothReference     *self,
                                              const char         *link);
gboolean        quoth_reference_finish       (QuothReference     *self,
                                              GPtrArray          *articles);

/* What every reader of references does with its list at the end. */
GPtrArray      *quoth_references_finish      (const QuothReading *reading,
                                              GPtrArray          *articles,
                                              guint               n_empty,
                                              GError            **error);

char           *quoth_reference_dup_text     (const QuothReading *reading,
                                              gsize              *length);
char           *quoth_reference_parse_date   (const char         *printed);
char           *quoth_reference_join_date    (const char         *year,
                                              const char         *month,
                                              const char         *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReference, quoth_reference_free)

G_END_DECLS
