#include "quoth-extract-job.h"

#define N_MANY 200

static QuothModel *
open_model (void)
{
  g_autoptr (GError) error = NULL;
  QuothModel *model = quoth_model_open_default (&error);

  g_assert_no_error (error);
  return model;
}

/* Texts of different lengths, so that workers finish in another order than they began. */
static QuothInputs *
make_inputs (guint n)
{
  QuothInputs *inputs = quoth_inputs_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autoptr (GString) text = g_string_new ("The heron said nothing at all.\n\n");
      g_autoptr (GBytes) bytes = NULL;

      for (guint j = 0; j < (n - i) % 7 * 20; j++)
        g_string_append (text,
                         "“The reeds are cut every spring,” the warden of the marsh said.\n\n");
      if (i % 10 == 3)
        g_string_truncate (text, 0);
      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      quoth_inputs_add_bytes (inputs, bytes, name);
    }

  return inputs;
}

typedef struct
{
  GString      *log;
  guint         n;
  guint         stop_at;
  GCancellable *cancellable;
} Taken;

static gboolean
on_extracted_cb (QuothExtracted  *extracted,
                 gpointer         data,
                 GError         **error)
{
  Taken *taken = data;

  if (taken->n++ == taken->stop_at)
    {
      if (taken->cancellable == NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
          return FALSE;
        }
      g_cancellable_cancel (taken->cancellable);
    }
  if (extracted->error != NULL)
    g_string_append_printf (taken->log, "%s! ", extracted->input->name);
  else
    {
      QuothArticle *article = g_ptr_array_index (extracted->articles, 0);

      g_assert_cmpuint (extracted->articles->len, ==, 1);
      g_assert_cmpuint (quoth_article_get_blocks (article)->len, >, 0);
      g_string_append_printf (taken->log, "%s ", quoth_article_get_id (article));
    }
  return TRUE;
}

static void
test_order (gconstpointer data)
{
  g_autoptr (QuothModel) model = open_model ();
  g_autoptr (QuothInputs) inputs = make_inputs (N_MANY);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Taken taken = { log, 0, G_MAXUINT, NULL };

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (expected, i % 10 == 3 ? "%u.txt! " : "%u ", i);
  g_assert_true (quoth_extract_run (inputs, model, TRUE, GPOINTER_TO_UINT (data), on_extracted_cb,
                                    &taken,
                                    NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (log->str, ==, expected->str);
}

static void
test_nothing (void)
{
  g_autoptr (QuothModel) model = open_model ();
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (quoth_extract_run (inputs, model, TRUE, 3, on_extracted_cb, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_failing_taker (void)
{
  g_autoptr (QuothModel) model = open_model ();
  g_autoptr (QuothInputs) inputs = make_inputs (N_MANY);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Taken taken = { log, 0, 5, NULL };

  g_assert_false (quoth_extract_run (inputs, model, TRUE, 3, on_extracted_cb, &taken, NULL,
                                     &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (log->str, ==, "0 1 2 3.txt! 4 ");
}

static void
test_cancelled_before (void)
{
  g_autoptr (QuothModel) model = open_model ();
  g_autoptr (QuothInputs) inputs = make_inputs (N_MANY);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Taken taken = { log, 0, G_MAXUINT, NULL };

  g_cancellable_cancel (cancellable);
  g_assert_false (quoth_extract_run (inputs, model, TRUE, 3, on_extracted_cb, &taken, cancellable,
                                     &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (taken.n, ==, 0);
}

static void
test_cancelled_during (void)
{
  g_autoptr (QuothModel) model = open_model ();
  g_autoptr (QuothInputs) inputs = make_inputs (N_MANY);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Taken taken = { log, 0, 20, cancellable };

  g_assert_false (quoth_extract_run (inputs, model, TRUE, 3, on_extracted_cb, &taken, cancellable,
                                     &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (taken.n, ==, 21);
}

static gboolean
prepare_none (QuothExtracted *extracted G_GNUC_UNUSED,
              QuothArticle   *article G_GNUC_UNUSED,
              gpointer        data G_GNUC_UNUSED)
{
  return FALSE;
}

static gboolean
on_batch_cb (GPtrArray  *batch,
             gpointer    data,
             GError    **error G_GNUC_UNUSED)
{
  Taken *taken = data;

  taken->n++;
  for (guint i = 0; i < batch->len; i++)
    {
      QuothExtracted *extracted = g_ptr_array_index (batch, i);

      g_string_append_printf (taken->log, extracted->error != NULL ? "%s! " : "%s ",
                              extracted->input->name);
    }
  return TRUE;
}

/* What goes into a library comes several inputs at a time, none of them twice or out of turn. */
static void
test_batches (void)
{
  g_autoptr (QuothModel) model = open_model ();
  g_autoptr (QuothInputs) inputs = make_inputs (N_MANY);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Taken taken = { log, 0, G_MAXUINT, NULL };

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (expected, i % 10 == 3 ? "%u.txt! " : "%u.txt ", i);
  g_assert_true (quoth_extract_run_prepared (inputs, model, 3, prepare_none, NULL, on_batch_cb,
                                             &taken, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (log->str, ==, expected->str);
  g_assert_cmpuint (taken.n, <, N_MANY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/extract/order/one-worker", GUINT_TO_POINTER (1), test_order);
  g_test_add_data_func ("/extract/order/seven-workers", GUINT_TO_POINTER (7), test_order);
  g_test_add_data_func ("/extract/order/one-a-core", GUINT_TO_POINTER (0), test_order);
  g_test_add_func ("/extract/batches", test_batches);
  g_test_add_func ("/extract/nothing", test_nothing);
  g_test_add_func ("/extract/failing-taker", test_failing_taker);
  g_test_add_func ("/extract/cancelled/before", test_cancelled_before);
  g_test_add_func ("/extract/cancelled/during", test_cancelled_during);

  return g_test_run ();
}
