#include "config.h"

#include "quoth-quote-selection.h"

struct _QuothQuoteSelection
{
  GObject         parent_instance;

  QuothQuoteList *list;
  GArray         *ids;       /* of guint32: the rows that @positions are of */
  GtkBitset      *positions;
  GtkBitset      *awaited;   /* ids that were selected when the list was emptied, to be filled again */
};

enum {
  PROP_0,
  PROP_LIST,
  PROP_N_SELECTED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void quoth_quote_selection_list_model_init      (GListModelInterface        *iface);
static void quoth_quote_selection_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuothQuoteSelection, quoth_quote_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quoth_quote_selection_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      quoth_quote_selection_selection_model_init))

static guint
count_items (QuothQuoteSelection *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static void
notify_n_selected (QuothQuoteSelection *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

/* Takes @positions, and tells of the stretch in which they differ from those before. */
static gboolean
take_positions (QuothQuoteSelection *self,
                GtkBitset           *positions)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (positions);

  gtk_bitset_difference (changed, self->positions);
  gtk_bitset_unref (self->positions);
  self->positions = positions;
  if (gtk_bitset_is_empty (changed))
    return TRUE;

  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self),
                                         gtk_bitset_get_minimum (changed),
                                         gtk_bitset_get_maximum (changed)
                                         - gtk_bitset_get_minimum (changed) + 1);
  notify_n_selected (self);

  return TRUE;
}

/* When the list changes */

static void
await_removed (QuothQuoteSelection *self,
               guint                position,
               guint                removed)
{
  GtkBitsetIter iter;
  guint selected = 0;

  if (removed == 0)
    return;

  for (gboolean valid = gtk_bitset_iter_init_at (&iter, self->positions, position, &selected);
       valid && selected < position + removed;
       valid = gtk_bitset_iter_next (&iter, &selected))
    gtk_bitset_add (self->awaited, g_array_index (self->ids, guint32, selected));
}

static void
select_awaited (QuothQuoteSelection *self,
                guint                position,
                guint                added)
{
  if (gtk_bitset_is_empty (self->awaited))
    return;

  for (guint i = position; i < position + added; i++)
    {
      if (gtk_bitset_contains (self->awaited, g_array_index (self->ids, guint32, i)))
        gtk_bitset_add (self->positions, i);
    }
}

static void
on_items_changed_cb (QuothQuoteSelection *self,
                     guint                position,
                     guint                removed,
                     guint                added)
{
  guint64 n_before = gtk_bitset_get_size (self->positions);

  await_removed (self, position, removed);
  gtk_bitset_splice (self->positions, position, removed, added);
  g_array_unref (self->ids);
  self->ids = quoth_quote_list_ref_ids (self->list);
  select_awaited (self, position, added);
  if (self->ids->len > 0)
    gtk_bitset_remove_all (self->awaited);

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (gtk_bitset_get_size (self->positions) != n_before)
    notify_n_selected (self);
}

/* GListModel */

static GType
quoth_quote_selection_get_item_type (GListModel *model)
{
  return QUOTH_TYPE_QUOTE_ROW;
}

static guint
quoth_quote_selection_get_n_items (GListModel *model)
{
  return count_items (QUOTH_QUOTE_SELECTION (model));
}

static gpointer
quoth_quote_selection_get_item (GListModel *model,
                                guint       position)
{
  QuothQuoteSelection *self = QUOTH_QUOTE_SELECTION (model);

  return self->list != NULL ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
}

static void
quoth_quote_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quoth_quote_selection_get_item_type;
  iface->get_n_items = quoth_quote_selection_get_n_items;
  iface->get_item = quoth_quote_selection_get_item;
}

/* GtkSelectionModel: what it asks for is all done by set_selection () but for reading */

static gboolean
quoth_quote_selection_is_selected (GtkSelectionModel *model,
                                   guint              position)
{
  return gtk_bitset_contains (QUOTH_QUOTE_SELECTION (model)->positions, position);
}

static GtkBitset *
quoth_quote_selection_get_selection_in_range (GtkSelectionModel *model,
                                              guint              position,
                                              guint              n_items)
{
  return gtk_bitset_ref (QUOTH_QUOTE_SELECTION (model)->positions);
}

static gboolean
quoth_quote_selection_set_selection (GtkSelectionModel *model,
                                     GtkBitset         *selected,
                                     GtkBitset         *mask)
{
  QuothQuoteSelection *self = QUOTH_QUOTE_SELECTION (model);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);
  GtkBitset *positions = gtk_bitset_copy (self->positions);
  guint n_items = count_items (self);

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (positions, mask);
  gtk_bitset_union (positions, wanted);
  if (n_items < G_MAXUINT)
    gtk_bitset_remove_range_closed (positions, n_items, G_MAXUINT);

  return take_positions (self, positions);
}

static gboolean
select_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  g_autoptr (GtkBitset) range = gtk_bitset_new_range (position, n_items);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, count_items (QUOTH_QUOTE_SELECTION (model)));

  return quoth_quote_selection_set_selection (model, range, unselect_rest ? all : range);
}

static gboolean
unselect_range (GtkSelectionModel *model,
                guint              position,
                guint              n_items)
{
  g_autoptr (GtkBitset) range = gtk_bitset_new_range (position, n_items);
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  return quoth_quote_selection_set_selection (model, none, range);
}

static gboolean
quoth_quote_selection_select_item (GtkSelectionModel *model,
                                   guint              position,
                                   gboolean           unselect_rest)
{
  return select_range (model, position, 1, unselect_rest);
}

static gboolean
quoth_quote_selection_unselect_item (GtkSelectionModel *model,
                                     guint              position)
{
  return unselect_range (model, position, 1);
}

static gboolean
quoth_quote_selection_select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, count_items (QUOTH_QUOTE_SELECTION (model)), FALSE);
}

static gboolean
quoth_quote_selection_unselect_all (GtkSelectionModel *model)
{
  return unselect_range (model, 0, count_items (QUOTH_QUOTE_SELECTION (model)));
}

static void
quoth_quote_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = quoth_quote_selection_is_selected;
  iface->get_selection_in_range = quoth_quote_selection_get_selection_in_range;
  iface->select_item = quoth_quote_selection_select_item;
  iface->unselect_item = quoth_quote_selection_unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = quoth_quote_selection_select_all;
  iface->unselect_all = quoth_quote_selection_unselect_all;
  iface->set_selection = quoth_quote_selection_set_selection;
}

/* GObject */

static void
quoth_quote_selection_dispose (GObject *object)
{
  QuothQuoteSelection *self = QUOTH_QUOTE_SELECTION (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_items_changed_cb, self);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (quoth_quote_selection_parent_class)->dispose (object);
}

static void
quoth_quote_selection_finalize (GObject *object)
{
  QuothQuoteSelection *self = QUOTH_QUOTE_SELECTION (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->positions, gtk_bitset_unref);
  g_clear_pointer (&self->awaited, gtk_bitset_unref);

  G_OBJECT_CLASS (quoth_quote_selection_parent_class)->finalize (object);
}

static void
quoth_quote_selection_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  QuothQuoteSelection *self = QUOTH_QUOTE_SELECTION (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;

    case PROP_N_SELECTED:
      g_value_set_uint (value, quoth_quote_selection_get_n_selected (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_selection_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      quoth_quote_selection_set_list (QUOTH_QUOTE_SELECTION (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_selection_class_init (QuothQuoteSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quoth_quote_selection_dispose;
  object_class->finalize = quoth_quote_selection_finalize;
  object_class->get_property = quoth_quote_selection_get_property;
  object_class->set_property = quoth_quote_selection_set_property;

  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL, QUOTH_TYPE_QUOTE_LIST,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] =
    g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_quote_selection_init (QuothQuoteSelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->positions = gtk_bitset_new_empty ();
  self->awaited = gtk_bitset_new_empty ();
}

QuothQuoteSelection *
quoth_quote_selection_new (QuothQuoteList *list)
{
  return g_object_new (QUOTH_TYPE_QUOTE_SELECTION, "list", list, NULL);
}

/**
 * quoth_quote_selection_set_list:
 * @list: (nullable): nothing of it is selected at first
 */
void
quoth_quote_selection_set_list (QuothQuoteSelection *self,
                                QuothQuoteList      *list)
{
  guint n_before = 0;

  g_return_if_fail (QUOTH_IS_QUOTE_SELECTION (self));
  g_return_if_fail (list == NULL || QUOTH_IS_QUOTE_LIST (list));

  if (self->list == list)
    return;

  n_before = count_items (self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_items_changed_cb, self);
  g_clear_object (&self->list);
  gtk_bitset_remove_all (self->positions);
  gtk_bitset_remove_all (self->awaited);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  if (list != NULL)
    {
      self->list = g_object_ref (list);
      g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_array_unref (self->ids);
      self->ids = quoth_quote_list_ref_ids (list);
      if (self->ids->len > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->ids->len);
    }

  notify_n_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}

guint
quoth_quote_selection_get_n_selected (QuothQuoteSelection *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_SELECTION (self), 0);

  return (guint) gtk_bitset_get_size (self->positions);
}

GArray *
quoth_quote_selection_dup_ids (QuothQuoteSelection *self)
{
  GArray *ids = NULL;
  GtkBitsetIter iter;
  guint position = 0;

  g_return_val_if_fail (QUOTH_IS_QUOTE_SELECTION (self), NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32),
                           quoth_quote_selection_get_n_selected (self));
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, self->positions, &position);
       valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (ids, g_array_index (self->ids, guint32, position));

  return ids;
}
