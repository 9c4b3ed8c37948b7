#include "config.h"

#include "quoth-copy-button.h"

#include <glib/gi18n-lib.h>

#include "quoth-preset-row.h"
#include "quoth-preset-wording.h"

struct _QuothCopyButton
{
  AdwBin          parent_instance;

  QuothCitations *citations;
  QuothArticle   *article;
  QuothQuote     *quote;

  GtkWidget      *split_button;
  GtkWidget      *popover;
  GtkWidget      *list_box;
};

G_DEFINE_FINAL_TYPE (QuothCopyButton, quoth_copy_button, ADW_TYPE_BIN)

static void
update_row (QuothCopyButton *self,
            QuothPresetRow  *row)
{
  QuothPreset preset = quoth_preset_row_get_preset (row);
  gboolean available = quoth_preset_is_available (preset, self->article, self->quote);
  g_autoptr (QuothCopyRequest) request = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), available);
  quoth_preset_row_set_chosen (row, preset == quoth_citations_get_preset (self->citations));
  if (!available)
    return;

  request = quoth_citations_create_request (self->citations, preset);
  quoth_copy_request_add (request, self->article, self->quote);
  quoth_preset_row_set_request (row, request);
}

static void
update_rows (QuothCopyButton *self)
{
  if (self->citations == NULL || self->quote == NULL || !gtk_widget_get_visible (self->popover))
    return;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list_box);
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    update_row (self, QUOTH_PRESET_ROW (row));
}

static void
update_button (QuothCopyButton *self)
{
  QuothPreset preset = quoth_citations_get_preset (self->citations);

  adw_split_button_set_label (ADW_SPLIT_BUTTON (self->split_button),
                              quoth_preset_wording_get_offer (preset));
}

static void
on_row_activated_cb (QuothCopyButton *self,
                     QuothPresetRow  *row)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "quote.copy-as", "s",
                              quoth_preset_get_id (quoth_preset_row_get_preset (row)));
}

static void
quoth_copy_button_dispose (GObject *object)
{
  QuothCopyButton *self = QUOTH_COPY_BUTTON (object);

  g_clear_object (&self->quote);
  g_clear_object (&self->article);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (quoth_copy_button_parent_class)->dispose (object);
}

static void
quoth_copy_button_class_init (QuothCopyButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_copy_button_dispose;

  g_type_ensure (QUOTH_TYPE_PRESET_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-copy-button.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothCopyButton, split_button);
  gtk_widget_class_bind_template_child (widget_class, QuothCopyButton, popover);
  gtk_widget_class_bind_template_child (widget_class, QuothCopyButton, list_box);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

/* AdwSplitButton 1.2 has a tooltip for its second button, but no name for those who do not see
 * it. */
static void
name_dropdown (QuothCopyButton *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->split_button);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _("Copy as"), -1);
    }
}

static void
quoth_copy_button_init (QuothCopyButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  name_dropdown (self);
}

void
quoth_copy_button_set_citations (QuothCopyButton *self,
                                 QuothCitations  *citations)
{
  g_return_if_fail (QUOTH_IS_COPY_BUTTON (self));
  g_return_if_fail (QUOTH_IS_CITATIONS (citations));
  g_return_if_fail (self->citations == NULL);

  self->citations = g_object_ref (citations);
  g_signal_connect_object (citations, "notify::preset", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
  update_button (self);
}

void
quoth_copy_button_set_quote (QuothCopyButton *self,
                             QuothArticle    *article,
                             QuothQuote      *quote)
{
  g_return_if_fail (QUOTH_IS_COPY_BUTTON (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));
  g_return_if_fail (QUOTH_IS_QUOTE (quote));

  g_set_object (&self->article, article);
  g_set_object (&self->quote, quote);
  update_rows (self);
}
