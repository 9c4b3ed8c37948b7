#include "config.h"

#include "quoth-cli-style.h"

#include "quoth-cli-command.h"

static const struct
{
  const char *name;
  const char *id;
} short_names[] = {
  { "ama", "american-medical-association" },
  { "chicago", "chicago-fullnote-bibliography" },
  { "chicago-notes", "chicago-fullnote-bibliography" },
  { "harvard", "harvard-cite-them-right" },
  { "mhra", "modern-humanities-research-association" },
  { "mla", "modern-language-association" },
  { "newsroom", QUOTH_STYLE_NEWSROOM },
  { "wikipedia", QUOTH_STYLE_CITE_NEWS },
};

void
quoth_cli_style_clear (QuothCliStyle *self)
{
  g_free (self->style);
  g_free (self->locale);
}

static void
resolve (QuothCliStyle *self)
{
  g_autofree char *name = self->style != NULL
                          ? g_ascii_strdown (self->style, -1) : g_strdup (QUOTH_STYLE_DEFAULT);

  g_free (self->style);
  self->style = g_steal_pointer (&name);
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (g_str_equal (short_names[i].name, self->style))
      {
        g_free (self->style);
        self->style = g_strdup (short_names[i].id);
        return;
      }
}

QuothCiter *
quoth_cli_style_make_citer (QuothCliStyle *self)
{
  g_autoptr (QuothStyleList) styles = quoth_style_list_new ();
  g_autoptr (QuothStyle) style = NULL;
  gboolean named = self->style != NULL;

  resolve (self);
  style = quoth_style_list_find (styles, self->style);
  if (style == NULL && named)
    {
      quoth_cli_complain (_("There is no style “%s”."), self->style);
      return NULL;
    }

  return quoth_citer_new (styles, NULL);
}
