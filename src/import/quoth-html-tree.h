#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The elements that anything here asks for; all others are QUOTH_TAG_OTHER. Sorted by name. */
#define QUOTH_HTML_TAGS(TAG)                                                                                   \
  TAG (A, a) TAG (ABBR, abbr) TAG (ADDRESS, address) TAG (AREA, area) TAG (ARTICLE, article)                   \
  TAG (ASIDE, aside) TAG (AUDIO, audio) TAG (B, b) TAG (BASE, base) TAG (BLOCKQUOTE, blockquote)               \
  TAG (BODY, body) TAG (BR, br) TAG (BUTTON, button) TAG (CANVAS, canvas) TAG (CAPTION, caption)               \
  TAG (CENTER, center) TAG (CITE, cite) TAG (CODE, code) TAG (COL, col) TAG (DATALIST, datalist)               \
  TAG (DD, dd) TAG (DETAILS, details) TAG (DIALOG, dialog) TAG (DIV, div) TAG (DL, dl) TAG (DT, dt)            \
  TAG (EM, em) TAG (EMBED, embed) TAG (FIELDSET, fieldset) TAG (FIGCAPTION, figcaption)                        \
  TAG (FIGURE, figure) TAG (FONT, font) TAG (FOOTER, footer) TAG (FORM, form) TAG (FRAME, frame)               \
  TAG (FRAMESET, frameset) TAG (H1, h1) TAG (H2, h2) TAG (H3, h3) TAG (H4, h4) TAG (H5, h5)                    \
  TAG (H6, h6) TAG (HEAD, head) TAG (HEADER, header) TAG (HGROUP, hgroup) TAG (HR, hr) TAG (HTML, html)        \
  TAG (I, i) TAG (IFRAME, iframe) TAG (IMG, img) TAG (INPUT, input) TAG (LABEL, label)                         \
  TAG (LEGEND, legend) TAG (LI, li) TAG (LINK, link) TAG (MAIN, main) TAG (MATH, math) TAG (MENU, menu)        \
  TAG (META, meta) TAG (NAV, nav) TAG (NOSCRIPT, noscript) TAG (OBJECT, object) TAG (OL, ol)                   \
  TAG (OPTION, option) TAG (P, p) TAG (PARAM, param) TAG (PICTURE, picture) TAG (PRE, pre) TAG (Q, q)          \
  TAG (S, s) TAG (SECTION, section) TAG (SELECT, select) TAG (SMALL, small) TAG (SOURCE, source)               \
  TAG (SPAN, span) TAG (STRONG, strong) TAG (SUB, sub) TAG (SUMMARY, summary) TAG (SUP, sup)                   \
  TAG (SVG, svg) TAG (TABLE, table) TAG (TBODY, tbody) TAG (TD, td) TAG (TEMPLATE, template)                   \
  TAG (TEXTAREA, textarea) TAG (TFOOT, tfoot) TAG (TH, th) TAG (THEAD, thead) TAG (TIME, time)                 \
  TAG (TITLE, title) TAG (TR, tr) TAG (TRACK, track) TAG (U, u) TAG (UL, ul) TAG (VIDEO, video)                \
  TAG (WBR, wbr)

typedef enum
{
  QUOTH_TAG_TEXT,
  QUOTH_TAG_OTHER,
#define TAG(upper, lower) QUOTH_TAG_##upper,
  QUOTH_HTML_TAGS (TAG)
#undef TAG
  QUOTH_N_TAGS,
} QuothHtmlTag;

typedef struct
{
  const char *name;
  const char *value;
} QuothHtmlAttribute;

/**
 * QuothHtmlSums:
 *
 * What a part of the page holds, itself included. Characters count a run of white space as one.
 */
typedef struct
{
  guint32 n_chars;
  guint32 n_link_chars;   /* a link within the page counts for less */
  guint32 n_commas;
  guint32 n_paragraphs;
  guint32 n_images;
  guint32 n_items;
  guint32 n_inputs;
  guint32 n_embeds;
  guint32 n_heading_chars;
  guint32 n_list_chars;
  guint32 n_text_chars;   /* in paragraphs, spans, cells and the like */
} QuothHtmlSums;

typedef struct _QuothHtmlNode QuothHtmlNode;

/**
 * QuothHtmlNode:
 * @text: of a text node; not ended by a NUL
 *
 * An element or a text of a page. The tree owns it; taking it out of the tree does not free it.
 */
struct _QuothHtmlNode
{
  QuothHtmlNode            *parent;
  QuothHtmlNode            *first;
  QuothHtmlNode            *last;
  QuothHtmlNode            *next;
  QuothHtmlNode            *previous;
  const char               *text;
  const QuothHtmlAttribute *attributes;
  const QuothHtmlSums      *sums;     /* NULL until counted */
  float                     score;
  guint32                   length;
  guint16                   n_attributes;
  guint8                    tag;      /* QuothHtmlTag */
  guint8                    flags;    /* QuothHtmlFlags */
};

typedef enum
{
  QUOTH_HTML_SCORED     = 1 << 0,
  QUOTH_HTML_DATA_TABLE = 1 << 1,
  QUOTH_HTML_HIDDEN     = 1 << 2,
} QuothHtmlFlags;

typedef struct _QuothHtmlTree QuothHtmlTree;

QuothHtmlTree *quoth_html_tree_new       (const char          *source,
                                          gsize                length);
void           quoth_html_tree_free      (QuothHtmlTree       *self);
QuothHtmlNode *quoth_html_tree_get_root  (QuothHtmlTree       *self);
QuothHtmlNode *quoth_html_tree_find      (QuothHtmlTree       *self,
                                          QuothHtmlTag         tag);
QuothHtmlNode *quoth_html_tree_add       (QuothHtmlTree       *self,
                                          QuothHtmlTag         tag);
void           quoth_html_tree_count     (QuothHtmlTree       *self,
                                          QuothHtmlNode       *top);

const char    *quoth_html_node_get       (const QuothHtmlNode *self,
                                          const char          *attribute);
gboolean       quoth_html_node_has       (const QuothHtmlNode *self,
                                          const char          *attribute,
                                          const char          *value);
QuothHtmlNode *quoth_html_node_next      (const QuothHtmlNode *self,
                                          const QuothHtmlNode *top);
QuothHtmlNode *quoth_html_node_skip      (const QuothHtmlNode *self,
                                          const QuothHtmlNode *top);
QuothHtmlNode *quoth_html_node_ancestor  (const QuothHtmlNode *self,
                                          QuothHtmlTag         tag);
void           quoth_html_node_remove    (QuothHtmlNode       *self);
void           quoth_html_node_append    (QuothHtmlNode       *self,
                                          QuothHtmlNode       *child);
void           quoth_html_node_replace   (QuothHtmlNode       *self,
                                          QuothHtmlNode       *with);
char          *quoth_html_node_dup_text  (const QuothHtmlNode *self);
double         quoth_html_node_link_density (const QuothHtmlNode *self);

/* The element after this one, its own children included; NULL at the end of @top */
#define quoth_html_for_each(node, top) \
  for (QuothHtmlNode *node = (top); node != NULL; node = quoth_html_node_next (node, (top)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothHtmlTree, quoth_html_tree_free)

G_END_DECLS
