/* The words that JSON, the library and the command line use for the values of enums: one table
 * each. */
#include "quoth-article.h"

static const char * const entity_kinds[] = { "person", "organisation", "event", "place" };
static const char * const role_statuses[] = { "current", "former", "acting", "incoming" };
static const char * const states[] = { "found", "confirmed", "corrected", "rejected" };
static const char * const quote_kinds[] = { "direct", "mixed", "indirect" };
static const char * const quote_types[] = { "statement", "attitude" };
static const char * const article_types[] = {
  "other", "newspaper", "magazine", "web-page", "blog", "release", "report", "hearing", "journal",
};

static const char *
find_nick (const char * const *nicks,
           guint               n_nicks,
           guint               value)
{
  g_return_val_if_fail (value < n_nicks, NULL);

  return nicks[value];
}

static gboolean
find_value (const char * const *nicks,
            guint               n_nicks,
            const char         *string,
            guint              *value)
{
  if (string == NULL)
    return FALSE;

  for (guint i = 0; i < n_nicks; i++)
    {
      if (g_str_equal (nicks[i], string))
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Both directions of one enum. from_string leaves the value alone when it returns FALSE. */
#define DEFINE_NICKS(Type, name, nicks)                                                       \
  const char *                                                                                \
  quoth_ ## name ## _to_string (Type value)                                                   \
  {                                                                                           \
    return find_nick (nicks, G_N_ELEMENTS (nicks), value);                                    \
  }                                                                                           \
                                                                                              \
  gboolean                                                                                    \
  quoth_ ## name ## _from_string (const char *string,                                         \
                                  Type       *value)                                          \
  {                                                                                           \
    guint found;                                                                              \
                                                                                              \
    if (!find_value (nicks, G_N_ELEMENTS (nicks), string, &found))                            \
      return FALSE;                                                                           \
                                                                                              \
    *value = (Type) found;                                                                    \
    return TRUE;                                                                              \
  }

DEFINE_NICKS (QuothEntityKind, entity_kind, entity_kinds)
DEFINE_NICKS (QuothRoleStatus, role_status, role_statuses)
DEFINE_NICKS (QuothState, state, states)
DEFINE_NICKS (QuothQuoteKind, quote_kind, quote_kinds)
DEFINE_NICKS (QuothQuoteType, quote_type, quote_types)
DEFINE_NICKS (QuothArticleType, article_type, article_types)
