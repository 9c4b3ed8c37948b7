#include "quoth-document-styles.h"

/* The styles of a document by their ids, each derived from another or none */

/* A style that is derived from itself ends here */
#define MAX_PARENTS 16

static void
free_style (gpointer data)
{
  QuothDocumentStyle *style = data;

  g_free (style->name);
  g_free (style->parent);
  g_free (style);
}

/**
 * quoth_document_styles_new:
 *
 * Returns: (transfer full) (element-type utf8 QuothDocumentStyle): an empty table
 */
GHashTable *
quoth_document_styles_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
}

/**
 * quoth_document_styles_add:
 *
 * Returns: (transfer none): a style for the caller to fill; it replaces one of the same id
 */
QuothDocumentStyle *
quoth_document_styles_add (GHashTable *styles,
                           const char *id)
{
  QuothDocumentStyle *style = g_new0 (QuothDocumentStyle, 1);

  g_hash_table_replace (styles, g_strdup (id), style);
  return style;
}

static QuothDocumentRole
find_role (GHashTable               *styles,
           const QuothDocumentStyle *style)
{
  for (guint n = 0; style != NULL && n < MAX_PARENTS; n++)
    {
      QuothDocumentRole role = quoth_document_role_from_style (style->name);

      if (role != QUOTH_ROLE_PLAIN)
        return role;
      if (style->is_heading)
        return QUOTH_ROLE_HEADING;
      style = style->parent != NULL ? g_hash_table_lookup (styles, style->parent) : NULL;
    }
  return QUOTH_ROLE_PLAIN;
}

/**
 * quoth_document_styles_role:
 * @id: (nullable)
 *
 * Returns: what the style or the nearest of those it is derived from is called to be; a style that
 * the document does
 *   not describe is called by its id
 */
QuothDocumentRole
quoth_document_styles_role (GHashTable *styles,
                            const char *id)
{
  QuothDocumentStyle *style = id != NULL ? g_hash_table_lookup (styles, id) : NULL;

  if (style == NULL)
    return quoth_document_role_from_style (id);
  if (!style->has_role)
    style->role = find_role (styles, style);
  style->has_role = TRUE;
  return style->role;
}

gboolean
quoth_document_styles_is_list (GHashTable *styles,
                               const char *id)
{
  const QuothDocumentStyle *style;

  for (guint n = 0; id != NULL && n < MAX_PARENTS
       && (style = g_hash_table_lookup (styles, id)) != NULL; n++)
    {
      if (style->is_list)
        return TRUE;
      id = style->parent;
    }
  return FALSE;
}

gboolean
quoth_document_styles_is_hidden (GHashTable *styles,
                                 const char *id)
{
  const QuothDocumentStyle *style = id != NULL ? g_hash_table_lookup (styles, id) : NULL;

  return style != NULL && style->is_hidden;
}
