"""The words that tell of weapons changing hands, by use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from vedette.knowledge.tables import DATA, read_table
from vedette.model.equipment import TransferStatus

COLUMNS = ("use", "words", "src")
_WORD_USES = ("give", "get", "reach", "giving", "getting", "load", "light")
_TRIGGER_USES = ("give", "get", "reach", "giving", "getting")
# The first that a word has counts: "reject" of a denied charge goes before a rejected sale.
_STATUS_USES: tuple[TransferStatus, ...] = (
    "ongoing", "planned", "demanded", "hypothetical", "unknown", "not_happened", "denied",
)  # fmt: skip
_USES = frozenset((*_WORD_USES, *_STATUS_USES))


@dataclass(frozen=True, slots=True)
class TransferWords:
    """Lemmas by use; `status` gives what a verb makes of the act below it."""

    give: frozenset[str]
    get: frozenset[str]
    reach: frozenset[str]
    giving: frozenset[str]
    getting: frozenset[str]
    load: frozenset[str]
    light: frozenset[str]
    status: dict[str, TransferStatus]
    triggers: frozenset[str]
    """All lemmas at which a transfer may be told; most words are none, and need no further look."""


@cache
def load_transfer_words(path: Traversable = DATA / "equipment_transfers.tsv") -> TransferWords:
    """Read the words; raises DataFileInvalid naming file and line."""
    words: dict[str, set[str]] = {use: set() for use in _USES}
    for row in read_table(path, COLUMNS):
        words[row.one_of("use", _USES)].update(row.items("words"))
    use = {name: frozenset(words[name]) for name in _WORD_USES}
    status: dict[str, TransferStatus] = {}
    for name in _STATUS_USES:
        for word in sorted(words[name]):
            status.setdefault(word, name)
    triggers = frozenset().union(*(use[name] for name in _TRIGGER_USES))
    return TransferWords(**use, status=status, triggers=triggers)
