#pragma once

#include "quoth-referents.h"
#include "quoth-speakers-evidence.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_HEAD_NONE,     /* any other noun */
  QUOTH_HEAD_ROLE,     /* a person: "the director" */
  QUOTH_HEAD_BODY,     /* "the council" */
  QUOTH_HEAD_DOCUMENT, /* "a survey" */
  QUOTH_HEAD_NAME,     /* the phrase ends with the name of a body */
} QuothHeadKind;

typedef enum
{
  QUOTH_DESCRIPTION_DEFINITE   = 1 << 0, /* "the", "its" or an owner’s name */
  QUOTH_DESCRIPTION_INDEFINITE = 1 << 1,
  QUOTH_DESCRIPTION_PLURAL     = 1 << 2,
  QUOTH_DESCRIPTION_ARTICLE    = 1 << 3, /* any word like "a" or "the" */
  QUOTH_DESCRIPTION_COMPLETED  = 1 << 4, /* "… of something" */
  QUOTH_DESCRIPTION_PERSONAL   = 1 << 5, /* "his", "her", "my" */
} QuothDescriptionFlags;

/**
 * QuothDescription:
 * @first: its first token, an article included
 * @end: one past its last token
 * @title: first token of the words that tell the role, without whose it is and since when
 * @title_end: one past the last of them
 * @head: the noun that tells what it is
 * @organisation: the referent it belongs to, or -1
 * @status: a #QuothRoleStatus
 *
 * A description: "the former medical director of Example Trust".
 */
typedef struct
{
  guint           first;
  guint           end;
  guint           title;
  guint           title_end;
  guint           head;
  QuothHeadKind   head_kind;
  int             organisation;
  QuothRoleStatus status;
  guint           flags; /* QuothDescriptionFlags */
} QuothDescription;

/**
 * QuothRoleStated:
 * @before: one more than the place of what was stated of the same person before, or 0
 *
 * Who has which role.
 */
typedef struct
{
  int              referent;
  guint            before;
  QuothDescription phrase;
} QuothRoleStated;

typedef struct
{
  QuothReferents *referents;
  GArray         *stated; /* of QuothRoleStated */
  GHashTable     *heads;  /* head noun to GArray of places in stated */
  GHashTable     *last;   /* referent to one more than its last place in stated */
} QuothRoles;

QuothRoles *quoth_roles_new              (QuothReferents         *referents);
void        quoth_roles_free             (QuothRoles             *self);
void        quoth_roles_add_affiliation  (QuothRoles             *self,
                                          int                     referent,
                                          int                     organisation,
                                          guint                   token);
void        quoth_roles_add              (QuothRoles             *self,
                                          int                     referent,
                                          const QuothDescription *phrase);
gboolean    quoth_description_is_general (QuothReferents         *referents,
                                          const QuothDescription *phrase);
int         quoth_roles_find_bearer      (QuothRoles             *self,
                                          const QuothDescription *phrase,
                                          QuothSpeakerEvidence   *evidence);
int         quoth_roles_find_employer    (QuothRoles             *self,
                                          int                     referent,
                                          guint                   token);
guint       quoth_roles_find_last        (QuothRoles             *self,
                                          int                     referent);
const char *quoth_role_head              (QuothReferents         *referents,
                                          guint                   token,
                                          char                   *folded);
gboolean    quoth_description_read       (QuothReferents         *referents,
                                          guint                   first,
                                          guint                   end,
                                          QuothDescription       *phrase);
int         quoth_referents_find_owner   (QuothReferents         *self,
                                          guint                   token);
int         quoth_referents_find_kind    (QuothReferents         *self,
                                          guint                   token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothRoles, quoth_roles_free)

G_END_DECLS
