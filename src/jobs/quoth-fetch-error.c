#include "config.h"

#include "quoth-fetch-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

G_DEFINE_QUARK (quoth-fetch-error-quark, quoth_fetch_error)

static const char *
get_status_message (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return _("There is no page at this address (%u).");
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_PAYMENT_REQUIRED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED:
      return _("The server does not let this page be read (%u). Save it in your browser and import the file.");
    case 429:
      return _("The server was asked too often (%u). Try again later.");
    default:
      return status >= 500 ? _("The server failed (%u). Try again later.")
                           : _("The server did not give the page (%u).");
    }
}

void
quoth_fetch_set_status_error (guint    status,
                              GError **error)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf (get_status_message (status), status);
  g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_STATUS, message);
}

void
quoth_fetch_set_cut_off (GError **error)
{
  g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_CUT_OFF,
                       _("The page broke off before its end. Try again."));
}

static char *
dup_network_message (const GError *error,
                     const char   *host)
{
  if (error->domain == G_RESOLVER_ERROR)
    return g_strdup_printf (_("The server “%s” was not found. Is the address right, and is there a connection?"), host);
  if (error->domain == G_TLS_ERROR)
    return g_strdup_printf (_("The connection to “%s” is not secure: %s"), host, error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE))
    return g_strdup_printf (_("The server “%s” does not answer."), host);

  return g_strdup_printf (_("The page could not be fetched from “%s”: %s"), host, error->message);
}

void
quoth_fetch_tidy_error (const char  *address,
                        GError     **error)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *message = NULL;

  if ((*error)->domain == QUOTH_FETCH_ERROR ||
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_clear_error (error);
      quoth_fetch_set_cut_off (error);
      return;
    }

  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  message = dup_network_message (*error, uri != NULL ? g_uri_get_host (uri) : address);
  g_clear_error (error);
  g_set_error_literal (error, QUOTH_FETCH_ERROR, QUOTH_FETCH_ERROR_NETWORK, message);
}
