"""Attributions by quotation marks: which cue beside a quotation names its speaker."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import Cue, CueLexicon
from vedette.attribution.idioms import VERSIONS
from vedette.attribution.quotes import Quotation
from vedette.attribution.said_things import DOCUMENTS
from vedette.attribution.speakers import names_somebody, phrase_tokens, speaker_of
from vedette.reading import Reading, Sentence, Token

BY_MARK = Cue("verb", "", "says", "asserts", ("quote",))
"""What punctuation alone stands for."""
_STOPS = frozenset(".?!")
_ENDS = frozenset((",", "?", "!", ".", "…", "...", "—", "–", "-", "--", ";", ":"))
_BYLINE = re.compile(r"\s*(?:―|—|–|--|-)\s*(?=[A-Z])")
_CLAUSAL = ("clause", "quote", "person-clause")
_RUNNING = frozenset({"run", "go", "read"})
"""Verbs by which a document tells something."""
_SKIPPED = frozenset({"relcl", "acl", "amod", "compound", "aux", "auxpass", "xcomp", "pcomp"})
_REACTING = frozenset(
    """shrug smile laugh grin frown nod sigh wince weep snort bristle disagree differ demur remember recall hesitate
    pause elaborate erupt explode""".split()
)
"""What somebody does before words that stand without a cue ("The general *shrugged*. "What convoy?"")."""
_MOODS = frozenset(
    """adamant angry bitter blunt categorical certain clear convinced defiant dismissive emphatic evasive furious
    indignant sceptical skeptical scathing sure unapologetic unconvinced unequivocal unimpressed unmoved unrepentant
    upbeat""".split()
)
"""How somebody is before such words ("The mayor was *furious*. "They lied to us."")."""
_REACH = 40
"""Tokens to look along on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class _Beside:
    cue: Token | None
    speaker: Token | None
    form: str
    marks: tuple[Token, ...] = ()


def is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation is somebody's utterance rather than a title, a name or a scare quote."""
    tokens = reading.tokens[quotation.first : quotation.last + 1]
    words = [token for token in tokens if token.pos not in ("PUNCT", "SPACE", "SYM")]
    if len(words) < 2 or (quotation.single and len(words) < 4):
        return False
    if len(quotation.runs) > 1 or len(words) >= 12:
        return True
    closed = any(token.text in _ENDS for token in tokens[-3:])
    finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for token in words)
    upper = words[0].text[:1].isupper()
    return (closed and (finite or upper)) or (finite and upper)


def quote_drafts(
    reading: Reading, quotations: Sequence[Quotation], drafts: Sequence[Draft], lexicon: CueLexicon
) -> list[Draft]:
    """Widen drafts by the quotations they touch and return new ones for quotations that none touches."""
    speech = [quotation for quotation in quotations if is_speech(reading, quotation)]
    spoken = {quotation.first for quotation in speech}
    by_cue = {draft.cue.i: draft for draft in drafts if draft.cue is not None}
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.main.sent.index, []).append(draft)
        if draft.cue is not None and draft.cue.sent.index != draft.main.sent.index:
            by_sentence.setdefault(draft.cue.sent.index, []).append(draft)
    work = _Work(reading, lexicon, spoken, by_cue, by_sentence)
    for quotation in quotations:
        work.place(quotation, speech=quotation.first in spoken)
    return work.made


@dataclass(slots=True)
class _Work:
    """One pass over a report's quotations in order; remembers who was quoted last."""

    reading: Reading
    lexicon: CueLexicon
    spoken: Collection[int]
    by_cue: dict[int, Draft]
    by_sentence: dict[int, list[Draft]]
    made: list[Draft] = field(default_factory=list)
    last: Draft | None = None
    last_end: int = -1
    """Index of the last token of the quotation placed last."""

    def place(self, quotation: Quotation, *, speech: bool) -> None:
        """Give a quotation to a draft, a new one where need be."""
        draft = self._touching(quotation)
        if draft is not None:
            _widen(self.reading, draft, quotation, speech=speech)
        elif speech:
            beside = self._after(quotation) or self._before(quotation)
            draft = self._join(beside, quotation) if beside is not None else self._continued(quotation)
        if draft is not None and speech:
            self.last, self.last_end = draft, quotation.last

    def _touching(self, quotation: Quotation) -> Draft | None:
        """Return the draft whose content overlaps the quotation most, its cue outside; or None."""
        span = frozenset(range(quotation.first, quotation.last + 1))
        tokens = self.reading.tokens
        best, most = None, 0
        for sentence in range(tokens[quotation.first].sent.index, tokens[quotation.last].sent.index + 1):
            for draft in self.by_sentence.get(sentence, ()):
                if draft.cue is not None and draft.cue.i in span:
                    continue
                shared = len(draft.inside & span)
                if shared > most or (shared == most and best is not None and best.parent is draft):
                    best, most = draft, shared
        return best

    def _join(self, beside: _Beside, quotation: Quotation) -> Draft:
        cue = beside.cue
        draft = self.by_cue.get(cue.i) if cue is not None else None
        if draft is None or draft.frame not in (*_CLAUSAL, "small", "object"):
            is_told = cue is not None and cue.pos == "VERB" and not _is_put_to(cue)
            entry = self.lexicon.verb(cue) if cue is not None and is_told else None
            row = entry.first if entry is not None else BY_MARK
            main = _main(self.reading, quotation)
            draft = Draft(beside.form, cue, row, "quote", main, set(), beside.speaker, marks=list(beside.marks))
            if beside.speaker is not None:
                outside = set(range(quotation.first, quotation.last + 1)) | ({cue.i} if cue is not None else set())
                draft.speaker_phrase = phrase_tokens(beside.speaker, outside)
            self.made.append(draft)
            if cue is not None:
                self.by_cue[cue.i] = draft
        _add(draft, quotation)
        return draft

    def _continued(self, quotation: Quotation) -> Draft | None:
        """Return the draft that a quotation without a cue goes on with, widened; or None."""
        tokens = self.reading.tokens
        here, before = tokens[quotation.first].sent, tokens[quotation.first - 1].sent if quotation.first else None
        draft = None
        if self.last is not None and self.last.form != "quote.byline@1":
            there = tokens[self.last_end].sent.paragraph
            if there == here.paragraph or (there == here.paragraph - 1 and self._is_paragraph(quotation)):
                draft = self.last
        if before is not None and before.tokens[-1].text == "?" and before.index and before is not here:
            before = self.reading.sentences[before.index - 1]  # "… gave a snort. Did they shake hands? "We did not.""
        if before is not None and before.paragraph == here.paragraph:
            draft = self._told_just_before(before.index) or self._reacted(before, quotation) or draft
            if draft is None or (draft is self.last and self._turns_to_another(before, draft)):
                draft = self._introduced(before, quotation) or draft
        if draft is not None:
            _add(draft, quotation)
        return draft

    def _reacted(self, before: Sentence, quotation: Quotation) -> Draft | None:
        """Return a new attribution to whom the sentence before a quotation shows about to speak; or None."""
        tokens = before.tokens
        root = next((token for token in tokens if token.head is token), None)
        who = root.child("nsubj") if root is not None else None
        if root is None or who is None or tokens[-1].text != ".":
            return None
        state = root.child("acomp") if root.lemma == "be" else None
        if root.lemma not in _REACTING and (state is None or state.lower not in _MOODS):
            return None
        if not _is_somebody(who):
            return None
        return self._by(root, who, quotation, "quote.reaction@1")

    def _turns_to_another(self, before: Sentence, last: Draft) -> bool:
        """Tell whether a sentence of its own between two quotations is about somebody else than the last speaker."""
        root = next((token for token in before.tokens if token.head is token), None)
        who = root.child("nsubj") if root is not None else None
        is_between = before.tokens[0].i > self.last_end and (last.cue is None or last.cue.i < before.tokens[0].i)
        return is_between and who is not None and who.pos != "PRON"

    def _introduced(self, before: Sentence, quotation: Quotation) -> Draft | None:
        """Return a new attribution to whom the sentence before a quotation is about, where it stands by itself.

        "A baker answered our call. "I can see the square.""
        """
        tokens = self.reading.tokens
        root = next((token for token in before.tokens if token.head is token), None)
        who = root.child("nsubj", "nsubjpass") if root is not None and root.pos == "VERB" else None
        is_whole = tokens[quotation.last].text in _STOPS or tokens[quotation.last - 1].text in _STOPS
        is_whole = is_whole and before.tokens[-1].i < quotation.first
        if root is None or who is None or not is_whole or not _is_somebody(who) or before.tokens[-1].text != ".":
            return None
        if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[quotation.first : quotation.last + 1]):
            return None
        return self._by(root, who, quotation, "quote.introduced@1")

    def _by(self, root: Token, who: Token, quotation: Quotation, form: str) -> Draft:
        draft = Draft(form, root, BY_MARK, "quote", _main(self.reading, quotation), set(), who)
        draft.speaker_phrase = phrase_tokens(who, {root.i})
        self.made.append(draft)
        return draft

    def _told_just_before(self, sentence: int) -> Draft | None:
        """Return the attribution the sentence before a quotation ends with ("…, he said. "…"")."""
        tokens = self.reading.sentences[sentence].tokens if sentence >= 0 else ()
        for draft in self.by_sentence.get(sentence, ()):
            cue = draft.cue
            if cue is None or draft.parent is not None or draft.frame not in _CLAUSAL or cue.pos != "VERB":
                continue
            if cue.head is cue or cue.dep in ("parataxis", "advcl") or tokens[-1].i - cue.i < 12:
                return draft
        return None

    def _is_paragraph(self, quotation: Quotation) -> bool:
        paragraph = self.reading.paragraphs[self.reading.tokens[quotation.first].sent.paragraph]
        length = paragraph.end - paragraph.start
        return quotation.start == paragraph.start and quotation.end - quotation.start > 0.8 * length

    def _after(self, quotation: Quotation) -> _Beside | None:
        """Find `"…," the minister said` and `"…" — Name`."""
        following = self._following(quotation)
        if not following or self._names_a_thing(quotation):
            return None
        byline = _BYLINE.match(self.reading.report.text, quotation.end)
        if byline is not None:
            return _byline(following, byline.end())
        inner = {
            token.text for token in self.reading.tokens[max(quotation.first, quotation.last - 2) : quotation.last + 1]
        }
        if following[0].text != "," and ("." in inner or not inner & {",", "?", "!", "—", "–", "-", "…", "..."}):
            return None
        beside = (
            self._reply(following) or self._cue_among(following, "quote.after@1") or _doing(following, self.lexicon)
        )
        if beside is None or beside.speaker is None or not quotation.first <= beside.speaker.i <= quotation.last:
            return beside
        # "A fairy tale," said Ana Lund: the parse takes the tale for what speaks.
        at = next((k for k, token in enumerate(following) if token is beside.cue), 0)
        behind = (t for t in following[at + 1 : at + 8] if t.pos in ("PROPN", "PRON") or _is_somebody(t))
        speaker = next((t for t in behind if t.head.pos != "PROPN"), None)
        return replace(beside, speaker=speaker)

    def _reply(self, following: Sequence[Token]) -> _Beside | None:
        """Find `"…," was the mayor's reply`, `"…," came the answer from the palace` and `"…," ran a bulletin`."""
        verb = next((t for t in following[:3] if t.lemma in ("be", "come", "run", "go", "read")), None)
        runs = next((t for t in following[:3] if t.lemma in _RUNNING and t.pos == "VERB"), None)
        it = runs.child("nsubj") if runs is not None else None
        if runs is not None and it is not None and it.lower == "it" and it.i < runs.i:
            return _Beside(runs, it, "quote.after@1")  # `"The family," it runs, "will not …"`
        noun = next((t for t in following[:10] if t.lemma in VERSIONS | {"comment", "retort", "response"}), None)
        word = next((t for t in following[1:4] if t.lower == "words" and t.head.lower == "in"), None)
        if word is not None and (whose := word.prep("of") or word.child("poss")) is not None:
            return _Beside(word, whose, "quote.after@1")  # `"…," in the words of its chairman`
        paper = next((t for t in following[:10] if t.lemma.lower() in DOCUMENTS), None)
        is_told = verb is not None and verb.lemma in _RUNNING and paper is not None
        if verb is not None and is_told and paper is not None and paper.head is verb and paper.i > verb.i:
            return _Beside(verb, paper, "quote.after@1")
        if verb is None or noun is None or noun.i < verb.i or noun.head is not verb:
            return None
        owner = noun.child("poss") or noun.prep("of") or noun.prep("from") or verb.prep("from")
        return _Beside(noun, owner, "quote.after@1") if owner is not None else None

    def _names_a_thing(self, quotation: Quotation) -> bool:
        """Tell whether short quoted words stand where a noun would ("on “Morning Talk,” the mayor said")."""
        if quotation.last - quotation.first > 9 or not quotation.first:
            return False
        previous = self.reading.tokens[quotation.first - 1]
        beside = previous.sent.paragraph == self.reading.tokens[quotation.first].sent.paragraph
        return beside and previous.pos in ("ADP", "DET", "NOUN", "PROPN", "PART", "ADJ", "CCONJ", "NUM")

    def _following(self, quotation: Quotation) -> list[Token]:
        tokens = self.reading.tokens
        paragraph = tokens[quotation.last].sent.paragraph
        found: list[Token] = []
        for token in tokens[quotation.last + 1 : quotation.last + 1 + _REACH]:
            if token.sent.paragraph != paragraph or (token.text in _STOPS and token.pos == "PUNCT"):
                break
            if token.i in self.spoken:
                break
            found.append(token)
        return found

    def _before(self, quotation: Quotation) -> _Beside | None:
        """Find `The minister said: "…"`, in the same sentence or at the end of the paragraph before."""
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
            if token.text in _STOPS or i == self.last_end or token.sent.paragraph != previous.sent.paragraph:
                break
            preceding.append(token)
        return self._cue_among(preceding, "quote.before@1") or self._led_into(previous)

    def _led_into(self, colon: Token) -> _Beside | None:
        """Find who leads into a quotation by a colon and no cue ("The old man went over it once more: "…"")."""
        if colon.text != ":":
            return None
        before = colon.sent.tokens[: colon.i - colon.sent.tokens[0].i]
        subjects = (t for t in before if t.dep == "nsubj" and t.head.pos in ("VERB", "AUX") and t.head.dep != "relcl")
        who = next((t for t in subjects if _is_somebody(t) or t.lemma.lower() in DOCUMENTS), None)
        is_verbal = any(t.dep in ("nsubj", "nsubjpass") and t.head.dep != "relcl" for t in before)
        if who is None and not is_verbal:  # `A post on the movement's page, since deleted: "…"`
            nouns = (t for t in before if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "nmod", "poss"))
            who = next((t for t in nouns if names_somebody(t) or t.lemma.lower() in DOCUMENTS), None)
        return _Beside(None, who, "quote.introduced@1", (colon,)) if who is not None else None

    def _cue_among(self, tokens: Sequence[Token], form: str) -> _Beside | None:
        for k, token in enumerate(tokens):
            if token.lower == "according":
                link = token.child("prep")
                return _Beside(token, link.child("pobj") if link is not None else None, form)
            if token.pos != "VERB" or (token.dep in _SKIPPED and token.child("nsubj") is None):
                continue
            entry = self.lexicon.verb(token)
            if entry is not None and ("quote" in entry.frames or "clause" in entry.frames):
                return _Beside(token, speaker_of(token) or _nearest(tokens, k), form)
        return None


def _doing(following: Sequence[Token], lexicon: CueLexicon) -> _Beside | None:
    """Find who does anything right behind words that end in a comma (`"A fairy tale," *he chortled*`)."""
    words = [token for token in following if token.text != ","]
    verb = next((t for t in words[1:8] if t.tag in ("VBD", "VBZ") and t.pos == "VERB"), None)
    who = verb.child("nsubj") if verb is not None else None
    if verb is None:  # `"…," the general *recounts*`, which a parse may take for a noun
        seeming = ((a, b) for a, b in pairwise(words[:7]) if b.tag == "NNS" and _is_somebody(a))
        who, verb = next(seeming, (None, None))
        if verb is None or who is None or lexicon.verb(verb) is None:
            return None
        return _Beside(verb, who, "quote.after@1")
    if who is None or who not in words or who.i > verb.i or verb.lemma in ("be", "have", "do"):
        return None
    if not (_is_somebody(who) or who.lower == "it") or (words[0].text[:1].isupper() and words[0].pos != "PROPN"):
        return None  # `"Stop!" The police fired`
    return _Beside(verb, who, "quote.after@1")


def _is_put_to(verb: Token) -> bool:
    """Tell whether a participle tells what was put to whoever speaks ("*asked* about it, he was brief: …")."""
    return verb.tag == "VBN" and verb.dep == "advcl" and verb.child("nsubj", "aux", "mark") is None


def _is_somebody(noun: Token) -> bool:
    return names_somebody(noun) or noun.lower in ("he", "she", "they")


def _byline(following: Sequence[Token], at: int) -> _Beside | None:
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
    return _Beside(None, head, "quote.byline@1", marks[:1])


def _add(draft: Draft, quotation: Quotation) -> None:
    span = range(quotation.first, quotation.last + 1)
    draft.inside.update(span)
    draft.quoted.update(span)


def _widen(reading: Reading, draft: Draft, quotation: Quotation, *, speech: bool) -> None:
    """Add a quotation to a draft whose clause it is, or part of; a plain quotation replaces the clause."""
    if speech and draft.frame in _CLAUSAL and _stands_alone(reading, quotation):
        tokens = reading.tokens
        outside = {i for i in draft.inside - draft.quoted if tokens[i].pos not in ("PUNCT", "CCONJ")}
        ahead = [i for i in outside if i < quotation.first]
        if len(ahead) < 3:
            draft.inside = set(draft.quoted)
            draft.form = "quote.clause@1"
    _add(draft, quotation)


def _stands_alone(reading: Reading, quotation: Quotation) -> bool:
    tokens = reading.tokens
    before = tokens[quotation.first - 1] if quotation.first else None
    opens = (
        before is None
        or before.text in (",", ":")
        or before.text in _STOPS
        or before.sent.paragraph != tokens[quotation.first].sent.paragraph
    )
    ends = tokens[max(quotation.first, quotation.last - 1) : quotation.last + 1]
    return opens and any(token.text in _ENDS for token in ends)


def _main(reading: Reading, quotation: Quotation) -> Token:
    """Return the highest word of a quotation's first sentence."""
    inside = reading.tokens[quotation.first : quotation.last + 1]
    for token in inside:
        if token.pos in ("VERB", "AUX") and (
            token.head is token or not quotation.first <= token.head.i <= quotation.last
        ):
            return token
    words = [token for token in inside if token.pos not in ("PUNCT", "SPACE")]
    inner = {t.i for t in words}
    tops = (t for t in words if t.head is t or t.head.i not in inner)
    return next(tops, words[0] if words else inside[0])  # "A fairy *tale*," he said


def _nearest(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the name or pronoun beside a cue that the parse left without a subject."""
    for token in (*reversed(tokens[:at]), *tokens[at + 1 : at + 4]):
        if token.pos in ("PROPN", "PRON"):
            return token
    return None
