#include "config.h"

#include "quoth-citation-view.h"

#include <glib/gi18n-lib.h>

#include "quoth-citation-markup.h"
#include "quoth-missing-facts.h"

/* What is shown is of another quotation or style for as long as that, and then looks like it. */
#define STALE_MS 400

/* The citation's forms that are shown, in the order of the template */
static const QuothPreset presets[] = {
  QUOTH_PRESET_CITATION,
  QUOTH_PRESET_IN_TEXT,
  QUOTH_PRESET_BIBLIOGRAPHY,
};

#define N_FORMS G_N_ELEMENTS (presets)

struct _QuothCitationView
{
  AdwBin             parent_instance;

  QuothCitations    *citations;
  QuothArticle      *article;
  QuothQuote        *quote;
  GCancellable      *cancellable; /* of what is being made */
  guint              n_waiting;
  guint              stale_id;

  GtkLabel          *style_label;
  GtkWidget         *style_button;
  GtkWidget         *card;
  GtkWidget         *form_boxes[N_FORMS];
  GtkLabel          *form_labels[N_FORMS];
  GtkLabel          *remark_label;
  GtkLabel          *problem_label;
  QuothMissingFacts *missing_facts;
};

G_DEFINE_FINAL_TYPE (QuothCitationView, quoth_citation_view, ADW_TYPE_BIN)

typedef struct
{
  QuothCitationView *view;
  guint              form;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->view);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_form (QuothCitationView *self,
           guint              form,
           const QuothCopy   *copy)
{
  gboolean any = copy != NULL && *copy->plain != '\0';
  g_autofree char *markup = any ? quoth_citation_markup_dup (copy->html, copy->plain) : NULL;

  gtk_widget_set_visible (self->form_boxes[form], any);
  /* Setting what stands there already would take a selection off. */
  if (any && g_strcmp0 (gtk_label_get_label (self->form_labels[form]), markup) != 0)
    gtk_label_set_markup (self->form_labels[form], markup);
}

static void
stop_waiting (QuothCitationView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->stale_id, g_source_remove);
  self->n_waiting = 0;
}

static void
finish_waiting (QuothCitationView *self)
{
  if (--self->n_waiting > 0)
    return;

  g_clear_handle_id (&self->stale_id, g_source_remove);
  gtk_widget_remove_css_class (self->card, "stale");
}

static void
on_made_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothCopy) copy = quoth_copy_make_finish (result, &error);
  QuothCitationView *self = waiting->view;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  show_form (self, waiting->form, copy);
  if (error != NULL)
    show_text (self->problem_label, error->message);
  finish_waiting (self);
}

static gboolean
on_stale_cb (gpointer user_data)
{
  QuothCitationView *self = user_data;

  self->stale_id = 0;
  gtk_widget_add_css_class (self->card, "stale");

  return G_SOURCE_REMOVE;
}

/* The old citation stays until the new one is there. */
static void
make_form (QuothCitationView *self,
           guint              form,
           QuothCopyRequest  *request)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->view = g_object_ref (self);
  waiting->form = form;
  if (self->cancellable == NULL)
    self->cancellable = g_cancellable_new ();
  if (self->stale_id == 0)
    self->stale_id = g_timeout_add (STALE_MS, on_stale_cb, self);
  self->n_waiting++;

  quoth_copy_make_async (request, self->cancellable, on_made_cb, waiting);
}

static void
update_citation (QuothCitationView *self)
{
  stop_waiting (self);
  if (self->citations == NULL || self->quote == NULL)
    return;

  show_text (self->problem_label, NULL);
  gtk_widget_remove_css_class (self->card, "stale");
  for (guint form = 0; form < N_FORMS; form++)
    {
      g_autoptr (QuothCopyRequest) request = quoth_citations_create_request (self->citations,
                                                                             presets[form]);
      g_autoptr (QuothCopy) copy = NULL;

      quoth_copy_request_add (request, self->article, self->quote);
      copy = quoth_copy_recall (request);
      if (copy != NULL)
        show_form (self, form, copy);
      else
        make_form (self, form, request);
    }
}

static void
update_style (QuothCitationView *self)
{
  g_autofree char *title = quoth_citations_dup_style_title (self->citations);
  /* Translators: %s is a citation style, such as “American Psychological Association 7th
   * edition” */
  g_autofree char *name = g_strdup_printf (_("Citation style: %s"), title);

  gtk_label_set_text (self->style_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->style_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_text (self->remark_label, quoth_citations_get_remark (self->citations));
  update_citation (self);
}

static void
quoth_citation_view_dispose (GObject *object)
{
  QuothCitationView *self = QUOTH_CITATION_VIEW (object);

  stop_waiting (self);
  g_clear_object (&self->quote);
  g_clear_object (&self->article);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (quoth_citation_view_parent_class)->dispose (object);
}

static void
bind_forms (GtkWidgetClass *widget_class)
{
  static const char *const names[N_FORMS] = { "citation", "in_text", "entry" };

  for (guint form = 0; form < N_FORMS; form++)
    {
      g_autofree char *box = g_strdup_printf ("%s_box", names[form]);
      g_autofree char *label = g_strdup_printf ("%s_label", names[form]);
      gssize offset = (gssize) (form * sizeof (gpointer));

      gtk_widget_class_bind_template_child_full (widget_class, box, FALSE,
                                                 G_STRUCT_OFFSET (QuothCitationView,
                                                                  form_boxes) + offset);
      gtk_widget_class_bind_template_child_full (widget_class, label, FALSE,
                                                 G_STRUCT_OFFSET (QuothCitationView,
                                                                  form_labels) + offset);
    }
}

static void
quoth_citation_view_class_init (QuothCitationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_citation_view_dispose;

  g_type_ensure (QUOTH_TYPE_MISSING_FACTS);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-citation-view.ui");
  bind_forms (widget_class);
  gtk_widget_class_bind_template_child (widget_class, QuothCitationView, style_label);
  gtk_widget_class_bind_template_child (widget_class, QuothCitationView, style_button);
  gtk_widget_class_bind_template_child (widget_class, QuothCitationView, card);
  gtk_widget_class_bind_template_child (widget_class, QuothCitationView, remark_label);
  gtk_widget_class_bind_template_child (widget_class, QuothCitationView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, QuothCitationView, missing_facts);
}

static void
quoth_citation_view_init (QuothCitationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_citation_view_set_citations (QuothCitationView *self,
                                   QuothCitations    *citations)
{
  g_return_if_fail (QUOTH_IS_CITATION_VIEW (self));
  g_return_if_fail (QUOTH_IS_CITATIONS (citations));
  g_return_if_fail (self->citations == NULL);

  self->citations = g_object_ref (citations);
  g_signal_connect_object (citations, "notify::style", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (citations, "notify::locale", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  update_style (self);
}

void
quoth_citation_view_set_quote (QuothCitationView *self,
                               QuothArticle      *article,
                               QuothQuote        *quote)
{
  g_return_if_fail (QUOTH_IS_CITATION_VIEW (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));
  g_return_if_fail (QUOTH_IS_QUOTE (quote));

  g_set_object (&self->article, article);
  g_set_object (&self->quote, quote);
  quoth_missing_facts_set_article (self->missing_facts, article);
  update_citation (self);
}
