#pragma once

#include "quoth-quote.h"

G_BEGIN_DECLS

#define QUOTH_TYPE_ARTICLE (quoth_article_get_type ())
G_DECLARE_FINAL_TYPE (QuothArticle, quoth_article, QUOTH, ARTICLE, GObject)

typedef enum
{
  QUOTH_ARTICLE_OTHER,
  QUOTH_ARTICLE_NEWSPAPER,
  QUOTH_ARTICLE_MAGAZINE,
  QUOTH_ARTICLE_WEB_PAGE,
  QUOTH_ARTICLE_BLOG,
  QUOTH_ARTICLE_RELEASE,
  QUOTH_ARTICLE_REPORT,
  QUOTH_ARTICLE_HEARING,
  QUOTH_ARTICLE_JOURNAL,
} QuothArticleType;

/**
 * QuothFact:
 *
 * The bibliographic facts that are one string each. Dates are ISO 8601, as long as they are precise
 * ("2014", "2014-03", "2014-03-21", "2014-03-21T09:30:00Z"), beside the words printed.
 */
typedef enum
{
  QUOTH_FACT_LANGUAGE,           /* "language": BCP 47 */
  QUOTH_FACT_TITLE,              /* "title" */
  QUOTH_FACT_SUBTITLE,           /* "subtitle" */
  QUOTH_FACT_SECTION,            /* "section" */
  QUOTH_FACT_EDITION,            /* "edition": "Late" */
  QUOTH_FACT_VOLUME,             /* "volume" */
  QUOTH_FACT_ISSUE,              /* "issue" */
  QUOTH_FACT_PAGE,               /* "page" */
  QUOTH_FACT_PUBLICATION,        /* "publication" */
  QUOTH_FACT_PUBLISHER,          /* "publisher" */
  QUOTH_FACT_AGENCY,             /* "agency" */
  QUOTH_FACT_AUTHOR,             /* "author": as printed */
  QUOTH_FACT_PUBLISHED,          /* "published" */
  QUOTH_FACT_PUBLISHED_PRINTED,  /* "publishedPrinted" */
  QUOTH_FACT_UPDATED,            /* "updated" */
  QUOTH_FACT_UPDATED_PRINTED,    /* "updatedPrinted" */
  QUOTH_FACT_URL,                /* "url" */
  QUOTH_FACT_CANONICAL_URL,      /* "canonicalUrl" */
  QUOTH_FACT_DOI,                /* "doi": "10.…/…" */
  QUOTH_FACT_ACCESSED,           /* "accessed" */
  QUOTH_N_FACTS,
} QuothFact;

/**
 * QuothAuthor:
 *
 * Either @family with an optional @given, or @literal for an agency, an outlet or a one-part name.
 */
typedef struct
{
  char *given;
  char *family;
  char *literal;
} QuothAuthor;

QuothAuthor *quoth_author_new  (const char  *given,
                                const char  *family,
                                const char  *literal);
void         quoth_author_free (QuothAuthor *self);

/**
 * QuothSource:
 *
 * Where the article was read from: the file's name or address, its media type, the SHA-256 of its
 * bytes and, where one file holds several articles, which part. The library keeps the bytes.
 */
typedef struct
{
  char   *name;
  char   *media_type;
  char   *sha256;
  char   *part;
  GBytes *bytes; /* only between reading and storing */
  char  **links; /* of a reference: files that may hold its text; only between reading and storing */
} QuothSource;

const char       *quoth_article_type_to_string   (QuothArticleType   type);
gboolean          quoth_article_type_from_string (const char        *string,
                                                  QuothArticleType  *type);
const char       *quoth_fact_get_key             (QuothFact          fact);
gboolean          quoth_fact_from_key            (const char        *key,
                                                  QuothFact         *fact);

QuothArticle     *quoth_article_new              (const char        *id);    /* NULL makes a UUID */
const char       *quoth_article_get_id           (QuothArticle      *self);
const char       *quoth_article_get_text         (QuothArticle      *self);
gsize             quoth_article_get_length       (QuothArticle      *self);
void              quoth_article_set_text         (QuothArticle      *self,
                                                  const char        *text);  /* valid UTF-8; drops blocks and quotes */
char             *quoth_article_dup_text_hash    (QuothArticle      *self);  /* SHA-256 of the body's words */
gboolean          quoth_article_lacks_text       (QuothArticle      *self);  /* a reference alone: "no text yet" */
char             *quoth_article_dup_span         (QuothArticle      *self,
                                                  QuothSpan          span);
QuothArticleType  quoth_article_get_article_type (QuothArticle      *self);
void              quoth_article_set_article_type (QuothArticle      *self,
                                                  QuothArticleType   type);
const char       *quoth_article_get_fact         (QuothArticle      *self,
                                                  QuothFact          fact);
void              quoth_article_set_fact         (QuothArticle      *self,
                                                  QuothFact          fact,
                                                  const char        *value);
GPtrArray        *quoth_article_get_authors      (QuothArticle      *self);  /* of QuothAuthor */
void              quoth_article_add_author       (QuothArticle      *self,
                                                  const char        *given,
                                                  const char        *family,
                                                  const char        *literal);
QuothSource      *quoth_article_get_source       (QuothArticle      *self);  /* never NULL; fields may be */
GArray           *quoth_article_get_blocks       (QuothArticle      *self);  /* of QuothBlock, sorted */
void              quoth_article_add_block        (QuothArticle      *self,
                                                  QuothBlockKind     kind,
                                                  guint32            start,
                                                  guint32            end,
                                                  guint32            page);
const QuothBlock *quoth_article_find_block       (QuothArticle      *self,
                                                  guint32            offset);
GPtrArray        *quoth_article_get_quotes       (QuothArticle      *self);  /* of QuothQuote, in text order */
GPtrArray        *quoth_article_get_entities     (QuothArticle      *self);  /* of QuothEntity */
QuothQuote       *quoth_article_find_quote       (QuothArticle      *self,
                                                  const char        *id);

/* Finds the blocks where the reader gave none: what analysing does first. */
void              quoth_article_classify         (QuothArticle      *self,
                                                  const QuothModel  *model);
/* Classifies the blocks where the reader gave none, analyses the text and replaces quotes and
 * entities. */
gboolean          quoth_article_analyse          (QuothArticle      *self,
                                                  const QuothModel  *model,
                                                  GCancellable      *cancellable,
                                                  GError           **error);

G_END_DECLS
