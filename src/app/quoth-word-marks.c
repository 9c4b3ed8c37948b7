#include "config.h"

#include "quoth-word-marks.h"

#include <adwaita.h>

/**
 * quoth_word_marks_insert:
 * @attribute: (transfer full): for the bytes from @start to before @end
 */
void
quoth_word_marks_insert (PangoAttrList  *list,
                         PangoAttribute *attribute,
                         guint           start,
                         guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/**
 * quoth_word_marks_light:
 * @widget: whose text it is
 */
void
quoth_word_marks_light (GtkWidget     *widget,
                        PangoAttrList *list,
                        guint          start,
                        guint          end)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA colour = { 0.2f, 0.5f, 0.9f, 1.0f };

  if (adw_style_manager_get_high_contrast (style))
    quoth_word_marks_insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color",
                                  &colour);
  quoth_word_marks_insert (list, pango_attr_background_new ((guint16) (colour.red * G_MAXUINT16),
                                                            (guint16) (colour.green * G_MAXUINT16),
                                                            (guint16) (colour.blue * G_MAXUINT16)),
                           start, end);
  quoth_word_marks_insert (list, pango_attr_background_alpha_new (adw_style_manager_get_dark (style)
                                                                  ? G_MAXUINT16 / 3 : G_MAXUINT16 / 5),
                           start, end);
}
