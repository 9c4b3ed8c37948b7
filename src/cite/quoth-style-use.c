#include "config.h"

#include "quoth-style-use.h"

#include "quoth-outer-marks.h"

/* The locale of CSL styles that name none. */
#define CSL_LOCALE "en-US"

static gboolean
is_built_in (const char *style)
{
  return g_str_equal (style, QUOTH_STYLE_NEWSROOM) || g_str_equal (style, QUOTH_STYLE_CITE_NEWS);
}

/* What the style's file says of it. Rules and format may stand in the file of another style that
 * it names. */
static void
read_style (QuothStyleUse *self)
{
  QuothStyleList *styles = quoth_citer_get_styles (self->citer);
  g_autoptr (QuothStyle) style = quoth_style_list_find (styles, self->id);
  g_autoptr (QuothStyle) parent = style != NULL ? quoth_style_list_find_rules (styles, style)
                                                : NULL;
  QuothStyle *source = parent != NULL ? parent : style;
  const char *own = NULL;
  const char *locale = self->locale;

  if (style == NULL)
    return;
  own = quoth_style_get_default_locale (style);
  if (own == NULL)
    own = quoth_style_get_default_locale (source);
  if (locale == NULL)
    locale = own != NULL ? own : CSL_LOCALE;

  self->notes = quoth_style_get_format (source) == QUOTH_STYLE_NOTE;
  self->numeric = quoth_style_get_format (source) == QUOTH_STYLE_NUMERIC;
  self->rules = quoth_quoted_in_find (quoth_style_get_id (source), locale);
  quoth_outer_marks_find (locale, &self->open, &self->close);
}

/**
 * quoth_style_use_new:
 * @citer: (nullable): makes the citations
 * @style: the style's id
 * @locale: (nullable): the locale to cite in; otherwise the style's
 *
 * Returns: (transfer full): the style, found once for many citations
 */
QuothStyleUse *
quoth_style_use_new (QuothCiter *citer,
                     const char *style,
                     const char *locale)
{
  QuothStyleUse *self;

  g_return_val_if_fail (citer == NULL || QUOTH_IS_CITER (citer), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_new0 (QuothStyleUse, 1);
  self->locale = locale != NULL && *locale != '\0' ? g_strdup (locale) : NULL;
  quoth_outer_marks_find (self->locale, &self->open, &self->close);
  if (!is_built_in (style) && citer != NULL && quoth_citer_is_available (citer))
    {
      self->citer = g_object_ref (citer);
      self->id = g_strdup (style);
      read_style (self);
      return self;
    }

  self->id = g_strdup (is_built_in (style) ? style : QUOTH_STYLE_NEWSROOM);
  self->notes = TRUE;
  self->rules = quoth_quoted_in_find (self->id, NULL);
  return self;
}

void
quoth_style_use_free (QuothStyleUse *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->citer);
  g_free (self->id);
  g_free (self->locale);
  g_free (self);
}
