"""Equipment: named weapons, and the generic words for each category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from vedette.knowledge.arms_context import ArmsContext
from vedette.knowledge.naming import NameIndex, name_atoms
from vedette.knowledge.tables import DATA, Row, read_table

COLUMNS = ("id", "name", "aliases", "doubtful", "category", "calibre_mm", "origin", "maker", "src")
CATEGORY_COLUMNS = ("category", "words", "src")
MAKER_COLUMNS = ("maker", "country", "src")


LONGEST_PLURAL = 4
"""Tokens a plural may have: "T", "-", "72s"."""


@dataclass(frozen=True, slots=True)
class KnownEquipment:
    """One named weapon, vehicle or system."""

    id: str
    """`eq:…`"""
    name: str
    aliases: tuple[str, ...]
    category: str
    calibre_mm: float | None
    """Bore in millimetres; None where it has none or it does not matter."""
    origin: str | None
    """ISO 3166 alpha-3 of where it was designed; SUN counts as RUS; None where unknown."""
    src: str
    maker: str | None = None
    """Manufacturer or design bureau, the present one where names changed; None where unknown."""
    doubtful: tuple[str, ...] = ()
    """Those names that are also plain words, surnames or teams; they count only beside words of arms."""


class EquipmentTable:
    """Looks up named equipment and generic words."""

    def __init__(
        self,
        known: Sequence[KnownEquipment],
        words: Sequence[tuple[str, str]],
        context: ArmsContext = ArmsContext(),  # noqa: B008 - frozen
    ) -> None:
        self._known = {item.id: item for item in known}
        self._context = context
        self._doubtful = frozenset(_key(name) for item in known for name in item.doubtful)
        self._names = NameIndex((name, item.id) for item in known for name in (item.name, *item.aliases))
        self._words = NameIndex(words)
        self._heads = frozenset(name_atoms(word)[-1].lower() for word, _ in words)
        """Last words of the generic phrases; most nouns are none of them, and need no look-up."""

    @classmethod
    def load(
        cls,
        path: Traversable = DATA / "equipment.tsv",
        categories: Traversable = DATA / "equipment_categories.tsv",
        makers: Traversable = DATA / "equipment_makers.tsv",
        *,
        own: Sequence[KnownEquipment] = (),
    ) -> EquipmentTable:
        """Read the tables; raises DataFileInvalid naming file and line. `own` goes before them."""
        words: list[tuple[str, str]] = []
        for row in read_table(categories, CATEGORY_COLUMNS):
            category = row.text("category")
            words.extend((word, category) for word in (category, *row.items("words")))
        allowed = _Allowed(frozenset(category for _, category in words), _makers(makers))
        own_ids = {item.id for item in own}
        known = [item for item in _read(path, allowed) if item.id not in own_ids]
        return cls([*own, *known], words, ArmsContext.load())

    def __iter__(self) -> Iterator[KnownEquipment]:
        return iter(self._known.values())

    def get(self, id_: str) -> KnownEquipment | None:
        """Return the item with this id, or None."""
        return self._known.get(id_)

    def named(self, words: str) -> KnownEquipment | None:
        """Return the item `words`, as a whole, name, or None; "Kalashnikovs" counts as "Kalashnikov"."""
        found = self._names.find(words)
        if not found and words.endswith("s"):
            found = self._names.find(words[:-1])
        return self._known[found[0]] if found else None

    def category(self, lemma: str) -> str | None:
        """Return the category a generic noun or phrase stands for ("tank", "machine gun"), or None.

        Plurals in -s are understood.
        """
        head = lemma[max(lemma.rfind(" "), lemma.rfind("-")) + 1 :].lower()
        if head not in self._heads and head.removesuffix("s") not in self._heads:
            return None
        found = self._words.find(lemma)
        if not found and lemma.endswith("s"):
            found = self._words.find(lemma[:-1])
        return found[0] if found else None

    def begins(self, token: str) -> bool:
        """Tell whether an item's name may begin with a token; a quick first test."""
        return self._names.begins(token)

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        """Return how many tokens from `at` make the longest name of an item, and the ids it may name.

        Plurals in -s are understood ("T-72s"). `tokens` are those of the whole sentence: a doubtful name, such as
        "Hornet", is found only where the words round it are of arms.
        """
        found = self._longest(tokens, at)
        if found is None or _key(" ".join(tokens[at : at + found[0]])) not in self._doubtful:
            return found
        return found if self._context.shows_arms(tokens, at, found[0]) else None

    def _longest(self, tokens: Sequence[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        if not self._names.begins(tokens[at]):
            return None
        found = self._names.longest(tokens, at)
        for count in range(LONGEST_PLURAL, found[0] if found else 0, -1):
            words = tokens[at : at + count]
            if len(words) == count and words[-1].endswith("s") and len(words[-1]) > 1:
                plural = self._names.find(" ".join(words)[:-1])
                if plural:
                    return count, plural
        return found

    def __len__(self) -> int:
        return len(self._known)


@dataclass(frozen=True, slots=True)
class _Allowed:
    categories: frozenset[str]
    makers: frozenset[str]


def _makers(path: Traversable) -> frozenset[str]:
    return frozenset(row.text("maker") for row in read_table(path, MAKER_COLUMNS))


def _read(path: Traversable, allowed: _Allowed) -> Iterator[KnownEquipment]:
    ids: set[str] = set()
    named: dict[str, str] = {}
    for row in read_table(path, COLUMNS):
        item = _equipment(row, allowed)
        if item.id in ids:
            raise row.invalid(f"{item.id} stands twice")
        ids.add(item.id)
        for name in dict.fromkeys(" ".join(name_atoms(name)) for name in (item.name, *item.aliases)):
            if named.setdefault(name, item.id) != item.id:
                raise row.invalid(f"{name!r} already names {named[name]}; a name may stand for one item")
        yield item


def _equipment(row: Row, allowed: _Allowed) -> KnownEquipment:
    origin, names = row.optional("origin"), (row.text("name"), *row.items("aliases"))
    if origin is not None and not (len(origin) == 3 and origin.isascii() and origin.isupper()):
        raise row.invalid(f"origin is {origin!r}, not a code like TUR")
    for name in row.items("doubtful"):
        if name not in names:
            raise row.invalid(f"doubtful has {name!r}, which is neither the name nor an alias")
    return KnownEquipment(
        id=row.text("id"),
        name=names[0],
        aliases=names[1:],
        category=row.one_of("category", allowed.categories),
        calibre_mm=row.number("calibre_mm") if row.cells["calibre_mm"] else None,
        origin=origin,
        src=row.text("src"),
        maker=row.one_of("maker", allowed.makers) if row.cells["maker"] else None,
        doubtful=row.items("doubtful"),
    )


def _key(name: str) -> str:
    """Return a name as doubtful ones are compared: a plural equals its singular, nearly."""
    return " ".join(name_atoms(name)).lower().removesuffix("s")
