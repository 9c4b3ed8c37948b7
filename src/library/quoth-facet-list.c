#include "quoth-facet-list.h"

#include "quoth-facet-private.h"
#include "quoth-refresh.h"
#include "quoth-splice.h"

struct _QuothFacetList
{
  GObject         parent_instance;

  QuothLibrary   *library;
  QuothQuery     *query;
  QuothFacetKind  facet;
  QuothRefresh   *refresh;
  GPtrArray      *facets;   /* of QuothFacet, in the order shown */
  GHashTable     *by_value; /* value → QuothFacet of facets */
};

enum {
  PROP_0,
  PROP_FACET,
  PROP_LIBRARY,
  PROP_LOADING,
  PROP_QUERY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void quoth_facet_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuothFacetList, quoth_facet_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quoth_facet_list_list_model_init))

static gpointer
read_counts (QuothStore    *store,
             gpointer       data,
             GCancellable  *cancellable G_GNUC_UNUSED,
             GError       **error)
{
  const QuothRefreshRequest *request = data;

  return quoth_facet_counts_read (store, request->query, (QuothFacetKind) request->detail, error);
}

static void
take_counts (gpointer owner,
             gpointer result,
             gboolean new_query G_GNUC_UNUSED)
{
  QuothFacetList *self = QUOTH_FACET_LIST (owner);
  g_autoptr(GPtrArray) counts = result;
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->facets);
  g_autoptr(GPtrArray) facets = g_ptr_array_new_full (counts->len, g_object_unref);
  QuothSplice splice;

  self->facets = g_ptr_array_ref (facets);
  for (guint i = 0; i < counts->len; i++)
    {
      QuothFacetCount *count = g_ptr_array_index (counts, i);
      QuothFacet *facet = g_hash_table_lookup (self->by_value, count->value);

      g_ptr_array_add (self->facets, facet != NULL ? g_object_ref (facet)
                                                   : quoth_facet_new (self->query, self->facet,
                                                                      count));
    }

  g_hash_table_remove_all (self->by_value);
  for (guint i = 0; i < self->facets->len; i++)
    {
      QuothFacet *facet = g_ptr_array_index (self->facets, i);

      g_hash_table_insert (self->by_value, (char *) quoth_facet_get_value (facet), facet);
    }

  splice = quoth_splice_find (old->pdata, old->len, self->facets->pdata, self->facets->len,
                              sizeof (gpointer));
  if (splice.removed > 0 || splice.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed, splice.added);

  for (guint i = 0; i < facets->len; i++)
    quoth_facet_update (g_ptr_array_index (facets, i), g_ptr_array_index (counts, i));
}

static void
on_query_changed_cb (QuothFacetList *self)
{
  g_autoptr(GPtrArray) facets = g_ptr_array_ref (self->facets);

  for (guint i = 0; i < facets->len; i++)
    quoth_facet_look (g_ptr_array_index (facets, i));
}

static void
on_running_changed_cb (QuothFacetList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static GType
quoth_facet_list_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return QUOTH_TYPE_FACET;
}

static guint
quoth_facet_list_get_n_items (GListModel *model)
{
  return QUOTH_FACET_LIST (model)->facets->len;
}

static gpointer
quoth_facet_list_get_item (GListModel *model,
                           guint       position)
{
  QuothFacetList *self = QUOTH_FACET_LIST (model);

  if (position >= self->facets->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->facets, position));
}

static void
quoth_facet_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quoth_facet_list_get_item_type;
  iface->get_n_items = quoth_facet_list_get_n_items;
  iface->get_item = quoth_facet_list_get_item;
}

static void
quoth_facet_list_constructed (GObject *object)
{
  QuothFacetList *self = QUOTH_FACET_LIST (object);

  G_OBJECT_CLASS (quoth_facet_list_parent_class)->constructed (object);

  if (self->library == NULL || self->query == NULL)
    return;

  self->refresh = quoth_refresh_new (self->library, self->query, self->facet, read_counts,
                                     (GDestroyNotify) g_ptr_array_unref, take_counts, self);
  g_signal_connect_object (self->refresh, "notify::running", G_CALLBACK (on_running_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "changed", G_CALLBACK (on_query_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
quoth_facet_list_dispose (GObject *object)
{
  QuothFacetList *self = QUOTH_FACET_LIST (object);

  if (self->refresh != NULL)
    quoth_refresh_stop (self->refresh);
  g_clear_object (&self->refresh);
  g_hash_table_remove_all (self->by_value);
  g_ptr_array_set_size (self->facets, 0);
  g_clear_object (&self->query);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (quoth_facet_list_parent_class)->dispose (object);
}

static void
quoth_facet_list_finalize (GObject *object)
{
  QuothFacetList *self = QUOTH_FACET_LIST (object);

  g_clear_pointer (&self->by_value, g_hash_table_unref);
  g_clear_pointer (&self->facets, g_ptr_array_unref);

  G_OBJECT_CLASS (quoth_facet_list_parent_class)->finalize (object);
}

static void
quoth_facet_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QuothFacetList *self = QUOTH_FACET_LIST (object);

  switch (prop_id)
    {
    case PROP_FACET:
      g_value_set_int (value, self->facet);
      break;
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, quoth_facet_list_get_loading (self));
      break;
    case PROP_QUERY:
      g_value_set_object (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QuothFacetList *self = QUOTH_FACET_LIST (object);

  switch (prop_id)
    {
    case PROP_FACET:
      self->facet = (QuothFacetKind) g_value_get_int (value);
      break;
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
quoth_facet_list_class_init (QuothFacetListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags constant = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = quoth_facet_list_constructed;
  object_class->dispose = quoth_facet_list_dispose;
  object_class->finalize = quoth_facet_list_finalize;
  object_class->get_property = quoth_facet_list_get_property;
  object_class->set_property = quoth_facet_list_set_property;

  properties[PROP_FACET] =
    g_param_spec_int ("facet", NULL, NULL, QUOTH_FACET_SPEAKER, QUOTH_FACET_PUBLICATION,
                      QUOTH_FACET_SPEAKER, constant);
  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, QUOTH_TYPE_LIBRARY, constant);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] =
    g_param_spec_object ("query", NULL, NULL, QUOTH_TYPE_QUERY, constant);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_facet_list_init (QuothFacetList *self)
{
  self->facets = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_value = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * quoth_facet_list_new:
 *
 * Returns: (transfer full): an empty list that fills once the main context runs
 */
QuothFacetList *
quoth_facet_list_new (QuothLibrary   *library,
                      QuothQuery     *query,
                      QuothFacetKind  facet)
{
  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (QUOTH_IS_QUERY (query), NULL);

  return g_object_new (QUOTH_TYPE_FACET_LIST, "library", library, "query", query, "facet", facet,
                       NULL);
}

gboolean
quoth_facet_list_get_loading (QuothFacetList *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET_LIST (self), FALSE);

  return self->refresh != NULL && quoth_refresh_get_running (self->refresh);
}

/**
 * quoth_facet_list_dup_label:
 * @value: one of the facet's, in the list or not
 *
 * Returns: (transfer full) (nullable): what people call it
 */
char *
quoth_facet_list_dup_label (QuothFacetList *self,
                            const char     *value)
{
  QuothFacet *facet;

  g_return_val_if_fail (QUOTH_IS_FACET_LIST (self), NULL);
  g_return_val_if_fail (value != NULL, NULL);

  facet = g_hash_table_lookup (self->by_value, value);
  if (facet != NULL)
    return g_strdup (quoth_facet_get_label (facet));

  return quoth_facet_counts_label (quoth_library_get_reader (self->library), self->facet, value);
}
