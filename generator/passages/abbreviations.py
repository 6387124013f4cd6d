"""Words that end in a full stop without ending a sentence, by what the stop then means.

A list, because no rule tells "Gen." from "men."; general English, with what English texts from abroad carry along.
"""

from __future__ import annotations

from typing import Literal

Use = Literal["title", "number", "date", "after", "hour"]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# How each use is read in `generator.passages.sentences`. Keys are lower case and without the last full stop.
USES: dict[Use, frozenset[str]] = {
    # Something always follows: titles and ranks, "vs.", "e.g.", a saint, a mountain, a town.
    "title": _words(
        "mr mrs ms mx messrs mme mmes mlle dr drs prof profs gen lt maj capt cmdr cdr cmd col sgt cpl pvt adm brig "
        "supt insp det cst rev revd fr hon rt sen sens rep reps gov govs pres sec amb dep vice-pres atty asst assoc "
        "min del dir st ste mt ft pte vs v cf e.g i.e viz ca approx incl esp resp hr frau "
        "tp tx gs pgs ts ths bs ks pgs.ts gs.ts gs.tskh lt.gen maj.gen brig.gen lt.col"
    ),
    # A number follows: "No. 5", "Art. 12", "pp. 3".
    "number": _words(
        "no nos nr nº n° art arts fig figs vol vols p pp para paras ch chap sect ser ed eds op tel ext rm"
    ),
    # A day or a year follows: "Sept. 3", "Thurs. 5 May". Otherwise the sentence may end.
    "date": _words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun"),
    # Stands after a name, so the sentence may end or go on: the next word decides.
    "after": _words(
        "inc ltd co corp bros plc llc jr sr esq dept univ assn assoc intl natl govt ave blvd rd sq hwy bldg mfg cie "
        "pct al ph.d m.d b.a m.a b.sc m.sc d.c u.s u.s.a u.n u.k e.u u.a.e u.s.s.r n.y l.a d.p.r.k r.o.k p.r.c"
    ),
    "hour": _words("a.m p.m am pm"),
}

# Of the words above, those that also stand in capitals; other capitals are names ("the RT." is no "Rt. Hon.").
CAPITALS = _words(
    "MR MRS MS DR ST GEN SEN REP GOV LT PROF INC LTD CORP CO NO JAN FEB SEPT OCT NOV DEC AM PM TP TX GS PGS TS"
)

# American states in the Associated Press way, after a town and a comma: "Reno, Nev."
STATES = _words(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man"
)

# What follows an hour and belongs to it: "9 a.m. Eastern", "6 p.m. Thursday".
AFTER_HOUR = _words(
    "Eastern Central Mountain Pacific Greenwich Universal GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT MT PT BST CET "
    "CEST MSK ICT IST JST SGT local Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)

# Words that open a sentence and are hardly ever the next word of a name ("the U.N. Charter", "the U.S. It").
OPENERS = _words(
    "A An The This That These Those Such He She It They We I You His Her Its Their Our My Your Him Them Us "
    "And But Or Nor So Yet If Unless When Whenever While Where Why How What Who Whom Whose Which Whether "
    "In On At By For From With Without Within Into After Before Since During Under Over Among Amid Between Through "
    "Throughout Until Till Once Upon About Above Across Against Along Around As Per Despite Although Though Because "
    "According Following Regarding Concerning Given Asked Speaking "
    "However Meanwhile Moreover Furthermore Nevertheless Nonetheless Therefore Thus Hence Also Still Then Now Here "
    "There Again Already Always Often Never Perhaps Maybe Indeed Instead Besides Otherwise Finally "
    "Earlier Later Recently Currently Additionally Similarly Likewise Today Yesterday Tomorrow "
    "Did Do Does Is Are Was Were Am Has Have Had Can Could Will Would Should Must Shall Might "
    "No Not Yes One Some Any Many Much Most More Few Several All Both Each Every Either Neither Another Others "
    "Let Let's It's I'm I've He's She's That's There's They're We're We've Don't Didn't "
    "It’s I’m I’ve He’s She’s That’s There’s They’re We’re We’ve Don’t Didn’t Let’s"
)
