#include "config.h"

#include "quoth-locale-name.h"

#include <glib/gi18n-lib.h>

/* Each language as those who write it call it, so that it is found whatever language the window
 * is in. */
static const struct {
  const char *locale;
  const char *name;
} names[] = {
  { "af-ZA", "Afrikaans" },
  { "ar", "العربية" },
  { "bg-BG", "Български" },
  { "ca-AD", "Català" },
  { "cs-CZ", "Čeština" },
  { "da-DK", "Dansk" },
  { "de-AT", "Deutsch (Österreich)" },
  { "de-CH", "Deutsch (Schweiz)" },
  { "de-DE", "Deutsch (Deutschland)" },
  { "el-GR", "Ελληνικά" },
  { "es-CL", "Español (Chile)" },
  { "es-ES", "Español (España)" },
  { "es-MX", "Español (México)" },
  { "et-EE", "Eesti keel" },
  { "eu", "Euskara" },
  { "fa-IR", "فارسی" },
  { "fi-FI", "Suomi" },
  { "fr-CA", "Français (Canada)" },
  { "fr-FR", "Français (France)" },
  { "he-IL", "עברית" },
  { "hi-IN", "हिंदी" },
  { "hr-HR", "Hrvatski" },
  { "hu-HU", "Magyar" },
  { "id-ID", "Bahasa Indonesia" },
  { "is-IS", "Íslenska" },
  { "it-IT", "Italiano" },
  { "ja-JP", "日本語" },
  { "km-KH", "ភាសាខ្មែរ" },
  { "ko-KR", "한국어" },
  { "la", "Latina" },
  { "lt-LT", "Lietuvių kalba" },
  { "lv-LV", "Latviešu" },
  { "mn-MN", "Монгол" },
  { "nb-NO", "Norsk bokmål" },
  { "nl-NL", "Nederlands" },
  { "nn-NO", "Norsk nynorsk" },
  { "pl-PL", "Polski" },
  { "pt-BR", "Português (Brasil)" },
  { "pt-PT", "Português (Portugal)" },
  { "ro-RO", "Română" },
  { "ru-RU", "Русский" },
  { "sk-SK", "Slovenčina" },
  { "sl-SI", "Slovenščina" },
  { "sr-RS", "Српски / Srpski" },
  { "sv-SE", "Svenska" },
  { "th-TH", "ไทย" },
  { "tr-TR", "Türkçe" },
  { "uk-UA", "Українська" },
  { "vi-VN", "Tiếng Việt" },
  { "zh-CN", "中文 (中国大陆)" },
  { "zh-TW", "中文 (台灣)" },
};

/**
 * quoth_locale_name_get:
 * @locale: as CSL calls it: "cy-GB"
 *
 * Returns: its name for people; @locale itself where Quoth knows no better
 */
const char *
quoth_locale_name_get (const char *locale)
{
  g_return_val_if_fail (locale != NULL, NULL);

  if (g_str_equal (locale, "en-GB"))
    return _("English (UK)");
  if (g_str_equal (locale, "en-US"))
    return _("English (US)");
  if (g_str_equal (locale, "cy-GB"))
    return _("Welsh (Cymraeg)");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i].locale, locale))
        return names[i].name;
    }

  return locale;
}
