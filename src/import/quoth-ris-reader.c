#include "quoth-tagged-entry.h"

#include <string.h>

/* RIS: lines "TY  - NEWS", an entry ended by "ER  - ". Programs leave out the end, write lines of
 * their own between entries, and break long values. The field-tagged format of Web of Science has
 * the same tags without hyphens; its lines go on indented. */

/* A line's length without its break */
static gsize
measure_line (const char *line)
{
  return strcspn (line, "\r\n");
}

static const char *
next_line (const char *line)
{
  line += measure_line (line);
  if (*line == '\r')
    line++;
  if (*line == '\n')
    line++;
  return line;
}

/* Whether a line begins with a tag: two characters, up to two spaces, a hyphen; and where its value
 * begins */
static gboolean
parse_tag (const char  *line,
           const char **value)
{
  const char *p = line;

  if (!g_ascii_isupper (p[0]) || !(g_ascii_isupper (p[1]) || g_ascii_isdigit (p[1])))
    return FALSE;
  for (p += 2; *p == ' ' && p - line < 5; p++)
    ;
  if (*p != '-' || p == line + 2 || !(p[1] == '\0' || g_ascii_isspace (p[1])))
    return FALSE;
  *value = p + 1;
  return TRUE;
}

/* Skips what stands before the first entry: white space, lines of the exporting program. */
static const char *
find_first_tag (const char *text,
                guint       max_lines)
{
  const char *value;

  for (; *text != '\0' && max_lines > 0; text = next_line (text), max_lines--)
    if (parse_tag (text, &value))
      return text;
  return NULL;
}

static gboolean
is_web_of_science (const char *text)
{
  return g_regex_match_simple ("\\AFN [^\\n]*\\R(?:VR [^\\n]*\\R)?PT ", text, 0, 0);
}

static gboolean
sniff_ris (const QuothReading *reading)
{
  const char *line = find_first_tag (reading->head, 40);
  gboolean has_type = FALSE;
  const char *value;
  guint n_tags = 0;

  if (is_web_of_science (reading->head))
    return TRUE;
  for (guint i = 0; line != NULL && *line != '\0' && i < 40; line = next_line (line), i++)
    if (parse_tag (line, &value))
      {
        n_tags++;
        has_type = has_type || strncmp (line, "TY", 2) == 0;
      }
  return (has_type && n_tags >= 2) || n_tags >= 4;
}

/* Whether the lines up to the next entry's type or end tell what it is: else a type line in the
 * middle of an entry is only a further one. */
static gboolean
begins_entry (const char *line)
{
  static const char *const tags[] = { "TI", "T1", "CT", "AU", "A1" };
  const char *value;

  for (line = next_line (line); *line != '\0'; line = next_line (line))
    {
      if (!parse_tag (line, &value))
        continue;
      if (strncmp (line, "TY", 2) == 0 || strncmp (line, "ER", 2) == 0)
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
        if (strncmp (line, tags[i], 2) == 0)
          return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const QuothReading *reading;
  QuothTaggedEntry   *entry;
  GPtrArray          *articles;
  guint               n_empty;
} Entries;

static void
finish_entry (Entries *entries)
{
  if (entries->entry->fields->len > 0
      && !quoth_tagged_entry_finish (entries->entry, entries->reading, entries->articles))
    entries->n_empty++;
}

static gboolean
has_only_types (QuothTaggedEntry *entry)
{
  for (guint i = 0; i < entry->fields->len; i++)
    if (!g_str_equal (g_array_index (entry->fields, QuothTaggedField, i).tag, "TY"))
      return FALSE;
  return TRUE;
}

static gboolean
read_ris_lines (Entries     *entries,
                const char  *text,
                GError     **error)
{
  gboolean between = TRUE;
  const char *value;

  for (const char *line = text; line != NULL && *line != '\0'; line = next_line (line))
    {
      gsize length = measure_line (line);
      gboolean is_type = strncmp (line, "TY", 2) == 0;

      if (!parse_tag (line, &value))
        {
          if (!between)
            quoth_tagged_entry_continue (entries->entry, line, length);
          continue;
        }
      if (strncmp (line, "ER", 2) == 0)
        {
          finish_entry (entries);
          between = TRUE;
          if (g_cancellable_set_error_if_cancelled (entries->reading->cancellable, error))
            return FALSE;
          continue;
        }
      if (is_type && !has_only_types (entries->entry) && begins_entry (line))
        finish_entry (entries);
      between = FALSE;
      quoth_tagged_entry_add (entries->entry, line, value,
                              value < line + length ? line + length - value : 0);
    }
  finish_entry (entries);
  return TRUE;
}

/* Web of Science's tags where they differ from RIS's; an empty one drops the field. */
static const struct
{
  char tag[3];
  char ris[3];
} web_of_science_tags[] = {
  { "PT", "TY" }, { "AF", "AU" }, { "SO", "T2" }, { "BP", "SP" }, { "AR", "SP" }, { "PU", "PB" },
  { "DI", "DO" }, { "PD", "DA" }, { "AU", "" },   { "J9", "" },   { "JI", "JA" }, { "SE", "T3" },
  { "PA", "" },   { "ID", "" },   { "DE", "" },   { "CT", "" },   { "CR", "" },
};

static const char *
translate_tag (const char *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (web_of_science_tags); i++)
    if (strncmp (line, web_of_science_tags[i].tag, 2) == 0)
      return web_of_science_tags[i].ris;
  return line;
}

static gboolean
read_web_of_science (Entries     *entries,
                     const char  *text,
                     GError     **error)
{
  const char *tag = "";

  for (const char *line = text; *line != '\0'; line = next_line (line))
    {
      gsize length = measure_line (line);
      gboolean has_tag;

      if (length < 2 || strncmp (line, "FN ", 3) == 0 || strncmp (line, "VR ", 3) == 0)
        continue;
      if (strncmp (line, "ER", 2) == 0 || strncmp (line, "EF", 2) == 0)
        {
          finish_entry (entries);
          if (g_cancellable_set_error_if_cancelled (entries->reading->cancellable, error))
            return FALSE;
          continue;
        }
      has_tag = g_ascii_isupper (line[0]) && g_ascii_isalnum (line[1])
                && (length == 2 || line[2] == ' ');
      if (has_tag)
        tag = translate_tag (line);
      if (*tag == '\0' || length < 3)
        continue;
      if (has_tag)
        quoth_tagged_entry_add (entries->entry, tag, line + 2, length - 2);
      else if (strncmp (tag, "AU", 2) == 0)
        quoth_tagged_entry_add (entries->entry, tag, line, length);
      else
        quoth_tagged_entry_continue (entries->entry, line, length);
    }
  finish_entry (entries);
  return TRUE;
}

static GPtrArray *
read_ris (const QuothReading  *reading,
          GError             **error)
{
  g_autofree char *text = quoth_reference_dup_text (reading, NULL);
  g_autoptr(QuothTaggedEntry) entry = quoth_tagged_entry_new ();
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  Entries entries = { .reading = reading, .entry = entry, .articles = articles };
  gboolean read = is_web_of_science (reading->head)
                    ? read_web_of_science (&entries, text, error)
                    : read_ris_lines (&entries, find_first_tag (text, G_MAXUINT), error);

  return read
           ? quoth_references_finish (reading, g_steal_pointer (&articles), entries.n_empty, error)
           : NULL;
}

const QuothReader quoth_ris_reader = {
  .name = "ris",
  .media_type = "application/x-research-info-systems",
  .sniff = sniff_ris,
  .read = read_ris,
};
