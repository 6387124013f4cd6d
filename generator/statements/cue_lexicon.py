"""The words that attribute, by the complements they take. Data only; read by `inflection` and `frames`.

The groups follow the verb classes of English grammars (verbs of communication, of judgement, of desire, of urging and
so on). A verb may stand in several groups. A two-part entry (``call for``) is written in `WITH_PREPOSITION`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Saying: take a that-clause, a bare clause, a question or a quotation, and stand in a parenthesis (", he said").
SAY = _words(
    "say add note write state report explain announce declare argue claim stress warn insist recall suggest acknowledge "
    "admit reply respond mention remark observe comment emphasize emphasise tweet assert conclude confirm reiterate "
    "continue contend allege affirm aver maintain caution concede counter disclose estimate joke lament predict "
    "proclaim promise quip reason reveal speculate testify underline underscore vow pledge agree deny complain boast "
    "brag guess exclaim shout yell scream whisper mutter murmur cry ask inquire wonder answer retort interject "
    "clarify elaborate recount relate propose recommend demand posit opine pronounce "
    "repeat reaffirm restate hint imply indicate signal point tell cite read theorize "
    "retweet post blog email message text deadpan intone fume grumble gripe protest rejoin volunteer chime "
    "summarize summarise summon narrate specify stipulate venture profess swear threaten"
    " rule opine"
)
# Verbs of saying whose addressee is their object: told X that.
TELL = _words("tell inform remind assure warn notify brief advise reassure ask teach persuade convince show promise")
# Thinking, knowing, feeling: that-clause, bare clause or question.
THINK = _words(
    "believe think know hope expect feel fear worry assume doubt suspect understand realize realise recognize recognise "
    "consider suppose imagine presume trust bet reckon figure sense remember forget conclude decide determine learn "
    "discover hear foresee anticipate envision envisage wish dream regret care mind find judge accept calculate "
    "surmise reflect ponder gather concur appreciate notice guess forecast project hypothesize"
)
# Showing: the subject is a text, a poll, an act.
SHOW = _words(
    "show find reveal indicate suggest demonstrate prove illustrate imply highlight reflect confirm document "
    "detail depict portray predict project estimate read state explain express convey"
)
# Wanting and committing: to-infinitive.
WANT = _words(
    "want plan agree decline refuse vow pledge promise decide seek intend hope threaten offer demand wish expect "
    "propose aim choose opt swear commit consent resolve undertake volunteer desire prefer ask "
    "aspire hesitate vie yearn long profess purport elect request care"
)
# Position towards a thing: noun phrase as object.
JUDGE = _words(
    "attack criticize criticise praise blast support oppose reject endorse slam question denounce condemn welcome "
    "defend dismiss mock ridicule hail applaud deride disparage denigrate blame slam rip bash chastise scold rebuke "
    "reprimand lambast lambaste decry assail castigate chide berate admonish upbraid laud commend celebrate "
    "admire respect appreciate love dislike despise fear resent favor favour prefer embrace back approve "
    "disapprove criticise deplore lament mourn regret protest contest dispute refute rebut deny doubt challenge "
    "downplay tout trumpet extol champion advocate recommend urge propose suggest demand promise pledge announce declare "
    "acknowledge admit concede recognize recognise accept confirm reiterate reaffirm stress emphasize emphasise "
    "underline underscore highlight note cite mention reference invoke discuss debate address explain describe "
    "detail outline explain recount predict foresee forecast envision anticipate expect seek desire "
    "consider contemplate mull believe understand know imagine remember recall forget value trust distrust "
    "mistrust view regard unveil reveal disclose report claim allege thank congratulate salute honor "
    "apologize rap skewer pan hammer grill lampoon satirize vilify demonize malign smear insult "
    "belittle underestimate understate overstate exaggerate repudiate disavow renounce rebuff spurn shun snub "
    "veto overturn ban prohibit forbid impose authorize authorise ratify adopt repeal abolish uphold affirm "
    "second echo parrot repeat retweet quote paraphrase estimate advocate encourage promote pooh-pooh "
    "exhort implore beg petition beseech offer request nominate appoint name trash "
    "document chronicle depict reference illustrate demonstrate show emphasize propound preach peddle spout tweet "
    "vouch solicit justify rationalize excuse forgive lobby pressure press"
    " introduce block resist confront extol perpetuate ignore investigate sponsor overrule grant fathom enact honor concoct uphold explore analyze analyse examine reassert lambaste savage"
)
# Asking another to do: noun phrase + to-infinitive.
URGE = _words(
    "urge encourage ask tell advise invite persuade convince warn order exhort implore beg request press pressure "
    "challenge direct instruct command want expect counsel entreat remind forbid "
    "authorize authorise "
)
# Naming: noun phrase + noun phrase, adjective or "as".
CALL = _words(
    "call describe label brand dub characterize characterise portray view consider regard depict paint cast hail deem "
    "declare see denounce dismiss attack criticize criticise decry frame rate term judge name perceive treat brand cite "
    "identify liken compare slam blast mock deride condemn praise"
)
# Charging: noun phrase + of / for.
ACCUSE = _words(
    "accuse blame fault suspect thank criticize criticise praise condemn chide scold mock attack rebuke "
)
# Verbs whose preposition brings the content.
WITH_PREPOSITION = {
    "call": "for on upon", "complain": "about of", "speak": "about against of on", "talk": "about of up",
    "agree": "on with to upon", "disagree": "with about on", "object": "to", "refer": "to", "point": "to out",
    "allude": "to", "vote": "for against", "lash": "out", "insist": "on upon", "apologize": "for", "apologise": "for",
    "argue": "for against about over", "warn": "about of against", "comment": "on", "respond": "to", "reply": "to",
    "worry": "about over", "boast": "about of", "brag": "about", "dream": "of about", "think": "of about",
    "hear": "of about", "learn": "of about", "know": "of about", "campaign": "for against", "push": "for back",
    "press": "for", "hope": "for", "hint": "at", "rail": "against", "rant": "about against", "joke": "about",
    "lie": "about", "testify": "about against", "elaborate": "on", "dwell": "on", "harp": "on", "focus": "on",
    "inquire": "about", "wonder": "about", "ask": "about for", "advocate": "for", "lobby": "for against",
    "plead": "for", "appeal": "for to", "believe": "in", "consent": "to", "subscribe": "to", "opt": "for",
    "decide": "on against", "approve": "of", "disapprove": "of", "care": "about", "caution": "against about",
    "protest": "against", "go": "after", "lay": "out", "set": "out", "spell": "out", "rule": "out against", "weigh": "in",
    "single": "out", "call out": "", "double": "down", "touch": "on", "plan": "for on", "side": "with",
    "sympathize": "with", "sympathise": "with", "concur": "with", "differ": "with", "crow": "about", "gush": "about",
    "muse": "about", "ponder": "on", "reflect": "on", "sing": "of", "debate": "about", "swear": "off", "look": "to",
    "break": "with", "quarrel": "with", "react": "to", "come": "out", "tell": "of about", "write": "about of",
    "contribute": "", "shout": "about", "vouch": "for", "root": "for", "stand": "by", "tweet": "about", "balk": "at", "lean": "toward towards", "fret": "about over", "vie": "for",
}  # fmt: skip
# Verbs that only lead to the cue: tried to make the case, continued to insist, went on to say.
LEADING = _words(
    "try continue begin start keep stop seem appear proceed rush fail manage attempt go use hasten dare tend help "
    "cease bother struggle move come love like work get"
)
# Between a form of be and an infinitive, these only lead to the cue: was able to tout.
LEADING_ADJECTIVES = _words("able unable likely unlikely set slow quick due poised free bound apt about there")
# Doing something in order to say: gathered to discuss, took to the stage to denounce.
PURPOSE = _words("gather meet take come go convene use appear speak assemble return rise sit stand travel write arrive")
# Making another say: forced him to admit.
CAUSING = _words("lead force prompt cause compel drive oblige move inspire")
# be + adjective: towards what.
ADJECTIVES = _words(
    "concerned worried confident hopeful critical skeptical sceptical supportive proud sure certain aware unaware "
    "convinced optimistic pessimistic afraid glad happy pleased sorry adamant willing unwilling ready eager reluctant "
    "determined disappointed surprised shocked outraged appalled grateful thankful dismissive wary doubtful uncertain "
    "opposed committed keen resolved satisfied dissatisfied angry furious upset excited passionate dedicated "
    "apologetic unconvinced interested fearful alarmed troubled horrified dismayed delighted thrilled bullish bearish "
    "frank coy clear against"
)
# The noun that carries an attribution: his statement that, a pledge to, support for, a light verb's object.
NOUNS = _words(
    "statement claim report announcement argument assertion belief view opinion conclusion suggestion hope "
    "fear concern worry promise pledge vow commitment decision proposal plan demand request call appeal warning threat "
    "allegation accusation charge prediction forecast estimate expectation feeling conviction position stance "
    "criticism praise support opposition endorsement condemnation denial admission acknowledgment acknowledgement "
    "confirmation reminder remark comment complaint question doubt suspicion contention insistence declaration "
    "assurance explanation theory agreement consensus understanding desire wish determination willingness readiness "
    "refusal reluctance offer intention recommendation advice resolution attack rejection respect admiration disdain "
    "obsession skepticism scepticism disagreement confidence optimism note speech letter message word "
    "testimony ruling judgment judgement verdict observation emphasis rhetoric tweet interpretation assessment "
    "aim goal aversion guess speculation rumor rumour notice dismay outrage regret "
    "gratitude thanks "
)
# Verbs with hardly a meaning of their own: express concern that, make the case, reach a consensus to.
LIGHT = _words(
    "make give reach express voice raise take have issue deliver offer release sign hold draw share repeat reject "
    "dismiss set state send announce pose get lodge file publish post convey extend come strike show declare pay see "
    "put find renew unleash harbor harbour"
)
# Never nouns after a determiner; everything else in the lexicon that is also a noun needs its context.
NEVER_NOUNS = _words(
    "say tell argue believe think insist assert agree decline refuse accuse criticize criticise oppose reject denounce "
    "acknowledge admit describe suggest propose explain know hope-for announce declare conclude confirm deny complain "
    "maintain contend allege affirm aver concede predict reiterate recommend emphasize emphasise consider expect seek "
    "decide ask wonder recall realize realise recognize recognise include become remain provide require allow bring "
    "assume understand imagine encourage advise invite persuade convince inform remind assure defend dismiss condemn "
    "choose intend commit mention write add indicate prove demonstrate reveal learn hear speak let get be do have go "
    "lose pay meet send keep begin appear seem exist receive create join apply develop happen prefer want appreciate"
)
