#include "quoth-treebank.h"

#include <string.h>

/* One line of CoNLL-U, before conversion. */
typedef struct
{
  char     *form;
  char     *tag;
  char     *relation;
  gint      head;   /* position, -1 for the root */
  gboolean  glued;  /* no space after */
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->form);
  g_free (row->tag);
  g_free (row->relation);
}

static void
tree_free (gpointer data)
{
  QuothTree *tree = data;

  g_free (tree->lexemes);
  g_free (tree->tags);
  g_free (tree->predicted);
  g_free (tree->heads);
  g_free (tree->relations);
  g_free (tree);
}

/**
 * quoth_read_text_file:
 * @path: a file, compressed with gzip if its name ends in .gz
 *
 * Returns: (transfer full): its content
 */
char *
quoth_read_text_file (const char  *path,
                      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) raw = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (raw == NULL)
    return NULL;
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GZlibDecompressor) zip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      stream = g_converter_input_stream_new (raw, G_CONVERTER (zip));
    }
  else
    stream = g_object_ref (raw);
  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0 ||
      !g_output_stream_write_all (memory, "", 1, NULL, NULL, error) ||
      !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

static Row *
row_at (GArray *rows,
        guint   i)
{
  return &g_array_index (rows, Row, i);
}

static void
rename_row (Row        *row,
            const char *relation)
{
  g_free (row->relation);
  row->relation = g_strdup (relation);
}

/* Merges [first, last] into one row; heads of all rows are put right. */
static void
merge_rows (GArray *rows,
            guint   first,
            guint   last)
{
  g_autoptr (GString) form = g_string_new (NULL);
  guint head = last;
  Row *target = row_at (rows, first);

  for (guint i = first; i <= last; i++)
    {
      gint to = row_at (rows, i)->head;

      g_string_append (form, row_at (rows, i)->form);
      if (to < (gint) first || to > (gint) last)
        head = i;
    }
  target->head = row_at (rows, head)->head;
  target->glued = row_at (rows, last)->glued;
  rename_row (target, row_at (rows, head)->relation);
  g_free (target->tag);
  target->tag = g_strdup (g_str_equal (target->relation, "amod") ? "JJ" : row_at (rows, last)->tag);
  g_free (target->form);
  target->form = g_strdup (form->str);
  for (guint i = 0; i < rows->len; i++)
    {
      gint *to = &row_at (rows, i)->head;

      if (*to > (gint) last)
        *to -= last - first;
      else if (*to >= (gint) first)
        *to = first;
    }
  g_array_remove_range (rows, first + 1, last - first);
}

/* UD parts hyphenated words; the tokenizer keeps them whole. */
static void
merge_hyphens (GArray *rows)
{
  for (guint i = 1; i + 1 < rows->len; i++)
    {
      if (!g_str_equal (row_at (rows, i)->tag, "HYPH") || !row_at (rows, i)->glued ||
          !row_at (rows, i - 1)->glued)
        continue;
      merge_rows (rows, i - 1, i + 1);
      i--;
    }
}

/* A flat name becomes a compound with its last word as head, as CoreNLP has it. */
static void
turn_flat_names (GArray *rows)
{
  for (guint h = 0; h < rows->len; h++)
    {
      guint last = h;

      for (guint i = h + 1; i < rows->len && (i == last + 1); i++)
        if (row_at (rows, i)->head == (gint) h &&
            g_str_has_prefix (row_at (rows, i)->relation, "flat"))
          last = i;
      if (last == h)
        continue;
      for (guint i = 0; i < rows->len; i++)
        if (row_at (rows, i)->head == (gint) h)
          row_at (rows, i)->head = last;
      row_at (rows, last)->head = row_at (rows, h)->head;
      rename_row (row_at (rows, last), row_at (rows, h)->relation);
      row_at (rows, h)->head = last;
      for (guint i = h; i < last; i++)
        if (row_at (rows, i)->head == (gint) last)
          rename_row (row_at (rows, i), "compound");
    }
}

static const char *RENAMED[][2] = {
  { "dobj", "obj" }, { "nsubjpass", "nsubj:pass" }, { "csubjpass", "csubj" },
  { "auxpass", "aux:pass" },
  { "neg", "advmod" }, { "mwe", "fixed" }, { "nmod:tmod", "obl:unmarked" },
  { "nmod:npmod", "obl:unmarked" },
  { "nmod:desc", "compound" },
};

/* Does the word at @i act as a predicate, so that what hangs on it by a preposition is oblique? */
static gboolean
is_predicate (GArray *rows,
              gint    i)
{
  const char *tag = i < 0 ? "" : row_at (rows, i)->tag;

  return tag[0] == 'V' || tag[0] == 'J' || tag[0] == 'R' || tag[0] == 'M';
}

/* Stanford's basic dependencies to UD 2, as far as names and the place of "and" go. */
static void
convert_stanford (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = row_at (rows, i);

      if (g_str_equal (row->relation, "nmod"))
        rename_row (row, is_predicate (rows, row->head) ? "obl" : "nmod");
      if (!g_str_equal (row->relation, "cc"))
        continue;
      for (guint j = i + 1; j < rows->len; j++)
        if (row_at (rows, j)->head == row->head && g_str_equal (row_at (rows, j)->relation, "conj"))
          {
            row->head = j;
            break;
          }
    }
}

static QuothTree *
build_tree (GArray              *rows,
            const QuothWordList *irregular)
{
  QuothTree *tree = g_new0 (QuothTree, 1);

  tree->n = rows->len;
  tree->lexemes = g_new (QuothLexeme, tree->n);
  tree->tags = g_new (guint8, tree->n);
  tree->predicted = g_new0 (guint8, tree->n);
  tree->heads = g_new (gint32, tree->n);
  tree->relations = g_new (guint8, tree->n);
  for (guint i = 0; i < tree->n; i++)
    {
      Row *row = row_at (rows, i);
      QuothTokenKind kind = QUOTH_TOKEN_WORD;

      for (guint k = 0; k < G_N_ELEMENTS (RENAMED); k++)
        if (g_str_equal (row->relation, RENAMED[k][0]))
          {
            rename_row (row, RENAMED[k][1]);
            break;
          }
      if (g_str_equal (row->tag, "``"))
        kind = QUOTH_TOKEN_OPENING_MARK;
      else if (g_str_equal (row->tag, "''"))
        kind = QUOTH_TOKEN_CLOSING_MARK;
      quoth_lexeme_init (&tree->lexemes[i], row->form, strlen (row->form), kind, irregular);
      tree->tags[i] = quoth_tag_from_string (row->tag);
      tree->heads[i] = row->head;
      tree->relations[i] = quoth_relation_from_string (row->relation);
    }
  return tree;
}

static void
finish_sentence (GPtrArray           *trees,
                 GArray              *rows,
                 QuothTreebankKind    kind,
                 const QuothWordList *irregular,
                 guint32              document)
{
  if (rows->len == 0)
    return;
  if (kind == QUOTH_TREEBANK_UD)
    {
      merge_hyphens (rows);
      turn_flat_names (rows);
    }
  else
    convert_stanford (rows);
  if (rows->len <= 200)
    {
      QuothTree *tree = build_tree (rows, irregular);

      tree->document = document;
      g_ptr_array_add (trees, tree);
    }
  g_array_set_size (rows, 0);
}

static void
add_row (GArray *rows,
         char  **fields)
{
  Row row = {
    .form = g_strdup (fields[1]),
    .tag = g_strdup (fields[4]),
    .relation = g_strdup (fields[7]),
    .head = (gint) g_ascii_strtoll (fields[6], NULL, 10) - 1,
    .glued = strstr (fields[9], "SpaceAfter=No") != NULL,
  };

  g_array_append_val (rows, row);
}

/**
 * quoth_treebank_read:
 * @irregular: (nullable): irregular verb forms with their lemma
 *
 * Returns: (transfer full) (element-type QuothTree): the sentences of a CoNLL-U file
 */
GPtrArray *
quoth_treebank_read (const char           *path,
                     QuothTreebankKind     kind,
                     const QuothWordList  *irregular,
                     GError              **error)
{
  g_autofree char *content = quoth_read_text_file (path, error);
  g_autoptr (GPtrArray) trees = g_ptr_array_new_with_free_func (tree_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint32 document = 0;

  if (content == NULL)
    return NULL;
  g_array_set_clear_func (rows, row_clear);
  for (char *line = content, *next; line != NULL && *line != '\0'; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (*line == '\0')
        finish_sentence (trees, rows, kind, irregular, document);
      else if (*line == '#')
        {
          if (g_str_has_prefix (line, "# newdoc id = "))
            document = quoth_lexeme_hash (line + strlen ("# newdoc id = "));
        }
      else if (strpbrk (line, "-.") == NULL || strcspn (line, "-.") > strcspn (line, "\t"))
        {
          g_auto (GStrv) fields = g_strsplit (line, "\t", 10);

          if (g_strv_length (fields) == 10)
            add_row (rows, fields);
        }
    }
  finish_sentence (trees, rows, kind, irregular, document);
  return g_steal_pointer (&trees);
}
