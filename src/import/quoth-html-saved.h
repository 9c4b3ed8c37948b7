#pragma once

#include "quoth-reader.h"

G_BEGIN_DECLS

/**
 * QuothHtmlSaved:
 * @data: the page's bytes
 * @charset: (nullable): what it was sent as; goes before what the page says of itself
 * @address: (nullable): where it was
 * @title: (nullable): what it was called when it was saved
 * @saved: (nullable): when that was; ISO 8601
 *
 * A page, and what who saved it wrote down.
 */
typedef struct
{
  const guint8 *data;
  gsize         length;
  char         *charset;
  char         *address;
  char         *title;
  char         *saved;
} QuothHtmlSaved;

void       quoth_html_saved_clear (QuothHtmlSaved      *self);
void       quoth_html_saved_scan  (QuothHtmlSaved      *self,
                                   const char          *html);
GPtrArray *quoth_html_saved_read  (QuothHtmlSaved      *self,
                                   const QuothReading  *reading,
                                   GError             **error);

G_END_DECLS
