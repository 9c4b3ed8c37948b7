#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  QUOTH_RTF_END,
  QUOTH_RTF_BEGIN_GROUP,
  QUOTH_RTF_END_GROUP,
  QUOTH_RTF_WORD,         /* "\par", "\u8220" */
  QUOTH_RTF_STAR,         /* "\*" */
  QUOTH_RTF_BYTE,
            /* of a text, in the code page of its font; also "\'93" and escaped signs */
  QUOTH_RTF_SYMBOL,       /* another sign after a backslash */
} QuothRtfKind;

/**
 * QuothRtfToken:
 * @word: of a control word, cut off where it is longer than any that means something
 * @number: the control word's, or 1 where it has none
 * @byte: of a text or symbol
 */
typedef struct
{
  QuothRtfKind kind;
  char         word[24];
  int          number;
  gboolean     has_number;
  guint8       byte;
} QuothRtfToken;

typedef struct
{
  const guint8 *p;
  const guint8 *end;
} QuothRtfScan;

void quoth_rtf_scan_next (QuothRtfScan  *self,
                          QuothRtfToken *token);

const char *quoth_rtf_charset_from_page (int number);
const char *quoth_rtf_charset_from_font (int number);
char       *quoth_rtf_charset_decode    (const char   *charset,
                                         const guint8 *data,
                                         gsize         length);

G_END_DECLS
