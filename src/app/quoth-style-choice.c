#include "config.h"

#include "quoth-style-choice.h"

#include <glib/gi18n-lib.h>

struct _QuothStyleChoice
{
  GObject     parent_instance;

  QuothStyle *style;
  const char *heading; /* translated, never freed */
  gboolean    chosen;
};

G_DEFINE_FINAL_TYPE (QuothStyleChoice, quoth_style_choice, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CHOSEN,
  PROP_DETAIL,
  PROP_HEADING,
  PROP_STYLE,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *
get_format (QuothStyle *style)
{
  switch (quoth_style_get_format (style))
    {
    case QUOTH_STYLE_NOTE:
      return C_("citation style", "Notes");

    case QUOTH_STYLE_AUTHOR_DATE:
      return C_("citation style", "Author and date");

    case QUOTH_STYLE_AUTHOR:
      return C_("citation style", "Author");

    case QUOTH_STYLE_NUMERIC:
      return C_("citation style", "Numbers");

    case QUOTH_STYLE_LABEL:
      return C_("citation style", "Labels");

    case QUOTH_STYLE_OTHER:
      return NULL;

    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_detail (QuothStyleChoice *self)
{
  const char *parts[4] = { NULL };
  guint n_parts = 0;

  if (self->style == NULL)
    return g_strdup ("");

  if (quoth_style_get_own (self->style))
    /* Translators: of a citation style whose file the person added */
    parts[n_parts++] = C_("citation style", "Your own");
  if (get_format (self->style) != NULL)
    parts[n_parts++] = get_format (self->style);
  if (quoth_style_get_short_title (self->style) != NULL)
    parts[n_parts++] = quoth_style_get_short_title (self->style);

  return g_strjoinv (" · ", (char **) parts);
}

static void
quoth_style_choice_finalize (GObject *object)
{
  QuothStyleChoice *self = QUOTH_STYLE_CHOICE (object);

  g_clear_object (&self->style);

  G_OBJECT_CLASS (quoth_style_choice_parent_class)->finalize (object);
}

static void
quoth_style_choice_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  QuothStyleChoice *self = QUOTH_STYLE_CHOICE (object);

  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;

    case PROP_DETAIL:
      g_value_take_string (value, dup_detail (self));
      break;

    case PROP_HEADING:
      g_value_set_boolean (value, self->style == NULL);
      break;

    case PROP_STYLE:
      g_value_set_boolean (value, self->style != NULL);
      break;

    case PROP_TITLE:
      g_value_set_string (value, quoth_style_choice_get_title (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_style_choice_class_init (QuothStyleChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = quoth_style_choice_finalize;
  object_class->get_property = quoth_style_choice_get_property;

  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, FALSE, flags);
  properties[PROP_STYLE] = g_param_spec_boolean ("style", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_style_choice_init (QuothStyleChoice *self)
{
}

QuothStyleChoice *
quoth_style_choice_new (QuothStyle *style,
                        gboolean    chosen)
{
  QuothStyleChoice *self = g_object_new (QUOTH_TYPE_STYLE_CHOICE, NULL);

  self->style = g_object_ref (style);
  self->chosen = chosen;

  return self;
}

/* @title: translated, and there for good */
QuothStyleChoice *
quoth_style_choice_new_heading (const char *title)
{
  QuothStyleChoice *self = g_object_new (QUOTH_TYPE_STYLE_CHOICE, NULL);

  self->heading = title;

  return self;
}

QuothStyle *
quoth_style_choice_get_style (QuothStyleChoice *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE_CHOICE (self), NULL);

  return self->style;
}

const char *
quoth_style_choice_get_title (QuothStyleChoice *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE_CHOICE (self), NULL);

  return self->style != NULL ? quoth_style_get_title (self->style) : self->heading;
}
