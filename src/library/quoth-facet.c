#include "quoth-facet-private.h"

struct _QuothFacet
{
  GObject         parent_instance;

  QuothQuery     *query;
  QuothFacetKind  kind;
  char           *value;
  char           *label;
  char           *detail;
  guint           count;
  gboolean        selected;
};

G_DEFINE_FINAL_TYPE (QuothFacet, quoth_facet, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_COUNT,
  PROP_DETAIL,
  PROP_LABEL,
  PROP_SELECTED,
  PROP_VALUE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
quoth_facet_dispose (GObject *object)
{
  QuothFacet *self = QUOTH_FACET (object);

  g_clear_object (&self->query);

  G_OBJECT_CLASS (quoth_facet_parent_class)->dispose (object);
}

static void
quoth_facet_finalize (GObject *object)
{
  QuothFacet *self = QUOTH_FACET (object);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (quoth_facet_parent_class)->finalize (object);
}

static void
quoth_facet_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QuothFacet *self = QUOTH_FACET (object);

  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QuothFacet *self = QUOTH_FACET (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      quoth_facet_set_selected (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_class_init (QuothFacetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = quoth_facet_dispose;
  object_class->finalize = quoth_facet_finalize;
  object_class->get_property = quoth_facet_get_property;
  object_class->set_property = quoth_facet_set_property;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", readable);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", readable);
  properties[PROP_SELECTED] =
    g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_facet_init (QuothFacet *self G_GNUC_UNUSED)
{
}

void
quoth_facet_count_free (QuothFacetCount *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self->label);
  g_free (self->detail);
  g_free (self);
}

QuothFacet *
quoth_facet_new (QuothQuery      *query,
                 QuothFacetKind   kind,
                 QuothFacetCount *count)
{
  QuothFacet *self = g_object_new (QUOTH_TYPE_FACET, NULL);

  self->query = g_object_ref (query);
  self->kind = kind;
  self->value = g_strdup (count->value);
  self->label = g_strdup (count->label);
  self->detail = g_strdup (count->detail);
  self->count = count->count;
  self->selected = quoth_query_has_value (query, kind, self->value);

  return self;
}

static gboolean
replace_string (char       **field,
                const char  *value)
{
  if (g_str_equal (*field, value))
    return FALSE;

  g_free (*field);
  *field = g_strdup (value);

  return TRUE;
}

void
quoth_facet_update (QuothFacet      *self,
                    QuothFacetCount *count)
{
  gboolean counted = self->count != count->count;

  self->count = count->count;
  if (replace_string (&self->label, count->label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  if (replace_string (&self->detail, count->detail))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
  if (counted)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

void
quoth_facet_look (QuothFacet *self)
{
  gboolean selected = quoth_query_has_value (self->query, self->kind, self->value);

  if (self->selected == selected)
    return;

  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const char *
quoth_facet_get_value (QuothFacet *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET (self), NULL);

  return self->value;
}

const char *
quoth_facet_get_label (QuothFacet *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET (self), NULL);

  return self->label;
}

const char *
quoth_facet_get_detail (QuothFacet *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET (self), NULL);

  return self->detail;
}

guint
quoth_facet_get_count (QuothFacet *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET (self), 0);

  return self->count;
}

gboolean
quoth_facet_get_selected (QuothFacet *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET (self), FALSE);

  return self->selected;
}

/**
 * quoth_facet_set_selected:
 *
 * Adds the value to the query or takes it out.
 */
void
quoth_facet_set_selected (QuothFacet *self,
                          gboolean    selected)
{
  g_return_if_fail (QUOTH_IS_FACET (self));

  if (self->selected == !!selected)
    return;

  if (selected)
    quoth_query_add_value (self->query, self->kind, self->value);
  else
    quoth_query_remove_value (self->query, self->kind, self->value);
  quoth_facet_look (self);
}
