"""A cue between commas or at the end of its sentence, told by its place where the parse goes astray.

"We have the invitation in our hands, *its secretary told this paper*." "Bank papers, *the prosecutor said*, show
otherwise." "No inspector has come since May, *replied the miners' committee*." The words round the commas are what is
said, whatever the parser hangs on what.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import Cue, CueLexicon
from vedette.attribution.hearers import describes_hearers
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import DOCUMENTS, PARTS
from vedette.attribution.speakers import FINITE, SUBJECTS, names_somebody
from vedette.reading import Token
from vedette.reading.pronouns import SAYING

_MOST_BEFORE, _MOST_BEHIND = 10, 16
"""Words of the speaker's phrase before the verb, and of what follows the verb ("on local television"), at most."""
_MOST_HEARING = 5
"""Words between a cue and the comma behind it, at most ("he told *a hushed house* yesterday,")."""
_SHORTEST = 4
"""Words that may be what is said, at least."""
_SHORT_ADVERB = 2
"""Words of an adverb before a cue between commas, at most ("*Only yesterday*, he said, the road had been open")."""
_MOST_INVERTED = 9
"""Words of the speaker's phrase behind an inverted cue, at most."""
_PARTICIPLES = ("aken", "iven", "een", "itten", "awn", "own", "osen", "olen", "oken", "dden")
"""Endings of participles that no past tense has."""
_READ_OUT = frozenset({"read"})
"""Verbs that tell something only beside it ("…, *an officer reads*"); with a "that" they tell what somebody learnt."""
_RUNNING = frozenset({"run", "go", "read", "begin", "end"})
"""Verbs by which a document tells what stands before them ("…, *runs the last sentence of the notice*")."""
_RUN_BY = DOCUMENTS | PARTS | frozenset({"reply", "answer", "version", "denial", "rejoinder", "slogan", "chant"})
_RUN = Cue("verb", "run", "says", "asserts", ("clause",))
_TOLD_SOMEBODY = frozenset({"tell", "inform", "assure", "remind", "warn"})
_ONLY_SAYING = frozenset(
    {
        "say",
        "write",
        "add",
        "reply",
        "insist",
        "claim",
        "explain",
        "retort",
        "announce",
        "argue",
        "murmur",
        "mutter",
        "grumble",
        "swear",
        "testify",
        "boast",
        "sigh",
        "complain",
        "protest",
        "lament",
    }
)
"""Verbs whose subject behind them speaks, whatever its noun ("…, *wrote the airport*")."""
_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN"})
_NAMES = frozenset({"PROPN", "NOUN"})
_WHERE_SAID = frozenset({"on", "in", "during", "after", "before", "through", "via"})
"""Prepositions behind a speaker that tell where or when he spoke ("wrote the airport *on its website*")."""
_WHEN = frozenset({"as", "when", "while", "after", "before", "once"})
"""What may lead into a clause that tells when somebody spoke ("…, the officer said *after* he had seen it")."""
_PLACES = frozenset({"there", "here", "inside", "outside", "nearby"})
"""Adverbs that belong to a speaker rather than to the saying ("an officer *there* said", "he *often* said")."""
_OPENS = frozenset({"the", "a", "an", "this", "these", "its", "his", "her", "their", "one", "another", "two", "some"})


def set_off(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the draft of a saying verb with its subject behind a comma and a whole clause before it, or None."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    is_running = verb.lemma in _RUNNING and at > 1 and tokens[at - 1].lower == "it" and tokens[at - 2].text == ","
    more = next((len(words) for words in _IDIOMS.get(verb.lemma, ()) if _follow(words, tokens[at + 1 :])), 0)
    cue = _RUN if is_running or more else _saying(verb, lexicon)
    if cue is None or verb.tag not in ("VBD", "VBN", "VBZ", "VBP", "NNS", "VB"):
        return None
    comma = next((k for k in range(at - 1, max(-1, at - 2 - _MOST_BEFORE), -1) if tokens[k].text == ","), None)
    if comma is not None and comma + 1 == at:  # "the mediator, *Ines Quade*, told …"
        comma = next((k for k in range(at - 2, max(-1, at - 2 - _MOST_BEFORE), -1) if tokens[k].text == ","), None)
    if comma is None or comma + 1 == at or not _closes(tokens, at + more):
        return None
    helpers = next((k for k in range(at, comma, -1) if tokens[k - 1].lower not in _HAVING), at)
    speaker = _head([token for token in tokens[comma + 1 : helpers] if token.text != ","])
    said = _said(tokens[:comma])
    is_famed = (
        verb.tag == "VBN" and more and [t.lower for t in tokens[at + more + 1 :][:1]] in (["for"], ["as"], ["by"])
    )
    if is_famed:
        return None  # "a man *made known for* his songs"
    if speaker is None or not said or (verb.tag == "VBN" and not (more or _is_finite_after_all(verb, speaker))):
        return None
    inside = {token.i for token in said}
    main = next((t for t in said if t.pos in ("VERB", "AUX") and t.head.i not in inside), None)
    main = main or next(t for t in said if t.tag in FINITE)
    if _tells_when(main, said):
        return None
    start = _before_apposition(tokens, comma)
    if start < comma + 1:
        said = said[: start - 1 - (said[0].i - tokens[0].i)]
        inside, speaker = {token.i for token in said}, _head(tokens[start:comma]) or speaker
    form = "cue.known@1" if more else "cue.set-off@1"
    draft = Draft(form, verb, cue, "clause", main, inside, speaker)
    draft.speaker_phrase = list(tokens[start : helpers - (tokens[helpers - 1].text == ",")])
    return draft


_IDIOMS = MappingProxyType(
    {
        "have": (("it",),),
        "let": (("it", "be", "known"), ("slip",), ("it", "be", "understood")),
        "make": (("it", "known"), ("it", "clear"), ("it", "plain"), ("clear",), ("plain",), ("known",)),
        "put": (("it",),),
    }
)
"""Verbs that say something with the words behind them ("…, the police *let it be known* on Friday")."""


def _follow(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    return tuple(token.lower for token in tokens[: len(words)]) == tuple(words)


_HAVING = frozenset({"has", "have", "had"})


def _tells_when(main: Token, said: Sequence[Token]) -> bool:
    """Tell whether words are a mere aside: "Shortly before the talks began, the minister announced on Monday, …"."""
    return any((child.dep == "mark" or child.tag == "WRB") and child in said[:3] for child in main.children)


def _before_apposition(tokens: Sequence[Token], comma: int) -> int:
    """Return where a speaker's phrase begins: before the comma, where that only parts a person from his name.

    "Talks go on, *the mediator, Ines Quade*, told the radio."
    """
    at = next((k for k in range(comma - 1, max(-1, comma - 1 - _MOST_BEFORE), -1) if tokens[k].text == ","), None)
    noun = _head(tokens[at + 1 : comma]) if at is not None and at + 1 < comma else None
    if at is None or at < _SHORTEST or noun is None or noun.pos != "NOUN" or not _may_speak(noun):
        return comma + 1
    return at + 1


def split(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the draft of a cue between commas that parts a subject from its verb, or None.

    Nothing where the words before the first comma state something by themselves.
    """
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    if at + 2 < len(tokens) and at > 1 and tokens[at - 1].text == "," and verb.tag in ("VBD", "VBN", "VBZ"):
        return _split_inverted(verb, lexicon)
    close = _closing_comma(tokens, at)
    if close is None or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    cue = _saying(verb, lexicon)
    comma = next((k for k in range(at - 1, max(-1, at - 2 - _MOST_BEFORE), -1) if tokens[k].text == ","), None)
    if cue is None or comma is None or comma + 1 == at:
        return None
    return _round(verb, cue, (comma + 1, at), (comma, close + 1))


def _closing_comma(tokens: Sequence[Token], at: int) -> int | None:
    """Return the comma behind a cue, past a hearer or an adverb ("he told *his followers*, …"), or None."""
    for k in range(at + 1, min(len(tokens) - 1, at + 2 + _MOST_HEARING)):
        if tokens[k].text == ",":
            return k
        if tokens[k].pos in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ") and tokens[k].dep != "amod":
            return None
    return None


def _split_inverted(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the draft of a cue whose speaker stands behind it: "The light, *insisted the signalman*, was green"."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    close = next((k for k in range(at + 2, min(len(tokens) - 1, at + 2 + _MOST_INVERTED)) if tokens[k].text == ","), 0)
    cue = _saying(verb, lexicon)
    if cue is None or not close or verb.lemma in _TOLD_SOMEBODY:
        return None
    return _round(verb, cue, (at + 1, close), (at - 1, close + 1))


def _round(verb: Token, cue: Cue, phrase: tuple[int, int], borders: tuple[int, int]) -> Draft | None:
    """Return the draft of what stands round a cue, or None where it is no subject and its verb.

    phrase: where the speaker's words begin and end; borders: where what is said ends before it and goes on behind.
    """
    tokens, (comma, on) = verb.sent.tokens, borders
    speaker, goes_on = _head(tokens[slice(*phrase)]), tokens[on]
    before = tokens[max((k + 1 for k in range(comma) if tokens[k].text in (";", ":")), default=0) : comma]
    behind = tokens[on : next((k for k in range(on, len(tokens)) if tokens[k].text in (";", ".")), len(tokens))]
    if speaker is None or not before:
        return None
    is_adverb = before[0].pos == "ADV" and len(before) <= _SHORT_ADVERB
    if (before[0].tag == "IN" or is_adverb) and goes_on.tag not in FINITE:
        # "*On the harbour dues*, said the delegate, nothing had been settled"; "*There*, she told us, …"
        is_whole = any(t.tag in FINITE for t in behind) and any(t.dep in SUBJECTS for t in behind)
        goes_on = next((t for t in behind if t.tag in FINITE), goes_on) if is_whole else goes_on
    elif before[0].pos not in _NOMINAL:
        return None
    if goes_on.tag not in FINITE | {"VB"}:
        return None
    if any(token.text in QUOTE_MARKS or token.text == "," for token in before):
        return None
    # What stands before "was" or "had" is its subject, whatever the parser sees in it ("Samples *sent* away, …, had").
    is_subject = goes_on.lemma in ("be", "have", "do") or goes_on.tag == "MD"
    if not is_subject and any(_is_finite(token) for token in before):
        return None
    inside = {token.i for token in (*before, *behind)}
    draft = Draft("cue.parenthetical@1", verb, cue, "clause", goes_on, inside, speaker)
    draft.speaker_phrase = [t for t in tokens[slice(*phrase)] if not (t.pos == "ADV" and t.lower not in _PLACES)]
    return draft


def inverted(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the draft of a cue behind a comma with its speaker behind it to the end of the sentence, or None."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    if at < _SHORTEST or tokens[at - 1].text != ",":
        return None
    last = len(tokens) - 1 if tokens[-1].text in (".", "!") else len(tokens)
    # "…, grumbled Ilse Morrow, counting coins"; "…, swore a carter who had seen it".
    ends = {",", ";", "who", "which", "that"}
    end = next((k for k in range(at + 2, last) if tokens[k].lower in ends or _opens_relative(tokens, k)), last)
    end = next((k for k in range(at + 3, end) if tokens[k].lower in _WHERE_SAID), end)
    if not 1 <= end - at - 1 <= _MOST_INVERTED:
        return None
    speaker = _head(tokens[at + 1 : end])
    is_running = verb.lemma in _RUNNING and speaker is not None and speaker.lemma.lower() in _RUN_BY
    cue = _RUN if is_running else _saying(verb, lexicon)
    if cue is None or verb.tag not in ("VBD", "VBZ", "VBN") or verb.lemma in _TOLD_SOMEBODY:
        return None
    said = _said(tokens[: at - 1])
    if speaker is None or speaker.pos == "PRON" or not said:
        return None
    if not (is_running or _may_speak(speaker) or verb.lemma in _ONLY_SAYING):
        return None
    if speaker.dep == "dobj" and speaker.head is verb and verb.lemma in _READ_OUT and verb.child("nsubj") is not None:
        return None  # "The governor, whose house is near, *read the letter* to his guests"
    main = next((t for t in said if t.tag in FINITE and t.child(*SUBJECTS) is not None), said[0])
    main = main.head if main.dep in ("aux", "auxpass") else main
    if _tells_when(main, said):
        return None
    draft = Draft("cue.set-off@1", verb, cue, "clause", main, {token.i for token in said}, speaker)
    draft.speaker_phrase = list(tokens[at + 1 : end])
    return draft


def _opens_relative(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a relative clause without its pronoun begins here ("went a message *they* painted on the shed")."""
    return tokens[at].pos == "PRON" and tokens[at].dep == "nsubj" and tokens[at - 1].pos in ("NOUN", "PROPN")


def _is_finite(token: Token) -> bool:
    """Tell a finite verb from a participle, also where a parse does not ("samples *taken* after dawn")."""
    return token.tag in FINITE and not (token.tag == "VBD" and token.lower.endswith(_PARTICIPLES))


def _saying(verb: Token, lexicon: CueLexicon) -> Cue | None:
    """Return the row by which a verb says that something is so, or None."""
    entry = lexicon.verb(verb)
    if verb.lemma in _READ_OUT and entry is not None and "quote" in entry.frames:
        return entry.frames["quote"]
    cue = entry.frames.get("clause") if entry is not None else None
    is_told = cue is not None and (cue.attitude == "says" or cue.stance in ("asserts", "accuses"))
    return cue if is_told else None


def _may_speak(noun: Token) -> bool:
    return noun.pos == "PROPN" or noun.lemma.lower() in DOCUMENTS or names_somebody(noun)


def _is_finite_after_all(verb: Token, speaker: Token) -> bool:
    """Tell whether a seeming participle tells what its speaker does, unlike in "the deal confirmed by both"."""
    if verb.lemma == "relate":
        return False  # "a program, *related* to it, …"
    is_passive = any(child.dep == "agent" or child.lower == "by" for child in verb.children)
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    # "…, the bank's president, *Lionel Trask, estimated* on the pavement"
    is_named = speaker.ent == "PERSON" and tokens[at - 1].text == "," and verb.lemma in SAYING
    return not is_passive and (verb.head is speaker or verb.child("nsubj") is speaker or is_named)


def _head(phrase: Sequence[Token]) -> Token | None:
    """Return the head of a speaker's phrase; None where the words are no noun phrase."""
    if all(token.ent in ("DATE", "TIME") for token in phrase):
        return None  # nothing, or "in her memoirs, published *this week*, …"
    first = phrase[0]
    joint = next((k for k, token in enumerate(phrase) if token.lower == "and"), 0)
    if 0 < joint < len(phrase) - 1 and _head(phrase[joint + 1 :]) is not None:
        return _head(phrase[:joint])  # "*a waiter and two guards* told this paper"
    doing = next((k for k in range(1, len(phrase)) if _describes(phrase, k)), 0)
    if doing:
        return _head(phrase[:doing])  # "*travellers* arriving from the capital said"
    if any(t.pos in ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT") or t.tag in ("WDT", "WP", "WRB") for t in phrase):
        return None
    is_many = first.tag == "NNS" and names_somebody(first)  # "*travellers* from the capital said"
    # "*opposition leader* X", "*provincial governor* X", "*defence headquarters*"
    is_titled = first.pos in ("NOUN", "ADJ") and phrase[-1].pos in _NAMES and _names_body(phrase[-1])
    if first.lower not in _OPENS and first.pos not in ("PROPN", "PRON") and not (is_many or is_titled):
        return None
    if first.pos == "PRON" and first.lower not in _OPENS:
        return first if len(phrase) == 1 and first.lower in ("he", "she", "they", "it") else None
    end = next((k for k, token in enumerate(phrase) if token.tag == "IN"), len(phrase))
    while end > 1 and phrase[end - 1].pos == "ADV":
        end -= 1  # "an officer *there* said"
    # "the fishermen's *co-operative*": a parse at times takes the head for an adjective
    nouns = [token for token in phrase[:end] if token.pos in ("NOUN", "PROPN") or token.dep in SUBJECTS]
    return nouns[-1] if nouns and nouns[-1] is phrase[end - 1] else None


def _names_body(noun: Token) -> bool:
    return names_somebody(noun) or noun.lower in ("headquarters", "sources", "authorities")


def _describes(phrase: Sequence[Token], at: int) -> bool:
    """Tell whether a participle only describes a speaker: "travellers *arriving* from …", "the office *run* by …"."""
    token, behind = phrase[at], phrase[at + 1 : at + 2]
    if token.tag not in ("VBG", "VBN"):
        return False
    is_by = token.tag == "VBN" and any(t.lower == "by" for t in behind) and phrase[at - 1].pos in ("NOUN", "PROPN")
    return token.dep == "acl" or is_by


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a comma or the sentence's end soon follows a verb, with no clause or object of its own between."""
    is_at = at + 1 < len(tokens) and tokens[at + 1].tag == "IN"
    ends = (k for k in range(at + 2, min(len(tokens), at + 6)) if tokens[k].pos == "NOUN" and tokens[k].dep == "pobj")
    held = next(ends, 0) if is_at else 0
    for k in range(at + 1, min(len(tokens), at + 2 + _MOST_BEHIND)):
        token = tokens[k]
        if token.text in (",", ".", "!", ";"):
            return True
        if k == at + 1 and token.lower in _WHEN and token.dep in ("mark", "advmod"):
            return True  # "…, the officer said as the last boxes came in"
        if token.lower in _WHEN and k > at + 1 and all(_tells_day_or_hearer(tokens[at], t) for t in tokens[at + 1 : k]):
            return True  # "…, the party announced *two hours before* the polls closed", "told reporters *after* …"
        is_hearers = token.dep == "amod" and k > at + 1  # "told a *packed* briefing"
        if is_hearers or (token.tag in ("VBN", "VBD", "VBG") and describes_hearers(tokens[at])):
            continue  # "…, the union told workers *gathered* at its gate"
        if held and k > held:
            continue  # "wrote in a letter that has come to light": the relative clause is the letter's
        if held and k < held and token.tag in ("VBN", "VBG"):
            continue  # "at a hastily *called* news conference"
        if token.pos in ("VERB", "AUX", "SCONJ", "PUNCT") or token.lower in ("that", "and", "but"):
            return False
        if k == at + 1 and not (token.tag == "IN" or token.ent in ("DATE", "TIME") or _is_hearer(tokens[at], token)):
            return False
    return at + 1 >= len(tokens)


def _tells_day_or_hearer(verb: Token, token: Token) -> bool:
    is_on_day = token.lower == "on" and any(below.ent in ("DATE", "TIME") for below in token.children)
    return token.ent in ("DATE", "TIME") or is_on_day or _is_hearer(verb, token)


def _is_hearer(verb: Token, token: Token) -> bool:
    return verb.lemma in _TOLD_SOMEBODY and token.pos in _NOMINAL


def _said(before: Sequence[Token]) -> Sequence[Token]:
    """Return what is said of the words before the comma: all of them, or those behind a colon or semicolon.

    Nothing where they are no whole clause ("*When asked about it*, the mayor said nothing").
    """
    start = max((k + 1 for k, token in enumerate(before) if token.text in (":", ";")), default=0)
    said = before[start:]
    if len(said) < _SHORTEST or said[0].tag in ("WRB", "VBG", "VBN") or said[0].pos == "SCONJ" or said[0].dep == "mark":
        return ()
    if any(token.text in QUOTE_MARKS for token in said):
        return ()  # quotations have rules of their own
    is_finite = any(token.tag in FINITE for token in said)
    return said if is_finite and any(token.dep in SUBJECTS and not _is_led_in(token.head) for token in said) else ()


def _is_led_in(verb: Token) -> bool:
    """Tell whether a clause is led into by "as", "when" or "which", so that it states nothing by itself."""
    led = [child for child in verb.children if child.i < verb.i]
    whose = any(
        below.tag == "WP$" for child in led for below in child.children
    )  # "the governor, *whose* house stands …"
    return whose or any(child.dep == "mark" or child.tag in ("WRB", "WDT", "WP") for child in led)
