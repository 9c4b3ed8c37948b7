#include "config.h"

#include "quoth-window-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-facts-dialog.h"

/* What a person decides on the selected quotation and its article, and taking that back. */

typedef enum
{
  DECISION_STATE,
  DECISION_DELETE,
  DECISION_FACTS,
} DecisionKind;

typedef struct
{
  DecisionKind    kind;
  char           *id;       /* of the quotation, or of the article */
  char           *quote_id; /* which to come back to, where @id is an article's */
  QuothState      before;
  QuothState      after;
  QuothFactEdits *reverse;  /* what takes corrected facts back */
} QuothDecision;

typedef struct
{
  QuothWindow   *window;
  QuothDecision *decision;
} Request;

static void
clear_decision (gpointer data)
{
  QuothDecision *decision = data;

  g_free (decision->id);
  g_free (decision->quote_id);
  g_clear_pointer (&decision->reverse, quoth_fact_edits_free);
}

static void
decision_unref (QuothDecision *decision)
{
  g_rc_box_release_full (decision, clear_decision);
}

/* @decision: (transfer full) */
static Request *
request_new (QuothWindow   *window,
             QuothDecision *decision)
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  request->decision = decision;

  return request;
}

static void
request_free (Request *request)
{
  g_clear_pointer (&request->decision, decision_unref);
  g_clear_object (&request->window);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
sync_undo (QuothWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 !g_queue_is_empty (&self->decisions));
}

void
quoth_window_clear_decisions (QuothWindow *self)
{
  g_queue_clear_full (&self->decisions, (GDestroyNotify) decision_unref);
}

static const char *
describe (const QuothDecision *decision)
{
  if (decision->kind == DECISION_DELETE)
    return _("Article deleted");
  if (decision->kind == DECISION_FACTS)
    return _("Facts of the article corrected");

  switch (decision->after)
    {
    case QUOTH_STATE_CONFIRMED:
      return _("Quotation confirmed");

    case QUOTH_STATE_REJECTED:
      return _("Quotation rejected");

    case QUOTH_STATE_CORRECTED:
    case QUOTH_STATE_FOUND:
      return _("Mark taken back");

    default:
      g_return_val_if_reached ("");
    }
}

/* From now on it can be undone, also while it is being written: the library does one thing after
 * another. */
static Request *
remember (QuothWindow   *self,
          QuothDecision *decision)
{
  g_queue_push_head (&self->decisions, g_rc_box_acquire (decision));
  sync_undo (self);

  return request_new (self, decision);
}

static void
forget (QuothWindow   *self,
        QuothDecision *decision)
{
  if (g_queue_remove (&self->decisions, decision))
    decision_unref (decision);

  sync_undo (self);
}

static void
on_decided_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast = NULL;

  if (!quoth_library_write_finish (QUOTH_LIBRARY (source), result, &error))
    {
      forget (request->window, request->decision);
      quoth_window_show_message (request->window, error->message);
      return;
    }

  toast = adw_toast_new (describe (request->decision));
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  quoth_window_show_toast (request->window, toast);
}

/* A click on the mark that a quotation has takes the mark off. */
void
quoth_window_set_mark (QuothWindow *self,
                       QuothState   state,
                       gboolean     on)
{
  QuothDecision *decision = NULL;

  if (self->quote == NULL)
    return;

  decision = g_rc_box_new0 (QuothDecision);
  decision->kind = DECISION_STATE;
  decision->id = g_strdup (quoth_quote_get_id (self->quote));
  decision->before = quoth_quote_get_state (self->quote);
  decision->after = on ? state : QUOTH_STATE_FOUND;

  if (state == QUOTH_STATE_REJECTED)
    quoth_quote_view_hold_place (self->quote_view);
  quoth_library_set_state_async (self->library, decision->id, decision->after, NULL,
                                 on_decided_cb, remember (self, decision));
}

static void
delete_article (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  QuothDecision *decision = NULL;

  if (self->quote == NULL)
    return;

  decision = g_rc_box_new0 (QuothDecision);
  decision->kind = DECISION_DELETE;
  decision->id = g_strdup (quoth_article_get_id (self->article));
  decision->quote_id = g_strdup (quoth_quote_get_id (self->quote));

  quoth_quote_view_hold_place (self->quote_view);
  quoth_library_delete_article_async (self->library, decision->id, NULL,
                                      on_decided_cb, remember (self, decision));
}

static void
on_facts_saved_cb (QuothWindow    *self,
                   QuothFactEdits *edits)
{
  QuothDecision *decision = NULL;

  if (self->quote == NULL)
    return;

  decision = g_rc_box_new0 (QuothDecision);
  decision->kind = DECISION_FACTS;
  decision->id = g_strdup (quoth_article_get_id (self->article));
  decision->quote_id = g_strdup (quoth_quote_get_id (self->quote));
  decision->reverse = quoth_fact_edits_new_reverse (edits, self->article);

  quoth_library_correct_facts_async (self->library, decision->id, edits, NULL,
                                     on_decided_cb, remember (self, decision));
}

static void
correct_facts (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  QuothFactsDialog *dialog = NULL;

  if (self->article == NULL)
    return;

  dialog = quoth_facts_dialog_new (GTK_WINDOW (self), self->article);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_facts_saved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
describe_undone (DecisionKind kind)
{
  switch (kind)
    {
    case DECISION_DELETE:
      return _("Article brought back");

    case DECISION_FACTS:
      return _("Facts are as they were");

    case DECISION_STATE:
      return _("Undone");

    default:
      g_return_val_if_reached ("");
    }
}

static void
on_undone_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  QuothDecision *decision = request->decision;

  if (!quoth_library_write_finish (QUOTH_LIBRARY (source), result, &error))
    {
      quoth_window_show_message (request->window, error->message);
      return;
    }

  quoth_quote_view_select (request->window->quote_view,
                           decision->kind == DECISION_STATE ? decision->id : decision->quote_id);
  quoth_window_show_message (request->window, describe_undone (decision->kind));
}

static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  QuothDecision *decision = g_queue_pop_head (&self->decisions);

  sync_undo (self);
  if (decision == NULL)
    return;

  switch (decision->kind)
    {
    case DECISION_DELETE:
      quoth_library_restore_article_async (self->library, decision->id, NULL,
                                           on_undone_cb, request_new (self, decision));
      break;

    case DECISION_FACTS:
      quoth_library_correct_facts_async (self->library, decision->id, decision->reverse, NULL,
                                         on_undone_cb, request_new (self, decision));
      break;

    case DECISION_STATE:
      quoth_library_set_state_async (self->library, decision->id, decision->before, NULL,
                                     on_undone_cb, request_new (self, decision));
      break;

    default:
      g_assert_not_reached ();
    }
}

void
quoth_window_install_decisions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "quote.confirm", "confirmed");
  gtk_widget_class_install_property_action (widget_class, "quote.reject", "rejected");
  gtk_widget_class_install_action (widget_class, "article.delete", NULL, delete_article);
  gtk_widget_class_install_action (widget_class, "article.correct-facts", NULL, correct_facts);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  /* Not an accelerator of the application: those come before a text entry's own undo. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}
