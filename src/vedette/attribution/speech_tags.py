"""Speech tags: who is named right beside a quotation, and by what.

`"…," the minister said`, `The minister said: "…"`, `"…" — Ana Lund`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vedette.attribution.colon_answers import REPLIES
from vedette.attribution.cues import CueLexicon
from vedette.attribution.quotes import Quotation
from vedette.attribution.said_things import DOCUMENTS, VERSIONS
from vedette.attribution.speakers import FINITE, is_somebody, names_somebody, speaker_of
from vedette.attribution.utterances import STOPS, names_a_thing
from vedette.reading import Reading, Token

_BYLINE = re.compile(r"\s*(?:―|—|–|--|-)\s*(?=[A-Z])")
_RUNNING = frozenset({"run", "go", "read"})
"""Verbs by which a document tells something."""
_SKIPPED = frozenset({"relcl", "acl", "amod", "compound", "aux", "auxpass", "xcomp", "pcomp"})
_REACH = 40
"""Tokens to look along on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class SpeechTag:
    """What stands beside a quotation to tell whose words it holds."""

    cue: Token | None
    """The word of saying; None for a byline or a colon."""
    speaker: Token | None
    """Head of the phrase that names who speaks; None where the cue has none."""
    form: str
    """The rule that found it, with its version."""
    marks: tuple[Token, ...] = ()
    """Punctuation that stands for the cue."""


@dataclass(frozen=True, slots=True)
class SpeechTags:
    """Finds the speech tags of one report's quotations."""

    reading: Reading
    lexicon: CueLexicon
    spoken: Collection[int]
    """Indices of tokens that open a quotation of speech."""

    def after(self, quotation: Quotation) -> SpeechTag | None:
        """Find `"…," the minister said` and `"…" — Name`."""
        following = self._following(quotation)
        if not following or names_a_thing(self.reading, quotation):
            return None
        byline = _BYLINE.match(self.reading.report.text, quotation.end)
        if byline is not None:
            return _byline(following, byline.end())
        inner = {
            token.text for token in self.reading.tokens[max(quotation.first, quotation.last - 2) : quotation.last + 1]
        }
        if following[0].text != "," and ("." in inner or not inner & {",", "?", "!", "—", "–", "-", "…", "..."}):
            return None
        tag = self._reply(following) or self._cue_among(following, "quote.after@1") or _doing(following, self.lexicon)
        if tag is None or tag.speaker is None or not quotation.first <= tag.speaker.i <= quotation.last:
            return tag
        # "A fairy tale," said Ana Lund: the parse takes the tale for what speaks.
        at = next((k for k, token in enumerate(following) if token is tag.cue), 0)
        behind = (t for t in following[at + 1 : at + 8] if t.pos in ("PROPN", "PRON") or is_somebody(t))
        speaker = next((t for t in behind if t.head.pos != "PROPN"), None)
        return replace(tag, speaker=speaker)

    def _reply(self, following: Sequence[Token]) -> SpeechTag | None:
        """Find `"…," was the mayor's reply`, `"…," came the answer from the palace` and `"…," ran a bulletin`."""
        verb = next((t for t in following[:3] if t.lemma in ("be", "come", "run", "go", "read")), None)
        runs = next((t for t in following[:3] if t.lemma in _RUNNING and t.pos == "VERB"), None)
        it = runs.child("nsubj") if runs is not None else None
        if runs is not None and it is not None and it.lower == "it" and it.i < runs.i:
            return SpeechTag(runs, it, "quote.after@1")  # `"The family," it runs, "will not …"`
        noun = next((t for t in following[:10] if t.lemma in VERSIONS | {"comment", "retort", "response"}), None)
        word = next((t for t in following[1:4] if t.lower == "words" and t.head.lower == "in"), None)
        if word is not None and (whose := word.prep("of") or word.child("poss")) is not None:
            return SpeechTag(word, whose, "quote.after@1")  # `"…," in the words of its chairman`
        paper = next((t for t in following[:10] if t.lemma.lower() in DOCUMENTS), None)
        is_told = verb is not None and verb.lemma in _RUNNING and paper is not None
        if verb is not None and is_told and paper is not None and paper.head is verb and paper.i > verb.i:
            return SpeechTag(verb, paper, "quote.after@1")
        if verb is None or noun is None or noun.i < verb.i or noun.head is not verb:
            return None
        owner = noun.child("poss") or noun.prep("of") or noun.prep("from") or verb.prep("from")
        return SpeechTag(noun, owner, "quote.after@1") if owner is not None else None

    def _following(self, quotation: Quotation) -> list[Token]:
        tokens = self.reading.tokens
        paragraph = tokens[quotation.last].sent.paragraph
        found: list[Token] = []
        for token in tokens[quotation.last + 1 : quotation.last + 1 + _REACH]:
            if token.sent.paragraph != paragraph or (token.text in STOPS and token.pos == "PUNCT"):
                break
            if token.i in self.spoken:
                break
            found.append(token)
        return found

    def before(self, quotation: Quotation, last_end: int) -> SpeechTag | None:
        """Find `The minister said: "…"`, in the same sentence or at the end of the paragraph before.

        last_end: index of the last token of the quotation before, which is not looked beyond.
        """
        tokens = self.reading.tokens
        if not quotation.first:
            return None
        previous = tokens[quotation.first - 1]
        if previous.sent.paragraph != tokens[quotation.first].sent.paragraph and previous.text != ":":
            return None
        if previous.text not in (",", ":", "that", "—", "–", "--") and self.lexicon.verb(previous) is None:
            return None
        preceding = []
        for i in range(quotation.first - 1, max(-1, quotation.first - 1 - _REACH), -1):
            token = tokens[i]
            if token.text in STOPS or i == last_end or token.sent.paragraph != previous.sent.paragraph:
                break
            preceding.append(token)
        return self._cue_among(preceding, "quote.before@1") or self._led_into(previous)

    def _led_into(self, colon: Token) -> SpeechTag | None:
        """Find who leads into a quotation by a colon and no cue ("The old man went over it once more: "…"")."""
        if colon.text != ":":
            return None
        before = colon.sent.tokens[: colon.i - colon.sent.tokens[0].i]
        reply = before[-1] if before and before[-1].lemma in REPLIES else None
        owner = (reply.child("poss") or reply.prep("from")) if reply is not None else None
        if owner is not None and not any(t.tag in FINITE for t in before):
            return SpeechTag(None, owner, "quote.introduced@1", (colon,))  # `Her reply: "…"`
        subjects = (t for t in before if t.dep == "nsubj" and t.head.pos in ("VERB", "AUX") and t.head.dep != "relcl")
        who = next((t for t in subjects if is_somebody(t) or t.lemma.lower() in DOCUMENTS), None)
        is_verbal = any(t.dep in ("nsubj", "nsubjpass") and t.head.dep != "relcl" for t in before)
        if who is None and not is_verbal:  # `A post on the movement's page, since deleted: "…"`
            nouns = (t for t in before if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "nmod", "poss"))
            who = next((t for t in nouns if names_somebody(t) or t.lemma.lower() in DOCUMENTS), None)
        return SpeechTag(None, who, "quote.introduced@1", (colon,)) if who is not None else None

    def _cue_among(self, tokens: Sequence[Token], form: str) -> SpeechTag | None:
        for k, token in enumerate(tokens):
            if token.lower == "according":
                link = token.child("prep")
                return SpeechTag(token, link.child("pobj") if link is not None else None, form)
            if token.pos != "VERB" or (token.dep in _SKIPPED and token.child("nsubj") is None):
                continue
            entry = self.lexicon.verb(token)
            if entry is not None and ("quote" in entry.frames or "clause" in entry.frames):
                return SpeechTag(token, speaker_of(token) or _nearest(tokens, k), form)
        return None


def _doing(following: Sequence[Token], lexicon: CueLexicon) -> SpeechTag | None:
    """Find who does anything right behind words that end in a comma (`"A fairy tale," *he chortled*`)."""
    words = [token for token in following if token.text != ","]
    verb = next((t for t in words[1:8] if t.tag in ("VBD", "VBZ") and t.pos == "VERB"), None)
    who = verb.child("nsubj") if verb is not None else None
    if verb is None:  # `"…," the general *recounts*`, which a parse may take for a noun
        seeming = ((a, b) for a, b in pairwise(words[:7]) if b.tag == "NNS" and is_somebody(a))
        who, verb = next(seeming, (None, None))
        if verb is None or who is None or lexicon.verb(verb) is None:
            return None
        return SpeechTag(verb, who, "quote.after@1")
    if who is None or who not in words or who.i > verb.i or verb.lemma in ("be", "have", "do"):
        return None
    if not (is_somebody(who) or who.lower == "it") or (words[0].text[:1].isupper() and words[0].pos != "PROPN"):
        return None  # `"Stop!" The police fired`
    return SpeechTag(verb, who, "quote.after@1")


def _byline(following: Sequence[Token], at: int) -> SpeechTag | None:
    names = [token for token in following if token.start >= at]
    if not names or names[0].pos != "PROPN":
        return None
    line = 1
    while line < len(names) and names[line].pos == "PROPN" and names[line].start - names[line - 1].end <= 1:
        line += 1
    head = names[line - 1]
    for name in names[:line]:
        if name.head not in names[:line]:
            head = name
    marks = tuple(token for token in following if token.start < at)
    return SpeechTag(None, head, "quote.byline@1", marks[:1])


def _nearest(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the name or pronoun beside a cue that the parse left without a subject."""
    for token in (*reversed(tokens[:at]), *tokens[at + 1 : at + 4]):
        if token.pos in ("PROPN", "PRON"):
            return token
    return None
