#pragma once

#include <gio/gio.h>

#include "quoth-article.h"
#include "quoth-citer.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_EXPORT_BIBTEX,
  QUOTH_EXPORT_BIBLATEX,
  QUOTH_EXPORT_RIS,
  QUOTH_EXPORT_CSL_JSON,
  QUOTH_EXPORT_CSV,        /* one quotation a row, with every fact and the citation */
  QUOTH_EXPORT_HTML,       /* a page, as word processors open it: the quotations by article, then the bibliography */
  QUOTH_EXPORT_JSONL,      /* whole articles, a line each: the exchange format */
  QUOTH_N_EXPORTS,
} QuothExportFormat;

const char *quoth_export_format_get_id         (QuothExportFormat   format);  /* "csl-json" */
const char *quoth_export_format_get_extension  (QuothExportFormat   format);  /* "json" */
const char *quoth_export_format_get_media_type (QuothExportFormat   format);
const char *quoth_export_format_get_title      (QuothExportFormat   format);  /* translated, for a chooser */
gboolean    quoth_export_format_from_id        (const char         *id,
                                                QuothExportFormat  *format);

/**
 * QuothExporter:
 *
 * Writes articles with their quotations to a stream, one article after another.
 */
typedef struct _QuothExporter QuothExporter;

QuothExporter *quoth_exporter_new   (QuothExportFormat   format,
                                     GOutputStream      *stream,
                                     QuothCiter         *citer,    /* for the formats with citations in them */
                                     const char         *style,
                                     const char         *locale);  /* (nullable): the style's */
void           quoth_exporter_free  (QuothExporter      *self);
/* @quotes: (element-type QuothQuote): those wanted; none of them: the article alone */
gboolean       quoth_exporter_add   (QuothExporter      *self,
                                     QuothArticle       *article,
                                     GPtrArray          *quotes,
                                     GCancellable       *cancellable,
                                     GError            **error);
/* Writes what comes at the end, and flushes. */
gboolean       quoth_exporter_close (QuothExporter      *self,
                                     GCancellable       *cancellable,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothExporter, quoth_exporter_free)

G_END_DECLS
