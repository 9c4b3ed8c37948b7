#include "config.h"

#include "quoth-extract-job.h"

#include <unistd.h>

#include "quoth-attachments.h"
#include "quoth-extract-queue.h"
#include "quoth-fetch.h"

/* How many inputs a worker may be ahead of the one to be handed over next, so that the others go on
 * behind one that takes long */
#define AHEAD 24

/* How much the workers stand back behind a window, and behind who writes what they found; at 19 one
 * gets what nobody else wants */
#define NICENESS 5

/* What goes into a library does so several inputs at a time, since each time takes as long as one
 * or two of them. The first of them waits so long for the others. */
#define BATCH_MAX 32
#define BATCH_MAX_BYTES (16 << 20)
#define BATCH_WAIT_US 250000

/* The inputs are numbered as they are handed out. */
typedef struct
{
  QuothInputs         *inputs;
  const QuothModel    *model;
  gboolean             plain_unchanged;
  QuothExtractPrepare  prepare;        /* or NULL */
  gpointer             prepare_data;
  GCancellable        *cancellable;
  QuothExtractFunc     func;           /* or NULL */
  QuothExtractBatchFunc batch_func; /* or NULL; with a library only */
  gpointer             data;

  QuothExtractQueue   *queue;
  GHashTable          *joined;         /* paths of files that came in as the texts of references */
  GMutex               inputs_lock;    /* held while the next input is fetched */
  guint64              n_fetched;
} Run;

/* Fetches a page; its articles are known by where it was found, and by when. */
static GPtrArray *
read_address (Run            *run,
              QuothExtracted *extracted)
{
  g_autoptr (QuothFetched) fetched = quoth_fetch_run (extracted->input->address, NULL,
                                                      run->cancellable,
                                                      &extracted->error);
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *accessed = NULL;
  QuothImportInput input = { 0 };
  GPtrArray *articles;

  if (fetched == NULL)
    return NULL;

  input = (QuothImportInput) { .bytes = fetched->bytes, .name = fetched->address,
                               .address = fetched->address,
                               .charset = fetched->charset };
  articles = quoth_import_read (&input, extracted->notes, run->cancellable, &extracted->error);
  now = g_date_time_new_now_utc ();
  accessed = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    quoth_article_set_fact (g_ptr_array_index (articles, i), QUOTH_FACT_ACCESSED, accessed);

  return articles;
}

static GPtrArray *
read_input (Run            *run,
            QuothExtracted *extracted)
{
  QuothInput *input = extracted->input;
  QuothImportInput import_input = { .bytes = input->bytes, .name = input->hint,
                                    .plain_unchanged = run->plain_unchanged };

  if (input->error != NULL)
    {
      extracted->error = g_error_copy (input->error);
      return NULL;
    }
  if (input->address != NULL)
    return read_address (run, extracted);
  if (input->bytes != NULL)
    return quoth_import_read (&import_input, extracted->notes, run->cancellable, &extracted->error);
  return quoth_import_read_file (input->file, run->plain_unchanged, extracted->notes,
                                 run->cancellable, &extracted->error);
}

/* Between what can't be cut short itself, so that a cancel is answered soon. */
static gboolean
was_cancelled (Run            *run,
               QuothExtracted *extracted)
{
  return extracted->error != NULL ||
         g_cancellable_set_error_if_cancelled (run->cancellable, &extracted->error);
}

static gboolean
analyse (Run            *run,
         QuothExtracted *extracted,
         QuothArticle   *article)
{
  if (was_cancelled (run, extracted))
    return FALSE;
  if (run->prepare != NULL)
    {
      quoth_article_classify (article, run->model);
      if (was_cancelled (run, extracted))
        return FALSE;
      if (!run->prepare (extracted, article, run->prepare_data))
        return TRUE;
    }

  return quoth_article_analyse (article, run->model, run->cancellable, &extracted->error);
}

/* References get the texts of the files that they name. */
static gboolean
join_attachments (Run            *run,
                  QuothExtracted *extracted)
{
  QuothInput *input = extracted->input;

  return input->file == NULL || input->root == NULL
         || quoth_attachments_join (extracted->articles, input->file, input->root,
                                    run->plain_unchanged,
                                    extracted->notes, extracted->joined, run->cancellable,
                                    &extracted->error);
}

static QuothExtracted *
extract (Run        *run,
         QuothInput *input)
{
  QuothExtracted *extracted = quoth_extracted_new (input);
  gboolean analysed = TRUE;

  extracted->articles = read_input (run, extracted);
  if (extracted->articles != NULL && !join_attachments (run, extracted))
    g_clear_pointer (&extracted->articles, g_ptr_array_unref);
  for (guint i = 0; extracted->articles != NULL && analysed && i < extracted->articles->len; i++)
    analysed = analyse (run, extracted, g_ptr_array_index (extracted->articles, i));
  if (!analysed)
    g_clear_pointer (&extracted->articles, g_ptr_array_unref);

  return extracted;
}

/* The next input and its number; waits while the workers are too far ahead. %NULL when there is no
 * more to do. */
static QuothInput *
fetch_input (Run     *run,
             guint64 *number)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&run->inputs_lock);
  QuothInput *input = NULL;

  if (quoth_extract_queue_wait (run->queue, run->n_fetched))
    input = quoth_inputs_next (run->inputs, run->cancellable);
  if (input != NULL)
    *number = run->n_fetched++;
  else
    quoth_extract_queue_end (run->queue, run->n_fetched);

  return input;
}

static gpointer
work (gpointer data)
{
  Run *run = data;
  QuothInput *input;
  guint64 number;

  /* This thread's only, on Linux; where it can't be had nothing is lost but smoothness. */
  G_GNUC_UNUSED int niceness = nice (NICENESS);

  while ((input = fetch_input (run, &number)) != NULL)
    quoth_extract_queue_put (run->queue, number, extract (run, input));

  return NULL;
}

static void
on_cancelled_cb (GCancellable *cancellable G_GNUC_UNUSED,
                 gpointer      data)
{
  quoth_extract_queue_stop (data);
}

/* Whether the file came in already, as the text of a reference that names it. Without a library
 * nothing is left out. */
static gboolean
came_in_joined (Run            *run,
                QuothExtracted *extracted)
{
  g_autofree char *path = NULL;

  if (run->batch_func == NULL || extracted->input->file == NULL ||
      g_hash_table_size (run->joined) == 0)
    return FALSE;
  path = quoth_attachments_dup_path (extracted->input->file);
  return path != NULL && g_hash_table_contains (run->joined, path);
}

/* What was cut off isn't what became of the input. */
static gboolean
is_of_use (Run            *run,
           QuothExtracted *extracted)
{
  return !g_error_matches (extracted->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
         !came_in_joined (run, extracted);
}

static void
put_into_batch (Run            *run,
                QuothExtracted *extracted,
                GPtrArray      *batch)
{
  gboolean of_use = is_of_use (run, extracted);

  for (guint i = 0; i < extracted->joined->len; i++)
    g_hash_table_add (run->joined, g_strdup (g_ptr_array_index (extracted->joined, i)));
  if (of_use)
    g_ptr_array_add (batch, extracted);
  else
    quoth_extracted_free (extracted);
}

/* Takes results until there are enough or the time is up, and always one; %FALSE when there are no
 * more. */
static gboolean
fill_batch (Run       *run,
            GPtrArray *batch)
{
  guint max = run->batch_func != NULL ? BATCH_MAX : 1;
  QuothExtracted *extracted = quoth_extract_queue_take (run->queue, 0);
  gint64 until = g_get_monotonic_time () + BATCH_WAIT_US;
  gboolean more = extracted != NULL;
  gsize n_bytes = 0;

  while (extracted != NULL)
    {
      n_bytes += quoth_extracted_count_bytes (extracted);
      put_into_batch (run, extracted, batch);
      extracted = batch->len < max && n_bytes < BATCH_MAX_BYTES
                  ? quoth_extract_queue_take (run->queue, until) : NULL;
    }

  return more;
}

static gboolean
hand_over (Run        *run,
           GPtrArray  *batch,
           GError    **error)
{
  if (batch->len == 0)
    return TRUE;
  if (run->batch_func == NULL)
    return run->func (g_ptr_array_index (batch, 0), run->data, error);

  /* What a cancel finds here would have it wait. */
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error) &&
         run->batch_func (batch, run->data, error);
}

static gboolean
take_results (Run     *run,
              GError **error)
{
  gboolean done = TRUE;
  gboolean more = TRUE;

  while (done && more)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_extracted_free);

      more = fill_batch (run, batch);
      done = hand_over (run, batch, error);
    }

  return done && !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static gboolean
run_all (Run     *run,
         guint    n_workers,
         GError **error)
{
  g_autofree GThread **threads = NULL;
  gulong handler = 0;
  gboolean done;

  if (n_workers == 0)
    n_workers = g_get_num_processors ();
  g_mutex_init (&run->inputs_lock);
  run->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->queue = quoth_extract_queue_new (n_workers * AHEAD);
  if (run->cancellable != NULL)
    handler = g_cancellable_connect (run->cancellable, G_CALLBACK (on_cancelled_cb), run->queue,
                                     NULL);
  threads = g_new0 (GThread *, n_workers);
  for (guint i = 0; i < n_workers; i++)
    threads[i] = g_thread_new ("extract", work, run);

  done = take_results (run, error);

  quoth_extract_queue_stop (run->queue);
  for (guint i = 0; i < n_workers; i++)
    g_thread_join (threads[i]);
  g_cancellable_disconnect (run->cancellable, handler);
  quoth_extract_queue_free (run->queue);
  g_hash_table_unref (run->joined);
  g_mutex_clear (&run->inputs_lock);
  return done;
}

/**
 * quoth_extract_run:
 * @inputs: what to read
 * @model: the language data
 * @plain_unchanged: see #QuothImportInput
 * @n_workers: how many threads read and analyse, or 0 for one a core
 * @func: gets each input's articles, or the reason why there are none
 *
 * Reads and analyses without a library. Blocking. An input that can't be read is handed over like
 * any other and the rest goes on.
 *
 * Returns: %FALSE when cancelled, or when @func failed
 */
gboolean
quoth_extract_run (QuothInputs       *inputs,
                   const QuothModel  *model,
                   gboolean           plain_unchanged,
                   guint              n_workers,
                   QuothExtractFunc   func,
                   gpointer           data,
                   GCancellable      *cancellable,
                   GError           **error)
{
  Run run = { .inputs = inputs, .model = model, .plain_unchanged = plain_unchanged,
              .cancellable = cancellable,
              .func = func, .data = data };

  g_return_val_if_fail (inputs != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return run_all (&run, n_workers, error);
}

/**
 * quoth_extract_run_prepared:
 * @prepare: says of each article whether it needs to be analysed
 *
 * The same, for articles that go into a library. @func gets several inputs at a time where they
 * come quickly.
 *
 * Returns: %FALSE when cancelled, or when @func failed
 */
gboolean
quoth_extract_run_prepared (QuothInputs          *inputs,
                            const QuothModel     *model,
                            guint                 n_workers,
                            QuothExtractPrepare   prepare,
                            gpointer              prepare_data,
                            QuothExtractBatchFunc func,
                            gpointer              data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  Run run = { .inputs = inputs, .model = model, .prepare = prepare, .prepare_data = prepare_data,
              .cancellable = cancellable, .batch_func = func, .data = data };

  g_return_val_if_fail (inputs != NULL, FALSE);
  g_return_val_if_fail (prepare != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return run_all (&run, n_workers, error);
}
