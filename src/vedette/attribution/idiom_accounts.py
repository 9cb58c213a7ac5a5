"""Clauses told as somebody's account: "by the union's count", "if the mayor is to be believed", "as he tells it"."""

from __future__ import annotations

from types import MappingProxyType

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import DOCUMENTS, VERSIONS
from vedette.attribution.speakers import SUBJECTS, names_somebody, phrase_tokens
from vedette.attribution.stance import rejects
from vedette.reading import Token

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
            ledger list log logbook register""".split()
        ),
    }
)
"""Nouns by which a clause is told as somebody tells it, by their preposition ("*by the union's count*, nine died")."""
_COUNTS = frozenset({"reckoning", "count", "estimate", "calculation", "telling"})
"""Those that a bare "on" may open a sentence with ("*On its count* nine died"), unlike "on his account"."""
NOBODYS = frozenset({"rumour", "rumor", "legend", "word", "tradition", "myth", "gossip", "luck", "fate"})
"""What has it that something is so, without anybody who says it."""
_ANYBODYS = frozenset({"law", "world", "public", "many", "history", "god", "beholder"})
"""Whose eyes something may be so in, though they say nothing."""
_SHORT = 5
"""Words of a phrase that may open a sentence without a comma behind it, at most."""
_THIRD = frozenset({"his", "her", "their", "its"})


def believed(verb: Token, lexicon: CueLexicon) -> Draft | None:
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
    return account_draft("cue.account@2", verb, main, speaker, lexicon, (condition,))


def if_one_believes(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "if one follows the minister, the rails had been loosened" and "…, if you believe the miller"."""
    link, anybody, speaker = verb.child("mark"), verb.child("nsubj"), verb.child("dobj") or verb.prep("to")
    if verb.lemma not in ("believe", "trust", "follow", "listen", "ask") or verb.dep != "advcl" or speaker is None:
        return None
    if link is None or link.lower != "if" or anybody is None or anybody.lower not in ("one", "you", "we"):
        return None
    main = verb.head
    if not names_somebody(speaker) or main.pos not in ("VERB", "AUX") or not any(main.kids(*SUBJECTS)):
        return None
    return account_draft("cue.account@2", verb, main, speaker, lexicon, (verb,))


def to_go_by(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "to go by its briefing, the navy did not stop the boat" and "to judge by the clerk's notes, …"."""
    thing, main = verb.prep("by", "from"), verb.head
    if verb.lemma not in ("go", "judge") or thing is None or verb.dep not in ("advcl", "xcomp", "prep"):
        return None
    is_to = any(child.lower == "to" and child.dep == "aux" for child in verb.children) or verb.tag == "VBG"
    told = VERSIONS | DOCUMENTS | _ACCOUNTS["by"] | {"briefing", "memory", "memoir", "word", "diary"}
    if not is_to or thing.lemma.lower() not in told or main.pos not in ("VERB", "AUX") or not any(main.kids(*SUBJECTS)):
        return None
    owner = thing.child("poss") or thing.prep("of", "from", "by") or thing
    return account_draft("cue.account@2", verb, main, owner, lexicon, (verb,))


def tells_it(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "to hear the mayor tell it, the bridge was shut", "the way the men tell it, …", "as the league has it"."""
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    is_story = (
        thing is not None and verb.tag in ("VBZ", "VBP") and verb.lemma == "tell" and thing.lemma in ("story", "tale")
    )
    if verb.lemma not in ("tell", "see", "have", "put") or subject is None or thing is None:
        return None
    if thing.lower != "it" and not is_story:
        return None
    above = verb.head
    link = verb.child("mark")
    is_as = link is not None and link.lower == "as" and verb.dep == "advcl" and above.pos in ("VERB", "AUX")
    if verb.lemma == "have" or is_story or (is_as and _puts_it(verb)):  # "as the league *has it*", "as he *puts it*"
        is_nobodys = subject.lemma.lower() in NOBODYS or subject.lower in ("it", "this", "that", "one")
        if not is_as or is_nobodys:
            return None
        return account_draft("cue.account@2", verb, above, subject, lexicon, (verb,))
    is_heard = above.lemma == "hear" and above.dep == "advcl"
    is_way = verb.dep == "relcl" and above.lower == "way" and above.dep == "npadvmod"
    if not (is_heard or is_way) or above.head.pos not in ("VERB", "AUX"):
        return None
    return account_draft("cue.account@2", verb, above.head, subject, lexicon, (above,))


def _puts_it(verb: Token) -> bool:
    """Tell whether "puts it" or "sees it" tells of words or a view, unlike "as he *put it on the shelf*"."""
    placed = (link for link in verb.kids("prep", "prt", "advmod") if link.i > verb.i)
    is_bare = all(any(t.ent in ("DATE", "TIME") for t in link.subtree()) for link in placed)
    return is_bare and (verb.lemma != "see" or verb.tag in ("VBZ", "VBP"))


def is_concerned(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "as far as the ministry is concerned, the matter is closed"."""
    subject, far = verb.child("nsubjpass", "nsubj"), verb.head
    main = far.head
    if verb.lemma != "concern" or far.lower != "far" or subject is None or not names_somebody(subject):
        return None
    if main.pos not in ("VERB", "AUX") or not any(main.kids(*SUBJECTS)):
        return None
    return account_draft("cue.account@2", verb, main, subject, lexicon, (far,))


def as_they_tell_it(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "As the union tells it, a rail cracked" where a parse hangs the sentence on "tells"."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    subject = verb.child("nsubj")
    if verb.lemma not in ("tell", "see", "have", "put") or subject is None or tokens[0].lower != "as" or at < 2:
        return None
    if [t.lower for t in tokens[at + 1 : at + 3]] != ["it", ","] or subject.lemma.lower() in NOBODYS:
        return None
    said = tokens[at + 3 :]
    main = next((t for t in said if t.pos in ("VERB", "AUX") and t.dep != "relcl"), None)
    if main is None or verb.head is not verb:
        return None
    draft = account_draft("cue.account@2", verb, main, subject, lexicon, (verb,))
    if draft is not None:
        draft.inside = {t.i for t in said}
        draft.speaker_phrase = list(tokens[1:at])
    return draft


def for_whom(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "For the governor, the report is a fantasy": a verdict told as that of whom it opens with."""
    link, tokens, behind = noun.head, noun.sent.tokens, noun.i + 1 - noun.sent.tokens[0].i
    main = link.head
    if link.lower != "for" or link.i != tokens[0].i or behind >= len(tokens) or not names_somebody(noun):
        return None
    closes = max(subtree_indices((noun,))) + 1 - tokens[0].i
    if closes >= len(tokens) or tokens[closes].text != "," or rejects(main) is None or not any(main.kids(*SUBJECTS)):
        return None
    return account_draft("cue.account@2", link, main, noun, lexicon, (link,))


def as_told(noun: Token, lexicon: CueLexicon) -> Draft | None:
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
    draft = account_draft("cue.account@2", noun, main, owner, lexicon, (link,))
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
    is_short = min(branch) == first and max(branch) - first < _SHORT
    if is_short and (link.lower in ("in", "to", "by") or tokens[max(branch) - first].lemma in _COUNTS):
        return True  # "*In his opinion* the tale was fit for carnival"
    before, behind = min(branch) - first - 1, max(branch) - first + 1
    follows = behind < len(tokens) and tokens[behind].text == ","
    return follows if before < 0 else tokens[before].text in {",", ";", ":", *QUOTE_MARKS}


def account_draft(
    form: str, cue: Token, clause: Token, speaker: Token, lexicon: CueLexicon, barred: tuple[Token, ...] = ()
) -> Draft | None:
    """Return an attribution of a clause told as a speaker's account; None where the lexicon has no row for that.

    form: the rule, with its version. barred: heads of branches that are no part of what is said.
    """
    entry = lexicon.prepositions.get("according to")  # its row says how any such account is meant: said, as a fact
    if entry is None:
        return None
    inside = subtree_indices((clause,), barred)
    draft = Draft(form, cue, entry.first, "clause", clause, inside, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {cue.i, *(above.i for above in barred)})
    return draft
