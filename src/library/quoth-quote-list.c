#include "quoth-quote-list.h"

#include "quoth-query-sql.h"
#include "quoth-quote-pages.h"
#include "quoth-refresh.h"
#include "quoth-splice.h"
#include "quoth-store-private.h"

#define MAX_SPLICE 1000 /* more rows than that come and go in two signals */
#define MAX_RUNS 256    /* signals for rows that come between others */
#define MAX_MOVED (1 << 24) /* rows moved for that, all signals together */

/* What comes and goes in one turn of the main loop, so that whoever shows the rows has time for the
 * person in between */
#define TURN_ROWS 12
#define TURN_MOVED (1 << 20)
#define MAX_TURNS 64 /* where that would take more turns, more rows come in each */

struct _QuothQuoteList
{
  GObject       parent_instance;

  QuothLibrary *library;
  QuothQuery   *query;
  QuothRefresh *refresh;

  GArray       *ids;    /* of guint32: all that is kept of most rows */
  gboolean      shared; /* whether somebody else has @ids, which is never changed then */
  QuothQuotePages pages; /* what is read of the rows */

  GArray       *coming;    /* of guint32: what @ids are to become, with the changes that lead there; or NULL */
  GArray       *runs;      /* of QuothSplice, the last first */
  guint         n_runs;    /* how many of them are done */
  guint         n_added;   /* how many rows of the next one are there already */
  guint         n_each;    /* how many rows come in one turn */
  guint         end;       /* where the rows of the one under way begin in @coming, and where in the list before */
  guint         end_old;
  GSource      *turn;
};

enum {
  PROP_0,
  PROP_LIBRARY,
  PROP_LOADING,
  PROP_QUERY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void quoth_quote_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuothQuoteList, quoth_quote_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quoth_quote_list_list_model_init))

static QuothDatabase *
get_database (QuothQuoteList *self)
{
  return quoth_store_get_database (quoth_library_get_reader (self->library));
}

static void
stop_coming (QuothQuoteList *self)
{
  if (self->turn != NULL)
    g_source_destroy (self->turn);
  g_clear_pointer (&self->turn, g_source_unref);
  g_clear_pointer (&self->coming, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
}

/* One signal with both old and new rows would have GTK fetch every new one: see DESIGN's "The
 * library". */
static void
replace_all (QuothQuoteList *self,
             GArray         *ids)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->ids);

  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->shared = FALSE;
  if (old->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, 0);

  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  self->shared = FALSE;
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

static void
make_own (QuothQuoteList *self)
{
  GArray *copy;

  if (!self->shared)
    return;
  copy = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->ids->len);
  g_array_append_vals (copy, self->ids->data, self->ids->len);
  g_array_unref (self->ids);
  self->ids = copy;
  self->shared = FALSE;
}

/* Some rows of the run that is next, or all. Returns: how many came and went */
static guint
put_some (QuothQuoteList *self)
{
  QuothSplice run = g_array_index (self->runs, QuothSplice, self->n_runs);
  guint position = run.position + self->n_added;
  guint removed = self->n_added == 0 ? run.removed : 0;
  guint added = MIN (run.added - self->n_added, self->n_each);

  if (self->n_added == 0)
    {
      self->end -= self->end_old - (run.position + run.removed) + run.added;
      self->end_old = run.position;
    }
  make_own (self);
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  if (added > 0)
    g_array_insert_vals (self->ids, position,
                         &g_array_index (self->coming, guint32, self->end + self->n_added), added);
  self->n_added += added;
  if (self->n_added == run.added)
    {
      self->n_runs++;
      self->n_added = 0;
    }
  quoth_quote_pages_drop_from (&self->pages, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);

  return removed + added;
}

/* Returns: whether more rows are to come */
static gboolean
take_turn (QuothQuoteList *self)
{
  guint n_rows = 0;
  guint n_moved = 0;

  while (self->runs != NULL && self->n_runs < self->runs->len && n_rows < self->n_each &&
         n_moved < TURN_MOVED)
    {
      n_rows += put_some (self);
      n_moved += self->ids->len;
    }
  if (self->runs != NULL && self->n_runs < self->runs->len)
    return TRUE;

  stop_coming (self);
  return FALSE;
}

static gboolean
on_turn_cb (gpointer data)
{
  g_autoptr(QuothQuoteList) self = g_object_ref (data);

  if (take_turn (self))
    return G_SOURCE_CONTINUE;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  return G_SOURCE_REMOVE;
}

/* The changes that lead from the list to @ids; %NULL when they are too many to be put between its
 * rows. */
static GArray *
find_runs (QuothQuoteList *self,
           GArray         *ids)
{
  const guint32 *old = (const guint32 *) (gpointer) self->ids->data;
  const guint32 *fresh = (const guint32 *) (gpointer) ids->data;
  guint max_runs = MIN (MAX_RUNS, MAX_MOVED / MAX (ids->len, 1));
  QuothSplice whole = quoth_splice_find (old, self->ids->len, fresh, ids->len, sizeof (guint32));
  g_autoptr (GArray) runs = quoth_splice_find_runs (old, self->ids->len, fresh, ids->len, max_runs);

  if (runs == NULL)
    {
      runs = g_array_new (FALSE, FALSE, sizeof (QuothSplice));
      if (whole.removed > 0 || whole.added > 0)
        g_array_append_val (runs, whole);
    }
  for (guint i = 0; i < runs->len; i++)
    {
      QuothSplice run = g_array_index (runs, QuothSplice, i);

      if (MAX (run.removed, run.added) > MAX_SPLICE)
        return NULL;
    }

  return g_steal_pointer (&runs);
}

static guint
count_rows (GArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    n += g_array_index (runs, QuothSplice, i).removed + g_array_index (runs, QuothSplice, i).added;

  return n;
}

/* Rows that come between others: those stay what they are for whoever shows them, where one signal
 * for all from the first change to the last would make each anew. A few come at once, more of them
 * in the turns that follow. */
static gboolean
put_between (QuothQuoteList *self,
             GArray         *ids)
{
  g_autoptr(GMainContext) context = NULL;
  GArray *runs = find_runs (self, ids);

  if (runs == NULL)
    return FALSE;

  self->runs = runs;
  self->coming = g_array_ref (ids);
  self->n_runs = 0;
  self->n_added = 0;
  self->n_each = MAX (TURN_ROWS, count_rows (runs) / MAX_TURNS);
  self->end = ids->len;
  self->end_old = self->ids->len;
  if (!take_turn (self))
    return TRUE;

  context = g_main_context_ref_thread_default ();
  self->turn = g_idle_source_new ();
  g_source_set_callback (self->turn, on_turn_cb, self, NULL);
  g_source_attach (self->turn, context);
  return TRUE;
}

static void
take_ids (gpointer owner,
          gpointer result,
          gboolean new_query)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (owner);
  g_autoptr(GArray) ids = result;

  stop_coming (self);
  quoth_quote_pages_drop_from (&self->pages, 0);
  quoth_quote_pages_update (&self->pages, get_database (self));
  if (new_query || !put_between (self, ids))
    replace_all (self, ids);
}

static gpointer
read_ids (QuothStore    *store,
          gpointer       data,
          GCancellable  *cancellable G_GNUC_UNUSED,
          GError       **error)
{
  const QuothRefreshRequest *request = data;

  return quoth_query_sql_find (quoth_store_get_database (store), request->query, error);
}

static void
on_running_changed_cb (QuothQuoteList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static GType
quoth_quote_list_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return QUOTH_TYPE_QUOTE_ROW;
}

static guint
quoth_quote_list_get_n_items (GListModel *model)
{
  return QUOTH_QUOTE_LIST (model)->ids->len;
}

static gpointer
quoth_quote_list_get_item (GListModel *model,
                           guint       position)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return quoth_quote_pages_get (&self->pages, get_database (self), self->ids, position);
}

static void
quoth_quote_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quoth_quote_list_get_item_type;
  iface->get_n_items = quoth_quote_list_get_n_items;
  iface->get_item = quoth_quote_list_get_item;
}

static void
quoth_quote_list_constructed (GObject *object)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (object);

  G_OBJECT_CLASS (quoth_quote_list_parent_class)->constructed (object);

  if (self->library == NULL || self->query == NULL)
    return;

  self->refresh = quoth_refresh_new (self->library, self->query, 0, read_ids,
                                     (GDestroyNotify) g_array_unref, take_ids, self);
  g_signal_connect_object (self->refresh, "notify::running", G_CALLBACK (on_running_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
quoth_quote_list_dispose (GObject *object)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (object);

  if (self->refresh != NULL)
    quoth_refresh_stop (self->refresh);
  g_clear_object (&self->refresh);
  stop_coming (self);

  quoth_quote_pages_release (&self->pages);
  g_clear_object (&self->query);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (quoth_quote_list_parent_class)->dispose (object);
}

static void
quoth_quote_list_finalize (GObject *object)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (object);

  g_clear_pointer (&self->ids, g_array_unref);
  quoth_quote_pages_clear (&self->pages);

  G_OBJECT_CLASS (quoth_quote_list_parent_class)->finalize (object);
}

static void
quoth_quote_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, quoth_quote_list_get_loading (self));
      break;
    case PROP_QUERY:
      g_value_set_object (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QuothQuoteList *self = QUOTH_QUOTE_LIST (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_QUERY:
      self->query = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_list_class_init (QuothQuoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags constant = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = quoth_quote_list_constructed;
  object_class->dispose = quoth_quote_list_dispose;
  object_class->finalize = quoth_quote_list_finalize;
  object_class->get_property = quoth_quote_list_get_property;
  object_class->set_property = quoth_quote_list_set_property;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, QUOTH_TYPE_LIBRARY, constant);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] =
    g_param_spec_object ("query", NULL, NULL, QUOTH_TYPE_QUERY, constant);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_quote_list_init (QuothQuoteList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  quoth_quote_pages_init (&self->pages);
}

/**
 * quoth_quote_list_new:
 *
 * Returns: (transfer full): an empty list that fills once the main context runs
 */
QuothQuoteList *
quoth_quote_list_new (QuothLibrary *library,
                      QuothQuery   *query)
{
  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (QUOTH_IS_QUERY (query), NULL);

  return g_object_new (QUOTH_TYPE_QUOTE_LIST, "library", library, "query", query, NULL);
}

gboolean
quoth_quote_list_get_loading (QuothQuoteList *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_LIST (self), FALSE);

  return self->runs != NULL || (self->refresh != NULL && quoth_refresh_get_running (self->refresh));
}

/**
 * quoth_quote_list_find:
 *
 * Returns: the position of the quote, or G_MAXUINT when it is not in the list
 */
guint
quoth_quote_list_find (QuothQuoteList *self,
                       const char     *quote_id)
{
  QuothDatabase *database;
  gint64 id;

  g_return_val_if_fail (QUOTH_IS_QUOTE_LIST (self), G_MAXUINT);
  g_return_val_if_fail (quote_id != NULL, G_MAXUINT);

  database = get_database (self);
  /* A failure finds nothing. */
  if (!quoth_database_get_int64 (database, &id, NULL, "SELECT id FROM quote WHERE uuid = ?", "s",
                                 quote_id))
    return G_MAXUINT;

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, guint32, i) == (guint32) id)
        return i;
    }

  return G_MAXUINT;
}

/**
 * quoth_quote_list_ref_ids:
 *
 * Returns: (transfer full) (element-type guint32): the library's numbers of the quotes in the list's order; never
 *   changed, other rows are another array
 */
GArray *
quoth_quote_list_ref_ids (QuothQuoteList *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_LIST (self), NULL);

  self->shared = TRUE;
  return g_array_ref (self->ids);
}

/**
 * quoth_quote_list_load:
 *
 * Reads the list before it returns, on the thread that opened the library.
 */
gboolean
quoth_quote_list_load (QuothQuoteList  *self,
                       GError         **error)
{
  QuothDatabase *database;
  GArray *ids;

  g_return_val_if_fail (QUOTH_IS_QUOTE_LIST (self), FALSE);

  database = get_database (self);
  ids = quoth_query_sql_find (database, self->query, error);
  if (ids == NULL)
    return FALSE;

  quoth_refresh_settle (self->refresh);
  take_ids (self, ids, TRUE);

  return TRUE;
}
