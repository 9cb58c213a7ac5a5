"""Hearers: bodies and audiences before whom somebody speaks ("the court *heard* that …", "told *an inquiry* …")."""

from __future__ import annotations

from vedette.attribution.clause_forms import opens_with_that
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
    """briefing conference meeting rally audience crowd congress summit forum gathering session newspaper station
    programme program broadcaster channel magazine agency daily weekly paper website podcast interviewer""".split()
)
"""Whom one may tell something, and of whom nothing is told behind."""
_TELLING = frozenset({"tell", "inform", "assure", "remind", "warn"})


def is_before_hearers(verb: Token) -> bool:
    """Tell whether a body hears what nobody known says."""
    if verb.lemma == "tell":
        heard = verb.child("nsubjpass") if verb.prep("by") is None else None
    else:
        heard = verb.child("nsubj") if verb.lemma == "hear" and verb.prep("from") is None else None
    return heard is not None and heard.lemma.lower() in _HEARERS


def describes_hearers(verb: Token) -> bool:
    """Tell whether a seeming clause only tells which hearers are meant: "told *workers gathered at its gate*"."""
    clause = _clause_behind(verb)
    who = clause.child("nsubj") if clause is not None else None
    if clause is None or who is None or verb.lemma not in _TELLING or not verb.i < who.i < clause.i:
        return False
    is_bare = clause.tag in ("VBN", "VBD", "VBG") and clause.child("mark", "aux", "auxpass", "dobj", "attr") is None
    is_plain = all(child.dep in ("det", "amod", "nummod") for child in who.children)
    is_right_behind = is_plain and who.i == verb.i + 1 + len(who.children)
    return is_bare and is_right_behind and who.tag == "NNS" and clause.i == who.i + 1


def _clause_behind(verb: Token) -> Token | None:
    return next((clause for clause in verb.kids("ccomp") if clause.i > verb.i), None)


def _behind_described(verb: Token, entry: Entry) -> Content | None:
    """Find the "that" clause behind hearers so described ("told workers gathered at its gate *that* …")."""
    clause = _clause_behind(verb)
    told = clause.child("ccomp") if clause is not None else None
    if clause is None or told is None or told.i < clause.i or not opens_with_that(told):
        return None
    return Content("person-clause", entry.frames["person-clause"], (told,), addressee=clause.child("nsubj"))


def told_to_audience(verb: Token, entry: Entry) -> Content | None:
    """Find a clause that a parse hangs on those told: "told *an inquiry* she had no knowledge of it"."""
    if "person-clause" in entry.frames and describes_hearers(verb):
        return _behind_described(verb, entry)
    thing = verb.child("dobj")
    if thing is None or "person-clause" not in entry.frames or not _may_hear(verb, thing):
        return None
    clause = thing.child("relcl")
    if clause is None or clause.child("mark") is not None:
        return None
    told = verb.child("ccomp")
    if (
        told is not None
    ):  # "told *a panel* that the *shed* in the yard *is* not in use": a parse takes a noun for a verb
        is_half = _opens_with_stray_that(thing, clause) and told.i > clause.i and told.child(*SUBJECTS) is None
        roots = (clause, told)
        before = tuple(c for c in clause.children if c.lower == "that" and c.i == thing.i + 1)
        found = Content("person-clause", entry.frames["person-clause"], roots, addressee=thing, before=before)
        return found if is_half else None
    subject = clause.child(*SUBJECTS)
    if subject is None or subject.tag in ("WDT", "WP") or subject.i < thing.i:
        return None
    if subject.pos == "PRON" and subject.dep != "expl" and thing.lemma.lower() not in _AUDIENCES:
        return None  # "told *the man he had met*"
    return Content("person-clause", entry.frames["person-clause"], (clause,), addressee=thing)


def _may_hear(verb: Token, thing: Token) -> bool:
    """Tell whether an object is somebody to whom something is told rather than what is told ("told *the story*")."""
    if thing.lemma.lower() in _AUDIENCES:
        return True
    clause = thing.child("relcl")
    is_to_come = clause is not None and any(aux.tag == "MD" for aux in clause.kids("aux"))
    is_told = verb.lemma == "tell" or (
        is_to_come and verb.lemma in _TELLING
    )  # "warned residents the army *would* attack"
    return is_told and thing.pos in ("NOUN", "PROPN") and thing.lemma.lower() not in _TOLD


_TOLD = frozenset({"story", "tale", "truth", "lie", "joke", "secret", "fact", "thing", "news", "way", "half"})
"""What one tells."""


def _opens_with_stray_that(thing: Token, clause: Token) -> bool:
    return any(child.lower == "that" and child.i == thing.i + 1 for child in clause.children)
