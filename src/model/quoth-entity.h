#pragma once

#include <glib-object.h>

#include "quoth-analysis.h"

G_BEGIN_DECLS

#define QUOTH_TYPE_ENTITY (quoth_entity_get_type ())
G_DECLARE_FINAL_TYPE (QuothEntity, quoth_entity, QUOTH, ENTITY, GObject)

/**
 * QuothRole:
 *
 * What a person is, as one article stated it. @organisation is an entity of the same article or
 * NULL.
 */
typedef struct
{
  char            *title;
  QuothEntity     *organisation;
  QuothRoleStatus  status;
  QuothSpan        span;
} QuothRole;

const char *quoth_entity_kind_to_string   (QuothEntityKind   kind);
gboolean    quoth_entity_kind_from_string (const char       *string,
                                           QuothEntityKind  *kind);
const char *quoth_role_status_to_string   (QuothRoleStatus   status);
gboolean    quoth_role_status_from_string (const char       *string,
                                           QuothRoleStatus  *status);

/* A person, organisation … of one article. "person" is the UUID of the library's entity it is
 * linked to. */
QuothEntity     *quoth_entity_new            (const char       *id,
                                              QuothEntityKind   kind,
                                              const char       *name);
const char      *quoth_entity_get_id         (QuothEntity      *self);
QuothEntityKind  quoth_entity_get_kind       (QuothEntity      *self);
const char      *quoth_entity_get_name       (QuothEntity      *self);
const char      *quoth_entity_get_honorific  (QuothEntity      *self);
void             quoth_entity_set_honorific  (QuothEntity      *self,
                                              const char       *honorific);
gboolean         quoth_entity_get_named      (QuothEntity      *self);
void             quoth_entity_set_named      (QuothEntity      *self,
                                              gboolean          named);
const char      *quoth_entity_get_person     (QuothEntity      *self);
void             quoth_entity_set_person     (QuothEntity      *self,
                                              const char       *person);
GPtrArray       *quoth_entity_get_aliases    (QuothEntity      *self);  /* of char * */
GPtrArray       *quoth_entity_get_roles      (QuothEntity      *self);  /* of QuothRole * */
GArray          *quoth_entity_get_mentions   (QuothEntity      *self);  /* of QuothSpan */
void             quoth_entity_add_alias      (QuothEntity      *self,
                                              const char       *alias);
void             quoth_entity_add_role       (QuothEntity      *self,
                                              const char       *title,
                                              QuothEntity      *organisation,
                                              QuothRoleStatus   status,
                                              QuothSpan         span);
void             quoth_entity_add_mention    (QuothEntity      *self,
                                              QuothSpan         span);
char            *quoth_entity_dup_full_name  (QuothEntity      *self);  /* "Dr Ann Example" */
char            *quoth_entity_dup_role       (QuothEntity      *self);  /* "medical director; former GP" or NULL */

G_END_DECLS
