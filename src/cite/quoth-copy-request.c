#include "config.h"

#include "quoth-copy-request-private.h"

#include "quoth-bibtex.h"
#include "quoth-csl-item.h"
#include "quoth-quote-words.h"
#include "quoth-ris.h"
#include "quoth-text-fragment.h"
#include "quoth-wikipedia.h"

/* Gathering what a copy needs of articles and quotations. */

static void
part_free (gpointer data)
{
  QuothCopyPart *part = data;

  g_clear_pointer (&part->reference, quoth_citing_free);
  g_clear_pointer (&part->paragraphs, g_ptr_array_unref);
  g_free (part->text);
  g_free (part->title);
  g_free (part);
}

/**
 * quoth_copy_request_new:
 * @preset: what is copied
 * @citer: (nullable): makes citations in CSL styles; without it, or without its processor, they are
 *   the newsroom's
 * @style: a style's id
 * @locale: (nullable): the locale to cite in; otherwise the style's
 *
 * Returns: (transfer full): a request for nothing yet
 */
QuothCopyRequest *
quoth_copy_request_new (QuothPreset  preset,
                        QuothCiter  *citer,
                        const char  *style,
                        const char  *locale)
{
  QuothCopyRequest *self;

  g_return_val_if_fail (preset < QUOTH_N_PRESETS, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_atomic_rc_box_new0 (QuothCopyRequest);
  self->preset = preset;
  self->style = quoth_style_use_new (citer, style, locale);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

QuothCopyRequest *
quoth_copy_request_ref (QuothCopyRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_request (gpointer data)
{
  QuothCopyRequest *self = data;

  quoth_style_use_free (self->style);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->keys);
}

void
quoth_copy_request_unref (QuothCopyRequest *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_request);
}

static char *
dup_entry (QuothCopyRequest   *self,
           QuothArticle       *article,
           GPtrArray          *quotes,
           QuothBibtexDialect  dialect)
{
  g_autofree char *entry = quoth_bibtex_format (article, quotes, dialect);

  return quoth_bibtex_dup_unique (entry, self->keys);
}

/* What the presets copy that no style has a say in; %NULL for the others. */
static char *
dup_text (QuothCopyRequest *self,
          QuothArticle     *article,
          QuothQuote       *quote)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();

  if (quote != NULL)
    g_ptr_array_add (quotes, quote);
  switch (self->preset)
    {
    case QUOTH_PRESET_WIKIPEDIA:
      return quoth_wikipedia_dup_ref (article, quote);
    case QUOTH_PRESET_BIBTEX:
      return dup_entry (self, article, quotes, QUOTH_BIBTEX);
    case QUOTH_PRESET_BIBLATEX:
      return dup_entry (self, article, quotes, QUOTH_BIBLATEX);
    case QUOTH_PRESET_RIS:
      return quoth_ris_format (article, quotes);
    case QUOTH_PRESET_CSL_JSON:
      return quoth_csl_item_dup_export (article, quotes);
    case QUOTH_PRESET_LINK:
      return quoth_text_fragment_dup_link (article, quote);
    case QUOTH_PRESET_CITATION:
    case QUOTH_PRESET_IN_TEXT:
    case QUOTH_PRESET_QUOTATION:
    case QUOTH_PRESET_QUOTATION_WITH_CITATION:
    case QUOTH_PRESET_MARKDOWN:
    case QUOTH_PRESET_BIBLIOGRAPHY:
    case QUOTH_N_PRESETS:
    default:
      return NULL;
    }
}

static gboolean
has_words (QuothPreset preset)
{
  return preset == QUOTH_PRESET_QUOTATION || preset == QUOTH_PRESET_QUOTATION_WITH_CITATION ||
         preset == QUOTH_PRESET_MARKDOWN || preset == QUOTH_PRESET_LINK;
}

/**
 * quoth_copy_request_add:
 * @article: an article
 * @quote: (nullable): a quotation in it, or %NULL for the article alone
 *
 * Takes from them what the copy needs; afterwards they may change.
 */
void
quoth_copy_request_add (QuothCopyRequest *self,
                        QuothArticle     *article,
                        QuothQuote       *quote)
{
  QuothCopyPart *part = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (QUOTH_IS_ARTICLE (article));

  part = g_new0 (QuothCopyPart, 1);
  part->text = dup_text (self, article, quote);
  part->title = g_strdup (quoth_article_get_fact (article, QUOTH_FACT_TITLE));
  if (quoth_preset_uses_style (self->preset))
    part->reference = quoth_citing_new (article, quote, self->style);
  if (quote != NULL && has_words (self->preset))
    {
      part->speech = quoth_quote_get_kind (quote) == QUOTH_QUOTE_DIRECT;
      part->paragraphs = quoth_quote_words_dup_marked (article, quote, self->style->open,
                                                       self->style->close);
    }
  g_ptr_array_add (self->parts, part);
}
