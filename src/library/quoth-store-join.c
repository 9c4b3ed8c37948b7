/* References and their texts, which come in at different times. They belong together when their addresses are equal, or
 * their titles and dates, and nothing else they say of themselves differs. */
#include "config.h"

#include "quoth-store-join.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-article-load.h"
#include "quoth-held-private.h"
#include "quoth-source-file.h"
#include "quoth-store-private.h"

/* One address may be a whole database's: then only so many are looked at. */
#define MAX_CANDIDATES "20"

/* An article has a text when a block of it isn't furniture (kind 7). */
#define CANDIDATES(condition)                                                                     \
  "SELECT id, uuid, title, published, publication FROM article"                                   \
  " WHERE deleted IS NULL AND (" condition ")"                                                    \
  " AND EXISTS (SELECT 1 FROM block WHERE article_id = article.id AND kind <> 7) = ?"             \
  " ORDER BY id LIMIT " MAX_CANDIDATES

#define SAME_ADDRESS CANDIDATES ("url = ?1 OR url = ?2 OR canonicalUrl = ?1 OR canonicalUrl = ?2")
#define SAME_TITLE CANDIDATES ("title = ? COLLATE NOCASE")

G_STATIC_ASSERT (QUOTH_BLOCK_FURNITURE == 7);

typedef struct
{
  gint64  row;
  char   *id;
} Counterpart;

/* Letters and digits alone, in small letters */
static char *
dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

/* Whether two texts may name the same: equal, one a part of the other, or one of them missing */
static gboolean
may_agree (const char *a,
           const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (a == NULL || b == NULL)
    return TRUE;
  folded_a = dup_folded (a);
  folded_b = dup_folded (b);
  return strstr (folded_a, folded_b) != NULL || strstr (folded_b, folded_a) != NULL;
}

/* Equal as far as both are precise; a missing one is no agreement. */
static gboolean
dates_agree (const char *a,
             const char *b)
{
  gsize n;

  if (a == NULL || b == NULL)
    return FALSE;
  n = MIN (10, MIN (strlen (a), strlen (b)));
  return n >= 4 && strncmp (a, b, n) == 0;
}

/* Takes the first candidate whose other facts don't speak against it. */
static gboolean
choose (QuothStatement  *statement,
        QuothArticle    *article,
        gboolean         needs_date,
        Counterpart     *counterpart,
        GError         **error)
{
  g_autoptr(QuothStatement) owned = statement;
  g_autoptr(GError) local = NULL;

  if (owned == NULL)
    return FALSE;
  while (counterpart->id == NULL && quoth_statement_step (owned, &local))
    {
      const char *published = quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED);
      const char *other = quoth_statement_string (owned, 3);

      if (!may_agree (quoth_article_get_fact (article, QUOTH_FACT_TITLE),
                      quoth_statement_string (owned, 2))
          || !may_agree (quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION),
                         quoth_statement_string (owned, 4))
          || (!dates_agree (published, other) &&
              (needs_date || (published != NULL && other != NULL))))
        continue;
      counterpart->row = sqlite3_column_int64 (owned, 0);
      counterpart->id = g_strdup (quoth_statement_string (owned, 1));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Finds the article that is the other half of @article: with a text for one without, and the other
 * way round. */
static gboolean
find_counterpart (QuothDatabase  *database,
                  QuothArticle   *article,
                  gboolean        with_text,
                  Counterpart    *counterpart,
                  GError        **error)
{
  const char *url = quoth_article_get_fact (article, QUOTH_FACT_URL);
  const char *canonical = quoth_article_get_fact (article, QUOTH_FACT_CANONICAL_URL);
  const char *title = quoth_article_get_fact (article, QUOTH_FACT_TITLE);

  if ((url != NULL || canonical != NULL)
      && !choose (quoth_database_query (database, error, SAME_ADDRESS, "ssi", url, canonical,
                                        with_text), article,
                  FALSE, counterpart, error))
    return FALSE;
  if (counterpart->id != NULL || title == NULL ||
      quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED) == NULL)
    return TRUE;
  return choose (quoth_database_query (database, error, SAME_TITLE, "si", title, with_text),
                 article, TRUE,
                 counterpart, error);
}

static void
move_all (GPtrArray *from,
          GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (g_ptr_array_index (from, i)));
}

/* The reference with the text: what the reference says of itself goes before what was read off the
 * text. */
static QuothArticle *
merge (QuothArticle *reference,
       QuothArticle *text)
{
  QuothArticle *merged = quoth_article_new (quoth_article_get_id (reference));
  GPtrArray *authors = quoth_article_get_authors (reference);
  GArray *blocks = quoth_article_get_blocks (text);

  if (authors->len == 0)
    authors = quoth_article_get_authors (text);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (merged, author->given, author->family, author->literal);
    }
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      const char *value = quoth_article_get_fact (reference, (QuothFact) i);

      quoth_article_set_fact (merged, (QuothFact) i,
                              value != NULL ? value : quoth_article_get_fact (text, (QuothFact) i));
    }
  quoth_article_set_text (merged, quoth_article_get_text (text));
  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      quoth_article_add_block (merged, block->kind, block->span.start, block->span.end,
                               block->page);
    }
  move_all (quoth_article_get_quotes (text), quoth_article_get_quotes (merged));
  move_all (quoth_article_get_entities (text), quoth_article_get_entities (merged));
  return merged;
}

/* Gives the reference in @row the text of @incoming. */
static gboolean
give_text (QuothStore     *self,
           QuothArticle   *reference,
           gint64          row,
           QuothIncoming  *incoming,
           GError        **error)
{
  QuothDatabase *database = quoth_store_get_database (self);
  g_autoptr(QuothArticle) merged = merge (reference, incoming->article);
  QuothSource *source = quoth_article_get_source (incoming->article);
  QuothArticleType type;

  type = quoth_article_get_article_type (reference);
  if (type == QUOTH_ARTICLE_OTHER)
    type = quoth_article_get_article_type (incoming->article);
  return quoth_source_file_add (database, source, incoming->packed, error)
         && quoth_database_run (database, error,
                                "UPDATE article SET type = ?, source_name = ?, source_media_type = ?,"
                                " source_sha256 = ?, source_part = ? WHERE id = ?", "issssl", type, source->name,
                                source->media_type, source->sha256, source->part, row)
         && quoth_store_replace_analysis (self, merged, error);
}

/**
 * quoth_store_join:
 * @added: (inout): SAME with the article's id where @incoming is a reference whose text is there, JOINED where it was
 *   the text of a reference that had none; else as it is
 */
gboolean
quoth_store_join (QuothStore     *self,
                  QuothIncoming  *incoming,
                  QuothAdded     *added,
                  GError        **error)
{
  gboolean lacks_text = quoth_article_lacks_text (incoming->article);
  g_autoptr(QuothArticle) reference = NULL;
  Counterpart counterpart = { 0 };

  if (!find_counterpart (quoth_store_get_database (self), incoming->article, lacks_text,
                         &counterpart, error))
    return FALSE;
  if (counterpart.id == NULL)
    return TRUE;

  added->id = counterpart.id;
  added->result = lacks_text ? QUOTH_ADD_SAME : QUOTH_ADD_JOINED;
  if (lacks_text)
    return TRUE;
  reference = quoth_article_load (quoth_store_get_database (self), counterpart.row, error);
  return reference != NULL && give_text (self, reference, counterpart.row, incoming, error);
}

typedef struct
{
  QuothStore     *store;
  const char     *id;
  QuothIncoming  *incoming;
} Attachment;

/* The text that is attached isn't that of another article. */
static gboolean
is_new (QuothDatabase  *database,
        const char     *text_hash,
        GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT title FROM article WHERE text_hash = ? AND deleted IS NULL LIMIT 1",
                                    "s", text_hash);
  if (statement == NULL)
    return FALSE;
  if (quoth_statement_step (statement, &local))
    {
      const char *title = quoth_statement_string (statement, 0);

      /* Translators: %s is the title of an article */
      g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_FAILED,
                   _("The text is in the library already, as that of “%s”"),
                   title != NULL ? title : _("another article"));
      return FALSE;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
attach (QuothDatabase  *database,
        gpointer        data,
        GError        **error)
{
  const Attachment *attachment = data;
  QuothIncoming *incoming = attachment->incoming;
  g_autoptr(QuothArticle) reference = NULL;
  gint64 row;

  if (!quoth_store_find_article (database, attachment->id, &row, error))
    return FALSE;
  reference = quoth_article_load (database, row, error);
  if (reference == NULL)
    return FALSE;
  if (!quoth_article_lacks_text (reference))
    {
      g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_FAILED,
                           _("The article has a text already"));
      return FALSE;
    }

  return is_new (database, incoming->text_hash, error)
         && give_text (attachment->store, reference, row, incoming, error)
         && quoth_held_forget (database, incoming->text_hash, error);
}

/**
 * quoth_store_attach_text:
 * @article_id: of a reference whose text isn't there yet
 * @incoming: its text, analysed
 *
 * Gives a reference the text that a person chose, in one transaction. What the reference says of
 * itself stays, and what a person corrected of it; what neither says is taken from the text's own
 * facts.
 */
gboolean
quoth_store_attach_text (QuothStore     *self,
                         const char     *article_id,
                         QuothIncoming  *incoming,
                         GError        **error)
{
  Attachment attachment = { self, article_id, incoming };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);
  g_return_val_if_fail (incoming != NULL, FALSE);

  return quoth_database_transact (quoth_store_get_database (self), attach, &attachment, error);
}
