#include "config.h"

#include "quoth-window-private.h"

#include "quoth-application.h"
#include "quoth-drag-content.h"

#define NARROW_WIDTH 700
#define TITLE_WIDTH 480 /* with all buttons beside the title */

G_DEFINE_FINAL_TYPE (QuothWindow, quoth_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_CONFIRMED,
  PROP_REJECTED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
on_frame_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  self->sidebar_tick = 0;
  adw_flap_set_reveal_flap (self->flap, self->sidebar_revealed);

  return G_SOURCE_REMOVE;
}

/* An animation of AdwFlap 1.2 that begins outside of a frame may take its start from a frame
 * long gone, and give widths that are no numbers. So it begins with the next frame. */
void
quoth_window_reveal_sidebar (QuothWindow *self,
                             gboolean     reveal)
{
  self->sidebar_revealed = reveal;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->flap)))
    adw_flap_set_reveal_flap (self->flap, reveal);
  else if (self->sidebar_tick == 0 && adw_flap_get_reveal_flap (self->flap) != reveal)
    self->sidebar_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame_cb, NULL, NULL);
}

/* Where there is room for it the sidebar is as the person left it; over the list it opens only
 * when asked. */
static void
sync_sidebar (QuothWindow *self)
{
  gboolean empty = quoth_quote_view_get_empty (self->quote_view);

  quoth_window_reveal_sidebar (self,
                               !empty && !adw_flap_get_folded (self->flap) && self->sidebar_wanted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-sidebar", !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), !empty);
}

/* Also before the first layout */
static int
get_width (QuothWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->leaflet));
  int height = 0;

  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);

  return width;
}

/* Before the first layout, and while there is no panel, nothing is folded; what is wide then
 * would keep the window wide. */
static gboolean
is_narrow (QuothWindow *self)
{
  return adw_leaflet_get_folded (self->leaflet) || get_width (self) < NARROW_WIDTH;
}

void
quoth_window_sync_layout (QuothWindow *self)
{
  gboolean empty = quoth_quote_view_get_empty (self->quote_view);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean narrow = is_narrow (self);
  gboolean on_quote =
    adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->quote_panel);

  gtk_widget_set_visible (GTK_WIDGET (self->quote_panel), !empty);
  gtk_widget_set_visible (adw_leaflet_page_get_child (self->separator_page), !empty);
  gtk_widget_set_visible (self->search_button, !empty);
  adw_header_bar_set_show_end_title_buttons (self->list_header, folded || empty);
  /* On a phone the title has its room: the menu and the empty page import as well. */
  gtk_widget_set_visible (self->import_button, get_width (self) >= TITLE_WIDTH);
  g_object_set (self->quote_panel, "folded", narrow, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", folded && on_quote);
}

/* Side by side both pages are there, and choosing one would only move the keyboard's focus. */
void
quoth_window_show_page (QuothWindow *self,
                        GtkWidget   *page)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, page);
}

static void
on_layout_changed_cb (QuothWindow *self)
{
  quoth_window_sync_layout (self);
}

static void
on_sidebar_room_changed_cb (QuothWindow *self)
{
  sync_sidebar (self);
}

static void
on_empty_changed_cb (QuothWindow *self)
{
  quoth_window_sync_layout (self);
  sync_sidebar (self);
}

/* A click beside the open sidebar closes it as well. */
static void
on_sidebar_revealed_cb (QuothWindow *self)
{
  self->sidebar_revealed = adw_flap_get_reveal_flap (self->flap);
  gtk_toggle_button_set_active (self->sidebar_button, self->sidebar_revealed);
}

static void
on_sidebar_toggled_cb (QuothWindow *self)
{
  gboolean active = gtk_toggle_button_get_active (self->sidebar_button);

  if (active == self->sidebar_revealed)
    return;

  if (!adw_flap_get_folded (self->flap))
    {
      self->sidebar_wanted = active;
      g_settings_set_boolean (self->settings, "sidebar-shown", active);
    }
  quoth_window_reveal_sidebar (self, active);
}

static void
on_search_changed_cb (QuothWindow *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  quoth_query_set_search (self->query, *text != '\0' ? text : NULL);
}

static void
on_search_activate_cb (QuothWindow *self)
{
  on_search_changed_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (self->quote_view), GTK_DIR_TAB_FORWARD);
}

/* Someone else, such as a pill, may have taken the search off. */
static void
on_query_changed_cb (QuothWindow *self)
{
  const char *search = quoth_query_get_search (self->query);

  if ((search == NULL || *search == '\0') && *gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear-filters",
                                 quoth_query_get_active (self->query));
}

static void
on_row_changed_cb (QuothWindow *self)
{
  quoth_window_show_row (self);
}

static void
on_selection_changed_cb (QuothWindow *self)
{
  quoth_window_sync_selection (self);
}

/* What is dragged is what the copy button copies. */
static GdkContentProvider *
on_prepare_drag_cb (QuothWindow *self,
                    GArray      *numbers)
{
  g_autoptr (QuothCopyRequest) request = NULL;

  request = quoth_citations_create_request (self->citations,
                                            quoth_citations_get_preset (self->citations));

  return quoth_drag_content_new (self->library, request, numbers);
}

static void
on_quote_opened_cb (QuothWindow *self)
{
  if (quoth_quote_view_get_row (self->quote_view) != NULL)
    quoth_window_show_page (self, GTK_WIDGET (self->quote_panel));
}

static void
restore_settings (QuothWindow *self)
{
  self->settings = g_settings_new (QUOTH_APP_ID);

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  self->sidebar_wanted = g_settings_get_boolean (self->settings, "sidebar-shown");
}

static gboolean
quoth_window_close_request (GtkWindow *window)
{
  quoth_window_stop_importing (QUOTH_WINDOW (window));

  return GTK_WINDOW_CLASS (quoth_window_parent_class)->close_request (window);
}

static gboolean
has_state (QuothWindow *self,
           QuothState   state)
{
  return self->quote != NULL && quoth_quote_get_state (self->quote) == state;
}

static void
quoth_window_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QuothWindow *self = QUOTH_WINDOW (object);

  switch (prop_id)
    {
    case PROP_CONFIRMED:
      g_value_set_boolean (value, has_state (self, QUOTH_STATE_CONFIRMED));
      break;

    case PROP_REJECTED:
      g_value_set_boolean (value, has_state (self, QUOTH_STATE_REJECTED));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_window_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QuothWindow *self = QUOTH_WINDOW (object);

  switch (prop_id)
    {
    case PROP_CONFIRMED:
      quoth_window_set_mark (self, QUOTH_STATE_CONFIRMED, g_value_get_boolean (value));
      break;

    case PROP_REJECTED:
      quoth_window_set_mark (self, QUOTH_STATE_REJECTED, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_window_dispose (GObject *object)
{
  QuothWindow *self = QUOTH_WINDOW (object);

  quoth_window_stop_importing (self);
  quoth_window_clear_decisions (self);
  if (self->library != NULL)
    quoth_library_flush (self->library);
  g_clear_object (&self->chooser);
  quoth_window_clear_toasts (self);
  g_clear_object (&self->article);
  g_clear_object (&self->quote);
  g_clear_object (&self->last_job);
  g_cancellable_cancel (self->export_cancellable);
  g_clear_object (&self->export_cancellable);
  g_cancellable_cancel (self->copy_cancellable);
  g_clear_object (&self->copy_cancellable);
  g_clear_object (&self->citations);
  g_clear_object (&self->quotes);
  g_clear_object (&self->query);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (quoth_window_parent_class)->dispose (object);
}

static void
quoth_window_finalize (GObject *object)
{
  QuothWindow *self = QUOTH_WINDOW (object);

  g_clear_pointer (&self->waiting_jobs, g_ptr_array_unref);
  g_clear_object (&self->job_cancellable);
  g_clear_pointer (&self->model, quoth_model_unref);

  G_OBJECT_CLASS (quoth_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QUOTH_TYPE_JOB_BAR);
  g_type_ensure (QUOTH_TYPE_QUOTE_PANEL);
  g_type_ensure (QUOTH_TYPE_QUOTE_VIEW);
  g_type_ensure (QUOTH_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, list_page);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, list_header);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, quote_view);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, export_bar);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, separator_page);
  gtk_widget_class_bind_template_child (widget_class, QuothWindow, quote_panel);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_quote_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_prepare_drag_cb);
}

static void
quoth_window_class_init (QuothWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = quoth_window_dispose;
  object_class->finalize = quoth_window_finalize;
  object_class->get_property = quoth_window_get_property;
  object_class->set_property = quoth_window_set_property;
  window_class->close_request = quoth_window_close_request;

  properties[PROP_CONFIRMED] =
    g_param_spec_boolean ("confirmed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REJECTED] =
    g_param_spec_boolean ("rejected", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  quoth_window_install_actions (widget_class);
  quoth_window_install_imports (widget_class);
  quoth_window_install_near (widget_class);
  quoth_window_install_references (widget_class);
  quoth_window_install_quote (widget_class);
  quoth_window_install_decisions (widget_class);
  quoth_window_install_exports (widget_class);
}

static void
quoth_window_init (QuothWindow *self)
{
  self->query = quoth_query_new ();
  self->waiting_jobs = g_ptr_array_new_with_free_func (g_object_unref);
  self->job_cancellable = g_cancellable_new ();
  g_queue_init (&self->decisions);

  gtk_widget_init_template (GTK_WIDGET (self));

  restore_settings (self);
  quoth_window_add_states (self);
  quoth_window_add_near_rule (self);
  quoth_window_accept_drops (self);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  g_signal_connect_object (self, "notify::default-width", G_CALLBACK (on_layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "changed", G_CALLBACK (on_query_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-report", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-export", FALSE);
  quoth_window_sync_selection (self);
  on_query_changed_cb (self);
  on_sidebar_revealed_cb (self);
  on_empty_changed_cb (self);
  quoth_window_show_row (self);
}

QuothWindow *
quoth_window_new (GtkApplication *application)
{
  QuothWindow *self = NULL;

  g_return_val_if_fail (QUOTH_IS_APPLICATION (application), NULL);

  self = g_object_new (QUOTH_TYPE_WINDOW, "application", application, NULL);
  self->citations =
    g_object_ref (quoth_application_get_citations (QUOTH_APPLICATION (application)));
  quoth_quote_panel_set_citations (self->quote_panel, self->citations);

  return self;
}

static void
show_facet (QuothWindow    *self,
            QuothFacetKind  kind)
{
  g_autoptr (QuothFacetList) facets = quoth_facet_list_new (self->library, self->query, kind);

  quoth_sidebar_set_facets (self->sidebar, kind, facets);
  quoth_quote_view_set_facets (self->quote_view, kind, facets);
}

void
quoth_window_set_library (QuothWindow  *self,
                          QuothLibrary *library,
                          const char   *name)
{
  g_return_if_fail (QUOTH_IS_WINDOW (self));
  g_return_if_fail (QUOTH_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->quotes = quoth_quote_list_new (library, self->query);
  g_signal_connect_object (library, "changed", G_CALLBACK (quoth_window_show_row), self,
                           G_CONNECT_SWAPPED);

  quoth_quote_view_set_list (self->quote_view, library, self->query, self->quotes);
  for (QuothFacetKind kind = 0; kind < QUOTH_N_FACETS; kind++)
    show_facet (self, kind);
  if (name != NULL)
    adw_window_title_set_subtitle (self->window_title, name);
}

QuothLibrary *
quoth_window_get_library (QuothWindow *self)
{
  g_return_val_if_fail (QUOTH_IS_WINDOW (self), NULL);

  return self->library;
}
