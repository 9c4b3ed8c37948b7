#pragma once

#include <gio/gio.h>

#include "quoth-article.h"

/* The pages of the public test sets in ../shared: tests and benchmarks make their material from
 * them. */

/* @made_up: with the pages that were made for testing, many of which have the same filler text
 * Returns: (element-type GBytes): the pages, always in the same order; empty where they are absent
 *   */
GPtrArray *page_set_load     (gboolean      made_up);
/* Returns: the article's prose, a line a block */
char      *page_set_dup_body (QuothArticle *article);
