#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "quoth-cli-command.h"

static const QuothCliCommand *const commands[] = {
  &quoth_cli_extract,
  &quoth_cli_import,
  &quoth_cli_attach,
  &quoth_cli_list,
  &quoth_cli_cite,
  &quoth_cli_export,
  &quoth_cli_library,
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  quoth-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] …"),
           _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-8s  %s\n", commands[i]->name, _(commands[i]->summary));
  fprintf (stream, "\n%s\n", _("“quoth-cli COMMAND --help” shows a command’s options."));
}

int
main (int    argc,
      char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (name == NULL)
    {
      print_help (stderr);
      return QUOTH_CLI_USAGE;
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help (stdout);
      return quoth_cli_flush () ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
    }
  if (g_str_equal (name, "--version"))
    {
      quoth_cli_print ("quoth-cli " PACKAGE_VERSION "\n");
      return quoth_cli_flush () ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i]->name))
      {
        QuothCliStatus status = commands[i]->run (argc - 1, argv + 1);

        return quoth_cli_flush () ? status : QUOTH_CLI_FAILED;
      }

  quoth_cli_complain (_("There is no command “%s”."), name);
  print_help (stderr);
  return QUOTH_CLI_USAGE;
}
