#include "quoth-csv.h"

#include <string.h>

#define GUARDED "guarded"

struct _QuothCsv
{
  const char *const *columns;
  guint              n_cells;   /* of this row, so far */
  GString           *row;
  GString           *guarded;
};

QuothCsv *
quoth_csv_new (const char *const *columns)
{
  QuothCsv *self;

  g_return_val_if_fail (columns != NULL, NULL);

  self = g_new0 (QuothCsv, 1);
  self->columns = columns;
  self->row = g_string_new (NULL);
  self->guarded = g_string_new (NULL);

  return self;
}

void
quoth_csv_free (QuothCsv *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->row, TRUE);
  g_string_free (self->guarded, TRUE);
  g_free (self);
}

/* What a spreadsheet begins to reckon at, also in full width. */
static gboolean
looks_like_formula (const char *value)
{
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (value, signs[i]))
      return TRUE;

  return FALSE;
}

static void
append_cell (GString    *row,
             const char *guard,
             const char *value)
{
  if (strpbrk (value, ",\"\r\n") == NULL)
    {
      g_string_append_printf (row, "%s%s", guard, value);
      return;
    }

  g_string_append_printf (row, "\"%s", guard);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

char *
quoth_csv_dup_header (QuothCsv *self)
{
  g_autoptr (GString) header = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->columns[i] != NULL; i++)
    g_string_append_printf (header, "%s,", self->columns[i]);
  g_string_append (header, GUARDED "\r\n");

  return g_strdup (header->str);
}

void
quoth_csv_append (QuothCsv   *self,
                  const char *value)
{
  const char *column = NULL;
  gboolean guarded;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->columns[self->n_cells] != NULL);

  column = self->columns[self->n_cells++];
  if (value == NULL)
    value = "";
  guarded = looks_like_formula (value);
  if (guarded)
    g_string_append_printf (self->guarded, "%s%s", self->guarded->len > 0 ? " " : "", column);
  append_cell (self->row, guarded ? "'" : "", value);
  g_string_append_c (self->row, ',');
}

char *
quoth_csv_dup_row (QuothCsv *self)
{
  char *row = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->columns[self->n_cells] == NULL, NULL);

  append_cell (self->row, "", self->guarded->str);
  g_string_append (self->row, "\r\n");
  row = g_strdup (self->row->str);
  g_string_truncate (self->row, 0);
  g_string_truncate (self->guarded, 0);
  self->n_cells = 0;

  return row;
}
