#pragma once

#include "quoth-quote.h"

G_BEGIN_DECLS

/**
 * QuothQuoteRow:
 *
 * What the list shows of one quotation. Read-only string properties for the row's .ui, never NULL:
 * words (one line, shortened), speaker (with honorific; "" when unknown), source (as printed),
 * role, organisation, publication, date (ISO), title; kind and state as enums' ints.
 */
#define QUOTH_TYPE_QUOTE_ROW (quoth_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuoteRow, quoth_quote_row, QUOTH, QUOTE_ROW, GObject)

const char     *quoth_quote_row_get_quote_id     (QuothQuoteRow *self);
const char     *quoth_quote_row_get_article_id   (QuothQuoteRow *self);
const char     *quoth_quote_row_get_words        (QuothQuoteRow *self);
const char     *quoth_quote_row_get_speaker      (QuothQuoteRow *self);
const char     *quoth_quote_row_get_source       (QuothQuoteRow *self);
const char     *quoth_quote_row_get_role         (QuothQuoteRow *self);
const char     *quoth_quote_row_get_organisation (QuothQuoteRow *self);
const char     *quoth_quote_row_get_publication  (QuothQuoteRow *self);
const char     *quoth_quote_row_get_date         (QuothQuoteRow *self);
const char     *quoth_quote_row_get_title        (QuothQuoteRow *self);
QuothQuoteKind  quoth_quote_row_get_kind         (QuothQuoteRow *self);
QuothState      quoth_quote_row_get_state        (QuothQuoteRow *self);

G_END_DECLS
