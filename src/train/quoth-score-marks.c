/*
 * Measures the pairing of quotation marks, by the costs set by hand and with what was learned.
 *
 *   quoth-score-marks [--learned MODEL] [--min-curly F] [--min-straight F]
 *                     ARTICLES.jsonl BRITISH.jsonl
 *
 * BRITISH holds the texts of ARTICLES, character for character, with British marks: there ‘ opens,
 * “ and ” are within, and ’ closes where ARTICLES has a double mark or where a single one is open.
 * From these roles the texts are written in each form. A mark is right when its role is;
 * apostrophes count as marks. A paragraph counts when it has a quotation mark, as right when all
 * its marks are.
 * Exits with 77 when a file is not there (so that a test counts as skipped), with 1 under a floor.
 */
#include <gio/gio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "quoth-article-texts.h"
#include "quoth-mark-form.h"
#include "quoth-mark-weights.h"

#define EXIT_SKIPPED 77

typedef struct
{
  guint n_marks;
  guint n_right;
  guint n_outside;       /* of them not between two letters */
  guint n_outside_right;
  guint n_paragraphs;
  guint n_paragraphs_right;
} Score;

/* Whether the letter or digit before and after a mark make it a part of a word */
static gboolean
is_between_letters (const char *text,
                    guint32     start,
                    guint32     end)
{
  return start > 0 && text[end] != '\0' &&
         g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + start))) &&
         g_unichar_isalnum (g_utf8_get_char (text + end));
}

/* Whether the original's mark here is a double one, or the first of two apostrophes (the second of
 * which became a blank) or, for an opening mark, the second */
static gboolean
is_double (const char *original,
           const char *begin)
{
  switch (g_utf8_get_char (original))
    {
    case '"': case 0x201C: case 0x201D:
      return TRUE;
    case '\'':
      return original[1] == '\'' || (original > begin && original[-1] == '\'');
    default:
      return FALSE;
    }
}

static void
add_known (GArray      *known,
           const char  *text,
           const char  *p,
           guint        role,
           guint        slot)
{
  const QuothKnownMark mark = { p - text, g_utf8_next_char (p) - p, role, slot };

  g_array_append_val (known, mark);
}

/* A single mark outside of others gets slot 2. */
static GArray *
collect_known (const char *british,
               const char *original)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (QuothKnownMark));
  gboolean single_open = FALSE;

  for (const char *p = british, *o = original; *p != '\0' && *o != '\0';
       p = g_utf8_next_char (p), o = g_utf8_next_char (o))
    switch (g_utf8_get_char (p))
      {
      case '\n':
        single_open = FALSE;
        break;
      case 0x2018:
        single_open = !is_double (o, original);
        add_known (known, british, p, QUOTH_MARK_OPEN, single_open ? 2 : 0);
        break;
      case 0x201C:
        add_known (known, british, p, QUOTH_MARK_OPEN, 1);
        break;
      case 0x201D:
        add_known (known, british, p, QUOTH_MARK_CLOSE, 1);
        break;
      case '\'': case 0x2019:
        if (is_double (o, original))
          add_known (known, british, p, QUOTH_MARK_CLOSE, 0);
        else if (single_open &&
                 !is_between_letters (british, p - british, g_utf8_next_char (p) - british))
          {
            add_known (known, british, p, QUOTH_MARK_CLOSE, 2);
            single_open = FALSE;
          }
        else
          add_known (known, british, p, QUOTH_MARK_NONE, 0);
        break;
      default:
        break;
      }

  return known;
}

static void
count_paragraph (Score    *score,
                 gboolean  quoted,
                 gboolean  right)
{
  if (!quoted)
    return;
  score->n_paragraphs++;
  score->n_paragraphs_right += right;
}

/* @known and @found are both in the order of the text. */
static void
compare (Score        *score,
         const char   *text,
         const GArray *known,
         const GArray *found)
{
  gboolean quoted = FALSE, right = TRUE;
  guint32 paragraph_start = 0;
  guint f = 0;

  for (guint k = 0; k < known->len; k++)
    {
      const QuothKnownMark *mark = &g_array_index (known, QuothKnownMark, k);
      gboolean outside = !is_between_letters (text, mark->start, mark->start + mark->length);
      guint role = QUOTH_MARK_NONE;
      gboolean equal;

      if (memchr (text + paragraph_start, '\n', mark->start - paragraph_start) != NULL)
        {
          count_paragraph (score, quoted, right);
          quoted = FALSE;
          right = TRUE;
        }
      paragraph_start = mark->start;
      while (f < found->len && g_array_index (found, QuothMark, f).start < mark->start)
        f++;
      if (f < found->len && g_array_index (found, QuothMark, f).start == mark->start &&
          g_array_index (found, QuothMark, f).length == mark->length)
        role = g_array_index (found, QuothMark, f).role;
      equal = role == mark->role;
      quoted = quoted || mark->role != QUOTH_MARK_NONE;
      right = right && equal;
      score->n_marks++;
      score->n_right += equal;
      score->n_outside += outside;
      score->n_outside_right += outside && equal;
    }
  count_paragraph (score, quoted, right);
}

static void
score_text (Score                  *score,
            const char             *british,
            const GArray           *known,
            const QuothMarkForm    *form,
            const QuothModel       *model,
            const QuothMarkWeights *weights)
{
  const QuothSpan whole = { 0, strlen (british) };
  g_autoptr (GArray) formed = g_array_copy ((GArray *) known);
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (QuothKnownMark));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (QuothMark));
  g_autoptr (GArray) quoted = g_array_new (FALSE, FALSE, sizeof (QuothQuoted));
  g_autoptr (GArray) blocks = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < formed->len; i++)
    {
      QuothKnownMark *mark = &g_array_index (formed, QuothKnownMark, i);

      if (mark->slot == 2)
        mark->slot = form->single;
    }
  text = quoth_mark_form_write (form, british, whole,
                                (const QuothKnownMark *) (const void *) formed->data, formed->len,
                                written);
  blocks = quoth_blocks_classify (text, strlen (text), model);
  quoth_marks_pair (text, (const QuothBlock *) (const void *) blocks->data, blocks->len, model,
                    weights, marks, quoted);
  compare (score, text, written, marks);
}

static double
percent (guint part,
         guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

static void
print_score (const char  *name,
             const char  *by,
             const Score *score)
{
  g_print ("%-32s %-8s marks %6.2f %%   not between letters %6.2f %%   "
           "paragraphs %6.2f %%   (%u, %u, %u)\n",
           name, by, percent (score->n_right, score->n_marks),
           percent (score->n_outside_right, score->n_outside),
           percent (score->n_paragraphs_right, score->n_paragraphs), score->n_marks,
           score->n_outside, score->n_paragraphs);
}

/* Returns: the share of marks that are right, in percent */
static double
score_form (GPtrArray              *british,
            GPtrArray              *known,
            const QuothMarkForm    *form,
            const char             *by,
            const QuothModel       *model,
            const QuothMarkWeights *weights)
{
  Score score = { 0 };

  for (guint i = 0; i < british->len; i++)
    score_text (&score, g_ptr_array_index (british, i), g_ptr_array_index (known, i), form, model,
                weights);
  print_score (form->name, by, &score);

  return percent (score.n_right, score.n_marks);
}

typedef struct
{
  double curly;
  double straight;
} Floors;

static int
score_all (GPtrArray              *original,
           GPtrArray              *british,
           const QuothModel       *model,
           const QuothMarkWeights *weights,
           Floors                  floors)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  int status = EXIT_SUCCESS;

  for (guint i = 0; i < british->len; i++)
    g_ptr_array_add (known, collect_known (g_ptr_array_index (british, i),
                                           g_ptr_array_index (original, i)));
  for (guint f = 0; f < quoth_n_mark_forms; f++)
    {
      const QuothMarkForm *form = &quoth_mark_forms[f];
      double right = score_form (british, known, form, "rules", model, NULL);

      if (weights != NULL)
        right = score_form (british, known, form, "learned", model, weights);
      if ((f == 0 && right < floors.curly) || (f == 1 && right < floors.straight))
        status = EXIT_FAILURE;
    }

  return status;
}

static int
run (const char  *original_path,
     const char  *british_path,
     const char  *learned_path,
     Floors       floors,
     GError     **error)
{
  g_autoptr (QuothModel) model = quoth_model_open_default (error);
  g_autoptr (QuothModel) learned = NULL;
  g_autoptr (GPtrArray) original = NULL;
  g_autoptr (GPtrArray) british = NULL;

  if (model == NULL ||
      (learned_path != NULL && (learned = quoth_model_open (learned_path, error)) == NULL) ||
      (original = quoth_article_texts_read (original_path, error)) == NULL ||
      (british = quoth_article_texts_read (british_path, error)) == NULL)
    return EXIT_FAILURE;
  if (original->len != british->len)
    {
      g_printerr ("Not the same articles\n");
      return EXIT_FAILURE;
    }

  return score_all (original, british, model,
                    quoth_mark_weights_find (learned != NULL ? learned : model), floors);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *learned = NULL;
  Floors floors = { 0 };
  const GOptionEntry options[] = {
    { "learned", 0, 0, G_OPTION_ARG_FILENAME, &learned, "Take what was learned from MODEL",
      "MODEL" },
    { "min-curly", 0, 0, G_OPTION_ARG_DOUBLE, &floors.curly, "Fail under this percentage", "F" },
    { "min-straight", 0, 0, G_OPTION_ARG_DOUBLE, &floors.straight, "The same, straight",
      "F" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("ARTICLES.jsonl BRITISH.jsonl");
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Two files are wanted");
      return 2;
    }
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS) || !g_file_test (argv[2], G_FILE_TEST_EXISTS))
    {
      g_print ("%s or %s is not there\n", argv[1], argv[2]);
      return EXIT_SKIPPED;
    }
  status = run (argv[1], argv[2], learned, floors, &error);
  if (error != NULL)
    g_printerr ("%s\n", error->message);

  return status;
}
