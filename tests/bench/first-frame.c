/* Watches a program's window from outside, through X's Damage extension: the same for any program. */
#include "first-frame.h"

#include <errno.h>
#include <gio/gio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

/* A window smaller than that is no program's main window. */
#define LEAST_SIZE 200
/* Nothing painted for so long means that nothing more comes. */
#define REST_SECONDS 1.0
#define PATIENCE_SECONDS 60.0

typedef struct
{
  Display *display;
  Window   window; /* None until it is mapped */
  int      width;
  int      height;
  int      damage_event;
} Watch;

static gboolean
watch_open (Watch   *watch,
            GError **error)
{
  int error_base = 0;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL ||
      !XDamageQueryExtension (watch->display, &watch->damage_event, &error_base))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "no X display with the Damage extension");
      return FALSE;
    }

  XSelectInput (watch->display, DefaultRootWindow (watch->display), SubstructureNotifyMask);
  XSync (watch->display, False);

  return TRUE;
}

static void
take_window (Watch  *watch,
             Window  window)
{
  XWindowAttributes attributes;

  if (watch->window != None || !XGetWindowAttributes (watch->display, window, &attributes)
      || attributes.width < LEAST_SIZE || attributes.height < LEAST_SIZE)
    return;

  watch->window = window;
  watch->width = attributes.width;
  watch->height = attributes.height;
  XDamageCreate (watch->display, window, XDamageReportRawRectangles);
  XFlush (watch->display);
}

/* Returns: whether the window was painted; first only a painting of most of it counts */
static gboolean
take_event (Watch        *watch,
            const XEvent *event,
            gboolean      first)
{
  const XDamageNotifyEvent *damage = (const XDamageNotifyEvent *) event;

  if (event->type == CreateNotify)
    take_window (watch, event->xcreatewindow.window);
  else if (event->type == MapNotify)
    take_window (watch, event->xmap.window);

  if (event->type != watch->damage_event + XDamageNotify)
    return FALSE;

  return !first || damage->area.width * damage->area.height * 2 > watch->width * watch->height;
}

static void
watch_paint (Watch      *watch,
             GTimer     *timer,
             FirstFrame *frame)
{
  struct pollfd descriptor = { .fd = ConnectionNumber (watch->display), .events = POLLIN };

  while (g_timer_elapsed (timer, NULL) < PATIENCE_SECONDS)
    {
      double now = 0;

      while (XPending (watch->display) > 0)
        {
          XEvent event;

          XNextEvent (watch->display, &event);
          if (!take_event (watch, &event, frame->first == 0))
            continue;

          frame->last = g_timer_elapsed (timer, NULL);
          if (frame->first == 0)
            frame->first = frame->last;
        }

      now = g_timer_elapsed (timer, NULL);
      if (frame->first > 0 && now - frame->last > REST_SECONDS)
        return;

      poll (&descriptor, 1, 50);
    }
}

static double
read_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) pid);
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmRSS:");

  return line != NULL ? g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) / 1024.0 : 0;
}

/**
 * first_frame_watch:
 * @argv: the program and its arguments; it is ended afterwards
 * @frame: (out caller-allocates): what was seen
 * @error: return location for a #GError
 *
 * Returns: whether it showed a window
 */
gboolean
first_frame_watch (char       **argv,
                   FirstFrame  *frame,
                   GError     **error)
{
  Watch watch = { .display = NULL };
  g_autoptr (GTimer) timer = NULL;
  GPid pid = 0;

  *frame = (FirstFrame) { 0 };
  if (!watch_open (&watch, error))
    return FALSE;

  timer = g_timer_new ();
  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, error))
    {
      XCloseDisplay (watch.display);
      return FALSE;
    }

  watch_paint (&watch, timer, frame);
  frame->memory = read_memory (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (watch.display);

  if (frame->first > 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s painted no window", argv[0]);
  return FALSE;
}
