#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QUOTH_FETCH_ERROR (quoth_fetch_error_quark ())
GQuark quoth_fetch_error_quark (void);

typedef enum
{
  QUOTH_FETCH_ERROR_ADDRESS,  /* not one of the web */
  QUOTH_FETCH_ERROR_REDIRECT, /* leads to where it should not, or on and on */
  QUOTH_FETCH_ERROR_STATUS,   /* the server said no */
  QUOTH_FETCH_ERROR_NETWORK,  /* the server can't be reached */
  QUOTH_FETCH_ERROR_LIMIT,    /* too large, or too slow */
  QUOTH_FETCH_ERROR_CUT_OFF,  /* less came than was announced */
} QuothFetchError;

/**
 * QuothFetchLimits:
 * @max_bytes: of what is fetched, unpacked
 * @max_seconds: for all of it
 * @max_redirects: how often the server may name another address
 */
typedef struct
{
  gsize max_bytes;
  guint max_seconds;
  guint max_redirects;
} QuothFetchLimits;

extern const QuothFetchLimits quoth_fetch_usual_limits;

/**
 * QuothFetched:
 * @bytes: what is at the address
 * @address: where it was found, after redirects
 * @charset: (nullable): the character set that the server named
 */
typedef struct
{
  GBytes *bytes;
  char   *address;
  char   *charset;
} QuothFetched;

void          quoth_fetched_free      (QuothFetched            *self);

/* Whether @text is an address of the web as it stands: http or https, with a host */
gboolean      quoth_fetch_is_address  (const char              *text);
/* What a person typed or pasted, made an address; NULL where it can't be one */
char         *quoth_fetch_dup_address (const char              *typed);
/* Where a redirect leads. Never from a secure address to one that isn't, never out of the web */
char         *quoth_fetch_follow      (const char              *address,
                                       const char              *location,
                                       GError                 **error);
/* Blocking; any thread. @limits: NULL for the usual ones */
QuothFetched *quoth_fetch_run         (const char              *address,
                                       const QuothFetchLimits  *limits,
                                       GCancellable            *cancellable,
                                       GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothFetched, quoth_fetched_free)

G_END_DECLS
