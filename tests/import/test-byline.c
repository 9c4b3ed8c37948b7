#include "config.h"

#include "quoth-byline.h"

static const struct {
  const char *printed;
  const char *authors; /* given|family, or literal alone; parted by "; " */
  const char *agency;
} cases[] = {
  { "By Ada Okafor", "Ada|Okafor", NULL },
  { "by ADA OKAFOR", "Ada|Okafor", NULL },
  { "Ada Okafor", "Ada|Okafor", NULL },
  { "By Ada Okafor and Tom Brandt", "Ada|Okafor; Tom|Brandt", NULL },
  { "By Ada Okafor, Tom Brandt and Mei Lin Zhou", "Ada|Okafor; Tom|Brandt; Mei Lin|Zhou", NULL },
  { "By Ada Okafor & Tom Brandt", "Ada|Okafor; Tom|Brandt", NULL },
  { "By Ada Okafor and by Tom Brandt", "Ada|Okafor; Tom|Brandt", NULL },
  { "Written by Ada Okafor", "Ada|Okafor", NULL },
  /* job titles, outlets, places */
  { "By Ada Okafor, Health Correspondent", "Ada|Okafor", NULL },
  { "By Ada Okafor, Political Editor, and Tom Brandt", "Ada|Okafor; Tom|Brandt", NULL },
  { "Ada Okafor for The Daily Example", "Ada|Okafor", NULL },
  { "By Ada Okafor in Lower Quay", "Ada|Okafor", NULL },
  { "By Ada Okafor | The Daily Example News", "Ada|Okafor", NULL },
  { "Ada Okafor (Quayside)", "Ada|Okafor", NULL },
  /* dates and addresses stuck on */
  { "By Ada Okafor 21 March 2014", "Ada|Okafor", NULL },
  { "Ada OkaforPublished: 21 March 2014", "Ada|Okafor", NULL },
  { "21 March 2014 by Ada Okafor", "Ada|Okafor", NULL },
  { "By Ada Okafor ada@example.org @adaokafor", "Ada|Okafor", NULL },
  { "By Ada Okafor; pictures by Tom Brandt", "Ada|Okafor", NULL },
  { "Ada Okafor • 5 min read", "Ada|Okafor", NULL },
  /* agencies and bodies */
  { "By Ada Okafor, Reuters", "Ada|Okafor", "Reuters" },
  { "By Ada Okafor Associated Press", "Ada|Okafor", "Associated Press" },
  { "Reuters", "Reuters", "Reuters" },
  { "Agence France-Presse", "Agence France-Presse", "Agence France-Presse" },
  { "University of Lower Quay", "University of Lower Quay", NULL },
  { "Daily Example Editorial Board", "Daily Example Editorial Board", NULL },
  { "Staff", "", NULL },
  { "Admin", "", NULL },
  /* parts of names */
  { "By Ludwig van der Meer", "Ludwig|van der Meer", NULL },
  { "Rosa de la Cruz", "Rosa|de la Cruz", NULL },
  { "Henry Vale Jr.", "Henry|Vale Jr.", NULL },
  { "Henry Vale, Jr.", "Henry|Vale Jr.", NULL },
  { "J. R. Ashworth", "J. R.|Ashworth", NULL },
  { "Zoë Lefèvre", "Zoë|Lefèvre", NULL },
  { "Siân O'Dowd-Price", "Siân|O'Dowd-Price", NULL },
  { "Ada Okafor, Ada Okafor", "Ada|Okafor", NULL },
  /* nobody */
  { "By the time the river rose again the cafés had closed and the quay was empty", "", NULL },
  { "", "", NULL },
  { "By", "", NULL },
};

static char *
print_authors (GPtrArray *authors)
{
  GString *printed = g_string_new (NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      if (i > 0)
        g_string_append (printed, "; ");
      if (author->literal != NULL)
        g_string_append (printed, author->literal);
      else
        g_string_append_printf (printed, "%s|%s", author->given != NULL ? author->given : "", author->family);
    }
  return g_string_free (printed, FALSE);
}

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *agency = NULL;
  g_autoptr(GPtrArray) authors = quoth_byline_parse (cases[i].printed, &agency);
  g_autofree char *printed = print_authors (authors);

  g_test_message ("%s", cases[i].printed);
  g_assert_cmpstr (printed, ==, cases[i].authors);
  g_assert_cmpstr (agency, ==, cases[i].agency);
}

static void
test_is_one (void)
{
  static const char *const bylines[] = {
    "By Ada Okafor", "By Ada Okafor and Tom Brandt", "by Ada Okafor, 21 March 2014", "Written by Ada Okafor", "BY ADA OKAFOR",
  };
  static const char *const others[] = {
    "By Friday the water had gone.", "By the river", "Bystanders said nothing", "Ada Okafor said so", "By", "",
    "By and large the quay is safe",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bylines); i++)
    {
      g_test_message ("%s", bylines[i]);
      g_assert_true (quoth_byline_is_one (bylines[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (quoth_byline_is_one (others[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/byline/parse/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_parse);
    }
  g_test_add_func ("/byline/is-one", test_is_one);
  return g_test_run ();
}
