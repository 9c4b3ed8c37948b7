#include "config.h"

#include "quoth-compared-text.h"

#include <glib/gi18n-lib.h>

#include "quoth-wording.h"
#include "quoth-word-marks.h"

/* What stands behind so many bytes is left out: enough to see which article it is. */
#define MAX_SHOWN (64 * 1024)

struct _QuothComparedText
{
  AdwBin        parent_instance;

  char         *heading;
  QuothArticle *article;
  GArray       *unshared;      /* of QuothSpan */

  GtkLabel     *heading_label;
  GtkLabel     *title_label;
  GtkLabel     *detail_label;
  GtkLabel     *differing_label;
  GtkLabel     *text_label;
};

G_DEFINE_FINAL_TYPE (QuothComparedText, quoth_compared_text, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_HEADING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* Lights what is of @block in the shown text, where the block begins at @shown. */
static void
mark_block (QuothComparedText *self,
            PangoAttrList     *marks,
            QuothSpan          block,
            gsize              shown)
{
  for (guint i = 0; i < self->unshared->len; i++)
    {
      QuothSpan span = g_array_index (self->unshared, QuothSpan, i);
      QuothSpan part = { MAX (span.start, block.start), MIN (span.end, block.end) };

      if (!quoth_span_is_empty (part))
        quoth_word_marks_light (GTK_WIDGET (self), marks,
                                (guint) (shown + part.start - block.start),
                                (guint) (shown + part.end - block.start));
    }
}

static void
show_text (QuothComparedText *self)
{
  const char *text = quoth_article_get_text (self->article);
  GArray *blocks = quoth_article_get_blocks (self->article);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();

  for (guint i = 0; i < blocks->len && shown->len < MAX_SHOWN; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      if (block->kind == QUOTH_BLOCK_FURNITURE)
        continue;
      if (shown->len > 0)
        g_string_append (shown, "\n\n");
      mark_block (self, marks, block->span, shown->len);
      g_string_append_len (shown, text + block->span.start, quoth_span_length (block->span));
    }
  if (shown->len == 0)
    g_string_append (shown, text);
  if (shown->len > MAX_SHOWN)
    {
      char *end = g_utf8_find_prev_char (shown->str, shown->str + MAX_SHOWN);

      g_string_truncate (shown, end - shown->str);
      g_string_append (shown, "…");
    }

  gtk_label_set_text (self->text_label, shown->str);
  gtk_label_set_attributes (self->text_label, marks);
}

static void
update (QuothComparedText *self)
{
  g_autofree char *date = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *differing = NULL;
  const char *title;

  if (self->article == NULL)
    return;

  title = quoth_article_get_fact (self->article, QUOTH_FACT_TITLE);
  date = quoth_wording_dup_date (quoth_article_get_fact (self->article, QUOTH_FACT_PUBLISHED),
                                 QUOTH_DATE_LONG);
  detail = quoth_wording_join (quoth_article_get_fact (self->article, QUOTH_FACT_PUBLICATION),
                               date);
  /* Translators: places in an article's text whose words are not in the other article */
  differing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place differs", "%u places differ",
                                            self->unshared->len), self->unshared->len);
  gtk_label_set_text (self->title_label, title != NULL ? title : _("Untitled"));
  gtk_label_set_text (self->detail_label, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL && *detail != '\0');
  gtk_label_set_text (self->differing_label, differing);
  show_text (self);
}

static void
quoth_compared_text_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, QUOTH_COMPARED_TEXT (object)->heading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_compared_text_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  QuothComparedText *self = QUOTH_COMPARED_TEXT (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      g_free (self->heading);
      self->heading = g_value_dup_string (value);
      gtk_label_set_text (self->heading_label, self->heading != NULL ? self->heading : "");
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_compared_text_dispose (GObject *object)
{
  QuothComparedText *self = QUOTH_COMPARED_TEXT (object);

  g_clear_object (&self->article);
  g_clear_pointer (&self->unshared, g_array_unref);

  G_OBJECT_CLASS (quoth_compared_text_parent_class)->dispose (object);
}

static void
quoth_compared_text_finalize (GObject *object)
{
  g_free (QUOTH_COMPARED_TEXT (object)->heading);

  G_OBJECT_CLASS (quoth_compared_text_parent_class)->finalize (object);
}

static void
quoth_compared_text_class_init (QuothComparedTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_compared_text_dispose;
  object_class->finalize = quoth_compared_text_finalize;
  object_class->get_property = quoth_compared_text_get_property;
  object_class->set_property = quoth_compared_text_set_property;

  properties[PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-compared-text.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothComparedText, heading_label);
  gtk_widget_class_bind_template_child (widget_class, QuothComparedText, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuothComparedText, detail_label);
  gtk_widget_class_bind_template_child (widget_class, QuothComparedText, differing_label);
  gtk_widget_class_bind_template_child (widget_class, QuothComparedText, text_label);
}

static void
quoth_compared_text_init (QuothComparedText *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

void
quoth_compared_text_set_article (QuothComparedText *self,
                                 QuothArticle      *article,
                                 GArray            *unshared)
{
  g_return_if_fail (QUOTH_IS_COMPARED_TEXT (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));
  g_return_if_fail (unshared != NULL);

  g_set_object (&self->article, article);
  g_clear_pointer (&self->unshared, g_array_unref);
  self->unshared = g_array_ref (unshared);
  update (self);
}
