#include "config.h"

#include "quoth-window-private.h"

#include <glib/gi18n-lib.h>

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
  else if (error != NULL && !g_error_matches (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND))
    quoth_window_show_message (self, error->message);

  show_quote (self, quote != NULL ? article : NULL, quote);
}

/* Copying */

static void
offer (QuothWindow *self,
       const char  *plain,
       const char  *html)
{
  GdkContentProvider *providers[2] = { NULL, NULL };
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static void
copy (QuothWindow   *self,
      QuothCopyWhat  what,
      const char    *message)
{
  g_autoptr (QuothCopy) content = NULL;

  if (self->quote == NULL)
    return;

  content = quoth_copy_new (self->article, self->quote, what);
  offer (self, content->plain, content->html);
  quoth_window_show_message (self, message);
}

static void
copy_citation (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  copy (QUOTH_WINDOW (widget), QUOTH_COPY_CITATION, _("Citation copied"));
}

static void
copy_quotation (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  copy (QUOTH_WINDOW (widget), QUOTH_COPY_QUOTATION, _("Quotation copied"));
}

static void
copy_quotation_with_citation (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  copy (QUOTH_WINDOW (widget), QUOTH_COPY_QUOTATION_WITH_CITATION, _("Quotation and citation copied"));
}

static void
copy_bibtex (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  g_autofree char *entry = NULL;

  if (self->quote == NULL)
    return;

  entry = quoth_citation_format (self->article, self->quote, QUOTH_CITATION_BIBTEX);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), entry);
  quoth_window_show_message (self, _("BibTeX entry copied"));
}

void
quoth_window_install_quote (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "quote.copy-citation", NULL, copy_citation);
  gtk_widget_class_install_action (widget_class, "quote.copy-quotation", NULL, copy_quotation);
  gtk_widget_class_install_action (widget_class, "quote.copy-quotation-with-citation", NULL,
                                   copy_quotation_with_citation);
  gtk_widget_class_install_action (widget_class, "quote.copy-bibtex", NULL, copy_bibtex);
}
