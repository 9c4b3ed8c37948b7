#include "quoth-intake.h"

/* How many articles go into one transaction */
#define MAX_STRETCH 2048

/* An article on its way through a worker's thread and the writer's. */
typedef struct
{
  QuothIncoming *incoming;
  QuothAdded     added;    /* SAME or DELETED when that was known before it was analysed */
  QuothIntake   *intake;
  const char    *file;
  gboolean       passed;   /* @added says what became of it */
} Passing;

static void
passing_free (gpointer data)
{
  Passing *passing = data;

  quoth_incoming_free (passing->incoming);
  quoth_added_clear (&passing->added);
  g_free (passing);
}

/* On a worker's thread */
static gpointer
find_same (QuothStore    *store,
           gpointer       data,
           GCancellable  *cancellable G_GNUC_UNUSED,
           GError       **error)
{
  Passing *passing = data;

  quoth_added_clear (&passing->added);
  return GINT_TO_POINTER (quoth_store_find_same (store, passing->incoming->text_hash,
                                                 &passing->added, error));
}

/* The source's bytes, compressed here; once where several articles come from one file. */
static void
pack_source (QuothExtracted *extracted,
             Passing        *passing)
{
  Passing *before = extracted->prepared->len > 0
                    ? g_ptr_array_index (extracted->prepared, 0) : NULL;
  const QuothSource *source = quoth_article_get_source (passing->incoming->article);

  if (before != NULL && before->incoming->packed != NULL &&
      quoth_article_get_source (before->incoming->article)->bytes == source->bytes)
    passing->incoming->packed = g_bytes_ref (before->incoming->packed);
  else
    /* The writer tries again, and says why it can't be done. */
    quoth_incoming_pack (passing->incoming, NULL);
}

/**
 * quoth_intake_prepare:
 * @article: has its blocks
 * @intake: a #QuothIntake
 *
 * Finds whether the same text is in the library already, and does what the writer would do
 * otherwise.
 *
 * Returns: whether the article is to be analysed
 */
gboolean
quoth_intake_prepare (QuothExtracted *extracted,
                      QuothArticle   *article,
                      gpointer        intake)
{
  QuothIntake *self = intake;
  Passing *passing = g_new0 (Passing, 1);
  gboolean known;

  if (extracted->prepared == NULL)
    extracted->prepared = g_ptr_array_new_with_free_func (passing_free);
  passing->incoming = quoth_incoming_new (article);
  passing->intake = self;
  passing->file = extracted->input->name;

  /* References come by the thousand and take no analysis; the writer has them at once. */
  if (quoth_article_lacks_text (article))
    {
      pack_source (extracted, passing);
      g_ptr_array_add (extracted->prepared, passing);
      return FALSE;
    }

  /* What can't be read now the writer finds out. */
  known = quoth_library_read (self->library, find_same, passing, NULL, NULL) != NULL &&
          passing->added.result != QUOTH_ADD_ADDED;
  if (!known)
    pack_source (extracted, passing);
  g_ptr_array_add (extracted->prepared, passing);

  return !known;
}

/* On the writer's thread */
static gboolean
store_article (QuothStore  *store,
               gpointer     data,
               GError     **error)
{
  Passing *passing = data;
  QuothAdded *added = &passing->added;

  if (added->result == QUOTH_ADD_ADDED)
    {
      quoth_added_clear (added);
      if (!quoth_store_add_incoming (store, passing->incoming, passing->intake->near_choice,
                                     passing->file,
                                     added, error))
        return FALSE;
    }
  if (added->result != QUOTH_ADD_DELETED || !passing->intake->restore)
    return TRUE;

  added->result = QUOTH_ADD_ADDED;
  return quoth_store_restore_article (store, added->id, error);
}

static QuothOutcome
choose_outcome (QuothAddResult result)
{
  switch (result)
    {
    case QUOTH_ADD_ADDED:
      return QUOTH_OUTCOME_ADDED;
    case QUOTH_ADD_JOINED:
      return QUOTH_OUTCOME_JOINED;
    case QUOTH_ADD_SAME:
      return QUOTH_OUTCOME_SAME;
    case QUOTH_ADD_NEAR:
    case QUOTH_ADD_HELD:
      return QUOTH_OUTCOME_NEAR_SAME;
    case QUOTH_ADD_DELETED:
      return QUOTH_OUTCOME_DELETED_BEFORE;
    default:
      g_assert_not_reached ();
    }
}

/* Now, unless the article itself says when somebody read it. */
static void
set_accessed (QuothArticle *article)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *date = NULL;

  if (quoth_article_get_fact (article, QUOTH_FACT_ACCESSED) != NULL)
    return;
  now = g_date_time_new_now_utc ();
  date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  quoth_article_set_fact (article, QUOTH_FACT_ACCESSED, date);
}

static gboolean
needs_writing (const Passing *passing)
{
  return passing->added.result != QUOTH_ADD_SAME
         && (passing->added.result != QUOTH_ADD_DELETED || passing->intake->restore);
}

/* Some of the articles that were extracted together, stored in one transaction */
typedef struct
{
  Passing **passing;
  guint     n;
} Stretch;

static gboolean
any_has_text (const Stretch *stretch)
{
  for (guint i = 0; i < stretch->n; i++)
    if (!quoth_article_lacks_text (stretch->passing[i]->incoming->article))
      return TRUE;

  return FALSE;
}

/* On the writer's thread. What a cancel leaves over is not in the stretch any more. */
static gboolean
store_stretch (QuothStore  *store,
               gpointer     data,
               GError     **error)
{
  Stretch *stretch = data;

  if (any_has_text (stretch) &&
      !quoth_store_learn_texts (store, stretch->passing[0]->intake->cancellable, error))
    return FALSE;
  for (guint i = 0; i < stretch->n; i++)
    {
      Passing *passing = stretch->passing[i];

      if (g_cancellable_is_cancelled (passing->intake->cancellable))
        stretch->n = i;
      else if (needs_writing (passing) && !store_article (store, passing, error))
        return FALSE;
    }

  return TRUE;
}

/* On the writer's thread */
static gboolean
store_batch (QuothStore  *store,
             gpointer     data,
             GError     **error)
{
  return quoth_store_batch (store, store_stretch, data, error);
}

static gboolean
pass_stretch (QuothIntake  *intake,
              Stretch      *stretch,
              GError      **error)
{
  gboolean writes = FALSE;

  for (guint i = 0; i < stretch->n; i++)
    {
      set_accessed (stretch->passing[i]->incoming->article);
      writes = writes || needs_writing (stretch->passing[i]);
    }
  /* What is there already needs no writing. */
  if (writes && !quoth_library_write (intake->library, store_batch, stretch, error))
    return FALSE;
  for (guint i = 0; i < stretch->n; i++)
    stretch->passing[i]->passed = TRUE;

  return TRUE;
}

/**
 * quoth_intake_store:
 * @batch: (element-type QuothExtracted): what came of some inputs
 *
 * Stores the articles. What quoth_intake_report() says of one is so even if the program ends right
 * then.
 *
 * Returns: %FALSE when cancelled or when the library can't be written; what was stored before is
 *   reported
 */
gboolean
quoth_intake_store (QuothIntake  *intake,
                    GPtrArray    *batch,
                    GError      **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < batch->len; i++)
    {
      QuothExtracted *extracted = g_ptr_array_index (batch, i);

      if (extracted->articles != NULL)
        g_ptr_array_extend (all, extracted->prepared, NULL, NULL);
    }
  for (guint start = 0; start < all->len; start += MAX_STRETCH)
    {
      Stretch stretch = { (Passing **) all->pdata + start, MIN (all->len - start, MAX_STRETCH) };

      if (!pass_stretch (intake, &stretch, error)
          || g_cancellable_set_error_if_cancelled (intake->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static QuothImportEntry *
make_entry (QuothExtracted *extracted,
            guint           index)
{
  QuothArticle *article = g_ptr_array_index (extracted->articles, index);
  Passing *passing = g_ptr_array_index (extracted->prepared, index);
  QuothAdded *added = &passing->added;
  QuothImportEntry *entry = quoth_import_entry_new (choose_outcome (added->result),
                                                    extracted->input->name);

  entry->title = g_strdup (quoth_article_get_fact (article, QUOTH_FACT_TITLE));
  entry->article_id = g_strdup (added->id != NULL ? added->id : added->near_id);
  entry->near_id = added->result == QUOTH_ADD_ADDED ? g_strdup (added->near_id) : NULL;
  entry->near_title = g_strdup (added->near_title);
  entry->held = added->result == QUOTH_ADD_HELD;
  entry->lacks_text = added->result == QUOTH_ADD_ADDED && quoth_article_lacks_text (article);

  return entry;
}

/**
 * quoth_intake_report:
 * @report: (element-type QuothImportEntry): takes what became of each article
 */
void
quoth_intake_report (QuothExtracted *extracted,
                     GPtrArray      *report)
{
  for (guint i = 0; extracted->articles != NULL && i < extracted->articles->len; i++)
    if (((Passing *) g_ptr_array_index (extracted->prepared, i))->passed)
      g_ptr_array_add (report, make_entry (extracted, i));
}
