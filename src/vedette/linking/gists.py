"""From a claim's words to its gist: matters, doers, things, numbers and polarity."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from vedette.attribution.said_things import REJECTING, SAID_THINGS, SHOWN_THINGS
from vedette.attribution.stance import is_negated, rejects, taken_as
from vedette.grounding import Grounded
from vedette.linking.amounts import amounts_of, counts_people, hours_of, is_year_like
from vedette.linking.circumstances import HALVES, asides, circumstances
from vedette.linking.known_by import Voices, stem
from vedette.linking.matters import idioms, matter_of, tells_place
from vedette.linking.telling import as_told
from vedette.model import Claim, Span
from vedette.model.gist import Amount, Answer, Gist, Mood
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns

_NEGATIVES = frozenset({"no", "not", "n't", "n’t", "never", "none", "nothing", "nobody", "without", "neither", "nor"})
_FOCUS = ("dobj", "attr", "acomp", "pobj", "xcomp", "oprd", "nsubjpass")
_SUBJECTS = ("nsubj", "nsubjpass")
_OCCURRING = frozenset({"happen", "occur", "be", "exist"})
"""Verbs of which the subject is what is said to be or not to be ("no meeting took place")."""
_CONDITIONS = frozenset({"if", "unless", "whether", "until"})
_POSSIBLE = frozenset({"could", "may", "might", "can"})
_DUTY = frozenset({"must", "should", "ought"})
_PLANNED = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_MEANING = frozenset(
    {"intend", "want", "plan", "hope", "decide", "vote", "seek", "wish", "aim", "prepare", "threaten", "order"}
)
"""Verbs that lead to what is not done yet ("voted *to demolish* the hall")."""
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_UNDERGOING = frozenset({"die", "perish", "fall", "flee", "drown", "collapse", "explode", "burn"})
"""Verbs whose subject has it done to him, where they have no object ("*burned* the granary")."""
_LIFE_TAKING = frozenset({"cost", "claim", "take", "lose"})
_SHARES = frozenset({"none", "some", "most", "many", "several", "few"})
"""Parts of a group."""
_PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
_SPOKEN_OF = frozenset({"it", "he", "she", "they"})
_FIRST = frozenset({"we", "i", "our", "my", "us", "me"})


class Gists:
    """Takes claims of one report down to their gists."""

    def __init__(self, grounded: Grounded) -> None:
        self._grounded = grounded
        self._tokens = grounded.reading.tokens
        self._starts = [token.start for token in self._tokens]
        self._voices = Voices(grounded)
        self._places = [(p.span.start, f"country:{p.place.country}") for p in grounded.places if p.place.country]
        self._places_at = [start for start, _ in self._places]

    def of(self, claim: Claim) -> Gist:
        """Return what one claim puts forward."""
        tokens = self.inside(claim)
        main = predicate_of(tokens)
        voices = self._voices.of(claim)
        denies = claim.stance == "denies" and "rejecting" not in claim.rule
        return Gist(
            predicate=_predicate(_did(main)),
            focus=_focus(main, tokens),
            words=frozenset(word for token in tokens for word in matter_of(token)) | _focus(main, tokens),
            doers=self._doers(claim, main, tokens, voices),
            things=_things(_did(main)),
            names=self._names(claim, tokens),
            sites=frozenset(_sites(tokens, main)),
            days=self._days(claim) | asides(main),
            qualities=frozenset(_qualities(tokens)),
            kinds=frozenset(_kinds(tokens)),
            amounts=(*amounts_of(tokens, claim), *self._lengths(claim)),
            is_negative=denies or (main is not None and _is_negative(main, tokens)),
            mood=_mood(claim, main, {token.i for token in tokens}),
            answer=self._answer(claim, main, tokens),
            voices=voices,
            circumstances=circumstances(main),
            is_nameless=all(map(self._voices.is_nameless, claim.speakers)),
            told=as_told(claim, tokens),
        )

    def inside(self, claim: Claim) -> Sequence[Token]:
        """Return the tokens of a claim's content."""
        found: list[Token] = []
        for start, end in claim.content.runs:
            found += self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found

    def _doers(
        self, claim: Claim, main: Token | None, tokens: Sequence[Token], voices: frozenset[str]
    ) -> frozenset[str]:
        """Return who does what the content tells: by name, else by the words; the speaker where he says "we"."""
        if main is None:
            return frozenset()
        if (cleft := _cleft(main)) is not None:
            return self._named_or_told(cleft, voices)
        held = _holder(tokens)
        agent = main.child("agent")
        below = agent.child("pobj") if agent is not None else None
        passive = main.child("nsubjpass", "auxpass") is not None
        subject = held or below or (None if passive else main.child("nsubj"))
        if subject is None and not passive and main.tag == "VBG":
            # "accused the rebels of burning …", "denied shelling …": whoever is accused, or speaks.
            accused = next(
                (t for t in tokens if t.dep in ("dobj", "pobj") and t.i < main.i and self._voices.ids(t)), None
            )
            if accused is None:
                return voices if claim.stance == "denies" else frozenset()
            subject = accused
        if subject is None:
            return frozenset()
        if passive is False and main.lemma in _UNDERGOING and main.child("dobj") is None:
            return frozenset()
        return self._named_or_told(subject, voices)

    def _named_or_told(self, subject: Token, voices: frozenset[str]) -> frozenset[str]:
        if subject.lower in _FIRST:
            return voices
        subject = _measured(subject)
        found = self._voices.ids(subject)
        if not found and subject.lower in _SPOKEN_OF and subject.dep in _SUBJECTS and is_negated(subject.head):
            return voices  # "said that *it* had not walked out", whoever that is; "it was raining" is nobody's doing
        beside = [c for c in subject.kids("compound", "amod", "nmod") if c.text[:1].isupper()]
        whose = frozenset(key for child in beside for key in self._voices.ids(child) or {f"called:{stem(child)}"})
        if subject.pos == "NOUN" and whose:
            return whose  # "a Kyrtan missile" is Kyrta's doing
        if subject.pos == "NOUN":
            # "The head of the service" may be anybody the other claim names.
            found = frozenset(f"~{key}" if key.startswith("x:") else key for key in found)
            found = found or frozenset({f"~{subject.lemma.lower()}"})
        owner = subject.child("poss")
        if owner is not None:
            ids = self._voices.ids(owner)
            found |= voices if owner.lower in _FIRST or (not ids and owner.lower in ("its", "their")) else ids
        return found

    def _lengths(self, claim: Claim) -> Iterator[Amount]:
        """Yield the lengths of time told, in hours."""
        for time in self._grounded.times_at.inside(claim.content):
            hours = hours_of(time.value) if time.type == "DURATION" else None
            if hours is not None:
                yield Amount("duration", "", False, frozenset(), hours, hours, time.span.start, time.span.end)

    def _names(self, claim: Claim, tokens: Sequence[Token]) -> frozenset[str]:
        found: set[str] = set()
        for token in tokens:
            if token.pos in ("PROPN", "PRON"):
                for party in self._grounded.parties(token):
                    found.add(party.actor.id)
        for start, end in claim.content.runs:
            low, high = bisect_left(self._places_at, start), bisect_right(self._places_at, end - 1)
            found.update(name for _, name in self._places[low:high])
        return frozenset(found)

    def _days(self, claim: Claim) -> frozenset[str]:
        """Return the values of the days told; of a mere hour ("during the night") nobody knows the day for sure.

        "Now" is the day of the report; "recently" and "soon" tell of none.
        """
        today = self._grounded.reading.report.published_on.isoformat()
        return frozenset(
            today if time.value == "PRESENT_REF" else time.value
            for time in self._grounded.times_at.inside(claim.content)
            if (time.type == "DATE" or (time.type == "TIME" and _OF_A_DAY.search(time.span.exact)))
            and time.value not in ("PAST_REF", "FUTURE_REF")
            and not self._counts_people(time.span)
        )

    def _counts_people(self, span: Span) -> bool:
        """Tell whether what was read as a year counts people ("the 2000 prisoners")."""
        at = bisect_left(self._starts, span.start)
        return is_year_like(span.exact) and at < len(self._tokens) and counts_people(self._tokens[at])

    def _answer(self, claim: Claim, main: Token | None, tokens: Sequence[Token]) -> Answer | None:
        """Return what of another's words a claim judges."""
        if main is not None and _takes_up(claim, main):
            return Answer("", True, frozenset(), frozenset())  # of whatever another said last
        thing: Token | None = None
        if "rejecting" in claim.rule:
            thing = next((t for t in tokens if t.pos == "NOUN" and t.lemma.lower() in SAID_THINGS | SHOWN_THINGS), None)
            is_verdict = main is not None and main.pos == "NOUN" and main.lower in REJECTING
            if main is not None and is_verdict and thing in (None, main):
                # "Spoke of idle boasting": of whatever another said last.
                return Answer(main.lemma.lower(), True, frozenset(), frozenset())
        if thing is None and main is not None and rejects(main) is not None:
            thing = main.child("nsubj", "nsubjpass")
        elif thing is None and main is not None and claim.stance in ("denies", "doubts") and main.pos == "NOUN":
            thing = main if main.lemma in SAID_THINGS else None
        if thing is None:
            return None
        owner = thing.child("poss") or thing.prep("of", "by", "from")
        lemma = thing.lemma.lower()
        mine = {token.i for token in owner.subtree()} if owner is not None else set()
        rejected = taken_as(thing)
        behind = [t.i for t in thing.subtree() if t.lower == "as" and rejected is not None and t.i < rejected.i]
        verdict = max(behind, default=tokens[-1].i + 1)
        about = (t for t in thing.subtree() if t is not thing and t.i not in mine and t.i < verdict)
        topic = {w for t in about for w in matter_of(t)}
        owners = self._voices.ids(owner) if owner is not None else frozenset()
        return Answer(lemma, lemma in SAID_THINGS or lemma in SHOWN_THINGS, owners, frozenset(topic))


_TAKING_UP = frozenset({"it", "this", "that", "these"})
_TRUE = frozenset({"true", "so", "correct", "accurate", "right", "case"})


def _takes_up(claim: Claim, main: Token) -> bool:
    """Tell whether a claim denies by a pronoun what was said before ("denies *it*", "said *this* was not true")."""
    if claim.stance != "denies" or claim.attitude == "intends":
        return False  # "refused to do so"
    is_doing_so = main.lemma == "do" and any(child.lower == "so" for child in main.children)
    if main.lower in _TAKING_UP or is_doing_so:
        return True
    subject = main.child("nsubj", "nsubjpass")
    state = main.child("acomp", "attr", "advmod") if main.lemma == "be" else None
    is_untrue = rejects(main) is not None or (state is not None and state.lower in _TRUE)
    # "It is not the case *that …*" takes nothing up.
    is_whole = main.child("ccomp", "csubj") is None and (state is None or state.child("ccomp", "acl", "relcl") is None)
    return subject is not None and subject.lower in _TAKING_UP and is_untrue and is_whole


_MEASURES = frozenset("number rate level amount total volume share proportion price cost count".split())


def _measured(subject: Token) -> Token:
    """Return what a measure is of, which it stands for: "the number of *thefts* fell", "*thefts* fell"."""
    of = subject.prep("of") if subject.lemma.lower() in _MEASURES else None
    return of if of is not None and of.pos in ("NOUN", "PROPN") else subject


def predicate_of(tokens: Sequence[Token]) -> Token | None:
    """Return the word a content hangs on: its verb, where it has one."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head is token or token.head.i not in inside]
    main = next((t for t in tops if t.pos in ("VERB", "AUX")), tops[0] if tops else None)
    cleft = _cleft(main) if main is not None and main.pos in ("VERB", "AUX") else None
    if cleft is not None:
        return main
    if main is not None and main.lemma.lower() in SAID_THINGS and (told := _told_in(main, inside)) is not None:
        return told  # "dismissed *reports of deaths*", "denied *the charge that it had fired*"
    if main is not None and main.pos not in ("VERB", "AUX"):
        # "the rebels of burning the granaries": the gerund tells what they are said to have done.
        gerund = next((t for t in tokens if t.tag == "VBG" and t.dep in ("pcomp", "acl")), None)
        return gerund or main
    return main


def _told_in(saying: Token, inside: Set[int]) -> Token | None:
    """Return what a thing said is about: the clause or noun behind it; None where it has an owner, who is answered."""
    if saying.child("poss") is not None:
        return None
    clause = saying.child("acl", "ccomp")
    about = saying.prep("of") or saying.prep("about")
    found = clause or about
    return found if found is not None and found.i in inside else None


_CARRYING = frozenset({"carry", "launch", "conduct", "commit", "stage", "mount", "perpetrate", "make", "take", "give"})
"""Verbs that leave it to their object what is done."""


def _predicate(main: Token | None) -> str:
    if main is None:
        return ""
    carried = main.child("dobj", "nsubjpass") if main.lemma in _CARRYING else None
    is_deed = carried is not None and carried.pos == "NOUN" and carried.lemma != "place"
    found = matter_of(carried) if carried is not None and is_deed else ()
    return next(iter(found or matter_of(main)), "")


def _focus(main: Token | None, tokens: Sequence[Token]) -> frozenset[str]:
    if main is None:
        return frozenset()
    cleft = _cleft(main)
    did = cleft.child("relcl") if cleft is not None else None
    main = did if did is not None else main
    near = [main, *(child for child in main.children if child.dep in _FOCUS)]
    inside = {token.i for token in tokens}
    near += [t for t in tokens if t.pos == "ADJ" and t.head.i not in inside]  # "called the vote free"
    near += [below for child in main.children if child.dep in ("dobj", "attr", "acomp") for below in child.kids("conj")]
    if main.lemma in _OCCURRING or _takes_place(main):
        near += main.kids("nsubj", "nsubjpass", "attr")
    for prep in main.kids("prep"):
        below = prep.child("pcomp")
        near += [below] if below is not None else []
    if main.pos == "NOUN" and (of := main.prep("of")) is not None:
        near.append(of)  # "any oath *of loyalty*"
    for token in tokens:
        judged = token.child("pobj") if token.lower == "as" and token.dep == "prep" else None
        near += [judged, *judged.kids("amod")] if judged is not None else []
    found = frozenset(word for token in near for word in matter_of(token)) | idioms(tokens)
    if main.lemma == "lose" and any(c.dep == "dobj" and c.lemma != "life" and _is_people(c) for c in main.children):
        return found | {"death", "loss"}
    if main.lemma in _LIFE_TAKING and any(child.lemma == "life" for child in main.children):
        found |= {"death"}
    return found


def _takes_place(main: Token) -> bool:
    """Tell whether a verb tells no more than that its subject is: "the meeting *took* place", "the truce *held*"."""
    done = main.child("dobj")
    return (main.lemma == "take" and done is not None and done.lower == "place") or (
        main.lemma == "hold" and done is None
    )


def _did(main: Token | None) -> Token | None:
    """Return the verb of "it was X who did it"; the predicate itself elsewhere."""
    cleft = _cleft(main) if main is not None else None
    return (cleft.child("relcl") or main) if cleft is not None else main


def _is_people(token: Token) -> bool:
    return token.lemma.lower() in ("man", "soldier", "fighter", "woman", "people", "troop", "officer", "life", "marine")


def _cleft(main: Token) -> Token | None:
    """Return whom "it was X who did it" names as the doer."""
    subject, attr = main.child("nsubj"), main.child("attr")
    is_cleft = main.lemma == "be" and subject is not None and subject.lower == "it" and attr is not None
    return attr if is_cleft and attr is not None and attr.child("relcl") is not None else None


_OF_A_DAY = re.compile(
    r"(?<!\bmid)(?<!\bmid-)(?<!\bnoon)day\b|\btonight|\btomorrow|\bthis\b|\blast\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b\d{4}-\d",
    re.IGNORECASE,
)
"""What tells of which day an hour is ("*Friday* night", "the evening of *3 May*")."""


def _things(main: Token | None) -> frozenset[str]:
    if main is None:
        return frozenset()
    heads = main.kids("dobj", "nsubjpass") or (main.kids("nsubj") if main.lemma in _UNDERGOING else [])
    if main.child("auxpass") is not None and not heads:
        heads = main.kids("nsubj")
    # "*Ambassador* Fairweather" may be told as "the ambassador".
    nouns = load_actor_nouns()
    heads += [p for h in heads for p in h.kids("compound") if p.pos == "NOUN" or nouns.word(p.lower) is not None]
    heads += [below for head in heads if (below := head.prep("of")) is not None]
    # "None of its commanders" is told of commanders, not of whatever the other claim names.
    heads = [head for head in heads if head.lower not in _SHARES or head.prep("of") is None]
    return frozenset(word for head in heads if head.pos != "NUM" for word in (*matter_of(head), head.lower))


def _holder(tokens: Sequence[Token]) -> Token | None:
    """Return who holds a place by "in the hands of X", "under X's control"."""
    for token in tokens:
        if token.lower in ("hands", "hand", "control") and token.head.lower in ("in", "under"):
            return token.child("poss") or token.prep("of")
    return None


_BEING = frozenset({"be", "stay", "remain", "belong", "fall"})
"""Verbs whose subject does nothing ("*Upper Osta* stays ours")."""


_NO_SITES = frozenset({"PERSON", "DATE", "TIME"})
_WHERE = frozenset({"in", "near", "at", "from", "into", "outside", "around", "off"})


def _is_where(name: Token) -> bool:
    """Tell whether a name tells a place, whatever it is taken for ("nobody had marched *in Kara*")."""
    return name.ent == "PERSON" and name.dep == "pobj" and name.head.lower in _WHERE


def _sites(tokens: Sequence[Token], main: Token | None) -> Iterator[str]:
    """Yield the names of places and things, whole; not those of doers and persons."""
    run: list[Token] = []
    doers = [] if main is None else main.kids("agent") if main.lemma in _BEING else main.kids("nsubj", "agent")
    doing = {t.i for doer in doers for t in doer.subtree()}
    for token in (*tokens, None):
        if token is not None and token.pos == "PROPN" and (token.ent not in _NO_SITES or _is_where(token)):
            run.append(token)
            continue
        if run:
            head = run[-1]
            if head.i not in doing and (
                head.dep in ("pobj", "dobj", "nsubjpass", "attr", "compound", "poss", "nsubj")
                or head.ent in _PLACE_ENTS
            ):
                yield " ".join(part.lower for part in run)
            run = []


def _qualities(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.lower in _DIRECTIONS:
            yield token.lower
        if token.dep == "amod" and token.pos == "ADJ" and token.head.pos in ("NOUN", "PROPN"):
            yield token.lower


def _kinds(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield (thing, kind) of what is told apart by words beside it: ("plant", "water"), ("ballot", "city").

    What tells where or how is set apart only by the same preposition: ("attack on", "market"); when, by none.
    """
    for token in tokens:
        if token.head.pos != "NOUN":
            continue
        is_before = token.dep == "compound" and token.i < token.head.i
        if is_before or (token.dep == "amod" and token.pos == "ADJ"):
            yield token.head.lemma.lower(), token.lower
        elif token.dep == "poss" and token.pos == "NOUN":
            yield token.head.lemma.lower(), token.lemma.lower()
        elif token.dep == "prep" and (below := token.child("pobj")) is not None and _is_kind(below):
            link = "" if token.lower in ("of", "from") else f" {token.lower}"
            yield token.head.lemma.lower() + link, below.lemma.lower()


def _is_kind(below: Token) -> bool:
    return below.pos == "NOUN" and below.ent not in ("DATE", "TIME") and below.lower not in HALVES


def _is_negative(main: Token, tokens: Sequence[Token]) -> bool:
    if is_negated(main) or _is_far_from(main):
        return True
    for child in main.children:
        if child.dep in (*_SUBJECTS, "dobj", "attr", "expl") and child.lower in _NEGATIVES:
            return True
        if child.dep in (*_SUBJECTS, "dobj", "attr", "npadvmod") and any(
            below.lower in ("no", "not", "none")
            and below.dep in ("det", "neg", "preconj", "advmod")
            and not _is_joined(below)
            for below in child.children
        ):
            return True
    # "had no part in", "took no bribes": the "no" may hang one step deeper.
    return main.lemma in ("have", "take", "be") and any(
        token.lower in ("no", "nothing", "nobody", "none")
        and token.i > main.i
        and token.i - main.i <= 3
        and not _is_joined(token)
        for token in tokens
    )


def _is_joined(token: Token) -> bool:
    """Tell whether a hyphen joins a "no" to what follows: "a *no*-go area" denies nothing."""
    tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    return at + 1 < len(tokens) and tokens[at + 1].text.startswith("-")


def _is_far_from(main: Token) -> bool:
    """Tell whether something is "far from" what it is said to be; "far from *the town*" tells where it is."""
    for token in (main, *main.children):
        link = (
            next((below for below in token.children if below.lower == "from"), None) if token.lower == "far" else None
        )
        if link is not None:
            of = link.child("pobj")
            return of is None or not (of.pos == "PROPN" or tells_place(of))
    return False


def _mood(claim: Claim, main: Token | None, inside: Set[int]) -> Mood:
    if claim.stance in ("fears", "doubts"):
        return "possible"
    # "Complained that only two were ever found" tells a fact, "criticised the search" does not.
    is_told = main is not None and main.pos in ("VERB", "AUX") and main.child("nsubj", "nsubjpass", "expl") is not None
    is_judged = claim.attitude in ("supports", "criticises") and claim.stance != "accuses" and not is_told
    if claim.stance == "demands" or is_judged:
        return "duty"
    helpers = {child.lower for child in main.children if child.dep == "aux"} if main is not None else set()
    if main is not None and _is_conditional(main, inside):
        return "possible"
    if helpers & _DUTY or (main is not None and main.lemma == "have" and main.child("xcomp") is not None):
        return "duty"
    if helpers & _POSSIBLE and "have" not in helpers:
        return "possible"
    is_meant = main is not None and main.lemma in _MEANING and _leads_on(main)
    is_plan = helpers & _PLANNED or is_meant or claim.stance in ("promises", "threatens") or claim.attitude == "intends"
    return "plan" if is_plan else "fact"


def _leads_on(main: Token) -> bool:
    """Tell whether a verb leads to an infinitive: "voted *to close* the hall", "ordered the trees *to be felled*"."""
    return any(below.lower == "to" for clause in main.kids("xcomp", "ccomp") for below in clause.kids("aux"))


def _is_conditional(main: Token, inside: Set[int]) -> bool:
    """Tell whether something is said of a condition, or under one: "*if* parliament passes the budget".

    inside: indices of the claim's tokens; "*if* the police are to be believed" is none of them.
    """
    marks = [*main.kids("mark"), *(mark for clause in main.kids("advcl") for mark in clause.kids("mark"))]
    own = [mark for mark in marks if mark.i in inside]
    return any(mark.lower in _CONDITIONS for mark in own if mark.head is main or mark.lower in ("if", "unless"))
