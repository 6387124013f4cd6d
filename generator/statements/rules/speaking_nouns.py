"""Which nouns can hold a position: people, bodies of people, and texts that speak for them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import ADJ, COMMA, DET, GEN, NAME, NOUN, NUM, OBJ, PREP, PRON, WH, Token
from generator.statements.parse.units import Unit

PEOPLE = frozenset(
    "president minister premier chancellor king queen prince pope senator governor mayor judge justice chief head "
    "chair spokesman spokeswoman spokesperson candidate nominee aide ally official source man woman people person "
    "men women husband wife son daughter father mother parent brother sister friend citizen resident boss ceo "
    "expert analyst critic guest host mom dad coach staff youth child children kid family couple others one ones "
    "pair trio colleague counterpart delegate guard rival veteran deputy secretary envoy diplomat general colonel "
    "client representative native individual student pupil patient neighbor neighbour witness suspect victim "
    "dissident republican democrat conservative liberal activist hawk dove pundit "
    "millennials folks attorney monarch clergy priest bishop rabbi imam star celebrity athlete pilot "
    "doctor captain nurse scholar genius member crowd audience majority minority percent half third quarter thousands "
    "hundreds millions dozens many few most several everyone everybody nobody".split()
)
BODIES = frozenset(
    "government administration ministry department agency party committee commission council congress parliament "
    "senate house assembly court tribunal panel board bank company firm corporation group organization "
    "organisation union association alliance bloc coalition campaign team side country nation state republic "
    "kingdom city town county province region capital embassy delegation mission church foundation institute "
    "institution university school college think-tank network newspaper magazine paper outlet media press "
    "industry community public army military police force navy league federation authority bureau office cabinet "
    "leadership regime junta body fund business camp opposition electorate base "
    "establishment movement lobby giant publisher broadcaster federal society club crew staff jury faction wing "
    "legislature caucus world commons sides parties".split()
)
TEXTS = frozenset(
    "report statement poll survey study research article story letter document data figure analysis paper memo "
    "declaration communique communiqué resolution ad advertisement commercial book bill law treaty agreement deal "
    "accord pact website site post tweet message email speech remark comment editorial column op-ed blog interview "
    "lawsuit suit complaint ruling decision order verdict opinion plan proposal platform release transcript "
    "headline video film documentary footage record estimate result finding number statistic evidence source "
    "draft constitution charter policy strategy budget review audit investigation probe inquiry testimony quote "
    "indictment filing motion brief petition measure amendment legislation rule regulation average".split()
)
HUMAN_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "man",
    "men",
    "woman",
    "ee",
    "ers",
    "ors",
    "ists",
    "ians",
    "ants",
)
NOT_HUMAN = frozenset(
    "number numbers power powers paper order orders border borders river water weather summer winter offer matter "
    "matters center centers chapter factor factors sector sectors error errors corner tower towers shoulder "
    "dollar dollars effort war wars year years computer quarter quarters letter letters moment event events "
    "agreement movement development argument element document statement content president percent current "
    "incident plant plants restaurant committee coffee fee degree tree another other either rather under over "
    "after prior door floor terror horror color harbor labor favor honor danger anger hunger disaster master "
    "ladder layer bulldozer never ever per her together whether".split()
)


def can_speak(unit: Unit, source: Range) -> bool:
    """Tell whether the noun phrase `source` names somebody or something that can hold a position."""
    named = unit.tokens[source[0] : source[1]]
    if not named:
        return False
    if named[-1].tag == WH and named[-1].low in ("who", "whom"):
        return True
    if len(named) == 1 and named[0].tag in (PRON, OBJ, DET, ADJ, WH, NUM):
        return named[0].low not in ("there", "this")
    if named[-1].tag == WH or named[-1].low == "that":
        # The antecedent of a relative clause is the nearest noun as often as the first.
        named = named[:-1]
        if named and _speaks(named[-1].low, named[-1].tag):
            return True
    if named and named[-1].tag == COMMA:
        named = named[:-1]
    return any(_speaks(token.low, token.tag) for token in _heads(named))


def can_speak_alone(words: list[str]) -> bool:
    """Tell whether the words, in lower case, end in a noun for people or texts: *new poll*, *the prime minister*."""
    return bool(words) and len(words) <= 4 and (words[-1] in PEOPLE or words[-1] in TEXTS)


def _heads(named: Sequence[Token]) -> list[Token]:
    """Return the tokens that may be the head: those before the first preposition, but for owners."""
    heads: list[Token] = []
    for at, token in enumerate(named):
        if token.tag == PREP and heads:
            break
        if token.tag in (NOUN, NAME, NUM, PRON) and not (at + 1 < len(named) and named[at + 1].tag == GEN):
            heads.append(token)
    return heads


def _speaks(low: str, tag: str) -> bool:
    if tag in (NAME, PRON, NUM):
        return True
    single = (
        low[:-3] + "y" if low.endswith("ies") else low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    )
    for word in (low, single):
        if word in PEOPLE or word in BODIES or word in TEXTS:
            return True
    return low.endswith(HUMAN_ENDINGS) and low not in NOT_HUMAN
