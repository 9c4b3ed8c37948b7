#include "quoth-html-class.h"

#include <string.h>

/* What the names that people give their elements say about them. General words only: no site's
 * own. */

/* Longer texts are prose, whatever their element is called */
#define MAX_SHORT_CHARS 200
#define MAX_NAMING_ID 30

typedef enum
{
  PATTERN_UNLIKELY,
  PATTERN_MAYBE,
  PATTERN_POSITIVE,
  PATTERN_NEGATIVE,
  PATTERN_SHARE,
  PATTERN_BYLINE,
  PATTERN_BODY,
  PATTERN_FURNITURE,
  PATTERN_MAYBE_FURNITURE,
  PATTERN_HIDING_STYLE,
  PATTERN_SUBSCRIBER,
  PATTERN_CONSENT,
  PATTERN_COMMENT,
  PATTERN_STANDFIRST,
  PATTERN_CAPTION,
  PATTERN_DATE,
  PATTERN_AUTHOR_LINK,
  N_PATTERNS
} Pattern;

static const char *const sources[N_PATTERNS] = {
  [PATTERN_UNLIKELY] =
    "-ad-|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|"
    "menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|"
    "agegate|pagination|pager|popup|ai2html|cookie|consent|onetrust|optanon|newsletter|paywall",
  [PATTERN_MAYBE] = "and|article|body|column|content|main|shadow|mathjax",
  [PATTERN_POSITIVE] =
    "article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
  [PATTERN_NEGATIVE] =
    "-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|"
    "meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget",
  [PATTERN_SHARE] = "(?:\\b|_)(?:share|sharedaddy)(?:\\b|_)",
  [PATTERN_BYLINE] = "byline|author|dateline|writtenby|p-author|reader-credits",
  [PATTERN_BODY] =
    "(?:^|[\\s_-])(?:article|story|post|entry|page|news|main|body)[_-]*"
    "(?:body|content|text|copy|main)(?:$|[\\s_-])|^(?:article|story)$|articlebody|storybody",
  [PATTERN_FURNITURE] =
    "(?:^|[\\s_-])(?:related|newsletters?|recirc\\w*|recommend\\w*|more-?(?:stories|from|news|on)|"
    "also-?(?:like|read|see)|most-?(?:read|popular|viewed)|promos?|promotions?|"
    "sign-?up|subscri(?:be|ption)|share|sharing|social|toolbar|comments?|disqus|"
    "breadcrumbs?|advert\\w*|ads?|sponsor\\w*|outbrain|taboola|cookies?|paywall|"
    "author-?(?:bio|box|info|card)|cta|print-?only|visually-hidden|"
    "sr-only|screen-reader-text|skip-?link|copyright|jump-?to|pagination|"
    "timestamp|pub-?date)(?:$|[\\s_-])|relatedarticles|newsletter|read-?next|up-?next",
  [PATTERN_MAYBE_FURNITURE] =
    "(?:^|[\\s_-])(?:read-?more|trending|popular|tags?|tag-?list|topics|teasers?|credits?|"
    "navigation|nav|byline|dateline)(?:$|[\\s_-])",
  [PATTERN_CONSENT] = "consent|privacy-?_?(?:modal|banner|pref)|onetrust|optanon|gdpr|"
                      "cookie-?_?(?:banner|notice|bar|policy|law|list|settings|preferences|pop)",
  [PATTERN_COMMENT] = "(?:^|[\\s_-])comments?(?:$|[\\s_-])|comment-?list|disqus",
  [PATTERN_STANDFIRST] =
    "(?:^|[\\s_-])(?:stand-?first|dek|deck|sub-?title|sub-?head(?:line)?|strap-?line|lede|"
    "(?:article|story|post|entry|content)[_-]*(?:summary|intro|description|dek|excerpt|lead|subtitle))"
    "(?:$|[\\s_-])|articlesummary|articledek|subheadline",
  [PATTERN_CAPTION] = "(?:^|[\\s_-])caption(?:$|[\\s_-]|text)|figcaption",
  [PATTERN_DATE] = "date|time|byline|publish|posted",
  [PATTERN_AUTHOR_LINK] =
    "/(?:authors?|by|staff|people|person|profiles?|contributors?|writers?|reporters?|"
    "journalists?|columnists?)/[^/]",
  [PATTERN_HIDING_STYLE] = "display\\s*:\\s*none|visibility\\s*:\\s*hidden",
  [PATTERN_SUBSCRIBER] =
    "(?:subscri\\w*|premium|paid|members?)[_-]?(?:only|content|body|text)?(?:$|\\s)",
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
  return text != NULL && *text != '\0' && g_regex_match (regexes[pattern], text, 0, NULL);
}

static gboolean
class_or_id_matches (const QuothHtmlNode *node,
                     Pattern              pattern)
{
  return node->n_attributes > 0
         && (matches (pattern, quoth_html_node_get (node, "class"))
             || matches (pattern, quoth_html_node_get (node, "id")));
}

/* Leaves out the ids that are made of a heading's words */
static gboolean
class_or_short_id_matches (const QuothHtmlNode *node,
                           Pattern              pattern)
{
  const char *id = quoth_html_node_get (node, "id");

  return matches (pattern, quoth_html_node_get (node, "class"))
         || (id != NULL && strlen (id) <= MAX_NAMING_ID && matches (pattern, id));
}

/**
 * quoth_html_is_hidden:
 *
 * Returns: whether a browser without scripts shows nothing of an element
 */
gboolean
quoth_html_is_hidden (const QuothHtmlNode *node)
{
  const char *hidden;

  switch ((int) node->tag)
    {
    case QUOTH_TAG_TEMPLATE: case QUOTH_TAG_NOSCRIPT: case QUOTH_TAG_HEAD: case QUOTH_TAG_TITLE:
    case QUOTH_TAG_DATALIST:
      return TRUE;
    default:
      break;
    }
  if (node->n_attributes == 0)
    return FALSE;
  /* the rest of an article that a script shows to those who may read it */
  if (matches (PATTERN_SUBSCRIBER, quoth_html_node_get (node, "class")))
    return FALSE;
  hidden = quoth_html_node_get (node, "aria-hidden");
  return quoth_html_node_get (node, "hidden") != NULL
         || matches (PATTERN_HIDING_STYLE, quoth_html_node_get (node, "style"))
         || (hidden != NULL && g_str_equal (hidden, "true"))
         || (quoth_html_node_has (node, "aria-modal", "true")
             && quoth_html_node_has (node, "role", "dialog"));
}

/* Whether an element by its names is beside the article rather than of it */
gboolean
quoth_html_is_unlikely (const QuothHtmlNode *node)
{
  static const char *const roles[] = {
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
  };

  if (node->n_attributes == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (quoth_html_node_has (node, "role", roles[i]))
      return TRUE;
  return class_or_id_matches (node, PATTERN_UNLIKELY) && !class_or_id_matches (node, PATTERN_MAYBE);
}

/* Whether an element that stands inside an article, and is counted, is not of its text */
gboolean
quoth_html_is_furniture (const QuothHtmlNode *node)
{
  if (node->n_attributes == 0)
    return FALSE;
  if (class_or_short_id_matches (node, PATTERN_FURNITURE))
    return TRUE;
  return (node->sums->n_chars < MAX_SHORT_CHARS || quoth_html_node_link_density (node) > 0.3)
         && class_or_short_id_matches (node, PATTERN_MAYBE_FURNITURE);
}

/* Whether an element is called the article's text */
gboolean
quoth_html_is_body_class (const QuothHtmlNode *node)
{
  return quoth_html_node_has (node, "itemprop", "articleBody")
         || class_or_id_matches (node, PATTERN_BODY);
}

/* Whether an element holds what stands between headline and text */
gboolean
quoth_html_is_standfirst (const QuothHtmlNode *node)
{
  return node->n_attributes > 0
         && (matches (PATTERN_STANDFIRST, quoth_html_node_get (node, "class"))
             || quoth_html_node_has (node, "itemprop", "alternativeHeadline"));
}

gboolean
quoth_html_is_caption (const QuothHtmlNode *node)
{
  return node->tag == QUOTH_TAG_FIGCAPTION || node->tag == QUOTH_TAG_CAPTION
         || (node->n_attributes > 0
             && matches (PATTERN_CAPTION, quoth_html_node_get (node, "class")));
}

/* Whether an element is there to show a date */
gboolean
quoth_html_is_date (const QuothHtmlNode *node)
{
  return node->tag == QUOTH_TAG_TIME
         || (node->n_attributes > 0
             && (quoth_html_node_has (node, "itemprop", "datePublished")
                 || matches (PATTERN_DATE, quoth_html_node_get (node, "class"))));
}

/* Whether an element links to a page about an author */
gboolean
quoth_html_is_author_link (const QuothHtmlNode *node)
{
  return node->tag == QUOTH_TAG_A
         && matches (PATTERN_AUTHOR_LINK, quoth_html_node_get (node, "href"));
}

/* Whether an element asks for consent to cookies */
gboolean
quoth_html_is_consent (const QuothHtmlNode *node)
{
  return class_or_id_matches (node, PATTERN_CONSENT);
}

/* Whether an element is a reader's comment, or all of them */
gboolean
quoth_html_is_comment (const QuothHtmlNode *node)
{
  return class_or_id_matches (node, PATTERN_COMMENT);
}

gboolean
quoth_html_is_share (const QuothHtmlNode *node)
{
  return class_or_id_matches (node, PATTERN_SHARE);
}

gboolean
quoth_html_is_byline (const QuothHtmlNode *node)
{
  const char *itemprop;

  if (node->n_attributes == 0)
    return FALSE;
  itemprop = quoth_html_node_get (node, "itemprop");
  return quoth_html_node_has (node, "rel", "author")
         || (itemprop != NULL && strstr (itemprop, "author") != NULL)
         || class_or_id_matches (node, PATTERN_BYLINE);
}

int
quoth_html_class_weight (const QuothHtmlNode *node)
{
  static const char *const attributes[] = { "class", "id" };
  int weight = 0;

  if (node->n_attributes == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = quoth_html_node_get (node, attributes[i]);

      if (matches (PATTERN_NEGATIVE, value))
        weight -= 25;
      if (matches (PATTERN_POSITIVE, value))
        weight += 25;
    }
  return weight;
}

/* Whether an element starts on a line of its own */
gboolean
quoth_html_is_block (QuothHtmlTag tag)
{
  switch ((int) tag)
    {
    case QUOTH_TAG_ADDRESS: case QUOTH_TAG_ARTICLE: case QUOTH_TAG_ASIDE: case QUOTH_TAG_BLOCKQUOTE:
    case QUOTH_TAG_BODY:
    case QUOTH_TAG_CAPTION: case QUOTH_TAG_CENTER: case QUOTH_TAG_DD: case QUOTH_TAG_DETAILS:
    case QUOTH_TAG_DIV:
    case QUOTH_TAG_DL: case QUOTH_TAG_DT: case QUOTH_TAG_FIELDSET: case QUOTH_TAG_FIGCAPTION:
    case QUOTH_TAG_FIGURE:
    case QUOTH_TAG_FOOTER: case QUOTH_TAG_FORM: case QUOTH_TAG_H1: case QUOTH_TAG_H2:
    case QUOTH_TAG_H3: case QUOTH_TAG_H4:
    case QUOTH_TAG_H5: case QUOTH_TAG_H6: case QUOTH_TAG_HEADER: case QUOTH_TAG_HGROUP:
    case QUOTH_TAG_HR:
    case QUOTH_TAG_HTML: case QUOTH_TAG_LEGEND: case QUOTH_TAG_LI: case QUOTH_TAG_MAIN:
    case QUOTH_TAG_MENU:
    case QUOTH_TAG_NAV: case QUOTH_TAG_OL: case QUOTH_TAG_P: case QUOTH_TAG_PRE:
    case QUOTH_TAG_SECTION:
    case QUOTH_TAG_SUMMARY: case QUOTH_TAG_TABLE: case QUOTH_TAG_TBODY: case QUOTH_TAG_TD:
    case QUOTH_TAG_TFOOT:
    case QUOTH_TAG_TH: case QUOTH_TAG_THEAD: case QUOTH_TAG_TR: case QUOTH_TAG_UL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a node runs along in a line of text */
gboolean
quoth_html_is_inline (const QuothHtmlNode *node)
{
  switch ((int) node->tag)
    {
    case QUOTH_TAG_TEXT: case QUOTH_TAG_ABBR: case QUOTH_TAG_AUDIO: case QUOTH_TAG_B:
    case QUOTH_TAG_BR:
    case QUOTH_TAG_BUTTON: case QUOTH_TAG_CITE: case QUOTH_TAG_CODE: case QUOTH_TAG_DATALIST:
    case QUOTH_TAG_EM:
    case QUOTH_TAG_EMBED: case QUOTH_TAG_FONT: case QUOTH_TAG_I: case QUOTH_TAG_IMG:
    case QUOTH_TAG_INPUT:
    case QUOTH_TAG_LABEL: case QUOTH_TAG_MATH: case QUOTH_TAG_NOSCRIPT: case QUOTH_TAG_OBJECT:
    case QUOTH_TAG_Q:
    case QUOTH_TAG_S: case QUOTH_TAG_SELECT: case QUOTH_TAG_SMALL: case QUOTH_TAG_SPAN:
    case QUOTH_TAG_STRONG:
    case QUOTH_TAG_SUB: case QUOTH_TAG_SUP: case QUOTH_TAG_SVG: case QUOTH_TAG_TEXTAREA:
    case QUOTH_TAG_TIME:
    case QUOTH_TAG_U: case QUOTH_TAG_WBR:
      return TRUE;
    case QUOTH_TAG_A: case QUOTH_TAG_OTHER:
      /* as their content is */
      for (const QuothHtmlNode *child = node->first; child != NULL; child = child->next)
        if (!quoth_html_is_inline (child))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}
