"""All rules by which words attribute others, in one table; each can be switched off by its name.

A *pattern* is written in words of the text, with SOURCE, CUE and CONTENT for what the relation takes from it; what
stands between bars are alternatives. The function that matches it names its finds by the rule's name (`Found.rule`).
"""

from __future__ import annotations

from generator.statements.rule import Rule

# Phrases beside what is said, which they attribute as a whole: tried first.
ASIDES = (
    Rule("colon", "SOURCE: CONTENT, at the head of a paragraph", "the rest of it", "Moreau: We will stay."),
    Rule("signature", "“CONTENT” — SOURCE", "the quotations before", "“We will stay.” — Ana Moreau, president"),
    Rule("parenthesis", "CONTENT, SOURCE CUE|CUE SOURCE, CONTENT", "what stands around it", "Trade, she said, grew."),
    Rule("according to", "CONTENT, according to SOURCE|…, CONTENT", "what stands around it", "According to Alder, it is."),
    Rule("as", "as SOURCE CUE|put it|told them, CONTENT", "what stands around it", "As Moreau noted, trade grew."),
    Rule("by account of", "by SOURCE’s estimate|account, CONTENT", "what follows", "By one estimate, 40 ships have sunk."),
    Rule("in the view of", "in SOURCE’s view|words|opinion, CONTENT", "what follows", "In her view, trade grew."),
    Rule("in a statement by", "in a TEXT issued by SOURCE, CONTENT", "what follows",
         "In a statement issued by the council, trade is praised."),
)  # fmt: skip
# Cues with what they govern, tried in this order at each verb: the first that fits is taken.
FRAMES = (
    Rule("adjective", "SOURCE is|seems ADJECTIVE that|to|about CONTENT", "clause or phrase", "Alder is wary of the plan."),
    Rule("role", "SOURCE is a critic of|in favour of CONTENT", "phrase", "Alder is a critic of the plan."),
    Rule("quoted as", "SOURCE was quoted as saying CONTENT", "clause", "Moreau was quoted as saying that it sank."),
    Rule("it was", "it was CUE (by SOURCE) that CONTENT", "clause", "It was agreed by both sides that trade must grow."),
    Rule("passive by", "CONTENT was CUE by SOURCE (as CONTENT)", "subject and what follows",
         "The plan was described by Moreau as weak."),
    Rule("passive", "CONTENT is expected|said to CONTENT", "subject and what follows", "Trade is seen to grow."),
    Rule("participle by", "CONTENT CUE by SOURCE", "the noun before", "The plan proposed by Alder failed."),
    Rule("light verb", "SOURCE made|voiced NOUN that|for CONTENT", "clause or phrase", "Alder voiced concern over the plan."),
    Rule("quote", "SOURCE CUE: “CONTENT”", "quotation", "Moreau scolded him: “No.”"),
    Rule("that", "SOURCE CUE that CONTENT", "clause", "Moreau said that trade grew."),
    Rule("clause", "SOURCE CUE CONTENT", "clause", "Moreau said trade grew."),
    Rule("question", "SOURCE CUE whether|how CONTENT", "clause", "Moreau asked whether trade grew."),
    Rule("infinitive", "SOURCE CUE (SOMEBODY) to CONTENT", "infinitive", "Alder agreed to lower the levy."),
    Rule("preposition", "SOURCE CUE for|on|about CONTENT", "phrase", "Alder called for a truce."),
    Rule("phrase", "SOURCE CUE CONTENT", "noun phrase", "Alder rejected the plan."),
    Rule("quoting", "SOURCE VERB … “CONTENT”", "object with quoted words", "Moreau used the phrase “iron wall”."),
    Rule("relative", "CONTENT, which SOURCE CUE", "the noun before", "The plan, which the bank detailed, failed."),
    Rule("gap", "SOURCE CUE …; SOURCE, CONTENT|and SOURCE for|as|“CONTENT”", "phrase", "Alder called for calm, and Birch for talks."),
    Rule("noun", "SOURCE’s NOUN that|for CONTENT", "clause or phrase", "Alder’s claim that it sank was denied."),
)  # fmt: skip
# A quotation without a cue that carries on the attribution before it.
CARRIED = Rule("carried", "… “CONTENT”", "quotation", "“We will stay,” Moreau said. “We like it here.”")
# A quotation alone, and the sentence beside it that only says whose it is.
LED_IN = Rule("led in", "SOURCE CUE: and then “CONTENT”", "the quotations after", "Moreau wrote:\n\n“We will stay.”")
SAID_AFTER = Rule(
    "said after",
    "“CONTENT?” and then SOURCE CUE.|— SOURCE",
    "the quotations before",
    "“Is it right?” Ana Moreau, the president, said.",
)
RULES = (*ASIDES, *FRAMES, CARRIED, LED_IN, SAID_AFTER)
