#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FirstFrame:
 *
 * What is seen of a program's start from outside, in seconds from the moment it was run.
 */
typedef struct
{
  double first;  /* its window is painted first */
  double last;   /* it has painted all it has to show */
  double memory; /* MiB resident then */
} FirstFrame;

gboolean first_frame_watch (char       **argv,
                            FirstFrame  *frame,
                            GError     **error);

G_END_DECLS
