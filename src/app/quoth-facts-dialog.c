#include "config.h"

#include "quoth-facts-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "quoth-author-group.h"
#include "quoth-fact-check.h"
#include "quoth-fact-edits.h"

typedef enum
{
  FIELD_TITLE,
  FIELD_PUBLICATION,
  FIELD_PUBLISHED,
  FIELD_URL,
  FIELD_ACCESSED,
  FIELD_EDITION, /* from here on what most articles lack, which is no gap */
  FIELD_VOLUME,
  FIELD_ISSUE,
  FIELD_PAGE,
  FIELD_DOI,
  N_FIELDS
} Field;

/* Where a field's value is read from, the first that there is; written is the first. */
static const struct {
  QuothFact   facts[2];
  gboolean  (*check) (const char  *typed,
                      char       **value,
                      char       **problem);
} fields[N_FIELDS] = {
  [FIELD_TITLE] = { { QUOTH_FACT_TITLE, QUOTH_FACT_TITLE }, NULL },
  [FIELD_PUBLICATION] = { { QUOTH_FACT_PUBLICATION, QUOTH_FACT_PUBLISHER }, NULL },
  [FIELD_PUBLISHED] = { { QUOTH_FACT_PUBLISHED, QUOTH_FACT_UPDATED }, quoth_fact_check_date },
  [FIELD_URL] = { { QUOTH_FACT_CANONICAL_URL, QUOTH_FACT_URL }, quoth_fact_check_address },
  [FIELD_ACCESSED] = { { QUOTH_FACT_ACCESSED, QUOTH_FACT_ACCESSED }, quoth_fact_check_date },
  [FIELD_EDITION] = { { QUOTH_FACT_EDITION, QUOTH_FACT_EDITION }, NULL },
  [FIELD_VOLUME] = { { QUOTH_FACT_VOLUME, QUOTH_FACT_VOLUME }, NULL },
  [FIELD_ISSUE] = { { QUOTH_FACT_ISSUE, QUOTH_FACT_ISSUE }, NULL },
  [FIELD_PAGE] = { { QUOTH_FACT_PAGE, QUOTH_FACT_PAGE }, NULL },
  [FIELD_DOI] = { { QUOTH_FACT_DOI, QUOTH_FACT_DOI }, quoth_fact_check_doi },
};

struct _QuothFactsDialog
{
  AdwWindow           parent_instance;

  QuothArticle       *article;
  char               *shown[N_FIELDS]; /* what each field began with */
  GPtrArray          *shown_authors;   /* of QuothAuthor */

  AdwPreferencesPage *page;
  GtkEditable        *rows[N_FIELDS];
  GtkWidget          *problem_rows[N_FIELDS];
  GtkLabel           *problem_labels[N_FIELDS];
  GtkBox             *authors_box;
};

G_DEFINE_FINAL_TYPE (QuothFactsDialog, quoth_facts_dialog, ADW_TYPE_WINDOW)

enum {
  SAVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Checking */

static gboolean
check_field (QuothFactsDialog *self,
             Field             field,
             char            **value)
{
  const char *typed = gtk_editable_get_text (self->rows[field]);
  g_autofree char *problem = NULL;
  gboolean right = TRUE;

  if (fields[field].check != NULL)
    right = fields[field].check (typed, value, &problem);
  else
    *value = g_strstrip (g_strdup (typed));

  if (self->problem_rows[field] != NULL)
    {
      gtk_label_set_text (self->problem_labels[field], problem != NULL ? problem : "");
      gtk_widget_set_visible (self->problem_rows[field], !right);
    }
  if (right)
    gtk_widget_remove_css_class (GTK_WIDGET (self->rows[field]), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->rows[field]), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->rows[field]), GTK_ACCESSIBLE_STATE_INVALID,
                               right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);

  return right;
}

static void
on_changed_cb (QuothFactsDialog *self)
{
  gboolean right = TRUE;

  for (Field field = 0; field < N_FIELDS; field++)
    {
      g_autofree char *value = NULL;

      right &= check_field (self, field, &value);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "facts.save", right);
}

/* Authors */

static GPtrArray *
collect_authors (QuothFactsDialog *self)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->authors_box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QuothAuthor *author = quoth_author_group_dup_author (QUOTH_AUTHOR_GROUP (child));

      if (author != NULL)
        g_ptr_array_add (authors, author);
    }

  return authors;
}

/* As a byline prints it */
static char *
dup_name (const QuothAuthor *author)
{
  if (author->literal != NULL)
    return g_strdup (author->literal);
  if (author->given == NULL)
    return g_strdup (author->family);

  /* Translators: an author's given and family name */
  return g_strdup_printf (C_("author", "%1$s %2$s"), author->given, author->family);
}

static char *
dup_byline (GPtrArray *authors)
{
  g_autoptr (GString) byline = g_string_new (NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      g_autofree char *name = dup_name (g_ptr_array_index (authors, i));

      g_string_append_printf (byline, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_strdup (byline->str);
}

static gboolean
authors_equal (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const QuothAuthor *one = g_ptr_array_index (a, i);
      const QuothAuthor *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->given, other->given) != 0 ||
          g_strcmp0 (one->family, other->family) != 0 ||
          g_strcmp0 (one->literal, other->literal) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
on_author_removed_cb (QuothFactsDialog *self,
                      QuothAuthorGroup *group)
{
  GtkWidget *neighbour = gtk_widget_get_next_sibling (GTK_WIDGET (group));

  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (GTK_WIDGET (group));
  gtk_widget_grab_focus (neighbour != NULL ? neighbour : GTK_WIDGET (self->rows[FIELD_TITLE]));
  gtk_box_remove (self->authors_box, GTK_WIDGET (group));
}

static QuothAuthorGroup *
append_author (QuothFactsDialog  *self,
               const QuothAuthor *author)
{
  QuothAuthorGroup *group = quoth_author_group_new (author);

  g_signal_connect_object (group, "removed", G_CALLBACK (on_author_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->authors_box, GTK_WIDGET (group));

  return group;
}

static void
add_author (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (append_author (QUOTH_FACTS_DIALOG (widget), NULL)));
}

/* What stands in a citation for want of names is what there is to correct. */
static void
show_authors (QuothFactsDialog *self)
{
  static const QuothFact stand_ins[] = { QUOTH_FACT_AUTHOR, QUOTH_FACT_AGENCY };
  GPtrArray *authors = quoth_article_get_authors (self->article);

  for (guint i = 0; i < authors->len; i++)
    append_author (self, g_ptr_array_index (authors, i));

  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    {
      const char *name = quoth_article_get_fact (self->article, stand_ins[i]);

      if (gtk_widget_get_first_child (GTK_WIDGET (self->authors_box)) == NULL && name != NULL)
        append_author (self, &(QuothAuthor) { .literal = (char *) name });
    }

  self->shown_authors = collect_authors (self);
}

/* Showing and saving */

static char *
dup_shown (QuothArticle *article,
           Field         field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields[field].facts); i++)
    {
      const char *fact = quoth_article_get_fact (article, fields[field].facts[i]);

      /* Of a time only the day is cited. */
      if (fact != NULL && *fact != '\0')
        return fields[field].check == quoth_fact_check_date ? g_strndup (fact,
                                                                         strlen ("2014-03-21"))
                                                            : g_strdup (fact);
    }

  return g_strdup ("");
}

static void
edit_field (QuothFactsDialog *self,
            QuothFactEdits   *edits,
            Field             field)
{
  g_autofree char *value = NULL;

  check_field (self, field, &value);
  if (g_strcmp0 (value != NULL ? value : "", self->shown[field]) == 0)
    return;

  if (field != FIELD_URL)
    {
      quoth_fact_edits_set (edits, fields[field].facts[0], value);
      return;
    }

  /* One address is cited, whichever of the two it comes from. */
  quoth_fact_edits_set (edits, QUOTH_FACT_URL, value);
  if (quoth_article_get_fact (self->article, QUOTH_FACT_CANONICAL_URL) != NULL)
    quoth_fact_edits_set (edits, QUOTH_FACT_CANONICAL_URL, value);
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  QuothFactsDialog *self = QUOTH_FACTS_DIALOG (widget);
  g_autoptr (QuothFactEdits) edits = quoth_fact_edits_new ();
  g_autoptr (GPtrArray) authors = collect_authors (self);

  for (Field field = 0; field < N_FIELDS; field++)
    edit_field (self, edits, field);
  if (!authors_equal (authors, self->shown_authors))
    {
      g_autofree char *byline = dup_byline (authors);

      quoth_fact_edits_set_authors (edits, authors);
      quoth_fact_edits_set (edits, QUOTH_FACT_AUTHOR, byline);
    }

  if (!quoth_fact_edits_is_empty (edits))
    g_signal_emit (self, signals[SAVED], 0, edits);
  gtk_window_close (GTK_WINDOW (self));
}

/* Where the first gap is, there the person begins. */
static void
focus_gap (QuothFactsDialog *self)
{
  for (Field field = 0; field < FIELD_EDITION; field++)
    {
      if (*self->shown[field] == '\0')
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->rows[field]));
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[FIELD_TITLE]));
}

static void
quoth_facts_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (quoth_facts_dialog_parent_class)->map (widget);

  focus_gap (QUOTH_FACTS_DIALOG (widget));
}

static void
quoth_facts_dialog_finalize (GObject *object)
{
  QuothFactsDialog *self = QUOTH_FACTS_DIALOG (object);

  g_clear_object (&self->article);
  g_clear_pointer (&self->shown_authors, g_ptr_array_unref);
  for (Field field = 0; field < N_FIELDS; field++)
    g_free (self->shown[field]);

  G_OBJECT_CLASS (quoth_facts_dialog_parent_class)->finalize (object);
}

static void
bind_fields (GtkWidgetClass *widget_class)
{
  static const char *names[N_FIELDS] = {
    "title", "publication", "published", "url", "accessed", "edition", "volume", "issue", "page",
    "doi",
  };
  static const struct {
    const char *format;
    gssize      offset;
    gboolean    checked; /* only fields that can be wrong have one */
  } children[] = {
    { "%s_row", G_STRUCT_OFFSET (QuothFactsDialog, rows), FALSE },
    { "%s_problem_row", G_STRUCT_OFFSET (QuothFactsDialog, problem_rows), TRUE },
    { "%s_problem", G_STRUCT_OFFSET (QuothFactsDialog, problem_labels), TRUE },
  };

  for (Field field = 0; field < N_FIELDS; field++)
    for (guint i = 0; i < G_N_ELEMENTS (children); i++)
      {
        g_autofree char *name = g_strdup_printf (children[i].format, names[field]);

        if (!children[i].checked || fields[field].check != NULL)
          gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                     children[i].offset
                                                     + (gssize) (field * sizeof (gpointer)));
      }
}

static void
quoth_facts_dialog_class_init (QuothFactsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = quoth_facts_dialog_finalize;
  widget_class->map = quoth_facts_dialog_map;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-facts-dialog.ui");
  bind_fields (widget_class);
  gtk_widget_class_bind_template_child (widget_class, QuothFactsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, QuothFactsDialog, authors_box);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "facts.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "facts.add-author", NULL, add_author);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quoth_facts_dialog_init (QuothFactsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QuothFactsDialog *
quoth_facts_dialog_new (GtkWindow    *parent,
                        QuothArticle *article)
{
  QuothFactsDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  self = g_object_new (QUOTH_TYPE_FACTS_DIALOG, "transient-for", parent, NULL);
  self->article = g_object_ref (article);
  for (Field field = 0; field < N_FIELDS; field++)
    {
      self->shown[field] = dup_shown (article, field);
      gtk_editable_set_text (self->rows[field], self->shown[field]);
    }
  show_authors (self);
  on_changed_cb (self);

  return self;
}
