#pragma once

/* The twenty-five items that the CSL styles are compared by, as articles, and what they are in the two styles that
 * aren't CSL, written by hand: Wikipedia's template (its documentation, "Template:Cite news") and the newsroom's line. */

static const Case items[] = {
  { "/built-in/items/plain",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Ada", "Quill", NULL } },
      { { QUOTH_FACT_TITLE, "Harbour wall to be raised by a metre" },
        { QUOTH_FACT_PUBLICATION, "The Evening Bell" }, { QUOTH_FACT_SECTION, "Local" },
        { QUOTH_FACT_PAGE, "4" }, { QUOTH_FACT_PUBLISHED, "2025-03-04" },
        { QUOTH_FACT_URL, "https://bell.example/harbour-wall" }, { QUOTH_FACT_ACCESSED, "2025-03-06" },
        { QUOTH_FACT_LANGUAGE, "en-GB" }, LAST_FACT } },
    "{{cite news |last=Quill |first=Ada |date=4 March 2025 |title=Harbour wall to be raised by a metre"
    " |url=https://bell.example/harbour-wall |newspaper=The Evening Bell |page=4 |access-date=6 March 2025}}",
    "‘Harbour wall to be raised by a metre’, Ada Quill, The Evening Bell, 4 March 2025,"
    " https://bell.example/harbour-wall" },
  { "/built-in/items/no-byline",
    { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
      { { QUOTH_FACT_TITLE, "Ferry to stop in winter" }, { QUOTH_FACT_PUBLICATION, "Saltmarsh Gazette" },
        { QUOTH_FACT_PAGE, "1" }, { QUOTH_FACT_PUBLISHED, "2024-11-30" }, LAST_FACT } },
    "{{cite news |date=30 November 2024 |title=Ferry to stop in winter |newspaper=Saltmarsh Gazette |page=1}}",
    "‘Ferry to stop in winter’, Saltmarsh Gazette, 30 November 2024" },
  { "/built-in/items/no-byline-online",
    { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
      { { QUOTH_FACT_TITLE, "Council delays vote on the old mill" },
        { QUOTH_FACT_PUBLICATION, "Saltmarsh Gazette" }, { QUOTH_FACT_PUBLISHED, "2024-12-02" },
        { QUOTH_FACT_URL, "https://gazette.example/2024/12/02/mill" }, { QUOTH_FACT_ACCESSED, "2025-01-09" },
        LAST_FACT } },
    "{{cite news |date=2 December 2024 |title=Council delays vote on the old mill"
    " |url=https://gazette.example/2024/12/02/mill |newspaper=Saltmarsh Gazette |access-date=9 January 2025}}",
    "‘Council delays vote on the old mill’, Saltmarsh Gazette, 2 December 2024,"
    " https://gazette.example/2024/12/02/mill" },
  { "/built-in/items/agency-byline",
    { QUOTH_ARTICLE_NEWSPAPER, { { NULL, NULL, "Northern Wire Agency" } },
      { { QUOTH_FACT_TITLE, "Grain ship reaches port after storm" },
        { QUOTH_FACT_PUBLICATION, "The Evening Bell" }, { QUOTH_FACT_AGENCY, "Northern Wire Agency" },
        { QUOTH_FACT_PUBLISHED, "2025-02-17" }, { QUOTH_FACT_URL, "https://bell.example/grain-ship" },
        { QUOTH_FACT_ACCESSED, "2025-02-18" }, LAST_FACT } },
    "{{cite news |date=17 February 2025 |title=Grain ship reaches port after storm"
    " |url=https://bell.example/grain-ship |newspaper=The Evening Bell |agency=Northern Wire Agency"
    " |access-date=18 February 2025}}",
    "‘Grain ship reaches port after storm’, Northern Wire Agency, The Evening Bell, 17 February 2025,"
    " https://bell.example/grain-ship" },
  { "/built-in/items/two-authors",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Tomas", "Ferrand", NULL }, { "Ines", "Okoro-Lamb", NULL } },
      { { QUOTH_FACT_TITLE, "Who pays for the lighthouse" }, { QUOTH_FACT_PUBLICATION, "The Evening Bell" },
        { QUOTH_FACT_PAGE, "12-13" }, { QUOTH_FACT_PUBLISHED, "2023-07-01" }, LAST_FACT } },
    "{{cite news |last1=Ferrand |first1=Tomas |last2=Okoro-Lamb |first2=Ines |date=1 July 2023 |title=Who pays"
    " for the lighthouse |newspaper=The Evening Bell |pages=12-13}}",
    "‘Who pays for the lighthouse’, Tomas Ferrand and Ines Okoro-Lamb, The Evening Bell, 1 July 2023" },
  { "/built-in/items/four-authors",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Ada", "Quill", NULL }, { "Bertil", "Norrgård", NULL },
      { "Chidi", "Amaro", NULL }, { "Dilys", "Penhallow", NULL } },
      { { QUOTH_FACT_TITLE, "Inside the long strike at Pell Quarry" },
        { QUOTH_FACT_PUBLICATION, "The Quarterly Observer" }, { QUOTH_FACT_PUBLISHED, "2022-09-18" },
        { QUOTH_FACT_URL, "https://observer.example/pell-quarry" }, { QUOTH_FACT_ACCESSED, "2022-10-01" },
        LAST_FACT } },
    "{{cite news |last1=Quill |first1=Ada |last2=Norrgård |first2=Bertil |last3=Amaro |first3=Chidi"
    " |last4=Penhallow |first4=Dilys |date=18 September 2022 |title=Inside the long strike at Pell Quarry"
    " |url=https://observer.example/pell-quarry |newspaper=The Quarterly Observer |access-date=1 October"
    " 2022}}",
    "‘Inside the long strike at Pell Quarry’, Ada Quill, Bertil Norrgård, Chidi Amaro and Dilys Penhallow, The"
    " Quarterly Observer, 18 September 2022, https://observer.example/pell-quarry" },
  { "/built-in/items/organisation-as-author",
    { QUOTH_ARTICLE_WEB_PAGE, { { NULL, NULL, "Ministry of Coasts" } },
      { { QUOTH_FACT_TITLE, "Advice on bathing water" }, { QUOTH_FACT_PUBLICATION, "Coast Advice" },
        { QUOTH_FACT_PUBLISHED, "2025-05-20" }, { QUOTH_FACT_URL, "https://coasts.example/advice/bathing" },
        { QUOTH_FACT_ACCESSED, "2025-06-01" }, LAST_FACT } },
    "{{cite web |author=Ministry of Coasts |date=20 May 2025 |title=Advice on bathing water"
    " |url=https://coasts.example/advice/bathing |website=Coast Advice |access-date=1 June 2025}}",
    "‘Advice on bathing water’, Ministry of Coasts, Coast Advice, 20 May 2025,"
    " https://coasts.example/advice/bathing" },
  { "/built-in/items/headline-in-marks",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Maud", "Trevelyan", NULL } },
      { { QUOTH_FACT_TITLE, "“We were never asked” about the bridge, say islanders" },
        { QUOTH_FACT_PUBLICATION, "Saltmarsh Gazette" }, { QUOTH_FACT_PAGE, "3" },
        { QUOTH_FACT_PUBLISHED, "2025-01-14" }, LAST_FACT } },
    "{{cite news |last=Trevelyan |first=Maud |date=14 January 2025 |title=“We were never asked” about the"
    " bridge, say islanders |newspaper=Saltmarsh Gazette |page=3}}",
    "‘“We were never asked” about the bridge, say islanders’, Maud Trevelyan, Saltmarsh Gazette, 14 January"
    " 2025" },
  { "/built-in/items/headline-all-in-marks",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Maud", "Trevelyan", NULL } },
      { { QUOTH_FACT_TITLE, "‘Nothing is settled’" }, { QUOTH_FACT_PUBLICATION, "Saltmarsh Gazette" },
        { QUOTH_FACT_PAGE, "5" }, { QUOTH_FACT_PUBLISHED, "2025-01-15" }, LAST_FACT } },
    "{{cite news |last=Trevelyan |first=Maud |date=15 January 2025 |title=‘Nothing is settled’"
    " |newspaper=Saltmarsh Gazette |page=5}}",
    "‘“Nothing is settled”’, Maud Trevelyan, Saltmarsh Gazette, 15 January 2025" },
  { "/built-in/items/headline-ending-in-a-question-mark",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Owen", "Marsh", NULL } },
      { { QUOTH_FACT_TITLE, "Is the pier worth saving?" }, { QUOTH_FACT_PUBLICATION, "The Evening Bell" },
        { QUOTH_FACT_PAGE, "9" }, { QUOTH_FACT_PUBLISHED, "2024-04-08" },
        { QUOTH_FACT_URL, "https://bell.example/pier" }, { QUOTH_FACT_ACCESSED, "2024-04-09" }, LAST_FACT } },
    "{{cite news |last=Marsh |first=Owen |date=8 April 2024 |title=Is the pier worth saving?"
    " |url=https://bell.example/pier |newspaper=The Evening Bell |page=9 |access-date=9 April 2024}}",
    "‘Is the pier worth saving?’, Owen Marsh, The Evening Bell, 8 April 2024, https://bell.example/pier" },
  { "/built-in/items/headline-ending-in-an-exclamation-mark",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Owen", "Marsh", NULL } },
      { { QUOTH_FACT_TITLE, "Town wins back its bell!" }, { QUOTH_FACT_PUBLICATION, "The Evening Bell" },
        { QUOTH_FACT_PAGE, "2" }, { QUOTH_FACT_PUBLISHED, "2024-04-10" }, LAST_FACT } },
    "{{cite news |last=Marsh |first=Owen |date=10 April 2024 |title=Town wins back its bell! |newspaper=The"
    " Evening Bell |page=2}}",
    "‘Town wins back its bell!’, Owen Marsh, The Evening Bell, 10 April 2024" },
  { "/built-in/items/no-date",
    { QUOTH_ARTICLE_WEB_PAGE, { { "Ruth", "Calloway", NULL } },
      { { QUOTH_FACT_TITLE, "A short history of the tide tables" },
        { QUOTH_FACT_PUBLICATION, "Tide Society" }, { QUOTH_FACT_URL, "https://tides.example/history" },
        { QUOTH_FACT_ACCESSED, "2025-08-03" }, LAST_FACT } },
    "{{cite web |last=Calloway |first=Ruth |title=A short history of the tide tables"
    " |url=https://tides.example/history |website=Tide Society |access-date=3 August 2025}}",
    "‘A short history of the tide tables’, Ruth Calloway, Tide Society, undated, accessed 3 August 2025,"
    " https://tides.example/history" },
  { "/built-in/items/year-only",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Ruth", "Calloway", NULL } },
      { { QUOTH_FACT_TITLE, "The year of three floods" }, { QUOTH_FACT_PUBLICATION, "Saltmarsh Gazette" },
        { QUOTH_FACT_PUBLISHED, "1998" }, LAST_FACT } },
    "{{cite news |last=Calloway |first=Ruth |date=1998 |title=The year of three floods |newspaper=Saltmarsh"
    " Gazette}}",
    "‘The year of three floods’, Ruth Calloway, Saltmarsh Gazette, 1998" },
  { "/built-in/items/year-and-month",
    { QUOTH_ARTICLE_MAGAZINE, { { "Jean-Paul", "Arnaud", NULL } },
      { { QUOTH_FACT_TITLE, "Letters from the salt road" }, { QUOTH_FACT_PUBLICATION, "Wayfarer" },
        { QUOTH_FACT_VOLUME, "12" }, { QUOTH_FACT_ISSUE, "3" }, { QUOTH_FACT_PAGE, "44-51" },
        { QUOTH_FACT_PUBLISHED, "2019-06" }, LAST_FACT } },
    "{{cite magazine |last=Arnaud |first=Jean-Paul |date=June 2019 |title=Letters from the salt road"
    " |magazine=Wayfarer |volume=12 |issue=3 |pages=44-51}}",
    "‘Letters from the salt road’, Jean-Paul Arnaud, Wayfarer, June 2019" },
  { "/built-in/items/accessed-only",
    { QUOTH_ARTICLE_WEB_PAGE, NOBODY,
      { { QUOTH_FACT_TITLE, "Opening hours of the harbour office" },
        { QUOTH_FACT_URL, "https://harbour.example/hours" }, { QUOTH_FACT_ACCESSED, "2025-09-12" },
        LAST_FACT } },
    "{{cite web |title=Opening hours of the harbour office |url=https://harbour.example/hours |access-date=12"
    " September 2025}}",
    "‘Opening hours of the harbour office’, undated, accessed 12 September 2025, https://harbour.example/hours" },
  { "/built-in/items/address-with-apostrophe",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Ada", "Quill", NULL } },
      { { QUOTH_FACT_TITLE, "Skipper returns to Gull's Rest" },
        { QUOTH_FACT_PUBLICATION, "The Evening Bell" }, { QUOTH_FACT_PUBLISHED, "2025-03-22" },
        { QUOTH_FACT_URL, "https://bell.example/gull's-rest?page=1&view=all" },
        { QUOTH_FACT_ACCESSED, "2025-03-23" }, LAST_FACT } },
    "{{cite news |last=Quill |first=Ada |date=22 March 2025 |title=Skipper returns to Gull's Rest"
    " |url=https://bell.example/gull%27s-rest?page=1&view=all |newspaper=The Evening Bell |access-date=23"
    " March 2025}}",
    "‘Skipper returns to Gull's Rest’, Ada Quill, The Evening Bell, 22 March 2025,"
    " https://bell.example/gull's-rest?page=1&view=all" },
  { "/built-in/items/non-latin-name",
    { QUOTH_ARTICLE_NEWSPAPER, { { "健", "佐藤", NULL } },
      { { QUOTH_FACT_TITLE, "渡し船、冬は運休" }, { QUOTH_FACT_PUBLICATION, "港新聞" }, { QUOTH_FACT_PAGE, "2" },
        { QUOTH_FACT_PUBLISHED, "2024-12-01" }, { QUOTH_FACT_LANGUAGE, "ja" }, LAST_FACT } },
    "{{cite news |last=佐藤 |first=健 |date=1 December 2024 |title=渡し船、冬は運休 |newspaper=港新聞 |language=ja |page=2}}",
    "‘渡し船、冬は運休’, 佐藤健, 港新聞, 1 December 2024" },
  { "/built-in/items/welsh",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Gwenllian", "Rhys", NULL } },
      { { QUOTH_FACT_TITLE, "Y fferi i aros tan y gwanwyn" }, { QUOTH_FACT_PUBLICATION, "Llais y Morfa" },
        { QUOTH_FACT_PAGE, "6-7" }, { QUOTH_FACT_PUBLISHED, "2025-02-11" },
        { QUOTH_FACT_URL, "https://llais.example/fferi" }, { QUOTH_FACT_ACCESSED, "2025-02-12" },
        { QUOTH_FACT_LANGUAGE, "cy" }, LAST_FACT } },
    "{{cite news |last=Rhys |first=Gwenllian |date=11 February 2025 |title=Y fferi i aros tan y gwanwyn"
    " |url=https://llais.example/fferi |newspaper=Llais y Morfa |language=cy |pages=6-7 |access-date=12"
    " February 2025}}",
    "‘Y fferi i aros tan y gwanwyn’, Gwenllian Rhys, Llais y Morfa, 11 February 2025,"
    " https://llais.example/fferi" },
  { "/built-in/items/straight-marks",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Hal", "Pettifer Jr", NULL } },
      { { QUOTH_FACT_TITLE, "Minister: \"I will resign\"" },
        { QUOTH_FACT_PUBLICATION, "The Quarterly Observer" }, { QUOTH_FACT_PAGE, "1" },
        { QUOTH_FACT_PUBLISHED, "2021-10-31" }, LAST_FACT } },
    "{{cite news |last=Pettifer Jr |first=Hal |date=31 October 2021 |title=Minister: \"I will resign\""
    " |newspaper=The Quarterly Observer |page=1}}",
    "‘Minister: \"I will resign\"’, Hal Pettifer Jr, The Quarterly Observer, 31 October 2021" },
  { "/built-in/items/name-with-particles",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Marijke", "van der Zee", NULL }, { "Luc", "de Brune", NULL } },
      { { QUOTH_FACT_TITLE, "Dredging resumes off the Vlie" },
        { QUOTH_FACT_PUBLICATION, "The Quarterly Observer" }, { QUOTH_FACT_PAGE, "B7" },
        { QUOTH_FACT_PUBLISHED, "2023-01-05" }, LAST_FACT } },
    "{{cite news |last1=van der Zee |first1=Marijke |last2=de Brune |first2=Luc |date=5 January 2023"
    " |title=Dredging resumes off the Vlie |newspaper=The Quarterly Observer |page=B7}}",
    "‘Dredging resumes off the Vlie’, Marijke van der Zee and Luc de Brune, The Quarterly Observer, 5 January"
    " 2023" },
  { "/built-in/items/blog",
    { QUOTH_ARTICLE_BLOG, { { "Priya", "Vance", NULL } },
      { { QUOTH_FACT_TITLE, "Counting terns, again" }, { QUOTH_FACT_PUBLICATION, "Notes from the Shingle" },
        { QUOTH_FACT_PUBLISHED, "2024-05-27" }, { QUOTH_FACT_URL, "https://shingle.example/terns" },
        { QUOTH_FACT_ACCESSED, "2024-06-02" }, LAST_FACT } },
    "{{cite web |last=Vance |first=Priya |date=27 May 2024 |title=Counting terns, again"
    " |url=https://shingle.example/terns |website=Notes from the Shingle |access-date=2 June 2024}}",
    "‘Counting terns, again’, Priya Vance, Notes from the Shingle, 27 May 2024, https://shingle.example/terns" },
  { "/built-in/items/report",
    { QUOTH_ARTICLE_REPORT, { { NULL, NULL, "Office for Estuaries" } },
      { { QUOTH_FACT_TITLE, "Flood defences: costs and choices" },
        { QUOTH_FACT_PUBLISHER, "Office for Estuaries" }, { QUOTH_FACT_PUBLISHED, "2020-11" },
        { QUOTH_FACT_URL, "https://estuaries.example/17.pdf" }, { QUOTH_FACT_ACCESSED, "2021-02-08" },
        LAST_FACT } },
    "{{cite report |date=November 2020 |title=Flood defences: costs and choices"
    " |url=https://estuaries.example/17.pdf |publisher=Office for Estuaries |access-date=8 February 2021}}",
    "‘Flood defences: costs and choices’, Office for Estuaries, November 2020,"
    " https://estuaries.example/17.pdf" },
  { "/built-in/items/press-release",
    { QUOTH_ARTICLE_RELEASE, { { NULL, NULL, "Sandbank Line" } },
      { { QUOTH_FACT_TITLE, "Sandbank Line orders two electric ferries" },
        { QUOTH_FACT_PUBLISHED, "2025-07-07" }, { QUOTH_FACT_URL, "https://sandbank.example/press/ferries" },
        { QUOTH_FACT_ACCESSED, "2025-07-08" }, LAST_FACT } },
    "{{cite press release |author=Sandbank Line |date=7 July 2025 |title=Sandbank Line orders two electric"
    " ferries |url=https://sandbank.example/press/ferries |access-date=8 July 2025}}",
    "‘Sandbank Line orders two electric ferries’, Sandbank Line, 7 July 2025,"
    " https://sandbank.example/press/ferries" },
  { "/built-in/items/edition-and-section",
    { QUOTH_ARTICLE_NEWSPAPER, { { "M. J.", "O’Rourke", NULL } },
      { { QUOTH_FACT_TITLE, "Auction of wreck & cargo called off" },
        { QUOTH_FACT_PUBLICATION, "The Evening Bell" }, { QUOTH_FACT_EDITION, "Late" },
        { QUOTH_FACT_SECTION, "Business" }, { QUOTH_FACT_PAGE, "B1, B4" },
        { QUOTH_FACT_PUBLISHED, "2024-02-29" }, LAST_FACT } },
    "{{cite news |last=O’Rourke |first=M. J. |date=29 February 2024 |title=Auction of wreck & cargo called off"
    " |newspaper=The Evening Bell |edition=Late |pages=B1, B4}}",
    "‘Auction of wreck & cargo called off’, M. J. O’Rourke, The Evening Bell, 29 February 2024" },
  { "/built-in/items/subtitle-after-a-colon",
    { QUOTH_ARTICLE_MAGAZINE, { { "Ines", "Okoro-Lamb", NULL } },
      { { QUOTH_FACT_TITLE, "After the ebb: what the mudflats remember" },
        { QUOTH_FACT_PUBLICATION, "Wayfarer" }, { QUOTH_FACT_PAGE, "8" },
        { QUOTH_FACT_PUBLISHED, "2025-04-12" }, { QUOTH_FACT_URL, "https://wayfarer.example/ebb" },
        { QUOTH_FACT_ACCESSED, "2025-05-01" }, LAST_FACT } },
    "{{cite magazine |last=Okoro-Lamb |first=Ines |date=12 April 2025 |title=After the ebb: what the mudflats"
    " remember |url=https://wayfarer.example/ebb |magazine=Wayfarer |page=8 |access-date=1 May 2025}}",
    "‘After the ebb: what the mudflats remember’, Ines Okoro-Lamb, Wayfarer, 12 April 2025,"
    " https://wayfarer.example/ebb" },
};
