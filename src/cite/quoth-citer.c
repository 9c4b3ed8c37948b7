#include "config.h"

#include "quoth-citer.h"

#include "quoth-cite-desk.h"
#include "quoth-style-adding.h"
#include "quoth-style-list-private.h"

struct _QuothCiter
{
  GObject         parent_instance;
  QuothStyleList *styles;
  char           *processor;
  QuothCiteDesk  *desk;
};

G_DEFINE_QUARK (quoth-cite-error-quark, quoth_cite_error)
G_DEFINE_FINAL_TYPE (QuothCiter, quoth_citer, G_TYPE_OBJECT)

static const QuothCiteParameters plain_parameters;

static char *
dup_key (QuothCiter                *self,
         const char                *style_id,
         const char                *locale,
         const char                *item,
         const QuothCiteParameters *parameters)
{
#define OR_EMPTY(string) ((string) != NULL ? (string) : "")
  return g_strdup_printf ("%u\n%s\n%s\n%s\n%s\n%s\n%s\n%d %d\n%s",
                          quoth_style_list_get_serial (self->styles),
                          style_id, OR_EMPTY (locale), OR_EMPTY (parameters->locator),
                          OR_EMPTY (parameters->label),
                          OR_EMPTY (parameters->prefix), OR_EMPTY (parameters->suffix),
                          parameters->suppress_author, parameters->position, item);
#undef OR_EMPTY
}

static QuothCiteRequest *
new_request (const char         *style_id,
             const char         *locale,
             const char *const  *items,
             GCancellable       *cancellable)
{
  QuothCiteRequest *request = quoth_cite_request_new ();

  request->style_id = g_strdup (style_id);
  request->locale = g_strdup (locale);
  request->items = g_strdupv ((GStrv) items);
  request->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;

  return request;
}

static QuothCiteRequest *
new_cite_request (const char                *style_id,
                  const char                *locale,
                  const char                *item,
                  const QuothCiteParameters *parameters,
                  char                      *key,
                  GCancellable              *cancellable)
{
  const char *items[] = { item, NULL };
  QuothCiteRequest *request = new_request (style_id, locale, items, cancellable);

  request->key = key;
  request->parameters = *parameters;
  request->parameters.locator = g_strdup (parameters->locator);
  request->parameters.label = g_strdup (parameters->label);
  request->parameters.prefix = g_strdup (parameters->prefix);
  request->parameters.suffix = g_strdup (parameters->suffix);

  return request;
}

static void
quoth_citer_finalize (GObject *object)
{
  QuothCiter *self = QUOTH_CITER (object);

  g_clear_pointer (&self->desk, quoth_cite_desk_close);
  g_clear_pointer (&self->processor, g_free);
  g_clear_object (&self->styles);

  G_OBJECT_CLASS (quoth_citer_parent_class)->finalize (object);
}

static void
quoth_citer_class_init (QuothCiterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quoth_citer_finalize;
}

static void
quoth_citer_init (QuothCiter *self)
{
  (void) self;
}

/**
 * quoth_citer_new:
 * @styles: where styles and their languages are found
 * @processor: (nullable): citeproc-js as a CommonJS file; otherwise the one that $QUOTH_CITEPROC
 *   names, or else the installed one
 *
 * Returns: (transfer full): a citer that has done nothing yet
 */
QuothCiter *
quoth_citer_new (QuothStyleList *styles,
                 const char     *processor)
{
  QuothCiter *self;

  g_return_val_if_fail (QUOTH_IS_STYLE_LIST (styles), NULL);

  if (processor == NULL)
    processor = g_getenv ("QUOTH_CITEPROC");
  if (processor == NULL || *processor == '\0')
    processor = QUOTH_CITEPROC;

  self = g_object_new (QUOTH_TYPE_CITER, NULL);
  self->styles = g_object_ref (styles);
  self->processor = g_strdup (processor);
  self->desk = quoth_cite_desk_new (processor, styles);

  return self;
}

/**
 * quoth_citer_is_available:
 *
 * Returns: whether there is a citation processor; without one every citation fails
 */
gboolean
quoth_citer_is_available (QuothCiter *self)
{
  g_return_val_if_fail (QUOTH_IS_CITER (self), FALSE);

  return g_file_test (self->processor, G_FILE_TEST_IS_REGULAR);
}

QuothStyleList *
quoth_citer_get_styles (QuothCiter *self)
{
  g_return_val_if_fail (QUOTH_IS_CITER (self), NULL);

  return self->styles;
}

QuothCited *
quoth_citer_recall (QuothCiter                *self,
                    const char                *style_id,
                    const char                *locale,
                    const char                *item,
                    const QuothCiteParameters *parameters)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (QUOTH_IS_CITER (self), NULL);
  g_return_val_if_fail (style_id != NULL && item != NULL, NULL);

  key = dup_key (self, style_id, locale, item, parameters != NULL ? parameters : &plain_parameters);

  return quoth_cite_desk_recall (self->desk, key);
}

/**
 * quoth_citer_cite:
 * @locale: (nullable): the language of the citation; otherwise the style's
 * @item: CSL-JSON
 * @parameters: (nullable): how it is cited
 *
 * Returns: (transfer full): the citation, or %NULL and @error
 */
QuothCited *
quoth_citer_cite (QuothCiter                 *self,
                  const char                 *style_id,
                  const char                 *locale,
                  const char                 *item,
                  const QuothCiteParameters  *parameters,
                  GCancellable               *cancellable,
                  GError                    **error)
{
  g_autoptr (QuothCiteRequest) request = NULL;
  char *key;
  QuothCited *cited;

  g_return_val_if_fail (QUOTH_IS_CITER (self), NULL);
  g_return_val_if_fail (style_id != NULL && item != NULL, NULL);

  if (parameters == NULL)
    parameters = &plain_parameters;
  key = dup_key (self, style_id, locale, item, parameters);
  cited = quoth_cite_desk_recall (self->desk, key);
  if (cited != NULL)
    {
      g_free (key);
      return cited;
    }

  request = new_cite_request (style_id, locale, item, parameters, key, cancellable);
  quoth_cite_desk_push (self->desk, request);

  return quoth_cite_desk_wait (self->desk, request, error);
}

void
quoth_citer_cite_async (QuothCiter                *self,
                        const char                *style_id,
                        const char                *locale,
                        const char                *item,
                        const QuothCiteParameters *parameters,
                        GCancellable              *cancellable,
                        GAsyncReadyCallback        callback,
                        gpointer                   user_data)
{
  g_autoptr (QuothCiteRequest) request = NULL;
  g_autoptr (GTask) task = NULL;
  char *key;
  QuothCited *cited;

  g_return_if_fail (QUOTH_IS_CITER (self));
  g_return_if_fail (style_id != NULL && item != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quoth_citer_cite_async);
  if (parameters == NULL)
    parameters = &plain_parameters;
  key = dup_key (self, style_id, locale, item, parameters);
  cited = quoth_cite_desk_recall (self->desk, key);
  if (cited != NULL)
    {
      g_free (key);
      g_task_return_pointer (task, cited, (GDestroyNotify) quoth_cited_unref);
      return;
    }

  request = new_cite_request (style_id, locale, item, parameters, key, cancellable);
  request->task = g_steal_pointer (&task);
  quoth_cite_desk_push (self->desk, request);
}

QuothCited *
quoth_citer_cite_finish (QuothCiter    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * quoth_citer_bibliography:
 * @items: CSL-JSON, one string an item, %NULL at the end
 *
 * Returns: (transfer full) (element-type QuothCited): the bibliography, or %NULL and @error
 */
GPtrArray *
quoth_citer_bibliography (QuothCiter          *self,
                          const char          *style_id,
                          const char          *locale,
                          const char *const   *items,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_autoptr (QuothCiteRequest) request = NULL;

  g_return_val_if_fail (QUOTH_IS_CITER (self), NULL);
  g_return_val_if_fail (style_id != NULL && items != NULL, NULL);

  request = new_request (style_id, locale, items, cancellable);
  request->many = TRUE;
  quoth_cite_desk_push (self->desk, request);

  return quoth_cite_desk_wait (self->desk, request, error);
}

void
quoth_citer_bibliography_async (QuothCiter          *self,
                                const char          *style_id,
                                const char          *locale,
                                const char *const   *items,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (QuothCiteRequest) request = NULL;

  g_return_if_fail (QUOTH_IS_CITER (self));
  g_return_if_fail (style_id != NULL && items != NULL);

  request = new_request (style_id, locale, items, cancellable);
  request->many = TRUE;
  request->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (request->task, quoth_citer_bibliography_async);
  quoth_cite_desk_push (self->desk, request);
}

GPtrArray *
quoth_citer_bibliography_finish (QuothCiter    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Checks @file by citing with it, then keeps it: any thread. */
static QuothStyle *
add_style (QuothCiter    *self,
           GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (QuothStyleAdding) adding = NULL;
  g_autoptr (QuothCiteRequest) request = NULL;
  g_autoptr (QuothCited) cited = NULL;
  const char *items[] = { QUOTH_STYLE_ADDING_SAMPLE, NULL };

  adding = quoth_style_adding_new (file, quoth_style_list_get_own_folder (self->styles),
                                   cancellable, error);
  if (adding == NULL)
    return NULL;

  request = new_request (NULL, NULL, items, cancellable);
  request->style = g_object_ref (quoth_style_adding_get_style (adding));
  quoth_cite_desk_push (self->desk, request);
  cited = quoth_cite_desk_wait (self->desk, request, error);
  if (cited == NULL || !quoth_style_adding_keep (adding, error))
    return NULL;

  quoth_style_list_own_changed (self->styles);

  return quoth_style_list_find (self->styles,
                                quoth_style_get_id (quoth_style_adding_get_style (adding)));
}

static void
add_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  QuothStyle *style = add_style (source, task_data, cancellable, &error);

  if (style != NULL)
    g_task_return_pointer (task, style, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * quoth_citer_add_style:
 * @file: a .csl file, anywhere
 *
 * For programs without a main loop.
 *
 * Returns: (transfer full): the style as it is listed now, or %NULL and @error, which says what is
 *   wrong with it
 */
QuothStyle *
quoth_citer_add_style (QuothCiter    *self,
                       GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  QuothStyle *style;

  g_return_val_if_fail (QUOTH_IS_CITER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  style = add_style (self, file, cancellable, error);
  if (style != NULL)
    quoth_style_list_insert (self->styles, style);

  return style;
}

void
quoth_citer_add_style_async (QuothCiter          *self,
                             GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (QUOTH_IS_CITER (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quoth_citer_add_style_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, add_in_thread);
}

/* The style is in the list once this returns it. */
QuothStyle *
quoth_citer_add_style_finish (QuothCiter    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  QuothStyle *style;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  style = g_task_propagate_pointer (G_TASK (result), error);
  if (style != NULL)
    quoth_style_list_insert (self->styles, style);

  return style;
}
