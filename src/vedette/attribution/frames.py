"""What is said: from a cue to the words of its content, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from vedette.attribution.cues import Cue, Entry
from vedette.attribution.said_things import REJECTING, SAID_THINGS
from vedette.attribution.speakers import is_passive, names_somebody
from vedette.reading import Token

_CLAUSE = ("ccomp", "csubj", "csubjpass")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
# Prepositions behind an object that carry on what is said rather than tell where it was said.
_OF_CONTENT = frozenset(
    {"by", "with", "behind", "for", "as", "of", "from", "over", "about", "against", "between", "among", "like", "into"}
)
_NO_THINGS = frozenset({"which", "what", "that", "who", "whom", "himself", "themselves"})
_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_MOST_BETWEEN = 14
"""Words between a cue and the "that" which opens what is said, at most."""


@dataclass(frozen=True, slots=True)
class Content:
    """The trees that make up what is said."""

    frame: str
    cue: Cue
    roots: tuple[Token, ...]
    """Tokens whose whole subtrees are content."""
    link: Token | None = None
    """The preposition or particle that belongs to the cue ("called *for*"); None where there is none."""
    addressee: Token | None = None
    """Head of the phrase spoken to; None where none is told."""
    before: tuple[Token, ...] = ()
    """Trees below the roots that are no part of what is said."""

    @property
    def main(self) -> Token:
        """The root that states something: the last one ("called *him* a *liar*")."""
        return self.roots[-1]


def verb_content(verb: Token, entry: Entry) -> Content | None:
    """Return the content of a verb cue by the first of its frames that fits, or None."""
    if any(_is_no_judgement(verb, told) for told in verb.kids("oprd", "ccomp")):
        return None  # "called 911", "found him dead": nobody thinks or says so
    found = _small(verb, entry) or _clausal(verb, entry)
    if found is not None:
        return found
    found = _object_and(verb, entry) or _displaced(verb, entry) or _prepositional(verb, entry) or _object(verb, entry)
    return _stretched(verb, found) if found is not None else None


def _clausal(verb: Token, entry: Entry) -> Content | None:
    """Find a clause or an infinitive below a verb."""
    clauses = verb.kids(*_CLAUSE)
    # Of two clauses joined by a semicolon or "so", the one on the cue's side of it is what is said.
    open_ones = [one for one in clauses if not (one.i > verb.i and (_is_aside(one) or _is_cut_off(verb, one)))]
    if any(one.i > verb.i for one in open_ones):
        # "Officials say two died; *aid workers say nine did*"
        open_ones = [one for one in open_ones if one.i > verb.i or not _is_cut_off(one, verb)]
    if any(one.i < verb.i and one.child(*_SUBJECTS) is not None for one in open_ones):
        # "…, it declared in a note *slipped* under doors"
        open_ones = [one for one in open_ones if not _is_fragment(one)]
    behind = next((one for one in open_ones if one.i > verb.i), None)
    clause = behind or (open_ones[0] if open_ones else None)
    if clause is None and "clause" in entry.frames:
        clause = _hung_aside(verb)
    thing = verb.child("dobj")
    is_told = "person-clause" in entry.frames or thing is None or _is_apart(thing)
    if clause is not None and clause.i < verb.i and not is_told:
        clause = None  # "he had no children, so the law allowed three days": that is what it acts on
    if clause is None and "clause" in entry.frames and is_passive(verb):
        told = _beside_agent(verb)
        if told is not None:
            return Content("clause", entry.frames["clause"], (told,))
    found = _clause(verb, clause, entry) if clause is not None else None
    infinitive = verb.child("xcomp")
    if found is not None or infinitive is None:
        return found
    return _infinitive(verb, infinitive, entry)


def _is_apart(thing: Token) -> bool:
    """Tell whether a comma parts a noun from the verb before it ("…, she judged, *her helmet* white with dust")."""
    tokens, first = thing.sent.tokens, min(subtree_indices((thing,))) - thing.sent.tokens[0].i
    return first > 0 and tokens[first - 1].text == ","


def _is_fragment(clause: Token) -> bool:
    """Tell whether a parse takes a participle or a mere state behind a comma for a clause."""
    if clause.pos in ("ADJ", "NOUN"):
        return clause.child("mark", "aux") is None  # "…, *his helmet white with dust*"
    return clause.tag in ("VBN", "VBD") and not any(c.dep in (*_SUBJECTS, "mark", "aux") for c in clause.children)


def _is_cut_off(verb: Token, clause: Token) -> bool:
    """Tell whether a semicolon stands between a verb and another behind it."""
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    return any(token.text == ";" for token in tokens[verb.i + 1 - first : clause.i - first])


def _is_aside(clause: Token) -> bool:
    """Tell whether a parse takes a participle behind a comma for a clause ("…, she said, *still shaking*")."""
    tokens = clause.sent.tokens
    first = min(subtree_indices((clause,))) - tokens[0].i
    is_bare = clause.tag == "VBG" and not any(c.dep in (*_SUBJECTS, "mark", "aux") for c in clause.children)
    return is_bare and first > 0 and tokens[first - 1].text == ","


def _hung_aside(verb: Token) -> Token | None:
    """Return the "that" clause which a parse hangs on an adverb ("said once *more* that …"), or None."""
    for adverb in verb.kids("advmod", "npadvmod"):
        for clause in adverb.kids("ccomp", "acl", "relcl"):
            link = clause.child("mark")
            if adverb.i > verb.i and link is not None and link.lower == "that" and clause.child(*_SUBJECTS) is not None:
                return clause
    return None


def _object(verb: Token, entry: Entry) -> Content | None:
    """Find a bare object ("condemned the attack"); for a passive, its subject."""
    if "object" not in entry.frames:
        return None
    passive = is_passive(verb)
    thing = verb.child("nsubjpass") if passive else verb.child("dobj", "attr")
    if thing is not None and thing.lower == "that" and thing.i > verb.i and not passive:
        return Content("object", entry.frames["object"], (thing,))  # "the minister disputed *that*"
    if thing is None or thing.lower in _NO_THINGS or (passive and thing.lower == "it"):
        return None
    return Content("object", entry.frames["object"], (thing,))


def _stretched(verb: Token, found: Content) -> Content:
    """Take in what a parse hangs on the cue right behind its object ("called on X *to leave*")."""
    if is_passive(verb):
        return found
    end = max(subtree_indices(found.roots))
    more = []
    for child in verb.children:
        if child.i <= end or child.pos == "PUNCT" or child.dep == "cc":
            continue
        branch = subtree_indices((child,))
        if min(branch) != _next_after(verb, end) or not (
            child.dep == "xcomp" or (child.dep == "prep" and child.lower in _OF_CONTENT)
        ):
            break
        more.append(child)
        end = max(branch)
    return replace(found, roots=(*more, *found.roots)) if more else found


def _next_after(verb: Token, end: int) -> int:
    """Return the token after `end`, past a comma and an "and" ("support for Jordan, *and for* its leaders")."""
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    at = end + 1 - first
    comma = at < len(tokens) and tokens[at].text == ","
    joined = at + comma < len(tokens) and tokens[at + comma].lower == "and"
    return end + 1 + (comma + 1 if joined else 0)


def _clause(verb: Token, clause: Token, entry: Entry) -> Content | None:
    frames = entry.frames
    if _says_nothing(verb, clause, frames):
        return None
    finite = any(child.dep in _SUBJECTS for child in clause.children)
    to = any(child.dep == "aux" and child.lower == "to" for child in clause.children)
    if finite and to:
        for frame in ("person-to", "to"):
            if frame in frames:
                return Content(frame, frames[frame], (clause,))
        return None
    if not finite and _is_gerund(clause):
        return Content("ing", frames["ing"], (clause,)) if "ing" in frames else None
    for frame in ("clause", "person-clause", "quote", "object"):
        if frame in frames:
            told = "clause" if frame == "quote" and _speaks_behind(verb, clause) else frame
            return Content(
                told, frames[frame], _joined(verb, clause), addressee=_addressee(verb), before=_led_in(clause)
            )
    return None


def _speaks_behind(verb: Token, clause: Token) -> bool:
    """Tell whether somebody speaks behind a whole clause and a comma ("No man has crossed, *the colonel read*")."""
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i or subject.i < clause.i or clause.child(*_SUBJECTS) is None:
        return False
    if not (names_somebody(subject) or subject.lower in ("he", "she")):
        return False
    tokens, at = verb.sent.tokens, min(subtree_indices((subject,))) - verb.sent.tokens[0].i
    return at > 0 and tokens[at - 1].text == ","


def _led_in(clause: Token) -> tuple[Token, ...]:
    """Return what a parse hangs on a clause before its "that" ("said, *holding back tears*, that …")."""
    link = clause.child("mark")
    if link is None or link.lower != "that":
        return ()
    return tuple(child for child in clause.children if child.i < link.i and child.dep in ("advcl", "punct", "npadvmod"))


def _says_nothing(verb: Token, clause: Token, frames: Collection[str]) -> bool:
    """Tell whether what a parse takes for a clause is a mere noun or state that the verb acts on."""
    if clause.child("mark") is not None:
        return False  # whatever the parse makes of it, "that" leads into what is said
    if clause.pos == "NOUN" and "object" in frames:
        return verb.child("dobj") is not None  # "claimed the blasts that killed 44, many of them police"
    if clause.pos == "NOUN":
        return clause.child(*_SUBJECTS) is None  # "allowed the citizens more freedom"
    is_state = clause.pos == "ADJ" and clause.child("aux", "auxpass") is None
    return is_state and verb.lemma == "hold" and "object" not in frames  # "hold them accountable"


def _displaced(verb: Token, entry: Entry) -> Content | None:
    """Find a "that" clause which a parse hangs on a noun between: "said *from his office* that …".

    The clause must be whole without its "that": a relative clause lacks what its pronoun stands for.
    """
    frame = next((frame for frame in ("clause", "person-clause") if frame in entry.frames), None)
    if frame is None or is_passive(verb) or entry.frames[frame].attitude != "says":
        return None
    tokens = verb.sent.tokens
    at = verb.i - tokens[0].i
    link = next((token for token in tokens[at + 2 : at + 2 + _MOST_BETWEEN] if token.lower == "that"), None)
    if link is None or any(token.pos in ("VERB", "AUX") for token in tokens[at + 1 : link.i - tokens[0].i]):
        return None
    clause = link.head
    if clause.i < link.i or clause.pos not in ("VERB", "AUX") or verb not in clause.ancestors():
        return None
    subject = next((c for c in clause.children if c.dep in _SUBJECTS and c.i > link.i), None)
    if subject is None or not _is_whole(clause, link):
        return None
    before = tuple(child for child in clause.children if child.i < link.i)
    return Content(frame, entry.frames[frame], (clause,), addressee=_addressee(verb), before=before)


def _is_whole(clause: Token, link: Token) -> bool:
    """Tell whether a clause lacks nothing that its "that" could stand for."""
    if link.dep == "mark":
        return True
    # "a place that his soldiers controlled both runways": whatever the parse says, the object is there.
    if any(child.dep in ("dobj", "attr", "acomp", "ccomp") and child is not link for child in clause.children):
        return True
    return any(child.dep == "prep" and child.i > clause.i and child.children for child in clause.children)


def _beside_agent(verb: Token) -> Token | None:
    """Return the clause a parse hangs on the doer of a passive ("it was reported by X that …"), or None."""
    for agent in verb.kids("agent"):
        for doer in agent.children:
            for clause in doer.kids("relcl", "acl"):
                if any(_opens_clause(verb, child, clause) for child in clause.children):
                    return clause
    return None


def _opens_clause(verb: Token, link: Token, clause: Token) -> bool:
    """Tell whether a "that" leads into what an "it" stands for rather than takes up the doer."""
    if link.lower != "that" or link.dep == "mark":
        return link.lower == "that"
    it, subject = verb.child("nsubjpass"), clause.child(*_SUBJECTS)
    return it is not None and it.lower == "it" and subject is not None and subject is not link


def _joined(verb: Token, clause: Token) -> tuple[Token, ...]:
    """Return the clauses a parse leaves side by side below one verb ("said A and B"), the main one last."""
    more = [c for c in verb.children if c.dep == "ccomp" and c.i > clause.i > verb.i and c.pos in ("VERB", "AUX")]
    # "Said that 187 were missing, *but that 25 had returned*"
    more += [c for c in verb.kids("conj") if c.i > clause.i > verb.i and _opens_with_that(c)]
    return (*more, clause)


def _opens_with_that(clause: Token) -> bool:
    link = clause.child("mark")
    return link is not None and link.lower == "that" and clause.child(*_SUBJECTS) is not None


def _addressee(verb: Token) -> Token | None:
    thing = verb.child("dative", "dobj", "iobj")
    if thing is not None and thing.pos != "ADP":
        return thing if thing.pos in ("PROPN", "PRON", "NOUN") else None
    return verb.prep("to")


def _small(verb: Token, entry: Entry) -> Content | None:
    """Find "called him a liar" and "described the vote as a farce"."""
    frames = entry.frames
    if "small" not in frames and "object-as" not in frames:
        return None
    passive = is_passive(verb)
    thing = verb.child("nsubjpass") if passive else verb.child("dobj")
    if "small" in frames:
        clause = verb.child(*_CLAUSE)
        said = verb.child("oprd")
        judged = _judged(verb)
        if judged is not None and not passive:
            return Content("small", frames["small"], judged)
        if said is not None:
            return Content("small", frames["small"], (thing, said) if thing is not None else (said,))
        # "Found the gates open", unlike "the gates were left open, the inquiry found".
        is_bare = clause is not None and clause.i > verb.i and clause.child("mark", "aux", "auxpass") is None
        if clause is not None and is_bare and clause.child("nsubj") is not None and clause.tag not in _FINITE:
            return Content("small", frames["small"], (clause,))
    if "object-as" in frames:
        link = next((c for c in verb.children if c.dep == "prep" and c.lower == "as" and c.i > verb.i), None)
        if link is not None and link.children:
            return Content("object-as", frames["object-as"], (thing, link) if thing is not None else (link,))
        is_judged = thing is not None and any(t.lower == "as" and t.i > thing.i for t in _some_below(thing))
        if thing is not None and is_judged and not passive:
            return Content("object-as", frames["object-as"], (thing,))
    return None


_FINITE = frozenset({"VBZ", "VBP", "MD"})
_BODILY = frozenset(
    """dead alive unconscious semiconscious unresponsive injured wounded hanged shot stabbed strangled drowned asleep
    missing bleeding beheaded""".split()
)
"""In what state somebody is found; no judgement."""


def _is_no_judgement(verb: Token, told: Token) -> bool:
    is_clause = told.dep == "ccomp" and (told.tag == "VBD" or told.child("mark", "aux", "auxpass") is not None)
    return told.pos == "NUM" or (verb.lemma == "find" and told.lower in _BODILY and not is_clause)


def _judged(verb: Token) -> tuple[Token, ...] | None:
    """Return a thing said and what it is called, where a parse has other names for the two.

    Two objects ("called *this account* an *overstatement*"), one word before the other ("called *the farmers' story*
    cheap *propaganda*"), or a stray adjective ("found *the announcement premature*").
    """
    objects = [child for child in verb.children if child.dep in ("dobj", "oprd") and child.i > verb.i]
    if not objects:
        return None
    thing = objects[0]
    if thing.lemma.lower() in SAID_THINGS:
        after = [c for c in verb.children if c.i > thing.i and (c in objects or (c.dep == "advmod" and c.pos == "ADJ"))]
        is_plain = len(objects) == 1 or objects[1].dep == "oprd" != thing.dep
        # "Called the accusations *absurd and baseless*": a parse makes one noun phrase of it.
        after += [word for c in thing.kids("amod") if c.i > thing.i for word in (c, *c.kids("conj"))]
        stray = [c for c in after if c.lower in REJECTING or any(k.lower in REJECTING for k in c.kids("amod"))]
        return (thing, stray[0]) if stray and not (is_plain and stray[0].dep == "oprd") else None
    called = [c for c in thing.kids("nmod", "compound") if c.lemma.lower() in SAID_THINGS and c.child("det", "poss")]
    return (thing,) if called and thing.lower in REJECTING else None


def _some_below(thing: Token) -> list[Token]:
    """Return what hangs on an object down to the third step, where a parse may put an "as" with what follows it."""
    first = [child for child in thing.children if child.dep in ("prep", "acl", "advcl", "amod")]
    second = [below for child in first for below in child.children if below.dep in ("prep", "advcl", "advmod")]
    third = [below for child in second for below in child.children if below.dep in ("advmod", "mark", "prep")]
    return [*(c for c in first if c.dep == "prep"), *second, *third]


def _infinitive(verb: Token, below: Token, entry: Entry) -> Content | None:
    frames = entry.frames
    passive = is_passive(verb)
    if _is_gerund(below):
        return Content("ing", frames["ing"], (below,)) if "ing" in frames else None
    if not any(child.dep == "aux" and child.lower == "to" for child in below.children):
        return None
    thing = verb.child("nsubjpass") if passive else verb.child("dobj")
    more = _further(verb)
    if thing is not None and "person-to" in frames:
        return Content("person-to", frames["person-to"], (thing, *more, below), addressee=thing)
    for frame in ("to", "clause") if passive else ("to", "person-to"):
        if frame in frames:
            roots = (thing, *more, below) if thing is not None and passive else (*more, below)
            return Content(frame, frames[frame], roots)
    return None


def _further(verb: Token) -> tuple[Token, ...]:
    """Return bare infinitives that a parse joins to the cue itself ("pledged to open the road, *clear* it and …")."""
    if verb.tag not in ("VBD", "VBZ", "VBN"):
        return ()
    return tuple(c for c in verb.children if c.dep == "conj" and c.tag == "VB" and not c.kids("nsubj", "aux"))


def _is_gerund(clause: Token) -> bool:
    """Tell whether a clause is a gerund: "shelling the town", "having shelled the town"."""
    return clause.tag == "VBG" or any(
        child.dep in ("aux", "auxpass") and child.tag == "VBG" for child in clause.children
    )


def _object_and(verb: Token, entry: Entry) -> Content | None:
    """Find "accused the army of shelling" and "blamed the army for the attack"."""
    thing = verb.child("nsubjpass") if is_passive(verb) else verb.child("dobj")
    for frame, word in (("object-of", "of"), ("object-for", "for"), ("object-at", "at"), ("object-to", "to")):
        if frame in entry.frames:
            link = _preposition(verb, word) or _behind_particle(verb, word) or _behind_aside(verb, word)
            if frame == "object-at":
                link = link if link is not None and _holds_number(link) else _number_below(thing)
                if link is not None and thing is not None and link.head is not verb:
                    return Content(frame, entry.frames[frame], (thing,))
                if link is None:
                    continue
            if link is not None:
                return Content(frame, entry.frames[frame], (thing, link) if thing is not None else (link,))
            if thing is not None and frame == "object-of" and _preposition(thing, word) is not None:
                return Content(frame, entry.frames[frame], (thing,))
    return None


def _behind_particle(verb: Token, word: str) -> Token | None:
    """Return the preposition that a parse hangs on the particle ("put it *down to* a burst pipe"), or None."""
    particle = verb.child("prt")
    return _preposition(particle, word) if particle is not None else None


def _behind_aside(verb: Token, word: str) -> Token | None:
    """Return the preposition that a parse hangs on the time or the doer before it, or None.

    "Accused Moscow *on Monday of* shelling it", "accused *by Kyiv of* shelling it".
    """
    for child in verb.children:
        below = child.child("pobj") if child.dep in _PREPOSITIONS else child
        if below is not None and (child.dep == "agent" or below.ent in ("DATE", "TIME")):
            link = _preposition(below, word)
            if link is not None and link.child("pcomp") is not None:
                return link
    return None


def _holds_number(link: Token) -> bool:
    """Tell whether a preposition leads to a number ("put the toll *at nine*")."""
    below = link.child("pobj")
    return below is not None and (
        below.pos == "NUM" or below.child("nummod") is not None or below.child("quantmod") is not None
    )


def _number_below(thing: Token | None) -> Token | None:
    """Return the "at" and number that a parse hangs on the thing counted or a clause of it, or None.

    "Put the number of those *who had come over at six thousand*."
    """
    if thing is None:
        return None
    links = [token for token in thing.subtree() if token.lower == "at" and token.i > thing.i]
    return links[-1] if links and _holds_number(links[-1]) else None


def _prepositional(verb: Token, entry: Entry) -> Content | None:
    # "asked him about …" speaks to somebody; "called the state for the challenger" does not call for anybody.
    if verb.child("dobj") is not None and not {"person-to", "person-clause"} & entry.frames.keys():
        return None
    for child in verb.children:
        if child.dep in _PREPOSITIONS and child.i > verb.i and child.lower in entry.frames:
            if child.lower == "to" and "object" in entry.frames:
                continue
            found = _below_preposition(child, entry.frames[child.lower])
            if found is not None:
                return found
    return None


def _below_preposition(link: Token, cue: Cue) -> Content | None:
    roots = tuple(child for child in link.children if child.dep in ("pobj", "pcomp") or child.dep == "ccomp")
    if not roots or (roots[0].ent in ("DATE", "TIME") and roots[0].child("det", "nummod", "prep") is None):
        return None  # "spoke of *a normal day*", but not "in May"
    # "threat to the region" is no "threat to attack", which the frame "to" stands for.
    frame = "toward" if link.lower == "to" else link.lower
    return Content(frame, cue, roots, link=link)


def _preposition(token: Token, word: str) -> Token | None:
    for child in token.children:
        if child.dep == "prep" and child.lower == word and child.children:
            return child
    return None


def word_content(word: Token, entry: Entry) -> Content | None:
    """Return the content of a noun or adjective cue, or None."""
    frames = entry.frames
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl", "xcomp"):
            frame = _clausal_frame(child)
            if frame is not None and frame in frames:
                return Content(frame, frames[frame], (child,))
        if child.dep == "prep" and child.lower in frames:
            found = _below_preposition(child, frames[child.lower])
            if found is not None:
                return found
    return None


def _clausal_frame(child: Token) -> str | None:
    for below in child.children:
        if below.dep == "aux" and below.lower == "to":
            return "to"
        if below.dep == "mark" and below.lower in ("that", "whether", "if"):
            return "clause"
        if below.dep in _SUBJECTS and child.dep == "ccomp":
            return "clause"
    return None


def asks(clause: Token) -> bool:
    """Tell whether a clause begins with a question word ("explores how …")."""
    return any(
        below.tag in ("WRB", "WP", "WDT") or (below.dep == "mark" and below.lower in ("whether", "if"))
        for child in clause.children
        for below in (child, *child.children)
    )


def subtree_indices(roots: Iterable[Token], without: Iterable[Token] = ()) -> set[int]:
    """Return the indices of all tokens below the roots, leaving whole branches out."""
    barred = {token.i for token in without}
    todo = [root for root in roots if root.i not in barred]
    found = {token.i for token in todo}
    for token in todo:
        for child in token.children:
            if child.i not in barred and child.i not in found:
                found.add(child.i)
                todo.append(child)
    return found
