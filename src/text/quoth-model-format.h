#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The model file, as it lies on disk: a header, a table of sections, then the sections, each begun
 * at a multiple of 64 bytes. All numbers are little-endian.
 */

#define QUOTH_MODEL_MAGIC "QuothMdl"
#define QUOTH_MODEL_VERSION 2
#define QUOTH_MODEL_ALIGNMENT 64
#define QUOTH_MODEL_MAX_SECTIONS 4096

#define QUOTH_MODEL_RECORD "record" /* the one section of its kind */
#define QUOTH_MODEL_INDEX "lists"   /* likewise */

typedef enum
{
  QUOTH_SECTION_LIST = 1,    /* a QuothListHeader and what it describes */
  QUOTH_SECTION_WEIGHTS = 2, /* learned: the reader of the section knows its inside */
  QUOTH_SECTION_RECORD = 3,  /* UTF-8: the corpora, their licences, the options, the scores */
  QUOTH_SECTION_INDEX = 4,   /* a QuothListIndex: of all lists; may be missing */
} QuothSectionKind;

typedef struct
{
  char    magic[8];
  guint32 version;
  guint32 n_sections;
  guint64 length;         /* of the whole file */
  guint64 table_checksum;
  guint8  reserved[32];
} QuothModelHeader;

typedef struct
{
  char    name[32]; /* NUL-terminated */
  guint32 kind;     /* QuothSectionKind */
  guint32 reserved;
  guint64 offset;
  guint64 length;
  guint64 checksum;
} QuothModelSection;

/*
 * A word list: this header, then @n_slots slots (a power of two, at least a quarter of them free),
 * then @pool_length bytes of strings, key and value of an entry each with its NUL. A key is looked
 * for from slot hash & (n_slots - 1) on, up to the first free slot.
 */
typedef struct
{
  guint32 n_entries;
  guint32 n_slots;
  guint32 pool_length;
  guint32 max_words; /* of the entry with most words */
} QuothListHeader;

typedef struct
{
  guint32 hash;
  guint32 key;   /* offset into the pool plus one; 0: free slot */
} QuothListSlot;

#define QUOTH_LIST_INDEX_BITS 16
#define QUOTH_LIST_INDEX_MAX 32

/*
 * Which lists may have a key, by the high bits of its hash: bit 0 stands for the first list of the
 * file. One look here spares as many as there are lists, most of which have nothing.
 */
typedef struct
{
  guint32 lists[1 << QUOTH_LIST_INDEX_BITS];
} QuothListIndex;

G_STATIC_ASSERT (sizeof (QuothModelHeader) == 64);
G_STATIC_ASSERT (sizeof (QuothModelSection) == 64);
G_STATIC_ASSERT (sizeof (QuothListHeader) == 16);
G_STATIC_ASSERT (sizeof (QuothListSlot) == 8);

guint64 quoth_model_checksum (const guint8 *data,
                              gsize         length);

G_END_DECLS
