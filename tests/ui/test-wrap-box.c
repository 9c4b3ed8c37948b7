#include "config.h"

#include <locale.h>

#include <adwaita.h>

#include "quoth-wrap-box.h"

#define SPACING 6

static GtkWidget *
create_box (guint n_children)
{
  GtkWidget *box = g_object_new (QUOTH_TYPE_WRAP_BOX, NULL);

  for (guint i = 0; i < n_children; i++)
    {
      GtkWidget *child = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", 100,
                                       "content-height", 20, NULL);

      quoth_wrap_box_append (QUOTH_WRAP_BOX (box), child);
    }

  return g_object_ref_sink (box);
}

static void
assert_height (GtkWidget *box,
               int        width,
               int        expected)
{
  int natural = 0;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, expected);
}

static void
test_lines (void)
{
  g_autoptr (GtkWidget) box = create_box (3);
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 3 * 100 + 2 * SPACING);

  assert_height (box, 3 * 100 + 2 * SPACING, 20);
  assert_height (box, 3 * 100 + 2 * SPACING - 1, 2 * 20 + SPACING);
  assert_height (box, 100, 3 * 20 + 2 * SPACING);
}

static void
test_hidden_children (void)
{
  g_autoptr (GtkWidget) box = create_box (2);

  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  assert_height (box, 100, 20);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), FALSE);
  assert_height (box, 100, 0);
}

static void
assert_x (GtkWidget *box,
          GtkWidget *child,
          double     expected)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, expected);
}

static void
test_direction (void)
{
  g_autoptr (GtkWidget) box = create_box (2);

  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 300, 20 }, -1);
  assert_x (box, gtk_widget_get_first_child (box), 0);
  assert_x (box, gtk_widget_get_last_child (box), 100 + SPACING);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, 300, 20 }, -1);
  assert_x (box, gtk_widget_get_first_child (box), 200);
  assert_x (box, gtk_widget_get_last_child (box), 100 - SPACING);
}

static void
test_clear (void)
{
  g_autoptr (GtkWidget) box = create_box (2);

  quoth_wrap_box_clear (QUOTH_WRAP_BOX (box));
  g_assert_null (gtk_widget_get_first_child (box));
  assert_height (box, 100, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add_func ("/wrap-box/begins-a-line-when-one-is-full", test_lines);
  g_test_add_func ("/wrap-box/leaves-no-room-for-hidden-children", test_hidden_children);
  g_test_add_func ("/wrap-box/follows-the-direction-of-the-script", test_direction);
  g_test_add_func ("/wrap-box/clears", test_clear);

  return g_test_run ();
}
