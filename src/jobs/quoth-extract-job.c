#include "config.h"

#include "quoth-extract-job.h"

#include "quoth-fetch.h"
#include "quoth-attachments.h"

/* How many inputs a worker may be ahead of the one to be handed over next, so that the others go on behind one
 * that takes long; and what memory those may hold that wait, by the files they came from. */
#define AHEAD 24
#define MAX_BYTES_WAITING (64 << 20)

/* The inputs are numbered as they are handed out; a result waits in its slot until those before it
 * were taken. */
typedef struct
{
  QuothInputs         *inputs;
  const QuothModel    *model;
  gboolean             plain_unchanged;
  QuothExtractPrepare  prepare;        /* or NULL */
  gpointer             prepare_data;
  GCancellable        *cancellable;

  GMutex               inputs_lock; /* held while the next input is fetched; taken before @lock */
  guint64              n_fetched;

  GMutex               lock;        /* for all below */
  GCond                changed;
  QuothExtracted     **slots;
  guint                n_slots;
  guint64              n_taken;
  gsize                n_bytes;     /* of the files whose results wait */
  guint64              n_all;       /* how many inputs there were, once the end was seen */
  gboolean             stopped;
} Run;

static void
extracted_free (QuothExtracted *extracted)
{
  quoth_input_free (extracted->input);
  g_clear_pointer (&extracted->articles, g_ptr_array_unref);
  g_ptr_array_unref (extracted->notes);
  g_ptr_array_unref (extracted->joined);
  g_clear_pointer (&extracted->prepared, g_ptr_array_unref);
  g_clear_error (&extracted->error);
  g_free (extracted);
}

/* Fetches a page; its articles are known by where it was found, and by when. */
static GPtrArray *
read_address (Run            *run,
              QuothExtracted *extracted)
{
  g_autoptr (QuothFetched) fetched = quoth_fetch_run (extracted->input->address, NULL, run->cancellable,
                                                      &extracted->error);
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *accessed = NULL;
  QuothImportInput input = { 0 };
  GPtrArray *articles;

  if (fetched == NULL)
    return NULL;

  input = (QuothImportInput) { .bytes = fetched->bytes, .name = fetched->address, .address = fetched->address,
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

static gsize
count_bytes (QuothExtracted *extracted)
{
  const QuothSource *source;

  if (extracted->articles == NULL || extracted->articles->len == 0)
    return 0;
  source = quoth_article_get_source (g_ptr_array_index (extracted->articles, 0));
  return source->bytes != NULL ? g_bytes_get_size (source->bytes) : 0;
}

/* Between what can't be cut short itself, so that a cancel is answered soon. */
static gboolean
was_cancelled (Run            *run,
               QuothExtracted *extracted)
{
  return extracted->error != NULL || g_cancellable_set_error_if_cancelled (run->cancellable, &extracted->error);
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
         || quoth_attachments_join (extracted->articles, input->file, input->root, run->plain_unchanged,
                                    extracted->notes, extracted->joined, run->cancellable, &extracted->error);
}

static QuothExtracted *
extract (Run        *run,
         QuothInput *input)
{
  QuothExtracted *extracted = g_new0 (QuothExtracted, 1);
  gboolean analysed = TRUE;

  extracted->input = input;
  extracted->notes = g_ptr_array_new_with_free_func (g_free);
  extracted->joined = g_ptr_array_new_with_free_func (g_free);
  extracted->articles = read_input (run, extracted);
  if (extracted->articles != NULL && !join_attachments (run, extracted))
    g_clear_pointer (&extracted->articles, g_ptr_array_unref);
  for (guint i = 0; extracted->articles != NULL && analysed && i < extracted->articles->len; i++)
    analysed = analyse (run, extracted, g_ptr_array_index (extracted->articles, i));
  if (!analysed)
    g_clear_pointer (&extracted->articles, g_ptr_array_unref);

  return extracted;
}

/* With the lock held. The result to be handed over next is always under way or there. */
static gboolean
is_too_far_ahead (Run *run)
{
  return run->n_fetched >= run->n_taken + run->n_slots
         || (run->n_bytes > MAX_BYTES_WAITING && run->n_fetched > run->n_taken);
}

/* The next input and its number; waits while the workers are too far ahead. %NULL when there is no more
 * to do. */
static QuothInput *
fetch_input (Run     *run,
             guint64 *number)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&run->inputs_lock);
  QuothInput *input = NULL;
  gboolean stopped;

  g_mutex_lock (&run->lock);
  while (!run->stopped && is_too_far_ahead (run))
    g_cond_wait (&run->changed, &run->lock);
  stopped = run->stopped;
  g_mutex_unlock (&run->lock);

  if (!stopped)
    input = quoth_inputs_next (run->inputs, run->cancellable);
  if (input != NULL)
    {
      *number = run->n_fetched++;
      return input;
    }

  g_mutex_lock (&run->lock);
  run->n_all = run->n_fetched;
  g_cond_broadcast (&run->changed);
  g_mutex_unlock (&run->lock);
  return NULL;
}

static gpointer
work (gpointer data)
{
  Run *run = data;
  QuothInput *input;
  guint64 number;

  while ((input = fetch_input (run, &number)) != NULL)
    {
      QuothExtracted *extracted = extract (run, input);

      g_mutex_lock (&run->lock);
      run->slots[number % run->n_slots] = extracted;
      run->n_bytes += count_bytes (extracted);
      g_cond_broadcast (&run->changed);
      g_mutex_unlock (&run->lock);
    }

  return NULL;
}

/* The next result in order; %NULL at the end or when stopped. */
static QuothExtracted *
take_result (Run *run)
{
  QuothExtracted **slot = &run->slots[run->n_taken % run->n_slots];
  QuothExtracted *extracted = NULL;

  g_mutex_lock (&run->lock);
  while (!run->stopped && *slot == NULL && run->n_taken < run->n_all)
    g_cond_wait (&run->changed, &run->lock);
  if (!run->stopped)
    extracted = g_steal_pointer (slot);
  if (extracted != NULL)
    {
      run->n_taken++;
      run->n_bytes -= count_bytes (extracted);
    }
  g_cond_broadcast (&run->changed);
  g_mutex_unlock (&run->lock);

  return extracted;
}

static void
stop (Run *run)
{
  g_mutex_lock (&run->lock);
  run->stopped = TRUE;
  g_cond_broadcast (&run->changed);
  g_mutex_unlock (&run->lock);
}

static void
on_cancelled_cb (GCancellable *cancellable G_GNUC_UNUSED,
                 gpointer      data)
{
  stop (data);
}

/* Whether the file came in already, as the text of a reference that names it */
static gboolean
came_in_joined (QuothExtracted *extracted,
                GHashTable     *joined)
{
  g_autofree char *path = NULL;

  if (extracted->input->file == NULL || g_hash_table_size (joined) == 0)
    return FALSE;
  path = quoth_attachments_dup_path (extracted->input->file);
  return path != NULL && g_hash_table_contains (joined, path);
}

static gboolean
take_results (Run               *run,
              QuothExtractFunc   func,
              gpointer           data,
              GError           **error)
{
  g_autoptr (GHashTable) joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  QuothExtracted *extracted;
  gboolean done = TRUE;

  while (done && (extracted = take_result (run)) != NULL)
    {
      /* What was cut off isn't what became of the input. Without a library nothing is left out. */
      if (!g_error_matches (extracted->error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          && (run->prepare == NULL || !came_in_joined (extracted, joined)))
        done = func (extracted, data, error);
      for (guint i = 0; i < extracted->joined->len; i++)
        g_hash_table_add (joined, g_strdup (g_ptr_array_index (extracted->joined, i)));
      extracted_free (extracted);
    }

  return done && !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static void
init_run (Run   *run,
          guint  n_workers)
{
  g_mutex_init (&run->inputs_lock);
  g_mutex_init (&run->lock);
  g_cond_init (&run->changed);
  run->n_slots = n_workers * AHEAD;
  run->slots = g_new0 (QuothExtracted *, run->n_slots);
  run->n_all = G_MAXUINT64;
}

static void
clear_run (Run *run)
{
  for (guint i = 0; i < run->n_slots; i++)
    g_clear_pointer (&run->slots[i], extracted_free);
  g_free (run->slots);
  g_mutex_clear (&run->inputs_lock);
  g_mutex_clear (&run->lock);
  g_cond_clear (&run->changed);
}

static gboolean
run_all (Run               *run,
         guint              n_workers,
         QuothExtractFunc   func,
         gpointer           data,
         GError           **error)
{
  g_autofree GThread **threads = NULL;
  gulong handler = 0;
  gboolean done;

  if (n_workers == 0)
    n_workers = g_get_num_processors ();
  init_run (run, n_workers);
  if (run->cancellable != NULL)
    handler = g_cancellable_connect (run->cancellable, G_CALLBACK (on_cancelled_cb), run, NULL);
  threads = g_new0 (GThread *, n_workers);
  for (guint i = 0; i < n_workers; i++)
    threads[i] = g_thread_new ("extract", work, run);

  done = take_results (run, func, data, error);

  stop (run);
  for (guint i = 0; i < n_workers; i++)
    g_thread_join (threads[i]);
  g_cancellable_disconnect (run->cancellable, handler);
  clear_run (run);
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
 * Reads and analyses without a library. Blocking. An input that can't be read is handed over like any other
 * and the rest goes on.
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
  Run run = { .inputs = inputs, .model = model, .plain_unchanged = plain_unchanged, .cancellable = cancellable };

  g_return_val_if_fail (inputs != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return run_all (&run, n_workers, func, data, error);
}

/**
 * quoth_extract_run_prepared:
 * @prepare: says of each article whether it needs to be analysed
 *
 * The same, for articles that go into a library.
 *
 * Returns: %FALSE when cancelled, or when @func failed
 */
gboolean
quoth_extract_run_prepared (QuothInputs          *inputs,
                            const QuothModel     *model,
                            guint                 n_workers,
                            QuothExtractPrepare   prepare,
                            gpointer              prepare_data,
                            QuothExtractFunc      func,
                            gpointer              data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  Run run = { .inputs = inputs, .model = model, .prepare = prepare, .prepare_data = prepare_data,
              .cancellable = cancellable };

  g_return_val_if_fail (inputs != NULL, FALSE);
  g_return_val_if_fail (prepare != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return run_all (&run, n_workers, func, data, error);
}
