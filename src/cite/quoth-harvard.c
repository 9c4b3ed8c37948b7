#include "config.h"

#include "quoth-harvard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-html.h"
#include "quoth-speaker-phrase.h"

/* From this many authors on only the first is named. */
#define MANY_AUTHORS 4

typedef enum
{
  STYLE_PLAIN,
  STYLE_ITALIC,
  STYLE_LINK,
} Style;

/* The reference as it grows: the same calls make plain text and HTML. */
typedef struct
{
  GString  *text;
  gboolean  html;
  gboolean  in_part; /* between the parts after the year: a comma comes first */
  char      last;    /* last byte that a reader sees */
} Writer;

static void
append (Writer     *writer,
        Style       style,
        const char *words)
{
  g_autofree char *escaped = NULL;

  if (*words == '\0')
    return;
  writer->last = words[strlen (words) - 1];
  if (!writer->html)
    {
      g_string_append (writer->text, words);
      return;
    }

  escaped = quoth_html_escape (words);
  switch (style)
    {
    case STYLE_PLAIN:
      g_string_append (writer->text, escaped);
      break;
    case STYLE_ITALIC:
      g_string_append_printf (writer->text, "<i>%s</i>", escaped);
      break;
    case STYLE_LINK:
      g_string_append_printf (writer->text, "<a href=\"%s\">%s</a>", escaped, escaped);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_part (Writer     *writer,
             Style       style,
             const char *words)
{
  if (words == NULL)
    return;
  append (writer, STYLE_PLAIN, writer->in_part ? ", " : " ");
  append (writer, style, words);
  writer->in_part = TRUE;
}

static void
end_sentence (Writer *writer)
{
  if (writer->last != '.')
    append (writer, STYLE_PLAIN, ".");
}

/* "Ann-Marie J." becomes "A.-M.J." */
static char *
dup_initials (const char *given)
{
  GString *initials = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && at_start)
        {
          g_string_append_unichar (initials, g_unichar_toupper (c));
          g_string_append_c (initials, '.');
        }
      if (c == '-' && initials->len > 0)
        g_string_append_c (initials, '-');
      at_start = c == '-' || c == '.' || g_unichar_isspace (c);
    }

  return g_string_free (initials, FALSE);
}

static char *
dup_author (const QuothAuthor *author)
{
  g_autofree char *initials = NULL;

  if (author->literal != NULL)
    return g_strdup (author->literal);
  if (author->given != NULL)
    initials = dup_initials (author->given);
  if (initials == NULL || *initials == '\0')
    return g_strdup (author->family);
  return g_strdup_printf ("%s, %s", author->family, initials);
}

static void
append_authors (Writer    *writer,
                GPtrArray *authors)
{
  guint n_named = authors->len < MANY_AUTHORS ? authors->len : 1;

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *name = dup_author (g_ptr_array_index (authors, i));

      if (i > 0)
        append (writer, STYLE_PLAIN, i + 1 < n_named ? ", " : C_("citation", " and "));
      append (writer, STYLE_PLAIN, name);
    }
  if (n_named < authors->len)
    {
      append (writer, STYLE_PLAIN, " ");
      /* Translators: stands for the other authors in a citation; usually left as it is */
      append (writer, STYLE_ITALIC, C_("citation", "et al."));
    }
}

static void
append_year (Writer                   *writer,
             const QuothCitationFacts *facts)
{
  g_autofree char *year = NULL;

  append (writer, STYLE_PLAIN, " (");
  if (facts->has_date)
    {
      year = g_strdup_printf ("%d", facts->date.year);
      append (writer, STYLE_PLAIN, year);
    }
  else if (facts->date_printed != NULL)
    append (writer, STYLE_PLAIN, facts->date_printed);
  else
    /* Translators: in place of the year in a citation */
    append (writer, STYLE_PLAIN, C_("citation", "no date"));
  append (writer, STYLE_PLAIN, ")");
}

static char *
dup_quoted_title (const QuothCitationFacts *facts)
{
  if (facts->title == NULL)
    /* Translators: in place of an article's title in a citation */
    return g_strdup (C_("citation", "[no title]"));

  /* Translators: an article's title in a citation; the marks are part of the Harvard style */
  return g_strdup_printf (C_("citation", "‘%s’"), facts->title);
}

static char *
dup_pages (const QuothCitationFacts *facts)
{
  if (facts->page == NULL)
    return NULL;
  if (strpbrk (facts->page, "-,") != NULL || strstr (facts->page, "–") != NULL)
    /* Translators: several pages in a citation */
    return g_strdup_printf (C_("citation", "pp. %s"), facts->page);
  /* Translators: one page in a citation */
  return g_strdup_printf (C_("citation", "p. %s"), facts->page);
}

static char *
dup_paragraph (const QuothCitationFacts *facts)
{
  if (facts->paragraph == 0)
    return NULL;
  /* Translators: the number of a paragraph in a citation */
  return g_strdup_printf (C_("citation", "para. %u"), facts->paragraph);
}

static void
append_address (Writer                   *writer,
                const QuothCitationFacts *facts)
{
  g_autofree char *day = NULL;
  g_autofree char *accessed = NULL;

  if (facts->url == NULL)
    return;

  append (writer, STYLE_PLAIN, " ");
  /* Translators: before an address in a citation */
  append (writer, STYLE_PLAIN, C_("citation", "Available at:"));
  append (writer, STYLE_PLAIN, " ");
  append (writer, STYLE_LINK, facts->url);
  if (facts->has_accessed)
    {
      day = quoth_partial_date_dup_words (&facts->accessed);
      /* Translators: the day on which an address was read: "(Accessed: 21 March 2014)" */
      accessed = g_strdup_printf (C_("citation", "(Accessed: %s)"), day);
      append (writer, STYLE_PLAIN, " ");
      append (writer, STYLE_PLAIN, accessed);
      append (writer, STYLE_PLAIN, ".");
    }
}

/* What comes first: authors or agency, else the newspaper, else the title. */
static void
append_reference (Writer                   *writer,
                  const QuothCitationFacts *facts)
{
  g_autofree char *title = dup_quoted_title (facts);
  g_autofree char *pages = dup_pages (facts);
  g_autofree char *paragraph = dup_paragraph (facts);
  g_autofree char *day = facts->has_date ? quoth_partial_date_dup_day_words (&facts->date) : NULL;
  const QuothAuthor *author = facts->authors->len > 0 ? g_ptr_array_index (facts->authors, 0) : NULL;
  const char *publication = facts->publication;

  if (author != NULL)
    {
      append_authors (writer, facts->authors);
      if (g_strcmp0 (author->literal, publication) == 0)
        publication = NULL;
    }
  else if (publication != NULL)
    append (writer, STYLE_ITALIC, g_steal_pointer (&publication));
  else
    append (writer, STYLE_PLAIN, title);

  append_year (writer, facts);
  if (author != NULL || facts->publication != NULL)
    append_part (writer, STYLE_PLAIN, title);
  else
    writer->in_part = TRUE;
  append_part (writer, STYLE_ITALIC, publication);
  append_part (writer, STYLE_PLAIN, day);
  append_part (writer, STYLE_PLAIN, pages);
  append_part (writer, STYLE_PLAIN, paragraph);
  end_sentence (writer);
  append_address (writer, facts);
}

/* Harvard tells words that were quoted from those that were reported. */
static void
append_speaker (Writer     *writer,
                const char *speaker,
                QuothQuote *quote)
{
  append (writer, STYLE_PLAIN, speaker);
  switch (quoth_quote_get_kind (quote))
    {
    case QUOTH_QUOTE_DIRECT:
    case QUOTH_QUOTE_MIXED:
      /* Translators: stands in a citation between the name of the speaker and the article */
      append (writer, STYLE_PLAIN, C_("citation", ", quoted in "));
      break;
    case QUOTH_QUOTE_INDIRECT:
      /* Translators: as "quoted in", for a statement that the article reports in its own words */
      append (writer, STYLE_PLAIN, C_("citation", ", cited in "));
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * quoth_harvard_format:
 * @article: what is cited
 * @quote: (nullable): the quotation in it that is cited
 * @html: escaped, with the publication in italics and the address as a link
 *
 * Returns: (transfer full): the reference on one line
 */
char *
quoth_harvard_format (QuothArticle *article,
                      QuothQuote   *quote,
                      gboolean      html)
{
  g_autoptr (QuothCitationFacts) facts = quoth_citation_facts_new (article, quote);
  static const QuothSpeakerForm form = {
    QUOTH_NAME_ADDRESSED, TRUE, " and ", FALSE, ", quoted by ", ", cited by ",
  };
  g_autofree char *speaker = quote != NULL ? quoth_speaker_phrase_dup (article, quote, &form) : NULL;
  Writer writer = { g_string_new (NULL), html, FALSE, '\0' };

  if (speaker != NULL)
    append_speaker (&writer, speaker, quote);
  append_reference (&writer, facts);

  return g_string_free (writer.text, FALSE);
}
