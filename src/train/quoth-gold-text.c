#include "quoth-gold-text.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

/* Reads a CoNLL-U file (gzip'ed or not). Its text is either put together from its tokens, or, when
 * tokens say Start and End, the one of the same id among the articles given. */

typedef struct
{
  GHashTable    *articles;    /* id → text */
  GPtrArray     *texts;
  QuothGoldText *current;
  GString       *string;      /* the text being put together */
  guint32       *offsets;     /* code point → byte of the article, when it is given */
  gsize          n_offsets;
  guint          part_end;    /* last word of the multi-word token being read */
  guint32        part_start;  /* where its next word begins in the text */
  guint32        whole_end;   /* where the multi-word token ends */
} Reader;

void
quoth_gold_text_free (QuothGoldText *self)
{
  g_free (self->id);
  g_free (self->text);
  g_array_unref (self->tokens);
  g_array_unref (self->sentence_ends);
  g_free (self);
}

static QuothSpan *
get_token (QuothGoldText *text,
           guint          index)
{
  return &g_array_index (text->tokens, QuothSpan, index);
}

/* UD parts hyphenated words ("well", "-", "known"); here they are whole. */
static void
merge_hyphens (QuothGoldText *text,
               guint          first)
{
  guint kept = first;

  for (guint i = first; i < text->tokens->len; i++)
    {
      QuothSpan *token = get_token (text, i);
      QuothSpan *last = kept > first ? get_token (text, kept - 1) : NULL;
      gboolean joins = last != NULL && i + 1 < text->tokens->len && last->end == token->start &&
                       quoth_span_length (*token) == 1 && text->text[token->start] == '-' &&
                       get_token (text, i + 1)->start == token->end &&
                       g_ascii_isalnum (text->text[token->start - 1]) &&
                       g_ascii_isalnum (text->text[token->end]);

      if (joins)
        last->end = get_token (text, ++i)->end;
      else
        *get_token (text, kept++) = *token;
    }
  g_array_set_size (text->tokens, kept);
}

static void
end_sentence (Reader *reader)
{
  QuothGoldText *text = reader->current;
  guint before;

  if (text == NULL)
    return;
  before = text->sentence_ends->len > 0
           ? g_array_index (text->sentence_ends, guint, text->sentence_ends->len - 1) : 0;
  if (reader->string != NULL)
    text->text = reader->string->str;
  merge_hyphens (text, before);
  if (text->tokens->len > before)
    g_array_append_val (text->sentence_ends, text->tokens->len);
}

static void
end_text (Reader *reader)
{
  end_sentence (reader);
  if (reader->current != NULL && reader->string != NULL)
    {
      reader->current->text = g_string_free (reader->string, FALSE);
      reader->string = NULL;
    }
  if (reader->current != NULL)
    g_ptr_array_add (reader->texts, reader->current);
  reader->current = NULL;
  g_clear_pointer (&reader->offsets, g_free);
}

static void
map_characters (Reader     *reader,
                const char *text)
{
  gsize n = 0;

  reader->n_offsets = g_utf8_strlen (text, -1) + 1;
  reader->offsets = g_new (guint32, reader->n_offsets);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    reader->offsets[n++] = p - text;
  reader->offsets[n] = strlen (text);
}

static void
begin_text (Reader     *reader,
            const char *id)
{
  QuothGoldText *text = g_new0 (QuothGoldText, 1);
  const char *article = NULL;

  end_text (reader);
  if (reader->articles != NULL)
    article = g_hash_table_lookup (reader->articles, id);
  text->id = g_strdup (id);
  text->tokens = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  text->sentence_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->current = text;
  reader->part_end = 0;
  if (article == NULL)
    {
      reader->string = g_string_new (NULL);
      return;
    }
  text->text = g_strdup (article);
  map_characters (reader, article);
}

static guint
find_number (const char *misc,
             const char *key)
{
  const char *found = strstr (misc, key);

  return found != NULL ? strtoul (found + strlen (key), NULL, 10) : G_MAXUINT;
}

static void
add_mapped_token (Reader     *reader,
                  const char *misc)
{
  guint start = find_number (misc, "Start=");
  guint end = find_number (misc, "End=");
  QuothSpan span;

  if (start >= reader->n_offsets || end >= reader->n_offsets || start >= end)
    return;
  span = (QuothSpan) { reader->offsets[start], reader->offsets[end] };
  g_array_append_val (reader->current->tokens, span);
}

static void
append_form (Reader     *reader,
             const char *form,
             const char *misc)
{
  g_string_append (reader->string, form);
  if (strstr (misc, "SpaceAfter=No") == NULL)
    g_string_append_c (reader->string, ' ');
}

/* "don't" stands in the text once, as the token 4-5; its words 4 and 5 share its bytes. */
static void
add_built_token (Reader      *reader,
                 char       **fields)
{
  const char *form = fields[1];
  guint id = strtoul (fields[0], NULL, 10);
  const char *dash = strchr (fields[0], '-');
  QuothSpan span;

  if (dash != NULL)
    {
      reader->part_end = strtoul (dash + 1, NULL, 10);
      reader->part_start = reader->string->len;
      reader->whole_end = reader->part_start + strlen (form);
      append_form (reader, form, fields[9]);
      return;
    }
  if (id <= reader->part_end)
    {
      span.start = reader->part_start;
      span.end = id == reader->part_end ? reader->whole_end
                                        : MIN (reader->whole_end, span.start + strlen (form));
      reader->part_start = span.end;
      if (id == reader->part_end)
        reader->part_end = 0;
    }
  else
    {
      span.start = reader->string->len;
      span.end = span.start + strlen (form);
      append_form (reader, form, fields[9]);
    }
  if (span.start < span.end)
    g_array_append_val (reader->current->tokens, span);
}

static void
read_line (Reader     *reader,
           const char *line)
{
  g_auto (GStrv) fields = NULL;

  if (g_str_has_prefix (line, "# newdoc id = "))
    begin_text (reader, line + strlen ("# newdoc id = "));
  else if (reader->current == NULL)
    return;
  else if (g_str_has_prefix (line, "# newpar") && reader->string != NULL && reader->string->len > 0)
    g_string_append (reader->string, "\n\n");
  else if (g_str_has_prefix (line, "# sent_id"))
    {
      end_sentence (reader);
      reader->part_end = 0;
    }
  else if (g_ascii_isdigit (*line))
    {
      fields = g_strsplit (line, "\t", -1);
      if (g_strv_length (fields) < 10 || strchr (fields[0], '.') != NULL)
        return;
      if (reader->offsets != NULL)
        add_mapped_token (reader, fields[9]);
      else
        add_built_token (reader, fields);
    }
}

static GHashTable *
read_articles (const char  *path,
               GError     **error)
{
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return NULL;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JsonObject *object;

      if (*lines[i] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, lines[i], -1, error))
        return NULL;
      object = json_node_get_object (json_parser_get_root (parser));
      g_hash_table_insert (articles, g_strdup (json_object_get_string_member (object, "id")),
                           g_strdup (json_object_get_string_member (object, "text")));
    }

  return g_steal_pointer (&articles);
}

static GDataInputStream *
open_lines (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr (GConverter) unzip = NULL;
  g_autoptr (GInputStream) unzipped = NULL;

  if (raw == NULL)
    return NULL;
  if (!g_str_has_suffix (path, ".gz"))
    return g_data_input_stream_new (G_INPUT_STREAM (raw));
  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  unzipped = g_converter_input_stream_new (G_INPUT_STREAM (raw), unzip);

  return g_data_input_stream_new (unzipped);
}

/**
 * quoth_gold_texts_read:
 * @conllu: a CoNLL-U file, gzip'ed when its name ends with .gz
 * @articles: (nullable): a file of articles (JSON Lines) whose texts the tokens point into
 *
 * Returns: (transfer full) (element-type QuothGoldText) (nullable): the documents, or %NULL with
 *   @error set
 */
GPtrArray *
quoth_gold_texts_read (const char  *conllu,
                       const char  *articles,
                       GError     **error)
{
  g_autoptr (GPtrArray) texts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_gold_text_free);
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) local_error = NULL;
  Reader reader = { .texts = texts };
  char *line;

  if (articles != NULL && (by_id = read_articles (articles, error)) == NULL)
    return NULL;
  reader.articles = by_id;
  lines = open_lines (conllu, error);
  if (lines == NULL)
    return NULL;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &local_error)) != NULL)
    {
      read_line (&reader, line);
      g_free (line);
    }
  end_text (&reader);
  if (local_error != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", conllu);
      return NULL;
    }

  return g_steal_pointer (&texts);
}
