from __future__ import annotations

from dataclasses import replace

import pytest

from vedette import Coder
from vedette.attribution import attribute
from vedette.grounding import Grounded, ground
from vedette.model import Claim, Report

pytestmark = pytest.mark.model
DAY = "2024-05-15"


def grounded(coder: Coder, text: str) -> Grounded:
    return ground(coder.reader.read(Report.make(text, DAY)), coder.knowledge)


def claims(coder: Coder, text: str) -> tuple[Claim, ...]:
    return attribute(grounded(coder, text))


def only(coder: Coder, text: str) -> Claim:
    found = claims(coder, text)
    assert len(found) == 1, [claim.content.exact for claim in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "attitude", "stance"),
    [
        ("Turkey said that the convoy had crossed the border.", "says", "asserts"),
        ("Turkey denied that the convoy had crossed the border.", "says", "denies"),
        ("Turkey said that the convoy had not crossed the border.", "says", "denies"),
        ("Turkey said no convoy had crossed the border.", "says", "denies"),
        ("Turkey said that the report was baseless.", "says", "denies"),
        ("Turkey confirmed that the convoy had crossed the border.", "says", "confirms"),
        ("Turkey doubted that the convoy had crossed the border.", "believes", "doubts"),
        ("Turkey does not believe that the convoy crossed the border.", "believes", "doubts"),
        ("Turkey accused Greece of shelling the convoy.", "criticises", "accuses"),
        ("Turkey demanded that the convoy leave the town.", "says", "demands"),
        ("Turkey said that Greece must open the border.", "says", "demands"),
        ("Turkey promised to open the border.", "intends", "promises"),
        ("Turkey threatened to close the border.", "says", "threatens"),
        ("Turkey fears that the convoy may be attacked.", "believes", "fears"),
        ("Turkey plans to open the border.", "intends", "asserts"),
        ("Turkey refused to open the border.", "intends", "denies"),
        ("Turkey corrected that three trucks had crossed the border.", "says", "corrects"),
    ],
)
def test_attribute_stance(text: str, attitude: str, stance: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert (claim.attitude, claim.stance) == (attitude, stance)
    assert claim.speakers[0].party.actor.country == "TUR"


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say when the border would open.",
        "If the minister says that the border is open, trade will grow.",
        "The minister could say that the border is open.",
        "The minister praised the border guards.",
        "Two bridges were destroyed on Monday.",
    ],
)
def test_attribute_makes_no_claim(text: str, coder: Coder) -> None:
    assert claims(coder, text) == ()


def test_attribute_what_is_unacceptable_happened(coder: Coder) -> None:
    assert only(coder, "The raid on the mission is unacceptable, the Kenyan minister said.").stance == "asserts"


def test_attribute_wide_takes_praise(coder: Coder) -> None:
    found = attribute(grounded(coder, "Turkey praised the border guards."), wide=True)
    assert [(claim.attitude, claim.content.exact) for claim in found] == [("supports", "the border guards")]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Turkish President Recep Tayyip Erdogan said the border was open.", "named", "Erdogan"),
        ("Officials said the border was open.", "official", "official"),
        ("Residents said the border was open.", "unnamed", "resident"),
        ("According to a study, the border was open.", "document", "study"),
        ("Reuters reported that the border was open.", "outlet", "Reuters"),
        ("According to a report by Reuters, the border was open.", "outlet", "Reuters"),
    ],
)
def test_attribute_speaker_kind(text: str, kind: str, name: str, coder: Coder) -> None:
    speaker = only(coder, text).speakers[0]
    assert speaker.speaker_kind == kind
    assert name.lower() in speaker.party.actor.name.lower() or name.lower() in speaker.party.span.exact.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Taliban spokesman Karim Wardak said that the road was open.",
        "Karim Wardak, a spokesman for the Taliban, said that the road was open.",
        "The Taliban said that the road was open. Speaking later, spokesperson Karim Wardak said that trade had grown.",
    ],
)
def test_attribute_spokesperson_speaks_for(text: str, coder: Coder) -> None:
    speaker = claims(coder, text)[-1].speakers[0]
    assert "Wardak" in speaker.party.span.exact
    assert speaker.on_behalf_of is not None
    assert "Taliban" in speaker.on_behalf_of.actor.name


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Kumba Front said the road was mined. The army told another story. "
         "The road was open, spokesman Abel Tarro said.", "army"),
        ("The Kumba Front said the road was mined. The road was open, presidential spokeswoman Alma Reyle said.", None),
    ],
)  # fmt: skip
def test_attribute_spokesperson_speaks_for_the_nearest_body(text: str, whose: str | None, coder: Coder) -> None:
    behalf = claims(coder, text)[-1].speakers[0].on_behalf_of
    assert (behalf.actor.name.lower() if behalf is not None else None) == whose


def test_attribute_pronoun_is_who_it_stands_for(coder: Coder) -> None:
    text = "Karim Wardak visited the town on Monday. He said that the road was open."
    speaker = only(coder, text).speakers[0]
    assert speaker.party.span.exact == "He"
    assert "Wardak" in speaker.party.actor.name


def test_attribute_relative_is_its_noun(coder: Coder) -> None:
    claim = only(coder, "The vote angered the Taliban, which said that the result was false.")
    assert "Taliban" in claim.speakers[0].party.actor.name
    assert claim.stance == "denies"


def test_attribute_moment_of_saying(coder: Coder) -> None:
    claim = only(coder, "On Monday, Turkey said that the convoy would leave on Friday.")
    assert claim.moment.value == "2024-05-13"


def test_attribute_leaves_that_out(coder: Coder) -> None:
    claim = only(coder, "Turkey said that the convoy had crossed the border.")
    assert claim.content.exact == "the convoy had crossed the border"


def test_attribute_hull_and_parts(coder: Coder) -> None:
    claim = only(coder, "The aim, Turkey said, was to open the border.")
    text = "The aim, Turkey said, was to open the border."
    assert [text[start:end] for start, end in claim.content.parts] == ["The aim", "was to open the border"]
    assert claim.content.exact == text[:-1]


def test_attribute_figures_and_hedges(coder: Coder) -> None:
    claim = only(coder, "Turkey said that 12 soldiers were reportedly killed in the raid.")
    assert [figure.best for figure in claim.figures] == [12]
    assert [hedge.exact for hedge in claim.hedges] == ["reportedly"]


def test_attribute_addressee(coder: Coder) -> None:
    claim = only(coder, "Turkey told Greece that the border was open.")
    assert [party.actor.country for party in claim.addressees] == ["GRC"]


def test_attribute_nested_names_its_parent(coder: Coder) -> None:
    outer, inner = claims(coder, "Turkey said that Greece had threatened to close the border.")
    assert inner.parent == outer.id
    assert inner.stance == "threatens"


def test_attribute_ids_are_stable(coder: Coder) -> None:
    text = "Turkey said that Greece had threatened to close the border. Greece denied that."
    first, second = claims(coder, text), claims(coder, text)
    assert first == second
    assert len({claim.id for claim in first}) == len(first)
    assert all(claim.id.startswith("c:") and len(claim.id) == 18 for claim in first)
    other = attribute(replace(grounded(coder, text + " It rained.")))
    assert {claim.id for claim in other}.isdisjoint(claim.id for claim in first)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A parse that hangs the clause on a noun between cue and "that".
        (
            "The lawmaker said after a visit to the front that the army had pulled out of two of its posts.",
            "the army had pulled out of two of its posts",
        ),
        (
            "The inspector said after a flag meeting that nothing of the kind had happened.",
            "nothing of the kind had happened",
        ),
        (
            "In the capital the police chief assured the families that not one rupee had been offered.",
            "not one rupee had been offered",
        ),
        # Perfect gerunds and infinitives, nouns for what is told.
        (
            "The chamberlain denied having offered a gas contract to anyone.",
            "having offered a gas contract to anyone",
        ),
        ("The movement claimed on Tuesday to have seized the port.", "to have seized the port"),
        ("The captain refuted word of a surrender.", "word of a surrender"),
        # "It" for a body that no table knows; "I" before the one who says it.
        ("The admiralty issued its own account. There were no victims, it said.", "There were no victims"),
        ("Governor Lena Orlo walked into the hall. I have not resigned, she said.", "I have not resigned"),
    ],
)
def test_attribute_reads_past_what_stands_between(text: str, content: str, coder: Coder) -> None:
    assert [claim.content.exact.removeprefix("that ") for claim in claims(coder, text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy spoke at a house that the army had taken.",
        "The ministry listed the villages that the army had left.",
    ],
)
def test_attribute_leaves_relative_clauses_alone(text: str, coder: Coder) -> None:
    assert claims(coder, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Turkish workers found work in Greece.",
        "Turkey allowed three days for the talks.",
        "Turkey closed the road in order to protect the village.",
        "The Turkish minister could have said that he was ill.",
        "Turkey builds roads for people who want to leave the town.",
        "Did the Turkish minister say that the talks had failed?",
        "The reporter asked the Turkish minister how the talks had gone.",
        "Turkey used a method called carbon dating.",
        "The star is classified as a giant.",
    ],
)
def test_attribute_leaves_what_is_no_claim(text: str, coder: Coder) -> None:
    assert [claim.content.exact for claim in claims(coder, text)] == []


def test_attribute_joined_infinitives_belong_together(coder: Coder) -> None:
    text = "Turkey pledged to open a road to trade in the region, promote growth of a market, and reduce its debts."
    assert only(coder, text).content.exact.endswith("and reduce its debts")


def test_attribute_they_takes_up_several(coder: Coder) -> None:
    text = "President Recep Tayyip Erdogan and President Vladimir Putin met in Sochi. They said that borders matter."
    speakers = claims(coder, text)[-1].speakers
    assert [speaker.party.actor.country for speaker in speakers] == ["TUR", "RUS"]


def test_attribute_according_covers_both_halves(coder: Coder) -> None:
    claim = only(coder, "At least ten people died and six were hurt, according to Turkish officials.")
    assert claim.content.exact == "At least ten people died and six were hurt"


def test_attribute_compound_speaks(coder: Coder) -> None:
    claim = only(coder, "The plant was closed after employee concerns that the pump could fail.")
    assert claim.speakers[0].party.span.exact == "employee"


@pytest.mark.parametrize(
    "text",
    [
        "The teacher can help them understand that the river is deep.",
        "It is too easy for villagers to say that all is lost.",
        "The guards heard him talking to the driver.",
        "The company is not to blame for the delay.",
        "People find that it is difficult to be objective.",
    ],
)
def test_what_is_only_seen_wished_for_or_thought_by_anybody_is_no_claim(coder: Coder, text: str) -> None:
    assert claims(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bishop Juan Ode died. The current bishop, Allan Casicas, said that he mourned.", "Allan Casicas"),
        ("The manager of the harbour in Oru, David Clay, said that it was closed.", "David Clay"),
    ],
)
def test_an_apposition_tells_who_an_office_is(coder: Coder, text: str, speaker: str) -> None:
    assert only(coder, text).speakers[0].party.actor.name == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Savings could be hit again, some analysts and bond specialists say.", ["some analysts", "bond specialists"]),
        (
            "Mr. Haldane and a group of private backers planned to buy the mill.",
            ["Mr. Haldane", "a group of private backers"],
        ),
        ("According to the footage and NBC, the police then fled.", ["the footage", "NBC"]),
        ("Bratners and Fieldman's said they reached an agreement.", ["Bratners", "Fieldman's"]),
        ("The minister said the road was open.", ["The minister"]),
        ("Officials and a report said the road was open.", ["Officials", "a report"]),
    ],
)
def test_all_who_speak_together_are_speakers(text: str, speakers: list[str], coder: Coder) -> None:
    found = [one.party.span.exact for one in only(coder, text).speakers]
    assert sorted(found) == sorted(speakers)


def test_what_stands_in_a_portfolio_speaks_not(coder: Coder) -> None:
    text = (
        "Northfield Council's cabinet member for education, children's services and protection, Ayla Orman, said: "
        '"This is a brilliant project."'
    )
    assert [one.party.actor.name for one in only(coder, text).speakers] == ["Ayla Orman"]


def test_rank_before_a_name_ends_no_sentence(coder: Coder) -> None:
    claim = only(coder, "There were no seizures in the city, said Const. Sandra Boyle, a spokesperson for the force.")
    assert claim.speakers[0].party.actor.name == "Sandra Boyle"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Most residents use the street, according to information from the city.", "the city"),
        ("The president glossed over stern warnings from Moscow that strikes could do serious harm.", "Moscow"),
        ("The army spoke. One of them, Ana Ruiz, said that the case was over.", "Ana Ruiz"),
    ],
)
def test_attribute_speaker_is_whose_words_they_are(text: str, speaker: str, coder: Coder) -> None:
    assert [one.party.span.exact for one in only(coder, text).speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The money was spent according to plan.",
        "Not all farmers insist that the boy be allowed to stay.",
        "The ministry would fail to confirm the allegations that her party was planning a rebellion.",
        "Deputies found her dead.",
        "The son called 911.",
        "As the investigation began, he went into the church.",
    ],
)
def test_attribute_tells_of_no_saying(text: str, coder: Coder) -> None:
    assert not [claim for claim in claims(coder, text) if claim.speakers]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The harbour office had raised its count: nineteen sailors were missing after the storm, it said.",
            "The harbour office",
            "nineteen sailors were missing after the storm",
        ),
        (
            "Crates of old rifles have turned up in a barn near the river, a news agency reported on Friday, and it "
            "printed their numbers.",
            "a news agency",
            "Crates of old rifles have turned up in a barn near the river",
        ),
        (
            "We have the letter in our safe, signed and sealed, its treasurer for the northern branch told this paper.",
            "its treasurer",
            "We have the letter in our safe, signed and sealed",
        ),
        (
            "Quoting two people close to the court, the trade daily The Anchor reported that the port had been sold.",
            "The Anchor",
            "the port had been sold",
        ),
        (
            "Met by porters who had carried his bags to a mountain hut, the club's founder, Anton Weiss, said that the "
            "path was closed.",
            "Anton Weiss",
            "the path was closed",
        ),
    ],
)
def test_what_is_said_is_told_by_its_place_where_the_parse_goes_astray(
    text: str, speaker: str, content: str, coder: Coder
) -> None:
    claim = only(coder, text)
    assert (claim.speakers[0].party.span.exact, claim.content.exact) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "When asked about the port, the mayor said nothing.",
        "After the talks had failed, the army announced on Monday, and it meant it.",
        "The governor resigned, the council reported a deficit, and nobody cared.",
        "The strike ended on Friday, the deal confirmed by both sides.",
        "Days after the bomb went off, the leader withdrew from the race.",
        "As soon as the vote ended, the party reported on Friday, and the crowd cheered.",
    ],
)
def test_what_only_stands_before_a_cue_is_not_said(text: str, coder: Coder) -> None:
    assert not [claim for claim in claims(coder, text) if claim.rule.startswith("cue.set-off")]


@pytest.mark.parametrize(
    ("text", "speaker", "content", "rule"),
    [
        (
            "The navy made it clear that the strait would stay closed.",
            "The navy",
            "the strait would stay closed",
            "known",
        ),
        ("The ministry let it be known that the mine was flooded.", "The ministry", "the mine was flooded", "known"),
        ("The mine was flooded, the ministry let it be known.", "the ministry", "The mine was flooded", "known"),
        ("The ministry has it that the mine was flooded.", "The ministry", "the mine was flooded", "known"),
        ("The firm's version has it that the mine was flooded.", "The firm's", "the mine was flooded", "known"),
        ("The navy's version is that the trawler sank.", "The navy's", "the trawler sank", "version"),
        ("The word from the palace was that the king was well.", "the palace", "the king was well", "version"),
        ("By the union's count, thirty miners had died.", "the union's", "thirty miners had died", "account"),
        ("In the governor's words, the dam was safe.", "the governor's", "the dam was safe", "account"),
        ("The hospital has counted nine dead.", "The hospital", "nine dead", "count"),
        ("The nurses, who asked not to be named, counted 31 bodies.", "The nurses", "31 bodies", "count"),
        ("The clinic registered twelve deaths.", "The clinic", "twelve deaths", "count"),
        ("The clinic gives the dead as twelve.", "The clinic", "the dead as twelve", "count"),
        ("Twelve dead is the figure given by the clinic.", "the clinic", "Twelve dead", "version"),
        ("The clinic's figure is twelve dead.", "The clinic's", "twelve dead", "version"),
        (
            "Nine drowned in the strait, if the coast guard is to be believed.",
            "the coast guard",
            "Nine drowned in the strait",
            "account",
        ),
        ("To hear the mayor tell it, the bridge was shut.", "the mayor", "the bridge was shut", "account"),
        (
            "The way the fishermen tell it, the boat fired first.",
            "the fishermen",
            "the boat fired first",
            "account",
        ),
        ("In the eyes of the ministry, the vote was fair.", "the ministry", "the vote was fair", "account"),
        (
            "The colonel would hear nothing of guns hidden in the hay.",
            "The colonel",
            "guns hidden in the hay",
            "idiom",
        ),
        (
            "The militia walked in on Friday, as cattle dealers describe it.",
            "cattle dealers",
            "The militia walked in on Friday",
            "as",
        ),
        (
            "That number was invented, in the words of the governor.",
            "the governor",
            "That number was invented",
            "account",
        ),
    ],
)
def test_idioms_of_saying(text: str, speaker: str, content: str, rule: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert (claim.speakers[0].party.span.exact, claim.content.exact) == (speaker, content)
    assert claim.rule.startswith(f"cue.{rule}@")


@pytest.mark.parametrize(
    "text",
    [
        "The army made the road safe after the storm had passed.",
        "The farmer counted his sheep.",
        "Rumour has it that the general fled.",
        "Calm returned to the town, the police withdrew from the streets.",
        "The nurse let him go because he was well.",
        "The problem was that the road was closed.",
        "By the end of the war, thirty men had died.",
        "The bank froze three million dollars in the minister's account.",
        "The riots were triggered by the commission's count.",
        "The guards let the public who had waited since dawn into the court.",
        "The clerk counted 400 ballots in the district where a bomb killed nine.",
        "The message of the film is that love wins.",
        "The vote was fair in the eyes of the law.",
        "The clerk gave his brother a bicycle as a present.",
        "The general's figure is slim.",
    ],
)
def test_what_only_looks_like_an_idiom_of_saying(text: str, coder: Coder) -> None:
    assert not claims(coder, text)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Bank papers, the prosecutor countered, show otherwise.", "the prosecutor", "Bank papers … show otherwise"),
        (
            "Blood samples taken after the collision, the coast guard said, showed nothing.",
            "the coast guard",
            "Blood samples taken after the collision … showed nothing",
        ),
        (
            "Not since 2019 has any inspector come, retorted the miners' committee.",
            "the miners' committee",
            "Not since 2019 has any inspector come",
        ),
        ("There were no talks, the negotiator snapped.", "the negotiator", "There were no talks"),
        (
            "One made an emergency landing, the air force allows; the other is parked in its hangar.",
            "the air force",
            "One made an emergency landing",
        ),
        ("The navy's version: the trawler rammed the patrol boat.", "The navy's", "the trawler rammed the patrol boat"),
        ('The general shrugged. "We lost no convoy."', "The general", '"We lost no convoy."'),
        ('The mayor was furious. "They lied to us."', "The mayor", '"They lied to us."'),
        ("The light, insisted the officer, was green.", "the officer", "The light … was green"),
        ("The target, an officer there said, was a workshop.", "an officer there", "The target … was a workshop"),
        (
            "Samples sent to the capital, the doctor conceded afterwards, had come back positive.",
            "the doctor",
            "Samples sent to the capital … had come back positive",
        ),
        (
            "Both runways were usable, wrote the airport on its website.",
            "the airport",
            "Both runways were usable",
        ),
        (
            "Talks will end by Friday, the mediator, Ines Quade, told the radio.",
            "the mediator, Ines Quade",
            "Talks will end by Friday",
        ),
        (
            "Nine miners are dead, the company's website states.",
            "the company's website",
            "Nine miners are dead",
        ),
        (
            "The talks are dead, the rebel movement declared in a statement slipped under doors at midnight.",
            "the rebel movement",
            "The talks are dead",
        ),
        (
            "Bread has doubled since the feast, grumbled the pensioner Ilse Morrow, counting coins.",
            "the pensioner Ilse Morrow",
            "Bread has doubled since the feast",
        ),
        (
            "Ballots were emptied into the river, claims a film that half the town has seen.",
            "a film",
            "Ballots were emptied into the river",
        ),
        (
            "The envoys spent the night in a hotel, a waiter and two guards told this newspaper.",
            "a waiter and two guards",
            "The envoys spent the night in a hotel",
        ),
        (
            "On the harbour dues, said the delegate, nothing had been settled.",
            "the delegate",
            "On the harbour dues … nothing had been settled",
        ),
        (
            "A tremor had split the footing, its report concludes; nobody was to blame.",
            "its report",
            "A tremor had split the footing",
        ),
        (
            "Six had been killed, the fire chief Gregor Moll judged on Thursday, his helmet white with plaster.",
            "the fire chief Gregor Moll",
            "Six had been killed",
        ),
        (
            "The dealer thinks so: an official had called the kidnappers.",
            "The dealer",
            "an official had called the kidnappers",
        ),
        ("To the judge's mind the thief sat upstairs.", "the judge's", "the thief sat upstairs"),
        (
            'Reporters asked. "We are on our own bank," came the answer from the warden.',
            "the warden",
            '"We are on our own bank,"',
        ),
        (
            "The barns are full, as the league has it, and four traders hoard wheat.",
            "the league",
            "The barns are full … and four traders hoard wheat",
        ),
        (
            "Bodies had been counted twice, the doctor explained, so that nine are dead.",
            "the doctor",
            "Bodies had been counted twice … so that nine are dead",
        ),
        (
            "Its chairman brought out a sheet and read: both sides have accepted the plan.",
            "Its chairman",
            "both sides have accepted the plan",
        ),
        ("The farmers hold the firm responsible for the leak.", "The farmers", "the firm responsible for the leak"),
        ("Coastguard: at least thirty passengers drowned.", "Coastguard", "at least thirty passengers drowned"),
        (
            "17:20 Two officials with knowledge of the case: divers planted the charge.",
            "officials with knowledge of the case",
            "divers planted the charge",
        ),
        (
            "The builder spoke of an act of God: the river had scoured the ground.",
            "The builder",
            "the river had scoured the ground",
        ),
        ("From the mayor came a denial: the well was never shut.", "the mayor", "the well was never shut"),
        ("The bishop has a different story: the boys were asleep.", "The bishop", "the boys were asleep"),
        (
            'A baker answered our call. "I can see the square, and it is empty."',
            "A baker",
            '"I can see the square, and it is empty."',
        ),
        (
            'The captain said, "It felt good out there.\n\nWe could have won." He left.',
            "The captain",
            '"It felt good out there … We could have won."',
        ),
        (
            "The owner said, holding back tears, that nobody had called her.",
            "The owner",
            "nobody had called her",
        ),
        (
            "The fire, survivors told our reporter, was lit by guards, and nobody came.",
            "survivors",
            "The fire … was lit by guards, and nobody came",
        ),
    ],
)
def test_words_stand_round_before_or_behind_who_says_them(text: str, speaker: str, content: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert claim.speaker_words is not None
    assert claim.speaker_words.exact == speaker
    assert " … ".join(text[start:end].strip(" ,") for start, end in claim.content.runs) == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The accused told the court that he had slept.", "The accused"),
        ("One of them said that the door was locked.", "One of them"),
        ("Those inside said that the door was locked.", "Those"),
        ("Someone in the crowd shouted that the police had fired.", "Someone"),
        ("The pathologist found that he had drowned.", "The pathologist"),
        ("An autopsy found that he had drowned.", "An autopsy"),
        ("Neighbours heard two shots, they said.", "neighbours"),
        ("The minister spoke. The ten who died were technicians, he added.", "minister"),
        (
            "The hall was cleared as Remy Castan gave evidence. The president had told him to fire, he testified.",
            "Remy Castan",
        ),
    ],
)
def test_whoever_speaks_is_somebody(text: str, speaker: str, coder: Coder) -> None:
    claim = next(one for one in claims(coder, text) if "order" not in one.rule and one.stance != "demands")
    first = claim.speakers[0].party
    assert speaker in (first.span.exact, first.actor.name)


def test_what_a_fire_is_put_down_to_is_a_claim(coder: Coder) -> None:
    for text in (
        "The insurers put the fire down to faulty wiring.",
        "The insurers attributed the fire to faulty wiring.",
    ):
        assert only(coder, text).content.exact.startswith("the fire")


def test_a_reaction_parts_two_speakers(coder: Coder) -> None:
    first, second = claims(
        coder,
        '"They begged us to stay," said the commander. The mayor remembers it differently. "We asked them to go."',
    )
    assert [one.speaker_words.exact for one in (first, second) if one.speaker_words] == ["the commander", "The mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "The airline begs to differ.",
        "A witness asked not to be named.",
        "The bus left the road, the driver and two others, thrown clear, lived.",
        "He left the hall, reported for duty.",
        "Editor's note: the firm has paid for this trip.",
        "The problem: nobody has the key.",
        "The minister spoke of the war.",
        "The minister spoke in May.",
        "The minister described his plan.",
        "They had come for three things: the mayor and two clerks.",
    ],
)
def test_nothing_is_put_forward(text: str, coder: Coder) -> None:
    assert not claims(coder, text)


def test_there_was_none_denies(coder: Coder) -> None:
    assert only(coder, "There had been none, said the palace.").stance == "denies"


def test_no_doubt_is_none(coder: Coder) -> None:
    claim = only(coder, "Turkey had no doubt that the convoy had crossed the border.")
    assert (claim.attitude, claim.stance) == ("believes", "asserts")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police spoke of three days of fighting.", "three days of fighting"),
        ("The minister spoke of a normal working day.", "a normal working day"),
        ("The meteorologist described a cloudless morning.", "a cloudless morning"),
        ("Two sailors described bursts of gunfire.", "bursts of gunfire"),
        ("The rebels' press centre announced the capture of Maro.", "the capture of Maro"),
        ("Two sailors reported seeing a flash.", "seeing a flash"),
        ("Extremists derailed a freight train: police.", "Extremists derailed a freight train"),
        ('"The mines are ours," ran a fresh bulletin of the army.', '"The mines are ours,"'),
        ('"They drowned at the ford," reads the entry in the book.', '"They drowned at the ford,"'),
    ],
)
def test_what_is_counted_or_characterised_is_told(text: str, content: str, coder: Coder) -> None:
    assert only(coder, text).content.exact == content


def test_whoever_was_asked_demands_nothing(coder: Coder) -> None:
    claim = only(coder, 'Asked about the story, the spokesman, Wim Tarn, was brief: "The minister has read it."')
    assert claim.stance == "asserts"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("ANKARA: The governor said that the dam had burst.", "The governor", "the dam had burst"),
        ("IZMIR: Nine people drowned off the pier, officials said.", "officials", "Nine people drowned off the pier"),
        ("The witness told a tribunal the guards had fled.", "The witness", "the guards had fled"),
        ("Vessels turned back after reports that mines had been laid.", "reports", "mines had been laid"),
        ("Vucic called the accusations hasty and baseless.", "Vucic", "the accusations hasty and baseless"),
    ],
)  # fmt: skip
def test_attribute_who_says_it(text: str, speaker: str, content: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert claim.speaker_words is not None
    assert (claim.speaker_words.exact, claim.content.exact) == (speaker, content)


def test_attribute_turns_of_several_are_no_datelines(coder: Coder) -> None:
    found = claims(coder, "HALL: The dam has burst.\n\nREYES: Nobody warned the valley.")
    assert [claim.rule.partition("+")[0] for claim in found] == ["layout.turn@2", "layout.turn@2"]


@pytest.mark.parametrize(
    "text",
    [
        "Smyrna Crown Court heard that the mayor had forged the ballots.",
        "The jury was told that the mayor had forged the ballots.",
    ],
)
def test_attribute_no_court_says_what_it_hears(text: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert (claim.speakers, claim.content.exact) == ((), "the mayor had forged the ballots")


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The mayor said the bridge was safe and called for calm.", ["the bridge was safe", "calm"]),
        ("The colonel said stones had been used and put the toll at two.", ["stones had been used", "the toll at two"]),
        ("The ministry said nine died, while residents put the toll at ten.", ["nine died", "the toll at ten"]),
    ],
)  # fmt: skip
def test_attribute_whoever_spoke_goes_on(text: str, contents: list[str], coder: Coder) -> None:
    found = claims(coder, text)
    assert [claim.content.exact for claim in found] == contents
    assert all(claim.speaker_words is not None and claim.speaker_words.exact.split()[-1] in
               ("mayor", "colonel", "ministry", "residents") for claim in found)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The company declined to comment.",
        "The prime minister refused to be drawn.",
        "A worker who did not want to give his name walked off.",
        "Police declined to give a figure.",
    ],
)
def test_attribute_who_says_nothing_claims_nothing(text: str, coder: Coder) -> None:
    assert claims(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister said the bank must have known.", "asserts"),
        ("The minister said the bridge should open in May.", "asserts"),
        ("The minister said the bank must pay.", "demands"),
        ("The minister said the law should be changed in May.", "demands"),
        ("The agency warned of famine in the valley.", "fears"),
        ("Vucic called the accusations irresponsible and baseless.", "denies"),
        ("The airline ruled out job cuts.", "denies"),
        ("The bishop called on the president to resign.", "demands"),
    ],
)
def test_attribute_what_is_concluded_is_not_demanded(text: str, stance: str, coder: Coder) -> None:
    assert only(coder, text).stance == stance


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Officials say two died; aid workers say at least nine did.", ["two died", "at least nine did"]),
        ("A source said four fell; there were no losses, the army said.", ["four fell", "there were no losses"]),
        ("Guards fired, killing ten people, the deputy Ana Rey alleged.", ["Guards fired, killing ten people"]),
        (
            "The teacher said that nine were missing, but that two had returned.",
            ["nine were missing, but that two had returned"],
        ),
    ],
)
def test_attribute_words_end_where_another_begins(text: str, told: list[str], coder: Coder) -> None:
    assert [claim.content.exact for claim in claims(coder, text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Ulrike Brandt, the minister, said talks had failed. Brandt said the army would leave.",
        "Mayor Jan Novak said ten had died. Novak said the doors were locked.",
        "General Tadesse Bekele said the town had fallen. Bekele said the rebels had fled.",
    ],
)
def test_attribute_a_bare_surname_is_whoever_was_called_in_full(text: str, coder: Coder) -> None:
    first, second = claims(coder, text)
    assert [one.party.actor.id for one in first.speakers] == [one.party.actor.id for one in second.speakers]


def test_attribute_who_refuses_a_deed_claims_that(coder: Coder) -> None:
    assert only(coder, "The warden refused to give the prisoners food.").stance == "denies"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Jakarta denied that the two firms had re-shipped the ore.", "the two firms had re-shipped the ore"),
        ("The mayor denied re-hiring the guards.", "re-hiring the guards"),
        ("The canal authority said it had re-opened both locks.", "it had re-opened both locks"),
        ("The envoy said pro-government troops held the hill.", "pro-government troops held the hill"),
        ("CAIRO - Sudanese gunners hit a market, nurses said.", "Sudanese gunners hit a market"),
    ],
)
def test_attribute_keeps_whole_what_a_hyphen_or_a_dateline_stands_in(text: str, content: str, coder: Coder) -> None:
    assert only(coder, text).content.exact == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Omar al-Haddad met the envoy. Al-Haddad said more talks would follow.", "Omar al-Haddad"),
        ("Sergei el-Tamaw arrived on Monday. According to el-Tamaw, the port was open.", "Sergei el-Tamaw"),
        ("Ana Garcia Lopez won the vote. Garcia Lopez said the count had been fair.", "Ana Garcia Lopez"),
        ("Omar al-Haddad met the envoy. Salim al-Haddad said more talks would follow.", "Salim al-Haddad"),
    ],
)
def test_attribute_a_surname_of_several_parts_is_whoever_was_called_in_full(
    text: str, speaker: str, coder: Coder
) -> None:
    assert only(coder, text).speakers[0].party.actor.name == speaker


def told(coder: Coder, text: str) -> list[tuple[str, str, str]]:
    """Return speaker, stance and words of each claim, "-" for nobody."""
    return [
        (c.speakers[0].party.actor.name if c.speakers else "-", c.stance, c.content.exact) for c in claims(coder, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prague accused Vienna of hiding a report that named three banks, which Vienna denies.",
            ("Government of Austria", "denies", "hiding a report that named three banks"),
        ),
        (
            "Some of the guns came from Oslo, which Oslo denies, a diplomat said.",
            ("Government of Norway", "denies", "Some of the guns came from Oslo"),
        ),
        (
            "Cairo says Khartoum shelled the dam, which Khartoum denies.",
            ("Government of Sudan", "denies", "Khartoum shelled the dam"),
        ),
    ],
)
def test_attribute_which_he_denies_is_the_whole_act(text: str, expected: tuple[str, str, str], coder: Coder) -> None:
    assert expected in told(coder, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premier dismissed the charges as a witch-hunt.", ("premier", "denies", "the charges as a witch-hunt")),
        ("The coach rejected it as idle chatter.", ("coach", "denies", "it as idle chatter")),
        ("The mayor described the letter as idle chatter.", ("mayor", "asserts", "the letter as idle chatter")),
        ("Ministers branded the claim an insult.", ("ministers", "asserts", "the claim an insult")),
        (
            "The admiral condemned what he described as reckless sailing by trawlers.",
            ("admiral", "asserts", "reckless sailing by trawlers"),
        ),
        ("The team found no trace of poison.", ("team", "denies", "no trace of poison")),
        ("The navy reported no losses.", ("navy", "denies", "no losses")),
        ("The union alleged mass arrests.", ("union", "asserts", "mass arrests")),
        ("The poll showed a lead for the left.", ("The poll", "asserts", "a lead for the left")),
    ],
)
def test_attribute_verdicts_and_findings(text: str, expected: tuple[str, str, str], coder: Coder) -> None:
    assert told(coder, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry neither admitted nor denied that the drones were its own.",
        "The coast guard did not confirm or deny that shots had been fired.",
        "The bank neither confirmed nor rejected the report.",
        "Asked to leave, the envoy packed his bags.",
        "Accused of arson, the farmer fled.",
        "Told that three men had died, the abbot wept.",
        "The consul commented on the report that troops had crossed the river.",
        "The president dismissed him as army chief.",
        "The soldiers showed restraint.",
        "The firm appealed to the supreme court.",
        "Rescuers found no food.",
    ],
)
def test_attribute_what_is_neither_said_nor_the_subjects_own_is_no_claim(text: str, coder: Coder) -> None:
    assert told(coder, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army confirmed the raid and denied that children had died.",
            [("army", "confirms", "the raid"), ("army", "denies", "children had died")],
        ),
        (
            "Reacting to the union's claim that forty men were trapped, the owner said three were missing.",
            [("union", "asserts", "forty men were trapped"), ("owner", "asserts", "three were missing")],
        ),
        (
            "Asked about reports that the bridge had collapsed, the governor said it stood.",
            [("governor", "asserts", "it stood")],
        ),
        (
            "Speaking about the Kenyan allegation that traders had been beaten, the consul said all was well.",
            [
                ("Government of Kenya", "asserts", "traders had been beaten"),
                ("Kenyan consul", "asserts", "all was well"),
            ],
        ),
        (
            "There is no truth in claims that the vault is empty, the bank said.",
            [("bank", "denies", "There is no truth in claims that the vault is empty")],
        ),
        ("The minister said in a report that the mine was safe.", [("minister", "asserts", "the mine was safe")]),
    ],
)
def test_attribute_what_a_lead_in_turns_to_is_anothers(
    text: str, expected: list[tuple[str, str, str]], coder: Coder
) -> None:
    assert told(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine ferries sank and forty people were missing, the harbour office said.",
            [("office", "Nine ferries sank and forty people were missing")],
        ),
        ("Prices fell but wages rose, the bank said.", [("bank", "Prices fell but wages rose")]),
        (
            "According to Okafor, 40 per cent of those asked stayed at home.",
            [("Okafor", "40 per cent of those asked stayed at home")],
        ),
        ("The vote was fair, the board said, but the bishop complained of bribes.", [("board", "The vote was fair")]),
        (
            "The road was open, the mayor said, but nobody used it.",
            [("mayor", "The road was open, the mayor said, but nobody used it")],
        ),
        (
            "Mr Hale said the firm would hire 60 drivers; Ms Boyd said the union would wait.",
            [("Hale", "the firm would hire 60 drivers"), ("Boyd", "the union would wait")],
        ),
        (
            "Navy spokesman Adil Ramo: “We saw no ship. Others did.”",
            [("Adil Ramo", "“We saw no ship. Others did.”")],
        ),
    ],
)
def test_attribute_joined_clauses_go_to_whoever_says_them(
    text: str, expected: list[tuple[str, str]], coder: Coder
) -> None:
    assert [(speaker, words) for speaker, _, words in told(coder, text)] == expected


@pytest.mark.parametrize(
    ("text", "attitude", "stance"),
    [
        ("The guild said it would not open its books.", "intends", "promises"),
        ("“We will not bow to threats,” the abbot said.", "intends", "promises"),
        ("The guild said the bank would not open its books.", "says", "denies"),
        ("“I don't remember any order,” she said.", "says", "asserts"),
        ("The agency said it could not confirm the toll.", "says", "doubts"),
        ("The agency said it had not paid anybody.", "says", "denies"),
        ("The bank warned that prices had doubled.", "says", "asserts"),
        ("The army warned residents that the wells were poisoned.", "says", "asserts"),
        ("The bank warned that prices would double.", "says", "fears"),
        ("The engineer warned that the dam was about to burst.", "says", "fears"),
        ("The party described the vote as rigged.", "says", "asserts"),
        ("The party described the vote as unfair.", "says", "asserts"),
        ("The party described the claim as unfair.", "says", "denies"),
    ],
)
def test_attribute_stance_of_what_is_unsure_refused_or_warned_of(
    text: str, attitude: str, stance: str, coder: Coder
) -> None:
    claim = only(coder, text)
    assert (claim.attitude, claim.stance) == (attitude, stance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Courier: Who shut the port?\nMansoor: The owners did. We had no part in it.\n"
            "The Courier: And the men?\nMansoor: Forty men have left.",
            [("Mansoor", "The owners did. We had no part in it"), ("Mansoor", "Forty men have left")],
        ),
        (
            "Ines Quade spoke to us.\nWho shut the port?\nQuade: The owners did.\nWhen will it open?\n"
            "Quade: It opens in May.\nAnd the men?\nQuade: They have left.",
            [
                ("Ines Quade", "The owners did"),
                ("Ines Quade", "It opens in May"),
                ("Ines Quade", "They have left"),
            ],
        ),
        ("The council met on Friday.\nVenue: The hall is open.\nPrice: Tickets cost ten marks.", []),
        (
            "Two raids were seen.\nPlace: It was a farm.\nLosses: Two cows were shot.\nPlace: It was a mill.\n"
            "Losses: The mill was burnt.",
            [],
        ),
    ],
)
def test_attribute_turns_of_an_interview(text: str, expected: list[tuple[str, str]], coder: Coder) -> None:
    assert [(speaker, words) for speaker, _, words in told(coder, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry gave a toll of 40.", [("ministry", "asserts", "a toll of 40")]),
        ("The ministry gave reporters a figure of 800.", [("ministry", "asserts", "a figure of 800")]),
        ("The ministry gave a speech of two hours.", []),
        ("The nurse said she had counted nine dead.", [("nurse", "asserts", "she had counted nine dead")]),
        (
            "The ministry said the clinic had counted nine dead.",
            [("ministry", "asserts", "the clinic had counted nine dead"), ("clinic", "asserts", "nine dead")],
        ),
        (
            "The patriarch appealed to the two armies to stop firing.",
            [("patriarch", "demands", "the two armies to stop firing")],
        ),
        ("The king promised to his people to rule well.", [("king", "promises", "to rule well")]),
    ],
)
def test_attribute_figures_given_and_pleas(text: str, expected: list[tuple[str, str, str]], coder: Coder) -> None:
    assert told(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berg spoke for an hour. Chancellor Ehren, who, she said, had lied, left early.", "Anna Berg"),
        ("Mayor Tom Reed spoke first. Jack Boone, who, he said, had stolen the seals, fled.", "Tom Reed"),
        ("Jack Boone, who said he had stolen the seals, fled.", "Jack Boone"),
    ],
)
def test_attribute_nobody_between_commas_speaks_of_himself(text: str, speaker: str, coder: Coder) -> None:
    assert only(coder, text).speakers[0].party.actor.name == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asked whether the bridge was safe, the mayor said yes.", [("mayor", "confirms", "the bridge was safe")]),
        ("When asked if shots had been fired, the guard said no.", [("guard", "denies", "shots had been fired")]),
        ("Asked about the plan, the mayor said no.", []),
        ("The mayor said no to the plan.", []),
    ],
)
def test_attribute_short_answers(text: str, expected: list[tuple[str, str, str]], coder: Coder) -> None:
    assert told(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The ministry issued a notice. Nobody was hurt in the blast, it read.",
            "ministry",
            "Nobody was hurt in the blast",
        ),
        (
            "The inspectorate searched the cellars. The fire started in a fuse box, it finds.",
            "inspectorate",
            "The fire started in a fuse box",
        ),
        (
            "The broadcaster Canal Sur looked into her past. She never finished her degree, it reports.",
            "broadcaster",
            "She never finished her degree",
        ),
        ("Prices had doubled in May, the weekly Beacon revealed.", "Beacon", "Prices had doubled in May"),
        (
            "The sheikhdom complained to the court that soldiers were camped on the shoals.",
            "sheikhdom",
            "soldiers were camped on the shoals",
        ),
    ],
)
def test_whoever_reads_finds_or_complains_speaks(text: str, speaker: str, content: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert [one.party.actor.name.removeprefix("The ") for one in claim.speakers] == [speaker]
    assert claim.content.exact == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor walked past. Cheap propaganda, he said.", "Cheap propaganda"),
        ("Pure invention, the army spokesman told reporters.", "Pure invention"),
        ("The general staff called it untrue that its men had crossed.", "it untrue that its men had crossed"),
        ("Dagny Holm, upright, pleaded not guilty to poisoning five men.", "poisoning five men"),
    ],
)
def test_verdicts_deny(text: str, content: str, coder: Coder) -> None:
    claim = only(coder, text)
    assert (claim.stance, claim.content.exact) == ("denies", content)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor read out a list of the dead.",
        "The league laid out forty lamps before the shaft.",
        "The clerk told the court what he had seen.",
        "General Osorio commands the marines.",
    ],
)
def test_things_handed_round_and_left_open_are_no_claims(text: str, coder: Coder) -> None:
    assert [claim.content.exact for claim in claims(coder, text)] == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The general denied the capture of the airfield. Shops had closed by then.",
            ["the capture of the airfield"],
        ),
        (
            "The lawyer denied that his client had been drinking. The vendor had gone for coffee.",
            ["his client had been drinking"],
        ),
        ("The captain denied having fired. He had been asleep.", ["having fired", "He had been asleep"]),
    ],
)
def test_denials_go_on_only_with_what_they_are_about(text: str, contents: list[str], coder: Coder) -> None:
    assert [claim.content.exact for claim in claims(coder, text)] == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The regiment would only say that none of its men had been at the dam.",
            ["none of its men had been at the dam"],
        ),
        ("The surgeon could only confirm that ninety had died.", ["ninety had died"]),
        ("Only a fool would say that the dam is safe.", []),
        ("One could say that the bridge is old.", []),
        ("The minister would say that the dam is safe.", []),
    ],
)
def test_who_would_only_say_something_says_it(text: str, contents: list[str], coder: Coder) -> None:
    assert [claim.content.exact for claim in claims(coder, text)] == contents
