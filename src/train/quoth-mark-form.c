#include "quoth-mark-form.h"

#include <string.h>

/* The forms in which one text is written again and again, so that pairing is learned and measured
 * for each of them. The first is the British one. */
const QuothMarkForm quoth_mark_forms[] = {
  { "‘curly “single” marks’", { "‘", "“" }, { "’", "”" }, "’", 0 },
  { "'straight \"single\" marks'", { "'", "\"" }, { "'", "\"" }, "'", 0 },
  { "\"straight 'double' marks\"", { "\"", "'" }, { "\"", "'" }, "'", 1 },
  { "“curly ‘double’ marks”", { "“", "‘" }, { "”", "’" }, "’", 1 },
  { "''two 'apostrophes' for one''", { "''", "'" }, { "''", "'" }, "'", 1 },
  { "«guillemets “outside”»", { "«", "“" }, { "»", "”" }, "’", 1 },
  { "„low ‚and‘ high“", { "„", "‚" }, { "“", "‘" }, "’", 1 },
  { "'only 'straight' single ones'", { "'", "'" }, { "'", "'" }, "'", 0 },
};
const guint quoth_n_mark_forms = G_N_ELEMENTS (quoth_mark_forms);

/**
 * quoth_mark_form_write:
 * @known: (array length=n_known): all marks and apostrophes in @span, in order
 * @written: (element-type QuothKnownMark): gets the same marks as they stand in what is returned
 *
 * Returns: (transfer full): the text of @span with its marks in another form
 */
char *
quoth_mark_form_write (const QuothMarkForm  *form,
                       const char           *text,
                       QuothSpan             span,
                       const QuothKnownMark *known,
                       gsize                 n_known,
                       GArray               *written)
{
  GString *string = g_string_sized_new (quoth_span_length (span) + 16);
  gsize position = span.start;

  for (gsize i = 0; i < n_known; i++)
    {
      QuothKnownMark mark = known[i];
      const char *characters = mark.role == QUOTH_MARK_OPEN    ? form->open[mark.slot]
                               : mark.role == QUOTH_MARK_CLOSE ? form->close[mark.slot]
                                                               : form->apostrophe;

      g_string_append_len (string, text + position, mark.start - position);
      position = mark.start + mark.length;
      mark.start = string->len;
      mark.length = strlen (characters);
      g_string_append (string, characters);
      g_array_append_val (written, mark);
    }
  g_string_append_len (string, text + position, span.end - position);

  return g_string_free (string, FALSE);
}
