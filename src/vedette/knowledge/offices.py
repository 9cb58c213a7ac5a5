"""Who held which office when, and which office a title means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vedette.knowledge.actor_tables import NON_STATE
from vedette.knowledge.types import KnownActor, StatusSpan

_STATE, _GOVERNMENT = "head of state", "head of government"
_TITLE_MEANS = {
    "president": (_STATE,),
    "king": (_STATE,),
    "queen": (_STATE,),
    "monarch": (_STATE,),
    "emperor": (_STATE,),
    "emir": (_STATE,),
    "sultan": (_STATE,),
    "pope": (_STATE,),
    "pontiff": (_STATE,),
    "prime minister": (_GOVERNMENT,),
    "premier": (_GOVERNMENT,),
    "pm": (_GOVERNMENT,),
    "chancellor": (_GOVERNMENT,),
    "taoiseach": (_GOVERNMENT,),
    "secretary of state": ("foreign minister",),
    "foreign secretary": ("foreign minister",),
    "external affairs minister": ("foreign minister",),
    "minister of foreign affairs": ("foreign minister",),
    "foreign affairs minister": ("foreign minister",),
    "top diplomat": ("foreign minister",),
    "chief diplomat": ("foreign minister",),
    "defense minister": ("defence minister",),
    "minister of defence": ("defence minister",),
    "minister of defense": ("defence minister",),
    "defense secretary": ("defence minister",),
    "defence secretary": ("defence minister",),
    "secretary of defense": ("defence minister",),
    "defense chief": ("defence minister",),
    "home secretary": ("interior minister",),
    "home minister": ("interior minister",),
    "minister of interior": ("interior minister",),
    "minister of the interior": ("interior minister",),
    "vice president": ("deputy head",),
    "vice-president": ("deputy head",),
    "secretary general": ("secretary-general",),
    "director general": ("secretary-general",),
    "director-general": ("secretary-general",),
    "chief": ("secretary-general", "leader"),
    "head": ("secretary-general", "leader"),
}
_REIGNS = frozenset({"king", "queen", "emperor", "emir", "sultan", "pope", "grand duke", "supreme leader", "leader"})
_REIGNING = frozenset({"king", "queen", "monarch", "emperor", "emir", "sultan", "pope", "pontiff"})
_GOVERNED_BY_CABINET = frozenset(
    """ALB AUS AUT BEL BGD BGR CAN CZE DEU DNK ESP EST ETH FIN GBR GEO GRC HRV HUN IND IRL IRQ ISL ISR ITA JPN KHM
    KOS LVA MNE MKD MYS NLD NOR NPL NZL PAK POL PRT SGP SOM SRB SVK SVN SWE THA""".split()
)
"""States whose head of state does not govern: there "the leader" is the head of government."""
ONE_AT_A_TIME = frozenset(
    {_STATE, _GOVERNMENT, "supreme leader", "foreign minister", "defence minister", "interior minister",
     "secretary-general"}
)  # fmt: skip
_RANK = {_STATE: 0, _GOVERNMENT: 0, "supreme leader": 0, "secretary-general": 1}
_ENDLESS = "9999-12-31"


@dataclass(frozen=True, slots=True)
class _Tenure:
    first: str
    last: str | None
    title: str
    person: str
    known_until: str
    """The last day, or the day an open end was last known to hold."""


class Offices:
    """Answers who held an office on a day, and whether somebody followed."""

    def __init__(self, actors: Iterable[KnownActor]) -> None:
        self._tenures: dict[tuple[str, str], list[_Tenure]] = {}
        for actor in actors:
            for span in actor.spans:
                if span.office and span.country:
                    tenure = _Tenure(
                        span.first or "", span.last, (span.title or "").lower(), actor.id, _known_until(span)
                    )
                    self._tenures.setdefault((_seat(span), span.office), []).append(tenure)
        for tenures in self._tenures.values():
            tenures.sort(key=lambda tenure: tenure.first)

    def holder(self, seat: str, office: str, day: str, *, last_known: bool = False) -> str | None:
        """Return the id of who held `office` (an office or a title) at `seat` on `day`.

        Where the day lies beyond what is known: nobody, or with `last_known` who held it last.
        """
        found = self._held(seat, office, day)
        return found.person if found is not None and (last_known or day <= found.known_until) else None

    def _held(self, seat: str, office: str, day: str) -> _Tenure | None:
        asked = office.lower()
        if asked == "leader":
            return self._leader(seat, day)
        if asked == _GOVERNMENT:  # where there is none beside it, the head of state is both
            found = self._holding(seat, _GOVERNMENT, day) or self._holding(seat, _STATE, day)
            return found
        offices = _TITLE_MEANS.get(asked, (asked,))
        titled = [self._holding(seat, name, day) for name in dict.fromkeys((_STATE, _GOVERNMENT, *offices))]
        for tenure in titled:
            if tenure is not None and asked in tenure.title:
                return tenure
        for name in offices:
            tenure = self._holding(seat, name, day)
            if tenure is not None and _may_be_called(tenure.title, asked):
                return tenure
        return None

    def is_followed(self, person: str, span: StatusSpan, day: str) -> bool:
        """Tell whether another is known to have taken over the office of an open stretch by `day`."""
        if span.office not in ONE_AT_A_TIME:
            return False
        tenures = self._tenures.get((_seat(span), span.office), ())
        return any(t.person != person and (span.first or "") < t.first <= day for t in tenures)

    def _leader(self, seat: str, day: str) -> _Tenure | None:
        order = [_GOVERNMENT, _STATE] if seat in _GOVERNED_BY_CABINET else [_STATE, _GOVERNMENT]
        for name in ("supreme leader", *order, "leader", "secretary-general"):
            tenure = self._holding(seat, name, day)
            if tenure is not None:
                return tenure
        return None

    def _holding(self, seat: str, office: str, day: str) -> _Tenure | None:
        for tenure in reversed(self._tenures.get((seat, office), ())):
            if tenure.first <= day <= (tenure.last or _ENDLESS):
                return tenure
        return None


def may_be_titled(span: StatusSpan, asked: str) -> bool:
    """Tell whether the holder of a stretch's office may be called by an office or title in small letters."""
    title = (span.title or "").lower()
    if asked == "leader" or asked in title or asked == span.office:
        return span.office is not None
    return span.office in _TITLE_MEANS.get(asked, ()) and _may_be_called(title, asked)


def _known_until(span: StatusSpan) -> str:
    return span.last or span.as_of or _ENDLESS


def _may_be_called(title: str, asked: str) -> bool:
    """Tell whether a report may call the holder of `title` what was asked; a king is no president."""
    if asked == "president":
        return title not in _REIGNS
    if asked in _REIGNING:
        return title in _REIGNS and (asked in {"monarch", "pontiff"} or title in asked)
    return True


def _seat(span: StatusSpan) -> str:
    """Return what the office is of: a country, or for bodies without one the body itself."""
    country = span.country or ""
    is_body = country in NON_STATE or span.office in {"leader", "commander"}
    return span.acts_for or country if is_body else country


def days_away(person: KnownActor, day: str) -> tuple[int, int, str]:
    """Return a key that sorts persons by how far from office they were on a day, then by rank."""
    best = min(((_gap(span, day), _RANK.get(span.office or "", 2)) for span in person.spans), default=(10**6, 9))
    return best[0], best[1], person.id


def _gap(span: StatusSpan, day: str) -> int:
    if span.first and day < span.first:
        return (date.fromisoformat(span.first) - date.fromisoformat(day)).days
    if span.last and day > span.last:
        return (date.fromisoformat(day) - date.fromisoformat(span.last)).days
    return 0
