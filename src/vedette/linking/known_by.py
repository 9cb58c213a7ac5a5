"""By what the speakers of a claim, and those a word names, may be known again in another claim."""

from __future__ import annotations

from vedette.grounding import Grounded
from vedette.grounding.phrases import slug
from vedette.model import Claim, Party, Speaker
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns

_STEM = 5


def stem(name: Token) -> str:
    """Return the beginning of a name, alike for a land and its people ("Kyrta", "Kyrtan")."""
    return name.lower[:_STEM]


_OWN_OFFICES = frozenset(
    """office government administration cabinet campaign camp ministry department team side party movement army force
    delegation staff""".split()
)
"""What speaks for the person whose it is ("*Mr Orr's office*")."""


class Voices:
    """Knows the speakers of one report's claims."""

    def __init__(self, grounded: Grounded) -> None:
        self._grounded = grounded
        self._tokens = grounded.reading.tokens

    def of(self, claim: Claim) -> frozenset[str]:
        """Return by what a claim's speakers may be known again.

        Ids of the speakers, of those they speak for, act for or belong to ("*Tavia's* foreign ministry"), surnames and
        titles of persons; of bodies without a name their whole phrase, and their noun, which holds in the same report
        alone.
        """
        found: set[str] = set()
        for speaker in claim.speakers:
            for party in (speaker.party, speaker.on_behalf_of):
                if party is not None:
                    found |= self._of_party(party)
        return frozenset(found)

    def is_nameless(self, speaker: Speaker) -> bool:
        """Tell whether another report's speaker called so may be somebody else: "officials", "a diplomat"."""
        head = self._head(speaker.party)
        if head is None or head.pos != "NOUN" or not speaker.party.actor.id.startswith("x:"):
            return False
        det = head.child("det")
        return head.tag == "NNS" or det is None or det.lower not in ("the", "its", "their") or not _is_modified(head)

    def ids(self, token: Token) -> frozenset[str]:
        """Return the ids of those a word names, and of whom they act for."""
        return frozenset(
            key for party in self._grounded.parties(token) for key in (party.actor.id, party.actor.acts_for) if key
        )

    def _of_party(self, party: Party) -> set[str]:
        actor, head = party.actor, self._head(party)
        found = {actor.acts_for} if actor.acts_for is not None else set()
        is_named = head is None or not actor.id.startswith("x:") or actor.name.split()[-1][:1].isupper()
        found.add(actor.id if is_named else f"~{actor.id}")
        if actor.kind == "person" and is_named:
            # "Gen. Omar Haddad" and "Haddad" are one voice even where nobody could tell for sure.
            found.add("surname:" + actor.name.split()[-1].lower())
            found |= _titles(head) if head is not None else set()
        if head is None or head.pos not in ("NOUN", "PROPN"):
            return found
        for owner in (*head.kids("poss"), *(c for c in head.kids("compound", "amod") if _tells_whose(c, head))):
            found |= self._owner_ids(owner, head) | ({f"called:{stem(owner)}"} if owner.pos == "PROPN" else set())
        if head.pos == "NOUN" and head.tag == "NN":
            if _is_modified(head):
                found.add("x:" + slug(" ".join(party.span.exact.lower().split()).removeprefix("the ")))
            found.add(f"{'of' if _is_modified(head) else 'bare'}:{head.lemma.lower()}")
            det = head.child("det")
            if det is not None and det.lower == "the" and not _is_modified(head):
                found.add(f"the:{head.lemma.lower()}")
        return found

    def _owner_ids(self, owner: Token, head: Token) -> frozenset[str]:
        """Return whose body or people somebody is; "her partner", "his doctor" are other people than she and he."""
        is_other = owner.dep == "poss" and head.lemma.lower() not in _OWN_OFFICES
        if is_other and any(party.actor.kind == "person" for party in self._grounded.parties(owner)):
            return frozenset()
        return self.ids(owner)

    def _head(self, party: Party) -> Token | None:
        return self._tokens[party.head] if 0 <= party.head < len(self._tokens) else None


def _titles(head: Token) -> set[str]:
    """Return the titles before a name, by which another report may call the same person ("*General* Stahl")."""
    nouns = load_actor_nouns()
    found = set()
    for beside in head.kids("compound", "nmod"):
        row = nouns.word(beside.lower) if beside.i < head.i else None
        if row is not None and row.stands_for == "person":
            found.add(f"titled:{beside.lower}")
    return found


def _tells_whose(beside: Token, head: Token) -> bool:
    """Tell whether a word before a noun tells whose it is ("the *Tavian* envoy"), rather than a title or first name."""
    return beside.pos == "PROPN" and (head.pos != "PROPN" or beside.ent in ("GPE", "NORP", "ORG"))


def _is_modified(head: Token) -> bool:
    return head.child("amod", "compound", "nmod", "poss") is not None or head.prep("of", "in", "for") is not None
