#include "config.h"

#include "quoth-near-dialog.h"

#include <glib/gi18n-lib.h>

#include "quoth-compared-text.h"
#include "quoth-held-pair.h"

struct _QuothNearDialog
{
  AdwWindow          parent_instance;

  QuothLibrary      *library;
  GSettings         *settings;
  GCancellable      *cancellable;
  QuothHeldPair     *pair;
  guint              n_kept;
  gboolean           decided;

  AdwWindowTitle    *window_title;
  GtkStack          *stack;
  GtkLabel          *share_label;
  GtkLabel          *error_label;
  GtkAdjustment     *adjustment;
  QuothComparedText *new_text;
  QuothComparedText *known_text;
  GtkCheckButton    *always_button;
};

G_DEFINE_FINAL_TYPE (QuothNearDialog, quoth_near_dialog, ADW_TYPE_WINDOW)

enum {
  DECIDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void load (QuothNearDialog *self);

static void
set_sensitive (QuothNearDialog *self,
               gboolean         sensitive)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "near.keep", sensitive);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "near.skip", sensitive);
}

static void
show_error (QuothNearDialog *self,
            const GError    *error)
{
  gtk_label_set_text (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
show_pair (QuothNearDialog *self)
{
  guint percent = (guint) (self->pair->held->near_share * 100);
  g_autofree char *share = NULL;
  g_autofree char *left = NULL;

  /* Translators: of two articles; %u is between 80 and 100 */
  share =
    g_strdup_printf (_("At least %u%% of the shorter text is in the other one. Words that differ are lit."),
                     percent);
  gtk_label_set_text (self->share_label, share);
  left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article waits", "%u articles wait",
                                       self->pair->n_held),
                          self->pair->n_held);
  adw_window_title_set_subtitle (self->window_title, left);

  quoth_compared_text_set_article (self->new_text, self->pair->article,
                                   self->pair->article_unshared);
  quoth_compared_text_set_article (self->known_text, self->pair->near, self->pair->near_unshared);
  gtk_widget_set_visible (GTK_WIDGET (self->always_button), TRUE);
  gtk_adjustment_set_value (self->adjustment, 0);
  gtk_stack_set_visible_child_name (self->stack, "pair");
  set_sensitive (self, TRUE);
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (QuothNearDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothHeldPair) pair = quoth_held_pair_load_finish (QUOTH_LIBRARY (source), result,
                                                                &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_clear_pointer (&self->pair, quoth_held_pair_free);
  if (pair == NULL)
    {
      show_error (self, error);
      return;
    }
  if (pair->held == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      if (self->decided)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->pair = g_steal_pointer (&pair);
  show_pair (self);
}

static void
load (QuothNearDialog *self)
{
  quoth_held_pair_load_async (self->library, self->cancellable, on_loaded_cb, g_object_ref (self));
}

static void
on_decided_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (QuothNearDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = quoth_library_write_finish (QUOTH_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (done)
    load (self);
  else
    show_error (self, error);
}

static void
decide (QuothNearDialog *self,
        gboolean         keep)
{
  gboolean always = gtk_check_button_get_active (self->always_button);

  if (self->pair == NULL)
    return;

  set_sensitive (self, FALSE);
  self->decided = TRUE;
  if (keep)
    self->n_kept += always ? self->pair->n_held : 1;
  if (always)
    g_settings_set_string (self->settings, "near-same", keep ? "keep" : "skip");
  quoth_held_decide_async (self->library, always ? 0 : self->pair->held->id, keep, on_decided_cb,
                           g_object_ref (self));
}

static void
keep_article (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  decide (QUOTH_NEAR_DIALOG (widget), TRUE);
}

static void
skip_article (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  decide (QUOTH_NEAR_DIALOG (widget), FALSE);
}

static gboolean
quoth_near_dialog_close_request (GtkWindow *window)
{
  QuothNearDialog *self = QUOTH_NEAR_DIALOG (window);

  if (self->decided)
    g_signal_emit (self, signals[DECIDED], 0, self->n_kept);

  return GTK_WINDOW_CLASS (quoth_near_dialog_parent_class)->close_request (window);
}

static void
quoth_near_dialog_dispose (GObject *object)
{
  QuothNearDialog *self = QUOTH_NEAR_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->pair, quoth_held_pair_free);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (quoth_near_dialog_parent_class)->dispose (object);
}

static void
quoth_near_dialog_finalize (GObject *object)
{
  g_clear_object (&QUOTH_NEAR_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (quoth_near_dialog_parent_class)->finalize (object);
}

static void
quoth_near_dialog_class_init (QuothNearDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_near_dialog_dispose;
  object_class->finalize = quoth_near_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = quoth_near_dialog_close_request;

  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (QUOTH_TYPE_COMPARED_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-near-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, share_label);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, adjustment);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, new_text);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, known_text);
  gtk_widget_class_bind_template_child (widget_class, QuothNearDialog, always_button);
  gtk_widget_class_install_action (widget_class, "near.keep", NULL, keep_article);
  gtk_widget_class_install_action (widget_class, "near.skip", NULL, skip_article);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "near.keep",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "near.skip", NULL);
}

static void
quoth_near_dialog_init (QuothNearDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  set_sensitive (self, FALSE);
}

QuothNearDialog *
quoth_near_dialog_new (GtkWindow    *parent,
                       QuothLibrary *library,
                       GSettings    *settings)
{
  QuothNearDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (QUOTH_TYPE_NEAR_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  load (self);

  return self;
}
