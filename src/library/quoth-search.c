#include "quoth-search.h"

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static gboolean
has_word (const char *start,
          const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (is_word_character (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/* Adds one string of FTS5; @prefix lets its last word go on. */
static void
append_term (GString    *expression,
             const char *start,
             const char *end,
             gboolean    prefix)
{
  if (!has_word (start, end))
    return;

  if (expression->len > 0)
    g_string_append_c (expression, ' ');
  g_string_append_c (expression, '"');
  for (const char *p = start; p < end; p++)
    {
      if (*p != '"')
        g_string_append_c (expression, *p);
    }
  g_string_append_c (expression, '"');
  if (prefix)
    g_string_append_c (expression, '*');
}

static gboolean
is_double_mark (gunichar character)
{
  return character == '"' || character == 0x201C || character == 0x201D;
}

/**
 * quoth_search_dup_expression:
 * @typed: (nullable): words, all of which must occur, each as the beginning of one; in double quotation
 *   marks a phrase
 *
 * Returns: (transfer full) (nullable)
 */
char *
quoth_search_dup_expression (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed != NULL ? typed : "", -1);
  g_autoptr(GString) expression = g_string_new (NULL);
  gboolean phrase = FALSE;
  const char *start = valid;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_double_mark (character))
        {
          append_term (expression, start, p, !phrase);
          phrase = !phrase;
          start = g_utf8_next_char (p);
        }
      else if (!phrase && g_unichar_isspace (character))
        {
          append_term (expression, start, p, TRUE);
          start = g_utf8_next_char (p);
        }
    }
  append_term (expression, start, start + strlen (start), TRUE);

  return expression->len > 0 ? g_strdup (expression->str) : NULL;
}

/**
 * quoth_search_index_new:
 *
 * Puts in all quotes that were added since the last time.
 */
gboolean
quoth_search_index_new (QuothDatabase  *database,
                        GError        **error)
{
  return quoth_database_run (database, error,
                             "INSERT INTO quote_search (rowid, words, names, title)"
                             " SELECT id, words, names, title FROM quote_text"
                             " WHERE id > (SELECT quote_id FROM search_progress)", "") &&
         quoth_database_run (database, error,
                             "UPDATE search_progress SET quote_id ="
                             " max (quote_id, (SELECT ifnull (max (id), 0) FROM quote))", "");
}

/**
 * quoth_search_take_out:
 *
 * To be called while the quote and its article's title are still as they were indexed.
 */
gboolean
quoth_search_take_out (QuothDatabase  *database,
                       gint64          quote_row,
                       GError        **error)
{
  return quoth_database_run (database, error,
                             "INSERT INTO quote_search (quote_search, rowid, words, names, title)"
                             " SELECT 'delete', id, words, names, title FROM quote_text"
                             " WHERE id = ? AND id <= (SELECT quote_id FROM search_progress)", "l",
                             quote_row);
}

gboolean
quoth_search_put_in (QuothDatabase  *database,
                     gint64          quote_row,
                     GError        **error)
{
  return quoth_database_run (database, error,
                             "INSERT INTO quote_search (rowid, words, names, title)"
                             " SELECT id, words, names, title FROM quote_text"
                             " WHERE id = ? AND id <= (SELECT quote_id FROM search_progress)", "l",
                             quote_row);
}
