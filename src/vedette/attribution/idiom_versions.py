"""What somebody makes known or has to be so: "made it clear that …", "has it that …", "her version is that …"."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import asks, opens_with_that
from vedette.attribution.colons import whole_clause
from vedette.attribution.cues import CueLexicon
from vedette.attribution.idiom_accounts import NOBODYS, account_draft
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import DOCUMENTS, VERSIONS
from vedette.attribution.speakers import SUBJECTS, names_somebody
from vedette.reading import Token

_CLAUSES = ("ccomp", "advcl", "acl", "relcl")
_OPEN = frozenset({"clear", "plain", "known", "public", "explicit", "understood"})
"""What something is made by whoever says it: "made it *clear* that …"."""


def made_known(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "made (it) clear that …" "let it be known that …" "let slip that …" and "sent word that …"."""
    subject = verb.child("nsubj")
    if subject is None or verb.lemma not in ("make", "let", "send"):
        return None
    clause = _made_open(verb)
    if clause is None or subject.i == clause.i:
        return None
    barred = (verb,) if clause.i < verb.i else tuple(c for c in clause.kids("acomp") if c.i == verb.i + 1)
    return account_draft("cue.known@1", verb, clause, subject, lexicon, barred)


def _made_open(verb: Token) -> Token | None:
    if verb.lemma == "send":  # "sent word to the papers that …"
        word = verb.child("dobj")
        above = (word, verb) if word is not None and word.lower == "word" else ()
        sent = (c for t in above for c in t.kids("relcl", "acl", "ccomp") if c.i > verb.i and opens_with_that(c))
        return next(sent, None)
    slip = next((c for c in verb.children if c.lower == "slip" and c.i == verb.i + 1 and verb.lemma == "let"), None)
    if slip is not None:  # "let slip on Friday that …"
        behind = (c for above in (slip, verb) for c in above.kids("ccomp") if c.i > slip.i and opens_with_that(c))
        return next(behind, None)
    for clause in verb.kids("ccomp"):  # "made *clear* the talks had failed": a parse hangs it on what is made clear
        state = clause.child("acomp")
        if state is not None and state.lower in _OPEN and state.i == verb.i + 1 and clause.child(*SUBJECTS) is not None:
            return clause
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


def has_it(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the ministry has it that …" and "would have it that …"."""
    subject, thing, clause = verb.child("nsubj"), verb.child("dobj"), verb.child("ccomp")
    if subject is None and verb.dep == "conj":
        subject = verb.head.child("nsubj")  # "the pamphlet, *handed* out at tram stops, has it that …"
    if verb.lemma != "have" or subject is None or thing is None or thing.lower != "it" or clause is None:
        return None
    link = clause.child("mark")
    behind = verb.sent.tokens[thing.i + 1 - verb.sent.tokens[0].i : thing.i + 2 - verb.sent.tokens[0].i]
    link = link or next((t for t in behind if t.lower == "that"), None)  # which a parse may take for "*that* ice"
    if subject.lemma.lower() in NOBODYS or link is None or link.lower != "that" or link.i < verb.i:
        return None
    speaker = subject.child("poss") if subject.lemma in VERSIONS else subject
    return account_draft("cue.known@1", verb, clause, speaker, lexicon) if speaker is not None else None


def account_has(verb: Token, lexicon: CueLexicon) -> Draft | None:
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
    return account_draft("cue.known@1", verb, thing or doing, owner, lexicon) if owner is not None else None


def _is_whole(clause: Token) -> bool:
    """Tell whether a clause states something by itself: led in by "that" if by anything, and no question."""
    link = clause.child("mark")
    return clause.child(*SUBJECTS) is not None and (link is None or link.lower == "that") and not asks(clause)


def version(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the army's version is that …", "it is the ministry's view that …", "…, is the council's view"."""
    verb, owner = noun.head, _owner(noun)
    is_said = noun.lemma in VERSIONS | _CASES or _may_say(noun, lexicon)
    if noun.dep not in ("nsubj", "attr") or verb.lemma not in ("be", "remain") or owner is None or not is_said:
        return None
    clause = _stood_for(noun, verb)
    if clause is not None:
        barred = (noun,) if noun.i < clause.i and noun not in clause.ancestors() else ()
        return account_draft("cue.version@1", noun, clause, owner, lexicon, barred)
    said = _before_comma(noun, verb)
    main = whole_clause(said)
    if main is None:
        return None
    draft = account_draft("cue.version@1", noun, main, owner, lexicon, (verb, noun))
    if draft is not None:
        draft.inside = {token.i for token in said}
    return draft


def _stood_for(noun: Token, verb: Token) -> Token | None:
    """Return the "that" clause which a noun of saying is said to be, or None."""
    it = verb.child("nsubj")
    if noun.dep == "attr" and (it is None or it.lower != "it"):
        return None
    behind = [*verb.kids("ccomp"), *(noun.kids("acl", "relcl", "ccomp") if noun.dep == "attr" else ())]
    return next((c for c in behind if c.i > max(verb.i, noun.i) and opens_with_that(c)), None)


def _before_comma(noun: Token, verb: Token) -> Sequence[Token]:
    """Return what stands before the comma of "The vote was fair, *is the view of the council*"; nothing without it."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    is_closed = noun.i > verb.i and tokens[-1].i - noun.i <= _MOST_BEHIND and verb.lemma == "be"
    if not is_closed or at < 2 or tokens[at - 1].text != "," or any(t.text in QUOTE_MARKS for t in tokens):
        return ()
    return tokens[: at - 1]


_MOST_BEHIND = 8
"""Words of the owner behind such a noun, at most."""
_CASES = frozenset({"case", "theory", "belief", "view", "opinion", "assessment"})
"""Further nouns that are what somebody says, in such clauses."""
_SIDES = frozenset({"defence", "defense", "prosecution"})
"""Sides in court, who have a case."""


def _owner(noun: Token) -> Token | None:
    """Return whose a version is: "the army's", "of the council", "from the palace", "the *police* theory"."""
    owner = noun.child("poss") or noun.prep("from")
    if owner is not None and (noun.lemma not in _CASES or names_somebody(owner) or owner.lemma in _SIDES):
        return owner
    of = noun.prep("of")
    if of is not None and names_somebody(of):
        return of
    return next((c for c in noun.kids("compound", "nmod") if names_somebody(c) or c.lemma in _SIDES), None)


def _may_say(noun: Token, lexicon: CueLexicon) -> bool:
    entry = lexicon.nouns.get(noun.lemma)
    return entry is not None and "clause" in entry.frames and entry.frames["clause"].attitude == "says"
