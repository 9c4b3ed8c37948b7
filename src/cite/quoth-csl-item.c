#include "config.h"

#include "quoth-csl-item.h"

#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-json-writer.h"
#include "quoth-quote-note.h"

/* U+2060 behind "<" keeps "<i>" from being read as a tag; nobody sees it. */
#define GUARD "\u2060"

/* What CSL calls each type of article; @genre is printed by styles that name it, as APA's
 * "[Press release]". */
static const struct
{
  QuothArticleType  type;
  const char       *csl;
  const char       *genre;
} types[] = {
  { QUOTH_ARTICLE_NEWSPAPER, "article-newspaper", NULL },
  { QUOTH_ARTICLE_MAGAZINE, "article-magazine", NULL },
  { QUOTH_ARTICLE_WEB_PAGE, "webpage", NULL },
  { QUOTH_ARTICLE_BLOG, "post-weblog", NULL },
  { QUOTH_ARTICLE_RELEASE, "webpage", "Press release" },
  { QUOTH_ARTICLE_REPORT, "report", NULL },
  { QUOTH_ARTICLE_HEARING, "hearing", NULL },
  { QUOTH_ARTICLE_JOURNAL, "article-journal", NULL },
};

static const char *
choose_type (QuothArticle              *article,
             const QuothCitationFacts  *facts,
             const char               **genre)
{
  QuothArticleType type = quoth_article_get_article_type (article);

  *genre = NULL;
  /* A release that was printed and not put on the web is a paper of its own. */
  if (type == QUOTH_ARTICLE_RELEASE && facts->url == NULL)
    {
      *genre = "Press release";
      return "report";
    }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      {
        *genre = types[i].genre;
        return types[i].csl;
      }

  if (facts->publication != NULL)
    return "article-newspaper";
  return facts->url != NULL ? "webpage" : "document";
}

static gboolean
is_periodical (const char *type)
{
  return g_str_has_prefix (type, "article-");
}

/* An item as it is made. Other programs read some tags in it as formatting; Quoth's own
 * processor takes text as it stands. */
typedef struct
{
  JsonObject *item;
  gboolean    guarded;
} Writer;

static char *
dup_guarded (const char *text)
{
  static const char *const tags[] = { "i>", "b>", "sup>", "sub>", "sc>", "span" };
  GString *guarded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *tag = p[1] == '/' ? p + 2 : p + 1;

      g_string_append_c (guarded, *p);
      for (guint i = 0; *p == '<' && i < G_N_ELEMENTS (tags); i++)
        if (g_ascii_strncasecmp (tag, tags[i], strlen (tags[i])) == 0)
          {
            g_string_append (guarded, GUARD);
            break;
          }
    }

  return g_string_free (guarded, FALSE);
}

static void
set_member (const Writer *writer,
            JsonObject   *object,
            const char   *member,
            const char   *text)
{
  g_autofree char *guarded = NULL;

  if (text == NULL)
    return;
  if (writer->guarded)
    guarded = dup_guarded (text);
  json_object_set_string_member (object, member, guarded != NULL ? guarded : text);
}

static void
set_text (const Writer *writer,
          const char   *member,
          const char   *text)
{
  set_member (writer, writer->item, member, text);
}

static void
set_fact (const Writer *writer,
          const char   *member,
          QuothArticle *article,
          QuothFact     fact)
{
  g_autofree char *line = quoth_citation_dup_line (quoth_article_get_fact (article, fact));

  set_text (writer, member, line);
}

/* A newspaper that stands as its own author has none: styles then begin as they do for unsigned
 * articles. */
static gboolean
is_masthead (const QuothAuthor        *author,
             const QuothCitationFacts *facts)
{
  return author->literal != NULL && facts->publication != NULL &&
         g_ascii_strcasecmp (author->literal, facts->publication) == 0;
}

static void
set_authors (const Writer             *writer,
             const QuothCitationFacts *facts,
             gboolean                  periodical)
{
  JsonArray *authors = json_array_new ();

  for (guint i = 0; i < facts->authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (facts->authors, i);
      JsonObject *name = NULL;

      if (periodical && is_masthead (author, facts))
        continue;
      name = json_object_new ();
      if (author->literal != NULL)
        set_member (writer, name, "literal", author->literal);
      else
        {
          set_member (writer, name, "family", author->family);
          set_member (writer, name, "given", author->given);
        }
      json_array_add_object_element (authors, name);
    }

  if (json_array_get_length (authors) > 0)
    json_object_set_array_member (writer->item, "author", authors);
  else
    json_array_unref (authors);
}

/* As precise as it is known: year, month and day, or the first of them. */
static void
set_date (JsonObject             *item,
          const char             *member,
          const QuothPartialDate *date)
{
  JsonObject *object = json_object_new ();
  JsonArray *dates = json_array_new ();
  JsonArray *parts = json_array_new ();

  json_array_add_int_element (parts, date->year);
  if (date->month != 0)
    json_array_add_int_element (parts, date->month);
  if (date->day != 0)
    json_array_add_int_element (parts, date->day);
  json_array_add_array_element (dates, parts);
  json_object_set_array_member (object, "date-parts", dates);
  json_object_set_object_member (item, member, object);
}

static void
set_printed_date (const Writer *writer,
                  const char   *printed)
{
  JsonObject *object = json_object_new ();

  set_member (writer, object, "literal", printed);
  json_object_set_object_member (writer->item, "issued", object);
}

/* Where it was printed. A page whose site is also its author names the site once, as author (APA
 * 10.16). */
static void
set_container (const Writer             *writer,
               const QuothCitationFacts *facts,
               QuothArticle             *article,
               gboolean                  periodical)
{
  const QuothAuthor *author = facts->authors->len == 1 ? g_ptr_array_index (facts->authors, 0)
                                                       : NULL;
  g_autofree char *publisher =
    quoth_citation_dup_line (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHER));

  if (periodical || author == NULL || !is_masthead (author, facts))
    set_text (writer, "container-title", facts->publication);
  if (publisher != NULL && g_strcmp0 (publisher, facts->publication) != 0 &&
      (author == NULL || g_strcmp0 (author->literal, publisher) != 0))
    set_text (writer, "publisher", publisher);
}

/* The day it was published, or else the words printed; the day it was read goes with an address. */
static void
set_dates (const Writer             *writer,
           const QuothCitationFacts *facts)
{
  if (facts->has_date)
    set_date (writer->item, "issued", &facts->date);
  else if (facts->date_printed != NULL)
    set_printed_date (writer, facts->date_printed);
  if (facts->url == NULL || facts->url_is_doi)
    return;
  json_object_set_string_member (writer->item, "URL", facts->url);
  if (facts->has_accessed)
    set_date (writer->item, "accessed", &facts->accessed);
}

/**
 * quoth_csl_item_new:
 * @article: what is cited
 * @guarded: for other programs: a word joiner, which nobody sees, keeps what was printed as `<i>`
 *   from being read as formatting
 *
 * Returns: (transfer full): the article as an item of CSL-JSON, with what is known of it and
 *   nothing else
 */
JsonObject *
quoth_csl_item_new (QuothArticle *article,
                    gboolean      guarded)
{
  g_autoptr (QuothCitationFacts) facts = NULL;
  const char *genre = NULL;
  const char *type = NULL;
  Writer item = { NULL, guarded };
  const Writer *writer = &item;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  facts = quoth_citation_facts_new (article, NULL);
  type = choose_type (article, facts, &genre);
  item.item = json_object_new ();
  json_object_set_string_member (item.item, "id", quoth_article_get_id (article));
  json_object_set_string_member (item.item, "type", type);
  set_text (writer, "genre", genre);
  set_text (writer, "title", facts->title);
  set_authors (writer, facts, is_periodical (type));
  set_container (writer, facts, article, is_periodical (type));
  set_fact (writer, "section", article, QUOTH_FACT_SECTION);
  set_fact (writer, "edition", article, QUOTH_FACT_EDITION);
  set_text (writer, "volume", facts->volume);
  set_text (writer, "issue", facts->issue);
  set_text (writer, "page", facts->page);
  set_text (writer, "DOI", facts->doi);
  set_dates (writer, facts);
  set_fact (writer, "language", article, QUOTH_FACT_LANGUAGE);

  return item.item;
}

/* Not of The Times: without it, nobody would know which. */
static void
drop_the (JsonObject *item)
{
  const char *type = json_object_get_string_member (item, "type");
  const char *title = json_object_get_string_member_with_default (item, "container-title", "");
  g_autofree char *bare = NULL;

  if (!g_str_equal (type, "article-newspaper") || !g_str_has_prefix (title, "The ") ||
      g_str_equal (title, "The Times"))
    return;
  bare = g_strdup (title + strlen ("The "));
  json_object_set_string_member (item, "container-title", bare);
}

/**
 * quoth_csl_item_dup_json:
 * @article: what is cited
 * @drops_the: leave out the "The" of a newspaper's name
 *
 * Returns: (transfer full): an item for Quoth's own processor, on one line
 */
char *
quoth_csl_item_dup_json (QuothArticle *article,
                         gboolean      drops_the)
{
  JsonObject *item = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  item = quoth_csl_item_new (article, FALSE);
  if (drops_the)
    drop_the (item);
  node = json_node_init_object (json_node_alloc (), item);
  json_object_unref (item);

  return quoth_json_write (node, FALSE);
}

/**
 * quoth_csl_item_dup_export:
 * @article: what is cited
 * @quotes: (nullable) (element-type QuothQuote): quotations in it that go into the annotation, each
 *   with its kind
 *
 * Returns: (transfer full): an item for other programs, indented
 */
char *
quoth_csl_item_dup_export (QuothArticle *article,
                           GPtrArray    *quotes)
{
  JsonObject *item = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GString) annotation = g_string_new (NULL);

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  item = quoth_csl_item_new (article, TRUE);
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      g_autofree char *note = quoth_quote_note_dup (article, g_ptr_array_index (quotes, i));
      g_autofree char *guarded = dup_guarded (note);

      g_string_append_printf (annotation, "%s%s", i > 0 ? "\n" : "", guarded);
    }
  if (annotation->len > 0)
    json_object_set_string_member (item, "annote", annotation->str);
  node = json_node_init_object (json_node_alloc (), item);
  json_object_unref (item);

  return quoth_json_write (node, TRUE);
}
