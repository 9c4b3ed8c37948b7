#pragma once

#include <gio/gio.h>

/* Pages made from those of the public test sets: as many as wanted, each with words changed. */
typedef struct _MadePages MadePages;

/* NULL where the sets are absent */
MadePages *made_pages_new   (void);
void       made_pages_free  (MadePages  *self);
/* Writes @n pages, from number @first on, into @folder: always made from the same ones, with other
 * words changed */
void       made_pages_write (MadePages  *self,
                             const char *folder,
                             guint       first,
                             guint       n);
