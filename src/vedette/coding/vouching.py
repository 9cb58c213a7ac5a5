"""Said is not done: deeds that nobody vouches for, and deeds that stand whoever is asked about them.

"He is accused of killing two guards" leaves open whether he did, for nobody says so; "the army allegedly shelled the
town" and "could not confirm that troops entered it" do so too. "It is not known who killed him" leaves no doubt that
somebody did.
"""

from __future__ import annotations

from vedette.coding.control import accusing, is_passive
from vedette.coding.negation import is_negated
from vedette.coding.verdict import Verdict
from vedette.reading import Token

_ACCUSED = frozenset({"accused", "suspected", "charged", "indicted"})
_BLAMED = frozenset({"blamed", "wanted"})
"""What follows these with "for" is taken for granted where a noun tells it ("blamed for *attacks*")."""
_POLICE_WORK = frozenset({"question", "interview", "interrogate"})
"""What one is "wanted for" without having done it."""
_LEADING = frozenset({"of", "with", "for"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_ADVERBS = frozenset({"allegedly", "purportedly", "supposedly"})
"""Not "reportedly": readers take what is reportedly so for told."""
_CONFIRMING = frozenset(
    "confirm verify corroborate substantiate ascertain determine establish prove authenticate".split()
)
_CERTAIN = frozenset({"clear", "certain", "sure", "confirmed", "proven", "evident", "positive"})
_PROOFS = frozenset({"evidence", "proof", "indication", "confirmation", "suggestion"})
_SIGNS = frozenset({"sign", "trace"})
"""Where the report finds none of these, the report itself says that it did not happen."""
_SAID = frozenset(
    """report claim allegation accusation rumor rumour assertion statement story suggestion notion charge account
    information news speculation talk contention""".split()
)
_FALSE = frozenset(
    """false untrue baseless groundless unfounded fabricated incorrect wrong inaccurate fake bogus fictitious lie lies
    fabrication hoax nonsense fiction propaganda disinformation misinformation falsehood""".split()
)
_UNCONFIRMED = frozenset({"unconfirmed", "unverified", "uncorroborated", "unsubstantiated", "unproven"})
_TRUE = frozenset({"true", "correct", "accurate"})
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "how", "why", "where", "when"})


def charged_with(deed: Token) -> Verdict | None:
    """Judge a deed that somebody is only accused of, by nobody who is named ("is suspected *of killing* …")."""
    prep = deed.head
    verb = accusing(prep) if prep.dep == "prep" and prep.lower in _LEADING else None
    if verb is None or not _is_done_to(verb) or verb.prep("by") is not None:
        return None
    if deed.pos == "NOUN" and (verb.lower in _BLAMED or is_known(deed)):
        return None  # "accused of *the murder* of two guards": somebody did murder them
    if deed.lemma in _POLICE_WORK:
        return None
    is_accused = verb.lower in _ACCUSED or (verb.lower in _BLAMED and prep.lower == "for")
    return Verdict("unknown", "status.accused@1", verb) if is_accused else None


def _is_done_to(verb: Token) -> bool:
    return is_passive(verb) or (verb.dep in ("acomp", "oprd") and verb.child("dobj") is None)


def is_known(deed: Token) -> bool:
    """Tell whether a deed is told as one known to have been done ("the attack", "Monday's attack")."""
    return deed.child("poss") is not None or any(child.lower in _KNOWN for child in deed.kids("det"))


def alleging(verb: Token) -> Token | None:
    """Return the adverb by which a deed is only said to have been done ("*allegedly* shelled the town")."""
    return next((child for child in verb.kids("advmod") if child.lower in _ADVERBS), None)


def left_open(word: Token) -> Verdict | None:
    """Judge what somebody cannot confirm ("could not *confirm* that troops entered the town")."""
    # A parse hangs the clause on "is" or on "certain".
    holder = word.head if word.dep == "acomp" else word
    judged = holder.child("acomp") if holder.lemma == "be" else None
    is_open = judged.lower in _CERTAIN if judged is not None else word.pos == "VERB" and word.lemma in _CONFIRMING
    return Verdict("unknown", "status.unconfirmed@1", word) if is_open and is_negated(holder) is not None else None


def of_noun(noun: Token) -> Verdict | None:
    """Judge what a noun tells of by what becomes of that: "*reports* that … are false", "no *evidence* that …"."""
    if noun.lemma.lower() in _PROOFS:
        return Verdict("unknown", "status.no-evidence@1", noun) if _is_missing(noun) else None
    if noun.lemma.lower() in _SIGNS:
        return Verdict("not_happened", "status.no-sign@1", noun) if _is_missing(noun) else None
    return _of_said_thing(noun) if noun.lemma.lower() in _SAID else None


def _is_missing(proof: Token) -> bool:
    verb = proof.head
    has_verb = proof.dep in ("dobj", "attr", "nsubjpass") and verb.pos in ("VERB", "AUX")
    if is_negated(proof) is not None or (has_verb and is_negated(verb) is not None):
        return True
    return proof.dep == "pobj" and (verb.lower == "without" or verb.head.lemma in ("lack", "absence"))


def _of_said_thing(noun: Token) -> Verdict | None:
    told: list[tuple[Token, Token | None]] = [(child, None) for child in noun.kids("amod")]
    told += [(word, is_negated(word.head)) for word in _judgements(noun)]
    for word, negation in told:
        if word.lower in _UNCONFIRMED and negation is None:
            return Verdict("unknown", "status.unconfirmed@1", word)
        if (word.lower in _FALSE and negation is None) or (word.lower in _TRUE and negation is not None):
            return Verdict("not_happened", "status.called-false@1", word)
    return left_open(noun.head) if noun.dep in ("dobj", "nsubjpass") else None


def _judgements(noun: Token) -> list[Token]:
    """Return what a noun is said to be ("are *false*", "turned out to be *false*", "called the report *false*")."""
    verb = noun.head
    if noun.dep != "nsubj":
        return []
    if verb.pos == "ADJ":
        return [verb]
    below = [child for child in verb.kids("xcomp") if child.lemma == "be"] if verb.lemma in ("prove", "turn") else []
    holders = [verb, *below] if verb.lemma in ("be", "prove", "turn", "remain") else []
    words = [word for holder in holders for word in holder.kids("acomp", "attr", "oprd")]
    return [word for first in words for word in (first, *first.conjuncts())]


def asking(clause: Token) -> Token | None:
    """Return the word by which a clause asks about a deed it takes for granted ("it is not known *who* killed him")."""
    if clause.tag == "VB" or clause.dep != "ccomp":
        return None
    opening = clause.subtree()[:2]  # "*by whom* it was burned"
    return next((word for word in opening if word.lower in _ASKING), None)
