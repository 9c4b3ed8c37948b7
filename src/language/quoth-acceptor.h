#pragma once

#include "quoth-candidate.h"

G_BEGIN_DECLS

/**
 * QuothAcceptor:
 *
 * Stage C: how likely a candidate is right; logistic regression over hashed features, then a
 * monotone table that makes its probabilities those seen on held-out text (Zadrozny and Elkan
 * 2002).
 */
typedef struct
{
  const gint16 *weights;
  float         scale;
  guint32       mask;
  const float  *calibration; /* QUOTH_CALIBRATION_STEPS probabilities, by raw probability */
} QuothAcceptor;

#define QUOTH_CALIBRATION_STEPS 65

typedef struct
{
  guint32 bits;
  guint32 n_steps;
  float   scale;
  guint32 unused; /* keeps what follows in place */
} QuothAcceptorHeader;

void     quoth_acceptor_use        (QuothAcceptor       *self,
                                    gconstpointer        section);
gboolean quoth_acceptor_find       (QuothAcceptor       *self,
                                    const QuothModel    *model,
                                    const char          *section);
void     quoth_acceptor_features   (QuothFeatures       *features,
                                    const QuothParsedText  *parsed,
                                    const GArray        *candidates,
                                    guint                i);
float    quoth_acceptor_sum        (const QuothAcceptor *self,
                                    const QuothFeatures *features);
float    quoth_acceptor_score      (const QuothAcceptor *self,
                                    const QuothFeatures *features);
float    quoth_acceptor_calibrate  (const QuothAcceptor *self,
                                    float                probability);

G_END_DECLS
