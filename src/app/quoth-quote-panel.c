#include "config.h"

#include "quoth-quote-panel.h"

#include "quoth-article-card.h"
#include "quoth-citation-view.h"
#include "quoth-context-view.h"
#include "quoth-copy-button.h"
#include "quoth-copy.h"
#include "quoth-speaker-card.h"
#include "quoth-wording.h"
#include "quoth-wrap-box.h"

struct _QuothQuotePanel
{
  AdwBin             parent_instance;

  char              *quote_id;
  GMenuModel        *menu_model;
  gboolean           folded;

  GtkStack          *stack;
  GtkScrolledWindow *scrolled_window;
  GtkLabel          *kind_label;
  GtkLabel          *words_label;
  QuothSpeakerCard  *speaker_card;
  QuothContextView  *context_view;
  QuothArticleCard  *article_card;
  QuothCitationView *citation_view;
  QuothCopyButton   *copy_button;
};

G_DEFINE_FINAL_TYPE (QuothQuotePanel, quoth_quote_panel, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_FOLDED,
  PROP_MENU_MODEL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* How sure it is, until somebody has decided. */
static const char *
get_standing (QuothQuote *quote)
{
  QuothState state = quoth_quote_get_state (quote);

  return state == QUOTH_STATE_FOUND
         ? quoth_wording_get_quote_confidence (quoth_quote_get_confidence (quote))
                                    : quoth_wording_get_state (state);
}

static void
show_words (QuothQuotePanel *self,
            QuothArticle    *article,
            QuothQuote      *quote)
{
  g_autofree char *words = quoth_copy_dup_words (article, quote);
  g_autofree char *kind = quoth_wording_join (quoth_wording_get_kind (quoth_quote_get_kind (quote)),
                                              get_standing (quote));

  gtk_label_set_text (self->words_label, words);
  gtk_label_set_text (self->kind_label, kind);
}

/* Another quotation is read from its first line on; the same one, marked anew, stays where it
 * is. */
static void
scroll_to_top (QuothQuotePanel *self,
               QuothQuote      *quote)
{
  if (g_strcmp0 (self->quote_id, quoth_quote_get_id (quote)) == 0)
    return;

  g_free (self->quote_id);
  self->quote_id = g_strdup (quoth_quote_get_id (quote));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/* Ctrl+C copies the quotation unless words of a label are selected: then the label copies these. */
static gboolean
on_copy_key_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (GTK_IS_LABEL (focus) && gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL))
    return FALSE;

  return gtk_widget_activate_action (widget, "quote.copy-quotation", NULL);
}

static void
add_copy_key (QuothQuotePanel *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (on_copy_key_cb, NULL, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
set_folded (QuothQuotePanel *self,
            gboolean         folded)
{
  if (self->folded == folded)
    return;

  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
quoth_quote_panel_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QuothQuotePanel *self = QUOTH_QUOTE_PANEL (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_panel_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QuothQuotePanel *self = QUOTH_QUOTE_PANEL (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      set_folded (self, g_value_get_boolean (value));
      break;

    case PROP_MENU_MODEL:
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_panel_dispose (GObject *object)
{
  QuothQuotePanel *self = QUOTH_QUOTE_PANEL (object);

  g_clear_object (&self->menu_model);

  G_OBJECT_CLASS (quoth_quote_panel_parent_class)->dispose (object);
}

static void
quoth_quote_panel_finalize (GObject *object)
{
  QuothQuotePanel *self = QUOTH_QUOTE_PANEL (object);

  g_clear_pointer (&self->quote_id, g_free);

  G_OBJECT_CLASS (quoth_quote_panel_parent_class)->finalize (object);
}

static void
quoth_quote_panel_class_init (QuothQuotePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_quote_panel_dispose;
  object_class->finalize = quoth_quote_panel_finalize;
  object_class->get_property = quoth_quote_panel_get_property;
  object_class->set_property = quoth_quote_panel_set_property;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL] =
    g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QUOTH_TYPE_ARTICLE_CARD);
  g_type_ensure (QUOTH_TYPE_CITATION_VIEW);
  g_type_ensure (QUOTH_TYPE_CONTEXT_VIEW);
  g_type_ensure (QUOTH_TYPE_COPY_BUTTON);
  g_type_ensure (QUOTH_TYPE_SPEAKER_CARD);
  g_type_ensure (QUOTH_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-quote-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, kind_label);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, words_label);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, speaker_card);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, context_view);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, article_card);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, citation_view);
  gtk_widget_class_bind_template_child (widget_class, QuothQuotePanel, copy_button);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "quote.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "quote.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "quote.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
quoth_quote_panel_init (QuothQuotePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_copy_key (self);
}

void
quoth_quote_panel_set_quote (QuothQuotePanel *self,
                             QuothArticle    *article,
                             QuothQuote      *quote)
{
  g_return_if_fail (QUOTH_IS_QUOTE_PANEL (self));
  g_return_if_fail ((article == NULL) == (quote == NULL));

  if (quote == NULL)
    {
      g_clear_pointer (&self->quote_id, g_free);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  show_words (self, article, quote);
  quoth_speaker_card_set_quote (self->speaker_card, article, quote);
  quoth_context_view_set_quote (self->context_view, article, quote);
  quoth_article_card_set_article (self->article_card, article);
  quoth_citation_view_set_quote (self->citation_view, article, quote);
  quoth_copy_button_set_quote (self->copy_button, article, quote);
  scroll_to_top (self, quote);
  gtk_stack_set_visible_child_name (self->stack, "quote");
}

void
quoth_quote_panel_set_citations (QuothQuotePanel *self,
                                 QuothCitations  *citations)
{
  g_return_if_fail (QUOTH_IS_QUOTE_PANEL (self));

  quoth_citation_view_set_citations (self->citation_view, citations);
  quoth_copy_button_set_citations (self->copy_button, citations);
}
