#include "config.h"

#include <locale.h>

#include <adwaita.h>

#include "quoth-context-view.h"
#include "quoth-quote-panel.h"
#include "quoth-speaker-card.h"

static const char text[] =
  "Ferry waits\n\n"
  "The ferry cannot sail. “The ramp is stuck,” said Ivo Brandt of Bay Lines. Nobody came.\n\n"
  "Passengers went home.";

typedef struct
{
  QuothArticle *article;
  QuothQuote   *quote;
  QuothEntity  *speaker;
  QuothEntity  *organisation;
} Fixture;

static QuothSpan
find_span (const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);

  return (QuothSpan) { (guint32) (found - text), (guint32) (found - text + strlen (words)) };
}

static void
add_block (Fixture        *fixture,
           QuothBlockKind  kind,
           const char     *words)
{
  QuothSpan span = find_span (words);

  quoth_article_add_block (fixture->article, kind, span.start, span.end, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  QuothSpan content = find_span ("“The ramp is stuck,”");
  QuothSpan source = find_span ("Ivo Brandt of Bay Lines");

  fixture->article = quoth_article_new (NULL);
  quoth_article_set_text (fixture->article, text);
  add_block (fixture, QUOTH_BLOCK_HEADLINE, "Ferry waits");
  add_block (fixture, QUOTH_BLOCK_PARAGRAPH,
             "The ferry cannot sail. “The ramp is stuck,” said Ivo Brandt of Bay Lines. Nobody came.");
  add_block (fixture, QUOTH_BLOCK_PARAGRAPH, "Passengers went home.");

  fixture->quote = quoth_quote_new ("q", QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT);
  g_array_append_val (quoth_quote_get_contents (fixture->quote), content);
  g_array_append_val (quoth_quote_get_sources (fixture->quote), source);
  quoth_quote_set_cue (fixture->quote, find_span ("said"));
  fixture->speaker = quoth_entity_new ("p", QUOTH_ENTITY_PERSON, "Ivo Brandt");
  fixture->organisation = quoth_entity_new ("o", QUOTH_ENTITY_ORGANISATION, "Bay Lines");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->quote);
  g_clear_object (&fixture->speaker);
  g_clear_object (&fixture->organisation);
  g_clear_object (&fixture->article);
}

static void
collect_texts (GtkWidget *widget,
               GPtrArray *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (texts, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));
  else if (!ADW_IS_AVATAR (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget);
         child != NULL;
         child = gtk_widget_get_next_sibling (child))
      collect_texts (child, texts);
}

static void
assert_texts (GtkWidget  *widget,
              const char *expected)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  collect_texts (widget, texts);
  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv (" | ", (char **) texts->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_speaker (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GtkWidget) card = g_object_ref_sink (g_object_new (QUOTH_TYPE_SPEAKER_CARD, NULL));

  g_ptr_array_add (quoth_quote_get_speakers (fixture->quote), g_object_ref (fixture->speaker));
  quoth_quote_set_speaker_confidence (fixture->quote, 0.95);
  quoth_quote_set_on_behalf_of (fixture->quote, fixture->organisation);
  quoth_speaker_card_set_quote (QUOTH_SPEAKER_CARD (card), fixture->article, fixture->quote);
  assert_texts (card, "Ivo Brandt | Bay Lines | In the text: “Ivo Brandt of Bay Lines” | Certain");

  quoth_entity_add_role (fixture->speaker, "master", fixture->organisation, QUOTH_ROLE_CURRENT,
                         (QuothSpan) { 0, 0 });
  quoth_entity_add_role (fixture->speaker, "pilot", NULL, QUOTH_ROLE_FORMER, (QuothSpan) { 0, 0 });
  quoth_speaker_card_set_quote (QUOTH_SPEAKER_CARD (card), fixture->article, fixture->quote);
  assert_texts (card,
                "Ivo Brandt | master, Bay Lines\nformer pilot | In the text: “Ivo Brandt of Bay Lines” | Certain");
}

static void
test_unknown_speaker (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GtkWidget) card = g_object_ref_sink (g_object_new (QUOTH_TYPE_SPEAKER_CARD, NULL));

  quoth_speaker_card_set_quote (QUOTH_SPEAKER_CARD (card), fixture->article, fixture->quote);
  assert_texts (card, "Speaker unknown | In the text: “Ivo Brandt of Bay Lines”");
}

static void
assert_marked (GtkLabel      *label,
               PangoAttrType  type,
               const char    *expected)
{
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  g_autoptr (GString) marked = g_string_new (NULL);

  do
    {
      int start = 0;
      int end = 0;

      pango_attr_iterator_range (iterator, &start, &end);
      if (pango_attr_iterator_get (iterator, type) != NULL)
        g_string_append_len (marked, gtk_label_get_text (label) + start, end - start);
    }
  while (pango_attr_iterator_next (iterator));

  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_context (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (g_object_new (QUOTH_TYPE_CONTEXT_VIEW, NULL));
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (view));

  quoth_context_view_set_quote (QUOTH_CONTEXT_VIEW (view), fixture->article, fixture->quote);
  g_assert_cmpstr (gtk_label_get_text (label), ==,
                   "The ferry cannot sail. “The ramp is stuck,” said Ivo Brandt of Bay Lines. Nobody came.");
  assert_marked (label, PANGO_ATTR_BACKGROUND, "“The ramp is stuck,”");
  assert_marked (label, PANGO_ATTR_STYLE, "said");
  assert_marked (label, PANGO_ATTR_WEIGHT, "Ivo Brandt of Bay Lines");
}

static gboolean
has_text (GtkWidget  *widget,
          const char *words)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  collect_texts (widget, texts);

  return g_ptr_array_find_with_equal_func (texts, words, g_str_equal, NULL);
}

static void
test_confidence (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (QUOTH_TYPE_QUOTE_PANEL, NULL));
  QuothQuotePanel *panel = QUOTH_QUOTE_PANEL (widget);

  quoth_quote_set_confidence (fixture->quote, QUOTH_CONFIDENCE_CERTAIN);
  quoth_quote_panel_set_quote (panel, fixture->article, fixture->quote);
  g_assert_true (has_text (widget, "Direct quotation · Certain"));

  quoth_quote_set_confidence (fixture->quote, QUOTH_CONFIDENCE_LIKELY);
  quoth_quote_panel_set_quote (panel, fixture->article, fixture->quote);
  g_assert_true (has_text (widget, "Direct quotation · Likely"));

  quoth_quote_set_state (fixture->quote, QUOTH_STATE_CONFIRMED);
  quoth_quote_panel_set_quote (panel, fixture->article, fixture->quote);
  g_assert_true (has_text (widget, "Direct quotation · Confirmed"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add ("/quote-panel/names-speaker-and-offices", Fixture, NULL, set_up, test_speaker,
              tear_down);
  g_test_add ("/quote-panel/admits-an-unknown-speaker", Fixture, NULL, set_up, test_unknown_speaker,
              tear_down);
  g_test_add ("/quote-panel/says-how-sure-the-quotation-is", Fixture, NULL, set_up, test_confidence,
              tear_down);
  g_test_add ("/quote-panel/marks-words-in-their-paragraph", Fixture, NULL, set_up, test_context,
              tear_down);

  return g_test_run ();
}
