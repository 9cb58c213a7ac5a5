"""How a speaker stands to what is said: attitude, stance and hedges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vedette.attribution.attributions import Attribution
from vedette.attribution.said_things import REJECTING, SAID_THINGS, SHOWN_THINGS
from vedette.attribution.speakers import names_somebody
from vedette.attribution.taken_up import DENYING_WORDS
from vedette.model import Stance
from vedette.model.claim import Attitude
from vedette.reading import Token

HEDGES = frozenset(
    {
        "reportedly", "allegedly", "apparently", "purportedly", "supposedly", "presumably", "seemingly", "ostensibly",
        "perhaps", "possibly", "probably", "likely", "maybe", "arguably", "unconfirmed", "unverified", "alleged",
        "purported", "supposed", "suspected", "reported", "rumored", "rumoured", "potentially",
    }
)  # fmt: skip
_DISAPPROVING = frozenset({"unacceptable", "unfair", "unjustified", "unreasonable", "malicious", "hysterical"})
"""Those that call what was said wrong, but a deed only bad."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nothing", "nobody", "none", "cannot"})
_NEGATING_AS = frozenset({"advmod", "nsubj", "dobj", "nsubjpass", "attr"})
_UNREAL = frozenset({"may", "might", "could", "would", "should", "can", "must"})
# What is planned, refused or asked for has not been said yet ("plans to announce").
_UNREALISED = frozenset(
    {
        "plan", "hope", "hop", "expect", "refuse", "decline", "fail", "want", "try", "ask", "urge", "promise", "intend",
        "need", "wish", "prepare", "vow", "pledge", "threaten", "neglect", "agree", "seek", "order", "tell", "forget",
        "attempt", "offer", "aim", "wait", "hesitate", "like", "schedule", "set",
    }
)  # fmt: skip
_NEVER_SAID = frozenset({"could", "might", "would", "should"})
"""With a perfect: what was not said after all ("I could have said")."""
_BEGINNING = frozenset({"start", "begin", "continue", "keep", "stop"})
_TELLING_OF_NONE = frozenset({"find", "report", "record"})
"""Verbs whose object with a "no" is told ("found *no evidence* of arson", "reported *no losses*")."""
WARNING = frozenset({"warn", "caution"})
"""Cues by which somebody tells what he fears, or a fact that bodes ill."""
_COMING = frozenset(
    """about able bound close coming danger due face go grow heading head imminent inevitable likely loom mount near
    possible ready risk rise run set threaten unlikely verge""".split()
)
"""Words by which the present tells what is still to come ("it *is about* to burst", "they *face* famine")."""
_KNOWING = frozenset({"know", "remember", "recall", "understand"})
_VERIFYING = frozenset(
    {"verify", "confirm", "ascertain", "establish", "determine", "corroborate", "authenticate", "tell"}
)
"""What somebody cannot do who leaves open whether something is so."""
_EASY = frozenset({"easy", "hard", "difficult", "tempting", "possible", "impossible", "simple"})
_PERCEIVING = frozenset({"see", "hear", "find", "watch", "notice", "feel"})
_OBLIGING = frozenset({"must", "should", "ought"})
_PROMISING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_UNREAL_CLAUSE = frozenset({"if", "unless", "whether", "lest"})
_BRINGING_ABOUT = frozenset({"help", "enable", "make", "want", "allow", "encourage"})
"""Verbs whose object is only brought to say or think what stands below ("help them understand that …")."""
_OWN = frozenset({"i", "we", "he", "she", "it", "they"})
_TURNED: Mapping[Stance, Stance | None] = MappingProxyType(
    {
        "asserts": None,
        "denies": None,
        "confirms": "doubts",
        "fears": "denies",
        "promises": "denies",
        "doubts": None,
        "accuses": None,
        "demands": None,
        "threatens": None,
        "corrects": None,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a speaker stands to the content, and the rule that says so."""

    attitude: Attitude
    stance: Stance
    rule: str


def standing_of(found: Attribution, *, own_subject: bool) -> Standing | None:
    """Return attitude and stance, or None where nothing was really said ("did not say when").

    own_subject: whether the content's subject is the speaker, which makes "will" a promise.
    """
    cue = found.cue
    if cue is not None and cue.pos in ("VERB", "AUX") and found.form != "cue.idiom@1":
        if _is_not_said(found, cue):
            return None
        if is_negated(cue):
            return _turned(found, cue)
    entry, main = found.entry, found.main
    if cue is not None and cue.lemma == "doubt" and any(map(_is_none, cue.children)):
        return _by_content("believes", main, own_subject=own_subject)  # "had no doubt that …"
    if cue is not None and cue.lemma in WARNING and found.frame in ("clause", "person-clause") and _is_fact(main):
        return Standing(entry.attitude, "asserts", "stance.fact@1")
    if entry.stance == "denies" and found.frame == "object-as":
        return Standing(entry.attitude, "denies", "stance.rejecting@3")  # "dismissed it *as theatre*"
    if entry.stance == "asserts":
        if entry.attitude == "intends" and is_negated(main):
            return Standing("intends", "denies", "stance.negated@2")
        if entry.attitude in ("says", "believes"):
            return _by_content(entry.attitude, main, own_subject=own_subject)
    return Standing(entry.attitude, entry.stance, "stance.cue@1")


def _is_not_said(found: Attribution, cue: Token) -> bool:
    """Tell whether a saying is only imagined, only seen, still to come or left open."""
    is_to_come = found.entry.attitude == "believes" and _has_aux(cue, _PROMISING)
    return _is_unreal(cue) or _is_perceived(cue, found.main) or is_to_come or _is_neither(cue)


def _by_content(attitude: Attitude, main: Token, *, own_subject: bool) -> Standing:
    """Return the stance that what is said gives to a plain cue ("said that it was *not* so")."""
    if _obliges(main) and not own_subject:
        return Standing(attitude, "demands", "stance.must@1")
    if rejects(main) is not None:
        return Standing(attitude, "denies", "stance.rejecting@3")
    if own_subject and attitude == "says" and _has_aux(main, _PROMISING) and main.tag == "VB":
        return Standing("intends", "promises", "stance.will@2")
    if is_negated(main):
        unsure = _unsure(main) if own_subject else None
        if unsure is not None:
            return Standing(attitude, unsure, "stance.unsure@1")
        return Standing(attitude, "denies", "stance.negated@2")
    return Standing(attitude, "asserts", "stance.cue@1")


def _turned(found: Attribution, cue: Token) -> Standing | None:
    entry = found.entry
    if found.frame == "object" and cue.lemma in _TELLING_OF_NONE and any(map(_is_none, found.main.children)):
        return Standing(entry.attitude, "denies", "stance.negated@2")
    if entry.attitude == "believes" and entry.stance == "asserts":
        return Standing("believes", "doubts", "stance.cue_negated@1")
    if entry.attitude in ("intends", "supports") and entry.stance in ("asserts", "promises"):
        return Standing(entry.attitude, "denies", "stance.cue_negated@1")
    turned = _TURNED[entry.stance]
    return Standing(entry.attitude, turned, "stance.cue_negated@1") if turned is not None else None


def _unsure(main: Token) -> Stance | None:
    """Return the stance of whoever does not know, or cannot tell whether something is so; None for other verbs."""
    if main.lemma in _KNOWING:
        return "asserts"  # "I do not *know* what happened" says so, and denies nothing
    is_unable = _has_aux(main, frozenset({"can", "could", "ca"}))
    return "doubts" if is_unable and main.lemma in _VERIFYING else None


def _is_fact(main: Token) -> bool:
    """Tell whether a clause warns of what is or was so, rather than of what may come ("that the bill *is* illegal")."""
    finite = [main, *main.kids("aux", "auxpass")]
    if not any(token.tag in ("VBD", "VBZ", "VBP") for token in finite) or any(token.tag == "MD" for token in finite):
        return False
    is_coming = any(token.lower in _COMING for token in (main, *main.kids("acomp", "attr", "prep", "advmod")))
    is_time_to_come = main.pos == "VERB" and main.tag == "VBG" and main.child("xcomp") is not None
    return not (is_coming or main.lemma in _COMING or is_time_to_come) and main.child("advcl") is None


def _is_neither(cue: Token) -> bool:
    """Tell whether a cue is one of two joined verbs that were both not done ("*neither* confirmed *nor* denied it")."""
    first = cue.head if cue.dep == "conj" else cue
    others = [first, *first.conjuncts()]
    is_pair = len(others) > 1 and any(one.lemma in DENYING_WORDS for one in others)
    is_not = any(child.lower == "neither" and child.dep in ("preconj", "cc") for child in first.children)
    # "Did not confirm or deny it": the second verb stands below the "not" of the first.
    is_not = is_not or (is_negated(first) and any(c.lower in ("or", "nor") for c in first.kids("cc")))
    return is_pair and is_not


def _is_none(before: Token) -> bool:
    """Tell whether the word before a noun takes some or all of it away ("*no* official", "*not all*", "*not one*")."""
    if before.lower == "no":
        return before.dep == "det"
    words = (before, *(before.children if before.dep == "det" or before.lower == "one" else ()))
    return any(word.lower == "not" and not _adds(word) for word in words)


def _adds(negation: Token) -> bool:
    """Tell whether a "not" only adds more ("not only soldiers")."""
    tokens, after = negation.sent.tokens, negation.i - negation.sent.tokens[0].i + 1
    return after < len(tokens) and tokens[after].lower in ("only", "just", "merely")


def is_negated(token: Token) -> bool:
    """Tell whether a predicate is negated: by "not", by "no" on subject or object, or by "never"."""
    for child in token.children:
        if child.dep == "neg" or (child.lower in _NEGATIONS and child.dep in _NEGATING_AS):
            return True
        if child.dep == "preconj" and child.lower == "neither":
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl") and any(map(_is_none, child.children)):
            return True
    return False


def rejects(main: Token) -> Token | None:
    """Return the word by which a predicate rejects its subject ("was *baseless*"), or None."""
    if is_negated(main):
        return None
    is_verdict = main.pos in ("ADJ", "NOUN") or main.tag == "VBN"  # no village "lies near the border" so
    is_verdict = is_verdict or (main.tag == "VBD" and main.dep == "advcl" and not any(main.children))
    if main.lower in REJECTING and is_verdict:
        return None if main.dep == "advcl" and _only_disapproves(main, main.head) else main
    if (taken := taken_as(main)) is not None:
        return taken
    judged = main.child("nsubj", "nsubjpass")
    for child in main.children:
        if child.dep in ("acomp", "attr", "oprd") or (child.dep == "ccomp" and main.pos == "AUX"):
            for word in (child, *child.children):
                if word.lower in REJECTING and (word is child or word.dep in ("amod", "conj")):
                    # "The attack is unacceptable" leaves no doubt that there was one.
                    is_deed = judged is None or judged.lemma.lower() not in SAID_THINGS
                    return None if word.lower in _DISAPPROVING and is_deed else word
    return None


def _only_disapproves(verdict: Token, cue: Token) -> bool:
    """Tell whether a deed, not something said, is called bad ("described *the vote* as unfair")."""
    deed = cue.child("dobj")
    return verdict.lower in _DISAPPROVING and deed is not None and deed.lemma.lower() not in SAID_THINGS


def taken_as(thing: Token) -> Token | None:
    """Return the word by which "as" rejects a thing said or shown ("dismissed the claim *as idle boasting*")."""
    if thing.lower != "as" and thing.lemma.lower() not in SAID_THINGS | SHOWN_THINGS:
        return None
    tokens, first = thing.sent.tokens, thing.sent.tokens[0].i
    for word in thing.subtree():
        before = tokens[max(0, word.i - first - _AS_REACH) : word.i - first]
        if word.i > thing.i and word.lower in REJECTING and any(t.lower == "as" for t in before):
            if thing.lower == "as" and _only_disapproves(word, thing.head):
                return None
            return None if any(t.lower == "such" for t in before) else word
    return None


_AS_REACH = 3
"""Words between "as" and the verdict, at most ("as wildly inflated")."""


def hedges_in(tokens: tuple[Token, ...], first: int, last: int) -> list[Token]:
    """Return the hedging words among `tokens[first:last + 1]`."""
    return [
        token for token in tokens[first : last + 1] if token.lower in HEDGES and token.pos in ("ADV", "ADJ", "VERB")
    ]


def _is_perceived(cue: Token, main: Token) -> bool:
    """Tell whether something is only seen or heard happening ("heard him talk", "found the dog stretched out")."""
    if cue.lemma not in _PERCEIVING or main.pos not in ("VERB", "AUX") or main.head is not cue:
        return False
    return main.tag in ("VB", "VBG", "VBN") and not any(
        child.dep in ("aux", "auxpass", "mark") for child in main.children
    )


def _has_aux(token: Token, words: frozenset[str]) -> bool:
    return any(child.dep in ("aux", "auxpass") and child.lower in words for child in token.children)


def _obliges(main: Token) -> bool:
    if _has_aux(main, _OBLIGING):
        # "The bank must have known" concludes, "the bridge should open in May" expects.
        is_concluded = _has_aux(main, frozenset({"must"})) and _has_aux(main, frozenset({"have"}))
        return not (is_concluded or _is_expected(main))
    return main.lemma in ("need", "have") and main.tag in ("VBZ", "VBP", "VBD") and main.child("xcomp") is not None


def _is_expected(main: Token) -> bool:
    """Tell whether "should" tells what will likely be: of a thing, by a verb that acts on nothing, in future."""
    subject = main.child("nsubj")
    is_thing = subject is not None and subject.pos == "NOUN" and subject.ent == "" and not names_somebody(subject)
    is_bare = main.child("dobj", "ccomp", "xcomp", "neg") is None and main.child("auxpass") is None
    is_told_when = any(kid.ent in ("DATE", "TIME") for kid in main.subtree())
    return is_thing and is_bare and is_told_when and main.pos == "VERB" and _has_aux(main, frozenset({"should"}))


def _is_unreal(cue: Token) -> bool:
    """Tell whether the saying itself is only imagined ("if he says", "one might argue")."""
    if cue.dep == "xcomp" and cue.head.lemma in _UNREALISED and _has_aux(cue, frozenset({"to"})):
        return True
    if cue.dep == "xcomp" and cue.head.lemma == "have" and any(c.lower == "yet" for c in cue.head.children):
        return True  # "has yet to say"
    if cue.tag == "VB" and cue.dep in ("xcomp", "ccomp", "advcl"):
        above = cue.head
        if above.lemma in _BRINGING_ABOUT and above.tag not in ("VBD", "VBN"):
            return True
        said = above.child("acomp") if above.lemma == "be" else None
        if said is not None and said.lower in _EASY and _has_aux(cue, frozenset({"to"})):
            return True  # "it is easy for people to say that …"
    perfect = _has_aux(cue, frozenset({"have"}))
    if _has_aux(cue, _UNREAL) and (not perfect or _has_aux(cue, _NEVER_SAID)) and not _says_no_more(cue):
        return True
    if cue.dep == "xcomp" and cue.head.lemma in _BEGINNING and _has_aux(cue.head, _UNREAL):
        return True
    marks = {child.lower for child in cue.kids("mark")}
    return bool(marks & _UNREAL_CLAUSE) or ("until" in marks and cue.tag in ("VBZ", "VBP"))


def _says_no_more(cue: Token) -> bool:
    """Tell whether somebody says something and nothing else: "*would only say* that none of them had been there"."""
    is_only = any(child.lower == "only" and abs(child.i - cue.i) == 1 for child in cue.children)
    is_past = any(child.lower in ("would", "could") for child in cue.kids("aux"))
    return is_only and is_past and not _has_aux(cue, frozenset({"have"})) and cue.child("mark") is None


def stands_for_speaker(main: Token) -> Token | None:
    """Return the subject of the content if it is a pronoun that may stand for the speaker, or None."""
    subject = main.child("nsubj")
    return subject if subject is not None and subject.lower in _OWN else None
