#include "config.h"

#include "quoth-rtf-words.h"

/* The control words of RTF that mean something to the reader */
static const QuothRtfControl words[] = {
  { "par", QUOTH_RTF_WORD_PAR, 0 }, { "sect", QUOTH_RTF_WORD_PAR, 0 },
  { "page", QUOTH_RTF_WORD_PAR, 0 }, { "nestcell", QUOTH_RTF_WORD_PAR, 0 },
  { "line", QUOTH_RTF_WORD_LINE, 0 }, { "lbr", QUOTH_RTF_WORD_LINE, 0 },
  { "tab", QUOTH_RTF_WORD_TAB, 0 }, { "cell", QUOTH_RTF_WORD_CELL, 0 },
  { "row", QUOTH_RTF_WORD_ROW, 0 }, { "trowd", QUOTH_RTF_WORD_ROW_BEGINS, 0 },
  { "emdash", QUOTH_RTF_WORD_CHARACTER, 0x2014 }, { "endash", QUOTH_RTF_WORD_CHARACTER, 0x2013 },
  { "lquote", QUOTH_RTF_WORD_CHARACTER, 0x2018 }, { "rquote", QUOTH_RTF_WORD_CHARACTER, 0x2019 },
  { "ldblquote", QUOTH_RTF_WORD_CHARACTER, 0x201c },
  { "rdblquote", QUOTH_RTF_WORD_CHARACTER, 0x201d }, { "bullet", QUOTH_RTF_WORD_CHARACTER, 0x2022 },
  { "emspace", QUOTH_RTF_WORD_CHARACTER, ' ' }, { "enspace", QUOTH_RTF_WORD_CHARACTER, ' ' },
  { "qmspace", QUOTH_RTF_WORD_CHARACTER, ' ' }, { "u", QUOTH_RTF_WORD_UNICODE, 0 },
  { "uc", QUOTH_RTF_WORD_SKIP_COUNT, 0 }, { "f", QUOTH_RTF_WORD_FONT, 0 },
  { "fcharset", QUOTH_RTF_WORD_FONT_CHARSET, 0 }, { "ansicpg", QUOTH_RTF_WORD_PAGE, 0 },
  { "mac", QUOTH_RTF_WORD_MAC, 0 }, { "pc", QUOTH_RTF_WORD_PC, 0 },
  { "pca", QUOTH_RTF_WORD_PCA, 0 }, { "s", QUOTH_RTF_WORD_STYLE, 0 },
  { "sbasedon", QUOTH_RTF_WORD_PARENT, 0 }, { "outlinelevel", QUOTH_RTF_WORD_OUTLINE, 0 },
  { "ls", QUOTH_RTF_WORD_LIST, 0 }, { "fi", QUOTH_RTF_WORD_FIRST_INDENT, 0 },
  { "pard", QUOTH_RTF_WORD_RESET, 0 }, { "plain", QUOTH_RTF_WORD_PLAIN, 0 },
  { "intbl", QUOTH_RTF_WORD_IN_TABLE, 0 }, { "v", QUOTH_RTF_WORD_HIDDEN, 0 },
  { "deleted", QUOTH_RTF_WORD_DELETED, 0 }, { "listtext", QUOTH_RTF_WORD_MARK, 0 },
  { "pntext", QUOTH_RTF_WORD_MARK, 0 }, { "pn", QUOTH_RTF_WORD_MARK, 0 },
  { "footnote", QUOTH_RTF_WORD_NOTE, 0 }, { "shptxt", QUOTH_RTF_WORD_BOX, 0 },
  { "dptxbxtext", QUOTH_RTF_WORD_BOX, 0 }, { "shpinst", QUOTH_RTF_WORD_THROUGH, 0 },
  { "do", QUOTH_RTF_WORD_THROUGH, 0 }, { "ud", QUOTH_RTF_WORD_THROUGH, 0 },
  { "fonttbl", QUOTH_RTF_WORD_FONTS, 0 }, { "stylesheet", QUOTH_RTF_WORD_STYLES, 0 },
  { "info", QUOTH_RTF_WORD_INFO, 0 }, { "title", QUOTH_RTF_WORD_TITLE, 0 },
  { "author", QUOTH_RTF_WORD_AUTHOR, 0 }, { "creatim", QUOTH_RTF_WORD_CREATED, 0 },
  { "yr", QUOTH_RTF_WORD_YEAR, 0 }, { "mo", QUOTH_RTF_WORD_MONTH, 0 },
  { "dy", QUOTH_RTF_WORD_DAY, 0 },
  /* Groups that show nothing, or what stands on every page */
  { "colortbl", QUOTH_RTF_WORD_SKIPPED, 0 }, { "pict", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "object", QUOTH_RTF_WORD_SKIPPED, 0 }, { "header", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "headerl", QUOTH_RTF_WORD_SKIPPED, 0 }, { "headerr", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "headerf", QUOTH_RTF_WORD_SKIPPED, 0 }, { "footer", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "footerl", QUOTH_RTF_WORD_SKIPPED, 0 }, { "footerr", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "footerf", QUOTH_RTF_WORD_SKIPPED, 0 }, { "xe", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "tc", QUOTH_RTF_WORD_SKIPPED, 0 }, { "tcn", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "rxe", QUOTH_RTF_WORD_SKIPPED, 0 }, { "txe", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "fldinst", QUOTH_RTF_WORD_SKIPPED, 0 }, { "sp", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "nonshppict", QUOTH_RTF_WORD_SKIPPED, 0 }, { "upr", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "listtable", QUOTH_RTF_WORD_SKIPPED, 0 }, { "listoverridetable", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "revtbl", QUOTH_RTF_WORD_SKIPPED, 0 }, { "ftnsep", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "ftnsepc", QUOTH_RTF_WORD_SKIPPED, 0 }, { "ftncn", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "aftnsep", QUOTH_RTF_WORD_SKIPPED, 0 }, { "aftnsepc", QUOTH_RTF_WORD_SKIPPED, 0 },
  { "aftncn", QUOTH_RTF_WORD_SKIPPED, 0 }, { "nonesttables", QUOTH_RTF_WORD_SKIPPED, 0 },
};

/* The rows of the table by their names */
static GHashTable *
get_words (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        g_hash_table_insert (made, (gpointer) words[i].name, (gpointer) &words[i]);
      g_once_init_leave (&table, made);
    }
  return table;
}

/**
 * quoth_rtf_words_find:
 * @name: without its backslash and number
 *
 * Returns: (transfer none) (nullable): what the control word does; %NULL where it is passed over
 */
const QuothRtfControl *
quoth_rtf_words_find (const char *name)
{
  return g_hash_table_lookup (get_words (), name);
}
