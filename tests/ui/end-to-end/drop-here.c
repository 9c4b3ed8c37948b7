/*
 * Another program's window, which takes what is dropped on it.
 *
 * Prints each format that it was offered and knows: the format and its length in bytes in a line,
 * then these bytes and a line's end. Ends after one drop.
 */
#include <gtk/gtk.h>
#include <stdio.h>

static const char *const formats[] = { "text/html", "text/plain;charset=utf-8" };

typedef struct
{
  GMainLoop *loop;
  GdkDrop   *drop;
  guint      n_read;
} Taking;

static void read_next (Taking *taking);

static void
on_taken_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GMemoryOutputStream *taken = G_MEMORY_OUTPUT_STREAM (source);
  gsize length = g_memory_output_stream_get_data_size (taken);
  g_autoptr (GError) error = NULL;
  Taking *taking = user_data;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (taken), result, &error) < 0)
    g_error ("%s", error->message);

  printf ("%s %" G_GSIZE_FORMAT "\n", formats[taking->n_read], length);
  fwrite (g_memory_output_stream_get_data (taken), 1, length, stdout);
  printf ("\n");
  taking->n_read++;
  read_next (taking);
}

/* What the other program writes comes while the main loop runs. */
static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GOutputStream) taken = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);
  if (stream == NULL)
    g_error ("%s", error->message);

  g_output_stream_splice_async (taken, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL,
                                on_taken_cb, user_data);
}

static void
read_next (Taking *taking)
{
  const char *wanted[] = { NULL, NULL };

  if (taking->n_read < G_N_ELEMENTS (formats))
    {
      wanted[0] = formats[taking->n_read];
      gdk_drop_read_async (taking->drop, wanted, G_PRIORITY_DEFAULT, NULL, on_read_cb, taking);
      return;
    }

  gdk_drop_finish (taking->drop, GDK_ACTION_COPY);
  g_main_loop_quit (taking->loop);
}

static gboolean
on_drop_cb (GtkDropTargetAsync *target,
            GdkDrop            *drop,
            double              x,
            double              y,
            Taking             *taking)
{
  (void) target;
  (void) x;
  (void) y;
  g_set_object (&taking->drop, drop);
  read_next (taking);

  return TRUE;
}

int
main (void)
{
  Taking taking = { NULL, NULL, 0 };
  GtkDropTargetAsync *target = NULL;
  GtkWidget *window = NULL;

  gtk_init ();
  taking.loop = g_main_loop_new (NULL, FALSE);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 240, 240);
  target = gtk_drop_target_async_new (gdk_content_formats_new ((const char **) formats,
                                                               G_N_ELEMENTS (formats)),
                                      GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), &taking);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (taking.loop);

  /* What the other program is told of the end is sent with this. */
  gdk_display_sync (gdk_display_get_default ());
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&taking.drop);
  g_main_loop_unref (taking.loop);

  return 0;
}
