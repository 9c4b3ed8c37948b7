#include "quoth-pdf-metadata.h"

#include <string.h>

#include <libxml/parser.h>

#include "quoth-byline.h"
#include "quoth-doi.h"
#include "quoth-reference.h"

/* What a PDF document says of itself: its information dictionary, and XMP, whose Dublin Core and
 * PRISM publishers fill in, and reference managers their BibTeX fields, as elements or as
 * "bibtex/journal/…" among the relations. Programs write the name of the file that they made it
 * from for a title, which is none. */

#define MAX_XMP (1024 * 1024)

static const struct
{
  const char *element;
  QuothFact   fact;
} facts[] = {
  { "publicationName", QUOTH_FACT_PUBLICATION },
  { "publisher", QUOTH_FACT_PUBLISHER },
  { "section", QUOTH_FACT_SECTION },
  { "pageRange", QUOTH_FACT_PAGE },
  { "volume", QUOTH_FACT_VOLUME },
  { "number", QUOTH_FACT_ISSUE },
  { "url", QUOTH_FACT_URL },
};

/* BibTeX's names for them */
static const struct
{
  const char *field;
  QuothFact   fact;
} bibtex_facts[] = {
  { "journal", QUOTH_FACT_PUBLICATION }, { "journaltitle", QUOTH_FACT_PUBLICATION },
  { "publisher", QUOTH_FACT_PUBLISHER }, { "edition", QUOTH_FACT_EDITION },
  { "volume", QUOTH_FACT_VOLUME },       { "number", QUOTH_FACT_ISSUE },
  { "pages", QUOTH_FACT_PAGE },          { "url", QUOTH_FACT_URL },
};

typedef struct
{
  QuothDocument *document;
  GPtrArray     *creators;      /* of char * */
  gboolean       is_published;  /* says where it was printed, so that its creators are the authors */
} Xmp;

static gboolean
is_title (const char *title)
{
  return title != NULL && g_utf8_validate (title, -1, NULL)
         && g_regex_match_simple ("\\p{L}{2}", title, 0, 0)
         && !g_regex_match_simple ("^(?:microsoft (?:word|powerpoint|excel)\\b|untitled|document ?\\d*$|layout \\d|"
                                   "slide 1|print|scan)|\\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|tex|dvi|ps|eps|pub|txt|"
                                   "html?|exe|wpd|xlsx?|pptx?|cdr|ai|fm|p65|tmp)\\s*$|^[^\\s]*[_\\\\/][^\\s]*$",
                                   title, G_REGEX_CASELESS, 0);
}

/* The text of an element, be it in "rdf:Alt" and "rdf:li" */
static char *
dup_content (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = content != NULL ? g_strstrip (g_strdup ((const char *) content)) : NULL;

  xmlFree (content);
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
set_fact (QuothArticle *article,
          QuothFact     fact,
          const char   *value)
{
  if (value != NULL && strlen (value) < 1000 && quoth_article_get_fact (article, fact) == NULL)
    quoth_article_set_fact (article, fact, value);
}

static void
set_published (QuothArticle *article,
               const char   *printed)
{
  g_autofree char *iso = quoth_reference_parse_date (printed);

  if (iso == NULL || quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED) != NULL)
    return;
  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED, iso);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED_PRINTED, printed);
}

static void
set_doi (Xmp        *xmp,
         const char *value)
{
  g_autofree char *doi = quoth_doi_find (value);

  if (doi == NULL)
    return;
  set_fact (xmp->document->article, QUOTH_FACT_DOI, doi);
  xmp->is_published = TRUE;
}

static void
read_bibtex (Xmp        *xmp,
             const char *field,
             const char *value)
{
  if (g_str_equal (field, "doi"))
    {
      set_doi (xmp, value);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bibtex_facts); i++)
    if (g_str_equal (field, bibtex_facts[i].field))
      {
        set_fact (xmp->document->article, bibtex_facts[i].fact, value);
        xmp->is_published |= bibtex_facts[i].fact == QUOTH_FACT_PUBLICATION;
      }
  if (g_str_equal (field, "year") || g_str_equal (field, "date"))
    set_published (xmp->document->article, value);
  if (g_str_equal (field, "title") && xmp->document->title == NULL && is_title (value))
    xmp->document->title = g_strdup (value);
}

/* "bibtex/journal/Annals of the Quay" */
static void
read_relation (Xmp        *xmp,
               const char *relation)
{
  g_auto(GStrv) parts = g_strsplit (relation, "/", 3);

  if (g_strv_length (parts) == 3 && g_str_equal (parts[0], "bibtex"))
    read_bibtex (xmp, parts[1], parts[2]);
}

/* What the items of an element's list say, or the element where it has none */
static void
read_items (Xmp       *xmp,
            xmlNode   *node,
            void     (*read) (Xmp        *xmp,
                              const char *item))
{
  xmlNode *list = node->children;
  g_autofree char *content = NULL;

  while (list != NULL && list->type != XML_ELEMENT_NODE)
    list = list->next;
  if (list == NULL)
    {
      content = dup_content (node);
      if (content != NULL)
        read (xmp, content);
      return;
    }
  for (xmlNode *item = list->children; item != NULL; item = item->next)
    {
      g_autofree char *text = item->type == XML_ELEMENT_NODE ? dup_content (item) : NULL;

      if (text != NULL)
        read (xmp, text);
    }
}

static void
add_creator (Xmp        *xmp,
             const char *name)
{
  if (strlen (name) < 200 && xmp->creators->len < 100)
    g_ptr_array_add (xmp->creators, g_strdup (name));
}

/* "Okafor, Ada" or "Ada Okafor" */
static void
add_author (QuothArticle *article,
            const char   *name)
{
  g_auto(GStrv) parts = g_strsplit (name, ", ", -1);
  g_autofree char *agency = NULL;
  g_autoptr(GPtrArray) authors = NULL;

  if (g_strv_length (parts) == 2)
    {
      quoth_article_add_author (article, parts[1], parts[0], NULL);
      return;
    }
  authors = quoth_byline_parse (name, &agency);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (article, author->given, author->family, author->literal);
    }
}

static void
set_type (QuothArticle *article)
{
  if (quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION) != NULL
      && (quoth_article_get_fact (article, QUOTH_FACT_DOI) != NULL
          || quoth_article_get_fact (article, QUOTH_FACT_VOLUME) != NULL))
    quoth_article_set_article_type (article, QUOTH_ARTICLE_JOURNAL);
}

/* Who created the file of something published are its authors; else it may be who typed it. */
static void
take_creators (Xmp *xmp)
{
  QuothDocument *document = xmp->document;
  g_autoptr(GString) printed = g_string_new (NULL);

  if (!xmp->is_published)
    {
      if (document->author == NULL && xmp->creators->len == 1)
        document->author = g_strdup (g_ptr_array_index (xmp->creators, 0));
      return;
    }
  for (guint i = 0; i < xmp->creators->len; i++)
    add_author (document->article, g_ptr_array_index (xmp->creators, i));
  for (guint i = 0; i < quoth_article_get_authors (document->article)->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (quoth_article_get_authors (document->article),
                                                     i);

      g_string_append_printf (printed, "%s%s%s%s", i > 0 ? ", " : "",
                              author->given != NULL ? author->given : "",
                              author->given != NULL ? " " : "",
                              author->family != NULL ? author->family : author->literal);
    }
  if (printed->len > 0)
    quoth_article_set_fact (document->article, QUOTH_FACT_AUTHOR, printed->str);
}

static void
read_element (Xmp     *xmp,
              xmlNode *node)
{
  QuothDocument *document = xmp->document;
  const char *name = (const char *) node->name;
  const char *space = node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href
                                                                 : "";
  gboolean is_prism = strstr (space, "prism") != NULL;
  gboolean is_bibtex = strstr (space, "bibteXMP") != NULL;
  g_autofree char *content = NULL;

  if (!is_prism && !is_bibtex && strstr (space, "purl.org/dc/") == NULL)
    return;
  if (g_str_equal (name, is_bibtex ? "author" : "creator"))
    read_items (xmp, node, add_creator);
  else if (g_str_equal (name, "relation"))
    read_items (xmp, node, read_relation);
  content = dup_content (node);
  if (content == NULL)
    return;
  if (is_bibtex)
    {
      read_bibtex (xmp, name, content);
      return;
    }
  if (g_str_equal (name, "doi") || (!is_prism && g_str_equal (name, "identifier")))
    set_doi (xmp, content);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (name, facts[i].element))
      {
        set_fact (document->article, facts[i].fact, content);
        xmp->is_published |= facts[i].fact == QUOTH_FACT_PUBLICATION;
      }
  if (g_str_equal (name, "date") || g_str_equal (name, "publicationDate")
      || g_str_equal (name, "coverDate"))
    set_published (document->article, content);
  else if (!is_prism && g_str_equal (name, "title") && document->title == NULL
           && is_title (content))
    document->title = g_steal_pointer (&content);
  else if (g_str_equal (name, "language") && strlen (content) <= 20)
    set_fact (document->article, QUOTH_FACT_LANGUAGE, content);
}

/* Goes over the elements without calling itself: the file is anybody's. */
static void
read_xmp (QuothDocument *document,
          const char    *xmp)
{
  g_autoptr(GPtrArray) creators = g_ptr_array_new_with_free_func (g_free);
  Xmp reading = { .document = document, .creators = creators };
  xmlDoc *doc;
  xmlNode *node;

  if (xmp == NULL || strlen (xmp) > MAX_XMP)
    return;
  doc = xmlReadMemory (xmp, strlen (xmp), NULL, NULL,
                       XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR
                         | XML_PARSE_NOWARNING);
  node = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_element (&reading, node);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
      if (node != NULL)
        node = node->next;
    }
  xmlFreeDoc (doc);
  take_creators (&reading);
  set_type (document->article);
}

/**
 * quoth_pdf_metadata_read:
 *
 * Gives to @document what the file says of itself: title, author and the day it was made among the
 * properties, what is stated of its publication among the facts.
 */
void
quoth_pdf_metadata_read (PopplerDocument *pdf,
                         QuothDocument   *document)
{
  g_autofree char *title = poppler_document_get_title (pdf);
  g_autofree char *author = poppler_document_get_author (pdf);
  g_autofree char *xmp = poppler_document_get_metadata (pdf);
  /* the call that gives a date and time warns of dates that are none */
  time_t seconds = poppler_document_get_creation_date (pdf);
  g_autoptr(GDateTime) created = seconds > 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  if (is_title (title))
    document->title = g_strstrip (g_steal_pointer (&title));
  if (author != NULL && g_utf8_validate (author, -1, NULL) && document->author == NULL)
    document->author = g_strstrip (g_steal_pointer (&author));
  if (created != NULL)
    document->created = g_date_time_format_iso8601 (created);
  read_xmp (document, xmp);
}
