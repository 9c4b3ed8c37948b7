#pragma once

#include "quoth-model-format.h"

G_BEGIN_DECLS

/**
 * QuothModelPart:
 *
 * A section to be written into a model file.
 */
typedef struct
{
  char             *name;
  QuothSectionKind  kind;
  GBytes           *data;
} QuothModelPart;

QuothModelPart *quoth_model_part_new  (const char       *name,
                                       QuothSectionKind  kind,
                                       GBytes           *data);
void            quoth_model_part_free (QuothModelPart   *self);
void            quoth_model_parts_sort (GPtrArray        *parts);
gboolean        quoth_model_write     (const char       *path,
                                       GPtrArray        *parts,
                                       GError          **error);

G_END_DECLS
