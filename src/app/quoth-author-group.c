#include "config.h"

#include "quoth-author-group.h"

#include <glib/gi18n-lib.h>

/* The choices of kind_row, as the template has them */
enum {
  KIND_PERSON,
  KIND_ORGANISATION,
};

struct _QuothAuthorGroup
{
  AdwPreferencesGroup  parent_instance;

  AdwComboRow         *kind_row;
  GtkEditable         *given_row;
  GtkEditable         *family_row;
  GtkEditable         *name_row;
};

G_DEFINE_FINAL_TYPE (QuothAuthorGroup, quoth_author_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_kind_changed_cb (QuothAuthorGroup *self)
{
  gboolean person = adw_combo_row_get_selected (self->kind_row) == KIND_PERSON;

  gtk_widget_set_visible (GTK_WIDGET (self->given_row), person);
  gtk_widget_set_visible (GTK_WIDGET (self->family_row), person);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), !person);
}

static void
on_remove_clicked_cb (QuothAuthorGroup *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
quoth_author_group_grab_focus (GtkWidget *widget)
{
  QuothAuthorGroup *self = QUOTH_AUTHOR_GROUP (widget);
  gboolean person = adw_combo_row_get_selected (self->kind_row) == KIND_PERSON;

  return gtk_widget_grab_focus (GTK_WIDGET (person ? self->given_row : self->name_row));
}

static void
quoth_author_group_class_init (QuothAuthorGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = quoth_author_group_grab_focus;

  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-author-group.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothAuthorGroup, kind_row);
  gtk_widget_class_bind_template_child (widget_class, QuothAuthorGroup, given_row);
  gtk_widget_class_bind_template_child (widget_class, QuothAuthorGroup, family_row);
  gtk_widget_class_bind_template_child (widget_class, QuothAuthorGroup, name_row);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
quoth_author_group_init (QuothAuthorGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  on_kind_changed_cb (self);
}

static void
set_text (GtkEditable *editable,
          const char  *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

QuothAuthorGroup *
quoth_author_group_new (const QuothAuthor *author)
{
  QuothAuthorGroup *self = g_object_new (QUOTH_TYPE_AUTHOR_GROUP, NULL);

  if (author == NULL)
    return self;

  set_text (self->given_row, author->given);
  set_text (self->family_row, author->family);
  set_text (self->name_row, author->literal);
  adw_combo_row_set_selected (self->kind_row,
                              author->literal != NULL ? KIND_ORGANISATION : KIND_PERSON);

  return self;
}

static char *
dup_typed (GtkEditable *editable)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/**
 * quoth_author_group_dup_author:
 *
 * A person of one name only is kept by it, as articles keep such names.
 *
 * Returns: (transfer full) (nullable)
 */
QuothAuthor *
quoth_author_group_dup_author (QuothAuthorGroup *self)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUOTH_IS_AUTHOR_GROUP (self), NULL);

  given = dup_typed (self->given_row);
  family = dup_typed (self->family_row);
  name = dup_typed (self->name_row);
  if (adw_combo_row_get_selected (self->kind_row) == KIND_ORGANISATION)
    return name != NULL ? quoth_author_new (NULL, NULL, name) : NULL;
  if (family != NULL)
    return quoth_author_new (given, family, NULL);

  return given != NULL ? quoth_author_new (NULL, NULL, given) : NULL;
}
