#include "cited-article.h"

#include <string.h>

#define TEXT "The port has stood for a century.\nThe tide “never waits”, she said, and the port would close.\n"

static QuothQuote *
add_quote (QuothArticle   *article,
           const char     *id,
           QuothQuoteKind  kind,
           const char     *words)
{
  QuothQuote *quote = quoth_quote_new (id, kind, QUOTH_QUOTE_STATEMENT);
  QuothSpan span;

  span.start = strstr (TEXT, words) - TEXT;
  span.end = span.start + strlen (words);
  g_array_append_val (quoth_quote_get_contents (quote), span);
  g_ptr_array_add (quoth_article_get_quotes (article), quote);
  return quote;
}

QuothArticle *
cited_article_new (const CitedArticle *description,
                   QuothQuoteKind      kind)
{
  return cited_article_new_with_id ("a1", description, kind);
}

QuothArticle *
cited_article_new_with_id (const char         *id,
                           const CitedArticle *description,
                           QuothQuoteKind      kind)
{
  QuothArticle *article = quoth_article_new (id);
  guint32 second = strchr (TEXT, '\n') + 1 - TEXT;

  quoth_article_set_text (article, TEXT);
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 0, second - 1, 0);
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, second, strlen (TEXT) - 1, 0);
  quoth_article_set_article_type (article, description->type);
  for (guint i = 0; i < G_N_ELEMENTS (description->authors); i++)
    if (description->authors[i].family != NULL || description->authors[i].literal != NULL)
      quoth_article_add_author (article, description->authors[i].given,
                                description->authors[i].family,
                                description->authors[i].literal);
  for (guint i = 0; description->facts[i].value != NULL; i++)
    quoth_article_set_fact (article, description->facts[i].fact, description->facts[i].value);
  add_quote (article, "q1", kind,
             kind == QUOTH_QUOTE_DIRECT ? "“never waits”" : "the port would close");

  return article;
}

QuothQuote *
cited_article_get_quote (QuothArticle *article)
{
  return g_ptr_array_index (quoth_article_get_quotes (article), 0);
}

static QuothEntity *
take_entity (QuothArticle    *article,
             QuothEntityKind  kind,
             const char      *name)
{
  GPtrArray *entities = quoth_article_get_entities (article);
  QuothEntity *entity = NULL;

  for (guint i = 0; i < entities->len; i++)
    if (g_str_equal (quoth_entity_get_name (g_ptr_array_index (entities, i)), name))
      return g_ptr_array_index (entities, i);

  entity = quoth_entity_new (name, kind, name);
  quoth_entity_set_named (entity, TRUE);
  g_ptr_array_add (entities, entity);
  return entity;
}

QuothEntity *
cited_article_add_person (QuothArticle *article,
                          QuothQuote   *quote,
                          const char   *name,
                          const char   *title,
                          const char   *organisation)
{
  QuothEntity *person = take_entity (article, QUOTH_ENTITY_PERSON, name);

  if (title != NULL)
    quoth_entity_add_role (person, title,
                           organisation != NULL
                           ? take_entity (article, QUOTH_ENTITY_ORGANISATION, organisation) : NULL,
                           QUOTH_ROLE_CURRENT, (QuothSpan) { 0, 0 });
  g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (person));
  return person;
}

QuothEntity *
cited_article_add_organisation (QuothArticle *article,
                                QuothQuote   *quote,
                                const char   *name)
{
  QuothEntity *organisation = take_entity (article, QUOTH_ENTITY_ORGANISATION, name);

  g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (organisation));
  return organisation;
}

QuothQuote *
cited_article_add_inner (QuothArticle   *article,
                         QuothQuoteKind  kind)
{
  QuothQuote *inner = add_quote (article, "q2", kind, "waits");

  quoth_quote_set_parent (inner, "q1");
  return inner;
}
