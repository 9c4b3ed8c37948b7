#pragma once

#include <gio/gio.h>

#include "quoth-model.h"

G_BEGIN_DECLS

/* Exit status. */
typedef enum
{
  QUOTH_CLI_DONE = 0,
  QUOTH_CLI_FAILED = 1, /* something could not be done, and was complained of; the rest was done */
  QUOTH_CLI_USAGE = 2,
} QuothCliStatus;

/**
 * QuothCliCommand:
 * @arguments: what stands behind the name in the help
 * @summary: one line
 * @run: gets the arguments behind the name, as main() gets its own
 *
 * One command: `quoth-cli NAME …`.
 */
typedef struct
{
  const char     *name;
  const char     *arguments;
  const char     *summary;
  QuothCliStatus (*run) (int    argc,
                         char **argv);
} QuothCliCommand;

extern const QuothCliCommand quoth_cli_attach;
extern const QuothCliCommand quoth_cli_cite;
extern const QuothCliCommand quoth_cli_export;
extern const QuothCliCommand quoth_cli_extract;
extern const QuothCliCommand quoth_cli_import;
extern const QuothCliCommand quoth_cli_library;
extern const QuothCliCommand quoth_cli_list;

/* Reads the options off the arguments; FALSE after it has said what is wrong with them. */
gboolean    quoth_cli_parse      (const QuothCliCommand *command,
                                  const GOptionEntry    *entries,
                                  int                   *argc,
                                  char                ***argv);
/* Says on standard error what went wrong. */
void        quoth_cli_complain   (const char            *format,
                                  ...) G_GNUC_PRINTF (1, 2);
/* Complains of how the command was called. */
QuothCliStatus quoth_cli_refuse  (const QuothCliCommand *command,
                                  const char            *format,
                                  ...) G_GNUC_PRINTF (2, 3);
QuothModel *quoth_cli_open_model (void);
/* Writes to standard output, in UTF-8 and byte for byte. */
void        quoth_cli_print      (const char            *text);
/* Whether everything printed has arrived; complains if not. */
gboolean    quoth_cli_flush      (void);

G_END_DECLS
