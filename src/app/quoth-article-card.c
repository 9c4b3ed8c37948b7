#include "config.h"

#include "quoth-article-card.h"

#include "quoth-wording.h"

struct _QuothArticleCard
{
  AdwBin    parent_instance;

  GtkLabel *title_label;
  GtkLabel *author_label;
  GtkLabel *origin_label;
};

G_DEFINE_FINAL_TYPE (QuothArticleCard, quoth_article_card, ADW_TYPE_BIN)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
quoth_article_card_class_init (QuothArticleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-article-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothArticleCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuothArticleCard, author_label);
  gtk_widget_class_bind_template_child (widget_class, QuothArticleCard, origin_label);
}

static void
quoth_article_card_init (QuothArticleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_article_card_set_article (QuothArticleCard *self,
                                QuothArticle     *article)
{
  const char *publication = NULL;
  const char *printed = NULL;
  g_autofree char *date = NULL;
  g_autofree char *origin = NULL;

  g_return_if_fail (QUOTH_IS_ARTICLE_CARD (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));

  publication = quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION);
  printed = quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED_PRINTED);
  date = quoth_wording_dup_date (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED),
                                 QUOTH_DATE_LONG);
  origin = quoth_wording_join (publication, *date == '\0' && printed != NULL ? printed : date);

  show_text (self->title_label, quoth_article_get_fact (article, QUOTH_FACT_TITLE));
  show_text (self->author_label, quoth_article_get_fact (article, QUOTH_FACT_AUTHOR));
  show_text (self->origin_label, origin);
}
