#include "config.h"

#include "quoth-document-flow.h"
#include "quoth-document-styles.h"
#include "quoth-rtf-scan.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Rich Text (RTF), read here. Debian 12 has no library for it, and its programs lose what is
 * quoted: pandoc 2.17 drops the letters behind a character written as \u, takes every code page for
 * Western, makes list items of LibreOffice's headings and knows no quotation by its style; unrtf
 * keeps neither styles nor lists; LibreOffice keeps all and needs five seconds to start. The
 * format's grammar is small: groups in braces, control words, bytes. What is not known is skipped,
 * as the format lays down.
 */

#define MAX_GROUPS 1000
#define CHECK_EVERY 65536

typedef enum
{
  DEST_TEXT,
  DEST_SKIPPED,
  DEST_FONTS,
  DEST_STYLES,
  DEST_INFO,
  DEST_TITLE,
  DEST_AUTHOR,
  DEST_CREATED,
} Destination;

/* What a closing brace puts back as it was */
typedef struct
{
  Destination destination;
  gboolean    is_first;      /* nothing but "\*" has been read of it */
  gboolean    has_star;
  gboolean    is_hidden;
  gboolean    is_deleted;
  gboolean    in_table;
  int         font;
  int         n_skipped;     /* signs after a \u, for readers that do not know it */
  int         style;
  int         list;
  int         outline;
  int         first_indent;
} Group;

/* The text, or a note or text box within it */
typedef struct
{
  guint    depth;      /* of its group */
  gboolean is_note;
  gboolean has_begun;  /* a paragraph */
  gboolean has_mark;   /* of a list item, before its text */
} Place;

typedef struct
{
  const QuothReading *reading;
  QuothDocument      *document;
  QuothDocumentFlow  *flow;
  GHashTable         *styles;
  GHashTable         *fonts;        /* charset names by number */
  GArray             *groups;       /* of Group */
  GArray             *places;       /* of Place */
  GByteArray         *pending;      /* bytes of a text whose code page is not needed yet */
  GString            *value;        /* of a property, font or style that is being read */
  QuothDocumentStyle *style;
  const char         *charset;
  gunichar            surrogate;    /* the first half of a character */
  int                 n_to_skip;
  int                 font;         /* the one being described */
  int                 year, month, day;
  guint               n_notes;
  gboolean            in_row;
} Reader;

static Group *
get_group (Reader *self)
{
  return &g_array_index (self->groups, Group, self->groups->len - 1);
}

static Place *
get_place (Reader *self)
{
  return &g_array_index (self->places, Place, self->places->len - 1);
}

static gboolean
is_shown (Reader *self)
{
  const Group *group = get_group (self);

  return group->destination == DEST_TEXT && !group->is_hidden && !group->is_deleted;
}

static void
end_row (Reader *self)
{
  if (self->in_row && self->places->len == 1)
    {
      quoth_document_flow_end_row (self->flow, FALSE);
      self->in_row = FALSE;
    }
}

static void
begin_paragraph (Reader *self)
{
  Place *place = get_place (self);

  if (place->has_begun)
    return;
  if (!get_group (self)->in_table)
    end_row (self);
  place->has_begun = TRUE;
  quoth_document_flow_begin (self->flow);
}

/* Where the words being read go */
static GString *
get_target (Reader *self)
{
  switch (get_group (self)->destination)
    {
    case DEST_TEXT:
      if (!is_shown (self))
        return NULL;
      begin_paragraph (self);
      return quoth_document_flow_get_text (self->flow);
    case DEST_STYLES: case DEST_TITLE: case DEST_AUTHOR:
      return self->value;
    case DEST_SKIPPED: case DEST_FONTS: case DEST_INFO: case DEST_CREATED:
      break;
    }
  return NULL;
}

/* Decodes the bytes read so far. */
static void
flush (Reader *self)
{
  g_autofree char *text = NULL;
  const char *charset;
  GString *target;

  self->surrogate = 0;
  if (self->pending->len == 0)
    return;
  charset = g_hash_table_lookup (self->fonts, GINT_TO_POINTER (get_group (self)->font));
  text = quoth_rtf_charset_decode (charset != NULL ? charset : self->charset, self->pending->data,
                                   self->pending->len);
  g_byte_array_set_size (self->pending, 0);
  if (g_str_equal (text, " ") && get_group (self)->destination == DEST_TEXT
      && !get_place (self)->has_begun)
    return;
  target = get_target (self);
  if (target != NULL)
    quoth_document_append_words (target, text, -1);
}

static void
add_character (Reader   *self,
               gunichar  c)
{
  char text[8] = "";
  GString *target;

  flush (self);
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

/* "\u8220?": a character of 16 bits, and what stands for it where it is not known */
static void
add_unicode (Reader *self,
             int     number)
{
  gunichar c = (gunichar) (number < 0 ? number + 65536 : number) & 0xffff;
  gunichar first = self->surrogate;

  flush (self);
  self->n_to_skip = get_group (self)->n_skipped;
  if (c >= 0xd800 && c < 0xdc00)
    self->surrogate = c;
  else if (c >= 0xdc00 && c < 0xe000)
    {
      if (first != 0)
        add_character (self, 0x10000 + ((first - 0xd800) << 10) + (c - 0xdc00));
    }
  else if (c != 0)
    add_character (self, c);
}

static QuothDocumentRole
find_role (Reader      *self,
           const Group *group,
           const Place *place)
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
    g_once_init_leave (&regex,
                       g_regex_new ("^\\s*(?:[•·▪◦‣∙*o–-]|\\(?(?:\\d{1,3}|[a-z]|[ivx]{1,5})[.)])\\s+", 0, 0, NULL));
  if (text == NULL || !g_regex_match (regex, text->str, 0, &match)
      || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return FALSE;
  g_string_erase (text, 0, end);
  return TRUE;
}

static void
end_paragraph (Reader *self)
{
  const Group *group = get_group (self);
  Place *place = get_place (self);
  QuothDocumentRole role;

  flush (self);
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

static void
begin_row (Reader *self)
{
  if (self->in_row || self->places->len > 1 || get_place (self)->has_begun)
    return;
  self->in_row = TRUE;
  quoth_document_flow_begin_row (self->flow);
  quoth_document_flow_begin_cell (self->flow);
}

static void
end_cell (Reader *self)
{
  end_paragraph (self);
  if (self->in_row && self->places->len == 1)
    quoth_document_flow_begin_cell (self->flow);
}

/* A note or text box hangs on the paragraph around it. */
static void
begin_place (Reader   *self,
             gboolean  is_note)
{
  Place place = { .depth = self->groups->len, .is_note = is_note };
  Group *group = get_group (self);

  if (!is_shown (self))
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

static void
end_place (Reader *self)
{
  end_paragraph (self);
  if (get_place (self)->is_note)
    quoth_document_flow_end_note (self->flow);
  g_array_set_size (self->places, self->places->len - 1);
}

static void
reset_paragraph (Group *group)
{
  group->style = group->list = group->first_indent = 0;
  group->outline = 9;
  group->in_table = FALSE;
}

typedef enum
{
  WORD_PAR = 1, WORD_LINE, WORD_TAB, WORD_CELL, WORD_ROW, WORD_ROW_BEGINS, WORD_CHARACTER,
  WORD_UNICODE, WORD_SKIP_COUNT,
  WORD_FONT, WORD_FONT_CHARSET, WORD_PAGE, WORD_MAC, WORD_PC, WORD_PCA, WORD_STYLE, WORD_PARENT,
  WORD_OUTLINE, WORD_LIST,
  WORD_FIRST_INDENT, WORD_RESET, WORD_PLAIN, WORD_IN_TABLE, WORD_HIDDEN, WORD_DELETED, WORD_MARK,
  WORD_NOTE, WORD_BOX,
  WORD_THROUGH, WORD_SKIPPED, WORD_FONTS, WORD_STYLES, WORD_INFO, WORD_TITLE, WORD_AUTHOR,
  WORD_CREATED, WORD_YEAR, WORD_MONTH,
  WORD_DAY,
} Word;

static const struct {
  const char *name;
  Word        word;
  gunichar    c;
} words[] = {
  { "par", WORD_PAR, 0 }, { "sect", WORD_PAR, 0 }, { "page", WORD_PAR, 0 },
  { "nestcell", WORD_PAR, 0 },
  { "line", WORD_LINE, 0 }, { "lbr", WORD_LINE, 0 }, { "tab", WORD_TAB, 0 },
  { "cell", WORD_CELL, 0 }, { "row", WORD_ROW, 0 },
  { "trowd", WORD_ROW_BEGINS, 0 }, { "emdash", WORD_CHARACTER, 0x2014 },
  { "endash", WORD_CHARACTER, 0x2013 },
  { "lquote", WORD_CHARACTER, 0x2018 }, { "rquote", WORD_CHARACTER, 0x2019 },
  { "ldblquote", WORD_CHARACTER, 0x201c },
  { "rdblquote", WORD_CHARACTER, 0x201d }, { "bullet", WORD_CHARACTER, 0x2022 },
  { "emspace", WORD_CHARACTER, ' ' },
  { "enspace", WORD_CHARACTER, ' ' }, { "qmspace", WORD_CHARACTER, ' ' }, { "u", WORD_UNICODE, 0 },
  { "uc", WORD_SKIP_COUNT, 0 },
  { "f", WORD_FONT, 0 }, { "fcharset", WORD_FONT_CHARSET, 0 }, { "ansicpg", WORD_PAGE, 0 },
  { "mac", WORD_MAC, 0 },
  { "pc", WORD_PC, 0 }, { "pca", WORD_PCA, 0 }, { "s", WORD_STYLE, 0 },
  { "sbasedon", WORD_PARENT, 0 },
  { "outlinelevel", WORD_OUTLINE, 0 }, { "ls", WORD_LIST, 0 }, { "fi", WORD_FIRST_INDENT, 0 },
  { "pard", WORD_RESET, 0 },
  { "plain", WORD_PLAIN, 0 }, { "intbl", WORD_IN_TABLE, 0 }, { "v", WORD_HIDDEN, 0 },
  { "deleted", WORD_DELETED, 0 },
  { "listtext", WORD_MARK, 0 }, { "pntext", WORD_MARK, 0 }, { "pn", WORD_MARK, 0 },
  { "footnote", WORD_NOTE, 0 },
  { "shptxt", WORD_BOX, 0 }, { "dptxbxtext", WORD_BOX, 0 }, { "shpinst", WORD_THROUGH, 0 },
  { "do", WORD_THROUGH, 0 },
  { "ud", WORD_THROUGH, 0 }, { "fonttbl", WORD_FONTS, 0 }, { "stylesheet", WORD_STYLES, 0 },
  { "info", WORD_INFO, 0 },
  { "title", WORD_TITLE, 0 }, { "author", WORD_AUTHOR, 0 }, { "creatim", WORD_CREATED, 0 },
  { "yr", WORD_YEAR, 0 },
  { "mo", WORD_MONTH, 0 }, { "dy", WORD_DAY, 0 },
  /* Groups that show nothing, or what stands on every page */
  { "colortbl", WORD_SKIPPED, 0 }, { "pict", WORD_SKIPPED, 0 }, { "object", WORD_SKIPPED, 0 },
  { "header", WORD_SKIPPED, 0 },
  { "headerl", WORD_SKIPPED, 0 }, { "headerr", WORD_SKIPPED, 0 }, { "headerf", WORD_SKIPPED, 0 },
  { "footer", WORD_SKIPPED, 0 },
  { "footerl", WORD_SKIPPED, 0 }, { "footerr", WORD_SKIPPED, 0 }, { "footerf", WORD_SKIPPED, 0 },
  { "xe", WORD_SKIPPED, 0 },
  { "tc", WORD_SKIPPED, 0 }, { "tcn", WORD_SKIPPED, 0 }, { "rxe", WORD_SKIPPED, 0 },
  { "txe", WORD_SKIPPED, 0 },
  { "fldinst", WORD_SKIPPED, 0 }, { "sp", WORD_SKIPPED, 0 }, { "nonshppict", WORD_SKIPPED, 0 },
  { "upr", WORD_SKIPPED, 0 },
  { "listtable", WORD_SKIPPED, 0 }, { "listoverridetable", WORD_SKIPPED, 0 },
  { "revtbl", WORD_SKIPPED, 0 },
  { "ftnsep", WORD_SKIPPED, 0 }, { "ftnsepc", WORD_SKIPPED, 0 }, { "ftncn", WORD_SKIPPED, 0 },
  { "aftnsep", WORD_SKIPPED, 0 },
  { "aftnsepc", WORD_SKIPPED, 0 }, { "aftncn", WORD_SKIPPED, 0 },
  { "nonesttables", WORD_SKIPPED, 0 },
};

/* Control words that say what the group they begin is */
static gboolean
take_destination (Reader *self,
                  Word    word)
{
  Group *group = get_group (self);
  gboolean in_info = group->destination == DEST_INFO;

  switch ((int) word)
    {
    case WORD_MARK:
      if (is_shown (self))
        get_place (self)->has_mark = TRUE;
      group->destination = DEST_SKIPPED;
      break;
    case WORD_NOTE: case WORD_BOX:
      begin_place (self, word == WORD_NOTE);
      break;
    case WORD_THROUGH:
      if (self->groups->len > 1)
        group->destination = DEST_TEXT;
      break;
    case WORD_SKIPPED:
      group->destination = DEST_SKIPPED;
      break;
    case WORD_FONTS:
      group->destination = DEST_FONTS;
      break;
    case WORD_STYLES:
      group->destination = DEST_STYLES;
      break;
    case WORD_INFO:
      group->destination = DEST_INFO;
      break;
    case WORD_TITLE: case WORD_AUTHOR: case WORD_CREATED:
      if (in_info)
        group->destination = word == WORD_TITLE ? DEST_TITLE : word == WORD_AUTHOR ? DEST_AUTHOR
          : DEST_CREATED;
      g_string_truncate (self->value, 0);
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

/* Control words that describe the document, its fonts and styles */
static gboolean
take_description (Reader *self,
                  Word    word,
                  int     number)
{
  Group *group = get_group (self);
  const char *charset = NULL;

  switch ((int) word)
    {
    case WORD_FONT:
      if (group->destination == DEST_FONTS)
        self->font = number;
      else
        group->font = number;
      break;
    case WORD_FONT_CHARSET:
      charset = quoth_rtf_charset_from_font (number);
      if (group->destination == DEST_FONTS && charset != NULL)
        g_hash_table_insert (self->fonts, GINT_TO_POINTER (self->font), (gpointer) charset);
      break;
    case WORD_PAGE:
      charset = quoth_rtf_charset_from_page (number);
      break;
    case WORD_MAC:
      charset = quoth_rtf_charset_from_page (10000);
      break;
    case WORD_PC:
      charset = quoth_rtf_charset_from_page (437);
      break;
    case WORD_PCA:
      charset = quoth_rtf_charset_from_page (850);
      break;
    case WORD_PARENT:
      if (self->style != NULL && self->style->parent == NULL)
        self->style->parent = g_strdup_printf ("%d", number);
      break;
    case WORD_YEAR: case WORD_MONTH: case WORD_DAY:
      if (group->destination == DEST_CREATED)
        *(word == WORD_YEAR ? &self->year : word == WORD_MONTH ? &self->month : &self->day) = number;
      break;
    default:
      return FALSE;
    }
  if (charset != NULL && word != WORD_FONT_CHARSET)
    self->charset = charset;
  return TRUE;
}

static void
set_style (Reader *self,
           int     number)
{
  Group *group = get_group (self);
  g_autofree char *id = g_strdup_printf ("%d", number);

  if (group->destination == DEST_STYLES)
    {
      self->style = quoth_document_styles_add (self->styles, id);
      g_string_truncate (self->value, 0);
    }
  else
    group->style = number;
}

/* Control words about a paragraph and the letters in it */
static void
take_property (Reader *self,
               Word    word,
               int     number)
{
  Group *group = get_group (self);

  switch ((int) word)
    {
    case WORD_SKIP_COUNT:
      group->n_skipped = CLAMP (number, 0, 16);
      break;
    case WORD_STYLE:
      set_style (self, number);
      break;
    case WORD_OUTLINE:
      if (group->destination == DEST_STYLES && self->style != NULL)
        self->style->is_heading = number < 9;
      else
        group->outline = number;
      break;
    case WORD_LIST:
      group->list = number;
      break;
    case WORD_FIRST_INDENT:
      group->first_indent = number;
      break;
    case WORD_RESET:
      reset_paragraph (group);
      break;
    case WORD_PLAIN:
      group->is_hidden = group->is_deleted = FALSE;
      break;
    case WORD_IN_TABLE:
      group->in_table = TRUE;
      break;
    case WORD_HIDDEN:
      group->is_hidden = number != 0;
      break;
    case WORD_DELETED:
      group->is_deleted = number != 0;
      break;
    }
}

static void
take_text_word (Reader   *self,
                Word      word,
                int       number,
                gunichar  c)
{
  gboolean is_text = get_group (self)->destination == DEST_TEXT;

  switch ((int) word)
    {
    case WORD_PAR:
      if (is_text)
        end_paragraph (self);
      break;
    case WORD_LINE:
      add_character (self, '\n');
      break;
    case WORD_TAB:
      if (get_place (self)->has_begun)
        add_character (self, ' ');
      break;
    case WORD_CHARACTER:
      add_character (self, c);
      break;
    case WORD_UNICODE:
      add_unicode (self, number);
      break;
    case WORD_CELL:
      if (is_text)
        end_cell (self);
      break;
    case WORD_ROW:
      if (is_text)
        end_row (self);
      break;
    case WORD_ROW_BEGINS:
      if (is_text)
        begin_row (self);
      break;
    default:
      take_property (self, word, number);
    }
}

/* The places of the words in their table, counted from 1, by their names */
static GHashTable *
get_words (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        g_hash_table_insert (made, (gpointer) words[i].name, GSIZE_TO_POINTER (i + 1));
      g_once_init_leave (&table, made);
    }
  return table;
}

static void
take_word (Reader              *self,
           const QuothRtfToken *token)
{
  gsize i = GPOINTER_TO_SIZE (g_hash_table_lookup (get_words (), token->word)) - 1;
  Group *group = get_group (self);
  gboolean is_first = group->is_first;

  group->is_first = FALSE;
  if (self->n_to_skip > 0)
    {
      self->n_to_skip--;
      return;
    }
  if (i >= G_N_ELEMENTS (words))
    {
      /* A group of a kind that is not known, and says that it need not be */
      if (is_first && group->has_star)
        group->destination = DEST_SKIPPED;
      return;
    }
  if (words[i].word != WORD_UNICODE)
    flush (self);
  if (is_first && take_destination (self, words[i].word))
    return;
  if (take_description (self, words[i].word, token->number))
    return;
  take_text_word (self, words[i].word, token->number, words[i].c);
}

static void
take_symbol (Reader *self,
             guint8  symbol)
{
  if (self->n_to_skip > 0)
    {
      self->n_to_skip--;
      return;
    }
  if (symbol == '~')
    add_character (self, ' ');
  else if (symbol == '_')
    add_character (self, '-');
  else if ((symbol == '\n' || symbol == '\r') && get_group (self)->destination == DEST_TEXT)
    end_paragraph (self);
}

static gboolean
begin_group (Reader  *self,
             GError **error)
{
  Group group = *get_group (self);

  flush (self);
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
dup_value (Reader *self)
{
  return self->value->len > 0 ? g_strstrip (g_strdup (self->value->str)) : NULL;
}

/* Takes what the group that ends was the value of. */
static void
take_value (Reader *self)
{
  const Group *group = get_group (self);
  const Group *outer = &g_array_index (self->groups, Group, self->groups->len - 2);

  if (group->destination == DEST_STYLES && self->style != NULL)
    {
      self->style->name = dup_value (self);
      if (self->style->name != NULL)
        self->style->name[strcspn (self->style->name, ";,")] = '\0';
      self->style = NULL;
      g_string_truncate (self->value, 0);
    }
  else if (group->destination == DEST_TITLE && outer->destination == DEST_INFO
           && self->document->title == NULL)
    self->document->title = dup_value (self);
  else if (group->destination == DEST_AUTHOR && outer->destination == DEST_INFO
           && self->document->author == NULL)
    self->document->author = dup_value (self);
}

static void
end_group (Reader *self)
{
  flush (self);
  self->n_to_skip = 0;
  if (self->groups->len == 1)
    return;
  if (self->places->len > 1 && get_place (self)->depth == self->groups->len)
    end_place (self);
  take_value (self);
  g_array_set_size (self->groups, self->groups->len - 1);
}

static gboolean
take_token (Reader               *self,
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
      get_group (self)->has_star = TRUE;
      break;
    case QUOTH_RTF_SYMBOL:
      get_group (self)->is_first = FALSE;
      take_symbol (self, token->byte);
      break;
    case QUOTH_RTF_BYTE:
      get_group (self)->is_first = FALSE;
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
set_created (Reader *self)
{
  if (self->year > 1900 && self->month > 0 && g_date_valid_dmy (self->day, self->month, self->year))
    self->document->created = g_strdup_printf ("%04d-%02d-%02d", self->year, self->month,
                                               self->day);
}

static gboolean
read_tokens (Reader  *self,
             GError **error)
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
  flush (self);
  if (self->groups->len > 1)
    quoth_reading_note (self->reading, "%s",
                        _("The RTF document is cut off: its end may be missing."));
  while (self->places->len > 1)
    end_place (self);
  end_paragraph (self);
  end_row (self);
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
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr(GByteArray) pending = g_byte_array_new ();
  g_autoptr(GString) value = g_string_new (NULL);
  const Group group = { .n_skipped = 1, .outline = 9, .font = -1 };
  const Place place = { .depth = 1 };
  Reader self = { .reading = reading, .document = document, .flow = flow, .styles = styles,
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
