"""Choose what a pronoun stands for among the things a report has named so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vedette.reading.things import SUBJECTS, Sort, Thing
from vedette.reading.tree import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
SAYING = frozenset(
    """say tell add announce claim declare state report note explain insist argue warn stress reiterate believe think
    admit acknowledge confirm deny suggest write tweet post vow pledge promise hope feel know recall continue ask
    reply respond comment remark quote testify maintain contend assert allege concede counter retort recount relate
    swear charge pronounce proclaim calculate estimate point complain recommend rule""".split()
)
_JUDGING = frozenset(
    """accuse attack blame censure charge chide condemn criticise criticize denounce fault fine honour honor impose
    indict jail lambast lambaste laud penalise penalize praise prosecute punish raise rebuke reprimand reproach
    sanction scold sentence slam sue thank try commend congratulate applaud pardon forgive arrest detain
    convict""".split()
)
"""Verbs that give somebody his due: what they are for is his."""
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_SINGULAR_REACH = 4
"""Sentences back that "he" and "she" may look; "it" and "they" look one."""
_MAX_THINGS = 60
"""Only the things mentioned last are weighed, so that long reports cost no more a pronoun."""


def referent(token: Token, things: Mapping[int, Thing], recent: Sequence[Thing]) -> Thing | None:
    """Return the thing a pronoun stands for, or None where nothing fits.

    things: head token's index → thing, for all mentions so far.
    recent: things in the order of their last mention, latest last.
    """
    word = token.lower
    if word in RELATIVE:
        return _of_relative(token, things)
    if word in HE or word in SHE:
        return _third_person(token, things, recent, "m" if word in HE else "f")
    if word in IT:
        return _it(token, things, recent)
    if word in THEY:
        return _they(token, things, recent)
    return None


def _of_relative(token: Token, things: Mapping[int, Thing]) -> Thing | None:
    below = token
    for above in token.ancestors():
        if below.dep == "relcl":
            return things.get(above.i)
        below = above
    return None


def clause_subject(token: Token) -> Token | None:
    """Return the subject of the nearest clause that `token` stands in, other than itself."""
    below = token
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX"):
            subject = above.child("nsubj", "nsubjpass")
            if subject is not None and subject is not below:
                return subject
            if subject is not None and subject is below and subject is not token:
                return None
        below = above
    return None


def _third_person(token: Token, things: Mapping[int, Thing], recent: Sequence[Thing], gender: str) -> Thing | None:
    def fits(thing: Thing | None) -> bool:
        return thing is not None and thing.sort == "person" and thing.gender in ("", gender)

    judged = _judged(token, things)
    if judged is not None and fits(judged):
        return judged
    barred = [*_clause_mates(token, things), *_named_below(token, things), *_told_about(token, things)]
    if token.dep == "nsubj" and token.head.lemma in SAYING and token.head.dep == "ROOT":
        spoke = _spoke_before(token, [t for t in recent if fits(t) and t not in barred], ("person",))
        if spoke is not None:
            return spoke
    for subject in _governing_subjects(token):
        thing = things.get(subject.i)
        if thing is not None and fits(thing) and thing not in barred:
            return thing
    found = _most_present(token, (t for t in recent if fits(t) and t not in barred), _SINGULAR_REACH)
    himself = _who_tells_of_himself(token, things)
    return found if found is not None or not fits(himself) else himself


def _owner_beside(token: Token, things: Mapping[int, Thing]) -> Thing | None:
    """Return the owner of what an owner's thing is joined to ("the government's repression and *its* support")."""
    noun = token.head
    if token.dep != "poss" or noun.dep != "conj":
        return None
    owner = noun.head.child("poss")
    return things.get(owner.i) if owner is not None else None


def _judged(token: Token, things: Mapping[int, Thing]) -> Thing | None:
    """Return whom a verb acts on where an owner stands in its "for": "punished Russia *for its war*"."""
    if token.dep != "poss" or token.head.dep not in ("pobj", "dobj"):
        return None
    prep = token.head.head
    if prep.dep == "pcomp":  # "for helping its rivals"
        prep = prep.head
    verb = prep.head
    if prep.lower != "for":
        return None
    if verb.pos == "NOUN":
        verb = verb.head
    if verb.lemma not in _JUDGING:
        return None
    target = verb.prep("on", "against", "upon") or verb.child("dobj")
    if target is not None and target.pos == "NOUN":
        target = target.prep("on", "against", "upon") or target
    return things.get(target.i) if target is not None and target.i < token.i else None


def _governing_subjects(token: Token) -> list[Token]:
    """Return the subjects that bind a pronoun: of its own clause for reflexives and possessives, then upwards."""
    found: list[Token] = []
    below = token
    own = True
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX"):
            subject = above.child("nsubj", "nsubjpass")
            binds = not own or token.lower in _REFLEXIVE or token.dep == "poss"
            if binds and subject is not None and subject is not below and subject is not token:
                found.append(subject)
            if above.dep in ("ROOT", "relcl"):
                break
            own = own and subject is None
        below = above
    return found


def _clause_mates(token: Token, things: Mapping[int, Thing]) -> list[Thing]:
    """Return the things a plain object pronoun cannot be: the subject of its own verb."""
    if token.lower in _REFLEXIVE or token.dep in ("poss", "nsubj", "nsubjpass"):
        return []
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX"):
            subject = above.child("nsubj", "nsubjpass")
            thing = things.get(subject.i) if subject is not None else None
            return [thing] if thing is not None else []
    return []


def _named_below(token: Token, things: Mapping[int, Thing]) -> list[Thing]:
    """Return the things called by name or noun in what a pronoun says or thinks: none of them is the speaker.

    "Moose can do it," *she* said: not Moose (Chomsky 1981, principle C).
    """
    verb = token.head
    if token.dep not in SUBJECTS or verb.lemma not in SAYING:
        return []
    below = [clause for clause in verb.kids("ccomp") for clause in clause.subtree()]
    return [things[word.i] for word in below if word.i in things and word.pos in ("PROPN", "NOUN")]


def told_of(token: Token) -> Token | None:
    """Return the noun that a pronoun between commas says something of: "*Reed*, who, she said, had lied"."""
    cue, clause = token.head, token.head.head
    is_between = cue.lemma in SAYING and cue.dep in ("parataxis", "ccomp") and clause.dep == "relcl"
    subject = clause.child("nsubj", "nsubjpass") if is_between and token.dep == "nsubj" else None
    return clause.head if subject is not None and subject.tag == "WP" else None


def _told_about(token: Token, things: Mapping[int, Thing]) -> list[Thing]:
    noun = told_of(token)
    return [things[noun.i]] if noun is not None and noun.i in things else []


def _who_tells_of_himself(token: Token, things: Mapping[int, Thing]) -> Thing | None:
    """Return the subject of what is said before its cue, where nobody else may be meant ("*Two nurses* saw it, they
    said")."""
    verb = token.head
    if token.dep not in SUBJECTS or verb.lemma not in SAYING:
        return None
    said = next((clause for clause in verb.kids("ccomp") if clause.i < token.i), None)
    subject = said.child("nsubj", "nsubjpass") if said is not None else None
    return things.get(subject.i) if subject is not None else None


def _most_present(token: Token, candidates: Iterable[Thing], reach: int) -> Thing | None:
    at = token.sent.index
    best: Thing | None = None
    best_presence = 0.0
    for thing in candidates:
        if at - thing.sentence <= reach:
            presence = thing.presence(at)
            if presence > best_presence:
                best, best_presence = thing, presence
    return best


def said_by(token: Token, *, anywhere: bool = True) -> Token | None:
    """Return the subject of the verb of saying that the words round "I" or "we" hang on, or None.

    anywhere: take, if need be, any verb of saying of the sentence, as beside a quotation.
    """
    for above in token.ancestors():
        if above.lemma in SAYING:
            subject = above.child("nsubj")
            if subject is not None and subject.lower not in I and subject.lower not in WE:
                return subject
    for other in token.sent.tokens if anywhere else ():
        if other.lemma in SAYING and other.pos == "VERB":
            subject = other.child("nsubj")
            if subject is not None and subject.lower not in I and subject.lower not in WE and subject.pos != "DET":
                return subject
    return None


def _it(token: Token, things: Mapping[int, Thing], recent: Sequence[Thing]) -> Thing | None:
    if _is_empty(token):
        return None

    def fits(thing: Thing) -> bool:
        return thing.sort in ("body", "country") or (thing.sort == "thing" and token.dep not in SUBJECTS)

    judged = _judged(token, things) or _owner_beside(token, things)
    if judged is not None and fits(judged):
        return judged
    barred = [*_clause_mates(token, things), *_named_below(token, things), *_told_about(token, things)]
    for subject in _governing_subjects(token):
        thing = things.get(subject.i)
        if thing is not None and fits(thing) and thing not in barred:
            return thing
    if _has_rival(token, things):
        return None
    return _most_present(token, (t for t in recent if fits(t) and t not in barred), 1)


_OF_A_MIND = frozenset(
    """willing unwilling ready unready prepared unprepared determined able unable eager keen reluctant concerned worried
    confident committed opposed responsible aware unaware open optimistic satisfied hopeful""".split()
)
"""What only somebody can be: "it is willing to talk" tells of a state or a body."""


def _is_empty(token: Token) -> bool:
    """Tell whether "it" stands for a clause or nothing ("it is likely that …", "it seems")."""
    if token.dep not in SUBJECTS:
        return False
    verb = token.head
    if verb.lemma in ("seem", "appear", "happen", "rain", "snow", "take"):
        return True
    if verb.lemma != "be":
        return False
    said = verb.child("acomp")
    if said is not None and said.lower in _OF_A_MIND:
        return False
    return said is not None or verb.child("attr", "ccomp", "xcomp") is not None


def _has_rival(token: Token, things: Mapping[int, Thing]) -> bool:
    """Tell whether a plain noun nearby is a likelier antecedent of "it" than any actor."""
    if token.dep in SUBJECTS and token.head.lemma in SAYING:
        return False
    sentence = token.sent.tokens
    for other in reversed(sentence[: token.i - sentence[0].i]):
        if other.dep in ("nsubj", "nsubjpass", "dobj") and other.i not in things and other.pos == "NOUN":
            return other.tag == "NN"
        if other.dep in ("nsubj", "nsubjpass") and other.i in things:
            return False
    return False


def _spoke_before(token: Token, recent: Sequence[Thing], sorts: Sequence[Sort] = ("people", "body")) -> Thing | None:
    """Return who spoke in the sentence before ("The armed forces said … *They* said")."""
    for thing in reversed(recent):
        if thing.sort not in sorts or not thing.mentions or thing.sentence != token.sent.index - 1:
            continue
        head = thing.mentions[-1].head
        if head.dep == "nsubj" and head.head.lemma in SAYING and head.head.dep == "ROOT":
            return thing
    return None


def _they(token: Token, things: Mapping[int, Thing], recent: Sequence[Thing]) -> Thing | None:
    if token.dep == "nsubj" and token.head.lemma in SAYING and token.head.dep == "ROOT":
        spoke = _spoke_before(token, recent)
        if spoke is not None:
            return spoke
    barred = [*_clause_mates(token, things), *_named_below(token, things), *_told_about(token, things)]
    for subject in _governing_subjects(token):
        thing = things.get(subject.i)
        if thing is not None and thing.sort in ("people", "body") and thing not in barred:
            return thing
    for sorts in (("people",), ("body",)):
        found = _most_present(token, (t for t in recent if t.sort in sorts and t not in barred), 1)
        if found is not None:
            return found
    themselves = _who_tells_of_himself(token, things)
    return themselves if themselves is not None and themselves.sort in ("people", "body") else None
