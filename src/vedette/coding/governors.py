"""What the words above an act make of it: verbs, nouns, adjectives and prepositions whose complement it is."""

from __future__ import annotations

from collections.abc import Callable

from vedette.coding.aspect import aspect_of
from vedette.coding.control import is_judging, is_passive
from vedette.coding.embedding import Embedding
from vedette.coding.negation import FINITE, is_negated
from vedette.coding.verdict import Verdict
from vedette.coding.vouching import asking, charged_with, is_known, left_open, of_noun
from vedette.model import Status
from vedette.reading import Token

_BE_HAVE = frozenset({"be", "have", "do", "get"})
Step = tuple[Token | None, Verdict | None]
"""The next word up to look at, or the verdict the word above gives; neither where the climb ends."""
_END: Step = (None, None)


def by_carrier(noun: Token, verb: Token, embedding: Embedding) -> Verdict | None:
    """Return what the verb that carries a deed's noun makes of it ("*faces* a life sentence"); None: it has no say."""
    if is_known(noun) and charged_with(verb) is not None:
        return Verdict("happened", "status.told-as-fact@1")  # "accused of carrying out *the attack*": somebody did
    if verb.lemma == "face" and noun.lemma in _IMPENDING:
        return _negated(Verdict("hypothetical", "status.faced@1", verb), verb)
    status = embedding.verbs.get(verb.lemma, "happened")
    if status == "happened" or verb.lemma == "commit" or _is_plotted(noun, verb):
        return None
    return _negated(Verdict(status, f"status.verb.{verb.lemma}@1", verb), verb)


def step_up(token: Token, embedding: Embedding) -> Step:
    """Take one step up the tree."""
    if token.head is token:
        return None, _question(token)
    step = _STEPS.get(token.dep)
    return step(token, embedding) if step is not None else _END


def _is_infinitive(token: Token) -> bool:
    return token.tag == "VB" and any(child.lower == "to" for child in token.kids("aux"))


def _from_complement(token: Token, embedding: Embedding) -> Step:
    if token.dep == "oprd" and token.head.lemma == "call":
        return _END  # "called it a senseless killing"
    if token.i < token.head.i and any(token.i < t.i < token.head.i and t.text == ";" for t in token.head.kids("punct")):
        return _END  # "Leaders denounce test; others vow consequences"
    if (word := asking(token)) is not None:
        # "It is not known who killed him": somebody did.
        return None, Verdict(aspect_of(token, embedding).status, "status.taken-for-granted@1", word)
    step = _complement_of(token.head, embedding, infinitive=_is_infinitive(token))
    # "Went on air to announce that they had overthrown him": only the telling was still to come.
    return _END if step == (token.head, None) and _is_over(token) and _is_purpose(token.head) else step


def _is_over(clause: Token) -> bool:
    """Tell whether a finite clause tells of what was over when it was told ("had overthrown", "killed")."""
    auxiliaries = clause.kids("aux", "auxpass")
    has = any(child.lower in ("had", "has", "have") and child.tag != "VB" for child in auxiliaries)
    is_past = clause.tag == "VBD" or any(child.tag == "VBD" for child in auxiliaries)
    return (has or is_past) and all(child.tag not in ("MD", "VBG") for child in (clause, *auxiliaries))


def _is_purpose(verb: Token) -> bool:
    return verb.dep == "advcl" and _is_infinitive(verb) and is_negated(verb) is None


def _from_object(token: Token, embedding: Embedding) -> Step:
    if token.pos not in ("NOUN", "PROPN"):
        return _END
    verb = token.head
    is_made = verb.lemma in _TURNING_DOWN and token.lemma in _UTTERED
    if verb.lemma in _TAKING_FOR_GRANTED or is_made or _is_plotted(token, verb):
        return _END  # "marched to protest the killings": the killings are no plan; a rejected demand was made
    if verb.lemma in _COVERING and (told := _by_rule(token, verb)) is not None:
        return None, told
    if verb.lemma in _LISTING and (wishes := verb.child("nsubj")) is not None and wishes.lemma in embedding.nouns:
        return _noun_above(wishes, embedding, infinitive=True)  # "their demands include an inquiry"
    owner = token.child("poss")
    if owner is not None and owner.tag == "PRP$" and any(a.lower in ("will", "'ll") for a in verb.kids("aux")):
        return verb, None  # "will finish its investigation"
    if owner is not None:
        if verb.lemma in _ENDING:
            # "stop its assault": what is to end is going on.
            return None, Verdict("ongoing", "status.to-end@1", verb)
        if verb.lemma not in embedding.verbs and verb.lemma not in embedding.grammar.light_verbs:
            # "does not condone Sparta's war" leaves the war where it is.
            return _END
    return _object_of(verb, embedding)


_IMPENDING = frozenset(
    """sentence penalty fine term expulsion deportation extradition jail prison execution
    imprisonment suspension""".split()
)
"""What somebody who "faces" it has not got yet."""


def _is_plotted(deed: Token, verb: Token) -> bool:
    """Tell whether a deed known from before was plotted: "the attacks" were made, "an attack" may have been foiled."""
    return verb.lemma == "plot" and any(child.lower in ("the", "these", "those") for child in deed.kids("det"))


_TAKING_FOR_GRANTED = frozenset(
    """protest condemn denounce decry deplore mourn mark commemorate avenge investigate survive escape flee punish
    remember regret resist repel withstand endure""".split()
)
"""Verbs whose object has happened, whatever becomes of the verb itself."""
_TURNING_DOWN = frozenset({"reject", "dismiss", "deny", "refuse", "overrule", "ignore", "decline", "rebuff", "oppose"})
_UTTERED = frozenset(
    """objection accusation allegation criticism complaint demand call appeal request plea petition warning threat
    condemnation protest charge proposal offer invitation ultimatum""".split()
)
"""What was said though it is turned down."""
_LISTING = frozenset({"include", "involve", "entail"})
_ENDING = frozenset({"stop", "end", "halt", "cease"})
"""With somebody's own act as object, these take for granted that it goes on."""


def _from_preposition(token: Token, embedding: Embedding) -> Step:
    prep, governor = token.head, token.head.head
    told = charged_with(token)
    if told is None and prep.lower == "to" and governor.lemma in _REACHING:
        told = _by_rule(token, governor)
    return (None, told) if told is not None else _led_to(token, embedding)


def _led_to(token: Token, embedding: Embedding) -> Step:
    governor = token.head.head
    if governor.lemma == "look" and token.head.lower == "to" and any(c.lower == "forward" for c in governor.children):
        return None, Verdict("planned", "status.look-forward@1", governor)
    if token.tag == "VBG" and token.head.lower in _LEADING_AHEAD and governor.lemma in embedding.nouns:
        return _noun_above(governor, embedding, infinitive=True)  # "the agreement on sending troops"
    if token.pos == "NOUN" and token.head.lower == "for" and governor.lemma in _SETTING_OUT and governor.pos == "VERB":
        return None, Verdict("planned", "status.set-out-for@1", governor)  # "left for consultations"
    if token.tag == "VBG" and token.head.lower == "by" and governor.pos == "VERB":
        return governor, None  # "would break the law by attacking"
    is_open = any(child.lower in ("a", "an", "any") for child in token.kids("det"))
    if token.head.lower == "to" and governor.lemma in _ANSWERING and is_open and governor.child("aux") is not None:
        return None, Verdict("hypothetical", "status.answered@1", governor)  # "will respond to an attack"
    if token.lemma in _MEETING and token.head.lower in ("at", "during") and governor.pos == "VERB":
        return governor, None  # "will be speaking at the monthly meeting"
    if token.head.lower == "in" and token.lemma in _TOGETHER and governor.pos == "VERB":
        return governor, None  # "will send them in coordination with partners"
    return _governed_by(token.head, embedding)


def _by_rule(deed: Token, verb: Token) -> Verdict | None:
    """Judge what a law or treaty is about ("the pact *covers* armed attacks"); None for deeds known to be done."""
    rule = verb.child("nsubj")
    is_any = deed.child("poss") is None and all(c.lower in ("a", "an", "any", "all") for c in deed.kids("det"))
    is_rule = rule is not None and rule.lemma.lower() in _RULES
    return Verdict("hypothetical", "status.rule@1", verb) if is_any and is_rule else None


_REACHING = frozenset({"apply", "extend", "relate", "pertain"})
_COVERING = frozenset({"cover", "ban", "forbid", "prohibit", "outlaw", "criminalise", "criminalize", "include"})
_RULES = frozenset(
    """treaty pact accord convention agreement charter protocol constitution law act bill statute code rule regulation
    decree clause article provision section guarantee alliance mandate commitment obligation doctrine""".split()
)
"""What is binding: it tells of deeds that may be done, not of any that was."""
_ANSWERING = frozenset({"respond", "react", "retaliate", "reply"})
_MEETING = frozenset({"meeting", "summit", "talks", "session", "conference", "gathering"})
_LEADING_AHEAD = frozenset({"of", "to", "for", "on", "in", "about", "at", "towards", "toward"})
_SETTING_OUT = frozenset({"leave", "depart", "head", "embark"})
_TOGETHER = frozenset({"coordination", "consultation", "cooperation", "collaboration", "partnership", "concert"})
"""With "in" before them, these only tell how something else is done."""


def _from_noun_clause(token: Token, embedding: Embedding) -> Step:
    return _told_by(token.head, embedding, infinitive=_is_infinitive(token))


def _told_by(noun: Token, embedding: Embedding, *, infinitive: bool) -> Step:
    told = None if infinitive else of_noun(noun)
    return (None, told) if told is not None else _noun_above(noun, embedding, infinitive=infinitive)


def _from_adverbial(token: Token, embedding: Embedding) -> Step:
    if _is_infinitive(token):
        if embedding.verbs.get(token.head.lemma) == "demanded" and token.i > token.head.i:
            # "call on X to leave": the parser often takes what is asked for a purpose.
            return _complement_of(token.head, embedding, infinitive=True)
        # Who "began a strike to protest" protests by the strike, which is told already.
        is_told = token.lemma == "protest" and token.head.lemma not in _GATHERING and token.head.tag == "VBD"
        if token.lemma in _SAID_THERE and not is_told and _is_gathering(token.head):
            return _END  # "spoke with him to express her support": she did
        return None, Verdict("planned", "status.purpose@2", token.child("aux"))
    return (token.head, None) if token.tag == "VBG" else _END


def _is_gathering(verb: Token) -> bool:
    """Tell whether people meet, march or hold a rally, or burn flags as they march."""
    while verb.tag == "VBG" and verb.dep == "advcl":
        verb = verb.head
    thing = verb.child("dobj")
    is_held = verb.lemma in _HOLDING and thing is not None and thing.lemma in _HELD
    return verb.tag == "VBD" and (verb.lemma in _GATHERING or is_held)


_HOLDING = frozenset({"hold", "stage", "begin", "start", "join", "lead", "organise", "organize", "mount", "attend"})
_HELD = frozenset({"rally", "march", "demonstration", "protest", "vigil", "sit-in", "strike", "procession"})
_GATHERING = frozenset("meet speak talk gather convene call phone write march rally assemble".split())
_SAID_THERE = frozenset(
    """discuss express thank protest demand reaffirm reiterate mark mourn consult talk convey condemn denounce support
    congratulate honour honor celebrate commemorate urge oppose back""".split()
)
"""What people do by gathering or speaking for it."""


def _from_conjunct(token: Token, embedding: Embedding) -> Step:
    if token.head.head.lemma == token.lemma and token.head.dep in ("xcomp", "ccomp", "advcl"):
        return _END  # "we call on A to leave and call on B to help": the second call is made, not asked for
    if token.tag in ("VB", "VBN") and _has_to(token) and not _has_to(token.head):
        if embedding.verbs.get(token.head.lemma, "happened") != "happened":
            return _complement_of(token.head, embedding, infinitive=True)  # "urge Chad to open roads and *to allow* …"
        return None, Verdict("planned", "status.infinitive@2", token)  # "and for the state *to be sued*"
    # "planned to hold a service and asked for gifts": a finite verb does not share what an infinitive depends on.
    apart = token.tag in FINITE and token.head.tag not in FINITE and token.head.child("aux", "auxpass") is not None
    shares = token.pos == token.head.pos and token.child("nsubj", "nsubjpass") is None and not apart
    return (token.head, None) if shares else _END


def _has_to(verb: Token) -> bool:
    return any(child.lower == "to" for child in verb.kids("aux"))


def _from_compound(token: Token, embedding: Embedding) -> Step:
    known = token.head.lemma in embedding.nouns
    return _noun_above(token.head, embedding, infinitive=True) if known else _END


def _from_relative(token: Token, embedding: Embedding) -> Step:
    if _is_infinitive(token):
        return None, Verdict("planned", "status.purpose@2", token.child("aux"))
    return _END


_STEPS: dict[str, Callable[[Token, Embedding], Step]] = {
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


def _complement_of(head: Token, embedding: Embedding, *, infinitive: bool) -> Step:
    if head.lemma == "let" and _is_exhortation(head):
        return None, Verdict("demanded", "status.let-us@1", head)
    if not infinitive and (told := left_open(head)) is not None:
        return None, told
    if head.pos == "ADJ" or (head.tag in ("VBN", "JJ") and head.lemma not in embedding.verbs):
        return _of_adjective(head, embedding)
    if head.pos == "NOUN":
        return _told_by(head, embedding, infinitive=infinitive)
    status = embedding.verbs.get(head.lemma)
    if status is None and infinitive and head.lemma not in _BE_HAVE:
        # An unknown verb with an infinitive looks ahead more often than not ("moved to ban").
        return head, None
    if status is None or status == "happened":
        return head, None
    if not infinitive and head.tag != "VBG" and status in ("planned", "demanded") and head.lemma in _FINITE_SAYING:
        return head, None
    return None, _negated(Verdict(status, f"status.verb.{head.lemma}@1", head), head)


def _of_adjective(head: Token, embedding: Embedding) -> Step:
    status = embedding.adjectives.get(head.lower)
    if status is None:
        return head, None
    return None, _negated(Verdict(status, f"status.adjective.{head.lower}@1", head), head)


# With a finite clause these only report ("announced that it had withdrawn"); with an infinitive they look ahead.
_FINITE_SAYING = frozenset(
    ["announce", "decide", "agree", "mean", "promise", "discuss", "tell", "advise", "suggest", "need", "consider"]
)


def _object_of(verb: Token, embedding: Embedding) -> Step:
    if (told := left_open(verb)) is not None:
        return None, told
    status = embedding.verbs.get(verb.lemma)
    if status is None or status == "happened" or is_judging(verb) or verb.child("acomp") is not None:
        # "called the attack senseless" judges an attack, it does not call for one.
        return verb, None
    return None, _negated(Verdict(status, f"status.verb.{verb.lemma}@1", verb), verb)


_TURNING_AWAY = frozenset(
    {"refuse", "reject", "decline", "rule", "oppose", "prohibit", "ban", "forbid", "bar", "deter"}
)
_FINDS = frozenset({"information", "tip", "clue", "evidence", "anything"})
"""What is asked for so that it may lead to something ("a reward for information leading to his arrest")."""


def _governed_by(prep: Token, embedding: Embedding) -> Step:
    governor = prep.head
    if governor.lemma == "lead" and governor.head.lemma in _FINDS and governor.dep in ("acl", "relcl"):
        return None, Verdict("hypothetical", "status.leading-to@1", governor)
    if governor.pos in ("NOUN", "PROPN") and prep.lower in ("of", "for", "to", "on", "against", "about", "in", "over"):
        if prep.lower == "of" and (judged := of_noun(governor)) is not None:
            return None, judged
        if governor.lemma in embedding.nouns:
            return _noun_above(governor, embedding, infinitive=False)
        return None, None
    if (told := _by_governor(prep, embedding)) is not None:
        return told
    if prep.lower in ("towards", "toward"):
        return None, Verdict("planned", "status.towards@1", prep)
    if prep.lower == "without":
        return None, Verdict("not_happened", "status.without@1", prep)
    return None, None


_CHARGING = frozenset({"accuse", "suspect", "convict", "charge", "blame"})


def _by_governor(prep: Token, embedding: Embedding) -> Step | None:
    """Return what the verb or adjective before a preposition makes of the noun behind it; None where it has no say."""
    governor = prep.head
    if governor.lemma == "try" and prep.lower == "for" and is_passive(governor):
        return _END  # "was tried for the massacre", as others are charged with it
    if governor.pos == "ADJ" and governor.lower in embedding.adjectives and prep.lower in ("to", "of", "about", "for"):
        status, rule = embedding.adjectives[governor.lower], f"status.adjective.{governor.lower}@1"
        return None, _negated(Verdict(status, rule, governor), governor)
    if governor.pos != "VERB" or prep.lower not in ("for", "of", "from", "about", "against", "on", "to", "out"):
        return None
    if governor.lemma in _CHARGING or governor.lemma == "announce" or prep.i < governor.i:
        # "Announced sanctions for its war": the war is not what is announced; "*on a visit to Mexico*, asked for help".
        return _END
    told = embedding.verbs.get(governor.lemma, "happened")
    if told == "happened":
        return None
    return None, _negated(Verdict(told, f"status.verb.{governor.lemma}@1", governor), governor)


_BY_TELEPHONE = frozenset({"phone", "telephone", "conference", "video"})
_HELD_OUT = frozenset({"prospect", "chance", "hope"})
"""What these are of is only held out, be it told by a noun ("the prospect of more aid")."""


def _noun_above(noun: Token, embedding: Embedding, *, infinitive: bool) -> Step:
    status = embedding.nouns.get(noun.lemma)
    if noun.lemma == "call" and any(child.lower in _BY_TELEPHONE for child in noun.kids("compound", "amod")):
        return None, None
    if noun.lemma in _HELD_OUT:
        return None, _negated(Verdict("hypothetical", f"status.noun.{noun.lemma}@1", noun), noun)
    if status is not None and (infinitive or status not in ("planned", "unknown") or noun.child("acl") is not None):
        return None, _negated(Verdict(status, f"status.noun.{noun.lemma}@1", noun), noun)
    if infinitive:
        return None, Verdict("planned", "status.infinitive@2", noun)
    return None, None


def _negated(verdict: Verdict, word: Token) -> Verdict:
    """Turn a verdict round where the word that gave it is itself negated ("did not fail to")."""
    negation = is_negated(word)
    if negation is None:
        return verdict
    if verdict.status in ("not_happened", "denied"):
        # Who "did not fail to" do it did; who is "not refusing to" may yet.
        status: Status = "hypothetical" if word.lemma in _TURNING_AWAY else "happened"
        return Verdict(status, "status.double-negation@2", negation)
    return Verdict("not_happened", "status.negated@2", negation)


def _question(root: Token) -> Verdict | None:
    last = root.sent.tokens[-1]
    if last.lower == "?":
        return Verdict("hypothetical", "status.question@1", last)
    return None
