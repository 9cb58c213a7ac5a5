"""Ways of saying so that no single word carries: "let it be known that …", "has it that …", "by its count"."""

from __future__ import annotations

from types import MappingProxyType

from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import asks
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import DOCUMENTS
from vedette.attribution.speakers import SUBJECTS, names_somebody, phrase_tokens
from vedette.reading import Token

_CLAUSES = ("ccomp", "advcl", "acl", "relcl")
_OPEN = frozenset({"clear", "plain", "known", "public", "explicit", "understood"})
"""What something is made by whoever says it: "made it *clear* that …"."""
VERSIONS = frozenset(
    """version account story line message word position explanation argument view answer reply verdict conclusion
    defence defense""".split()
)
"""Nouns that are what somebody says: "the army's *version* is that …"."""
_ACCOUNTS = MappingProxyType(
    {
        "in": frozenset(
            """account version telling view reckoning word opinion eye mind judgement judgment estimation assessment
            recollection characterisation characterization description summary""".split()
        ),
        "to": frozenset({"mind", "thinking", "reckoning"}),
        "on": frozenset({"reckoning", "count", "account", "estimate", "figure", "showing", "telling", "calculation"}),
        "by": frozenset(
            """account version telling reckoning count tally estimate calculation figure record note mark sum book
            ledger list""".split()
        ),
    }
)
"""Nouns by which a clause is told as somebody tells it, by their preposition ("*by the union's count*, nine died")."""
_NOBODYS = frozenset({"rumour", "rumor", "legend", "word", "tradition", "myth", "gossip", "luck", "fate"})
"""What has it that something is so, without anybody who says it."""
_ANYBODYS = frozenset({"law", "world", "public", "many", "history", "god", "beholder"})
"""Whose eyes something may be so in, though they say nothing."""
_TO_BLAME = frozenset({"responsible", "liable", "guilty", "answerable"})
_SHORT = 5
"""Words of a phrase that may open a sentence without a comma behind it, at most."""
_THIRD = frozenset({"his", "her", "their", "its"})
_FIGURES = frozenset({"figure", "count", "toll", "tally", "estimate", "number", "total"})
_ENUMERATING = frozenset({"count", "tally", "list", "register", "record", "document", "log"})
_TOLL = frozenset("dead killed wounded injured missing victims casualties fatalities deaths bodies corpses".split())


def idiom(token: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the attribution by an idiom whose chief word is `token`, or None."""
    if token.pos == "VERB":
        return (
            _made_known(token, lexicon)
            or _counted(token, lexicon)
            or _numbered(token, lexicon)
            or _has_it(token, lexicon)
            or _believed(token, lexicon)
            or _to_go_by(token, lexicon)
            or _if_one_believes(token, lexicon)
            or _pleads(token, lexicon)
            or _account_has(token, lexicon)
            or _as_they_tell_it(token, lexicon)
            or _tells_it(token, lexicon)
            or _hears_nothing(token, lexicon)
            or _holds_responsible(token, lexicon)
        )
    if token.pos == "NOUN":
        return _as_told(token, lexicon) or _version(token, lexicon) or _figure(token, lexicon)
    return None


def _made_known(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "made (it) clear that …" and "let it be known that …"."""
    subject = verb.child("nsubj")
    if subject is None or verb.lemma not in ("make", "let"):
        return None
    clause = _made_open(verb)
    if clause is None or subject.i == clause.i:
        return None
    return _draft("cue.known@1", verb, clause, subject, lexicon, (verb,) if clause.i < verb.i else ())


def _made_open(verb: Token) -> Token | None:
    states = (c for c in verb.children if c.lower in _OPEN and c.i > verb.i and c.pos != "NOUN")
    state = next((c for c in states if c.dep in ("ccomp", "acomp", "oprd", "xcomp")), None)
    if state is None:
        return None
    told = next((c for c in state.children if c.dep in _CLAUSES and c.i > state.i and _is_whole(c)), None)
    others = [c for c in verb.kids("ccomp") if c is not state]
    return told or next((c for c in others if c.i > state.i and _is_whole(c)), None) or _before(verb, others)


def _before(verb: Token, clauses: list[Token]) -> Token | None:
    """Return the clause before a comma that is made known behind it ("It was shut, *the army let it be known*")."""
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    start = min((clause.i for clause in clauses), default=verb.i)
    if not any(token.text == "," for token in tokens[start - first : verb.i - first]):
        return None
    return next((clause for clause in clauses if clause.i < verb.i and clause.child(*SUBJECTS) is not None), None)


def _counted(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the hospital has counted nine dead"."""
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    if verb.lemma not in _ENUMERATING or subject is None or thing is None or thing.i < verb.i:
        return None
    is_number = _is_number(thing)
    is_toll = is_number and any(near.lower in _TOLL for near in (thing, *thing.kids("amod", "acl")))
    return _draft("cue.count@1", verb, thing, subject, lexicon) if is_toll else None


def _numbered(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the clinic gives the number of dead as twelve" and "State radio gave turnout as 40 per cent"."""
    subject, thing = verb.child("nsubj"), verb.child("dobj", "dative")
    if verb.lemma != "give" or subject is None or thing is None:
        return None
    # "Gave the number *of people rescued as 88*": a parse may hang the "as" on any word of the thing.
    links = (token for above in (verb, *thing.subtree()) for token in above.kids("prep") if token.lower == "as")
    link = next((below for token in links if (below := token.child("pobj")) is not None), None)
    if link is None or link.i < thing.i or not _is_number(link):
        return None
    inside = subtree_indices((thing, link.head))
    draft = _draft("cue.count@1", verb, thing, subject, lexicon)
    if draft is not None:
        draft.inside |= inside
    return draft


def _is_number(token: Token) -> bool:
    return token.pos == "NUM" or token.ent == "CARDINAL" or any(child.pos == "NUM" for child in token.children)


def _figure(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the clinic's figure is twelve dead" and "Twelve dead is the figure given by the clinic"."""
    verb = noun.head
    if noun.lemma not in _FIGURES or noun.dep not in ("nsubj", "attr") or verb.lemma not in ("be", "stand"):
        return None
    other = verb.child("attr" if noun.dep == "nsubj" else "nsubj") if verb.lemma == "be" else verb.prep("at")
    beside = next((c for c in noun.kids("compound", "nmod") if names_somebody(c)), None)  # "the police estimate"
    owner = noun.child("poss") or noun.prep("from") or _giver(noun) or beside
    if other is None or other is noun or owner is None or owner.pos == "PRON" or not _is_number(other):
        return None
    return _draft("cue.version@1", noun, other, owner, lexicon)


def _giver(noun: Token) -> Token | None:
    """Return who gives a figure: "the figure *given by the clinic*", "the figure *the clinic gives*"."""
    for clause in noun.kids("acl", "relcl"):
        agent = clause.child("agent")
        giver = agent.child("pobj") if agent is not None else clause.child("nsubj")
        if giver is not None and giver.pos in ("NOUN", "PROPN"):
            return giver
    return None


def _believed(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "if the coast guard is to be believed, nine drowned" and "…, if the abbot's account is to be trusted"."""
    condition = verb.head
    link, speaker, main = condition.child("mark"), condition.child("nsubj", "nsubjpass"), condition.head
    if verb.lemma not in ("believe", "trust") or verb.child("auxpass") is None or condition.lemma != "be":
        return None
    if condition.dep != "advcl" or link is None or link.lower != "if" or main.pos not in ("VERB", "AUX"):
        return None
    if speaker is not None and speaker.lemma.lower() in VERSIONS | DOCUMENTS:
        speaker = speaker.child("poss") or speaker.prep("of", "from", "by")
    if speaker is None or speaker.pos == "PRON":
        return None
    return _draft("cue.account@2", verb, main, speaker, lexicon, (condition,))


def _if_one_believes(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "if one follows the minister, the rails had been loosened" and "…, if you believe the miller"."""
    link, anybody, speaker = verb.child("mark"), verb.child("nsubj"), verb.child("dobj") or verb.prep("to")
    if verb.lemma not in ("believe", "trust", "follow", "listen", "ask") or verb.dep != "advcl" or speaker is None:
        return None
    if link is None or link.lower != "if" or anybody is None or anybody.lower not in ("one", "you", "we"):
        return None
    main = verb.head
    if not names_somebody(speaker) or main.pos not in ("VERB", "AUX") or not any(main.kids(*SUBJECTS)):
        return None
    return _draft("cue.account@2", verb, main, speaker, lexicon, (verb,))


def _pleads(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "pleads not guilty to moving the stones", which denies it, and "pleaded guilty to fraud"."""
    subject, state = verb.child("nsubj"), verb.child("acomp", "oprd", "dobj", "advmod")
    if verb.lemma != "plead" or subject is None or state is None or state.lower not in ("guilty", "innocent"):
        return None
    link = next((c for above in (state, verb) for c in above.kids("prep") if c.lower == "to"), None)
    thing = link.child("pobj", "pcomp") if link is not None else None
    is_denied = state.lower == "innocent" or any(c.lower == "not" for c in (*state.children, *verb.children))
    entry = lexicon.verbs.get("deny" if is_denied else "admit")
    if thing is None or entry is None or "object" not in entry.frames:
        return None
    frame = "ing" if thing.tag == "VBG" and "ing" in entry.frames else "object"
    inside = subtree_indices((thing,))
    draft = Draft("cue.idiom@1", verb, entry.frames[frame], frame, thing, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


def _to_go_by(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "to go by its briefing, the navy did not stop the boat" and "to judge by the clerk's notes, …"."""
    thing, main = verb.prep("by", "from"), verb.head
    if verb.lemma not in ("go", "judge") or thing is None or verb.dep not in ("advcl", "xcomp", "prep"):
        return None
    is_to = any(child.lower == "to" and child.dep == "aux" for child in verb.children) or verb.tag == "VBG"
    told = VERSIONS | DOCUMENTS | _ACCOUNTS["by"] | {"briefing", "memory", "memoir", "word", "diary"}
    if not is_to or thing.lemma.lower() not in told or main.pos not in ("VERB", "AUX") or not any(main.kids(*SUBJECTS)):
        return None
    owner = thing.child("poss") or thing.prep("of", "from", "by") or thing
    return _draft("cue.account@2", verb, main, owner, lexicon, (verb,))


def _hears_nothing(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "would hear nothing of guns in the load" and "will not hear of it"."""
    subject, thing, helper = verb.child("nsubj"), verb.child("dobj"), verb.child("aux")
    of = _behind_of(thing) or _behind_of(verb)
    is_nothing = (thing is not None and thing.lower == "nothing") or verb.child("neg") is not None
    is_would = helper is not None and helper.lower in ("would", "will", "wo")
    entry = lexicon.verbs.get("deny")
    if verb.lemma != "hear" or subject is None or of is None or not (is_nothing and is_would) or entry is None:
        return None
    if of.pos == "PRON" or "object" not in entry.frames:
        return None
    inside = subtree_indices((of,))
    draft = Draft("cue.idiom@1", verb, entry.frames["object"], "object", of, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


def _holds_responsible(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "holds the airline responsible for the crash"."""
    subject, state = verb.child("nsubj"), verb.child("ccomp", "oprd")
    held = verb.child("dobj")
    if state is None and held is not None:  # "holds *a marksman responsible*": a parse hangs it on the person
        state = next((child for child in held.kids("amod") if child.i > held.i), None)
    entry = lexicon.verbs.get("blame")
    if verb.lemma != "hold" or verb.tag == "VB" or subject is None or entry is None:
        return None  # "will hold them responsible" blames nobody yet
    if state is None or state.lower not in _TO_BLAME:
        return None
    thing = state.child("nsubj") or verb.child("dobj")
    if thing is None or thing.pos == "PRON" or "object-for" not in entry.frames:
        return None
    inside = subtree_indices((thing, state))
    draft = Draft("cue.idiom@1", verb, entry.frames["object-for"], "object-for", state, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


def _behind_of(token: Token | None) -> Token | None:
    link = next((c for c in token.kids("prep") if c.lower == "of"), None) if token is not None else None
    return link.child("pobj", "pcomp") if link is not None else None


def _tells_it(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "to hear the mayor tell it, the bridge was shut", "the way the men tell it, …", "as the league has it"."""
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    if verb.lemma not in ("tell", "see", "have") or subject is None or thing is None or thing.lower != "it":
        return None
    above = verb.head
    link = verb.child("mark")
    if verb.lemma == "have":
        is_as = link is not None and link.lower == "as" and verb.dep == "advcl" and above.pos in ("VERB", "AUX")
        is_nobodys = subject.lemma.lower() in _NOBODYS or subject.lower in ("it", "this", "that", "one")
        return _draft("cue.account@2", verb, above, subject, lexicon, (verb,)) if is_as and not is_nobodys else None
    is_heard = above.lemma == "hear" and above.dep == "advcl"
    is_way = verb.dep == "relcl" and above.lower == "way" and above.dep == "npadvmod"
    if not (is_heard or is_way) or above.head.pos not in ("VERB", "AUX"):
        return None
    return _draft("cue.account@2", verb, above.head, subject, lexicon, (above,))


def _has_it(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the ministry has it that …" and "would have it that …"."""
    subject, thing, clause = verb.child("nsubj"), verb.child("dobj"), verb.child("ccomp")
    if subject is None and verb.dep == "conj":
        subject = verb.head.child("nsubj")  # "the pamphlet, *handed* out at tram stops, has it that …"
    if verb.lemma != "have" or subject is None or thing is None or thing.lower != "it" or clause is None:
        return None
    link = clause.child("mark")
    behind = verb.sent.tokens[thing.i + 1 - verb.sent.tokens[0].i : thing.i + 2 - verb.sent.tokens[0].i]
    link = link or next((t for t in behind if t.lower == "that"), None)  # which a parse may take for "*that* ice"
    if subject.lemma.lower() in _NOBODYS or link is None or link.lower != "that" or link.i < verb.i:
        return None
    speaker = subject.child("poss") if subject.lemma in VERSIONS else subject
    return _draft("cue.known@1", verb, clause, speaker, lexicon) if speaker is not None else None


def _account_has(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the weekly's report has the envoys meeting twice": what is told, "have", and somebody doing something."""
    subject, thing, doing = verb.child("nsubj"), verb.child("dobj"), verb.child("ccomp")
    if verb.lemma != "have" or subject is None:
        return None
    if not (subject.lemma.lower() in VERSIONS | DOCUMENTS or _may_say(subject, lexicon)):
        return None
    if doing is None and thing is not None:
        doing = next((clause for clause in thing.kids("acl") if clause.tag == "VBG"), None)
    if doing is None or doing.tag != "VBG" or doing.i < verb.i or doing.child("aux") is not None:
        return None
    owner = subject.child("poss") or subject.prep("from", "by")
    is_own = subject.lemma.lower() in DOCUMENTS and subject.child("det") is not None
    owner = owner or (subject if is_own else None)
    return _draft("cue.known@1", verb, thing or doing, owner, lexicon) if owner is not None else None


def _as_they_tell_it(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "As the union tells it, a rail cracked" where a parse hangs the sentence on "tells"."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    subject = verb.child("nsubj")
    if verb.lemma not in ("tell", "see", "have", "put") or subject is None or tokens[0].lower != "as" or at < 2:
        return None
    if [t.lower for t in tokens[at + 1 : at + 3]] != ["it", ","] or subject.lemma.lower() in _NOBODYS:
        return None
    said = tokens[at + 3 :]
    main = next((t for t in said if t.pos in ("VERB", "AUX") and t.dep != "relcl"), None)
    if main is None or verb.head is not verb:
        return None
    draft = _draft("cue.account@2", verb, main, subject, lexicon, (verb,))
    if draft is not None:
        draft.inside = {t.i for t in said}
        draft.speaker_phrase = list(tokens[1:at])
    return draft


def _is_whole(clause: Token) -> bool:
    """Tell whether a clause states something by itself: led in by "that" if by anything, and no question."""
    link = clause.child("mark")
    return clause.child(*SUBJECTS) is not None and (link is None or link.lower == "that") and not asks(clause)


def _version(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the army's version is that …": a noun of saying, "be", and the clause it stands for."""
    verb = noun.head
    if noun.dep != "nsubj" or verb.lemma != "be" or not (noun.lemma in VERSIONS or _may_say(noun, lexicon)):
        return None
    clause, owner = verb.child("ccomp"), noun.child("poss") or noun.prep("from")
    link = clause.child("mark") if clause is not None else None
    if clause is None or owner is None or clause.i < verb.i or link is None or link.lower != "that":
        return None
    return _draft("cue.version@1", noun, clause, owner, lexicon)


def _may_say(noun: Token, lexicon: CueLexicon) -> bool:
    entry = lexicon.nouns.get(noun.lemma)
    return entry is not None and "clause" in entry.frames and entry.frames["clause"].attitude == "says"


def _as_told(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Take the clause round "in somebody's account" or "by somebody's count" for what he says."""
    link, owner = noun.head, noun.child("poss") or (noun.prep("of") if noun.child("det") is not None else None)
    main = link.head
    if owner is None or noun.lemma not in _ACCOUNTS.get(link.lower, ()) or main.pos not in ("VERB", "AUX"):
        return None
    if link.dep != "prep" or not any(main.kids(*SUBJECTS, "csubj")) or not _is_set_off(link):
        return None
    if owner.pos == "PRON" and owner.lower not in _THIRD:
        return None
    if owner.lower in _ANYBODYS:
        return None
    draft = _draft("cue.account@2", noun, main, owner, lexicon, (link,))
    tokens, first = noun.sent.tokens, noun.sent.tokens[0].i
    parted = [k for k, t in enumerate(tokens) if t.text == ";"]
    if draft is not None and parted:  # "He beamed; *in her telling*, the men had accepted": of two clauses its own
        start = max((k for k in parted if k + first < link.i), default=-1)
        end = min((k for k in parted if k + first > link.i), default=len(tokens))
        draft.inside &= {t.i for t in tokens[start + 1 : end]}
    return draft


def _is_set_off(link: Token) -> bool:
    """Tell whether a phrase stands at the front before a comma, or behind a comma ("nine died, *by its count*")."""
    branch = subtree_indices((link,))
    tokens, first = link.sent.tokens, link.sent.tokens[0].i
    while tokens[max(branch) - first].text == ",":
        branch.remove(max(branch))  # the comma that closes the phrase
    if min(branch) == first and link.lower in ("in", "to", "by") and max(branch) - first < _SHORT:
        return True  # "*In his opinion* the tale was fit for carnival"
    before, behind = min(branch) - first - 1, max(branch) - first + 1
    follows = behind < len(tokens) and tokens[behind].text == ","
    return follows if before < 0 else tokens[before].text in {",", ";", ":", *QUOTE_MARKS}


def _draft(
    form: str, cue: Token, clause: Token, speaker: Token, lexicon: CueLexicon, barred: tuple[Token, ...] = ()
) -> Draft | None:
    entry = lexicon.prepositions.get("according to")  # its row says how any such account is meant: said, as a fact
    if entry is None:
        return None
    inside = subtree_indices((clause,), barred)
    draft = Draft(form, cue, entry.first, "clause", clause, inside, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {cue.i, *(above.i for above in barred)})
    return draft
