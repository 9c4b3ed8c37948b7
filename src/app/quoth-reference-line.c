#include "config.h"

#include "quoth-reference-line.h"

#include <glib/gi18n-lib.h>

#include "quoth-wording.h"

struct _QuothReferenceLine
{
  GObject  parent_instance;

  char    *id;
  char    *title;
  char    *detail;
};

G_DEFINE_FINAL_TYPE (QuothReferenceLine, quoth_reference_line, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_DETAIL,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
quoth_reference_line_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  QuothReferenceLine *self = QUOTH_REFERENCE_LINE (object);

  switch (prop_id)
    {
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_reference_line_finalize (GObject *object)
{
  QuothReferenceLine *self = QUOTH_REFERENCE_LINE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (quoth_reference_line_parent_class)->finalize (object);
}

static void
quoth_reference_line_class_init (QuothReferenceLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quoth_reference_line_finalize;
  object_class->get_property = quoth_reference_line_get_property;

  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_reference_line_init (QuothReferenceLine *self)
{
}

QuothReferenceLine *
quoth_reference_line_new (const QuothReferenceEntry *entry)
{
  QuothReferenceLine *self = NULL;
  g_autofree char *date = NULL;
  g_autofree char *origin = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  date = quoth_wording_dup_date (entry->published, QUOTH_DATE_SHORT);
  origin = quoth_wording_join (entry->publication, date);
  self = g_object_new (QUOTH_TYPE_REFERENCE_LINE, NULL);
  self->id = g_strdup (entry->id);
  self->title = g_strdup (entry->title != NULL ? entry->title : _("Without a title"));
  self->detail = quoth_wording_join (entry->author, origin);

  return self;
}

const char *
quoth_reference_line_get_id (QuothReferenceLine *self)
{
  g_return_val_if_fail (QUOTH_IS_REFERENCE_LINE (self), NULL);

  return self->id;
}

const char *
quoth_reference_line_get_title (QuothReferenceLine *self)
{
  g_return_val_if_fail (QUOTH_IS_REFERENCE_LINE (self), NULL);

  return self->title;
}

const char *
quoth_reference_line_get_detail (QuothReferenceLine *self)
{
  g_return_val_if_fail (QUOTH_IS_REFERENCE_LINE (self), NULL);

  return self->detail;
}
