#include "config.h"

#include "quoth-citing.h"

#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-csl-item.h"
#include "quoth-html.h"
#include "quoth-newsroom.h"
#include "quoth-wikipedia.h"

struct _QuothCiting
{
  char       *article_id;
  char       *item;
  char       *speakers;         /* as a note or an entry names them, or NULL */
  char       *speakers_in_text;
  const char *wording;          /* NULL where the style has none */
  char       *page;
  char       *paragraph;
  char       *built_in[QUOTH_N_PARTS];
};

static QuothCopy *
copy_new (const char *plain,
          const char *html)
{
  QuothCopy *copy = g_new0 (QuothCopy, 1);

  copy->plain = g_strdup (plain);
  copy->html = html != NULL ? g_strdup (html) : quoth_html_escape (plain);

  return copy;
}

static void
fill_built_in (QuothCiting      *self,
               QuothArticle        *article,
               QuothQuote          *quote,
               const QuothStyleUse *style)
{
  g_autofree char *template = NULL;

  if (g_str_equal (style->id, QUOTH_STYLE_NEWSROOM))
    {
      self->built_in[QUOTH_PART_NOTE] = quoth_newsroom_dup_line (article, quote);
      self->built_in[QUOTH_PART_IN_TEXT] = quoth_newsroom_dup_in_text (article, quote);
      self->built_in[QUOTH_PART_ENTRY] = quoth_newsroom_dup_line (article, NULL);
      return;
    }

  template = quoth_wikipedia_dup_template (article, NULL);
  self->built_in[QUOTH_PART_NOTE] = quoth_wikipedia_dup_note (article, quote);
  self->built_in[QUOTH_PART_IN_TEXT] = quoth_wikipedia_dup_ref (article, quote);
  self->built_in[QUOTH_PART_ENTRY] = g_strdup_printf ("* %s", template);
}

static void
fill_speakers (QuothCiting      *self,
               QuothArticle        *article,
               QuothQuote          *quote,
               const QuothStyleUse *style)
{
  const QuothSpeakerForm *form = style->rules != NULL ? &style->rules->speakers
                                                      : quoth_quoted_in_get_plain_form ();
  QuothSpeakerForm in_text = quoth_quoted_in_get_text_form (style->rules);

  self->speakers = quoth_speaker_phrase_dup (article, quote, form);
  self->speakers_in_text = quoth_speaker_phrase_dup (article, quote, &in_text);
  if (self->speakers != NULL && style->rules != NULL)
    self->wording = quoth_quoted_in_get_wording (style->rules, article, quote);
}

/**
 * quoth_citing_new:
 * @article: what is cited
 * @quote: (nullable): the quotation in it
 * @style: the style that it is to be cited in, now and later
 *
 * Returns: (transfer full): all that citing needs of them
 */
QuothCiting *
quoth_citing_new (QuothArticle        *article,
                     QuothQuote          *quote,
                     const QuothStyleUse *style)
{
  g_autoptr (QuothCitationFacts) facts = NULL;
  QuothCiting *self;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_new0 (QuothCiting, 1);
  self->article_id = g_strdup (quoth_article_get_id (article));
  if (style->citer == NULL)
    {
      fill_built_in (self, article, quote, style);
      return self;
    }

  self->item = quoth_csl_item_dup_json (article, style->rules != NULL && style->rules->drops_the);
  if (quote == NULL)
    return self;
  facts = quoth_citation_facts_new (article, quote);
  self->page = g_strdup (facts->page);
  if (facts->paragraph != 0)
    self->paragraph = g_strdup_printf ("%u", facts->paragraph);
  fill_speakers (self, article, quote, style);

  return self;
}

void
quoth_citing_free (QuothCiting *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->article_id);
  g_free (self->item);
  g_free (self->speakers);
  g_free (self->speakers_in_text);
  g_free (self->page);
  g_free (self->paragraph);
  for (guint i = 0; i < QUOTH_N_PARTS; i++)
    g_free (self->built_in[i]);
  g_free (self);
}

/* A page where the style takes one, a paragraph where there is no page. */
static void
set_locator (QuothCiting      *self,
             const QuothQuotedIn *rules,
             QuothCiteParameters *parameters)
{
  if (rules == NULL)
    return;
  if (self->page != NULL)
    {
      parameters->locator = (rules->locate & QUOTH_LOCATE_PAGE) != 0 ? self->page : NULL;
      parameters->label = "page";
    }
  else if ((rules->locate & QUOTH_LOCATE_PARAGRAPH) != 0)
    {
      parameters->locator = self->paragraph;
      parameters->label = "paragraph";
    }
}

/* What the processor puts before the citation, within its brackets. */
static char *
dup_prefix (QuothCiting      *self,
            const QuothStyleUse *style)
{
  const QuothQuotedIn *rules = style->rules;

  if (self->speakers == NULL || rules == NULL)
    return NULL;

  switch (rules->in_text)
    {
    case QUOTH_IN_TEXT_NOTE:
      return g_strdup_printf ("%s%s%s ", self->speakers, rules->stop, self->wording);
    case QUOTH_IN_TEXT_INSIDE:
      return g_strdup_printf ("%s, %s ", self->speakers_in_text, self->wording);
    case QUOTH_IN_TEXT_BEFORE:
      return g_strdup_printf ("%s ", self->wording);
    case QUOTH_IN_TEXT_NUMBER:
    case QUOTH_IN_TEXT_BARE:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What stands before the citation outside its brackets. */
static char *
dup_lead (QuothCiting      *self,
          const QuothStyleUse *style)
{
  const QuothQuotedIn *rules = style->rules;

  if (self->speakers == NULL)
    return NULL;
  if (rules == NULL)
    return g_strdup_printf (style->notes ? "%s: " : "%s ", self->speakers_in_text);

  switch (rules->in_text)
    {
    case QUOTH_IN_TEXT_BEFORE:
      return g_strdup_printf ("%s ", self->speakers_in_text);
    case QUOTH_IN_TEXT_NUMBER:
      return g_strdup_printf ("%s, %s ", self->speakers_in_text, self->wording);
    case QUOTH_IN_TEXT_BARE:
      return g_strdup (self->speakers_in_text);
    case QUOTH_IN_TEXT_NOTE:
    case QUOTH_IN_TEXT_INSIDE:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What stands before the article's entry; @plain is for styles without a form of their own. */
static char *
dup_entry_lead (QuothCiting      *self,
                const QuothStyleUse *style)
{
  if (self->speakers == NULL)
    return NULL;
  if (style->rules == NULL)
    return g_strdup_printf ("%s: ", self->speakers);

  return g_strdup_printf ("%s%s%s ", self->speakers, style->rules->stop, self->wording);
}

/* Length of the number that an entry begins with in a list: "1. ", "[1] ". */
static gsize
find_number (const char          *entry,
             const QuothStyleUse *style)
{
  const char *p = entry;

  if (!style->numeric)
    return 0;
  p += strspn (p, "[(");
  if (!g_ascii_isdigit (*p))
    return 0;
  p += strspn (p, "0123456789");
  p += strspn (p, "])., ");

  return p - entry;
}

/* A note and an entry begin with a capital: "A spokeswoman for Saltby Port". */
static char *
dup_capitalised (const char *text)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* @number: how much of the text stays before the lead */
static char *
put_lead (const char *text,
          const char *lead,
          gsize       number)
{
  g_autofree char *before = g_strndup (text, number);

  return g_strconcat (before, lead != NULL ? lead : "", text + number, NULL);
}

static QuothCopy *
compose (const char *plain,
         const char *html,
         const char *lead)
{
  g_autofree char *escaped = lead != NULL ? quoth_html_escape (lead) : NULL;
  QuothCopy *copy = g_new0 (QuothCopy, 1);

  copy->plain = put_lead (plain, lead, 0);
  copy->html = put_lead (html, escaped, 0);

  return copy;
}

/* An entry alone has no number: there is no list to be numbered. */
static QuothCopy *
compose_note (QuothCiting      *self,
              const QuothStyleUse *style,
              QuothCited          *cited)
{
  g_autofree char *lead = NULL;
  g_autofree char *capital = NULL;

  if (style->notes || cited->entry == NULL)
    {
      lead = dup_lead (self, style);
      return compose (cited->citation, cited->citation_html, lead);
    }

  lead = dup_entry_lead (self, style);
  capital = lead != NULL ? dup_capitalised (lead) : NULL;
  return compose (cited->entry + find_number (cited->entry, style),
                  cited->entry_html + find_number (cited->entry_html, style), capital);
}

static QuothCopy *
compose_entry (QuothCiting      *self,
               const QuothStyleUse *style,
               QuothCited          *cited)
{
  g_autofree char *lead = NULL;
  g_autofree char *escaped = NULL;
  QuothCopy *copy = NULL;

  if (cited->entry == NULL)
    return copy_new (cited->citation, cited->citation_html);
  if (style->rules != NULL && style->rules->listed)
    lead = dup_entry_lead (self, style);
  escaped = lead != NULL ? quoth_html_escape (lead) : NULL;
  copy = g_new0 (QuothCopy, 1);
  copy->plain = put_lead (cited->entry, lead, find_number (cited->entry, style));
  copy->html = put_lead (cited->entry_html, escaped, find_number (cited->entry_html, style));

  return copy;
}

static QuothCopy *
compose_part (QuothCiting      *self,
              const QuothStyleUse *style,
              QuothPart            part,
              QuothCited          *cited)
{
  g_autofree char *lead = NULL;

  switch (part)
    {
    case QUOTH_PART_NOTE:
      return compose_note (self, style, cited);
    case QUOTH_PART_IN_TEXT:
      lead = dup_lead (self, style);
      return compose (cited->citation, cited->citation_html, lead);
    case QUOTH_PART_ENTRY:
      return compose_entry (self, style, cited);
    case QUOTH_N_PARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The same parameters for all parts: what was made for one is there for the others. */
static char *
fill_parameters (QuothCiting      *self,
                 const QuothStyleUse *style,
                 QuothCiteParameters *parameters)
{
  char *prefix = dup_prefix (self, style);

  set_locator (self, style->rules, parameters);
  if (prefix != NULL && style->notes)
    {
      char *capital = dup_capitalised (prefix);

      g_free (prefix);
      prefix = capital;
    }
  parameters->prefix = prefix;

  return prefix;
}

QuothCopy *
quoth_citing_recall (QuothCiting      *self,
                        const QuothStyleUse *style,
                        QuothPart            part)
{
  QuothCiteParameters parameters = { 0 };
  g_autofree char *prefix = NULL;
  g_autoptr (QuothCited) cited = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  if (style->citer == NULL)
    return copy_new (self->built_in[part], NULL);

  prefix = fill_parameters (self, style, &parameters);
  cited = quoth_citer_recall (style->citer, style->id, style->locale, self->item, &parameters);
  return cited != NULL ? compose_part (self, style, part, cited) : NULL;
}

/**
 * quoth_citing_cite:
 * @style: the one that the reference was made for
 * @part: what of the citation
 *
 * Blocking.
 *
 * Returns: (transfer full): the citation as plain text and as a fragment of HTML, or %NULL and
 *   @error
 */
QuothCopy *
quoth_citing_cite (QuothCiting       *self,
                      const QuothStyleUse  *style,
                      QuothPart             part,
                      GCancellable         *cancellable,
                      GError              **error)
{
  QuothCiteParameters parameters = { 0 };
  g_autofree char *prefix = NULL;
  g_autoptr (QuothCited) cited = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  if (style->citer == NULL)
    return copy_new (self->built_in[part], NULL);

  prefix = fill_parameters (self, style, &parameters);
  cited = quoth_citer_cite (style->citer, style->id, style->locale, self->item, &parameters,
                            cancellable, error);
  return cited != NULL ? compose_part (self, style, part, cited) : NULL;
}

/* Each article once; where the list names speakers, each article once for each of them. */
static GPtrArray *
pick_different (GPtrArray           *references,
                const QuothStyleUse *style)
{
  gboolean by_speaker = style->rules != NULL && style->rules->listed;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *different = g_ptr_array_new ();

  for (guint i = 0; i < references->len; i++)
    {
      QuothCiting *reference = g_ptr_array_index (references, i);
      const char *speakers = by_speaker && reference->speakers != NULL ? reference->speakers : "";

      if (g_hash_table_add (seen, g_strdup_printf ("%s\n%s", reference->article_id, speakers)))
        g_ptr_array_add (different, reference);
    }

  return different;
}

static int
compare_built_in (gconstpointer a,
                  gconstpointer b)
{
  const QuothCiting *one = *(const QuothCiting **) a;
  const QuothCiting *other = *(const QuothCiting **) b;

  return g_utf8_collate (one->built_in[QUOTH_PART_ENTRY], other->built_in[QUOTH_PART_ENTRY]);
}

static GPtrArray *
list_built_in (GPtrArray *references)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_copy_free);

  g_ptr_array_sort (references, compare_built_in);
  for (guint i = 0; i < references->len; i++)
    {
      QuothCiting *reference = g_ptr_array_index (references, i);

      g_ptr_array_add (list, copy_new (reference->built_in[QUOTH_PART_ENTRY], NULL));
    }

  return list;
}

GPtrArray *
quoth_citing_list (GPtrArray            *references,
                      const QuothStyleUse  *style,
                      GCancellable         *cancellable,
                      GError              **error)
{
  g_autoptr (GPtrArray) different = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *list = NULL;

  g_return_val_if_fail (references != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  different = pick_different (references, style);
  if (style->citer == NULL)
    return list_built_in (different);

  items = g_ptr_array_new ();
  for (guint i = 0; i < different->len; i++)
    g_ptr_array_add (items, ((QuothCiting *) g_ptr_array_index (different, i))->item);
  g_ptr_array_add (items, NULL);
  entries = quoth_citer_bibliography (style->citer, style->id, style->locale,
                                      (const char *const *) items->pdata, cancellable, error);
  if (entries == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_copy_free);
  for (guint i = 0; i < entries->len; i++)
    {
      QuothCited *cited = g_ptr_array_index (entries, i);

      g_ptr_array_add (list,
                       compose_entry (g_ptr_array_index (different, cited->index), style, cited));
    }

  return list;
}
