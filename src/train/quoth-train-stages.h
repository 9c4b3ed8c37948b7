#pragma once

#include "quoth-gold.h"

G_BEGIN_DECLS

/* No fold is left out. */
#define QUOTH_ALL_FOLDS G_MAXUINT

GBytes *quoth_train_cues     (GPtrArray *articles,
                              guint      left_out,
                              guint      bits);
GBytes *quoth_train_spans    (GPtrArray *articles,
                              guint      left_out,
                              guint      bits);
void    quoth_apply_cues     (GPtrArray *articles,
                              guint      fold,
                              GBytes    *cues);
void    quoth_apply_spans    (GPtrArray *articles,
                              guint      fold,
                              GBytes    *spans);
GBytes *quoth_train_ranker   (GPtrArray *articles,
                              guint      n_folds);
GBytes *quoth_train_acceptor (GPtrArray *articles,
                              guint      n_folds);

G_END_DECLS
