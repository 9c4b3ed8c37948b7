#pragma once

#include "quoth-mark.h"

G_BEGIN_DECLS

/**
 * QuothMarkForm:
 * @open: opening marks: the outer ones, those inside them
 * @single: which of the two stands for single marks outside of others
 *
 * A custom of writing quotation marks.
 */
typedef struct
{
  const char *name;
  const char *open[2];
  const char *close[2];
  const char *apostrophe;
  guint       single;
} QuothMarkForm;

/* A mark whose role is known (QUOTH_MARK_NONE: an apostrophe); @slot is an index into a form's
 * marks. */
typedef struct
{
  guint32 start;
  guint8  length;
  guint8  role; /* QuothMarkRole */
  guint8  slot;
} QuothKnownMark;

extern const QuothMarkForm quoth_mark_forms[];
extern const guint quoth_n_mark_forms;

char *quoth_mark_form_write (const QuothMarkForm  *form,
                             const char           *text,
                             QuothSpan             span,
                             const QuothKnownMark *known,
                             gsize                 n_known,
                             GArray               *written);

G_END_DECLS
