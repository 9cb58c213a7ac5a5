"""The parse's trees, built by hand."""

from __future__ import annotations

from vedette.reading import Sentence, Token


def _tree(*rows: tuple[str, int]) -> tuple[Token, ...]:
    """Return a sentence's tokens from their words and heads; all but the root are conjuncts."""
    tokens = [
        Token(i, word, word, "PROPN", "NNP", "ROOT" if head == i else "conj", 5 * i)
        for i, (word, head) in enumerate(rows)
    ]
    return Sentence.build(0, 0, "x" * 5 * len(rows), tokens, [head for _, head in rows]).tokens


def test_conjuncts_come_in_the_order_of_the_tree() -> None:
    first, *rest = _tree(("A", 0), ("B", 0), ("C", 1), ("D", 2), ("E", 0))
    assert [token.text for token in first.conjuncts()] == ["B", "C", "D", "E"]
    assert rest[0].conjuncts() == rest[1:3]


def test_conjuncts_of_a_list_longer_than_calls_may_nest() -> None:
    tokens = _tree(*((f"N{i}", max(i - 1, 0)) for i in range(1500)))
    assert tokens[0].conjuncts() == list(tokens[1:])
