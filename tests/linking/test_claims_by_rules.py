"""What the rules alone make of two claims of one report, without the encoder."""

from __future__ import annotations

import pytest

from vedette import Coder
from vedette.model import Report

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def rules() -> Coder:
    return Coder(fast=True)


def _relations(coder: Coder, text: str) -> list[str]:
    coded = coder.code(Report.make(text, "2024-05-15"))
    assert coded.claims, "nothing to link"
    return [link.relation for claim in coded.claims for link in claim.links]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The army said it had taken the town. The mayor called the army's claim on the town baseless.", "disputes"),
        ("The firm said it now had 30 workers in Oru. The firm said it had 40 workers in Oru today.", "revises"),
        (
            "Iran said it would leave the talks after Friday. Iran said it would leave the talks after Sunday.",
            "revises",
        ),
        (
            "The ministry said that the 2000 prisoners had been freed. "
            "The agency said that 900 prisoners had been freed.",
            "disputes",
        ),
        (
            "The ministry said the flood had caused the deaths of 2000 people. "
            "The agency said that 900 people had died in the flood.",
            "disputes",
        ),
        ("The mayor said the vote was a success. The union said the vote was far from a success.", "denies"),
        (
            "Russia said it had no part in the burning of the granary. Ukraine accused Russia of burning the granary.",
            "disputes",
        ),
        ("The mayor accused the army of burning the granary. The army said it had no part in it.", "denies"),
        (
            "The police said the attack on the market killed nine. "
            "The mayor said the attack in the morning killed three.",
            "disputes",
        ),
        ("The envoy said a pause was declared. The rebels said no truce was declared.", "denies"),
        ("The rebels said that they had captured the town. The army said that the town had not fallen.", "denies"),
        ("The ministry said prices had risen in March. The union said prices had fallen in March.", "disputes"),
        ("The police said 12 people were killed in the blast. The hospital put the toll at 30.", "disputes"),
        ("Tate said the pledge had been dropped. Morrow said it had not.", "denies"),
        (
            "The president said the situation on the border causes some alarm. "
            "The spokesman said he did not see any threat from the border to the cities of the region.",
            "denies",
        ),
        ("The union said the firm had paid no wages. The firm said that it had.", "disputes"),
        ("The organisers said 40,000 people took part. The police spoke of 9,000.", "disputes"),
        ("Sixty barns burned down, the mayor said. The farmers' union said it was eleven.", "disputes"),
        (
            "The union said 12 per cent had joined the strike. "
            "The ministry said two and a half per cent had joined the strike.",
            "disputes",
        ),
        ("The paper said the ministry had signed the pact. The ministry said it had signed nothing.", "denies"),
        (
            "Police accused the embassy of hiding the thief. The ambassador said his embassy had no part in it.",
            "denies",
        ),
        (
            "The league said guards had beaten inmates. "
            "Asked about it, Tarn said it was a fairy tale spread to frighten people.",
            "disputes",
        ),
        (
            "Norland said that Tark had agreed to reopen the crossing. "
            "The mayor said it was not true that Tark had agreed to reopen the crossing.",
            "denies",
        ),
        (
            "The militia said its units had taken the mill. Asked about the mill, the minister spoke of "
            '"propaganda for domestic consumption".',
            "disputes",
        ),
        ("The school said two teachers were injured. Police put the number of injured at five.", "disputes"),
        ("The governor said nine people had died. Later the governor said the toll had risen to 11.", "revises"),
        ("The mayor said about 120 people were arrested. A lawyer said 60 people were arrested.", "disputes"),
        ("Herders said the raiders came from the hills, which the governor denied.", "denies"),
        ("The guild said thieves used the tunnel, which the mayor disputes.", "disputes"),
        (
            "The rebels said they had captured the fort. A colonel denied that the rebels had captured the fort.",
            "denies",
        ),
    ],
)
def test_rules_link(rules: Coder, text: str, relation: str) -> None:
    assert _relations(rules, text) == [relation]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said troops were in the town. The army said troops were far from the town.",
        "The envoy said the region had a no-fly zone. The army said the region had a fly zone.",
        "The mayor said the valley was a no-go area. The army said the valley was an area for trade.",
        "Russia said it had no part in the burning of the granary. Ukraine accused Russia of shelling the port.",
        "Congo's army said rebels had executed civilians. Its spokesman said soldiers took part in the killings.",
        "Police declined to give a figure. The mayor dismissed the criticism as unfair.",
        "Police refused to be drawn on the raid. The mayor called the claim false.",
        "The bank said prices rose in Dorvel. The army said rebels captured Dorvel.",
        "The mayor said the party had lost in Dorvel. The army said rebels had held Dorvel.",
        "The mayor said thefts had risen again. According to a police report, the number of thefts rose from 70 to 90.",
        "The mayor said thefts had fallen again. According to police, the number of thefts fell from 90 to 70.",
        "The police said 12 people were hurt in the blast. The hospital put the toll at 30.",
        "The police said 12 people were arrested. A lawyer spoke of five more.",
        "The mayor said 40 houses burned down. The minister spoke of 300 of his own men.",
        "The mayor said about 120 people were arrested. A lawyer said 100 people were arrested.",
        "Peru said 40 of its soldiers had been killed. Chile said 12 of its soldiers had been killed.",
        "Peru said it had shot down nine drones. Chile said it had shot down three drones.",
        "The first calf weighed 40 kilos, Moser said. The second weighed 32 kilos, according to Lang.",
        "The army said rebels opened mortar fire at 8 a.m. Villagers said mortar fire was opened at 7.40.",
        "The bank said a loan had been agreed. The army denied that it had shelled the town, calling the report false.",
        "The bank said books had been lost. The guild demanded that the minister resign. An aide ruled that out.",
    ],
)
def test_rules_see_no_conflict(rules: Coder, text: str) -> None:
    assert not {"denies", "disputes", "revises"} & set(_relations(rules, text))


@pytest.mark.parametrize(
    "text",
    [
        "The company said the tanker was carrying oil. The crew said the tanker was not carrying weapons.",
        "The governor said the dam had burst. An engineer said the dam had not burst because of the rain.",
        "The captain said the crew had been rescued. The company said the ship had not been rescued.",
        "The minister said exports had grown. The chamber said exports to the neighbour had not grown.",
        "The airline said the flight had landed. Passengers said the flight had not landed on time.",
        "The spokesman said the president had spoken with the rebels. "
        "A minister said the president had not spoken with the rebels about the oil fields.",
        "Villagers said soldiers had burned the granary. The colonel said his soldiers had not burned any houses.",
        "The company said it had dismissed 200 workers. The union said 1,200 workers had gone on strike.",
        "The army said eight rebels had been killed on Monday. "
        "The army spokesman in the capital said 45 rebels had been killed since January.",
        "A doctor said twenty children had died of measles in the camp. "
        "The ministry said 140 people had died of measles in the province.",
        "The police chief said 300 protesters had gathered in the square. "
        "The organisers said 5,000 people had taken part in the march through the city.",
        "The army said three soldiers were wounded. "
        "A hospital said five wounded soldiers had been admitted since the weekend.",
        "The fire brigade said two people had died in the flat. Neighbours said six people had lived in the flat.",
        "The rebels said they had captured the town. The army said it had captured the hill above the town.",
        "The minister said the talks had begun. The envoy said the first round of talks had ended.",
        "The court said the general was guilty of theft. The lawyer said the general was innocent of murder.",
        "The army said the airport was under its control. "
        "The rebels said the fuel depot near the airport was under their control.",
        "The tribe said the elders supported the pact. The youth of the tribe said they opposed the pact.",
        "The embassy said its consul had been expelled. The ministry said the military attache had been invited back.",
        "The clerk said the mayor had resigned. The party said the mayor had not been asked to resign.",
        "The envoy said both armies had agreed to leave the heights. Herders said the armies had not left the heights.",
        "The club said the team had won the match. A player said the team had not won the first match.",
        "The harbour office said the crane had been inspected. The firm denied having paid for the crane's inspection.",
        "Police said six people had died by midday. A doctor said nine people had died by ten in the evening.",
        "The union said a hundred workers had been dismissed. The firm said two hundred workers had been hired.",
    ],
)
def test_rules_leave_what_one_claim_adds_to_the_other(rules: Coder, text: str) -> None:
    """What holds of a part, of others, of another time or respect contradicts nothing told of the whole."""
    assert not {"denies", "disputes"} & set(_relations(rules, text))
