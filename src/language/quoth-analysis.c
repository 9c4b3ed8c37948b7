#include "quoth-analysis.h"
