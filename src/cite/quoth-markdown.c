#include "quoth-markdown.h"

#include <string.h>

#include "quoth-html.h"

/* Tags of citations, and what opens and closes the same in Markdown; what it doesn't have stays
 * HTML. */
static const struct
{
  const char *tag;
  const char *markdown;
} tags[] = {
  { "<i>", "*" }, { "</i>", "*" },
  { "<em>", "*" }, { "</em>", "*" },
  { "<b>", "**" }, { "</b>", "**" },
  { "<strong>", "**" }, { "</strong>", "**" },
  { "<sup>", "<sup>" }, { "</sup>", "</sup>" },
  { "<sub>", "<sub>" }, { "</sub>", "</sub>" },
};

/* Digits and then "." or ")", which would begin a list. */
static gboolean
begins_numbered (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')');
}

static gboolean
begins_entity (const char *text)
{
  gsize length = strspn (text + 1,
                         "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return length > 0 && text[1 + length] == ';';
}

/**
 * quoth_markdown_escape:
 * @text: text on one line
 *
 * Returns: (transfer full): @text with a backslash before what Markdown would take for itself, and
 *   nowhere else
 */
char *
quoth_markdown_escape (const char *text)
{
  GString *escaped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_string_new (NULL);
  if (strchr ("#+-=>~|", *text) != NULL && *text != '\0')
    g_string_append_c (escaped, '\\');
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean special = strchr ("\\`*_[]<$~", *p) != NULL || (*p == '&' && begins_entity (p));

      if (special && !(p == text && *p == '~'))
        g_string_append_c (escaped, '\\');
      else if (p > text && begins_numbered (text) && p == text + strspn (text, "0123456789"))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }

  return g_string_free (escaped, FALSE);
}

/* The attribute's value between its marks; %NULL if @tag has none. */
static char *
dup_address (const char *tag,
             const char *end)
{
  const char *start = g_strstr_len (tag, end - tag, "href=\"");
  const char *stop = start != NULL ? memchr (start + 6, '"', end - start - 6) : NULL;
  g_autofree char *value = stop != NULL ? g_strndup (start + 6, stop - start - 6) : NULL;

  return value != NULL ? quoth_html_dup_plain (value) : NULL;
}

static void
append_text (GString    *markdown,
             const char *start,
             const char *end)
{
  g_autofree char *html = g_strndup (start, end - start);
  g_autofree char *plain = quoth_html_dup_plain (html);
  g_autofree char *escaped = NULL;

  if (markdown->len == 0)
    {
      escaped = quoth_markdown_escape (plain);
      g_string_append (markdown, escaped);
      return;
    }

  /* Not at the start of a line: nothing there begins a list or a heading. */
  escaped = g_strconcat (".", plain, NULL);
  g_free (plain);
  plain = quoth_markdown_escape (escaped);
  g_string_append (markdown, plain + 1);
}

/* A link whose text is its address is written as one; what stands between "<a" and "</a>" is
 * passed over. */
static const char *
append_link (GString    *markdown,
             const char *tag,
             const char *tag_end)
{
  const char *close = strstr (tag_end, "</a>");
  g_autofree char *address = dup_address (tag, tag_end);
  g_autofree char *inner = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (close == NULL || address == NULL)
    return tag_end + 1;

  inner = g_strndup (tag_end + 1, close - tag_end - 1);
  text = quoth_html_dup_plain (inner);
  if (g_str_equal (text, address) && strpbrk (address, " <>") == NULL)
    g_string_append_printf (markdown, "<%s>", address);
  else
    {
      escaped = quoth_markdown_escape (text);
      g_string_append_printf (markdown, "[%s](<%s>)", escaped, address);
    }

  return close + strlen ("</a>");
}

static const char *
append_tag (GString    *markdown,
            const char *tag)
{
  const char *end = strchr (tag, '>');

  if (end == NULL)
    return tag + strlen (tag);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_has_prefix (tag, tags[i].tag))
      {
        g_string_append (markdown, tags[i].markdown);
        return end + 1;
      }
  if (g_str_has_prefix (tag, "<a "))
    return append_link (markdown, tag, end);

  return end + 1;
}

/**
 * quoth_markdown_from_html:
 * @html: a citation as a fragment of HTML
 *
 * Returns: (transfer full): the same in CommonMark, on one line
 */
char *
quoth_markdown_from_html (const char *html)
{
  GString *markdown = NULL;
  const char *p = html;

  g_return_val_if_fail (html != NULL, NULL);

  markdown = g_string_new (NULL);
  while (*p != '\0')
    {
      gsize length = strcspn (p, "<");

      if (length > 0)
        append_text (markdown, p, p + length);
      p += length;
      if (*p == '<')
        p = append_tag (markdown, p);
    }

  return g_string_free (markdown, FALSE);
}
