#include "quoth-entity-key.h"

/* Lower case, without diacritics, with one space between words and one shape of apostrophe */
static char *
fold_name (const char *name)
{
  g_autofree char *lower = g_utf8_casefold (name, -1);
  g_autofree char *parted = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = parted; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_ismark (character))
        continue;

      if (g_unichar_isspace (character))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else if (character == 0x2018 || character == 0x2019 || character == 0x02BC)
        {
          g_string_append_c (folded, '\'');
        }
      else
        {
          g_string_append_unichar (folded, character);
        }
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

static void
drop_article (char *folded)
{
  if (g_str_has_prefix (folded, "the "))
    memmove (folded, folded + strlen ("the "), strlen (folded + strlen ("the ")) + 1);
}

static gboolean
has_two_words (const char *folded)
{
  return strchr (folded, ' ') != NULL;
}

/* Whether @acronym has the first letters of @name's words, small words left out or not: "bma" */
static gboolean
is_acronym_of (const char *acronym,
               const char *name)
{
  static const char * const small[] = { "of", "for", "and", "the", "in", "on", "&", NULL };
  g_auto(GStrv) words = g_strsplit (name, " ", -1);
  g_autoptr(GString) initials = g_string_new (NULL);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar initial = g_utf8_get_char (words[i]);

      g_string_append_unichar (all, initial);
      if (!g_strv_contains (small, words[i]))
        g_string_append_unichar (initials, initial);
    }

  return g_utf8_strlen (acronym, -1) >= 2 &&
         (g_str_equal (acronym, initials->str) || g_str_equal (acronym, all->str));
}

/* An organisation that an article calls by its acronym first and in full elsewhere goes by the full
 * name. */
static char *
find_full_name (QuothEntity *entity,
                const char  *folded)
{
  GPtrArray *aliases = quoth_entity_get_aliases (entity);

  if (has_two_words (folded))
    return NULL;

  for (guint i = 0; i < aliases->len; i++)
    {
      g_autofree char *alias = fold_name (g_ptr_array_index (aliases, i));

      drop_article (alias);
      if (has_two_words (alias) && is_acronym_of (folded, alias))
        return g_steal_pointer (&alias);
    }

  return NULL;
}

/**
 * quoth_entity_key_dup:
 *
 * What two articles' entities must have in common, beside their kind, to be the same one: the full
 * name, case, diacritics and honorific aside. A person's has two words at least; the unnamed are
 * nobody but themselves.
 *
 * Returns: (transfer full) (nullable): NULL when it joins with nothing
 */
char *
quoth_entity_key_dup (QuothEntity *entity)
{
  g_autofree char *folded = NULL;
  char *full;

  if (!quoth_entity_get_named (entity))
    return NULL;

  folded = fold_name (quoth_entity_get_name (entity));
  if (quoth_entity_get_kind (entity) == QUOTH_ENTITY_PERSON)
    return has_two_words (folded) ? g_steal_pointer (&folded) : NULL;

  drop_article (folded);
  full = find_full_name (entity, folded);
  if (full != NULL)
    return full;

  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

/**
 * quoth_entity_key_dup_sort:
 *
 * Returns: (transfer full): what a list is sorted by: persons by their last name
 */
char *
quoth_entity_key_dup_sort (QuothEntity *entity)
{
  g_autofree char *folded = fold_name (quoth_entity_get_name (entity));
  const char *last;

  if (quoth_entity_get_kind (entity) != QUOTH_ENTITY_PERSON || !quoth_entity_get_named (entity))
    {
      drop_article (folded);
      return g_steal_pointer (&folded);
    }

  last = strrchr (folded, ' ');
  if (last == NULL)
    return g_steal_pointer (&folded);

  return g_strdup_printf ("%s %.*s", last + 1, (int) (last - folded), folded);
}
