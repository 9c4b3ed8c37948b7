#include <string.h>

#include "quoth-mapping.h"

/* Sentences with hand-set tags and trees: "word/TAG/head/relation", head counted from 1. */

static QuothModel *model;

typedef struct
{
  char            *content;
  QuothText       *text;
  QuothParsedText *parsed;
} Case;

static void
case_clear (Case *self)
{
  quoth_parsed_text_free (self->parsed);
  quoth_text_free (self->text);
  g_free (self->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static Case
make_case (const char *marked)
{
  g_auto (GStrv) words = g_strsplit (marked, " ", -1);
  g_autoptr (GString) content = g_string_new (NULL);
  QuothSyntax *syntax = g_new0 (QuothSyntax, 1);
  guint n = g_strv_length (words);
  QuothBlock block = { .kind = QUOTH_BLOCK_PARAGRAPH, .number = 1 };
  Case self;

  syntax->tags = g_new0 (guint8, n + 1);
  syntax->heads = g_new0 (gint32, n + 1);
  syntax->relations = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) fields = g_strsplit (words[i], "/", 4);

      if (i > 0 && !g_str_equal (fields[0], ",") && !g_str_equal (fields[0], ".") &&
          !g_str_equal (fields[0], "”") &&
          !g_str_has_suffix (content->str, "“"))
        g_string_append_c (content, ' ');
      g_string_append (content, fields[0]);
      syntax->tags[i] = quoth_tag_from_string (fields[1]);
      syntax->heads[i] = (gint32) g_ascii_strtoll (fields[2], NULL, 10) - 1;
      syntax->relations[i] = quoth_relation_from_string (fields[3]);
    }
  self.content = g_strdup (content->str);
  block.span = (QuothSpan) { 0, content->len };
  self.text = quoth_text_new (self.content, content->len, &block, 1, model);
  g_assert_cmpuint (self.text->n_tokens, ==, n);
  self.parsed = quoth_parsed_text_new (self.text, quoth_lexemes_new (self.text), syntax);
  return self;
}

static char *
spell (const Case *self,
       QuothRange  range)
{
  const QuothToken *tokens = self->text->tokens;

  return g_strndup (self->content + tokens[range.first].span.start,
                    tokens[range.end - 1].span.end - tokens[range.first].span.start);
}

#define assert_words(self, range, expected) \
  G_STMT_START { \
    g_autofree char *words_ = spell (&(self), (range)); \
    g_assert_cmpstr (words_, ==, (expected)); \
  } G_STMT_END

static QuothCandidate
make_candidate (guint cue, guint cue_end, guint source, guint source_end, guint content,
                guint content_end)
{
  return (QuothCandidate) {
    .cue = { .first = cue, .end = cue_end, .head = cue },
    .sources = { { source, source_end } }, .n_sources = 1,
    .contents = { { content, content_end } }, .n_contents = 1,
  };
}

static void
test_cue_loses_adverb_and_hearer (void)
{
  g_auto (Case) self = make_case ("She/PRP/3/nsubj also/RB/3/advmod told/VBD/0/root reporters/NNS/3/iobj "
                                  "that/IN/7/mark ferries/NNS/7/nsubj sail/VBP/3/ccomp ././3/punct");
  QuothCandidate candidate = make_candidate (1, 4, 0, 1, 4, 7);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, ((QuothRange) { candidate.cue.first, candidate.cue.end }), "told");
  assert_words (self, candidate.contents[0], "ferries sail");
  assert_words (self, candidate.sources[0], "She");
}

static void
test_cue_keeps_auxiliary_and_particle (void)
{
  g_auto (Case) self = make_case ("He/PRP/3/nsubj has/VBZ/3/aux called/VBN/0/root for/IN/5/case calm/NN/3/obl ././3/punct");
  QuothCandidate candidate = make_candidate (1, 4, 0, 1, 4, 5);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, ((QuothRange) { candidate.cue.first, candidate.cue.end }), "has called for");
}

static void
test_cue_keeps_speech_noun (void)
{
  g_auto (Case) self = make_case ("She/PRP/2/nsubj repeated/VBD/0/root her/PRP$/4/nmod:poss view/NN/2/obj that/IN/7/mark "
                                  "boats/NNS/7/nsubj leak/VBP/4/acl ././2/punct");
  QuothCandidate candidate = make_candidate (1, 4, 0, 1, 4, 7);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, ((QuothRange) { candidate.cue.first, candidate.cue.end }),
                "repeated her view");
}

static void
test_noun_cue_stays (void)
{
  g_auto (Case) self = make_case ("Her/PRP$/2/nmod:poss claim/NN/6/nsubj that/IN/5/mark boats/NNS/5/nsubj leak/VBP/2/acl fell/VBD/0/root ././6/punct");
  QuothCandidate candidate = make_candidate (1, 2, 0, 1, 2, 5);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, ((QuothRange) { candidate.cue.first, candidate.cue.end }), "claim");
  assert_words (self, candidate.contents[0], "boats leak");
}

static void
test_infinitive_loses_to (void)
{
  g_auto (Case) self = make_case ("They/PRP/2/nsubj promised/VBD/0/root to/TO/4/mark pay/VB/2/xcomp ././2/punct");
  QuothCandidate candidate = make_candidate (1, 2, 0, 1, 2, 4);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, candidate.contents[0], "pay");
}

static void
test_content_loses_hearer (void)
{
  g_auto (Case) self = make_case ("He/PRP/2/nsubj told/VBD/0/root the/DT/4/det inquiry/NN/2/obj that/IN/7/mark ferries/NNS/7/nsubj "
                                  "leak/VBP/2/ccomp ././2/punct");
  g_auto (Case) other = make_case ("He/PRP/2/nsubj said/VBD/0/root the/DT/4/det boats/NNS/7/nsubj that/IN/7/mark they/PRP/7/nsubj "
                                   "leak/VBP/2/ccomp ././2/punct");
  QuothCandidate told = make_candidate (1, 2, 0, 1, 2, 7), said = told;

  quoth_candidate_map (&told, self.parsed, NULL);
  assert_words (self, told.contents[0], "ferries leak");
  quoth_candidate_map (&said, other.parsed, NULL);
  assert_words (other, said.contents[0], "the boats that they leak");
}

static void
test_name_belongs_to_source (void)
{
  g_auto (Case) self = make_case ("According/VBG/4/case to/IN/4/case its/PRP$/4/nmod:poss secretary/NN/9/obl ,/,/4/punct Ann/NNP/4/appos "
                                  ",/,/9/punct boats/NNS/9/nsubj leak/VBP/0/root ././9/punct");
  QuothCandidate candidate = make_candidate (0, 2, 2, 4, 5, 9);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, candidate.sources[0], "its secretary, Ann");
  assert_words (self, candidate.contents[0], "boats leak");
}

static void
test_antecedent_is_the_name (void)
{
  g_auto (Case) self = make_case ("Capt/NNP/2/compound Marrack/NNP/9/nsubj ,/,/4/punct master/NN/2/appos ,/,/4/punct who/WP/7/nsubj "
                                  "warned/VBD/4/acl:relcl us/PRP/7/obj left/VBD/0/root ././9/punct");
  QuothCandidate candidate = make_candidate (6, 7, 5, 6, 7, 8);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, candidate.sources[0], "Capt Marrack, master");
}

/* Not even where nothing speaks for the cue outside. */
static void
test_speech_is_not_its_own_cues (void)
{
  g_auto (Case) self = make_case ("She/PRP/2/nsubj wrote/VBD/0/root “/``/5/punct he/PRP/5/nsubj said/VBD/2/ccomp boats/NNS/7/nsubj "
                                  "leak/VBP/5/ccomp ”/''/5/punct");
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (QuothCandidate));
  QuothCandidate outer = make_candidate (1, 2, 0, 1, 2, 8),
                         inner = make_candidate (4, 5, 3, 4, 5, 8);

  inner.contents[inner.n_contents++] = (QuothRange) { 2, 4 };
  inner.cue.probability = inner.content_mean = 0.9f;
  g_array_append_val (candidates, outer);
  g_array_append_val (candidates, inner);
  quoth_candidates_contest (candidates, self.parsed);

  g_assert_cmpuint (candidates->len, ==, 1);
  g_assert_cmpuint (g_array_index (candidates, QuothCandidate, 0).cue.first, ==, 1);
  g_assert_cmpuint (quoth_candidate_count_content (&g_array_index (candidates, QuothCandidate, 0)),
                    ==, 6);
}

/* "names" says something as a verb only. */
static void
test_words_have_senses (void)
{
  g_auto (Case) self = make_case ("Names/NNS/2/nsubj warn/VBP/0/root of/IN/4/case claims/NNS/2/obl ././2/punct");
  g_auto (Case) other = make_case ("She/PRP/2/nsubj names/VBZ/0/root boats/NNS/2/obj ././2/punct");

  g_assert_cmpint (self.parsed->views[1].sense, ==, QUOTH_SENSE_SAYS);
  g_assert_cmpint (self.parsed->views[2].sense, ==, QUOTH_SENSE_NONE);
  g_assert_cmpint (self.parsed->views[3].sense, ==, QUOTH_SENSE_SPEECH);
  g_assert_cmpint (other.parsed->views[1].sense, ==, QUOTH_SENSE_SAYS);
  g_assert_cmpint (other.parsed->views[2].sense, ==, QUOTH_SENSE_NONE);
}

static void
test_demonstrative_stays (void)
{
  g_auto (Case) self = make_case ("She/PRP/2/nsubj said/VBD/0/root that/DT/4/det boat/NN/5/nsubj leaks/VBZ/2/ccomp ././2/punct");
  QuothCandidate candidate = make_candidate (1, 2, 0, 1, 2, 5);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  assert_words (self, candidate.contents[0], "that boat leaks");
}

static void
test_relative_gets_antecedent (void)
{
  g_auto (Case) self = make_case ("The/DT/3/det dock/NN/3/compound union/NN/10/nsubj ,/,/6/punct who/WP/6/nsubj said/VBD/3/acl:relcl "
                                  "pay/NN/8/nsubj fell/VBD/6/ccomp ,/,/6/punct struck/VBD/0/root ././10/punct");
  QuothCandidate candidate = make_candidate (5, 6, 4, 5, 6, 8);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  g_assert_cmpuint (candidate.n_sources, ==, 2);
  assert_words (self, candidate.sources[0], "The dock union");
  assert_words (self, candidate.sources[1], "who");
}

static void
test_question_word_stays_alone (void)
{
  g_auto (Case) self = make_case ("Who/WP/2/nsubj said/VBD/0/root boats/NNS/4/nsubj leak/VBP/2/ccomp ?/./2/punct");
  QuothCandidate candidate = make_candidate (1, 2, 0, 1, 2, 4);

  quoth_candidate_map (&candidate, self.parsed, NULL);
  g_assert_cmpuint (candidate.n_sources, ==, 1);
}

static void
test_marked_words_in_a_clause_are_filled (void)
{
  g_auto (Case) self = make_case ("He/PRP/2/nsubj said/VBD/0/root “/``/4/punct much/JJ/6/amod ”/''/4/punct help/NN/7/nsubj came/VBD/2/ccomp ././2/punct");
  QuothCandidate candidate = make_candidate (1, 2, 0, 1, 5, 7);

  candidate.contents[0] = (QuothRange) { 5, 6 };
  candidate.contents[1] = (QuothRange) { 6, 7 };
  candidate.n_contents = 2;
  quoth_candidate_map (&candidate, self.parsed, NULL);
  g_assert_cmpuint (candidate.n_contents, ==, 1);
  assert_words (self, candidate.contents[0], "help came");
}

/* "Ms Orme said in March that fares rise, and Mr Pell in April." */
static void
test_cue_is_shared (void)
{
  g_auto (Case) self = make_case ("Ms/NNP/2/compound Orme/NNP/3/nsubj said/VBD/0/root in/IN/5/case March/NNP/3/obl that/IN/8/mark "
                                  "fares/NNS/8/nsubj rise/VBP/3/ccomp ,/,/12/punct and/CC/12/cc Mr/NNP/12/compound Pell/NNP/3/conj "
                                  "in/IN/14/case April/NNP/12/nmod ././3/punct");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (QuothCandidate));
  QuothCandidate candidate = make_candidate (2, 5, 0, 2, 6, 14);

  g_array_append_val (chosen, candidate);
  quoth_candidates_share (chosen, self.parsed);
  g_assert_cmpuint (chosen->len, ==, 2);
  assert_words (self, g_array_index (chosen, QuothCandidate, 0).contents[0], "fares rise");
  assert_words (self, g_array_index (chosen, QuothCandidate, 1).contents[0], "fares rise");
  assert_words (self, g_array_index (chosen, QuothCandidate, 1).sources[0], "Mr Pell");
}

/* "Ms Orme said in March that fares rise, and Mr Pell agreed in April." has a verb of its own. */
static void
test_cue_of_its_own_is_not_shared (void)
{
  g_auto (Case) self = make_case ("Ms/NNP/2/compound Orme/NNP/3/nsubj said/VBD/0/root in/IN/5/case March/NNP/3/obl that/IN/8/mark "
                                  "fares/NNS/8/nsubj rise/VBP/3/ccomp ,/,/13/punct and/CC/13/cc Mr/NNP/12/compound Pell/NNP/13/nsubj "
                                  "agreed/VBD/3/conj in/IN/15/case April/NNP/13/obl ././3/punct");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (QuothCandidate));
  QuothCandidate candidate = make_candidate (2, 5, 0, 2, 6, 8);

  g_array_append_val (chosen, candidate);
  quoth_candidates_share (chosen, self.parsed);
  g_assert_cmpuint (chosen->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  model = quoth_model_open_default (&error);
  g_assert_no_error (error);

  g_test_add_func ("/mapping/cue-loses-adverb-and-hearer", test_cue_loses_adverb_and_hearer);
  g_test_add_func ("/mapping/cue-keeps-auxiliary-and-particle",
                   test_cue_keeps_auxiliary_and_particle);
  g_test_add_func ("/mapping/cue-keeps-speech-noun", test_cue_keeps_speech_noun);
  g_test_add_func ("/mapping/noun-cue-stays", test_noun_cue_stays);
  g_test_add_func ("/mapping/infinitive-loses-to", test_infinitive_loses_to);
  g_test_add_func ("/mapping/content-loses-hearer", test_content_loses_hearer);
  g_test_add_func ("/mapping/name-belongs-to-source", test_name_belongs_to_source);
  g_test_add_func ("/mapping/antecedent-is-the-name", test_antecedent_is_the_name);
  g_test_add_func ("/mapping/speech-is-not-its-own-cues", test_speech_is_not_its_own_cues);
  g_test_add_func ("/mapping/words-have-senses", test_words_have_senses);
  g_test_add_func ("/mapping/demonstrative-stays", test_demonstrative_stays);
  g_test_add_func ("/mapping/relative-gets-antecedent", test_relative_gets_antecedent);
  g_test_add_func ("/mapping/question-word-stays-alone", test_question_word_stays_alone);
  g_test_add_func ("/mapping/marked-words-in-a-clause-are-filled",
                   test_marked_words_in_a_clause_are_filled);
  g_test_add_func ("/mapping/cue-is-shared", test_cue_is_shared);
  g_test_add_func ("/mapping/cue-of-its-own-is-not-shared", test_cue_of_its_own_is_not_shared);

  status = g_test_run ();
  quoth_model_unref (model);
  return status;
}
