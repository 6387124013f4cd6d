"""What the texts for measuring are made of: invented names, subjects, and the parts of sentences."""

from __future__ import annotations

PARTIES = ("alder", "birch")
# Of each person: title, name, party (none for those who speak for nobody), pronoun.
PEOPLE = (
    ("President", "Ana Moreau", "alder", "she"),
    ("Foreign Minister", "Jon Vale", "alder", "he"),
    ("Trade Minister", "Ida Roth", "alder", "she"),
    ("Defence Minister", "Per Lund", "alder", "he"),
    ("Ambassador", "Nora Quist", "alder", "she"),
    ("President", "Ivo Brand", "birch", "he"),
    ("Foreign Minister", "Mira Sol", "birch", "she"),
    ("Energy Minister", "Kai Wern", "birch", "he"),
    ("Interior Minister", "Tove Rask", "birch", "she"),
    ("Ambassador", "Lea Dorn", "birch", "she"),
    ("Secretary-General", "Emil Faro", None, "he"),
    ("mediator", "Hanna Orme", None, "she"),
)
BODIES = ("Delta Commission", "Bank of Corvo", "River Council", "Institute of Harbours", "Chamber of Shipping")
PLACES = ("Corvo", "Lindow", "Port Selby", "Thornmouth")
INSTRUMENTS = ("Delta Treaty", "Corvo Protocol", "Water Charter")
# Of each concept: the phrases by which it is found.
TOPICS = {
    "delta/settlement": ("peaceful settlement", "settling the dispute", "arbitration"),
    "delta/passage": ("freedom of passage", "passage of ships", "right of transit"),
    "delta/treaty": ("Delta Treaty", "treaty on the delta"),
    "delta/patrols": ("joint patrols", "patrol boats", "coast guard"),
    "works/railway": ("railway", "rail link", "second track"),
    "works/grain": ("grain", "wheat", "harvest sales"),
    "works/energy": ("power line", "electricity", "gas pipeline"),
    "works/harbour": ("deep-water harbour", "container quay", "dredging"),
    "people/schools": ("student exchange", "scholarships", "language teachers"),
    "people/health": ("border hospital", "vaccines", "nurses"),
    "people/visas": ("visas", "visa-free travel", "work permits"),
    "security/arms": ("arms control", "missiles", "military exercises"),
    "security/sanctions": ("sanctions", "frozen assets", "export controls"),
    "security/prisoners": ("exchange of prisoners", "detained sailors", "amnesty"),
}
BRIEFS = {
    "delta": "The delta",
    "works": "Trade and works",
    "people": "People to people",
    "security": "Security",
}
CUES = ("said", "told reporters", "stressed", "noted", "added", "announced", "insisted", "recalled", "warned", "argued")
STANCES = (
    "supports", "welcomes", "opposes", "rejects any change to", "asks for more work on", "is ready to discuss",
    "will fund", "intends to speed up", "hopes for progress on", "is worried about", "has agreed to", "calls for",
)  # fmt: skip
DETAILS = (
    "without any condition", "under the watch of neutral observers", "from the northern strait to the sandbanks",
    "as both parliaments decided", "in a first stage of eight months", "with the help of the neighbours",
    "before the autumn session", "at the expense of the richer side", "on equal terms", "as the experts proposed",
    "in the three eastern districts", "through a joint company", "by means of a common fund", "with unarmed vessels",
    "under the rules of last year", "for as long as the talks go on", "with a review after two years",
    "in spite of the objections at home", "along the old frontier", "for towns on either bank of the river",
    "at half of the present price", "with no exception for the islands", "on a trial basis", "once the ice has gone",
)  # fmt: skip
PURPOSES = (
    "so that fishing families can plan ahead", "to lower the cost of food in the capital", "to calm the markets",
    "because the old arrangement had failed", "so that no crew is left waiting at anchor", "to win back confidence",
    "although the budget leaves little room", "since the flood had shown what was missing", "to keep the young there",
    "while the commission finishes its report", "to shorten the way to the sea", "as a sign to the region",
    "in order to avoid a new quarrel", "after a winter of shortages", "to make room for small firms",
    "whatever the outcome of the vote may be", "to honour what was promised in spring", "for the sake of the farmers",
    "so as not to lose another year", "because insurers had asked for it",
)  # fmt: skip
WHEN = (
    "on Monday", "on Tuesday morning", "after the talks", "at the press conference", "before leaving", "in parliament",
    "late in the evening", "during a walk along the quay", "in a written reply", "at the state dinner", "by telephone",
    "to students of the academy", "in front of the town hall", "between two sessions", "on the way to the airport",
    "at the opening of the fair",
)  # fmt: skip
FIRST = "Alba Bram Cyra Dov Elin Gita Hale Iris Jory Kara Lev Mina Nils Oda Pim Quin Rhea Sten Ulf Vera".split()
LAST = (
    "Ashby Birk Dahl Ekman Frome Gant Holt Ister Jansen Kell Marr Norr Pell Selby Unger Yost Zell Abbot Crane".split()
)
TRADES = (
    "baker", "pilot on the river", "shopkeeper", "teacher of history", "retired engineer", "lock keeper", "clerk",
    "leader of a union", "farmer", "skipper", "student of law", "doctor", "mayor of a small town", "builder of boats",
)  # fmt: skip
DID = (
    "watched the motorcade from a balcony", "had waited since dawn", "closed early", "laughed at the question",
    "counted the flags along the street", "kept a list of broken promises", "had seen many such visits",
    "showed a photograph of the old bridge", "wanted to know who would pay", "packed the last crates",
    "remembered the winter of the great ice", "shrugged and went back to work", "had brought three children along",
)  # fmt: skip
ASIDES = (
    "while rain fell on the guard of honour", "as helicopters circled above", "and nobody asked again",
    "which surprised the neighbours", "before the barriers were taken away", "and the band played on",
    "although the square was half empty", "as people here usually do", "until the police sent everybody home",
)  # fmt: skip
COLOUR = (
    "The meeting lasted {n} minutes longer than the programme had allowed, and the interpreters were changed twice.",
    "Some {n} journalists had been accredited, of whom fewer than half found a seat in the hall.",
    "The delegation numbered {n} officials, businessmen and guests, most of whom stayed for one night only.",
    "Trading closed {n} points higher, led by shipping companies and the makers of cement.",
    "A poll of {n} people found opinion evenly split, with a large share of undecided answers.",
)
