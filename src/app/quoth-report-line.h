#pragma once

#include "quoth-import-job.h"

G_BEGIN_DECLS

/**
 * QuothReportLine:
 *
 * One line of an import's report as a list shows it. Properties, read-only: icon-name, title,
 * detail.
 */
#define QUOTH_TYPE_REPORT_LINE (quoth_report_line_get_type ())
G_DECLARE_FINAL_TYPE (QuothReportLine, quoth_report_line, QUOTH, REPORT_LINE, GObject)

QuothReportLine *quoth_report_line_new       (const QuothImportEntry *entry);
const char      *quoth_report_line_get_title (QuothReportLine        *self);
const char      *quoth_report_line_get_detail (QuothReportLine       *self);

G_END_DECLS
