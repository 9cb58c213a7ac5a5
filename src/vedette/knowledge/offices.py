"""Who held which office when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vedette.knowledge.actor_tables import NON_STATE
from vedette.knowledge.types import KnownActor, StatusSpan

_TITLE_MEANS = {
    "president": ("head of state",),
    "king": ("head of state",),
    "queen": ("head of state",),
    "monarch": ("head of state",),
    "emperor": ("head of state",),
    "emir": ("head of state",),
    "sultan": ("head of state",),
    "pope": ("head of state",),
    "pontiff": ("head of state",),
    "head of state": ("head of state",),
    "prime minister": ("head of government",),
    "premier": ("head of government",),
    "pm": ("head of government",),
    "chancellor": ("head of government",),
    "taoiseach": ("head of government",),
    "head of government": ("head of government",),
    "leader": ("leader", "supreme leader", "head of state", "head of government"),
    "supreme leader": ("supreme leader",),
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
    "interior secretary": (),
    "vice president": ("deputy head",),
    "vice-president": ("deputy head",),
    "secretary-general": ("secretary-general",),
    "secretary general": ("secretary-general",),
    "chief": ("secretary-general", "leader"),
    "head": ("secretary-general", "leader"),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
}
_RANK = {"head of state": 0, "head of government": 0, "supreme leader": 0, "secretary-general": 1}
_ENDLESS = "9999-12-31"


@dataclass(frozen=True, slots=True)
class _Tenure:
    first: str
    last: str | None
    title: str
    person: str


class Offices:
    """Answers who held an office on a day, and whether somebody followed."""

    def __init__(self, actors: Iterable[KnownActor]) -> None:
        self._tenures: dict[tuple[str, str], list[_Tenure]] = {}
        for actor in actors:
            for span in actor.spans:
                if span.office and span.country:
                    tenure = _Tenure(span.first or "", span.last, (span.title or "").lower(), actor.id)
                    self._tenures.setdefault((_seat(span), span.office), []).append(tenure)
        for tenures in self._tenures.values():
            tenures.sort(key=lambda tenure: tenure.first)

    def holder(self, seat: str, office: str, day: str) -> str | None:
        """Return the id of who held `office` (an office or a title) at `seat` on `day`."""
        asked = office.lower()
        offices = _TITLE_MEANS.get(asked, (asked,))
        for titled in (True, False):
            for name in ("head of state", "head of government", *offices) if titled else offices:
                found = self._holding(seat, name, day, asked if titled else None)
                if found is not None:
                    return found
        if asked == "head of government":  # where there is none beside it, the head of state is both
            return self._holding(seat, "head of state", day, None)
        return None

    def is_followed(self, person: str, span: StatusSpan, day: str) -> bool:
        """Tell whether another is known to have taken over the office of an open stretch by `day`."""
        tenures = self._tenures.get((_seat(span), span.office or ""), ())
        return any(t.person != person and (span.first or "") < t.first <= day for t in tenures)

    def _holding(self, seat: str, office: str, day: str, title: str | None) -> str | None:
        for tenure in reversed(self._tenures.get((seat, office), ())):
            if tenure.first <= day <= (tenure.last or _ENDLESS) and (title is None or tenure.title == title):
                return tenure.person
        return None


def _seat(span: StatusSpan) -> str:
    """Return what the office is of: a country, or for international bodies the body itself."""
    country = span.country or ""
    return span.acts_for or country if country in NON_STATE else country


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
