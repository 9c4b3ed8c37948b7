#include "quoth-fact-edits.h"

QuothFactEdits *
quoth_fact_edits_new (void)
{
  return g_new0 (QuothFactEdits, 1);
}

QuothFactEdits *
quoth_fact_edits_copy (const QuothFactEdits *self)
{
  QuothFactEdits *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = quoth_fact_edits_new ();
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      if (self->touched[i])
        quoth_fact_edits_set (copy, (QuothFact) i, self->values[i]);
    }
  if (self->authors != NULL)
    quoth_fact_edits_set_authors (copy, self->authors);

  return copy;
}

void
quoth_fact_edits_free (QuothFactEdits *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    g_free (self->values[i]);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  g_free (self);
}

/**
 * quoth_fact_edits_new_reverse:
 * @article: as it is before @self is done to it
 *
 * Returns: (transfer full): what takes @self back
 */
QuothFactEdits *
quoth_fact_edits_new_reverse (const QuothFactEdits *self,
                              QuothArticle         *article)
{
  QuothFactEdits *reverse = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  reverse = quoth_fact_edits_new ();
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      if (self->touched[i])
        quoth_fact_edits_set (reverse, (QuothFact) i,
                              quoth_article_get_fact (article, (QuothFact) i));
    }
  if (self->authors != NULL)
    quoth_fact_edits_set_authors (reverse, quoth_article_get_authors (article));

  return reverse;
}

/**
 * quoth_fact_edits_set:
 * @value: (nullable): %NULL or "" where the article does not have that fact
 */
void
quoth_fact_edits_set (QuothFactEdits *self,
                      QuothFact       fact,
                      const char     *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (fact < QUOTH_N_FACTS);

  self->touched[fact] = TRUE;
  g_free (self->values[fact]);
  self->values[fact] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static gpointer
copy_author (gconstpointer author,
             gpointer      data G_GNUC_UNUSED)
{
  const QuothAuthor *original = author;

  return quoth_author_new (original->given, original->family, original->literal);
}

/**
 * quoth_fact_edits_set_authors:
 * @authors: (element-type QuothAuthor): copied; empty where nobody is named
 */
void
quoth_fact_edits_set_authors (QuothFactEdits *self,
                              GPtrArray      *authors)
{
  GPtrArray *copies = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (authors != NULL);

  copies = g_ptr_array_copy (authors, copy_author, NULL);
  g_ptr_array_set_free_func (copies, (GDestroyNotify) quoth_author_free);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  self->authors = copies;
}

gboolean
quoth_fact_edits_is_empty (const QuothFactEdits *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      if (self->touched[i])
        return FALSE;
    }

  return self->authors == NULL;
}
