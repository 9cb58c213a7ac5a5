"""Clauses before a colon by which somebody answers or speaks, and tells behind it what he says."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.colons import GIVEN_OUT, VERBS, colon_of, subject_of
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.said_things import DOCUMENTS, VERSIONS
from vedette.attribution.speakers import names_somebody, phrase_tokens
from vedette.reading import Sentence, Token
from vedette.reading.pronouns import SAYING

_ANSWERING = frozenset({"contradict", "dispute", "reject", "dismiss", "refute", "rebut", "disagree", "counter", "deny"})
"""Verbs whose clause may lead into what their subject says instead ("The ministry disagreed: no post was moved")."""


def answered(sentence: Sentence, lexicon: CueLexicon) -> Draft | None:
    """Find what stands after a colon as somebody's answer, without quotation marks."""
    tokens, at = sentence.tokens, colon_of(sentence)
    if at is None or not 2 <= at < len(tokens) - 2:
        return None
    verbs = (t for t in tokens[:at] if t.pos == "VERB" and subject_of(t) is not None)
    verb, subject = next(((t, who) for t in verbs if (who := _answerer(t, lexicon)) is not None), (None, None))
    if verb is None:
        verb, subject = _plainly_told(tokens[:at])
    if verb is None or subject is None or not _states(tokens[at + 1 :], verb):
        return None
    if not leads_on(verb) and any(t.lemma in SAYING and t.pos == "VERB" for t in tokens[at + 1 :]):
        return None  # "The agency raised its count: nine died, *it said*"
    inside = {token.i for token in tokens[at + 1 :]}
    main = next(
        (t for t in tokens[at + 1 :] if t.pos in VERBS and (t.head is t or t.head.i not in inside)), tokens[at + 1]
    )
    draft = Draft("layout.answer@1", verb, BY_MARK, "clause", main, inside, subject, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(subject, {verb.i})
    return draft


def _states(said: Sequence[Token], verb: Token) -> bool:
    """Tell whether words state something: by a verb, or as a figure ("The rebels gave another toll: *nine dead*")."""
    if len(said) > _SHORTEST and any(t.pos in VERBS for t in said):
        return True
    told = verb.child("nsubj")
    is_short = (
        verb.lemma == "be" and told is not None and told.lemma not in _FIGURES
    )  # "The letter was short: nine lines"
    return not is_short and len(said) <= _LONGEST_FIGURE and any(t.pos == "NUM" for t in said)


_SHORTEST, _LONGEST_FIGURE = 2, 8
"""Words of a clause, at least, and of a figure without a verb, at most, the full stop counted."""


def _plainly_told(lead: Sequence[Token]) -> tuple[Token | None, Token | None]:
    """Return the verb of "The message from the palace was *blunt*: …" and whose message it is; nothing without one."""
    for verb in lead:
        noun, state = (verb.child("nsubj"), verb.child("acomp")) if verb.lemma == "be" else (None, None)
        if noun is None or state is None:
            continue
        is_figure = noun.lemma in _FIGURES and state.lower in _COMPARED
        if not is_figure and not (state.lower in _PLAIN and noun.lemma.lower() in REPLIES | DOCUMENTS):
            continue
        owner = noun.child("poss") or noun.prep("from", "of", "by")
        is_paper = noun.lemma.lower() in DOCUMENTS - VERSIONS and noun.child("det") is not None
        return verb, owner or (noun if is_paper else None)
    return None, None


_FIGURES = frozenset({"figure", "toll", "count", "tally", "estimate", "number", "total"})
_COMPARED = frozenset({"lower", "higher", "smaller", "larger", "bigger", "different"})
_PLAIN = frozenset(
    """absolute angry blunt brief brisk brusque categorical clear curt defiant different direct emphatic explicit
    firm flat plain sharp short simple stark stern straightforward terse unambiguous unchanged unequivocal
    uncompromising""".split()
)
"""How an answer or a message is that is told behind the colon."""
_COMING = frozenset({"come", "arrive", "follow", "run", "go", "read"})
REPLIES = VERSIONS | frozenset(
    """denial retort rebuttal response comment statement claim warning communique communiqué bulletin message notice
    note telegram letter tweet text assurance correction""".split()
)


def _answerer(verb: Token, lexicon: CueLexicon) -> Token | None:
    """Return who answers by what stands behind the colon; None where nobody does."""
    subject = subject_of(verb)
    if subject is not None and verb.lemma in _COMING and subject.lemma.lower() in REPLIES:
        return verb.prep("from") or subject.prep("from") or subject.child("poss")  # "From the mayor came a denial: …"
    if leads_on(verb):
        return subject
    is_somebody = subject is not None and (
        names_somebody(subject)
        or subject.lower in ("he", "she", "it", "they")
        or verb.lemma in ("speak", "tell")
        or subject.lemma.lower() in DOCUMENTS
    )
    return subject if is_somebody and _speaks(verb, lexicon) else None


def _speaks(verb: Token, lexicon: CueLexicon) -> bool:
    """Tell whether a sentence's verb is one of saying without words of its own ("The firm *speaks of* arson: …")."""
    entry = lexicon.verb(verb)
    is_main = verb.dep == "ROOT" or any(
        token.text == ":" for token in verb.sent.tokens[: verb.head.i - verb.sent.tokens[0].i]
    )
    if thinks_so(verb):
        return is_main  # "The go-between thinks so: an official had bargained"
    thing = verb.child("dobj")
    is_open = (
        is_main
        and verb.child("ccomp", "xcomp", "neg") is None
        and (thing is None or thing.lemma in GIVEN_OUT or thing.lower == "it" or verb.lemma == "tell")
    )
    is_saying = verb.lemma in SAYING or verb.lemma in ("speak", "complain", "protest", "object", "give")
    is_given = verb.lemma == "give" and thing is not None  # "gave a different figure: nine dead"
    says = entry is not None and any(row.attitude == "says" for row in entry.frames.values())
    return is_open and is_saying and (says or is_given)


def thinks_so(verb: Token) -> bool:
    """Tell whether a "so" stands for what is thought or said ("the go-between *thinks so*")."""
    return verb.lemma in ("think", "say", "believe") and any(
        child.lower == "so" and child.i == verb.i + 1 for child in verb.children
    )


def leads_on(verb: Token) -> bool:
    """Tell whether a clause by itself lets expect what its subject says: by an answer, a gesture, another story."""
    if verb.lemma in _ANSWERING or verb.lemma in _GESTURES:
        return True
    if verb.lemma == "shake" and (thing := verb.child("dobj")) is not None and thing.lemma == "head":
        return True
    if verb.lemma in ("have", "give", "offer", "tell"):  # "The bishop has a different story: the boys were asleep"
        thing = verb.child("dobj")
        if thing is not None and thing.lemma in VERSIONS and thing.child("amod", "poss", "det") is not None:
            return True
    behind = {token.lower for token in verb.subtree() if token.i > verb.i}
    is_turned = behind >= {"other", "way"} and bool(behind & {"round", "about", "around"})
    return verb.lemma in _TELLING and (is_turned or bool(behind & {"otherwise", "differently"}))


_GESTURES = frozenset({"nod", "shrug", "sigh", "laugh", "grin", "read"})
_TELLING = frozenset(
    {"put", "tell", "remember", "recall", "see", "have", "count", "report", "reckon", "judge", "describe"}
)
