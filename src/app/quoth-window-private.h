#pragma once

#include "quoth-window.h"

#include "quoth-citations.h"
#include "quoth-facet-list.h"
#include "quoth-export.h"
#include "quoth-import-job.h"
#include "quoth-job-bar.h"
#include "quoth-quote-list.h"
#include "quoth-quote-panel.h"
#include "quoth-quote-view.h"
#include "quoth-sidebar.h"

G_BEGIN_DECLS

struct _QuothWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;
  QuothLibrary         *library;
  QuothQuery           *query;
  QuothQuoteList       *quotes;
  QuothCitations       *citations;
  GCancellable         *export_cancellable;
  GCancellable         *copy_cancellable; /* of the copy being made */

  /* What the panel shows */
  QuothArticle         *article;
  QuothQuote           *quote;
  GQueue                decisions;      /* of QuothDecision, newest first */

  QuothModel           *model;
  GPtrArray            *waiting_jobs;   /* of QuothImportJob */
  QuothImportJob       *job;
  QuothImportJob       *last_job;
  GCancellable         *job_cancellable;
  GtkFileChooserNative *chooser;

  AdwToast             *toast;
  AdwToast             *next_toast;   /* (nullable): shown once the other has gone */
  guint                 toast_tick;
  gint64                toast_time;   /* of the frame in which a toast began to move; µs */
  gboolean              sidebar_wanted; /* when there is room for it */
  gboolean              sidebar_revealed;
  guint                 sidebar_tick;

  AdwToastOverlay      *toast_overlay;
  GtkRevealer          *drop_revealer;
  AdwLeaflet           *leaflet;
  GtkWidget            *list_page;
  AdwHeaderBar         *list_header;
  AdwWindowTitle       *window_title;
  GtkWidget            *import_button;
  GtkToggleButton      *sidebar_button;
  GtkWidget            *search_button;
  GtkSearchBar         *search_bar;
  GtkEditable          *search_entry;
  AdwFlap              *flap;
  QuothSidebar         *sidebar;
  QuothQuoteView       *quote_view;
  QuothJobBar          *import_bar;
  QuothJobBar          *export_bar;
  AdwLeafletPage       *separator_page;
  QuothQuotePanel      *quote_panel;
};

/* quoth-window.c */
void quoth_window_sync_layout      (QuothWindow      *self);
void quoth_window_reveal_sidebar   (QuothWindow      *self,
                                    gboolean          reveal);
void quoth_window_show_page        (QuothWindow      *self,
                                    GtkWidget        *page);

/* quoth-window-toasts.c */
void quoth_window_show_toast       (QuothWindow      *self,
                                    AdwToast         *toast);  /* (transfer full) */
void quoth_window_clear_toasts     (QuothWindow      *self);

/* quoth-window-actions.c */
void quoth_window_install_actions  (GtkWidgetClass   *widget_class);
void quoth_window_add_states       (QuothWindow      *self);

/* quoth-window-import.c */
void quoth_window_install_imports  (GtkWidgetClass   *widget_class);
void quoth_window_accept_drops     (QuothWindow      *self);
void quoth_window_stop_importing   (QuothWindow      *self);

/* A message says why there is none. */
const QuothModel *quoth_window_get_model (QuothWindow *self);

/* quoth-window-references.c */
void quoth_window_install_references (GtkWidgetClass  *widget_class);

/* quoth-window-near.c */
void            quoth_window_install_near    (GtkWidgetClass *widget_class);
void            quoth_window_add_near_rule   (QuothWindow    *self);
QuothNearChoice quoth_window_get_near_choice (QuothWindow    *self);

/* quoth-window-quote.c */
void quoth_window_install_quote    (GtkWidgetClass   *widget_class);
void quoth_window_show_row         (QuothWindow      *self);
void quoth_window_copy             (QuothWindow      *self,
                                    QuothPreset       preset,
                                    QuothCopyRequest *request);

/* quoth-window-export.c */
void quoth_window_install_exports  (GtkWidgetClass   *widget_class);
void quoth_window_sync_selection   (QuothWindow      *self);
/* Writes the selected quotations */
void quoth_window_export           (QuothWindow      *self,
                                    QuothExportFormat format,
                                    GFile            *file);

/* quoth-window-decisions.c */
void quoth_window_install_decisions (GtkWidgetClass  *widget_class);
void quoth_window_clear_decisions  (QuothWindow      *self);
void quoth_window_set_mark         (QuothWindow      *self,
                                    QuothState        state,
                                    gboolean          on);

G_END_DECLS
