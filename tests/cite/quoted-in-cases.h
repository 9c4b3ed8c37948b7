#pragma once

/* What each of the dozen styles makes of a quotation in somebody else's article, written from the
 * manuals: the note (or the full citation that names the speaker first), the citation in the text,
 * and the entry in the list.
 *
 * The article: Joan Marsh, "Port to close in May", The Saltby Courier, 21 March 2014, read on 3
 * April 2014. The words are in its second paragraph.
 */

typedef enum
{
  CASE_DIRECT,
  CASE_REPORTED,
  CASE_ROLE,
  CASE_ORGANISATION,
  CASE_JOINT,
  CASE_NO_BYLINE,
  CASE_NESTED,
  CASE_NO_DATE,
  N_CASES
} Case;

typedef struct
{
  const char *style;
  struct { const char *note; const char *in_text; const char *entry; } cases[N_CASES];
} StyleCases;

#define URL "https://courier.example/port"

/* Publication Manual of the APA, 7th ed.: 8.6 (as cited in), 8.9 (initials of who isn't in the
 * list), 8.14 (no author: the title in marks), 8.28 (paragraphs), 9.14 (n.d.), 9.16 (retrieval
 * date), 10.1.16 (newspaper articles) */
#define APA "Marsh, J. (2014, March 21). Port to close in May. The Saltby Courier. " URL
#define APA_NO_BYLINE "Port to close in May. (2014, March 21). The Saltby Courier. " URL
#define APA_NO_DATE "Marsh, J. (n.d.). Port to close in May. The Saltby Courier. Retrieved April 3, 2014, from " URL

/* MLA Handbook, 9th ed.: 6.77 (qtd. in), 5.23 and 6.8 (no author: the title), 5.111 (accessed,
 * where there is no date) */
#define MLA "Marsh, Joan. “Port to Close in May.” The Saltby Courier, 21 Mar. 2014, " URL "."
#define MLA_NO_BYLINE "“Port to Close in May.” The Saltby Courier, 21 Mar. 2014, " URL "."
#define MLA_NO_DATE "Marsh, Joan. “Port to Close in May.” The Saltby Courier, " URL ". Accessed 3 Apr. 2014."

/* Chicago Manual of Style, 17th ed.: 14.260 (quoted in), 14.191 (newspapers), 14.193 (without
 * "The"), 14.199 (unsigned), 14.12 (accessed, where there is no date). In the entry of an unsigned
 * article the style's file has a comma where 14.199 has a full stop. */
#define CHICAGO_NOTE "Joan Marsh, “Port to Close in May,” Saltby Courier, March 21, 2014, para. 2, " URL "."
#define CHICAGO_NOTE_NO_BYLINE "“Port to Close in May,” Saltby Courier, March 21, 2014, para. 2, " URL "."
#define CHICAGO_NOTE_NO_DATE "Joan Marsh, “Port to Close in May,” Saltby Courier, para. 2, accessed April 3, 2014, " URL "."
#define CHICAGO "Marsh, Joan. “Port to Close in May.” Saltby Courier, March 21, 2014. " URL "."
#define CHICAGO_NO_BYLINE "Saltby Courier. “Port to Close in May,” March 21, 2014. " URL "."
#define CHICAGO_NO_DATE "Marsh, Joan. “Port to Close in May.” Saltby Courier. Accessed April 3, 2014. " URL "."

/* The same: 15.56 (quoted in), 15.49 (newspapers), 15.44 (n.d.) */
#define CHICAGO_AD "Marsh, Joan. 2014. “Port to Close in May.” Saltby Courier, March 21, 2014. " URL "."
#define CHICAGO_AD_NO_BYLINE "Saltby Courier. 2014. “Port to Close in May,” March 21, 2014. " URL "."
#define CHICAGO_AD_NO_DATE "Marsh, Joan. n.d. “Port to Close in May.” Saltby Courier. Accessed April 3, 2014. " URL "."

/* Cite Them Right, 12th ed.: secondary referencing (quoted in, cited in), newspaper articles; no
 * author: the newspaper; no date */
#define HARVARD "Marsh, J. (2014) ‘Port to close in May’, The Saltby Courier, 21 March. Available at: " URL " (Accessed: 3 April 2014)."
#define HARVARD_NO_BYLINE "The Saltby Courier (2014) ‘Port to close in May’, 21 March. Available at: " URL " (Accessed: 3 April 2014)."
#define HARVARD_NO_DATE "Marsh, J. (no date) ‘Port to close in May’, The Saltby Courier. Available at: " URL " (Accessed: 3 April 2014)."

/* Citing Medicine, 2nd ed., chapter 23 (newspapers on the Internet), as the style's file has it */
#define VANCOUVER "Marsh J. Port to close in May. The Saltby Courier [Internet]. 2014 Mar 21 [cited 2014 Apr 3]; Available from: " URL
#define VANCOUVER_NO_BYLINE "Port to close in May. The Saltby Courier [Internet]. 2014 Mar 21 [cited 2014 Apr 3]; Available from: " URL
#define VANCOUVER_NO_DATE "Marsh J. Port to close in May. The Saltby Courier [Internet]. [cited 2014 Apr 3]; Available from: " URL

/* OSCOLA, 4th ed.: 3.4.9 (newspaper articles), 3.1.4 (electronic sources) */
#define OSCOLA_NOTE "Joan Marsh, ‘Port to Close in May’ The Saltby Courier (21 March 2014) <" URL "> accessed 3 April 2014."
#define OSCOLA_NOTE_NO_BYLINE "‘Port to Close in May’ The Saltby Courier (21 March 2014) <" URL "> accessed 3 April 2014."
#define OSCOLA_NOTE_NO_DATE "Joan Marsh, ‘Port to Close in May’ The Saltby Courier <" URL "> accessed 3 April 2014."
#define OSCOLA "Marsh J, ‘Port to Close in May’ The Saltby Courier (21 March 2014) <" URL "> accessed 3 April 2014"
#define OSCOLA_NO_BYLINE "‘Port to Close in May’ The Saltby Courier (21 March 2014) <" URL "> accessed 3 April 2014"
#define OSCOLA_NO_DATE "Marsh J, ‘Port to Close in May’ The Saltby Courier <" URL "> accessed 3 April 2014"

/* MHRA Style Guide, 3rd ed.: 11.2.6 (newspaper articles, without "The"), 11.2.10 (online) */
#define MHRA_NOTE "Joan Marsh, ‘Port to Close in May’, Saltby Courier, 21 March 2014, para. 2 <" URL "> [accessed 3 April 2014]."
#define MHRA_NOTE_NO_BYLINE "‘Port to Close in May’, Saltby Courier, 21 March 2014, para. 2 <" URL "> [accessed 3 April 2014]."
#define MHRA_NOTE_NO_DATE "Joan Marsh, ‘Port to Close in May’, Saltby Courier, para. 2 <" URL "> [accessed 3 April 2014]."
#define MHRA "Marsh, Joan, ‘Port to Close in May’, Saltby Courier, 21 March 2014 <" URL "> [accessed 3 April 2014]"
#define MHRA_NO_BYLINE "‘Port to Close in May’, Saltby Courier, 21 March 2014 <" URL "> [accessed 3 April 2014]"
#define MHRA_NO_DATE "Marsh, Joan, ‘Port to Close in May’, Saltby Courier <" URL "> [accessed 3 April 2014]"

/* IEEE Reference Guide: newspapers, online; places are named as in "[3, Sec. IV]" */
#define IEEE "J. Marsh, “Port to close in May,” The Saltby Courier, Mar. 21, 2014. Accessed: Apr. 03, 2014. [Online]. Available: " URL
#define IEEE_NO_BYLINE "“Port to close in May,” The Saltby Courier, Mar. 21, 2014. Accessed: Apr. 03, 2014. [Online]. Available: " URL
#define IEEE_NO_DATE "J. Marsh, “Port to close in May,” The Saltby Courier. Accessed: Apr. 03, 2014. [Online]. Available: " URL

/* AMA Manual of Style, 11th ed.: 3.13.10 (quoted by), 3.13.1 (news publications, without "The").
 * The style's file has the 10th edition's order of address and dates. */
#define AMA "Marsh J. Port to close in May. Saltby Courier. " URL ". Published March 21, 2014. Accessed April 3, 2014."
#define AMA_NO_BYLINE "Port to close in May. Saltby Courier. " URL ". Published March 21, 2014. Accessed April 3, 2014."
#define AMA_NO_DATE "Marsh J. Port to close in May. Saltby Courier. " URL ". Accessed April 3, 2014."

/* A newsroom's line */
#define LINE "‘Port to close in May’, Joan Marsh, The Saltby Courier, 21 March 2014, " URL
#define LINE_NO_BYLINE "‘Port to close in May’, The Saltby Courier, 21 March 2014, " URL
#define LINE_NO_DATE "‘Port to close in May’, Joan Marsh, The Saltby Courier, undated, accessed 3 April 2014, " URL

/* Wikipedia, Template:Cite news */
#define CITE "{{cite news |last=Marsh |first=Joan |date=21 March 2014 |title=Port to close in May |url=" URL \
  " |newspaper=The Saltby Courier"
#define CITE_NO_BYLINE "{{cite news |date=21 March 2014 |title=Port to close in May |url=" URL " |newspaper=The Saltby Courier"
#define CITE_NO_DATE "{{cite news |last=Marsh |first=Joan |title=Port to close in May |url=" URL " |newspaper=The Saltby Courier"
#define CITE_END " |access-date=3 April 2014}}"
#define CITE_AT " |at=para. 2 |access-date=3 April 2014"
#define WORDS " |quote=never waits}}"

static const StyleCases expected[] = {
  { "apa", {
    [CASE_DIRECT] = { "U. Quill, as cited in " APA, "(U. Quill, as cited in Marsh, 2014, para. 2)",
                      APA },
    [CASE_REPORTED] = { "U. Quill, as cited in " APA,
                        "(U. Quill, as cited in Marsh, 2014, para. 2)", APA },
    [CASE_ROLE] = { "U. Quill, harbour master, Saltby Port, as cited in " APA,
                    "(U. Quill, harbour master, Saltby Port, as cited in Marsh, 2014, para. 2)", APA },
    [CASE_ORGANISATION] = { "Saltby Port, as cited in " APA,
                            "(Saltby Port, as cited in Marsh, 2014, para. 2)", APA },
    [CASE_JOINT] = { "U. Quill & N. Reed, as cited in " APA,
                     "(U. Quill & N. Reed, as cited in Marsh, 2014, para. 2)", APA },
    [CASE_NO_BYLINE] = { "U. Quill, as cited in " APA_NO_BYLINE,
                         "(U. Quill, as cited in “Port to Close in May,” 2014, para. 2)", APA_NO_BYLINE },
    [CASE_NESTED] = { "U. Quill, as cited by N. Reed, as cited in " APA,
                      "(U. Quill, as cited by N. Reed, as cited in Marsh, 2014, para. 2)", APA },
    [CASE_NO_DATE] = { "U. Quill, as cited in " APA_NO_DATE,
                       "(U. Quill, as cited in Marsh, n.d., para. 2)", APA_NO_DATE },
  } },
  { "modern-language-association", {
    [CASE_DIRECT] = { "Una Quill, qtd. in " MLA, "Una Quill (qtd. in Marsh)", MLA },
    [CASE_REPORTED] = { "Una Quill, cited in " MLA, "Una Quill (cited in Marsh)", MLA },
    [CASE_ROLE] = { "Una Quill, harbour master, Saltby Port, qtd. in " MLA,
                    "Una Quill, harbour master, Saltby Port (qtd. in Marsh)", MLA },
    [CASE_ORGANISATION] = { "Saltby Port, qtd. in " MLA, "Saltby Port (qtd. in Marsh)", MLA },
    [CASE_JOINT] = { "Una Quill and Ned Reed, qtd. in " MLA,
                     "Una Quill and Ned Reed (qtd. in Marsh)", MLA },
    [CASE_NO_BYLINE] = { "Una Quill, qtd. in " MLA_NO_BYLINE,
                         "Una Quill (qtd. in “Port to Close in May”)", MLA_NO_BYLINE },
    [CASE_NESTED] = { "Una Quill, quoted by Ned Reed, qtd. in " MLA,
                      "Una Quill, quoted by Ned Reed (qtd. in Marsh)", MLA },
    [CASE_NO_DATE] = { "Una Quill, qtd. in " MLA_NO_DATE, "Una Quill (qtd. in Marsh)",
                       MLA_NO_DATE },
  } },
#define NOTES(lead, note, entry) { lead note, lead note, entry }
  { "chicago-fullnote-bibliography", {
    [CASE_DIRECT] = NOTES ("Una Quill, quoted in ", CHICAGO_NOTE, CHICAGO),
    [CASE_REPORTED] = NOTES ("Una Quill, cited in ", CHICAGO_NOTE, CHICAGO),
    [CASE_ROLE] = NOTES ("Una Quill, harbour master, Saltby Port, quoted in ", CHICAGO_NOTE,
                         CHICAGO),
    [CASE_ORGANISATION] = NOTES ("Saltby Port, quoted in ", CHICAGO_NOTE, CHICAGO),
    [CASE_JOINT] = NOTES ("Una Quill and Ned Reed, quoted in ", CHICAGO_NOTE, CHICAGO),
    [CASE_NO_BYLINE] = NOTES ("Una Quill, quoted in ", CHICAGO_NOTE_NO_BYLINE, CHICAGO_NO_BYLINE),
    [CASE_NESTED] = NOTES ("Una Quill, quoted by Ned Reed, quoted in ", CHICAGO_NOTE, CHICAGO),
    [CASE_NO_DATE] = NOTES ("Una Quill, quoted in ", CHICAGO_NOTE_NO_DATE, CHICAGO_NO_DATE),
  } },
  { "chicago-author-date", {
    [CASE_DIRECT] = { "Una Quill, quoted in " CHICAGO_AD,
                      "Una Quill (quoted in Marsh 2014, para. 2)", CHICAGO_AD },
    [CASE_REPORTED] = { "Una Quill, cited in " CHICAGO_AD,
                        "Una Quill (cited in Marsh 2014, para. 2)", CHICAGO_AD },
    [CASE_ROLE] = { "Una Quill, harbour master, Saltby Port, quoted in " CHICAGO_AD,
                    "Una Quill, harbour master, Saltby Port (quoted in Marsh 2014, para. 2)", CHICAGO_AD },
    [CASE_ORGANISATION] = { "Saltby Port, quoted in " CHICAGO_AD,
                            "Saltby Port (quoted in Marsh 2014, para. 2)", CHICAGO_AD },
    [CASE_JOINT] = { "Una Quill and Ned Reed, quoted in " CHICAGO_AD,
                     "Una Quill and Ned Reed (quoted in Marsh 2014, para. 2)", CHICAGO_AD },
    [CASE_NO_BYLINE] = { "Una Quill, quoted in " CHICAGO_AD_NO_BYLINE,
                         "Una Quill (quoted in Saltby Courier 2014, para. 2)", CHICAGO_AD_NO_BYLINE },
    [CASE_NESTED] = { "Una Quill, quoted by Ned Reed, quoted in " CHICAGO_AD,
                      "Una Quill, quoted by Ned Reed (quoted in Marsh 2014, para. 2)", CHICAGO_AD },
    [CASE_NO_DATE] = { "Una Quill, quoted in " CHICAGO_AD_NO_DATE,
                       "Una Quill (quoted in Marsh n.d., para. 2)",
                       CHICAGO_AD_NO_DATE },
  } },
  { "harvard-cite-them-right", {
    [CASE_DIRECT] = { "Una Quill, quoted in " HARVARD,
                      "(Una Quill, quoted in Marsh, 2014, para. 2)", HARVARD },
    [CASE_REPORTED] = { "Una Quill, cited in " HARVARD,
                        "(Una Quill, cited in Marsh, 2014, para. 2)", HARVARD },
    [CASE_ROLE] = { "Una Quill, harbour master, Saltby Port, quoted in " HARVARD,
                    "(Una Quill, harbour master, Saltby Port, quoted in Marsh, 2014, para. 2)", HARVARD },
    [CASE_ORGANISATION] = { "Saltby Port, quoted in " HARVARD,
                            "(Saltby Port, quoted in Marsh, 2014, para. 2)", HARVARD },
    [CASE_JOINT] = { "Una Quill and Ned Reed, quoted in " HARVARD,
                     "(Una Quill and Ned Reed, quoted in Marsh, 2014, para. 2)", HARVARD },
    [CASE_NO_BYLINE] = { "Una Quill, quoted in " HARVARD_NO_BYLINE,
                         "(Una Quill, quoted in The Saltby Courier, 2014, para. 2)", HARVARD_NO_BYLINE },
    [CASE_NESTED] = { "Una Quill, quoted by Ned Reed, quoted in " HARVARD,
                      "(Una Quill, quoted by Ned Reed, quoted in Marsh, 2014, para. 2)", HARVARD },
    [CASE_NO_DATE] = { "Una Quill, quoted in " HARVARD_NO_DATE,
                       "(Una Quill, quoted in Marsh, no date, para. 2)",
                       HARVARD_NO_DATE },
  } },
  { "vancouver", {
    [CASE_DIRECT] = { "Quill U, quoted in " VANCOUVER, "Una Quill, quoted in (1)",
                      "1. " VANCOUVER },
    [CASE_REPORTED] = { "Quill U, cited in " VANCOUVER, "Una Quill, cited in (1)",
                        "1. " VANCOUVER },
    [CASE_ROLE] = { "Quill U (harbour master, Saltby Port), quoted in " VANCOUVER,
                    "Una Quill, harbour master, Saltby Port, quoted in (1)", "1. " VANCOUVER },
    [CASE_ORGANISATION] = { "Saltby Port, quoted in " VANCOUVER, "Saltby Port, quoted in (1)",
                            "1. " VANCOUVER },
    [CASE_JOINT] = { "Quill U, Reed N, quoted in " VANCOUVER,
                     "Una Quill and Ned Reed, quoted in (1)", "1. " VANCOUVER },
    [CASE_NO_BYLINE] = { "Quill U, quoted in " VANCOUVER_NO_BYLINE, "Una Quill, quoted in (1)",
                         "1. " VANCOUVER_NO_BYLINE },
    [CASE_NESTED] = { "Quill U, quoted by Reed N, quoted in " VANCOUVER,
                      "Una Quill, quoted by Ned Reed, quoted in (1)",
                      "1. " VANCOUVER },
    [CASE_NO_DATE] = { "Quill U, quoted in " VANCOUVER_NO_DATE, "Una Quill, quoted in (1)",
                       "1. " VANCOUVER_NO_DATE },
  } },
  { "oscola", {
    [CASE_DIRECT] = NOTES ("Una Quill, quoted in ", OSCOLA_NOTE, OSCOLA),
    [CASE_REPORTED] = NOTES ("Una Quill, cited in ", OSCOLA_NOTE, OSCOLA),
    [CASE_ROLE] = NOTES ("Una Quill, harbour master, Saltby Port, quoted in ", OSCOLA_NOTE, OSCOLA),
    [CASE_ORGANISATION] = NOTES ("Saltby Port, quoted in ", OSCOLA_NOTE, OSCOLA),
    [CASE_JOINT] = NOTES ("Una Quill and Ned Reed, quoted in ", OSCOLA_NOTE, OSCOLA),
    [CASE_NO_BYLINE] = NOTES ("Una Quill, quoted in ", OSCOLA_NOTE_NO_BYLINE, OSCOLA_NO_BYLINE),
    [CASE_NESTED] = NOTES ("Una Quill, quoted by Ned Reed, quoted in ", OSCOLA_NOTE, OSCOLA),
    [CASE_NO_DATE] = NOTES ("Una Quill, quoted in ", OSCOLA_NOTE_NO_DATE, OSCOLA_NO_DATE),
  } },
  { "modern-humanities-research-association", {
    [CASE_DIRECT] = NOTES ("Una Quill, quoted in ", MHRA_NOTE, MHRA),
    [CASE_REPORTED] = NOTES ("Una Quill, cited in ", MHRA_NOTE, MHRA),
    [CASE_ROLE] = NOTES ("Una Quill, harbour master, Saltby Port, quoted in ", MHRA_NOTE, MHRA),
    [CASE_ORGANISATION] = NOTES ("Saltby Port, quoted in ", MHRA_NOTE, MHRA),
    [CASE_JOINT] = NOTES ("Una Quill and Ned Reed, quoted in ", MHRA_NOTE, MHRA),
    [CASE_NO_BYLINE] = NOTES ("Una Quill, quoted in ", MHRA_NOTE_NO_BYLINE, MHRA_NO_BYLINE),
    [CASE_NESTED] = NOTES ("Una Quill, quoted by Ned Reed, quoted in ", MHRA_NOTE, MHRA),
    [CASE_NO_DATE] = NOTES ("Una Quill, quoted in ", MHRA_NOTE_NO_DATE, MHRA_NO_DATE),
  } },
  { "ieee", {
    [CASE_DIRECT] = { "U. Quill, quoted in " IEEE, "U. Quill, quoted in [1, Para. 2]",
                      "[1] " IEEE },
    [CASE_REPORTED] = { "U. Quill, cited in " IEEE, "U. Quill, cited in [1, Para. 2]",
                        "[1] " IEEE },
    [CASE_ROLE] = { "U. Quill, harbour master, Saltby Port, quoted in " IEEE,
                    "U. Quill, harbour master, Saltby Port, quoted in [1, Para. 2]", "[1] " IEEE },
    [CASE_ORGANISATION] = { "Saltby Port, quoted in " IEEE, "Saltby Port, quoted in [1, Para. 2]",
                            "[1] " IEEE },
    [CASE_JOINT] = { "U. Quill and N. Reed, quoted in " IEEE,
                     "U. Quill and N. Reed, quoted in [1, Para. 2]", "[1] " IEEE },
    [CASE_NO_BYLINE] = { "U. Quill, quoted in " IEEE_NO_BYLINE, "U. Quill, quoted in [1, Para. 2]",
                         "[1] " IEEE_NO_BYLINE },
    [CASE_NESTED] = { "U. Quill, quoted by N. Reed, quoted in " IEEE,
                      "U. Quill, quoted by N. Reed, quoted in [1, Para. 2]", "[1] " IEEE },
    [CASE_NO_DATE] = { "U. Quill, quoted in " IEEE_NO_DATE, "U. Quill, quoted in [1, Para. 2]",
                       "[1] " IEEE_NO_DATE },
  } },
  { "american-medical-association", {
    [CASE_DIRECT] = { "Quill U. Quoted by: " AMA, "Una Quill1", "1. Quill U. Quoted by: " AMA },
    [CASE_REPORTED] = { "Quill U. Cited by: " AMA, "Una Quill1", "1. Quill U. Cited by: " AMA },
    [CASE_ROLE] = { "Quill U (harbour master, Saltby Port). Quoted by: " AMA,
                    "Una Quill, harbour master, Saltby Port1",
                    "1. Quill U (harbour master, Saltby Port). Quoted by: " AMA },
    [CASE_ORGANISATION] = { "Saltby Port. Quoted by: " AMA, "Saltby Port1",
                            "1. Saltby Port. Quoted by: " AMA },
    [CASE_JOINT] = { "Quill U, Reed N. Quoted by: " AMA, "Una Quill and Ned Reed1",
                     "1. Quill U, Reed N. Quoted by: " AMA },
    [CASE_NO_BYLINE] = { "Quill U. Quoted by: " AMA_NO_BYLINE, "Una Quill1",
                         "1. Quill U. Quoted by: " AMA_NO_BYLINE },
    [CASE_NESTED] = { "Quill U, quoted by Reed N. Quoted by: " AMA,
                      "Una Quill, quoted by Ned Reed1",
                      "1. Quill U, quoted by Reed N. Quoted by: " AMA },
    [CASE_NO_DATE] = { "Quill U. Quoted by: " AMA_NO_DATE, "Una Quill1",
                       "1. Quill U. Quoted by: " AMA_NO_DATE },
  } },
#define IN_COURIER "The Saltby Courier, 21 March 2014"
  { "quoth-newsroom", {
    [CASE_DIRECT] = { "Una Quill, quoted in " LINE, "Una Quill, quoted in " IN_COURIER, LINE },
    [CASE_REPORTED] = { "Una Quill, as reported in " LINE, "Una Quill, as reported in " IN_COURIER,
                        LINE },
    [CASE_ROLE] = { "Una Quill, harbour master, Saltby Port, quoted in " LINE,
                    "Una Quill, harbour master, Saltby Port, quoted in " IN_COURIER, LINE },
    [CASE_ORGANISATION] = { "Saltby Port, quoted in " LINE, "Saltby Port, quoted in " IN_COURIER,
                            LINE },
    [CASE_JOINT] = { "Una Quill and Ned Reed, quoted in " LINE,
                     "Una Quill and Ned Reed, quoted in " IN_COURIER, LINE },
    [CASE_NO_BYLINE] = { "Una Quill, quoted in " LINE_NO_BYLINE, "Una Quill, quoted in " IN_COURIER,
                         LINE_NO_BYLINE },
    [CASE_NESTED] = { "Una Quill, quoted by Ned Reed, quoted in " LINE,
                      "Una Quill, quoted by Ned Reed, quoted in " IN_COURIER, LINE },
    [CASE_NO_DATE] = { "Una Quill, quoted in " LINE_NO_DATE,
                       "Una Quill, quoted in The Saltby Courier, undated, accessed 3 April 2014", LINE_NO_DATE },
  } },
#define REF(lead, template, words) { lead template CITE_AT words, "<ref>" lead template CITE_AT words "</ref>", \
                                     "* " template CITE_END }
  { "quoth-cite-news", {
    [CASE_DIRECT] = REF ("Una Quill, quoted in ", CITE, WORDS),
    [CASE_REPORTED] = REF ("Una Quill, cited in ", CITE, "}}"),
    [CASE_ROLE] = REF ("Una Quill, harbour master, Saltby Port, quoted in ", CITE, WORDS),
    [CASE_ORGANISATION] = REF ("Saltby Port, quoted in ", CITE, WORDS),
    [CASE_JOINT] = REF ("Una Quill and Ned Reed, quoted in ", CITE, WORDS),
    [CASE_NO_BYLINE] = REF ("Una Quill, quoted in ", CITE_NO_BYLINE, WORDS),
    [CASE_NESTED] = REF ("Una Quill, quoted by Ned Reed, quoted in ", CITE, " |quote=waits}}"),
    [CASE_NO_DATE] = REF ("Una Quill, quoted in ", CITE_NO_DATE, WORDS),
  } },
};
