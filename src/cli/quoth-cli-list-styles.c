#include "config.h"

#include "quoth-cli-list-styles.h"

#include <glib/gi18n.h>

#include "quoth-style-list.h"

static const char *const formats[] = {
  [QUOTH_STYLE_OTHER] = "-",
  [QUOTH_STYLE_NOTE] = "note",
  [QUOTH_STYLE_AUTHOR_DATE] = "author-date",
  [QUOTH_STYLE_AUTHOR] = "author",
  [QUOTH_STYLE_NUMERIC] = "numeric",
  [QUOTH_STYLE_LABEL] = "label",
};

/* The id, what citations look like, and the title, with tabs between. */
static void
print_style (QuothStyle *style)
{
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\n", quoth_style_get_id (style),
                                           formats[quoth_style_get_format (style)],
                                           quoth_style_get_title (style));

  quoth_cli_print (line);
}

QuothCliStatus
quoth_cli_list_styles (char **words)
{
  g_autoptr (QuothStyleList) styles = quoth_style_list_new ();
  g_autofree char *search = words != NULL ? g_strjoinv (" ", words) : g_strdup ("");
  g_auto (GStrv) keys = quoth_style_split_search (search);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!quoth_style_list_load (styles, NULL, &error))
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (styles)); i++)
    {
      g_autoptr (QuothStyle) style = g_list_model_get_item (G_LIST_MODEL (styles), i);

      if (!quoth_style_matches (style, (const char *const *) keys))
        continue;
      print_style (style);
      n++;
    }
  if (n > 0)
    return QUOTH_CLI_DONE;

  quoth_cli_complain (_("There is no citation style “%s”."), search);

  return QUOTH_CLI_FAILED;
}
