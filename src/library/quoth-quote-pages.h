#pragma once

#include "quoth-database.h"

G_BEGIN_DECLS

/**
 * QuothQuotePages:
 *
 * The rows of a list of quotations that are in memory: the pages last asked for, and every row that
 * somebody holds, which stays the same object for as long.
 */
typedef struct
{
  GHashTable *pages;    /* number → GPtrArray of QuothQuoteRow */
  GQueue      recent;   /* numbers of pages, the last asked for first */
  GHashTable *held;     /* id → QuothQuoteRow, not owned: those that somebody holds */
  GHashTable *held_ids; /* the other way round */
} QuothQuotePages;

void     quoth_quote_pages_init      (QuothQuotePages *self);
void     quoth_quote_pages_release   (QuothQuotePages *self);
void     quoth_quote_pages_clear     (QuothQuotePages *self);
void     quoth_quote_pages_drop_from (QuothQuotePages *self,
                                      guint            position);
void     quoth_quote_pages_update    (QuothQuotePages *self,
                                      QuothDatabase   *database);
gpointer quoth_quote_pages_get       (QuothQuotePages *self,
                                      QuothDatabase   *database,
                                      GArray          *ids,
                                      guint            position);

G_END_DECLS
