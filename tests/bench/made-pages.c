#include "made-pages.h"

#include <string.h>

#include "../import/page-set.h"
#include "quoth-import.h"
#include "quoth-shingles.h"

/* Shorter articles may be all furniture, and the same again when a word or two are changed. */
#define MIN_WORDS 150

/* One word in so many is changed: no page is nearly the same as the one that it was made from. */
#define EVERY 3

struct _MadePages
{
  GPtrArray *pages; /* of GBytes */
};

void
made_pages_free (MadePages *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static const char *
find_end (const char *p,
          const char *end,
          const char *words)
{
  const char *found = g_strstr_len (p, end - p, words);

  return found != NULL ? found + strlen (words) : end;
}

/* Where the page's text goes on after what stands at @p and is none: a tag, a style, a script. */
static const char *
skip_markup (const char *p,
             const char *end)
{
  if (g_ascii_strncasecmp (p, "<script", 7) == 0 &&
      g_strstr_len (p, MIN (200, end - p), "ld+json") == NULL)
    return find_end (p, end, "</script>");
  if (g_ascii_strncasecmp (p, "<style", 6) == 0)
    return find_end (p, end, "</style>");

  return find_end (p, end, ">");
}

/* Words between blanks, so that no name of a JSON record or entity is touched */
static void
change_words (GBytes  *page,
              GRand   *rand,
              GString *made)
{
  gsize length;
  const char *p = g_bytes_get_data (page, &length);
  const char *end = p + length;

  while (p < end)
    {
      const char *start = p;

      if (*p == '<')
        {
          p = skip_markup (p, end);
          g_string_append_len (made, start, p - start);
          continue;
        }
      while (p < end && g_ascii_islower (*p))
        p++;
      if (p - start >= 4 && p < end && *p == ' ' && made->len > 0 &&
          made->str[made->len - 1] == ' ' &&
          g_rand_int_range (rand, 0, EVERY) == 0)
        g_string_append_printf (made, "%.*s%c%c", (int) (p - start - 2), start,
                                'a' + g_rand_int_range (rand, 0, 26),
                                'a' + g_rand_int_range (rand, 0, 26));
      else if (p == start)
        g_string_append_c (made, *p++);
      else
        g_string_append_len (made, start, p - start);
    }
}

/* What is read of a variant of the page; %NULL when it has too few words */
static QuothShingles *
read_variant (GBytes  *page,
              guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) made = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *body = NULL;
  g_autoptr (QuothShingles) shingles = NULL;
  QuothImportInput input = { .name = "page.html" };

  change_words (page, rand, made);
  input.bytes = bytes = g_bytes_new (made->str, made->len);
  articles = quoth_import_read (&input, NULL, NULL, NULL);
  if (articles == NULL)
    return NULL;
  body = page_set_dup_body (g_ptr_array_index (articles, 0));
  shingles = quoth_shingles_new (body, strlen (body), NULL, 0);

  return shingles->words->len >= MIN_WORDS ? g_steal_pointer (&shingles) : NULL;
}

/* Whether two pages made from it are different articles: not where its words have other letters
 * than these. */
static gboolean
is_changeable (GBytes *page)
{
  g_autoptr (QuothShingles) one = read_variant (page, 1);
  g_autoptr (QuothShingles) other = one != NULL ? read_variant (page, 2) : NULL;

  return other != NULL && quoth_shingles_compare (one, other) < QUOTH_SHINGLES_NEAR;
}

MadePages *
made_pages_new (void)
{
  g_autoptr (GPtrArray) all = page_set_load (FALSE);
  MadePages *self;

  if (all->len == 0)
    return NULL;

  self = g_new0 (MadePages, 1);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < all->len; i++)
    if (is_changeable (g_ptr_array_index (all, i)))
      g_ptr_array_add (self->pages, g_bytes_ref (g_ptr_array_index (all, i)));

  return self;
}

void
made_pages_write (MadePages  *self,
                  const char *folder,
                  guint       first,
                  guint       n)
{
  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%06u.html", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GRand) rand = g_rand_new_with_seed (i + 1);
      g_autoptr (GString) made = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      change_words (g_ptr_array_index (self->pages, (i - first) % self->pages->len), rand, made);
      g_file_set_contents (path, made->str, (gssize) made->len, &error);
      g_assert_no_error (error);
    }
}
