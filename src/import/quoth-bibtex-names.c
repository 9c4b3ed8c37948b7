#include "quoth-bibtex-names.h"

#include <string.h>

#include "quoth-latex.h"

/* BibTeX's lists of names: "Osgood, Ada and van der Berg, Jan and {Tide Watch}", and BibLaTeX's
 * "family=Osgood, given=Ada". What stands in braces is one word. */

/* Finds @separator outside of braces, or NULL. */
static const char *
find_outside (const char *text,
              const char *separator)
{
  gsize length = strlen (separator);
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '{')
        depth++;
      else if (*p == '}' && depth > 0)
        depth--;
      else if (depth == 0 && g_ascii_strncasecmp (p, separator, length) == 0)
        return p;
    }
  return NULL;
}

/* Parts a text at @separator, outside of braces; the pieces are stripped. */
static GPtrArray *
split_outside (const char *text,
               const char *separator)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  const char *end;

  while ((end = find_outside (text, separator)) != NULL)
    {
      g_ptr_array_add (pieces, g_strstrip (g_strndup (text, end - text)));
      text = end + strlen (separator);
    }
  g_ptr_array_add (pieces, g_strstrip (g_strdup (text)));
  return pieces;
}

/* Whether braces stand around the whole of it */
static gboolean
is_braced (const char *name)
{
  gsize length = strlen (name);
  guint depth = 0;

  if (length < 2 || name[0] != '{' || name[1] == '\\')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      depth += name[i] == '{';
      depth -= name[i] == '}' && depth > 0;
      if (depth == 0)
        return i == length - 1;
    }
  return FALSE;
}

/* "family=Osgood, given=Ada, prefix=van": FALSE where it isn't of that form */
static gboolean
add_keyed_name (QuothReference *reference,
                GPtrArray      *parts)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *equals = strchr (part, '=');

      if (equals == NULL)
        return FALSE;
      if (g_str_has_prefix (part, "given=") && given == NULL)
        given = quoth_latex_dup_text (equals + 1);
      else if (g_str_has_prefix (part, "family=") && family == NULL)
        family = quoth_latex_dup_text (equals + 1);
      else if (g_str_has_prefix (part, "prefix=") && prefix == NULL)
        prefix = quoth_latex_dup_text (equals + 1);
    }
  if (family == NULL)
    return FALSE;
  whole = prefix != NULL ? g_strconcat (prefix, " ", family, NULL) : g_strdup (family);
  quoth_reference_add_name (reference, given, whole, NULL);
  return TRUE;
}

/* "Ada van der Berg": the family name begins at the first word in small letters, or is the last
 * word. */
static void
add_natural_name (QuothReference *reference,
                  const char     *name)
{
  g_autoptr(GPtrArray) words = split_outside (name, " ");
  g_autoptr(GString) given = g_string_new (NULL);
  g_autoptr(GString) family = g_string_new (NULL);
  guint begin = words->len - 1;

  for (guint i = 1; i + 1 < words->len && begin == words->len - 1; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (g_unichar_islower (g_utf8_get_char (word)))
        begin = i;
    }
  for (guint i = 0; i < words->len; i++)
    {
      GString *part = i < begin ? given : family;
      g_autofree char *word = quoth_latex_dup_text (g_ptr_array_index (words, i));

      if (*word != '\0')
        g_string_append_printf (part, "%s%s", part->len > 0 ? " " : "", word);
    }
  if (given->len == 0)
    quoth_reference_add_name (reference, NULL, NULL, family->str);
  else
    quoth_reference_add_name (reference, given->str, family->str, NULL);
}

static void
add_name (QuothReference *reference,
          const char     *name)
{
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (*name == '\0' || g_ascii_strcasecmp (name, "others") == 0)
    return;
  if (is_braced (name))
    {
      g_autofree char *literal = quoth_latex_dup_text (name);

      quoth_reference_add_name (reference, NULL, NULL, literal);
      return;
    }
  parts = split_outside (name, ",");
  if (strchr (name, '=') != NULL && add_keyed_name (reference, parts))
    return;
  if (parts->len < 2)
    {
      add_natural_name (reference, name);
      return;
    }
  family = quoth_latex_dup_text (g_ptr_array_index (parts, 0));
  given = quoth_latex_dup_text (g_ptr_array_index (parts, parts->len - 1));
  if (parts->len > 2 && *(char *) g_ptr_array_index (parts, 1) != '\0')
    {
      g_autofree char *suffix = quoth_latex_dup_text (g_ptr_array_index (parts, 1));
      char *whole = g_strconcat (family, " ", suffix, NULL);

      g_free (family);
      family = whole;
    }
  quoth_reference_add_name (reference, given, family, NULL);
}

/**
 * quoth_bibtex_add_names:
 * @names: names joined by "and", LaTeX as it stands
 */
void
quoth_bibtex_add_names (QuothReference *reference,
                        const char     *names)
{
  g_autofree char *line = g_strdelimit (g_strdup (names), "\t\r\n", ' ');
  g_autoptr(GPtrArray) list = split_outside (line, " and ");

  for (guint i = 0; i < list->len; i++)
    add_name (reference, g_ptr_array_index (list, i));
}
