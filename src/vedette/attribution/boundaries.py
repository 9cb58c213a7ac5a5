"""Where content ends: asides, joined clauses and attributions that only look nested."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.speakers import FINITE, SPOKEN, after_lead, names_somebody, phrase_tokens
from vedette.attribution.taken_up import TAKEN_UP, aside_of
from vedette.reading import Sentence, Token

_CLAUSAL = frozenset({"clause", "person-clause", "quote"})
_RELATIVE_CUT = frozenset({"object", "to", "person-to", "for", "of", "about"})
_CONTRAST = frozenset({"though", "although", "while", "but", "whereas", "as", "when"})
_SUBJECTS = ("nsubj", "nsubjpass")


def settle(sentence: Sentence, drafts: list[Draft]) -> None:
    """Cut the drafts of one sentence at their borders and tell each which one it is told in."""
    for draft in drafts:
        if draft.frame in _CLAUSAL:
            _carry_on(draft, drafts)
            _take_adverbial(draft)
            _leave_turns(draft)
            _leave_acts(draft, drafts)
            _fill(sentence, draft)
            _cut_lead(draft)
            _cut_at_colon(sentence, draft)
            _cut_at_semicolon(sentence, draft, drafts)
        elif draft.frame in _RELATIVE_CUT:
            draft.inside -= trailing_relative(sentence.tokens, draft.inside)
    _cut_taken_up(drafts)
    _cut_according(drafts)
    branches = _Branches()
    for outer in drafts:
        if outer.frame in _CLAUSAL or outer.frame == "ing":
            _cut_asides(sentence, outer, drafts, branches)
    for draft in drafts:
        around = [other for other in drafts if other is not draft and draft.cue and draft.cue.i in other.inside]
        if around:
            draft.parent = min(around, key=lambda other: len(other.inside))


class _Branches(dict[Token, frozenset[int]]):
    """The indices of the tokens below a cue, the cue with them: asked for once with each draft around it."""

    def __missing__(self, cue: Token) -> frozenset[int]:
        self[cue] = found = frozenset(subtree_indices((cue,)))
        return found


def _cut_asides(sentence: Sentence, outer: Draft, drafts: Sequence[Draft], branches: _Branches) -> None:
    for inner in drafts:
        if inner is not outer and inner.cue is not None and inner.cue.i in outer.inside:
            branch = _aside(sentence, inner, outer, branches)
            if branch is not None:
                _separate(inner, outer, branch)


def _carry_on(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Take in the clause joined behind a cue set off by commas: "He fell, she told us, *and nobody helped him*"."""
    cue = draft.cue
    if cue is None or cue.pos != "VERB" or not draft.inside or max(draft.inside) > cue.i:
        return
    tokens, base = cue.sent.tokens, cue.sent.tokens[0].i
    _take_consequence(draft, cue, drafts)
    for clause in cue.kids("conj"):
        joint = cue.child("cc")
        if joint is not None and _goes_on_without_subject(cue, joint, clause, tokens[joint.i - 1 - base]):
            draft.inside |= {i for i in subtree_indices((clause,)) if i >= joint.i} | {joint.i}
            continue
        if joint is None or joint.i < cue.i or tokens[joint.i - 1 - base].text != "," or clause.i < joint.i:
            continue
        branch = {i for i in subtree_indices((clause,)) if i > joint.i}
        subject = clause.child(*_SUBJECTS, "expl")
        if subject is None or subject.tag in ("WP", "WDT"):
            continue
        if any(other.cue and other.cue.i in branch for other in drafts) or _speaks_in_turn(clause, subject):
            continue
        draft.inside |= branch


def _take_adverbial(draft: Draft) -> None:
    """Take in what stands between words told and their speaker: "Students did it, *with slings*, the brigade said"."""
    cue = draft.cue
    if cue is None or not draft.inside or not draft.speaker_phrase or cue.pos != "VERB":
        return
    tokens, base = cue.sent.tokens, cue.sent.tokens[0].i
    is_bare = draft.main.lemma == "be" and draft.main.child("attr", "acomp", "prep", "advmod", "expl", "ccomp") is None
    if is_bare and draft.main.i < cue.i:  # "The smoke was, he explained, *from the field kitchen*"
        behind = [link for link in cue.kids("prep") if link.i > cue.i and tokens[link.i - 1 - base].text == ","]
        draft.inside |= subtree_indices(behind)
    start, end = max(draft.inside) + 1, draft.speaker_phrase[0].i
    start -= tokens[start - 1 - base].text == ","
    between = tokens[start - base : end - base]
    if not end < cue.i or len(between) < _FEWEST_BETWEEN or between[0].text != "," or between[-1].text != ",":
        return
    links = [link for link in cue.kids("prep") if start < link.i < end]
    if links and subtree_indices(links) | {start, end - 1} >= {token.i for token in between}:
        draft.inside |= {token.i for token in between[:-1]}


_FEWEST_BETWEEN = 4
"""Words between the words told and their speaker, commas counted, at least."""


def _leave_turns(draft: Draft) -> None:
    """Leave out what another says behind a cue between commas, which a parse joins to the words before it."""
    cue = draft.cue
    if cue is None or draft.main.i > cue.i:
        return
    for clause in draft.main.kids("conj"):
        subject = clause.child(*_SUBJECTS)
        if clause.i > cue.i and subject is not None and _speaks_in_turn(clause, subject):
            draft.inside -= {i for i in subtree_indices((*draft.main.kids("cc"), clause)) if i > cue.i}


def _leave_acts(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Leave out what the speaker did besides, which a parse joins to his words: "We will stay, he said, *and rose*".

    Told by its past tense, where the words before the cue are in another.
    """
    cue = draft.cue
    if cue is None or draft.speaker is None or draft.main.i > cue.i or draft.main.tag == "VBD":
        return
    tokens, base = cue.sent.tokens, cue.sent.tokens[0].i
    if [token.lower for token in tokens[cue.i + 1 - base :][:2]] != [",", "and"]:
        return
    for clause in draft.main.kids("conj"):
        if clause.i > cue.i and clause.tag == "VBD" and clause.child(*_SUBJECTS, "expl", "aux", "auxpass") is None:
            draft.inside = {i for i in draft.inside if i < cue.i}
            for other in drafts:
                if other.cue is clause:
                    other.speaker, other.speaker_phrase = draft.speaker, list(draft.speaker_phrase)


def _speaks_in_turn(clause: Token, subject: Token) -> bool:
    """Tell whether another speaks in the clause joined to a cue ("…, it said, *but its rival complained of fraud*")."""
    return clause.lemma in SPOKEN and subject.pos in ("NOUN", "PROPN") and names_somebody(subject)


def _goes_on_without_subject(cue: Token, joint: Token, clause: Token, before: Token) -> bool:
    """Tell whether a participle joined to a cue goes on with what is said before it ("…, he said, *but spoilt*")."""
    is_bare = clause.tag == "VBN" and not any(c.dep in (*_SUBJECTS, "expl", "aux", "auxpass") for c in clause.children)
    return is_bare and cue.tag != "VBN" and joint.i > cue.i and clause.i > joint.i and before.text == ","


def _take_consequence(draft: Draft, cue: Token, drafts: Sequence[Draft]) -> None:
    """Take in what follows from what is said: "Bodies had been counted twice, she said, *so that nine are dead*"."""
    for link in cue.kids("prep"):  # "…, the ministry reported, *with forty lorries admitted before noon*"
        behind = link.i > cue.i and cue.sent.tokens[link.i - 1 - cue.sent.tokens[0].i].text == ","
        if behind and link.lower == "with" and link.child("pcomp") is not None:
            draft.inside |= subtree_indices((link,))
    for clause in cue.kids("advcl"):
        branch = subtree_indices((clause,))
        first = cue.sent.tokens[min(branch) - cue.sent.tokens[0].i]
        if first.i < cue.i or first.lower not in ("so", "because", "since") or clause.child(*_SUBJECTS) is None:
            continue
        if not any(other.cue and other.cue.i in branch for other in drafts):
            draft.inside |= branch


def _fill(sentence: Sentence, draft: Draft) -> None:
    """Take in the commas and conjunctions that stand between two stretches of one content."""
    if len(draft.inside) < 2:
        return
    base = sentence.tokens[0].i
    gap: list[int] = []
    unbroken = True
    for i in range(min(draft.inside), max(draft.inside) + 1):
        if i in draft.inside:
            if unbroken:
                draft.inside.update(gap)
            gap, unbroken = [], True
        elif sentence.tokens[i - base].pos in ("PUNCT", "CCONJ"):
            gap.append(i)
        else:
            unbroken = False


def _cut_lead(draft: Draft) -> None:
    """Leave out the report's own clause before a colon ("*It had raised its count*: nineteen were killed, it said")."""
    cue, speaker = draft.cue, draft.speaker
    if cue is None or speaker is None or speaker.pos != "PRON" or not draft.inside or max(draft.inside) > cue.i:
        return
    rest = after_lead(speaker)
    if rest:
        draft.inside = {token.i for token in rest}
        draft.main = next((t for t in rest if t.head.i not in draft.inside and t.pos in ("VERB", "AUX")), draft.main)


def _cut_at_colon(sentence: Sentence, draft: Draft) -> None:
    """Leave out what leads into words with a cue behind them ("Another story emerges: *a torch did it*, he says")."""
    cue, base = draft.cue, sentence.tokens[0].i
    if cue is None or not draft.inside or min(draft.inside) > cue.i:
        return
    colons = [i for i in draft.inside if i < cue.i and sentence.tokens[i - base].text == ":"]
    rest = {i for i in draft.inside if colons and i > colons[-1]}
    before = [sentence.tokens[i - base] for i in sorted(rest) if i < cue.i]
    if not colons or not any(t.dep in (*_SUBJECTS, "expl") for t in before) or not any(t.tag in FINITE for t in before):
        return
    draft.inside = rest
    if draft.main.i not in rest:
        heads = (t for t in before if t.tag in FINITE and t.head.i not in rest)
        draft.main = next(heads, next(t for t in before if t.tag in FINITE))


def _cut_at_semicolon(sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Leave out what another says before a semicolon ("*A source said four fell*; there were none, the army said")."""
    cue, base = draft.cue, sentence.tokens[0].i
    if cue is None or not draft.inside or max(draft.inside) > cue.i:
        return
    marks = [i for i in draft.inside if sentence.tokens[i - base].text == ";"]
    others = [d.cue.i for d in drafts if d is not draft and d.cue is not None and d.speaker is not None]
    if not marks or not any(i < marks[-1] for i in others if i in draft.inside):
        return
    rest = {i for i in draft.inside if i > marks[-1]}
    heads = [sentence.tokens[i - base] for i in sorted(rest) if sentence.tokens[i - base].tag in FINITE]
    if heads:
        draft.inside = rest
        draft.main = draft.main if draft.main.i in rest else next((t for t in heads if t.head.i not in rest), heads[0])


def _cut_taken_up(drafts: Sequence[Draft]) -> None:
    """Leave another's denial out of what is said ("The union says it will close, *which the owner denies*")."""
    for denial in drafts:
        if denial.form == TAKEN_UP and denial.cue is not None:
            aside = aside_of(denial.cue)
            for draft in drafts:
                draft.inside -= aside


def _cut_according(drafts: Sequence[Draft]) -> None:
    """Leave "according to …" out of what is told before it ("a demand *that they disarm*, according …")."""
    for around in drafts:
        if around.form == "cue.according@1" and around.cue is not None:
            for inner in drafts:
                if inner.cue is not None and inner.cue.i in around.inside and around.cue.i in inner.inside:
                    inner.inside -= subtree_indices((around.cue,))


def _aside(sentence: Sentence, inner: Draft, outer: Draft, branches: _Branches) -> frozenset[int] | None:
    """Return the tokens of an attribution that hangs inside another but stands beside it, or None.

    "X said the talks had failed, adding that …"; "…, though she noted …"; "… and called it a farce".
    """
    cue = inner.cue
    if (
        cue is None
        or outer.cue is None
        or cue.pos != "VERB"
        or cue.i < outer.cue.i
        or ("quote" not in inner.entry.frames and inner.frame != "object-at")
    ):
        return None
    if inner.frame == "object" and inner.entry.attitude != "says":
        return None
    branch = branches[cue]
    first = min(branch)
    base = sentence.tokens[0].i
    before = sentence.tokens[first - 1 - base] if first > base else None
    if before is None:
        return None
    own = cue.child(*_SUBJECTS)
    if cue.dep in ("advcl", "acl", "conj") and cue.tag == "VBG" and own is None and before.text == ",":
        return branch
    if cue.dep == "advcl" and own is not None and before.text == ",":
        mark = cue.child("mark", "advmod")
        return branch if mark is not None and mark.lower in _CONTRAST else None
    if cue.dep in ("conj", "ccomp") and cue.tag in ("VBD", "VBZ", "VBP") and cue.tag == outer.cue.tag:
        joined = before.dep == "cc" and before.lower in ("and", "but")
        earlier = sentence.tokens[before.i - 1 - base] if joined and before.i > base else None
        comma = earlier is not None and earlier.text in (",", "—", "–")
        if joined and (own is None or comma or own.pos in ("PROPN", "NOUN")):
            return branch | {before.i}
    return None


def _separate(inner: Draft, outer: Draft, branch: frozenset[int]) -> None:
    outer.inside -= branch
    cue = inner.cue
    if cue is not None and cue.child(*_SUBJECTS) is None and outer.speaker is not None:
        inner.speaker = outer.speaker
        inner.speaker_phrase = phrase_tokens(outer.speaker, inner.inside | outer.inside | {cue.i})


def trailing_relative(tokens: Sequence[Token], inside: set[int]) -> set[int]:
    """Return the tokens of a relative clause set off by a comma at the very end of some content."""
    if not inside:
        return set()
    end = max(inside)
    for token in tokens:
        if token.dep != "relcl" or token.i not in inside:
            continue
        branch = subtree_indices((token,))
        first = min(branch)
        if max(branch) >= end and first - 1 in inside and tokens[first - 1 - tokens[0].i].text == ",":
            return branch
    return set()
