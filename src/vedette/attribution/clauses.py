"""Attributions by grammar: cue words whose clause, infinitive or phrase is the content."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vedette.attribution.according import according
from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import asks
from vedette.attribution.content import Content, subtree_indices
from vedette.attribution.cues import Cue, CueLexicon, Entry
from vedette.attribution.frames import verb_content, word_content
from vedette.attribution.hearers import describes_hearers, is_before_hearers, told_to_audience
from vedette.attribution.idioms import chief_idiom, idiom
from vedette.attribution.said_things import SAID_THINGS
from vedette.attribution.set_off import inverted, set_off, split
from vedette.attribution.speakers import SUBJECTS, is_passive, joined_saying, phrase_tokens, speaker_of
from vedette.attribution.taken_up import taken_up
from vedette.reading import Sentence, Token
from vedette.reading.actor_nouns import load_actor_nouns
from vedette.reading.pronouns import SAYING

# Verbs with a clause below them that hand nothing over to anybody.
_NO_CUES = frozenset(
    """be do have make ensure mean happen cause let help keep get watch depend matter take come go become turn
    stand remain give put set leave bring wait start stop use play work live follow lead force enable cost
    allow need require teach enjoy prefer love hate include involve result end change try carry die kill fall""".split()
)
_VERBS_TOO = frozenset(
    """states claims reports notes comments remarks discloses records estimates charges finds shows counts
    alleges""".split()
)
"""Verbs that a parse may take for nouns at the end of a sentence ("…, the firm's website *states*")."""
_UNLISTED = Cue("verb", "", "says", "asserts", ("clause",))
_MAX_CUES = 60
"""Cues a sentence; no sentence a person wrote has more, and work grows with their square."""


def clause_drafts(sentence: Sentence, lexicon: CueLexicon, spoken: Collection[int]) -> list[Draft]:
    """Return the attributions of one sentence, in order of their cues.

    spoken: indices of tokens inside quoted speech; no cue is looked for among them.
    """
    found: list[Draft] = []
    for token in sentence.tokens:
        pos = token.pos
        if pos == "VERB":
            if token.i in spoken:
                continue
            is_bare = token.child(*SUBJECTS) is None
            draft = taken_up(token, lexicon) or chief_idiom(token, lexicon) or split(token, lexicon)
            draft = draft or (inverted(token, lexicon) if is_bare else None)
            draft = draft or (according(token, lexicon) if token.lower == "according" else _by_verb(token, lexicon))
            draft = _by_place(token, draft, lexicon) or idiom(token, lexicon)
            draft = draft or (None if is_bare else inverted(token, lexicon))
        elif pos == "NOUN":
            is_open = token.children and token.i not in spoken
            draft = (idiom(token, lexicon) or _by_noun(token, lexicon)) if is_open else None
            if draft is None and token.i not in spoken and _is_verb_after_all(token):
                draft = _by_seeming_noun(token, lexicon)
            if draft is None and token.lower in _VERBS_TOO and token.i not in spoken:
                draft = set_off(token, lexicon)
        elif pos == "ADJ":
            entry = lexicon.adjectives.get(token.lemma)
            is_open = token.children or token.dep == "acomp"
            draft = _by_word(token, entry, "adjective") if entry and is_open and token.i not in spoken else None
        else:
            continue
        if draft is not None:
            found.append(draft)
            if len(found) >= _MAX_CUES:
                break
    return found


def _is_verb_after_all(noun: Token) -> bool:
    """Tell whether a seeming noun has a subject and a "that" clause of its own ("officers *allege* that …")."""
    clause, subject = noun.child("ccomp"), noun.child("nsubj")
    link = clause.child("mark") if clause is not None else None
    is_that = link is not None and link.lower == "that"
    return noun.dep == "ROOT" and is_that and subject is not None and subject.i < noun.i and noun.child("cop") is None


def _by_seeming_noun(noun: Token, lexicon: CueLexicon) -> Draft | None:
    entry = lexicon.verb(noun)
    content = verb_content(noun, entry) if entry is not None else None
    return _draft(noun, content, "cue.verb@1", noun.child("nsubj")) if content is not None else None


def _by_place(verb: Token, draft: Draft | None, lexicon: CueLexicon) -> Draft | None:
    """Return the draft by where a cue stands, where the parse gives it none or but a scrap of what is said."""
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    # "Her people had not fired, *she declared*, for the reason that …": what stands before it is what is said.
    is_behind = (
        draft is not None
        and at + 1 < len(tokens)
        and tokens[at + 1].text == ","
        and min(draft.inside, default=0) > verb.i
    )
    is_half = draft is not None and _is_second_half(verb, draft)
    is_behind = is_behind or (draft is not None and (_tears_apart(draft) or describes_hearers(verb)))
    is_behind = is_behind or (draft is not None and _lacks_speaker(verb, draft))
    if draft is not None and draft.form != "cue.as@3" and not (is_behind or is_half):
        return draft
    found = set_off(verb, lexicon)
    if is_half and found is not None and draft is not None and found.inside >= draft.inside:
        return found
    is_better = found is not None and (draft is None or is_behind or len(draft.inside) * 2 < len(found.inside))
    return found if is_better else draft


def _lacks_speaker(verb: Token, draft: Draft) -> bool:
    """Tell whether a parse joins a speaker to the words before him: "Men burned thirty huts, *a panel of envoys*"."""
    is_before = draft.frame == "clause" and max(draft.inside, default=verb.i) < verb.i
    return draft.speaker is None and is_before and verb.tag in ("VBD", "VBZ") and not is_passive(verb)


def _tears_apart(draft: Draft) -> bool:
    """Tell whether a parse takes an object and a speaker for one: "It took *nine lives, the head nurse* said"."""
    phrase = draft.speaker_phrase
    if draft.cue is None or draft.frame != "clause" or not phrase or not draft.inside:
        return False
    is_right_behind = max(draft.inside) + 1 == phrase[0].i < draft.cue.i
    before = draft.cue.sent.tokens[phrase[0].i - 1 - draft.cue.sent.tokens[0].i]
    return is_right_behind and before.text != "," and any(token.text == "," for token in phrase)


def _is_second_half(verb: Token, draft: Draft) -> bool:
    """Tell whether a parse gives a cue but the second of two joined clauses ("*Boats sank* and men died, he said")."""
    first, start = verb.head, min(draft.inside, default=0)
    if verb.dep != "conj" or draft.frame != "clause" or max(draft.inside, default=verb.i) > verb.i or first.i > start:
        return False
    joint = verb.sent.tokens[start - 1 - verb.sent.tokens[0].i]
    return first.lemma not in SAYING and joint.pos == "CCONJ" and joint.i > first.i


def _by_verb(verb: Token, lexicon: CueLexicon) -> Draft | None:
    entry = lexicon.verb(verb)
    if verb.dep == "ccomp" and verb.i > verb.head.i and describes_hearers(verb.head):
        return None  # "told workers *gathered* at its gate that …"
    if entry is None:
        return _by_unlisted_verb(verb)
    content = told_to_audience(verb, entry) or verb_content(verb, entry)
    if content is None or _takes_it_up(verb):
        return _parenthetical(verb, entry)
    if _is_voiceless(verb, content):
        return None
    if (teller := _tells_after_all(verb, content)) is not None:
        return _draft(verb, content, "cue.verb@1", teller)
    if content.frame in ("clause", "person-clause") and is_before_hearers(verb):
        draft = _draft(verb, replace(content, cue=lexicon.verbs["say"].frames["clause"]), "cue.heard@1")
        draft.speaker, draft.speaker_phrase = None, []
        return draft
    if is_passive(verb) and content.frame not in ("clause", "to") and verb.child("agent") is None:
        return None if content.frame in ("object", "object-with", "small") else _draft(verb, content, "cue.passive@1")
    return _draft(verb, content, f"cue.{'verb' if content.cue.attitude == 'says' else content.cue.attitude}@1")


def _takes_it_up(verb: Token) -> bool:
    """Tell whether an "it" stands for the clause beside it: "The guards walked off, *as witnesses describe it*"."""
    thing = verb.child("dobj")
    is_as = any(child.lower == "as" and child.i < verb.i for child in verb.children)
    return verb.dep == "advcl" and is_as and thing is not None and thing.lower == "it"


def _tells_after_all(verb: Token, content: Content) -> Token | None:
    """Return whose verb a parse takes for a participle: "*the admiralty*, silent for a day, announced that …"."""
    if verb.dep != "acl" or verb.tag != "VBN" or content.frame != "clause" or verb.child("agent") is not None:
        return None
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    link = content.main.child("mark")
    is_that = link is not None and link.lower == "that"
    noun = verb.head
    return noun if is_that and noun.head is noun and at > 0 and tokens[at - 1].text == "," else None


def _by_unlisted_verb(verb: Token) -> Draft | None:
    clause = verb.child("ccomp")
    if clause is None or clause.i < verb.i or verb.lemma in _NO_CUES:
        return None
    subject = verb.child("nsubj")
    if subject is None or subject.lower in ("it", "this", "that", "which", "what"):
        return None
    if not any(child.dep in SUBJECTS for child in clause.children) or asks(clause):
        return None
    return _draft(verb, Content("clause", _UNLISTED, (clause,)), "cue.unlisted@2", _whose_words(verb, clause))


def _whose_words(verb: Token, clause: Token) -> Token | None:
    """Return whose words a parse hangs on the verb ("glossed over warnings *from Moscow* that …")."""
    things = [child for child in verb.children if child.dep == "dobj"]
    things += [below for prep in verb.kids("prep") if (below := prep.child("pobj")) is not None]
    said = next((t for t in things if t.lemma.lower() in SAID_THINGS and verb.i < t.i < clause.i), None)
    return (said.child("poss") or said.prep("from", "by")) if said is not None else None


def _is_voiceless(verb: Token, content: Content) -> bool:
    """Tell whether nobody speaks: "it is worth noting that …", "Don't forget that …", "it shows"."""
    if is_passive(verb) or verb.child("nsubj") is not None:
        return False
    if verb.tag == "VB" and verb.dep in ("ROOT", "conj", "ccomp") and content.cue.attitude != "intends":
        return not any(child.dep == "aux" for child in verb.children) or verb.child("neg") is not None
    speaker = speaker_of(verb)
    return speaker is not None and speaker.lower == "it" and speaker.head.lemma in ("be", "go", "become", "seem")


def _draft(cue: Token, content: Content, form: str, speaker: Token | None = None) -> Draft:
    speaker = speaker if speaker is not None else speaker_of(cue)
    barred = [cue, *content.before]
    if speaker is not None and speaker.i != cue.i and any(speaker.i == root.i for root in content.roots):
        speaker = None
    if content.link is not None:
        barred.append(content.link)
    barred += [more for root in content.roots for more in root.kids("conj") if _tells_on(more, cue)]
    inside = subtree_indices(content.roots, barred) | _stray_object(cue, speaker)
    draft = Draft(form, cue, content.cue, content.frame, content.main, inside, speaker, link=content.link)
    draft.addressee = content.addressee
    _name_speaker(draft)
    return draft


def _stray_object(cue: Token, speaker: Token | None) -> set[int]:
    """Return what a parse gives a cue as a second subject: "…, killing *ten people*, the colonel alleged"."""
    if speaker is None or cue.pos != "VERB":
        return set()
    tokens, first = cue.sent.tokens, cue.sent.tokens[0].i
    for other in cue.kids("nsubj"):
        branch = subtree_indices((other,))
        before = tokens[min(branch) - 1 - first] if min(branch) > first else None
        if other.i < speaker.i < cue.i and before is not None and before.tag == "VBG":
            return branch
    return set()


def _tells_on(clause: Token, cue: Token) -> bool:
    """Tell whether a clause joined to what is said is the speaker's next saying ("…, *and he added that …*")."""
    subject = clause.child("nsubj")
    if joined_saying(clause) is cue:
        return True
    return (
        cue.pos == "VERB"
        and clause.lemma in SAYING
        and clause.tag == "VBD"
        and subject is not None
        and subject.lower in ("he", "she", "they", "it")
        and clause.child("ccomp") is not None
    )


def _name_speaker(draft: Draft) -> None:
    """Set the speaker's phrase and take it out of the content."""
    if draft.speaker is None:
        return
    outside = set(draft.inside)
    outside.discard(draft.speaker.i)
    if draft.cue is not None:
        outside.add(draft.cue.i)
        outside.update(above.i for above in draft.cue.ancestors() if above.i != draft.speaker.i)
    draft.speaker_phrase = phrase_tokens(draft.speaker, outside)
    draft.inside.difference_update(token.i for token in draft.speaker_phrase)


def _parenthetical(verb: Token, entry: Entry) -> Draft | None:
    """Find "The aim, he said, was to …" and "as he put it": the cue hangs on what is said."""
    if not {"clause", "quote"} & entry.frames.keys():
        return None
    own = verb.child("nsubj")
    main = verb.head
    if own is None or main is verb or _has_matter_of_its_own(verb):
        return None
    is_as = verb.dep == "advcl" and any(c.lower == "as" and c.i < verb.i for c in verb.children)
    # "As the inquiry began" tells when, "as near *as the barrier allows*" how near.
    as_he_said = is_as and verb.lemma not in _ALSO_OF_TIME and main.pos in ("VERB", "AUX", "NOUN", "PROPN")
    if verb.dep != "parataxis" and not as_he_said and not (verb.dep in ("conj", "ccomp") and _set_off(verb)):
        return None
    inside = subtree_indices((main,), (verb,))
    # The commas round the cue hang on either side of it; they belong to neither.
    row = entry.frames.get("clause", entry.first)
    draft = Draft("cue.as@3" if as_he_said else "cue.parenthetical@1", verb, row, "clause", main, inside, own)
    draft.speaker_phrase = phrase_tokens(own, inside | {verb.i})
    return draft


def _has_matter_of_its_own(verb: Token) -> bool:
    """Tell whether a verb between commas acts on something rather than telling the words beside it."""
    if verb.child("xcomp", "attr", "acomp", "oprd") is not None:
        return True
    thing = verb.child("dobj")
    return thing is not None and thing.pos == "NOUN" and load_actor_nouns().at(thing) is None


def _set_off(verb: Token) -> bool:
    """Tell whether subject and cue stand between commas, or between comma and full stop ("…, a study shows.")."""
    tokens = verb.sent.tokens
    branch = subtree_indices((verb,))
    first, last = min(branch) - tokens[0].i, max(branch) - tokens[0].i
    if not first or tokens[first - 1].text not in (",", "—", "–", "--") or last + 1 - first > 25:
        return False
    return last + 1 >= len(tokens) or tokens[last].pos == "PUNCT" or tokens[last + 1].pos == "PUNCT"


_ALSO_OF_TIME = frozenset({"begin", "continue", "start", "end", "open", "close", "go", "finish"})


def _by_noun(noun: Token, lexicon: CueLexicon) -> Draft | None:
    entry = lexicon.nouns.get(noun.lemma)
    return _by_word(noun, entry, "noun") if entry is not None else None


def _by_word(word: Token, entry: Entry, kind: str) -> Draft | None:
    if word.lemma == "order" and word.head.lower == "in":
        return None  # "in order to"
    content = word_content(word, entry)
    if content is None:
        return None
    speaker = word if _is_what_it_rests_on(word) else speaker_of(word)
    if speaker is None:
        return None
    return _draft(word, content, f"cue.{kind}@1", speaker)


_GROUNDS = frozenset({"after", "amid", "amidst", "following", "despite"})
_REPORTS = frozenset({"report", "claim", "allegation", "rumour", "rumor", "suggestion", "accusation"})


def _is_what_it_rests_on(noun: Token) -> bool:
    """Tell whether nobody is named who says it: "cancelled flights *after reports* that a bomb had gone off"."""
    is_ground = noun.dep == "pobj" and noun.head.lower in _GROUNDS
    return (
        is_ground and noun.lemma.lower() in _REPORTS and noun.child("poss") is None and noun.prep("by", "from") is None
    )
