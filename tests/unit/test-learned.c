#include <string.h>

#include "attribution-cases.h"

#include "quoth-attributions-learned.h"

/* Something after, so that the line of a case is a headline */
#define CLOSING "\n\nThe board met in May. It was long."

/* Whole sentences through all stages, with the model that is built in. */
static const Case cases[] = {
  { "/learned/headline",
    "The pier will close, warns harbour chief\n\nThe board met in May. It was long.",
    "indirect [warns] {harbour chief} The pier will close" },
  { "/learned/shared-cue",
    OPENING "Ms Orme said in June that the fares would rise, and Mr Pell in May.",
    "indirect [said] {Ms Orme} the fares would rise\n"
    "indirect [said] {Mr Pell} the fares would rise" },
  { "/learned/addressee",
    OPENING "Ben Grove told reporters that the boats were late.",
    "indirect [told] {Ben Grove} the boats were late" },
  { "/learned/nested-in-inner-marks",
    OPENING "“They told me, ‘The wards are full,’ and I left,” Ben Grove said.",
    "direct [said] {Ben Grove} “They told me, ‘The wards are full,’ and I left,”\n"
    "> direct [told] {They} ‘The wards are full,’" },
  { "/learned/over-paragraphs-cue-in-the-second",
    OPENING "“The pier was shut for years and we had no money at all.\n"
    "\n"
    "“The council then gave us a grant, and we were glad,” Ms Orme said.",
    "direct [said] {Ms Orme} “The pier was shut for years and we had no money at all. + “The council then gave us a "
    "grant, and we were glad,”" },
  { "/learned/over-paragraphs-cue-in-each",
    OPENING "Ms Orme said: “The pier was shut for years. We had no money.\n"
    "\n"
    "“The council then gave us a grant, and we were glad,” she said. “It was enough for us all.”",
    "direct [said] {Ms Orme} “The pier was shut for years. We had no money.\n"
    "direct [said] {she} “The council then gave us a grant, and we were glad,” + “It was enough for us all.”" },
  { "/learned/over-paragraphs-twice-left-open",
    OPENING "“The pier was shut for years,” Ms Orme said. “We had no money.\n"
    "\n"
    "“The council then gave us a grant,” she said. “It was enough.”",
    "direct [said] {Ms Orme} “The pier was shut for years,” + “We had no money.\n"
    "direct [said] {she} “The council then gave us a grant,” + “It was enough.”" },
  { "/learned/call-for-things",
    OPENING "A call from the union for longer breaks was turned down.",
    "indirect [call] {the union} longer breaks" },
  { "/learned/calls-to-do",
    OPENING "There have been calls from the opposition to sack the harbour master.",
    "indirect [calls] {the opposition} sack the harbour master" },
  { "/learned/warning-by",
    OPENING "A warning by the mayor that the pier could fall was ignored.",
    "indirect [warning] {the mayor} the pier could fall" },
  { "/learned/claim-as-subject",
    OPENING "Her claim that the boats were late was wrong.",
    "indirect [claim] {Her} the boats were late" },
  { "/learned/suggestion",
    OPENING "Ms Poole’s suggestion that the pier be sold was not popular.",
    "indirect [suggestion] {Ms Poole} the pier be sold" },
  { "/learned/light-verb-and-noun",
    OPENING "Mr Pell made the point that the wall was built in a day.",
    "indirect [made the point] {Mr Pell} the wall was built in a day" },
  { "/learned/call-for-marked-words",
    OPENING "The comments came with a call from the chair of the board, Ada Moss, for “proper rails”.",
    "direct [call] {the chair of the board, Ada Moss} “proper rails”" },
  { "/learned/shared-cue-then-goes-on",
    OPENING "Ms Orme said in May that the fares would rise, and Mr Pell in June, when he warned that the boats "
    "were late.",
    "indirect [said] {Ms Orme} the fares would rise\n"
    "indirect [said] {Mr Pell} the fares would rise\n"
    "indirect [warned] {he} the boats were late" },
  { "/learned/shared-cue-own-words",
    OPENING "Ms Orme said that the fares would rise, and Mr Pell that the boats were late.",
    "indirect [said] {Ms Orme} the fares would rise\n"
    "indirect [said] {Mr Pell} the boats were late" },
  { "/learned/shared-cue-own-marked-words",
    OPENING "“The pier is shut,” Ms Orme said, and Mr Pell: “It will stay shut.”",
    "direct [said] {Ms Orme} “The pier is shut,”\n"
    "direct [said] {Mr Pell} “It will stay shut.”" },
  { "/learned/shared-cue-marked-after",
    OPENING "Ms Orme said “the pier is shut”, and Mr Pell “the boats are late”.",
    "direct [said] {Ms Orme} “the pier is shut”\n"
    "direct [said] {Mr Pell} “the boats are late”" },
  { "/learned/two-clauses-of-one",
    OPENING "Ms Orme said that the fares would rise and that the boats were late.",
    "indirect [said] {Ms Orme} the fares would rise and that the boats were late" },
  { "/learned/cue-of-his-own",
    OPENING "Ms Orme said that fares would rise and Mr Pell said that the boats were late.",
    "indirect [said] {Ms Orme} fares would rise\n"
    "indirect [said] {Mr Pell} the boats were late" },
  { "/learned/headline-role-label",
    "Harbour minister: The pier will stay open" CLOSING,
    "indirect [] {Harbour minister} The pier will stay open" },
  { "/learned/headline-name-label",
    "Moss: ‘The pier will stay open’" CLOSING,
    "direct [:] {Moss} ‘The pier will stay open’" },
  { "/learned/headline-warns-of",
    "Mayor warns of floods in the old town" CLOSING,
    "indirect [warns of] {Mayor} floods in the old town" },
  { "/learned/headline-marked",
    "Council ‘failed its tenants’, says watchdog" CLOSING,
    "mixed [says] {watchdog} Council ‘failed its tenants’" },
  { "/learned/caption-label",
    "The pier reopens" CLOSING "\n\nAda Moss: ‘We have waited for this for years’\n\nShe cut the ribbon.",
    "direct [:] {Ada Moss} ‘We have waited for this for years’" },
  { "/learned/caption-says",
    "The pier reopens" CLOSING "\n\nCaption: Ada Moss says the pier is safe. Photograph: Jon Pell\n\nShe cut the ribbon.",
    "indirect [says] {Ada Moss} the pier is safe" },
  { "/learned/addressee-members",
    OPENING "Ben Grove told MPs that the boats were late.",
    "indirect [told] {Ben Grove} the boats were late" },
  { "/learned/addressee-without-that",
    OPENING "Ben Grove told the inquiry the boats were late.",
    "indirect [told] {Ben Grove} the boats were late" },
  { "/learned/addressee-and-time",
    OPENING "She told a meeting of the harbour board in June that the boats were late.",
    "indirect [told] {She} the boats were late" },
  { "/learned/addressee-of-assurance",
    OPENING "Ben Grove assured residents of the island that the boats were safe.",
    "indirect [assured] {Ben Grove} the boats were safe" },
  { "/learned/addressee-between-pieces",
    OPENING "“The boats,” Ben Grove told the board, “are late.”",
    "direct [told] {Ben Grove} “The boats,” + “are late.”" },
  { "/learned/nested-told",
    OPENING "Ms Orme said that Mr Pell had told her: “The pier is shut.”",
    "mixed [said] {Ms Orme} Mr Pell had told her: “The pier is shut.”\n"
    "> direct [had told] {Mr Pell} “The pier is shut.”" },
  { "/learned/nested-in-a-report",
    OPENING "According to the report, Ms Orme said that the pier was shut.",
    "indirect [According to] {the report} Ms Orme said that the pier was shut\n"
    "> indirect [said] {Ms Orme} the pier was shut" },
  { "/learned/nested-according",
    OPENING "Ms Orme said that, according to the engineers, the pier was safe.",
    "indirect [said] {Ms Orme} according to the engineers, the pier was safe\n"
    "> indirect [according to] {the engineers} the pier was safe" },
  { "/learned/nested-claim",
    OPENING "Mr Pell said Ms Orme’s claim that the pier was safe had been “plain wrong”.",
    "mixed [said] {Mr Pell} Ms Orme’s claim that the pier was safe had been “plain wrong”\n"
    "> indirect [claim] {Ms Orme} the pier was safe" },
  { "/learned/relative-clause-of-the-source",
    OPENING "The trust, which runs the wards, said they were full.",
    "indirect [said] {The trust} they were full" },
  { "/learned/crosshead",
    OPENING "Dr Poole said that beds were short.\n\n‘The Long Winter of the Open Wards at Ferrisby’\n\nThe board meets in May.",
    "indirect [said] {Dr Poole} beds were short" },
  { "/learned/paragraph-without-cue",
    OPENING "‘The wards are full,’ said Dr Poole.\n\n‘My guess is that we may have to open a new one by the end of May.’",
    "direct [said] {Dr Poole} ‘The wards are full,’\n"
    "direct [] ‘My guess is that we may have to open a new one by the end of May.’" },
  { "/learned/guillemets",
    OPENING "«The boats are late and the crews are few», said Ben Grove. « We are waiting for them. »",
    "direct [said] {Ben Grove} «The boats are late and the crews are few» + « We are waiting for them. »" },
  { "/learned/guillemets-inwards",
    OPENING "Ben Grove said: »The boats are late and the crews are few.«",
    "direct [said] {Ben Grove} »The boats are late and the crews are few.«" },
  { "/learned/low-marks",
    OPENING "„The boats are late and the crews are few“, said Ben Grove.",
    "direct [said] {Ben Grove} „The boats are late and the crews are few“" },
  { "/learned/doubled-apostrophes",
    OPENING "''The boats are late and the crews are few,'' said Ben Grove.",
    "direct [said] {Ben Grove} ''The boats are late and the crews are few,''" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = quoth_model_open_default (NULL);
  g_autofree char *found = NULL;
  QuothLearned learned;

  if (model == NULL || !quoth_learned_find (&learned, model))
    {
      g_test_skip ("built without the learned stages");
      return;
    }
  found = describe_attributions (test->text);
  g_assert_cmpstr (found, ==, test->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);

  return g_test_run ();
}
