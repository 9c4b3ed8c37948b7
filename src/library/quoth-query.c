#include "quoth-query.h"

struct _QuothQuery
{
  GObject     parent_instance;

  GPtrArray  *values[QUOTH_N_FACETS];
  char       *search;
  char       *since;
  char       *until;
  QuothOrder  order;
  gboolean    include_attitudes;
  gboolean    include_rejected;
  gboolean    active;
};

G_DEFINE_FINAL_TYPE (QuothQuery, quoth_query, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ACTIVE,
  PROP_INCLUDE_ATTITUDES,
  PROP_INCLUDE_REJECTED,
  PROP_ORDER,
  PROP_SEARCH,
  PROP_SINCE,
  PROP_UNTIL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
compute_active (QuothQuery *self)
{
  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    {
      if (self->values[i]->len > 0)
        return TRUE;
    }

  return self->search != NULL || self->since != NULL || self->until != NULL ||
         self->include_attitudes || self->include_rejected;
}

static void
emit_changed (QuothQuery *self)
{
  gboolean active = compute_active (self);

  if (self->active != active)
    {
      self->active = active;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

/* White space alone is nothing to look for. */
static gboolean
replace_string (char       **field,
                const char  *value)
{
  g_autofree char *copy = g_strdup (value);

  if (copy != NULL && *g_strstrip (copy) == '\0')
    g_clear_pointer (&copy, g_free);
  if (g_strcmp0 (*field, copy) == 0)
    return FALSE;

  g_free (*field);
  *field = g_steal_pointer (&copy);

  return TRUE;
}

static void
set_string (QuothQuery  *self,
            guint        property,
            char       **field,
            const char  *value)
{
  if (!replace_string (field, value))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  emit_changed (self);
}

static void
set_flag (QuothQuery *self,
          guint       property,
          gboolean   *field,
          gboolean    value)
{
  value = !!value;
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  emit_changed (self);
}

static void
quoth_query_finalize (GObject *object)
{
  QuothQuery *self = QUOTH_QUERY (object);

  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->until, g_free);

  G_OBJECT_CLASS (quoth_query_parent_class)->finalize (object);
}

static void
quoth_query_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QuothQuery *self = QUOTH_QUERY (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_INCLUDE_ATTITUDES:
      g_value_set_boolean (value, self->include_attitudes);
      break;
    case PROP_INCLUDE_REJECTED:
      g_value_set_boolean (value, self->include_rejected);
      break;
    case PROP_ORDER:
      g_value_set_int (value, self->order);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_SINCE:
      g_value_set_string (value, self->since);
      break;
    case PROP_UNTIL:
      g_value_set_string (value, self->until);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_query_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QuothQuery *self = QUOTH_QUERY (object);

  switch (prop_id)
    {
    case PROP_INCLUDE_ATTITUDES:
      set_flag (self, prop_id, &self->include_attitudes, g_value_get_boolean (value));
      break;
    case PROP_INCLUDE_REJECTED:
      set_flag (self, prop_id, &self->include_rejected, g_value_get_boolean (value));
      break;
    case PROP_ORDER:
      quoth_query_set_order (self, (QuothOrder) g_value_get_int (value));
      break;
    case PROP_SEARCH:
      quoth_query_set_search (self, g_value_get_string (value));
      break;
    case PROP_SINCE:
      quoth_query_set_since (self, g_value_get_string (value));
      break;
    case PROP_UNTIL:
      quoth_query_set_until (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_query_class_init (QuothQueryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = quoth_query_finalize;
  object_class->get_property = quoth_query_get_property;
  object_class->set_property = quoth_query_set_property;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_INCLUDE_ATTITUDES] =
    g_param_spec_boolean ("include-attitudes", NULL, NULL, FALSE, changing);
  properties[PROP_INCLUDE_REJECTED] =
    g_param_spec_boolean ("include-rejected", NULL, NULL, FALSE, changing);
  properties[PROP_ORDER] =
    g_param_spec_int ("order", NULL, NULL, QUOTH_ORDER_NEWEST, QUOTH_ORDER_ARTICLE,
                      QUOTH_ORDER_NEWEST,
                      changing);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, changing);
  properties[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, changing);
  properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, NULL, changing);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quoth_query_init (QuothQuery *self)
{
  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    self->values[i] = g_ptr_array_new_with_free_func (g_free);
}

/**
 * quoth_query_new:
 *
 * Returns: (transfer full): a query that takes every statement, newest first
 */
QuothQuery *
quoth_query_new (void)
{
  return g_object_new (QUOTH_TYPE_QUERY, NULL);
}

/**
 * quoth_query_copy:
 *
 * Returns: (transfer full): another with the same content, for a thread
 */
QuothQuery *
quoth_query_copy (QuothQuery *self)
{
  QuothQuery *copy;

  g_return_val_if_fail (QUOTH_IS_QUERY (self), NULL);

  copy = quoth_query_new ();
  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    {
      for (guint j = 0; j < self->values[i]->len; j++)
        g_ptr_array_add (copy->values[i], g_strdup (g_ptr_array_index (self->values[i], j)));
    }
  copy->search = g_strdup (self->search);
  copy->since = g_strdup (self->since);
  copy->until = g_strdup (self->until);
  copy->order = self->order;
  copy->include_attitudes = self->include_attitudes;
  copy->include_rejected = self->include_rejected;
  copy->active = self->active;

  return copy;
}

/**
 * quoth_query_clear:
 *
 * Takes every statement again; the order stays.
 */
void
quoth_query_clear (QuothQuery *self)
{
  g_return_if_fail (QUOTH_IS_QUERY (self));

  if (!self->active)
    return;

  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    g_ptr_array_set_size (self->values[i], 0);

  g_object_freeze_notify (G_OBJECT (self));
  if (replace_string (&self->search, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  if (replace_string (&self->since, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINCE]);
  if (replace_string (&self->until, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNTIL]);
  if (self->include_attitudes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDE_ATTITUDES]);
  if (self->include_rejected)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDE_REJECTED]);
  self->include_attitudes = FALSE;
  self->include_rejected = FALSE;
  g_object_thaw_notify (G_OBJECT (self));

  emit_changed (self);
}

static gboolean
find_value (QuothQuery     *self,
            QuothFacetKind  facet,
            const char     *value,
            guint          *index)
{
  return g_ptr_array_find_with_equal_func (self->values[facet], value, g_str_equal, index);
}

gboolean
quoth_query_has_value (QuothQuery     *self,
                       QuothFacetKind  facet,
                       const char     *value)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), FALSE);
  g_return_val_if_fail (facet < QUOTH_N_FACETS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return find_value (self, facet, value, NULL);
}

void
quoth_query_add_value (QuothQuery     *self,
                       QuothFacetKind  facet,
                       const char     *value)
{
  g_return_if_fail (QUOTH_IS_QUERY (self));
  g_return_if_fail (facet < QUOTH_N_FACETS);
  g_return_if_fail (value != NULL);

  if (find_value (self, facet, value, NULL))
    return;

  g_ptr_array_add (self->values[facet], g_strdup (value));
  emit_changed (self);
}

void
quoth_query_remove_value (QuothQuery     *self,
                          QuothFacetKind  facet,
                          const char     *value)
{
  guint index;

  g_return_if_fail (QUOTH_IS_QUERY (self));
  g_return_if_fail (facet < QUOTH_N_FACETS);
  g_return_if_fail (value != NULL);

  if (!find_value (self, facet, value, &index))
    return;

  g_ptr_array_remove_index (self->values[facet], index);
  emit_changed (self);
}

/**
 * quoth_query_get_values:
 *
 * Returns: (transfer none) (element-type utf8): in the order in which they were chosen
 */
GPtrArray *
quoth_query_get_values (QuothQuery     *self,
                        QuothFacetKind  facet)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < QUOTH_N_FACETS, NULL);

  return self->values[facet];
}

const char *
quoth_query_get_search (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), NULL);

  return self->search;
}

/**
 * quoth_query_set_search:
 * @search: (nullable): words, names and titles to look for
 */
void
quoth_query_set_search (QuothQuery *self,
                        const char *search)
{
  g_return_if_fail (QUOTH_IS_QUERY (self));

  set_string (self, PROP_SEARCH, &self->search, search);
}

/**
 * quoth_query_get_since:
 *
 * Returns: (nullable): the first day, month or year to take, in ISO 8601
 */
const char *
quoth_query_get_since (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), NULL);

  return self->since;
}

void
quoth_query_set_since (QuothQuery *self,
                       const char *date)
{
  g_return_if_fail (QUOTH_IS_QUERY (self));

  set_string (self, PROP_SINCE, &self->since, date);
}

/**
 * quoth_query_get_until:
 *
 * Returns: (nullable): the last day, month or year to take, in ISO 8601
 */
const char *
quoth_query_get_until (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), NULL);

  return self->until;
}

void
quoth_query_set_until (QuothQuery *self,
                       const char *date)
{
  g_return_if_fail (QUOTH_IS_QUERY (self));

  set_string (self, PROP_UNTIL, &self->until, date);
}

QuothOrder
quoth_query_get_order (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), QUOTH_ORDER_NEWEST);

  return self->order;
}

void
quoth_query_set_order (QuothQuery *self,
                       QuothOrder  order)
{
  g_return_if_fail (QUOTH_IS_QUERY (self));

  if (self->order == order)
    return;

  self->order = order;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  emit_changed (self);
}

gboolean
quoth_query_get_include_attitudes (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), FALSE);

  return self->include_attitudes;
}

gboolean
quoth_query_get_include_rejected (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), FALSE);

  return self->include_rejected;
}

gboolean
quoth_query_get_active (QuothQuery *self)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (self), FALSE);

  return self->active;
}
