#include "quoth-store.h"

G_DEFINE_QUARK (quoth-library-error-quark, quoth_library_error)
