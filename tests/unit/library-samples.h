/* Articles by hand for tests of the library: quotes are given by their words, found in the text. */
#pragma once

#include <glib/gstdio.h>

#include "quoth-store.h"

typedef struct
{
  const char     *content;      /* pieces parted by '|' */
  const char     *source;
  const char     *speaker;      /* "Dr. Ann Example": an honorific ends with a full stop; "-" begins an unnamed one */
  const char     *role;
  const char     *organisation; /* the one spoken for */
  QuothQuoteKind  kind;
  QuothQuoteType  type;
} SampleQuote;

static inline QuothSpan
sample_find (QuothArticle *article,
             const char   *words)
{
  const char *text = quoth_article_get_text (article);
  const char *found = words != NULL ? strstr (text, words) : NULL;
  QuothSpan span = { 0, 0 };

  if (words == NULL)
    return span;

  g_assert_nonnull (found);
  span.start = (guint32) (found - text);
  span.end = (guint32) (span.start + strlen (words));

  return span;
}

static inline QuothEntity *
sample_entity (QuothArticle    *article,
               QuothEntityKind  kind,
               const char      *name)
{
  GPtrArray *entities = quoth_article_get_entities (article);
  const char *stop = strstr (name, ". ");
  g_autofree char *honorific = stop != NULL ? g_strndup (name, stop - name) : NULL;
  g_autofree char *id = g_strdup_printf ("e%u", entities->len + 1);
  gboolean named = *name != '-';
  QuothEntity *entity;

  name = stop != NULL ? stop + 2 : named ? name : name + 1;
  for (guint i = 0; i < entities->len; i++)
    {
      entity = g_ptr_array_index (entities, i);
      if (g_str_equal (quoth_entity_get_name (entity), name))
        return entity;
    }

  entity = quoth_entity_new (id, kind, name);
  quoth_entity_set_honorific (entity, honorific);
  quoth_entity_set_named (entity, named);
  if (strstr (quoth_article_get_text (article), name) != NULL)
    quoth_entity_add_mention (entity, sample_find (article, name));
  g_ptr_array_add (entities, entity);

  return entity;
}

static inline void
sample_add_quote (QuothArticle      *article,
                  const SampleQuote *sample)
{
  QuothQuote *quote = quoth_quote_new (NULL, sample->kind, sample->type);
  g_auto(GStrv) pieces = g_strsplit (sample->content, "|", -1);
  QuothEntity *organisation = NULL;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      QuothSpan span = sample_find (article, pieces[i]);

      g_array_append_val (quoth_quote_get_contents (quote), span);
    }
  if (sample->source != NULL)
    {
      QuothSpan span = sample_find (article, sample->source);

      g_array_append_val (quoth_quote_get_sources (quote), span);
    }
  if (sample->organisation != NULL)
    organisation = sample_entity (article, QUOTH_ENTITY_ORGANISATION, sample->organisation);
  if (sample->speaker != NULL)
    {
      gboolean is_body = g_strcmp0 (sample->role, "body") == 0;
      QuothEntity *speaker = sample_entity (article, is_body ? QUOTH_ENTITY_ORGANISATION
                                                             : QUOTH_ENTITY_PERSON,
                                                             sample->speaker);

      if (!is_body && sample->role != NULL && quoth_entity_get_roles (speaker)->len == 0)
        quoth_entity_add_role (speaker, sample->role, organisation, QUOTH_ROLE_CURRENT,
                               sample_find (article, NULL));
      g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (speaker));
    }
  quoth_quote_set_on_behalf_of (quote, organisation);
  quoth_quote_set_confidence (quote, 0.75);

  g_ptr_array_add (quoth_article_get_quotes (article), quote);
}

static inline QuothArticle *
sample_article (const char        *id,
                const char        *title,
                const char        *publication,
                const char        *published,
                const char        *text,
                const SampleQuote *quotes,
                guint              n_quotes)
{
  QuothArticle *article = quoth_article_new (id);

  quoth_article_set_text (article, text);
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, title);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLICATION, publication);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED, published);
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 0, (guint32) strlen (text), 0);
  for (guint i = 0; i < n_quotes; i++)
    sample_add_quote (article, &quotes[i]);

  return article;
}

static inline QuothArticle *
sample_ferry (void)
{
  static const SampleQuote quotes[] = {
    { "“The ferry sails tonight,”|“Nobody is left behind.”", "Dr Ann Example", "Dr. Ann Example",
      "harbour master", "Harbour Trust", QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT },
    { "the quay would be mended", "The trust", "Harbour Trust", "body", NULL,
      QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_STATEMENT },
    { "the fares were ‘a joke’", "a spokesman for the crews", "-a spokesman for the crews", NULL,
      NULL,
      QUOTH_QUOTE_MIXED, QUOTH_QUOTE_STATEMENT },
    { "a new boat", "crews", NULL, NULL, NULL, QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_ATTITUDE },
  };

  return sample_article ("6f1d2a50-0000-4000-8000-000000000001", "Ferry sails again", "Island Post",
                         "2014-03-21",
                         "“The ferry sails tonight,” Dr Ann Example said. “Nobody is left behind.” "
                         "The trust said the quay would be mended. But a spokesman for the crews said "
                         "the fares were ‘a joke’. The crews want a new boat.",
                         quotes, G_N_ELEMENTS (quotes));
}

static inline QuothArticle *
sample_quay (void)
{
  static const SampleQuote quotes[] = {
    { "‘We mended it ourselves.’", "Ann Éxample", "Ann Éxample", "mayor", "Island Council",
      QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT },
    { "the money was gone", "Bob Sample", "Bob Sample", "treasurer", "the Harbour Trust",
      QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_STATEMENT },
  };

  return sample_article ("6f1d2a50-0000-4000-8000-000000000002", "Quay is whole", "Mainland News",
                         "2015-01",
                         "‘We mended it ourselves.’ said Ann Éxample. Bob Sample of the Harbour Trust said "
                         "the money was gone.",
                         quotes, G_N_ELEMENTS (quotes));
}

static inline char *
sample_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quoth-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return g_build_filename (folder, "library.db", NULL);
}

static inline void
sample_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  static const char * const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static inline void
sample_add (QuothStore     *store,
            QuothArticle   *article,
            QuothAddResult  expected)
{
  g_autoptr(GError) error = NULL;
  QuothAddResult result;

  quoth_store_add_article (store, article, &result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, expected);
  quoth_store_finish_batch (store, &error);
  g_assert_no_error (error);
}
