#include "quoth-quote.h"

#include "quoth-id.h"

/**
 * QuothQuote:
 *
 * One attributed statement of an article. Content, cue and source are spans of the article's text;
 * a person's decisions are its two states.
 */
struct _QuothQuote
{
  GObject         parent_instance;

  char           *id;
  QuothQuoteKind  kind;
  QuothQuoteType  type;
  char           *parent;
  QuothSpan       cue;
  GArray         *sources;
  GArray         *contents;
  GPtrArray      *speakers;
  QuothEntity    *on_behalf_of;
  double          confidence;
  double          speaker_confidence;
  QuothState      state;
  QuothState      speaker_state;
};

G_DEFINE_FINAL_TYPE (QuothQuote, quoth_quote, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CONFIDENCE,
  PROP_ID,
  PROP_KIND,
  PROP_ON_BEHALF_OF,
  PROP_PARENT,
  PROP_QUOTE_TYPE,
  PROP_SPEAKER_CONFIDENCE,
  PROP_SPEAKER_STATE,
  PROP_STATE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
quoth_quote_dispose (GObject *object)
{
  QuothQuote *self = QUOTH_QUOTE (object);

  g_clear_object (&self->on_behalf_of);
  g_ptr_array_set_size (self->speakers, 0);

  G_OBJECT_CLASS (quoth_quote_parent_class)->dispose (object);
}

static void
quoth_quote_finalize (GObject *object)
{
  QuothQuote *self = QUOTH_QUOTE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->parent, g_free);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->contents, g_array_unref);
  g_clear_pointer (&self->speakers, g_ptr_array_unref);

  G_OBJECT_CLASS (quoth_quote_parent_class)->finalize (object);
}

static void
quoth_quote_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QuothQuote *self = QUOTH_QUOTE (object);

  switch (prop_id)
    {
    case PROP_CONFIDENCE:
      g_value_set_double (value, self->confidence);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_ON_BEHALF_OF:
      g_value_set_object (value, self->on_behalf_of);
      break;
    case PROP_PARENT:
      g_value_set_string (value, self->parent);
      break;
    case PROP_QUOTE_TYPE:
      g_value_set_int (value, self->type);
      break;
    case PROP_SPEAKER_CONFIDENCE:
      g_value_set_double (value, self->speaker_confidence);
      break;
    case PROP_SPEAKER_STATE:
      g_value_set_int (value, self->speaker_state);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QuothQuote *self = QUOTH_QUOTE (object);

  switch (prop_id)
    {
    case PROP_CONFIDENCE:
      quoth_quote_set_confidence (self, g_value_get_double (value));
      break;
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = (QuothQuoteKind) g_value_get_int (value);
      break;
    case PROP_ON_BEHALF_OF:
      quoth_quote_set_on_behalf_of (self, g_value_get_object (value));
      break;
    case PROP_PARENT:
      quoth_quote_set_parent (self, g_value_get_string (value));
      break;
    case PROP_QUOTE_TYPE:
      self->type = (QuothQuoteType) g_value_get_int (value);
      break;
    case PROP_SPEAKER_CONFIDENCE:
      quoth_quote_set_speaker_confidence (self, g_value_get_double (value));
      break;
    case PROP_SPEAKER_STATE:
      quoth_quote_set_speaker_state (self, (QuothState) g_value_get_int (value));
      break;
    case PROP_STATE:
      quoth_quote_set_state (self, (QuothState) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_class_init (QuothQuoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags constant = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = quoth_quote_dispose;
  object_class->finalize = quoth_quote_finalize;
  object_class->get_property = quoth_quote_get_property;
  object_class->set_property = quoth_quote_set_property;

  properties[PROP_CONFIDENCE] =
    g_param_spec_double ("confidence", NULL, NULL, 0, 1, 0, changing);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, constant);
  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL, QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_INDIRECT,
                      QUOTH_QUOTE_DIRECT, constant);
  properties[PROP_ON_BEHALF_OF] =
    g_param_spec_object ("on-behalf-of", NULL, NULL, QUOTH_TYPE_ENTITY, changing);
  properties[PROP_PARENT] = g_param_spec_string ("parent", NULL, NULL, NULL, changing);
  properties[PROP_QUOTE_TYPE] =
    g_param_spec_int ("quote-type", NULL, NULL, QUOTH_QUOTE_STATEMENT, QUOTH_QUOTE_ATTITUDE,
                      QUOTH_QUOTE_STATEMENT, constant);
  properties[PROP_SPEAKER_CONFIDENCE] =
    g_param_spec_double ("speaker-confidence", NULL, NULL, 0, 1, 0, changing);
  properties[PROP_SPEAKER_STATE] =
    g_param_spec_int ("speaker-state", NULL, NULL, QUOTH_STATE_FOUND, QUOTH_STATE_REJECTED,
                      QUOTH_STATE_FOUND, changing);
  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, QUOTH_STATE_FOUND, QUOTH_STATE_REJECTED,
                      QUOTH_STATE_FOUND, changing);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_quote_init (QuothQuote *self)
{
  self->sources = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  self->contents = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  self->speakers = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * quoth_quote_new:
 * @id: (nullable): a UUID; NULL makes one
 *
 * Returns: (transfer full): a quotation without content, source and speaker
 */
QuothQuote *
quoth_quote_new (const char     *id,
                 QuothQuoteKind  kind,
                 QuothQuoteType  type)
{
  g_autofree char *made = NULL;

  if (id == NULL)
    id = made = quoth_id_new ();

  return g_object_new (QUOTH_TYPE_QUOTE, "id", id, "kind", kind, "quote-type", type, NULL);
}

const char *
quoth_quote_get_id (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->id;
}

QuothQuoteKind
quoth_quote_get_kind (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), QUOTH_QUOTE_DIRECT);

  return self->kind;
}

QuothQuoteType
quoth_quote_get_quote_type (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), QUOTH_QUOTE_STATEMENT);

  return self->type;
}

const char *
quoth_quote_get_parent (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->parent;
}

void
quoth_quote_set_parent (QuothQuote *self,
                        const char *parent)
{
  char *copy;

  g_return_if_fail (QUOTH_IS_QUOTE (self));

  if (g_strcmp0 (self->parent, parent) == 0)
    return;

  copy = g_strdup (parent);
  g_free (self->parent);
  self->parent = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARENT]);
}

/**
 * quoth_quote_get_cue:
 *
 * Returns: the reporting words; empty for a paragraph of speech without any
 */
QuothSpan
quoth_quote_get_cue (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), ((QuothSpan) { 0, 0 }));

  return self->cue;
}

void
quoth_quote_set_cue (QuothQuote *self,
                     QuothSpan   cue)
{
  g_return_if_fail (QUOTH_IS_QUOTE (self));

  self->cue = cue;
}

/**
 * quoth_quote_get_sources:
 *
 * Returns: (transfer none) (element-type QuothSpan): who said it as printed; whoever makes the
 *   quote fills it
 */
GArray *
quoth_quote_get_sources (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->sources;
}

/**
 * quoth_quote_get_contents:
 *
 * Returns: (transfer none) (element-type QuothSpan): what was said; whoever makes the quote fills
 *   it
 */
GArray *
quoth_quote_get_contents (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->contents;
}

/**
 * quoth_quote_get_speakers:
 *
 * Returns: (transfer none) (element-type QuothEntity): empty when unknown; holds references
 */
GPtrArray *
quoth_quote_get_speakers (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->speakers;
}

QuothEntity *
quoth_quote_get_speaker (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->speakers->len > 0 ? g_ptr_array_index (self->speakers, 0) : NULL;
}

/**
 * quoth_quote_get_on_behalf_of:
 *
 * Returns: (transfer none) (nullable): the organisation spoken for
 */
QuothEntity *
quoth_quote_get_on_behalf_of (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), NULL);

  return self->on_behalf_of;
}

void
quoth_quote_set_on_behalf_of (QuothQuote  *self,
                              QuothEntity *organisation)
{
  g_return_if_fail (QUOTH_IS_QUOTE (self));
  g_return_if_fail (organisation == NULL || QUOTH_IS_ENTITY (organisation));

  if (g_set_object (&self->on_behalf_of, organisation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON_BEHALF_OF]);
}

double
quoth_quote_get_confidence (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), 0);

  return self->confidence;
}

void
quoth_quote_set_confidence (QuothQuote *self,
                            double      confidence)
{
  g_return_if_fail (QUOTH_IS_QUOTE (self));

  confidence = CLAMP (confidence, 0, 1);
  if (self->confidence == confidence)
    return;

  self->confidence = confidence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
}

double
quoth_quote_get_speaker_confidence (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), 0);

  return self->speaker_confidence;
}

void
quoth_quote_set_speaker_confidence (QuothQuote *self,
                                    double      confidence)
{
  g_return_if_fail (QUOTH_IS_QUOTE (self));

  confidence = CLAMP (confidence, 0, 1);
  if (self->speaker_confidence == confidence)
    return;

  self->speaker_confidence = confidence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKER_CONFIDENCE]);
}

QuothState
quoth_quote_get_state (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), QUOTH_STATE_FOUND);

  return self->state;
}

void
quoth_quote_set_state (QuothQuote *self,
                       QuothState  state)
{
  g_return_if_fail (QUOTH_IS_QUOTE (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

QuothState
quoth_quote_get_speaker_state (QuothQuote *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE (self), QUOTH_STATE_FOUND);

  return self->speaker_state;
}

void
quoth_quote_set_speaker_state (QuothQuote *self,
                               QuothState  state)
{
  g_return_if_fail (QUOTH_IS_QUOTE (self));

  if (self->speaker_state == state)
    return;

  self->speaker_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKER_STATE]);
}
