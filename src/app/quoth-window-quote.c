#include "config.h"

#include "quoth-window-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-copy-content.h"
#include "quoth-preset-wording.h"

/* What a person does with the selected quotation: looks at it, and copies it. */

static void
show_quote (QuothWindow  *self,
            QuothArticle *article,
            QuothQuote   *quote)
{
  static const char *actions[] = {
    "quote.copy-citation",
    "quote.copy-quotation",
    "quote.copy-quotation-with-citation",
    "quote.copy-bibtex",
    "quote.copy-default",
    "quote.copy-as",
    "quote.confirm",
    "quote.reject",
    "article.correct-facts",
    "article.delete",
  };

  g_set_object (&self->article, article);
  g_set_object (&self->quote, quote);

  quoth_quote_panel_set_quote (self->quote_panel, article, quote);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], quote != NULL);
  g_object_notify (G_OBJECT (self), "confirmed");
  g_object_notify (G_OBJECT (self), "rejected");

  if (quote == NULL)
    quoth_window_show_page (self, self->list_page);
}

void
quoth_window_show_row (QuothWindow *self)
{
  QuothQuoteRow *row = quoth_quote_view_get_row (self->quote_view);
  g_autoptr (QuothArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  QuothQuote *quote = NULL;

  if (row != NULL)
    article = quoth_store_load_article (quoth_library_get_reader (self->library),
                                        quoth_quote_row_get_article_id (row), &error);
  if (article != NULL)
    quote = quoth_article_find_quote (article, quoth_quote_row_get_quote_id (row));
  else if (error != NULL &&
           !g_error_matches (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND))
    quoth_window_show_message (self, error->message);

  show_quote (self, quote != NULL ? article : NULL, quote);
}

/* Copying */

typedef struct
{
  QuothWindow *window;
  QuothPreset  preset;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->window);
  g_free (copying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static void
offer (QuothWindow     *self,
       QuothPreset      preset,
       const QuothCopy *copy)
{
  g_autoptr (GdkContentProvider) content = quoth_copy_content_new (copy);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  quoth_window_show_message (self, quoth_preset_wording_get_report (preset));
}

static void
on_copy_made_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Copying) copying = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothCopy) copy = quoth_copy_make_finish (result, &error);

  if (copy != NULL)
    offer (copying->window, copying->preset, copy);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    quoth_window_show_message (copying->window, error->message);
}

/**
 * quoth_window_copy:
 *
 * Puts what @request asks for on the clipboard as soon as it is made, unless another copy is asked
 * for before.
 */
void
quoth_window_copy (QuothWindow      *self,
                   QuothPreset       preset,
                   QuothCopyRequest *request)
{
  g_autoptr (QuothCopy) copy = quoth_copy_recall (request);
  Copying *copying = NULL;

  g_cancellable_cancel (self->copy_cancellable);
  g_clear_object (&self->copy_cancellable);
  if (copy != NULL)
    {
      offer (self, preset, copy);
      return;
    }

  copying = g_new0 (Copying, 1);
  copying->window = g_object_ref (self);
  copying->preset = preset;
  self->copy_cancellable = g_cancellable_new ();
  quoth_copy_make_async (request, self->copy_cancellable, on_copy_made_cb, copying);
}

static void
copy_preset (QuothWindow *self,
             QuothPreset  preset)
{
  g_autoptr (QuothCopyRequest) request = NULL;

  if (self->quote == NULL)
    return;

  /* What was copied last may be nothing that this quotation has, such as a link. */
  if (!quoth_preset_is_available (preset, self->article, self->quote))
    {
      quoth_window_show_message (self, _("The article has no web address to link to"));
      return;
    }

  request = quoth_citations_create_request (self->citations, preset);
  quoth_copy_request_add (request, self->article, self->quote);
  quoth_window_copy (self, preset, request);
}

static void
copy_default (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  copy_preset (self, quoth_citations_get_preset (self->citations));
}

/* What is chosen from all is what the button copies from then on. */
static void
copy_as (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  QuothPreset preset;

  if (!quoth_preset_from_id (g_variant_get_string (parameter, NULL), &preset))
    return;

  quoth_citations_set_preset (self->citations, preset);
  copy_preset (self, preset);
}

static void
copy_citation (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  copy_preset (QUOTH_WINDOW (widget), QUOTH_PRESET_CITATION);
}

static void
copy_quotation (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  copy_preset (QUOTH_WINDOW (widget), QUOTH_PRESET_QUOTATION);
}

static void
copy_quotation_with_citation (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  copy_preset (QUOTH_WINDOW (widget), QUOTH_PRESET_QUOTATION_WITH_CITATION);
}

static void
copy_bibtex (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  copy_preset (QUOTH_WINDOW (widget), QUOTH_PRESET_BIBTEX);
}

void
quoth_window_install_quote (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "quote.copy-citation", NULL, copy_citation);
  gtk_widget_class_install_action (widget_class, "quote.copy-quotation", NULL, copy_quotation);
  gtk_widget_class_install_action (widget_class, "quote.copy-quotation-with-citation", NULL,
                                   copy_quotation_with_citation);
  gtk_widget_class_install_action (widget_class, "quote.copy-bibtex", NULL, copy_bibtex);
  gtk_widget_class_install_action (widget_class, "quote.copy-default", NULL, copy_default);
  gtk_widget_class_install_action (widget_class, "quote.copy-as", "s", copy_as);
}
