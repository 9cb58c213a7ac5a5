"""How a claim is put to the encoder of links: as a whole sentence, as the statements are that it was trained on.

Reports hand words over in many shapes: "accused the army *of shelling the town*", "claimed *to have taken it*", "called
the vote *fair*", "put the toll *at nine*". The encoder reads all of them as what they state: "the army was shelling the
town", "it had taken it", "the vote was fair", "the toll was at nine".
"""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model import Claim
from vedette.reading import Token

_STANDING_FOR = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that"})
_MOST_OF_A_SPEAKER, _MOST_OF_A_CLAIM = 12, 80
"""Words of a speaker's phrase and of what is said that the encoder reads."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

Edit = tuple[int, int, str]
"""From an offset to another, and the words that stand there instead."""


def as_told(claim: Claim, tokens: Sequence[Token]) -> str:
    """Return a claim as the encoder of links reads it: "the army said: it had taken the town".

    tokens: those of its content.
    """
    named = claim.speaker_words.exact.removesuffix("'s").removesuffix("’s") if claim.speaker_words is not None else ""
    words = named.split()
    if claim.speakers and (not words or " ".join(words).lower() in _STANDING_FOR):
        words = claim.speakers[0].party.actor.name.split()
    # A "not" inside the words stays there; only a cue that denies by itself is told by the verb.
    by_words = any(part.startswith(("stance.negated", "stance.rejecting")) for part in claim.rule.split("+"))
    verb = "denied" if claim.stance == "denies" and not by_words else "said"
    edits = _edits(claim, tokens) if verb == "said" else []
    said = _words(claim, sorted(edits)).split()
    return f"{' '.join(words[:_MOST_OF_A_SPEAKER])} {verb}: {' '.join(said[:_MOST_OF_A_CLAIM])}"


def _words(claim: Claim, edits: Sequence[Edit]) -> str:
    content, base = claim.content, claim.content.start
    found = []
    for start, end in content.runs:
        at = start
        for first, last, instead in edits:
            if at <= first and last <= end:
                found.append(content.exact[at - base : first - base] + instead)
                at = last
        found.append(content.exact[at - base : end - base])
    return " ".join(found)


def _edits(claim: Claim, tokens: Sequence[Token]) -> list[Edit]:
    """Return what makes a sentence of words that are none."""
    if not tokens or any(token.tag in _FINITE and _is_main(token, tokens) for token in tokens):
        return []
    return _of_infinitive(tokens) or _of_accusation(claim, tokens) or _of_judgement(tokens) or _of_state(tokens)


def _is_main(verb: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb, or the one it helps, is told by itself rather than in a clause about a noun."""
    above = verb.head if verb.dep in ("aux", "auxpass") else verb
    return above.dep not in ("relcl", "acl", "advcl") or above is tokens[0]


def _of_infinitive(tokens: Sequence[Token]) -> list[Edit]:
    """ "*to have* seized it" → "it had seized it"; "*to be* a doctor" → "it was a doctor"."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else None
    if first.lower != "to" or second is None or second.lower not in ("have", "be"):
        return []
    return [(first.start, _end(second), "it had" if second.lower == "have" else "it was")]


def _of_accusation(claim: Claim, tokens: Sequence[Token]) -> list[Edit]:
    """ "the army *of* shelling it" → "the army was shelling it"; "the army *for* the fire" → "… was to blame for"."""
    if claim.stance != "accuses":
        return []
    for k, link in enumerate(tokens[1:-1], start=1):
        below = tokens[k + 1]
        if link.lower == "of" and below.tag == "VBG":
            if below.lower == "having":
                return [(link.start, _end(below), "had")]
            return [(link.start, _end(below) if below.lower == "being" else _end(link), "was")]
        if (
            link.lower == "for"
            and link.head.pos != "ADJ"
            and tokens[0].dep in ("det", "poss", "compound", "dobj", "amod", "nmod")
        ):
            return [(link.start, link.start, "was to blame ")]
    return []


def _of_judgement(tokens: Sequence[Token]) -> list[Edit]:
    """ "the vote *free and fair*" → "the vote was free and fair"; "the vote *as* a farce" → "the vote was a farce"."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head is token]
    if len(tops) == 1 and tops[0].pos in ("ADJ", "NOUN") and tops[0].dep == "ccomp":
        subject = tops[0].child(*_SUBJECTS)
        return _was_behind(subject, tokens) if subject is not None else []
    thing = next((t for t in tops if t.dep in ("dobj", "nsubjpass")), None)
    if thing is None:
        return []
    link = next((t for t in tokens if t.lower == "as" and t.i > thing.i and (t in tops or t.head is thing)), None)
    if link is not None:
        return [(link.start, _end(link), "was")]
    judged = next((t for t in tops if t.dep in ("oprd", "dobj", "attr", "acomp") and t.i > thing.i), None)
    return _was_behind(thing, tokens) if judged is not None else []


def _of_state(tokens: Sequence[Token]) -> list[Edit]:
    """ "the toll *at nine*" → "the toll was at nine"."""
    inside = {token.i for token in tokens}
    thing = next((t for t in tokens if t.dep in ("dobj", "nsubjpass") and t.head.i not in inside), None)
    link = next((t for t in tokens if t.lower == "at" and t.dep == "prep" and t.head.i not in inside), None)
    is_behind = thing is not None and link is not None and thing.i < link.i
    return [(link.start, link.start, "was ")] if link is not None and is_behind else []


def _was_behind(subject: Token, tokens: Sequence[Token]) -> list[Edit]:
    end = max(token.i for token in subject.subtree())
    behind = next((token for token in tokens if token.i > end), None)
    return [(behind.start, behind.start, "was ")] if behind is not None else []


def _end(token: Token) -> int:
    return token.start + len(token.text)
