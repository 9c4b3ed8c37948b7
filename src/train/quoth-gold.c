#include "quoth-gold.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "quoth-treebank.h"

/* Articles go to folds by their name, so that every run, and treebank and articles alike, part them
 * the same. */
guint
quoth_fold_of (const char *id,
               guint       n_folds)
{
  return quoth_lexeme_hash (id) % n_folds;
}

static void
article_free (gpointer data)
{
  QuothGoldArticle *self = data;

  g_free (self->id);
  g_clear_pointer (&self->parsed, quoth_parsed_text_free);
  g_clear_pointer (&self->text, quoth_text_free);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self->content);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_array_unref (self->quotes);
  g_clear_pointer (&self->cues, g_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_free (self);
}

/* Byte offset of each code point. */
static guint32 *
map_offsets (const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  guint32 *offsets = g_new (guint32, n + 1);
  glong i = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    offsets[i++] = p - text;
  offsets[i] = strlen (text);
  return offsets;
}

static QuothRange
read_span (JsonObject      *span,
           const QuothText *text,
           const guint32   *offsets)
{
  guint32 start = offsets[json_object_get_int_member (span, "start")];
  guint32 end = offsets[json_object_get_int_member (span, "end")];
  QuothRange range = { quoth_text_find_token (text, start), 0 };

  range.end = range.first;
  while (range.end < text->n_tokens && text->tokens[range.end].span.start < end)
    range.end++;
  return range;
}

static guint
read_spans (JsonObject      *quote,
            const char      *member,
            const QuothText *text,
            const guint32   *offsets,
            QuothRange      *ranges)
{
  JsonArray *spans = json_object_has_member (quote, member)
                     ? json_object_get_array_member (quote, member) : NULL;
  guint n = 0;

  for (guint i = 0; spans != NULL && i < json_array_get_length (spans) &&
       n < QUOTH_CANDIDATE_PIECES; i++)
    {
      QuothRange range = read_span (json_array_get_object_element (spans, i), text, offsets);

      if (range.end > range.first)
        ranges[n++] = range;
    }
  return n;
}

static gboolean
is_statement (JsonObject       *quote,
              QuothRange        cue,
              const QuothModel *lists,
              const QuothText  *text)
{
  const QuothWordList *verbs = quoth_model_find_list (lists, "reporting-verbs");
  gboolean words = FALSE;

  if (!g_str_equal (json_object_get_string_member_with_default (quote, "kind", "indirect"),
                    "indirect"))
    return TRUE;
  for (guint t = cue.first; t < cue.end; t++)
    {
      QuothSpan span = text->tokens[t].span;

      words = words || text->tokens[t].kind == QUOTH_TOKEN_WORD;
      if (quoth_word_list_contains (verbs, text->text + span.start, quoth_span_length (span)))
        return TRUE;
    }
  return cue.end > cue.first && !words;
}

static void
read_quotes (QuothGoldArticle *self,
             JsonObject       *object,
             const QuothModel *lists)
{
  JsonArray *quotes = json_object_get_array_member (object, "quotes");
  g_autofree guint32 *offsets = map_offsets (self->content);

  for (guint i = 0; i < json_array_get_length (quotes); i++)
    {
      JsonObject *quote = json_array_get_object_element (quotes, i);
      QuothGoldQuote gold = { 0 };
      JsonNode *cue = json_object_get_member (quote, "cue");

      if (cue != NULL && JSON_NODE_HOLDS_OBJECT (cue))
        gold.cue = read_span (json_node_get_object (cue), self->text, offsets);
      gold.n_contents = read_spans (quote, "contents", self->text, offsets, gold.contents);
      gold.n_sources = read_spans (quote, "sources", self->text, offsets, gold.sources);
      gold.statement = is_statement (quote, gold.cue, lists, self->text);
      if (gold.n_contents > 0)
        g_array_append_val (self->quotes, gold);
    }
}

static QuothGoldArticle *
read_article (JsonObject       *object,
              const QuothModel *lists)
{
  QuothGoldArticle *self = g_new0 (QuothGoldArticle, 1);
  gsize length;

  self->id = g_strdup (json_object_get_string_member (object, "id"));
  self->content = g_strdup (json_object_get_string_member (object, "text"));
  length = strlen (self->content);
  self->blocks = quoth_blocks_classify (self->content, length, lists);
  self->text = quoth_text_new (self->content, length, (QuothBlock *) self->blocks->data,
                               self->blocks->len, lists);
  self->quotes = g_array_new (FALSE, TRUE, sizeof (QuothGoldQuote));
  read_quotes (self, object, lists);
  return self;
}

/**
 * quoth_gold_read:
 * @lists: a model with the word lists
 *
 * Returns: (transfer full) (element-type QuothGoldArticle): the articles of a file in the exchange format, cut
 *   into tokens, without readings yet
 */
GPtrArray *
quoth_gold_read (const char        *path,
                 const QuothModel  *lists,
                 GError           **error)
{
  g_autofree char *content = quoth_read_text_file (path, error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (article_free);
  g_auto (GStrv) lines = content == NULL ? NULL : g_strsplit (content, "\n", -1);

  if (content == NULL)
    return NULL;
  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (**line == '\0')
        continue;
      if (!json_parser_load_from_data (parser, *line, -1, error))
        return NULL;
      g_ptr_array_add (articles,
                       read_article (json_node_get_object (json_parser_get_root (parser)), lists));
    }
  return g_steal_pointer (&articles);
}

/* Bytes of content that two lists of token ranges share; words only, as the scorer trims the rest. */
static guint
count_shared (const QuothText  *text,
              const QuothRange *a,
              guint             n_a,
              const QuothRange *b,
              guint             n_b)
{
  guint n = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint k = 0; k < n_b; k++)
      for (guint t = MAX (a[i].first, b[k].first); t < MIN (a[i].end, b[k].end); t++)
        n += quoth_span_length (text->tokens[t].span) + 1;
  return n;
}

/**
 * quoth_gold_measure:
 * @right: (out): whether content and source agree with a quotation of the article: contents overlap by half,
 *   sources overlap or both have none
 * @statement: (out): whether the quotation it overlaps most is a statement; %TRUE when there is
 *   none
 *
 * Returns: how much of content and source is that quotation's, 0 to 2
 */
double
quoth_gold_measure (const QuothGoldArticle *article,
                    const QuothCandidate   *candidate,
                    gboolean               *right,
                    gboolean               *statement)
{
  const QuothText *text = article->text;
  guint size = count_shared (text, candidate->contents, candidate->n_contents, candidate->contents,
                             candidate->n_contents);
  guint source_size = count_shared (text, candidate->sources, candidate->n_sources,
                                    candidate->sources,
                                    candidate->n_sources);
  double best = 0, quality = 0;

  *statement = TRUE;
  *right = FALSE;
  for (guint i = 0; i < article->quotes->len; i++)
    {
      const QuothGoldQuote *gold = &g_array_index (article->quotes, QuothGoldQuote, i);
      guint both = count_shared (text, candidate->contents, candidate->n_contents, gold->contents,
                                 gold->n_contents);
      guint gold_size = count_shared (text, gold->contents, gold->n_contents, gold->contents,
                                      gold->n_contents);
      double overlap = both / (double) MAX (size + gold_size - both, 1);
      guint sources, gold_source;

      if (overlap <= best)
        continue;
      best = overlap;
      sources = count_shared (text, candidate->sources, candidate->n_sources, gold->sources,
                              gold->n_sources);
      gold_source = count_shared (text, gold->sources, gold->n_sources, gold->sources,
                                  gold->n_sources);
      *statement = gold->statement;
      *right = overlap >= 0.5 && (sources > 0 || source_size + gold_source == 0);
      quality = overlap + (source_size + gold_source == 0 ? 1
                           : sources / (double) (source_size + gold_source - sources));
    }
  return quality;
}

gboolean
quoth_gold_is_right (const QuothGoldArticle *article,
                     const QuothCandidate   *candidate,
                     gboolean               *statement)
{
  gboolean right;

  quoth_gold_measure (article, candidate, &right, statement);
  return right;
}
