#include "quoth-quote-pages.h"

#include "quoth-quote-row-private.h"

#define PAGE_ROWS 64
#define MAX_PAGES 64

static void
on_row_gone_cb (gpointer  data,
                GObject  *row)
{
  QuothQuotePages *self = data;
  gpointer id = g_hash_table_lookup (self->held_ids, row);

  g_hash_table_remove (self->held_ids, row);
  g_hash_table_remove (self->held, id);
}

/* The object that somebody holds of that quote, brought up to date, else @row, from now on held */
static QuothQuoteRow *
hold_row (QuothQuotePages *self,
          guint32          id,
          QuothQuoteRow   *row)
{
  QuothQuoteRow *held = g_hash_table_lookup (self->held, GUINT_TO_POINTER (id));

  if (held != NULL)
    {
      quoth_quote_row_update (held, row);
      return g_object_ref (held);
    }

  g_hash_table_insert (self->held, GUINT_TO_POINTER (id), row);
  g_hash_table_insert (self->held_ids, row, GUINT_TO_POINTER (id));
  g_object_weak_ref (G_OBJECT (row), on_row_gone_cb, self);

  return g_object_ref (row);
}

static void
remember_page (QuothQuotePages *self,
               guint            number,
               GPtrArray       *page)
{
  if (g_queue_get_length (&self->recent) >= MAX_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));

  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
}

static GPtrArray *
load_page (QuothQuotePages *self,
           QuothDatabase   *database,
           GArray          *all,
           guint            number)
{
  guint first = number * PAGE_ROWS;
  guint n = MIN (PAGE_ROWS, all->len - first);
  const guint32 *ids = &g_array_index (all, guint32, first);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *page = g_ptr_array_new_full (n, g_object_unref);

  rows = quoth_quote_rows_load (database, ids, n, &error);
  if (rows == NULL)
    g_message ("Reading rows failed: %s", error->message);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(QuothQuoteRow) row = NULL;

      if (rows != NULL && rows->pdata[i] != NULL)
        row = g_object_ref (rows->pdata[i]);
      else
        row = quoth_quote_row_new_empty ();
      g_ptr_array_add (page, hold_row (self, ids[i], row));
    }

  return page;
}

static GPtrArray *
get_page (QuothQuotePages *self,
          QuothDatabase   *database,
          GArray          *ids,
          guint            number)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page != NULL)
    {
      if (g_queue_peek_head (&self->recent) != GUINT_TO_POINTER (number))
        {
          g_queue_remove (&self->recent, GUINT_TO_POINTER (number));
          g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
        }
      return page;
    }

  page = load_page (self, database, ids, number);
  remember_page (self, number, page);

  return page;
}

void
quoth_quote_pages_init (QuothQuotePages *self)
{
  self->pages = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
  self->held = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->held_ids = g_hash_table_new (g_direct_hash, g_direct_equal);
}

/**
 * quoth_quote_pages_release:
 *
 * Forgets all rows; those that somebody holds are theirs alone from now on.
 */
void
quoth_quote_pages_release (QuothQuotePages *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->held_ids);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_object_weak_unref (row, on_row_gone_cb, self);
  g_hash_table_remove_all (self->held_ids);
  g_hash_table_remove_all (self->held);
  quoth_quote_pages_drop_from (self, 0);
}

void
quoth_quote_pages_clear (QuothQuotePages *self)
{
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_clear_pointer (&self->held_ids, g_hash_table_unref);
}

/**
 * quoth_quote_pages_drop_from:
 *
 * Forgets the pages with rows from @position on, which have moved. Who holds a row keeps it.
 */
void
quoth_quote_pages_drop_from (QuothQuotePages *self,
                             guint            position)
{
  for (GList *node = self->recent.head; node != NULL;)
    {
      GList *next = node->next;

      if (GPOINTER_TO_UINT (node->data) >= position / PAGE_ROWS)
        {
          g_hash_table_remove (self->pages, node->data);
          g_queue_delete_link (&self->recent, node);
        }
      node = next;
    }
}

/**
 * quoth_quote_pages_update:
 *
 * Rows that somebody holds learn what has changed about them.
 */
void
quoth_quote_pages_update (QuothQuotePages *self,
                          QuothDatabase   *database)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GPtrArray) fresh = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 id = GPOINTER_TO_UINT (key);

      g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    return;

  /* Failing leaves the rows as they are; reading the page anew will say so. */
  fresh = quoth_quote_rows_load (database, &g_array_index (ids, guint32, 0), ids->len, NULL);
  for (guint i = 0; fresh != NULL && i < ids->len; i++)
    {
      QuothQuoteRow *row = g_hash_table_lookup (self->held,
                                                GUINT_TO_POINTER (g_array_index (ids, guint32, i)));

      if (row != NULL && fresh->pdata[i] != NULL)
        quoth_quote_row_update (row, fresh->pdata[i]);
    }
}

/**
 * quoth_quote_pages_get:
 * @ids: (element-type guint32): the list's rows
 *
 * Returns: (transfer full) (type QuothQuoteRow): the row at @position, read if need be
 */
gpointer
quoth_quote_pages_get (QuothQuotePages *self,
                       QuothDatabase   *database,
                       GArray          *ids,
                       guint            position)
{
  QuothQuoteRow *held = g_hash_table_lookup (self->held,
                                             GUINT_TO_POINTER (g_array_index (ids, guint32,
                                                                              position)));

  if (held != NULL)
    return g_object_ref (held);

  return g_object_ref (g_ptr_array_index (get_page (self, database, ids, position / PAGE_ROWS),
                                          position % PAGE_ROWS));
}
