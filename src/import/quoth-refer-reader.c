#include "quoth-tagged-entry.h"

#include <string.h>

/* EndNote's .enw, which is refer's form: lines "%A Osgood, Ada", entries parted by blank lines. */

/* refer's marks and the RIS tags that mean the same */
static const struct
{
  char mark;
  char tag[3];
} marks[] = {
  { '0', "TY" }, { '9', "" }, { 'A', "AU" }, { 'E', "ED" }, { 'T', "TI" }, { 'J', "JO" },
  { 'B', "T2" },
  { 'D', "PY" }, { '8', "DA" }, { 'I', "PB" }, { 'P', "SP" }, { 'U', "UR" }, { 'R', "DO" },
  { 'X', "AB" },
  { 'G', "LA" }, { '>', "L1" }, { '[', "Y2" }, { '&', "SE" }, { '7', "ET" }, { 'S', "T3" },
  { 'V', "VL" }, { 'N', "IS" },
};

static gboolean
is_marked (const char *line)
{
  return line[0] == '%' && g_ascii_isgraph (line[1])
         && (line[2] == '\0' || g_ascii_isspace (line[2]));
}

static const char *
find_tag (char mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == mark)
      return marks[i].tag;
  return "";
}

/* A single mark is enough where the file begins with the kind of an entry; else it takes a few of
 * them. */
static gboolean
sniff_refer (const QuothReading *reading)
{
  g_auto(GStrv) lines = g_strsplit_set (reading->head, "\r\n", 40);
  guint n_marked = 0;
  guint n_others = 0;

  if (!is_marked (reading->head)
      || (reading->head[1] != '0' && !g_ascii_isupper (reading->head[1])))
    return FALSE;
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      n_marked += is_marked (lines[i]);
      n_others += *lines[i] != '\0' && !is_marked (lines[i]);
    }
  return reading->head[1] == '0' || n_marked >= n_others;
}

static GPtrArray *
read_refer (const QuothReading  *reading,
            GError             **error)
{
  g_autofree char *text = quoth_reference_dup_text (reading, NULL);
  g_autoptr(QuothTaggedEntry) entry = quoth_tagged_entry_new ();
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean follows_known = FALSE;
  guint n_empty = 0;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");

      if (is_marked (line))
        {
          const char *tag = find_tag (line[1]);

          follows_known = *tag != '\0';
          if (follows_known)
            quoth_tagged_entry_add (entry, tag, line + 2, length > 2 ? length - 2 : 0);
        }
      else if (length == 0 && entry->fields->len > 0)
        {
          n_empty += !quoth_tagged_entry_finish (entry, reading, articles);
          if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
            return NULL;
        }
      else if (follows_known)
        quoth_tagged_entry_continue (entry, line, length);
      line += length;
      if (*line == '\r')
        line++;
      if (*line == '\n')
        line++;
    }
  if (entry->fields->len > 0)
    n_empty += !quoth_tagged_entry_finish (entry, reading, articles);
  return quoth_references_finish (reading, g_steal_pointer (&articles), n_empty, error);
}

const QuothReader quoth_refer_reader = {
  .name = "refer",
  .media_type = "application/x-endnote-refer",
  .sniff = sniff_refer,
  .read = read_refer,
};
