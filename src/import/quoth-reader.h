#pragma once

#include "quoth-import.h"

G_BEGIN_DECLS

/**
 * QuothReading:
 * @data: the bytes
 * @length: how many
 * @head: the beginning, decoded, white space before it cut off: what readers know their format by
 * @name: the file's name or address, or %NULL
 * @address: where on the web it was found, or %NULL
 * @charset: what the server named, or %NULL
 *
 * One file being read: what a reader is given.
 */
typedef struct
{
  const guint8 *data;
  gsize         length;
  char         *head;
  const char   *name;
  gboolean      plain_unchanged;
  const char   *address;
  const char   *charset;
  GPtrArray    *notes;
  GCancellable *cancellable;
} QuothReading;

/**
 * QuothReader:
 * @media_type: of what it reads
 * @sniff: whether the bytes are of its format
 * @read: makes the articles (element-type QuothArticle), never none of them
 *
 * Reads one format. The table of them is in quoth-readers.c.
 */
typedef struct
{
  const char *name;
  const char *media_type;
  gboolean   (*sniff) (const QuothReading  *reading);
  GPtrArray *(*read)  (const QuothReading  *reading,
                       GError             **error);
} QuothReader;

extern const QuothReader quoth_plain_reader;
extern const QuothReader quoth_html_reader;
extern const QuothReader quoth_markdown_reader;
extern const QuothReader quoth_mhtml_reader;
extern const QuothReader quoth_docx_reader;
extern const QuothReader quoth_odt_reader;
extern const QuothReader quoth_rtf_reader;
extern const QuothReader quoth_records_reader;
extern const QuothReader quoth_csl_json_reader;
extern const QuothReader quoth_pdf_reader;
extern const QuothReader quoth_ris_reader;
extern const QuothReader quoth_refer_reader;
extern const QuothReader quoth_bibtex_reader;
extern const QuothReader quoth_endnote_reader;

const QuothReader *quoth_readers_find        (const QuothReading *reading);
const char        *quoth_unread_formats_find (const QuothReading *reading);

/* "import_": language has readings of its own. */
QuothReading *quoth_import_reading_new  (const QuothImportInput *input,
                                         GPtrArray              *notes,
                                         GCancellable           *cancellable);
void          quoth_import_reading_free (QuothReading           *self);
void          quoth_reading_note (const QuothReading     *self,
                                  const char             *format,
                                  ...) G_GNUC_PRINTF (2, 3);
QuothArticle *quoth_reading_new_article (const QuothReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReading, quoth_import_reading_free)

G_END_DECLS
