#include "quoth-citation.h"
