"""What the words of one noun phrase say about the actor it names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vedette.grounding.namesakes import NO_NAMESAKES, Namesakes
from vedette.model import Span
from vedette.reading import Mention, Reading, Token
from vedette.reading.given_names import follows_given_name

if TYPE_CHECKING:
    from vedette.knowledge import Country, Knowledge

PARTITIVES = frozenset(
    {
        "all", "both", "couple", "dozen", "dozens", "each", "few", "group", "half", "handful", "hundred", "hundreds",
        "majority", "many", "million", "millions", "most", "none", "number", "one", "percent", "scores", "series",
        "several", "some", "thousand", "thousands", "tens", "wave", "pair", "part", "remainder", "rest", "crowd",
        "crowds", "batch", "throng", "two", "three", "four", "five", "least", "lot", "band", "column", "convoy",
    }
)  # fmt: skip
MAX_PARTY_WORDS = 12
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "npadvmod", "appos"})
_TAIL = frozenset({"of", "from"})
_PLACE_OR_PEOPLE = frozenset({"GPE", "NORP", "ORG"})
_STANCES = frozenset({"pro", "anti"})
_DONE_BY_OTHERS = frozenset(
    """backed supported sponsored funded financed armed trained supplied equipped aligned allied friendly linked held
    occupied controlled besieged administered made built designed supplied brokered mediated imposed""".split()
)
"""Participles that tie a thing to a country it is not of: a Ruritanian-backed militia is no Ruritanian one."""


def slug(name: str) -> str:
    """Return a stable id part from a name: accents dropped, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")[:60] or "unnamed"


def named_country(token: Token, knowledge: Knowledge, namesakes: Namesakes = NO_NAMESAKES) -> str | None:
    """Return the country a single word names: its name, demonym or seat of government; None for none."""
    text = token.text
    if not text[:1].isupper() or token.lower in namesakes:
        return None
    country = _country_word(token, knowledge)
    return country.iso3 if country is not None and not is_currency(token) else None


def _country_word(token: Token, knowledge: Knowledge) -> Country | None:
    """Return the country a word names, with one wrong letter where the parser sees a place or people in it."""
    countries, text = knowledge.countries, token.text
    at = token.i - token.sent.tokens[0].i
    before = token.sent.tokens[at - 1] if at else None
    if before is not None and before.text == "New" and before.head is token and before.ent == "GPE":
        return countries.named(f"New {text}")  # "New Jersey" is no Jersey
    if follows_given_name(token):
        return None  # nor "Chuck Jordan" Jordan's
    country = countries.demonym(text) or countries.named(text)
    if country is None and token.ent in _PLACE_OR_PEOPLE and not knowledge.gazetteer.find(text):
        country = countries.misspelt(text)
    return country


def is_currency(token: Token) -> bool:
    """Tell whether a word only says whose dollars are meant ("US $50 million")."""
    sentence, after = token.sent.tokens, token.i - token.sent.tokens[0].i + 1
    return after < len(sentence) and sentence[after].text == "$"


def countries_of(head: Token, knowledge: Knowledge, namesakes: Namesakes = NO_NAMESAKES) -> tuple[str, ...]:
    """Return the countries that a noun's adjectives, compounds, possessors and "of" phrase name, in order."""
    found: list[str] = []
    todo: list[tuple[Token, int]] = [(head, 0)]
    for token, depth in todo:
        for child in token.children:
            if (child.dep in _MODIFIERS and child.dep != "appos") or (child.dep == "conj" and token is not head):
                iso3 = _country_at(child, knowledge, namesakes)
                if iso3 is not None and not is_own_country(child):
                    continue
                if iso3 is not None:
                    found.append(iso3)
                if depth < 3 and (iso3 is None or child.child("conj") is not None):
                    todo.append((child, depth + 1))
            elif child.dep == "prep" and child.lower in _TAIL and token is head:
                below = child.child("pobj")
                if below is not None:
                    found.extend(
                        i for one in (below, *below.conjuncts()) if (i := _country_at(one, knowledge, namesakes))
                    )
    return tuple(dict.fromkeys(found))


def is_own_country(token: Token) -> bool:
    """Tell whether the country a modifier names is that of the thing: not in "pro-", "-backed" and "ethnic" ones."""
    if token.dep == "npadvmod" and token.head.lower in _DONE_BY_OTHERS:
        return False
    if any(child.lower == "ethnic" for child in token.children):
        return False
    sentence, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    if at > 0 and sentence[at - 1].lower == "ethnic":
        return False
    return at < 2 or sentence[at - 1].text != "-" or sentence[at - 2].lower not in _STANCES


_MISSIONS = frozenset({"embassy", "consulate", "ambassador", "consul", "envoy", "diplomat", "attache", "legation"})


def is_mission(noun: Token) -> bool:
    """Tell whether a noun names those whom a country sends to another: what is there is not of the country's own."""
    return noun.lemma.lower() in _MISSIONS


def is_of_mission(word: Token) -> bool:
    """Tell whether a word before a noun says whose embassy or envoy it is ("the *French* embassy")."""
    return word.dep in _MODIFIERS and word.dep != "appos" and is_mission(word.head)


def is_principal(word: Token) -> bool:
    """Tell whether somebody acts "on behalf of" what a word names, or of its adjective's noun."""
    named = word.head if word.dep in _MODIFIERS else word
    return named.dep == "pobj" and named.head.lower == "of" and named.head.head.lower == "behalf"


def _country_at(token: Token, knowledge: Knowledge, namesakes: Namesakes) -> str | None:
    """Return the country named by the (possibly several) words that end at `token`."""
    if not token.text[:1].isupper():
        return None
    if token.lower in namesakes:
        return namesakes[token.lower]
    countries = knowledge.countries
    before = [child.text for child in token.children if child.dep in ("compound", "amod", "nmod") and child.i < token.i]
    if before:
        words = " ".join([*before, token.text])
        country = countries.named(words) or countries.demonym(words) or countries.capital(words)
        if country is not None:
            return country.iso3
    country = _country_word(token, knowledge)
    if country is None and token.dep in ("poss", "compound", "pobj") and not before:
        country = countries.capital(token.text)
    return country.iso3 if country is not None else None


def _from_hyphen(reading: Reading, head: Token, span: Span) -> Span:
    """Return a phrase with the first half of its first word, if the parser cut it off ("Iranian-|backed rebels")."""
    tokens = head.sent.tokens
    first = next((k for k, token in enumerate(tokens) if token.start == span.start), 0)
    if first < 2 or tokens[first - 1].text != "-" or tokens[first - 2].end != tokens[first - 1].start:
        return span
    return Span.cut(reading.report.text, tokens[first - 2].start, span.end)


_KIN = frozenset(
    """relative family wife husband son daughter father mother brother sister aide lawyer attorney supporter friend
    widow neighbour neighbor follower fan spokesman spokeswoman""".split()
)
"""Nouns of those who belong to a person and are not he."""
_NAMED_AS = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_kin(token: Token) -> bool:
    """Tell whether a noun names somebody near to its owner."""
    return token.lemma.lower() in _KIN


def is_unread_name(token: Token) -> bool:
    """Tell whether a capitalised word that nothing knows names somebody who does or suffers something ("Slepian")."""
    return (
        token.tag == "NNP"
        and token.pos == "PROPN"
        and token.ent == ""
        and token.dep in _NAMED_AS
        and token.head.pos == "VERB"
        and token.text.isalpha()
        and token.text.istitle()
        and len(token.text) > 3
    )


def party_span(reading: Reading, head: Token, mention: Mention | None = None) -> Span:
    """Return the bare phrase at `head`, at most `MAX_PARTY_WORDS` words, without its "of" tail if too long."""
    span = _from_hyphen(reading, head, reading.phrase(head))
    if mention is not None:
        start, end = min(span.start, mention.span.start), max(span.end, mention.span.end)
        span = Span.cut(reading.report.text, start, end) if (start, end) != (span.start, span.end) else span
    if span.exact.count(" ") < MAX_PARTY_WORDS:
        return span
    if mention is not None and mention.span.exact.count(" ") < MAX_PARTY_WORDS:
        return mention.span
    tokens = head.sent.tokens
    first = head.i
    while first > tokens[0].i and tokens[first - 1 - tokens[0].i].start >= span.start and head.i - first < 8:
        first -= 1
    return reading.span(tokens[first - tokens[0].i], head)
