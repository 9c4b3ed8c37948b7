#include "config.h"

#include "quoth-cli-rows.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "quoth-cli-command.h"
#include "quoth-copy.h"
#include "quoth-csv.h"
#include "quoth-newsroom.h"
#include "quoth-partial-date.h"

/* What is printed of a quotation, in this order. */
typedef enum
{
  FIELD_ID,
  FIELD_ARTICLE,
  FIELD_KIND,
  FIELD_STATE,
  FIELD_WORDS,
  FIELD_SPEAKER,
  FIELD_ROLE,
  FIELD_ORGANISATION,
  FIELD_SOURCE,
  FIELD_TITLE,
  FIELD_PUBLICATION,
  FIELD_DATE,
  FIELD_CITATION,
  N_FIELDS
} Field;

static const char *const field_names[N_FIELDS + 1] = {
  "id", "article", "kind", "state", "words", "speaker", "role", "organisation", "source", "title",
  "publication", "date", "citation", NULL,
};

typedef void (*PrintFunc) (QuothCliRows      *self,
                           const char *const *fields);

typedef struct
{
  const char *name;
  PrintFunc   print;
} Format;

struct _QuothCliRows
{
  const Format *format;
  QuothStore   *store;
  QuothCsv     *csv;
  QuothArticle *article;  /* the one that the last row was of */
  guint         n_printed;
};

/* The day alone of a date with a time, and what is no date as it stands. */
static char *
dup_day (const char *date)
{
  QuothPartialDate parsed;

  return quoth_partial_date_parse (date, &parsed)
         ? quoth_partial_date_dup_iso (&parsed) : g_strdup (date);
}

static void
print_text (QuothCliRows      *self G_GNUC_UNUSED,
            const char *const *fields)
{
  static const Field details[] = { FIELD_ROLE, FIELD_ORGANISATION, FIELD_PUBLICATION };
  g_autofree char *day = dup_day (fields[FIELD_DATE]);
  g_autoptr (GString) text = g_string_new (fields[FIELD_ID]);
  const char *who = *fields[FIELD_SPEAKER] != '\0' ? fields[FIELD_SPEAKER] : fields[FIELD_SOURCE];

  g_string_append_printf (text, "  %s", *who != '\0' ? who : _("Unknown speaker"));
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (*fields[details[i]] != '\0')
      g_string_append_printf (text, ", %s", fields[details[i]]);
  if (*day != '\0')
    g_string_append_printf (text, ", %s", day);
  g_string_append_printf (text, "\n%s\n\n", fields[FIELD_WORDS]);
  quoth_cli_print (text->str);
}

static char *
dup_object (const char *const *fields)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      json_builder_set_member_name (builder, field_names[i]);
      if (*fields[i] != '\0')
        json_builder_add_string_value (builder, fields[i]);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  return json_to_string (node, FALSE);
}

static void
print_json (QuothCliRows      *self,
            const char *const *fields)
{
  g_autofree char *object = dup_object (fields);

  quoth_cli_print (self->n_printed == 0 ? "[\n" : ",\n");
  quoth_cli_print (object);
}

static void
print_line (QuothCliRows      *self G_GNUC_UNUSED,
            const char *const *fields)
{
  g_autofree char *object = dup_object (fields);

  quoth_cli_print (object);
  quoth_cli_print ("\n");
}

static void
print_csv (QuothCliRows      *self,
           const char *const *fields)
{
  g_autofree char *row = NULL;

  for (guint i = 0; i < N_FIELDS; i++)
    quoth_csv_append (self->csv, fields[i]);
  row = quoth_csv_dup_row (self->csv);
  quoth_cli_print (row);
}

static const Format formats[] = {
  { "text", print_text },
  { "json", print_json },
  { "jsonl", print_line },
  { "csv", print_csv },
};

/**
 * quoth_cli_rows_new:
 * @store: where the quotations' articles are
 *
 * Returns: (transfer full) (nullable): a printer, or %NULL when there is no such format
 */
QuothCliRows *
quoth_cli_rows_new (const char *format,
                    QuothStore *store)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      {
        QuothCliRows *self = g_new0 (QuothCliRows, 1);

        self->format = &formats[i];
        self->store = g_object_ref (store);
        self->csv = quoth_csv_new (field_names);
        return self;
      }

  return NULL;
}

void
quoth_cli_rows_free (QuothCliRows *self)
{
  g_clear_object (&self->store);
  quoth_csv_free (self->csv);
  g_clear_object (&self->article);
  g_free (self);
}

void
quoth_cli_rows_begin (QuothCliRows *self)
{
  g_autofree char *header = quoth_csv_dup_header (self->csv);

  if (self->format->print == print_csv)
    quoth_cli_print (header);
}

/* The row's article; rows of one article mostly come together. */
static QuothArticle *
load_article (QuothCliRows   *self,
              QuothQuoteRow  *row,
              GError        **error)
{
  const char *id = quoth_quote_row_get_article_id (row);

  if (self->article == NULL || !g_str_equal (quoth_article_get_id (self->article), id))
    {
      g_clear_object (&self->article);
      self->article = quoth_store_load_article (self->store, id, error);
    }
  return self->article;
}

gboolean
quoth_cli_rows_print (QuothCliRows   *self,
                      QuothQuoteRow  *row,
                      GError        **error)
{
  QuothArticle *article = load_article (self, row, error);
  QuothQuote *quote = NULL;
  g_autofree char *words = NULL;
  g_autofree char *citation = NULL;

  if (article == NULL)
    return FALSE;
  quote = quoth_article_find_quote (article, quoth_quote_row_get_quote_id (row));
  if (quote == NULL)
    {
      g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND,
                   _("The quotation “%s” is no longer in the library."),
                   quoth_quote_row_get_quote_id (row));
      return FALSE;
    }

  words = quoth_copy_dup_words (article, quote);
  citation = quoth_newsroom_dup_line (article, quote);
  {
    const char *fields[N_FIELDS] = {
      [FIELD_ID] = quoth_quote_row_get_quote_id (row),
      [FIELD_ARTICLE] = quoth_quote_row_get_article_id (row),
      [FIELD_KIND] = quoth_quote_kind_to_string (quoth_quote_row_get_kind (row)),
      [FIELD_STATE] = quoth_state_to_string (quoth_quote_row_get_state (row)),
      [FIELD_WORDS] = words,
      [FIELD_SPEAKER] = quoth_quote_row_get_speaker (row),
      [FIELD_ROLE] = quoth_quote_row_get_role (row),
      [FIELD_ORGANISATION] = quoth_quote_row_get_organisation (row),
      [FIELD_SOURCE] = quoth_quote_row_get_source (row),
      [FIELD_TITLE] = quoth_quote_row_get_title (row),
      [FIELD_PUBLICATION] = quoth_quote_row_get_publication (row),
      [FIELD_DATE] = quoth_quote_row_get_date (row),
      [FIELD_CITATION] = citation,
    };

    self->format->print (self, fields);
  }
  self->n_printed++;
  return TRUE;
}

void
quoth_cli_rows_end (QuothCliRows *self)
{
  if (self->format->print == print_json)
    quoth_cli_print (self->n_printed == 0 ? "[]\n" : "\n]\n");
}
