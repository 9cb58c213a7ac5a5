"""Who speaks at the end of a headline: "Talks collapsed – minister", "No talks with rebels, ministry insists"."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.said_things import DOCUMENTS
from vedette.attribution.speakers import FINITE, names_somebody
from vedette.reading import Token

_DASHES = frozenset("-–—")
_LONGEST_TAIL = 5
_SHORTEST = 2
"""Words that may be what is said, at least."""
_CUE_TAGS = frozenset({"VBZ", "VBP", "VBD", "NNS"})
"""How a parse may tag the cue of a headline ("ministry *insists*")."""


def title_tail(tokens: Sequence[Token], lexicon: CueLexicon) -> Draft | None:
    """Return the attribution of a headline to whom its tail names; None where it is a sentence or has no such tail."""
    if not tokens or tokens[-1].pos == "PUNCT":
        return None
    at = next((k for k in range(len(tokens) - 1, 0, -1) if _parts(tokens, k)), 0)
    said, tail = tokens[:at], tokens[at + 1 :]
    if len(said) < _SHORTEST or not 1 <= len(tail) <= _LONGEST_TAIL:
        return None
    if tokens[at].text == ",":
        cue = next((token for token in tail if token.tag in _CUE_TAGS and _says(token, lexicon)), None)
        if cue is None or any(token.tag in FINITE for token in said):
            return None
        phrase = [token for token in tail if token is not cue]
        is_beside = cue in (tail[0], tail[-1])
    else:
        # A name behind a dash is as often the publisher's.
        cue, phrase, is_beside = None, list(tail), all(token.text.islower() for token in tail)
    if not phrase or not is_beside or not _is_speaker(phrase):
        return None
    inside = {token.i for token in said}
    main = next((token for token in said if token.head is token or token.head.i not in inside), said[0])
    return Draft("layout.title@1", None, BY_MARK, "clause", main, inside, phrase[-1], phrase, marks=[tokens[at]])


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a comma, or a dash with a space on either side, stands there."""
    mark = tokens[at]
    is_dash = mark.text in _DASHES and tokens[at - 1].end < mark.start
    return mark.text == "," or (is_dash and at + 1 < len(tokens) and tokens[at + 1].start > mark.end)


def _says(token: Token, lexicon: CueLexicon) -> bool:
    entry = lexicon.verb(token)
    row = entry.frames.get("clause") if entry is not None else None
    return row is not None and row.attitude == "says"


def _is_speaker(phrase: Sequence[Token]) -> bool:
    last = phrase[-1]
    if any(child.i < phrase[0].i and child.pos != "PUNCT" for child in last.children):
        return False  # a parse makes one phrase of "*border town* - *army*", and of whoever is meant
    if last.pos not in ("NOUN", "PROPN") or any(token.pos in ("VERB", "AUX", "ADP") for token in phrase):
        return False
    return last.ent not in ("DATE", "TIME") and (names_somebody(last) or last.lemma.lower() in DOCUMENTS)
