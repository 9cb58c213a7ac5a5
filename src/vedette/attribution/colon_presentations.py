"""Gestures and documents before a colon that present the words behind it."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.colon_answers import REPLIES
from vedette.attribution.colons import GIVEN_OUT, MOST_LEADING, VERBS, colon_of, subject_of, whole_clause
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.said_things import DOCUMENTS, PARTS, VERSIONS
from vedette.attribution.speakers import names_somebody, phrase_tokens
from vedette.reading import Reading, Sentence, Token
from vedette.reading.pronouns import SAYING


def presented(reading: Reading, sentence: Sentence, lexicon: CueLexicon) -> Draft | None:
    """Find "Its caption: …", "In it: …", "Item one: …", "He put it baldly: …", "Ask the mayor and you hear this: …"."""
    tokens, at = sentence.tokens, colon_of(sentence)
    if at is None or not 2 <= at < len(tokens) - 3:
        return None
    lead, said = tokens[:at], tokens[at + 1 :]
    main = whole_clause(said)
    if main is None or _has_own_cue(said, lexicon):
        return None
    is_verbal = any(token.pos in VERBS for token in lead)
    found = _by_gesture(lead) if is_verbal else _by_document(reading, sentence, lead)
    if found is None:
        return None
    cue, speaker = found
    draft = Draft("layout.lead@1", cue, BY_MARK, "clause", main, {t.i for t in said}, speaker, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(speaker, {*draft.inside, *((cue.i,) if cue is not None else ())})
    return draft


def _has_own_cue(said: Sequence[Token], lexicon: CueLexicon) -> bool:
    """Tell whether a cue behind a comma says whose words these are (": nothing was found, *its spokesman assured*")."""
    for verb in said:
        subject = verb.child("nsubj") if verb.pos == "VERB" else None
        entry = lexicon.verb(verb) if subject is not None else None
        is_as = subject is not None and any(c.lower == "as" and c.i < subject.i for c in verb.children)
        if subject is None or is_as or not (verb.lemma in SAYING or (entry is not None and "clause" in entry.frames)):
            continue
        start = min(subject.i, *(t.i for t in subject.subtree()), verb.i) - said[0].i
        if any(t.text == "," for t in said[max(start - 2, 0) : max(start, 0)]):
            return True
    return False


def _by_gesture(lead: Sequence[Token]) -> tuple[Token | None, Token] | None:
    """Return verb and speaker of a clause by which somebody comes out with what follows, or None."""
    words = {token.lemma for token in lead}
    for verb in lead:
        speaker = subject_of(verb) if verb.pos == "VERB" else None
        if speaker is None or not (_is_name(speaker) or speaker.lower in ("he", "she", "they")):
            continue
        thing = verb.child("dobj")
        ready = next((c for c in verb.kids("ccomp") if c.lower == "ready" and verb.lemma == "have"), None)
        thing = thing or (ready.child("nsubj") if ready is not None else None)  # "had *his answer ready*: …"
        of = thing.lemma if thing is not None else ""
        is_put = verb.lemma in ("put", "have") and of == "it"
        is_finger = verb.lemma == "point" and (of == "finger" or verb.prep("at", "to") is not None)
        is_opinion = verb.lemma in ("credit", "blame") or (verb.lemma == "have" and of in _OPINIONS | VERSIONS)
        is_this = lead[-1].lower in ("this", "these") and verb.dep in ("ROOT", "ccomp")
        is_brought = verb.lemma in _BRINGING and of in GIVEN_OUT
        if is_put or is_finger or is_opinion or is_this or is_brought or words >= _SET_STRAIGHT:
            return verb, speaker
    if (quick := _quick_with_an_answer(lead)) is not None:
        return quick
    leading = next((t for t in lead if t.dep in ("ROOT", "ccomp", "parataxis") and t.pos == "VERB"), None)
    first = subject_of(leading) if leading is not None else None
    if leading is not None and first is not None and _is_definite(first) and not leading.kids("ccomp", "xcomp"):
        return leading, first
    asked = lead[0].child("dobj") if lead[0].lower == "ask" else None
    if asked is not None and names_somebody(asked) and any(t.lemma in ("hear", "get", "learn") for t in lead):
        return None, asked
    return None


def _quick_with_an_answer(lead: Sequence[Token]) -> tuple[Token, Token] | None:
    """Return the answer and whose it is: "the government *was quick with an answer*: …", or None."""
    for noun in lead:
        is_with = noun.dep == "pobj" and noun.head.lower == "with" and noun.lemma.lower() in REPLIES
        verbs = (above for above in noun.ancestors() if above.pos in VERBS) if is_with else iter(())
        verb = next(verbs, None)
        speaker = subject_of(verb) if verb is not None else None
        if speaker is not None and (_is_name(speaker) or speaker.lower in ("he", "she", "they")):
            return noun, speaker
    return None


def _is_name(noun: Token) -> bool:
    """Tell whether a noun names somebody, also one that a parse takes for a common noun ("the Workers' *Front*")."""
    return names_somebody(noun) or (noun.text[:1].isupper() and noun.i > noun.sent.tokens[0].i and noun.tag[:2] == "NN")


def _is_definite(noun: Token) -> bool:
    """Tell whether a subject is one person or body whom the report knows, rather than "three candidates"."""
    if noun.lower in ("he", "she", "they"):
        return True
    det, owner = noun.child("det", "poss"), noun.child("poss")
    is_told = noun.tag == "NNP" or (det is not None and det.lower not in ("a", "an", "no", "some", "any"))
    is_owned = owner is not None and names_somebody(owner)
    return is_told and (is_owned or names_somebody(noun) or noun.lemma.lower() in DOCUMENTS)


_SET_STRAIGHT = frozenset({"set", "record", "straight"})
"""Words of "used her speech to *set the record straight*: …"."""
_OPINIONS = frozenset({"theory", "idea", "doubt", "explanation", "suspicion", "complaint", "opinion", "hunch"})
"""What somebody may have that he then tells ("Sir Godfrey *had no doubts*: …")."""
_BRINGING = frozenset(
    {"bring", "deliver", "give", "present", "publish", "release", "announce", "offer", "have", "read", "set", "lay"}
)
"""Verbs by which somebody brings what stands behind the colon ("*brought* better word: …")."""


def _by_document(reading: Reading, sentence: Sentence, lead: Sequence[Token]) -> tuple[Token | None, Token] | None:
    """Return who speaks where a part of a document, or "in it", stands before a colon; None where nothing does."""
    words = [token for token in lead if token.pos != "PUNCT"]
    if not 1 < len(words) <= MOST_LEADING:
        return None
    noun = next((t for t in reversed(words) if t.lemma.lower() in PARTS | DOCUMENTS), None)
    if words[0].lower in ("in", "among", "on", "under"):
        if len(words) == 2 and words[1].lower in ("it", "them"):
            return None, words[1]
        return (None, noun) if noun is not None and noun.lemma.lower() in DOCUMENTS and len(words) <= 4 else None
    if noun is None or noun.head in words:
        return None
    owner = noun.child("poss")
    if owner is not None and owner.lower not in ("my", "our", "your"):
        return noun, owner
    is_numbered = noun.child("nummod") is not None or any(t.pos == "NUM" for t in words if t is not noun)
    if noun.lemma.lower() in PARTS and is_numbered and len(words) <= 3:
        before = _document_before(reading, sentence)
        return (None, before) if before is not None else None
    return None


def _document_before(reading: Reading, sentence: Sentence) -> Token | None:
    """Return the document, or else whoever speaks, in the sentence before."""
    if not sentence.index:
        return None
    above = reading.sentences[sentence.index - 1]
    if above.paragraph != sentence.paragraph:
        return None
    found = next((t for t in above.tokens if t.pos == "NOUN" and t.lemma.lower() in DOCUMENTS), None)
    return found or next((t for t in above.tokens if t.dep == "nsubj" and names_somebody(t)), None)
