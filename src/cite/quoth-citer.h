#pragma once

#include "quoth-style-list.h"

G_BEGIN_DECLS

/**
 * QuothCiteError:
 * @QUOTH_CITE_ERROR_UNAVAILABLE: there is no citation processor here
 * @QUOTH_CITE_ERROR_NO_STYLE: no style of that id, or one whose rules are missing
 * @QUOTH_CITE_ERROR_BUILT_IN: the style is none that the processor makes
 * @QUOTH_CITE_ERROR_BROKEN_STYLE: the style's file can't be used
 * @QUOTH_CITE_ERROR_TOO_LONG: the style took more time than it may
 * @QUOTH_CITE_ERROR_ITEM: what is to be cited is no CSL item
 * @QUOTH_CITE_ERROR_EMPTY: the style prints nothing of what is known about the item
 */
typedef enum
{
  QUOTH_CITE_ERROR_UNAVAILABLE,
  QUOTH_CITE_ERROR_NO_STYLE,
  QUOTH_CITE_ERROR_BUILT_IN,
  QUOTH_CITE_ERROR_BROKEN_STYLE,
  QUOTH_CITE_ERROR_TOO_LONG,
  QUOTH_CITE_ERROR_ITEM,
  QUOTH_CITE_ERROR_EMPTY,
} QuothCiteError;

#define QUOTH_CITE_ERROR (quoth_cite_error_quark ())
GQuark quoth_cite_error_quark (void);

typedef enum
{
  QUOTH_CITE_FIRST,
  QUOTH_CITE_SUBSEQUENT,
  QUOTH_CITE_IBID,
  QUOTH_CITE_IBID_WITH_LOCATOR,
} QuothCitePosition;

/**
 * QuothCiteParameters:
 * @locator: (nullable): the place in the item: "4"
 * @label: (nullable): what @locator counts: "page", "paragraph", "section" …; a page if none is
 *   given
 * @prefix: (nullable): words before the citation
 * @suffix: (nullable): words after it
 * @suppress_author: leave out the author, who is named in the sentence
 * @position: where the citation stands among others of the same item
 *
 * How one item is cited at one place. All zero is a plain first citation.
 */
typedef struct
{
  const char        *locator;
  const char        *label;
  const char        *prefix;
  const char        *suffix;
  gboolean           suppress_author;
  QuothCitePosition  position;
} QuothCiteParameters;

/**
 * QuothCited:
 * @citation: the in-text citation, or the note of a style with notes; plain text
 * @citation_html: the same with italics and links
 * @entry: (nullable): its entry in the bibliography; none in a style without bibliography
 * @entry_html: (nullable): the same with italics and links
 * @index: in a bibliography, the item's place among those that were handed in
 *
 * A finished citation; shared, never changed. HTML is a fragment without block elements.
 */
typedef struct
{
  char *citation;
  char *citation_html;
  char *entry;
  char *entry_html;
  guint index;
} QuothCited;

QuothCited *quoth_cited_ref   (QuothCited *self);
void        quoth_cited_unref (QuothCited *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCited, quoth_cited_unref)

/**
 * QuothCiter:
 *
 * Makes citations by CSL styles. The processor runs in one thread of its own, which starts with the
 * first citation and is kept; it reaches neither the network nor any file. What was cited once
 * comes from a cache. All functions may be called from any thread; the blocking ones not from the
 * main thread.
 *
 * Items are CSL-JSON: one object with "type", "title" … each; its "id" doesn't matter.
 */
#define QUOTH_TYPE_CITER (quoth_citer_get_type ())
G_DECLARE_FINAL_TYPE (QuothCiter, quoth_citer, QUOTH, CITER, GObject)

QuothCiter *quoth_citer_new           (QuothStyleList             *styles,
                                       const char                 *processor);  /* (nullable): citeproc.js */
gboolean    quoth_citer_is_available  (QuothCiter                 *self);
QuothStyleList *quoth_citer_get_styles (QuothCiter                *self);

/* What a citation made before looks like; %NULL if it must be made first. Never waits. */
QuothCited *quoth_citer_recall        (QuothCiter                 *self,
                                       const char                 *style_id,
                                       const char                 *locale,       /* (nullable): the style's */
                                       const char                 *item,
                                       const QuothCiteParameters  *parameters);  /* (nullable) */
QuothCited *quoth_citer_cite          (QuothCiter                 *self,
                                       const char                 *style_id,
                                       const char                 *locale,
                                       const char                 *item,
                                       const QuothCiteParameters  *parameters,
                                       GCancellable               *cancellable,
                                       GError                    **error);
void        quoth_citer_cite_async    (QuothCiter                 *self,
                                       const char                 *style_id,
                                       const char                 *locale,
                                       const char                 *item,
                                       const QuothCiteParameters  *parameters,
                                       GCancellable               *cancellable,
                                       GAsyncReadyCallback         callback,
                                       gpointer                    user_data);
QuothCited *quoth_citer_cite_finish   (QuothCiter                 *self,
                                       GAsyncResult               *result,
                                       GError                    **error);

/* Many at once: (element-type QuothCited), sorted and told apart (2025a, 2025b) as the style
 * says. Each has the citation that goes with its entry. A style without bibliography gives them
 * in the order of @items, without entries. */
GPtrArray  *quoth_citer_bibliography         (QuothCiter           *self,
                                              const char           *style_id,
                                              const char           *locale,
                                              const char *const    *items,
                                              GCancellable         *cancellable,
                                              GError              **error);
void        quoth_citer_bibliography_async   (QuothCiter           *self,
                                              const char           *style_id,
                                              const char           *locale,
                                              const char *const    *items,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray  *quoth_citer_bibliography_finish  (QuothCiter           *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* A style of the person's own: checked by citing with it, then copied to their folder; blocking
 * and async. The new one takes the place of an own one with the same id. */
QuothStyle *quoth_citer_add_style         (QuothCiter           *self,
                                           GFile                *file,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        quoth_citer_add_style_async   (QuothCiter           *self,
                                           GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
QuothStyle *quoth_citer_add_style_finish  (QuothCiter           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
