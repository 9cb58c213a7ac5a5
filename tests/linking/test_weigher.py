"""The encoder of links: what it says, that it always says the same, and what rules make of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from vedette import Coder, Report
from vedette.errors import DataFileInvalid
from vedette.linking import held
from vedette.linking.asking import may_be_weighed
from vedette.linking.comparing import Found, Held, is_one_voice
from vedette.linking.settling import BELIEVED, bar_among, settled
from vedette.linking.weigher import ClaimWeigher, ClashWeight
from vedette.model import CodedReport
from vedette.model.gist import Amount, Gist

UNLIKELY = 0.05
"""Probability of a clash that is too low for any rule's conflict to stand."""
CLASH = ("the union said: guards had murdered him in his cell", "the prison said: the prisoner had taken his own life")
APART = ("the union said: guards had murdered him in his cell", "the mayor said: the bridge would be open by Monday")


@pytest.fixture(scope="module")
def weigher() -> ClaimWeigher:
    return ClaimWeigher()


def test_it_tells_what_cannot_both_be_true(weigher: ClaimWeigher) -> None:
    clash, apart = weigher.weigh([CLASH, APART])
    assert clash.conflict > BELIEVED > apart.conflict
    assert clash.none + clash.same + clash.conflict == pytest.approx(1, abs=1e-5)


def test_its_answer_hangs_on_the_pair_alone(weigher: ClaimWeigher) -> None:
    assert weigher.weigh([APART, CLASH, APART])[1] == weigher.weigh([CLASH])[0]
    assert weigher.weigh([]) == []


def test_a_long_claim_does_not_push_the_other_out(weigher: ClaimWeigher) -> None:
    long = "the union said: " + "guards had beaten the men of every block and taken their blankets away " * 12
    assert weigher.weigh([(long, CLASH[1])]) != weigher.weigh([(long, APART[1])])


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileInvalid, match="encoder is incomplete"):
        ClaimWeigher(tmp_path)


def _held(*, negative: bool) -> Held:
    none: frozenset[str] = frozenset()
    gist = Gist(
        "", none, none, none, none, none, none, none, none, frozenset(), (), negative, "fact", None,
        frozenset({"o:one"}), none, is_nameless=False, told="one said: so",
    )  # fmt: skip
    return Held("c:1", "asserts", "says", gist)


def _settled(found: Found | None, weight: ClashWeight, later: Held, among: float = 1.0) -> Found | None:
    return settled(found, weight, later, _held(negative=False), among)


def test_it_fills_in_for_rules_and_takes_back_their_conflicts() -> None:
    sure, unlikely = ClashWeight(0.0, 0.0, 0.9), ClashWeight(0.99, 0.0, UNLIKELY)
    rule = Found("disputes", "link.doers@5")
    assert _settled(None, sure, _held(negative=True)) == Found("denies", "link.weighed@1")
    assert _settled(None, sure, _held(negative=False)) == Found("disputes", "link.weighed@1")
    assert _settled(None, ClashWeight(0.85, 0.0, 0.15), _held(negative=False)) is None
    assert _settled(rule, sure, _held(negative=False)) is rule
    assert _settled(rule, unlikely, _held(negative=False)) is None
    doubtful = ClashWeight(0.5, 0.0, 0.5)  # a plain "not" stands where two numbers, doers or opposites do not
    assert _settled(rule, doubtful, _held(negative=False)) is None
    assert _settled(Found("denies", "link.polarity@6"), doubtful, _held(negative=True)) is not None
    revised, answer = Found("revises", "link.figures@7"), Found("denies", "link.answers@7")
    assert _settled(revised, unlikely, _held(negative=False)) is revised
    assert _settled(answer, unlikely, _held(negative=False)) is answer
    same = ClashWeight(0.05, 0.94, 0.01)
    assert _settled(None, same, _held(negative=False)) == Found("agrees", "link.weighed@1")
    assert _settled(rule, same, _held(negative=False)) is None
    agreed = Found("agrees", "link.alike@2")
    assert _settled(agreed, unlikely, _held(negative=False)) is agreed


def test_what_another_denied_is_contradicted_by_who_confirms_it() -> None:
    denied = replace(_held(negative=True), stance="denies")
    confirmed = replace(_held(negative=False), stance="confirms")
    assert settled(None, ClashWeight(0.1, 0.1, 0.8), confirmed, denied) == Found("disputes", "link.weighed@1")
    assert settled(None, ClashWeight(0.1, 0.8, 0.1), confirmed, denied) == Found("agrees", "link.weighed@1")
    assert settled(None, ClashWeight(0.1, 0.1, 0.8), confirmed, _held(negative=False)) == Found(
        "agrees", "link.weighed@1"
    )


def test_what_is_the_case_must_clash_more_clearly_with_what_is_not() -> None:
    denied, told, likely = _held(negative=True), _held(negative=False), ClashWeight(0.45, 0.0, 0.55)
    assert settled(None, likely, told, told) == Found("disputes", "link.weighed@1")
    assert settled(None, likely, denied, told) == Found("denies", "link.weighed@1")
    assert settled(None, likely, told, denied) is None
    assert settled(None, replace(likely, none=0.2, conflict=0.8), denied, denied) is None


def test_a_denial_in_other_words_must_be_surer() -> None:
    denied, told = _held(negative=True), _held(negative=False)
    assert settled(None, ClashWeight(0.6, 0.0, 0.4), denied, told) is None
    assert settled(None, ClashWeight(0.6, 0.0, 0.4), told, told) is not None


def test_what_is_denied_of_anybody_stands_however_unlikely_to_the_encoder() -> None:
    told, denied = _telling(negative=False), _telling(negative=True)
    rule, unlikely = Found("denies", "link.polarity@6"), ClashWeight(0.99, 0.0, UNLIKELY)
    nobody = replace(denied, gist=replace(denied.gist, things=frozenset({"nobody"})))
    assert settled(rule, unlikely, denied, told) is None
    assert settled(rule, unlikely, nobody, told) is rule


def test_it_is_not_asked_about_what_is_meant_and_what_is_not_yet_done() -> None:
    denied, told = _held(negative=True), replace(_held(negative=False), id="c:2")
    told = replace(told, gist=replace(told.gist, voices=frozenset({"o:two"})))
    assert may_be_weighed(denied, told, same_report=False)
    meant = replace(told, gist=replace(told.gist, mood="plan"))
    assert not may_be_weighed(denied, meant, same_report=False)
    early = replace(denied, gist=replace(denied.gist, days=frozenset({"by:"})))
    assert not may_be_weighed(early, told, same_report=False)


def test_it_is_not_asked_about_the_same_in_fewer_words() -> None:
    less, more = _held(negative=False), replace(_held(negative=False), id="c:2")
    said = replace(less.gist, predicate="poison", words=frozenset({"poison", "deputy"}))
    less = replace(less, gist=said)
    more = replace(more, gist=replace(said, words=said.words | {"arsenic"}, voices=frozenset({"o:two"})))
    assert not may_be_weighed(less, more, same_report=False)
    assert not may_be_weighed(more, less, same_report=False)
    other = replace(more, gist=replace(more.gist, words=frozenset({"poison", "dog", "arsenic"})))
    assert may_be_weighed(less, other, same_report=False)


@pytest.mark.model
def test_what_shares_no_word_is_linked_and_says_by_what(coder: Coder) -> None:
    text = (
        "The prisoners' union said that guards had murdered Omar Tarek in his cell. "
        "The prison service said that Tarek had taken his own life."
    )
    coded = coder.code(Report.make(text, "2021-12-29"))
    assert [(link.relation, link.rule) for claim in coded.claims for link in claim.links] == [
        ("disputes", "link.weighed@1")
    ]


@pytest.mark.model
def test_fast_leaves_it_out() -> None:
    coder = Coder(fast=True)
    coded = coder.code(Report.make("Iran said that the ship was empty.", "2021-12-29"))
    assert isinstance(coded, CodedReport)
    assert coder.weigher is None
    assert "links-encoder" not in coder.version.model


def test_one_of_many_pairs_must_be_surer() -> None:
    fair = ClashWeight(0.1, 0.05, 0.85)
    assert _settled(None, fair, _held(negative=False)) is not None
    assert _settled(None, fair, _held(negative=False), 900) is None
    assert bar_among(0.5, 0) == bar_among(0.5, 1) == 0.5
    assert bar_among(0.5, 4) == pytest.approx(4 / 5)


def test_a_not_of_narrower_circumstances_needs_a_surer_encoder() -> None:
    left = frozenset({"leave"})
    plain = replace(_held(negative=True).gist, predicate="leave", words=left)
    told = replace(_held(negative=False), gist=replace(plain, is_negative=False))
    narrow = replace(plain, circumstances=frozenset({"hunger"}))
    weight = ClashWeight(0.35, 0.0, 0.65)
    for gist, is_told in ((plain, True), (narrow, False)):
        later = replace(_held(negative=True), gist=gist)
        assert (settled(None, weight, later, told) is not None) is is_told


@pytest.mark.model
def test_a_title_names_who_bears_it_in_another_report(coder: Coder) -> None:
    named = coder.code(Report.make("General Hugo Stahl said the road was open.", "2024-05-14"))
    bare = coder.code(Report.make("The general said the road was shut.", "2024-05-15"))
    other = coder.code(Report.make("The mayor said the road was shut.", "2024-05-15"))
    first, same, stranger = (held(one.claims[0]) for one in (named, bare, other))
    assert first is not None
    assert same is not None
    assert stranger is not None
    assert is_one_voice(same.gist, first.gist, same_report=False)
    assert not is_one_voice(stranger.gist, first.gist, same_report=False)


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("the army said: I am at my desk and have not seen a single rebel", "denies"),
        ("the army said: no firearm was discharged", "denies"),
        ("the army, which gave no names, said: every one of the dead was armed", "disputes"),
        ("the army said: it was not us but the militia", "disputes"),
        ("the army said: people who never left the hotel wrote that tale", "disputes"),
        ("the army said: that is a beetle and nothing else", "disputes"),
    ],
)
def test_a_clash_is_a_denial_where_a_main_clause_says_no(said: str, relation: str) -> None:
    later = _held(negative=False)
    later = replace(later, gist=replace(later.gist, told=said))
    found = _settled(None, ClashWeight(0.05, 0.05, 0.9), later)
    assert found is not None
    assert found.relation == relation


@pytest.mark.parametrize(
    ("stance", "said"), [("confirms", "it had fired"), ("asserts", '"Yes, we fired on the town."')]
)
def test_whoever_concedes_contradicts_nothing(stance: str, said: str) -> None:
    later = _held(negative=False)
    later = replace(later, stance=stance, gist=replace(later.gist, told=f"the army said: {said}"))
    found = _settled(None, ClashWeight(0.05, 0.25, 0.7), later)
    assert found is not None
    assert found.relation == "agrees"
    assert _settled(None, ClashWeight(0.9, 0.05, 0.05), later) is None


def test_a_bare_number_beside_people_who_are_told_counts_nobody_else() -> None:
    def people(of: str, number: float) -> Amount:
        return Amount(of, "", True, frozenset(), number, number, 0, 1)

    soldiers, residents = _held(negative=False), replace(_held(negative=False), id="c:2")
    soldiers = replace(soldiers, gist=replace(soldiers.gist, amounts=(people("soldier", 12),)))
    said = replace(residents.gist, voices=frozenset({"o:two"}), amounts=(people("resident", 40), people("", 3)))
    assert not may_be_weighed(replace(residents, gist=said), soldiers, same_report=False)
    alone = replace(said, amounts=(people("", 3),))
    assert may_be_weighed(replace(residents, gist=alone), soldiers, same_report=False)


def test_whoever_owns_up_to_a_deed_contradicts_nobody_who_blames_him() -> None:
    own = frozenset({"x:black-star"})
    blamed, told = _held(negative=False), _held(negative=False)
    blamed = replace(blamed, gist=replace(blamed.gist, doers=own, words=frozenset({"place", "bomb"})))
    said = replace(told.gist, voices=own, doers=own, things=frozenset({"bomb"}))
    clash = ClashWeight(0.0, 0.0, 0.95)
    assert settled(None, clash, replace(told, gist=said), blamed) == Found("agrees", "link.weighed@1")
    elsewhere = replace(told, gist=replace(said, things=frozenset({"depot"})))
    blamed = replace(blamed, gist=replace(blamed.gist, things=frozenset({"bomb"})))
    assert settled(None, clash, elsewhere, blamed) == Found("disputes", "link.weighed@1")


@pytest.mark.parametrize(
    ("first", "second", "is_open"),
    [
        ("Four workers died at the terminal", "eleven bodies were taken in from the terminal", True),
        ("at least twelve people died in the flood", "fifteen people died in the flood", False),
        ("forty loaves were sold at the market", "ninety people came to the market", False),
        ("the northern bank is in our hands", "the southern bank is in our hands", False),
        ("Lower Osta has been cleared", "Upper Osta stays in our hands", False),
        ("turnout was 71 per cent", "28 per cent of the town had come to the polls", True),
        ("Captain Ines Roa has been recalled", "the captain had not been recalled", True),
        ("the owner had locked the gate", "he had not locked anybody in", False),
        ("twelve men had been shot at the well", "all twelve had died of thirst", True),
        ("the nuns had been released on Friday", "the nuns were still held on Saturday", True),
        ("the nuns had been released on Saturday", "the nuns were still held on Friday", False),
        ("the sluices had been opened during the night", "the gates had stayed shut from Friday to Sunday", True),
        ("the guns were sent by the Tavian Union", "the Union had sent no guns to Ward Six", True),
        ("nobody had been dismissed over the affair", "the clerk had been dismissed over it", True),
        ("nobody had been dismissed over the affair", "the clerk had been dismissed for theft", True),
        ("nobody had been dismissed by night", "the clerk had been dismissed for theft", False),
        ("the clerk had not left the hall first", "the clerk had left the hall", False),
        ("its troops had advanced twelve kilometres", "the enemy had gained no more than two kilometres", True),
        ("sixty migrants drowned", "the boat capsized because those on board rushed to one side", True),
        ("both sides had accepted a pause of 60 days", "it had signed up to a pause of 14 days", True),
        ("the brigade had lost four men", "it had lost nine men", False),
        ("turnout came to three and a half per cent", "six per cent of the town had come to the polls", True),
        ("launchers were sent to the rebels", "it had sent no launchers or any other weapon", True),
        ("launchers were sent to the rebels", "it had sent no other launchers", False),
        ("no ransom was paid for the two engineers", "the firm paid the kidnappers 300,000 dollars", True),
        ("Edvin had met the general in May", "General Sadek had met nobody in May", True),
        ("its men had attacked the base at Ram", "the attack on the base had been repelled", False),
        ("its men had attacked and captured the base at Ram", "the attack on the base had been repelled", True),
        ("twelve people were killed in the raid", "none of its staff had been killed in the raid", False),
        ("nine inmates died in the fire", "no inmate had died, and that the four in hospital were well", True),
        ("it had killed 14 rebels at the ford", "no man had been lost to some 20 raiders", True),
        ("the truce had been extended until 30 June", "the truce would run out on Friday", True),
        ("Carranza had tapped the judges", "Carranza had never tapped a judge or anyone else", True),
        ("twelve nurses were killed in the raid", "nobody had been killed in the raid", True),
        ("it held most of the town", "its men were still holding the mill quarter", False),
        ("it held the whole of the town", "its men were still holding the mill quarter", True),
        ("its men held the bridge on Monday", "the enemy no longer held the bridge", False),
        ("jets had bombed the clinic", "no pilot had deliberately struck the hospital", False),
        ("our flag was over the hall", "the flag over the hall would soon be another", False),
        ("twelve soldiers fell in the battle", "forty nurses died in the battle, three of them in one house", False),
        ("thirty miners were hurt in the fire", "no miner had lost his life", False),
        ("twenty students had been injured", "not one officer had been injured", False),
    ],
)
def test_which_pairs_the_encoder_is_asked_about(first: str, second: str, is_open: bool, coder: Coder) -> None:
    coded = coder.code(Report.make(f"The ministry said that {first}. The rebels said that {second}.", "2024-05-14"))
    earlier, later = (held(one) for one in sorted(coded.claims, key=lambda claim: claim.content.start))
    assert earlier is not None
    assert later is not None
    assert may_be_weighed(later, earlier, same_report=True) is is_open


def _telling(*, negative: bool) -> Held:
    one = _held(negative=negative)
    return replace(one, gist=replace(one.gist, predicate="fire", words=frozenset({"fire"})))


def test_a_plain_not_must_be_surer_and_may_be_taken_back() -> None:
    told, denied = _telling(negative=False), _telling(negative=True)
    assert settled(None, ClashWeight(0.35, 0.1, 0.55), denied, told) is None
    assert settled(None, ClashWeight(0.25, 0.05, 0.7), denied, told) == Found("denies", "link.weighed@1")
    rule, unlikely = Found("denies", "link.polarity@6"), ClashWeight(0.99, 0.0, UNLIKELY)
    assert settled(rule, unlikely, denied, told) is None
    no_threat, threat = (
        replace(one, gist=replace(one.gist, predicate="", focus=frozenset({"danger"}))) for one in (denied, told)
    )
    assert settled(rule, unlikely, no_threat, threat) is rule
    no_landing, landing = (
        replace(one, gist=replace(one.gist, focus=frozenset({"landing"}))) for one in (no_threat, threat)
    )
    assert settled(rule, unlikely, no_landing, landing) is None


@pytest.mark.parametrize(
    "text",
    [
        "The American envoy said both presidents had agreed. President Zaur Orlan said he had agreed to nothing.",
        'The bridge is safe, said Mayor Ada Orr. "It is about to fall," said her doctor, Ben Holt.',
    ],
)
def test_a_title_or_a_patron_makes_no_two_speakers_one(text: str, coder: Coder) -> None:
    one, other = sorted(coder.code(Report.make(text, "2024-05-14")).claims, key=lambda claim: claim.content.start)
    assert one.gist is not None
    assert other.gist is not None
    assert not {key for key in one.gist.voices & other.gist.voices if not key.startswith(("of:", "bare:", "called:"))}


def test_a_mayor_s_office_is_his_voice(coder: Coder) -> None:
    text = "Mayor Ada Orr said the bridge was safe. Her office said on Monday that it would stay open."
    one, other = sorted(coder.code(Report.make(text, "2024-05-14")).claims, key=lambda claim: claim.content.start)
    assert one.gist is not None
    assert other.gist is not None
    assert "x:ada-orr" in one.gist.voices & other.gist.voices
