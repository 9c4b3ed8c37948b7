#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuothProgress:
 *
 * How far a job is. The job's threads set it; its properties are notified on the main context, once
 * for all that was set until then: fraction (0…1), message (or NULL), running, and what was read so
 * far: n-files, n-articles, n-bytes.
 */
#define QUOTH_TYPE_PROGRESS (quoth_progress_get_type ())
G_DECLARE_FINAL_TYPE (QuothProgress, quoth_progress, QUOTH, PROGRESS, GObject)

QuothProgress *quoth_progress_new   (void);
/* On any thread, both. */
void           quoth_progress_set   (QuothProgress *self,
                                     gboolean       running,
                                     double         fraction,
                                     const char    *message);    /* (nullable) */
/* One file more was read. It is notified with what is set next. */
void           quoth_progress_count (QuothProgress *self,
                                     guint          n_articles,
                                     guint64        n_bytes);

G_END_DECLS
