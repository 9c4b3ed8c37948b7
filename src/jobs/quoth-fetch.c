/* Fetches the one address that a person asked for: nothing else in Quoth touches the network. */
#include "config.h"

#include "quoth-fetch.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "quoth-fetch-error.h"

#define CHUNK_BYTES (64 * 1024)
#define USER_AGENT "Quoth/" PACKAGE_VERSION " "
#define ACCEPT "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.9,*/*;q=0.5"

const QuothFetchLimits quoth_fetch_usual_limits = {
  .max_bytes = 64 * 1024 * 1024,
  .max_seconds = 60,
  .max_redirects = 10,
};

/* Runs on a main context of its own, so that a server that sends a byte now and then is held to the
 * time limit, and a cancel answered at once, on whatever thread. */
typedef struct
{
  const QuothFetchLimits *limits;
  GMainContext           *context;
  SoupSession            *session;
  GCancellable           *stop;     /* by the person or by the clock */
  gboolean                late;
  GAsyncResult           *result;
} Fetch;

void
quoth_fetched_free (QuothFetched *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_free (self->address);
  g_free (self->charset);
  g_free (self);
}

static GUri *
parse_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  /* The scheme is in lower case after parsing. */
  if (uri == NULL ||
      (g_strcmp0 (g_uri_get_scheme (uri), "http") != 0 &&
       g_strcmp0 (g_uri_get_scheme (uri), "https") != 0) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;

  return g_steal_pointer (&uri);
}

gboolean
quoth_fetch_is_address (const char *text)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  uri = parse_address (text);
  return uri != NULL;
}

/**
 * quoth_fetch_dup_address:
 * @typed: white space around it doesn't count; without a scheme, https is meant
 *
 * Returns: (transfer full) (nullable): an address of the web
 */
char *
quoth_fetch_dup_address (const char *typed)
{
  g_autofree char *text = NULL;
  g_autofree char *address = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  text = g_strstrip (g_strdup (typed));
  if (*text == '\0' || strpbrk (text, " \t\r\n") != NULL)
    return NULL;
  if (strstr (text, "://") != NULL)
    return quoth_fetch_is_address (text) ? g_steal_pointer (&text) : NULL;
  /* "example.org/page", but neither "page" nor "mailto:somebody@example.org" */
  if (strchr (text, '.') == NULL || (strchr (text, ':') != NULL && strchr (text, '@') != NULL))
    return NULL;

  address = g_strconcat ("https://", text, NULL);
  return quoth_fetch_is_address (address) ? g_steal_pointer (&address) : NULL;
}

/**
 * quoth_fetch_follow:
 * @location: as the server gave it, perhaps relative
 *
 * Returns: (transfer full): the address that it means
 */
char *
quoth_fetch_follow (const char  *address,
                    const char  *location,
                    GError     **error)
{
  g_autoptr (GUri) from = parse_address (address);
  g_autoptr (GUri) to = NULL;

  g_return_val_if_fail (from != NULL && location != NULL, NULL);

  to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (to != NULL)
    {
      g_autofree char *found = g_uri_to_string (to);

      if (!quoth_fetch_is_address (found))
        g_clear_pointer (&to, g_uri_unref);
    }
  if (to == NULL)
    {
      g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_REDIRECT,
                           _("The page leads to something that is not on the web."));
      return NULL;
    }
  if (g_str_equal (g_uri_get_scheme (from), "https") &&
      !g_str_equal (g_uri_get_scheme (to), "https"))
    {
      g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_REDIRECT,
                           _("The page leads from a secure address to one that is not secure."));
      return NULL;
    }

  return g_uri_to_string_partial (to, G_URI_HIDE_FRAGMENT);
}

static void
on_result_cb (GObject      *source G_GNUC_UNUSED,
              GAsyncResult *result,
              gpointer      data)
{
  ((Fetch *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Fetch *fetch)
{
  while (fetch->result == NULL)
    g_main_context_iteration (fetch->context, TRUE);

  return g_steal_pointer (&fetch->result);
}

static gboolean
on_late_cb (gpointer data)
{
  Fetch *fetch = data;

  fetch->late = TRUE;
  g_cancellable_cancel (fetch->stop);

  return G_SOURCE_REMOVE;
}

/* On the thread that cancels */
static void
on_cancelled_cb (GCancellable *cancellable G_GNUC_UNUSED,
                 gpointer      data)
{
  g_cancellable_cancel (data);
}

static void
set_too_late (const Fetch  *fetch,
              GError      **error)
{
  g_clear_error (error);
  g_set_error (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_LIMIT,
               g_dngettext (GETTEXT_PACKAGE, "The page did not arrive within %u second.",
                            "The page did not arrive within %u seconds.", fetch->limits->max_seconds),
               fetch->limits->max_seconds);
}

static gboolean
check_size (const Fetch  *fetch,
            goffset       size,
            GError      **error)
{
  if (size <= (goffset) fetch->limits->max_bytes)
    return TRUE;

  g_set_error (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_LIMIT,
               _("What is at the address is larger than %u MB."),
               (guint) (fetch->limits->max_bytes / (1024 * 1024)));
  return FALSE;
}

static GBytes *
read_body (Fetch         *fetch,
           GInputStream  *stream,
           GError       **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();

  for (;;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) chunk = NULL;

      g_input_stream_read_bytes_async (stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, fetch->stop,
                                       on_result_cb, fetch);
      result = wait_for_result (fetch);
      chunk = g_input_stream_read_bytes_finish (stream, result, error);
      if (chunk == NULL)
        return NULL;
      if (g_bytes_get_size (chunk) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&body));
      if (!check_size (fetch, (goffset) body->len + (goffset) g_bytes_get_size (chunk), error))
        return NULL;
      g_byte_array_append (body, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
    }
}

/* Not every libsoup minds a body that ends early. */
static gboolean
check_whole (SoupMessage  *message,
             GError      **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  SoupMessageMetrics *metrics = soup_message_get_metrics (message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
      metrics == NULL ||
      (goffset) soup_message_metrics_get_response_body_bytes_received (metrics) >=
      soup_message_headers_get_content_length (headers))
    return TRUE;

  quoth_fetch_set_cut_off (error);
  return FALSE;
}

static GInputStream *
send (Fetch        *fetch,
      SoupMessage  *message,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  soup_message_headers_append (soup_message_get_request_headers (message), "Accept", ACCEPT);
  soup_session_send_async (fetch->session, message, G_PRIORITY_DEFAULT, fetch->stop, on_result_cb,
                           fetch);
  result = wait_for_result (fetch);

  return soup_session_send_finish (fetch->session, result, error);
}

static char *
dup_charset (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (GHashTable) parameters = NULL;

  if (soup_message_headers_get_content_type (headers, &parameters) == NULL || parameters == NULL)
    return NULL;

  return g_strdup (g_hash_table_lookup (parameters, "charset"));
}

/* What came with a status of 200 */
static QuothFetched *
take_page (Fetch         *fetch,
           SoupMessage   *message,
           GInputStream  *stream,
           GError       **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (GBytes) bytes = NULL;
  QuothFetched *fetched;

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      !check_size (fetch, soup_message_headers_get_content_length (headers), error))
    return NULL;
  bytes = read_body (fetch, stream, error);
  if (bytes == NULL || !check_whole (message, error))
    return NULL;

  fetched = g_new0 (QuothFetched, 1);
  fetched->bytes = g_steal_pointer (&bytes);
  fetched->charset = dup_charset (message);
  fetched->address = g_uri_to_string_partial (soup_message_get_uri (message),
                                              G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
  return fetched;
}

/* Follows redirects, one after another. */
static QuothFetched *
fetch_address (Fetch       *fetch,
               const char  *address,
               GError     **error)
{
  g_autofree char *next = g_strdup (address);

  for (guint n = 0; n <= fetch->limits->max_redirects; n++)
    {
      g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, next);
      g_autoptr (GInputStream) stream = send (fetch, message, error);
      const char *location;
      char *found;

      if (stream == NULL)
        return NULL;
      if (SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
        return take_page (fetch, message, stream, error);

      location = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                               "Location");
      if (!SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)) || location == NULL)
        {
          quoth_fetch_set_status_error (soup_message_get_status (message), error);
          return NULL;
        }
      found = quoth_fetch_follow (next, location, error);
      if (found == NULL)
        return NULL;
      g_free (next);
      next = found;
    }

  g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_REDIRECT,
                       _("The page leads from one address to the next without an end."));
  return NULL;
}

static void
begin (Fetch *fetch)
{
  g_autoptr (GSource) clock = g_timeout_source_new_seconds (fetch->limits->max_seconds);

  g_main_context_push_thread_default (fetch->context);
  g_source_set_callback (clock, on_late_cb, fetch, NULL);
  g_source_attach (clock, fetch->context);
  /* The clock alone says when it is too late. */
  fetch->session = soup_session_new_with_options ("user-agent", USER_AGENT, "timeout", 0, NULL);
  /* Some pages lead to themselves until a cookie comes back. They are forgotten with the session. */
  soup_session_add_feature_by_type (fetch->session, SOUP_TYPE_COOKIE_JAR);
}

static void
end (Fetch *fetch)
{
  soup_session_abort (fetch->session);
  g_clear_object (&fetch->session);
  while (g_main_context_iteration (fetch->context, FALSE))
    ;
  g_main_context_pop_thread_default (fetch->context);
  g_main_context_unref (fetch->context);
}

/**
 * quoth_fetch_run:
 * @address: of the web
 * @limits: (nullable): or the usual ones
 *
 * Fetches what is at an address. Only http and https are spoken, also where the server names
 * another address.
 *
 * Returns: (transfer full): what was there
 */
QuothFetched *
quoth_fetch_run (const char              *address,
                 const QuothFetchLimits  *limits,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  Fetch fetch = { limits != NULL ? limits : &quoth_fetch_usual_limits, NULL, NULL, stop, FALSE,
                  NULL };
  g_autoptr (GError) failure = NULL;
  QuothFetched *fetched;
  gulong handler = 0;

  g_return_val_if_fail (address != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!quoth_fetch_is_address (address))
    {
      g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_ADDRESS,
                           _("Only addresses that begin with http:// or https:// can be opened."));
      return NULL;
    }

  fetch.context = g_main_context_new ();
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), stop, NULL);
  begin (&fetch);
  fetched = fetch_address (&fetch, address, &failure);
  end (&fetch);
  g_cancellable_disconnect (cancellable, handler);

  if (fetched != NULL)
    return fetched;
  if (fetch.late)
    set_too_late (&fetch, &failure);
  else
    quoth_fetch_tidy_error (address, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
