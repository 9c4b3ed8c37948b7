#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

#define QUOTH_FACTOR_A G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)
#define QUOTH_FACTOR_B G_GUINT64_CONSTANT (0x94d049bb133111eb)
#define QUOTH_FACTOR_C G_GUINT64_CONSTANT (0xff51afd7ed558ccd)
#define QUOTH_MAX_FEATURES 256 /* as many as a byte counts */

/**
 * QuothFeatures:
 * @table: where the rows of the features lie that are added next, or anything: rows are only
 *   fetched ahead
 * @mask: the bits of a hash that count the rows
 * @stride: bytes from one row to the next
 *
 * The hashed features of one decision. A feature is the hash of its template's number and values;
 * tables take as many low bits as they have rows (Weinberger et al. 2009, "Feature hashing"). The
 * hash is multilinear: the values times odd numbers, summed in 64 bits (Lemire and Kaser 2014),
 * mixed once.
 */
typedef struct
{
  guint32  hashes[QUOTH_MAX_FEATURES];
  guint8   n;
  guint64  template;
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

/* Says which rows the features are for. Tables are larger than the nearest cache: what is fetched
 * while the next feature is hashed is there when the rows are added. */
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
                    guint64        sum)
{
  guint32 hash = ((sum ^ sum >> 32) * 0x9e3779b97f4a7c15u) >> 32;

  __builtin_prefetch ((gconstpointer) (self->table + (guintptr) (hash & self->mask) * self->stride));
  self->hashes[self->n++] = hash;
}

/* Each call stands for one template: its number is counted, so calls must come in one order. */
static inline guint64
quoth_features_next (QuothFeatures *self)
{
  return self->template += 0xd1342543de82ef95u;
}

static inline void
quoth_features_add (QuothFeatures *self,
                    guint32        a)
{
  quoth_features_put (self, quoth_features_next (self) + a * QUOTH_FACTOR_A);
}

static inline void
quoth_features_add2 (QuothFeatures *self,
                     guint32        a,
                     guint32        b)
{
  quoth_features_put (self, quoth_features_next (self) + a * QUOTH_FACTOR_A + b * QUOTH_FACTOR_B);
}

static inline void
quoth_features_add3 (QuothFeatures *self,
                     guint32        a,
                     guint32        b,
                     guint32        c)
{
  quoth_features_put (self, quoth_features_next (self) + a * QUOTH_FACTOR_A + b * QUOTH_FACTOR_B +
                      c * QUOTH_FACTOR_C);
}

G_END_DECLS
