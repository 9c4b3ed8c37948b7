#include "config.h"

#include "quoth-copy-content.h"

#include <string.h>

GdkContentProvider *
quoth_copy_content_new (const QuothCopy *copy)
{
  GdkContentProvider *providers[2] = { NULL, NULL };
  g_autoptr (GBytes) html = NULL;

  g_return_val_if_fail (copy != NULL, NULL);

  html = g_bytes_new (copy->html, strlen (copy->html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, copy->plain);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
