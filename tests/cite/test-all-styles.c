/* Every installed style loads and cites an article; a sample of them, or with -m slow all. */
#include "installed-styles.h"

#define ITEM \
  "{\"type\": \"article-newspaper\", \"title\": \"Harbour reopens\", \"container-title\": \"The Evening Bell\", " \
  "\"author\": [{\"given\": \"Ada\", \"family\": \"Quill\"}], \"issued\": {\"date-parts\": [[2025, 3, 4]]}, " \
  "\"URL\": \"https://example.org/harbour\", \"accessed\": {\"date-parts\": [[2025, 3, 5]]}, \"page\": \"4\"}"

#define N_SAMPLE 200

typedef struct
{
  QuothStyleList *styles;
  QuothCiter     *citer;
  GHashTable     *done;       /* rules and language that were cited with */
  guint           n_cited;
  guint           n_alike;    /* same rules, same language as one before */
  guint           n_silent;   /* have nothing to print of a newspaper's article */
  guint           n_failed;
} Run;

/* Two styles with the same rules in the same language cite alike. */
static gboolean
is_new (Run        *run,
        QuothStyle *style)
{
  g_autoptr (QuothStyle) rules = quoth_style_list_find_rules (run->styles, style);
  const char *locale = quoth_style_get_default_locale (style);

  if (rules == NULL)
    return TRUE; /* citing says why */

  return g_hash_table_add (run->done, g_strdup_printf ("%s %s", quoth_style_get_id (rules),
                                                       locale != NULL ? locale : ""));
}

static void
cite (Run        *run,
      QuothStyle *style)
{
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_new (run, style))
    {
      run->n_alike++;
      return;
    }

  cited = quoth_citer_cite (run->citer, quoth_style_get_id (style), NULL, ITEM, NULL, NULL, &error);
  run->n_cited++;
  if (cited != NULL)
    return;
  if (g_error_matches (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_EMPTY))
    run->n_silent++;
  else
    run->n_failed++;
  g_test_message ("%s: %s", quoth_style_get_id (style), error->message);
}

static void
test_all (void)
{
  g_autoptr (QuothStyleList) styles = installed_styles_new ("");
  g_autoptr (QuothCiter) citer = quoth_citer_new (styles, NULL);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  Run run = { styles, citer, done, 0, 0, 0, 0 };
  guint n, step;

  if (!installed_styles_or_skip (citer, styles))
    return;

  quoth_style_list_load (styles, NULL, &error);
  g_assert_no_error (error);
  n = g_list_model_get_n_items (G_LIST_MODEL (styles));
  step = g_test_slow () ? 1 : MAX (1, n / N_SAMPLE);
  for (guint i = 0; i < n; i += step)
    {
      g_autoptr (QuothStyle) style = g_list_model_get_item (G_LIST_MODEL (styles), i);

      if (!quoth_style_is_built_in (style))
        cite (&run, style);
    }

  g_test_message ("%u styles installed: cited with %u, %u more follow one of these in the same language, "
                  "%u of them print nothing of a newspaper's article, %u failed", n,
                  run.n_cited, run.n_alike, run.n_silent, run.n_failed);
  g_assert_cmpuint (run.n_failed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/all-styles/load-and-cite", test_all);

  return g_test_run ();
}
