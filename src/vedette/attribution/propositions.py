"""Which attributions put something forward that may be true or false, asked, promised or feared."""

from __future__ import annotations

from vedette.attribution.attributions import Attribution

# What one can deny, confirm or doubt as a thing said, whatever it was.
SAID_THINGS = frozenset(
    {
        "claim", "allegation", "accusation", "assertion", "charge", "report", "rumor", "rumour", "suggestion",
        "statement", "remark", "comment", "notion", "idea", "argument", "account", "view", "insinuation", "speculation",
        "contention", "testimony", "finding", "conclusion", "figure", "criticism", "concern", "fear", "worry",
        "apprehension", "warning", "complaint", "denial", "version", "story", "narrative", "theory", "assessment",
        "estimate", "opinion", "tale", "verdict", "announcement", "declaration",
        "characterization", "depiction", "position", "talk", "word",
    }
)  # fmt: skip
_EMPTY = frozenset({"point", "same", "thing", "much", "lot", "word", "fact", "case", "matter", "message"})
_DENYING = frozenset({"deny", "refute", "rebut", "disclaim", "dispute", "contradict", "disavow", "debunk", "disown"})
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
        "to",
        "person-to",
        "for",
    }
)
_BY_NOUN = frozenset({"clause"})
_ACTING_NOUN = frozenset({"promises", "threatens", "demands"})


def puts_forward(found: Attribution) -> bool:
    """Tell whether an attribution is a claim in the strict sense.

    Left out are support, criticism and mention of mere things ("praised the troops", "discussed
    trade"): what is said of them is not told, and they are no less real for being praised.
    """
    entry, frame, cue = found.entry, found.frame, found.cue
    if cue is None or found.kind == "direct":
        return True
    if cue.pos in ("NOUN", "PROPN", "ADJ"):
        return frame in _BY_NOUN or (frame == "to" and entry.stance in _ACTING_NOUN)
    if frame == "object-for":
        return entry.stance == "accuses" and found.main.pos != "PRON"
    if frame in ("for", "to", "person-to"):
        is_told = (
            frame == "to" and entry.attitude == "says" and entry.stance == "asserts"
        )  # "claimed to have seized it"
        return is_told or entry.attitude == "intends" or entry.stance in ("demands", "promises", "threatens")
    if frame in _PROPOSITIONAL:
        return True
    return frame == "object" and _object_is_told(found)


def _object_is_told(found: Attribution) -> bool:
    """Tell whether a bare noun phrase stands for something told ("reported ten deaths", "denied involvement")."""
    entry, cue = found.entry, found.cue
    if found.main.pos in ("PRON", "DET", "ADJ"):
        return False
    if found.main.lemma in _EMPTY and not (entry.stance == "denies" and found.main.prep("of") is not None):
        return False
    if entry.stance == "denies":
        return (cue is not None and cue.lemma in _DENYING) or found.main.lemma in SAID_THINGS
    if entry.stance in ("fears", "demands", "promises", "threatens"):
        return True
    return entry.attitude == "says" and entry.stance in ("asserts", "confirms") and "clause" in entry.frames
