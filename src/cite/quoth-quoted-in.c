#include "quoth-quoted-in.h"
#include "quoth-speaker-phrase.h"

#define WITH_AND(name_form) \
  { name_form, FALSE, " and ", NULL, NULL, FALSE, ", quoted by ", ", cited by " }
#define WITH_SERIAL_AND(name_form) \
  { name_form, FALSE, " and ", NULL, NULL, TRUE, ", quoted by ", ", cited by " }
#define WITH_AMPERSAND(name_form) \
  { name_form, FALSE, " & ", NULL, NULL, TRUE, ", as cited by ", ", as cited by " }
#define AS_LIST(name_form) \
  { name_form, TRUE, ", ", NULL, NULL, FALSE, ", quoted by ", ", cited by " }

/* Quoted in: the one table of what each style prescribes for a quotation that stands in somebody
 * else's article.
 *
 * Where a manual has no word of its own for statements that are only reported ("qtd. in" and
 * "quoted in" are for words quoted), "cited in" stands, which is also Harvard's. Roles are no
 * part of any manual's examples; they stand behind the name as an apposition. */
static const QuothQuotedIn table[] = {
  /* The year and "as cited in" within the brackets; the speaker's initials as for others who are
   * not in the list of references (8.9). Pages, else paragraphs (8.28). The list has the article
   * alone. */
  { "apa", "Publication Manual of the APA, 7th ed., 8.6",
    "as cited in", "as cited in", ", ",
    WITH_AMPERSAND (QUOTH_NAME_INITIALS), QUOTH_NAME_INITIALS, QUOTH_IN_TEXT_INSIDE, FALSE,
    QUOTH_LOCATE_PAGE | QUOTH_LOCATE_PARAGRAPH, FALSE, NULL },

  /* The speaker in the sentence, "qtd. in" in the brackets. Paragraphs only where the work
   * numbers them itself, as articles don't. */
  { "modern-language-association", "MLA Handbook, 9th ed., 6.77",
    "qtd. in", "cited in", ", ",
    WITH_SERIAL_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_BEFORE, FALSE,
    QUOTH_LOCATE_PAGE, FALSE, NULL },

  /* Page numbers of newspapers are left out (14.191), and so is "The" (14.193). */
  { "chicago-fullnote-bibliography", "Chicago Manual of Style, 17th ed., 14.260",
    "quoted in", "cited in", ", ",
    WITH_SERIAL_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_NOTE, FALSE,
    QUOTH_LOCATE_PARAGRAPH, TRUE, NULL },
  { "chicago-note-bibliography", "Chicago Manual of Style, 17th ed., 14.260",
    "quoted in", "cited in", ", ",
    WITH_SERIAL_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_NOTE, FALSE,
    QUOTH_LOCATE_PARAGRAPH, TRUE, NULL },

  /* The speaker in the text, "quoted in" in the brackets; the list has the article. */
  { "chicago-author-date", "Chicago Manual of Style, 17th ed., 15.56",
    "quoted in", "cited in", ", ",
    WITH_SERIAL_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_BEFORE, FALSE,
    QUOTH_LOCATE_PARAGRAPH, TRUE, NULL },

  /* "quoted in" for the speaker's own words, "cited in" for what is summarised. */
  { "harvard-cite-them-right", "Cite Them Right, 12th ed., “Secondary referencing”",
    "quoted in", "cited in", ", ",
    WITH_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_INSIDE, FALSE,
    QUOTH_LOCATE_PAGE | QUOTH_LOCATE_PARAGRAPH, FALSE, NULL },

  /* The manual has no rule; this is how law libraries apply its 1.1.3, with both sources in the
   * note. Paragraphs only where the source itself numbers them. */
  { "oscola", "OSCOLA, 4th ed., 1.1.3 (no rule of its own)",
    "quoted in", "cited in", ", ",
    WITH_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_NOTE, FALSE,
    QUOTH_LOCATE_NOWHERE, FALSE, NULL },

  /* "The" is left out but of The Times. */
  { "modern-humanities-research-association", "MHRA Style Guide, 3rd ed., chapter 11",
    "quoted in", "cited in", ", ",
    WITH_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_NOTE, FALSE,
    QUOTH_LOCATE_PARAGRAPH, TRUE, NULL },

  /* No rule: the speaker in the text, what was read in the list. */
  { "vancouver", "Citing Medicine, 2nd ed. (no rule of its own)",
    "quoted in", "cited in", ", ",
    AS_LIST (QUOTH_NAME_INVERTED), QUOTH_NAME_FULL, QUOTH_IN_TEXT_NUMBER, FALSE,
    QUOTH_LOCATE_PAGE, FALSE, NULL },

  { "ieee", "IEEE Reference Guide (no rule of its own)",
    "quoted in", "cited in", ", ",
    WITH_SERIAL_AND (QUOTH_NAME_INITIALS), QUOTH_NAME_INITIALS, QUOTH_IN_TEXT_NUMBER, FALSE,
    QUOTH_LOCATE_PAGE | QUOTH_LOCATE_PARAGRAPH, FALSE, NULL },

  /* Citation and quotation are told apart in the list: "Cited by:", "Quoted by:"; the text names
   * the speaker. Newspapers stand without "The" (3.13.1). */
  { "american-medical-association", "AMA Manual of Style, 11th ed., 3.13.10",
    "Quoted by:", "Cited by:", ". ",
    AS_LIST (QUOTH_NAME_INVERTED), QUOTH_NAME_FULL, QUOTH_IN_TEXT_BARE, TRUE,
    QUOTH_LOCATE_PAGE, TRUE, NULL },

  { "quoth-newsroom", "Newsroom practice: who, where, when",
    "quoted in", "as reported in", ", ",
    WITH_AND (QUOTH_NAME_ADDRESSED), QUOTH_NAME_ADDRESSED, QUOTH_IN_TEXT_NOTE, FALSE,
    QUOTH_LOCATE_NOWHERE, FALSE, NULL },

  { "quoth-cite-news", "Wikipedia:Citing sources, “Say where you read it”",
    "quoted in", "cited in", ", ",
    WITH_AND (QUOTH_NAME_FULL), QUOTH_NAME_FULL, QUOTH_IN_TEXT_NOTE, FALSE,
    QUOTH_LOCATE_PAGE | QUOTH_LOCATE_PARAGRAPH, FALSE, NULL },
};

static const QuothSpeakerForm plain_form = WITH_AND (QUOTH_NAME_FULL);

static const QuothQuotedIn *
find_row (const char *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].style, style))
      return &table[i];

  return NULL;
}

/* Signs such as "&" are no words. */
static void
set_words (QuothSpeakerForm       *form,
           const QuothQuotedWords *words)
{
  form->quoted_by = words->quoted_by;
  form->cited_by = words->cited_by;
  if (!g_str_equal (form->last, " and "))
    return;

  form->last = words->last;
  form->last_else = words->last_else;
  form->else_before = words->else_before;
  form->serial = FALSE;
}

/* The row's form with other words. */
static QuothQuotedIn *
translate (const QuothQuotedIn    *row,
           const QuothQuotedWords *words)
{
  QuothQuotedIn *translated = g_new (QuothQuotedIn, 1);

  *translated = *row;
  translated->direct = words->direct;
  translated->reported = words->reported;
  translated->words = words;
  set_words (&translated->speakers, words);
  if (words->source != NULL)
    translated->manual = words->source;

  return translated;
}

/* Each made once and kept. */
static const QuothQuotedIn *
find_translated (const QuothQuotedIn *row,
                 const char          *locale)
{
  static GHashTable *made = NULL;
  static GMutex mutex;
  const QuothQuotedWords *words = quoth_quoted_words_find (row->style, locale);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  g_autofree char *key = NULL;
  QuothQuotedIn *translated;

  if (words == NULL)
    return NULL;

  if (made == NULL)
    made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  key = g_strdup_printf ("%s\n%s", row->style, words->language);
  translated = g_hash_table_lookup (made, key);
  if (translated == NULL)
    {
      translated = translate (row, words);
      g_hash_table_insert (made, g_steal_pointer (&key), translated);
    }

  return translated;
}

/**
 * quoth_quoted_in_find:
 * @style: a style's id
 * @locale: (nullable): the locale that it is used in, or %NULL for its own
 *
 * Returns: (nullable): how the style cites a source within a source, if that is known
 */
const QuothQuotedIn *
quoth_quoted_in_find (const char *style,
                      const char *locale)
{
  const QuothQuotedIn *row = NULL;

  g_return_val_if_fail (style != NULL, NULL);

  row = find_row (style);
  if (row == NULL || locale == NULL || g_str_has_prefix (locale, "en"))
    return row;

  return find_translated (row, locale);
}

QuothSpeakerForm
quoth_quoted_in_get_text_form (const QuothQuotedIn *self)
{
  QuothSpeakerForm form = self != NULL ? self->speakers : plain_form;

  if (self != NULL && self->speakers.brackets)
    form = plain_form;
  if (self != NULL && self->words != NULL)
    set_words (&form, self->words);
  if (self != NULL)
    form.name = self->name_in_text;

  return form;
}

const QuothSpeakerForm *
quoth_quoted_in_get_plain_form (void)
{
  return &plain_form;
}

/**
 * quoth_quoted_in_get_wording:
 * @self: the style's rules
 * @article: the article
 * @quote: one of its quotations
 *
 * Returns: the words before the article: what matters is whether the article quotes the outermost
 *   speaker
 */
const char *
quoth_quoted_in_get_wording (const QuothQuotedIn *self,
                             QuothArticle        *article,
                             QuothQuote          *quote)
{
  QuothQuote *outer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  outer = quoth_speaker_phrase_get_outer (article, quote);
  switch (quoth_quote_get_kind (outer))
    {
    case QUOTH_QUOTE_DIRECT:
    case QUOTH_QUOTE_MIXED:
      return self->direct;
    case QUOTH_QUOTE_INDIRECT:
      return self->reported;
    default:
      g_return_val_if_reached (self->reported);
    }
}
