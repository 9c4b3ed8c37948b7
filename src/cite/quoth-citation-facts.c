#include "config.h"

#include "quoth-citation-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* On one line, without space around it; %NULL for nothing. */
static char *
dup_line (const char *text)
{
  g_autoptr (GString) line = NULL;
  gboolean space = FALSE;

  if (text == NULL)
    return NULL;

  line = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == 0x2028 || c == 0x2029)
        {
          space = TRUE;
          continue;
        }
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static char *
dup_fact (QuothArticle *article,
          QuothFact     fact)
{
  return dup_line (quoth_article_get_fact (article, fact));
}

static void
add_author (GPtrArray  *authors,
            const char *given,
            const char *family,
            const char *literal)
{
  g_autofree char *given_line = dup_line (given);
  g_autofree char *family_line = dup_line (family);
  g_autofree char *literal_line = dup_line (literal);

  if (literal_line == NULL && family_line == NULL)
    literal_line = g_steal_pointer (&given_line);
  if (literal_line != NULL || family_line != NULL)
    g_ptr_array_add (authors, quoth_author_new (given_line, family_line, literal_line));
}

static GPtrArray *
collect_authors (QuothArticle *article)
{
  GPtrArray *known = quoth_article_get_authors (article);
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);

  for (guint i = 0; i < known->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (known, i);

      add_author (authors, author->given, author->family, author->literal);
    }
  if (authors->len == 0)
    add_author (authors, NULL, NULL, quoth_article_get_fact (article, QUOTH_FACT_AUTHOR));
  if (authors->len == 0)
    add_author (authors, NULL, NULL, quoth_article_get_fact (article, QUOTH_FACT_AGENCY));

  return g_steal_pointer (&authors);
}

/* Only what a reader of the citation can open: no file of the person's own. */
static char *
dup_web_address (QuothArticle *article)
{
  static const QuothFact facts[] = { QUOTH_FACT_CANONICAL_URL, QUOTH_FACT_URL };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *url = dup_fact (article, facts[i]);
      const char *scheme = url != NULL ? g_uri_peek_scheme (url) : NULL;

      if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
        return g_steal_pointer (&url);
    }

  return NULL;
}

/* The role in which @speaker spoke: the one stated with the organisation spoken for, else the first
 * that still holds, else the first. */
static const QuothRole *
choose_role (QuothEntity *speaker,
             QuothEntity *organisation)
{
  GPtrArray *roles = quoth_entity_get_roles (speaker);
  const QuothRole *chosen = NULL;

  for (guint i = 0; i < roles->len; i++)
    {
      const QuothRole *role = g_ptr_array_index (roles, i);

      if (organisation != NULL && role->organisation == organisation &&
          role->status != QUOTH_ROLE_FORMER)
        return role;
      if (chosen == NULL ||
          (chosen->status == QUOTH_ROLE_FORMER && role->status != QUOTH_ROLE_FORMER))
        chosen = role;
    }

  return chosen;
}

static gboolean
contains_folded (const char *text,
                 const char *part)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded_text, folded_part) != NULL;
}

/* "former" and its like before the title, unless the title says so itself. */
static char *
dup_title (const QuothRole *role)
{
  const char *format = NULL;

  switch (role->status)
    {
    case QUOTH_ROLE_CURRENT:
      return g_strdup (role->title);
    case QUOTH_ROLE_FORMER:
      if (contains_folded (role->title, "former"))
        return g_strdup (role->title);
      /* Translators: somebody's earlier role in a citation: "former chair" */
      format = C_("citation", "former %s");
      break;
    case QUOTH_ROLE_ACTING:
      if (contains_folded (role->title, "acting") || contains_folded (role->title, "interim"))
        return g_strdup (role->title);
      /* Translators: a role held for the time being, in a citation: "acting chair" */
      format = C_("citation", "acting %s");
      break;
    case QUOTH_ROLE_INCOMING:
      if (contains_folded (role->title, "incoming"))
        return g_strdup (role->title);
      /* Translators: a role soon to be taken up, in a citation: "incoming chair" */
      format = C_("citation", "incoming %s");
      break;
    default:
      g_assert_not_reached ();
    }

  return g_strdup_printf (format, role->title);
}

/* "medical director, Example Trust", or %NULL when the article says neither. What the name says already, as that
 * of an unnamed "spokesman for the trust", isn't said again. */
static char *
dup_description (QuothEntity *speaker,
                 QuothEntity *organisation)
{
  const QuothRole *role = choose_role (speaker, organisation);
  const char *speaker_name = quoth_entity_get_name (speaker);
  const char *name = NULL;
  g_autofree char *title = NULL;

  if (role != NULL && role->organisation != NULL)
    organisation = role->organisation;
  if (organisation != NULL && organisation != speaker)
    name = quoth_entity_get_name (organisation);
  if (name != NULL && contains_folded (speaker_name, name))
    name = NULL;
  if (role != NULL && role->title != NULL && *role->title != '\0' &&
      !contains_folded (speaker_name, role->title))
    title = dup_title (role);

  if (title == NULL)
    return g_strdup (name);
  if (name == NULL || contains_folded (title, name))
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s, %s", title, name);
}

static char *
dup_speaker (QuothEntity *speaker,
             QuothEntity *organisation)
{
  g_autofree char *full_name = quoth_entity_dup_full_name (speaker);
  g_autofree char *name = dup_line (full_name);
  g_autofree char *description = NULL;
  g_autofree char *line = NULL;

  if (quoth_entity_get_kind (speaker) == QUOTH_ENTITY_PERSON)
    description = dup_description (speaker, organisation);
  line = dup_line (description);
  return line != NULL ? g_strdup_printf ("%s (%s)", name, line) : g_steal_pointer (&name);
}

/* All speakers of a joint statement; %NULL when nobody is known. */
static char *
dup_speakers (QuothQuote *quote)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  g_autoptr (GString) names = NULL;

  if (speakers->len == 0)
    return NULL;

  names = g_string_new (NULL);
  for (guint i = 0; i < speakers->len; i++)
    {
      g_autofree char *name = dup_speaker (g_ptr_array_index (speakers, i),
                                           quoth_quote_get_on_behalf_of (quote));

      if (i > 0)
        /* Translators: before the last of several names in a citation */
        g_string_append (names, i + 1 < speakers->len ? ", " : C_("citation", " and "));
      g_string_append (names, name);
    }

  return g_strdup (names->str);
}

static guint
find_paragraph (QuothArticle *article,
                QuothQuote   *quote)
{
  GArray *contents = quoth_quote_get_contents (quote);
  const QuothBlock *block = NULL;

  if (contents->len > 0)
    block = quoth_article_find_block (article, g_array_index (contents, QuothSpan, 0).start);
  return block != NULL ? block->number : 0;
}

/**
 * quoth_citation_facts_new:
 * @article: what is cited
 * @quote: (nullable): the quotation in it that is cited
 *
 * Returns: (transfer full): the facts; free with quoth_citation_facts_free()
 */
QuothCitationFacts *
quoth_citation_facts_new (QuothArticle *article,
                          QuothQuote   *quote)
{
  QuothCitationFacts *self;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (quote == NULL || QUOTH_IS_QUOTE (quote), NULL);

  self = g_new0 (QuothCitationFacts, 1);
  self->authors = collect_authors (article);
  self->title = dup_fact (article, QUOTH_FACT_TITLE);
  self->publication = dup_fact (article, QUOTH_FACT_PUBLICATION);
  if (self->publication == NULL)
    self->publication = dup_fact (article, QUOTH_FACT_PUBLISHER);
  self->has_date =
    quoth_partial_date_parse (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED), &self->date) ||
    quoth_partial_date_parse (quoth_article_get_fact (article, QUOTH_FACT_UPDATED), &self->date);
  if (!self->has_date)
    self->date_printed = dup_fact (article, QUOTH_FACT_PUBLISHED_PRINTED);
  self->url = dup_web_address (article);
  self->page = dup_fact (article, QUOTH_FACT_PAGE);
  self->has_accessed =
    quoth_partial_date_parse (quoth_article_get_fact (article, QUOTH_FACT_ACCESSED), &self->accessed);
  if (quote != NULL)
    {
      self->paragraph = find_paragraph (article, quote);
      self->speaker = dup_speakers (quote);
    }

  return self;
}

void
quoth_citation_facts_free (QuothCitationFacts *self)
{
  g_ptr_array_unref (self->authors);
  g_free (self->title);
  g_free (self->publication);
  g_free (self->date_printed);
  g_free (self->url);
  g_free (self->page);
  g_free (self->speaker);
  g_free (self);
}
