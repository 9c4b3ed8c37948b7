#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person typed for a fact, checked: FALSE with a @problem in words, else the fact in
 * @value, NULL for none. */
gboolean quoth_fact_check_date    (const char  *typed,
                                   char       **value,
                                   char       **problem);
gboolean quoth_fact_check_address (const char  *typed,
                                   char       **value,
                                   char       **problem);
gboolean quoth_fact_check_doi     (const char  *typed,
                                   char       **value,
                                   char       **problem);

G_END_DECLS
