#include "config.h"

#include "quoth-byline.h"

static const struct {
  const char *printed;
  const char *authors; /* given|family, or literal alone; parted by "; " */
  const char *agency;
} cases[] = {
  { "By Ada Osgood", "Ada|Osgood", NULL },
  { "by ADA OSGOOD", "Ada|Osgood", NULL },
  { "Ada Osgood", "Ada|Osgood", NULL },
  { "By Ada Osgood and Tom Brandt", "Ada|Osgood; Tom|Brandt", NULL },
  { "By Ada Osgood, Tom Brandt and Mei Lin Zhou", "Ada|Osgood; Tom|Brandt; Mei Lin|Zhou", NULL },
  { "By Ada Osgood & Tom Brandt", "Ada|Osgood; Tom|Brandt", NULL },
  { "By Ada Osgood and by Tom Brandt", "Ada|Osgood; Tom|Brandt", NULL },
  { "Written by Ada Osgood", "Ada|Osgood", NULL },
  /* job titles, outlets, places */
  { "By Ada Osgood, Health Correspondent", "Ada|Osgood", NULL },
  { "By Ada Osgood, Political Editor, and Tom Brandt", "Ada|Osgood; Tom|Brandt", NULL },
  { "Ada Osgood for The Daily Sample", "Ada|Osgood", NULL },
  { "By Ada Osgood in Lower Quay", "Ada|Osgood", NULL },
  { "By Ada Osgood | The Daily Sample News", "Ada|Osgood", NULL },
  { "Ada Osgood (Quayside)", "Ada|Osgood", NULL },
  /* dates and addresses stuck on */
  { "By Ada Osgood 21 March 2014", "Ada|Osgood", NULL },
  { "Ada OsgoodPublished: 21 March 2014", "Ada|Osgood", NULL },
  { "21 March 2014 by Ada Osgood", "Ada|Osgood", NULL },
  { "By Ada Osgood ada@example.org @adaosgood", "Ada|Osgood", NULL },
  { "By Ada Osgood; pictures by Tom Brandt", "Ada|Osgood", NULL },
  { "Ada Osgood • 5 min read", "Ada|Osgood", NULL },
  /* agencies and bodies */
  { "By Ada Osgood, Reuters", "Ada|Osgood", "Reuters" },
  { "By Ada Osgood Associated Press", "Ada|Osgood", "Associated Press" },
  { "Reuters", "Reuters", "Reuters" },
  { "Agence France-Presse", "Agence France-Presse", "Agence France-Presse" },
  { "University of Lower Quay", "University of Lower Quay", NULL },
  { "Daily Sample Editorial Board", "Daily Sample Editorial Board", NULL },
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
  { "Ada Osgood, Ada Osgood", "Ada|Osgood", NULL },
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
        g_string_append_printf (printed, "%s|%s", author->given != NULL ? author->given : "",
                                author->family);
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
    "By Ada Osgood", "By Ada Osgood and Tom Brandt", "by Ada Osgood, 21 March 2014",
    "Written by Ada Osgood", "BY ADA OSGOOD",
  };
  static const char *const others[] = {
    "By Friday the water had gone.", "By the river", "Bystanders said nothing",
    "Ada Osgood said so", "By", "",
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
