#include "config.h"

#include "quoth-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-model-format.h"
#include "quoth-word-list.h"

#define DEFAULT_NAME "en.quoth-model"

struct _QuothModel
{
  gatomicrefcount          ref_count;
  GBytes                  *bytes;
  const guint8            *data;
  const QuothModelSection *sections;
  guint                    n_sections;
  QuothWordList           *lists;
  guint                    n_lists;
};

G_DEFINE_QUARK (quoth-model-error-quark, quoth_model_error)

static gboolean
check_header (const QuothModelHeader  *header,
              gsize                    length,
              GError                 **error)
{
  if (length < sizeof *header ||
      memcmp (header->magic, QUOTH_MODEL_MAGIC, sizeof header->magic) != 0)
    {
      g_set_error_literal (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_DAMAGED,
                           _("This is not a Quoth language model"));
      return FALSE;
    }
  if (GUINT32_FROM_LE (header->version) != QUOTH_MODEL_VERSION)
    {
      g_set_error (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_VERSION,
                   _("The language model has format %u, and this Quoth reads format %u"),
                   GUINT32_FROM_LE (header->version), (guint) QUOTH_MODEL_VERSION);
      return FALSE;
    }
  if (GUINT64_FROM_LE (header->length) != length)
    {
      g_set_error_literal (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_DAMAGED,
                           _("The language model is cut off"));
      return FALSE;
    }

  return TRUE;
}

/**
 * quoth_model_set_damaged:
 * @part: the section
 *
 * Sets @error for a section that its reader cannot use.
 *
 * Returns: %FALSE
 */
gboolean
quoth_model_set_damaged (const char  *part,
                         GError     **error)
{
  g_set_error (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_DAMAGED,
               _("The language model is damaged (%s)"), part);
  return FALSE;
}

static gboolean
check_table (QuothModel              *self,
             const QuothModelHeader  *header,
             gsize                    length,
             GError                 **error)
{
  gsize n = GUINT32_FROM_LE (header->n_sections);
  gsize table_length = n * sizeof (QuothModelSection);

  if (n > QUOTH_MODEL_MAX_SECTIONS || sizeof *header + table_length > length)
    return quoth_model_set_damaged ("table", error);
  if (quoth_model_checksum (self->data + sizeof *header, table_length) !=
      GUINT64_FROM_LE (header->table_checksum))
    return quoth_model_set_damaged ("table", error);

  self->sections = (const QuothModelSection *) (const void *) (self->data + sizeof *header);
  self->n_sections = n;

  return TRUE;
}

static gboolean
check_section (QuothModel               *self,
               const QuothModelSection  *section,
               gsize                     length,
               GError                  **error)
{
  guint64 offset = GUINT64_FROM_LE (section->offset);
  guint64 size = GUINT64_FROM_LE (section->length);

  if (memchr (section->name, '\0', sizeof section->name) == NULL)
    return quoth_model_set_damaged ("table", error);
  if (offset % QUOTH_MODEL_ALIGNMENT != 0 || offset > length || size > length - offset)
    return quoth_model_set_damaged (section->name, error);
  if (quoth_model_checksum (self->data + offset, size) != GUINT64_FROM_LE (section->checksum))
    return quoth_model_set_damaged (section->name, error);
  if (GUINT32_FROM_LE (section->kind) != QUOTH_SECTION_LIST)
    return TRUE;
  if (!quoth_word_list_init (&self->lists[self->n_lists], section->name, self->data + offset, size))
    return quoth_model_set_damaged (section->name, error);
  self->n_lists++;

  return TRUE;
}

/* The section of that kind and name, or NULL. */
static const QuothModelSection *
find_section (const QuothModel *self,
              QuothSectionKind  kind,
              const char       *name)
{
  for (guint i = 0; self != NULL && i < self->n_sections; i++)
    if (GUINT32_FROM_LE (self->sections[i].kind) == kind &&
        strcmp (self->sections[i].name, name) == 0)
      return &self->sections[i];

  return NULL;
}

/* Says to the lists where they are looked for first. */
static gboolean
use_index (QuothModel  *self,
           GError     **error)
{
  const QuothModelSection *section = find_section (self, QUOTH_SECTION_INDEX, QUOTH_MODEL_INDEX);

  if (section == NULL)
    return TRUE;
  if (GUINT64_FROM_LE (section->length) != sizeof (QuothListIndex) ||
      self->n_lists > QUOTH_LIST_INDEX_MAX)
    return quoth_model_set_damaged (section->name, error);
  for (guint i = 0; i < self->n_lists; i++)
    {
      self->lists[i].index = (gconstpointer) (self->data + GUINT64_FROM_LE (section->offset));
      self->lists[i].bit = (guint32) 1 << i;
    }

  return TRUE;
}

/**
 * quoth_model_new_from_bytes:
 * @bytes: a model file's content
 *
 * Nothing is copied: the model keeps a reference on @bytes.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with @error set
 */
QuothModel *
quoth_model_new_from_bytes (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (QuothModel) self = NULL;
  const QuothModelHeader *header;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (QuothModel, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &length);
  header = (const QuothModelHeader *) (const void *) self->data;

  if (!check_header (header, length, error) || !check_table (self, header, length, error))
    return NULL;
  self->lists = g_new0 (QuothWordList, self->n_sections);
  for (guint i = 0; i < self->n_sections; i++)
    if (!check_section (self, &self->sections[i], length, error))
      return NULL;
  if (!use_index (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * quoth_model_open:
 *
 * Maps the file; nothing of it is parsed or copied.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with @error set
 */
QuothModel *
quoth_model_open (const char  *path,
                  GError     **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  QuothModel *self;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_mapped_file_new (path, FALSE, &local_error);
  if (file == NULL)
    {
      g_set_error_literal (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_NOT_FOUND,
                           local_error->message);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  self = quoth_model_new_from_bytes (bytes, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);

  return self;
}

/* Beside the program in the build tree (_build/src/cli/quoth-cli), so that it runs uninstalled */
static char *
build_tree_path (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL); /* no /proc: not there */
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;

  if (program == NULL)
    return NULL;
  directory = g_path_get_dirname (program);
  path = g_build_filename (directory, "..", "..", "data", DEFAULT_NAME, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/**
 * quoth_model_open_default:
 *
 * Opens the file that QUOTH_MODEL names, else the one of the build tree that the program runs
 * from, else the installed one.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with @error set
 */
QuothModel *
quoth_model_open_default (GError **error)
{
  const char *named = g_getenv ("QUOTH_MODEL");
  g_autofree char *path = NULL;

  if (named != NULL && *named != '\0')
    return quoth_model_open (named, error);
  path = build_tree_path ();
  if (path == NULL)
    path = g_build_filename (QUOTH_PKGDATADIR, DEFAULT_NAME, NULL);

  return quoth_model_open (path, error);
}

QuothModel *
quoth_model_ref (QuothModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
quoth_model_unref (QuothModel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->lists);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * quoth_model_find_list:
 * @self: (nullable): a model; without one, every list is missing
 * @name: a file of data/language without its ending
 *
 * Returns: (transfer none) (nullable): the list, good as long as the model
 */
const QuothWordList *
quoth_model_find_list (const QuothModel *self,
                       const char       *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (self == NULL)
    return NULL;
  for (guint i = 0; i < self->n_lists; i++)
    if (strcmp (self->lists[i].name, name) == 0)
      return &self->lists[i];

  return NULL;
}

/**
 * quoth_model_find_section:
 * @self: (nullable): a model; without one, every section is missing
 * @size: (out) (optional): bytes of the section
 *
 * Returns: (transfer none) (nullable): the section, 64-byte aligned, good as long as the model
 */
gconstpointer
quoth_model_find_section (const QuothModel *self,
                          const char       *name,
                          gsize            *size)
{
  const QuothModelSection *section;

  g_return_val_if_fail (name != NULL, NULL);

  section = find_section (self, QUOTH_SECTION_WEIGHTS, name);
  if (size != NULL)
    *size = section != NULL ? GUINT64_FROM_LE (section->length) : 0;

  return section != NULL ? self->data + GUINT64_FROM_LE (section->offset) : NULL;
}

/**
 * quoth_model_dup_record:
 * @self: a model
 *
 * Returns: (transfer full) (nullable): what the learned part was made from and how well it did, as lines of text;
 *   %NULL for a model that has none
 */
char *
quoth_model_dup_record (const QuothModel *self)
{
  const QuothModelSection *section = find_section (self, QUOTH_SECTION_RECORD, QUOTH_MODEL_RECORD);

  if (section == NULL)
    return NULL;
  return g_utf8_make_valid ((const char *) self->data + GUINT64_FROM_LE (section->offset),
                            GUINT64_FROM_LE (section->length));
}
