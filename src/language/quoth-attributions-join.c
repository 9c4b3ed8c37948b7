#include "quoth-attributions-learned.h"

#define LEAST_WORDS 5
#define LEAST_MIXED 0.2f
#define LEAST_REPORTED 0.3f

/* What the training text does not show, the rules keep: speech in paragraphs without a cue, and
 * attributions within what somebody said (PolNeAR marks neither as such). */

static QuothSpan
get_extent (const QuothAttribution *self)
{
  const QuothShortArray *contents = &self->contents;

  return (QuothSpan) { quoth_short_array_index (contents, QuothSpan, 0).start,
                       quoth_short_array_index (contents, QuothSpan, contents->len - 1).end };
}

static gboolean
holds (const QuothAttribution *self,
       QuothSpan               span)
{
  for (guint i = 0; i < self->contents.len; i++)
    if (quoth_span_contains (quoth_short_array_index (&self->contents, QuothSpan, i), span))
      return TRUE;
  return FALSE;
}

static gboolean
says_of (const QuothAttribution *self,
         QuothSpan               words)
{
  for (guint i = 0; i < self->contents.len; i++)
    if (quoth_span_overlaps (quoth_short_array_index (&self->contents, QuothSpan, i), words))
      return TRUE;
  return FALSE;
}

static gboolean
touches (const QuothAttribution *self,
         const QuothAttribution *other)
{
  for (guint i = 0; i < other->contents.len; i++)
    if (says_of (self, quoth_short_array_index (&other->contents, QuothSpan, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_free (GPtrArray              *found,
         const QuothAttribution *attribution)
{
  for (guint i = 0; i < found->len; i++)
    if (touches (found->pdata[i], attribution))
      return FALSE;
  return TRUE;
}

/* Is something of the words already what somebody says? */
static gboolean
is_taken (GPtrArray *found,
          QuothSpan  words)
{
  for (guint i = 0; i < found->len; i++)
    if (says_of (found->pdata[i], words))
      return TRUE;
  return FALSE;
}

static gint
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      data G_GNUC_UNUSED)
{
  const QuothSpan *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/* The one within whose content cue and content of @attribution stand, other than itself found
 * again. */
static QuothAttribution *
find_holder (GPtrArray              *found,
             const QuothAttribution *attribution)
{
  for (guint i = 0; i < found->len; i++)
    {
      QuothAttribution *other = found->pdata[i];
      gboolean all = other->parent < 0 && !quoth_span_is_empty (attribution->cue) &&
                     holds (other, attribution->cue);

      for (guint k = 0; all && k < attribution->contents.len; k++)
        all = holds (other, quoth_short_array_index (&attribution->contents, QuothSpan, k));
      if (all)
        return other;
    }
  return NULL;
}

static guint
find_block (const QuothText *text,
            guint32          offset)
{
  guint lo = 0, hi = text->n_blocks;

  while (hi - lo > 1)
    {
      guint middle = (lo + hi) / 2;

      if (text->blocks[middle].span.start <= offset)
        lo = middle;
      else
        hi = middle;
    }
  return lo;
}

/* The attribution with quoted words before @speech in its paragraph: the same quotation goes on, as
 * in “…,” she said. “…” */
static QuothAttribution *
find_begun (GPtrArray              *found,
            const QuothText        *text,
            const QuothAttribution *speech)
{
  QuothSpan span = get_extent (speech);
  QuothAttribution *begun = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      QuothAttribution *other = found->pdata[i];

      if (other->parent < 0 && get_extent (other).end <= span.start &&
          !quoth_span_is_empty (other->cue) &&
          other->cue.end <= span.start &&
          (begun == NULL || get_extent (other).end > get_extent (begun).end))
        begun = other;
    }
  if (begun == NULL || begun->kind == QUOTH_QUOTE_INDIRECT ||
      find_block (text, get_extent (begun).end - 1) != find_block (text, span.start))
    return NULL;
  return begun;
}

static void
go_on (QuothAttribution       *begun,
       const QuothAttribution *speech)
{
  quoth_short_array_append (&begun->contents, quoth_short_array_get_data (&speech->contents),
                            speech->contents.len,
                            sizeof (QuothSpan));
}

static gint
compare_extents (gconstpointer a,
                 gconstpointer b)
{
  const QuothAttribution *first = *(QuothAttribution *const *) a,
                                  *second = *(QuothAttribution *const *) b;
  QuothSpan x = get_extent (first), y = get_extent (second);

  if (x.start != y.start)
    return x.start < y.start ? -1 : 1;
  if (x.end != y.end)
    return x.end > y.end ? -1 : 1;
  return (gint) (first->parent >= 0) - (gint) (second->parent >= 0);
}

/* A few words in marks that make a paragraph are a crosshead or a title sooner than speech. */
static gboolean
is_speech (const QuothText        *text,
           const QuothAttribution *speech)
{
  QuothSpan span = get_extent (speech);
  guint words = 0;

  if (!quoth_span_is_empty (speech->cue) || speech->sources.len > 0)
    return FALSE;
  for (guint t = quoth_text_find_token (text, span.start); t < text->n_tokens &&
       text->tokens[t].span.end <= span.end; t++)
    words += text->tokens[t].kind == QUOTH_TOKEN_WORD;
  return words >= LEAST_WORDS;
}

/* Headlines and captions: what it was learned from has next to none. */
static gboolean
is_unlearned (const QuothText        *text,
              const QuothAttribution *rule)
{
  QuothBlockKind kind = text->blocks[find_block (text, get_extent (rule).start)].kind;

  return kind == QUOTH_BLOCK_HEADLINE || kind == QUOTH_BLOCK_STANDFIRST ||
         kind == QUOTH_BLOCK_CAPTION;
}

/* "A call from them for", "a warning by her that": the training text has few nouns that report, and
 * who reports beside them leaves no doubt. */
static gboolean
is_owned_noun (const QuothText        *text,
               const QuothAttribution *rule)
{
  QuothSpan source = quoth_short_array_index (&rule->sources, QuothSpan, 0);

  return source.start >= rule->cue.end && get_extent (rule).start >= source.end &&
         quoth_word_list_contains (quoth_model_find_list (text->model, "cue-nouns"),
                                   text->text + rule->cue.start,
                                   quoth_span_length (rule->cue));
}

/* Marked words with their source beside them, by a cue or by the layout, need no more proof,
 * whatever the acceptor has learned of them; other statements some, as it was learned from texts of
 * another country and kind. */
static gboolean
is_plain (const QuothText        *text,
          const QuothAttribution *rule)
{
  if (rule->kind == QUOTH_QUOTE_DIRECT)
    return rule->sources.len > 0;
  if (rule->sources.len == 0 || rule->type == QUOTH_QUOTE_ATTITUDE ||
      (quoth_span_is_empty (rule->cue) && !is_unlearned (text, rule)))
    return FALSE;
  if (rule->kind == QUOTH_QUOTE_MIXED || is_unlearned (text, rule))
    return rule->confidence >= LEAST_MIXED;
  return rule->confidence >= LEAST_REPORTED || is_owned_noun (text, rule);
}

/* What was found by the same cue, if anything. */
static QuothAttribution *
find_same_cue (GPtrArray              *found,
               const QuothAttribution *rule)
{
  for (guint i = 0; i < found->len; i++)
    {
      QuothAttribution *other = found->pdata[i];

      if (other->parent < 0 && !quoth_span_is_empty (rule->cue) &&
          !quoth_span_is_empty (other->cue) &&
          quoth_span_overlaps (rule->cue, other->cue))
        return other;
    }
  return NULL;
}

/* Beside a noun that reports, the rules know better who reports and where it begins. */
static gboolean
correct_noun (GPtrArray        *found,
              const QuothText  *text,
              QuothAttribution *rule)
{
  QuothAttribution *other = rule->sources.len > 0 && is_owned_noun (text, rule)
                            ? find_same_cue (found, rule) : NULL;
  QuothShortArray contents, sources;

  if (other == NULL || !touches (other, rule))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (found->pdata[i] != other && touches (found->pdata[i], rule))
      return FALSE;
  contents = other->contents;
  sources = other->sources;
  other->kind = rule->kind;
  other->cue = rule->cue;
  other->contents = rule->contents;
  other->sources = rule->sources;
  rule->contents = contents;
  rule->sources = sources;
  return TRUE;
}

/* Adds to what was found the marked words of the same cue that nothing was found for: “…,” she
 * said. “… */
static void
complete (GPtrArray              *found,
          const QuothAttribution *rule)
{
  QuothAttribution *other = rule->kind == QUOTH_QUOTE_DIRECT ? find_same_cue (found, rule) : NULL;

  if (other == NULL || other->kind == QUOTH_QUOTE_INDIRECT)
    return;
  for (guint i = 0; i < rule->contents.len; i++)
    {
      QuothSpan piece = quoth_short_array_index (&rule->contents, QuothSpan, i);

      if (!is_taken (found, piece))
        quoth_short_array_append_val (&other->contents, piece);
    }
  quoth_short_array_sort (&other->contents, sizeof (QuothSpan), compare_spans);
}

/* Does the rule give its cue a second speaker, behind what the first one says? */
static gboolean
shares_cue (const QuothAttribution *first,
            const QuothAttribution *rule)
{
  return rule->sources.len > 0 && get_extent (first).start >= rule->cue.end &&
         get_extent (first).end <= quoth_short_array_index (&rule->sources, QuothSpan, 0).start;
}

/* May the rule's attribution join? A cue reports once. Where the rule has words in marks for it and
 * what was found has none, that is taken away, unless something is nested in it. */
static gboolean
replaces (GPtrArray              *found,
          GHashTable             *holders,
          const QuothAttribution *rule)
{
  QuothAttribution *other = find_same_cue (found, rule);
  GHashTableIter iter;
  gpointer holder;

  if (other == NULL || shares_cue (other, rule))
    return TRUE;
  if (rule->kind == QUOTH_QUOTE_INDIRECT || other->kind != QUOTH_QUOTE_INDIRECT)
    return FALSE;
  g_hash_table_iter_init (&iter, holders);
  while (g_hash_table_iter_next (&iter, NULL, &holder))
    if (holder == other)
      return FALSE;
  g_ptr_array_remove (found, other);
  return TRUE;
}

/**
 * quoth_attributions_join:
 * @found: (element-type QuothAttribution): what the learned stages found
 * @rules: (element-type QuothAttribution): what the rules found; what is taken is no longer in it
 *
 * Adds the paragraphs of speech and the nested attributions of the rules, and puts all in text
 * order.
 */
void
quoth_attributions_join (GPtrArray       *found,
                         GPtrArray       *rules,
                         const QuothText *text)
{
  g_autoptr (GHashTable) holders = g_hash_table_new (NULL, NULL);
  gboolean joined = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      QuothAttribution *rule = rules->pdata[i], *holder = NULL, *begun = NULL;

      if (rule->parent >= 0)
        holder = find_holder (found, rule);
      else if (!is_free (found, rule) || !(is_speech (text, rule) || is_plain (text, rule)))
        {
          if (correct_noun (found, text, rule))
            joined = TRUE;
          else
            complete (found, rule);
          continue;
        }
      if (rule->parent >= 0 ? holder == NULL : !replaces (found, holders, rule))
        continue;
      if (rule->parent < 0 && quoth_span_is_empty (rule->cue) &&
          (begun = find_begun (found, text, rule)) != NULL)
        {
          go_on (begun, rule);
          continue;
        }
      rule->parent = holder != NULL ? 0 : -1;
      if (holder != NULL)
        g_hash_table_insert (holders, rule, holder);
      joined = TRUE;
      g_ptr_array_add (found, g_ptr_array_steal_index (rules, i--));
    }
  if (!joined)
    return;
  g_ptr_array_sort (found, compare_extents);
  for (guint i = 0; i < found->len; i++)
    {
      QuothAttribution *attribution = found->pdata[i];
      gpointer holder = g_hash_table_lookup (holders, attribution);
      guint index;

      if (holder != NULL && g_ptr_array_find (found, holder, &index))
        attribution->parent = index;
    }
}
