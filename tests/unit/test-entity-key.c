#include "quoth-entity-key.h"

static QuothEntity *
make_entity (QuothEntityKind  kind,
             const char      *name,
             const char      *alias)
{
  QuothEntity *entity = quoth_entity_new ("e1", kind, name);

  if (alias != NULL)
    quoth_entity_add_alias (entity, alias);

  return entity;
}

static void
test_joins (void)
{
  static const struct
  {
    QuothEntityKind  kind;
    const char      *a;
    const char      *alias_a;
    const char      *b;
    const char      *alias_b;
    gboolean         join;
  } cases[] = {
    { QUOTH_ENTITY_PERSON, "Ann Example", NULL, "ANN  Éxample", NULL, TRUE },
    { QUOTH_ENTITY_PERSON, "Sean O’Neil", NULL, "Sean O'Neil", NULL, TRUE },
    { QUOTH_ENTITY_PERSON, "Ann Example", NULL, "Anne Example", NULL, FALSE },
    { QUOTH_ENTITY_PERSON, "Ann Example", NULL, "Ann B Example", NULL, FALSE },
    { QUOTH_ENTITY_PERSON, "Example", NULL, "Example", NULL, FALSE },
    { QUOTH_ENTITY_ORGANISATION, "Ferrymen", NULL, "ferrymen", NULL, TRUE },
    { QUOTH_ENTITY_ORGANISATION, "The Harbour Trust", NULL, "Harbour Trust", NULL, TRUE },
    { QUOTH_ENTITY_ORGANISATION, "Union of Island Crews", "UIC", "UIC", NULL, FALSE },
    { QUOTH_ENTITY_ORGANISATION, "Union of Island Crews", "UIC", "UIC", "Union of Island Crews",
      TRUE },
    { QUOTH_ENTITY_ORGANISATION, "UOIC", "the Union of Island Crews", "Union of Island Crews", NULL,
      TRUE },
    { QUOTH_ENTITY_ORGANISATION, "UIC", "the island’s crews", "island’s crews", NULL, FALSE },
    { QUOTH_ENTITY_ORGANISATION, "", NULL, "", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QuothEntity) a = make_entity (cases[i].kind, cases[i].a, cases[i].alias_a);
      g_autoptr(QuothEntity) b = make_entity (cases[i].kind, cases[i].b, cases[i].alias_b);
      g_autofree char *key_a = quoth_entity_key_dup (a);
      g_autofree char *key_b = quoth_entity_key_dup (b);

      if (cases[i].join)
        {
          g_assert_nonnull (key_a);
          g_assert_cmpstr (key_a, ==, key_b);
        }
      else
        {
          g_assert_false (key_a != NULL && g_strcmp0 (key_a, key_b) == 0);
        }
    }
}

static void
test_unnamed (void)
{
  g_autoptr(QuothEntity) entity = make_entity (QUOTH_ENTITY_PERSON, "a spokesman for the crews",
                                               NULL);

  quoth_entity_set_named (entity, FALSE);
  g_assert_null (quoth_entity_key_dup (entity));
}

static void
test_sort (void)
{
  static const struct
  {
    QuothEntityKind  kind;
    gboolean         named;
    const char      *name;
    const char      *expected;
  } cases[] = {
    { QUOTH_ENTITY_PERSON, TRUE, "Ann B Éxample", "example ann b" },
    { QUOTH_ENTITY_PERSON, TRUE, "Example", "example" },
    { QUOTH_ENTITY_PERSON, FALSE, "a spokesman for crews", "a spokesman for crews" },
    { QUOTH_ENTITY_ORGANISATION, TRUE, "The Harbour Trust", "harbour trust" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QuothEntity) entity = make_entity (cases[i].kind, cases[i].name, NULL);
      g_autofree char *key = NULL;

      quoth_entity_set_named (entity, cases[i].named);
      key = quoth_entity_key_dup_sort (entity);
      g_assert_cmpstr (g_strchomp (key), ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entity-key/joins-equal-full-names-only", test_joins);
  g_test_add_func ("/entity-key/unnamed-join-nothing", test_unnamed);
  g_test_add_func ("/entity-key/persons-sort-by-last-name", test_sort);

  return g_test_run ();
}
