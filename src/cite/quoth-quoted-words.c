#include "quoth-quoted-words.h"

#include <string.h>

#define GERMAN(direct, reported) \
  direct, reported, " und ", NULL, NULL, ", zitiert von ", ", wiedergegeben von "
#define FRENCH(direct, reported) \
  direct, reported, " et ", NULL, NULL, ", cité par ", ", rapporté par "
/* "e" where a sound like it follows, but not before "ie" and the like */
#define SPANISH(direct, reported) \
  direct, reported, " y ", " e ", "^h?i(?![aeiou])", ", citado por ", ", recogido por "
#define WELSH(direct, reported) \
  direct, reported, " a ", " ac ", "^[aeiouwy]", ", dyfynnwyd gan ", ", adroddwyd gan "

/* Quoted in, in other languages: the words for the rows of the table in quoth-quoted-in.c, which
 * has the forms.
 *
 * The dozen's manuals are in English. Only for APA are there rules in other languages that say
 * what "as cited in" becomes; of these, where not said otherwise, neither page nor section could
 * be looked up in what is freely to be read, but only what others write of them. All other words
 * are translations, and a preset says so. */
static const QuothQuotedWords table[] = {
  /* There is no German edition. "zitiert nach" is in every German guide to the 7th edition. The
   * German Psychological Society's own rules follow the 6th; their section wasn't to be seen. */
  { "de", "apa", "DGPs, Richtlinien zur Manuskriptgestaltung, 5th ed.",
    GERMAN ("zitiert nach", "zitiert nach") },
  { "de", "american-medical-association", NULL, GERMAN ("Zitiert von:", "Wiedergegeben von:") },
  { "de", NULL, NULL, GERMAN ("zitiert nach", "wiedergegeben in") },

  /* The section's title and number were seen, its example wasn't; other French guides to the 7th
   * edition have "cité dans". */
  { "fr", "apa", "Couture, Normes bibliographiques de l’APA: adaptation française, Renvois, 8",
    FRENCH ("cité dans", "cité dans") },
  { "fr", "american-medical-association", NULL,
    FRENCH ("Cité par\u00a0:", "Rapporté par\u00a0:") },
  { "fr", NULL, NULL, FRENCH ("cité dans", "rapporté dans") },

  /* The Spanish edition has the chapters and sections of the English one, so 8.6; it wasn't to be
   * seen itself, but Spanish guides to it have "como se citó en". */
  { "es", "apa", "Manual de publicaciones de la APA, 4th Spanish ed. (of the 7th), 8.6",
    SPANISH ("como se citó en", "como se citó en") },
  { "es", "american-medical-association", NULL, SPANISH ("Citado por:", "Recogido por:") },
  { "es", NULL, NULL, SPANISH ("citado en", "recogido en") },

  /* Welsh universities teach APA and Harvard in Welsh, with a section on secondary references, but
   * no guide of theirs with words for it was to be seen: all of these are translations. */
  { "cy", "american-medical-association", NULL, WELSH ("Dyfynnwyd gan:", "Adroddwyd gan:") },
  { "cy", NULL, NULL, WELSH ("dyfynnwyd yn", "adroddwyd yn") },
};

static gboolean
is_in (const char *locale,
       const char *language)
{
  gsize length = strlen (language);

  return strncmp (locale, language, length) == 0 && !g_ascii_isalpha (locale[length]);
}

/**
 * quoth_quoted_words_find:
 * @style: a style's id
 * @locale: a locale such as `de-AT`
 *
 * Returns: (nullable): the style's words in the locale's language
 */
const QuothQuotedWords *
quoth_quoted_words_find (const char *style,
                         const char *locale)
{
  g_return_val_if_fail (style != NULL && locale != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (is_in (locale, table[i].language) &&
          (table[i].style == NULL || g_str_equal (table[i].style, style)))
        return &table[i];
    }

  return NULL;
}
