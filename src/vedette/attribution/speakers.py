"""Who says it: from a cue to the noun phrase that names its speaker."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns
from vedette.reading.pronouns import SAYING

_SUBJECT = ("nsubj", "csubj")
_SURFACE = ("nsubj", "nsubjpass")
SUBJECTS = (*_SURFACE, "expl")
"""How a parse may tell the subject of a finite clause."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose object does what the infinitive below them says ("urged him to confirm").
_OBJECT_CONTROL = frozenset(
    {
        "ask", "tell", "urge", "order", "force", "allow", "lead", "cause", "get", "let", "help", "make", "want",
        "push", "press", "prompt", "persuade", "convince", "encourage", "invite", "expect", "see", "hear", "have",
        "require", "enable", "leave", "call", "find", "show", "quote", "compel", "advise", "instruct", "command",
    }
)  # fmt: skip
_AGAINST_SOMEBODY = frozenset({"charge", "allegation", "accusation", "guarantee", "assurance"})
"""Nouns of what others say or give, where they follow a preposition."""
_ANSWERING_NOUNS = frozenset({"deny", "confirm", "reject", "dismiss", "dispute", "refute", "rebut", "counter"})
"""Verbs by which somebody answers what others say."""
_TURNING_TO = frozenset({"respond", "react", "reply", "answer", "object", "refer", "allude"})
"""Verbs with a "to" before what others say."""
_MAX_CLIMB = 12
_SHORTEST = 4
"""Words between a colon and the speaker, commas included, that may be what is said."""


def speaker_of(cue: Token) -> Token | None:
    """Return the head of the phrase that names who speaks by this cue, or None."""
    if cue.pos in ("NOUN", "PROPN"):
        return _of_noun(cue)
    if cue.pos == "ADJ":
        return _of_adjective(cue)
    return _of_verb(cue)


def antecedent(token: Token) -> Token:
    """Return the noun a relative pronoun stands for, or the token itself."""
    if token.lower in _RELATIVE and token.tag in ("WDT", "WP", "WP$", "IN"):
        for ancestor in token.ancestors():
            if ancestor.dep in ("relcl", "acl"):
                return ancestor.head
            if ancestor.head is ancestor:
                break
    return token


def lead_clause(pronoun: Token) -> Sequence[Token]:
    """Return a clause before a colon which leads into what is said ("*It raised its count*: nine died, it said")."""
    tokens, here = pronoun.sent.tokens, pronoun.i - pronoun.sent.tokens[0].i
    colon = next((k for k in range(here - 1, 0, -1) if tokens[k].text == ":"), None)
    if colon is None or here < 1 or tokens[here - 1].text != "," or here - colon < _SHORTEST:
        return ()
    parts = tokens[:colon], tokens[colon + 1 : here]
    return parts[0] if all(any(token.dep in _SURFACE for token in part) for part in parts) else ()


def after_lead(pronoun: Token) -> Sequence[Token]:
    """Return what stands between the colon of such a clause and the comma before the pronoun; nothing without one."""
    lead = lead_clause(pronoun)
    first = pronoun.sent.tokens[0].i
    return pronoun.sent.tokens[len(lead) + 1 : pronoun.i - 1 - first] if lead else ()


def phrase_tokens(head: Token, outside: Collection[int]) -> list[Token]:
    """Return the whole noun phrase of a speaker: appositions and relative clauses with it.

    outside: indices of tokens (cue, content) that cannot belong to it; a branch that holds one is left out
    from there on. The phrase is the unbroken run of tokens round its head.
    """
    if head.lower in _RELATIVE or head.pos == "PRON":
        return [head]
    inside = {token.i: token for token in _branches(head, outside)}
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > head.i and inside[last].pos in ("PUNCT", "CCONJ") and inside[last].text not in (")", "]"):
        last -= 1
    while first < head.i and (inside[first].pos == "PUNCT" and inside[first].text not in ("(", "[")):
        first += 1
    return [*_stray_determiners(head, first), *(inside[i] for i in range(first, last + 1))]


def _stray_determiners(head: Token, first: int) -> list[Token]:
    """Return articles and adjectives before a phrase that a parse hangs on the cue instead."""
    before = [t for t in head.head.children if t.i < first and t.dep in ("det", "amod", "poss") and head.dep != "conj"]
    return before if before and [t.i for t in before] == list(range(first - len(before), first)) else []


def _branches(head: Token, outside: Collection[int]) -> list[Token]:
    kept = [head]
    for token in kept:
        for child in token.children:
            if child.i in outside or (child.dep == "punct" and child.text in ";:"):
                continue
            kept.append(child)
    return kept


SPOKEN = SAYING | frozenset(
    """put call promise apologise apologize accuse urge demand blame vow pledge threaten thank condemn reject deny warn
    appeal praise criticise criticize dismiss denounce express refuse decline ask offer speak complain
    object protest""".split()
)
"""What no mere thing does."""


def joined_saying(verb: Token) -> Token | None:
    """Return the cue whose speaker goes on, though a parse joins the verb to what is said; None for any other verb.

    "*Said* prices had fallen and promised more": no price promises.
    """
    told, thing = verb.head, verb.head.child("nsubj", "nsubjpass", "expl")
    cue = told.head
    if verb.dep != "conj" or told.dep != "ccomp" or cue.pos != "VERB" or not cue.i < told.i < verb.i or thing is None:
        return None
    if verb.lemma not in SPOKEN or verb.tag != cue.tag or verb.tag not in ("VBD", "VBZ"):
        return None
    is_thing = thing.dep == "expl" or (thing.pos == "NOUN" and thing.ent == "" and not names_somebody(thing))
    return cue if is_thing and verb.child("nsubj", "nsubjpass") is None else None


def _of_verb(cue: Token) -> Token | None:
    if (before := joined_saying(cue)) is not None:
        return _of_verb(before)
    own = _own_subject(cue)
    if own is not None or is_passive(cue):
        return own
    token = cue
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above is token:
            return (_name_before(cue) or _before_aside(cue)) if token is cue else None
        found, above = _controller(token, above)
        if found is not None:
            return found
        token = above
    return None


def _name_before(verb: Token) -> Token | None:
    """Return the name right before a main verb that a parse leaves without a subject ("…, *Anton Weiss*, said")."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    if verb.tag not in ("VBD", "VBZ") or verb.child(*_SUBJECT) is not None:
        return None
    at -= at > 1 and tokens[at - 1].pos == "ADV"  # "Per Ansgar *now* says"
    before = tokens[at - 2 if at > 1 and tokens[at - 1].text == "," else at - 1] if at > 0 else None
    return before if before is not None and before.tag == "NNP" and before.ent in ("PERSON", "ORG") else None


def _before_aside(verb: Token) -> Token | None:
    """Return who stands before an aside behind which a parse leaves a main verb without a subject, or None.

    "At the gate *an officer* from Bhelwar, who gave no name, said …", "*the staff*, asked about it, said …", "in Orsk
    *an aide*, speaking by telephone, said …".
    """
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    if verb.tag not in ("VBD", "VBZ") or at < _SHORTEST or tokens[at - 1].text != ",":
        return None
    comma = next((k for k in range(at - 2, 0, -1) if tokens[k].text == ","), None)
    if comma is None or tokens[comma + 1].tag not in ("WP", "WP$", "VBN", "VBG"):
        return None
    noun = tokens[comma - 1]
    while noun.dep == "pobj" and noun.head.head.pos in ("NOUN", "PROPN"):
        noun = noun.head.head
    is_noun = noun.pos in ("NOUN", "PROPN") and noun.ent not in ("DATE", "TIME", "GPE", "LOC")
    return noun if is_noun and (tokens[comma + 1].tag not in ("VBN", "VBG") or names_somebody(noun)) else None


def _own_subject(verb: Token) -> Token | None:
    if is_passive(verb):
        for child in verb.children:
            if child.dep == "agent":
                return child.child("pobj")
        return None
    subjects = [c for c in verb.children if c.dep in _SUBJECT and (c.pos != "VERB" or _is_called_so(c))]
    # Of two subjects ("the second within two days, *the army* states") the nearer is the verb's own.
    found = next((child for child in reversed(subjects) if child.i < verb.i), subjects[0] if subjects else None)
    if found is not None and (whole := _past_hyphen(found)) is not None:
        return whole
    if found is not None and found.pos == "ADV":
        return found.child("appos") or found  # "the *daily* The Dhow reported …"
    if found is None and verb.tag in ("VBZ", "VBD", "VBP"):
        # "a study shows", "the police report that": a parse at times takes the subject for a part of a compound.
        found = next((c for c in verb.children if c.i == verb.i - 1 and c.dep in ("compound", "nmod")), None)
    return found or _of_a_reduced_relative(verb) or _unsaid_subject(verb)


def _is_called_so(participle: Token) -> bool:
    """Tell whether a participle stands for people: "the *accused*"."""
    det = participle.child("det")
    return participle.tag == "VBN" and det is not None and det.lower == "the"


def _of_a_reduced_relative(verb: Token) -> Token | None:
    """Return the subject that a parse gives to a participle before the cue, with or without commas round it.

    "*Farmers* camped there said …", "*an official*, asked about it, said …", "*she*, appearing in court, said …".
    """
    before = verb.child("ccomp", "advcl", "parataxis")
    if before is None or before.i > verb.i or not any(child.i > verb.i for child in verb.kids("ccomp")):
        return None
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    subject = before.child("nsubj", "nsubjpass")
    if subject is None or subject.i > before.i or before.tag not in ("VBD", "VBN", "VBG"):
        return None
    is_between_commas = tokens[before.i - 1 - first].text == "," and tokens[verb.i - 1 - first].text == ","
    is_bare = not any(token.pos == "PUNCT" for token in tokens[before.i - first : verb.i - first])
    is_bare = is_bare and before.dep == "ccomp" and before.tag != "VBG"
    return subject if is_bare or is_between_commas else None


def _past_hyphen(token: Token) -> Token | None:
    """Return the name that "study *co*-author Ted Scambos" leads to where a parse stops at the hyphen, or None."""
    tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    if at + 3 >= len(tokens) or tokens[at + 1].text != "-" or tokens[at + 1].start != token.end:
        return None
    return next((t for t in tokens[at + 2 : at + 14] if t.ent == "PERSON" and t.head.ent != "PERSON"), None)


def names_somebody(noun: Token) -> bool:
    """Tell whether a noun names a person or a body.

    By what the model sees in it, by the table of actor nouns, or by a "who" that takes it up ("a carter *who* saw it").
    """
    if noun.ent in ("PERSON", "ORG") or load_actor_nouns().at(noun) is not None:
        return True
    if noun.pos == "PROPN" and any(map(_is_office, noun.kids("compound", "nmod"))):
        return True  # "army *spokesman* Adil Ramo"
    return any(
        child.lower == "who" and child.tag == "WP" for clause in noun.kids("relcl") for child in clause.kids("nsubj")
    )


def _is_office(noun: Token) -> bool:
    row = load_actor_nouns().at(noun) if noun.pos == "NOUN" else None
    return row is not None and row.stands_for == "person"


def is_somebody(noun: Token) -> bool:
    """Tell whether a word names a person or a body, or stands for persons ("he", "they")."""
    return names_somebody(noun) or noun.lower in ("he", "she", "they")


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, reduced passives ("blamed by the army") included."""
    for child in verb.children:
        if child.dep in ("auxpass", "nsubjpass", "agent"):
            return True
    is_participle = verb.tag == "VBN" and verb.dep in ("acl", "amod") and verb.child("aux") is None
    return (is_participle and not _calls_after_all(verb)) or _opens_with_participle(verb)


def _opens_with_participle(verb: Token) -> bool:
    """Tell whether a sentence begins with what its subject underwent ("*Accused* of arson, he …", "*Told* that …")."""
    is_first = all(
        token.pos in ("PUNCT", "ADV", "SCONJ") for token in verb.sent.tokens[: verb.i - verb.sent.tokens[0].i]
    )
    return (
        is_first and verb.tag in ("VBN", "VBD") and verb.dep == "advcl" and verb.child("nsubj", "aux", "dobj") is None
    )


def _calls_after_all(verb: Token) -> bool:
    """Tell whether a seeming participle is its sentence's verb: it has both a thing and what it is called.

    "*An official* who was there called *this account* an *overstatement*", where no other verb has the subject.
    """
    return _unsaid_subject(verb) is not None


def _unsaid_subject(verb: Token) -> Token | None:
    """Return the noun a parse takes for the whole of such a sentence, or None."""
    if verb.tag != "VBN" or sum(child.dep in ("dobj", "oprd") for child in verb.children) < 2:
        return None
    root = next((token for token in verb.ancestors() if token.head is token), None)
    return root if root is not None and root.pos in ("NOUN", "PROPN") else None


def _controller(token: Token, above: Token) -> tuple[Token | None, Token]:
    """Return the subject that `token` inherits from `above`, and where to look on."""
    if token.dep == "relcl" and above.ent == "GPE" and any(child.lower == "to" for child in token.kids("aux")):
        return None, above  # "met him in Jeddah, Saudi Arabia, to reaffirm …"
    if token.dep == "relcl" or (token.dep == "acl" and (token.tag == "VBG" or above.dep in ("attr", "ROOT"))):
        return above, above
    if token.dep == "pobj" and above.dep in ("prep", "agent") and above.head.pos in ("NOUN", "PROPN"):
        return _of_noun(above.head), above.head
    if above.pos in ("NOUN", "PROPN"):
        return (_of_noun(above) if token.dep in ("acl", "pcomp", "ccomp", "xcomp") else None), above
    if token.dep == "pcomp" and above.lower == "as" and above.head.lemma in ("cite", "quote"):
        cited = above.head.child("dobj")
        if cited is not None:
            return cited, above  # "cited the chief of staff as saying …"
    if token.dep in ("xcomp", "ccomp") and above.lemma in _OBJECT_CONTROL:
        controlled = above.child("dobj")
        if controlled is not None and controlled.i < token.i:
            return controlled, above
    if above.pos in ("VERB", "AUX"):
        return next((child for child in above.children if child.dep in _SURFACE), None), above
    return None, above


def _of_noun(noun: Token) -> Token | None:
    """Return the owner of a noun cue: possessor, "by"/"from" phrase, or the subject of its verb."""
    owner = noun.child("poss") or next((c for c in noun.kids("amod") if c.ent == "NORP" and c.text.istitle()), None)
    if owner is not None:
        return owner  # "*its* charge", "the *Philippine* charge"
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("by", "from", "among", "of") and child.i == noun.i + 1:
            below = child.child("pobj")
            if below is not None and (child.lower != "of" or below.ent in ("PERSON", "ORG", "GPE", "NORP")):
                return below
    if noun.dep in ("dobj", "conj") and noun.head.lemma in _ANSWERING_NOUNS:
        return noun  # "declined to confirm or deny reports that …": whoever made them
    whose = next((c for c in reversed(noun.children) if c.dep in ("compound", "nmod") and c.i == noun.i - 1), None)
    if whose is not None and whose.pos == "NOUN" and load_actor_nouns().at(whose) is not None:
        return whose  # "employee concerns"
    if noun.dep == "pobj" and (noun.lemma in _AGAINST_SOMEBODY or _is_spoken_about(noun)):
        return None  # "pleaded innocent to charges that …", "commented on reports that …": whoever makes them
    return _subject_over(noun)


def _is_spoken_about(noun: Token) -> bool:
    """Tell whether a noun of saying is what somebody only speaks about ("asked *about reports* that …")."""
    link = noun.head
    return link.lower in ("about", "on", "over") or (link.lower == "to" and link.head.lemma in _TURNING_TO)


def _subject_over(noun: Token) -> Token | None:
    """Return the subject of the verb that a noun hangs on, directly or through other nouns."""
    above = noun.head
    for _ in range(_MAX_CLIMB):
        if above.pos in ("VERB", "AUX"):
            # "There are *reports* that …": nobody is told to have made them.
            return _subject_above(above, noun) if above.child("expl") is None else None
        if above.head is above or above.dep in ("nsubj", "nsubjpass"):
            return None
        above = above.head
    return None


def _subject_above(verb: Token, noun: Token) -> Token | None:
    if noun.dep in ("nsubj", "nsubjpass"):
        return None
    if is_passive(verb):
        return _own_subject(verb)
    found = _of_verb(verb)
    return found if found is not noun else None


def _of_adjective(adjective: Token) -> Token | None:
    if adjective.dep in ("amod", "acl", "appos", "advcl") and adjective.head.pos in ("NOUN", "PROPN"):
        return adjective.head
    token = adjective
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above is token:
            return next((child for child in token.children if child.dep in _SURFACE), None)
        if above.pos in ("VERB", "AUX"):
            found = next((child for child in above.children if child.dep in _SURFACE), None)
            return found if found is not None else _of_verb(above)
        token = above
    return None
