"""Negation, on trees built by hand."""

from __future__ import annotations

from vedette.coding.control import is_passive
from vedette.coding.embedding import load_embedding
from vedette.coding.negation import is_negated
from vedette.coding.slots import carrier
from vedette.reading import Sentence, Token


def _listed(lemma: str, pos: str, tag: str, number: int, *before: Token) -> tuple[Token, ...]:
    """Return words each joined to the one before it, with `before` hung on the first."""
    many = [Token(k + len(before), lemma, lemma, pos, tag, "conj" if k else "ROOT", 9 * k) for k in range(number)]
    tokens = [*before, *many]
    heads = [len(before)] * len(before) + [max(k - 1, 0) + len(before) for k in range(number)]
    return Sentence.build(0, 0, "x" * 9 * len(tokens), tokens, heads).tokens


def test_is_negated_reads_a_list_longer_than_calls_may_nest() -> None:
    assert is_negated(_listed("Ali", "PROPN", "NNP", 1500)[-1]) is None


def test_is_negated_takes_the_not_before_several_verbs_for_each() -> None:
    no = Token(0, "not", "not", "PART", "RB", "neg", 0)
    assert is_negated(_listed("burn", "VERB", "VB", 4, no)[-1]) is no


def test_is_passive_reads_a_list_longer_than_calls_may_nest() -> None:
    was = Token(0, "was", "be", "AUX", "VBD", "auxpass", 0)
    assert is_passive(_listed("loot", "VERB", "VBN", 1500, was)[-1])
    assert not is_passive(_listed("loot", "VERB", "VBN", 1500)[-1])


def test_carrier_reads_a_list_longer_than_calls_may_nest() -> None:
    assert carrier(_listed("raid", "NOUN", "NNS", 1500)[-1], load_embedding().grammar) is None
