"""Which claims of one report are linked and which stay apart, through the whole pipeline."""

from __future__ import annotations

import re

import pytest

from vedette import Coder
from vedette.model import Claim, CodedReport, Report

pytestmark = pytest.mark.model

# Report, words in the earlier claim, words in the later one, the relations that are right.
LINKED = {
    "a-claim-dismissed-as-propaganda": (
        "The Houthis said that they had captured three tanks. Saudi Arabia dismissed the claim as propaganda.",
        "had captured", "as propaganda", "disputes denies",
    ),
    "words-called-boasting": (
        "The Houthis wrote that the port was free of soldiers. A navy captain spoke of idle boasting by pirates.",
        "was free", "idle boasting", "disputes denies",
    ),
    "an-account-called-an-overstatement": (
        "Kenya said that four banks had opened. A bishop called this account a considerable overstatement.",
        "had opened", "this account", "disputes denies",
    ),
    "safe-and-unsafe": (
        "The ministry insisted that the water was safe. The doctors said that the water was unsafe.",
        "was safe", "was unsafe", "disputes",
    ),
    "a-quoted-verdict": (
        "A poster on the church door said that the brakes had been cut. "
        "\"A fairy tale,\" said Ana Lund, the mechanic.",
        "had been cut", "fairy tale", "disputes",
    ),
    "denies-what-another-complained-of": (
        "The union complained that the northern gate had been closed. "
        "The owner said that the northern gate had not been closed.",
        "had been closed", "had not been closed", "denies",
    ),
    "repeats-own-words": (
        "President Macron said on Monday that the northern pipeline would be closed for urgent repairs. "
        "Macron repeated on Friday that the northern pipeline would be closed for urgent repairs.",
        "would be closed", "would be closed", "repeats",
    ),
    "agrees-in-the-same-words": (
        "The Turkish foreign minister said that Greek warships had entered Turkish waters near Bodrum. "
        "The Turkish defence ministry also said that Greek warships had entered Turkish waters near Bodrum.",
        "had entered", "had entered", "agrees repeats",
    ),
    "denies-reports-of-it": (
        "Lawyers said that two prisoners had died in the jail. The governor dismissed reports of deaths at the jail.",
        "two prisoners", "reports of deaths", "disputes denies",
    ),
    "revises-a-toll": (
        "Police said on Monday that 12 civilians were killed in the bombing in Kabul. "
        "Police said on Tuesday that 19 civilians were killed in the bombing in Kabul.",
        "12 civilians", "19 civilians", "revises",
    ),
    "disputes-a-toll": (
        "Rebels said that 30 soldiers were killed in the ambush near the dam. "
        "The Yemeni army said that 4 soldiers were killed in the ambush near the dam.",
        "30 soldiers", "4 soldiers", "disputes",
    ),
    "disputes-an-alarm-by-its-owner": (
        "Polish Prime Minister Donald Tusk said that the build-up of troops in Belarus caused alarm. "
        "Belarus said that the Polish prime minister's alarm was unwarranted.",
        "caused alarm", "was unwarranted", "disputes",
    ),
    "disputes-a-concern-told-in-another-word": (
        "Turkish President Recep Tayyip Erdogan said that the drills near the strait were a danger. "
        "Greece said that the Turkish president's concern was groundless.",
        "were a danger", "was groundless", "disputes",
    ),
    "disputes-a-threat-by-seeing-none": (
        "Indian Defence Minister Rajnath Singh said that militants in Pakistan were a threat to the region. "
        "Pakistan said that there was no threat to the region from Pakistan.",
        "were a threat", "no threat", "disputes denies",
    ),
    "denies-by-not-one": (
        "Police said that the crowd had thrown stones. A priest said that not one stone had been thrown.",
        "had thrown stones", "not one stone", "denies",
    ),
    "denies-in-a-quotation": (
        "“Serbia is preparing an attack on our border,” Kosovo's prime minister Albin Kurti said. "
        "“Serbia is not preparing any attack,” Serbian President Aleksandar Vucic said.",
        "is preparing", "is not preparing", "denies disputes",
    ),
    "denies-in-other-words": (
        "Ukraine said that Russia had wrecked the clinic in Sumy. "
        "Russia said that it had not touched any clinic in Sumy.",
        "had wrecked", "had not touched", "denies",
    ),
    "the-movement-is-the-speaker": (
        "Iran said that the Taliban had seized the post at Islam Qala. "
        "Taliban spokesman Zabihullah Mujahid said that the post at Islam Qala was in the hands of the movement.",
        "had seized", "in the hands",
        "agrees",
    ),
    "asserts-what-was-denied": (
        "The Kremlin denied that Russian soldiers were fighting in the valley. "
        "Ukraine said that Russian soldiers were fighting in the valley.",
        "were fighting", "were fighting", "disputes denies",
    ),
    "the-accused-country-denies-the-deed": (
        "Britain accused Russia of poisoning the river. Russia denied poisoning the river.",
        "poisoning", "poisoning", "denies",
    ),
    "the-named-country-denies-talks": (
        "Turkey said that Syria had held talks with the rebels. Syria denied that it had held talks with the rebels.",
        "had held talks", "had held talks", "denies",
    ),
    "agrees-by-confirming": (
        "Ukraine said that Russian troops had withdrawn from the island. "
        "Russia confirmed that its troops had withdrawn from the island.",
        "had withdrawn", "had withdrawn", "agrees",
    ),
    "denies-in-so-many-words": (
        "Azerbaijan said that Armenian forces had shelled a village near the lake. "
        "Armenia denied that its forces had shelled a village near the lake.",
        "had shelled", "had shelled", "denies",
    ),
    "denies-by-a-negation": (
        "Ethiopia said that Sudanese troops had crossed the border. "
        "Sudan said that its troops had not crossed the border.",
        "had crossed", "had not crossed", "denies disputes",
    ),
    "an-accusation-nobody-is-named-to-own": (
        "Colombia accused Venezuela of sheltering guerrillas. Venezuela called the accusation baseless.",
        "sheltering", "baseless", "disputes denies",
    ),
    "a-claim-nobody-is-named-to-own": (
        "The Taliban said that they had captured Kunduz. The Afghan government said that the claim was false.",
        "had captured", "was false", "disputes denies",
    ),
    "an-allegation-rejected": (
        "Washington alleged that Iran was arming the militia in Iraq. Iran rejected the allegation.",
        "was arming", "the allegation", "disputes denies",
    ),
    "a-figure-called-exaggerated": (
        "Kyiv said that 1,000 Russian soldiers were killed in the battle. Moscow said that the figure was exaggerated.",
        "1,000", "was exaggerated", "disputes denies",
    ),
}  # fmt: skip

# As LINKED: what a reader sees at once and the rules do not see yet.
MISSED = {
    "the-threat-stands-as-subject": (
        "President Putin said that the situation on the border with Afghanistan caused concern. "
        "The Taliban said that no danger comes from Afghanistan to its neighbours.",
        "caused concern", "no danger", "disputes denies",
    ),
}  # fmt: skip

# Report, words in the earlier claim, words in the later one: of one matter perhaps, but at peace.
UNLINKED = {
    "another-deed-on-the-same-thing": (
        "The coast guard said that the boat had been towed. "
        "The owner said that the boat had not been insured.",
        "towed", "insured",
    ),
    "none-of-others": (
        "The army said that it had killed six fighters. "
        "The militia said that none of its commanders had been killed.",
        "six fighters", "commanders",
    ),
    "by-night-not-by-day": (
        "The farmers said that the dam had been opened at night. "
        "The company said that the dam was not opened during the day.",
        "at night", "during the day",
    ),
    "beaten-by-others": (
        "The teacher said that the boys had been beaten by guards. "
        "The warden said that the boys had not been beaten by teachers.",
        "by guards", "by teachers",
    ),
    "died-of-something-else": (
        "The clinic said that nine patients had died of cholera. "
        "The ministry said that no patient had died of hunger.",
        "cholera", "hunger",
    ),
    "no-member-of-something-else": (
        "The party said that its members had been arrested. "
        "The police said that no member of parliament had been arrested.",
        "its members", "no member",
    ),
    "hurt-before": (
        "The firm said that two workers had been hurt. "
        "The union said that nobody had been hurt before the new valves came.",
        "two workers", "nobody",
    ),
    "unarmed": (
        "Witnesses said soldiers had entered the mosque. "
        "The army said its soldiers had not entered the mosque armed.",
        "soldiers had entered", "armed",
    ),
    "tons-of-other-things": (
        "The ministry said that 40 tons of flour had reached the camp. "
        "The council said that 15 tons of rice had reached the camp.",
        "flour", "rice",
    ),
    "a-concern-nobody-told": (
        "Russia said that it had sent trucks to Kabul. "
        "The Taliban called the concern unwarranted.",
        "had sent", "concern",
    ),
    "both-promise-deliveries": (
        "Russia said that it would deliver wheat to Egypt. Egypt said that it would deliver cotton to Russia.",
        "wheat", "cotton",
    ),
    "killed-is-not-injured": (
        "The Syrian army said that 8 soldiers were killed in the raid. "
        "The rebels said that 20 soldiers were injured in the raid.",
        "8 soldiers", "20 soldiers",
    ),
    "at-least-allows-more": (
        "The hospital said that at least 20 people were killed in the blast. "
        "The interior ministry said that 23 people were killed in the blast.",
        "20 people", "23 people",
    ),
    "civilians-are-not-doctors": (
        "The United Nations said that 300 civilians were killed in the city. "
        "The Red Cross said that 40 doctors were killed in the city.",
        "300 civilians", "40 doctors",
    ),
    "denies-another-matter": (
        "Sweden said that Russian submarines had entered the bay. "
        "Russia denied that it had cut gas supplies to Germany.",
        "submarines", "gas supplies",
    ),
    "negates-for-another-party": (
        "France said that Libyan rebels had attacked the port. "
        "Algeria said that its army had not attacked the market.",
        "the port", "the market",
    ),
    "calm-elsewhere": (
        "President Rahmon said that the situation on the border caused concern. "
        "President Putin said that the situation in the Caucasus was calm.",
        "caused concern", "was calm",
    ),
    "rejects-another-ones-concern": (
        "Finnish President Sauli Niinisto said that the drills near the border caused concern. "
        "China said that Japan's concern was unwarranted.",
        "caused concern", "was unwarranted",
    ),
    "both-deny": (
        "Iran denied that it had supplied drones to Russia. Russia denied that it had bought drones from Iran.",
        "had supplied", "had bought",
    ),
    "calls-something-else-baseless": (
        "Kenya said that the drought had killed 300 camels. "
        "Uganda said that the rumours about the election were baseless.",
        "the drought", "the election",
    ),
    "one-speaker-two-matters": (
        "President Erdogan said that Turkey would buy missiles from Russia. "
        "Erdogan said that Turkey would not leave the alliance.",
        "would buy", "would not leave",
    ),
    "demand-and-news": (
        "Israel demanded that Hamas release the hostages. Hamas said that 20 hostages were alive.",
        "release", "were alive",
    ),
    "useful-here-and-short-there": (
        "Norway said that the talks in Oslo had been useful. Sweden said that the talks in Stockholm had been short.",
        "useful", "short",
    ),
    "names-the-same-parties-only": (
        "Kenya said that Somalia had sent envoys to Nairobi. Somalia said that it had not sold fish to Kenya.",
        "envoys", "fish",
    ),
    "one-land-two-deeds": (
        "Egypt said that Sudan had opened a school near the border. "
        "Eritrea said that Sudan had not demined the border.",
        "a school", "had not demined",
    ),
    "one-land-two-cargoes": (
        "Poland said that Ukraine had bought silos for its grain. "
        "Hungary said that Ukraine did not buy tractors last winter.",
        "silos", "tractors",
    ),
    "one-deed-two-towns": (
        "Ukraine said that Russia had shelled a school in Kharkiv. Russia said that it had not shelled Kherson.",
        "Kharkiv", "Kherson",
    ),
    "questions-asked-and-not-asked": (
        "A deputy from Lyon said that President Macron would answer the questions of the miners. "
        "A deputy from Nice said that Macron had not asked the dockers any questions.",
        "the miners", "the dockers",
    ),
    "money-spent-on-two-things": (
        "The mayor said that the city had paid $100 million for the bridge. "
        "A paper said that the mayor had paid $750 in taxes on his house.",
        "$100 million", "$750",
    ),
    "a-share-and-a-multiple": (
        "A study said that 82% of suicides involved a gun. A doctor said that guns were 2.6 times more lethal.",
        "82%", "2.6 times",
    ),
    "aboard-and-injured": (
        "The airport said that there were ten passengers aboard the plane. "
        "A report said that one passenger was injured aboard the plane.",
        "ten passengers", "one passenger",
    ),
    "not-on-purpose": (
        "Police said that the driver had driven on the wrong side of the road. "
        "Her mother said that the driver had not purposely driven on the wrong side of the road.",
        "had driven", "not purposely",
    ),
    "an-order-that-does-not-cover": (
        "The government accused the network of breaching its licence. "
        "The network said that the order did not cover its licence.",
        "breaching", "did not cover",
    ),
    "who-demands-has-claimed-nothing": (
        "Germany demanded an explanation from Russia. Russia dismissed the claim from Berlin as groundless.",
        "an explanation", "from Berlin",
    ),
    "an-army-and-a-police": (
        "The mayor said that the army had withdrawn from the valley. "
        "The rebels said that the police had not withdrawn from the valley.",
        "the army had", "the police had",
    ),
    "each-tells-of-its-own-deed": (
        "The coast guard said that it had rescued forty sailors near the reef. "
        "The cooperative said that its boats had not rescued any sailors near the reef.",
        "forty sailors", "any sailors",
    ),
    "two-bodies-of-one-kind": (
        "A mediator said that the Tolari delegation had walked out of the talks on water. "
        "The Emben delegation said that it had not walked out of the talks on water.",
        "had walked", "had not walked",
    ),
    "from-two-towns": (
        "A broadcast said that the fighters had withdrawn from Kara. "
        "A delegate said that the fighters had not withdrawn from Tamsa.",
        "from Kara", "from Tamsa",
    ),
    "not-by-then": (
        "The charity said that the trucks had arrived at the camp. "
        "A doctor said that the trucks had not arrived at the camp by evening.",
        "had arrived", "by evening",
    ),
    "not-the-first-to-fire": (
        "A report said that soldiers had fired on the crowd. The colonel said that soldiers had not fired first.",
        "had fired on", "fired first",
    ),
    "threatened-and-not-killed": (
        "The bishop said that the priest had been threatened by the cartel. "
        "The cartel said that it had not killed the priest.",
        "been threatened", "not killed",
    ),
    "a-gate-and-anybody": (
        "The miners said that the owner had locked the gate. The owner said that he had not locked anybody in.",
        "the gate", "locked anybody",
    ),
    "left-and-right-bank": (
        "An attaché said that the rebels controlled the left bank. "
        "The army said that the army controlled the right bank.",
        "left bank", "right bank",
    ),
    "one-kind-of-toll-two-towns": (
        "Police in Basra said that 5 people were killed in a bombing in Basra. "
        "Police in Mosul said that 9 people were killed in a bombing in Mosul.",
        "5 people", "9 people",
    ),
}  # fmt: skip

# As UNLINKED: what the rules still take for a conflict.


def _code(coder: Coder, text: str) -> CodedReport:
    coded = coder.code(Report.make(text, "2022-03-01"))
    assert not coded.failures
    return coded


def _telling(coded: CodedReport, words: str, *, last: bool = False) -> Claim:
    """Return the shortest claim that holds the words, where they stand first or last in the text."""
    text = coded.report.text
    at = text.rindex(words) if last else text.index(words)
    holding = [c for c in coded.claims if c.content.start <= at < c.content.end]
    assert holding, f"no claim tells {words!r}"
    return min(holding, key=lambda claim: claim.content.end - claim.content.start)


def _relations(coded: CodedReport, before: str, after: str) -> list[str]:
    earlier, later = _telling(coded, before), _telling(coded, after, last=True)
    return [link.relation for link in later.links if link.claim_id == earlier.id]


def _check_linked(coder: Coder, text: str, before: str, after: str, allowed: str) -> None:
    coded = _code(coder, text)
    found = _relations(coded, before, after)
    assert len(found) == 1
    assert found[0] in allowed.split()
    assert sum(len(claim.links) for claim in coded.claims) == 1


def _check_unlinked(coder: Coder, text: str, before: str, after: str) -> None:
    coded = _code(coder, text)
    assert _telling(coded, before) is not _telling(coded, after)
    assert [link.relation for claim in coded.claims for link in claim.links] == []


@pytest.mark.parametrize("case", LINKED)
def test_link_claims_names_the_relation(coder: Coder, case: str) -> None:
    _check_linked(coder, *LINKED[case])


@pytest.mark.xfail(reason="a threat told as subject is not seen", strict=True)
@pytest.mark.parametrize("case", MISSED)
def test_link_claims_does_not_see_yet(coder: Coder, case: str) -> None:
    _check_linked(coder, *MISSED[case])


@pytest.mark.parametrize("case", UNLINKED)
def test_link_claims_leaves_claims_at_peace(coder: Coder, case: str) -> None:
    _check_unlinked(coder, *UNLINKED[case])


@pytest.mark.parametrize(
    "case", ["disputes-a-toll", "the-accused-country-denies-the-deed", "disputes-an-alarm-by-its-owner"]
)
def test_link_claims_says_what_a_claim_answers_and_why(coder: Coder, case: str) -> None:
    text, before, after, _ = LINKED[case]
    coded = _code(coder, text)
    earlier, later = _telling(coded, before), _telling(coded, after, last=True)
    assert later.about == (earlier.id,)
    assert not earlier.about
    link = later.links[0]
    assert re.search(r"@\d$", link.rule)
    assert link.reasons
    for reason in link.reasons:
        assert reason.span is None or text[reason.span.start : reason.span.end] == reason.span.exact


def test_link_claims_points_only_to_earlier_claims_of_the_report(coder: Coder) -> None:
    coded = _code(coder, " ".join(case[0] for case in LINKED.values()))
    place = {claim.id: (claim.evidence or claim.content).start for claim in coded.claims}
    links = [(claim, link) for claim in coded.claims for link in claim.links]
    assert len(links) >= 8
    for claim, link in links:
        assert place[link.claim_id] <= place[claim.id]
        assert link.claim_id != claim.id
    assert _code(coder, coded.report.text).claims == coded.claims


def test_link_claims_finds_nothing_to_link_in_a_report_without_claims(coder: Coder) -> None:
    assert _code(coder, "Snow fell on the pass. The road was closed.").claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The union said police had beaten the drivers. The police said they had beaten nobody in her presence.",
        "The agency said forty trucks had reached the camp. Refugees said that no medicine had reached the camp.",
        "The governor said most of the district was under his control. The rebels said they held two villages.",
        "The ministry said twelve rebels had surrendered. The rebels said that twelve soldiers had surrendered.",
    ],
)
def test_what_is_denied_of_a_part_or_a_circumstance_leaves_the_rest_open(coder: Coder, text: str) -> None:
    coded = _code(coder, text)
    assert len(coded.claims) == 2
    assert all(link.relation not in ("denies", "disputes") for claim in coded.claims for link in claim.links)


@pytest.fixture(scope="module")
def rules() -> Coder:
    return Coder(fast=True)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said talks had taken place in Oru. The minister said no talks had taken place on the border.",
        "The rebels said that the palace was under their control. The army said that the station was in its hands.",
        "The president said the treaty had been signed. The speaker said the treaty had not been ratified.",
        "The panel said ballots from cities had been counted. The clerk said ballots from farms had not been counted.",
        "The union said nurses of public clinics will strike. The guild said those of private clinics will not strike.",
        "The envoy said the road was open to buses. The police said the road was not open to tankers.",
        "The agency said fever had spread to four villages. The clinic said fever had not spread to all villages.",
        "The aide said the judge wanted to retire. The court said the judge had not retired.",
        "The council said it had voted to close the mine. The owner said the mine had not been closed.",
        "The bank said prices had risen by nine per cent. The minister said prices had not risen by twelve per cent.",
        "The nurse said the men spoke a foreign tongue. The guard said he had not understood the tongue they spoke.",
        "The army said it would leave if the truce held. The rebels said it would not leave unless it was beaten.",
        "Police used water cannon to clear it, the mayor said. Witnesses said police used no rifles to clear it.",
    ],
)
def test_rules_alone_see_no_conflict(rules: Coder, text: str) -> None:
    """The encoder still does: it knows neither stages nor places apart."""
    coded = _code(rules, text)
    assert len(coded.claims) >= 2
    assert not [link for claim in coded.claims for link in claim.links]
