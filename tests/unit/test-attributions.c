#include <string.h>

#include "attribution-cases.h"

#define CLOSING "\n\nThe board met in May."

/* Each rule with a sentence that it takes and, where one comes near, a sentence that it leaves. */
static const Case cases[] = {
  { "/cue/after",
    OPENING "“The wards are full,” Dr Poole said.",
    "direct [said] {Dr Poole} “The wards are full,”" },
  { "/cue/inverted",
    OPENING "“The wards are full,” said Ann Poole.",
    "direct [said] {Ann Poole} “The wards are full,”" },
  { "/cue/inverted-with-role",
    OPENING "‘The wards are full,’ said the former chair of the Ferrisby trust.",
    "direct [said] {the former chair of the Ferrisby trust} ‘The wards are full,’" },
  { "/cue/before-with-colon",
    OPENING "Dr Poole said: ‘The wards are full. We need beds.’",
    "direct [said] {Dr Poole} ‘The wards are full. We need beds.’" },
  { "/cue/before-with-comma",
    OPENING "Dr Poole told the board, “The wards are full.”",
    "direct [told] {Dr Poole} “The wards are full.”" },
  { "/cue/inside",
    OPENING "‘The wards are full,’ she said. ‘We need beds.’",
    "direct [said] {she} ‘The wards are full,’ + ‘We need beds.’" },
  { "/cue/inside-one-sentence",
    OPENING "“The wards,” she said, “are full.”",
    "direct [said] {she} “The wards,” + “are full.”" },
  { "/cue/auxiliaries",
    OPENING "The council has repeatedly said that the wards are full.",
    "indirect [has repeatedly said] {The council} the wards are full" },
  { "/cue/adverb-outside",
    OPENING "She also added that the wards were full.",
    "indirect [added] {She} the wards were full" },
  { "/cue/with-preposition",
    OPENING "He called for more beds on the wards.",
    "indirect [called for] {He} more beds on the wards" },
  { "/cue/light-verb",
    OPENING "Dr Poole repeated her view that the wards were full.",
    "indirect [repeated her view] {Dr Poole} the wards were full" },
  { "/cue/noun",
    OPENING "The trust rejected a claim by Ann Poole that the wards were full.",
    "indirect [rejected] {The trust} a claim by Ann Poole that the wards were full\n"
    "> indirect [claim] {Ann Poole} the wards were full" },
  { "/cue/noun-for",
    OPENING "There was a call from Ann Poole for the wards to be opened.",
    "indirect [call] {Ann Poole} the wards to be opened" },
  { "/cue/noun-for-apposition",
    OPENING "There was a call from the trust’s director, Ann Poole, for the wards to be opened.",
    "indirect [call] {the trust’s director, Ann Poole} the wards to be opened" },
  { "/cue/according-to",
    OPENING "According to Dr Poole, the wards are full.",
    "indirect [According to] {Dr Poole} the wards are full" },
  { "/cue/according-to-after",
    OPENING "The wards are full, according to a report by the trust.",
    "indirect [according to] {a report by the trust} The wards are full" },
  { "/cue/asked-by",
    OPENING "Asked by Dr Poole, a nurse, how she would pay for it, Ms Grove said that the fund was "
    "ready.",
    "indirect [Asked] {Dr Poole, a nurse} how she would pay for it\n"
    "indirect [said] {Ms Grove} the fund was ready" },
  { "/cue/question-mark",
    OPENING "“Are the wards full?” Dr Poole asked.",
    "direct [asked] {Dr Poole} “Are the wards full?”" },
  { "/cue/headline",
    "Wards are ‘full to bursting’ says Ferrisby trust chief" CLOSING,
    "mixed [says] {Ferrisby trust chief} Wards are ‘full to bursting’" },
  { "/cue/not-a-noun",
    OPENING "The report was late and their claims were long.",
    "" },
  { "/cue/not-passive",
    OPENING "The board was told about the plan.",
    "" },
  { "/cue/not-unsaid",
    OPENING "She did not say that the wards were full.",
    "" },
  { "/cue/not-yet",
    OPENING "The council will announce a new plan on Monday.",
    "" },
  { "/cue/not-a-list",
    OPENING "The state plans and the party claims were printed in the programme.",
    "" },
  { "/source/role-before",
    OPENING "The trust’s medical director Dr Ann Poole said that the wards were full.",
    "indirect [said] {The trust’s medical director Dr Ann Poole} the wards were full" },
  { "/source/apposition",
    OPENING "Ann Poole, a nurse at the trust, said that the wards were full.",
    "indirect [said] {Ann Poole, a nurse at the trust} the wards were full" },
  { "/source/apposition-after",
    OPENING "“The wards are full,” said Ann Poole, a nurse at the trust.",
    "direct [said] {Ann Poole, a nurse at the trust} “The wards are full,”" },
  { "/source/relative-clause-out",
    OPENING "Ann Poole, who runs the ward, said that it was full.",
    "indirect [said] {Ann Poole} it was full" },
  { "/source/antecedent",
    OPENING "The plan has few friends in the council, which says that it costs too much.",
    "indirect [says] {the council} it costs too much" },
  { "/source/possessive-out",
    OPENING "It was Ann Poole’s claim that the wards were full.",
    "indirect [claim] {Ann Poole} the wards were full" },
  { "/source/description",
    OPENING "The wards are full, its deputy director has admitted.",
    "indirect [has admitted] {its deputy director} The wards are full" },
  { "/source/long-tail",
    OPENING "People briefed on the plans say that the wards are full.",
    "indirect [say] {People briefed on the plans} the wards are full" },
  { "/source/joint",
    OPENING "Ann Poole and Ben Grove said that the wards were full.",
    "indirect [said] {Ann Poole and Ben Grove} the wards were full" },
  { "/source/light-verb-once",
    OPENING "Ms Grove made the point that the wards were full.",
    "indirect [made the point] {Ms Grove} the wards were full" },
  { "/source/bracket",
    OPENING "Ann Poole (Ferrisby East) said that the wards were full.",
    "indirect [said] {Ann Poole (Ferrisby East)} the wards were full" },
  { "/source/parted-by-participle",
    OPENING "Ann Poole, speaking at a meeting in May, said that the wards were full.",
    "indirect [said] {Ann Poole} the wards were full" },
  { "/source/borrowed",
    OPENING "She met the board, saying that the wards were full.",
    "indirect [saying] {She} the wards were full" },
  { "/source/borrowed-and",
    OPENING "Dr Poole praised the nurses and said that the wards were full.",
    "indirect [said] {Dr Poole} the wards were full" },
  { "/source/fronted-phrase-out",
    OPENING "At a meeting on Monday Dr Poole said that the wards were full.",
    "indirect [said] {Dr Poole} the wards were full" },
  { "/content/that-out",
    OPENING "Dr Poole said that the wards were full.",
    "indirect [said] {Dr Poole} the wards were full" },
  { "/content/whether-stays",
    OPENING "Dr Poole asked whether the wards were full.",
    "indirect [asked] {Dr Poole} whether the wards were full" },
  { "/content/addressee-out",
    OPENING "Dr Poole told the meeting there had to be more beds.",
    "indirect [told] {Dr Poole} there had to be more beds" },
  { "/content/addressee-out-that",
    OPENING "Dr Poole told two dozen nurses yesterday that there had to be more beds.",
    "indirect [told] {Dr Poole} there had to be more beds" },
  { "/content/mixed-is-the-clause",
    OPENING "Dr Poole said the wards were ‘full to bursting’ and that beds were short.",
    "mixed [said] {Dr Poole} the wards were ‘full to bursting’ and that beds were short" },
  { "/content/mixed-before-cue",
    OPENING "Beds would not ‘necessarily be bought, but they could,’ she told nurses.",
    "mixed [told] {she} Beds would not ‘necessarily be bought, but they could,’" },
  { "/content/stop-inside",
    OPENING "She called it “a farce.”",
    "mixed [called] {She} it “a farce.”" },
  { "/content/stop-outside",
    OPENING "She called it ‘a farce’.",
    "mixed [called] {She} it ‘a farce’" },
  { "/content/around-cue",
    OPENING "While beds were short, Dr Poole said, the wards would stay open.",
    "indirect [said] {Dr Poole} While beds were short + the wards would stay open" },
  { "/content/aside-out",
    OPENING "She said that the wards were full – although she did not say why.",
    "indirect [said] {She} the wards were full" },
  { "/content/as-announced",
    OPENING "The wards could close, as health minister Ann Poole announced they cost too much.",
    "indirect [announced] {health minister Ann Poole} they cost too much" },
  { "/content/ends-at-next-cue",
    OPENING "Dr Poole said that the wards were full, adding that beds were short.",
    "indirect [said] {Dr Poole} the wards were full\n"
    "indirect [adding] {Dr Poole} beds were short" },
  { "/content/ends-before-other-speaker",
    OPENING "Dr Poole said the wards were full, but Ms Grove said there were beds.",
    "indirect [said] {Dr Poole} the wards were full\n"
    "indirect [said] {Ms Grove} there were beds" },
  { "/content/adjunct-belongs",
    OPENING "Dr Poole said over the next years, before beds were bought, wards could be shared.",
    "indirect [said] {Dr Poole} over the next years, before beds were bought, wards could be "
    "shared" },
  { "/content/fronted-clause-ends",
    OPENING "After Dr Poole said that the wards were full, the board met again.",
    "indirect [said] {Dr Poole} the wards were full" },
  { "/content/nested",
    OPENING "Dr Poole said that health minister Ben Grove had said ‘he could not see why the wards "
    "were full’.",
    "mixed [said] {Dr Poole} health minister Ben Grove had said ‘he could not see why the "
    "wards were full’\n"
    "> direct [had said] {health minister Ben Grove} ‘he could not see why the wards were "
    "full’" },
  { "/content/nested-in-inner-marks",
    OPENING "“They told me, ‘The wards are full,’ and I left,” Ben Grove said.",
    "direct [said] {Ben Grove} “They told me, ‘The wards are full,’ and I left,”\n"
    "> direct [told] {They} ‘The wards are full,’" },
  { "/content/nested-before-its-cue",
    OPENING "Dr Poole said: “‘The wards are full,’ she said, and I believed it.”",
    "direct [said] {Dr Poole} “‘The wards are full,’ she said, and I believed it.”\n"
    "> direct [said] {she} ‘The wards are full,’" },
  { "/content/not-nested-title",
    OPENING "“We read ‘The Full Ward’ on the train,” Ben Grove said.",
    "direct [said] {Ben Grove} “We read ‘The Full Ward’ on the train,”" },
  { "/content/not-nested-in-itself",
    OPENING "Dr Poole said she hoped that the wards would open.",
    "indirect [said] {Dr Poole} she hoped that the wards would open" },
  { "/quoted/cueless-paragraph",
    OPENING "‘The wards are full,’ said Dr Poole.\n"
    "\n"
    "‘My guess is that we may have to open a new one by the end of May.’",
    "direct [said] {Dr Poole} ‘The wards are full,’\n"
    "direct [] ‘My guess is that we may have to open a new one by the end of May.’" },
  { "/quoted/own-after-reported",
    OPENING "The wards would close, Dr Poole said, if nobody came. ‘They must be kept open whatever it "
    "costs us.’",
    "indirect [said] {Dr Poole} The wards would close + if nobody came\n"
    "direct [] ‘They must be kept open whatever it costs us.’" },
  { "/quoted/over-paragraphs",
    OPENING "Dr Poole said: ‘The wards are full and the beds are short.\n"
    "\n"
    "‘They must be kept open whatever it costs us.’",
    "direct [said] {Dr Poole} ‘The wards are full and the beds are short. + ‘They must be kept "
    "open whatever it costs us.’" },
  { "/quoted/over-paragraphs-cue-in-the-second",
    OPENING "‘The wards are full and the beds are short.\n"
    "\n"
    "‘They must be kept open,’ Dr Poole said.",
    "direct [said] {Dr Poole} ‘The wards are full and the beds are short. + ‘They must be kept open,’" },
  { "/quoted/over-paragraphs-cue-in-each",
    OPENING "‘The wards are full,’ Dr Poole said. ‘We are short of beds.\n"
    "\n"
    "‘They must be kept open,’ she said. ‘We have told the board.’",
    "direct [said] {Dr Poole} ‘The wards are full,’ + ‘We are short of beds.\n"
    "direct [said] {she} ‘They must be kept open,’ + ‘We have told the board.’" },
  { "/quoted/over-paragraphs-other-marks",
    OPENING "\"The wards were full and the beds were short in all of that year.\n"
    "\n"
    "“They must be kept open,” Dr Poole said.",
    "direct [] \"The wards were full and the beds were short in all of that year.\n"
    "direct [said] {Dr Poole} “They must be kept open,”" },
  { "/quoted/colon-after-a-date",
    OPENING "On July 6, 2015, Dr Poole made the following point:\n"
    "\n"
    "“The wards are full and they must be kept open whatever it costs us.”",
    "direct [made the following point] {Dr Poole} “The wards are full and they must be kept open whatever it costs us.”" },
  { "/quoted/colon-then-paragraph",
    OPENING "Dr Poole added:\n"
    "\n"
    "“The wards are full and they must be kept open whatever it costs us.”",
    "direct [added] {Dr Poole} “The wards are full and they must be kept open whatever it "
    "costs us.”" },
  { "/quoted/title",
    OPENING "Her book, called “Full Wards”, is out in May.",
    "" },
  { "/quoted/title-before-verb",
    OPENING "On “Ferrisby Today,” Dr Poole said that the wards were full.",
    "indirect [said] {Dr Poole} the wards were full" },
  { "/quoted/scare",
    OPENING "The so-called ‘open wards’ were shut in May.",
    "" },
  { "/quoted/colon",
    OPENING "She went further: “The wards are full and nobody has come to look at them.”",
    "direct [went] {She} “The wards are full and nobody has come to look at them.”" },
  { "/quoted/crosshead",
    OPENING "‘Full wards’",
    "" },
  { "/layout/speaker",
    OPENING "The meeting began at nine.\n"
    "\n"
    "ANN POOLE: The wards are full and we have to find more beds.",
    "indirect [] {ANN POOLE} The wards are full and we have to find more beds" },
  { "/layout/signed",
    OPENING "The letters came in May.\n"
    "\n"
    "“The wards are full and nobody has come.” — Ann Poole, Ferrisby",
    "direct [] {Ann Poole, Ferrisby} “The wards are full and nobody has come.”" },
  { "/layout/quoted-transcript",
    OPENING "Here is what they said:\n\n\"POOLE: Are the wards full again this winter?\n\n\"MARSH: They are. "
    "We need beds.\n\n\"But nobody will pay for them.\n\n\"POOLE: Thank you for that answer.\"",
    "direct [] {POOLE} Are the wards full again this winter?\n"
    "direct [] {MARSH} They are. We need beds. + \"But nobody will pay for them.\n"
    "direct [] {POOLE} Thank you for that answer." },
  { "/layout/words-before-a-colon-in-marks",
    OPENING "“The Latest: wards are full,” said Ann Poole.",
    "direct [said] {Ann Poole} “The Latest: wards are full,”" },
  { "/cue/after-a-sentence-that-ends-in-marks",
    OPENING "She says the plan is “the same tired old plan.” She adds, “What kind of doctor loses a ward?”",
    "mixed [says] {She} the plan is “the same tired old plan.”\n"
    "direct [adds] {She} “What kind of doctor loses a ward?”" },
  { "/layout/headline-label",
    "Poole: Wards are full" CLOSING,
    "indirect [] {Poole} Wards are full" },
  { "/layout/note",
    OPENING "Note: The wards are full and the beds are short.",
    "" },
  { "/attitude/wish",
    OPENING "Dr Poole wants to open a new ward.",
    "wish indirect [wants] {Dr Poole} open a new ward" },
  { "/attitude/belief",
    OPENING "Dr Poole believes that the wards are full.",
    "wish indirect [believes] {Dr Poole} the wards are full" },
  { "/attitude/not-supposed",
    OPENING "Nobody knows what she thinks of it.",
    "" },
  { "/cue/inverted-warning",
    OPENING "Beds are short on every ward, warns trust chief Ann Poole.",
    "indirect [warns] {trust chief Ann Poole} Beds are short on every ward" },
  { "/cue/object-of-few-words",
    OPENING "Dr Poole rejected that account.",
    "" },
  { "/cue/as-explained",
    OPENING "As Dr Poole explained, the wards were full.",
    "indirect [explained] {Dr Poole} the wards were full" },
  { "/content/near-number",
    OPENING "Dr Poole said nearly 200 beds were missing.",
    "indirect [said] {Dr Poole} nearly 200 beds were missing" },
  { "/content/time-out",
    OPENING "Dr Poole said this week the wards were full.",
    "indirect [said] {Dr Poole} the wards were full" },
  { "/content/order",
    OPENING "Dr Poole urged the board to open a new ward.",
    "indirect [urged] {Dr Poole} the board to open a new ward" },
  { "/content/not-nested-shown",
    OPENING "Dr Poole said the trial on the east ward had shown that beds were short.",
    "indirect [said] {Dr Poole} the trial on the east ward had shown that beds were short" },
  { "/quoted/mark-before",
    OPENING "– ‘The wards are full and nobody has come to look at them.’",
    "direct [] ‘The wards are full and nobody has come to look at them.’" },
  { "/noun/call-for-things",
    OPENING "A call from the union for longer breaks was turned down.",
    "indirect [call] {the union} longer breaks" },
  { "/noun/calls-to-do",
    OPENING "There have been calls from the board to open a new ward.",
    "indirect [calls] {the board} open a new ward" },
  { "/noun/not-for-somebody",
    OPENING "There was a call from the ward for Dr Poole.",
    "" },
  { "/noun/not-for-a-time",
    OPENING "The demand from the wards for two years was for beds.",
    "" },
  { "/noun/promise-to-somebody",
    OPENING "The board’s promise to the nurses that the ward would open was kept.",
    "indirect [promise] {The board} the ward would open" },
  { "/noun/warning-by",
    OPENING "A warning by the board that the ward could close was ignored.",
    "indirect [warning] {the board} the ward could close" },
  { "/noun/claim-as-subject",
    OPENING "His claim that beds were short and nurses had left was denied.",
    "indirect [claim] {His} beds were short and nurses had left" },
  { "/noun/suggestion-with-base-form",
    OPENING "Dr Poole’s suggestion that the ward be sold was not popular.",
    "indirect [suggestion] {Dr Poole} the ward be sold" },
  { "/noun/before-a-weak-past",
    OPENING "The announcement by the trust that the ward would close surprised the board.",
    "indirect [announcement] {the trust} the ward would close" },
  { "/noun/as-object-to-the-end",
    OPENING "The board heard a claim by the trust that a ward that was shut had been opened.",
    "indirect [claim] {the trust} a ward that was shut had been opened" },
  { "/shared/same-words",
    OPENING "Ms Orme said in May that fares would rise, and Mr Pell in June.",
    "indirect [said] {Ms Orme} fares would rise\n"
    "indirect [said] {Mr Pell} fares would rise" },
  { "/shared/then-goes-on",
    OPENING "Ms Orme said in May that fares would rise, and Mr Pell in June, when he warned that boats were late.",
    "indirect [said] {Ms Orme} fares would rise\n"
    "indirect [said] {Mr Pell} fares would rise\n"
    "indirect [warned] {he} boats were late" },
  { "/shared/own-words",
    OPENING "Ms Orme has argued that boats are late, and Mr Pell that crews are few.",
    "indirect [has argued] {Ms Orme} boats are late\n"
    "indirect [has argued] {Mr Pell} crews are few" },
  { "/shared/own-marked-words",
    OPENING "“The pier is shut,” Ms Orme said, and Mr Pell: “It will stay shut.”",
    "direct [said] {Ms Orme} “The pier is shut,”\n"
    "direct [said] {Mr Pell} “It will stay shut.”" },
  { "/shared/not-a-subject",
    OPENING "Ms Orme said in May that the pier would open in June, and Mr Pell in July would repair it.",
    "indirect [said] {Ms Orme} the pier would open in June, and Mr Pell in July would repair it" },
  { "/shared/not-without-time",
    OPENING "Ms Orme said that the ferry would sail in March, and the Pell in April.",
    "indirect [said] {Ms Orme} the ferry would sail in March, and the Pell in April" },
  { "/shared/two-clauses-of-one",
    OPENING "Ms Orme said that fares would rise and that boats were late.",
    "indirect [said] {Ms Orme} fares would rise and that boats were late" },
  { "/shared/cue-of-his-own",
    OPENING "Ms Orme said that fares would rise and Mr Pell said that boats were late.",
    "indirect [said] {Ms Orme} fares would rise\n"
    "indirect [said] {Mr Pell} boats were late" },
  { "/layout/headline-role-label",
    "Harbour minister: Wards are full" CLOSING,
    "indirect [] {Harbour minister} Wards are full" },
  { "/layout/headline-no-role-label",
    "Harbour walls: Wards are full" CLOSING,
    "" },
  { "/content/nested-noun-to-its-predicate",
    OPENING "Ben Grove said Dr Poole’s claim that beds were short had been “plain wrong”.",
    "mixed [said] {Ben Grove} Dr Poole’s claim that beds were short had been “plain wrong”\n"
    "> indirect [claim] {Dr Poole} beds were short" },
  { "/quoted/crosshead-in-capitals",
    OPENING "Dr Poole said that beds were short.\n"
    "\n"
    "‘The Long Winter of the Open Wards at Ferrisby’\n"
    "\n"
    "The board meets in May.",
    "indirect [said] {Dr Poole} beds were short" },
  { "/quoted/no-crosshead",
    OPENING "Dr Poole said that beds were short.\n"
    "\n"
    "‘We have had a long winter on the wards at Ferrisby’\n"
    "\n"
    "The board meets in May.",
    "indirect [said] {Dr Poole} beds were short\n"
    "direct [] ‘We have had a long winter on the wards at Ferrisby’" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *found = describe_attributions (test->text);

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
