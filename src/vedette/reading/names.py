"""Find what a report mentions: names, role nouns, groups, equipment and pronouns.

The model's names come first, the knowledge tables override their type, and nouns of the actor table
and pronouns fill the rest. One mention a head token, so that a parse leads straight to its mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.model import Span
from vedette.reading.abbreviations import explained_anew, without_explained
from vedette.reading.actor_nouns import ActorNouns, load_actor_nouns
from vedette.reading.given_names import follows_given_name
from vedette.reading.reading import Mention, MentionKind, Reading
from vedette.reading.tree import Sentence, Token, noun_phrase

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_KIND_OF_ENT: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "PRODUCT": "equipment",
}  # fmt: skip
_KIND_OF_ACTOR: dict[str, MentionKind] = {
    "state": "country", "government": "organisation", "military": "organisation", "police": "organisation",
    "armed_group": "organisation", "party": "organisation", "igo": "organisation", "ngo": "organisation",
    "media": "organisation", "company": "organisation", "organisation": "organisation", "person": "person",
    "people": "group",
}  # fmt: skip
PRONOUNS = frozenset(
    """he him his himself she her hers herself it its itself they them their theirs themselves who whom whose
    which i me my mine myself we us our ours ourselves you your yours""".split()
)
HONORIFICS = frozenset(
    """mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady prof prof. gen gen. lt lt. col col. capt capt. sgt sgt. maj
    maj. adm adm. brig brig. cmdr cmdr. cpl cpl. rev rev. sen sen. rep rep. gov gov. pres pres. fr fr. hon hon. st
    judge justice king queen prince princess sheikh ayatollah mullah maulana imam haji hajji comrade sayyid emir
    pope cardinal archbishop bishop father sister brother presidentelect elect""".split()
)
ARABIC_ARTICLES = frozenset({"al", "el", "an", "ad", "ar", "as", "ash", "at", "ul"})
"""Arabic articles, which may begin a name in small letters ("al-Shabaab")."""
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:][0-5]\d")
_SPELLED = frozenset({"person", "organisation"})
"""Kinds of names that are sought by other spellings too."""
_MAX_NAME = 12
"""Tokens. Longer runs of a name type are lists or headlines, not names."""


@dataclass(slots=True)
class _Run:
    """Tokens `first` … `last` of a sentence (positions in it, both included) that are one name."""

    first: int
    last: int
    kind: MentionKind
    known: tuple[str, ...] = ()


def find_mentions(reading: Reading, knowledge: Knowledge) -> tuple[Mention, ...]:
    """Return the mentions of a report in text order, at most one a head token."""
    nouns = load_actor_nouns()
    found: dict[int, tuple[Span, MentionKind, Token, tuple[str, ...]]] = {}
    runs = [_named_runs(sentence, knowledge) for sentence in reading.sentences]
    surnames, countries = _surnames(reading.sentences, runs), _named_countries(runs)
    for sentence, named in zip(reading.sentences, runs, strict=True):
        for run in (*named, *_bare_surnames(sentence, named, surnames)):
            if _is_surname(sentence, run, surnames):
                run.kind = "person"
            head = _head(sentence, run)
            if head.i in found and not run.known:
                continue
            if not run.known and run.kind in _SPELLED and run.last > run.first:
                run.known = _spelled(sentence.tokens[run.first : run.last + 1], knowledge, countries)
            found[head.i] = (_span(reading, sentence, run, head, nouns), run.kind, head, run.known)
        for token in sentence.tokens:
            if token.i not in found and (kind := _unnamed_kind(token, nouns)) is not None:
                span = Span.cut(reading.report.text, token.start, token.end)
                found[token.i] = (span if kind == "pronoun" else reading.phrase(token), kind, token, ())
    ordered = sorted(found.values(), key=lambda row: (row[2].start, row[0].start))
    mentions = tuple(Mention(k, *row) for k, row in enumerate(ordered))
    anew = explained_anew(reading.report.text, knowledge)
    return without_explained(mentions, anew) if anew else mentions


_LEAST_OF_A_NAME = 3


def _surnames(sentences: Sequence[Sentence], runs: Sequence[Sequence[_Run]]) -> frozenset[str]:
    """Return the last words of the persons called by two words or more."""
    found: set[str] = set()
    for sentence, named in zip(sentences, runs, strict=True):
        for run in named:
            last = sentence.tokens[run.last].text
            if run.kind == "person" and run.last > run.first and last.isalpha() and last[:1].isupper():
                found.add(last)
    return frozenset(name for name in found if len(name) >= _LEAST_OF_A_NAME)


def _bare_surnames(sentence: Sentence, named: Sequence[_Run], surnames: frozenset[str]) -> Iterator[_Run]:
    """Yield surnames standing alone that the model overlooked ("*Howes* had been working for …")."""
    taken = {k for run in named for k in range(run.first, run.last + 1)}
    for k, token in enumerate(sentence.tokens):
        is_label = k == 0 and len(sentence.tokens) > 1 and sentence.tokens[1].text == ":"  # a turn of an interview
        is_name = is_label or (token.pos == "PROPN" and token.dep not in ("compound", "nmod"))
        is_alone = k not in taken and not token.ent and is_name
        if is_alone and token.text in surnames and token.child("det") is None:
            yield _Run(k, k, "person")


def as_written(tokens: Sequence[Token]) -> str:
    """Return the words of a name with blanks where they stand apart ("al-Tamaw", though the parser splits it)."""
    return "".join(t.text if k == 0 or tokens[k - 1].end == t.start else f" {t.text}" for k, t in enumerate(tokens))


def _is_surname(sentence: Sentence, run: _Run, surnames: frozenset[str]) -> bool:
    """Tell whether what the model takes for a body or a place is a person told in full elsewhere ("*Brandt* said")."""
    token = sentence.tokens[run.last]
    is_one_word = run.first == run.last or (run.first == run.last - 2 and sentence.tokens[run.last - 1].text == "-")
    is_alone = is_one_word and not run.known and token.text in surnames
    is_told = token.dep in _OF_PERSONS or (token.dep == "pobj" and token.head.head.lower == "according")
    return is_alone and run.kind != "person" and is_told and token.child("det") is None


_OF_PERSONS = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "agent"})
"""What a bare family name is in its clause: behind "in" or "at" it may be a town."""


def _spelled(tokens: tuple[Token, ...], knowledge: Knowledge, countries: frozenset[str]) -> tuple[str, ...]:
    """Return the actor known by another spelling of an unknown name of several words, or nothing.

    countries: those the report names. A person of another one is likelier a namesake ("Michael Brown", "Browne").
    """
    text = " ".join(token.text for token in tokens)
    return tuple(
        actor.id
        for actor in knowledge.actors.spelled(text)
        if actor.kind == "armed_group"
        or (actor.kind == "person" and (not countries or any(span.country in countries for span in actor.spans)))
    )


def _named_countries(runs: Sequence[Sequence[_Run]]) -> frozenset[str]:
    """Return the codes of the countries whose names, adjectives or seats a report tells."""
    known = (run.known[0].partition(":")[2] for named in runs for run in named if run.known)
    return frozenset(code for code in known if len(code) == 3 and code.isupper())


def name_tokens(mention: Mention) -> tuple[Token, ...]:
    """Return the tokens of a named mention that are the name itself, without titles and determiners."""
    tokens = tokens_of(mention)
    if mention.kind != "person":
        return tuple(t for t in tokens if t.dep != "det" or (t.text[:1].isupper() and t is not tokens[0]))
    nouns = load_actor_nouns()
    # Where the model saw the name, what stands before it is description ("Ukrainian boxer Oleh …").
    cut = next((k for k, token in enumerate(tokens) if token.ent == "PERSON"), 0)
    for k, token in enumerate(tokens[:-1]):
        is_plain = not token.text[:1].isupper() and token.text != "-" and token.ent != "PERSON"
        if is_plain or _is_title(token, nouns) or token.dep in ("det", "case", "poss"):
            cut = max(cut, k + 1)
    return tokens[cut:]


def tokens_of(mention: Mention) -> tuple[Token, ...]:
    """Return the tokens inside a mention's span, up to and including its sentence's end."""
    sentence = mention.head.sent.tokens
    first = last = mention.head.i - sentence[0].i
    while first > 0 and sentence[first - 1].start >= mention.span.start:
        first -= 1
    while last + 1 < len(sentence) and sentence[last + 1].end <= mention.span.end:
        last += 1
    return sentence[first : last + 1]


def _is_title(token: Token, nouns: ActorNouns) -> bool:
    if token.lower in HONORIFICS:
        return True
    # A family name may be a noun of the table ("King", "Bishop"): a title leads on to more of the name.
    return token.ent != "PERSON" and nouns.word(token.lower) is not None


def _unnamed_kind(token: Token, nouns: ActorNouns) -> MentionKind | None:
    if token.pos == "PRON" or token.tag in ("PRP$", "WDT", "WP$"):
        if token.lower in PRONOUNS or (token.lower == "that" and token.tag == "WDT"):
            return "pronoun" if token.dep != "expl" else None
        return None
    if token.dep == "compound" or (token.pos not in ("NOUN", "PROPN") and token.tag != "VBN"):
        return None
    noun = nouns.at(token)
    if noun is None:
        return None
    return "role" if noun.stands_for == "person" and token.tag not in ("NNS", "NNPS") else "group"


def _named_runs(sentence: Sentence, knowledge: Knowledge) -> list[_Run]:
    """Return the runs of names, knowledge before model, none overlapping, in order."""
    tokens = sentence.tokens
    words = [token.text for token in tokens]
    known = _known_runs(tokens, words, knowledge)
    runs: list[_Run] = []
    taken_until = 0
    by_start = sorted(known + _model_runs(tokens), key=lambda run: (run.first, -run.last, not run.known))
    for run in by_start:
        if run.first >= taken_until:
            runs.append(run)
        elif run.known and not runs[-1].known and _is_better(run, runs[-1], tokens):
            runs[-1] = run
        else:
            continue
        taken_until = run.last + 1
    return runs


def _is_better(known: _Run, model: _Run, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a known name takes the place of an overlapping one of the model."""
    if known.last > model.last:
        return True
    return known.last == model.last and all(t.pos == "DET" for t in tokens[model.first : known.first])


def _model_runs(tokens: tuple[Token, ...]) -> list[_Run]:
    runs: list[_Run] = []
    start = -1
    for k, token in enumerate(tokens):
        if start >= 0 and (not token.ent or token.ent_start or token.ent != tokens[start].ent):
            runs.extend(_trimmed(tokens, start, k - 1))
            start = -1
        if start < 0 and token.ent in _KIND_OF_ENT:
            start = k
    if start >= 0:
        runs.extend(_trimmed(tokens, start, len(tokens) - 1))
    return runs


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> list[_Run]:
    kind = _KIND_OF_ENT[tokens[first].ent]
    if kind == "person" and tokens[last].dep == "conj" and tokens[last].head.ent in ("GPE", "LOC", "FAC"):
        kind = "place"
    while first < last and (tokens[first].pos in ("DET", "PUNCT") and tokens[first].text != "The"):
        first += 1
    if first < last and _CLOCK.fullmatch(tokens[first].text):
        first += 1  # "13.05 Hansa Bank said …": the hour of an entry, not a part of the name
    while last > first and (tokens[last].tag == "POS" or tokens[last].pos == "PUNCT"):
        last -= 1
    if last - first >= _MAX_NAME or not any(
        t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens[first : last + 1]
    ):
        return []
    return [_Run(first, last, kind)]


def _known_runs(tokens: tuple[Token, ...], words: list[str], knowledge: Knowledge) -> list[_Run]:
    runs: list[_Run] = []
    at = 0
    while at < len(tokens):
        run = _known_at(tokens, words, at, knowledge)
        if run is not None:
            runs.append(run)
            at = run.last + 1
        else:
            at += 1
    return runs


def _known_at(tokens: tuple[Token, ...], words: list[str], at: int, knowledge: Knowledge) -> _Run | None:
    text = words[at]
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "'’-" or text in ARABIC_ARTICLES):
        return _equipment_at(tokens, words, at, knowledge) if knowledge.equipment.begins(text) else None
    hit = knowledge.actors.longest(words, at)
    if hit is not None:
        length, ids = hit
        first = knowledge.actors.get(ids[0])
        if first is not None and words[at] in first.doubtful and length == 1 and tokens[at].ent != "ORG":
            first = None
        if first is not None and _may_name(tokens, at, length) and _is_whole(tokens, at + length - 1, ids[0]):
            return _Run(at, at + length - 1, _KIND_OF_ACTOR[first.kind], tuple(ids))
    if follows_given_name(tokens[at]):
        return None  # "Chuck *Jordan*" is no country
    country = _country_at(words, at, knowledge)
    if country is not None and _is_of_an_outlet(tokens, country):
        return _Run(at, country.last + 1, "organisation")
    return country or _equipment_at(tokens, words, at, knowledge)


OF_OUTLETS = frozenset(
    """Today Times Herald Tribune Post Gazette Observer Chronicle Telegraph Standard Mirror Monitor Watch Insider Online
    Daily Weekly Newspaper""".split()
)
"""Last words of names of papers and of groups that keep watch, which a country's name may begin."""


def _is_of_an_outlet(tokens: tuple[Token, ...], country: _Run) -> bool:
    """Tell whether a country's name only begins that of a paper or a group ("*Sudan* Watch", "*Ghana* Herald")."""
    after = tokens[country.last + 1] if country.last + 1 < len(tokens) else None
    return after is not None and after.text in OF_OUTLETS and after.pos == "PROPN"


def _may_name(tokens: tuple[Token, ...], at: int, length: int) -> bool:
    """Tell whether words that match an alias are a name here, not plain words at a sentence's start."""
    run = tokens[at : at + length]
    if any(t.pos == "PROPN" or t.ent for t in run):
        return True
    return length > 1 and all(t.text[:1].isupper() or t.pos in ("ADP", "DET", "CCONJ") for t in run)


def _is_whole(tokens: tuple[Token, ...], last: int, id_: str) -> bool:
    """Tell whether a body made from a country ends where its noun phrase does.

    "Russian military base" is no military; but in "Hezbollah fighters" Hezbollah is named.
    """
    code = id_.partition(":")[2]
    if len(code) != 3 or not code.isupper():
        return True
    token = tokens[last]
    return token.dep not in ("compound", "amod", "nmod") or token.head.i < token.i or token.head.pos == "VERB"


def _country_at(words: list[str], at: int, knowledge: Knowledge) -> _Run | None:
    hit = knowledge.countries.longest(words, at)
    seat = _seat_at(words, at, knowledge)
    if hit is None or (seat is not None and seat.last - at >= hit[0]):
        return seat
    length, country, is_demonym = hit
    if is_demonym:
        return _Run(at, at + length - 1, "group", (f"demonym:{country.iso3}",))
    return _Run(at, at + length - 1, "country", (f"country:{country.iso3}",))


def _seat_at(words: list[str], at: int, knowledge: Knowledge) -> _Run | None:
    """Return the capital or seat of government named from `at` on, or None."""
    if not knowledge.countries.begins_capital(words[at]):
        return None
    for length in (3, 2, 1):
        if at + length <= len(words) and all(word[:1].isupper() for word in words[at : at + length]):
            country = knowledge.countries.capital(" ".join(words[at : at + length]))
            if country is not None:
                return _Run(at, at + length - 1, "place", (f"seat:{country.iso3}",))
    return None


def _equipment_at(tokens: tuple[Token, ...], words: list[str], at: int, knowledge: Knowledge) -> _Run | None:
    hit = knowledge.equipment.longest(words, at)
    if hit is None or not any(t.pos in ("NOUN", "PROPN") or _is_designation(t.text) for t in tokens[at : at + hit[0]]):
        return None
    return _Run(at, at + hit[0] - 1, "equipment", tuple(hit[1]))


def _is_designation(text: str) -> bool:
    """Tell whether a word is one of letters and digits ("PT-91"), which parsers take for a number or an adjective."""
    return text[0].isupper() and text[-1].isalnum() and any(letter.isdigit() for letter in text)


def _head(sentence: Sentence, run: _Run) -> Token:
    """Return the token of the run whose head lies outside it; the last such one."""
    tokens = sentence.tokens[run.first : run.last + 1]
    first, last = tokens[0].i, tokens[-1].i
    for token in reversed(tokens):
        leads = not first <= token.head.i <= last or token.head is token
        if leads and token.dep not in ("punct", "case", "det"):
            return token
    return tokens[-1]


def _span(reading: Reading, sentence: Sentence, run: _Run, head: Token, nouns: ActorNouns) -> Span:
    """Return the words of a run; a person's titles, as far as they stand before the name, belong to it."""
    first = sentence.tokens[run.first]
    if run.kind == "person":
        begin, _ = noun_phrase(head)
        if begin.i < first.i:
            first = begin
    return reading.span(first, sentence.tokens[run.last])
