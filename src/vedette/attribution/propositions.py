"""Which attributions put something forward that may be true or false, asked, promised or feared."""

from __future__ import annotations

from vedette.attribution.attributions import TURN, Attribution
from vedette.attribution.clause_forms import is_gerund
from vedette.attribution.idiom_denials import DENIAL
from vedette.attribution.said_things import DEEDS, DOCUMENTS, SAID_THINGS, SHOWN_THINGS
from vedette.attribution.speakers import antecedent, names_somebody
from vedette.attribution.stance import WARNING
from vedette.attribution.taken_up import DENYING_WORDS
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns

_EMPTY = frozenset({"point", "same", "thing", "much", "lot", "word", "fact", "case", "matter", "message"})
_DENYING = frozenset(
    {
        "deny",
        "refute",
        "rebut",
        "disclaim",
        "dispute",
        "contradict",
        "disavow",
        "debunk",
        "disown",
        "hear",
        "rule",
        "plead",
    }
)
_PROPOSITIONAL = frozenset(
    {
        "clause",
        "person-clause",
        "quote",
        "ing",
        "small",
        "object-as",
        "object-of",
        "object-at",
        "object-to",
        "to",
        "person-to",
        "for",
    }
)
_HANDED_ROUND = frozenset({"read out", "lay out", "set out"})
"""Cues of which a bare object is a list or a plan, and not what is told ("*read out* the names of the dead")."""
_ACTS = frozenset({"find", "allow", "cite", "ratify", "classify", "command"})
"""Cues of which a bare object is found, allowed or cited, and nothing is told of it."""
_EVIDENCE = frozenset({"evidence", "proof", "sign", "trace", "indication", "hint", "truth", "basis", "substance"})
"""What is told by being found, or by not being found."""
_ACHIEVING = frozenset({"determine", "establish", "find", "assess", "identify", "discover", "estimate", "measure"})
"""Cues that, not yet done, tell what somebody wants to learn."""
_PORTRAYING = frozenset({"describe", "recall", "recount"})
"""Cues of which an object is told only where it says what something was like ("described *a cloudless morning*")."""
_NAMING = frozenset({"name", "identify", "quote"})
_REFUSING = frozenset({"decline", "refuse"})
_ANSWERING = frozenset(
    """comment say tell discuss elaborate speculate answer respond reply disclose reveal specify name identify confirm
    explain speak talk""".split()
)
"""What somebody refuses who says nothing ("declined *to comment*", "refused *to be drawn*")."""
_HANDING_OUT = frozenset({"give", "provide", "offer", "make", "release"})
_TOLD_THINGS = frozenset(
    """comment detail figure number reason name answer information interview explanation statement estimate date
    specific""".split()
)
"""What whoever "declined to give" it does not tell."""
_CRIMES = frozenset(
    """arson assault bribery conspiracy contempt corruption embezzlement espionage extortion forgery fraud genocide
    homicide incitement insubordination insurrection manslaughter negligence offence offense perjury plot possession
    rape rebellion sedition smuggling spying subversion terrorism torture trafficking treason""".split()
)
"""What somebody is charged with."""
_OWNING = frozenset({"admit", "confess", "own", "fess"})
_BOASTING = frozenset({"boast", "brag"})
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question"})
_QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$", "MD"})
_INVERTED = frozenset({"do", "does", "did", "is", "are", "was", "were", "have", "has", "had"})
_BY_NOUN = frozenset({"clause"})
_ACTING_NOUN = frozenset({"promises", "threatens", "demands"})


def puts_forward(found: Attribution) -> bool:
    """Tell whether an attribution is a claim in the strict sense.

    Left out are support, criticism and mention of mere things ("praised the troops", "discussed
    trade"): what is said of them is not told, and they are no less real for being praised.
    """
    entry, frame, cue = found.entry, found.frame, found.cue
    if cue is None or found.kind == "direct":
        return not (found.form == TURN and found.content.exact.endswith("?"))  # who only asks claims nothing
    if (
        _is_asked(found, cue)
        or _is_left_open(found)
        or _is_general(found, cue)
        or _names(cue)
        or _removes(cue)
        or _hides(found)
    ):
        return False
    if found.form == "cue.as@3" and entry.attitude != "says":
        return False  # "as he learned early"
    if cue.pos in ("NOUN", "PROPN", "ADJ"):
        is_done = cue.lemma == "claim" and any(
            c.lower == "have" for c in found.main.kids("aux")
        )  # "claim *to have won*"
        is_act = frame == "to" and (entry.stance in _ACTING_NOUN or is_done)
        return found.form == DENIAL or frame in _BY_NOUN or is_act
    if frame == "object-for":
        return entry.stance == "accuses" and found.main.pos != "PRON"
    if frame in ("for", "to", "person-to"):
        # "Claimed to have seized it" tells as "said that" does.
        is_told = frame == "to" and entry.attitude == "says" and entry.stance == "asserts"
        return is_told or entry.attitude == "intends" or entry.stance in ("demands", "promises", "threatens")
    if frame in ("of", "about", "on", "upon", "toward", "object-on", "object-with"):
        return _is_told_of(found, cue)
    return frame in _PROPOSITIONAL or (frame == "object" and _object_is_told(found))


def _is_told_of(found: Attribution, cue: Token) -> bool:
    """Tell whether what stands behind a preposition is told ("spoke of *30 dead*", "warned of *famine*")."""
    if found.frame in ("on", "upon"):
        # "Called on the president to resign", not "called on the chief".
        return found.entry.stance == "demands" and any(kid.dep in ("xcomp", "advcl") for kid in cue.children)
    if found.frame == "object-on":  # "pinned the blast on the rebels", but no medal on a sergeant
        deeds = cue.kids("dobj", "nsubjpass")
        return cue.lemma != "pin" or any(thing.lemma in DEEDS or thing.lemma == "blame" for thing in deeds)
    if found.frame == "object-with":  # "charged him with *bribery*", but no crowd with batons
        crimes = [c for link in cue.kids("prep") if link.lower == "with" for c in link.kids("pobj", "pcomp")]
        crimes += [below for one in crimes if (below := one.prep("of")) is not None]  # "two counts *of murder*"
        return any(is_gerund(one) or one.lemma in DEEDS | _CRIMES for one in crimes)
    if found.frame == "toward" or cue.lemma in _BOASTING:  # "confessed to *killing him*", "boasted of *its capture*"
        is_deed = is_gerund(found.main) or found.main.lemma in DEEDS
        is_owned = cue.lemma in _OWNING and found.main.pos != "PRON"
        is_sworn = cue.lemma in ("testify", "attest", "swear") and is_gerund(found.main)
        return is_deed if cue.lemma in _BOASTING else is_owned or is_sworn
    if found.entry.stance == "fears" and cue.lemma in WARNING:
        return found.main.pos == "NOUN"
    return cue.lemma in ("speak", "tell") and (_is_characterised(found.main) or _is_deed(found.main))


def _is_asked(found: Attribution, cue: Token) -> bool:
    """Tell whether a question is put: "asked how it works", "Did he say that …?"."""
    if cue.lemma in _ASKING and found.frame in ("clause", "person-clause"):
        return any(
            below.tag in ("WRB", "WP", "WDT") or below.lower in ("if", "whether") for below in found.main.subtree()
        )
    tokens = cue.sent.tokens
    first = next((token for token in tokens if token.pos != "PUNCT"), tokens[0])
    is_question = any(token.text == "?" for token in tokens[-3:])
    return is_question and found.kind == "indirect" and (first.tag in _QUESTION_WORDS or first.lower in _INVERTED)


def _is_left_open(found: Attribution) -> bool:
    """Tell whether what is said stands as a mere question word and nothing is told of it ("told *what he had seen*").

    "Explained how it had failed" takes the failure for granted, and tells it.
    """
    main = found.main
    if found.frame not in ("clause", "person-clause") or found.cue is None or found.content.start < found.cue.start:
        return False
    first = next((token for token in main.sent.tokens if token.start >= found.content.start), main)
    is_word = first.lower in _LEFT_OPEN and first.tag in ("WP", "WDT", "WRB")
    return is_word and (first.head is main or first.head.head is main) and first.head.pos != "AUX"


_LEFT_OPEN = frozenset({"what", "which", "who", "whom", "whose", "when", "where", "whether"})


def _is_general(found: Attribution, cue: Token) -> bool:
    """Tell whether just anybody is meant: "people who want to wear it", "it is easy for people to say"."""
    speaker = found.speaker
    if speaker is None or cue.tag in ("VBD", "VBN"):
        return False
    noun = antecedent(speaker)
    return noun.lower == "people" and not any(
        child.dep in ("det", "amod", "nummod", "poss", "prep") for child in noun.children
    )


def _removes(cue: Token) -> bool:
    """Tell whether somebody loses an office ("dismissed him *as army chief*") rather than is called names."""
    thing, link = cue.child("dobj", "nsubjpass"), next((c for c in cue.kids("prep") if c.lower == "as"), None)
    office = link.child("pobj") if link is not None else None
    if cue.lemma != "dismiss" or thing is None or office is None:
        return False
    det = office.child("det")
    is_office = load_actor_nouns().at(office) is not None and (det is None or det.lower not in ("a", "an", "another"))
    return is_office and (thing.pos == "PRON" or names_somebody(thing))


def _names(cue: Token) -> bool:
    """Tell whether a thing is merely named: "a method called carbon dating"."""
    if cue.lemma == "blame" and cue.tag == "VB" and cue.head.lemma == "be":
        return True  # "is to blame for the delay" tells who is blamed
    is_part = cue.tag == "VBN" and cue.dep == "acl" and len(cue.kids("dobj", "oprd")) < 2  # "called *it a lie*" tells
    return cue.lemma in ("call", "name", "dub", "title") and is_part


def _hides(found: Attribution) -> bool:
    """Tell whether somebody only wants to stay unnamed ("asked *not to be named*") or is silent ("declined to say")."""
    main, cue = found.main, found.cue
    if found.frame not in ("to", "person-to") or cue is None:
        return False
    is_silent = cue.lemma in _REFUSING or (cue.lemma in ("want", "wish") and cue.child("neg") is not None)
    return (is_silent and _is_telling(main)) or (main.lemma in _NAMING and main.child("neg") is not None)


def _is_telling(main: Token) -> bool:
    """Tell whether a verb is one of telling something ("to comment", "to be drawn", "to give *a figure*", not food)."""
    given = main.child("dobj") if main.lemma in _HANDING_OUT else None
    is_drawn = main.lemma == "draw" and main.child("auxpass") is not None
    return main.lemma in _ANSWERING or is_drawn or (given is not None and given.lemma.lower() in _TOLD_THINGS)


def _is_characterised(thing: Token) -> bool:
    """Tell whether a thing is called something or counted: "spoke of *a normal day*", "*30 dead*", not "of the war"."""
    if thing.pos == "NUM" or thing.child("nummod") is not None:
        return True
    det = thing.child("det", "poss")
    if det is not None:
        return det.lower in ("a", "an") and thing.child("amod", "relcl", "acl", "compound") is not None
    return thing.pos == "NOUN" and thing.child("amod") is not None


def _is_deed(thing: Token) -> bool:
    """Tell whether a thing tells by itself that something was done: "spoke of *a massacre*", "of *men firing*"."""
    det = thing.child("det")
    is_doing = det is None and any(is_gerund(clause) and clause.i > thing.i for clause in thing.kids("acl"))
    is_verbal = thing.pos == "VERB" and thing.child("nsubj", "nsubjpass") is not None
    return is_doing or is_verbal or (det is not None and det.lower in ("a", "an") and thing.lemma in DEEDS | _TURNS)


_TURNS = frozenset(
    """advance betrayal breakthrough catastrophe conspiracy provocation rift setback sham success tragedy
    triumph trap victory""".split()
)
"""What somebody calls what has happened ("spoke of a *breakthrough*")."""


def _object_is_told(found: Attribution) -> bool:
    """Tell whether a bare noun phrase stands for something told ("reported ten deaths", "denied involvement")."""
    entry, cue = found.entry, found.cue
    if found.main.pos in ("PRON", "DET", "ADJ"):
        # "Moscow denies *it*": what another has said.
        return cue is not None and cue.lemma in DENYING_WORDS and found.main.lower in ("it", "this", "that")
    if cue is not None and cue.lemma in _PORTRAYING:
        is_how = found.main.pos == "VERB" and any(c.lower == "how" for c in found.main.kids("advmod"))
        return _is_characterised(found.main) or found.main.prep("of") is not None or is_how or _is_deed(found.main)
    if cue is not None and (_acts_on(cue, found.main) or _is_only_shown(found, cue) or entry.words in _HANDED_ROUND):
        return False
    if found.main.lemma in _EMPTY and not (entry.stance == "denies" and found.main.prep("of") is not None):
        return False
    if entry.stance == "denies":
        return (cue is not None and cue.lemma in _DENYING) or found.main.lemma in SAID_THINGS
    is_somebody = found.main.ent == "PERSON" or load_actor_nouns().at(found.main) is not None
    is_suspecting = cue is not None and cue.lemma == "suspect"
    if entry.stance == "threatens" or is_suspecting:
        return not is_somebody  # "threatened the group" tells whom, not with what; "suspect *a gas leak*" tells it
    if entry.stance in ("fears", "demands", "promises"):
        return True
    return entry.attitude == "says" and entry.stance in ("asserts", "confirms") and "clause" in entry.frames


def _is_only_shown(found: Attribution, cue: Token) -> bool:
    """Tell whether somebody shows a thing or a quality rather than a document a fact ("to show *restraint*")."""
    speaker = antecedent(found.speaker) if found.speaker is not None else None
    is_document = speaker is not None and speaker.lemma.lower() in DOCUMENTS | SHOWN_THINGS
    return cue.lemma == "show" and not is_document


def _acts_on(cue: Token, thing: Token) -> bool:
    """Tell whether a thing is found, cited or still to be learnt rather than told."""
    if cue.tag == "VB" and cue.dep in ("advcl", "relcl", "xcomp") and cue.lemma in _ACHIEVING:
        return True  # "stayed in touch to determine the next steps"
    if cue.lemma == "find" and thing.lemma.lower() in _EVIDENCE:
        return False  # "found *no evidence* of sabotage"
    return cue.lemma in _ACTS or (cue.lemma == "estimate" and not _is_counted(thing))


def _is_counted(thing: Token) -> bool:
    """Tell whether a number stands in a phrase ("estimated *forty deaths*")."""
    return any(token.pos == "NUM" for token in thing.subtree())
