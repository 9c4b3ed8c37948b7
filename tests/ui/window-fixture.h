#pragma once

#include <adwaita.h>

#include "quoth-quote-view.h"
#include "quoth-window.h"

/* A window on a library of its own with two articles, of three and of one quotation. */

typedef struct
{
  GtkApplication *application;
  QuothWindow    *window;
  QuothQuoteView *view;
  GListModel     *quotes;
  char           *folder;
  char           *quote_id;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

/* @data: (nullable): how wide the window is, as a pointer to an int */
void       fixture_set_up      (Fixture       *fixture,
                                gconstpointer  data);
void       fixture_tear_down   (Fixture       *fixture,
                                gconstpointer  data);
void       fixture_wait_until  (Fixture       *fixture,
                                Condition      condition);
void       fixture_activate    (Fixture       *fixture,
                                const char    *action);
GFile     *fixture_write       (Fixture       *fixture,
                                const char    *name,
                                const char    *text);
guint      fixture_count       (Fixture       *fixture);
gboolean   fixture_has_four    (Fixture       *fixture);
/* Brings an article into the window's library; does not wait for it. */
void       fixture_import      (Fixture       *fixture,
                                const char    *name,
                                const char    *text);
/* What is below a widget */
GtkWidget *fixture_find        (GtkWidget     *widget,
                                GType          type);
gboolean   fixture_has_words   (GtkWidget     *widget,
                                const char    *words);
/* Of the windows that show, the one of that class */
GtkWidget *fixture_find_window (GType          type);
