#include "config.h"

#include "quoth-copy-request-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-html.h"
#include "quoth-markdown.h"

/* Making a copy of what a request has gathered. */

typedef struct
{
  QuothCopyRequest *request;
  gboolean          recall;    /* never wait */
  GCancellable     *cancellable;
  GString          *plain;
  GString          *html;
} Maker;

static QuothCopy *
cite (Maker          *maker,
      QuothCopyPart  *part,
      QuothPart       which,
      GError        **error)
{
  if (maker->recall)
    return quoth_citing_recall (part->reference, maker->request->style, which);

  return quoth_citing_cite (part->reference, maker->request->style, which, maker->cancellable,
                            error);
}

static char *
join_paragraphs (GPtrArray  *paragraphs,
                 const char *separator)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? separator : "",
                            (char *) g_ptr_array_index (paragraphs, i));

  return g_string_free (words, FALSE);
}

/* Speech as a block quotation; a reported statement is text like any other. */
static void
append_html_words (GString       *html,
                   QuothCopyPart *part)
{
  if (part->paragraphs == NULL)
    return;
  g_string_append (html, part->speech ? "<blockquote>" : "");
  for (guint i = 0; i < part->paragraphs->len; i++)
    {
      g_autofree char *escaped = quoth_html_escape (g_ptr_array_index (part->paragraphs, i));

      g_string_append_printf (html, "<p>%s</p>", escaped);
    }
  g_string_append (html, part->speech ? "</blockquote>" : "");
}

/* The words as a block quotation, the citation as its last line; a reported statement is no
 * block quotation. */
static void
append_markdown (GString       *plain,
                 QuothCopyPart *part,
                 const char    *citation_html)
{
  const char *mark = part->speech ? "> " : "";
  g_autofree char *citation = quoth_markdown_from_html (citation_html);

  for (guint i = 0; part->paragraphs != NULL && i < part->paragraphs->len; i++)
    {
      g_autofree char *escaped = quoth_markdown_escape (g_ptr_array_index (part->paragraphs, i));

      g_string_append_printf (plain, "%s%s\n%s\n", mark, escaped, part->speech ? ">" : "");
    }
  g_string_append_printf (plain, "%s— %s\n", mark, citation);
}

static gboolean
append_quotation (Maker          *maker,
                  QuothCopyPart  *part,
                  GError        **error)
{
  QuothPreset preset = maker->request->preset;
  g_autofree char *words = join_paragraphs (part->paragraphs, "\n");
  g_autoptr (QuothCopy) citation = NULL;

  if (maker->plain->len > 0)
    g_string_append (maker->plain, preset == QUOTH_PRESET_MARKDOWN ? "\n" : "\n\n");
  append_html_words (maker->html, part);
  if (preset == QUOTH_PRESET_QUOTATION)
    {
      g_string_append (maker->plain, words);
      return TRUE;
    }

  citation = cite (maker, part, QUOTH_PART_NOTE, error);
  if (citation == NULL)
    return FALSE;
  g_string_append_printf (maker->html, "<p>%s</p>", citation->html);
  if (preset == QUOTH_PRESET_MARKDOWN)
    append_markdown (maker->plain, part, citation->html);
  else
    g_string_append_printf (maker->plain, "%s\n%s", words, citation->plain);

  return TRUE;
}

/* One alone is no paragraph: it is pasted into one. */
static void
append_citation (Maker     *maker,
                 QuothCopy *citation)
{
  gboolean alone = maker->request->parts->len == 1;

  g_string_append_printf (maker->plain, "%s%s", maker->plain->len > 0 ? "\n" : "", citation->plain);
  g_string_append_printf (maker->html, alone ? "%s" : "<p>%s</p>", citation->html);
}

static gboolean
append_reference (Maker          *maker,
                  QuothCopyPart  *part,
                  GError        **error)
{
  QuothPart which = maker->request->preset == QUOTH_PRESET_IN_TEXT ? QUOTH_PART_IN_TEXT
                                                                   : QUOTH_PART_NOTE;
  g_autoptr (QuothCopy) citation = cite (maker, part, which, error);

  if (citation == NULL)
    return FALSE;
  append_citation (maker, citation);
  return TRUE;
}

/* A link shows the words, or else the headline. */
static void
append_link (Maker         *maker,
             QuothCopyPart *part)
{
  g_autofree char *words = join_paragraphs (part->paragraphs, " ");
  g_autofree char *address = part->text != NULL ? quoth_html_escape (part->text) : NULL;
  g_autofree char *text = NULL;

  if (part->text == NULL)
    return;
  text = quoth_html_escape (*words != '\0' ? words : part->title != NULL ? part->title
                                                                         : part->text);
  g_string_append_printf (maker->plain, "%s%s", maker->plain->len > 0 ? "\n" : "", part->text);
  g_string_append_printf (maker->html, "<p><a href=\"%s\">%s</a></p>", address, text);
}

/* What programs read: items of CSL-JSON make an array, the rest stands one after another. */
static void
append_texts (Maker *maker)
{
  GPtrArray *parts = maker->request->parts;
  gboolean json = maker->request->preset == QUOTH_PRESET_CSL_JSON;
  g_autofree char *escaped = NULL;

  g_string_append (maker->plain, json ? "[\n" : "");
  for (guint i = 0; i < parts->len; i++)
    {
      const char *text = ((QuothCopyPart *) g_ptr_array_index (parts, i))->text;

      if (i > 0 && json)
        g_string_append (maker->plain, ",\n");
      else if (i > 0 && maker->request->preset == QUOTH_PRESET_WIKIPEDIA)
        g_string_append (maker->plain, "\n");
      g_string_append (maker->plain, text);
    }
  g_string_append (maker->plain, json ? "\n]\n" : "");
  escaped = quoth_html_escape (maker->plain->str);
  g_string_append_printf (maker->html, "<pre>%s</pre>", escaped);
}

static gboolean
append_bibliography (Maker   *maker,
                     GError **error)
{
  GPtrArray *parts = maker->request->parts;
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (references, ((QuothCopyPart *) g_ptr_array_index (parts, i))->reference);
  if (maker->recall && maker->request->style->citer != NULL)
    return FALSE;
  list = quoth_citing_list (references, maker->request->style, maker->cancellable, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    append_citation (maker, g_ptr_array_index (list, i));

  return TRUE;
}

static gboolean
append_part (Maker          *maker,
             QuothCopyPart  *part,
             GError        **error)
{
  switch (maker->request->preset)
    {
    case QUOTH_PRESET_CITATION:
    case QUOTH_PRESET_IN_TEXT:
      return append_reference (maker, part, error);
    case QUOTH_PRESET_QUOTATION:
    case QUOTH_PRESET_QUOTATION_WITH_CITATION:
    case QUOTH_PRESET_MARKDOWN:
      return append_quotation (maker, part, error);
    case QUOTH_PRESET_LINK:
      append_link (maker, part);
      return TRUE;
    case QUOTH_PRESET_WIKIPEDIA:
    case QUOTH_PRESET_BIBTEX:
    case QUOTH_PRESET_BIBLATEX:
    case QUOTH_PRESET_RIS:
    case QUOTH_PRESET_CSL_JSON:
    case QUOTH_PRESET_BIBLIOGRAPHY:
    case QUOTH_N_PRESETS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
append_all (Maker   *maker,
            GError **error)
{
  GPtrArray *parts = maker->request->parts;
  QuothPreset preset = maker->request->preset;

  if (preset == QUOTH_PRESET_BIBLIOGRAPHY)
    return append_bibliography (maker, error);
  if (!quoth_preset_uses_style (preset) && preset != QUOTH_PRESET_QUOTATION &&
      preset != QUOTH_PRESET_LINK)
    {
      append_texts (maker);
      return TRUE;
    }

  for (guint i = 0; i < parts->len; i++)
    if (!append_part (maker, g_ptr_array_index (parts, i), error))
      return FALSE;

  return TRUE;
}

static QuothCopy *
make (QuothCopyRequest  *request,
      gboolean           recall,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new (QUOTH_COPY_HTML_CHARSET);
  Maker maker = { request, recall, cancellable, plain, html };
  QuothCopy *copy = NULL;

  if (!append_all (&maker, error))
    return NULL;

  copy = g_new0 (QuothCopy, 1);
  copy->plain = g_strdup (plain->str);
  copy->html = g_strdup (html->str);

  return copy;
}

/**
 * quoth_copy_recall:
 *
 * Returns: (transfer full) (nullable): the copy, if nothing has to be waited for
 */
QuothCopy *
quoth_copy_recall (QuothCopyRequest *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  return make (request, TRUE, NULL, NULL);
}

/**
 * quoth_copy_make:
 *
 * Blocking.
 *
 * Returns: (transfer full): the copy, or %NULL and @error
 */
QuothCopy *
quoth_copy_make (QuothCopyRequest  *request,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_return_val_if_fail (request != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return make (request, FALSE, cancellable, error);
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object G_GNUC_UNUSED,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  QuothCopy *copy = quoth_copy_make (task_data, cancellable, &error);

  if (copy != NULL)
    g_task_return_pointer (task, copy, (GDestroyNotify) quoth_copy_free);
  else
    g_task_return_error (task, error);
}

void
quoth_copy_make_async (QuothCopyRequest    *request,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (request != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, quoth_copy_make_async);
  g_task_set_task_data (task, quoth_copy_request_ref (request),
                        (GDestroyNotify) quoth_copy_request_unref);
  g_task_run_in_thread (task, make_in_thread);
}

QuothCopy *
quoth_copy_make_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * quoth_copy_get_remark:
 *
 * Returns: (nullable): what a person should know of quotations in this style, translated
 */
const char *
quoth_copy_get_remark (QuothCiter *citer,
                       const char *style,
                       const char *locale)
{
  g_autoptr (QuothStyleUse) use = NULL;

  g_return_val_if_fail (style != NULL, NULL);

  use = quoth_style_use_new (citer, style, locale);
  if (use->citer == NULL && !g_str_equal (use->id, style))
    return _("There is no citation processor here: this is a newsroom’s line, not the style.");
  if (use->rules != NULL && use->rules->words != NULL && use->rules->words->source == NULL)
    return _("The style’s manual has no words for “quoted in” in this language: these are a "
             "translation.");
  if (use->rules == NULL)
    return _("No form is known for a quotation in an article: the speaker is named before the plain citation.");

  return NULL;
}
