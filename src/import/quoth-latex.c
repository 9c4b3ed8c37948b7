#include "quoth-latex.h"

#include <string.h>

/* The LaTeX of bibliographies as plain text: accents, special letters, dashes, quotation marks.
 * What commands stand around stays, what they do is dropped. */

static const struct
{
  char     command;
  gunichar mark;    /* combining */
} accents[] = {
  { '`', 0x300 }, { '\'', 0x301 }, { '^', 0x302 }, { '~', 0x303 }, { '=', 0x304 }, { 'u', 0x306 },
  { '.', 0x307 },
  { '"', 0x308 }, { 'r', 0x30a }, { 'H', 0x30b }, { 'v', 0x30c }, { 'd', 0x323 }, { 'c', 0x327 },
  { 'k', 0x328 },
  { 'b', 0x331 }, { 't', 0x361 },
};

static const struct
{
  const char *command;
  const char *text;
} symbols[] = {
  { "ss", "ß" },                  { "ae", "æ" },                    { "AE", "Æ" },
  { "oe", "œ" },                  { "OE", "Œ" },                    { "o", "ø" },
  { "O", "Ø" },                   { "aa", "å" },                    { "AA", "Å" },
  { "l", "ł" },                   { "L", "Ł" },                     { "i", "ı" },
  { "j", "ȷ" },                   { "dh", "ð" },                    { "DH", "Ð" },
  { "th", "þ" },                  { "TH", "Þ" },                    { "dj", "đ" },
  { "DJ", "Đ" },                  { "ng", "ŋ" },                    { "NG", "Ŋ" },
  { "textendash", "–" },          { "textemdash", "—" },            { "textquoteleft", "‘" },
  { "textquoteright", "’" },      { "textquotedblleft", "“" },      { "textquotedblright", "”" },
  { "textquotesingle", "'" },     { "textquotedbl", "\"" },         { "quotedblbase", "„" },
  { "guillemotleft", "«" },       { "guillemotright", "»" },        { "guilsinglleft", "‹" },
  { "guilsinglright", "›" },      { "ldots", "…" },                 { "dots", "…" },
  { "textellipsis", "…" },        { "textbackslash", "\\" },        { "textasciitilde", "~" },
  { "textasciicircum", "^" },     { "textbraceleft", "{" },         { "textbraceright", "}" },
  { "textunderscore", "_" },      { "textbar", "|" },               { "textless", "<" },
  { "textgreater", ">" },         { "textdollar", "$" },            { "textsterling", "£" },
  { "pounds", "£" },              { "texteuro", "€" },              { "euro", "€" },
  { "textdegree", "°" },          { "degree", "°" },                { "copyright", "©" },
  { "textcopyright", "©" },       { "textregistered", "®" },        { "texttrademark", "™" },
  { "S", "§" },                   { "textsection", "§" },           { "P", "¶" },
  { "dag", "†" },                 { "ddag", "‡" },                  { "textbullet", "•" },
  { "textexclamdown", "¡" },      { "textquestiondown", "¿" },      { "mkbibquote", "" },
  { "alpha", "α" },               { "beta", "β" },                  { "gamma", "γ" },
  { "omega", "ω" },               { "mu", "μ" },                    { "times", "×" },
  { "slash", "/" },               { "backslash", "\\" },            { "newline", " " },
  { "quad", " " },                { "space", " " },                 { "par", " " },
};

static gboolean
find_accent (char      command,
             gunichar *mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      {
        *mark = accents[i].mark;
        return TRUE;
      }
  return FALSE;
}

/* Writes the letter that an accent stands on, with it; returns what follows. The letter may be in
 * braces and may itself be a command, of which only the dotless ones matter. */
static const char *
append_accented (GString    *text,
                 const char *p,
                 gunichar    mark)
{
  guint n_braces = 0;
  gunichar letter;

  for (; *p == '{' || *p == ' '; p++)
    n_braces += *p == '{';
  if (p[0] == '\\' && (p[1] == 'i' || p[1] == 'j') && !g_ascii_isalpha (p[2]))
    {
      letter = p[1];
      p += 2;
      if (*p == ' ')
        p++;
    }
  else if (*p == '\0' || *p == '}' || *p == '\\')
    {
      for (; n_braces > 0 && *p == '}'; p++)
        n_braces--;
      return p;
    }
  else
    {
      letter = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
    }
  g_string_append_unichar (text, letter);
  g_string_append_unichar (text, mark);
  for (; n_braces > 0 && *p == '}'; p++)
    n_braces--;
  return p;
}

/* Writes a command whose name is made of letters; returns what follows. */
static const char *
append_word (GString    *text,
             const char *p)
{
  gsize length = 0;
  gunichar mark;

  while (g_ascii_isalpha (p[length]))
    length++;
  if (length == 1 && find_accent (*p, &mark))
    return append_accented (text, p + 1, mark);
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strlen (symbols[i].command) == length && strncmp (symbols[i].command, p, length) == 0)
      {
        g_string_append (text, symbols[i].text);
        break;
      }
  p += length;
  while (*p == ' ')
    p++;
  /* an option in brackets and "{}" only end the command */
  if (p[0] == '{' && p[1] == '}')
    p += 2;
  return p;
}

/* Writes what a backslash begins; returns what follows. */
static const char *
append_command (GString    *text,
                const char *p)
{
  gunichar mark;

  if (*p == '\0')
    return p;
  if (g_ascii_isalpha (*p))
    return append_word (text, p);
  if (find_accent (*p, &mark))
    return append_accented (text, p + 1, mark);
  if (*p == '-' || *p == '/' || *p == '@' || *p == '!')
    return p + 1;
  if (strchr (" ,;:\\\n", *p) != NULL)
    g_string_append_c (text, ' ');
  else
    g_string_append_len (text, p, g_utf8_next_char (p) - p);
  return g_utf8_next_char (p);
}

/* Writes what TeX's fonts make of runs of characters; returns what follows. */
static const char *
append_plain (GString    *text,
              const char *p)
{
  static const struct
  {
    const char *tex;
    const char *text;
  } ligatures[] = {
    { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" }, { "`", "‘" }, { "'", "’" },
    { "~", " " },   { "{", "" },   { "}", "" },   { "$", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ligatures); i++)
    if (g_str_has_prefix (p, ligatures[i].tex))
      {
        g_string_append (text, ligatures[i].text);
        return p + strlen (ligatures[i].tex);
      }
  g_string_append_len (text, p, g_utf8_next_char (p) - p);
  return g_utf8_next_char (p);
}

/**
 * quoth_latex_dup_text:
 * @latex: valid UTF-8
 *
 * Returns: (transfer full): the text that LaTeX would print
 */
char *
quoth_latex_dup_text (const char *latex)
{
  g_autoptr(GString) text = g_string_sized_new (strlen (latex));

  for (const char *p = latex; *p != '\0';)
    p = *p == '\\' ? append_command (text, p + 1) : append_plain (text, p);
  return g_utf8_normalize (text->str, text->len, G_NORMALIZE_ALL_COMPOSE);
}

/**
 * quoth_latex_dup_verbatim:
 *
 * For addresses and file names, which programs escape or not.
 *
 * Returns: (transfer full): the text without braces and the backslashes before characters special
 *   to LaTeX
 */
char *
quoth_latex_dup_verbatim (const char *latex)
{
  GString *text = g_string_sized_new (strlen (latex));

  for (const char *p = latex; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "\\url{") || g_str_has_prefix (p, "\\href{"))
        p = strchr (p, '{');
      else if (g_str_has_prefix (p, "\\textasciitilde") || g_str_has_prefix (p, "\\textunderscore"))
        {
          g_string_append_c (text, p[5] == 'a' ? '~' : '_');
          p += strlen ("\\textasciitilde") - 1;
        }
      else if (p[0] == '\\' && p[1] != '\0' && strchr ("_%&#$~{}", p[1]) != NULL)
        g_string_append_c (text, *++p);
      else if (*p != '{' && *p != '}')
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}
