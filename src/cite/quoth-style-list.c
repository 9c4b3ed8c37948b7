#include "config.h"

#include "quoth-style-list-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "quoth-citer.h"
#include "quoth-style-index.h"
#include "quoth-style-private.h"

#define STYLES "citation-style-language" G_DIR_SEPARATOR_S "styles"
#define LOCALES "citation-style-language" G_DIR_SEPARATOR_S "locales"

struct _QuothStyleList
{
  GObject     parent_instance;
  GStrv       data_dirs;
  char       *own_folder;
  char       *cache_file;
  GPtrArray  *styles;       /* as listed; only the main thread's */
  int         serial;       /* (atomic) */
};

static void quoth_style_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuothStyleList, quoth_style_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quoth_style_list_list_model_init))

static const char *const dozen[] = {
  "apa",
  "chicago-fullnote-bibliography",
  "chicago-author-date",
  "modern-language-association",
  "harvard-cite-them-right",
  "vancouver",
  "oscola",
  "modern-humanities-research-association",
  "ieee",
  "american-medical-association",
  QUOTH_STYLE_NEWSROOM,
  QUOTH_STYLE_CITE_NEWS,
  NULL
};

/* A name that may be looked up as a file: an id or a language, no way out of its folder. */
static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && *name != '.' && strchr (name, G_DIR_SEPARATOR) == NULL &&
         g_utf8_validate (name, -1, NULL);
}

static QuothStyle *
make_built_in (const char *id)
{
  if (g_str_equal (id, QUOTH_STYLE_NEWSROOM))
    /* Translators: a citation style, one line as newspapers print it */
    return quoth_style_new_built_in (id, _("Newsroom line"));
  if (g_str_equal (id, QUOTH_STYLE_CITE_NEWS))
    /* Translators: a citation style; {{cite news}} is its name there */
    return quoth_style_new_built_in (id, _("Wikipedia {{cite news}}"));

  return NULL;
}

static GStrv
dup_style_folders (QuothStyleList *self)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  for (guint i = 0; self->data_dirs[i] != NULL; i++)
    {
      g_autofree char *styles = g_build_filename (self->data_dirs[i], STYLES, NULL);
      g_autofree char *dependent = g_build_filename (styles, "dependent", NULL);

      g_strv_builder_add_many (folders, styles, dependent, NULL);
    }

  return g_strv_builder_end (folders);
}

static guint
get_rank (const char *id)
{
  guint i = 0;

  while (dozen[i] != NULL && !g_str_equal (dozen[i], id))
    i++;

  return i;
}

typedef struct
{
  QuothStyle *style;
  guint       rank;
  char       *key;
} Sorted;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return strcmp (first->key, second->key);
}

static void
clear_sorted (gpointer data)
{
  Sorted *sorted = data;

  g_clear_object (&sorted->style);
  g_clear_pointer (&sorted->key, g_free);
}

/* Sorted, and of those with the same id only the first. */
static GPtrArray *
arrange (GPtrArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  GPtrArray *styles = g_ptr_array_new_full (found->len, g_object_unref);

  g_array_set_clear_func (sorted, clear_sorted);
  for (guint i = 0; i < found->len; i++)
    {
      QuothStyle *style = g_ptr_array_index (found, i);
      const char *id = quoth_style_get_id (style);
      Sorted entry;

      if (!g_hash_table_add (seen, (gpointer) id))
        continue;
      entry.style = g_object_ref (style);
      entry.rank = get_rank (id);
      entry.key = g_utf8_collate_key (quoth_style_get_title (style), -1);
      g_array_append_val (sorted, entry);
    }
  g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (styles, g_object_ref (g_array_index (sorted, Sorted, i).style));

  return styles;
}

/* Reads folders and files only, so that any thread can. */
static GPtrArray *
read_styles (QuothStyleList  *self,
             GCancellable    *cancellable,
             GError         **error)
{
  g_auto (GStrv) folders = dup_style_folders (self);
  g_autoptr (GPtrArray) found = quoth_style_folder_read (self->own_folder, TRUE, cancellable);
  g_autoptr (GPtrArray) installed = quoth_style_index_read ((const char *const *) folders,
                                                            self->cache_file, cancellable, error);

  if (installed == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (found, g_steal_pointer (&installed));
  for (guint i = 0; dozen[i] != NULL; i++)
    {
      QuothStyle *built_in = make_built_in (dozen[i]);

      if (built_in != NULL)
        g_ptr_array_add (found, built_in);
    }

  return arrange (found);
}

static void
take_styles (QuothStyleList *self,
             GPtrArray      *styles)
{
  guint n_before = self->styles->len;

  g_ptr_array_unref (self->styles);
  self->styles = g_ptr_array_new_with_free_func (g_object_unref);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  g_ptr_array_unref (self->styles);
  self->styles = styles;
  if (styles->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, styles->len);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *styles = read_styles (source, cancellable, &error);

  (void) task_data;
  if (styles != NULL)
    g_task_return_pointer (task, styles, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GType
quoth_style_list_get_item_type (GListModel *model)
{
  (void) model;

  return QUOTH_TYPE_STYLE;
}

static guint
quoth_style_list_get_n_items (GListModel *model)
{
  return QUOTH_STYLE_LIST (model)->styles->len;
}

static gpointer
quoth_style_list_get_item (GListModel *model,
                           guint       position)
{
  QuothStyleList *self = QUOTH_STYLE_LIST (model);

  return position < self->styles->len ? g_object_ref (g_ptr_array_index (self->styles, position))
                                      : NULL;
}

static void
quoth_style_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quoth_style_list_get_item_type;
  iface->get_n_items = quoth_style_list_get_n_items;
  iface->get_item = quoth_style_list_get_item;
}

static void
quoth_style_list_finalize (GObject *object)
{
  QuothStyleList *self = QUOTH_STYLE_LIST (object);

  g_clear_pointer (&self->data_dirs, g_strfreev);
  g_clear_pointer (&self->own_folder, g_free);
  g_clear_pointer (&self->cache_file, g_free);
  g_clear_pointer (&self->styles, g_ptr_array_unref);

  G_OBJECT_CLASS (quoth_style_list_parent_class)->finalize (object);
}

static void
quoth_style_list_class_init (QuothStyleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quoth_style_list_finalize;
}

static void
quoth_style_list_init (QuothStyleList *self)
{
  self->styles = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * quoth_style_list_new:
 *
 * Returns: (transfer full): the list of what is installed in the usual places; to be loaded
 */
QuothStyleList *
quoth_style_list_new (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *own_folder = g_build_filename (g_get_user_data_dir (), "quoth", "styles", NULL);
  g_autofree char *cache_file = g_build_filename (g_get_user_cache_dir (), "quoth", "styles.index",
                                                  NULL);
  g_auto (GStrv) data_dirs = NULL;

  g_strv_builder_add (builder, g_get_user_data_dir ());
  g_strv_builder_addv (builder, (const char **) g_get_system_data_dirs ());
  data_dirs = g_strv_builder_end (builder);

  return quoth_style_list_new_for_paths ((const char *const *) data_dirs, own_folder, cache_file);
}

/**
 * quoth_style_list_new_for_paths:
 * @data_dirs: folders like /usr/share, that may hold citation-style-language/styles and …/locales
 * @own_folder: where the person's own styles are
 * @cache_file: (nullable): where to keep what the installed styles say about themselves
 *
 * Returns: (transfer full): the list of what is there; to be loaded
 */
QuothStyleList *
quoth_style_list_new_for_paths (const char *const *data_dirs,
                                const char        *own_folder,
                                const char        *cache_file)
{
  QuothStyleList *self;

  g_return_val_if_fail (data_dirs != NULL, NULL);
  g_return_val_if_fail (own_folder != NULL, NULL);

  self = g_object_new (QUOTH_TYPE_STYLE_LIST, NULL);
  self->data_dirs = g_strdupv ((GStrv) data_dirs);
  self->own_folder = g_strdup (own_folder);
  self->cache_file = g_strdup (cache_file);

  return self;
}

/**
 * quoth_style_list_load:
 *
 * Fills the list, or fills it again; for programs that have no main loop.
 *
 * Returns: %FALSE and @error if it was cancelled
 */
gboolean
quoth_style_list_load (QuothStyleList  *self,
                       GCancellable    *cancellable,
                       GError         **error)
{
  GPtrArray *styles;

  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), FALSE);

  styles = read_styles (self, cancellable, error);
  if (styles == NULL)
    return FALSE;
  take_styles (self, styles);

  return TRUE;
}

/**
 * quoth_style_list_load_async:
 *
 * Fills the list, or fills it again, without making the main thread wait.
 */
void
quoth_style_list_load_async (QuothStyleList      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (QUOTH_IS_STYLE_LIST (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quoth_style_list_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/* The list has changed once this returns %TRUE, not before. */
gboolean
quoth_style_list_load_finish (QuothStyleList  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  GPtrArray *styles;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  styles = g_task_propagate_pointer (G_TASK (result), error);
  if (styles == NULL)
    return FALSE;
  take_styles (self, styles);

  return TRUE;
}

static QuothStyle *
find_in (const char *folder,
         const char *id,
         gboolean    own)
{
  g_autofree char *name = g_strconcat (id, ".csl", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  QuothStyle *style;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  style = quoth_style_new_from_file (path, own, &error);
  if (style == NULL)
    g_debug ("%s", error->message); /* as if it weren't there, as in the list */

  return style;
}

/**
 * quoth_style_list_find:
 * @id: a style's id
 *
 * Returns: (transfer full) (nullable): the style of that id, the person's own before an installed
 *   one
 */
QuothStyle *
quoth_style_list_find (QuothStyleList *self,
                       const char     *id)
{
  g_auto (GStrv) folders = NULL;
  QuothStyle *style;

  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  style = make_built_in (id);
  if (style != NULL || !is_plain_name (id))
    return style;

  style = find_in (self->own_folder, id, TRUE);
  folders = dup_style_folders (self);
  for (guint i = 0; style == NULL && folders[i] != NULL; i++)
    style = find_in (folders[i], id, FALSE);

  return style;
}

/**
 * quoth_style_list_find_rules:
 *
 * Most journals' styles only name another whose rules they follow.
 *
 * Returns: (transfer full) (nullable): the style that has the rules, mostly @style itself; %NULL if
 *   it isn't installed
 */
QuothStyle *
quoth_style_list_find_rules (QuothStyleList *self,
                             QuothStyle     *style)
{
  const char *parent_id;
  g_autoptr (QuothStyle) parent = NULL;

  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), NULL);
  g_return_val_if_fail (QUOTH_IS_STYLE (style), NULL);

  parent_id = quoth_style_get_parent_id (style);
  if (parent_id == NULL)
    return g_object_ref (style);

  parent = quoth_style_list_find (self, parent_id);
  if (parent == NULL || quoth_style_get_parent_id (parent) != NULL ||
      quoth_style_is_built_in (parent))
    return NULL;

  return g_steal_pointer (&parent);
}

const char *const *
quoth_style_list_get_dozen (void)
{
  return dozen;
}

/**
 * quoth_style_list_dup_locales:
 *
 * Returns: (transfer full): the languages that citations can be in, sorted
 */
GStrv
quoth_style_list_dup_locales (QuothStyleList *self)
{
  g_autoptr (GTree) locales = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), NULL);

  locales = g_tree_new_full ((GCompareDataFunc) (GCallback) g_strcmp0, NULL, g_free, NULL);
  for (guint i = 0; self->data_dirs[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (self->data_dirs[i], LOCALES, NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL); /* no folder, no locales */
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_prefix (name, "locales-") && g_str_has_suffix (name, ".xml"))
          g_tree_insert (locales, g_strndup (name + strlen ("locales-"),
                                             strlen (name) - strlen ("locales-") - strlen (".xml")),
                         NULL);
    }
  for (GTreeNode *node = g_tree_node_first (locales); node != NULL; node = g_tree_node_next (node))
    g_strv_builder_add (builder, g_tree_node_key (node));

  return g_strv_builder_end (builder);
}

/**
 * quoth_style_list_dup_locale_xml:
 * @locale: "en-GB" …
 *
 * Returns: (transfer full) (nullable): the locale's file; %NULL if there is none for exactly that
 *   language
 */
char *
quoth_style_list_dup_locale_xml (QuothStyleList *self,
                                 const char     *locale)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), NULL);
  g_return_val_if_fail (locale != NULL, NULL);

  if (!is_plain_name (locale))
    return NULL;

  name = g_strdup_printf ("locales-%s.xml", locale);
  for (guint i = 0; self->data_dirs[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (self->data_dirs[i], LOCALES, name, NULL);
      char *xml = NULL;

      if (g_file_get_contents (path, &xml, NULL, NULL)) /* the next folder has it, or none */
        return xml;
    }

  return NULL;
}

const char *
quoth_style_list_get_own_folder (QuothStyleList *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), NULL);

  return self->own_folder;
}

guint
quoth_style_list_get_serial (QuothStyleList *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (self), 0);

  return g_atomic_int_get (&self->serial);
}

/* After the file of one of the person's own styles was written: any thread. */
void
quoth_style_list_own_changed (QuothStyleList *self)
{
  g_atomic_int_inc (&self->serial);
}

/* Puts @style in its place, instead of one of the same id: the main thread. */
void
quoth_style_list_insert (QuothStyleList *self,
                         QuothStyle     *style)
{
  g_autoptr (GPtrArray) styles = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->styles->len == 0)
    return; /* not loaded: loading will find it */

  g_ptr_array_add (styles, g_object_ref (style));
  for (guint i = 0; i < self->styles->len; i++)
    g_ptr_array_add (styles, g_object_ref (g_ptr_array_index (self->styles, i)));
  take_styles (self, arrange (styles));
}
