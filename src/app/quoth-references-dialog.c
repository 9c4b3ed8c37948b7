#include "config.h"

#include "quoth-references-dialog.h"

#include <glib/gi18n-lib.h>

#include "quoth-attach-job.h"
#include "quoth-reference-item.h"
#include "quoth-reference-line.h"

struct _QuothReferencesDialog
{
  AdwWindow             parent_instance;

  QuothLibrary         *library;
  QuothModel           *model;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
  char                 *article_id;   /* whose text is being chosen or read */
  char                 *file_name;

  GListStore           *lines;
  GtkStack             *stack;
  GtkSpinner           *spinner;
  GtkLabel             *message_label;
};

G_DEFINE_FINAL_TYPE (QuothReferencesDialog, quoth_references_dialog, ADW_TYPE_WINDOW)

enum {
  ATTACHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
say (QuothReferencesDialog *self,
     const char            *message,
     gboolean               is_error)
{
  gtk_label_set_text (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
}

static void
sync_page (QuothReferencesDialog *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->lines)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "none" : "list");
}

/* What waits for a text */

/* On a thread for reading */
static gpointer
list_references (QuothStore    *store,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return quoth_store_list_references (store, error);
}

static void
on_listed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (QuothReferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = quoth_library_read_finish (QUOTH_LIBRARY (source), result, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (list == NULL)
    {
      say (self, error->message, TRUE);
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (lines, quoth_reference_line_new (g_ptr_array_index (list, i)));
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  sync_page (self);
}

/* The text of one */

static void
set_busy (QuothReferencesDialog *self,
          gboolean               busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "references.choose", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "references.attach", !busy);
}

static void
take_off_list (QuothReferencesDialog *self,
               const char            *article_id)
{
  GListModel *lines = G_LIST_MODEL (self->lines);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (QuothReferenceLine) line = g_list_model_get_item (lines, i);

      if (g_str_equal (quoth_reference_line_get_id (line), article_id))
        {
          g_list_store_remove (self->lines, i);
          return;
        }
    }
}

static void
on_attached_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (QuothReferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean done = quoth_attach_text_finish (QUOTH_LIBRARY (source), result, &error);

  if (done)
    g_signal_emit (self, signals[ATTACHED], 0);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  set_busy (self, FALSE);
  if (done)
    {
      take_off_list (self, self->article_id);
      /* Translators: %s is the name of a file */
      message = g_strdup_printf (_("“%s” attached"), self->file_name);
    }
  else
    message = g_strdup_printf ("%s: %s", self->file_name, error->message);
  say (self, message, !done);
  sync_page (self);
}

static void
attach_file (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *article_id = NULL;
  const char *uri = NULL;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s)", &article_id, &uri);
  file = g_file_new_for_uri (uri);
  quoth_references_dialog_attach (QUOTH_REFERENCES_DIALOG (widget), article_id, file);
}

/* Choosing */

static void
on_chooser_response_cb (QuothReferencesDialog *self,
                        int                    response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *article_id = g_strdup (self->article_id);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    quoth_references_dialog_attach (self, article_id, file);
}

static void
choose_file (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QuothReferencesDialog *self = QUOTH_REFERENCES_DIALOG (widget);

  g_free (self->article_id);
  self->article_id = g_variant_dup_string (parameter, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Text"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
quoth_references_dialog_dispose (GObject *object)
{
  QuothReferencesDialog *self = QUOTH_REFERENCES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (quoth_references_dialog_parent_class)->dispose (object);
}

static void
quoth_references_dialog_finalize (GObject *object)
{
  QuothReferencesDialog *self = QUOTH_REFERENCES_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->model, quoth_model_unref);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->file_name, g_free);

  G_OBJECT_CLASS (quoth_references_dialog_parent_class)->finalize (object);
}

static void
quoth_references_dialog_class_init (QuothReferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_references_dialog_dispose;
  object_class->finalize = quoth_references_dialog_finalize;

  signals[ATTACHED] = g_signal_new ("attached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QUOTH_TYPE_REFERENCE_ITEM);
  g_type_ensure (QUOTH_TYPE_REFERENCE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-references-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothReferencesDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, QuothReferencesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QuothReferencesDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, QuothReferencesDialog, message_label);
  gtk_widget_class_install_action (widget_class, "references.choose", "s", choose_file);
  gtk_widget_class_install_action (widget_class, "references.attach", "(ss)", attach_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quoth_references_dialog_init (QuothReferencesDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

QuothReferencesDialog *
quoth_references_dialog_new (GtkWindow        *parent,
                             QuothLibrary     *library,
                             const QuothModel *model)
{
  QuothReferencesDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (QUOTH_TYPE_REFERENCES_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->model = quoth_model_ref ((QuothModel *) model);
  quoth_library_read_async (library, list_references, NULL, NULL,
                            (GDestroyNotify) g_ptr_array_unref,
                            self->cancellable, on_listed_cb, g_object_ref (self));

  return self;
}

/**
 * quoth_references_dialog_attach:
 *
 * In a thread; one after another.
 */
void
quoth_references_dialog_attach (QuothReferencesDialog *self,
                                const char            *article_id,
                                GFile                 *file)
{
  g_return_if_fail (QUOTH_IS_REFERENCES_DIALOG (self));
  g_return_if_fail (article_id != NULL);
  g_return_if_fail (G_IS_FILE (file));

  if (gtk_spinner_get_spinning (self->spinner))
    return;

  if (article_id != self->article_id)
    {
      g_free (self->article_id);
      self->article_id = g_strdup (article_id);
    }
  g_free (self->file_name);
  self->file_name = g_file_get_basename (file);
  say (self, "", FALSE);
  set_busy (self, TRUE);
  quoth_attach_text_async (self->library, self->model, article_id, file, self->cancellable,
                           on_attached_cb, g_object_ref (self));
}
