/*
 * Makes the model file: word lists packed from data/language, learned sections copied from a base.
 *
 *   quoth-pack-model [--base FILE] --output FILE LIST.txt…
 *
 * A list is one entry a line, `key` or `key<TAB>value`; `#` begins a comment line. The same input
 * gives the same bytes.
 */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "quoth-fold.h"
#include "quoth-model-writer.h"

typedef struct
{
  char *key;
  char *value;
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  g_free (entry->value);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(Entry *const *) a)->key, (*(Entry *const *) b)->key);
}

static Entry *
read_entry (const char  *line,
            GError     **error)
{
  const char *tab = strchr (line, '\t');
  gssize length = tab != NULL ? tab - line : (gssize) strlen (line);
  char folded[QUOTH_FOLD_MAX];
  Entry *entry;

  if (quoth_fold (line, length, folded) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "empty or too long");
      return NULL;
    }
  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (folded);
  entry->value = g_strstrip (g_strdup (tab != NULL ? tab + 1 : ""));

  return entry;
}

static GPtrArray *
read_list (const char  *path,
           GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return NULL;
  if (!g_utf8_validate (content, -1, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not UTF-8", path);
      return NULL;
    }
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Entry *entry;

      if (*g_strchomp (lines[i]) == '\0' || *lines[i] == '#')
        continue;
      entry = read_entry (lines[i], error);
      if (entry == NULL)
        {
          g_prefix_error (error, "%s:%u: ", path, i + 1);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

static gboolean
check_unique (GPtrArray   *entries,
              const char  *path,
              GError     **error)
{
  for (guint i = 1; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      const Entry *before = g_ptr_array_index (entries, i - 1);

      if (strcmp (entry->key, before->key) != 0)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: “%s” is there twice", path,
                   entry->key);
      return FALSE;
    }

  return TRUE;
}

static guint
count_words (const char *key)
{
  guint n = 1;

  for (; *key != '\0'; key++)
    n += *key == ' ';

  return n;
}

static void
fill_slot (QuothListSlot *slots,
           guint32        n_slots,
           const char    *key,
           guint32        offset)
{
  guint32 hash = quoth_hash (key, strlen (key));
  guint32 i = hash & (n_slots - 1);

  while (slots[i].key != 0)
    i = (i + 1) & (n_slots - 1);
  slots[i].hash = GUINT32_TO_LE (hash);
  slots[i].key = GUINT32_TO_LE (offset + 1);
}

static GBytes *
pack_entries (GPtrArray *entries)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GByteArray) pool = g_byte_array_new ();
  g_autofree QuothListSlot *slots = NULL;
  QuothListHeader header = { 0 };
  guint32 n_slots = 4;
  guint max_words = 0;

  while (n_slots / 4 * 3 <= entries->len)
    n_slots *= 2;
  slots = g_new0 (QuothListSlot, n_slots);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      fill_slot (slots, n_slots, entry->key, pool->len);
      g_byte_array_append (pool, (const guint8 *) entry->key, strlen (entry->key) + 1);
      g_byte_array_append (pool, (const guint8 *) entry->value, strlen (entry->value) + 1);
      max_words = MAX (max_words, count_words (entry->key));
    }
  g_byte_array_append (pool, (const guint8 *) "\0", 2);

  header.n_entries = GUINT32_TO_LE (entries->len);
  header.n_slots = GUINT32_TO_LE (n_slots);
  header.pool_length = GUINT32_TO_LE (pool->len);
  header.max_words = GUINT32_TO_LE (max_words);
  g_byte_array_append (packed, (const guint8 *) &header, sizeof header);
  g_byte_array_append (packed, (const guint8 *) slots, n_slots * sizeof *slots);
  g_byte_array_append (packed, pool->data, pool->len);

  return g_byte_array_free_to_bytes (g_steal_pointer (&packed));
}

static gboolean
add_list (GPtrArray   *sections,
          const char  *path,
          GError     **error)
{
  g_autoptr (GPtrArray) entries = read_list (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) data = NULL;

  if (entries == NULL)
    return FALSE;
  g_ptr_array_sort (entries, compare_entries);
  if (!check_unique (entries, path, error))
    return FALSE;
  if (g_str_has_suffix (name, ".txt"))
    name[strlen (name) - 4] = '\0';
  if (strlen (name) >= sizeof ((QuothModelSection *) NULL)->name)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: the name is too long", path);
      return FALSE;
    }
  data = pack_entries (entries);
  g_ptr_array_add (sections, quoth_model_part_new (name, QUOTH_SECTION_LIST, data));

  return TRUE;
}

static void
count_in (QuothListIndex *index,
          GBytes         *list,
          guint           number)
{
  const QuothListHeader *header = g_bytes_get_data (list, NULL);
  const QuothListSlot *slots = (const QuothListSlot *) (header + 1);

  for (guint32 i = 0; i < GUINT32_FROM_LE (header->n_slots); i++)
    if (slots[i].key != 0)
      index->lists[GUINT32_FROM_LE (slots[i].hash) >> (32 - QUOTH_LIST_INDEX_BITS)] |=
        GUINT32_TO_LE ((guint32) 1 << number);
}

/* Lists are numbered in the order in which the file will have them, by name. */
static void
add_index (GPtrArray *sections)
{
  QuothListIndex *index;
  g_autoptr (GBytes) bytes = NULL;
  guint n = 0;

  quoth_model_parts_sort (sections);
  for (guint i = 0; i < sections->len; i++)
    n += ((QuothModelPart *) g_ptr_array_index (sections, i))->kind == QUOTH_SECTION_LIST;
  if (n > QUOTH_LIST_INDEX_MAX)
    return;
  index = g_new0 (QuothListIndex, 1);
  bytes = g_bytes_new_take (index, sizeof *index);
  n = 0;
  for (guint i = 0; i < sections->len; i++)
    {
      const QuothModelPart *part = g_ptr_array_index (sections, i);

      if (part->kind == QUOTH_SECTION_LIST)
        count_in (index, part->data, n++);
    }
  g_ptr_array_add (sections, quoth_model_part_new (QUOTH_MODEL_INDEX, QUOTH_SECTION_INDEX, bytes));
}

/* The base is a file of ours, just committed: what the reader would refuse is refused here by it,
 * when the tests open the result. Only what would lead out of the file is checked. */
static gboolean
add_base (GPtrArray   *sections,
          const char  *path,
          GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *content = NULL;
  const QuothModelHeader *header;
  const QuothModelSection *table;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  header = g_bytes_get_data (bytes, NULL);
  if (length < sizeof *header || memcmp (header->magic, QUOTH_MODEL_MAGIC, 8) != 0 ||
      GUINT32_FROM_LE (header->version) != QUOTH_MODEL_VERSION ||
      (length - sizeof *header) / sizeof *table < GUINT32_FROM_LE (header->n_sections))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not a model of format %u", path,
                   (guint) QUOTH_MODEL_VERSION);
      return FALSE;
    }
  table = (const QuothModelSection *) (header + 1);
  for (guint i = 0; i < GUINT32_FROM_LE (header->n_sections); i++)
    {
      guint64 offset = GUINT64_FROM_LE (table[i].offset);
      guint64 size = GUINT64_FROM_LE (table[i].length);
      g_autoptr (GBytes) data = NULL;

      if (GUINT32_FROM_LE (table[i].kind) == QUOTH_SECTION_LIST ||
          GUINT32_FROM_LE (table[i].kind) == QUOTH_SECTION_INDEX)
        continue;
      if (offset > length || size > length - offset)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: cut off", path);
          return FALSE;
        }
      data = g_bytes_new_from_bytes (bytes, offset, size);
      g_ptr_array_add (sections,
                       quoth_model_part_new (table[i].name, GUINT32_FROM_LE (table[i].kind), data));
    }

  return TRUE;
}

static gboolean
pack (const char  *base,
      const char  *output,
      char       **lists,
      GError     **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_model_part_free);

  if (output == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--output is missing");
      return FALSE;
    }
  if (base != NULL && !add_base (sections, base, error))
    return FALSE;
  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    if (!add_list (sections, lists[i], error))
      return FALSE;
  add_index (sections);

  return quoth_model_write (output, sections, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *base = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lists = NULL;
  const GOptionEntry options[] = {
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &base, "Copy all but the lists of FILE", "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Write the model to FILE", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &lists, NULL, "LIST…" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      !pack (base, output, lists, &error))
    {
      g_printerr ("quoth-pack-model: %s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
