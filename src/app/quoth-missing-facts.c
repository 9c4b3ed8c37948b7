#include "config.h"

#include "quoth-missing-facts.h"

#include <glib/gi18n-lib.h>

#include "quoth-citation-facts.h"

struct _QuothMissingFacts
{
  AdwBin    parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (QuothMissingFacts, quoth_missing_facts, ADW_TYPE_BIN)

/* What is printed on a page has no need of an address, and without one nobody asks when it was
 * read. */
static GPtrArray *
list_missing (QuothArticle *article)
{
  g_autoptr (QuothCitationFacts) facts = quoth_citation_facts_new (article, NULL);
  const struct {
    gboolean    missing;
    const char *name;
  } checks[] = {
    { facts->title == NULL, C_("missing fact", "title") },
    { facts->authors->len == 0, C_("missing fact", "author") },
    { facts->publication == NULL, C_("missing fact", "publication") },
    { !facts->has_date && facts->date_printed == NULL, C_("missing fact", "date") },
    { facts->url == NULL && facts->page == NULL, C_("missing fact", "web address") },
    { facts->url != NULL && !facts->url_is_doi && !facts->has_accessed,
      C_("missing fact", "date read") },
  };
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (checks[i].missing)
        g_ptr_array_add (names, (gpointer) checks[i].name);
    }

  return names;
}

static void
quoth_missing_facts_class_init (QuothMissingFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-missing-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothMissingFacts, label);
}

static void
quoth_missing_facts_init (QuothMissingFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_missing_facts_set_article (QuothMissingFacts *self,
                                 QuothArticle      *article)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (QUOTH_IS_MISSING_FACTS (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));

  names = list_missing (article);
  gtk_widget_set_visible (GTK_WIDGET (self), names->len > 0);
  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  /* Translators: between the words of a list: "title, author" */
  list = g_strjoinv (C_("missing facts", ", "), (char **) names->pdata);
  /* Translators: %s is a list of what a citation lacks: "title, author" */
  text = g_strdup_printf (_("Missing: %s"), list);
  gtk_label_set_text (self->label, text);
}
