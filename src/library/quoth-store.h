#pragma once

#include "quoth-fact-edits.h"
#include "quoth-incoming.h"

G_BEGIN_DECLS

#define QUOTH_LIBRARY_ERROR (quoth_library_error_quark ())
GQuark quoth_library_error_quark (void);

typedef enum
{
  QUOTH_LIBRARY_ERROR_DAMAGED,
  QUOTH_LIBRARY_ERROR_TOO_NEW,
  QUOTH_LIBRARY_ERROR_NOT_FOUND,
  QUOTH_LIBRARY_ERROR_FAILED,
} QuothLibraryError;

typedef enum
{
  QUOTH_STORE_READ,
  QUOTH_STORE_WRITE, /* makes the file and its folder, steps the schema up */
} QuothStoreMode;

typedef enum
{
  QUOTH_ADD_ADDED,
  QUOTH_ADD_SAME,    /* an article with equal text is there */
  QUOTH_ADD_DELETED, /* an article with equal text was deleted by the person: ask before bringing it back */
  QUOTH_ADD_NEAR,    /* one that is nearly the same is there; this one was left out */
  QUOTH_ADD_HELD,    /* one that is nearly the same is there; this one is held back until somebody decides */
  QUOTH_ADD_JOINED,  /* it was the text of a reference that had none */
} QuothAddResult;

/* What to do with an article when one that is nearly the same is there. */
typedef enum
{
  QUOTH_NEAR_HOLD,
  QUOTH_NEAR_KEEP,
  QUOTH_NEAR_SKIP,
} QuothNearChoice;

/**
 * QuothAdded:
 * @id: of the article that was added or that has the same text; %NULL when it was left out or held
 *   back
 * @near_id: (nullable): the article that it is nearly the same as
 * @near_title: (nullable): that one's title
 * @near_share: how much of it that is, 0…1
 */
typedef struct
{
  QuothAddResult  result;
  char           *id;
  char           *near_id;
  char           *near_title;
  double          near_share;
} QuothAdded;

void quoth_added_clear (QuothAdded *self);

/**
 * QuothStore:
 *
 * One SQLite connection to a library: all SQL is behind it. Used by one thread at a time; blocking.
 */
#define QUOTH_TYPE_STORE (quoth_store_get_type ())
G_DECLARE_FINAL_TYPE (QuothStore, quoth_store, QUOTH, STORE, GObject)

QuothStore   *quoth_store_open             (const char      *path,
                                            QuothStoreMode   mode,
                                            GError         **error);

/* One transaction: article, blocks, quotes, entities, source bytes and machine links by equal full
 * name.
 * @file: what it was read from, for people */
gboolean      quoth_store_add_incoming     (QuothStore      *self,
                                            QuothIncoming   *incoming,
                                            QuothNearChoice  choice,
                                            const char      *file,
                                            QuothAdded      *added,
                                            GError         **error);
gboolean      quoth_store_learn_texts      (QuothStore      *self,
                                            GCancellable    *cancellable,
                                            GError         **error);
/* Whether the same text is there: ADDED when it isn't, with id NULL */
gboolean      quoth_store_find_same        (QuothStore      *self,
                                            const char      *text_hash,
                                            QuothAdded      *added,
                                            GError         **error);
/* The same without asking what is nearly the same.
 * @existing: (out) (optional): id of the article already there, or a new one where its own was
 *   taken */
gboolean      quoth_store_add_article      (QuothStore      *self,
                                            QuothArticle    *article,
                                            QuothAddResult  *result,
                                            char           **existing,
                                            GError         **error);
/* Many in one transaction: what is added within @func is kept together, or nothing of it. */
gboolean      quoth_store_batch            (QuothStore      *self,
                                            gboolean       (*func) (QuothStore  *store,
                                                                    gpointer     data,
                                                                    GError     **error),
                                            gpointer         data,
                                            GError         **error);
/* The text that a person chose for a reference without one; fails where it has one, or the library
 * has the text. */
gboolean      quoth_store_attach_text      (QuothStore      *self,
                                            const char      *article_id,
                                            QuothIncoming   *incoming,
                                            GError         **error);
/* Fills the full-text index with what was added since: now and then during a batch */
gboolean      quoth_store_index_new        (QuothStore      *self,
                                            GError         **error);
/* The same at the end of a batch, and lets go of what was in memory for it. */
gboolean      quoth_store_finish_batch     (QuothStore      *self,
                                            GError         **error);
gboolean      quoth_store_delete_article   (QuothStore      *self,
                                            const char      *article_id,
                                            GError         **error);
gboolean      quoth_store_restore_article  (QuothStore      *self,
                                            const char      *article_id,
                                            GError         **error);
/* A person's decisions; FOUND takes the decision back. Recorded as corrections. */
gboolean      quoth_store_set_state        (QuothStore      *self,
                                            const char      *quote_id,
                                            QuothState       state,
                                            GError         **error);
gboolean      quoth_store_set_speaker_state (QuothStore     *self,
                                            const char      *quote_id,
                                            QuothState       state,
                                            GError         **error);
/* Facts that outlive every re-analysis, recorded as corrections too */
gboolean      quoth_store_correct_facts    (QuothStore            *self,
                                            const char            *article_id,
                                            const QuothFactEdits  *edits,
                                            GError               **error);
/* Machine rows anew, corrections replayed on top, ids kept where content spans are equal. */
gboolean      quoth_store_replace_analysis (QuothStore      *self,
                                            QuothArticle    *article,
                                            GError         **error);

/**
 * QuothCorrection:
 *
 * A person's decision that a later text of its article has no place for.
 */
typedef struct
{
  char *what;       /* "state", "speaker-state", "note", "tag" or "collection" */
  char *made;       /* when */
  char *article_id;
  char *quote_id;
  char *text;       /* the words decided on */
  char *decision;   /* JSON */
} QuothCorrection;

void          quoth_correction_free        (QuothCorrection *self);

/* Machine-made links between articles' people anew; a person's stay. */
gboolean      quoth_store_relink           (QuothStore      *self,
                                            GError         **error);

/* @article_id: NULL for all. Returns: of QuothCorrection */
GPtrArray    *quoth_store_list_conflicts   (QuothStore      *self,
                                            const char      *article_id,
                                            GError         **error);

QuothArticle *quoth_store_load_article     (QuothStore      *self,
                                            const char      *article_id,
                                            GError         **error);
char         *quoth_store_find_article_of  (QuothStore      *self,
                                            const char      *quote_id,
                                            GError         **error);
GBytes       *quoth_store_load_source      (QuothStore      *self,
                                            const char      *article_id,
                                            GError         **error);
gboolean      quoth_store_check            (QuothStore      *self,
                                            GError         **error);
gint64        quoth_store_count_articles   (QuothStore      *self);
gint64        quoth_store_count_quotes     (QuothStore      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCorrection, quoth_correction_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothAdded, quoth_added_clear)

G_END_DECLS
