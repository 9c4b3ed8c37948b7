#include "config.h"

#include "quoth-drag-content.h"

#include <string.h>

#include "quoth-copy-gather.h"

#define HTML "text/html"
#define PLAIN "text/plain;charset=utf-8"

struct _QuothDragContent
{
  GdkContentProvider  parent_instance;

  QuothLibrary       *library;
  QuothCopyRequest   *request;
  GArray             *numbers;
  gboolean            gathered;
};

G_DEFINE_FINAL_TYPE (QuothDragContent, quoth_drag_content, GDK_TYPE_CONTENT_PROVIDER)

typedef struct
{
  gboolean       html;
  GOutputStream *stream;
  QuothCopy     *copy;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->copy, quoth_copy_free);
  g_object_unref (writing->stream);
  g_free (writing);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;
  const char *text = NULL;

  writing->copy = quoth_copy_make_finish (result, &error);
  if (writing->copy == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  text = writing->html ? writing->copy->html : writing->copy->plain;
  g_output_stream_write_all_async (writing->stream, text, strlen (text), g_task_get_priority (task),
                                   g_task_get_cancellable (task), on_written_cb,
                                   g_object_ref (task));
}

/* @task: (transfer full) */
static void
make (GTask *task)
{
  QuothDragContent *self = g_task_get_source_object (task);

  quoth_copy_make_async (self->request, g_task_get_cancellable (task), on_made_cb, task);
}

static void
on_gathered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  QuothDragContent *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!quoth_copy_gather_finish (QUOTH_LIBRARY (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  self->gathered = TRUE;
  make (g_steal_pointer (&task));
}

static GdkContentFormats *
quoth_drag_content_ref_formats (GdkContentProvider *provider)
{
  static const char *formats[] = { HTML, PLAIN, "text/plain" };

  return gdk_content_formats_new (formats, G_N_ELEMENTS (formats));
}

static void
quoth_drag_content_write_mime_type_async (GdkContentProvider  *provider,
                                          const char          *mime_type,
                                          GOutputStream       *stream,
                                          int                  io_priority,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  QuothDragContent *self = QUOTH_DRAG_CONTENT (provider);
  Writing *writing = g_new0 (Writing, 1);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  writing->html = g_str_equal (mime_type, HTML);
  writing->stream = g_object_ref (stream);
  g_task_set_source_tag (task, quoth_drag_content_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, writing, writing_free);

  if (self->gathered)
    make (task);
  else
    quoth_copy_gather_async (self->library, self->request, self->numbers, FALSE, cancellable,
                             on_gathered_cb, task);
}

static gboolean
quoth_drag_content_write_mime_type_finish (GdkContentProvider  *provider,
                                           GAsyncResult        *result,
                                           GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
quoth_drag_content_finalize (GObject *object)
{
  QuothDragContent *self = QUOTH_DRAG_CONTENT (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->request, quoth_copy_request_unref);
  g_clear_pointer (&self->numbers, g_array_unref);

  G_OBJECT_CLASS (quoth_drag_content_parent_class)->finalize (object);
}

static void
quoth_drag_content_class_init (QuothDragContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quoth_drag_content_finalize;
  provider_class->ref_formats = quoth_drag_content_ref_formats;
  provider_class->write_mime_type_async = quoth_drag_content_write_mime_type_async;
  provider_class->write_mime_type_finish = quoth_drag_content_write_mime_type_finish;
}

static void
quoth_drag_content_init (QuothDragContent *self)
{
}

/**
 * quoth_drag_content_new:
 * @request: what of the quotations; none is added to it yet
 * @numbers: (element-type guint32): of quotations, as the list has them
 *
 * Returns: (transfer full)
 */
GdkContentProvider *
quoth_drag_content_new (QuothLibrary     *library,
                        QuothCopyRequest *request,
                        GArray           *numbers)
{
  QuothDragContent *self = NULL;

  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (request != NULL && numbers != NULL, NULL);

  self = g_object_new (QUOTH_TYPE_DRAG_CONTENT, NULL);
  self->library = g_object_ref (library);
  self->request = quoth_copy_request_ref (request);
  self->numbers = g_array_ref (numbers);

  return GDK_CONTENT_PROVIDER (self);
}
