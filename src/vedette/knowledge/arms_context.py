"""Whether the words round a doubtful name show it to be a weapon: "four Hornets were shot down", "Javelin missiles"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from vedette.knowledge.tables import DATA, read_table

COLUMNS = ("use", "words", "src")
_USES = frozenset({"thing", "deed", "setting"})
_BESIDE = 4
"""Words between a name and a weapon word that still belong together ("Javelin, a shoulder-fired missile")."""
_OBJECT = 6
"""Words between a verb and what it hands over or fires ("delivered twelve more of the new Bradleys")."""
_AFTER = 4
"""Words between a plural name and the verb it undergoes ("Javelins have been delivered")."""
_LEADS = frozenset({
    "a", "an", "the", "its", "their", "his", "our", "this", "that", "these", "those", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "several", "some", "more", "another", "first", "new",
})  # fmt: skip
_OTHER_HANDS = frozenset({"to", "by", "at", "for", "with", "against", "from", "in"})
"""Directly before a singular name these make it a party or a place: "delivered to Bradley"."""


@dataclass(frozen=True, slots=True)
class ArmsContext:
    """The words that show a doubtful name to be a weapon."""

    things: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Traversable = DATA / "equipment_context.tsv") -> ArmsContext:
        """Read the words; raises DataFileInvalid naming file and line."""
        words: dict[str, set[str]] = {use: set() for use in _USES}
        for row in read_table(path, COLUMNS):
            words[row.one_of("use", _USES)].update(row.items("words"))
        return cls(frozenset(words["thing"]), frozenset(words["deed"]), frozenset(words["setting"]))

    def shows_arms(self, tokens: Sequence[str], first: int, count: int) -> bool:
        """Tell whether the `count` tokens from `first` name a weapon, by the words round them."""
        after = first + count
        if self._goes_on(tokens, after):
            return False
        near = [token.lower() for token in tokens[max(first - _BESIDE, 0) : first]]
        near += [token.lower() for token in tokens[after : after + _BESIDE]]
        if not self.things.isdisjoint(near):
            return True
        before = [token.lower() for token in tokens[max(first - _OBJECT, 0) : first]]
        is_plural = tokens[after - 1].endswith("s")
        if not self.deeds.isdisjoint(before):
            return is_plural or (before[-1] not in _OTHER_HANDS and self._has_lead(before))
        if not is_plural:
            return False
        if not self.deeds.isdisjoint(token.lower() for token in tokens[after : after + _AFTER]):
            return True
        counted = bool(before) and (before[-1] in _LEADS or before[-1][:1].isdigit())
        return counted and not self.settings.isdisjoint(token.lower() for token in tokens)

    def _goes_on(self, tokens: Sequence[str], after: int) -> bool:
        """Tell whether a longer name goes on that is none of arms ("Bradley International Airport", "Uzi Arad")."""
        rest = tokens[after : after + 3]
        if not rest or not (rest[0].isalpha() and rest[0].istitle()):
            return False
        return self.things.isdisjoint(token.lower() for token in rest)

    @staticmethod
    def _has_lead(before: Sequence[str]) -> bool:
        """Tell whether an article or a number stands close before the name, as before no surname."""
        return any(word in _LEADS or word[:1].isdigit() for word in before[-3:])
