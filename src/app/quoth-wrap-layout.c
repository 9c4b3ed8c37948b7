#include "quoth-wrap-layout.h"

#define SPACING 6

/**
 * QuothWrapLayout:
 *
 * Puts children side by side at their natural widths and begins a new line when one is full.
 * Follows the direction of the script.
 */
struct _QuothWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QuothWrapLayout, quoth_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_width (GtkWidget *child,
               int        available)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, available));
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Lays one line out from @first on. Returns: the first child of the next line */
static GtkWidget *
measure_line (GtkWidget *first,
              int        available,
              int       *height)
{
  GtkWidget *child = NULL;
  int x = 0;

  *height = 0;

  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      width = measure_width (child, available);
      if (x > 0 && x + width > available)
        break;

      *height = MAX (*height, measure_height (child, width));
      x += width + SPACING;
    }

  return child;
}

static int
measure_lines (GtkWidget *widget,
               int        available)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int total = 0;

  while (child != NULL)
    {
      int height = 0;

      child = measure_line (child, available, &height);
      if (height > 0)
        total += height + (total > 0 ? SPACING : 0);
    }

  return total;
}

static void
measure_widths (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static GtkSizeRequestMode
quoth_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quoth_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_widths (widget, minimum, natural);
  else
    *minimum = *natural = measure_lines (widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
quoth_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_height = 0;
      GtkWidget *next = measure_line (child, width, &line_height);

      for (int x = 0; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int child_width = 0;

          if (!gtk_widget_should_layout (child))
            continue;

          child_width = measure_width (child, width);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation) { rtl ? width - x - child_width : x, y,
                                                       child_width, line_height },
                                    -1);
          x += child_width + SPACING;
        }

      if (line_height > 0)
        y += line_height + SPACING;
    }
}

static void
quoth_wrap_layout_class_init (QuothWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = quoth_wrap_layout_get_request_mode;
  layout_class->measure = quoth_wrap_layout_measure;
  layout_class->allocate = quoth_wrap_layout_allocate;
}

static void
quoth_wrap_layout_init (QuothWrapLayout *self)
{
}
