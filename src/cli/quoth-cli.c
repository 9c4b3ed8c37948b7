#include "config.h"

#include "quoth-import-job.h"

int
main (void)
{
  return 2;
}
