#include "quoth-html-lines.h"

#include "quoth-byline.h"
#include "quoth-date.h"

#include <string.h>

/*
 * Tells the lines that stand in an article's element and are none of its text by what they say and
 * where they stand: labels of advertisements and buttons, dates, credits, teasers, requests to
 * subscribe.
 */

/* How many lines from the start and the end are its edges */
#define HEAD_LINES 6
#define TAIL_LINES 6

/* How often a page has a paragraph, of that many bytes, at most; made-up pages to try a layout with
 * repeat theirs a few times */
#define MAX_TIMES 12
#define MIN_REPEATED 80

typedef enum
{
  PATTERN_LABEL,    /* anywhere, the whole line */
  PATTERN_REQUEST,  /* anywhere, a short line */
  PATTERN_TEASER,   /* anywhere, where the rest is a link */
  PATTERN_STAMP,    /* at the start and the end */
  PATTERN_CLOSING,  /* at the end */
  PATTERN_CREDIT,   /* of a picture */
  PATTERN_SHELF,    /* a heading over links to other articles */
  N_PATTERNS
} Pattern;

static const char *const sources[N_PATTERNS] = {
  [PATTERN_LABEL] =
    "^\\W*(?:advert(?:isement|isment|s|ising)?|anzeige|werbung|iklan|publicidad|publicidade|publicité|pubblicità|реклама|"
    "sponsored(?: content)?|promoted(?: content)?|(?:(?:advertisement\\W*)?(?:article|story|page|post)?\\s*continues?"
    "(?: reading)? below.*)|continue reading.*|scroll to continue.*|"
    "share|share (?:this|on|via).{0,40}|tweet|submit|email|e-mail|print|pin|pin it|save|facebook|twitter|linkedin|whatsapp|"
    "reddit|copy link|link copied|(?:share|tweet|submit|email|print|pin|save)(?: (?:share|tweet|submit|email|print|pin|save))+|"
    "close|caption|loading|subtitles|play|pause|mute|settings|comments?|\\d+ comments?|(?:post|leave|add|view|show|join) "
    "(?:a |the |all )?comments?.{0,12}|tags?|categories|filed under.*|topics|subscribe(?: now)?|sign ?up|sign in|log ?in|"
    "register|follow|image \\d+ ?(?:of|/)? ?\\d+|\\d+ (?:of|/) \\d+|enlarge(?: image)?|(?:read|show|see|load|learn|view|find out) "
    "more|related|related (?:posts?|news|content|articles?|stories|searches|topics|coverage|links?|reading|video)|more coverage|"
    "more (?:stories|news)|recommended(?: reading| for you| stories)?|you (?:might|may) (?:also )?(?:like|be interested in)|"
    "featured stories|recent articles|recent posts|popular (?:this week|now|stories|in the community)|trending(?: now| pages)?|"
    "editor['’]?s['’]? picks?|top stories|most (?:read|popular|viewed)|don['’]t miss|must (?:watch|read)|table of contents|"
    "jump to.{0,20}|skip to.{0,20}|back to top|buy now|shop now|new(?:s)?letter|leggi anche|leia (?:também|mais)|lea también|"
    "lire aussi|lees ook|lesen sie auch|читайте также|staff reports?|see more photos.*|full screen|1 minute read|"
    "\\d+ min(?:ute)?s? (?:read|ago).*|.{0,10}\\d+ (?:hours?|days?|weeks?|months?) ago)\\W*$",
  [PATTERN_REQUEST] =
    "\\b(?:sign[- ]?up|subscribe|register)\\b.{0,80}\\b(?:newsletter|inbox|e?-?mail|alerts?|updates|free|today|daily|weekly)\\b|"
    "\\b(?:newsletter|stories|news)\\b.{0,60}\\b(?:delivered|straight|sent)\\b.{0,40}\\binbox|\\byour inbox\\b.{0,60}$|"
    "^click here\\b|\\bclick here (?:to|for)\\b|^(?:please )?(?:follow|like|join|find|connect with) .{0,60}\\bon (?:twitter|"
    "instagram|facebook|x|youtube|linkedin|tiktok|whatsapp|telegram)\\b|"
    "\\b(?:we|site|media|page)\\b.{0,60}\\bmay (?:earn|receive|get|collect)\\b.{0,60}\\b(?:commission|compensation|share of sales)|"
    "^if you (?:purchase|buy)\\b.{0,120}\\bcommission|requires javascript|enable javascript|"
    "\\benter (?:a )?valid e-?mail|already a (?:subscriber|member)|^thanks? (?:you )?for (?:reading|subscribing|signing up)|"
    "^subscribe to\\b|^support (?:our|us|independent)\\b|\\b(?:your|make a) (?:contribution|donation)\\b|"
    "create (?:an|your) (?:free )?account|^\\(mobile users|^our standards:|^like this story\\?|^download (?:the|our) .{0,40}\\bapp\\b|"
    "^get (?:the|our) .{0,40}\\bapp\\b|we use cookies|privacy policy|terms of (?:use|service)",
  [PATTERN_TEASER] =
    "^\\W*(?:related|more|read(?: more| also| next| the| our)?|also(?: read| see)?|see(?: also| more)?|next|watch(?: now)?|"
    "must watch|recommended|leggi anche|leia (?:também|mais)|lesen sie auch|lire aussi|lea también|lees ook|"
    "читайте также|editor['’]s picks?|don['’]t miss|up next|listen|photos?|video|gallery|click)\\b",
  [PATTERN_STAMP] =
    "^\\W*(?:(?:first |originally |last )?(?:published|updated|posted|modified)\\b|by\\W*$|\\d+ (?:min|hour|day|week)|"
    "tempo de leitura|reading time)",
  [PATTERN_CLOSING] =
    "^\\W*(?:(?:additional )?(?:reporting|editing|writing|translation|compiled) by\\b|contributing\\b|"
    "(?:associated press|ap|reuters)(?: \\w+)? writers?\\b|follow\\b.{0,80}(?:@|https?:|\\bat\\b)|contact\\b.{0,80}@|source:|"
    "sources?\\W+news agencies|copyright\\b|©|\\(c\\)|all rights reserved|more information:|citation:|"
    "this (?:document|material|article) (?:is subject to|may not be|was (?:first|originally) published)|editor['’]s note:?\\s*this)|"
    "\\bcontributed (?:reporting|to this (?:report|story|article|piece))\\b|\\b(?:may|can) be reached (?:at|on)\\b|"
    "\\ball rights reserved\\b|\\bfollow (?:him|her|them|us|me)\\b.{0,60}\\b(?:on|at)\\b|@[\\w-]+\\.(?:com|org|net|co\\.uk)\\b",
  [PATTERN_SHELF] =
    "^\\W*(?:more\\b|recommended\\b|related\\b|read (?:more|next|also)|editors?['’]?s?['’]? (?:picks?|recommendations)|"
    "(?:you )?(?:may|might) also|also (?:on|in|read|see)|most (?:read|popular)|popular\\b|trending\\b|latest\\b|top\\b|don['’]t miss|"
    "see also|next up|previously|keep reading|further reading|explore\\b|in this (?:series|story)|what (?:else )?to read).{0,50}$",
  [PATTERN_CREDIT] =
    "^\\W*(?:image|images|photo|photos|picture|pictures|photograph|credit|foto|фото|bild|courtesy)(?: ?(?:credit|by|courtesy|via|from))?"
    "\\s*[:©/].{0,100}$|^\\W*(?:photo|image|picture|photograph)s? (?:by|courtesy|via|from)\\b.{0,80}$|"
    "^.{0,80}(?:/|via |/ ?)?(?:getty images|shutterstock|ap photo|afp|reuters|istock|alamy|unsplash|pixabay)(?:\\)|$)|"
    "\\([^()]{0,100}(?:getty images|shutterstock|ap photo|afp|reuters|istock|alamy|via ap|photo by|photo:|image credit)[^()]{0,80}\\)$|"
    "^\\W{0,2}\\((?:[^)]{3,60}(?:/|photo|times|post|images?|courtesy|via)[^)]{0,60})\\)$",
};

static gboolean
matches (Pattern     pattern,
         const char *text)
{
  static gsize ready = 0;
  static GRegex *regexes[N_PATTERNS];

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < N_PATTERNS; i++)
        {
          regexes[i] = g_regex_new (sources[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
          g_assert (regexes[i] != NULL);
        }
      g_once_init_leave (&ready, 1);
    }
  return g_regex_match (regexes[pattern], text, 0, NULL);
}

QuothHtmlLine *
quoth_html_line_new (const char     *text,
                     QuothBlockKind  kind,
                     double          link_share)
{
  QuothHtmlLine *self = g_new0 (QuothHtmlLine, 1);

  self->text = g_strstrip (g_strdup (text));
  self->kind = kind;
  self->link_share = link_share;
  return self;
}

void
quoth_html_line_free (QuothHtmlLine *self)
{
  g_free (self->text);
  g_free (self);
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
is_upper_case (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_islower (c))
        return FALSE;
      n += g_unichar_isupper (c);
    }
  return n > 3;
}

/* Whether a line is a date and little else */
static gboolean
is_date_line (const char *text)
{
  gsize start, end;
  g_autofree char *iso = NULL;
  gsize length = strlen (text);

  return length < 80 && quoth_date_find (text, &start, &end, &iso) && end - start + 30 > length
         && strlen (iso) >= 7 && start < 30;
}

static gboolean
is_furniture (const QuothHtmlLine *line,
              guint                index,
              guint                n_lines)
{
  gsize length = strlen (line->text);
  gboolean at_start = index < HEAD_LINES;
  gboolean at_end = index + TAIL_LINES >= n_lines;

  if (!has_letters (line->text))
    return TRUE;
  if (length < 80 && matches (PATTERN_LABEL, line->text))
    return TRUE;
  if (length < 320 && line->kind != QUOTH_BLOCK_BLOCK_QUOTATION
      && matches (PATTERN_REQUEST, line->text))
    return TRUE;
  if (line->link_share > 0.5 && length < 300 && matches (PATTERN_TEASER, line->text))
    return TRUE;
  if (line->link_share > 0.9 && line->kind != QUOTH_BLOCK_LIST_ITEM && is_upper_case (line->text))
    return TRUE;
  if (index < 2 && line->kind == QUOTH_BLOCK_PARAGRAPH && line->link_share > 0.9
      && strchr (line->text, '\n') != NULL)
    return TRUE;
  if ((at_start || at_end) && length < 120
      && (is_date_line (line->text) || matches (PATTERN_STAMP, line->text)
          || quoth_byline_is_one (line->text)))
    return TRUE;
  return at_end && index > 2 && length < 500 && matches (PATTERN_CLOSING, line->text);
}

static gboolean
is_equal (const char *text,
          const char *other)
{
  return other != NULL && g_ascii_strcasecmp (text, other) == 0;
}

static gboolean
is_link_line (const QuothHtmlLine *line)
{
  return line->link_share > 0.8 && strlen (line->text) < 200;
}

/* Marks headings like "More from us" and the links below them, if there are two or more. */
static void
mark_shelves (GPtrArray *lines)
{
  for (guint i = 0; i + 2 < lines->len; i++)
    {
      QuothHtmlLine *line = g_ptr_array_index (lines, i);
      guint end = i + 1;

      if (strlen (line->text) > 60 || !matches (PATTERN_SHELF, line->text))
        continue;
      while (end < lines->len && is_link_line (g_ptr_array_index (lines, end)))
        end++;
      if (end - i < 3)
        continue;
      for (; i < end; i++)
        ((QuothHtmlLine *) g_ptr_array_index (lines, i))->kind = QUOTH_BLOCK_FURNITURE;
      i--;
    }
}

/* Marks the way to the page, shown above its title: "Home", "News", "Courts". */
static void
mark_breadcrumbs (GPtrArray *lines)
{
  guint n = 0;

  while (n < lines->len && is_link_line (g_ptr_array_index (lines, n))
         && ((QuothHtmlLine *) g_ptr_array_index (lines, n))->kind == QUOTH_BLOCK_LIST_ITEM
         && strlen (((QuothHtmlLine *) g_ptr_array_index (lines, n))->text) < 40)
    n++;
  for (guint i = 0; n < HEAD_LINES && i < n; i++)
    ((QuothHtmlLine *) g_ptr_array_index (lines, i))->kind = QUOTH_BLOCK_FURNITURE;
}

/* Marks paragraphs that the page has over and over, which nobody writes but programs do: notes below
 * each entry of a list, or the same text in a loop, of which a file of megabytes may consist. */
static void
mark_repetitions (GPtrArray *lines)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      QuothHtmlLine *line = g_ptr_array_index (lines, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->text)) + 1;

      if (line->kind != QUOTH_BLOCK_PARAGRAPH || strlen (line->text) < MIN_REPEATED)
        continue;
      g_hash_table_insert (counts, line->text, GUINT_TO_POINTER (n));
      if (n > MAX_TIMES)
        line->kind = QUOTH_BLOCK_FURNITURE;
    }
}

/**
 * quoth_html_lines_classify:
 * @lines: (element-type QuothHtmlLine): of the article's element, in order
 * @title: (nullable): the article's
 * @standfirst: (nullable): the article's, which is written apart
 *
 * Marks the lines that are not the article's text as furniture, and credits of pictures as
 * captions.
 */
void
quoth_html_lines_classify (GPtrArray  *lines,
                           const char *title,
                           const char *standfirst)
{
  mark_shelves (lines);
  mark_breadcrumbs (lines);
  mark_repetitions (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      QuothHtmlLine *line = g_ptr_array_index (lines, i);

      if (line->kind == QUOTH_BLOCK_FURNITURE || is_furniture (line, i, lines->len)
          || (i < HEAD_LINES
              && (is_equal (line->text, title) || is_equal (line->text, standfirst))))
        line->kind = QUOTH_BLOCK_FURNITURE;
      else if (line->kind == QUOTH_BLOCK_PARAGRAPH && strlen (line->text) < 400
               && matches (PATTERN_CREDIT, line->text))
        line->kind = QUOTH_BLOCK_CAPTION;
    }
}
