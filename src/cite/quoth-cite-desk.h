#pragma once

#include "quoth-citer.h"

G_BEGIN_DECLS

/**
 * QuothCiteRequest:
 * @style_id: (nullable): which style, found when its turn comes
 * @style: (nullable): the style itself, where it isn't among the installed ones yet
 * @key: (nullable): under which a single citation is remembered
 * @many: a bibliography of all @items, not a citation of the first
 * @parameters: how a single one is cited; the strings are the request's own
 *
 * What is to be cited, and then the result.
 */
typedef struct
{
  char                *style_id;
  QuothStyle          *style;
  char                *locale;
  GStrv                items;
  gboolean             many;
  QuothCiteParameters  parameters;
  char                *key;
  GCancellable        *cancellable;
  GTask               *task;      /* (nullable): told when it's done; else somebody waits */
  gboolean             done;
  gpointer             result;    /* QuothCited, or GPtrArray of them */
  GError              *error;
} QuothCiteRequest;

QuothCiteRequest *quoth_cite_request_new   (void);
void              quoth_cite_request_unref (QuothCiteRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCiteRequest, quoth_cite_request_unref)

/**
 * QuothCiteDesk:
 *
 * Takes requests from any thread and has them done, one after another, in the one thread where the
 * processor lives. Remembers what was cited.
 */
typedef struct _QuothCiteDesk QuothCiteDesk;

QuothCiteDesk *quoth_cite_desk_new     (const char       *processor,
                                        QuothStyleList   *styles);
void           quoth_cite_desk_close   (QuothCiteDesk    *self);  /* (transfer full) */

QuothCited    *quoth_cite_desk_recall  (QuothCiteDesk    *self,
                                        const char       *key);
void           quoth_cite_desk_push    (QuothCiteDesk    *self,
                                        QuothCiteRequest *request);
gpointer       quoth_cite_desk_wait    (QuothCiteDesk    *self,
                                        QuothCiteRequest *request,
                                        GError          **error);

G_END_DECLS
