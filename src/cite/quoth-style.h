#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuothStyleFormat:
 * @QUOTH_STYLE_OTHER: the style doesn't say
 * @QUOTH_STYLE_NOTE: citations are footnotes
 * @QUOTH_STYLE_AUTHOR_DATE: "(Marrack 2025)"
 * @QUOTH_STYLE_AUTHOR: "(Marrack 14)"
 * @QUOTH_STYLE_NUMERIC: "[1]"
 * @QUOTH_STYLE_LABEL: "[Mar25]"
 */
typedef enum
{
  QUOTH_STYLE_OTHER,
  QUOTH_STYLE_NOTE,
  QUOTH_STYLE_AUTHOR_DATE,
  QUOTH_STYLE_AUTHOR,
  QUOTH_STYLE_NUMERIC,
  QUOTH_STYLE_LABEL,
} QuothStyleFormat;

#define QUOTH_TYPE_STYLE (quoth_style_get_type ())
G_DECLARE_FINAL_TYPE (QuothStyle, quoth_style, QUOTH, STYLE, GObject)

const char       *quoth_style_get_id             (QuothStyle *self);  /* "apa", "oscola" … */
const char       *quoth_style_get_title          (QuothStyle *self);
const char       *quoth_style_get_short_title    (QuothStyle *self);  /* (nullable) */
const char       *quoth_style_get_parent_id      (QuothStyle *self);  /* (nullable): whose rules it takes */
const char       *quoth_style_get_default_locale (QuothStyle *self);  /* (nullable) */
const char       *quoth_style_get_path           (QuothStyle *self);  /* (nullable): none for built-in ones */
QuothStyleFormat  quoth_style_get_format         (QuothStyle *self);
gboolean          quoth_style_get_own            (QuothStyle *self);  /* added by the person */
gboolean          quoth_style_is_built_in        (QuothStyle *self);  /* Quoth's own code, not CSL */

GStrv             quoth_style_split_search       (const char *search);
gboolean          quoth_style_matches            (QuothStyle        *self,
                                                  const char *const *words);

G_END_DECLS
