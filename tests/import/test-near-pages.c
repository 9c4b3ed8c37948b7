/* How well articles that are nearly the same are found, on pairs made from the pages of the public
 * test sets: another headline, one word in twenty changed, the ending cut off, agency copy within a
 * longer piece. And how often articles that have nothing to do with each other are taken for nearly
 * the same. */
#include "quoth-import.h"
#include "quoth-near-index.h"
#include "quoth-shingles.h"

#include <string.h>

#include "page-set.h"

#define N_PAIRS 500
#define N_UNRELATED 10000
#define MIN_WORDS 60

static const char *const kinds[] = { "headline", "words", "ending", "agency" };

typedef struct
{
  GPtrArray *bodies; /* of char * */
  GPtrArray *texts;  /* of QuothShingles, the same */
} Pages;

static QuothShingles *
make_shingles (const char *text)
{
  return quoth_shingles_new (text, strlen (text), NULL, 0);
}

static void
add_page (Pages  *pages,
          GBytes *bytes)
{
  QuothImportInput input = { .bytes = bytes, .name = "page.html" };
  g_autoptr(GPtrArray) articles = quoth_import_read (&input, NULL, NULL, NULL);
  g_autofree char *body = NULL;
  QuothShingles *shingles;

  if (articles == NULL)
    return;
  body = page_set_dup_body (g_ptr_array_index (articles, 0));
  shingles = make_shingles (body);
  if (shingles->words->len < MIN_WORDS)
    {
      quoth_shingles_free (shingles);
      return;
    }
  g_ptr_array_add (pages->bodies, g_steal_pointer (&body));
  g_ptr_array_add (pages->texts, shingles);
}

static gboolean
load_pages (Pages    *pages,
            gboolean  made_up)
{
  g_autoptr(GPtrArray) files = page_set_load (made_up);

  pages->bodies = g_ptr_array_new_with_free_func (g_free);
  pages->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_shingles_free);
  if (files->len == 0)
    {
      g_test_skip ("../shared is not there");
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    add_page (pages, g_ptr_array_index (files, i));
  return TRUE;
}

static void
clear_pages (Pages *pages)
{
  g_ptr_array_unref (pages->bodies);
  g_ptr_array_unref (pages->texts);
}

/* Another first line, and a line that names who wrote it. */
static char *
change_headline (const char *body)
{
  const char *rest = strchr (body, '\n');

  return g_strconcat ("What this outlet called the story instead\nBy our own correspondent in the capital\n",
                      strchr (rest + 1, '\n') != NULL ? rest + 1 : body, NULL);
}

/* One word in @every is another one. */
static char *
change_words (const char *body,
              guint       every,
              GRand      *rand)
{
  g_auto(GStrv) words = g_strsplit (body, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_rand_int_range (rand, 0, (gint32) every) == 0)
      {
        g_free (words[i]);
        words[i] = g_strdup_printf ("other%u", g_rand_int_range (rand, 0, 100000));
      }

  return g_strjoinv (" ", words);
}

/* Between a half and nine tenths of it are left. */
static char *
cut_ending (const char *body,
            GRand      *rand)
{
  gsize length = (gsize) (g_rand_double_range (rand, 0.5, 0.9) * strlen (body));

  while ((body[length] & 0xC0) == 0x80)
    length++;
  return g_strndup (body, length);
}

/* All of it, with a word changed here and there, within what is as long again. */
static char *
embed (const char *body,
       const char *other,
       GRand      *rand)
{
  g_autofree char *copy = change_words (body, 50, rand);
  g_autofree char *before = cut_ending (other, rand);
  g_autofree char *after = change_words (other, 2, rand);

  return g_strconcat (before, "\n(Agency) — ", copy, after, NULL);
}

static char *
make_variant (const Pages *pages,
              guint        number,
              GRand       *rand)
{
  const char *body = g_ptr_array_index (pages->bodies, number % pages->bodies->len);
  const char *other = g_ptr_array_index (pages->bodies, (number * 7 + 3) % pages->bodies->len);

  switch (number % G_N_ELEMENTS (kinds))
    {
    case 0:
      return change_headline (body);
    case 1:
      return change_words (body, 20, rand);
    case 2:
      return cut_ending (body, rand);
    default:
      return embed (body, other, rand);
    }
}

static void
add_to_index (QuothNearIndex      *index,
              gint64               id,
              const QuothShingles *shingles)
{
  guint n = quoth_shingles_count_sample (shingles);

  quoth_near_index_add (index, id, (const guint32 *) (gpointer) shingles->sorted->data, n,
                        n == shingles->sorted->len);
}

/* As the library does it: the index names some texts, those are compared. */
static gboolean
is_found (QuothNearIndex      *index,
          const Pages         *pages,
          const QuothShingles *shingles,
          guint                wanted)
{
  guint n = quoth_shingles_count_sample (shingles);
  g_autoptr(GArray) ids
    = quoth_near_index_find (index, (const guint32 *) (gpointer) shingles->sorted->data, n,
                                 n == shingles->sorted->len);

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == wanted + 1)
      return quoth_shingles_compare (shingles, g_ptr_array_index (pages->texts, wanted))
             >= QUOTH_SHINGLES_NEAR;
  return FALSE;
}

static void
test_recall (void)
{
  g_autoptr(QuothNearIndex) index = quoth_near_index_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  guint n_found[G_N_ELEMENTS (kinds)] = { 0 };
  guint n_all[G_N_ELEMENTS (kinds)] = { 0 };
  guint n_sum = 0;
  Pages pages;

  if (!load_pages (&pages, TRUE))
    {
      clear_pages (&pages);
      return;
    }
  for (guint i = 0; i < pages.texts->len; i++)
    add_to_index (index, i + 1, g_ptr_array_index (pages.texts, i));

  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autofree char *variant = make_variant (&pages, i, rand);
      g_autoptr(QuothShingles) shingles = make_shingles (variant);
      gboolean found = is_found (index, &pages, shingles, i % pages.texts->len);

      n_all[i % G_N_ELEMENTS (kinds)]++;
      n_found[i % G_N_ELEMENTS (kinds)] += found;
      n_sum += found;
    }

  g_test_message ("%u texts", pages.texts->len);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_message ("%s: %u of %u pairs found", kinds[i], n_found[i], n_all[i]);
  g_test_message ("all: recall %.3f", (double) n_sum / N_PAIRS);
  g_assert_cmpuint (n_sum, >=, (guint) (0.95 * N_PAIRS));
  clear_pages (&pages);
}

static void
test_unrelated (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  guint n_false = 0;
  Pages pages;

  if (!load_pages (&pages, FALSE))
    {
      clear_pages (&pages);
      return;
    }
  for (guint i = 0; i < N_UNRELATED;)
    {
      guint one = (guint) g_rand_int_range (rand, 0, (gint32) pages.texts->len);
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) pages.texts->len);
      double share;

      if (one == other)
        continue;
      i++;
      share = quoth_shingles_compare (g_ptr_array_index (pages.texts, one),
                                      g_ptr_array_index (pages.texts, other));
      if (share < QUOTH_SHINGLES_NEAR)
        continue;
      n_false++;
      g_test_message ("texts %u and %u: %.3f", one, other, share);
    }

  g_test_message ("%u of %u unrelated pairs taken for nearly the same", n_false, N_UNRELATED);
  g_assert_cmpuint (n_false, <=, 1);
  clear_pages (&pages);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/near-pages/pairs-are-found", test_recall);
  g_test_add_func ("/near-pages/unrelated-ones-are-not", test_unrelated);

  return g_test_run ();
}
