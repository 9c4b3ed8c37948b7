#include "config.h"

#include "quoth-document-flow.h"

#include "quoth-byline.h"
#include "quoth-date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * The order in which a document's paragraphs are read. A text box comes after the paragraph that it
 * hangs on, a table row by row, and notes after the whole text, in the order of their marks.
 */

/* Cells shorter than this are data, and their row is one line */
#define MAX_CELL_BYTES 80
#define MAX_BYLINE_BYTES 300
/* Blank ones included; the longest books have fewer */
#define MAX_PARAGRAPHS 300000

typedef struct
{
  QuothDocumentRole  role;
  guint              cell;
  char              *text;
} Block;

/* A paragraph that has begun, with what hangs on it */
typedef struct
{
  GString   *text;
  GPtrArray *after;   /* of Block, or NULL */
} Paragraph;

struct _QuothDocumentFlow
{
  QuothDocument *document;
  GPtrArray     *paragraphs;     /* of Paragraph: those begun and not ended, the innermost last */
  GString       *carried;        /* of a paragraph whose end was deleted, or NULL */
  GPtrArray     *row;            /* of Block, while an outer table's row is read */
  guint          row_depth;
  guint          n_cells;
  GHashTable    *notes;          /* of GPtrArray of Block by id */
  GPtrArray     *note;           /* the one being read */
  guint          n_note_outside; /* paragraphs that had begun when it did */
  guint          n_paragraphs;   /* ever begun */
  GPtrArray     *used_notes;     /* ids, in the order of their marks */
  GHashTable    *used_ids;
};

static const struct {
  const char        *pattern;
  QuothDocumentRole  role;
} style_roles[] = {
  { "^(?:title|headline|document title|article title)$", QUOTH_ROLE_HEADLINE },
  { "^(?:sub-?title|standfirst|deck|sub-?headline|lead)$", QUOTH_ROLE_STANDFIRST },
  { "^(?:toc|contents|index|table of|user index|illustration index|bibliography heading)\\b|^(?:header|footer|page number)\\b",
    QUOTH_ROLE_FURNITURE },
  { "^(?:heading|überschrift|titre|sub-?heading|cross-?head)\\b", QUOTH_ROLE_HEADING },
  { "\\bquot(?:e|es|ation|ations)\\b|^block ?(?:text|quote)|^blockquote", QUOTH_ROLE_QUOTATION },
  { "\\bcaption$|^(?:illustration|figure|drawing|table caption|picture caption)$",
    QUOTH_ROLE_CAPTION },
  { "^(?:author|byline|by-line)s?$", QUOTH_ROLE_BYLINE },
  { "^(?:date|dateline)$", QUOTH_ROLE_DATE },
  { "^(?:list (?:bullet|number|continue)|list ?\\d|numbering \\d|bullet)", QUOTH_ROLE_LIST_ITEM },
};

/* Long documents ask for many styles, and making an expression takes longer than matching it. */
static GRegex **
get_style_regexes (void)
{
  static GRegex *regexes[G_N_ELEMENTS (style_roles)];
  static gsize are_made = 0;

  if (g_once_init_enter (&are_made))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (style_roles); i++)
        regexes[i] = g_regex_new (style_roles[i].pattern, G_REGEX_CASELESS, 0,
                                  NULL); /* of our own, and sound */
      g_once_init_leave (&are_made, 1);
    }
  return regexes;
}

/**
 * quoth_document_role_from_style:
 * @name: (nullable): as word processors call it in English, whatever their own language
 */
QuothDocumentRole
quoth_document_role_from_style (const char *name)
{
  GRegex **regexes = get_style_regexes ();

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (style_roles); i++)
    if (g_regex_match (regexes[i], name, 0, NULL))
      return style_roles[i].role;
  return QUOTH_ROLE_PLAIN;
}

static void
free_block (gpointer data)
{
  Block *block = data;

  g_free (block->text);
  g_free (block);
}

static void
free_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  if (paragraph->text != NULL)
    g_string_free (paragraph->text, TRUE);
  g_clear_pointer (&paragraph->after, g_ptr_array_unref);
  g_free (paragraph);
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func (free_block);
}

QuothDocumentFlow *
quoth_document_flow_new (QuothDocument *document)
{
  QuothDocumentFlow *self = g_new0 (QuothDocumentFlow, 1);

  self->document = document;
  self->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->used_notes = g_ptr_array_new_with_free_func (g_free);
  self->used_ids = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
quoth_document_flow_free (QuothDocumentFlow *self)
{
  g_ptr_array_unref (self->paragraphs);
  if (self->carried != NULL)
    g_string_free (self->carried, TRUE);
  g_clear_pointer (&self->row, g_ptr_array_unref);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->used_ids);
  g_ptr_array_unref (self->used_notes);
  g_free (self);
}

static void
take_authors (QuothDocument *document,
              const char    *printed)
{
  g_autofree char *agency = NULL;
  g_autoptr(GPtrArray) authors = quoth_byline_parse (printed, &agency);

  if (quoth_article_get_fact (document->article, QUOTH_FACT_AUTHOR) != NULL || authors->len == 0)
    return;
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (document->article, author->given, author->family, author->literal);
    }
  quoth_article_set_fact (document->article, QUOTH_FACT_AUTHOR, printed);
  quoth_article_set_fact (document->article, QUOTH_FACT_AGENCY, agency);
}

static void
take_date (QuothDocument *document,
           const char    *printed)
{
  gsize start, end;
  g_autofree char *iso = NULL;
  g_autofree char *words = NULL;

  if (quoth_article_get_fact (document->article, QUOTH_FACT_PUBLISHED) != NULL
      || !quoth_date_find (printed, &start, &end, &iso))
    return;
  words = g_strndup (printed + start, end - start);
  quoth_article_set_fact (document->article, QUOTH_FACT_PUBLISHED, iso);
  quoth_article_set_fact (document->article, QUOTH_FACT_PUBLISHED_PRINTED, words);
}

/* Gives a block to the document for good. */
static void
write_block (QuothDocumentFlow *self,
             QuothDocumentRole  role,
             const char        *text)
{
  static const QuothBlockKind kinds[] = {
    [QUOTH_ROLE_PLAIN] = QUOTH_BLOCK_PARAGRAPH,
    [QUOTH_ROLE_HEADLINE] = QUOTH_BLOCK_HEADLINE,
    [QUOTH_ROLE_STANDFIRST] = QUOTH_BLOCK_STANDFIRST,
    [QUOTH_ROLE_HEADING] = QUOTH_BLOCK_HEADING,
    [QUOTH_ROLE_LIST_ITEM] = QUOTH_BLOCK_LIST_ITEM,
    [QUOTH_ROLE_QUOTATION] = QUOTH_BLOCK_BLOCK_QUOTATION,
    [QUOTH_ROLE_CAPTION] = QUOTH_BLOCK_CAPTION,
    [QUOTH_ROLE_FURNITURE] = QUOTH_BLOCK_FURNITURE,
    [QUOTH_ROLE_BYLINE] = QUOTH_BLOCK_FURNITURE,
    [QUOTH_ROLE_DATE] = QUOTH_BLOCK_FURNITURE,
  };
  gboolean is_short = strlen (text) <= MAX_BYLINE_BYTES;

  if (role == QUOTH_ROLE_BYLINE && is_short)
    take_authors (self->document, text);
  if (role == QUOTH_ROLE_DATE && is_short)
    take_date (self->document, text);
  /* A long text is not a byline, whatever its style is called. */
  if (role >= QUOTH_ROLE_BYLINE && !is_short)
    role = QUOTH_ROLE_PLAIN;
  quoth_document_add (self->document, kinds[role], text);
}

static void
write_blocks (QuothDocumentFlow *self,
              GPtrArray         *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (blocks, i);

      write_block (self, block->role, block->text);
    }
}

static Paragraph *
get_innermost (QuothDocumentFlow *self)
{
  return self->paragraphs->len > 0 ? g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1)
         : NULL;
}

/* Puts a block where it belongs: to the note, the paragraph it hangs on, the row, or the
   document. */
static void
place_block (QuothDocumentFlow *self,
             QuothDocumentRole  role,
             const char        *text)
{
  Paragraph *around = get_innermost (self);
  GPtrArray *blocks = NULL;
  Block *block;

  if (*text == '\0')
    return;
  if (self->note != NULL && self->paragraphs->len <= self->n_note_outside)
    blocks = self->note;
  else if (around != NULL)
    {
      if (around->after == NULL)
        around->after = new_blocks ();
      blocks = around->after;
    }
  else
    blocks = self->row;
  if (blocks == NULL)
    {
      write_block (self, role, text);
      return;
    }
  block = g_new0 (Block, 1);
  block->role = role;
  block->cell = self->n_cells;
  block->text = g_strdup (text);
  g_ptr_array_add (blocks, block);
}

/**
 * quoth_document_flow_is_full:
 *
 * Returns: whether the document has more paragraphs than are read, so that reading on is in vain
 */
gboolean
quoth_document_flow_is_full (QuothDocumentFlow *self)
{
  return self->n_paragraphs > MAX_PARAGRAPHS;
}

/**
 * quoth_document_flow_begin:
 *
 * Begins a paragraph, within another one where it stands in a text box or a note.
 */
void
quoth_document_flow_begin (QuothDocumentFlow *self)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  self->n_paragraphs++;
  if (self->paragraphs->len == 0)
    paragraph->text = g_steal_pointer (&self->carried);
  if (paragraph->text == NULL)
    paragraph->text = g_string_new (NULL);
  g_ptr_array_add (self->paragraphs, paragraph);
}

/**
 * quoth_document_flow_get_text:
 *
 * Returns: (transfer none) (nullable): what takes the words of the paragraph that was begun last
 */
GString *
quoth_document_flow_get_text (QuothDocumentFlow *self)
{
  Paragraph *paragraph = get_innermost (self);

  return paragraph != NULL ? paragraph->text : NULL;
}

/* Takes the innermost paragraph off those that have begun. */
static Paragraph *
steal_innermost (QuothDocumentFlow *self)
{
  return self->paragraphs->len > 0 ? g_ptr_array_steal_index (self->paragraphs,
                                                              self->paragraphs->len - 1) : NULL;
}

static void
place_after (QuothDocumentFlow *self,
             Paragraph         *paragraph)
{
  for (guint i = 0; paragraph->after != NULL && i < paragraph->after->len; i++)
    {
      const Block *block = g_ptr_array_index (paragraph->after, i);

      place_block (self, block->role, block->text);
    }
}

/**
 * quoth_document_flow_end:
 *
 * Ends the paragraph that was begun last.
 */
void
quoth_document_flow_end (QuothDocumentFlow *self,
                         QuothDocumentRole  role)
{
  Paragraph *paragraph = steal_innermost (self);

  if (paragraph == NULL)
    return;
  place_block (self, role, paragraph->text->str);
  place_after (self, paragraph);
  free_paragraph (paragraph);
}

/**
 * quoth_document_flow_end_joined:
 *
 * Ends a paragraph whose end was deleted, so that the next one goes on with it.
 */
void
quoth_document_flow_end_joined (QuothDocumentFlow *self)
{
  Paragraph *paragraph = steal_innermost (self);

  if (paragraph == NULL)
    return;
  if (self->paragraphs->len == 0 && self->carried == NULL)
    self->carried = g_steal_pointer (&paragraph->text);
  else
    place_block (self, QUOTH_ROLE_PLAIN, paragraph->text->str);
  place_after (self, paragraph);
  free_paragraph (paragraph);
}

void
quoth_document_flow_begin_row (QuothDocumentFlow *self)
{
  if (self->paragraphs->len == 0 && self->row_depth++ == 0)
    {
      self->row = new_blocks ();
      self->n_cells = 0;
    }
}

void
quoth_document_flow_begin_cell (QuothDocumentFlow *self)
{
  if (self->paragraphs->len == 0 && self->row_depth == 1)
    self->n_cells++;
}

/* The blocks of a row that are not blank */
static GPtrArray *
dup_filled (const GPtrArray *row)
{
  GPtrArray *filled = g_ptr_array_new ();

  for (guint i = 0; i < row->len; i++)
    {
      const Block *block = g_ptr_array_index (row, i);

      if (block->text[strspn (block->text, " \n")] != '\0')
        g_ptr_array_add (filled, g_ptr_array_index (row, i));
    }
  return filled;
}

/* Whether each cell of a row holds a word or a number */
static gboolean
is_data (const GPtrArray *row)
{
  guint last = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const Block *block = g_ptr_array_index (row, i);

      if (block->cell == last || strlen (block->text) > MAX_CELL_BYTES
          || block->role != QUOTH_ROLE_PLAIN)
        return FALSE;
      last = block->cell;
    }
  return row->len > 1;
}

/**
 * quoth_document_flow_end_row:
 * @is_deleted: by a tracked change
 *
 * Ends a table's row: data become one line, a cell of text stays what it is.
 */
void
quoth_document_flow_end_row (QuothDocumentFlow *self,
                             gboolean           is_deleted)
{
  g_autoptr(GPtrArray) row = NULL;
  g_autoptr(GPtrArray) filled = NULL;

  if (self->paragraphs->len > 0 || self->row_depth == 0 || --self->row_depth > 0)
    return;
  row = g_steal_pointer (&self->row);
  if (is_deleted)
    return;
  filled = dup_filled (row);
  if (is_data (filled))
    {
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint i = 0; i < filled->len; i++)
        g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                                ((const Block *) g_ptr_array_index (filled, i))->text);
      write_block (self, QUOTH_ROLE_PLAIN, line->str);
      return;
    }
  write_blocks (self, filled);
}

/**
 * quoth_document_flow_begin_note:
 * @id: what its mark in the text refers to it by
 *
 * The paragraphs that begin and end from here on are a note's.
 */
void
quoth_document_flow_begin_note (QuothDocumentFlow *self,
                                const char        *id)
{
  self->note = new_blocks ();
  self->n_note_outside = self->paragraphs->len;
  g_hash_table_replace (self->notes, g_strdup (id), self->note);
}

void
quoth_document_flow_end_note (QuothDocumentFlow *self)
{
  self->note = NULL;
}

/**
 * quoth_document_flow_use_note:
 *
 * A note's mark stands here.
 */
void
quoth_document_flow_use_note (QuothDocumentFlow *self,
                              const char        *id)
{
  char *used;

  if (g_hash_table_contains (self->used_ids, id))
    return;
  used = g_strdup (id);
  g_ptr_array_add (self->used_notes, used);
  g_hash_table_add (self->used_ids, used);
}

/**
 * quoth_document_flow_finish:
 *
 * Ends what has begun and not ended, and writes the notes.
 *
 * Returns: %FALSE with @error set where the document is too long
 */
gboolean
quoth_document_flow_finish (QuothDocumentFlow  *self,
                            GError            **error)
{
  if (quoth_document_flow_is_full (self))
    {
      g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                   _("The document has more than %d paragraphs."), MAX_PARAGRAPHS);
      return FALSE;
    }
  self->note = NULL;
  while (self->paragraphs->len > 0)
    quoth_document_flow_end (self, QUOTH_ROLE_PLAIN);
  if (self->row != NULL)
    {
      self->row_depth = 1;
      quoth_document_flow_end_row (self, FALSE);
    }
  if (self->carried != NULL)
    write_block (self, QUOTH_ROLE_PLAIN, self->carried->str);
  for (guint i = 0; i < self->used_notes->len; i++)
    {
      GPtrArray *note = g_hash_table_lookup (self->notes, g_ptr_array_index (self->used_notes, i));

      if (note != NULL)
        write_blocks (self, note);
    }
  return TRUE;
}
