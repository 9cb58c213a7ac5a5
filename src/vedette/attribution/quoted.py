"""Attributions by quotation marks: whose a quotation is, by what is told of it, beside it or right before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.quotes import Quotation
from vedette.attribution.speakers import is_somebody, phrase_tokens
from vedette.attribution.speech_tags import SpeechTag, SpeechTags
from vedette.attribution.utterances import STOPS, fills_paragraph, is_speech, main_of, stands_alone
from vedette.reading import Reading, Sentence, Token

_CLAUSAL = ("clause", "quote", "person-clause")
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
    work = _Work(reading, lexicon, SpeechTags(reading, lexicon, spoken), by_cue, by_sentence)
    for quotation in quotations:
        work.place(quotation, speech=quotation.first in spoken)
    return work.made


@dataclass(slots=True)
class _Work:
    """One pass over a report's quotations in order; remembers who was quoted last."""

    reading: Reading
    lexicon: CueLexicon
    tags: SpeechTags
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
            tag = self.tags.after(quotation) or self.tags.before(quotation, self.last_end)
            draft = self._join(tag, quotation) if tag is not None else self._continued(quotation)
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

    def _join(self, tag: SpeechTag, quotation: Quotation) -> Draft:
        cue = tag.cue
        draft = self.by_cue.get(cue.i) if cue is not None else None
        if draft is None or draft.frame not in (*_CLAUSAL, "small", "object"):
            is_told = cue is not None and cue.pos == "VERB" and not _is_put_to(cue)
            entry = self.lexicon.verb(cue) if cue is not None and is_told else None
            row = entry.first if entry is not None else BY_MARK
            main = main_of(self.reading, quotation)
            draft = Draft(tag.form, cue, row, "quote", main, set(), tag.speaker, marks=list(tag.marks))
            if tag.speaker is not None:
                outside = set(range(quotation.first, quotation.last + 1)) | ({cue.i} if cue is not None else set())
                draft.speaker_phrase = phrase_tokens(tag.speaker, outside)
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
            if there == here.paragraph or (there == here.paragraph - 1 and fills_paragraph(self.reading, quotation)):
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
        if not is_somebody(who):
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
        is_whole = tokens[quotation.last].text in STOPS or tokens[quotation.last - 1].text in STOPS
        is_whole = is_whole and before.tokens[-1].i < quotation.first
        if root is None or who is None or not is_whole or not is_somebody(who) or before.tokens[-1].text != ".":
            return None
        if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[quotation.first : quotation.last + 1]):
            return None
        return self._by(root, who, quotation, "quote.introduced@1")

    def _by(self, root: Token, who: Token, quotation: Quotation, form: str) -> Draft:
        draft = Draft(form, root, BY_MARK, "quote", main_of(self.reading, quotation), set(), who)
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


def _is_put_to(verb: Token) -> bool:
    """Tell whether a participle tells what was put to whoever speaks ("*asked* about it, he was brief: …")."""
    return verb.tag == "VBN" and verb.dep == "advcl" and verb.child("nsubj", "aux", "mark") is None


def _add(draft: Draft, quotation: Quotation) -> None:
    span = range(quotation.first, quotation.last + 1)
    draft.inside.update(span)
    draft.quoted.update(span)


def _widen(reading: Reading, draft: Draft, quotation: Quotation, *, speech: bool) -> None:
    """Add a quotation to a draft whose clause it is, or part of; a plain quotation replaces the clause."""
    if speech and draft.frame in _CLAUSAL and stands_alone(reading, quotation):
        tokens = reading.tokens
        outside = {i for i in draft.inside - draft.quoted if tokens[i].pos not in ("PUNCT", "CCONJ")}
        ahead = [i for i in outside if i < quotation.first]
        if len(ahead) < 3:
            draft.inside = set(draft.quoted)
            draft.form = "quote.clause@1"
    _add(draft, quotation)
