#include "config.h"

#include "quoth-style-rules.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "quoth-citer.h"
#include "quoth-style-check.h"

/**
 * quoth_style_rules_read:
 * @style: one with rules of its own
 *
 * Returns: (transfer full): the style's file as it stands, or %NULL and @error
 */
char *
quoth_style_rules_read (QuothStyle  *style,
                        GError     **error)
{
  GStatBuf info = { 0 };
  g_autofree char *xml = NULL;
  gsize length;

  if (g_stat (quoth_style_get_path (style), &info) == 0 &&
      info.st_size > QUOTH_STYLE_RULES_MAX_LENGTH)
    {
      g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BROKEN_STYLE,
                   _("The style “%s” can't be used; its file is too long"),
                   quoth_style_get_title (style));
      return NULL;
    }
  if (!g_file_get_contents (quoth_style_get_path (style), &xml, &length, error) ||
      !quoth_style_check (xml, length, quoth_style_get_title (style), error))
    return NULL;

  return g_steal_pointer (&xml);
}
