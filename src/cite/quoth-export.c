#include "config.h"

#include "quoth-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-article-json.h"
#include "quoth-bibtex.h"
#include "quoth-csl-item.h"
#include "quoth-html.h"
#include "quoth-quote-note.h"
#include "quoth-quote-table.h"
#include "quoth-quote-words.h"
#include "quoth-citing.h"
#include "quoth-ris.h"

#define HTML_START                                                                       \
  "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>Quotations</title>\n" \
  "</head>\n<body>\n"
#define HTML_END "</body>\n</html>\n"
/* As lists of references are set: the first line hangs. */
#define HTML_ENTRY "<p style=\"margin-left: 1.27cm; text-indent: -1.27cm\">%s</p>\n"

typedef struct
{
  const char *id;
  const char *extension;
  const char *media_type;
  const char *title;
  /* (transfer full) (nullable): what is written for an article with these quotations, or NULL
   * and @error */
  char     *(*dup_article) (QuothExporter *self,
                            QuothArticle  *article,
                            GPtrArray     *quotes,
                            GCancellable  *cancellable,
                            GError       **error);
  char     *(*dup_start)   (QuothExporter *self);
  char     *(*dup_end)     (QuothExporter *self,
                            GCancellable  *cancellable,
                            GError       **error);
} Format;

struct _QuothExporter
{
  const Format  *format;
  GOutputStream *stream;
  QuothStyleUse *style;
  gboolean       started;
  guint          n_articles;
  GHashTable    *keys;        /* of BibTeX entries */
  QuothCsv      *csv;
  GPtrArray     *references;  /* for the bibliography at the end */
};

/* Formats */

static char *
dup_entry (QuothExporter      *self,
           QuothArticle       *article,
           GPtrArray          *quotes,
           QuothBibtexDialect  dialect)
{
  g_autofree char *entry = quoth_bibtex_format (article, quotes, dialect);
  g_autofree char *unique = quoth_bibtex_dup_unique (entry, self->keys);

  return g_strdup_printf ("%s%s", self->n_articles > 0 ? "\n" : "", unique);
}

static char *
dup_bibtex (QuothExporter  *self,
            QuothArticle   *article,
            GPtrArray      *quotes,
            GCancellable   *cancellable G_GNUC_UNUSED,
            GError        **error G_GNUC_UNUSED)
{
  return dup_entry (self, article, quotes, QUOTH_BIBTEX);
}

static char *
dup_biblatex (QuothExporter  *self,
              QuothArticle   *article,
              GPtrArray      *quotes,
              GCancellable   *cancellable G_GNUC_UNUSED,
              GError        **error G_GNUC_UNUSED)
{
  return dup_entry (self, article, quotes, QUOTH_BIBLATEX);
}

static char *
dup_ris (QuothExporter  *self G_GNUC_UNUSED,
         QuothArticle   *article,
         GPtrArray      *quotes,
         GCancellable   *cancellable G_GNUC_UNUSED,
         GError        **error G_GNUC_UNUSED)
{
  return quoth_ris_format (article, quotes);
}

static char *
dup_item (QuothExporter  *self,
          QuothArticle   *article,
          GPtrArray      *quotes,
          GCancellable   *cancellable G_GNUC_UNUSED,
          GError        **error G_GNUC_UNUSED)
{
  g_autofree char *item = quoth_csl_item_dup_export (article, quotes);

  return g_strdup_printf ("%s%s", self->n_articles > 0 ? ",\n" : "", item);
}

static char *
dup_items_start (QuothExporter *self G_GNUC_UNUSED)
{
  return g_strdup ("[\n");
}

static char *
dup_items_end (QuothExporter  *self,
               GCancellable   *cancellable G_GNUC_UNUSED,
               GError        **error G_GNUC_UNUSED)
{
  return g_strdup (self->n_articles > 0 ? "\n]\n" : "]\n");
}

static char *
dup_line (QuothExporter  *self G_GNUC_UNUSED,
          QuothArticle   *article,
          GPtrArray      *quotes G_GNUC_UNUSED,
          GCancellable   *cancellable G_GNUC_UNUSED,
          GError        **error G_GNUC_UNUSED)
{
  g_autofree char *line = quoth_article_to_json_line (article);

  return g_strconcat (line, g_str_has_suffix (line, "\n") ? "" : "\n", NULL);
}

static char *
dup_row (QuothExporter  *self,
         QuothArticle   *article,
         QuothQuote     *quote,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (QuothCiting) reference = quoth_citing_new (article, quote, self->style);
  g_autoptr (QuothCopy) note =
    quoth_citing_cite (reference, self->style, QUOTH_PART_NOTE, cancellable, error);
  g_autoptr (QuothCopy) in_text = NULL;

  if (note == NULL)
    return NULL;
  in_text = quoth_citing_cite (reference, self->style, QUOTH_PART_IN_TEXT, cancellable, error);
  if (in_text == NULL)
    return NULL;

  return quoth_quote_table_dup_row (self->csv, article, quote, note->plain, in_text->plain);
}

static char *
dup_rows (QuothExporter  *self,
          QuothArticle   *article,
          GPtrArray      *quotes,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      g_autofree char *row = dup_row (self, article, g_ptr_array_index (quotes, i), cancellable,
                                      error);

      if (row == NULL)
        return NULL;
      g_string_append (rows, row);
    }

  return g_strdup (rows->str);
}

static char *
dup_csv_start (QuothExporter *self)
{
  return quoth_csv_dup_header (self->csv);
}

/* Speech as a block quotation; what was reported says so. */
static void
append_html_quote (GString      *html,
                   QuothArticle *article,
                   QuothQuote   *quote,
                   const char   *citation,
                   QuothExporter *self)
{
  gboolean speech = quoth_quote_get_kind (quote) == QUOTH_QUOTE_DIRECT;
  g_autoptr (GPtrArray) paragraphs =
    quoth_quote_words_dup_marked (article, quote, self->style->open, self->style->close);

  g_string_append (html, speech ? "<blockquote>\n" : "<div>\n");
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *escaped = quoth_html_escape (g_ptr_array_index (paragraphs, i));

      g_string_append_printf (html, "<p>%s</p>\n", escaped);
    }
  g_string_append (html, speech ? "</blockquote>\n" : "</div>\n");
  g_string_append_printf (html, "<p>%s [%s]</p>\n", citation, quoth_quote_note_get_kind (quote));
}

static char *
dup_html_quotes (QuothExporter  *self,
                 QuothArticle   *article,
                 GPtrArray      *quotes,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (GString) html = g_string_new (NULL);

  if (quotes->len == 0)
    g_ptr_array_add (self->references, quoth_citing_new (article, NULL, self->style));
  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);
      QuothCiting *reference = quoth_citing_new (article, quote, self->style);
      g_autoptr (QuothCopy) citation = NULL;

      g_ptr_array_add (self->references, reference);
      citation = quoth_citing_cite (reference, self->style, QUOTH_PART_NOTE, cancellable, error);
      if (citation == NULL)
        return NULL;
      append_html_quote (html, article, quote, citation->html, self);
    }

  return g_strdup (html->str);
}

static char *
dup_html_start (QuothExporter *self G_GNUC_UNUSED)
{
  return g_strdup (HTML_START);
}

static char *
dup_html_end (QuothExporter  *self,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *title = NULL;

  if (self->references->len == 0)
    return g_strdup (HTML_END);
  list = quoth_citing_list (self->references, self->style, cancellable, error);
  if (list == NULL)
    return NULL;

  title = quoth_html_escape (_("Bibliography"));
  g_string_append_printf (html, "<h2>%s</h2>\n", title);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (html, HTML_ENTRY, ((QuothCopy *) g_ptr_array_index (list, i))->html);
  g_string_append (html, HTML_END);

  return g_strdup (html->str);
}

static const Format formats[QUOTH_N_EXPORTS] = {
  [QUOTH_EXPORT_BIBTEX] =
    { "bibtex", "bib", "application/x-bibtex", N_("BibTeX"), dup_bibtex, NULL, NULL },
  [QUOTH_EXPORT_BIBLATEX] =
    { "biblatex", "bib", "application/x-bibtex", N_("BibLaTeX"), dup_biblatex, NULL, NULL },
  [QUOTH_EXPORT_RIS] =
    { "ris", "ris", "application/x-research-info-systems", N_("RIS"), dup_ris, NULL, NULL },
  [QUOTH_EXPORT_CSL_JSON] =
    { "csl-json", "json", "application/vnd.citationstyles.csl+json", N_("CSL-JSON"), dup_item,
      dup_items_start, dup_items_end },
  [QUOTH_EXPORT_CSV] =
    { "csv", "csv", "text/csv", N_("Table (CSV)"), dup_rows, dup_csv_start, NULL },
  [QUOTH_EXPORT_HTML] =
    { "html", "html", "text/html", N_("Web page (HTML)"), dup_html_quotes, dup_html_start,
      dup_html_end },
  [QUOTH_EXPORT_JSONL] =
    { "jsonl", "jsonl", "application/jsonl", N_("Articles (JSON Lines)"), dup_line, NULL, NULL },
};

const char *
quoth_export_format_get_id (QuothExportFormat format)
{
  g_return_val_if_fail (format < QUOTH_N_EXPORTS, NULL);

  return formats[format].id;
}

const char *
quoth_export_format_get_extension (QuothExportFormat format)
{
  g_return_val_if_fail (format < QUOTH_N_EXPORTS, NULL);

  return formats[format].extension;
}

const char *
quoth_export_format_get_media_type (QuothExportFormat format)
{
  g_return_val_if_fail (format < QUOTH_N_EXPORTS, NULL);

  return formats[format].media_type;
}

const char *
quoth_export_format_get_title (QuothExportFormat format)
{
  g_return_val_if_fail (format < QUOTH_N_EXPORTS, NULL);

  return _(formats[format].title);
}

/**
 * quoth_export_format_from_id:
 * @id: as on the command line: "csl-json"
 * @format: (out): the format of that name
 *
 * Returns: %TRUE if there is one
 */
gboolean
quoth_export_format_from_id (const char        *id,
                             QuothExportFormat *format)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < QUOTH_N_EXPORTS; i++)
    if (g_str_equal (formats[i].id, id))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/* Writing */

/**
 * quoth_exporter_new:
 * @format: what is written
 * @stream: where to
 * @citer: (nullable): makes the citations in CSV and HTML; without one they are the newsroom's
 * @style: a style's id
 * @locale: (nullable): the locale to cite in; otherwise the style's
 *
 * Returns: (transfer full): an exporter that has written nothing yet
 */
QuothExporter *
quoth_exporter_new (QuothExportFormat  format,
                    GOutputStream     *stream,
                    QuothCiter        *citer,
                    const char        *style,
                    const char        *locale)
{
  QuothExporter *self;

  g_return_val_if_fail (format < QUOTH_N_EXPORTS, NULL);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_new0 (QuothExporter, 1);
  self->format = &formats[format];
  self->stream = g_object_ref (stream);
  self->style = quoth_style_use_new (citer, style, locale);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->csv = quoth_quote_table_new ();
  self->references = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_citing_free);

  return self;
}

void
quoth_exporter_free (QuothExporter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  quoth_style_use_free (self->style);
  g_hash_table_unref (self->keys);
  quoth_csv_free (self->csv);
  g_ptr_array_unref (self->references);
  g_free (self);
}

static gboolean
write_text (QuothExporter  *self,
            const char     *text,
            GCancellable   *cancellable,
            GError        **error)
{
  return g_output_stream_write_all (self->stream, text, strlen (text), NULL, cancellable, error);
}

static gboolean
start (QuothExporter  *self,
       GCancellable   *cancellable,
       GError        **error)
{
  g_autofree char *text = NULL;

  if (self->started)
    return TRUE;
  self->started = TRUE;
  if (self->format->dup_start == NULL)
    return TRUE;
  text = self->format->dup_start (self);
  return write_text (self, text, cancellable, error);
}

/**
 * quoth_exporter_add:
 * @article: an article
 * @quotes: (element-type QuothQuote): those of its quotations that are wanted; may be none
 *
 * Returns: %FALSE and @error when it can't be cited or written
 */
gboolean
quoth_exporter_add (QuothExporter  *self,
                    QuothArticle   *article,
                    GPtrArray      *quotes,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (quotes != NULL, FALSE);

  if (!start (self, cancellable, error))
    return FALSE;
  text = self->format->dup_article (self, article, quotes, cancellable, error);
  if (text == NULL || !write_text (self, text, cancellable, error))
    return FALSE;
  self->n_articles++;

  return TRUE;
}

gboolean
quoth_exporter_close (QuothExporter  *self,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!start (self, cancellable, error))
    return FALSE;
  if (self->format->dup_end != NULL)
    {
      text = self->format->dup_end (self, cancellable, error);
      if (text == NULL || !write_text (self, text, cancellable, error))
        return FALSE;
    }

  return g_output_stream_flush (self->stream, cancellable, error);
}
