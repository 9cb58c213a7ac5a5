"""The situation brief as a Markdown page. Whatever comes from a report is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vedette.export.safe import markdown_safe
from vedette.model import EventMention, Failure, Moment, Party
from vedette.store import ReportHead, StoredClaim, StoredEvent
from vedette.views import Answer, Brief, Dispute, Figure, sentence_of, side_name

_QUADS = {4: "Material conflict", 3: "Verbal conflict", 2: "Material cooperation", 1: "Verbal cooperation"}
_LONGEST = 320
_MOST_ANSWERS = 6
"""Answers told below an event; of more only the number is told."""
_STANDS = {
    ("denies", True): "denied by", ("denies", False): "disputed by",
    ("disputes", True): "disputed by", ("disputes", False): "disputed by",
    ("revises", True): "revised by", ("revises", False): "revises what was told by",
    ("agrees", True): "also told by", ("agrees", False): "also told by",
    ("repeats", True): "told again by", ("repeats", False): "told before by",
}  # fmt: skip
"""How another claim stands to the one an event is told in, by relation and whether it is the later."""
_QUOTES = frozenset("\"“”„«»‘’'")
_SAFE_ADDRESS = re.compile(r"https?://[A-Za-z0-9./?&=%_~:,;@+-]{1,500}")
_NO_EVENTS = "Nothing matched.\n"


def brief_page(brief: Brief) -> str:
    """Return a brief as Markdown, ending with a line end."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield from _opening(brief)
    if brief.is_empty:
        yield _NO_EVENTS
    yield from _happened(brief)
    yield from _claimed(brief)
    yield from _disputed(brief)
    yield from _ahead(brief)
    yield from _corrections(brief)
    yield from _failures(brief.failures)


def _opening(brief: Brief) -> Iterator[str]:
    asked = brief.asked
    told = [
        f"{name} {markdown_safe(value)}"
        for name, value in (
            ("actor", asked.actor), ("country", asked.country), ("types", ", ".join(asked.types) or None),
            ("since", asked.since), ("until", asked.until),
        )
        if value is not None
    ]  # fmt: skip
    yield "# Situation brief\n"
    stretch = f", published {brief.first} to {brief.last}" if brief.first else ""
    yield f"{brief.reports} report{'s' * (brief.reports != 1)} in the store{stretch}." + (
        f" Asked for: {'; '.join(told)}." if told else ""
    )
    yield "Rows are mentions of events, not events: two reports on one matter give two lines.\n"


def _happened(brief: Brief) -> Iterator[str]:
    if not brief.happened:
        return
    yield "## What happened\n"
    for quad, rows in brief.happened:
        yield f"### {_QUADS.get(quad, 'Other')}\n"
        for one in rows:
            yield from _event_lines(one, brief)
        yield ""
    yield from _left(brief, "happened", "vedette events")


def _claimed(brief: Brief) -> Iterator[str]:
    if not brief.claimed:
        return
    yield "## What is claimed, and by whom\n"
    for group in brief.claimed:
        yield f"### {markdown_safe(group.speaker)}\n"
        yield from (_claim_line(one) + _taken_up(one, brief) for one in group.claims)
        yield ""
    yield from _left(brief, "claimed", "vedette claims")


def _disputed(brief: Brief) -> Iterator[str]:
    if not brief.disputed_events and not brief.disputes:
        return
    yield "## What is disputed\n"
    for event in brief.disputed_events:
        against = f" Against it: {markdown_safe(', '.join(event.against))}." if event.against else ""
        first, *answers = _event_lines(event.stored, brief)
        yield first + against
        yield from answers
    for dispute in brief.disputes:
        yield from _dispute_lines(dispute)
    yield ""
    yield from _left(brief, "disputed", "vedette disputes")


def _dispute_lines(dispute: Dispute) -> Iterator[str]:
    """Tell one dispute: its days, each side's claims, and the figures side by side."""
    first, last = dispute.days
    yield f"- **{first if first == last else f'{first} to {last}'}**"
    for k, side in enumerate(dispute.sides):
        for one in side:
            yield f"  - side {side_name(k)}: {_claim_line(one).removeprefix('- ')}"
    if dispute.figures:
        told = "; ".join(map(_figure, dispute.figures))
        yield f"  - figures {dispute.low}–{dispute.high}: {told}"


def _figure(one: Figure) -> str:
    who = ", ".join(speaker.party.actor.name for speaker in one.by.claim.speakers)
    words = f"{markdown_safe(one.count.span.exact)} {one.count.kind}"
    return f"{words} ({markdown_safe(who)}, {one.by.report.published_at[:10]})"


def _ahead(brief: Brief) -> Iterator[str]:
    if not brief.ahead:
        return
    yield "## What is feared, threatened, planned, demanded or was attempted\n"
    yield "None of this is said to have happened.\n"
    for status, rows in brief.ahead:
        yield f"### {status.capitalize()}\n"
        for one in rows:
            yield from _event_lines(one, brief)
        yield ""
    yield from _left(brief, "ahead", "vedette events --status")


def _left(brief: Brief, section: str, command: str) -> Iterator[str]:
    """Say how much of a section the limit left off."""
    if number := brief.left[section]:
        yield f"{number} more {'is' if number == 1 else 'are'} not shown; see `{command}`, or raise --limit.\n"


def _corrections(brief: Brief) -> Iterator[str]:
    if brief.corrections:
        yield "## Corrections\n"
        for one in brief.corrections:
            yield f"- {_report(one.report).removeprefix('— ')} corrects or withdraws: {markdown_safe(one.corrected)}"
        yield ""


def _failures(failures: Iterable[Failure]) -> Iterator[str]:
    rows = [
        f"- {markdown_safe(one.input)} ({markdown_safe(one.stage)}): {markdown_safe(one.error)}, "
        f"{markdown_safe(_cut(one.message))}"
        for one in failures
    ]
    if rows:
        yield "## What could not be read\n"
        yield from rows
        yield ""


def _event_lines(one: StoredEvent, brief: Brief) -> Iterator[str]:
    """Tell one event, and below it what other claims say to the one it is told in."""
    yield _event_line(one, brief)
    answers = brief.answers.get(one.event.id, ())
    yield from map(_answer_line, answers[:_MOST_ANSWERS])
    if len(answers) > _MOST_ANSWERS:
        yield f"  - {len(answers) - _MOST_ANSWERS} more claims stand to it"


def _answer_line(answer: Answer) -> str:
    one = answer.by
    stands = _STANDS[answer.relation, answer.is_later]
    return f"  - {stands} {_speakers(one)}: {_words(one)} {_report(one.report)} `{_code(one.claim.id)}`"


def _event_line(one: StoredEvent, brief: Brief) -> str:
    event = one.event
    what = " ".join((event.event_type, *event.event_mode))
    parts = [f"**{_when(event.moment, one.report)}** {markdown_safe(what)}"]
    if event.status != "happened":
        parts.append(f"({event.status})")
    parts.append(f"{_parties(event.actors) or 'someone'}{_towards(event)}{_where(event)}.")
    parts.append(_quoted(event.evidence.exact))
    note = " This report was corrected or withdrawn later." if one.report.id in brief.corrected else ""
    return f"- {' '.join(parts)} {_report(one.report)} `{_code(event.id)}`{note}"


def _claim_line(one: StoredClaim) -> str:
    claim = one.claim
    return f"- {_speakers(one)} {claim.stance}: {_words(one)} {_report(one.report)} `{_code(claim.id)}`"


def _speakers(one: StoredClaim) -> str:
    speakers = ", ".join(
        speaker.party.actor.name
        + (f" for {speaker.on_behalf_of.actor.name}" if speaker.on_behalf_of is not None else "")
        for speaker in one.claim.speakers
    )
    return markdown_safe(speakers or "unnamed")


def _words(one: StoredClaim) -> str:
    """Return a claim's words; where they are few ("that", "the figure") with their sentence."""
    sentence = sentence_of(one.claim)
    return _quoted(one.claim.content.exact) + (f" (in {_quoted(sentence)})" if sentence is not None else "")


def _taken_up(one: StoredClaim, brief: Brief) -> str:
    """Return what a claim of a few words answers, and whose words those are."""
    other = brief.taken_up.get(one.claim.id)
    return f" It answers {_speakers(other)}: {_quoted(other.claim.content.exact)}" if other is not None else ""


def _parties(parties: Iterable[Party]) -> str:
    return markdown_safe(", ".join(dict.fromkeys(party.actor.name for party in parties)))


def _towards(event: EventMention) -> str:
    return f" → {_parties(event.recipients)}" if event.recipients else ""


def _where(event: EventMention) -> str:
    names = dict.fromkeys(place.place.name for place in event.places)
    return f", at {markdown_safe(', '.join(names))}" if names else ""


def _when(moment: Moment, report: ReportHead) -> str:
    if moment.value is not None:
        return markdown_safe(moment.value)
    return f"told {markdown_safe(report.published_at[:10])}"


def _report(head: ReportHead) -> str:
    publisher = markdown_safe(head.publisher or "unnamed publisher")
    if head.url and _SAFE_ADDRESS.fullmatch(head.url):
        publisher = f"[{publisher}](<{head.url}>)"
    return f"— {publisher}, {markdown_safe(head.published_at[:10])}, `{_code(head.id)}`"


def _quoted(words: str) -> str:
    shown = markdown_safe(_cut(words))
    return shown if words[:1] in _QUOTES and words[-1:] in _QUOTES else f"“{shown}”"


def _code(identity: str) -> str:
    """Return an id fit for a code span, in which nothing can be escaped."""
    return re.sub(r"[^\w:.-]", "?", identity)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
