#include "quoth-pdf-metadata.h"

#include <string.h>

#include <libxml/parser.h>

#include "quoth-reference.h"

/* What a PDF document says of itself: its information dictionary, and XMP, whose Dublin Core and
 * PRISM publishers fill in. Programs write the name of the file that they made it from for a title,
 * which is none. */

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
  { "url", QUOTH_FACT_URL },
};

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
read_element (QuothDocument *document,
              xmlNode       *node)
{
  const char *name = (const char *) node->name;
  const char *space = node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href
                                                                 : "";
  gboolean is_prism = strstr (space, "prism") != NULL;
  g_autofree char *content = NULL;

  if (!is_prism && strstr (space, "purl.org/dc/") == NULL)
    return;
  content = dup_content (node);
  if (content == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (name, facts[i].element))
      set_fact (document->article, facts[i].fact, content);
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
        read_element (document, node);
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
