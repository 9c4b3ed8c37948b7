#include "config.h"

#include "quoth-document.h"

#include "quoth-block-writer.h"
#include "quoth-byline.h"
#include "quoth-first-lines.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * What documents of all formats share: the text in blocks, whose first lines give the facts as a
 * plain text's do, and properties, which are believed less than what a reader of the document sees.
 */

#define MAX_HEAD_BLOCKS 12
#define MAX_TITLE_LENGTH 300

/* Titles and authors that programs write by themselves */
#define NO_TITLE_PATTERN "^(?:microsoft word\\b.*|(?:document|dokument|doc|untitled|unbenannt|sans ?nom|new document)[\\s\\d]*|" \
                         "[^\\s]+\\.(?:docx?|odt|rtf|txt|md|dotx?|ott)|powerpoint presentation|title|slide 1)$"
#define NO_AUTHOR_PATTERN "^(?:microsoft office user|user|users?\\d+|owner|admin(?:istrator)?|author|unknown|python-docx|" \
                          "pandoc|word|office|default|guest|home|pc|windows user|un-named|apache poi|none)$"

typedef struct
{
  QuothBlockKind  kind;
  char           *text;
  guint           page;
} QuothDocumentBlock;

static void
free_block (gpointer data)
{
  QuothDocumentBlock *block = data;

  g_free (block->text);
  g_free (block);
}

QuothDocument *
quoth_document_new (const QuothReading *reading)
{
  QuothDocument *self = g_new0 (QuothDocument, 1);

  self->article = quoth_reading_new_article (reading);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

void
quoth_document_free (QuothDocument *self)
{
  g_clear_object (&self->article);
  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->author);
  g_free (self->created);
  g_free (self);
}

/* The text without spaces at the ends of its lines */
static char *
dup_without_spaces (const char *text)
{
  GString *tidy = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      while (*p == '\n' && tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
        g_string_truncate (tidy, tidy->len - 1);
      if (*p != ' ' || (tidy->len > 0 && tidy->str[tidy->len - 1] != '\n'))
        g_string_append_c (tidy, *p);
    }
  return g_strstrip (g_string_free (tidy, FALSE));
}

/**
 * quoth_document_add:
 * @text: valid UTF-8; nothing is added where it is blank
 *
 * Adds a block. A headline or standfirst after other text is a heading or a paragraph.
 */
void
quoth_document_add (QuothDocument  *self,
                    QuothBlockKind  kind,
                    const char     *text)
{
  g_autofree char *stripped = dup_without_spaces (text);
  QuothDocumentBlock *block;

  if (*stripped == '\0')
    return;
  block = g_new0 (QuothDocumentBlock, 1);
  block->kind = kind;
  block->text = g_steal_pointer (&stripped);
  block->page = self->page;
  g_ptr_array_add (self->blocks, block);
}

/**
 * quoth_document_append_words:
 * @length: bytes, or -1
 *
 * Appends text with each run of white space made one space and what no reader of a document sees
 * left out.
 */
void
quoth_document_append_words (GString    *text,
                             const char *words,
                             gssize      length)
{
  const char *end = words + (length < 0 ? strlen (words) : (gsize) length);

  for (const char *p = words; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (text->len > 0 && strchr (" \n\v", text->str[text->len - 1]) == NULL)
            g_string_append_c (text, ' ');
        }
      else if (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0xad && c != 0x200b
               && c != 0xfeff
               && (c & 0xfffe) != 0xfffe)
        g_string_append_unichar (text, c);
    }
}

static gboolean
is_body (QuothBlockKind kind)
{
  return kind == QUOTH_BLOCK_PARAGRAPH || kind == QUOTH_BLOCK_LIST_ITEM
         || kind == QUOTH_BLOCK_BLOCK_QUOTATION;
}

static QuothDocumentBlock *
get_block (QuothDocument *self,
           guint          i)
{
  return g_ptr_array_index (self->blocks, i);
}

/* A heading above all text is the headline where no style says which is, the first of the highest
   level being first. */
static void
mark_headline (QuothDocument *self)
{
  gboolean has_headline = quoth_article_get_fact (self->article, QUOTH_FACT_TITLE) != NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      QuothDocumentBlock *block = get_block (self, i);

      if (block->kind == QUOTH_BLOCK_HEADLINE)
        has_headline = TRUE;
      if (is_body (block->kind))
        break;
    }
  for (guint i = 0; i < self->blocks->len && !has_headline; i++)
    {
      QuothDocumentBlock *block = get_block (self, i);

      if (is_body (block->kind))
        break;
      if (block->kind != QUOTH_BLOCK_HEADING)
        continue;
      block->kind = QUOTH_BLOCK_HEADLINE;
      has_headline = TRUE;
    }
}

/* Leaves one headline and one standfirst, above the text. */
static void
settle_kinds (QuothDocument *self)
{
  gboolean may_be_headline = TRUE, may_be_standfirst = TRUE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      QuothDocumentBlock *block = get_block (self, i);

      if (block->kind == QUOTH_BLOCK_HEADLINE)
        {
          if (!may_be_headline)
            block->kind = QUOTH_BLOCK_HEADING;
          may_be_headline = FALSE;
        }
      else if (block->kind == QUOTH_BLOCK_STANDFIRST)
        {
          if (!may_be_standfirst)
            block->kind = QUOTH_BLOCK_PARAGRAPH;
          may_be_standfirst = FALSE;
        }
      else if (is_body (block->kind) && i >= MAX_HEAD_BLOCKS)
        may_be_headline = may_be_standfirst = FALSE;
    }
}

static void
set_fact_of (QuothDocument  *self,
             QuothBlockKind  kind,
             QuothFact       fact)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (get_block (self, i)->kind == kind && quoth_article_get_fact (self->article, fact) == NULL
        && strlen (get_block (self, i)->text) <= MAX_TITLE_LENGTH)
      quoth_article_set_fact (self->article, fact, get_block (self, i)->text);
}

/* The properties' title, if no program wrote it */
static gboolean
is_title (const char *title)
{
  return title != NULL && *title != '\0'
         && !g_regex_match_simple (NO_TITLE_PATTERN, title, G_REGEX_CASELESS, 0);
}

static const QuothBlockKind role_kinds[] = {
  [QUOTH_FIRST_LINE_TEXT] = QUOTH_BLOCK_PARAGRAPH,
  [QUOTH_FIRST_LINE_NOTICE] = QUOTH_BLOCK_FURNITURE,
  [QUOTH_FIRST_LINE_TITLE] = QUOTH_BLOCK_HEADLINE,
  [QUOTH_FIRST_LINE_STANDFIRST] = QUOTH_BLOCK_STANDFIRST,
  [QUOTH_FIRST_LINE_BYLINE] = QUOTH_BLOCK_FURNITURE,
};

/* Reads the facts off the first blocks, and says of those blocks what they are. */
static void
read_first_lines (QuothDocument *self)
{
  const char *lines[MAX_HEAD_BLOCKS];
  QuothDocumentBlock *blocks[MAX_HEAD_BLOCKS];
  QuothFirstLine roles[MAX_HEAD_BLOCKS];
  gboolean has_headline = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->blocks->len && n < MAX_HEAD_BLOCKS; i++)
    {
      blocks[n] = get_block (self, i);
      if (blocks[n]->kind == QUOTH_BLOCK_CAPTION || blocks[n]->kind == QUOTH_BLOCK_FURNITURE)
        continue;
      has_headline |= blocks[n]->kind == QUOTH_BLOCK_HEADLINE;
      lines[n] = blocks[n]->text;
      n++;
    }
  quoth_first_lines_read (self->article, lines, n, roles);
  for (guint i = 0; i < n; i++)
    {
      if (roles[i] == QUOTH_FIRST_LINE_TEXT || blocks[i]->kind == QUOTH_BLOCK_HEADLINE
          || blocks[i]->kind == QUOTH_BLOCK_STANDFIRST)
        continue;
      /* Some programs write the title of the properties above the one that the text begins with. */
      if (roles[i] == QUOTH_FIRST_LINE_TITLE && has_headline)
        blocks[i]->kind = QUOTH_BLOCK_FURNITURE;
      else
        blocks[i]->kind = role_kinds[roles[i]];
    }
}

static void
take_property_author (QuothDocument *self)
{
  g_autoptr(GPtrArray) authors = NULL;
  g_autofree char *agency = NULL;

  if (self->author == NULL || quoth_article_get_fact (self->article, QUOTH_FACT_AUTHOR) != NULL
      || strchr (self->author, ' ') == NULL
      || g_regex_match_simple (NO_AUTHOR_PATTERN, self->author, G_REGEX_CASELESS, 0))
    return;
  authors = quoth_byline_parse (self->author, &agency);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (self->article, author->given, author->family, author->literal);
    }
  if (authors->len > 0)
    quoth_article_set_fact (self->article, QUOTH_FACT_AUTHOR, self->author);
}

/* A document is made, copied and saved on days that its text was not published on. */
static void
note_created (QuothDocument      *self,
              const QuothReading *reading)
{
  g_autofree char *day = NULL;

  if (self->created == NULL || quoth_article_get_fact (self->article, QUOTH_FACT_PUBLISHED) != NULL)
    return;
  day = g_strndup (self->created, 10);
  quoth_reading_note (reading,
                      _("The document does not say when it was published. The file was made on %s."), day);
}

/* A title or standfirst that the document states and its text does not show is its first block. */
static void
add_stated (QuothDocument  *self,
            QuothBlockKind  kind,
            const char     *stated,
            guint           position)
{
  QuothDocumentBlock *block;

  for (guint i = 0; i < self->blocks->len; i++)
    if (get_block (self, i)->kind == kind)
      return;
  if (stated == NULL)
    return;
  block = g_new0 (QuothDocumentBlock, 1);
  block->kind = kind;
  block->text = g_strdup (stated);
  g_ptr_array_insert (self->blocks, position, block);
}

static void
write_blocks (QuothDocument *self)
{
  g_autoptr(QuothBlockWriter) writer = quoth_block_writer_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    quoth_block_writer_add (writer, get_block (self, i)->kind, get_block (self, i)->text,
                            get_block (self, i)->page);
  quoth_block_writer_finish (writer, self->article);
}

/**
 * quoth_document_finish:
 *
 * Reads the facts that the text shows, then those of the properties that are still wanted, and
 * gives the text to the article.
 *
 * Returns: (transfer full) (nullable) (element-type QuothArticle): the article; %NULL with @error
 * set where
 *   there is no text
 */
GPtrArray *
quoth_document_finish (QuothDocument       *self,
                       const QuothReading  *reading,
                       GError             **error)
{
  g_autofree char *title = g_strdup (quoth_article_get_fact (self->article, QUOTH_FACT_TITLE));
  g_autofree char *subtitle = g_strdup (quoth_article_get_fact (self->article,
                                                                QUOTH_FACT_SUBTITLE));
  GPtrArray *articles;

  if (self->blocks->len == 0)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("There is no text in the document."));
      return NULL;
    }
  mark_headline (self);
  settle_kinds (self);
  set_fact_of (self, QUOTH_BLOCK_HEADLINE, QUOTH_FACT_TITLE);
  set_fact_of (self, QUOTH_BLOCK_STANDFIRST, QUOTH_FACT_SUBTITLE);
  read_first_lines (self);
  add_stated (self, QUOTH_BLOCK_HEADLINE, title, 0);
  add_stated (self, QUOTH_BLOCK_STANDFIRST, subtitle, 1);
  if (quoth_article_get_fact (self->article, QUOTH_FACT_TITLE) == NULL && is_title (self->title))
    quoth_article_set_fact (self->article, QUOTH_FACT_TITLE, self->title);
  take_property_author (self);
  note_created (self, reading);
  write_blocks (self);

  articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (articles, g_steal_pointer (&self->article));
  return articles;
}
