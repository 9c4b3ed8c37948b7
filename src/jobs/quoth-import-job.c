#include "quoth-import-job.h"
