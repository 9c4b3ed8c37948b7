#include "quoth-article-json.h"

G_DEFINE_QUARK (quoth-json-error-quark, quoth_json_error)
