"""Where a content ends: at the end of its clause or list, before the next cue."""

from __future__ import annotations

from dataclasses import dataclass

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.tokens import (
    ADV,
    AUXILIARIES,
    CC,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DET,
    ED,
    ING,
    NAME,
    OPEN,
    POSS,
    PREP,
    PRON,
    QUOTE,
    SEMI,
    SUB,
    THAT,
    TIME,
    TO,
    WH,
)
from generator.statements.parse.units import Unit
from generator.statements.parse.verb_groups import VerbGroup
from generator.statements.rules.complements import complement
from generator.statements.rules.openings import CLAUSAL, Kind, clause_opens

CONTRASTS = frozenset(("but", "while", "though", "although", "whereas"))
# What, after a quotation, is no longer part of what was said.
AFTER_QUOTE = frozenset((ADV, CC, ING, PREP, SUB, TIME, TO, WH))
FINITE = ("finite", "ed")
_MARKS = frozenset((CC, SUB, CLOSE, COMMA, DASH, PREP, SEMI))
_WHO = frozenset(("who", "which", "whose", "whom"))
_RESUMED = cues.SPEAKING | cues.URGE | cues.CALL
_POSITIONS = cues.SPEAKING | cues.JUDGE | cues.WANT


@dataclass(frozen=True)
class _Content:
    """A content while its end is looked for: token indices of its first word, of its cue and of its farthest end."""

    unit: Unit
    kind: Kind
    start: int
    cue: int | None
    last: int
    fronted: bool

    def listed(self, at: int) -> bool:
        """Tell whether an infinitive stands before `at`, so that a bare verb there goes on with it."""
        return any(token.tag == TO for token in self.unit.tokens[self.start : at])


def fronted(unit: Unit, cue: int) -> bool:
    """Tell whether the cue stands in a clause that comes before the main one: *While he said …, she …*."""
    for at in range(cue - 1, -1, -1):
        token = unit.tokens[at]
        if token.tag == COMMA:
            return False
        opens = at == 0 or unit.tokens[at - 1].tag in (ADV, CC, COMMA)
        if opens and (token.tag in (SUB, PREP, ING, ED) or token.low in ("when", "as")):
            return True
    return unit.tokens[cue].tag == ING and cue == 0


def content_end(unit: Unit, start: int, kind: Kind, cue: int | None = None) -> int:
    """Return the token index at which the content that begins at `start` ends; `cue` is where its cue begins."""
    tokens = unit.tokens
    last = len(tokens)
    while last > start + 1 and (tokens[last - 1].low == "." or tokens[last - 1].tag in (COLON, SEMI, COMMA)):
        last -= 1
    content = _Content(unit, kind, start, cue, last, cue is not None and fronted(unit, cue))
    marks = _MARKS | AFTER_QUOTE if kind == "quote" else _MARKS
    return next((at for at in range(start + 1, last) if tokens[at].tag in marks and _ends(content, at)), last)


def _ends(content: _Content, at: int) -> bool:
    tokens = content.unit.tokens
    tag = tokens[at].tag
    if content.kind == "quote" and tokens[at - 1].tag == QUOTE and tag in AFTER_QUOTE:
        return True
    if tag in (CC, SUB) and at + 1 < content.last and tokens[at + 1].low == "according":
        return True
    if tag == CLOSE:
        # What stands in brackets ends with them.
        return not any(token.tag == OPEN for token in tokens[content.start : at])
    if tag == COMMA:
        return _ends_at_comma(content, at)
    if tag == CC:
        return any(new(content, at + 1) for new in (_CLAUSES if content.kind in CLAUSAL else _PHRASES))
    if tag == SUB and content.kind not in CLAUSAL and tokens[at].low in CONTRASTS:
        return _other_says(content, at + 1)
    if tag == DASH:
        return _ends_at_dash(content, at)
    if tag == PREP and content.kind not in CLAUSAL and tokens[at].low in ("by", "after", "before"):
        return at + 1 < content.last and tokens[at + 1].tag == ING and tokens[at + 1].lemma in cues.CONTINUING
    return tag == SEMI or (tag == PREP and tokens[at].low == "according")


def _ends_at_dash(content: _Content, at: int) -> bool:
    """Tell a dash before an afterthought from a pair of them and from the joint of a compound: *Alder - Birch*."""
    tokens = content.unit.tokens
    joint = tokens[at - 1].end == tokens[at].start or (tokens[at].low == "-" and tokens[at - 1].tag == NAME)
    paired = any(token.tag == DASH for token in tokens[at + 1 : content.last])
    return content.kind != "quote" and not joint and not paired


def _ends_at_comma(content: _Content, comma: int) -> bool:
    unit, kind = content.unit, content.kind
    if comma + 1 >= len(unit.tokens):
        return True
    following = unit.tokens[comma + 1]
    after = unit.tokens[comma + 2] if comma + 2 < len(unit.tokens) else following
    participle = after if following.tag == ADV else following
    if following.low == "according" or _resumes(content, comma + 1):
        return True
    if content.fronted and clause_opens(unit, comma + 1):
        return True
    if _in_relative(content) and (clause_opens(unit, comma + 1) or following.low == "nor"):
        # *Unlike Alder, which backs the levy, Birch …*
        return True
    if following.tag == CC and _other_says(content, comma + 2):
        return True
    if _adds(unit, comma + 1):
        return True
    if kind in CLAUSAL:
        contrast = following.low in CONTRASTS and after.tag != THAT and clause_opens(unit, comma + 2)
        return contrast or (participle.tag == ING and participle.lemma in cues.CONTINUING)
    if participle.tag == ING:
        return _is_cue(participle.lemma)
    if following.low == "with" and _with_another(unit, comma + 2):
        return True
    if following.tag == CC:
        return following.low == "but" or any(new(content, comma + 2) for new in _PHRASES)
    if following.low in ("as", "after", "before"):
        return after.low != "well"
    return following.tag == WH or (following.tag == SUB and after.tag != ING)


def _in_relative(content: _Content) -> bool:
    """Tell whether the cue stands in a relative clause between commas: *Alder, which backs the levy, …*."""
    unit = content.unit
    for group, source in zip(unit.verbs, unit.subjects, strict=True):
        if group.first == content.cue and source is not None:
            wh = source[1] - 1
            return unit.tokens[wh].tag == WH and wh > 0 and unit.tokens[wh - 1].tag == COMMA
    return False


def _adds(unit: Unit, at: int) -> bool:
    """Tell whether another source with its own participle begins at `at`: *…, the Birchan side adding that …*."""
    tokens = unit.tokens
    end = noun_phrases.right(tokens, at) if tokens[at].tag in (DET, NAME) else at
    if at < end < len(tokens) - 1 and tokens[end].low == "having":
        return True
    says = at < end < len(tokens) - 1 and tokens[end].tag == ING and tokens[end].lemma in cues.SAY
    return says and tokens[end + 1].tag in (THAT, QUOTE, COLON)


def _with_another(unit: Unit, at: int) -> bool:
    """Tell whether somebody else with a cue of his own begins at `at`: *urged calm, with Birch promising a fund*."""
    end = noun_phrases.right(unit.tokens, at)
    if not at < end < len(unit.tokens) or unit.tokens[end].tag != ING:
        return False
    return unit.tokens[end].lemma in cues.SAY or _is_cue(unit.tokens[end].lemma)


def _is_cue(verb: str) -> bool:
    return verb in cues.CONTINUING or any(verb in group for group in (cues.TELL, cues.CALL, cues.JUDGE, cues.ACCUSE))


def _finite_at(unit: Unit, at: int) -> tuple[int, VerbGroup] | None:
    return next(((n, one) for n, one in enumerate(unit.verbs) if one.first == at and one.shape in FINITE), None)


def _bare(unit: Unit, group: VerbGroup) -> bool:
    return group.first == group.head and unit.tokens[group.head].low == group.lemma


def _resumes(content: _Content, at: int) -> bool:
    """Tell whether the verb after a comma has its subject before the cue: *X, speaking on Y, said*."""
    unit, cue = content.unit, content.cue
    found = _finite_at(unit, at)
    source = unit.subjects[found[0]] if found is not None else None
    if found is None or not cue or source is None:
        return False
    aside = unit.tokens[cue - 1].tag in (COMMA, WH, DASH) or any(
        token.tag == WH for token in unit.tokens[source[0] : cue]
    )
    return aside and source[0] < cue and not (_bare(unit, found[1]) and content.listed(at))


def _new_verb(content: _Content, at: int) -> bool:
    """Tell whether a finite verb begins at `at`; a bare form after an infinitive goes on with the infinitive."""
    found = _finite_at(content.unit, at)
    return found is not None and not (_bare(content.unit, found[1]) and content.listed(at))


def _new_ing(content: _Content, at: int) -> bool:
    """Tell whether another cue in -ing begins at `at`: *welcoming the plan and calling for a second one*."""
    tokens, cue = content.unit.tokens, content.cue
    if cue is None or at >= len(tokens) or tokens[cue].tag != ING or tokens[at].tag != ING:
        return False
    return tokens[at].lemma in cues.SAY or _is_cue(tokens[at].lemma)


def _new_clause(content: _Content, at: int) -> bool:
    """Tell whether a subject and right after it its verb begin at `at`: *backed the plan, and the council agreed*."""
    tokens = content.unit.tokens
    end = noun_phrases.right(tokens, at)
    if end <= at or tokens[at].tag not in (DET, NAME, POSS, PRON):
        return False
    if end + 1 < content.last and tokens[end].tag == COMMA and tokens[end + 1].low in _WHO:
        # *and the council, whose head was there, agreed*
        end = next((index + 1 for index in range(end + 1, content.last) if tokens[index].tag == COMMA), end)
    return _finite_at(content.unit, end) is not None


def _new_cue(content: _Content, at: int) -> bool:
    """Tell whether a verb of saying at `at` goes on with the subject of the cue: *said …, and added that*."""
    unit = content.unit
    first = next((group for group in unit.verbs if group.first == content.cue), None)
    found = _finite_at(unit, at)
    if first is None or found is None:
        return False
    other = found[1]
    what = complement(unit, other) if other.lemma in _RESUMED else None
    if what is None or (other.past != first.past and what.kind != "that"):
        return False
    return other.lemma in cues.SPEAKING or what.kind != "phrase"


def _other_says(content: _Content, at: int) -> bool:
    """Tell whether somebody else and what he says begin at `at`: *A said it was open and B said it was shut*.

    Both cues have one tense, or the second is part of what the first reports (*said it was open and B had agreed*).
    """
    unit, tokens = content.unit, content.unit.tokens
    end = noun_phrases.right(tokens, at)
    found = _finite_at(unit, end) if end > at else None
    first = next((group for group in unit.verbs if group.first == content.cue), None)
    if first is None or found is None or found[1].past != first.past:
        return False
    if tokens[found[1].first].tag in AUXILIARIES and tokens[found[1].first].low != tokens[first.first].low:
        return False
    # A comma more, and a position counts as much as words: *…, and B denied it*.
    wide = tokens[at - 2].tag == COMMA or tokens[at - 1].tag == SUB
    told = _POSITIONS if wide else cues.SPEAKING
    return found[1].lemma in told and complement(unit, found[1]) is not None


# What ends a clause, and what a phrase, when it begins after *and*.
_CLAUSES = (_new_cue, _other_says)
_PHRASES = (_new_verb, _new_ing, _new_clause)


def that_clause_end(unit: Unit, start: int, end: int) -> int:
    """Return where a that-clause inside a subject ends: before the main verb, *the claim that it sank is false*."""
    inner = [group for group in unit.verbs if start < group.first < end and group.shape in FINITE]
    if len(inner) < 2 or inner[0].lemma in cues.STATING:
        return end
    between = unit.tokens[inner[0].last + 1 : inner[1].first]
    if any(token.tag in (SUB, WH, THAT, CC, COMMA) for token in between):
        return end
    return inner[1].first


def phrase_end(unit: Unit, start: int, end: int) -> int:
    """Return where a noun's complement inside a subject ends: before the main verb, *support for it is thin*."""
    verb = next((group.first for group in unit.verbs if start < group.first < end and group.shape == "finite"), end)
    apart = any(token.tag in (SUB, WH, THAT, CC, COMMA, PRON) for token in unit.tokens[start:verb])
    return end if apart else verb
