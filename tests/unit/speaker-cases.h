#pragma once

#include "quoth-speakers.h"
#include "text-cases.h"

/* What the tests of names, roles and speakers share: articles with their attributions marked.
 *
 * Each line is a paragraph, one that begins with "# " a headline, with "~ " furniture.
 * "<1:Ann Example>" is the source and "[1:It rained]" the content of attribution 1; one without a
 * source has no cue. */
typedef struct
{
  GString       *text;
  GArray        *blocks;
  QuothText     *parsed;
  QuothAnalysis *analysis;
} SpeakerCase;

typedef struct
{
  char  bracket;
  guint attribution;
  gsize start;
} OpenMark;

static inline QuothAttribution *
get_marked (GPtrArray *attributions,
            guint      number)
{
  while (attributions->len < number)
    g_ptr_array_add (attributions, quoth_attribution_new ());

  return g_ptr_array_index (attributions, number - 1);
}

static inline void
close_mark (SpeakerCase *self,
            OpenMark    *mark)
{
  QuothAttribution *attribution = get_marked (self->analysis->attributions, mark->attribution);
  QuothSpan span = { mark->start, self->text->len };

  if (mark->bracket == '[')
    {
      quoth_short_array_append_val (&attribution->contents, span);
      return;
    }
  quoth_short_array_append_val (&attribution->sources, span);
  attribution->cue = (QuothSpan) { span.start, span.end };
}

static inline void
read_marks (SpeakerCase *self,
            const char  *marked)
{
  OpenMark open[8];
  guint depth = 0;

  for (const char *p = marked; *p != '\0'; p++)
    {
      if ((*p == '<' || *p == '[') && g_ascii_isdigit (p[1]) && p[2] == ':')
        {
          g_assert_cmpuint (depth, <, G_N_ELEMENTS (open));
          open[depth++] = (OpenMark) { *p, p[1] - '0', self->text->len };
          p += 2;
        }
      else if (depth > 0 && *p == (open[depth - 1].bracket == '<' ? '>' : ']'))
        close_mark (self, &open[--depth]);
      else
        g_string_append_c (self->text, *p);
    }
  g_assert_cmpuint (depth, ==, 0);
}

static inline void
set_parents (GPtrArray *attributions)
{
  for (guint i = 0; i < attributions->len; i++)
    for (guint k = 0; k < i; k++)
      {
        QuothAttribution *inner = g_ptr_array_index (attributions, i);
        QuothAttribution *outer = g_ptr_array_index (attributions, k);

        if (quoth_span_contains (quoth_short_array_index (&outer->contents, QuothSpan, 0),
                                 quoth_short_array_index (&inner->contents, QuothSpan, 0)))
          inner->parent = k;
      }
}

static inline void
set_kinds (SpeakerCase *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      QuothBlock *block = &g_array_index (self->blocks, QuothBlock, i);
      const char *start = self->text->str + block->span.start;

      if (g_str_has_prefix (start, "# "))
        block->kind = QUOTH_BLOCK_HEADLINE;
      else if (g_str_has_prefix (start, "~ "))
        block->kind = QUOTH_BLOCK_FURNITURE;
      if (block->kind != QUOTH_BLOCK_PARAGRAPH)
        block->span.start += 2;
    }
  quoth_blocks_number ((QuothBlock *) (void *) self->blocks->data, self->blocks->len);
}

static inline SpeakerCase *
speaker_case_new (const char       *marked,
                  const QuothModel *model)
{
  SpeakerCase *self = g_new0 (SpeakerCase, 1);

  self->text = g_string_new (NULL);
  self->analysis = g_new0 (QuothAnalysis, 1);
  self->analysis->attributions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_attribution_free);
  self->analysis->referents = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_referent_free);
  read_marks (self, marked);
  set_parents (self->analysis->attributions);
  self->blocks = make_paragraphs (self->text->str);
  set_kinds (self);
  self->parsed = quoth_text_new (self->text->str, self->text->len,
                                 (QuothBlock *) (void *) self->blocks->data, self->blocks->len,
                                 model);
  quoth_speakers_resolve (self->analysis, self->parsed);

  return self;
}

static inline void
speaker_case_free (SpeakerCase *self)
{
  quoth_analysis_free (self->analysis);
  quoth_text_free (self->parsed);
  g_array_unref (self->blocks);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static inline const char *
get_referent_name (SpeakerCase *self,
                   int          referent)
{
  const QuothReferent *found = referent >= 0
    ? g_ptr_array_index (self->analysis->referents, referent) : NULL;

  return found != NULL ? found->name : "-";
}

/* "Ann Example for Example Trust; Bob Sample + Cy Sample; ?" */
static inline char *
describe_speakers (SpeakerCase *self)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < self->analysis->attributions->len; i++)
    {
      const QuothAttribution *attribution = g_ptr_array_index (self->analysis->attributions, i);

      g_string_append (result, i > 0 ? "; " : "");
      if (attribution->speakers.len == 0)
        g_string_append (result, "?");
      for (guint k = 0; k < attribution->speakers.len; k++)
        g_string_append_printf (result, "%s%s", k > 0 ? " + " : "",
                                get_referent_name (self,
                                                   quoth_short_array_index (&attribution->speakers,
                                                                            int, k)));
      if (attribution->on_behalf_of >= 0)
        g_string_append_printf (result, " for %s",
                                get_referent_name (self, attribution->on_behalf_of));
    }

  return g_string_free (result, FALSE);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpeakerCase, speaker_case_free)
