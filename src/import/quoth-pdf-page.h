#pragma once

#include <glib.h>
#include <poppler.h>

G_BEGIN_DECLS

/**
 * QuothPdfLine:
 * @x0: its box, in points from the page's upper left corner
 * @first_word: how wide its first word is
 * @size: of its font, in points
 * @bold: whether all of it is
 * @page: index of its page
 * @left: where the lines of its column begin
 * @right: where they end
 * @column: number of its column, over all pages
 * @is_across: whether it stands over several columns
 * @is_furniture: a running head, a page number and the like
 *
 * A printed line, or the part of one that stands in one column.
 */
typedef struct
{
  char     *text;
  double    x0, y0, x1, y1;
  double    first_word;
  double    size;
  gboolean  bold;
  guint     page;
  double    left, right;
  guint     column;
  gboolean  is_across;
  gboolean  is_furniture;
} QuothPdfLine;

/**
 * QuothPdfOrder:
 * @n_columns: counts the columns of all pages
 * @gutters: (element-type QuothPdfGutter): between columns, where pages had enough lines to show
 *   them
 *
 * What ordering one page leaves for the next.
 */
typedef struct
{
  guint   n_columns;
  GArray *gutters;
} QuothPdfOrder;

typedef struct
{
  double low;
  double high;
} QuothPdfGutter;

void quoth_pdf_line_free    (QuothPdfLine *self);
void quoth_pdf_page_read    (PopplerPage  *page,
                             guint         index,
                             GPtrArray    *lines);
void quoth_pdf_lines_order  (QuothPdfOrder *order,
                             GPtrArray     *lines);
void quoth_pdf_mark_furniture (GPtrArray  *lines,
                               guint       n_pages);
void quoth_pdf_number_pages (GPtrArray    *lines,
                             GArray       *numbers);

G_END_DECLS
