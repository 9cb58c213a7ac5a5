"""When the act named by a word took place: from its own time, its clause's, the narrative's, or publication."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from vedette.grounding.timex.calendar import add_days, stretch
from vedette.model import Moment, TimeMention
from vedette.reading import Reading, Sentence, Token
from vedette.reading.actor_nouns import load_actor_nouns

# Verbs whose time is that of the telling, wishing or judging, never that of what they tell of.
_TELLING = frozenset({
    "say", "tell", "report", "claim", "announce", "declare", "state", "add", "note", "warn", "accuse", "deny",
    "insist", "argue", "confirm", "believe", "think", "expect", "hope", "fear", "want", "plan", "intend",
    "demand", "urge", "call", "ask", "request", "order", "agree", "promise", "pledge", "vow", "threaten",
    "condemn", "welcome", "praise", "blame", "criticize", "criticise", "denounce", "discuss", "mention",
    "recall", "remember", "review", "investigate", "propose", "suggest", "decide", "refuse", "reject",
    "write", "predict", "commemorate", "mark", "mourn", "protest", "describe", "acknowledge", "admit",
    "concede", "allege", "explain", "reveal", "cite", "support", "oppose", "know", "learn", "hear",
    "consider", "schedule", "prepare", "speak", "reiterate", "stress", "emphasize", "emphasise", "address",
})  # fmt: skip
_OF_A_DAY = frozenset({"hour", "morning", "evening", "night", "afternoon", "dawn", "dusk", "course", "day"})
"""Nouns that only say which part of a day is meant ("in the early *hours* of Monday")."""
_SENSING = frozenset({"see", "watch", "let", "make", "help", "force"})
_SAME_TIME_MARKS = frozenset({"when", "as", "while"})
_TIGHT = frozenset({"compound", "poss", "amod", "nmod", "nummod"})
_MAX_STEPS = 40

Finder = Callable[[Token], Moment]


def moment_finder(reading: Reading, times: tuple[TimeMention, ...]) -> Finder:
    """Return a function that tells when the act named by a token took place.

    It takes, in this order: the time that hangs on the word or in its clause; the time of the clause it shares its time
    with; the day the paragraph is telling of; the publication date (basis "published", `first` None). A saying's time
    is never given to what is said. The same function on a cue verb gives the moment of saying.
    """
    published = reading.report.published_on
    index = _Index(reading, times, published)
    fallback = Moment(published.isoformat(), None, published.isoformat(), "day", "published")

    def find(token: Token) -> Moment:
        return index.told(token) or index.narrated(token) or fallback

    return find


class _Index:
    """The report's times by the words they hang on. Filled once, then only read."""

    def __init__(self, reading: Reading, times: tuple[TimeMention, ...], published: date) -> None:
        self.reading = reading
        self.published = published
        self.on: dict[int, list[tuple[TimeMention, Token, bool]]] = {}
        """Word → the times on it, each with its head and whether it hangs on the word tightly ("Monday's talks")."""
        self.narrative: dict[int, Moment] = {}
        """Sentence → the moment its plain past main clause inherits."""
        for time, head in _heads(reading, times):
            if head.dep in ("nsubj", "nsubjpass", "attr") or _preposition(head) == "than":
                # A day spoken about or compared with ("more than last year") dates nothing.
                continue
            for owner, tight in _owners(head):
                self.on.setdefault(owner.i, []).append((time, head, tight))
        self._narrate()

    def told(self, token: Token) -> Moment | None:
        """Return the moment the sentence itself gives, or None."""
        word: Token | None = token
        for _ in range(_MAX_STEPS):
            if word is None:
                return None
            found = self.own(word)
            if found is not None:
                return found
            word = _shares_time_with(word)
        return None

    def own(self, word: Token) -> Moment | None:
        """Return the moment that hangs on the word, on a clause that runs beside it, or on its second half."""
        for holder in (word, *_beside(word)):
            entries = self.on.get(holder.i)
            if entries:
                return self._choose(holder, entries)
        if word.lemma in _TELLING:
            return None
        return (self._of_subject(word) if _is_plain_past(word) else None) or self._of_occasion(word)

    def _of_occasion(self, verb: Token) -> Moment | None:
        """Return when that was in which it was done ("was killed in *Tuesday's* shelling"); None where none is told."""
        for prep in verb.kids("prep") if verb.pos == "VERB" else ():
            occasion = prep.child("pobj") if prep.lower in ("in", "during") else None
            entries = [e for e in self.on.get(occasion.i, ()) if e[2]] if occasion is not None else []
            if entries and occasion is not None and occasion.pos == "NOUN":
                return self._choose(verb, entries)
        return None

    def _of_subject(self, verb: Token) -> Moment | None:
        """Return the day of what did it ("Monday's blast killed five"); None where that has no day of its own."""
        subject = verb.child("nsubj", "nsubjpass")
        entries = (
            [e for e in self.on.get(subject.i, ()) if e[2]] if subject is not None and subject.pos == "NOUN" else []
        )
        found = self._choose(verb, entries) if entries else None
        return found if found is not None and found.precision in ("day", "time") else None

    def narrated(self, token: Token) -> Moment | None:
        """Return the day the paragraph is telling of, where the token stands in a plain past main clause."""
        moment = self.narrative.get(token.sent.index)
        if moment is None:
            return None
        word: Token | None = token
        for _ in range(_MAX_STEPS):
            if word is None:
                return None
            if word.head is word:
                return moment if _is_plain_past(word) else None
            word = _shares_time_with(word)
        return None

    def _choose(self, holder: Token, entries: list[tuple[TimeMention, Token, bool]]) -> Moment | None:
        between = _between(entries, self.published)
        if between is not None:
            return between
        dated = [entry for entry in entries if entry[0].moment is not None]
        if dated:
            best = min(dated, key=lambda e: (_vagueness(e[0]), not e[2], abs(e[1].i - holder.i)))
            return _bounded(best[0], best[1], self.published)
        for time, head, _ in entries:
            found = _of_length(time, head, self.published)
            if found is not None:
                return found
        return None

    def _narrate(self) -> None:
        current: Moment | None = None
        telling = False
        paragraph = -1
        for sentence in self.reading.sentences:
            if sentence.paragraph != paragraph:
                paragraph, current = sentence.paragraph, None
            root = sentence.root
            if not _is_plain_past(root):
                current = None
                continue
            own = self.own(root)
            is_telling = root.lemma in _TELLING
            if own is not None:
                current = _narrative(own)
                telling = is_telling
            elif current is not None:
                # A day on which something was said is no day on which something was done.
                if is_telling == telling:
                    self.narrative[sentence.index] = current
                elif not is_telling:
                    current = None


def _narrative(moment: Moment) -> Moment | None:
    """Return what later sentences inherit: an explicit day, and nothing coarser or open."""
    if moment.value is None or moment.precision not in ("day", "time") or moment.first != moment.last:
        return None
    return Moment(moment.first, moment.first, moment.last, "day", "narrative")


def _heads(reading: Reading, times: tuple[TimeMention, ...]) -> Iterator[tuple[TimeMention, Token]]:
    """Yield each time with the word of it that the others hang on."""
    sentences = iter(reading.sentences)
    sentence: Sentence | None = next(sentences, None)
    for time in times:
        while sentence is not None and sentence.end <= time.span.start:
            sentence = next(sentences, None)
        if sentence is None:
            return
        inside = [t for t in sentence.tokens if t.start < time.span.end and time.span.start < t.end]
        if not inside:
            continue
        first, last = inside[0].i, inside[-1].i
        yield time, next((t for t in inside if not first <= t.head.i <= last or t.head is t), inside[-1])


def _owners(head: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the words a time tells of: nouns on the way up, then the verb of its clause."""
    word, tight, blocked = head, False, False
    for _ in range(_MAX_STEPS):
        if word.head is word:
            if word is head:
                return
            break
        dep, word = word.dep, word.head
        if dep in _TIGHT and word.pos in ("NOUN", "PROPN"):
            # "Monday's talks" dates the talks; what is done about them may be done on another day.
            tight = blocked = True
            yield word, True
        elif word.pos in ("VERB", "AUX"):
            if not blocked:
                yield word, tight
            return
        elif word.pos in ("NOUN", "PROPN") and not blocked:
            yield word, False
            blocked = dep == "prep" and word.lemma not in _OF_A_DAY and _of_noun(head, word)
            # "The minister, in office since 2021, said …": that is when he came, not when he spoke.
            is_subject = word.dep in ("nsubj", "nsubjpass") and word.head.lemma in _TELLING
            blocked = blocked or (is_subject and load_actor_nouns().at(word) is not None)


def _of_noun(head: Token, noun: Token) -> bool:
    """Tell whether "of" ties the time to the noun alone ("the riots of 2010")."""
    word = head
    for _ in range(_MAX_STEPS):
        if word.head is noun:
            return word.lower == "of"
        if word.head is word:
            return False
        word = word.head
    return False


def _beside(word: Token) -> list[Token]:
    """Return the words whose time is also this one's: clauses that run beside it and a second half without subject."""
    found = []
    for child in word.children:
        if (child.dep == "advcl" and child.tag == "VBG" and _mark(child) in ("", "while", "when")) or (
            child.dep == "advcl" and child.i < word.i and _mark(child) in _SAME_TIME_MARKS
        ):
            found.append(child)
        elif (
            child.dep == "conj"
            and word.pos == "VERB"
            and child.pos == "VERB"
            and child.child("nsubj", "nsubjpass") is None
        ):
            if child.tag == word.tag and word.child("dobj", "prep") is None:
                found.append(child)
        elif child.dep == "prep" and child.pos == "VERB":
            found.append(child)
    return found


def _mark(clause: Token) -> str:
    for child in clause.children:
        if child.dep == "mark" or (child.dep == "advmod" and child.lower in ("when", "while", "where")):
            return child.lower
    return ""


def _shares_time_with(word: Token) -> Token | None:
    """Return the word whose time this one shares, or None where its time is its own."""
    head, dep = word.head, word.dep
    if head is word:
        return None
    if word.pos not in ("VERB", "AUX"):
        return _up_from_noun(word)
    if dep == "conj":
        return head if word.tag == head.tag or word.tag in ("VBG", "VBN") else None
    if dep == "xcomp":
        return head if head.lemma not in _TELLING else None
    if dep == "ccomp":
        return head if head.lemma in _SENSING else None
    if dep == "advcl":
        mark = _mark(word)
        is_beside = mark in _SAME_TIME_MARKS or (not mark and word.tag in ("VBG", "VBN"))
        return head if is_beside and (head.lemma not in _TELLING or mark == "while") else None
    if dep == "pcomp" and head.lower in ("by", "in", "without"):
        return head.head if head.head is not head and head.head.lemma not in _TELLING else None
    return None


def _up_from_noun(word: Token) -> Token | None:
    """Return the verb that governs a nominal event, where that verb tells of the event and not about it."""
    head = word.head
    if word.dep in ("conj", "appos", "compound", "poss", "amod", "nmod"):
        return head
    return None if head.lemma in _TELLING and head.pos in ("VERB", "AUX") else head


def _is_plain_past(verb: Token) -> bool:
    """Tell whether a clause moves the story on: simple past, no modal, no pluperfect."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    helpers = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    if "had" in helpers or "has" in helpers or "have" in helpers:
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and ("was" in helpers or "were" in helpers))


def _vagueness(time: TimeMention) -> int:
    """Rank times: calendar values before "now" and "recently"."""
    return 1 if time.value.endswith("_REF") else 0


def _preposition(head: Token) -> str:
    """Return the preposition or conjunction that governs a time, "" where none does."""
    word = head
    for _ in range(6):
        if word.head is word:
            return ""
        word = word.head
        if word.pos in ("ADP", "SCONJ", "PART"):
            return word.lower
        if word.pos in ("VERB", "AUX"):
            return ""
    return ""


def _bounded(time: TimeMention, head: Token, published: date) -> Moment | None:
    """Return the time's moment, opened or closed by "since", "until", "before", "after" and "by"."""
    moment = time.moment
    if moment is None or moment.first is None or moment.last is None:
        return moment
    if moment.precision == "time" and _preposition(head) in ("before", "after"):
        # "Shortly after 5 p.m. on Saturday" is still that Saturday.
        return replace(moment, value=moment.first, precision="day")
    today = published.isoformat()
    match _preposition(head):
        case "since":
            return replace(moment, value=None, last=max(today, moment.first))
        case "until" | "till" | "by":
            return replace(moment, value=None, first=None)
        case "before":
            return replace(
                moment, value=None, first=None, last=add_days(date.fromisoformat(moment.first), -1).isoformat()
            )
        case "after":
            return replace(moment, value=None, first=moment.last, last=None)
    return moment


def _between(entries: list[tuple[TimeMention, Token, bool]], published: date) -> Moment | None:
    """Return the stretch of "from July to December" or "between 2001 and 2014"; None where there is no such pair."""
    dated = sorted((e for e in entries if e[0].moment is not None and e[0].moment.first), key=lambda e: e[0].span.start)
    for (start, head, _), (end, other, _) in itertools.pairwise(dated):
        opening, closing = _preposition(head), _preposition(other)
        is_pair = (opening == "from" and closing in ("to", "until", "till", "through", "from")) or opening == "between"
        first, last = start.moment, end.moment
        if (
            is_pair
            and first is not None
            and last is not None
            and first.first
            and last.last
            and first.first <= last.last
        ):
            return Moment(f"{first.value}/{last.value}" if _plain(first, last) else f"{first.first}/{last.last}",
                          first.first, last.last, last.precision, "text", start.span)  # fmt: skip
    return None


def _plain(first: Moment, last: Moment) -> bool:
    return "/" not in f"{first.value}{last.value}" and first.value is not None and last.value is not None


_DAYS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}
_LAST_WORDS = frozenset({"last", "past", "previous", "preceding"})


def _of_length(time: TimeMention, head: Token, published: date) -> Moment | None:
    """Return the bounds of "over the past three months" or "in recent weeks"; None where a length tells no when."""
    words = set(time.span.exact.lower().split()[:3])
    if time.type == "DURATION" and "recent" in words:
        return Moment(None, None, published.isoformat(), "unknown", "text", time.span)
    number, unit = time.value[1:-1], time.value[-1:]
    if time.type != "DURATION" or not words & _LAST_WORDS or not number.isdecimal() or unit not in _DAYS:
        return None
    first = add_days(published, -round(min(int(number), 4000) * _DAYS[unit]))
    if stretch(first.isoformat()) is None:
        return None
    return Moment(None, first.isoformat(), published.isoformat(), "unknown", "text", time.span)
