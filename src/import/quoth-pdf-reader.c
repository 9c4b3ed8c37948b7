#include "config.h"

#include "quoth-pdf-text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "quoth-pdf-metadata.h"

/* PDF by poppler-glib, which gives the characters of a page with their places and fonts; what is
 * read first, what is furniture and where paragraphs begin is found here, because poppler's own
 * order fails on columns under a headline. */

#define MAX_PAGES 2000
#define MAX_TEXT (16 * 1024 * 1024)

/* Poppler promises nothing about threads, not even for separate documents: they share fonts and
 * settings. */
static GMutex poppler_lock;

static gboolean
sniff_pdf (const QuothReading *reading)
{
  return memmem (reading->data, MIN (reading->length, 1024), "%PDF-", 5) != NULL;
}

static void
set_open_error (const GError  *reason,
                GError       **error)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED,
                         _("The PDF document is protected by a password."));
  else
    g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                         _("The PDF document is damaged and can’t be read."));
}

/* What a page is called in the document, as a number; 0 where it is called otherwise */
static guint
get_page_number (PopplerPage *page)
{
  g_autofree char *label = poppler_page_get_label (page);

  if (label == NULL || *label == '\0' || strlen (label) > 6
      || strspn (label, "0123456789") != strlen (label))
    return 0;
  return atoi (label);
}

/* Reads one page; holds the lock no longer, so that other documents come between. */
static void
read_page (PopplerDocument *document,
           guint            index,
           GPtrArray       *lines,
           GArray          *numbers)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&poppler_lock);
  PopplerPage *page = poppler_document_get_page (document, index);
  guint number = page != NULL ? get_page_number (page) : 0;

  if (number == 0)
    number = index + 1;
  g_array_append_val (numbers, number);
  if (page != NULL)
    quoth_pdf_page_read (page, index, lines);
  g_clear_object (&page);
}

/* Orders each page's lines; the text flows from one page to the next. */
static void
order_pages (GPtrArray *lines)
{
  g_autoptr(GArray) gutters = g_array_new (FALSE, FALSE, sizeof (QuothPdfGutter));
  QuothPdfOrder order = { .gutters = gutters };
  guint start = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);
      g_autoptr(GPtrArray) page = NULL;

      if (i + 1 < lines->len
          && ((QuothPdfLine *) g_ptr_array_index (lines, i + 1))->page == line->page)
        continue;
      page = g_ptr_array_new ();
      for (guint k = start; k <= i; k++)
        g_ptr_array_add (page, g_ptr_array_index (lines, k));
      quoth_pdf_lines_order (&order, page);
      for (guint k = start; k <= i; k++)
        lines->pdata[k] = page->pdata[k - start];
      start = i + 1;
    }
}

static gboolean
read_pages (const QuothReading  *reading,
            PopplerDocument     *document,
            GPtrArray           *lines,
            GArray              *numbers,
            GError             **error)
{
  guint n_pages = MAX (0, poppler_document_get_n_pages (document));
  gsize n_bytes = 0;

  for (guint i = 0; i < n_pages && i < MAX_PAGES; i++)
    {
      guint n_before = lines->len;

      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return FALSE;
      read_page (document, i, lines, numbers);
      for (guint k = n_before; k < lines->len; k++)
        n_bytes += strlen (((QuothPdfLine *) g_ptr_array_index (lines, k))->text);
      if (n_bytes > MAX_TEXT)
        {
          quoth_reading_note (reading,
                              _("The PDF document has more text than is read; it ends on page %u."),
                              i + 1);
          return TRUE;
        }
    }
  if (n_pages > MAX_PAGES)
    quoth_reading_note (reading, _("The PDF document has %u pages; the first %u are read."),
                        n_pages, MAX_PAGES);
  return TRUE;
}

/* "12-14", where the pages are numbered as a part of something larger */
static void
set_pages (QuothArticle *article,
           GArray       *numbers)
{
  guint first = numbers->len > 0 ? g_array_index (numbers, guint, 0) : 1;
  guint last = numbers->len > 0 ? g_array_index (numbers, guint, numbers->len - 1) : 1;
  g_autofree char *pages = NULL;

  if (first <= 1 || quoth_article_get_fact (article, QUOTH_FACT_PAGE) != NULL)
    return;
  pages = first == last ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u-%u", first, last);
  quoth_article_set_fact (article, QUOTH_FACT_PAGE, pages);
}

static gboolean
has_body (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (!((QuothPdfLine *) g_ptr_array_index (lines, i))->is_furniture)
      return TRUE;
  return FALSE;
}

static GPtrArray *
read_document (const QuothReading  *reading,
               PopplerDocument     *pdf,
               GError             **error)
{
  g_autoptr(QuothDocument) document = quoth_document_new (reading);
  g_autoptr(GPtrArray) lines
    = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_pdf_line_free);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!read_pages (reading, pdf, lines, numbers, error))
    return NULL;
  g_mutex_lock (&poppler_lock);
  quoth_pdf_metadata_read (pdf, document);
  g_mutex_unlock (&poppler_lock);
  quoth_pdf_mark_furniture (lines, numbers->len);
  /* a page's number alone is no text either */
  if (lines->len == 0 || (!has_body (lines) && document->title == NULL))
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("There is no text in the PDF document: its pages are blank or pictures, as of a scan."));
      return NULL;
    }
  quoth_pdf_number_pages (lines, numbers);
  order_pages (lines);
  quoth_pdf_write_text (lines, (const guint *) (gpointer) numbers->data, document->title, document);
  set_pages (document->article, numbers);
  return quoth_document_finish (document, reading, error);
}

static GPtrArray *
read_pdf (const QuothReading  *reading,
          GError             **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (reading->data, reading->length);
  g_autoptr(GError) reason = NULL;
  PopplerDocument *pdf;
  GPtrArray *articles;

  g_mutex_lock (&poppler_lock);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &reason);
  g_mutex_unlock (&poppler_lock);
  if (pdf == NULL)
    {
      set_open_error (reason, error);
      return NULL;
    }
  articles = read_document (reading, pdf, error);
  g_mutex_lock (&poppler_lock);
  g_object_unref (pdf);
  g_mutex_unlock (&poppler_lock);
  return articles;
}

const QuothReader quoth_pdf_reader = {
  .name = "pdf",
  .media_type = "application/pdf",
  .sniff = sniff_pdf,
  .read = read_pdf,
};
