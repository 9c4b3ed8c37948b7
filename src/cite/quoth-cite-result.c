#include "config.h"

#include "quoth-cite-result.h"

#include <string.h>

#include "quoth-html.h"

/* The processor's blocks, and what stands for them in one line. */
static const struct
{
  const char *tag;
  const char *replacement;
} blocks[] = {
  { "<div class=\"csl-entry\">", "" },
  { "<div class=\"csl-left-margin\">", "" },
  { "<div class=\"csl-right-inline\">", " " },
  { "<div class=\"csl-block\">", " " },
  { "<div class=\"csl-indent\">", " " },
  { "</div>", " " },
};

static const char *
find_block (const char  *html,
            const char **replacement)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_has_prefix (html, blocks[i].tag))
      {
        *replacement = blocks[i].replacement;
        return html + strlen (blocks[i].tag);
      }

  return NULL;
}

/* On one line, in runs of one space; a link keeps its address as it is. */
static char *
make_inline (const char *html)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;
  const char *p = html;

  while (*p != '\0')
    {
      const char *replacement = NULL;
      const char *end = find_block (p, &replacement);

      if (end != NULL || g_ascii_isspace (*p))
        {
          space |= end == NULL || *replacement != '\0';
          p = end != NULL ? end : p + 1;
          continue;
        }
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_c (line, *p++);
    }

  return g_string_free (line, FALSE);
}

/**
 * quoth_cited_new_take:
 * @citation_html: (transfer full) (nullable): as the processor made it
 * @entry_html: (transfer full) (nullable): as the processor made it, with blocks
 *
 * Returns: (transfer full): the citation, with its plain text
 */
QuothCited *
quoth_cited_new_take (char  *citation_html,
                      char  *entry_html,
                      guint  index)
{
  g_autofree char *citation = citation_html;
  g_autofree char *entry = entry_html;
  QuothCited *self = g_atomic_rc_box_new0 (QuothCited);

  if (citation != NULL)
    {
      self->citation_html = make_inline (citation);
      self->citation = quoth_html_dup_plain (self->citation_html);
    }
  if (entry != NULL && *entry != '\0')
    {
      self->entry_html = make_inline (entry);
      self->entry = quoth_html_dup_plain (self->entry_html);
    }
  self->index = index;

  return self;
}

QuothCited *
quoth_cited_ref (QuothCited *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_cited (gpointer data)
{
  QuothCited *self = data;

  g_free (self->citation);
  g_free (self->citation_html);
  g_free (self->entry);
  g_free (self->entry_html);
}

void
quoth_cited_unref (QuothCited *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_cited);
}
