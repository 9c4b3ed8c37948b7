#include "config.h"

#include "quoth-style-choices.h"

#include <glib/gi18n-lib.h>

/* A row: a style of the list or, where that is NULL, a heading */
typedef struct
{
  QuothStyle *style;   /* (nullable) */
  const char *heading;
} Row;

struct _QuothStyleChoices
{
  GObject         parent_instance;

  QuothCitations *citations;
  GArray         *rows;   /* of Row */
  char           *search; /* "" for none */
};

static void quoth_style_choices_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuothStyleChoices, quoth_style_choices, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quoth_style_choices_list_model_init))

static void
clear_row (gpointer data)
{
  g_clear_object (&((Row *) data)->style);
}

static GArray *
create_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);

  return rows;
}

/* @style: (transfer full) */
static void
append_style (GArray     *rows,
              QuothStyle *style)
{
  Row row = { style, NULL };

  g_array_append_val (rows, row);
}

static void
append_heading (GArray     *rows,
                const char *title)
{
  Row row = { NULL, title };

  g_array_append_val (rows, row);
}

static void
append_ids (QuothStyleChoices  *self,
            GArray             *rows,
            const char         *title,
            const char *const  *ids)
{
  guint n_before = rows->len;

  append_heading (rows, title);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      QuothStyle *style = quoth_style_list_find (quoth_citations_get_styles (self->citations),
                                                 ids[i]);

      if (style != NULL)
        append_style (rows, style);
    }
  if (rows->len == n_before + 1)
    g_array_set_size (rows, n_before);
}

/* Without a search the dozen stand above all others already. */
static gboolean
matches (QuothStyleChoices *self,
         QuothStyle        *style,
         const char *const *words)
{
  if (*self->search == '\0')
    return !g_strv_contains (quoth_style_list_get_dozen (), quoth_style_get_id (style));

  return quoth_style_matches (style, words);
}

static void
append_matching (QuothStyleChoices *self,
                 GArray            *rows)
{
  GListModel *styles = G_LIST_MODEL (quoth_citations_get_styles (self->citations));
  guint n_styles = g_list_model_get_n_items (styles);
  g_auto (GStrv) words = quoth_style_split_search (self->search);

  for (guint i = 0; i < n_styles; i++)
    {
      QuothStyle *style = g_list_model_get_item (styles, i);

      if (matches (self, style, (const char *const *) words))
        append_style (rows, style);
      else
        g_object_unref (style);
    }
}

static GArray *
make_rows (QuothStyleChoices *self)
{
  GArray *rows = create_rows ();
  g_auto (GStrv) recent = quoth_citations_dup_recent (self->citations);

  if (g_list_model_get_n_items (G_LIST_MODEL (quoth_citations_get_styles (self->citations))) == 0)
    return rows;

  if (*self->search == '\0')
    {
      append_ids (self, rows, _("For Newsrooms and Universities"), quoth_style_list_get_dozen ());
      append_ids (self, rows, _("Chosen Before"), (const char *const *) recent);
      append_heading (rows, _("All Styles"));
    }
  append_matching (self, rows);

  return rows;
}

/* In two steps, since one would have GTK look for every old row among the new ones. */
static void
update (QuothStyleChoices *self)
{
  GArray *rows = make_rows (self);
  guint n_before = self->rows->len;

  g_array_set_size (self->rows, 0);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  g_array_unref (self->rows);
  self->rows = rows;
  if (rows->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, rows->len);
}

static GType
quoth_style_choices_get_item_type (GListModel *model)
{
  return QUOTH_TYPE_STYLE_CHOICE;
}

static guint
quoth_style_choices_get_n_items (GListModel *model)
{
  return QUOTH_STYLE_CHOICES (model)->rows->len;
}

static gpointer
quoth_style_choices_get_item (GListModel *model,
                              guint       position)
{
  QuothStyleChoices *self = QUOTH_STYLE_CHOICES (model);
  const Row *row = NULL;

  if (position >= self->rows->len)
    return NULL;

  row = &g_array_index (self->rows, Row, position);
  if (row->style == NULL)
    return quoth_style_choice_new_heading (row->heading);

  return quoth_style_choice_new (row->style, g_str_equal (quoth_style_get_id (row->style),
                                                          quoth_citations_get_style (self->citations)));
}

static void
quoth_style_choices_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quoth_style_choices_get_item_type;
  iface->get_n_items = quoth_style_choices_get_n_items;
  iface->get_item = quoth_style_choices_get_item;
}

static void
quoth_style_choices_dispose (GObject *object)
{
  g_clear_object (&QUOTH_STYLE_CHOICES (object)->citations);

  G_OBJECT_CLASS (quoth_style_choices_parent_class)->dispose (object);
}

static void
quoth_style_choices_finalize (GObject *object)
{
  QuothStyleChoices *self = QUOTH_STYLE_CHOICES (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (quoth_style_choices_parent_class)->finalize (object);
}

static void
quoth_style_choices_class_init (QuothStyleChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quoth_style_choices_dispose;
  object_class->finalize = quoth_style_choices_finalize;
}

static void
quoth_style_choices_init (QuothStyleChoices *self)
{
  self->rows = create_rows ();
  self->search = g_strdup ("");
}

QuothStyleChoices *
quoth_style_choices_new (QuothCitations *citations)
{
  QuothStyleChoices *self = NULL;

  g_return_val_if_fail (QUOTH_IS_CITATIONS (citations), NULL);

  self = g_object_new (QUOTH_TYPE_STYLE_CHOICES, NULL);
  self->citations = g_object_ref (citations);
  g_signal_connect_object (quoth_citations_get_styles (citations), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
quoth_style_choices_set_search (QuothStyleChoices *self,
                                const char        *search)
{
  g_return_if_fail (QUOTH_IS_STYLE_CHOICES (self));
  g_return_if_fail (search != NULL);

  if (g_str_equal (self->search, search))
    return;

  g_free (self->search);
  self->search = g_strdup (search);
  update (self);
}

/**
 * quoth_style_choices_get_first:
 *
 * Returns: (transfer none) (nullable): the first style that matches
 */
QuothStyle *
quoth_style_choices_get_first (QuothStyleChoices *self)
{
  g_return_val_if_fail (QUOTH_IS_STYLE_CHOICES (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      QuothStyle *style = g_array_index (self->rows, Row, i).style;

      if (style != NULL)
        return style;
    }

  return NULL;
}
