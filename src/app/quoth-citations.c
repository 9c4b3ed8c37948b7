#include "config.h"

#include "quoth-citations.h"

#define MAX_RECENT 5

struct _QuothCitations
{
  GObject         parent_instance;

  GSettings      *settings;
  QuothStyleList *styles;
  QuothCiter     *citer;
  char           *style;
  char           *locale;
  QuothPreset     preset;
};

G_DEFINE_FINAL_TYPE (QuothCitations, quoth_citations, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_LOCALE,
  PROP_PRESET,
  PROP_STYLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
quoth_citations_dispose (GObject *object)
{
  QuothCitations *self = QUOTH_CITATIONS (object);

  g_clear_object (&self->citer);
  g_clear_object (&self->styles);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (quoth_citations_parent_class)->dispose (object);
}

static void
quoth_citations_finalize (GObject *object)
{
  QuothCitations *self = QUOTH_CITATIONS (object);

  g_clear_pointer (&self->style, g_free);
  g_clear_pointer (&self->locale, g_free);

  G_OBJECT_CLASS (quoth_citations_parent_class)->finalize (object);
}

static void
quoth_citations_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QuothCitations *self = QUOTH_CITATIONS (object);

  switch (prop_id)
    {
    case PROP_LOCALE:
      g_value_set_string (value, self->locale);
      break;

    case PROP_PRESET:
      g_value_set_string (value, quoth_preset_get_id (self->preset));
      break;

    case PROP_STYLE:
      g_value_set_string (value, self->style);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_citations_class_init (QuothCitationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = quoth_citations_dispose;
  object_class->finalize = quoth_citations_finalize;
  object_class->get_property = quoth_citations_get_property;

  properties[PROP_LOCALE] = g_param_spec_string ("locale", NULL, NULL, NULL, flags);
  properties[PROP_PRESET] = g_param_spec_string ("preset", NULL, NULL, NULL, flags);
  properties[PROP_STYLE] = g_param_spec_string ("style", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_citations_init (QuothCitations *self)
{
}

/* A style that is gone, such as an own one whose file was deleted, gives way to the one that
 * Quoth begins with. */
static char *
dup_kept_style (QuothCitations *self)
{
  g_autofree char *kept = g_settings_get_string (self->settings, "citation-style");
  g_autoptr (QuothStyle) style = quoth_style_list_find (self->styles, kept);

  return style != NULL ? g_steal_pointer (&kept) : g_strdup (QUOTH_STYLE_DEFAULT);
}

QuothCitations *
quoth_citations_new (GSettings      *settings,
                     QuothStyleList *styles)
{
  QuothCitations *self = NULL;
  g_autofree char *preset = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (styles), NULL);

  self = g_object_new (QUOTH_TYPE_CITATIONS, NULL);
  self->settings = g_object_ref (settings);
  self->styles = g_object_ref (styles);
  self->citer = quoth_citer_new (styles, NULL);
  self->style = dup_kept_style (self);
  self->locale = g_settings_get_string (settings, "citation-locale");
  preset = g_settings_get_string (settings, "copy-preset");
  if (!quoth_preset_from_id (preset, &self->preset) || self->preset == QUOTH_PRESET_BIBLIOGRAPHY)
    self->preset = QUOTH_PRESET_CITATION;

  return self;
}

/**
 * quoth_citations_get_styles:
 *
 * Returns: (transfer none): all styles; empty until somebody loads the list
 */
QuothStyleList *
quoth_citations_get_styles (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return self->styles;
}

QuothCiter *
quoth_citations_get_citer (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return self->citer;
}

const char *
quoth_citations_get_style (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return self->style;
}

static void
remember_recent (QuothCitations *self,
                 const char     *style)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-styles");
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  g_ptr_array_add (recent, (gpointer) style);
  for (guint i = 0; before[i] != NULL && recent->len < MAX_RECENT; i++)
    {
      if (!g_str_equal (before[i], style))
        g_ptr_array_add (recent, before[i]);
    }
  g_ptr_array_add (recent, NULL);

  g_settings_set_strv (self->settings, "recent-styles", (const char *const *) recent->pdata);
}

/**
 * quoth_citations_set_style:
 * @style: the id of a style; set again when its file has changed
 */
void
quoth_citations_set_style (QuothCitations *self,
                           const char     *style)
{
  g_return_if_fail (QUOTH_IS_CITATIONS (self));
  g_return_if_fail (style != NULL);

  if (self->style != style)
    {
      g_free (self->style);
      self->style = g_strdup (style);
    }
  g_settings_set_string (self->settings, "citation-style", self->style);
  remember_recent (self, self->style);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

const char *
quoth_citations_get_locale (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return self->locale;
}

void
quoth_citations_set_locale (QuothCitations *self,
                            const char     *locale)
{
  g_return_if_fail (QUOTH_IS_CITATIONS (self));
  g_return_if_fail (locale != NULL);

  if (g_str_equal (self->locale, locale))
    return;

  g_free (self->locale);
  self->locale = g_strdup (locale);
  g_settings_set_string (self->settings, "citation-locale", locale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCALE]);
}

QuothPreset
quoth_citations_get_preset (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), QUOTH_PRESET_CITATION);

  return self->preset;
}

void
quoth_citations_set_preset (QuothCitations *self,
                            QuothPreset     preset)
{
  g_return_if_fail (QUOTH_IS_CITATIONS (self));
  g_return_if_fail (preset < QUOTH_N_PRESETS);

  if (self->preset == preset)
    return;

  self->preset = preset;
  g_settings_set_string (self->settings, "copy-preset", quoth_preset_get_id (preset));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESET]);
}

/**
 * quoth_citations_dup_recent:
 *
 * Returns: (transfer full): the ids of the styles chosen last, the last one first
 */
GStrv
quoth_citations_dup_recent (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return g_settings_get_strv (self->settings, "recent-styles");
}

static const char *
get_wanted_locale (QuothCitations *self)
{
  return *self->locale != '\0' ? self->locale : NULL;
}

char *
quoth_citations_dup_style_title (QuothCitations *self)
{
  g_autoptr (QuothStyle) style = NULL;

  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  style = quoth_style_list_find (self->styles, self->style);

  return g_strdup (style != NULL ? quoth_style_get_title (style) : self->style);
}

/**
 * quoth_citations_get_remark:
 *
 * Returns: (nullable): what there is to say of how the style cites a quotation in an article
 */
const char *
quoth_citations_get_remark (QuothCitations *self)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return quoth_copy_get_remark (self->citer, self->style, get_wanted_locale (self));
}

/**
 * quoth_citations_create_request:
 *
 * Returns: (transfer full): for one copy or more in the style of now
 */
QuothCopyRequest *
quoth_citations_create_request (QuothCitations *self,
                                QuothPreset     preset)
{
  g_return_val_if_fail (QUOTH_IS_CITATIONS (self), NULL);

  return quoth_copy_request_new (preset, self->citer, self->style, get_wanted_locale (self));
}
