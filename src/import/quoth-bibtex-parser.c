/* BibTeX's grammar, in a tokenizer of our own: libbtparse keeps global state, so that two threads
 * cannot read at once, and writes its complaints to standard error; pandoc as a subprocess drops
 * fields that matter here (links to files) and refuses a whole file for one bad entry. The grammar
 * is small. */
#include "quoth-bibtex-parser.h"

#include <string.h>

/* What abbreviations may expand to, in all of a file: they can double one another. */
#define MAX_EXPANDED (32 * 1024 * 1024)

#define MAX_INHERITANCE 3

typedef struct
{
  const char   *p;
  QuothBibFile *file;
  GHashTable   *strings;    /* abbreviations: lower-case name to value */
  gsize         n_expanded;
} Parser;

static void
entry_free (QuothBibEntry *entry)
{
  g_free (entry->type);
  g_free (entry->key);
  g_hash_table_unref (entry->fields);
  g_free (entry);
}

void
quoth_bib_file_free (QuothBibFile *self)
{
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->undefined);
  g_free (self);
}

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->p))
    parser->p++;
}

/* A name of an entry's type, a field or an abbreviation, in lower case */
static char *
parse_name (Parser *parser)
{
  const char *start = parser->p;

  while ((guchar) *parser->p > ' ' && strchr ("\"#%'(),={}@\\", *parser->p) == NULL)
    parser->p++;
  return parser->p > start ? g_ascii_strdown (start, parser->p - start) : NULL;
}

/* Whether a line begins an entry: then a value before it was never closed. */
static gboolean
begins_entry (const char *p)
{
  if (*p != '@')
    return FALSE;
  for (p++; g_ascii_isalpha (*p); p++)
    ;
  while (*p == ' ' || *p == '\t')
    p++;
  return (*p == '{' || *p == '(') && p[-1] != '@';
}

/* Of a value that isn't closed the first line is kept. */
static gboolean
keep_line (const char *start,
           GString    *value)
{
  g_string_append_len (value, start, strcspn (start, "\r\n"));
  return FALSE;
}

/* Appends what stands up to @close, outside of braces; FALSE where it isn't closed */
static gboolean
parse_delimited (Parser  *parser,
                 char     close,
                 GString *value)
{
  const char *start = ++parser->p;
  guint depth = 0;

  for (; *parser->p != '\0'; parser->p++)
    {
      char c = *parser->p;

      if (depth == 0 && c == close)
        {
          g_string_append_len (value, start, parser->p - start);
          parser->p++;
          return TRUE;
        }
      if (c == '{')
        depth++;
      else if (c == '}' && depth-- == 0)
        return keep_line (start, value);
      else if (c == '\n' && begins_entry (parser->p + 1))
        return keep_line (start, value);
    }
  return keep_line (start, value);
}

static void
append_string (Parser     *parser,
               const char *name,
               GString    *value)
{
  const char *expanded = g_hash_table_lookup (parser->strings, name);

  if (expanded == NULL)
    {
      if (!g_ascii_isdigit (*name))
        g_hash_table_add (parser->file->undefined, g_strdup (name));
      expanded = name;
    }
  parser->n_expanded += strlen (expanded);
  if (parser->n_expanded <= MAX_EXPANDED)
    g_string_append (value, expanded);
}

/* Pieces joined by "#"; FALSE where one of them isn't closed */
static gboolean
parse_value (Parser  *parser,
             GString *value)
{
  for (;;)
    {
      skip_space (parser);
      if (*parser->p == '{' || *parser->p == '"')
        {
          if (!parse_delimited (parser, *parser->p == '{' ? '}' : '"', value))
            return FALSE;
        }
      else
        {
          g_autofree char *name = parse_name (parser);

          if (name == NULL)
            return FALSE;
          append_string (parser, name, value);
        }
      skip_space (parser);
      if (*parser->p != '#')
        return TRUE;
      parser->p++;
    }
}

/* "name = value" into @fields; FALSE where it is something else */
static gboolean
parse_field (Parser     *parser,
             GHashTable *fields)
{
  g_autofree char *name = parse_name (parser);
  g_autoptr(GString) value = g_string_new (NULL);
  gboolean closed;

  skip_space (parser);
  if (name == NULL || *parser->p != '=')
    return FALSE;
  parser->p++;
  closed = parse_value (parser, value);
  if (!g_hash_table_contains (fields, name))
    g_hash_table_insert (fields, g_steal_pointer (&name),
                         g_string_free (g_steal_pointer (&value), FALSE));
  return closed;
}

static void
parse_fields (Parser     *parser,
              char        close,
              GHashTable *fields)
{
  for (;;)
    {
      skip_space (parser);
      while (*parser->p == ',')
        {
          parser->p++;
          skip_space (parser);
        }
      if (*parser->p == close)
        {
          parser->p++;
          return;
        }
      if (!parse_field (parser, fields))
        {
          parser->file->n_damaged++;
          return;
        }
    }
}

/* The key goes up to the first comma; an entry may end with it. */
static char *
parse_key (Parser *parser,
           char    close)
{
  const char *start;
  const char *end;

  skip_space (parser);
  start = parser->p;
  while (*parser->p != '\0' && *parser->p != ',' && *parser->p != close && *parser->p != '\n'
         && *parser->p != '=')
    parser->p++;
  if (*parser->p == '=')
    {
      /* no key at all: the first field */
      parser->p = start;
      return g_strdup ("");
    }
  for (end = parser->p; end > start && g_ascii_isspace (end[-1]); end--)
    ;
  return g_strndup (start, end - start);
}

static void
parse_entry (Parser *parser,
             char   *type,
             char    close)
{
  QuothBibEntry *entry = g_new0 (QuothBibEntry, 1);

  entry->type = type;
  entry->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  entry->key = parse_key (parser, close);
  parse_fields (parser, close, entry->fields);
  g_ptr_array_add (parser->file->entries, entry);
}

static void
parse_string (Parser *parser,
              char    close)
{
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  parse_fields (parser, close, fields);
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_hash_table_replace (parser->strings, g_strdup (name), g_strdup (value));
      g_hash_table_remove (parser->file->undefined, name);
    }
}

/* Parses what an "@" begins. What isn't BibTeX is passed over, as BibTeX itself does. */
static void
parse_command (Parser *parser)
{
  g_autofree char *type = NULL;
  char close;

  parser->p++;
  skip_space (parser);
  type = parse_name (parser);
  if (type == NULL || g_str_equal (type, "comment"))
    return;
  skip_space (parser);
  if (*parser->p != '{' && *parser->p != '(')
    return;
  close = *parser->p++ == '{' ? '}' : ')';
  if (g_str_equal (type, "string"))
    parse_string (parser, close);
  else if (!g_str_equal (type, "preamble"))
    parse_entry (parser, g_steal_pointer (&type), close);
}

static GHashTable *
make_strings (void)
{
  static const char *const months[] = { "January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December" };
  GHashTable *strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    g_hash_table_insert (strings, g_ascii_strdown (months[i], 3), g_strdup (months[i]));
  return strings;
}

/* What a part takes over from its whole, under the name that it has there */
static void
inherit (QuothBibEntry *entry,
         QuothBibEntry *parent)
{
  static const char *const own[] = { "crossref", "xdata", "keywords", "abstract",
                                     "file",     "note",  "options",  "ids" };
  gboolean is_part = g_str_has_prefix (entry->type, "in") || g_str_equal (entry->type, "suppbook")
                     || g_str_equal (entry->type, "conference");
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, parent->fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const char *target = name;
      gboolean is_own = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
        is_own = is_own || g_str_equal (name, own[i]);
      if (!g_str_equal (parent->type, "xdata") && g_str_equal (name, "title"))
        target = is_part ? "booktitle" : "journaltitle";
      else if (!g_str_equal (parent->type, "xdata")
               && (g_str_equal (name, "subtitle") || g_str_equal (name, "author")
                   || g_str_equal (name, "pages")))
        continue;
      if (!is_own && !g_hash_table_contains (entry->fields, target))
        g_hash_table_insert (entry->fields, g_strdup (target), g_strdup (value));
    }
}

static void
take_over (QuothBibFile *file)
{
  static const char *const references[] = { "xdata", "crossref" };
  g_autoptr(GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < file->entries->len; i++)
    {
      QuothBibEntry *entry = g_ptr_array_index (file->entries, i);

      g_hash_table_insert (by_key, g_ascii_strdown (entry->key, -1), entry);
    }
  for (guint i = 0; i < file->entries->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (references); k++)
      {
        QuothBibEntry *entry = g_ptr_array_index (file->entries, i);
        QuothBibEntry *parent = entry;

        for (guint depth = 0; parent != NULL && depth < MAX_INHERITANCE; depth++)
          {
            const char *key = g_hash_table_lookup (parent->fields, references[k]);
            g_autofree char *folded = key != NULL ? g_ascii_strdown (key, -1) : NULL;

            parent = folded != NULL ? g_hash_table_lookup (by_key, g_strstrip (folded)) : NULL;
            if (parent != NULL && parent != entry)
              inherit (entry, parent);
          }
      }
}

/**
 * quoth_bib_file_parse:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the entries in the file, damaged ones with what could be read of them
 */
QuothBibFile *
quoth_bib_file_parse (const char *text)
{
  g_autoptr(GHashTable) strings = make_strings ();
  QuothBibFile *file = g_new0 (QuothBibFile, 1);
  Parser parser = { .p = text, .file = file, .strings = strings };

  file->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  file->undefined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Every step goes on from where the one before stopped, so that damage costs no second
   * reading. */
  while ((parser.p = strchr (parser.p, '@')) != NULL)
    parse_command (&parser);
  take_over (file);
  return file;
}
