#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

#define QUOTH_MAX_FEATURES 160

/**
 * QuothFeatures:
 * @table: where the rows of the features lie that are added next, or anything: rows are only fetched ahead
 * @mask: the bits of a hash that count the rows
 * @stride: bytes from one row to the next
 *
 * The hashed features of one decision. A feature is the hash of its template's number and values; tables
 * take as many low bits as they have rows (Weinberger et al. 2009, "Feature hashing").
 */
typedef struct
{
  guint32  hashes[QUOTH_MAX_FEATURES];
  guint    n;
  guint32  template;
  guintptr table;
  guint32  mask;
  guint32  stride;
} QuothFeatures;

static inline guint32
quoth_hash_mix (guint32 hash,
                guint32 value)
{
  hash ^= value * 0xcc9e2d51u;
  hash = (hash << 13) | (hash >> 19);
  return hash * 5 + 0xe6546b64u;
}

static inline guint32
quoth_hash_finish (guint32 hash)
{
  hash ^= hash >> 16;
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;
  return hash ^ (hash >> 16);
}

static inline void
quoth_features_begin (QuothFeatures *self)
{
  self->n = 0;
  self->template = 0;
}

/* Says which rows the features are for. Tables are larger than the nearest cache: what is fetched while the next
 * feature is hashed is there when the rows are added. */
static inline void
quoth_features_aim (QuothFeatures *self,
                    gconstpointer  table,
                    guint32        mask,
                    guint32        stride)
{
  self->table = (guintptr) table;
  self->mask = mask;
  self->stride = stride;
}

static inline void
quoth_features_put (QuothFeatures *self,
                    guint32        hash)
{
  __builtin_prefetch ((gconstpointer) (self->table + (guintptr) (hash & self->mask) * self->stride));
  g_assert (self->n < QUOTH_MAX_FEATURES);
  self->hashes[self->n++] = hash;
}

/* Each call stands for one template: its number is counted, so calls must come in one order. */
static inline void
quoth_features_add (QuothFeatures *self,
                    guint32        a)
{
  guint32 hash = quoth_hash_mix (++self->template * 0x9e3779b1u, a);

  quoth_features_put (self, quoth_hash_finish (hash));
}

static inline void
quoth_features_add2 (QuothFeatures *self,
                     guint32        a,
                     guint32        b)
{
  guint32 hash = quoth_hash_mix (quoth_hash_mix (++self->template * 0x9e3779b1u, a), b);

  quoth_features_put (self, quoth_hash_finish (hash));
}

static inline void
quoth_features_add3 (QuothFeatures *self,
                     guint32        a,
                     guint32        b,
                     guint32        c)
{
  guint32 hash = quoth_hash_mix (++self->template * 0x9e3779b1u, a);

  hash = quoth_hash_mix (quoth_hash_mix (hash, b), c);
  quoth_features_put (self, quoth_hash_finish (hash));
}

/* Keeps the numbers of later templates when one is left out. */
static inline void
quoth_features_skip (QuothFeatures *self,
                     guint          n)
{
  self->template += n;
}

G_END_DECLS
