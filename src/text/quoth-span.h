#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A stretch of an article's text: UTF-8 byte offsets, half-open. An empty span (start equal to end)
 * stands for "none".
 */
typedef struct
{
  guint32 start;
  guint32 end;
} QuothSpan;

static inline gboolean
quoth_span_is_empty (QuothSpan span)
{
  return span.start >= span.end;
}

static inline guint32
quoth_span_length (QuothSpan span)
{
  return span.end > span.start ? span.end - span.start : 0;
}

static inline gboolean
quoth_span_contains (QuothSpan outer,
                     QuothSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
quoth_span_overlaps (QuothSpan a,
                     QuothSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
quoth_span_equal (QuothSpan a,
                  QuothSpan b)
{
  return a.start == b.start && a.end == b.end;
}

G_END_DECLS
