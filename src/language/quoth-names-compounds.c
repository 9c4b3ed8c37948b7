#include "quoth-names-private.h"

#define MAX_BETWEEN 4

/* A word that may stand between a name and the body it identifies. */
static gboolean
may_stand_between (const QuothText *text,
                   const guint32   *classes,
                   guint            token,
                   gboolean         owned)
{
  const char *end = text->text + text->tokens[token].span.end;
  gboolean gerund = quoth_span_length (text->tokens[token].span) > 4 &&
    g_str_has_prefix (end - 3, "ing");

  if (classes[token] & QUOTH_CLASS_VERB && !(owned && gerund))
    return FALSE;

  return text->tokens[token].kind == QUOTH_TOKEN_WORD &&
         (classes[token] & (QUOTH_CLASS_FUNCTION | QUOTH_CLASS_ROLE | QUOTH_CLASS_DOCUMENT |
                            QUOTH_CLASS_POSSESSIVE)) == 0;
}

/* "’s planning team" or "area teams" after a name: the end of the body, or 0. */
static guint
find_body_end (const QuothText *text,
               const guint32   *classes,
               const QuothName *name)
{
  guint end = text->sentences[name->sentence].end;
  guint token = name->end;
  gboolean owned = token < end && classes[token] & QUOTH_CLASS_POSSESSIVE;
  guint found = 0;

  token += owned ? 1 : 0;
  for (guint n = 0; token < end && n <= (owned ? MAX_BETWEEN : 1); n++, token++)
    {
      if (classes[token] & QUOTH_CLASS_BODY && text->tokens[token].kind == QUOTH_TOKEN_WORD &&
          (classes[token] & QUOTH_CLASS_ROLE) == 0)
        found = token + 1;
      else if (found > 0 || !may_stand_between (text, classes, token, owned) ||
               (!owned && classes[token] & QUOTH_CLASS_CAPITAL))
        break;
    }

  return found;
}

/**
 * quoth_names_add_compounds:
 * @names: (element-type QuothName): sorted; gets what is found at its end
 *
 * Adds the bodies that are named by whom they belong to, and marks the names inside them.
 */
void
quoth_names_add_compounds (const QuothText *text,
                           const guint32   *classes,
                           GArray          *names)
{
  guint n_names = names->len;

  for (guint i = 0; i < n_names; i++)
    {
      QuothName compound = g_array_index (names, QuothName, i);
      guint end;

      if (compound.flags & (QUOTH_NAME_WEAK | QUOTH_NAME_INSIDE))
        continue;
      end = find_body_end (text, classes, &compound);
      if (end == 0)
        continue;
      for (guint k = i; k < n_names && g_array_index (names, QuothName, k).first < end; k++)
        {
          QuothName *inside = &g_array_index (names, QuothName, k);

          inside->flags = (inside->flags | QUOTH_NAME_INSIDE) & ~QUOTH_NAME_DETERMINED;
        }
      compound.kind = QUOTH_NAME_ORGANISATION;
      compound.flags = QUOTH_NAME_COMPOUND | (compound.flags & QUOTH_NAME_DETERMINED);
      compound.end = end;
      compound.core = compound.first;
      compound.core_end = end;
      g_array_append_val (names, compound);
    }
}
