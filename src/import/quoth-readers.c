#include "quoth-reader.h"

/* In the order in which they are asked; plain text takes what is left. A new reader is a row
 * here. */
static const QuothReader *const readers[] = {
  &quoth_pdf_reader,
  &quoth_csl_json_reader,
  &quoth_records_reader,
  &quoth_ris_reader,
  &quoth_refer_reader,
  &quoth_bibtex_reader,
  &quoth_endnote_reader,
  &quoth_docx_reader,
  &quoth_odt_reader,
  &quoth_rtf_reader,
  &quoth_mhtml_reader,
  &quoth_html_reader,
  &quoth_markdown_reader,
  &quoth_plain_reader,
};

/**
 * quoth_readers_find:
 *
 * Returns: (transfer none) (nullable): the reader whose format the bytes are in
 */
const QuothReader *
quoth_readers_find (const QuothReading *reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i]->sniff (reading))
      return readers[i];
  return NULL;
}
