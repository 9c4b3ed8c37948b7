#include "quoth-parsed-text.h"

#include <string.h>

/* Outermost quoted span of each token. Quoted spans are sorted by start, outer before inner. */
static void
mark_quoted (QuothParsedText *self)
{
  const QuothText *text = self->text;
  guint q = 0;

  for (guint t = 0; t < text->n_tokens; t++)
    {
      QuothSpan span = text->tokens[t].span;

      while (q < text->n_quoted &&
             (text->quoted[q].level > 0 || text->quoted[q].span.end <= span.start))
        q++;
      self->views[t].quoted = q < text->n_quoted && text->quoted[q].span.start <= span.start
                              ? (gint32) q : -1;
    }
}

/* Tokens of each quoted span; those without any have first = end. */
static void
mark_quoted_tokens (QuothParsedText *self)
{
  const QuothText *text = self->text;
  guint t = 0;

  for (guint q = 0; q < text->n_quoted; q++)
    {
      guint end;

      while (t < text->n_tokens && text->tokens[t].span.start < text->quoted[q].span.start)
        t++;
      for (end = t; end < text->n_tokens &&
           text->tokens[end].span.start < text->quoted[q].span.end; end++)
        ;
      self->quoted_first[q] = t;
      self->quoted_end[q] = end;
    }
}

static void
mark_sentences (QuothParsedText *self)
{
  const QuothText *text = self->text;
  guint first = 0;

  for (guint s = 0; s < text->n_sentences; s++)
    {
      for (guint t = text->sentences[s].first; t < text->sentences[s].end; t++)
        self->views[t].sentence = s;
      if (s > 0 && text->sentences[s].block != text->sentences[s - 1].block)
        first = s;
      self->block_first[s] = first;
    }
  for (guint s = text->n_sentences, end = s; s > 0; s--)
    {
      if (s < text->n_sentences && text->sentences[s].block != text->sentences[s - 1].block)
        end = s;
      self->block_end[s - 1] = end;
    }
}

static void
mark_marks (QuothParsedText *self)
{
  const QuothText *text = self->text;
  gint32 last = -1, next = text->n_tokens;

  for (guint t = 0; t < text->n_tokens; t++)
    {
      if (text->tokens[t].kind >= QUOTH_TOKEN_OPENING_MARK)
        last = t;
      self->last_mark[t] = last;
    }
  for (guint t = text->n_tokens; t-- > 0;)
    {
      if (text->tokens[t].kind >= QUOTH_TOKEN_OPENING_MARK)
        next = t;
      self->next_mark[t] = next;
    }
}

static void
add_child (QuothView     *view,
           gint32         child,
           QuothRelation  relation)
{
  switch ((int) relation)
    {
    case QUOTH_RELATION_NSUBJ:
    case QUOTH_RELATION_CSUBJ:
      view->children |= QUOTH_HAS_NSUBJ;
      view->subject = child;
      break;
    case QUOTH_RELATION_NSUBJ_PASS:
      view->children |= QUOTH_HAS_NSUBJ | QUOTH_HAS_PASSIVE;
      view->subject = child;
      break;
    case QUOTH_RELATION_CCOMP:
      view->children |= QUOTH_HAS_CCOMP;
      view->clause = child;
      break;
    case QUOTH_RELATION_PARATAXIS:
      view->children |= QUOTH_HAS_PARATAXIS;
      if (view->clause < 0)
        view->clause = child;
      break;
    case QUOTH_RELATION_OBJ:
      view->children |= QUOTH_HAS_OBJ;
      view->object = child;
      break;
    case QUOTH_RELATION_XCOMP:
      view->children |= QUOTH_HAS_XCOMP;
      view->object = child;
      break;
    case QUOTH_RELATION_OBL:
    case QUOTH_RELATION_NMOD:
      view->children |= QUOTH_HAS_OBL;
      if (view->object < 0)
        view->object = child;
      break;
    case QUOTH_RELATION_MARK:
      view->children |= QUOTH_HAS_MARK;
      break;
    case QUOTH_RELATION_ADVCL:
      view->children |= QUOTH_HAS_ADVCL;
      break;
    case QUOTH_RELATION_AUX:
      view->children |= QUOTH_HAS_AUX;
      break;
    case QUOTH_RELATION_AUX_PASS:
      view->children |= QUOTH_HAS_PASSIVE;
      break;
    case QUOTH_RELATION_ACL:
    case QUOTH_RELATION_ACL_RELCL:
      view->children |= QUOTH_HAS_ACL;
      break;
    case QUOTH_RELATION_COP:
      view->children |= QUOTH_HAS_COP;
      break;
    default:
      break;
    }
}

static void
mark_tree (QuothParsedText *self)
{
  for (guint t = 0; t < self->text->n_tokens; t++)
    {
      QuothView *view = &self->views[t];

      view->subject = view->clause = view->object = -1;
      view->children = 0;
    }
  for (guint t = 0; t < self->text->n_tokens; t++)
    if (self->syntax->heads[t] >= 0)
      add_child (&self->views[self->syntax->heads[t]], t, self->syntax->relations[t]);
}

static QuothSense
find_sense (const char *value,
            gboolean    verb)
{
  static const char *const NAMES[] = { "says", "says-first", "may-say", "seldom-says", "thinks",
                                       "feels", "senses",
                                       "may-think", "speech", "speech-act" };

  while (*value != '\0')
    {
      gsize length = strcspn (value, " ");

      for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
        if (strlen (NAMES[i]) == length && strncmp (value, NAMES[i], length) == 0 &&
            verb == (i + 1 < QUOTH_SENSE_SPEECH))
          return i + 1;
      value += length + (value[length] == ' ');
    }
  return QUOTH_SENSE_NONE;
}

/* Only verbs and common nouns have one. */
static void
mark_senses (QuothParsedText *self)
{
  const QuothWordList *list = quoth_model_find_list (self->text->model, "word-senses");

  for (guint t = 0; list != NULL && t < self->text->n_tokens; t++)
    {
      guint tag = self->syntax->tags[t];
      gboolean verb = tag >= QUOTH_TAG_VB && tag <= QUOTH_TAG_VBZ;
      QuothSpan span = self->text->tokens[t].span;
      const char *value;

      if (!verb && tag != QUOTH_TAG_NN && tag != QUOTH_TAG_NNS)
        continue;
      value = quoth_word_list_lookup (list, self->text->text + span.start,
                                      quoth_span_length (span));
      if (value != NULL)
        self->views[t].sense = find_sense (value, verb);
    }
}

/**
 * quoth_parsed_text_new:
 * @lexemes: (transfer full): of the text's tokens
 * @syntax: (transfer full): of the text's tokens
 *
 * Returns: (transfer full): what the learned stages share about @text, which it borrows
 */
QuothParsedText *
quoth_parsed_text_new (const QuothText *text,
                   QuothLexeme     *lexemes,
                   QuothSyntax     *syntax)
{
  QuothParsedText *self = g_new0 (QuothParsedText, 1);

  self->text = text;
  self->lexemes = lexemes;
  self->syntax = syntax;
  self->views = g_new0 (QuothView, text->n_tokens + 1);
  self->last_mark = g_new (gint32, text->n_tokens + 1);
  self->next_mark = g_new (gint32, text->n_tokens + 1);
  self->quoted_first = g_new0 (guint32, text->n_quoted + 1);
  self->quoted_end = g_new0 (guint32, text->n_quoted + 1);
  self->block_first = g_new0 (guint32, text->n_sentences + 1);
  self->block_end = g_new0 (guint32, text->n_sentences + 1);
  mark_quoted (self);
  mark_quoted_tokens (self);
  mark_sentences (self);
  mark_marks (self);
  mark_tree (self);
  mark_senses (self);
  return self;
}

void
quoth_parsed_text_free (QuothParsedText *self)
{
  g_free (self->lexemes);
  quoth_syntax_free (self->syntax);
  g_free (self->views);
  g_free (self->last_mark);
  g_free (self->next_mark);
  g_free (self->quoted_first);
  g_free (self->quoted_end);
  g_free (self->block_first);
  g_free (self->block_end);
  g_free (self);
}

/* Does the whole sentence stand in quotation marks? */
gboolean
quoth_parsed_text_is_quoted (const QuothParsedText *self,
                         guint               sentence)
{
  const QuothSentence *s = &self->text->sentences[sentence];
  gint32 quoted = s->first < s->end ? self->views[s->first].quoted : -1;

  return quoted >= 0 && self->views[s->end - 1].quoted == quoted;
}
