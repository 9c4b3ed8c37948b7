#include "quoth-model.h"

G_DEFINE_QUARK (quoth-model-error-quark, quoth_model_error)
