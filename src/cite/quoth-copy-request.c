#include "config.h"

#include "quoth-copy-request.h"

#include <glib/gi18n-lib.h>

#include "quoth-bibtex.h"
#include "quoth-csl-item.h"
#include "quoth-html.h"
#include "quoth-newsroom.h"
#include "quoth-quoted-in.h"
#include "quoth-ris.h"
#include "quoth-text-fragment.h"
#include "quoth-wikipedia.h"

/* Without it, some programs take pasted HTML for Latin-1. */
#define HTML_CHARSET "<meta charset=\"utf-8\">"

struct _QuothCopyRequest
{
  QuothPreset  preset;
  char        *style;
  char        *locale;
  GPtrArray   *texts;
};

QuothCopyRequest *
quoth_copy_request_new (QuothPreset  preset,
                        QuothCiter  *citer G_GNUC_UNUSED,
                        const char  *style,
                        const char  *locale)
{
  QuothCopyRequest *self;

  g_return_val_if_fail (preset < QUOTH_N_PRESETS, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_atomic_rc_box_new0 (QuothCopyRequest);
  self->preset = preset;
  self->style = g_strdup (style);
  self->locale = g_strdup (locale);
  self->texts = g_ptr_array_new_with_free_func (g_free);

  return self;
}

QuothCopyRequest *
quoth_copy_request_ref (QuothCopyRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_request (gpointer data)
{
  QuothCopyRequest *self = data;

  g_free (self->style);
  g_free (self->locale);
  g_ptr_array_unref (self->texts);
}

void
quoth_copy_request_unref (QuothCopyRequest *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_request);
}

static char *
dup_text (QuothCopyRequest *self,
          QuothArticle     *article,
          QuothQuote       *quote)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();

  if (quote != NULL)
    g_ptr_array_add (quotes, quote);
  switch (self->preset)
    {
    case QUOTH_PRESET_WIKIPEDIA:
      return quoth_wikipedia_dup_ref (article, quote);
    case QUOTH_PRESET_BIBTEX:
      return quoth_bibtex_format (article, quotes, QUOTH_BIBTEX);
    case QUOTH_PRESET_BIBLATEX:
      return quoth_bibtex_format (article, quotes, QUOTH_BIBLATEX);
    case QUOTH_PRESET_RIS:
      return quoth_ris_format (article, quotes);
    case QUOTH_PRESET_CSL_JSON:
      return quoth_csl_item_dup_export (article, quotes);
    case QUOTH_PRESET_LINK:
      return quoth_text_fragment_dup_link (article, quote);
    case QUOTH_PRESET_CITATION:
    case QUOTH_PRESET_IN_TEXT:
    case QUOTH_PRESET_QUOTATION:
    case QUOTH_PRESET_QUOTATION_WITH_CITATION:
    case QUOTH_PRESET_MARKDOWN:
    case QUOTH_PRESET_BIBLIOGRAPHY:
    case QUOTH_N_PRESETS:
    default:
      return quoth_newsroom_dup_line (article, quote);
    }
}

/**
 * quoth_copy_request_add:
 * @article: an article
 * @quote: (nullable): a quotation in it, or %NULL for the article alone
 *
 * Takes from them what the copy needs; afterwards they may change.
 */
void
quoth_copy_request_add (QuothCopyRequest *self,
                        QuothArticle     *article,
                        QuothQuote       *quote)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (QUOTH_IS_ARTICLE (article));

  g_ptr_array_add (self->texts, dup_text (self, article, quote));
}

QuothCopy *
quoth_copy_recall (QuothCopyRequest *request)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *escaped = NULL;
  QuothCopy *copy = NULL;

  g_return_val_if_fail (request != NULL, NULL);

  for (guint i = 0; i < request->texts->len; i++)
    g_string_append_printf (plain, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (request->texts, i));
  escaped = quoth_html_escape (plain->str);
  copy = g_new0 (QuothCopy, 1);
  copy->plain = g_strdup (plain->str);
  copy->html = g_strconcat (HTML_CHARSET, escaped, NULL);

  return copy;
}

QuothCopy *
quoth_copy_make (QuothCopyRequest  *request,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_return_val_if_fail (request != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return quoth_copy_recall (request);
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
  g_task_set_task_data (task, quoth_copy_request_ref (request), (GDestroyNotify) quoth_copy_request_unref);
  g_task_run_in_thread (task, make_in_thread);
}

QuothCopy *
quoth_copy_make_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
quoth_copy_get_remark (QuothCiter *citer G_GNUC_UNUSED,
                       const char *style,
                       const char *locale)
{
  g_return_val_if_fail (style != NULL, NULL);

  if (quoth_quoted_in_find (style, locale) != NULL)
    return NULL;

  return _("This style has no known form for a quotation in an article: the speaker is named before its citation.");
}
