#include "config.h"

#include "quoth-style-dialog.h"

#include <glib/gi18n-lib.h>

#include "quoth-locale-name.h"
#include "quoth-style-choices.h"

struct _QuothStyleDialog
{
  AdwWindow             parent_instance;

  QuothCitations       *citations;
  QuothStyleChoices    *choices;
  GStrv                 locales;      /* those of locale_row, behind the style's own */
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;

  GtkEditable          *search_entry;
  gboolean              choose_when_loaded;
  GtkStack             *stack;
  GtkListView          *list_view;
  GtkNoSelection       *selection;
  GtkRevealer          *problem_revealer;
  GtkLabel             *problem_label;
  AdwComboRow          *locale_row;
};

G_DEFINE_FINAL_TYPE (QuothStyleDialog, quoth_style_dialog, ADW_TYPE_WINDOW)

/* Choosing a style */

static void
choose (QuothStyleDialog *self,
        QuothStyle       *style)
{
  quoth_citations_set_style (self->citations, quoth_style_get_id (style));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activate_cb (QuothStyleDialog *self,
                guint             position)
{
  g_autoptr (QuothStyleChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices),
                                                               position);

  if (quoth_style_choice_get_style (choice) != NULL)
    choose (self, quoth_style_choice_get_style (choice));
}

static gboolean
is_loaded (QuothStyleDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (quoth_citations_get_styles (self->citations))) > 0;
}

/* Who types and presses Return before the styles are there gets the style when they are. */
static void
on_search_activate_cb (QuothStyleDialog *self)
{
  QuothStyle *style = NULL;

  self->choose_when_loaded = !is_loaded (self);
  quoth_style_choices_set_search (self->choices, gtk_editable_get_text (self->search_entry));
  style = quoth_style_choices_get_first (self->choices);
  if (style != NULL)
    choose (self, style);
}

static void
show_page (QuothStyleDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 0;

  gtk_stack_set_visible_child_name (self->stack,
                                    any ? "styles" : is_loaded (self) ? "no-results" : "wait");
}

static void
on_search_changed_cb (QuothStyleDialog *self)
{
  quoth_style_choices_set_search (self->choices, gtk_editable_get_text (self->search_entry));
  show_page (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (QuothStyleDialog) self = user_data;

  /* It fails only when it is cancelled. */
  if (!quoth_style_list_load_finish (QUOTH_STYLE_LIST (source), result, NULL) ||
      self->choices == NULL)
    return;
  show_page (self);
  if (self->choose_when_loaded)
    on_search_activate_cb (self);
}

/* Adding a style */

static void
show_problem (QuothStyleDialog *self,
              const char       *message)
{
  if (message != NULL)
    gtk_label_set_text (self->problem_label, message);
  gtk_revealer_set_reveal_child (self->problem_revealer, message != NULL);
}

static void
on_problem_closed_cb (QuothStyleDialog *self)
{
  show_problem (self, NULL);
}

static void
on_added_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (QuothStyleDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothStyle) style = quoth_citer_add_style_finish (QUOTH_CITER (source), result,
                                                               &error);

  if (self->citations == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (style == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  choose (self, style);
}

static void
on_chooser_response_cb (QuothStyleDialog *self,
                        int               response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      quoth_style_dialog_add_file (self, file);
    }
  g_clear_object (&self->chooser);
}

static void
add_file (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QuothStyleDialog *self = QUOTH_STYLE_DIALOG (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Add Style"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Add"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Citation Styles (CSL)"));
  gtk_file_filter_add_suffix (filter, "csl");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Choosing a language */

static int
compare_locales (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (quoth_locale_name_get (*(const char *const *) a),
                         quoth_locale_name_get (*(const char *const *) b));
}

/* Those that most of Quoth's people write in come first. */
static GStrv
sort_locales (GStrv installed)
{
  static const char *const first[] = { "en-GB", "en-US", "cy-GB", NULL };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; first[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) installed, first[i]))
        g_strv_builder_add (builder, first[i]);
    }
  for (guint i = 0; installed[i] != NULL; i++)
    {
      if (!g_strv_contains (first, installed[i]))
        g_ptr_array_add (others, installed[i]);
    }
  g_ptr_array_sort (others, compare_locales);
  for (guint i = 0; i < others->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (others, i));

  return g_strv_builder_end (builder);
}

static void
show_locales (QuothStyleDialog *self)
{
  g_auto (GStrv) installed =
    quoth_style_list_dup_locales (quoth_citations_get_styles (self->citations));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->locales = sort_locales (installed);
  /* Translators: the language that a citation style is written for */
  gtk_string_list_append (names, _("The Style’s Own"));
  for (guint i = 0; self->locales[i] != NULL; i++)
    {
      gtk_string_list_append (names, quoth_locale_name_get (self->locales[i]));
      if (g_str_equal (self->locales[i], quoth_citations_get_locale (self->citations)))
        selected = i + 1;
    }

  adw_combo_row_set_model (self->locale_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->locale_row, selected);
}

static void
on_locale_changed_cb (QuothStyleDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->locale_row);

  if (self->locales == NULL || selected == GTK_INVALID_LIST_POSITION ||
      selected > g_strv_length (self->locales))
    return;

  quoth_citations_set_locale (self->citations, selected > 0 ? self->locales[selected - 1] : "");
}

static void
quoth_style_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (quoth_style_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (QUOTH_STYLE_DIALOG (widget)->search_entry));
}

static void
quoth_style_dialog_dispose (GObject *object)
{
  QuothStyleDialog *self = QUOTH_STYLE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->choices);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (quoth_style_dialog_parent_class)->dispose (object);
}

static void
quoth_style_dialog_finalize (GObject *object)
{
  QuothStyleDialog *self = QUOTH_STYLE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->locales, g_strfreev);

  G_OBJECT_CLASS (quoth_style_dialog_parent_class)->finalize (object);
}

static void
quoth_style_dialog_class_init (QuothStyleDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_style_dialog_dispose;
  object_class->finalize = quoth_style_dialog_finalize;
  widget_class->map = quoth_style_dialog_map;

  g_type_ensure (QUOTH_TYPE_STYLE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-style-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, QuothStyleDialog, locale_row);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_locale_changed_cb);
  gtk_widget_class_install_action (widget_class, "style.add-file", NULL, add_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quoth_style_dialog_init (QuothStyleDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));
}

QuothStyleDialog *
quoth_style_dialog_new (GtkWindow      *parent,
                        QuothCitations *citations)
{
  QuothStyleDialog *self = NULL;
  QuothStyleList *styles = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QUOTH_IS_CITATIONS (citations), NULL);

  self = g_object_new (QUOTH_TYPE_STYLE_DIALOG, "transient-for", parent, NULL);
  self->citations = g_object_ref (citations);
  self->choices = quoth_style_choices_new (citations);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->choices));
  show_locales (self);
  show_page (self);

  styles = quoth_citations_get_styles (citations);
  if (g_list_model_get_n_items (G_LIST_MODEL (styles)) == 0)
    quoth_style_list_load_async (styles, self->cancellable, on_loaded_cb, g_object_ref (self));

  return self;
}

/**
 * quoth_style_dialog_add_file:
 *
 * Keeps the style in @file and chooses it, or says what is wrong with it.
 */
void
quoth_style_dialog_add_file (QuothStyleDialog *self,
                             GFile            *file)
{
  g_return_if_fail (QUOTH_IS_STYLE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  show_problem (self, NULL);
  quoth_citer_add_style_async (quoth_citations_get_citer (self->citations), file, self->cancellable,
                               on_added_cb, g_object_ref (self));
}
