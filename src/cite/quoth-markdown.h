#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that CommonMark shows as it stands here. */
char *quoth_markdown_escape    (const char *text);
/* A fragment of HTML without blocks: italics, bold, links, raised and small letters. */
char *quoth_markdown_from_html (const char *html);

G_END_DECLS
