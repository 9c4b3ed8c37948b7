#pragma once

#include "quoth-article.h"
#include "quoth-partial-date.h"

G_BEGIN_DECLS

/**
 * QuothCitationFacts:
 * @authors: (element-type QuothAuthor): those named, or else the agency as the only one; may be
 *   empty
 * @title: (nullable): on one line, as printed
 * @publication: (nullable): the publication, or else its publisher
 * @has_date: whether @date is known
 * @date_printed: (nullable): words that stand for a date that isn't known exactly
 * @url: (nullable): an address on the web that readers can open
 * @page: (nullable): the printed page or pages
 * @volume: (nullable): of a journal or magazine
 * @issue: (nullable): of that volume
 * @doi: (nullable): what stands for the article wherever it is kept
 * @url_is_doi: whether @url only leads to @doi, and says nothing beside it
 * @has_accessed: whether @accessed is known
 * @paragraph: number of the paragraph that holds the quotation, or 0
 *
 * What every citation format says, gathered from an article and one of its quotations.
 */
typedef struct
{
  GPtrArray *authors;
  char      *title;
  char      *publication;
  gboolean   has_date;
  QuothPartialDate  date;
  char      *date_printed;
  char      *url;
  char      *page;
  char      *volume;
  char      *issue;
  char      *doi;
  gboolean   url_is_doi;
  gboolean   has_accessed;
  QuothPartialDate  accessed;
  guint      paragraph;
} QuothCitationFacts;

QuothCitationFacts *quoth_citation_facts_new  (QuothArticle       *article,
                                               QuothQuote         *quote);  /* (nullable) */
void                quoth_citation_facts_free (QuothCitationFacts *self);

char               *quoth_article_dup_web_address (QuothArticle   *article);
char               *quoth_citation_dup_line   (const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCitationFacts, quoth_citation_facts_free)

G_END_DECLS
