"""Words that tell whether capitalised words in a row are a person's name."""

from __future__ import annotations

ALSO_PERSONS = frozenset(
    (
        "author candidate captain co-founder colleague columnist commander commentator daughter dictator economist "
        "editor engineer executive expert farmer father fellow founder head historian husband journalist lawyer "
        "manager member mother neighbour owner partner politician predecessor president-elect producer professor "
        "researcher ruler scholar scientist son specialist strategist successor teacher veteran wife winner"
    ).split()
)
"""What somebody is called beside a name, and the lexicon of those who speak for a state has not."""

NO_PERSON = frozenset(
    (
        "accord act affairs agreement airlines airport airways atomics avenue award bank bay bible bill camp center "
        "centre charter christmas coast command conference conservatives convention corp cup daily day december "
        "declaration defence defense democrats dialogue east easter electric energy exercise facebook february "
        "federation foreign fort forum framework fund games gazette god hall herald holdings house inc industries "
        "initiative international island islands january journal kingdom labour lake law ltd media motors mountain "
        "news north november ocean october olympics online pact palace park partnership peninsula pharmaceuticals "
        "plan plc policy port post press prize program programme project protocol radio ramadan republic republicans "
        "river road sea security september service services south square state statement states station strait "
        "strategy street summit systems technologies television times today tories tower trade treaty tribune tv "
        "twitter university war weekly west working year"
    ).split()
)
"""Words that stand in names of anything but persons."""

EITHER = frozenset(
    "park hall west north south east day post lake camp bay river hill road tower bill law price banks house".split()
)
"""Of these, words that are last names as well: beside a title or an apposition they are."""

PORTFOLIOS = frozenset(
    (
        "state foreign external internal home affairs defence defense trade industry commerce energy finance economy "
        "economic treasury health interior justice education culture labour labor agriculture environment climate "
        "transport transportation tourism planning development security homeland information science technology water "
        "resources fisheries mines housing public works women youth sports european national and of"
    ).split()
)
"""What a minister is the minister of, before the name."""
