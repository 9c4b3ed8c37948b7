#pragma once

#include "quoth-entity.h"

G_BEGIN_DECLS

#define QUOTH_TYPE_QUOTE (quoth_quote_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuote, quoth_quote, QUOTH, QUOTE, GObject)

typedef enum
{
  QUOTH_STATE_FOUND,
  QUOTH_STATE_CONFIRMED,
  QUOTH_STATE_CORRECTED,
  QUOTH_STATE_REJECTED,
} QuothState;

/* From these confidences on an attribution is certain or likely: measured, see
 * data/model/README.md. Below, unsure. */
#define QUOTH_CONFIDENCE_CERTAIN 0.94
#define QUOTH_CONFIDENCE_LIKELY 0.75

const char *quoth_state_to_string        (QuothState      state);
gboolean    quoth_state_from_string      (const char     *string,
                                          QuothState     *state);
const char *quoth_quote_kind_to_string   (QuothQuoteKind  kind);
gboolean    quoth_quote_kind_from_string (const char     *string,
                                          QuothQuoteKind *kind);
const char *quoth_quote_type_to_string   (QuothQuoteType  type);
gboolean    quoth_quote_type_from_string (const char     *string,
                                          QuothQuoteType *type);

QuothQuote     *quoth_quote_new                    (const char     *id,
                                                    QuothQuoteKind  kind,
                                                    QuothQuoteType  type);
const char     *quoth_quote_get_id                 (QuothQuote     *self);  /* a UUID, kept over re-analysis */
QuothQuoteKind  quoth_quote_get_kind               (QuothQuote     *self);
QuothQuoteType  quoth_quote_get_quote_type         (QuothQuote     *self);
const char     *quoth_quote_get_parent             (QuothQuote     *self);  /* id of the quote around it, or NULL */
void            quoth_quote_set_parent             (QuothQuote     *self,
                                                    const char     *parent);
QuothSpan       quoth_quote_get_cue                (QuothQuote     *self);
void            quoth_quote_set_cue                (QuothQuote     *self,
                                                    QuothSpan       cue);
GArray         *quoth_quote_get_sources            (QuothQuote     *self);  /* of QuothSpan */
GArray         *quoth_quote_get_contents           (QuothQuote     *self);  /* of QuothSpan */
GPtrArray      *quoth_quote_get_speakers           (QuothQuote     *self);  /* of QuothEntity */
QuothEntity    *quoth_quote_get_speaker            (QuothQuote     *self);  /* the first of them, or NULL */
QuothEntity    *quoth_quote_get_on_behalf_of       (QuothQuote     *self);
void            quoth_quote_set_on_behalf_of       (QuothQuote     *self,
                                                    QuothEntity    *organisation);
double          quoth_quote_get_confidence         (QuothQuote     *self);
void            quoth_quote_set_confidence         (QuothQuote     *self,
                                                    double          confidence);
double          quoth_quote_get_speaker_confidence (QuothQuote     *self);
void            quoth_quote_set_speaker_confidence (QuothQuote     *self,
                                                    double          confidence);
QuothState      quoth_quote_get_state              (QuothQuote     *self);
void            quoth_quote_set_state              (QuothQuote     *self,
                                                    QuothState      state);
QuothState      quoth_quote_get_speaker_state      (QuothQuote     *self);
void            quoth_quote_set_speaker_state      (QuothQuote     *self,
                                                    QuothState      state);

G_END_DECLS
