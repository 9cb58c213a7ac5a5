"""Reader: reports in, readings with mentions and chains out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.model import Report
from vedette.reading.coreference import find_chains
from vedette.reading.names import find_mentions
from vedette.reading.parser import Parser
from vedette.reading.reading import Reading

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge


class Reader:
    """Parses reports and finds what they mention."""

    def __init__(self, parser: Parser, knowledge: Knowledge) -> None:
        self.parser = parser
        self.knowledge = knowledge

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports in order, in flat memory."""
        for parsed in self.parser.read_many(reports):
            yield with_mentions(parsed, self.knowledge)

    def read(self, report: Report) -> Reading:
        """Read one report."""
        return next(self.read_many([report]))


def with_mentions(reading: Reading, knowledge: Knowledge) -> Reading:
    """Return a parsed reading with its mentions and chains."""
    mentions = find_mentions(reading, knowledge)
    chains = find_chains(reading, mentions, knowledge)
    return replace(
        reading,
        mentions=mentions,
        chains=chains,
        mention_of={mention.head.i: mention for mention in mentions},
        chain_of={mention.index: chain for chain in chains for mention in chain.mentions},
    )
