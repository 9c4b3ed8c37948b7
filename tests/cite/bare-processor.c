#include "bare-processor.h"

#include <jsc/jsc.h>

struct _BareProcessor
{
  JSCContext *context;
  JSCValue   *cite;
  JSCValue   *bibliography;
};

/* All there is beside the processor: what its manual says. */
static const char program[] =
  "var CSL = module.exports, items = {}, n = 0;\n"
  "var engine = new CSL.Engine({\n"
  "  retrieveLocale: (lang) => lang === locale ? localeXml : american,\n"
  "  retrieveItem: (id) => items[id]}, style, locale, true);\n"
  "engine.opt.development_extensions.wrap_url_and_doi = true;\n"
  "function add(json) { const item = JSON.parse(json); item.id = 'i' + ++n; items[item.id] = item; return item.id; }\n"
  "function cite(json) {\n"
  "  const id = add(json);\n"
  "  engine.updateItems([id]);\n"
  "  const citation = engine.makeCitationCluster([{id, position: 0}]);\n"
  "  const bibliography = engine.makeBibliography();\n"
  "  return [citation, bibliography ? bibliography[1].join('') : ''];\n"
  "}\n"
  "function bibliography(jsons) {\n"
  "  engine.updateItems(jsons.map(add));\n"
  "  const bibliography = engine.makeBibliography();\n"
  "  return bibliography ? bibliography[1] : [];\n"
  "}\n";

static JSCValue *
run (BareProcessor *self,
     const char    *source)
{
  JSCValue *value = jsc_context_evaluate (self->context, source, -1);
  JSCException *exception = jsc_context_get_exception (self->context);

  if (exception != NULL)
    g_error ("%s", jsc_exception_get_message (exception));

  return value;
}

static void
set_file (BareProcessor *self,
          const char    *name,
          const char    *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  value = jsc_value_new_string (self->context, text);
  jsc_context_set_value (self->context, name, value);
}

static char *
dup_locale_path (const char *folder,
                 const char *locale)
{
  g_autofree char *name = g_strdup_printf ("locales-%s.xml", locale);

  return g_build_filename (folder, name, NULL);
}

BareProcessor *
bare_processor_new (const char *processor,
                    const char *style_path,
                    const char *locale,
                    const char *locales_folder)
{
  BareProcessor *self = g_new0 (BareProcessor, 1);
  g_autofree char *locale_path = dup_locale_path (locales_folder, locale);
  g_autofree char *american_path = dup_locale_path (locales_folder, "en-US");
  g_autofree char *source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) language = NULL;
  gboolean jit;

  /* Options can't be set any more once there is a context. */
  if (jsc_options_get_boolean (JSC_OPTIONS_USE_JIT, &jit) && jit)
    jsc_options_set_boolean (JSC_OPTIONS_USE_JIT, FALSE);
  self->context = jsc_context_new ();
  if (!g_file_get_contents (processor, &source, NULL, &error))
    g_error ("%s", error->message);
  g_object_unref (run (self, "var module = {};"));
  g_object_unref (run (self, source));

  set_file (self, "style", style_path);
  set_file (self, "localeXml", locale_path);
  set_file (self, "american", american_path);
  language = jsc_value_new_string (self->context, locale);
  jsc_context_set_value (self->context, "locale", language);
  g_object_unref (run (self, program));
  self->cite = jsc_context_get_value (self->context, "cite");
  self->bibliography = jsc_context_get_value (self->context, "bibliography");

  return self;
}

void
bare_processor_free (BareProcessor *self)
{
  g_clear_object (&self->cite);
  g_clear_object (&self->bibliography);
  g_clear_object (&self->context);
  g_free (self);
}

static GStrv
take_strings (JSCValue *array)
{
  g_autoptr (JSCValue) length = jsc_value_object_get_property (array, "length");
  guint n = jsc_value_to_int32 (length);
  GStrv strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JSCValue) string = jsc_value_object_get_property_at_index (array, i);

      strings[i] = jsc_value_to_string (string);
    }
  g_object_unref (array);

  return strings;
}

GStrv
bare_processor_cite (BareProcessor *self,
                     const char    *item)
{
  return take_strings (jsc_value_function_call (self->cite, G_TYPE_STRING, item, G_TYPE_NONE));
}

GStrv
bare_processor_bibliography (BareProcessor     *self,
                             const char *const *items)
{
  return take_strings (jsc_value_function_call (self->bibliography, G_TYPE_STRV, items,
                                                G_TYPE_NONE));
}
