#include "config.h"

#include "quoth-decode.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *bytes;
  gsize       length;
  const char *declared;
  const char *text;
} DecodeCase;

#define BYTES(literal) literal, sizeof literal - 1

static const DecodeCase cases[] = {
  { "utf-8/plain", BYTES ("caf\xc3\xa9"), NULL, "café" },
  { "utf-8/mark-goes", BYTES ("\xef\xbb\xbf" "caf\xc3\xa9"), NULL, "café" },
  { "utf-8/mark-wins-over-declaration", BYTES ("\xef\xbb\xbf" "\xe2\x80\x9cno\xe2\x80\x9d"),
    "windows-1252", "“no”" },
  { "utf-8/nuls-go", BYTES ("a\0b\0c"), NULL, "abc" },
  { "utf-8/stray-byte-is-replaced", BYTES ("\xc3\xa9\xc3\xa9\xc3\xa9 \xff x"), NULL,
    "ééé \xef\xbf\xbd x" },
  { "utf-8/cut-off-character", BYTES ("\xc3\xa9\xc3\xa9 \xe2\x80"), NULL, "éé \xef\xbf\xbd" },
  { "utf-8/surrogate-is-replaced", BYTES ("\xc3\xa9\xc3\xa9\xc3\xa9\xed\xa0\x80!"), NULL,
    "ééé\xef\xbf\xbd!" },
  { "utf-8/declared-otherwise", BYTES ("\xe2\x80\x9cno\xe2\x80\x9d said \xc3\xa9"), "iso-8859-1",
    "“no” said é" },
  { "windows-1252/undeclared", BYTES ("\x93no\x94 \x97 caf\xe9"), NULL, "“no” — café" },
  { "windows-1252/declared-utf-8", BYTES ("\x93no\x94"), "utf-8", "“no”" },
  { "windows-1252/stands-in-for-latin-1", BYTES ("\x91no\x92 \x80""5"), "ISO-8859-1", "‘no’ €5" },
  { "windows-1252/unassigned-byte", BYTES ("a\x81""b"), "windows-1252", "a\xc2\x81""b" },
  { "utf-16/little-endian", BYTES ("\xff\xfe" "c\0a\0f\0\xe9\0"), NULL, "café" },
  { "utf-16/big-endian", BYTES ("\xfe\xff" "\0c\0a\0f\0\xe9"), "utf-8", "café" },
  { "utf-16/half-a-character", BYTES ("\xff\xfe" "a\0b\0c"), NULL, "ab\xef\xbf\xbd" },
  { "utf-16/without-mark", BYTES ("T\0h\0e\0 \0e\0n\0d\0"), NULL, "The end" },
  { "utf-16/declared-in-ascii", BYTES ("plain caf\xc3\xa9 caf\xc3\xa9"), "utf-16",
    "plain café café" },
  { "utf-32/little-endian",
    BYTES ("\xff\xfe\0\0"
           "a\0\0\0\x1c\x20\0\0"),
    NULL, "a“" },
  { "koi8-r", BYTES ("\xf2\xc5\xcb\xc1"), "koi8-r", "Река" },
  { "shift-jis", BYTES ("\x93\x8c\x8b\x9e"), "Shift_JIS", "東京" },
  { "gb2312", BYTES ("\xd6\xd0\xce\xc4"), "gb2312", "中文" },
  { "unknown-charset", BYTES ("caf\xe9"), "x-nowhere", "café" },
  { "empty", "", 0, NULL, "" },
};

static void
test_decode (gconstpointer data)
{
  const DecodeCase *c = data;
  gsize length = 0;
  g_autofree char *text = quoth_decode ((const guint8 *) c->bytes, c->length, c->declared, NULL,
                                        &length);

  g_assert_cmpstr (text, ==, c->text);
  g_assert_cmpuint (length, ==, strlen (c->text));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_unknown_charset_is_noted (void)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = quoth_decode ((const guint8 *) "caf\xe9", 4, "x-nowhere", notes, NULL);

  g_assert_cmpstr (text, ==, "café");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), "x-nowhere"));
}

static void
test_declared (void)
{
  static const struct {
    const char *page;
    const char *label;
  } pages[] = {
    { "<html><meta charset=\"UTF-8\">", "utf-8" },
    { "<META CHARSET=koi8-r>", "koi8-r" },
    { "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
      "windows-1251" },
    { "<meta name=viewport content=x><meta charset = 'gbk'>", "gbk" },
    { "<?xml version='1.0' encoding='ISO-8859-2'?><html>", "iso-8859-2" },
    { "<?xml version='1.0'?><meta charset=utf-8>", "utf-8" },
    { "<meta name=keywords content='charset'>", NULL },
    { "no page at all, charset=utf-8", NULL },
    { "<meta charset", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *label = quoth_decode_dup_declared ((const guint8 *) pages[i].page,
                                                          strlen (pages[i].page));

      g_assert_cmpstr (label, ==, pages[i].label);
    }
}

static void
test_every_byte (void)
{
  guint8 bytes[256];

  for (guint i = 0; i < 256; i++)
    bytes[i] = (guint8) i;
  for (guint start = 0; start < 256; start++)
    {
      g_autofree char *text = quoth_decode (bytes + start, 256 - start, NULL, NULL, NULL);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/decode/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_decode);
    }
  g_test_add_func ("/decode/unknown-charset/is-noted", test_unknown_charset_is_noted);
  g_test_add_func ("/decode/declared", test_declared);
  g_test_add_func ("/decode/every-byte-gives-valid-utf-8", test_every_byte);
  return g_test_run ();
}
