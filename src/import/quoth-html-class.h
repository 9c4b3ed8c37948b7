#pragma once

#include "quoth-html-tree.h"

G_BEGIN_DECLS

gboolean quoth_html_is_hidden      (const QuothHtmlNode *node);
gboolean quoth_html_is_unlikely    (const QuothHtmlNode *node);
gboolean quoth_html_is_furniture   (const QuothHtmlNode *node);
gboolean quoth_html_is_body_class  (const QuothHtmlNode *node);
gboolean quoth_html_is_consent     (const QuothHtmlNode *node);
gboolean quoth_html_is_comment     (const QuothHtmlNode *node);
gboolean quoth_html_is_standfirst  (const QuothHtmlNode *node);
gboolean quoth_html_is_caption     (const QuothHtmlNode *node);
gboolean quoth_html_is_date        (const QuothHtmlNode *node);
gboolean quoth_html_is_author_link (const QuothHtmlNode *node);
gboolean quoth_html_is_share       (const QuothHtmlNode *node);
gboolean quoth_html_is_byline      (const QuothHtmlNode *node);
int      quoth_html_class_weight   (const QuothHtmlNode *node);
gboolean quoth_html_is_inline      (const QuothHtmlNode *node);
gboolean quoth_html_is_block       (QuothHtmlTag         tag);

G_END_DECLS
