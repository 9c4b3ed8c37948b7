#include "config.h"

#include "quoth-citation-markup.h"

#include <pango/pango.h>
#include <string.h>

/* What Pango calls as HTML does */
static const char *const kept[] = { "i", "b", "u", "sub", "sup" };

static gboolean
is_kept (const char *tag,
         gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (strlen (kept[i]) == length && strncmp (kept[i], tag, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Of what begins with "<" only the formatting stays; a new paragraph begins a line. */
static const char *
append_tag (GString    *markup,
            const char *tag)
{
  const char *end = strchr (tag, '>');
  gboolean closing = tag[1] == '/';
  const char *name = tag + 1 + closing;

  if (end == NULL)
    return tag + strlen (tag);

  if (is_kept (name, strcspn (name, " />")))
    g_string_append_printf (markup, "<%s%.*s>", closing ? "/" : "", (int) strcspn (name, " />"),
                            name);
  else if (!closing && markup->len > 0 &&
           (g_str_has_prefix (name, "p>") || g_str_has_prefix (name, "br")))
    g_string_append_c (markup, '\n');

  return end + 1;
}

/**
 * quoth_citation_markup_dup:
 * @html: a copy as HTML
 * @plain: the same as plain text
 *
 * Returns: (transfer full): the same for a label, with italics and the like, else the plain text
 */
char *
quoth_citation_markup_dup (const char *html,
                           const char *plain)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *p = html;

  g_return_val_if_fail (html != NULL && plain != NULL, NULL);

  while (*p != '\0')
    {
      gsize length = strcspn (p, "<");

      g_string_append_len (markup, p, (gssize) length);
      p += length;
      if (*p == '<')
        p = append_tag (markup, p);
    }

  /* HTML knows more than Pango; what it does not know is shown without formatting. */
  if (pango_parse_markup (markup->str, -1, 0, NULL, NULL, NULL, NULL))
    return g_strdup (markup->str);

  return g_markup_escape_text (plain, -1);
}
