"""Ways of saying so that no single word carries: "let it be known that …", "has it that …", "by its count"."""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import CueLexicon
from vedette.attribution.idiom_accounts import (
    as_they_tell_it,
    as_told,
    believed,
    for_whom,
    if_one_believes,
    is_concerned,
    tells_it,
    to_go_by,
)
from vedette.attribution.idiom_blame import lays_blame, names_cause, takes_upon_himself
from vedette.attribution.idiom_counts import counted, figure, numbered, revised
from vedette.attribution.idiom_denials import denial, scorns
from vedette.attribution.idiom_pleas import answers_shortly, hears_nothing, holds_responsible, pleads
from vedette.attribution.idiom_quoted import quoted_as_saying
from vedette.attribution.idiom_versions import account_has, has_it, made_known, version
from vedette.reading import Token


def chief_idiom(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the attribution by an idiom that counts before the verb's own row: "*revised* the toll to four"."""
    return (
        names_cause(verb, lexicon) or quoted_as_saying(verb, lexicon) or revised(verb, lexicon) or scorns(verb, lexicon)
    )


def idiom(token: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the attribution by an idiom whose chief word is `token`, or None."""
    if token.pos == "VERB":
        return (
            made_known(token, lexicon)
            or counted(token, lexicon)
            or numbered(token, lexicon)
            or has_it(token, lexicon)
            or believed(token, lexicon)
            or to_go_by(token, lexicon)
            or if_one_believes(token, lexicon)
            or pleads(token, lexicon)
            or answers_shortly(token, lexicon)
            or account_has(token, lexicon)
            or as_they_tell_it(token, lexicon)
            or tells_it(token, lexicon)
            or is_concerned(token, lexicon)
            or hears_nothing(token, lexicon)
            or holds_responsible(token, lexicon)
            or lays_blame(token, lexicon)
            or takes_upon_himself(token, lexicon)
        )
    if token.pos == "NOUN":
        return (
            as_told(token, lexicon)
            or version(token, lexicon)
            or figure(token, lexicon)
            or denial(token, lexicon)
            or for_whom(token, lexicon)
        )
    return None
