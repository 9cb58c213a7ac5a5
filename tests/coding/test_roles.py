"""Who acts and on whom, where the words leave it to be understood."""

from __future__ import annotations

import pytest

from vedette import Coder, EventMention, Report

pytestmark = pytest.mark.model


def _event(coder: Coder, sentence: str, event_type: str) -> EventMention:
    coded = coder.code(Report.make(sentence, "2021-12-29"))
    found = [event for event in coded.events if event.event_type == event_type]
    assert found, [event.event_type for event in coded.events]
    return found[0]


def test_whom_a_passive_forces_is_not_the_doer(coder: Coder) -> None:
    event = _event(coder, "Thousands of villagers were forced to leave their homes by the army.", "COERCE")
    assert all("villagers" not in party.span.exact for party in event.actors)


def test_called_upon_does_what_is_asked(coder: Coder) -> None:
    event = _event(coder, "The bishops called on Chad to withdraw its troops from the border.", "RETREAT")
    assert {party.actor.country for party in event.actors} == {"TCD"}
    assert event.status == "demanded"


def test_by_phrase_of_a_noun_does_its_infinitive(coder: Coder) -> None:
    event = _event(coder, "The army hailed the decision by Chad to send troops to Niger.", "MOBILIZE")
    assert {party.actor.country for party in event.actors} == {"TCD"}


def test_owner_of_a_detention_suffers_it(coder: Coder) -> None:
    event = _event(coder, "The union marked a year of the Peruvian reporter's detention in Minsk.", "COERCE")
    assert not event.actors
    assert {party.actor.country for party in event.recipients} == {"PER"}


def test_who_is_alarmed_is_the_subject(coder: Coder) -> None:
    event = _event(coder, "Norway is concerned by recent remarks of Chad's government.", "ACCUSE")
    assert "NOR" in {party.actor.country for party in event.actors}


def test_whoever_is_sentenced_did_what_he_is_sentenced_for(coder: Coder) -> None:
    text = (
        "The American judge sentenced the Chadian rebel leader to life in prison for attacking a crowd of protesters."
    )
    event = _event(coder, text, "ASSAULT")
    assert {party.actor.country for party in event.actors} == {"TCD"}


def test_several_meet_among_themselves_wherever_it_is(coder: Coder) -> None:
    assert not _event(coder, "Leaders of African states met in Niamey for a summit.", "CONSULT").recipients


def test_a_second_president_hung_on_the_first_ones_country_acts_too(coder: Coder) -> None:
    text = "President Muhammadu Buhari of Nigeria and Patrice Talon of Benin signed the agreement."
    assert {party.actor.country for party in _event(coder, text, "SUPPORT").actors} == {"NGA", "BEN"}


def test_a_gulf_is_no_party(coder: Coder) -> None:
    event = _event(coder, "The United States sent two warships to patrol the Persian Gulf.", "MOBILIZE")
    assert all(party.actor.country != "IRN" for party in event.recipients)


def test_what_is_made_is_no_partner(coder: Coder) -> None:
    event = _event(coder, "Hungary agreed with Airbus to open a helicopter factory in Gyula.", "AGREE")
    assert [party.span.exact for party in event.recipients] == ["Airbus"]


def test_a_namesake_does_not_take_over_the_surname(coder: Coder) -> None:
    text = (
        "Robert Mugabe ruled Zimbabwe for decades. Mugabe named his wife. Grace Mugabe was unpopular. "
        "The army of Zimbabwe arrested Mugabe in November."
    )
    event = _event(coder, text, "COERCE")
    assert [party.actor.name for party in event.recipients] == ["Robert Mugabe"]


def test_they_are_all_of_whom_the_sentence_before_tells(coder: Coder) -> None:
    text = "President Joe Biden and President Gustavo Petro discussed trade. They condemned Russia."
    assert {party.actor.country for party in _event(coder, text, "ACCUSE").actors} == {"USA", "COL"}


@pytest.mark.parametrize(
    ("text", "event_type", "actors", "recipients"),
    [
        ("The people of Kenya have long withstood Somalia's invasion of their border.", "ASSAULT", {"SOM"}, {"KEN"}),
        ("Norway will back Kenya in the face of Somalia's brutal attacks.", "ASSAULT", {"SOM"}, {"KEN"}),
        ("Turkey is already under EU sanctions.", "SANCTION", {"EUR"}, {"TUR"}),
        ("Norway condemned Somalia for its war in Kenya.", "ASSAULT", {"SOM"}, {"KEN"}),
        ("Peru cited the Cuban government's repression and its support for Bolivia.", "SUPPORT", {"CUB"}, {"BOL"}),
        ("Tanzania expelled five Iraqis and a Libyan.", "SANCTION", {"TZA"}, {"IRQ", "LBY"}),
        ("Turkey and Libya agreed on borders and allowed army deployments.", "AGREE", {"TUR", "LBY"}, set()),
    ],
)
def test_parties_that_the_surroundings_tell(
    coder: Coder, text: str, event_type: str, actors: set[str | None], recipients: set[str]
) -> None:
    event = _event(coder, text, event_type)
    assert {party.actor.country for party in event.actors} == actors
    assert {party.actor.country for party in event.recipients} == recipients


def test_what_a_bombing_hit_did_not_bomb(coder: Coder) -> None:
    event = _event(coder, "After the deadly embassy bombings in East Africa, U.S. forces left Chad.", "ASSAULT")
    assert not event.actors
    assert [party.span.exact for party in event.recipients] == ["embassy"]


def test_our_allies_are_no_part_of_us(coder: Coder) -> None:
    event = _event(coder, "Norway and its allies have provided Kenya with weapons.", "AID")
    assert [party.actor.id for party in event.actors] == ["gov:NOR", "x:allies"]


def test_all_bodies_of_a_list_act(coder: Coder) -> None:
    text = "The Department of Justice, the Department of the Treasury, and the U.S. Secret Service arrested hackers."
    assert len({party.actor.id for party in _event(coder, text, "COERCE").actors}) == 3


def test_an_outlet_is_no_party_of_what_it_is_told(coder: Coder) -> None:
    text = "A Kenyan activist told Agence France-Presse arson has been used to evict villagers in Kenya."
    coded = coder.code(Report.make(text, "2021-12-29"))
    assert all(party.actor.kind != "media" for event in coded.events for party in event.actors)


def test_nobody_else_is_found_where_a_pronoun_tells(coder: Coder) -> None:
    event = _event(coder, "Officials of United Russia threatened to throw him out of the party.", "SANCTION")
    assert not event.recipients


def test_a_general_office_is_a_public_one(coder: Coder) -> None:
    text = "Tajikistan held elections. The general prosecutor's office accused officials of fraud. Fund officials met."
    event = _event(coder, text, "ACCUSE")
    assert {party.actor.country for party in event.actors} == {"TJK"}


def test_some_members_are_not_the_body_and_allies_not_the_state(coder: Coder) -> None:
    text = "U.S. allies and twelve Arab League nations accused Chad of shelling the village."
    actors = _event(coder, text, "ACCUSE").actors
    assert {party.actor.id for party in actors}.isdisjoint({"gov:USA", "o:arab-league"})
    assert len(actors) == 2


def test_a_party_suffers_its_expulsion(coder: Coder) -> None:
    event = _event(coder, "Sinn Fein's expulsion from the talks lasted two weeks.", "SANCTION")
    assert not event.actors
    assert [party.actor.id for party in event.recipients] == ["o:sinn-fein"]


def test_a_country_suffers_the_invasion_it_gives_its_name_to(coder: Coder) -> None:
    event = _event(coder, "Oil prices rose after the Kuwait invasion.", "ASSAULT")
    assert not event.actors
    assert [party.actor.country for party in event.recipients] == ["KWT"]


def test_who_is_opposed_opposes(coder: Coder) -> None:
    event = _event(coder, "Extremists opposed to Chad's truce marched on the capital.", "REJECT")
    assert [party.span.exact for party in event.actors] == ["Extremists"]


def test_what_is_discussed_is_no_party(coder: Coder) -> None:
    event = _event(coder, "The Kenyan minister discussed the Iraq crisis on Monday.", "CONSULT")
    assert not event.recipients


def test_where_a_summit_is_held_is_no_party(coder: Coder) -> None:
    event = _event(coder, "African Union leaders held a summit in Vilnius on Monday.", "CONSULT")
    assert event.actors
    assert all(party.span.exact != "Vilnius" for party in event.recipients)


def test_who_is_counted_in_is_a_party_too(coder: Coder) -> None:
    event = _event(coder, "World leaders, including the Kenyan president, condemned Chad's raid.", "ACCUSE")
    assert {party.actor.country for party in event.actors} >= {"KEN"}


def test_a_name_with_junior_is_still_a_name(coder: Coder) -> None:
    event = _event(coder, "The governor granted Edward Okello Jr. a full pardon on Monday.", "CONCEDE")
    assert [party.actor.name for party in event.recipients] == ["Edward Okello Jr."]


def test_two_passives_share_their_doer(coder: Coder) -> None:
    event = _event(coder, "A Kenyan surveyor was kidnapped and killed by Somali gunmen in June.", "ASSAULT")
    assert {party.actor.country for party in event.actors} == {"SOM"}


def test_the_guard_is_not_killed_by_its_own_member(coder: Coder) -> None:
    event = _event(coder, "The ambassador's assassination by a member of the Chadian guard shocked Kenya.", "ASSAULT")
    assert any("guard" in party.span.exact for party in event.actors)
    assert all("guard" not in party.span.exact for party in event.recipients)


def test_where_somebody_lives_arrests_nobody(coder: Coder) -> None:
    event = _event(coder, "Police said William Goble, 26, of Nairobi, was arrested on Thursday.", "COERCE")
    assert any("Goble" in party.span.exact for party in event.recipients)
    assert not event.actors


def test_a_provinces_government_is_not_the_countrys_own(coder: Coder) -> None:
    event = _event(coder, "The mayors appealed to the Quebec government.", "REQUEST")
    assert [party.actor.id for party in event.recipients] == ["x:canadian-quebec-government"]
    event = _event(coder, "The mayors appealed to the Ankara government.", "REQUEST")
    assert [party.actor.id for party in event.recipients] == ["gov:TUR"]


def test_a_name_nobody_reads_is_still_a_victim(coder: Coder) -> None:
    event = _event(coder, "Slepian was killed in October by a sniper hiding in his backyard.", "ASSAULT")
    assert [party.span.exact for party in event.recipients] == ["Slepian"]


def test_a_kind_of_attack_is_no_doer(coder: Coder) -> None:
    event = _event(coder, "Cyprus condemned two terrorist attacks in Kenya.", "ACCUSE")
    assert [party.actor.country for party in event.actors] == ["CYP"]
    assert all(party.span.exact != "terrorist" for party in event.recipients)


def test_hyphenated_people_are_no_government(coder: Coder) -> None:
    event = _event(coder, "Hundreds of Cuban-Americans marched through the town.", "PROTEST")
    assert [party.actor.id for party in event.actors] == ["x:cuban-americans"]


def test_who_says_so_does_not_investigate(coder: Coder) -> None:
    text = '"The Chadian army should be investigated for the massacre," Senator Ana Ruiz told the minister.'
    coded = coder.code(Report.make(text, "2021-12-29"))
    inquiries = [event for event in coded.events if event.event_type == "ACCUSE"]
    assert inquiries
    assert all("Ruiz" not in party.span.exact for event in inquiries for party in event.actors)


def test_months_of_meetings_are_the_subjects_own(coder: Coder) -> None:
    event = _event(coder, "President Ruto gained leverage in months of meetings with Uganda.", "CONSULT")
    assert {party.actor.country for party in (*event.actors, *event.recipients)} >= {"KEN", "UGA"}


def test_officials_without_a_country_are_not_its_government(coder: Coder) -> None:
    text = "Kenya's president spoke in Nairobi. The fire began at noon. Officials praised the protesters for calm."
    event = _event(coder, text, "SUPPORT")
    assert [party.actor.id for party in event.actors] == ["x:kenyan-officials"]


def test_a_group_of_two_kinds_is_both(coder: Coder) -> None:
    event = _event(coder, "A group of Kenyans and Ugandans condemned Chad's raid.", "ACCUSE")
    assert {party.actor.country for party in event.actors} >= {"KEN", "UGA"}


def test_who_is_on_a_visit_visits(coder: Coder) -> None:
    event = _event(coder, "President Ruto, on an official visit to Uganda, asked parliament for patience.", "CONSULT")
    assert {party.actor.country for party in (*event.actors, *event.recipients)} >= {"KEN", "UGA"}


def test_who_is_prompted_acts(coder: Coder) -> None:
    event = _event(coder, "The threats prompted Kenya to deploy four battalions to Somalia.", "MOBILIZE")
    assert {party.actor.country for party in event.actors} == {"KEN"}


def test_a_bodys_resolution_condemns_for_it(coder: Coder) -> None:
    event = _event(coder, "United Nations resolutions condemning Iraq's invasion of Kuwait were read out.", "ACCUSE")
    assert [party.actor.id for party in event.actors] == ["o:un"]


TOLD = [
    # (text, type, whom the actors' words are, whom the recipients' words are)
    ("The council condemned the bombing of the Chadian embassies in Kenya.", "ACCUSE", ["The council"], []),
    ("Berlin condemned Chad's bombing of the camps in Sudan.", "ACCUSE", ["Berlin"], ["Chad"]),
    ("The marchers demanded the editor's release.", "REQUEST", ["The marchers"], []),
    ("Kenya demanded Chad's withdrawal from the valley.", "REQUEST", ["Kenya"], ["Chad"]),
    ("A clinic bombing killed a security guard on Monday.", "ASSAULT", [], None),
    (
        "According to individuals close to the case, prosecutors issued a warning this week.",
        "THREATEN", ["prosecutors"], [],
    ),
    (
        "The envoy of Chad came to talk to me last week about trade and the Kenyan elections.",
        "CONSULT", ["The envoy of Chad"], [],
    ),
    (
        "Officials from Kenya have agreed to purchase sixty passenger aircraft in a deal worth millions.",
        "AGREE", ["Officials"], [],
    ),
    (
        "The soldiers were killed in Kunduz, along with five Kenyan drivers.",
        "ASSAULT", [], ["The soldiers", "five Kenyan drivers"],
    ),
    (
        "I want to thank Senator Abel Kato, Senator Ruth Muli, and Chairwoman Ada Beyene for their work.",
        "SUPPORT", [], ["Senator Abel Kato", "Senator Ruth Muli", "Chairwoman Ada Beyene"],
    ),
    ("Abel Kato is serving a life sentence for the murder of the Chadian envoy.", "ASSAULT", ["Abel Kato"], None),
    ("Abel Kato was found guilty of the murder of the Chadian envoy.", "ASSAULT", ["Abel Kato"], None),
    ("Abel Kato pleaded not guilty to the murder of the Chadian envoy.", "ASSAULT", [], ["the Chadian envoy"]),
    ("The council condemned Chad's killing of civilians.", "ACCUSE", ["The council"], ["Chad"]),
    ("Two soldiers were killed in retaliation for a Kenyan raid.", "ASSAULT", [], ["Two soldiers"]),
    ("Abel Kato was charged with the murder of the Chadian envoy.", "ASSAULT", [], []),
    ("The rebel chief has been killed in a Kenyan counter-terrorism operation.", "ASSAULT", ["Kenyan"], None),
    ("Slepian, 52, and the father of four boys, was shot to death.", "ASSAULT", [], ["Slepian"]),
    ("The envoy paid tribute to bombing victims on a visit to Chad.", "ASSAULT", [], []),
    ("Officials deported the Libyan, Atif Enhamed, on Friday.", "COERCE", ["Officials"], ["Atif Enhamed"]),
    ("A man police say was shot by a Kenyan soldier died on Monday.", "ASSAULT", ["a Kenyan soldier"], ["man"]),
    ("Abel Kato expressed appreciation for Chadian support to the Red Cross.", "SUPPORT", ["Abel Kato"], ["Chadian"]),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_parties_are_whom_the_deeds_clause_tells(
    coder: Coder, text: str, kind: str, actors: list[str], recipients: list[str] | None
) -> None:
    events = [event for event in coder.code(Report.make(text, "2021-12-29")).events if event.event_type == kind]
    if recipients == [] and not actors:
        assert not events
        return  # nobody is told: no event
    event = events[0]
    assert [party.span.exact for party in event.actors] == actors
    if recipients is not None:
        told = [party.span.exact for party in event.recipients]
        assert sorted(told) == sorted(recipients)


@pytest.mark.model
def test_people_of_a_country_suffer_a_massacre_in_it(coder: Coder) -> None:
    event = _event(coder, "The envoys failed to prevent a massacre in Chad.", "ASSAULT")
    assert [(p.actor.kind, p.actor.country) for p in event.recipients] == [("people", "TCD")]


@pytest.mark.parametrize(
    "text",
    [
        "Police are investigating an attack on an army post that killed seven soldiers.",
        "The minister condemned the bombing in Kano of the embassy of France, which killed two guards.",
    ],
)
def test_what_is_struck_does_no_harm(text: str) -> None:
    events = Coder().code(Report.make(text, "2021-12-29")).events
    assert [event.actors for event in events if event.trigger.exact == "killed"] == [()]


def test_who_is_held_responsible_did_it(coder: Coder) -> None:
    text = "Islamabad holds the Taliban responsible for Saturday's attack on an army post."
    events = coder.code(Report.make(text, "2021-12-29")).events
    (deed,) = (event for event in events if event.event_type == "ASSAULT")
    assert [party.span.exact for party in deed.actors] == ["the Taliban"]
    assert [a.stance for a in deed.assertions] == ["accuses"]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Chad accused the rebels of shooting at a convoy, wounding six drivers.", "wounding", "the rebels"),
        ("Kenyan jets struck the camp, police said, killing a dozen fighters.", "killing", "Kenyan jets"),
        ("The army shelled the camp, the mayor of Kampala said, wounding ten traders.", "wounding", "The army"),
        ("Rebels shelled the camp, killing ten Kenyan traders.", "killing", "Rebels"),
    ],
)
def test_harm_is_done_by_who_did_the_deed_not_by_who_tells_it(coder: Coder, text: str, word: str, doer: str) -> None:
    reading = coder.reader.read(Report.make(text, "2021-12-29"))
    token = next(token for token in reading.tokens if token.text == word)
    assert token.head.lemma not in ("say", "accuse")
    events = coder.code(Report.make(text, "2021-12-29")).events
    forces = [event for event in events if event.event_type == "ASSAULT"]
    assert {party.span.exact for event in forces for party in event.actors} == {doer}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry fined the bank, the minister said, adding that it had broken the law.", "adding"),
        ("The army shelled the town, the mayor said, calling it a crime.", "calling"),
    ],
)
def test_what_somebody_says_besides_stays_his(coder: Coder, text: str, word: str) -> None:
    reading = coder.reader.read(Report.make(text, "2021-12-29"))
    assert next(token for token in reading.tokens if token.text == word).head.lemma == "say"


def test_whom_an_act_is_done_for_is_not_whom_it_is_done_to(coder: Coder) -> None:
    event = _event(coder, "Hackers attacked the bank on behalf of Iranian intelligence.", "ASSAULT")
    assert "IRN" not in {party.actor.country for party in event.recipients}


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        (
            "Three traders were killed in a Kenyan air strike on the camp of the rebels.",
            ["Kenyan"],
            ["Three traders", "the rebels"],
        ),
        ("Three traders were wounded in an attack by rebels on a convoy of Chad's army.", ["rebels"], None),
    ],
)
def test_a_strike_and_those_it_killed_are_one_act(
    coder: Coder, text: str, doers: list[str], hit: list[str] | None
) -> None:
    forces = [e for e in coder.code(Report.make(text, "2021-12-29")).events if e.event_type == "ASSAULT"]
    assert [[party.span.exact for party in event.actors] for event in forces] == [doers]
    assert hit is None or [party.span.exact for party in forces[0].recipients] == hit


def test_killing_within_a_war_is_an_act_of_its_own(coder: Coder) -> None:
    text = "Three Ghanaian traders were killed in the invasion of Chad by Libya."
    forces = [e for e in coder.code(Report.make(text, "2021-12-29")).events if e.event_type == "ASSAULT"]
    assert [event.trigger.exact for event in forces] == ["killed", "invasion"]
