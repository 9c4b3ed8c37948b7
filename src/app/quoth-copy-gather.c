#include "config.h"

#include "quoth-copy-gather.h"

#include "quoth-store-lookup.h"

typedef struct
{
  QuothCopyRequest *request;
  GArray           *numbers;
  gboolean          alone;
} Gathering;

static void
gathering_free (gpointer data)
{
  Gathering *gathering = data;

  quoth_copy_request_unref (gathering->request);
  g_array_unref (gathering->numbers);
  g_free (gathering);
}

/* Quotations of one article often stand in a row. */
static gboolean
add_quotes (QuothStore    *store,
            Gathering     *gathering,
            GPtrArray     *ids,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (QuothArticle) article = NULL;

  for (guint i = 0; i < ids->len; i += 2)
    {
      const char *article_id = g_ptr_array_index (ids, i);
      QuothQuote *quote = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) article_id) && gathering->alone)
        continue;

      if (article == NULL || !g_str_equal (quoth_article_get_id (article), article_id))
        {
          g_clear_object (&article);
          article = quoth_store_load_article (store, article_id, error);
        }
      if (article == NULL)
        return FALSE;

      quote = quoth_article_find_quote (article, g_ptr_array_index (ids, i + 1));
      if (gathering->alone || quote != NULL)
        quoth_copy_request_add (gathering->request, article, gathering->alone ? NULL : quote);
    }

  return TRUE;
}

static gpointer
gather (QuothStore    *store,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Gathering *gathering = data;
  g_autoptr (GPtrArray) ids = quoth_store_list_quotes (store, gathering->numbers, cancellable,
                                                       error);

  if (ids == NULL || !add_quotes (store, gathering, ids, cancellable, error))
    return NULL;

  return quoth_copy_request_ref (gathering->request);
}

void
quoth_copy_gather_async (QuothLibrary         *library,
                         QuothCopyRequest     *request,
                         GArray               *numbers,
                         gboolean              alone,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  Gathering *gathering = NULL;

  g_return_if_fail (QUOTH_IS_LIBRARY (library));
  g_return_if_fail (request != NULL && numbers != NULL);

  gathering = g_new0 (Gathering, 1);
  gathering->request = quoth_copy_request_ref (request);
  gathering->numbers = g_array_ref (numbers);
  gathering->alone = alone;
  quoth_library_read_async (library, gather, gathering, gathering_free,
                            (GDestroyNotify) quoth_copy_request_unref,
                            cancellable, callback, user_data);
}

gboolean
quoth_copy_gather_finish (QuothLibrary  *library,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (QuothCopyRequest) request = quoth_library_read_finish (library, result, error);

  return request != NULL;
}
