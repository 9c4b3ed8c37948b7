/* A text that a person gives to a reference by hand. */
#include "config.h"

#include "quoth-attach-job.h"

#include <glib/gi18n-lib.h>

#include "quoth-import.h"

typedef struct
{
  QuothModel *model;
  char       *article_id;
  GFile      *file;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  quoth_model_unref (request->model);
  g_free (request->article_id);
  g_object_unref (request->file);
  g_free (request);
}

/* The one article that the file holds */
static QuothArticle *
read_text (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) articles = quoth_import_read_file (file, FALSE, NULL, cancellable, error);

  if (articles == NULL)
    return NULL;
  if (articles->len == 1 && !quoth_article_lacks_text (g_ptr_array_index (articles, 0)))
    return g_object_ref (g_ptr_array_index (articles, 0));

  if (articles->len > 1)
    g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED,
                         _("There are several articles in the file; the text of a reference is one."));
  else
    g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                         _("There is no text in the file."));
  return NULL;
}

typedef struct
{
  const char    *article_id;
  QuothIncoming *incoming;
} Attachment;

/* On the writer's thread */
static gboolean
write_text (QuothStore  *store,
            gpointer     data,
            GError     **error)
{
  const Attachment *attachment = data;

  return quoth_store_attach_text (store, attachment->article_id, attachment->incoming, error);
}

/**
 * quoth_attach_text:
 * @article_id: of a reference without a text
 * @file: what its text is in, of any format that can be read
 *
 * The reference's facts stay, as a person's corrections of them do; what it doesn't say is taken
 * from the file.
 *
 * Returns: %FALSE when cancelled, when the file holds no text or several, or when the article has one or the library
 *   knows the text; the library is as it was then
 */
gboolean
quoth_attach_text (QuothLibrary      *library,
                   const QuothModel  *model,
                   const char        *article_id,
                   GFile             *file,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr (QuothArticle) text = NULL;
  g_autoptr (QuothIncoming) incoming = NULL;
  Attachment attachment;

  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  text = read_text (file, cancellable, error);
  if (text == NULL || !quoth_article_analyse (text, model, cancellable, error))
    return FALSE;

  incoming = quoth_incoming_new (text);
  attachment = (Attachment) { article_id, incoming };
  return quoth_incoming_pack (incoming, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error)
         && quoth_library_write (library, write_text, &attachment, error);
}

static void
attach_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;

  if (quoth_attach_text (source_object, request->model, request->article_id, request->file,
                         cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
quoth_attach_text_async (QuothLibrary        *library,
                         const QuothModel    *model,
                         const char          *article_id,
                         GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  request->model = quoth_model_ref ((QuothModel *) model);
  request->article_id = g_strdup (article_id);
  request->file = g_object_ref (file);
  g_task_set_source_tag (task, quoth_attach_text_async);
  /* Once it is written it is, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, attach_in_thread);
}

gboolean
quoth_attach_text_finish (QuothLibrary  *library,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
