"""Clauses and infinitives below a verb that are what is said, also where a parse hangs them elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from vedette.attribution.clause_forms import ANY_SUBJECTS, CLAUSES, is_aside, is_fragment, is_gerund, opens_with_that
from vedette.attribution.content import Content, subtree_indices
from vedette.attribution.cues import Entry
from vedette.attribution.said_things import DOCUMENTS, PARTS, SAID_THINGS
from vedette.attribution.speakers import is_passive, names_somebody
from vedette.reading import Token

_MOST_BETWEEN = 14
"""Words between a cue and the "that" which opens what is said, at most."""


def clausal_content(verb: Token, entry: Entry) -> Content | None:
    """Find a clause or an infinitive below a verb."""
    clauses = [one for one in verb.kids(*CLAUSES) if not _tells_when(verb, one)] or _unnamed(verb)
    # Of two clauses joined by a semicolon or "so", the one on the cue's side of it is what is said.
    open_ones = [one for one in clauses if not (one.i > verb.i and (is_aside(one) or _is_cut_off(verb, one)))]
    if _begins_anew(verb):
        open_ones = [one for one in open_ones if one.i > verb.i]
    if any(one.i > verb.i for one in open_ones):
        # "Officials say two died; *aid workers say nine did*"
        open_ones = [one for one in open_ones if one.i > verb.i or not _is_cut_off(one, verb)]
    if any(one.i < verb.i and one.child(*ANY_SUBJECTS) is not None for one in open_ones):
        # "…, it declared in a note *slipped* under doors"
        open_ones = [one for one in open_ones if one.dep == "dep" or not is_fragment(one)]
    behind = next((one for one in open_ones if one.i > verb.i), None)
    clause = behind or (open_ones[0] if open_ones else None)
    if clause is None and "clause" in entry.frames:
        clause = _hung_aside(verb) or _before_semicolon(verb)
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


def _tells_when(verb: Token, clause: Token) -> bool:
    """Tell whether a clause before a verb only tells when or why ("*After bloggers cast doubt*, it said")."""
    link = clause.child("mark")
    return link is not None and clause.i < verb.i and link.lower in _WHEN_OR_WHY


_WHEN_OR_WHY = frozenset({"after", "before", "when", "while", "as", "since", "once", "until", "although", "though"})


def _unnamed(verb: Token) -> list[Token]:
    """Return a clause before a verb whose relation a parse leaves open ("They *left* freely, he said")."""
    return [one for one in verb.kids("dep") if one.i < verb.i and one.child("nsubj", "nsubjpass") is not None]


def _begins_anew(verb: Token) -> bool:
    """Tell whether a semicolon stands right before the subject of a verb ("It is open, he said; *crowds saw* it")."""
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i:
        return False
    tokens, first = verb.sent.tokens, min(subtree_indices((subject,))) - verb.sent.tokens[0].i
    return first > 0 and tokens[first - 1].text == ";"


def _is_apart(thing: Token) -> bool:
    """Tell whether a comma parts a noun from the verb before it ("…, she judged, *her helmet* white with dust")."""
    tokens, first = thing.sent.tokens, min(subtree_indices((thing,))) - thing.sent.tokens[0].i
    return first > 0 and tokens[first - 1].text == ","


def _is_cut_off(verb: Token, clause: Token) -> bool:
    """Tell whether a semicolon stands between a verb and another behind it."""
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    return any(token.text == ";" for token in tokens[verb.i + 1 - first : clause.i - first])


def _hung_aside(verb: Token) -> Token | None:
    """Return the "that" clause which a parse hangs on an adverb ("said once *more* that …"), or None."""
    quoting = (aside for aside in verb.kids("advcl") if aside.lemma in ("quote", "cite") and aside.tag == "VBG")
    for adverb in (*verb.kids("advmod", "npadvmod"), *quoting):  # "said, *citing the minister*, that …"
        for clause in adverb.kids("ccomp", "acl", "relcl", "advcl"):
            if adverb.i > verb.i and opens_with_that(clause):
                return clause
    return None


def _before_semicolon(verb: Token) -> Token | None:
    """Return the clause behind a verb that a parse hangs on what another says behind a semicolon, or None."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    mark = next((k for k in range(at + 1, len(tokens)) if tokens[k].text == ";"), None)
    if mark is None or verb.child("nsubj") is None:
        return None
    told = (t for t in tokens[at + 1 : mark] if t.dep == "ccomp" and t.child(*ANY_SUBJECTS) is not None)
    return next((t for t in told if t.head.i > tokens[mark].i), None)


def _clause(verb: Token, clause: Token, entry: Entry) -> Content | None:
    frames = entry.frames
    if _says_nothing(verb, clause, frames):
        return None
    finite = any(child.dep in ANY_SUBJECTS for child in clause.children)
    to = any(child.dep == "aux" and child.lower == "to" for child in clause.children)
    if finite and to:
        for frame in ("person-to", "to"):
            if frame in frames:
                return Content(frame, frames[frame], (clause,))
        return None
    if not finite and is_gerund(clause):
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
    if subject is None or subject.i > verb.i or subject.i < clause.i or clause.child(*ANY_SUBJECTS) is None:
        return False
    is_document = subject.lemma.lower() in DOCUMENTS | PARTS  # "…, *a headline* in the paper read"
    if not (names_somebody(subject) or is_document or subject.lower in ("he", "she", "it")):
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
        return clause.child(*ANY_SUBJECTS) is None  # "allowed the citizens more freedom"
    is_state = clause.pos == "ADJ" and clause.child("aux", "auxpass") is None
    return is_state and verb.lemma == "hold" and "object" not in frames  # "hold them accountable"


def displaced_content(verb: Token, entry: Entry) -> Content | None:
    """Find a "that" clause which a parse hangs on a noun between: "said *from his office* that …".

    The clause must be whole without its "that": a relative clause lacks what its pronoun stands for.
    """
    frame = next((frame for frame in ("clause", "person-clause") if frame in entry.frames), None)
    if frame is None or is_passive(verb) or entry.frames[frame].attitude not in ("says", "criticises"):
        return None
    tokens = verb.sent.tokens
    at = verb.i - tokens[0].i
    link = next((token for token in tokens[at + 2 : at + 2 + _MOST_BETWEEN] if token.lower == "that"), None)
    if link is None or any(token.pos in ("VERB", "AUX") for token in tokens[at + 1 : link.i - tokens[0].i]):
        return None
    clause = link.head
    if _is_anothers(clause.head):
        return None
    if clause.i < link.i or clause.pos not in ("VERB", "AUX") or verb not in clause.ancestors():
        return None
    subject = next((c for c in clause.children if c.dep in ANY_SUBJECTS and c.i > link.i), None)
    # Whoever tells somebody tells him something, or *about* something.
    is_owed = verb.lemma == "tell" and verb.child("dobj") is not None and verb.prep("about", "of") is None
    if subject is None or not (is_owed or _is_whole(clause, link)):
        return None
    before = tuple(child for child in clause.children if child.i < link.i)
    return Content(frame, entry.frames[frame], (clause,), addressee=_addressee(verb), before=before)


def _is_anothers(noun: Token) -> bool:
    """Tell whether a clause tells what others say, to which somebody only turns ("responding to *a charge* that …").

    What stands "in" something said is the speaker's own ("said *in a statement* that …").
    """
    is_matter = noun.dep == "pobj" and noun.head.lower not in _VEHICLES
    return is_matter and noun.lemma.lower() in SAID_THINGS


_VEHICLES = frozenset({"in", "through", "via", "by", "with", "during", "after", "from", "at"})
"""Prepositions before what somebody speaks in ("wrote *in a report* that …")."""


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
    it, subject = verb.child("nsubjpass"), clause.child(*ANY_SUBJECTS)
    return it is not None and it.lower == "it" and subject is not None and subject is not link


def _joined(verb: Token, clause: Token) -> tuple[Token, ...]:
    """Return the clauses a parse leaves side by side below one verb ("said A and B"), the main one last."""
    more = [c for c in verb.children if c.dep == "ccomp" and c.i > clause.i > verb.i and c.pos in ("VERB", "AUX")]
    more = [c for c in more if not _is_cut_off(clause, c)]
    # "*Nine drowned and dozens were missing*, the coast guard said."
    more += [c for c in verb.kids("ccomp") if verb.i > c.i > clause.i and c.child(*ANY_SUBJECTS) is not None]
    # "Said that 187 were missing, *but that 25 had returned*"
    more += [c for c in verb.kids("conj") if c.i > clause.i > verb.i and opens_with_that(c)]
    # "Found that guards posted on the roof *had fired first*": the verb that a parse joins to the cue.
    more += [c for c in verb.kids("conj") if _ends_relative(clause, c)]
    # "Insists the dam was sound *and had passed* every test": of another time than the cue.
    more += [c for c in verb.kids("conj") if c.i > clause.i > verb.i and _is_past_of_present(verb, c)]
    verdict = next((c for c in verb.kids("ccomp") if c.i < verb.i and _judges_what_follows(c)), None)
    if verdict is not None and clause.i > verb.i and opens_with_that(clause):
        return (*more, clause, verdict)  # "*It was untrue*, he said, *that money had been offered*"
    return (*more, clause)


def _is_past_of_present(verb: Token, joined: Token) -> bool:
    is_bare = joined.tag == "VBN" and joined.child(*ANY_SUBJECTS) is None
    return is_bare and verb.tag in ("VBZ", "VBP") and any(aux.lower == "had" for aux in joined.kids("aux"))


def _judges_what_follows(clause: Token) -> bool:
    """Tell whether an "it" that stands for a clause to come is called something."""
    it = clause.child("nsubj")
    return it is not None and it.lower == "it" and clause.lemma == "be" and clause.child("acomp", "attr") is not None


def _ends_relative(clause: Token, verb: Token) -> bool:
    """Tell whether a verb without a subject right behind a seeming clause is the verb of that clause's subject."""
    if clause.tag not in ("VBN", "VBD") or clause.child("aux", "auxpass") is not None or verb.i < clause.i:
        return False
    is_bare = verb.child(*ANY_SUBJECTS) is None and verb.child("aux", "auxpass") is not None
    return is_bare and min(subtree_indices((verb,))) == max(subtree_indices((clause,))) + 1


def _addressee(verb: Token) -> Token | None:
    thing = verb.child("dative", "dobj", "iobj")
    if thing is not None and thing.pos != "ADP":
        return thing if thing.pos in ("PROPN", "PRON", "NOUN") else None
    return verb.prep("to")


def _infinitive(verb: Token, below: Token, entry: Entry) -> Content | None:
    frames = entry.frames
    passive = is_passive(verb)
    if is_gerund(below):
        return Content("ing", frames["ing"], (below,)) if "ing" in frames else None
    if not any(child.dep == "aux" and child.lower == "to" for child in below.children):
        return None
    thing = verb.child("nsubjpass") if passive else verb.child("dobj")
    more = _further(verb)
    if thing is not None and "person-to" in frames:
        return Content("person-to", frames["person-to"], (thing, *more, below), addressee=thing)
    asked = verb.child("prep")
    if "person-to" in frames and not passive and asked is not None and asked.lower == "to" and asked.children:
        # "Appealed to *both sides to lay down arms*"
        return Content("person-to", frames["person-to"], (*asked.children, *more, below), addressee=_addressee(verb))
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
