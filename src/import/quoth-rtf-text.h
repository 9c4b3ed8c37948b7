#pragma once

#include "quoth-document-flow.h"
#include "quoth-document-styles.h"

G_BEGIN_DECLS

/*
 * The text of a Rich Text document: characters in their code pages, and the paragraphs, rows, notes
 * and boxes that they stand in. What the control words say is read in quoth-rtf-reader.c.
 */

/**
 * QuothRtfDestination:
 *
 * What a group is for.
 */
typedef enum
{
  QUOTH_RTF_DEST_TEXT,
  QUOTH_RTF_DEST_SKIPPED,
  QUOTH_RTF_DEST_FONTS,
  QUOTH_RTF_DEST_STYLES,
  QUOTH_RTF_DEST_INFO,
  QUOTH_RTF_DEST_TITLE,
  QUOTH_RTF_DEST_AUTHOR,
  QUOTH_RTF_DEST_CREATED,
} QuothRtfDestination;

/**
 * QuothRtfGroup:
 *
 * What a closing brace puts back as it was.
 */
typedef struct
{
  QuothRtfDestination destination;
  gboolean            is_first;      /* nothing but "\*" has been read of it */
  gboolean            has_star;
  gboolean            is_hidden;
  gboolean            is_deleted;
  gboolean            in_table;
  int                 font;
  int                 n_skipped;     /* signs after a \u, for readers that do not know it */
  int                 style;
  int                 list;
  int                 outline;
  int                 first_indent;
} QuothRtfGroup;

/**
 * QuothRtfPlace:
 *
 * The text, or a note or text box within it.
 */
typedef struct
{
  guint    depth;      /* of its group */
  gboolean is_note;
  gboolean has_begun;  /* a paragraph */
  gboolean has_mark;   /* of a list item, before its text */
} QuothRtfPlace;

/**
 * QuothRtfParsing:
 *
 * How far a document has been read, and where its words go.
 */
typedef struct
{
  const QuothReading *reading;
  QuothDocument      *document;
  QuothDocumentFlow  *flow;
  GHashTable         *styles;
  GHashTable         *fonts;        /* charset names by number */
  GArray             *groups;       /* of QuothRtfGroup */
  GArray             *places;       /* of QuothRtfPlace */
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
} QuothRtfParsing;

QuothRtfGroup *quoth_rtf_parsing_get_group  (QuothRtfParsing *self);
QuothRtfPlace *quoth_rtf_parsing_get_place  (QuothRtfParsing *self);
gboolean       quoth_rtf_parsing_is_shown   (QuothRtfParsing *self);
void           quoth_rtf_text_flush         (QuothRtfParsing *self);
void           quoth_rtf_text_add_character (QuothRtfParsing *self,
                                             gunichar         c);
void           quoth_rtf_text_add_unicode   (QuothRtfParsing *self,
                                             int              number);
void           quoth_rtf_text_end_paragraph (QuothRtfParsing *self);
void           quoth_rtf_text_begin_row     (QuothRtfParsing *self);
void           quoth_rtf_text_end_row       (QuothRtfParsing *self);
void           quoth_rtf_text_end_cell      (QuothRtfParsing *self);
void           quoth_rtf_text_begin_place   (QuothRtfParsing *self,
                                             gboolean         is_note);
void           quoth_rtf_text_end_place     (QuothRtfParsing *self);

G_END_DECLS
