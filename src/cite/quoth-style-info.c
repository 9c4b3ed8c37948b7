#include "config.h"

#include "quoth-style-info.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "quoth-citer.h"

typedef xmlTextReader Reader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, xmlFreeTextReader)

static const struct
{
  const char       *name;
  QuothStyleFormat  format;
} formats[] = {
  { "note", QUOTH_STYLE_NOTE },
  { "author-date", QUOTH_STYLE_AUTHOR_DATE },
  { "author", QUOTH_STYLE_AUTHOR },
  { "numeric", QUOTH_STYLE_NUMERIC },
  { "label", QUOTH_STYLE_LABEL },
};

static char *
dup_attribute (Reader     *reader,
               const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  char *copy = value != NULL && *value != '\0' ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);

  return copy;
}

/* The text in the element, on one line. */
static char *
dup_text (Reader *reader)
{
  xmlChar *text = xmlTextReaderReadString (reader);
  g_auto (GStrv) words = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (text == NULL)
    return NULL;

  words = g_strsplit_set ((const char *) text, " \t\r\n", -1);
  xmlFree (text);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);
  line = g_strjoinv (" ", (char **) kept->pdata);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

static void
read_category (QuothStyleInfo *self,
               Reader         *reader)
{
  g_autofree char *name = dup_attribute (reader, "citation-format");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      self->format = formats[i].format;
}

static void
read_link (QuothStyleInfo *self,
           Reader         *reader)
{
  g_autofree char *relation = dup_attribute (reader, "rel");
  g_autofree char *address = dup_attribute (reader, "href");
  const char *slash = address != NULL ? strrchr (address, '/') : NULL;

  if (g_strcmp0 (relation, "independent-parent") != 0 || address == NULL)
    return;

  g_free (self->parent_id);
  self->parent_id = g_strdup (slash != NULL ? slash + 1 : address);
}

static void
read_element (QuothStyleInfo *self,
              Reader         *reader,
              const char     *name)
{
  if (g_str_equal (name, "title") && self->title == NULL)
    self->title = dup_text (reader);
  else if (g_str_equal (name, "title-short") && self->short_title == NULL)
    self->short_title = dup_text (reader);
  else if (g_str_equal (name, "link"))
    read_link (self, reader);
  else if (g_str_equal (name, "category"))
    read_category (self, reader);
}

static void
read_root (QuothStyleInfo *self,
           Reader         *reader)
{
  g_autofree char *class_name = dup_attribute (reader, "class");

  self->default_locale = dup_attribute (reader, "default-locale");
  if (g_strcmp0 (class_name, "note") == 0)
    self->format = QUOTH_STYLE_NOTE;
}

/* Up to the end of <info>; %FALSE where there is none. */
static gboolean
read_info (QuothStyleInfo *self,
           Reader         *reader)
{
  gboolean in_style = FALSE;

  while (xmlTextReaderRead (reader) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (reader);
      int depth = xmlTextReaderDepth (reader);
      int type = xmlTextReaderNodeType (reader);

      if (type == XML_READER_TYPE_END_ELEMENT && depth == 1 && g_str_equal (name, "info"))
        return in_style;
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (depth == 0)
        {
          in_style = g_str_equal (name, "style");
          if (!in_style)
            return FALSE;
          read_root (self, reader);
        }
      else if (depth == 2)
        read_element (self, reader, name);
      else if (depth == 1 && !g_str_equal (name, "info"))
        return FALSE;
    }

  return FALSE;
}

/**
 * quoth_style_info_read_file:
 * @self: an empty one, to be filled
 * @path: a .csl file
 *
 * Returns: %FALSE and @error if the file doesn't begin like a style
 */
gboolean
quoth_style_info_read_file (QuothStyleInfo  *self,
                            const char      *path,
                            GError         **error)
{
  g_autofree char *name = NULL;
  g_autoptr (Reader) reader = NULL;

  reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reader != NULL && read_info (self, reader))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BROKEN_STYLE,
               /* Translators: %s is the name of a file */
               _("“%s” is no citation style (CSL)"), name);

  return FALSE;
}

void
quoth_style_info_clear (QuothStyleInfo *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->short_title, g_free);
  g_clear_pointer (&self->parent_id, g_free);
  g_clear_pointer (&self->default_locale, g_free);
}
