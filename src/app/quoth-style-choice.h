#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/**
 * QuothStyleChoice:
 *
 * A row to choose a style by, or a heading above such rows. Properties: title, detail, heading,
 * chosen
 */
#define QUOTH_TYPE_STYLE_CHOICE (quoth_style_choice_get_type ())
G_DECLARE_FINAL_TYPE (QuothStyleChoice, quoth_style_choice, QUOTH, STYLE_CHOICE, GObject)

QuothStyleChoice *quoth_style_choice_new         (QuothStyle       *style,
                                                  gboolean          chosen);
QuothStyleChoice *quoth_style_choice_new_heading (const char       *title);
QuothStyle       *quoth_style_choice_get_style   (QuothStyleChoice *self);  /* NULL: a heading */
const char       *quoth_style_choice_get_title   (QuothStyleChoice *self);

G_END_DECLS
