#include "config.h"

#include "quoth-cli-command.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static void
complain_valist (const char *format,
                 va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_printerr ("quoth-cli: %s\n", message);
}

void
quoth_cli_complain (const char *format,
                    ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain_valist (format, arguments);
  va_end (arguments);
}

/**
 * quoth_cli_refuse:
 * @command: the command that was called wrongly
 *
 * Returns: the exit status for wrong usage
 */
QuothCliStatus
quoth_cli_refuse (const QuothCliCommand *command,
                  const char            *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain_valist (format, arguments);
  va_end (arguments);
  g_printerr (_("“quoth-cli %s --help” shows how it is used.\n"), command->name);
  return QUOTH_CLI_USAGE;
}

gboolean
quoth_cli_parse (const QuothCliCommand   *command,
                 const GOptionEntry      *entries,
                 int                     *argc,
                 char                  ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("quoth-cli %s", command->name);

  g_set_prgname (name);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  quoth_cli_refuse (command, "%s", error->message);
  return FALSE;
}

QuothModel *
quoth_cli_open_model (void)
{
  g_autoptr (GError) error = NULL;
  QuothModel *model = quoth_model_open_default (&error);

  if (model == NULL)
    quoth_cli_complain ("%s", error->message);
  return model;
}

void
quoth_cli_print (const char *text)
{
  fputs (text, stdout);
}

gboolean
quoth_cli_flush (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  quoth_cli_complain (_("Writing to standard output failed: %s"), g_strerror (errno));
  return FALSE;
}
