#include "config.h"

#include "quoth-rtf-scan.h"
#include "quoth-rtf-text.h"

/* A bullet or number before an item of a list */
#define MARK_PATTERN "^\\s*(?:[•·▪◦‣∙*o–-]|\\(?(?:\\d{1,3}|[a-z]|[ivx]{1,5})[.)])\\s+"

/**
 * quoth_rtf_parsing_get_group:
 *
 * Returns: (transfer none): the innermost group
 */
QuothRtfGroup *
quoth_rtf_parsing_get_group (QuothRtfParsing *self)
{
  return &g_array_index (self->groups, QuothRtfGroup, self->groups->len - 1);
}

/**
 * quoth_rtf_parsing_get_place:
 *
 * Returns: (transfer none): the text, note or text box that is being read
 */
QuothRtfPlace *
quoth_rtf_parsing_get_place (QuothRtfParsing *self)
{
  return &g_array_index (self->places, QuothRtfPlace, self->places->len - 1);
}

/**
 * quoth_rtf_parsing_is_shown:
 *
 * Returns: whether the words being read are words of the text that a reader sees
 */
gboolean
quoth_rtf_parsing_is_shown (QuothRtfParsing *self)
{
  const QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);

  return group->destination == QUOTH_RTF_DEST_TEXT && !group->is_hidden && !group->is_deleted;
}

/**
 * quoth_rtf_text_end_row:
 *
 * Ends a row of a table, if one is being read.
 */
void
quoth_rtf_text_end_row (QuothRtfParsing *self)
{
  if (self->in_row && self->places->len == 1)
    {
      quoth_document_flow_end_row (self->flow, FALSE);
      self->in_row = FALSE;
    }
}

static void
begin_paragraph (QuothRtfParsing *self)
{
  QuothRtfPlace *place = quoth_rtf_parsing_get_place (self);

  if (place->has_begun)
    return;
  if (!quoth_rtf_parsing_get_group (self)->in_table)
    quoth_rtf_text_end_row (self);
  place->has_begun = TRUE;
  quoth_document_flow_begin (self->flow);
}

/* Where the words being read go */
static GString *
get_target (QuothRtfParsing *self)
{
  switch (quoth_rtf_parsing_get_group (self)->destination)
    {
    case QUOTH_RTF_DEST_TEXT:
      if (!quoth_rtf_parsing_is_shown (self))
        return NULL;
      begin_paragraph (self);
      return quoth_document_flow_get_text (self->flow);
    case QUOTH_RTF_DEST_STYLES: case QUOTH_RTF_DEST_TITLE: case QUOTH_RTF_DEST_AUTHOR:
      return self->value;
    case QUOTH_RTF_DEST_SKIPPED: case QUOTH_RTF_DEST_FONTS: case QUOTH_RTF_DEST_INFO:
    case QUOTH_RTF_DEST_CREATED:
      break;
    }
  return NULL;
}

/**
 * quoth_rtf_text_flush:
 *
 * Decodes the bytes read so far.
 */
void
quoth_rtf_text_flush (QuothRtfParsing *self)
{
  const QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  g_autofree char *text = NULL;
  const char *charset;
  GString *target;

  self->surrogate = 0;
  if (self->pending->len == 0)
    return;
  charset = g_hash_table_lookup (self->fonts, GINT_TO_POINTER (group->font));
  text = quoth_rtf_charset_decode (charset != NULL ? charset : self->charset, self->pending->data,
                                   self->pending->len);
  g_byte_array_set_size (self->pending, 0);
  if (g_str_equal (text, " ") && group->destination == QUOTH_RTF_DEST_TEXT
      && !quoth_rtf_parsing_get_place (self)->has_begun)
    return;
  target = get_target (self);
  if (target != NULL)
    quoth_document_append_words (target, text, -1);
}

/**
 * quoth_rtf_text_add_character:
 * @c: a character, "\n" for a line break
 *
 * Adds @c where the words being read go, or nothing where they go nowhere.
 */
void
quoth_rtf_text_add_character (QuothRtfParsing *self,
                              gunichar         c)
{
  char text[8] = "";
  GString *target;

  quoth_rtf_text_flush (self);
  target = get_target (self);
  if (target == NULL)
    return;
  if (c == '\n')
    {
      g_string_append_c (target, '\n');
      return;
    }
  g_unichar_to_utf8 (c, text);
  quoth_document_append_words (target, text, -1);
}

/**
 * quoth_rtf_text_add_unicode:
 * @number: the character, from -32768 where it is beyond 32767
 *
 * Adds a character of 16 bits, as in "\u8220?"; the sign after it is for other readers.
 */
void
quoth_rtf_text_add_unicode (QuothRtfParsing *self,
                            int              number)
{
  gunichar c = (gunichar) (number < 0 ? number + 65536 : number) & 0xffff;
  gunichar first = self->surrogate;

  quoth_rtf_text_flush (self);
  self->n_to_skip = quoth_rtf_parsing_get_group (self)->n_skipped;
  if (c >= 0xd800 && c < 0xdc00)
    self->surrogate = c;
  else if (c >= 0xdc00 && c < 0xe000)
    {
      if (first != 0)
        quoth_rtf_text_add_character (self, 0x10000 + ((first - 0xd800) << 10) + (c - 0xdc00));
    }
  else if (c != 0)
    quoth_rtf_text_add_character (self, c);
}

static QuothDocumentRole
find_role (QuothRtfParsing     *self,
           const QuothRtfGroup *group,
           const QuothRtfPlace *place)
{
  g_autofree char *style = g_strdup_printf ("%d", group->style);
  QuothDocumentRole role = quoth_document_styles_role (self->styles, style);

  if (role == QUOTH_ROLE_PLAIN && group->outline < 9)
    return QUOTH_ROLE_HEADING;
  if (role == QUOTH_ROLE_PLAIN && (place->has_mark || group->list > 0))
    return QUOTH_ROLE_LIST_ITEM;
  return role;
}

/* Cuts off a bullet or number that is written as text before an item which hangs by it. */
static gboolean
cut_mark (GString *text)
{
  static GRegex *regex = NULL;
  g_autoptr(GMatchInfo) match = NULL;
  int end;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (MARK_PATTERN, 0, 0, NULL));
  if (text == NULL || !g_regex_match (regex, text->str, 0, &match)
      || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return FALSE;
  g_string_erase (text, 0, end);
  return TRUE;
}

/**
 * quoth_rtf_text_end_paragraph:
 *
 * Ends the paragraph, if one is being read, as what its properties say that it is.
 */
void
quoth_rtf_text_end_paragraph (QuothRtfParsing *self)
{
  const QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);
  QuothRtfPlace *place = quoth_rtf_parsing_get_place (self);
  QuothDocumentRole role;

  quoth_rtf_text_flush (self);
  if (place->has_begun)
    {
      role = find_role (self, group, place);
      if (role == QUOTH_ROLE_PLAIN && group->first_indent < 0
          && cut_mark (quoth_document_flow_get_text (self->flow)))
        role = QUOTH_ROLE_LIST_ITEM;
      quoth_document_flow_end (self->flow, role);
    }
  place->has_begun = place->has_mark = FALSE;
}

/**
 * quoth_rtf_text_begin_row:
 *
 * Begins a row of a table and its first cell.
 */
void
quoth_rtf_text_begin_row (QuothRtfParsing *self)
{
  if (self->in_row || self->places->len > 1 || quoth_rtf_parsing_get_place (self)->has_begun)
    return;
  self->in_row = TRUE;
  quoth_document_flow_begin_row (self->flow);
  quoth_document_flow_begin_cell (self->flow);
}

/**
 * quoth_rtf_text_end_cell:
 *
 * Ends a cell and begins the next.
 */
void
quoth_rtf_text_end_cell (QuothRtfParsing *self)
{
  quoth_rtf_text_end_paragraph (self);
  if (self->in_row && self->places->len == 1)
    quoth_document_flow_begin_cell (self->flow);
}

/**
 * quoth_rtf_text_begin_place:
 * @is_note: not a text box
 *
 * Begins a note or text box, which hangs on the paragraph around it.
 */
void
quoth_rtf_text_begin_place (QuothRtfParsing *self,
                            gboolean         is_note)
{
  QuothRtfPlace place = { .depth = self->groups->len, .is_note = is_note };
  QuothRtfGroup *group = quoth_rtf_parsing_get_group (self);

  if (!quoth_rtf_parsing_is_shown (self))
    return;
  begin_paragraph (self);
  if (is_note)
    {
      g_autofree char *id = g_strdup_printf ("%u", self->n_notes++);

      quoth_document_flow_use_note (self->flow, id);
      quoth_document_flow_begin_note (self->flow, id);
    }
  g_array_append_val (self->places, place);
  group->style = group->list = group->first_indent = 0;
  group->outline = 9;
}

/**
 * quoth_rtf_text_end_place:
 *
 * Goes back from a note or text box to the text around it.
 */
void
quoth_rtf_text_end_place (QuothRtfParsing *self)
{
  quoth_rtf_text_end_paragraph (self);
  if (quoth_rtf_parsing_get_place (self)->is_note)
    quoth_document_flow_end_note (self->flow);
  g_array_set_size (self->places, self->places->len - 1);
}
