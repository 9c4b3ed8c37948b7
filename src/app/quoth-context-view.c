#include "config.h"

#include "quoth-context-view.h"

#include "quoth-word-marks.h"

struct _QuothContextView
{
  AdwBin        parent_instance;

  QuothArticle *article;
  QuothQuote   *quote;

  GtkLabel     *label;
};

G_DEFINE_FINAL_TYPE (QuothContextView, quoth_context_view, ADW_TYPE_BIN)

static void
include_span (QuothSpan *whole,
              QuothSpan  span)
{
  if (quoth_span_is_empty (span))
    return;

  if (quoth_span_is_empty (*whole))
    *whole = span;

  whole->start = MIN (whole->start, span.start);
  whole->end = MAX (whole->end, span.end);
}

static void
include_spans (QuothSpan *whole,
               GArray    *spans)
{
  for (guint i = 0; i < spans->len; i++)
    include_span (whole, g_array_index (spans, QuothSpan, i));
}

/* From the start of the first block that the quotation touches to the end of the last. */
static QuothSpan
find_context (QuothArticle *article,
              QuothQuote   *quote)
{
  QuothSpan whole = { 0, 0 };
  const QuothBlock *block = NULL;

  include_spans (&whole, quoth_quote_get_contents (quote));
  include_spans (&whole, quoth_quote_get_sources (quote));
  include_span (&whole, quoth_quote_get_cue (quote));

  block = quoth_article_find_block (article, whole.start);
  if (block != NULL)
    include_span (&whole, block->span);
  block = whole.end > whole.start ? quoth_article_find_block (article, whole.end - 1) : NULL;
  if (block != NULL)
    include_span (&whole, block->span);

  return whole;
}

static void
insert (PangoAttrList  *list,
        PangoAttribute *attribute,
        QuothSpan       context,
        QuothSpan       span)
{
  quoth_word_marks_insert (list, attribute, span.start - context.start, span.end - context.start);
}

static void
mark_words (QuothContextView *self,
            PangoAttrList    *list,
            QuothSpan         context,
            QuothSpan         span)
{
  if (!quoth_span_is_empty (span))
    quoth_word_marks_light (GTK_WIDGET (self), list, span.start - context.start,
                            span.end - context.start);
}

static PangoAttrList *
create_marks (QuothContextView *self,
              QuothSpan         context)
{
  PangoAttrList *list = pango_attr_list_new ();
  GArray *contents = quoth_quote_get_contents (self->quote);
  GArray *sources = quoth_quote_get_sources (self->quote);
  QuothSpan cue = quoth_quote_get_cue (self->quote);

  for (guint i = 0; i < contents->len; i++)
    mark_words (self, list, context, g_array_index (contents, QuothSpan, i));
  for (guint i = 0; i < sources->len; i++)
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), context,
            g_array_index (sources, QuothSpan, i));
  if (!quoth_span_is_empty (cue))
    insert (list, pango_attr_style_new (PANGO_STYLE_ITALIC), context, cue);

  return list;
}

static void
update (QuothContextView *self)
{
  QuothSpan context = { 0, 0 };
  g_autoptr (PangoAttrList) marks = NULL;
  g_autofree char *words = NULL;

  if (self->quote == NULL)
    return;

  context = find_context (self->article, self->quote);
  words = quoth_article_dup_span (self->article, context);
  marks = create_marks (self, context);

  gtk_label_set_text (self->label, words);
  gtk_label_set_attributes (self->label, marks);
}

static void
quoth_context_view_dispose (GObject *object)
{
  QuothContextView *self = QUOTH_CONTEXT_VIEW (object);

  g_clear_object (&self->article);
  g_clear_object (&self->quote);

  G_OBJECT_CLASS (quoth_context_view_parent_class)->dispose (object);
}

static void
quoth_context_view_class_init (QuothContextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_context_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-context-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothContextView, label);
}

static void
quoth_context_view_init (QuothContextView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

void
quoth_context_view_set_quote (QuothContextView *self,
                              QuothArticle     *article,
                              QuothQuote       *quote)
{
  g_return_if_fail (QUOTH_IS_CONTEXT_VIEW (self));
  g_return_if_fail (QUOTH_IS_ARTICLE (article));
  g_return_if_fail (QUOTH_IS_QUOTE (quote));

  g_set_object (&self->article, article);
  g_set_object (&self->quote, quote);
  update (self);
}
