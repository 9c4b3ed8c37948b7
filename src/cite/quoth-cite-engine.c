#include "config.h"

#include "quoth-cite-engine.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <jsc/jsc.h>
#include <string.h>

#include "quoth-cite-result.h"
#include "quoth-cite-resources.h"
#include "quoth-style-rules.h"

#define GLUE "/io/github/quoth/Quoth/cite/quoth-cite-glue.js"

/* A style in a locale takes a few MB; these are kept. */
#define N_ROOMS 3

/* Processor time that one call into the processor may take before it is stopped. */
#define TIME_LIMIT_MS 10000

/* Items of a bibliography that one call takes. */
#define SLICE 50

typedef struct
{
  char     *key;
  JSCValue *room;
} Room;

struct _QuothCiteEngine
{
  JSCContext     *context;
  JSCValue       *glue;
  QuothStyleList *styles;
  Room            rooms[N_ROOMS]; /* the one used last comes first */
};

/* Before the first context: options stand from then on. No machine code, which takes twice the
 * memory. The time limit may have been set by JSC_watchdog in the environment. */
static void
set_options (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      guint limit = 0;

      jsc_options_set_boolean (JSC_OPTIONS_USE_JIT, FALSE);
      if (!jsc_options_get_uint ("watchdog", &limit) || limit == 0)
        jsc_options_set_uint ("watchdog", TIME_LIMIT_MS);
      quoth_cite_register_resource ();
      g_once_init_leave (&done, 1);
    }
}

static char *
read_locale (const char     *locale,
             QuothStyleList *styles)
{
  char *xml = quoth_style_list_dup_locale_xml (styles, locale != NULL ? locale : "");

  return xml != NULL ? xml : quoth_style_list_dup_locale_xml (styles, "en-US");
}

static void
clear_room (Room *room)
{
  g_clear_pointer (&room->key, g_free);
  g_clear_object (&room->room);
}

static void
set_exception_error (GError       **error,
                     JSCException  *exception,
                     QuothStyle    *rules)
{
  const char *message = jsc_exception_get_message (exception);
  const char *name = jsc_exception_get_name (exception);
  const char *title = rules != NULL ? quoth_style_get_title (rules) : NULL;

  if (title == NULL)
    g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_UNAVAILABLE,
                 _("The citation processor can't be used: %s"), message != NULL ? message : "");
  else if (message == NULL)
    g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_TOO_LONG,
                 /* Translators: %s is the name of a citation style */
                 _("Citing in the style “%s” took too long and was stopped"), title);
  else if (g_strcmp0 (name, "SyntaxError") == 0)
    g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_ITEM,
                 _("This can't be cited: it is no CSL-JSON (%s)"), message);
  else
    g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BROKEN_STYLE,
                 /* Translators: %s is the name of a citation style, then what a program said
                  * about it */
                 _("The style “%s” can't be used; there is a mistake in its rules (%s)"), title,
                 message);
}

/* %FALSE and @error if JavaScript ended with an exception, which is then forgotten. */
static gboolean
check (QuothCiteEngine  *self,
       QuothStyle       *rules,
       GError          **error)
{
  JSCException *exception = jsc_context_get_exception (self->context);

  if (exception == NULL)
    return TRUE;

  set_exception_error (error, exception, rules);
  jsc_context_clear_exception (self->context);

  return FALSE;
}

static JSCValue *
new_string (QuothCiteEngine *self,
            const char      *string)
{
  return string != NULL ? jsc_value_new_string (self->context, string)
                        : jsc_value_new_null (self->context);
}

static gboolean
load_processor (QuothCiteEngine  *self,
                const char       *processor,
                GError          **error)
{
  g_autofree char *source = NULL;
  g_autoptr (JSCValue) ignored = NULL;
  gsize length;

  if (!g_file_get_contents (processor, &source, &length, error))
    return FALSE;

  /* A CommonJS file, without what it expects around it */
  g_clear_object (&ignored);
  ignored = jsc_context_evaluate (self->context, "var module = {exports: {}};", -1);
  g_clear_object (&ignored);
  ignored = jsc_context_evaluate_with_source_uri (self->context, source, length, "citeproc.js", 1);

  return check (self, NULL, error);
}

static gboolean
load_glue (QuothCiteEngine  *self,
           GError          **error)
{
  g_autoptr (GBytes) source = g_resources_lookup_data (GLUE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JSCValue) make = NULL;
  g_autoptr (JSCValue) module = NULL;
  g_autoptr (JSCValue) csl = NULL;
  g_autoptr (JSCValue) locale = NULL;

  if (source == NULL)
    return FALSE;

  make = jsc_context_evaluate_with_source_uri (self->context, g_bytes_get_data (source, NULL),
                                               g_bytes_get_size (source), "quoth-cite-glue.js", 1);
  module = jsc_context_get_value (self->context, "module");
  csl = jsc_value_object_get_property (module, "exports");
  locale = jsc_value_new_function (self->context, NULL, G_CALLBACK (read_locale), self->styles,
                                   NULL, G_TYPE_STRING, 1, G_TYPE_STRING);
  self->glue = jsc_value_function_call (make, JSC_TYPE_VALUE, csl, JSC_TYPE_VALUE, locale,
                                        G_TYPE_NONE);

  return check (self, NULL, error);
}

/**
 * quoth_cite_engine_new:
 * @processor: citeproc-js, as a CommonJS file
 * @styles: where locales come from
 *
 * Returns: (transfer full): the processor, ready to cite; %NULL and @error if it can't be had
 */
QuothCiteEngine *
quoth_cite_engine_new (const char      *processor,
                       QuothStyleList  *styles,
                       GError         **error)
{
  g_autoptr (QuothCiteEngine) self = NULL;
  g_autofree char *locale = quoth_style_list_dup_locale_xml (styles, "en-US");

  if (locale == NULL)
    {
      g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_UNAVAILABLE,
                   _("The languages of citations (CSL locales) aren't installed"));
      return NULL;
    }

  set_options ();
  self = g_new0 (QuothCiteEngine, 1);
  self->styles = g_object_ref (styles);
  self->context = jsc_context_new ();
  if (!load_processor (self, processor, error) || !load_glue (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
quoth_cite_engine_free (QuothCiteEngine *self)
{
  for (guint i = 0; i < N_ROOMS; i++)
    clear_room (&self->rooms[i]);
  g_clear_object (&self->glue);
  g_clear_object (&self->context);
  g_clear_object (&self->styles);
  g_free (self);
}

static void
move_to_front (QuothCiteEngine *self,
               guint            index)
{
  Room room = self->rooms[index];

  memmove (self->rooms + 1, self->rooms, index * sizeof *self->rooms);
  self->rooms[0] = room;
}

/* After an exception nothing that the style left behind is used again. */
static void
drop_room (QuothCiteEngine *self)
{
  Room empty = { NULL, NULL };

  clear_room (&self->rooms[0]);
  memmove (self->rooms, self->rooms + 1, (N_ROOMS - 1) * sizeof *self->rooms);
  self->rooms[N_ROOMS - 1] = empty;
}

/* Another one when the file is changed. */
static char *
dup_key (QuothStyle *rules,
         const char *locale)
{
  const char *path = quoth_style_get_path (rules);
  GStatBuf info = { 0 };

  if (g_stat (path, &info) != 0)
    info.st_size = -1; /* reading it will say why */

  return g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld", path,
                          locale != NULL ? locale : "", (gint64) info.st_size,
                          (gint64) info.st_mtim.tv_sec, (long) info.st_mtim.tv_nsec);
}

/* The style's rules, read and made ready: the first of the rooms. */
static JSCValue *
open_room (QuothCiteEngine  *self,
           QuothStyle       *rules,
           const char       *locale,
           GError          **error)
{
  g_autofree char *key = NULL;
  g_autofree char *xml = NULL;
  g_autoptr (JSCValue) room = NULL;
  g_autoptr (JSCValue) style = NULL;
  g_autoptr (JSCValue) language = NULL;

  key = dup_key (rules, locale);
  for (guint i = 0; i < N_ROOMS; i++)
    if (g_strcmp0 (self->rooms[i].key, key) == 0)
      {
        move_to_front (self, i);
        return self->rooms[0].room;
      }

  xml = quoth_style_rules_read (rules, error);
  if (xml == NULL)
    return NULL;
  style = new_string (self, xml);
  language = new_string (self, locale);
  room = jsc_value_object_invoke_method (self->glue, "open", JSC_TYPE_VALUE, style, JSC_TYPE_VALUE,
                                         language, G_TYPE_NONE);
  if (!check (self, rules, error))
    return NULL;

  clear_room (&self->rooms[N_ROOMS - 1]);
  move_to_front (self, N_ROOMS - 1);
  self->rooms[0].key = g_steal_pointer (&key);
  self->rooms[0].room = g_steal_pointer (&room);

  return self->rooms[0].room;
}

static char *
dup_element (JSCValue *array,
             guint     index)
{
  g_autoptr (JSCValue) element = jsc_value_object_get_property_at_index (array, index);

  return jsc_value_is_string (element) ? jsc_value_to_string (element) : NULL;
}

/**
 * quoth_cite_engine_cite:
 * @rules: a style that has rules of its own
 * @locale: (nullable): the language, or what the style says
 * @item: CSL-JSON
 *
 * Returns: (transfer full): the citation, or %NULL and @error
 */
QuothCited *
quoth_cite_engine_cite (QuothCiteEngine            *self,
                        QuothStyle                 *rules,
                        const char                 *locale,
                        const char                 *item,
                        const QuothCiteParameters  *parameters,
                        GError                    **error)
{
  JSCValue *room = open_room (self, rules, locale, error);
  char *citation;
  g_autoptr (JSCValue) result = NULL;
  g_autoptr (JSCValue) json = NULL;
  g_autoptr (JSCValue) locator = NULL;
  g_autoptr (JSCValue) label = NULL;
  g_autoptr (JSCValue) prefix = NULL;
  g_autoptr (JSCValue) suffix = NULL;

  if (room == NULL)
    return NULL;

  json = new_string (self, item);
  locator = new_string (self, parameters->locator);
  label = new_string (self, parameters->label);
  prefix = new_string (self, parameters->prefix);
  suffix = new_string (self, parameters->suffix);
  result = jsc_value_object_invoke_method (self->glue, "cite", JSC_TYPE_VALUE, room, JSC_TYPE_VALUE,
                                           json, JSC_TYPE_VALUE, locator, JSC_TYPE_VALUE, label,
                                           JSC_TYPE_VALUE, prefix, JSC_TYPE_VALUE, suffix,
                                           G_TYPE_BOOLEAN, parameters->suppress_author,
                                           G_TYPE_INT, (int) parameters->position, G_TYPE_NONE);
  if (!check (self, rules, error))
    {
      drop_room (self);
      return NULL;
    }

  citation = dup_element (result, 0);
  if (citation == NULL)
    {
      g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_EMPTY,
                   /* Translators: %s is the name of a citation style */
                   _("The style “%s” prints nothing of what is known here"),
                   quoth_style_get_title (rules));
      return NULL;
    }

  return quoth_cited_new_take (citation, dup_element (result, 1), 0);
}

static gboolean
add_items (QuothCiteEngine    *self,
           JSCValue           *room,
           QuothStyle         *rules,
           const char *const  *items,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (JSCValue) begun G_GNUC_UNUSED =
    jsc_value_object_invoke_method (self->glue, "begin", JSC_TYPE_VALUE, room, G_TYPE_NONE);
  guint n = g_strv_length ((GStrv) items);

  for (guint i = 0; i < n; i += SLICE)
    {
      g_autoptr (GPtrArray) slice = g_ptr_array_new ();
      g_autoptr (JSCValue) strings = NULL;
      g_autoptr (JSCValue) added = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint j = i; j < MIN (i + SLICE, n); j++)
        g_ptr_array_add (slice, (gpointer) items[j]);
      g_ptr_array_add (slice, NULL);
      strings = jsc_value_new_array_from_strv (self->context, (const char *const *) slice->pdata);
      added = jsc_value_object_invoke_method (self->glue, "add", JSC_TYPE_VALUE, room,
                                              JSC_TYPE_VALUE, strings, G_TYPE_NONE);
      if (!check (self, rules, error))
        return FALSE;
    }

  return check (self, rules, error);
}

/* The next entries of the bibliography. @more is %FALSE after the last ones. */
static gboolean
take_entries (QuothCiteEngine  *self,
              JSCValue         *room,
              QuothStyle       *rules,
              GPtrArray        *entries,
              gboolean         *more,
              GError          **error)
{
  g_autoptr (JSCValue) page = jsc_value_object_invoke_method (self->glue, "entries", JSC_TYPE_VALUE,
                                                              room, G_TYPE_INT, SLICE, G_TYPE_NONE);
  g_autoptr (JSCValue) length = NULL;
  guint n = 0;

  if (!check (self, rules, error))
    return FALSE;
  if (!jsc_value_is_null (page))
    {
      length = jsc_value_object_get_property (page, "length");
      n = jsc_value_to_int32 (length);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JSCValue) pair = jsc_value_object_get_property_at_index (page, i);
      g_autoptr (JSCValue) index = jsc_value_object_get_property_at_index (pair, 0);
      char *entry = dup_element (pair, 1);

      if (entry != NULL)
        g_ptr_array_add (entries, quoth_cited_new_take (NULL, entry, jsc_value_to_int32 (index)));
    }
  *more = n > 0;

  return TRUE;
}

/* In a style without bibliography the citations are all there is. */
static gboolean
take_citations (QuothCiteEngine  *self,
                JSCValue         *room,
                QuothStyle       *rules,
                guint             n,
                GPtrArray        *entries,
                GCancellable     *cancellable,
                GError          **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JSCValue) citation = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      citation = jsc_value_object_invoke_method (self->glue, "citation", JSC_TYPE_VALUE, room,
                                                 G_TYPE_INT, (int) i, G_TYPE_NONE);
      if (!check (self, rules, error))
        return FALSE;
      if (!jsc_value_is_null (citation))
        g_ptr_array_add (entries, quoth_cited_new_take (jsc_value_to_string (citation), NULL, i));
    }

  return TRUE;
}

static gboolean
make_bibliography (QuothCiteEngine    *self,
                   JSCValue           *room,
                   QuothStyle         *rules,
                   const char *const  *items,
                   GPtrArray          *entries,
                   GCancellable       *cancellable,
                   GError            **error)
{
  gboolean more = TRUE;

  if (!add_items (self, room, rules, items, cancellable, error))
    return FALSE;
  while (more)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !take_entries (self, room, rules, entries, &more, error))
      return FALSE;

  return entries->len > 0 ||
         take_citations (self, room, rules, g_strv_length ((GStrv) items), entries, cancellable,
                         error);
}

/**
 * quoth_cite_engine_bibliography:
 * @rules: a style that has rules of its own
 * @locale: (nullable): the language, or what the style says
 * @items: CSL-JSON, one string an item
 *
 * Returns: (transfer full) (element-type QuothCited): the entries in the style's order, or %NULL
 *   and @error
 */
GPtrArray *
quoth_cite_engine_bibliography (QuothCiteEngine    *self,
                                QuothStyle         *rules,
                                const char         *locale,
                                const char *const  *items,
                                GCancellable       *cancellable,
                                GError            **error)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_cited_unref);
  g_autoptr (JSCValue) ended = NULL;
  JSCValue *room = open_room (self, rules, locale, error);

  if (room == NULL)
    return NULL;
  if (!make_bibliography (self, room, rules, items, entries, cancellable, error))
    {
      drop_room (self);
      return NULL;
    }
  ended = jsc_value_object_invoke_method (self->glue, "end", JSC_TYPE_VALUE, room, G_TYPE_NONE);

  return g_steal_pointer (&entries);
}
