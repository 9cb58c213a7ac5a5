"""Links between the claims of one report: who repeats, revises, disputes or denies what.

By rule only: what claims are about, who speaks, polarity and cue. Words that merely sound alike
never link two claims, since a denial sounds just like the claim it denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.attribution.propositions import SAID_THINGS
from vedette.grounding import Grounded
from vedette.linking.matters import Matter, Matters, matter_words
from vedette.model import Claim, ClaimLink, Count, FieldReason
from vedette.model.claim import Relation
from vedette.reading import Token

_LOOK_BACK = 150
"""Claims before it that a claim is held against."""
_POSITIVE = frozenset({"asserts", "confirms", "accuses", "fears"})
_ANSWERS = frozenset({"disputes", "denies", "agrees", "revises"})
_ALIKE = 0.6
"""Share of matters two claims must have in common to say the same."""


def link_claims(claims: tuple[Claim, ...], grounded: Grounded) -> tuple[Claim, ...]:
    """Return the claims, each with its links to earlier ones and with `about` filled from them."""
    matters = Matters(grounded)
    seen: list[Matter] = []
    linked = []
    for claim in sorted(claims, key=lambda c: (c.evidence or c.content).start):
        matter = matters.of(claim)
        links = tuple(_links(matter, seen[-_LOOK_BACK:], matters))
        about = tuple(dict.fromkeys((*claim.about, *(k.claim_id for k in links if k.relation in _ANSWERS))))
        linked.append(replace(claim, links=(*claim.links, *links), about=about))
        seen.append(matter)
    order = {claim.id: k for k, claim in enumerate(claims)}
    return tuple(sorted(linked, key=lambda claim: order[claim.id]))


def _links(later: Matter, earlier: Sequence[Matter], matters: Matters) -> list[ClaimLink]:
    if not later.voices:
        return []
    rejected = {id(other) for other in _rejected(later, earlier, matters)}
    found = []
    for other in earlier:
        if not other.voices or other.claim.id in (later.claim.parent, later.claim.id):
            continue
        link = (
            _link("disputes", other, "link.rejects@1", _because(later, later.rejecting))
            if id(other) in rejected
            else _same_side(later, other, matters)
            if later.voices & other.voices
            else _other_side(later, other, matters)
        )
        if link is not None:
            found.append(link)
    return _nearest_alike(found)


def _nearest_alike(links: list[ClaimLink]) -> list[ClaimLink]:
    """Keep, of the claims that say the same, only the last: the rest follow from its own link."""
    kept, seen = [], set()
    for link in reversed(links):
        if link.rule != "link.alike@1" or link.relation not in seen:
            kept.append(link)
            seen.add(link.relation)
    return kept[::-1]


def _rejected(later: Matter, earlier: Sequence[Matter], matters: Matters) -> list[Matter]:
    """Return the claims that a claim calls baseless, false or unwarranted, or whose denial is its object."""
    thing = _rejected_thing(later)
    if thing is None:
        return []
    owners = matters.owners(thing)
    candidates = [other for other in earlier if other.voices & owners and not other.voices & later.voices]
    lemma = thing.lemma.lower()
    word = matter_words().get(lemma, lemma)
    about_it = [other for other in candidates if lemma in other.lemmas] or [
        other for other in candidates if word in other.words
    ]
    if about_it or thing.lemma not in SAID_THINGS:
        return about_it
    return candidates[-1:]


def _rejected_thing(later: Matter) -> Token | None:
    main = later.main
    if main is None:
        return None
    if later.rejecting is not None:
        return main.child("nsubj", "nsubjpass")
    if later.claim.stance == "denies" and main.pos == "NOUN" and main.lemma in SAID_THINGS:
        return main
    return None


def _other_side(later: Matter, other: Matter, matters: Matters) -> ClaimLink | None:
    clash = _figures_clash(later, other, matters)
    if clash is not None:
        return _link("disputes", other, "link.figures@1", (FieldReason("figures", "link.figures@1", clash.span),))
    if _contradicts(later, other, matters) or _contradicts(other, later, matters):
        denial = later if later.claim.stance == "denies" else other
        explicit = "stance.negated" not in denial.claim.rule and "stance.rejecting" not in denial.claim.rule
        relation: Relation = "denies" if explicit and denial is later else "disputes"
        return _link(relation, other, "link.polarity@1", _because(denial, denial.main))
    if later.claim.stance == other.claim.stance and _alike(later, other):
        return _link("agrees", other, "link.alike@1", _because(later, later.main))
    if later.claim.stance == "confirms" and other.claim.stance in _POSITIVE and _bears_on(later, other, matters):
        return _link("agrees", other, "link.confirms@1", _because(later, None))
    return None


def _bears_on(later: Matter, other: Matter, matters: Matters) -> bool:
    return len(later.words & other.words) >= 2 and bool(
        later.focus & other.words and matters.names(later) & matters.names(other)
    )


def _same_side(later: Matter, other: Matter, matters: Matters) -> ClaimLink | None:
    clash = _figures_clash(later, other, matters)
    if clash is not None:
        return _link("revises", other, "link.figures@1", (FieldReason("figures", "link.figures@1", clash.span),))
    if later.claim.stance == "corrects" and len(later.words & other.words) >= 2:
        return _link("revises", other, "link.corrects@1", _because(later, None))
    if later.claim.stance == other.claim.stance and _alike(later, other):
        return _link("repeats", other, "link.alike@1", _because(later, later.main))
    return None


def _contradicts(denial: Matter, other: Matter, matters: Matters) -> bool:
    """Tell whether one claim says that it is not so, and the other that it is so, of one thing."""
    if denial.claim.stance != "denies" or other.claim.stance not in _POSITIVE or denial.rejecting is not None:
        return False
    # Whoever refuses to do something denies nothing; a claim with a "not" in it may well say the same.
    if denial.claim.attitude not in ("says", "believes") or other.is_negated:
        return False
    shared = denial.focus & other.words
    if not shared:
        return False
    named = matters.names(other)
    if matters.names(denial) - denial.voices & named - denial.voices:
        return True
    # "The army denied involvement" answers whoever named the army.
    return bool(denial.voices & named) and (other.claim.stance == "accuses" or len(shared) >= 2)


def _figures_clash(later: Matter, other: Matter, matters: Matters) -> Count | None:
    """Return the count that gives another number for the same thing, or None."""
    for figure in later.claim.figures:
        for before in other.claim.figures:
            if figure.kind != before.kind or not _differ(figure, before) or figure.kind == "other":
                continue
            here, there = matters.names(later), matters.names(other)
            if here and there and not here & there:
                continue
            if _same_counted(figure, before) and (later.words & other.words) - {"death", "injury"}:
                return figure
    return None


def _differ(one: Count, other: Count) -> bool:
    """Tell whether two counts cannot both be right."""
    low, high = max(one.low or 0, other.low or 0), min(_top(one), _top(other))
    return low > high and None not in (one.best or one.low, other.best or other.low)


def _top(count: Count) -> int:
    return count.high if count.high is not None else 10**12


def _same_counted(one: Count, other: Count) -> bool:
    if one.of is None or other.of is None:
        return True
    return bool({w.lower().rstrip("s") for w in one.of.split()} & {w.lower().rstrip("s") for w in other.of.split()})


def _alike(later: Matter, other: Matter) -> bool:
    if later.numbers != other.numbers:
        return False
    shared, together = later.words & other.words, later.words | other.words
    return len(shared) >= 3 and len(shared) >= _ALIKE * len(together) and bool(later.focus & other.focus)


def _link(relation: Relation, other: Matter, rule: str, reasons: tuple[FieldReason, ...]) -> ClaimLink:
    return ClaimLink(relation, other.claim.id, rule, reasons)


def _because(matter: Matter, word: Token | None) -> tuple[FieldReason, ...]:
    span = matter.claim.cue
    reasons = [FieldReason("stance", "link.cue@1", span)] if span is not None else []
    if word is not None and matter.claim.content.start <= word.start < matter.claim.content.end:
        content = matter.claim.content
        at = word.start - content.start
        exact = content.exact[at : at + len(word.text)]
        reasons.append(FieldReason("content", "link.word@1", type(content)(word.start, word.start + len(exact), exact)))
    return tuple(reasons)
