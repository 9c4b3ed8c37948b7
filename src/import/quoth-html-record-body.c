#include "quoth-html-record-body.h"

#include "quoth-html-page.h"
#include "quoth-html-source.h"

#include <string.h>

/*
 * A page's JSON-LD may hold the article's text. It lacks headings and often paragraphs, so it only
 * stands in where what was found on the page is another text.
 */

/* Shorter ones are teasers */
#define MIN_BODY_BYTES 400

#define N_SAMPLES 40
#define SAMPLE_BYTES 24
#define MIN_COVERED 0.5

/* Which part of samples of a text is found in another */
static double
find_covered (const char *text,
              const char *other)
{
  g_autofree char *letters = quoth_html_dup_letters (text);
  g_autofree char *other_letters = quoth_html_dup_letters (other);
  gsize length = strlen (letters);
  gsize other_length = strlen (other_letters);
  guint n_found = 0;

  if (length < SAMPLE_BYTES)
    return 1;
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      gsize at = (length - SAMPLE_BYTES) * i / (N_SAMPLES - 1);

      n_found += memmem (other_letters, other_length, letters + at, SAMPLE_BYTES) != NULL;
    }
  return (double) n_found / N_SAMPLES;
}

/* Parts a text with line breaks, or with markup, into paragraphs. */
static GPtrArray *
split_paragraphs (const char *body)
{
  static const char separators[] = "\\s*(?:\\n|\\r|</p>|</li>|</h\\d>|<br\\s*/?>)\\s*";
  g_auto(GStrv) pieces = g_regex_split_simple (separators, body, G_REGEX_CASELESS, 0);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *paragraph = quoth_html_unescape (pieces[i]);

      if (*paragraph != '\0')
        g_ptr_array_add (paragraphs, paragraph);
      else
        g_free (paragraph);
    }
  return paragraphs;
}

/**
 * quoth_html_read_record_body:
 * @body: (nullable): the text in a page's JSON-LD
 * @found: (transfer none): what was found on the page
 *
 * Returns: (transfer full) (nullable): @found with its body exchanged for @body, if that is a text
 *   of some length which @found does not hold
 */
QuothBlockWriter *
quoth_html_read_record_body (const char       *body,
                             QuothBlockWriter *found)
{
  g_autoptr(GPtrArray) paragraphs = NULL;
  QuothBlockWriter *writer;

  if (body == NULL || strlen (body) < MIN_BODY_BYTES
      || find_covered (body, found->text->str) >= MIN_COVERED)
    return NULL;

  paragraphs = split_paragraphs (body);
  writer = quoth_block_writer_new ();
  for (guint i = 0; i < found->blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (found->blocks, QuothBlock, i);
      g_autofree char *text = g_strndup (found->text->str + block->span.start,
                                         quoth_span_length (block->span));

      if (block->kind == QUOTH_BLOCK_HEADLINE || block->kind == QUOTH_BLOCK_STANDFIRST)
        quoth_block_writer_add (writer, block->kind, text, 0);
    }
  for (guint i = 0; i < paragraphs->len; i++)
    quoth_block_writer_add (writer, QUOTH_BLOCK_PARAGRAPH, g_ptr_array_index (paragraphs, i), 0);
  return writer;
}
