#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_MARK_DOUBLE,
  QUOTH_MARK_SINGLE,
  QUOTH_MARK_GUILLEMET,
} QuothMarkFamily;

typedef enum
{
  QUOTH_MARK_NONE,  /* an apostrophe, a prime, or a stray mark */
  QUOTH_MARK_OPEN,
  QUOTH_MARK_CLOSE,
} QuothMarkRole;

/**
 * QuothMark:
 * @open: what it costs to take it for an opening mark, judged by its form and its neighbours alone
 * @close: the same for a closing mark
 * @none: the same for no quotation mark at all, where no mark of its family is open
 * @none_inside: the same where one is
 * @lone_close: added to @close where the pair would begin the paragraph
 *
 * A character, or two of them, that may be a quotation mark. Costs are tenths of a "rather not".
 */
typedef struct
{
  guint32 start;
  guint8  length;
  guint8  family;  /* QuothMarkFamily */
  guint8  role;    /* QuothMarkRole, once decided */
  guint8  is_definite; /* its form tells its direction */
  gint16  open;
  gint16  close;
  gint16  none;
  gint16  none_inside;
  gint16  lone_close;
} QuothMark;

/**
 * QuothDecidedMark:
 *
 * What is left of a #QuothMark once its role is decided.
 */
typedef struct
{
  guint32 start;
  guint8  length;
  guint8  family; /* QuothMarkFamily */
  guint8  role;   /* QuothMarkRole */
} QuothDecidedMark;

/* What the pairing decided about one mark beyond its role; see quoth_mark_path_find (). */
typedef enum
{
  QUOTH_MARK_STEP_NONE,
  QUOTH_MARK_STEP_OPEN,
  QUOTH_MARK_STEP_CLOSE,
  QUOTH_MARK_STEP_CLOSE_TWO,     /* closes the outer pair; the inner one lacks its mark */
  QUOTH_MARK_STEP_CLOSE_UNOPENED,
  QUOTH_MARK_STEP_REOPEN,        /* all that was open lacks its mark; opens anew */
} QuothMarkStep;

/* Learned costs; see quoth-mark-weights.h */
#define QUOTH_MARK_ROWS 8192    /* a power of two */
#define QUOTH_MARK_N_READINGS 4
typedef gint8 QuothMarkWeights[QUOTH_MARK_ROWS][QUOTH_MARK_N_READINGS];

void quoth_marks_scan     (const char             *text,
                           QuothSpan               span,
                           const QuothModel       *model,
                           GArray                 *marks);
void quoth_mark_path_find (const QuothMark        *marks,
                           gsize                   n_marks,
                           guint32                 block_start,
                           gboolean                runs_on,
                           guint8                 *steps);
void quoth_marks_pair     (const char             *text,
                           const QuothBlock       *blocks,
                           gsize                   n_blocks,
                           const QuothModel       *model,
                           const QuothMarkWeights *weights,
                           GArray                 *marks,
                           GArray                 *quoted);
void quoth_marks_part_turns (const char           *text,
                             const QuothBlock     *blocks,
                             GArray               *quoted);

G_END_DECLS
