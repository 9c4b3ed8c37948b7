#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothModel:
 *
 * The language data: word lists and, when built with them, learned weights. One little-endian file,
 * mapped read-only and shared by all threads; DESIGN.md's "The model file".
 */
typedef struct _QuothModel QuothModel;

#define QUOTH_MODEL_ERROR (quoth_model_error_quark ())
GQuark quoth_model_error_quark (void);

typedef enum
{
  QUOTH_MODEL_ERROR_NOT_FOUND,
  QUOTH_MODEL_ERROR_DAMAGED,
  QUOTH_MODEL_ERROR_VERSION,
} QuothModelError;

QuothModel   *quoth_model_open           (const char        *path,
                                          GError           **error);
QuothModel   *quoth_model_open_default   (GError           **error);
QuothModel   *quoth_model_new_from_bytes (GBytes            *bytes,
                                          GError           **error);
QuothModel   *quoth_model_ref            (QuothModel        *self);
void          quoth_model_unref          (QuothModel        *self);

/* A list is a file of data/language without its ending: "reporting-verbs", "abbreviations" … */
typedef struct _QuothWordList QuothWordList;

const QuothWordList *quoth_model_find_list   (const QuothModel    *self,
                                              const char          *name);
gboolean             quoth_word_list_contains (const QuothWordList *list,
                                               const char          *word,
                                               gssize               length);
const char          *quoth_word_list_lookup   (const QuothWordList *list,
                                               const char          *word,
                                               gssize               length);
guint                quoth_word_list_get_max_words (const QuothWordList *list);

/* A section of learned weights; NULL when the file has none of that name. */
gconstpointer quoth_model_find_section   (const QuothModel  *self,
                                          const char        *name,
                                          gsize             *size);

gboolean      quoth_model_set_damaged    (const char        *part,
                                          GError           **error);
char         *quoth_model_dup_record     (const QuothModel  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothModel, quoth_model_unref)

G_END_DECLS
