#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothCsv:
 *
 * Rows of CSV as RFC 4180 has it. A cell that a spreadsheet would take for a formula (it begins
 * with =, +, -, @ or a tab) gets an apostrophe before it, and the row's last column, "guarded",
 * names the columns in which that was done: taking the first character off these gives the words
 * back as they were.
 */
typedef struct _QuothCsv QuothCsv;

QuothCsv *quoth_csv_new        (const char *const *columns);  /* NULL at the end; static */
void      quoth_csv_free       (QuothCsv          *self);
char     *quoth_csv_dup_header (QuothCsv          *self);
/* The next cell of the row; NULL is an empty one. */
void      quoth_csv_append     (QuothCsv          *self,
                                const char        *value);
/* The row, once each column has its cell; the next one begins. */
char     *quoth_csv_dup_row    (QuothCsv          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCsv, quoth_csv_free)

G_END_DECLS
