"""Numbers as reports write them, with the words that bound them."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.reading import Token

_UNITS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE = {
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2_000_000,
    "several": 3,
    "handful": 3,
    "couple": 2,
    "few": 2,
}
"""The fewest that a vague plural can mean: two of its unit (three for "several")."""
_AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "not less than", "upwards of", "above")
_AT_MOST = (
    "up to",
    "at most",
    "as many as",
    "fewer than",
    "less than",
    "under",
    "no more than",
    "not more than",
    "below",
)
_ABOUT = (
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "approximately",
    "roughly",
    "an estimated",
    "estimated",
    "circa",
)
_AND_A_HALF = ("and", "a", "half")
_REACH = 3
"""Words before a number that may bound it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds, and the tokens that say it."""

    first: Token
    last: Token
    low: float | None
    best: float | None
    high: float | None

    @property
    def low_whole(self) -> int | None:
        """The lower bound of a number of people."""
        return None if self.low is None else int(self.low)

    @property
    def best_whole(self) -> int | None:
        """The likeliest number of people."""
        return None if self.best is None else int(self.best)

    @property
    def high_whole(self) -> int | None:
        """The upper bound of a number of people."""
        return None if self.high is None else int(self.high)


def number_value(words: tuple[str, ...]) -> int | None:
    """Return the value of a number in lower-case words or digits ("1,200", "two hundred"), its fraction cut off."""
    amount = number_amount(words)
    return int(amount) if amount is not None else None


def number_amount(words: tuple[str, ...]) -> float | None:
    """Return the value of a number in lower-case words or digits ("1.5", "half a dozen", "two and a half million")."""
    if words[:1] == ("half",):
        rest = number_amount(words[1:])
        return rest / 2 if rest else None
    for k in range(1, len(words) - 2):
        if words[k : k + 3] == _AND_A_HALF:
            whole, scale = number_amount(words[:k]), number_amount(words[k + 3 :] or ("one",))
            return None if whole is None or scale is None else (whole + 0.5) * scale
    total = 0.0
    current: float | None = None
    for word in words:
        if word in ("and", "-", "of"):
            continue
        scale = _SCALES.get(word)
        if scale is not None:
            current = (1.0 if current is None else current) * scale
            if scale >= 1000:
                total, current = total + current, None
            continue
        value = _plain_value(word)
        if value is None:
            return None
        current = (current or 0.0) + value
    amount = total + (current or 0.0)
    return amount if (current is not None or total) and amount < 1e12 else None


def _plain_value(word: str) -> float | None:
    if word in _UNITS:
        return float(_UNITS[word])
    digits = word.replace(",", "")
    if len(digits) > 15 or not digits.replace(".", "", 1).isdecimal() or not digits.isascii():
        return None
    return float(digits)


def is_vague(token: Token) -> bool:
    """Tell whether a word is a vague plural such as "dozens"."""
    return token.lower in _VAGUE


def quantity_at(token: Token) -> Quantity | None:
    """Return the quantity that begins at `token` (a number, or a vague plural such as "dozens"), or None."""
    sentence = token.sent.tokens
    at = token.i - sentence[0].i
    if token.lower in _VAGUE:
        return _vague(sentence, at)
    if not _is_number(token) or (at > 0 and _is_number(sentence[at - 1]) and token.head is sentence[at - 1].head):
        return None
    if at > 1 and _joins(sentence, at - 1):
        return None  # "two hundred and *forty*"
    end = at
    while end + 1 < len(sentence) and end - at < 8:
        after = sentence[end + 1]
        if tuple(one.lower for one in sentence[end + 1 : end + 4]) == _AND_A_HALF:
            end += 3  # "two *and a half* million"
        elif _joins(sentence, end + 1):
            end += 2
        elif _is_number(after) or (after.lower == "-" and end + 2 < len(sentence) and _is_number(sentence[end + 2])):
            end += 1
        else:
            break
    return _bounded(sentence, at, end)


def _joins(sentence: tuple[Token, ...], at: int) -> bool:
    """Tell whether the "and" at `at` stands within one number: "two hundred *and* forty", not "between … and …"."""
    if sentence[at].lower != "and" or at + 1 >= len(sentence) or not at:
        return False
    scale = _SCALES.get(sentence[at - 1].lower, 0)
    words = []
    for token in sentence[at + 1 : at + 5]:
        if not (_is_number(token) or token.text == "-"):
            break
        words.append(token.lower)
    rest = number_amount(tuple(words)) if words and not words[0][0].isdigit() else None
    start = at - 1
    while start > 0 and _is_number(sentence[start - 1]):
        start -= 1
    is_range = start > 0 and sentence[start - 1].lower in ("between", "from")
    return scale >= 100 and rest is not None and rest < scale and not is_range


def _is_number(token: Token) -> bool:
    word = token.lower
    if word in _SCALES:
        return True
    if word in _UNITS and word not in ("a", "an", "one"):
        return True  # "*Eighty*-six I have buried" is no number to every parse
    # "PT-91" is tagged a number too.
    return token.pos == "NUM" and token.tag == "CD" and (word[0].isdigit() or word in _UNITS)


def _vague(sentence: tuple[Token, ...], at: int) -> Quantity:
    low = _VAGUE[sentence[at].lower]
    end = at
    if (
        at + 2 < len(sentence)
        and sentence[at + 1].lower == "of"
        and sentence[at + 2].lower in ("thousands", "hundreds", "millions")
    ):
        low = (20 if sentence[at].lower == "tens" else 200) * {"hundreds": 100, "thousands": 1000}.get(
            sentence[at + 2].lower, 1_000_000
        )
        end = at + 2
    return Quantity(sentence[at], sentence[end], low, None, None)


def _bounded(sentence: tuple[Token, ...], at: int, end: int) -> Quantity | None:
    words = tuple(token.lower for token in sentence[at : end + 1])
    if "-" in words and all(word[:1].isdigit() for word in words if word != "-"):
        return _range(sentence, at, end, words[: words.index("-")], words[words.index("-") + 1 :])
    value = number_amount(words)
    if value is None:
        return None
    if end + 2 < len(sentence) and sentence[end + 1].lower in ("to", "and", "or") and _is_number(sentence[end + 2]):
        between = at > 0 and sentence[at - 1].lower in ("between", "from")
        if between or sentence[end + 1].lower in ("to", "or"):
            first, last = at - 1 if between else at, end + 2
            while last + 1 < len(sentence) and _is_number(sentence[last + 1]):
                last += 1  # "between one hundred and *two hundred*"
            return _range(sentence, first, last, words, tuple(token.lower for token in sentence[end + 2 : last + 1]))
    if (
        at >= 2
        and sentence[at - 1].lower in ("to", "and")
        and _is_number(sentence[at - 2])
        and sentence[at - 1].lower == "to"
    ):
        return None
    return _with_bound(sentence, at, end, value)


def _range(
    sentence: tuple[Token, ...], at: int, end: int, one: tuple[str, ...], other: tuple[str, ...]
) -> Quantity | None:
    low, high = number_amount(one), number_amount(other)
    if low is None or high is None or low > high:
        return None
    return Quantity(sentence[at], sentence[end], low, None, high)


def _with_bound(sentence: tuple[Token, ...], at: int, end: int, value: float) -> Quantity:
    if at > 0 and sentence[at].lower in _SCALES and sentence[at - 1].lower == "a":
        at -= 1
        if at > 0 and sentence[at - 1].lower == "half":
            at, value = at - 1, value / 2
    for size in range(_REACH, 0, -1):
        if at - size < 0:
            continue
        before = " ".join(token.lower for token in sentence[at - size : at])
        first = sentence[at - size]
        if before in _AT_LEAST and first.dep != "prt":  # "handed *over* two hundred sacks" bounds nothing
            return Quantity(first, sentence[end], value, value, None)
        if before in _AT_MOST:
            return Quantity(first, sentence[end], None, value, value)
        if before in _ABOUT:
            return Quantity(first, sentence[end], None, value, None)
    return _with_afterthought(sentence, end, Quantity(sentence[at], sentence[end], value, value, value))


def _with_afterthought(sentence: tuple[Token, ...], end: int, exact: Quantity) -> Quantity:
    """Loosen a number by what follows it ("20 or more", "30 or so")."""
    if end + 2 >= len(sentence) or sentence[end + 1].lower != "or":
        return exact
    last, value = sentence[end + 2], exact.best
    if last.lower == "more":
        return Quantity(exact.first, last, value, value, None)
    if last.lower in ("less", "fewer"):
        return Quantity(exact.first, last, None, value, value)
    return Quantity(exact.first, last, None, value, None) if last.lower == "so" else exact
