/* Joins references to the files that they name for their text: attached ones, and one of the same
 * name beside the reference. A link is anybody's: nothing outside of the folder being imported is
 * opened, over a link of the file system neither. */

#include "quoth-attachments.h"

#include <stdlib.h>
#include <string.h>

/* Endings that a text beside its reference may have */
static const char *const endings[] = {
  ".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".rtf", ".mhtml", ".mht",
};

/**
 * quoth_attachments_dup_path:
 *
 * Returns: (transfer full) (nullable): where @file really is, links of the file system followed
 */
char *
quoth_attachments_dup_path (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

/* Where a candidate really is, if that is a file inside of @root */
static char *
dup_inside (GFile      *candidate,
            const char *root)
{
  g_autofree char *path = quoth_attachments_dup_path (candidate);
  gsize length = strlen (root);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
      strncmp (path, root, length) != 0
      || (length > 1 && path[length] != G_DIR_SEPARATOR))
    return NULL;
  return g_steal_pointer (&path);
}

/* A link as a path: without a scheme, slashes the right way round */
static char *
dup_link_path (const char *link)
{
  g_autofree char *path = NULL;
  char *unescaped;

  if (g_ascii_strncasecmp (link, "file:", 5) == 0)
    {
      g_autofree char *plain = g_filename_from_uri (link, NULL, NULL);

      if (plain != NULL)
        return g_steal_pointer (&plain);
      link += 5;
      if (g_str_has_prefix (link, "//localhost/"))
        link += strlen ("//localhost");
      else if (g_str_has_prefix (link, "///"))
        link += 2;
      unescaped = g_uri_unescape_string (link, NULL);
      return unescaped != NULL ? unescaped : g_strdup (link);
    }
  if (g_str_has_prefix (link, "internal-pdf://"))
    path = g_strconcat ("PDF/", link + strlen ("internal-pdf://"), NULL);
  else if (strstr (link, "://") != NULL)
    return NULL;
  else
    path = g_strdup (link);
  return g_strdelimit (g_steal_pointer (&path), "\\", '/');
}

static void
add_candidate (GPtrArray  *paths,
               GFile      *candidate,
               const char *root)
{
  g_autoptr (GFile) owned G_GNUC_UNUSED = candidate;
  g_autofree char *path = dup_inside (candidate, root);

  if (path != NULL && !g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
    g_ptr_array_add (paths, g_steal_pointer (&path));
}

/* A file's name without its ending */
static char *
dup_stem (GFile *file)
{
  char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot > name)
    *dot = '\0';
  return name;
}

/* The files that may hold the article's text, the likeliest first */
static GPtrArray *
list_candidates (QuothArticle *article,
                 GFile        *reference,
                 const char   *root,
                 gboolean      is_alone)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFile) folder = g_file_get_parent (reference);
  g_autofree char *stem = dup_stem (reference);
  char **links = quoth_article_get_source (article)->links;

  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    {
      g_autofree char *path = dup_link_path (links[i]);
      g_autofree char *data = path != NULL ? g_strconcat (stem, ".Data/", path, NULL) : NULL;
      g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;

      if (path == NULL)
        continue;
      add_candidate (paths, g_file_resolve_relative_path (folder, path), root);
      add_candidate (paths, g_file_resolve_relative_path (folder, data), root);
      /* a path of the machine that the reference was written on */
      add_candidate (paths, g_file_get_child (folder, base), root);
    }
  for (guint i = 0; is_alone && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (stem, endings[i], NULL);

      add_candidate (paths, g_file_get_child (folder, name), root);
    }
  return paths;
}

static void
take_text (QuothArticle *article,
           QuothArticle *text)
{
  QuothSource *source = quoth_article_get_source (article);
  const QuothSource *other = quoth_article_get_source (text);
  GPtrArray *authors = quoth_article_get_authors (text);
  GArray *blocks = quoth_article_get_blocks (text);

  quoth_article_set_text (article, quoth_article_get_text (text));
  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      quoth_article_add_block (article, block->kind, block->span.start, block->span.end,
                               block->page);
    }
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    if (quoth_article_get_fact (article, (QuothFact) i) == NULL)
      quoth_article_set_fact (article, (QuothFact) i, quoth_article_get_fact (text, (QuothFact) i));
  for (guint i = 0; quoth_article_get_authors (article)->len < authors->len &&
       i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      if (i == 0 && quoth_article_get_authors (article)->len > 0)
        break;
      quoth_article_add_author (article, author->given, author->family, author->literal);
    }
  if (quoth_article_get_article_type (article) == QUOTH_ARTICLE_OTHER)
    quoth_article_set_article_type (article, quoth_article_get_article_type (text));

  g_free (source->name);
  g_free (source->media_type);
  g_free (source->sha256);
  g_free (source->part);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  source->name = g_strdup (other->name);
  source->media_type = g_strdup (other->media_type);
  source->sha256 = g_strdup (other->sha256);
  source->part = g_strdup (other->part);
  source->bytes = other->bytes != NULL ? g_bytes_ref (other->bytes) : NULL;
}

/* Reads the candidates until one holds a single article with a text. None is read twice: a text
 * belongs to one reference, and a file that is named a thousand times costs no more than once. */
static void
find_text (QuothArticle  *article,
           GPtrArray     *paths,
           GHashTable    *tried,
           gboolean       plain_unchanged,
           GPtrArray     *notes,
           GPtrArray     *joined,
           GCancellable  *cancellable)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_ptr_array_index (paths, i));
      g_autoptr (GError) failure = NULL;
      g_autoptr (GPtrArray) texts = NULL;

      if (!g_hash_table_add (tried, g_strdup (g_ptr_array_index (paths, i))))
        continue;
      texts = quoth_import_read_file (file, plain_unchanged, NULL, cancellable, &failure);
      if (texts == NULL && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *name = g_file_get_basename (file);

          g_ptr_array_add (notes, g_strdup_printf ("%s: %s", name, failure->message));
        }
      if (texts == NULL || texts->len != 1 ||
          quoth_article_lacks_text (g_ptr_array_index (texts, 0)))
        continue;
      take_text (article, g_ptr_array_index (texts, 0));
      g_ptr_array_add (joined, g_strdup (g_ptr_array_index (paths, i)));
      return;
    }
}

/**
 * quoth_attachments_join:
 * @articles: (element-type QuothArticle): what was read from @reference; those without a text get that of the file
 *   they name
 * @root: the folder being imported
 * @notes: (element-type utf8): takes why a file that is named can't be read
 * @joined: (element-type utf8): takes the paths of the files whose text was taken
 *
 * Returns: %FALSE when cancelled
 */
gboolean
quoth_attachments_join (GPtrArray     *articles,
                        GFile         *reference,
                        GFile         *root,
                        gboolean       plain_unchanged,
                        GPtrArray     *notes,
                        GPtrArray     *joined,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *root_path = quoth_attachments_dup_path (root);

  for (guint i = 0; root_path != NULL && i < articles->len; i++)
    {
      QuothArticle *article = g_ptr_array_index (articles, i);
      g_autoptr (GPtrArray) paths = NULL;

      if (!quoth_article_lacks_text (article)
          || (articles->len > 1 && quoth_article_get_source (article)->links == NULL))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      paths = list_candidates (article, reference, root_path, articles->len == 1);
      find_text (article, paths, tried, plain_unchanged, notes, joined, cancellable);
    }
  return TRUE;
}
