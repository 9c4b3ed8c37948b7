#include "quoth-article.h"

#include "quoth-id.h"

/**
 * QuothArticle:
 *
 * One text with its bibliographic facts, its blocks, and the quotes and entities found in it. The
 * text is never edited: a new one drops all that was found in the old.
 */
struct _QuothArticle
{
  GObject           parent_instance;

  char             *id;
  char             *text;
  gsize             length;
  QuothArticleType  type;
  char             *facts[QUOTH_N_FACTS];
  GPtrArray        *authors;
  QuothSource       source;
  GArray           *blocks;
  GPtrArray        *quotes;
  GPtrArray        *entities;
};

G_DEFINE_FINAL_TYPE (QuothArticle, quoth_article, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ARTICLE_TYPE,
  PROP_ID,
  PROP_TEXT,
  PROP_FACTS, /* one property a fact from here on */
  N_PROPS = PROP_FACTS + QUOTH_N_FACTS
};
static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *key;      /* in JSON and in the library */
  const char *property;
} facts[QUOTH_N_FACTS] = {
  [QUOTH_FACT_LANGUAGE] = { "language", "language" },
  [QUOTH_FACT_TITLE] = { "title", "title" },
  [QUOTH_FACT_SUBTITLE] = { "subtitle", "subtitle" },
  [QUOTH_FACT_SECTION] = { "section", "section" },
  [QUOTH_FACT_EDITION] = { "edition", "edition" },
  [QUOTH_FACT_VOLUME] = { "volume", "volume" },
  [QUOTH_FACT_ISSUE] = { "issue", "issue" },
  [QUOTH_FACT_PAGE] = { "page", "page" },
  [QUOTH_FACT_PUBLICATION] = { "publication", "publication" },
  [QUOTH_FACT_PUBLISHER] = { "publisher", "publisher" },
  [QUOTH_FACT_AGENCY] = { "agency", "agency" },
  [QUOTH_FACT_AUTHOR] = { "author", "author" },
  [QUOTH_FACT_PUBLISHED] = { "published", "published" },
  [QUOTH_FACT_PUBLISHED_PRINTED] = { "publishedPrinted", "published-printed" },
  [QUOTH_FACT_UPDATED] = { "updated", "updated" },
  [QUOTH_FACT_UPDATED_PRINTED] = { "updatedPrinted", "updated-printed" },
  [QUOTH_FACT_URL] = { "url", "url" },
  [QUOTH_FACT_CANONICAL_URL] = { "canonicalUrl", "canonical-url" },
  [QUOTH_FACT_DOI] = { "doi", "doi" },
  [QUOTH_FACT_ACCESSED] = { "accessed", "accessed" },
};

static gboolean
is_numbered (QuothBlockKind kind)
{
  return kind == QUOTH_BLOCK_PARAGRAPH || kind == QUOTH_BLOCK_LIST_ITEM ||
         kind == QUOTH_BLOCK_BLOCK_QUOTATION;
}

static void
clear_source (QuothSource *source)
{
  g_clear_pointer (&source->name, g_free);
  g_clear_pointer (&source->media_type, g_free);
  g_clear_pointer (&source->sha256, g_free);
  g_clear_pointer (&source->part, g_free);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_clear_pointer (&source->links, g_strfreev);
}

static void
quoth_article_dispose (GObject *object)
{
  QuothArticle *self = QUOTH_ARTICLE (object);

  g_ptr_array_set_size (self->quotes, 0);
  g_ptr_array_set_size (self->entities, 0);

  G_OBJECT_CLASS (quoth_article_parent_class)->dispose (object);
}

static void
quoth_article_finalize (GObject *object)
{
  QuothArticle *self = QUOTH_ARTICLE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    g_clear_pointer (&self->facts[i], g_free);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  clear_source (&self->source);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);

  G_OBJECT_CLASS (quoth_article_parent_class)->finalize (object);
}

static void
quoth_article_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QuothArticle *self = QUOTH_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE_TYPE:
      g_value_set_int (value, self->type);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      if (prop_id >= PROP_FACTS && prop_id < N_PROPS)
        g_value_set_string (value, self->facts[prop_id - PROP_FACTS]);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_article_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QuothArticle *self = QUOTH_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE_TYPE:
      quoth_article_set_article_type (self, (QuothArticleType) g_value_get_int (value));
      break;
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_TEXT:
      quoth_article_set_text (self, g_value_get_string (value));
      break;
    default:
      if (prop_id >= PROP_FACTS && prop_id < N_PROPS)
        quoth_article_set_fact (self, (QuothFact) (prop_id - PROP_FACTS),
                                g_value_get_string (value));
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_article_class_init (QuothArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = quoth_article_dispose;
  object_class->finalize = quoth_article_finalize;
  object_class->get_property = quoth_article_get_property;
  object_class->set_property = quoth_article_set_property;

  properties[PROP_ARTICLE_TYPE] =
    g_param_spec_int ("article-type", NULL, NULL, QUOTH_ARTICLE_OTHER, QUOTH_ARTICLE_JOURNAL,
                      QUOTH_ARTICLE_OTHER, changing);
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", changing);
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    properties[PROP_FACTS + i] = g_param_spec_string (facts[i].property, NULL, NULL, NULL,
                                                      changing);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_article_init (QuothArticle *self)
{
  self->text = g_strdup ("");
  self->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (QuothBlock));
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
}

QuothAuthor *
quoth_author_new (const char *given,
                  const char *family,
                  const char *literal)
{
  QuothAuthor *self = g_new0 (QuothAuthor, 1);

  self->given = g_strdup (given);
  self->family = g_strdup (family);
  self->literal = g_strdup (literal);

  return self;
}

void
quoth_author_free (QuothAuthor *self)
{
  if (self == NULL)
    return;

  g_free (self->given);
  g_free (self->family);
  g_free (self->literal);
  g_free (self);
}

const char *
quoth_fact_get_key (QuothFact fact)
{
  g_return_val_if_fail (fact < QUOTH_N_FACTS, NULL);

  return facts[fact].key;
}

gboolean
quoth_fact_from_key (const char *key,
                     QuothFact  *fact)
{
  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      if (g_str_equal (facts[i].key, key))
        {
          *fact = (QuothFact) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * quoth_article_new:
 * @id: (nullable): a UUID, or what the file calls the article; NULL makes a UUID
 *
 * Returns: (transfer full): an article with an empty text and no facts
 */
QuothArticle *
quoth_article_new (const char *id)
{
  g_autofree char *made = NULL;

  if (id == NULL)
    id = made = quoth_id_new ();

  return g_object_new (QUOTH_TYPE_ARTICLE, "id", id, NULL);
}

const char *
quoth_article_get_id (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return self->id;
}

const char *
quoth_article_get_text (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return self->text;
}

gsize
quoth_article_get_length (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), 0);

  return self->length;
}

/**
 * quoth_article_set_text:
 * @text: valid UTF-8
 *
 * Takes another text and drops the blocks, quotes and entities of the one before.
 */
void
quoth_article_set_text (QuothArticle *self,
                        const char   *text)
{
  char *copy;

  g_return_if_fail (QUOTH_IS_ARTICLE (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (g_utf8_validate (text, -1, NULL));

  if (g_str_equal (self->text, text))
    return;

  copy = g_strdup (text);
  g_free (self->text);
  self->text = copy;
  self->length = strlen (copy);
  g_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->quotes, 0);
  g_ptr_array_set_size (self->entities, 0);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * quoth_article_dup_span:
 *
 * Returns: (transfer full): the words of @span; what lies beyond the text's end is left out
 */
char *
quoth_article_dup_span (QuothArticle *self,
                        QuothSpan     span)
{
  guint32 end;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  end = MIN (span.end, self->length);
  if (span.start >= end)
    return g_strdup ("");

  return g_strndup (self->text + span.start, end - span.start);
}

QuothArticleType
quoth_article_get_article_type (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), QUOTH_ARTICLE_OTHER);

  return self->type;
}

void
quoth_article_set_article_type (QuothArticle     *self,
                                QuothArticleType  type)
{
  g_return_if_fail (QUOTH_IS_ARTICLE (self));

  if (self->type == type)
    return;

  self->type = type;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE_TYPE]);
}

/**
 * quoth_article_get_fact:
 *
 * Returns: (nullable): NULL when the article does not say
 */
const char *
quoth_article_get_fact (QuothArticle *self,
                        QuothFact     fact)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (fact < QUOTH_N_FACTS, NULL);

  return self->facts[fact];
}

/**
 * quoth_article_set_fact:
 * @value: (nullable): an empty string is kept as NULL
 */
void
quoth_article_set_fact (QuothArticle *self,
                        QuothFact     fact,
                        const char   *value)
{
  char *copy;

  g_return_if_fail (QUOTH_IS_ARTICLE (self));
  g_return_if_fail (fact < QUOTH_N_FACTS);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (self->facts[fact], value) == 0)
    return;

  copy = g_strdup (value);
  g_free (self->facts[fact]);
  self->facts[fact] = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS + fact]);
}

/**
 * quoth_article_get_authors:
 *
 * Returns: (transfer none) (element-type QuothAuthor): in the order printed
 */
GPtrArray *
quoth_article_get_authors (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return self->authors;
}

void
quoth_article_add_author (QuothArticle *self,
                          const char   *given,
                          const char   *family,
                          const char   *literal)
{
  g_return_if_fail (QUOTH_IS_ARTICLE (self));
  g_return_if_fail (family != NULL || literal != NULL);

  g_ptr_array_add (self->authors, quoth_author_new (given, family, literal));
}

/**
 * quoth_article_get_source:
 *
 * Returns: (transfer none): the article's own; readers write into it
 */
QuothSource *
quoth_article_get_source (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return &self->source;
}

/**
 * quoth_article_get_blocks:
 *
 * Returns: (transfer none) (element-type QuothBlock): sorted by start
 */
GArray *
quoth_article_get_blocks (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return self->blocks;
}

/**
 * quoth_article_add_block:
 * @page: printed page from 1, or 0
 *
 * Puts a block at its place and numbers it and those after it.
 */
void
quoth_article_add_block (QuothArticle   *self,
                         QuothBlockKind  kind,
                         guint32         start,
                         guint32         end,
                         guint32         page)
{
  QuothBlock block = { { start, end }, kind, 0, page };
  guint32 number = 0;
  guint at;

  g_return_if_fail (QUOTH_IS_ARTICLE (self));
  g_return_if_fail (start <= end && end <= self->length);

  at = self->blocks->len;
  while (at > 0 && g_array_index (self->blocks, QuothBlock, at - 1).span.start > start)
    at--;
  g_array_insert_val (self->blocks, at, block);

  for (guint i = at; i > 0 && number == 0; i--)
    number = g_array_index (self->blocks, QuothBlock, i - 1).number;
  for (guint i = at; i < self->blocks->len; i++)
    {
      QuothBlock *later = &g_array_index (self->blocks, QuothBlock, i);

      later->number = is_numbered (later->kind) ? ++number : 0;
    }
}

/**
 * quoth_article_find_block:
 *
 * Returns: (nullable) (transfer none): the block that holds the byte at @offset
 */
const QuothBlock *
quoth_article_find_block (QuothArticle *self,
                          guint32       offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  high = self->blocks->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const QuothBlock *block = &g_array_index (self->blocks, QuothBlock, middle);

      if (offset < block->span.start)
        high = middle;
      else if (offset >= block->span.end)
        low = middle + 1;
      else
        return block;
    }

  return NULL;
}

/**
 * quoth_article_get_quotes:
 *
 * Returns: (transfer none) (element-type QuothQuote): in text order
 */
GPtrArray *
quoth_article_get_quotes (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return self->quotes;
}

/**
 * quoth_article_get_entities:
 *
 * Returns: (transfer none) (element-type QuothEntity): in order of first mention
 */
GPtrArray *
quoth_article_get_entities (QuothArticle *self)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  return self->entities;
}

/**
 * quoth_article_find_quote:
 *
 * Returns: (transfer none) (nullable): the quote of that id
 */
QuothQuote *
quoth_article_find_quote (QuothArticle *self,
                          const char   *id)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (self->quotes, i);

      if (g_str_equal (quoth_quote_get_id (quote), id))
        return quote;
    }

  return NULL;
}
