#include "quoth-import.h"

G_DEFINE_QUARK (quoth-import-error-quark, quoth_import_error)
