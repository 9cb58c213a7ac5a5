"""Which named thing a name is: known, called so before, or whose surname or initials it is."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.reading.names import ARABIC_ARTICLES, name_tokens, tokens_of
from vedette.reading.reading import Mention
from vedette.reading.things import Sort, Thing, sort_of
from vedette.reading.tree import Token

SMALL_WORDS = frozenset({"the", "a", "an", "of", "and", "for", "in", "on", "'s", "’s", "&", "-", ".", ",", '"'})
"""What tells no name from another."""


class NamedThings:
    """The things of one report by what they were called so far."""

    def __init__(self) -> None:
        self.by_known: dict[str, Thing] = {}
        """Id of the tables → the thing last known by it."""
        self._by_name: dict[tuple[str, str], Thing] = {}
        """(sort, name, surname or acronym) → the thing last called so."""
        self._by_first: dict[str, Thing | None] = {}
        """First word of a person's name → who is called so; None where several are."""

    def know(self, thing: Thing, mention: Mention) -> None:
        """Remember the ids a mention is known by."""
        for known in mention.known:
            self.by_known[known] = thing

    def call(self, thing: Thing, mention: Mention) -> None:
        """Remember a mention's name: a person's whole and by its surname, a body's whole and by its initials."""
        sort = _family(thing.sort)
        words = telling_words(mention)
        if not words:
            return
        name = " ".join(words)
        thing.names.add(name)
        self._by_name[sort, name] = thing
        if thing.sort == "person":
            # A bare surname stays with whom it was last used for; a namesake called in full does not take it over.
            holder = self._by_name.get((sort, words[-1]))
            if len(words) == 1 or holder is None or words[-1] not in holder.names:
                self._by_name[sort, words[-1]] = thing
            if len(words) > 1:
                self._by_first[words[0]] = thing if self._by_first.get(words[0], thing) is thing else None
        elif len(words) > 1:
            letters = "".join(word[0] for word in words)
            if len(letters) > 1:
                self._by_name.setdefault((sort, letters), thing)

    def find(self, mention: Mention) -> Thing | None:
        """Return the thing that a mention's ids or name mean, or None."""
        for known in mention.known:
            if known in self.by_known:
                return self.by_known[known]
        words = telling_words(mention)
        if not words:
            return None
        sort = sort_of(mention, None)
        family = _family(sort)
        thing = self._by_name.get((family, " ".join(words)))
        if thing is None and len(words) == 1 and not mention.known:
            # The model's types waver: "Montalvo" may be a town to it in one sentence and a man in the next.
            thing = self._by_name.get(("other" if family == "person" else "person", words[0]))
        if thing is not None or sort != "person":
            return thing if thing is None or not (mention.known and thing.known) else None
        found = self._by_surname(words, mention)
        # Some peoples put the family name first, and some reports go on with the given one: "Lu Wei … Lu said".
        return found if found is not None or len(words) > 1 or mention.known else self._by_first.get(words[0])

    def _by_surname(self, words: list[str], mention: Mention) -> Thing | None:
        """Return who "Vladimir Putin" is where only "Putin" was told, or "Putin" after the whole name."""
        thing = self._by_name.get(("person", words[-1]))
        if thing is None or (thing.gender and thing.gender != _shown_gender(mention, thing.gender)):
            return None
        end = " " + " ".join(words)  # "al-Rashed" after "Khalid al-Rashed", "Garcia Lopez" after "Ana Garcia Lopez"
        if (
            len(words) == 1
            or any(name.endswith(end) for name in thing.names)
            or all(" " not in name or name.split(" ")[0] == words[0] for name in thing.names)
        ):
            return thing
        return None


def telling_words(mention: Mention) -> list[str]:
    """Return the words of a name that tell it from others, in lower case."""
    tokens = name_tokens(mention)
    if mention.kind == "person":  # "al-Rashed" is Rashed, with a first name before him or without
        tokens = tuple(t for k, t in enumerate(tokens) if not _is_article(tokens, k))
    return [token.lower.rstrip(".") or token.lower for token in tokens if token.lower not in SMALL_WORDS]


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is an Arabic article tied to the name behind it."""
    return tokens[at].lower in ARABIC_ARTICLES and at + 1 < len(tokens) and tokens[at + 1].text == "-"


def shares_surname(thing: Thing, words: list[str]) -> bool:
    """Tell whether a thing bears a name that ends as these words do."""
    return bool(words) and any(name.split(" ")[-1] == words[-1] for name in thing.names)


def _family(sort: Sort) -> str:
    """Return the group of sorts among which the model's types may waver for one name."""
    return "person" if sort == "person" else "other"


def _shown_gender(mention: Mention, default: str) -> str:
    probe = Thing(0, "person", gender=default)
    for token in tokens_of(mention):
        probe.show_gender(token.lower)
    return probe.gender
