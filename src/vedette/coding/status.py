"""Status: whether an act happened, is planned, demanded, feared, denied …

Read from the predicate outwards: its own negation and modals, then each word above whose complement it is.
The first word that takes the act out of the world decides; a negated one turns it into something that did not happen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vedette.coding.embedding import Embedding
from vedette.coding.slots import carrier
from vedette.model import Status
from vedette.reading import Token

_MAX_STEPS = 15
_TELLING = frozenset({"feared", "threatened", "denied"})
_BE_HAVE = frozenset({"be", "have", "do", "get"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "without", "hardly", "none", "nobody"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule and the word that gave it."""

    status: Status
    rule: str
    word: Token | None = None
    """None where nothing marks the act, which then happened."""
    is_modal: bool = False
    """True where a modal on the predicate itself decided ("will meet")."""


def status_of(predicate: Token, embedding: Embedding) -> Verdict:
    """Return the status of the act a predicate names."""
    token = predicate
    if predicate.pos in ("NOUN", "PROPN"):
        own = _on_noun(predicate, embedding)
        if own is not None:
            return own
        verb = carrier(predicate, embedding.grammar)
        if verb is not None and verb.pos in ("VERB", "AUX"):
            if verb.lemma in embedding.verbs and embedding.verbs[verb.lemma] not in ("happened",):
                return _negated(Verdict(embedding.verbs[verb.lemma], f"status.verb.{verb.lemma}@1", verb), verb)
            token = verb
    possible: Verdict | None = None
    for _ in range(_MAX_STEPS):
        own = _on_verb(token, embedding, is_predicate=token is predicate)
        if own is not None and own.rule != "status.modal.hypothetical@1":
            return possible or own
        possible = possible or own
        above, verdict = _above(token, embedding)
        if verdict is not None:
            # "fears that rebels could attack": the fear tells more than the "could".
            return verdict if possible is None or verdict.status in _TELLING else possible
        if above is None:
            break
        token = above
    return possible or _aspect(predicate, embedding)


def is_negated(token: Token) -> Token | None:
    """Return the word that negates a verb or noun, or None."""
    for child in token.children:
        if _is_only(child):
            continue  # "not just Ukraine" is Ukraine too
        if child.dep == "neg" or (child.lower in _NEGATIONS and child.dep in ("det", "advmod", "preconj", "cc")):
            return child
    subject = token.child("nsubj", "nsubjpass")
    if subject is not None:
        for child in subject.children:
            if child.dep == "det" and child.lower in ("no", "neither"):
                return child
    if token.dep == "conj" and token.head.pos == token.pos and token.child("nsubj", "nsubjpass", "aux") is None:
        return is_negated(token.head)
    return None


def _is_only(negation: Token) -> bool:
    """Tell whether a "not" only adds more ("not just", "not only")."""
    tokens, at = negation.sent.tokens, negation.i - negation.sent.tokens[0].i + 1
    return negation.lower in ("not", "n't") and at < len(tokens) and tokens[at].lower in ("just", "only", "merely")


def _on_noun(noun: Token, embedding: Embedding) -> Verdict | None:
    negation = is_negated(noun)
    if negation is not None:
        return Verdict("not_happened", "status.negated@1", negation)
    for child in noun.children:
        if child.dep in ("amod", "compound") and child.lower in embedding.modifiers:
            return Verdict(embedding.modifiers[child.lower], "status.modifier@1", child)
    return None


def _on_verb(verb: Token, embedding: Embedding, *, is_predicate: bool) -> Verdict | None:
    """Judge a verb's own negation, modals and conjunction."""
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return None
    holder = verb
    if verb.pos == "ADJ" and verb.head.lemma == "be" and verb.dep in ("acomp", "attr"):
        holder = verb.head
    negation = is_negated(holder)
    auxiliaries = holder.kids("aux")
    if not auxiliaries and holder.dep == "conj" and holder.child("nsubj", "nsubjpass") is None:
        auxiliaries = [a for a in holder.head.kids("aux") if a.tag == "MD"]
    modal = next((a for a in auxiliaries if a.tag == "MD" or a.lower in embedding.modals), None)
    mark = next((c for c in holder.children if c.dep in ("mark", "advmod") and c.lower in embedding.marks), None)
    if mark is None and verb.tag in ("VBZ", "VBP") and holder.dep == "advcl":
        mark = next((c for c in holder.children if c.dep == "mark" and c.lower == "until"), None)
    if mark is not None and holder.dep in ("advcl", "ccomp", "pcomp", "xcomp"):
        return Verdict("hypothetical", "status.condition@1", mark)
    if negation is not None:
        # "will not" refuses; "cannot" only says what is not possible.
        refuses = (modal is not None and embedding.modals.get(modal.lower) == "planned") or _is_would(modal)
        return Verdict("not_happened", "status.negated@1", negation, is_modal=refuses)
    if modal is not None:
        status = embedding.modals.get(modal.lower, "hypothetical")
        if modal.lower in ("would", "'d") and _is_reported(holder, embedding):
            status = "planned"  # "said it would withdraw": the future of the past
        return Verdict(status, f"status.modal.{status}@1", modal, is_modal=is_predicate)
    going = _going_to(holder)
    if going is not None:
        return Verdict("planned", "status.going-to@1", going, is_modal=is_predicate)
    return None


def _is_would(modal: Token | None) -> bool:
    return modal is not None and modal.lower in ("would", "'d")


def _is_reported(verb: Token, embedding: Embedding) -> bool:
    return verb.dep in ("ccomp", "conj", "acomp") and (
        verb.head.lemma in embedding.grammar.reporting_verbs
        or (verb.dep == "conj" and _is_reported(verb.head, embedding))
    )


def _going_to(verb: Token) -> Token | None:
    """Return "to" of "is to visit", or "going" of "is going to visit"."""
    if verb.dep == "xcomp" and verb.head.lower == "going" and verb.head.child("aux") is not None:
        return verb.head
    if verb.dep == "xcomp" and verb.head.lemma == "be" and any(c.lower == "to" for c in verb.kids("aux")):
        return verb.head
    return None


_Step = tuple[Token | None, Verdict | None]
"""The next word up to look at, or the verdict the word above gives; neither where the climb ends."""
_END: _Step = (None, None)


def _above(token: Token, embedding: Embedding) -> _Step:
    """Take one step up the tree."""
    if token.head is token:
        return None, _question(token)
    step = _STEPS.get(token.dep)
    return step(token, embedding) if step is not None else _END


def _is_infinitive(token: Token) -> bool:
    return token.tag == "VB" and any(child.lower == "to" for child in token.kids("aux"))


def _from_complement(token: Token, embedding: Embedding) -> _Step:
    if token.dep == "oprd" and token.head.lemma == "call":
        return _END  # "called it a senseless killing"
    return _complement_of(token.head, embedding, infinitive=_is_infinitive(token))


def _from_object(token: Token, embedding: Embedding) -> _Step:
    if token.pos not in ("NOUN", "PROPN"):
        return _END
    verb = token.head
    if verb.lemma in _TAKING_FOR_GRANTED:
        return _END  # "marched to protest the killings": the killings are no plan
    if token.child("poss") is not None:
        if verb.lemma in _ENDING:
            # "stop its assault": what is to end is going on.
            return None, Verdict("ongoing", "status.to-end@1", verb)
        if verb.lemma not in embedding.verbs and verb.lemma not in embedding.grammar.light_verbs:
            # "does not condone Sparta's war" leaves the war where it is.
            return _END
    return _object_of(verb, embedding)


_TAKING_FOR_GRANTED = frozenset(
    """protest condemn denounce decry deplore mourn mark commemorate avenge investigate survive escape flee punish
    remember regret resist repel withstand endure""".split()
)
"""Verbs whose object has happened, whatever becomes of the verb itself."""
_ENDING = frozenset({"stop", "end", "halt", "cease"})
"""With somebody's own act as object, these take for granted that it goes on."""


def _from_preposition(token: Token, embedding: Embedding) -> _Step:
    governor = token.head.head
    if governor.lemma == "look" and token.head.lower == "to" and any(c.lower == "forward" for c in governor.children):
        return None, Verdict("planned", "status.look-forward@1", governor)
    if (
        token.tag == "VBG"
        and token.head.lower in ("of", "to", "for")
        and embedding.nouns.get(governor.lemma) == "planned"
    ):
        return _noun_above(governor, embedding, infinitive=True)  # "the prospect of organizing talks"
    return _governed_by(token.head, embedding)


def _from_noun_clause(token: Token, embedding: Embedding) -> _Step:
    return _noun_above(token.head, embedding, infinitive=_is_infinitive(token))


def _from_adverbial(token: Token, embedding: Embedding) -> _Step:
    if _is_infinitive(token):
        if embedding.verbs.get(token.head.lemma) == "demanded":
            # "call on X to leave": the parser often takes what is asked for a purpose.
            return _complement_of(token.head, embedding, infinitive=True)
        if token.head.lemma in _GATHERING and token.head.tag == "VBD" and token.lemma in _SAID_THERE:
            return _END  # "spoke with him to express her support": she did
        return None, Verdict("planned", "status.purpose@1", token.child("aux"))
    return (token.head, None) if token.tag == "VBG" else _END


_GATHERING = frozenset("meet speak talk gather convene call phone write march rally assemble".split())
_SAID_THERE = frozenset(
    """discuss express thank protest demand reaffirm reiterate mark mourn consult talk convey condemn denounce support
    congratulate honour honor celebrate commemorate""".split()
)
"""What people do by gathering or speaking for it."""


def _from_conjunct(token: Token, embedding: Embedding) -> _Step:
    if token.head.head.lemma == token.lemma and token.head.dep in ("xcomp", "ccomp", "advcl"):
        return _END  # "we call on A to leave and call on B to help": the second call is made, not asked for
    # "planned to hold a service and asked for gifts": a finite verb does not share what an infinitive depends on.
    apart = token.tag in _FINITE and token.head.tag not in _FINITE and token.head.child("aux", "auxpass") is not None
    shares = token.pos == token.head.pos and token.child("nsubj", "nsubjpass") is None and not apart
    return (token.head, None) if shares else _END


def _from_compound(token: Token, embedding: Embedding) -> _Step:
    known = token.head.lemma in embedding.nouns
    return _noun_above(token.head, embedding, infinitive=True) if known else _END


def _from_relative(token: Token, embedding: Embedding) -> _Step:
    if _is_infinitive(token):
        return None, Verdict("planned", "status.purpose@1", token.child("aux"))
    return _END


_FINITE = frozenset({"VBD", "VBZ", "VBP"})

_STEPS: dict[str, Callable[[Token, Embedding], _Step]] = {
    "xcomp": _from_complement,
    "ccomp": _from_complement,
    "oprd": _from_complement,
    "dobj": _from_object,
    "nsubjpass": _from_object,
    "attr": _from_object,
    "pobj": _from_preposition,
    "pcomp": _from_preposition,
    "acl": _from_noun_clause,
    "advcl": _from_adverbial,
    "conj": _from_conjunct,
    "compound": _from_compound,
    "relcl": _from_relative,
}


def _is_exhortation(verb: Token) -> bool:
    """Tell whether somebody says "let us …"."""
    tokens, after = verb.sent.tokens, verb.i - verb.sent.tokens[0].i + 1
    return after < len(tokens) and tokens[after].lower in ("us", "'s", "’s") and not verb.kids("aux", "nsubj")


def _complement_of(head: Token, embedding: Embedding, *, infinitive: bool) -> _Step:
    if head.lemma == "let" and _is_exhortation(head):
        return None, Verdict("demanded", "status.let-us@1", head)
    if head.pos == "ADJ" or (head.tag in ("VBN", "JJ") and head.lemma not in embedding.verbs):
        status = embedding.adjectives.get(head.lower)
        if status is not None:
            return None, _negated(Verdict(status, f"status.adjective.{head.lower}@1", head), head)
        return head, None
    if head.pos == "NOUN":
        return _noun_above(head, embedding, infinitive=infinitive)
    status = embedding.verbs.get(head.lemma)
    if status is None and infinitive and head.lemma not in _BE_HAVE:
        # An unknown verb with an infinitive looks ahead more often than not ("moved to ban").
        return head, None
    if status is None or status == "happened":
        return head, None
    if not infinitive and head.tag != "VBG" and status in ("planned", "demanded") and head.lemma in _FINITE_SAYING:
        return head, None
    return None, _negated(Verdict(status, f"status.verb.{head.lemma}@1", head), head)


# With a finite clause these only report ("announced that it had withdrawn"); with an infinitive they look ahead.
_FINITE_SAYING = frozenset(
    ["announce", "decide", "agree", "mean", "promise", "discuss", "tell", "advise", "suggest", "need", "consider"]
)


def _object_of(verb: Token, embedding: Embedding) -> _Step:
    status = embedding.verbs.get(verb.lemma)
    if status is None or status == "happened" or verb.child("oprd", "acomp") is not None:
        # "called the attack senseless" judges an attack, it does not call for one.
        return verb, None
    return None, _negated(Verdict(status, f"status.verb.{verb.lemma}@1", verb), verb)


_FINDS = frozenset({"information", "tip", "clue", "evidence", "anything"})
"""What is asked for so that it may lead to something ("a reward for information leading to his arrest")."""


def _governed_by(prep: Token, embedding: Embedding) -> _Step:
    governor = prep.head
    if governor.lemma == "lead" and governor.head.lemma in _FINDS and governor.dep in ("acl", "relcl"):
        return None, Verdict("hypothetical", "status.leading-to@1", governor)
    if governor.pos in ("NOUN", "PROPN") and prep.lower in ("of", "for", "to", "on", "against", "about", "in", "over"):
        if governor.lemma in embedding.nouns:
            return _noun_above(governor, embedding, infinitive=False)
        return None, None
    if governor.pos == "VERB" and prep.lower in ("for", "of", "from", "about", "against", "on", "to", "out"):
        status = embedding.verbs.get(governor.lemma)
        if governor.lemma in ("accuse", "suspect", "convict", "charge", "blame"):
            return None, None
        if status is not None and status != "happened":
            return None, _negated(Verdict(status, f"status.verb.{governor.lemma}@1", governor), governor)
    if prep.lower in ("towards", "toward"):
        return None, Verdict("planned", "status.towards@1", prep)
    if prep.lower == "without":
        return None, Verdict("not_happened", "status.without@1", prep)
    return None, None


def _noun_above(noun: Token, embedding: Embedding, *, infinitive: bool) -> _Step:
    status = embedding.nouns.get(noun.lemma)
    if status is not None and (infinitive or status not in ("planned", "unknown") or noun.child("acl") is not None):
        return None, _negated(Verdict(status, f"status.noun.{noun.lemma}@1", noun), noun)
    if infinitive:
        return None, Verdict("planned", "status.infinitive@1", noun)
    return None, None


def _negated(verdict: Verdict, word: Token) -> Verdict:
    """Turn a verdict round where the word that gave it is itself negated ("did not fail to")."""
    negation = is_negated(word)
    if negation is None:
        return verdict
    if verdict.status in ("not_happened", "denied"):
        return Verdict("happened", "status.double-negation@1", negation)
    return Verdict("not_happened", "status.negated@1", negation)


def _question(root: Token) -> Verdict | None:
    last = root.sent.tokens[-1]
    if last.lower == "?":
        return Verdict("hypothetical", "status.question@1", last)
    return None


def _aspect(predicate: Token, embedding: Embedding) -> Verdict:
    verb = predicate
    if predicate.pos in ("NOUN", "PROPN"):
        verb = carrier(predicate, embedding.grammar) or predicate
    if predicate.pos == "NOUN" and predicate.dep == "nsubj" and predicate.head.lemma in ("take", "go", "continue"):
        verb = predicate.head  # "protests have been taking place"
    if verb.tag == "VBG":
        now = next((a for a in verb.kids("aux") if a.tag in ("VBZ", "VBP") or a.lower == "been"), None)
        if now is not None:
            return Verdict("ongoing", "status.progressive@1", now)
    return Verdict("happened", "status.told-as-fact@1")
