#include "quoth-byline.h"

#include "quoth-date.h"

#include <string.h>

/* Longer lines are sentences */
#define MAX_BYLINE_LENGTH 300
#define MAX_NAME_WORDS 6

/* What stands before the names of a byline */
#define LEAD_PATTERN "^\\W*(?:(?:(?:written|posted|reported|reporting|story|words|text|article|analysis|review|interview|" \
                     "published|submitted|report|opinion|comment|created|contributed|authored|compiled|exclusive)\\s+)*by\\b" \
                     "|authors?\\s*:|words\\s*:|from)[\\s:]*"

/* What ends the names: where they write, for whom, when */
#define TAIL_PATTERN "\\s+(?:(?:for|of|at|in|from|via)\\s+\\p{Lu}.*|(?:for|at)\\s+the\\s.*)$"

#define NOISE_PATTERN "https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w.-]+\\.\\w+|(?<!\\w)@\\w+|\\([^)]*\\)|\\[[^]]*\\]|" \
                      "\\b(?:photo(?:s|graph|graphs|graphy)?|pictures?|video|illustrations?|images?|graphics?|additional reporting|" \
                      "editing|edited|translated)\\s+by\\b.*$|\\b(?:(?:first|last|originally|date)\\s+)?" \
                      "(?:published|updated|modified|posted)\\b.*$|" \
                      "(?-i:(?<=\\p{Ll})(?:Published|PUBLISHED|Updated|UPDATED|Posted)\\b.*$)|\\b\\d+\\s+min(?:ute)?s?\\s+(?:read|ago)\\b.*$"

#define SEPARATOR_PATTERN "\\s*(?:[;|•·\\n]|\\s/\\s|,?\\s+(?:and|und|et|y|with)\\s+(?:by\\s+)?|,?\\s*&\\s*|\\s[-–—]\\s|,(?:\\s*by\\b)?)\\s*"

#define JOB_PATTERN "\\b(?:editor|correspondent|reporter|writer|journalist|columnist|contributor|producer|blogger|presenter|" \
                    "staff|intern|anchor|photographer|critic|fellow|professor|lecturer|researcher|director|head|chief|" \
                    "officer|manager|author|analyst|team|desk|newsroom|contributing|freelance|senior|md|phd|ph\\.d\\.?|" \
                    "m\\.d\\.?|mph|cpa|esq|rn|guest|admin|administrator|reuters|bureau)\\b"

#define BODY_PATTERN "\\b(?:press|news|agency|association|agencies|university|institute|college|school|council|times|post|" \
                     "guardian|telegraph|mail|herald|tribune|gazette|chronicle|journal|magazine|media|network|" \
                     "foundation|society|ministry|department|group|inc|ltd|llc|corporation|company|service|services|wire|" \
                     "newswire|board|staff|team|editors|desk|newsroom|bureau|radio|television|tv|union|centre|center|" \
                     "editorial|hospital|federation|committee|commission|bbc|cnn|npr|sports?|online|reporters?|" \
                     "correspondents?|contributors?|community|conversation|report|reports|writers|digital)\\b|\\.(?:com|org|net|co)\\b"

static const char *const agencies[] = {
  "AFP", "AP", "ANSA", "APA", "Agence France-Presse", "Associated Press", "Bloomberg",
  "Bloomberg News", "dpa", "DPA",
  "EFE", "PA", "PA Media", "PA News Agency", "PTI", "Press Association", "Press Trust of India",
  "Reuters", "TASS",
  "The Associated Press", "The Canadian Press", "Canadian Press", "Thomson Reuters", "UPI",
  "Xinhua", "Kyodo", "Kyodo News",
  "Australian Associated Press", "AAP", "IANS", "ANI", "City News Service",
};

static const char *const particles[] = {
  "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al",
  "bin", "ibn", "ter",
  "ten", "zu", "af", "y", "st", "st.",
};

typedef enum
{
  PATTERN_LEAD,
  PATTERN_TAIL,
  PATTERN_NOISE,
  PATTERN_SEPARATOR,
  PATTERN_JOB,
  PATTERN_BODY,
  N_PATTERNS
} Pattern;

static GRegex *
get_regex (Pattern pattern)
{
  static const char *const sources[N_PATTERNS] = {
    LEAD_PATTERN, TAIL_PATTERN, NOISE_PATTERN, SEPARATOR_PATTERN, JOB_PATTERN, BODY_PATTERN,
  };
  static gsize ready = 0;
  static GRegex *regexes[N_PATTERNS];

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < N_PATTERNS; i++)
        {
          /* a tail is told by its capital letter */
          regexes[i] = g_regex_new (sources[i],
                                    (i == PATTERN_TAIL ? 0 : G_REGEX_CASELESS) | G_REGEX_OPTIMIZE,
                                    0, NULL);
          g_assert (regexes[i] != NULL);
        }
      g_once_init_leave (&ready, 1);
    }
  return regexes[pattern];
}

static char *
remove_matches (Pattern     pattern,
                const char *text)
{
  return g_regex_replace_literal (get_regex (pattern), text, -1, 0, "", 0, NULL);
}

static gboolean
matches (Pattern     pattern,
         const char *text)
{
  return g_regex_match (get_regex (pattern), text, 0, NULL);
}

/**
 * quoth_byline_is_one:
 *
 * Returns: whether a line of an article is its byline: "By" and names, perhaps with a date
 */
gboolean
quoth_byline_is_one (const char *line)
{
  g_autoptr(GPtrArray) authors = NULL;
  static const char *const leads[] = { "by ", "by:", "written by ", "posted by " };
  const char *name = NULL;
  gsize length = strlen (line);

  if (length > MAX_BYLINE_LENGTH / 2 || length < 5)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (leads) && name == NULL; i++)
    if (g_ascii_strncasecmp (line, leads[i], strlen (leads[i])) == 0)
      name = line + strlen (leads[i]);
  if (name == NULL || (line[length - 1] == '.' && g_ascii_islower (line[length - 2])))
    return FALSE;
  name += strspn (name, " :");
  if (!g_unichar_isupper (g_utf8_get_char (name)) && *name != '@')
    return FALSE;
  authors = quoth_byline_parse (line, NULL);
  return authors->len > 0;
}

static gboolean
is_agency (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (agencies); i++)
    if (g_ascii_strcasecmp (name, agencies[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_particle (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_ascii_strcasecmp (word, particles[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_suffix (const char *word)
{
  return g_regex_match_simple ("^(?:jr|sr|ii|iii|iv)\\.?$", word, G_REGEX_CASELESS, 0);
}

/* Writes names printed in capitals as names are written. */
static char *
dup_lower_capitals (const char *name)
{
  GString *result;
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return g_strdup (name);
  if (strchr (name, ' ') == NULL)
    return g_strdup (name);

  result = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, at_start ? c : g_unichar_tolower (c));
      at_start = !g_unichar_isalpha (c);
    }
  return g_string_free (result, FALSE);
}

/* Parts a name into given and family name: the last word, with the particles before and the suffix
 * after it. */
static QuothAuthor *
make_person (const char *name)
{
  g_autofree char *written = dup_lower_capitals (name);
  g_auto(GStrv) words = g_strsplit (written, " ", -1);
  guint n = g_strv_length (words);
  guint family = n - 1;
  g_autofree char *given = NULL;
  g_autofree char *tail = NULL;
  char *first;

  if (n > 2 && is_suffix (words[family]))
    family--;
  while (family > 1 && is_particle (words[family - 1]))
    family--;
  tail = g_strjoinv (" ", words + family);
  first = words[family];
  words[family] = NULL;
  given = g_strjoinv (" ", words);
  words[family] = first;
  return quoth_author_new (given, tail, NULL);
}

/* Whether a piece of a byline can be a person's name: two words or more, capitalised, particles
 * aside. */
static gboolean
is_person (const char *name)
{
  g_auto(GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);

  if (n < 2 || n > MAX_NAME_WORDS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gunichar c = g_utf8_get_char (words[i]);

      if (g_unichar_isdigit (c)
          || (g_unichar_islower (c) && !is_particle (words[i]) && i > 0 && n > 2))
        return FALSE;
    }
  return TRUE;
}

static void
tidy_piece (char *piece)
{
  g_strstrip (piece);
  while (*piece != '\0' && strchr (" ,:;.-|*\"'", *piece) != NULL)
    memmove (piece, piece + 1, strlen (piece));
  for (gsize length = strlen (piece); length > 0 && strchr (" ,:;-|*\"", piece[length - 1]) != NULL;
       length--)
    piece[length - 1] = '\0';
  /* a full stop belongs to an initial or a suffix only */
  for (gsize length = strlen (piece);
       length > 3 && piece[length - 1] == '.' && g_ascii_islower (piece[length - 2])
       && !g_str_has_suffix (piece, "Jr.") && !g_str_has_suffix (piece, "Sr.")
       && !g_str_has_suffix (piece, "Inc.");
       length--)
    piece[length - 1] = '\0';
}

static gboolean
has_author (GPtrArray         *authors,
            const QuothAuthor *author)
{
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *other = g_ptr_array_index (authors, i);

      if (g_strcmp0 (other->given, author->given) == 0
          && g_strcmp0 (other->family, author->family) == 0
          && g_strcmp0 (other->literal, author->literal) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
take_author (GPtrArray   *authors,
             QuothAuthor *author)
{
  if (has_author (authors, author))
    quoth_author_free (author);
  else
    g_ptr_array_add (authors, author);
}

/* Cuts the agency's name off after a person's. */
static void
cut_agency (char  *piece,
            char **agency)
{
  gsize length = strlen (piece);

  for (gsize i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      gsize n = strlen (agencies[i]);

      if (length > n + 4 && piece[length - n - 1] == ' '
          && strcmp (piece + length - n, agencies[i]) == 0)
        {
          if (agency != NULL && *agency == NULL)
            *agency = g_strdup (agencies[i]);
          piece[length - n - 1] = '\0';
          if (g_str_has_suffix (piece, " The"))
            piece[length - n - 5] = '\0';
          return;
        }
    }
}

/* Adds what a piece between two separators names; the whole byline says whether a body may stand
 * alone. */
static void
add_piece (char       *piece,
           gboolean    is_first,
           GPtrArray  *authors,
           char      **agency)
{
  g_autofree char *bare = NULL;

  tidy_piece (piece);
  if (is_agency (piece))
    {
      if (agency != NULL && *agency == NULL)
        *agency = g_strdup (piece);
      if (authors->len == 0)
        take_author (authors, quoth_author_new (NULL, NULL, piece));
      return;
    }
  cut_agency (piece, agency);
  bare = matches (PATTERN_BODY, piece) && is_first ? g_strdup (piece)
                                                   : remove_matches (PATTERN_TAIL, piece);
  tidy_piece (bare);
  if (g_utf8_strlen (bare, -1) < 2)
    return;
  if (authors->len > 0 && is_suffix (bare))
    {
      QuothAuthor *last = g_ptr_array_index (authors, authors->len - 1);
      g_autofree char *family = g_steal_pointer (&last->family);

      last->family = family != NULL ? g_strdup_printf ("%s %s", family, bare) : NULL;
      return;
    }
  if (matches (PATTERN_BODY, bare))
    {
      if (is_first && !g_regex_match_simple ("^(?:staff|editor|admin)", bare, G_REGEX_CASELESS, 0))
        take_author (authors, quoth_author_new (NULL, NULL, bare));
      return;
    }
  if (matches (PATTERN_JOB, bare))
    return;
  if (is_person (bare))
    take_author (authors, make_person (bare));
  else if (is_first && strchr (bare, ' ') == NULL)
    take_author (authors, quoth_author_new (NULL, NULL, bare));
}

/* Takes "Osgood, Ada", as catalogues write a name. */
static gboolean
take_inverted_name (const char *printed,
                    GPtrArray  *authors)
{
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;
  const char *comma = strchr (printed, ',');

  if (comma == NULL || matches (PATTERN_JOB, printed) || matches (PATTERN_BODY, printed)
      || !g_regex_match_simple ("^\\s*\\p{Lu}[\\p{L}'’-]+, \\p{Lu}[\\p{L}'’-]*\\.?(?: \\p{Lu}[\\p{L}'’-]*\\.?)?\\s*$",
                                printed, 0, 0))
    return FALSE;
  family = g_strstrip (g_strndup (printed, comma - printed));
  given = g_strstrip (g_strdup (comma + 1));
  if (is_suffix (given) || is_agency (given) || is_agency (family))
    return FALSE;
  g_ptr_array_add (authors, quoth_author_new (given, family, NULL));
  return TRUE;
}

static char *
dup_without_date (const char *text)
{
  gsize start;
  g_autofree char *iso = NULL;

  if (!quoth_date_find (text, &start, NULL, &iso))
    return g_strdup (text);
  if (start == 0)
    {
      gsize end;

      g_free (g_steal_pointer (&iso));
      quoth_date_find (text, &start, &end, &iso);
      return g_strdup (text + end);
    }
  return g_strndup (text, start);
}

/**
 * quoth_byline_parse:
 * @printed: a byline, or one author as a page's facts name them
 * @agency: (out) (optional) (nullable): the news agency it names
 *
 * Reads the authors in a byline: persons, or a body where it stands first. Job titles, outlets
 * after a name, places, dates, addresses and photographers are left out.
 *
 * Returns: (transfer full) (element-type QuothAuthor): none where it names nobody
 */
GPtrArray *
quoth_byline_parse (const char  *printed,
                    char       **agency)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);
  g_autofree char *undated = NULL;
  g_autofree char *quiet = NULL;
  g_autofree char *names = NULL;
  g_auto(GStrv) pieces = NULL;
  gboolean is_first = TRUE;

  if (agency != NULL)
    *agency = NULL;
  if (printed == NULL || strlen (printed) > MAX_BYLINE_LENGTH)
    return authors;

  if (take_inverted_name (printed, authors))
    return authors;
  undated = dup_without_date (printed);
  quiet = remove_matches (PATTERN_NOISE, undated);
  names = remove_matches (PATTERN_LEAD, quiet);
  pieces = g_regex_split (get_regex (PATTERN_SEPARATOR), names, 0);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_regex_split_simple ("\\s+", g_strstrip (pieces[i]), 0, 0);
      g_autofree char *piece = g_strjoinv (" ", words);

      if (*piece == '\0')
        continue;
      add_piece (piece, is_first, authors, agency);
      is_first = authors->len == 0;
    }
  return authors;
}
