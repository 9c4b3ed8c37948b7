/* An address that a person gives, served from this machine by a server in this program. */
#include "quoth-extract-job.h"
#include "quoth-fetch.h"

#include <libsoup/soup.h>
#include <string.h>

#define PAGE "<!doctype html><title>Heron counted</title><article><h1>Heron counted</h1>" \
             "<p>“There are nine herons on the lake,” said Mara Linnet, a keeper of the lake since spring.</p></article>"
#define LARGE (300 * 1024)

/* A server with a thread of its own; raw answers come from a socket beside it, byte for byte. */
typedef struct
{
  GThread        *thread;
  GMainContext   *context;
  GMainLoop      *loop;
  SoupServer     *server;
  GSocketService *raw;
  const char     *answer;    /* of the raw server */
  char           *base;
  char           *raw_base;
  GMutex          lock;
  GCond           ready;
} Fixture;

static void
answer_page (SoupServerMessage *message,
             const char        *type,
             const char        *body)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static void
redirect (SoupServerMessage *message,
          const char        *location)
{
  soup_server_message_set_status (message, 302, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                location);
}

static void
answer_large (SoupServerMessage *message)
{
  g_autofree char *body = g_strnfill (LARGE, 'x');

  answer_page (message, "text/plain", body);
}

static void
on_request_cb (SoupServer        *server G_GNUC_UNUSED,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query G_GNUC_UNUSED,
               gpointer           data G_GNUC_UNUSED)
{
  const char *number = g_str_has_prefix (path, "/hop/") ? path + strlen ("/hop/") : NULL;

  if (g_str_equal (path, "/page"))
    answer_page (message, "text/html; charset=utf-8", PAGE);
  else if (g_str_equal (path, "/latin"))
    answer_page (message, "text/plain; charset=windows-1252",
                 "Caf\xe9 is open\n\n\x93We serve tea,\x94 said Mara Linnet.\n");
  else if (g_str_equal (path, "/moved/here"))
    redirect (message, "../page#part");
  else if (g_str_equal (path, "/loop"))
    redirect (message, "/loop");
  else if (g_str_equal (path, "/to-file"))
    redirect (message, "file:///etc/passwd");
  else if (g_str_equal (path, "/to-nowhere"))
    redirect (message, "http://");
  else if (number != NULL)
    {
      g_autofree char *next = g_strdup_printf ("/hop/%d", atoi (number) - 1);

      redirect (message, atoi (number) > 1 ? next : "/page");
    }
  else if (g_str_equal (path, "/large"))
    answer_large (message);
  else if (g_str_equal (path, "/cookie") &&
           soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                         "Cookie") == NULL)
    {
      redirect (message, "/cookie");
      soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                    "Set-Cookie", "been=here");
    }
  else if (g_str_equal (path, "/cookie"))
    answer_page (message, "text/html", PAGE);
  else if (g_str_equal (path, "/paid"))
    soup_server_message_set_status (message, 403, NULL);
  else if (g_str_equal (path, "/broken"))
    soup_server_message_set_status (message, 503, NULL);
  else
    soup_server_message_set_status (message, 404, NULL);
}

/* Answers as told, and then either hangs up or says no more. */
static gboolean
on_raw_cb (GThreadedSocketService *service G_GNUC_UNUSED,
           GSocketConnection      *connection,
           GObject                *source G_GNUC_UNUSED,
           gpointer                data)
{
  Fixture *fixture = data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char request[4096];

  g_input_stream_read (input, request, sizeof request, NULL, NULL);
  g_output_stream_write_all (output, fixture->answer, strlen (fixture->answer), NULL, NULL, NULL);
  if (strstr (fixture->answer, "X-Then: silence") != NULL)
    g_input_stream_read (input, request, sizeof request, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  return TRUE;
}

static gboolean
on_ready_cb (gpointer data)
{
  Fixture *fixture = data;

  g_mutex_lock (&fixture->lock);
  g_cond_signal (&fixture->ready);
  g_mutex_unlock (&fixture->lock);

  return G_SOURCE_REMOVE;
}

static gpointer
serve (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GSource) source = g_idle_source_new ();
  g_autoptr (GError) error = NULL;
  GSList *uris;
  guint16 port;

  g_main_context_push_thread_default (fixture->context);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, on_request_cb, NULL, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  port = (guint16) g_uri_get_port (uris->data);
  fixture->base = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  fixture->raw = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->raw), NULL, &error);
  g_assert_no_error (error);
  fixture->raw_base = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_signal_connect (fixture->raw, "run", G_CALLBACK (on_raw_cb), fixture);
  g_socket_service_start (fixture->raw);

  g_source_set_callback (source, on_ready_cb, fixture, NULL);
  g_source_attach (source, fixture->context);
  g_main_loop_run (fixture->loop);

  g_socket_service_stop (fixture->raw);
  g_object_unref (fixture->raw);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_main_context_pop_thread_default (fixture->context);

  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_mutex_init (&fixture->lock);
  g_cond_init (&fixture->ready);
  fixture->context = g_main_context_new ();
  fixture->loop = g_main_loop_new (fixture->context, FALSE);
  g_mutex_lock (&fixture->lock);
  fixture->thread = g_thread_new ("server", serve, fixture);
  g_cond_wait (&fixture->ready, &fixture->lock);
  g_mutex_unlock (&fixture->lock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_main_loop_quit (fixture->loop);
  g_thread_join (fixture->thread);
  g_main_loop_unref (fixture->loop);
  g_main_context_unref (fixture->context);
  g_free (fixture->base);
  g_free (fixture->raw_base);
  g_mutex_clear (&fixture->lock);
  g_cond_clear (&fixture->ready);
}

static QuothFetched *
fetch (Fixture                 *fixture,
       const char              *path,
       const QuothFetchLimits  *limits,
       GError                 **error)
{
  g_autofree char *address = g_strconcat (fixture->base, path, NULL);

  return quoth_fetch_run (address, limits, NULL, error);
}

static void
assert_fails (Fixture                *fixture,
              const char             *path,
              const QuothFetchLimits *limits,
              QuothFetchError         code,
              const char             *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothFetched) fetched = fetch (fixture, path, limits, &error);

  g_assert_null (fetched);
  g_assert_error (error, QUOTH_FETCH_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
assert_page (Fixture                *fixture,
             const char             *path,
             const char             *found_at,
             const QuothFetchLimits *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothFetched) fetched = fetch (fixture, path, limits, &error);
  g_autofree char *address = g_strconcat (fixture->base, found_at, NULL);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (fetched->bytes, NULL), g_bytes_get_size (fetched->bytes), PAGE,
                   strlen (PAGE));
  g_assert_cmpstr (fetched->address, ==, address);
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothFetched) latin = NULL;

  assert_page (fixture, "/page", "/page", NULL);
  assert_page (fixture, "/page#part", "/page", NULL);
  assert_page (fixture, "/cookie", "/cookie", NULL);
  latin = fetch (fixture, "/latin", NULL, NULL);
  g_assert_cmpstr (latin->charset, ==, "windows-1252");
}

static void
test_redirects (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  const QuothFetchLimits limits = { 1024 * 1024, 20, 3 };

  assert_page (fixture, "/moved/here", "/page", NULL);
  assert_page (fixture, "/hop/3", "/page", &limits);
  assert_fails (fixture, "/hop/4", &limits, QUOTH_FETCH_ERROR_REDIRECT, "without an end");
  assert_fails (fixture, "/loop", NULL, QUOTH_FETCH_ERROR_REDIRECT, "without an end");
  assert_fails (fixture, "/to-file", NULL, QUOTH_FETCH_ERROR_REDIRECT, "not on the web");
  assert_fails (fixture, "/to-nowhere", NULL, QUOTH_FETCH_ERROR_REDIRECT, "not on the web");
}

static void
test_statuses (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  assert_fails (fixture, "/missing", NULL, QUOTH_FETCH_ERROR_STATUS,
                "There is no page at this address (404)");
  assert_fails (fixture, "/paid", NULL, QUOTH_FETCH_ERROR_STATUS,
                "does not let this page be read (403)");
  assert_fails (fixture, "/broken", NULL, QUOTH_FETCH_ERROR_STATUS, "The server failed (503)");
}

static void
test_size (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  QuothFetchLimits limits = { LARGE, 20, 3 };
  g_autoptr (QuothFetched) fetched = fetch (fixture, "/large", &limits, NULL);

  g_assert_nonnull (fetched);
  limits.max_bytes = LARGE - 1;
  assert_fails (fixture, "/large", &limits, QUOTH_FETCH_ERROR_LIMIT, "larger than");
}

static void
assert_raw_fails (Fixture         *fixture,
                  const char      *answer,
                  guint            max_seconds,
                  QuothFetchError  code)
{
  const QuothFetchLimits limits = { 1000, max_seconds, 3 };
  g_autoptr (GError) error = NULL;

  fixture->answer = answer;
  g_assert_null (quoth_fetch_run (fixture->raw_base, &limits, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, QUOTH_FETCH_ERROR, (int) code);
}

static void
test_bad_servers (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *endless = g_strconcat ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
                                          PAGE PAGE PAGE PAGE PAGE PAGE PAGE, NULL);

  assert_raw_fails (fixture, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>Half",
                    20, QUOTH_FETCH_ERROR_CUT_OFF);
  assert_raw_fails (fixture, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>Half", 20,
                    QUOTH_FETCH_ERROR_LIMIT);
  /* What does not say how long it is */
  assert_raw_fails (fixture, endless, 20, QUOTH_FETCH_ERROR_LIMIT);
  assert_raw_fails (fixture,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nbroken off",
                    20, QUOTH_FETCH_ERROR_CUT_OFF);
  assert_raw_fails (fixture, "", 20, QUOTH_FETCH_ERROR_CUT_OFF);
  assert_raw_fails (fixture, "no HTTP at all\r\n\r\n", 20, QUOTH_FETCH_ERROR_NETWORK);
  assert_raw_fails (fixture,
                    "HTTP/1.1 200 OK\r\nX-Then: silence\r\nContent-Length: 100\r\n\r\n<p>Ha", 1,
                    QUOTH_FETCH_ERROR_LIMIT);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  fixture->answer = "HTTP/1.1 200 OK\r\nX-Then: silence\r\nContent-Length: 100\r\n\r\n<p>Ha";
  g_assert_null (quoth_fetch_run (fixture->raw_base, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_null (quoth_fetch_run (fixture->base, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_unreachable (void)
{
  static const struct {
    const char      *address;
    QuothFetchError  code;
  } cases[] = {
    { "http://127.0.0.1:1/", QUOTH_FETCH_ERROR_NETWORK },
    { "file:///etc/passwd", QUOTH_FETCH_ERROR_ADDRESS },
    { "ftp://127.0.0.1/page", QUOTH_FETCH_ERROR_ADDRESS },
    { "http://", QUOTH_FETCH_ERROR_ADDRESS },
    { "javascript:alert(1)", QUOTH_FETCH_ERROR_ADDRESS },
    { "", QUOTH_FETCH_ERROR_ADDRESS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (quoth_fetch_run (cases[i].address, NULL, NULL, &error));
      g_assert_error (error, QUOTH_FETCH_ERROR, (int) cases[i].code);
    }
}

static void
test_follow (void)
{
  static const struct {
    const char *from;
    const char *location;
    const char *to;
  } cases[] = {
    { "http://a.example/one/two?x=1", "three", "http://a.example/one/three" },
    { "http://a.example/one", "//b.example/two", "http://b.example/two" },
    { "http://a.example/one", "https://a.example/one#here", "https://a.example/one" },
    { "https://a.example/one", "https://b.example/", "https://b.example/" },
    { "https://a.example/one", "http://a.example/one", NULL },
    { "http://a.example/one", "file:///etc/passwd", NULL },
    { "http://a.example/one", "data:text/html,x", NULL },
    { "http://a.example/one", "http://", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *to = quoth_fetch_follow (cases[i].from, cases[i].location, &error);

      g_assert_cmpstr (to, ==, cases[i].to);
      if (to == NULL)
        g_assert_error (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_REDIRECT);
    }
}

static void
test_typed (void)
{
  static const struct {
    const char *typed;
    const char *address;
  } cases[] = {
    { " https://a.example/one?x=2 \n", "https://a.example/one?x=2" },
    { "HTTP://a.example", "HTTP://a.example" },
    { "a.example/one", "https://a.example/one" },
    { "www.a.example", "https://www.a.example" },
    { "two words.example", NULL },
    { "https://a.example/one two", NULL },
    { "file:///etc/passwd", NULL },
    { "mailto:ann@a.example", NULL },
    { "page", NULL },
    { "", NULL },
    { "https://", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = quoth_fetch_dup_address (cases[i].typed);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static gboolean
on_extracted_cb (QuothExtracted  *extracted,
                 gpointer         data,
                 GError         **error G_GNUC_UNUSED)
{
  GPtrArray *articles = data;

  g_assert_no_error (extracted->error);
  g_ptr_array_add (articles, g_object_ref (g_ptr_array_index (extracted->articles, 0)));

  return TRUE;
}

/* Address, character set and time reach the article. */
static void
test_article (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (QuothModel) model = quoth_model_open_default (NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *moved = g_strconcat (fixture->base, "/moved/here", NULL);
  g_autofree char *page = g_strconcat (fixture->base, "/page", NULL);
  g_autofree char *latin = g_strconcat (fixture->base, "/latin", NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (latin);

  quoth_inputs_add_address (inputs, moved);
  /* As dropped, or named on the command line of the window */
  quoth_inputs_add_file (inputs, file, NULL);
  quoth_extract_run (inputs, model, FALSE, 1, on_extracted_cb, articles, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpstr (quoth_article_get_fact (articles->pdata[0], QUOTH_FACT_URL), ==, page);
  g_assert_cmpstr (quoth_article_get_fact (articles->pdata[0], QUOTH_FACT_TITLE), ==,
                   "Heron counted");
  g_assert_nonnull (quoth_article_get_fact (articles->pdata[0], QUOTH_FACT_ACCESSED));
  g_assert_cmpstr (quoth_article_get_source (articles->pdata[0])->name, ==, page);
  g_assert_cmpuint (quoth_article_get_quotes (articles->pdata[0])->len, ==, 1);
  g_assert_nonnull (strstr (quoth_article_get_text (articles->pdata[1]), "Café is open"));
  g_assert_nonnull (strstr (quoth_article_get_text (articles->pdata[1]), "“We serve tea,”"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/fetch/page", test_page);
  TEST ("/fetch/redirects", test_redirects);
  TEST ("/fetch/statuses", test_statuses);
  TEST ("/fetch/size", test_size);
  TEST ("/fetch/bad-servers", test_bad_servers);
  TEST ("/fetch/cancel", test_cancel);
  TEST ("/fetch/article", test_article);
#undef TEST
  g_test_add_func ("/fetch/unreachable", test_unreachable);
  g_test_add_func ("/fetch/where-redirects-lead", test_follow);
  g_test_add_func ("/fetch/what-is-typed", test_typed);

  return g_test_run ();
}
