#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothJsonLd:
 *
 * What a page's JSON-LD says of its article. Any field may be %NULL; nothing is checked or tidied
 * yet.
 */
typedef struct
{
  char      *type;
  char      *headline;
  char      *alternative_headline;
  char      *section;
  char      *published;
  char      *updated;
  char      *url;
  char      *publication;
  char      *publisher;
  char      *agency;
  char      *edition;
  char      *page;
  char      *language;
  char      *body;
  GPtrArray *authors;   /* of char * */
} QuothJsonLd;

QuothJsonLd *quoth_json_ld_read (GPtrArray   *records);
void         quoth_json_ld_free (QuothJsonLd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothJsonLd, quoth_json_ld_free)

G_END_DECLS
