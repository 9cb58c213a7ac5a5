"""Hearers: bodies and audiences before whom somebody speaks ("the court *heard* that …", "told *an inquiry* …")."""

from __future__ import annotations

from vedette.attribution.content import Content
from vedette.attribution.cues import Entry
from vedette.attribution.speakers import SUBJECTS
from vedette.reading import Token

_HEARERS = frozenset(
    """court tribunal jury juror inquiry inquest hearing committee panel judge magistrate trial commission parliament
    mp lawmaker senator legislator assembly""".split()
)
"""Before whom somebody speaks whom the report does not name ("the court *heard* that …")."""
_AUDIENCES = _HEARERS | frozenset(
    "briefing conference meeting rally audience crowd congress summit forum gathering session newspaper station".split()
)
"""Whom one may tell something, and of whom nothing is told behind."""


def is_before_hearers(verb: Token) -> bool:
    """Tell whether a body hears what nobody known says."""
    if verb.lemma == "tell":
        heard = verb.child("nsubjpass") if verb.prep("by") is None else None
    else:
        heard = verb.child("nsubj") if verb.lemma == "hear" and verb.prep("from") is None else None
    return heard is not None and heard.lemma.lower() in _HEARERS


def told_to_audience(verb: Token, entry: Entry) -> Content | None:
    """Find a clause that a parse hangs on those told: "told *an inquiry* she had no knowledge of it"."""
    thing = verb.child("dobj")
    if thing is None or thing.lemma.lower() not in _AUDIENCES or "person-clause" not in entry.frames:
        return None
    clause = thing.child("relcl")
    if clause is None or clause.child("mark") is not None or verb.child("ccomp") is not None:
        return None
    subject = clause.child(*SUBJECTS)
    if subject is None or subject.tag in ("WDT", "WP") or subject.i < thing.i:
        return None
    return Content("person-clause", entry.frames["person-clause"], (clause,), addressee=thing)
