"""The form under which a place name is looked up."""

from __future__ import annotations

import unicodedata

# Letters that do not decompose into a base letter and a mark; marks of transliteration are dropped.
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i", "ə": "a", "œ": "oe", "ð": "d", "þ": "th",
    "ʻ": None, "ʼ": None, "'": None, "’": None, "‘": None, "`": None, "ʿ": None, "ʾ": None, "´": None, "ʹ": None,
    ".": None, "-": " ", "–": " ", "‑": " ", "\t": " ",
})  # fmt: skip
_PLAIN = str.maketrans({".": None, "'": None, "’": None, "-": " ", "–": " "})
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point", "&": "and"}
_ADMIN_TAILS = frozenset({
    "province", "region", "oblast", "county", "district", "parish", "governorate", "prefecture", "department",
    "state", "kray", "krai", "republic", "municipality", "emirate", "canton", "wilaya", "voivodeship", "raion",
    "division", "territory", "co", "shire", "borough", "agency", "subdistrict", "viloyat", "muhafazah",
})  # fmt: skip
_ADMIN_HEADS = frozenset({
    "province", "region", "county", "district", "governorate", "prefecture", "department", "state", "republic",
    "municipality", "emirate", "canton", "autonomous", "city", "town", "village", "commune", "borough", "parish",
})  # fmt: skip
MAX_NAME = 80
"""Code points; longer runs are no place names."""


def fold_place(name: str) -> str:
    """Return the look-up form: lower case, no accents, "St." as "saint", "Mt" as "mount".

    Empty where nothing is left, and for runs too long to be a name.
    """
    if len(name) > MAX_NAME:
        return ""
    if name.isascii():
        words = name.lower().translate(_PLAIN).split()
    else:
        text = unicodedata.normalize("NFKD", name).lower().translate(_LETTERS)
        words = "".join(c for c in text if not unicodedata.combining(c)).split()
    if len(words) > 1:
        words = [_WORDS.get(word, word) for word in words]
    return " ".join(words)


def bare_admin_name(key: str) -> str:
    """Return a folded name without the word for its rank: "helmand province", "province of helmand" → "helmand"."""
    words = key.split(" ")
    while len(words) > 1 and words[-1] in _ADMIN_TAILS:
        words.pop()
    if len(words) > 2 and words[0] in _ADMIN_HEADS and words[1] == "of":
        words = words[2:]
    return " ".join(words)


def has_rank_word(key: str) -> bool:
    """Tell whether a folded name says that it is a province or district."""
    return bare_admin_name(key) != key
