#include "config.h"

#include "quoth-style-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-style-info.h"

struct _QuothStyle
{
  GObject           parent_instance;
  char             *id;
  char             *title;
  char             *short_title;
  char             *parent_id;
  char             *default_locale;
  char             *path;
  char             *key;    /* what a search looks through */
  QuothStyleFormat  format;
  gboolean          own;
};

G_DEFINE_FINAL_TYPE (QuothStyle, quoth_style, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_OWN,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* Case and accents don't matter to a search. */
static char *
dup_key (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = NULL;
  GString *key = g_string_new (NULL);

  folded = g_utf8_casefold (decomposed != NULL ? decomposed : "", -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));

  return g_string_free (key, FALSE);
}

/* With the style, which is made in a thread of its own: a search then folds nothing but its words. */
static void
make_key (QuothStyle *self)
{
  g_autofree char *words = g_strdup_printf ("%s\n%s\n%s", self->title, self->id,
                                            self->short_title != NULL ? self->short_title : "");

  self->key = dup_key (words);
}

static char *
dup_unless_empty (const char *string)
{
  return *string != '\0' ? g_strdup (string) : NULL;
}

static void
quoth_style_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QuothStyle *self = QUOTH_STYLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_style_finalize (GObject *object)
{
  QuothStyle *self = QUOTH_STYLE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->short_title, g_free);
  g_clear_pointer (&self->parent_id, g_free);
  g_clear_pointer (&self->default_locale, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (quoth_style_parent_class)->finalize (object);
}

static void
quoth_style_class_init (QuothStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quoth_style_finalize;
  object_class->get_property = quoth_style_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OWN] =
    g_param_spec_boolean ("own", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_style_init (QuothStyle *self)
{
  (void) self;
}

/**
 * quoth_style_new_from_file:
 * @path: a .csl file, of which only what it says about itself is read
 * @own: whether the person added it
 *
 * Returns: (transfer full): the style, or %NULL and @error
 */
QuothStyle *
quoth_style_new_from_file (const char  *path,
                           gboolean     own,
                           GError     **error)
{
  g_auto (QuothStyleInfo) info = { 0 };
  QuothStyle *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (!quoth_style_info_read_file (&info, path, error))
    return NULL;

  self = g_object_new (QUOTH_TYPE_STYLE, NULL);
  self->id = g_path_get_basename (path);
  if (g_str_has_suffix (self->id, ".csl"))
    self->id[strlen (self->id) - strlen (".csl")] = '\0';
  self->title = g_steal_pointer (&info.title);
  self->short_title = g_steal_pointer (&info.short_title);
  self->parent_id = g_steal_pointer (&info.parent_id);
  self->default_locale = g_steal_pointer (&info.default_locale);
  self->format = info.format;
  self->path = g_strdup (path);
  self->own = own;
  if (self->title == NULL)
    self->title = g_strdup (self->id);
  make_key (self);

  return self;
}

QuothStyle *
quoth_style_new_from_variant (GVariant *variant)
{
  QuothStyle *self = g_object_new (QUOTH_TYPE_STYLE, NULL);
  const char *id, *title, *short_title, *parent_id, *default_locale, *path;
  guint32 format;

  g_variant_get (variant, "(&s&s&s&s&s&su)", &id, &title, &short_title, &parent_id, &default_locale,
                 &path, &format);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->short_title = dup_unless_empty (short_title);
  self->parent_id = dup_unless_empty (parent_id);
  self->default_locale = dup_unless_empty (default_locale);
  self->path = dup_unless_empty (path);
  self->format = MIN (format, QUOTH_STYLE_LABEL);
  make_key (self);

  return self;
}

GVariant *
quoth_style_to_variant (QuothStyle *self)
{
#define OR_EMPTY(string) ((string) != NULL ? (string) : "")
  return g_variant_new (QUOTH_STYLE_VARIANT, self->id, self->title, OR_EMPTY (self->short_title),
                        OR_EMPTY (self->parent_id), OR_EMPTY (self->default_locale),
                        OR_EMPTY (self->path), (guint32) self->format);
#undef OR_EMPTY
}

QuothStyle *
quoth_style_new_built_in (const char *id,
                          const char *title)
{
  QuothStyle *self = g_object_new (QUOTH_TYPE_STYLE, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  make_key (self);

  return self;
}

const char *
quoth_style_get_id (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), NULL);

  return self->id;
}

const char *
quoth_style_get_title (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), NULL);

  return self->title;
}

const char *
quoth_style_get_short_title (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), NULL);

  return self->short_title;
}

const char *
quoth_style_get_parent_id (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), NULL);

  return self->parent_id;
}

const char *
quoth_style_get_default_locale (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), NULL);

  return self->default_locale;
}

const char *
quoth_style_get_path (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), NULL);

  return self->path;
}

QuothStyleFormat
quoth_style_get_format (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), QUOTH_STYLE_OTHER);

  return self->format;
}

gboolean
quoth_style_get_own (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), FALSE);

  return self->own;
}

gboolean
quoth_style_is_built_in (QuothStyle *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), FALSE);

  return self->path == NULL;
}

/**
 * quoth_style_split_search:
 * @search: what somebody typed
 *
 * Returns: (transfer full): its words as quoth_style_matches() wants them
 */
GStrv
quoth_style_split_search (const char *search)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (search != NULL, NULL);

  key = dup_key (search);

  return g_strsplit_set (key, " \t\n", -1);
}

/**
 * quoth_style_matches:
 * @words: from quoth_style_split_search(); case, accents and order don't matter
 *
 * Returns: whether each of @words stands somewhere in the style's id, title or short title
 */
gboolean
quoth_style_matches (QuothStyle        *self,
                     const char *const *words)
{
  g_return_val_if_fail (QUOTH_IS_STYLE (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->key, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
