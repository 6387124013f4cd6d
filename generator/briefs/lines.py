"""Claims as lines of a brief: who, how strongly, in which words, where, and how well supported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.briefs.material import Material
from generator.briefs.quotes import Quote, whole
from generator.briefs.trust import teller
from generator.briefs.wording.choosing import Chosen, choose, is_self_contained
from generator.comparison.claims import Claim
from generator.comparison.commitment import commitment
from generator.comparison.items import Item
from generator.comparison.stances import Stance
from generator.dossier.dossier import Event, Strength
from generator.dossier.topic_map import Concept
from generator.statements.lexicon.strengths import rank

# So many wordings of a claim are cited beside the one that is shown; how many there are is told.
CITED = 3
# From here on two reports' own lines tell the same.
_SAME_REPORT = 0.3
_DENYING = frozenset("not no never none cannot without neither nor n't".split())
_REJECTING = ("reject", "den", "refus", "oppos", "condemn", "rule out", "ruled out", "declin")
_CONDITIONS = frozenset("if unless provided".split())


@dataclass(frozen=True)
class ClaimLine:
    """One claim on one concept: its holders, its strength, the words that are shown, and where else it stands.

    `quote` is None where no clause says it in few words: the name of the concept then stands for it. `follows` tells
    that the quotation begins with the verb that is said of the holders, `cut` that the thing said goes on. `lead` is
    the strength of the word that governs it and stands before it. `others` are further wordings, the first few; `event`
    is set where it is another than the brief's. `teller` is who says it of the holders, where that is another party.
    """

    who: str
    plural: bool
    strength: Strength | None
    concept: Concept
    quote: Quote | None
    follows: bool
    first: Quote
    others: tuple[Quote, ...]
    support: str
    sources: int
    cut: bool = False
    lead: Strength | None = None
    event: Event | None = None
    teller: str = ""

    @property
    def shown(self) -> str:
        """The words as a line has them; *…* tells that the thing said goes on, or that no clause of it is short."""
        if self.quote is None:
            return self.first.shown
        return f"{self.quote.text} …" if self.cut else self.quote.text

    @property
    def self_contained(self) -> bool:
        """Tell whether it begins with more than a pronoun, which only the sentence before explains."""
        return self.follows or is_self_contained(self.shown)

    @property
    def cited(self) -> tuple[Quote, ...]:
        """What it cites, the words shown first."""
        return (self.first, *self.others)

    def join(self, other: ClaimLine) -> ClaimLine:
        """Return the line with the citations of another claim of the same holder on the same concept."""
        cited = {quote.item.key: quote for quote in (*other.cited, *self.cited)}
        del cited[self.first.item.key]
        return replace(self, others=tuple(cited[key] for key in sorted(cited))[:CITED])

    @property
    def denies(self) -> bool:
        """Tell whether its words deny, reject or set a condition, so that the name of its concept would mislead."""
        return is_denial((self.quote or self.first).text)


def is_denial(text: str) -> bool:
    """Tell whether words deny something, reject it or make it hang on a condition."""
    words = [word.strip(".,;:()“”‘’\"'").lower() for word in text.replace("n’t", " not").replace("n't", " not").split()]
    low = " ".join(words)
    return bool(
        (_DENYING | _CONDITIONS).intersection(words)
        or any(f" {stem}" in f" {low}" for stem in _REJECTING if stem != "den")
        or any(word in ("deny", "denies", "denied", "denying", "denial") for word in words)
    )


def claim_line(material: Material, claim: Claim, concept: Concept) -> ClaimLine:
    """Return the line of `claim` on `concept`, in the words of the wording that says it best."""
    own = [stance for stance in claim.wordings if concept.path in stance.concepts]
    ranked = [(choose_words(material, stance, concept.path), place, stance) for place, stance in enumerate(own)]
    said = [(chosen.cost, place, chosen, stance) for chosen, place, stance in ranked if chosen]
    best, best_stance = min(said, key=lambda each: each[:2])[2:] if said else (None, own[0])
    first = best.quote.item if best else own[0].item
    items = list({stance.item.key: stance.item for stance in own if stance.item.key != first.key}.values())
    return ClaimLine(
        material.together(claim.holders),
        len(claim.holders) > 1,
        strength_in(best_stance, concept.path),
        concept,
        best.quote if best else None,
        bool(best and best.follows),
        best.quote if best else clause_on(own[0], concept.path),
        tuple(whole(item) for item in items[:CITED]),
        material.comparison.provenance_of(own).words if len(material.comparison.readings) > 1 else "",
        len({stance.item.number for stance in own}),
        bool(best and best.cut),
        best.lead if best else None,
        material.later(claim.event),
        teller(material, best_stance),
    )


def choose_words(material: Material, stance: Stance, path: str) -> Chosen | None:
    """Return the words in which a stance says something on the concept at `path`."""
    mention = next(each for each in stance.mentions if each.concept == path)
    return choose(stance.item, mention, material.words_for(stance.holders))


def clause_on(stance: Stance, path: str) -> Quote:
    """Return the stretch of a stance that speaks to the concept at `path`."""
    return Quote(stance.item, next(each.clause for each in stance.mentions if each.concept == path))


def strength_in(stance: Stance, path: str) -> Strength | None:
    """Return how strongly a stance commits its holders on one concept: by the word that governs what shows it."""
    spans = next(each.spans for each in stance.mentions if each.concept == path)
    passage, text = stance.item.statement.passage, stance.item.source.text
    # What shows the concept may hold the word itself: *ready to contribute*.
    found = (commitment(text, passage.start, upto) for upto in (spans[0][0], spans[-1][1]) if spans) if spans else ()
    return next((each.strength for each in found if each), stance.strength)


def firmness(strength: Strength | None) -> int:
    """Return the place of a strength from the weakest, 0 for none."""
    return rank(strength) if strength else 0


def carried_by(material: Material, items: Sequence[Item]) -> str:
    """Return how many sources carry a line, and of how many origins, in words; "" where there is one source at all."""
    if len(material.comparison.readings) < 2:
        return ""
    return material.comparison.provenance(list(dict.fromkeys(item.source.id for item in items))).words


def reporting_alike(material: Material, item: Item, among: Iterable[Item]) -> list[Item]:
    """Return those of other sources that report the same as a report's own line does, by their wording."""
    likeness = material.comparison.likeness
    return [
        each for each in among if each.number != item.number and likeness.of(item.words, each.words) >= _SAME_REPORT
    ]


def best_supported(material: Material, claims: Iterable[Claim]) -> list[Claim]:
    """Return `claims` by how well they are supported: most origins first, then most sources, then the firmest."""
    return sorted(
        claims, key=lambda claim: (-len(claim.origins), -len(claim.sources), -firmness(claim.strength), claim.best.key)
    )
