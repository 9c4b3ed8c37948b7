#include "config.h"

#include "quoth-style-adding.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "quoth-citer.h"
#include "quoth-style-private.h"
#include "quoth-style-rules.h"

struct _QuothStyleAdding
{
  char       *folder;   /* the copy's own, inside the person's */
  char       *path;     /* the copy */
  char       *target;   /* where it is kept */
  QuothStyle *style;
};

static gboolean
set_file_error (GError     **error,
                const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", name, g_strerror (code));

  return FALSE;
}

/* "My Style (1).csl" stays what it is; only the ending is made sure of. */
static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *valid = g_utf8_make_valid (base != NULL ? base : "style", -1);

  g_strdelimit (valid, "/\n\r\t", '-');
  if (*valid == '.')
    *valid = '-';

  return g_str_has_suffix (valid, ".csl") ? g_steal_pointer (&valid)
                                          : g_strconcat (valid, ".csl", NULL);
}

/* Nothing is read from what may never end. */
static gboolean
check_type (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *name = NULL;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BROKEN_STYLE,
               _("“%s” is no citation style (CSL)"), name);

  return FALSE;
}

static gboolean
copy_checked (QuothStyleAdding  *self,
              GFile             *file,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *xml = g_malloc (QUOTH_STYLE_RULES_MAX_LENGTH + 1);
  gsize length;

  if (!check_type (file, cancellable, error))
    return FALSE;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), xml, QUOTH_STYLE_RULES_MAX_LENGTH + 1,
                                &length, cancellable, error))
    return FALSE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return set_file_error (error, self->folder);

  return g_file_set_contents (self->path, xml, length, error);
}

/**
 * quoth_style_adding_new:
 * @file: a .csl file, anywhere
 * @own_folder: where the person's own styles are
 *
 * Returns: (transfer full): the style, still to be tried; %NULL and @error if the file is none
 */
QuothStyleAdding *
quoth_style_adding_new (GFile         *file,
                        const char    *own_folder,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (QuothStyleAdding) self = g_new0 (QuothStyleAdding, 1);
  g_autofree char *name = dup_name (file);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *hidden = g_strconcat (".", unique, NULL);

  self->folder = g_build_filename (own_folder, hidden, NULL);
  self->path = g_build_filename (self->folder, name, NULL);
  self->target = g_build_filename (own_folder, name, NULL);
  if (!copy_checked (self, file, cancellable, error))
    return NULL;
  self->style = quoth_style_new_from_file (self->path, TRUE, error);
  if (self->style == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
quoth_style_adding_free (QuothStyleAdding *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->target);
  g_clear_object (&self->style);
  g_free (self);
}

QuothStyle *
quoth_style_adding_get_style (QuothStyleAdding *self)
{
  return self->style;
}

/* After it has shown that it can cite. */
gboolean
quoth_style_adding_keep (QuothStyleAdding  *self,
                         GError           **error)
{
  if (g_rename (self->path, self->target) != 0)
    return set_file_error (error, self->target);

  return TRUE;
}
