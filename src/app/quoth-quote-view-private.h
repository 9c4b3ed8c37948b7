#pragma once

#include "quoth-quote-view.h"

#include "quoth-filter-bar.h"
#include "quoth-quote-selection.h"
#include "quoth-selection-bar.h"

G_BEGIN_DECLS

struct _QuothQuoteView
{
  AdwBin               parent_instance;

  QuothLibrary        *library;
  QuothQuery          *query;
  QuothQuoteList      *quotes;
  GMenuModel          *menu_model;

  /* Of those selected, the one that the keyboard was last at: the panel shows it. It is kept by
   * id, as a new query empties the list and fills it again. */
  QuothQuoteRow       *row;
  char                *selected_id;
  guint                selected_position;
  char                *awaited_id;        /* to be selected when it comes */
  gboolean             hold_place;
  gboolean             had_focus;
  gboolean             empty;
  guint                sync_id;

  QuothQuoteSelection *selection;
  GtkPopover          *popover;
  QuothFilterBar      *filter_bar;
  GtkWidget           *results_bar;
  GtkLabel            *count_label;
  GtkStack            *stack;
  GtkWidget           *list_view;
  QuothSelectionBar   *selection_bar;
};

/* quoth-quote-view.c */
guint    quoth_quote_view_count          (QuothQuoteView *self);

/* quoth-quote-view-selection.c */
gboolean quoth_quote_view_is_selected    (QuothQuoteView *self,
                                          guint           position);
/* @position: of the row to show, or GTK_INVALID_LIST_POSITION for none */
void     quoth_quote_view_show_position  (QuothQuoteView *self,
                                          guint           position);
gboolean quoth_quote_view_has_focus      (QuothQuoteView *self);
/* Nothing but that row is selected from now on. */
void     quoth_quote_view_select_only    (QuothQuoteView *self,
                                          guint           position);
void     quoth_quote_view_select_awaited (QuothQuoteView *self);
/* Shows again, after the list has changed, the row that was shown before. */
void     quoth_quote_view_restore_row    (QuothQuoteView *self);
void     quoth_quote_view_on_selection_changed (QuothQuoteView *self);

/* quoth-quote-view-input.c */
void     quoth_quote_view_bind_pointer   (GtkWidgetClass *widget_class);

G_END_DECLS
