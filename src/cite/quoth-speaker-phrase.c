#include "config.h"

#include "quoth-speaker-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-citation-facts.h"

/* A chain of quotations within quotations longer than this is a mistake in the data. */
#define MAX_DEPTH 8

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

/* "medical director, Example Trust", or %NULL when the article says neither. What the name says
 * already, as that of an unnamed "spokesman for the trust", isn't said again. */
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

/* "J. R." of "Joan Ruth", "A.-M." of "Ann-Marie"; without points for "JR" and "AM". */
static void
append_initials (GString    *initials,
                 const char *given,
                 gboolean    points)
{
  gboolean at_start = TRUE;

  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && g_unichar_isalpha (c))
        {
          if (points && initials->len > 0 && initials->str[initials->len - 1] == '.')
            g_string_append_c (initials, ' ');
          g_string_append_unichar (initials, g_unichar_toupper (c));
          if (points)
            g_string_append_c (initials, '.');
        }
      if (points && c == '-' && initials->len > 0)
        g_string_append_c (initials, '-');
      at_start = c == ' ' || c == '-' || c == '.';
    }
}

/* Where the family name begins in "Una Quill", "Ludo van der Berg"; 0 when the name has one
 * part. */
static gsize
find_family (const char *name)
{
  const char *family = strrchr (name, ' ');

  if (family == NULL)
    return 0;
  /* Small words before it belong to it: van, de, bin. */
  while (family > name)
    {
      const char *start = family;

      while (start > name && start[-1] != ' ')
        start--;
      if (start == name || !g_unichar_islower (g_utf8_get_char (start)))
        break;
      family = start - 1;
    }

  return family + 1 - name;
}

/* Names that stand in the Latin alphabet in the order given, family. */
static gboolean
is_invertible (QuothEntity *speaker,
               const char  *name)
{
  return quoth_entity_get_kind (speaker) == QUOTH_ENTITY_PERSON &&
         quoth_entity_get_named (speaker) &&
         g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_LATIN &&
         g_unichar_isupper (g_utf8_get_char (name)) && strchr (name, ',') == NULL &&
         find_family (name) > 0;
}

/* A title that is part of the name, and any where the name would be a lone surname but for "Mr". */
static gboolean
keeps_honorific (const char *honorific,
                 const char *name)
{
  static const char *const ranks[] = {
    "Lord", "Lady", "Baroness", "Baron", "Sir", "Dame", "King", "Queen", "Prince", "Princess", NULL,
  };

  return g_strv_contains (ranks, honorific) && strchr (name, ' ') == NULL;
}

/**
 * quoth_speaker_name_dup:
 * @speaker: a person or an organisation
 * @form: how it is written; only a named person's name in Latin letters is taken apart
 *
 * Returns: (transfer full): the name on one line
 */
char *
quoth_speaker_name_dup (QuothEntity   *speaker,
                        QuothNameForm  form)
{
  g_autofree char *name = NULL;
  g_autofree char *full = NULL;
  g_autoptr (GString) initials = NULL;
  const char *honorific = NULL;
  gsize family;

  g_return_val_if_fail (QUOTH_IS_ENTITY (speaker), NULL);

  name = quoth_citation_dup_line (quoth_entity_get_name (speaker));
  honorific = quoth_entity_get_honorific (speaker);
  if (form == QUOTH_NAME_ADDRESSED || (honorific != NULL && keeps_honorific (honorific, name)))
    {
      full = quoth_entity_dup_full_name (speaker);
      return quoth_citation_dup_line (full);
    }
  if (form == QUOTH_NAME_FULL || !is_invertible (speaker, name))
    return g_steal_pointer (&name);

  family = find_family (name);
  initials = g_string_new (NULL);
  name[family - 1] = '\0';
  append_initials (initials, name, form == QUOTH_NAME_INITIALS);
  if (form == QUOTH_NAME_INITIALS)
    return g_strdup_printf ("%s %s", initials->str, name + family);
  return g_strdup_printf ("%s %s", name + family, initials->str);
}

static char *
dup_speaker (QuothEntity            *speaker,
             QuothEntity            *organisation,
             const QuothSpeakerForm *form,
             gboolean               *described)
{
  g_autofree char *name = quoth_speaker_name_dup (speaker, form->name);
  g_autofree char *description = NULL;
  g_autofree char *line = NULL;

  if (quoth_entity_get_kind (speaker) == QUOTH_ENTITY_PERSON)
    description = dup_description (speaker, organisation);
  if (description == NULL)
    return g_steal_pointer (&name);
  line = quoth_citation_dup_line (description);
  *described = !form->brackets;
  return g_strdup_printf (form->brackets ? "%s (%s)" : "%s, %s", name, line);
}

/* What stands before speaker @i of @n: commas within a speaker's description want more than a
 * comma between two. */
static const char *
choose_separator (guint                   i,
                  guint                   n,
                  gboolean                described,
                  const QuothSpeakerForm *form)
{
  if (i + 1 < n)
    return described ? ";" : ",";
  if (*form->last == ',')
    return "";
  if (n > 2)
    return described ? ";" : form->serial ? "," : "";
  return described ? "," : "";
}

/* The word before the last speaker; in some languages it is another one before some sounds. */
static const char *
choose_last (const char             *name,
             const QuothSpeakerForm *form)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;

  if (form->else_before == NULL)
    return form->last;

  plain = g_str_to_ascii (name, "C");
  folded = g_ascii_strdown (plain, -1);

  return g_regex_match_simple (form->else_before, folded, 0, 0) ? form->last_else : form->last;
}

/* All speakers of a joint statement; %NULL when nobody is known. */
static char *
dup_speakers (QuothQuote             *quote,
              const QuothSpeakerForm *form)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) phrase = g_string_new (NULL);
  gboolean described = FALSE;

  if (speakers->len == 0)
    return NULL;

  for (guint i = 0; i < speakers->len; i++)
    g_ptr_array_add (names, dup_speaker (g_ptr_array_index (speakers, i),
                                         quoth_quote_get_on_behalf_of (quote), form, &described));
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (phrase, choose_separator (i, names->len, described, form));
      if (i > 0)
        g_string_append (phrase, i + 1 < names->len
                                   ? " " : choose_last (g_ptr_array_index (names, i), form));
      g_string_append (phrase, g_ptr_array_index (names, i));
    }

  return g_strdup (phrase->str);
}

static gboolean
has_same_speakers (QuothQuote *one,
                   QuothQuote *other)
{
  GPtrArray *speakers = quoth_quote_get_speakers (one);
  GPtrArray *others = quoth_quote_get_speakers (other);

  if (speakers->len != others->len)
    return FALSE;
  for (guint i = 0; i < speakers->len; i++)
    if (!g_ptr_array_find (others, g_ptr_array_index (speakers, i), NULL))
      return FALSE;

  return TRUE;
}

/* The quotation around @quote, as far as somebody else is known to have said it; else %NULL. */
static QuothQuote *
find_around (QuothArticle *article,
             QuothQuote   *quote)
{
  QuothQuote *around = quote;

  for (guint i = 0; i < MAX_DEPTH; i++)
    {
      const char *parent = quoth_quote_get_parent (around);

      around = parent != NULL ? quoth_article_find_quote (article, parent) : NULL;
      if (around == NULL)
        return NULL;
      if (quoth_quote_get_speakers (around)->len > 0 && !has_same_speakers (around, quote))
        return around;
    }

  return NULL;
}

QuothQuote *
quoth_speaker_phrase_get_outer (QuothArticle *article,
                                QuothQuote   *quote)
{
  QuothQuote *around = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), quote);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), NULL);

  for (guint i = 0; i < MAX_DEPTH && (around = find_around (article, quote)) != NULL; i++)
    quote = around;

  return quote;
}

/**
 * quoth_speaker_phrase_dup:
 * @article: the article
 * @quote: one of its quotations
 * @form: how the style names speakers
 *
 * Roles and organisations are those that the article states, so those of its day.
 *
 * Returns: (transfer full) (nullable): those who said it, and who in the article quoted them, if
 *   that was somebody else; %NULL when nobody is known to have said it
 */
char *
quoth_speaker_phrase_dup (QuothArticle           *article,
                          QuothQuote             *quote,
                          const QuothSpeakerForm *form)
{
  g_autoptr (GString) phrase = NULL;
  g_autofree char *speakers = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  speakers = dup_speakers (quote, form);
  if (speakers == NULL)
    return NULL;

  phrase = g_string_new (speakers);
  for (guint i = 0; i < MAX_DEPTH; i++)
    {
      QuothQuote *around = find_around (article, quote);
      g_autofree char *others = around != NULL ? dup_speakers (around, form) : NULL;

      if (others == NULL)
        break;
      g_string_append (phrase, quoth_quote_get_kind (quote) == QUOTH_QUOTE_INDIRECT ? form->cited_by
                                                                                     : form->quoted_by);
      g_string_append (phrase, others);
      quote = around;
    }

  return g_strdup (phrase->str);
}
