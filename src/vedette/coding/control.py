"""Control: who does what a verb tells, by its own subject or by the word that lends it one.

Passives, coordination, infinitives, participles, gerunds and relative clauses are handled here, for every trigger.
"""

from __future__ import annotations

from dataclasses import dataclass

from vedette.reading import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_BODIES = frozenset({"ORG", "GPE", "LAW", "FAC"})
"""Name types of what is no person."""
_DOCUMENTS = frozenset(
    """statement declaration resolution letter communique note petition motion report speech message decree law bill
    order text appeal verdict memorandum""".split()
)
"""Nouns through which somebody speaks: who issues "a statement condemning …" condemns."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists the slots depend on; read from `embedding.toml`."""

    object_control: frozenset[str]
    """Verbs whose object does what their infinitive tells ("urge X to …")."""
    light_verbs: frozenset[str]
    """Verbs that only carry an event noun ("launch an attack")."""
    receiving_verbs: frozenset[str]
    """Those of them whose subject gets what the noun tells ("drew condemnation")."""
    light_prepositions: frozenset[tuple[str, str]]
    """Verb and preposition that do the same ("engage in talks")."""
    reporting_verbs: frozenset[str]
    wording_verbs: frozenset[str]
    """Verbs that tell how something is said, or a standing, and name no act unless a trigger says so."""
    measures: frozenset[str]
    """Nouns that only measure the noun after "of": "a series of attacks" is about attacks."""
    place_prepositions: frozenset[str]
    named_things: frozenset[str]
    """Nouns that, capitalised after a name, are part of it ("the Paris Agreement")."""
    done_to_subject: frozenset[str]
    """Verbs that, without an object, tell what their subject suffers ("95 civilians killed, officials said")."""
    ideas: frozenset[str]
    """Nouns nobody can strike with arms ("an attack on the principles of …")."""


_STANCES = {"oppose": "to", "commit": "to", "dedicate": "to", "devote": "to", "ally": "with", "align": "with"}
"""Verbs whose participle tells where somebody stands, with the preposition that says so."""


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, reduced relatives ("the man arrested in Cairo") included."""
    while (told := _own_voice(verb)) is None:
        verb = verb.head  # "was seized, burned and *looted*"
    return told


def _own_voice(verb: Token) -> bool | None:
    """Tell whether a verb is passive; None where that is for the verb before "and" to tell."""
    if any(child.dep in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag != "VBN":
        return False
    if (stance := _STANCES.get(verb.lemma)) and verb.prep(stance) is not None and verb.prep("by") is None:
        return False  # "extremists opposed to the truce" oppose it
    if verb.dep == "conj" and not any(child.dep in ("nsubj", "aux", "dobj") for child in verb.children):
        return None
    return verb.dep in ("acl", "amod") or (verb.dep in ("advcl", "dep") and verb.child("aux", "dobj") is None)


def is_judging(verb: Token) -> bool:
    """Tell whether a verb says of its object what that is: "called the accusation *baseless*", but "called a strike".

    Of two adjectives a parse hangs both on the noun before them.
    """
    thing = verb.child("dobj") if verb.lemma in _JUDGING else None
    behind = thing.kids("amod") if thing is not None else []
    return verb.child("oprd") is not None or any(word.i > word.head.i and not word.kids("prep") for word in behind)


_JUDGING = frozenset({"call", "find", "declare", "deem", "consider"})


def is_suffered(verb: Token, grammar: Grammar) -> bool:
    """Tell whether a verb's subject has its deed done to him: passives, and bare participles read as past tense."""
    if is_passive(verb):
        return True
    if verb.lemma == "charge" and verb.prep("with") is None:
        return False  # "police charged at the crowd"
    is_bare = verb.lemma in grammar.done_to_subject and verb.tag in ("VBD", "VBN") and verb.child("aux") is None
    return is_bare and verb.child("dobj", "obj", "ccomp", "xcomp", "dative") is None and verb.dep != "relcl"


def surface_subject(verb: Token, grammar: Grammar) -> Token | None:
    """Return the subject a reader understands for a verb: its own, or the one that controls it."""
    token = verb
    for _ in range(12):
        own = own_subject(token)
        if own is not None and not _is_stray(own):
            return antecedent_of_relative(own)
        found = _controller(token, grammar)
        if isinstance(found, _Verb):
            token = found.token
            continue
        return antecedent_of_relative(found) if found is not None else None
    return None


def own_subject(verb: Token) -> Token | None:
    """Return a verb's subject; where a parse makes two of "Secretary of State / John Kerry", the name."""
    own = verb.child(*SUBJECTS)
    second = next((t for t in verb.kids("nsubj") if own is not None and t.i > own.i), None)
    if own is None or second is None or not own.pos == second.pos == "PROPN":
        return own
    title = {t.i for t in own.subtree()} | {t.i for t in second.kids("compound")}
    return second if title >= set(range(own.i, second.i)) and own.child("cc", "punct") is None else own


def _is_stray(subject: Token) -> bool:
    """Tell whether a place before a purpose is no subject of it ("met in Jeddah, *Saudi Arabia* to reaffirm …")."""
    verb = subject.head
    is_purpose = verb.dep == "advcl" and verb.tag == "VB" and any(child.lower == "to" for child in verb.kids("aux"))
    return is_purpose and subject.ent == "GPE" and verb.child("mark") is None


@dataclass(frozen=True, slots=True)
class _Verb:
    """Says: look for the subject of this verb instead."""

    token: Token


def _controller(verb: Token, grammar: Grammar) -> Token | _Verb | None:
    head = verb.head
    clause_above = _Verb(head) if head.pos in ("VERB", "AUX") else None
    match verb.dep:
        case "conj":
            if head.head.lemma == verb.lemma and head.dep in ("xcomp", "ccomp", "advcl"):
                # "we call on A to stop and call on B to leave": the second call is ours too, whatever the parser says.
                return _Verb(head.head)
            return clause_above or _of_noun(head, grammar)
        case "xcomp" | "ccomp":
            return _above_complement(head, grammar)
        case "advcl" | "dep" | "parataxis" | "prep" | "agent":
            # "called on X to …" has its infinitive as an adverbial clause in the parser's other reading.
            is_called = head.lemma in ("call", "appeal") and verb.tag == "VB"
            return (_called_upon(head) if is_called else None) or _told_behind(verb, head) or clause_above
        case "pcomp":
            return _above_preposition(head, grammar)
        case "acl":
            issued = _of_noun(head, grammar) if verb.tag == "VB" or _is_issued(head, verb) else None
            return issued if issued is not None or verb.tag == "VB" else head
        case "relcl" | "amod":
            # "Announced a package to provide aid": no package provides it.
            is_infinitive = verb.tag == "VB" and any(child.lower == "to" for child in verb.kids("aux"))
            return _of_noun(head, grammar) if is_infinitive else head
    return None


_CHARGING = frozenset({"accuse", "charge", "suspect", "convict", "want", "indict", "sentence"})


def _told_behind(participle: Token, verb: Token) -> Token | None:
    """Return the object a participle right behind it tells of ("arrested two men, *accused of plotting* …")."""
    thing = verb.child("dobj")
    if (
        participle.lemma not in _CHARGING
        or participle.tag != "VBN"
        or thing is None
        or not thing.i < participle.i
        or participle.child("mark") is not None
    ):
        return None
    between = [t for t in verb.children if thing.i < t.i < participle.i and t.dep != "punct"]
    return thing if not between else None


def _is_issued(noun: Token, verb: Token) -> bool:
    return verb.tag == "VBG" and noun.lemma.lower() in _DOCUMENTS


def _above_complement(head: Token, grammar: Grammar) -> Token | _Verb | None:
    if head.pos in ("VERB", "AUX"):
        if head.lemma == "use" and is_passive(head):
            return None  # "could be used to launch attacks": what is used does not act
        if head.lemma in grammar.object_control:
            if is_passive(head):
                return _Verb(head)
            owner = head.child("dobj", "dative") or _called_upon(head)
            if owner is not None:
                return owner
        return _Verb(head)
    if head.dep in ("acomp", "attr", "oprd", "xcomp", "conj", "advcl") and head.head is not head:
        return _Verb(head.head) if head.head.pos in ("VERB", "AUX") else None
    return _of_noun(head, grammar)


def _called_upon(verb: Token) -> Token | None:
    """Return whom a verb asks by a preposition ("call on X to …", "appeal to X to …")."""
    for word in ("on", "upon", "to"):
        found = verb.prep(word)
        if found is not None:
            return found
    return None


_ACCUSING = frozenset({"accuse", "charge", "suspect", "convict", "indict", "blame", "want", "seek"})
_ON_WHICH = frozenset({"pobj", "prep", "npadvmod", "advmod", "agent", "compound"})


def accusing(prep: Token) -> Token | None:
    """Return the verb by which somebody is accused of what a preposition leads to, or None.

    Past the accused, a time, or a doer, which a parse may hang the preposition on: "accused *the crew of shooting*",
    "accused Moscow *on Monday* of shelling it".
    """
    above = prep.head
    if above.dep == "dobj" and prep.lower == "of" and prep.child("pcomp") is not None:
        above = above.head
    is_between = above.ent in ("DATE", "TIME") or (above.dep == "pobj" and above.head.dep == "agent")
    if is_between and prep.lower in ("of", "for") and prep.child("pcomp") is not None:
        while above.dep in _ON_WHICH and above.head is not above:
            above = above.head
    return above if above.pos in ("VERB", "ADJ") and above.lemma in _ACCUSING else None


def _above_preposition(prep: Token, grammar: Grammar) -> Token | _Verb | None:
    governor = accusing(prep) or prep.head
    if governor.pos in ("VERB", "AUX"):
        is_kept = prep.lower == "from" and governor.lemma in _KEEPING and governor.child("dobj") is not None
        if is_kept or (prep.lower in ("of", "from", "with", "for") and governor.lemma in grammar.object_control):
            if is_passive(governor):
                return _Verb(governor)
            return governor.child("dobj")
        return _Verb(governor)
    if governor.pos == "ADJ" and governor.head.pos in ("VERB", "AUX"):
        return _Verb(governor.head)  # "were guilty of breaking the truce"
    verdict = _verdict_above(governor) if prep.lower == "for" else None
    if verdict is not None and verdict.lemma in grammar.object_control:
        # "sentenced him to life without the possibility of parole for driving …": what he did, not the term's reason.
        return _Verb(verdict) if is_passive(verdict) else verdict.child("dobj")
    if prep.lower in _WHEN and (verb := _verb_above(governor)) is not None:
        return _Verb(verb)  # "allowed the extension of the deadline after rejecting the order"
    return _of_noun(governor, grammar)


_WHEN = frozenset({"after", "before", "while", "since", "upon", "without"})
"""Prepositions that hang a deed on another one of the same doer, whatever noun the parser hangs them on."""


def _verb_above(noun: Token) -> Token | None:
    """Return the verb in whose object a noun stands, however deep."""
    token = noun
    while token.dep in ("pobj", "prep", "dobj", "conj") and token.head is not token:
        if token.head.pos in ("VERB", "AUX"):
            return token.head if token.dep in ("dobj", "prep") else None
        token = token.head
    return None


_KEEPING = frozenset({"protect", "save", "keep", "prevent", "stop", "shield", "spare", "rescue", "block"})
"""Verbs whose object is what does not do, or suffer, what follows "from"."""


def _verdict_above(noun: Token) -> Token | None:
    """Return the verb that a chain of prepositions hangs a noun on ("sentenced to life without hope of parole")."""
    token = noun
    while token.dep == "pobj" and token.head.dep == "prep":
        token = token.head.head
        if token.pos in ("VERB", "AUX"):
            return token
    return None


def _of_noun(noun: Token, grammar: Grammar) -> Token | _Verb | None:
    """Return who owns a noun ("Moscow's plan to …", "X made a threat to …")."""
    owner = noun.child("poss") or noun.prep("by")
    if owner is None and noun.lemma.lower() in _DOCUMENTS:
        # "United Nations resolutions condemning …"
        owner = next((child for child in noun.kids("compound") if child.pos == "PROPN"), None)
    if owner is not None:
        return owner
    governor = noun.head
    if noun.dep in ("dobj", "attr", "nsubjpass") and governor.pos in ("VERB", "AUX"):
        return _Verb(governor)
    if noun.dep == "pobj" and governor.head.pos in ("VERB", "AUX"):
        return _Verb(governor.head)
    return None


def antecedent_of_relative(token: Token) -> Token:
    """Return the noun a relative pronoun stands for, or the token itself."""
    if token.lower in _RELATIVES and token.pos in ("PRON", "DET", "SCONJ"):
        for above in token.ancestors():
            if above.dep == "relcl":
                if token.lower == "who":
                    return _person_above(above.head)
                link = struck_by_deed(above)
                return link.head if link is not None else above.head
            if above.pos == "NOUN":
                break
    return token


_STRIKES = frozenset(
    """attack raid strike airstrike bombing bombardment shelling blast explosion shooting assault ambush offensive
    incursion stabbing crackdown massacre""".split()
)
_HARMING = frozenset("kill wound injure maim destroy damage".split())
_STRUCK = frozenset({"on", "in", "at", "near", "against", "outside", "inside", "of", "around", "across"})


def struck_by_deed(harming: Token) -> Token | None:
    """Return the preposition that leads from a deed which did harm to its target or place, which did none.

    In "an attack *on* a post that killed seven" the attack killed them, wherever a parse hangs the clause.
    """
    if harming.dep != "relcl" or harming.lemma not in _HARMING:
        return None
    own, token = harming.child("nsubj"), harming.head
    if own is None or own.lower not in ("that", "which"):
        return None
    if token.lemma.lower() in _STRIKES:
        return next((link for link in token.kids("prep") if link.lower in _STRUCK), None)
    while token.dep in ("pobj", "conj"):
        link = token.head
        token = link.head if token.dep == "pobj" else link
        if link is not token and link.lower not in _STRUCK:
            return None
        if link is not token and token.lemma.lower() in _STRIKES and token.pos == "NOUN":
            return link
    return None


def _person_above(noun: Token) -> Token:
    """Return the person that "who" stands for where the parser hung it on a body ("a rapporteur for the UN who …")."""
    token = noun
    while token.ent in _BODIES and token.dep == "pobj" and token.head.head.pos in ("NOUN", "PROPN"):
        token = token.head.head
    return token if token.ent not in _BODIES else noun
