"""Words beside the head of a phrase that tell more of it: further parties a parse hides, the name behind an office."""

from __future__ import annotations

from vedette.reading import Token

SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr"})
"""Parts of a name that the parser may take for another person ("Cyrus Vance, Jr.")."""
_PUBLIC = frozenset(
    """government state county city district province town village municipality security defence defense intelligence
    health election army navy police military border customs immigration court law prison finance energy interior
    justice tax port emergency disaster rescue fire relief education water transport vice opposition rebel party
    parliament prime cabinet force air coast coastguard embassy war peace general prosecutor attorney press information
    statistics planning""".split()
)
"""Words that, before a noun of office, tell of a public one."""


def is_of_trade(token: Token) -> bool:
    """Tell whether a word before a noun of office tells of no public one ("mutual fund officials")."""
    beside = [c for c in token.children if c.dep in ("compound", "nmod") and c.pos == "NOUN" and c.text.islower()]
    return bool(beside) and not any(child.lemma in _PUBLIC for child in beside)


def appositions(token: Token, *, far: bool) -> list[Token]:
    """Return a noun's appositions, with `far` those a parse hangs on the end of its "of" phrase too."""
    found = token.kids("appos")
    below = [token] if far else []
    for above in below:
        for child in above.children:
            if child.dep in ("prep", "conj") or (child.dep == "pobj" and above.dep == "prep"):
                below.append(child)
                found += [one for one in child.kids("appos") if one.ent == "PERSON" and child.ent != "PERSON"]
    return found


_COUNTING_IN = frozenset({"including", "alongside"})


def counted_in(token: Token) -> list[Token]:
    """Return those named behind "including", "alongside", "along with" or "together with" right after a party."""
    found: list[Token] = []
    behind = (preposition for preposition in token.kids("prep") if preposition.i > token.i)
    for preposition in (*behind, *_set_off(token)):
        named = preposition.child("pobj") or preposition.prep("with")
        if named is None or not (preposition.lower in _COUNTING_IN or _is_along_with(preposition)):
            continue
        found += [named, *named.conjuncts()]
    return found


def _set_off(subject: Token) -> list[Token]:
    """Return prepositions set off by a comma from a subject's clause ("were killed in Kenya, along with …")."""
    verb = subject.head
    if subject.dep not in ("nsubj", "nsubjpass") or verb.pos not in ("VERB", "AUX"):
        return []
    commas = {child.i for child in verb.kids("punct")}
    first = verb.sent.tokens[0].i
    return [
        child
        for child in verb.kids("prep")
        if _is_along_with(child) and (child.i - 1 in commas or first <= child.i <= first + 1 < subject.i)
    ]


def _is_along_with(preposition: Token) -> bool:
    beside = {child.lower for child in preposition.children if child.dep in ("advmod", "prep")}
    if preposition.lower in _TOGETHER:
        return "with" in beside
    return preposition.lower == "with" and not beside.isdisjoint(_TOGETHER)


_TOGETHER = frozenset({"along", "together"})


def stray_conjuncts(token: Token) -> list[Token]:
    """Return persons that a parse joins to a word inside the first one's phrase.

    "Joseph Biden, *Jr.*, of the United States and Fumio Kishida of Japan", "Buhari of *Nigeria* and Talon of Benin".
    """
    found: list[Token] = []
    for suffix in token.kids("appos"):
        if suffix.lower in SUFFIXES:
            found += suffix.conjuncts()
    if token.dep in ("nsubj", "nsubjpass") and token.child("cc") is not None and token.child("conj") is None:
        # "General Motors (GM) and *Chrysler*": two subjects to the parser.
        found += [
            other for other in token.head.kids(token.dep) if other.i > token.i and other.pos == "PROPN" == token.pos
        ]
    if token.pos != "PROPN":
        return found
    for listed in token.kids("appos"):
        if listed.ent == token.ent == "PERSON" and token.child("conj") is not None and listed.text != token.text:
            found.append(listed)  # "Senator Leahy, *Senator Shelby*, and Chairwoman DeLauro"
            continue
        # "the Department of Justice, *the Department of the Treasury, and the Secret Service*"
        others = listed.conjuncts()
        together = (token, listed, *others)
        if others and any(
            all(one.ent == kind and one.pos == "PROPN" for one in together) for kind in ("ORG", "PERSON")
        ):
            found += [listed, *others]
    for preposition in token.kids("prep"):
        place = preposition.child("pobj")
        if preposition.lower == "of" and place is not None and place.ent == "GPE":
            found += [other for other in place.conjuncts() if other.ent == "PERSON"]
    return found


_TELLERS = frozenset({"authorities", "police", "officials", "prosecutors", "investigators", "deputies"})


def told_of(teller: Token) -> Token | None:
    """Return whom a relative clause without "who" tells of ("*a man* authorities say was shot").

    Parsers take the two nouns for one phrase.
    """
    tokens, after = teller.sent.tokens, teller.i - teller.sent.tokens[0].i + 1
    before = teller.child("compound")
    if teller.lower not in _TELLERS or before is None or before.i != teller.i - 1 or before.pos != "NOUN":
        return None
    says = after < len(tokens) and tokens[after].lemma in ("say", "believe", "allege", "suspect")
    has_article = any(child.dep == "det" and child.lower in ("a", "an") for child in teller.children)
    return before if says and has_article and before.tag == "NN" else None


def named_one(token: Token) -> Token | None:
    """Return the name behind "one of them, *Ana Ruiz*, said" or "deported the Libyan, *Atif Enhamed*"."""
    is_one = token.lower in ("one", "another") and token.prep("of") is not None
    is_somebody = token.ent == "NORP" and token.tag in ("JJ", "NN", "NNP") and token.child("det") is not None
    if not is_one and not is_somebody:
        return None
    return next((name for name in token.kids("appos") if name.ent == "PERSON"), None)


def is_description(name: Token, other: Token) -> bool:
    """Tell whether what is joined to a name only tells more of it ("Slepian, 52, and *the father of four*, was …")."""
    verb = name.head
    is_noun = other.tag == "NN" and other.child("det") is not None and other.child("appos") is None
    is_single = any(c.tag == "VBZ" or c.lower == "was" for c in (verb, *verb.kids("aux", "auxpass")))
    return (
        name.tag == "NNP"
        and name.dep in ("nsubj", "nsubjpass")
        and is_noun
        and is_single
        and verb.pos in ("VERB", "AUX")
    )
