"""The rules that make statements of relations: who is meant, and whose a sentence without a cue is.

What attributes which words inside a sentence is in `rules/table.py`.
"""

from __future__ import annotations

from generator.statements.rule import Rule

# Who a description means (`referents/descriptions.py`), tried in this order.
DESCRIPTIONS = (
    Rule("pronoun alone", "him|her|them", "whoever it takes up", "According to her, trade grew."),
    Rule("both", "both|the two|the pair|all three", "the parties last named together", "Both agreed."),
    Rule("former or latter", "the former|the latter", "one of two named before", "The latter said no."),
    Rule("spokesperson", "a spokesman|aide|envoy for|of NAME", "somebody of that party", "An aide to Moreau said no."),
    Rule("apposed", "…, NAME", "the name after", "Her predecessor, Ana Moreau, said no."),
    Rule("apposed office", "NAME, a spokesman for|minister of …", "its party", "Ruth Ames, a spokeswoman for Moreau, said no."),
    Rule("staff", "his|her spokesman|office", "somebody of that person's party", "Moreau smiled. Her spokesman said no."),
    Rule("of several states", "PARTY’s and PARTY’s ministers", "those parties", "Alder’s and Birch’s ministers said no."),
    Rule("one side", "one delegation, PARTY", "that party", "One delegation, Alder, said no."),
    Rule("reply", "PERSON’s reply|statement|letter", "that person", "Moreau’s reply said no."),
    Rule("of a body", "ministry spokeswoman NAME; an official at the ministry", "somebody of the body named before", "Ministry spokeswoman Ida Roth said no."),
    Rule("counterpart", "her counterpart|guest|host", "the other person of the section", "Her guest said no."),
    Rule("text before", "the statement|declaration", "the text that spoke last", "The statement said no."),
    Rule("of state", "MINISTRY|SERVICE|OFFICIALS of PARTY", "somebody of that party", "The Ministry of Trade of Alder said no."),
    Rule("seated", "the ministry|government in PLACE", "the party whose seat it is", "The government in Birchton said no."),
    Rule("own", "its ministry|government|OFFICE", "the party named before", "Alder will lend more, its ministry said."),
    Rule("official", "the DEMONYM OFFICE|OFFICE of PARTY", "somebody of that party", "The Birchian minister said no."),
    Rule("national", "the DEMONYM", "the one person of that party", "The Birchian said no."),
    Rule("named before", "NAME|the OFFICE", "a stranger named before", "Ames said no. (after *trade minister Ruth Ames*)"),
    Rule("titled before", "the OFFICE", "the person of the dossier whom the text called that", "The spokesman said no. (after *spokesman Tom Field*)"),
    Rule("body before", "the ministry|delegation", "the body that acted last", "The delegation said no."),
)  # fmt: skip
# Whose a sentence is that has no relation of its own, tried in this order (`discourse/`).
SHAPES = (
    Rule("in his view", "in his|her view|opinion …", "the person", "In her opinion trade must grow."),
    Rule("it was agreed", "it was agreed|decided …", "all that met", "In the talks it was agreed to trade more."),
    Rule("stands", "SUBJECT supports|is ready …", "the subject", "Alder is ready to help."),
    Rule("says next", "SUBJECT said …", "the subject", "Moreau said no."),
    Rule("participle", "SUBJECT …, saying that …", "the person", "Moreau left, saying that it was late."),
    Rule("announces", "SEVERAL will …", "those together", "Both will join hands."),
)
# Accounts that go on, lists, and texts in which each word is somebody's (`discourse/`).
ACCOUNTS = (
    Rule("turn", "NAME: …, more than once", "the label’s, until the next", "PRESIDENT MOREAU: Good day."),
    Rule("we", "We, the leaders of PARTIES, …", "all of them", "We, the leaders of Alder and Birch, declare …"),
    Rule(
        "title of several", "Joint Statement of PARTIES, and *we*", "all of them", "Joint Statement by Alder and Birch"
    ),
    Rule("issuer", "Remarks by NAME; a government’s statement", "the issuer’s", "Remarks by President Moreau"),
    Rule(
        "agreed by all who met", "we agreed, the three of us, in a turn", "all who met", "MOREAU: We agreed to trade."
    ),
    Rule("list", "SUBJECT asked to: - …", "the subject’s", "The two sides: - support free trade"),
    Rule(
        "party within account", "PARTY … after its own speaker", "the speaker’s", "Moreau said no. Alder wants peace."
    ),
    Rule("quotation runs on", "“… over sentences …” CUE", "of its cue", "“It sank. It will not float,” Moreau said."),
    Rule("quotation carried", "“…” right after words of a person", "the person’s", "Moreau smiled. “We will stay.”"),
    Rule("demand carried", "… must|should …, in the next paragraph", "the account’s", "The world must act."),
    Rule("view carried", "… will|is …, in the same paragraph", "the account’s", "This will help both."),
    Rule("position together", "that PARTIES support …", "all of them", "Moreau said that both sides support peace."),
    Rule(
        "passed on",
        "a medium, citing|quoting PERSON; that an agency said …",
        "theirs",
        "The paper reported a delay, citing Moreau.",
    ),
    Rule(
        "reported inside", "a text or medium says that PARTY …", "the party’s", "The paper said that Alder wants peace."
    ),
)
RULES = (*DESCRIPTIONS, *SHAPES, *ACCOUNTS)
