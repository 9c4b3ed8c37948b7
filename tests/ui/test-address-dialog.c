#include "config.h"

#include <libsoup/soup.h>
#include <locale.h>

#include "window-fixture.h"

#include "quoth-address-dialog.h"
#include "quoth-import-report.h"
#include "quoth-paste-dialog.h"

/* Pages come from a server in this program. */

#define PAGE "<!doctype html><title>Lamp is lit</title><article><h1>Lamp is lit</h1>" \
             "<p>“It shines as far as the island,” said Sable Orrick, who keeps it.</p></article>"

typedef struct
{
  SoupServer        *server;
  char              *base;
  SoupServerMessage *waiting;  /* a request that isn't answered */
} Web;

static Web web;

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           data)
{
  if (g_str_equal (path, "/page"))
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC,
                                        PAGE, strlen (PAGE));
    }
  else if (g_str_equal (path, "/slow"))
    {
      web.waiting = g_object_ref (message);
      soup_server_message_pause (message);
    }
  else
    soup_server_message_set_status (message, 404, NULL);
}

static void
start_server (void)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  web.server = soup_server_new (NULL, NULL);
  soup_server_add_handler (web.server, NULL, on_request_cb, NULL, NULL);
  soup_server_listen_local (web.server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (web.server);
  web.base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
stop_server (void)
{
  soup_server_disconnect (web.server);
  g_clear_object (&web.server);
  g_free (web.base);
}

static gboolean
has_dialog (Fixture *fixture)
{
  return fixture_find_window (QUOTH_TYPE_ADDRESS_DIALOG) != NULL;
}

static gboolean
has_no_dialog (Fixture *fixture)
{
  return !has_dialog (fixture);
}

static gboolean
has_five (Fixture *fixture)
{
  return fixture_count (fixture) == 5;
}

static GtkWidget *
find_row (void)
{
  return fixture_find (fixture_find_window (QUOTH_TYPE_ADDRESS_DIALOG), ADW_TYPE_ENTRY_ROW);
}

static gboolean
has_error (Fixture *fixture)
{
  return has_dialog (fixture) && gtk_widget_has_css_class (find_row (), "error");
}

static gboolean
is_waiting (Fixture *fixture)
{
  return web.waiting != NULL;
}

static gboolean
says_already_there (Fixture *fixture)
{
  return fixture_has_words (GTK_WIDGET (fixture->window), "1 already there");
}

static void
enter (Fixture    *fixture,
       const char *text)
{
  GtkWidget *dialog = NULL;

  if (!has_dialog (fixture))
    fixture_activate (fixture, "win.open-address");
  dialog = fixture_find_window (QUOTH_TYPE_ADDRESS_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (find_row ()), text);
  g_assert_false (has_error (fixture));
  gtk_widget_activate_action (dialog, "address.open", NULL);
}

static void
test_adding (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *page = g_strconcat (web.base, "/page", NULL);

  enter (fixture, page);
  fixture_wait_until (fixture, has_no_dialog);
  fixture_wait_until (fixture, has_five);

  /* The same page again is there already: that is said, not an error. */
  enter (fixture, page);
  fixture_wait_until (fixture, has_no_dialog);
  fixture_wait_until (fixture, says_already_there);
  g_assert_cmpuint (fixture_count (fixture), ==, 5);
}

static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *missing = g_strconcat (web.base, "/missing", NULL);
  g_autofree char *page = g_strconcat (web.base, "/page", NULL);

  enter (fixture, "no address");
  g_assert_true (has_error (fixture));
  g_assert_true (fixture_has_words (fixture_find_window (QUOTH_TYPE_ADDRESS_DIALOG),
                                    "not an address of the web"));
  enter (fixture, "file:///etc/passwd");
  g_assert_true (has_error (fixture));

  enter (fixture, missing);
  fixture_wait_until (fixture, has_error);
  g_assert_true (fixture_has_words (fixture_find_window (QUOTH_TYPE_ADDRESS_DIALOG),
                                    "There is no page at this address (404)"));
  g_assert_null (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT));

  /* It can be put right where it stands. */
  enter (fixture, page);
  fixture_wait_until (fixture, has_five);
  fixture_wait_until (fixture, has_no_dialog);
}

static void
test_cancelling (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *slow = g_strconcat (web.base, "/slow", NULL);
  g_autofree char *page = g_strconcat (web.base, "/page", NULL);

  enter (fixture, slow);
  fixture_wait_until (fixture, is_waiting);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_row ())));
  gtk_widget_activate_action (fixture_find_window (QUOTH_TYPE_ADDRESS_DIALOG), "window.close",
                              NULL);
  fixture_wait_until (fixture, has_no_dialog);
  soup_server_message_unpause (web.waiting);
  g_clear_object (&web.waiting);

  enter (fixture, page);
  fixture_wait_until (fixture, has_five);
}

static gboolean
drop (Fixture      *fixture,
      const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &taken);
    }

  return taken;
}

static void
test_dropping (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *page = g_strconcat (web.base, "/page", NULL);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "words from a page");
  g_assert_false (drop (fixture, &value));
  g_value_set_string (&value, page);
  g_assert_true (drop (fixture, &value));
  fixture_wait_until (fixture, has_five);
  fixture_wait_until (fixture, has_no_dialog);
}

/* As browsers drop links: files that are addresses */
static void
test_dropping_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *page = g_strconcat (web.base, "/page", NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (page);
  g_autoptr (GSList) list = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, list);
  g_assert_true (drop (fixture, &value));
  fixture_wait_until (fixture, has_five);
}

static void
test_pasting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *page = g_strconcat (web.base, "/page\n", NULL);
  GtkWidget *dialog = NULL;

  fixture_activate (fixture, "win.paste");
  dialog = fixture_find_window (QUOTH_TYPE_PASTE_DIALOG);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (dialog, GTK_TYPE_TEXT_VIEW))),
                            page, -1);
  gtk_widget_activate_action (dialog, "paste.add", NULL);
  fixture_wait_until (fixture, has_five);
  fixture_wait_until (fixture, has_no_dialog);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/address-dialog/adds-a-page", test_adding },
    { "/address-dialog/says-what-went-wrong", test_failing },
    { "/address-dialog/stops-when-cancelled", test_cancelling },
    { "/address-dialog/takes-dropped-addresses", test_dropping },
    { "/address-dialog/takes-dropped-links", test_dropping_link },
    { "/address-dialog/takes-pasted-addresses", test_pasting },
  };
  int result;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  start_server ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  result = g_test_run ();
  stop_server ();
  return result;
}
