#include "config.h"

#include "quoth-rtf-scan.h"
#include "quoth-rtf-text.h"
#include "quoth-rtf-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Rich Text (RTF), read by code of our own, because Debian 12 has no C library for it and what its
 * two converters make of the samples in tests/import/made loses what quotations stand on:
 *
 * - pandoc 2.17.1 drops the letter behind a character written as \u8220" or \u8220?, takes the
 *   bytes of Mac quotation marks and of Cyrillic and Central European fonts for Western ones, knows
 *   neither headings nor quotations by their styles, and makes a list item of what follows a list;
 * - unrtf 0.21.10 shows deleted and hidden words as text, runs a footnote into its sentence, gives
 *   no headings, quotations or lists as such (a bullet is a line of its own), and drops the word
 *   behind \u8220? in HTML, the quotation marks written as \'93 and \'94 in plain text.
 *
 * The format's grammar is small: groups in braces, control words, bytes. What is not known is
 * skipped, as the format lays down.
 */

#define MAX_GROUPS 1000
#define CHECK_EVERY 65536

static void
reset_paragraph (QuothRtfGroup *group)
{
  group->style = group->list = group->first_indent = 0;
  group->outline = 9;
  group->in_table = FALSE;
}

/* Control words that say what the group they begin is */
static gboolean
take_destination (QuothRtfParsing *self,
                  QuothRtfWord     word)
{
  QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  gboolean in_info = group->destination == QUOTH_RTF_DEST_INFO;

  switch ((int) word)
    {
    case QUOTH_RTF_WORD_MARK:
      if (quoth_rtf_parsing_is_shown (self))
        quoth_rtf_parsing_get_place (self)->has_mark = TRUE;
      group->destination = QUOTH_RTF_DEST_SKIPPED;
      break;
    case QUOTH_RTF_WORD_NOTE: case QUOTH_RTF_WORD_BOX:
      quoth_rtf_text_begin_place (self, word == QUOTH_RTF_WORD_NOTE);
      break;
    case QUOTH_RTF_WORD_THROUGH:
      if (self->groups->len > 1)
        group->destination = QUOTH_RTF_DEST_TEXT;
      break;
    case QUOTH_RTF_WORD_SKIPPED:
      group->destination = QUOTH_RTF_DEST_SKIPPED;
      break;
    case QUOTH_RTF_WORD_FONTS:
      group->destination = QUOTH_RTF_DEST_FONTS;
      break;
    case QUOTH_RTF_WORD_STYLES:
      group->destination = QUOTH_RTF_DEST_STYLES;
      break;
    case QUOTH_RTF_WORD_INFO:
      group->destination = QUOTH_RTF_DEST_INFO;
      break;
    case QUOTH_RTF_WORD_TITLE: case QUOTH_RTF_WORD_AUTHOR: case QUOTH_RTF_WORD_CREATED:
      if (in_info)
        group->destination = word == QUOTH_RTF_WORD_TITLE ? QUOTH_RTF_DEST_TITLE
          : word == QUOTH_RTF_WORD_AUTHOR ? QUOTH_RTF_DEST_AUTHOR
          : QUOTH_RTF_DEST_CREATED;
      g_string_truncate (self->value, 0);
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

/* Control words that describe the document, its fonts and styles */
static gboolean
take_description (QuothRtfParsing *self,
                  QuothRtfWord     word,
                  int              number)
{
  QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  const char *charset = NULL;

  switch ((int) word)
    {
    case QUOTH_RTF_WORD_FONT:
      if (group->destination == QUOTH_RTF_DEST_FONTS)
        self->font = number;
      else
        group->font = number;
      break;
    case QUOTH_RTF_WORD_FONT_CHARSET:
      charset = quoth_rtf_charset_from_font (number);
      if (group->destination == QUOTH_RTF_DEST_FONTS && charset != NULL)
        g_hash_table_insert (self->fonts, GINT_TO_POINTER (self->font), (gpointer) charset);
      break;
    case QUOTH_RTF_WORD_PAGE:
      charset = quoth_rtf_charset_from_page (number);
      break;
    case QUOTH_RTF_WORD_MAC:
      charset = quoth_rtf_charset_from_page (10000);
      break;
    case QUOTH_RTF_WORD_PC:
      charset = quoth_rtf_charset_from_page (437);
      break;
    case QUOTH_RTF_WORD_PCA:
      charset = quoth_rtf_charset_from_page (850);
      break;
    case QUOTH_RTF_WORD_PARENT:
      if (self->style != NULL && self->style->parent == NULL)
        self->style->parent = g_strdup_printf ("%d", number);
      break;
    case QUOTH_RTF_WORD_YEAR: case QUOTH_RTF_WORD_MONTH: case QUOTH_RTF_WORD_DAY:
      if (group->destination == QUOTH_RTF_DEST_CREATED)
        *(word == QUOTH_RTF_WORD_YEAR ? &self->year
          : word == QUOTH_RTF_WORD_MONTH ? &self->month
          : &self->day) = number;
      break;
    default:
      return FALSE;
    }
  if (charset != NULL && word != QUOTH_RTF_WORD_FONT_CHARSET)
    self->charset = charset;
  return TRUE;
}

static void
set_style (QuothRtfParsing *self,
           int              number)
{
  QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  g_autofree char *id = g_strdup_printf ("%d", number);

  if (group->destination == QUOTH_RTF_DEST_STYLES)
    {
      self->style = quoth_document_styles_add (self->styles, id);
      g_string_truncate (self->value, 0);
    }
  else
    group->style = number;
}

/* Control words about a paragraph and the letters in it */
static void
take_property (QuothRtfParsing *self,
               QuothRtfWord     word,
               int              number)
{
  QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);

  switch ((int) word)
    {
    case QUOTH_RTF_WORD_SKIP_COUNT:
      group->n_skipped = CLAMP (number, 0, 16);
      break;
    case QUOTH_RTF_WORD_STYLE:
      set_style (self, number);
      break;
    case QUOTH_RTF_WORD_OUTLINE:
      if (group->destination == QUOTH_RTF_DEST_STYLES && self->style != NULL)
        self->style->is_heading = number < 9;
      else
        group->outline = number;
      break;
    case QUOTH_RTF_WORD_LIST:
      group->list = number;
      break;
    case QUOTH_RTF_WORD_FIRST_INDENT:
      group->first_indent = number;
      break;
    case QUOTH_RTF_WORD_RESET:
      reset_paragraph (group);
      break;
    case QUOTH_RTF_WORD_PLAIN:
      group->is_hidden = group->is_deleted = FALSE;
      break;
    case QUOTH_RTF_WORD_IN_TABLE:
      group->in_table = TRUE;
      break;
    case QUOTH_RTF_WORD_HIDDEN:
      group->is_hidden = number != 0;
      break;
    case QUOTH_RTF_WORD_DELETED:
      group->is_deleted = number != 0;
      break;
    }
}

static void
take_text_word (QuothRtfParsing *self,
                QuothRtfWord     word,
                int              number,
                gunichar         c)
{
  gboolean is_text = quoth_rtf_parsing_get_group (self)->destination == QUOTH_RTF_DEST_TEXT;

  switch ((int) word)
    {
    case QUOTH_RTF_WORD_PAR:
      if (is_text)
        quoth_rtf_text_end_paragraph (self);
      break;
    case QUOTH_RTF_WORD_LINE:
      quoth_rtf_text_add_character (self, '\n');
      break;
    case QUOTH_RTF_WORD_TAB:
      if (quoth_rtf_parsing_get_place (self)->has_begun)
        quoth_rtf_text_add_character (self, ' ');
      break;
    case QUOTH_RTF_WORD_CHARACTER:
      quoth_rtf_text_add_character (self, c);
      break;
    case QUOTH_RTF_WORD_UNICODE:
      quoth_rtf_text_add_unicode (self, number);
      break;
    case QUOTH_RTF_WORD_CELL:
      if (is_text)
        quoth_rtf_text_end_cell (self);
      break;
    case QUOTH_RTF_WORD_ROW:
      if (is_text)
        quoth_rtf_text_end_row (self);
      break;
    case QUOTH_RTF_WORD_ROW_BEGINS:
      if (is_text)
        quoth_rtf_text_begin_row (self);
      break;
    default:
      take_property (self, word, number);
    }
}

static void
take_word (QuothRtfParsing     *self,
           const QuothRtfToken *token)
{
  const QuothRtfControl *control = quoth_rtf_words_find (token->word);
  QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  gboolean is_first = group->is_first;

  group->is_first = FALSE;
  if (self->n_to_skip > 0)
    {
      self->n_to_skip--;
      return;
    }
  if (control == NULL)
    {
      /* A group of a kind that is not known, and says that it need not be */
      if (is_first && group->has_star)
        group->destination = QUOTH_RTF_DEST_SKIPPED;
      return;
    }
  if (control->word != QUOTH_RTF_WORD_UNICODE)
    quoth_rtf_text_flush (self);
  if (is_first && take_destination (self, control->word))
    return;
  if (take_description (self, control->word, token->number))
    return;
  take_text_word (self, control->word, token->number, control->c);
}

static void
take_symbol (QuothRtfParsing *self,
             guint8           symbol)
{
  if (self->n_to_skip > 0)
    {
      self->n_to_skip--;
      return;
    }
  if (symbol == '~')
    quoth_rtf_text_add_character (self, ' ');
  else if (symbol == '_')
    quoth_rtf_text_add_character (self, '-');
  else if ((symbol == '\n' || symbol == '\r')
           && quoth_rtf_parsing_get_group (self)->destination == QUOTH_RTF_DEST_TEXT)
    quoth_rtf_text_end_paragraph (self);
}

static gboolean
begin_group (QuothRtfParsing  *self,
             GError          **error)
{
  QuothRtfGroup group = *quoth_rtf_parsing_get_group (self);

  quoth_rtf_text_flush (self);
  self->n_to_skip = 0;
  if (self->groups->len == MAX_GROUPS)
    {
      g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                   _("The RTF document is nested deeper than %d."), MAX_GROUPS);
      return FALSE;
    }
  group.is_first = TRUE;
  group.has_star = FALSE;
  g_array_append_val (self->groups, group);
  return TRUE;
}

static char *
dup_value (QuothRtfParsing *self)
{
  return self->value->len > 0 ? g_strstrip (g_strdup (self->value->str)) : NULL;
}

/* Takes what the group that ends was the value of. */
static void
take_value (QuothRtfParsing *self)
{
  const QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  const QuothRtfGroup *outer = &g_array_index (self->groups, QuothRtfGroup, self->groups->len - 2);

  if (group->destination == QUOTH_RTF_DEST_STYLES && self->style != NULL)
    {
      self->style->name = dup_value (self);
      if (self->style->name != NULL)
        self->style->name[strcspn (self->style->name, ";,")] = '\0';
      self->style = NULL;
      g_string_truncate (self->value, 0);
    }
  else if (group->destination == QUOTH_RTF_DEST_TITLE && outer->destination == QUOTH_RTF_DEST_INFO
           && self->document->title == NULL)
    self->document->title = dup_value (self);
  else if (group->destination == QUOTH_RTF_DEST_AUTHOR && outer->destination == QUOTH_RTF_DEST_INFO
           && self->document->author == NULL)
    self->document->author = dup_value (self);
}

static void
end_group (QuothRtfParsing *self)
{
  quoth_rtf_text_flush (self);
  self->n_to_skip = 0;
  if (self->groups->len == 1)
    return;
  if (self->places->len > 1 && quoth_rtf_parsing_get_place (self)->depth == self->groups->len)
    quoth_rtf_text_end_place (self);
  take_value (self);
  g_array_set_size (self->groups, self->groups->len - 1);
}

static gboolean
take_token (QuothRtfParsing      *self,
            const QuothRtfToken  *token,
            GError              **error)
{
  switch (token->kind)
    {
    case QUOTH_RTF_BEGIN_GROUP:
      return begin_group (self, error);
    case QUOTH_RTF_END_GROUP:
      end_group (self);
      break;
    case QUOTH_RTF_WORD:
      take_word (self, token);
      break;
    case QUOTH_RTF_STAR:
      quoth_rtf_parsing_get_group (self)->has_star = TRUE;
      break;
    case QUOTH_RTF_SYMBOL:
      quoth_rtf_parsing_get_group (self)->is_first = FALSE;
      take_symbol (self, token->byte);
      break;
    case QUOTH_RTF_BYTE:
      quoth_rtf_parsing_get_group (self)->is_first = FALSE;
      if (self->n_to_skip > 0)
        self->n_to_skip--;
      else
        g_byte_array_append (self->pending, &token->byte, 1);
      break;
    case QUOTH_RTF_END:
      break;
    }
  return TRUE;
}

static void
set_created (QuothRtfParsing *self)
{
  if (self->year > 1900 && self->month > 0 && g_date_valid_dmy (self->day, self->month, self->year))
    self->document->created = g_strdup_printf ("%04d-%02d-%02d", self->year, self->month,
                                               self->day);
}

static gboolean
read_tokens (QuothRtfParsing  *self,
             GError          **error)
{
  QuothRtfScan scan = { .p = self->reading->data,
                        .end = self->reading->data + self->reading->length };
  QuothRtfToken token;
  guint n = 0;

  do
    {
      quoth_rtf_scan_next (&scan, &token);
      if (!take_token (self, &token, error))
        return FALSE;
      if (++n % CHECK_EVERY == 0
          && g_cancellable_set_error_if_cancelled (self->reading->cancellable, error))
        return FALSE;
    }
  while (token.kind != QUOTH_RTF_END && !quoth_document_flow_is_full (self->flow));
  quoth_rtf_text_flush (self);
  if (self->groups->len > 1)
    quoth_reading_note (self->reading, "%s",
                        _("The RTF document is cut off: its end may be missing."));
  while (self->places->len > 1)
    quoth_rtf_text_end_place (self);
  quoth_rtf_text_end_paragraph (self);
  quoth_rtf_text_end_row (self);
  set_created (self);
  return quoth_document_flow_finish (self->flow, error);
}

static gboolean
sniff_rtf (const QuothReading *reading)
{
  return g_str_has_prefix (reading->head, "{\\rtf");
}

static GPtrArray *
read_rtf (const QuothReading  *reading,
          GError             **error)
{
  g_autoptr(QuothDocument) document = quoth_document_new (reading);
  g_autoptr(QuothDocumentFlow) flow = quoth_document_flow_new (document);
  g_autoptr(GHashTable) styles = quoth_document_styles_new ();
  g_autoptr(GHashTable) fonts = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (QuothRtfGroup));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (QuothRtfPlace));
  g_autoptr(GByteArray) pending = g_byte_array_new ();
  g_autoptr(GString) value = g_string_new (NULL);
  const QuothRtfGroup group = { .n_skipped = 1, .outline = 9, .font = -1 };
  const QuothRtfPlace place = { .depth = 1 };
  QuothRtfParsing self = { .reading = reading, .document = document, .flow = flow, .styles = styles,
                  .fonts = fonts, .groups = groups,
                  .places = places, .pending = pending, .value = value,
                    .charset = quoth_rtf_charset_from_page (1252) };

  g_array_append_val (groups, group);
  g_array_append_val (places, place);
  if (!read_tokens (&self, error))
    return NULL;
  return quoth_document_finish (document, reading, error);
}

const QuothReader quoth_rtf_reader = {
  .name = "rtf",
  .media_type = "application/rtf",
  .sniff = sniff_rtf,
  .read = read_rtf,
};
