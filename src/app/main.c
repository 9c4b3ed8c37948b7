#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "quoth-application.h"
#include "quoth-program.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (QuothApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  quoth_program_find_schemas ();
  g_set_prgname (QUOTH_APP_ID);
  g_set_application_name (_("Quoth"));

  application = quoth_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
