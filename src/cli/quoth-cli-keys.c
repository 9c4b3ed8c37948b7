#include "quoth-cli-keys.h"

#include <string.h>

/* "", "a" … "z", "aa" … */
static char *
dup_suffix (guint number)
{
  g_autoptr (GString) suffix = g_string_new (NULL);

  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c (suffix, 'a' + (number - 1) % 26);

  return g_strdup (suffix->str);
}

/**
 * quoth_cli_dup_unique_entry:
 * @entry: an entry, "@type{key,…" or "@type{key" and a line break
 * @keys: (element-type utf8 utf8): the keys of the entries written before it
 *
 * Returns: (transfer full): the entry, with its key made unlike theirs
 */
char *
quoth_cli_dup_unique_entry (const char *entry,
                            GHashTable *keys)
{
  const char *start;
  gsize length;

  g_return_val_if_fail (entry != NULL && strchr (entry, '{') != NULL, NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  start = strchr (entry, '{') + 1;
  length = strcspn (start, ",\n");
  for (guint i = 0; ; i++)
    {
      g_autofree char *suffix = dup_suffix (i);
      g_autofree char *key = g_strdup_printf ("%.*s%s", (int) length, start, suffix);
      g_autofree char *before = NULL;

      if (g_hash_table_contains (keys, key))
        continue;
      before = g_strndup (entry, start - entry);
      g_hash_table_add (keys, g_strdup (key));
      return g_strconcat (before, key, start + length, NULL);
    }
}
