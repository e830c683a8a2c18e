"""What is a denial, of which happening it is, and what a speaker makes of those who were hit."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

TOLD = "Russian drones hit a market in the Ukrainian town of Izium on Monday, killing three people, the governor said. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def claims_on(reader: Reader, text: str, place: str, source: str = "a news site") -> list[Claim]:
    """The claims of a report on what was done at a place."""
    read = reader.read(Report("r1", source, None, "What happened this week", text, "2025-03-12", "en"))
    return [c for c in read.claims if c.place and c.place.name == place]


@pytest.mark.parametrize(
    "denial",
    [
        "Russia denied that its forces were responsible.",
        "Moscow said it knew nothing about it.",
        "Reports of a hit on a market do not correspond to reality, the Russian defence ministry said.",
        'Russia called the report "a movie".',
        "The Kremlin said that its army had no part in it.",
        "The Russian Embassy said there was no proof that the drones were Russian.",
        "Moscow said there was no unit of ours within forty kilometres of that place.",
        "Moscow said it had no forces there.",
        '"It was not us," the Kremlin said.',
        "Russia's defence ministry rejects the accusation: its men were chasing scouts who had fired first.",
        "The announcement that a market had been hit was premature, the Russian defence ministry said.",
        "The Kremlin said that news of a hit on a market was wrong.",
        "Russia's defence ministry termed the charge baseless.",
        "Drones were not used at any stage, Russia's defence ministry said.",
        "Moscow brought a categorical denial to the rumours of a strike.",
        "Russia said its troops had been 40 kilometres away.",
        "Moscow said its forces had at no moment fired on the town.",
        "The Kremlin maintained that nobody had been bombed there.",
    ],
)
def test_what_was_told_is_denied(reader: Reader, denial: str) -> None:
    found = claims_on(reader, TOLD + denial, "Izium")
    assert [c.stance for c in found if c.side == "Russia"] == ["denies"]


@pytest.mark.parametrize(
    "near_miss",
    [
        'Moscow said that it does not negotiate with "terrorists".',
        '"We are not going to return to the war," the Kremlin said.',
        "Moscow calls upon the media to refrain from airing enemy propaganda.",
        "Moscow denies that its troops kill prisoners.",
        "Russia denies arming the rebels.",
        "A farmer said his field was 40 kilometres away.",
        "The suspects have not been arrested, police said.",
        "Russia called the strike a show of force.",
        "Izium is in parts of the Kharkiv region that are disputed by Moscow and Kyiv.",
        "None of its sailors was hurt, the Russian navy said.",
        "Moscow said it had no plans for talks.",
        "It would be premature to say who had done it, the Kremlin said.",
        "Reports that 40 had died in Izium were exaggerated, the Kremlin said.",
        "The announcement that a market had been hit was not premature, the Kremlin said.",
    ],
)
def test_what_somebody_never_does_or_what_he_was_spared_denies_no_deed(reader: Reader, near_miss: str) -> None:
    assert all(c.stance != "denies" for c in claims_on(reader, TOLD + near_miss, "Izium"))


def test_the_weapon_that_a_denial_names_says_of_which_deed_it_is(reader: Reader) -> None:
    two = (
        "Rebels laid a mine that blew up a bus near Sumy on Monday, killing four people, police said. "
        "Russian drones hit a school in Odesa on Monday, killing two people, the mayor said. "
    )
    denial = "The Russian defence ministry denied that drones had been used."
    assert any(c.stance == "denies" for c in claims_on(reader, two + denial, "Odesa"))
    assert not any(c.stance == "denies" for c in claims_on(reader, two + denial, "Sumy"))


@pytest.mark.parametrize(
    ("denial", "place"),
    [
        ("Moscow denied that its drones had hit a hospital.", "Sumy"),
        ("Moscow rejected accusations that its drones had hit patients in the north.", "Sumy"),
        ("Kyiv denied that its drones had struck a market.", "Belgorod"),
    ],
)
def test_a_denial_that_tells_a_deed_is_of_the_one_that_its_speaker_is_accused_of(
    reader: Reader, denial: str, place: str
) -> None:
    two = (
        "Ukraine said Russian drones hit a hospital in Sumy on Monday, killing two. "
        "Russia said Ukrainian drones hit a market in Belgorod on Tuesday.\n\n"
    )
    denied = {p for p in ("Sumy", "Belgorod") for c in claims_on(reader, two + denial, p) if c.stance == "denies"}
    assert denied == {place}


@pytest.mark.parametrize(
    ("witness", "heard"),
    [
        ('"They did not even look," a market woman said.', True),
        ('"It fell out of a clear sky," said Marko Dudnyk.', True),
        ("Marko Dudnyk said that prices had gone up.", False),  # no words of his own
        ('"We are concerned," the aid agency said.', False),
        ('"We are concerned," residents said.', False),
    ],
)
def test_a_witness_quoted_in_a_paragraph_of_his_own_speaks_of_the_deed_before(
    reader: Reader, witness: str, heard: bool
) -> None:
    found = [c.by for c in claims_on(reader, f"{TOLD}\n\n{witness}", "Izium") if c.by != "governor"]
    assert bool(found) is heard


def test_a_sides_own_paper_denies_in_its_own_words(reader: Reader) -> None:
    source = "Russian Ministry of Defence"
    said = "Our forces took the village of Siversk on Monday. {} The fighting at Siversk goes on."
    denial = said.format("The reports on the shooting of prisoners in Izium are fake.")
    assert [c.stance for c in claims_on(reader, denial, "Izium", source)] == ["denies"]
    assert claims_on(reader, said.format("The reports from Izium are good."), "Izium", source) == []


def test_who_insists_that_he_holds_a_place_denies_that_it_was_taken_though_another_tells_it(reader: Reader) -> None:
    told = "Russian troops captured the town of Siversk on Monday, Moscow said. "
    held = 'At Siversk, which Moscow says it has captured, Kyiv insists its men "retain all their positions".'
    found = claims_on(reader, told + held, "Siversk")
    assert "denies" in [c.stance for c in found if c.side == "Ukraine"]


@pytest.mark.parametrize(
    ("remark", "side", "hit"),
    [
        ("Russia's defence ministry said that the building had served as a barracks.", "Russia", ("military",)),
        ('Russia\'s defence ministry said the hall had housed "foreign instructors".', "Russia", ("military",)),
        ("Moscow said the dead were soldiers.", "Russia", ("military",)),
        ("Villagers said that none of the dead was armed.", None, ("people",)),
        ("Residents said they knew of no fighters in the town.", None, ("people",)),
        ("Residents said the hall was used as a shelter.", None, ()),
    ],
)
def test_what_a_remark_makes_of_those_who_were_hit(
    reader: Reader, remark: str, side: str | None, hit: tuple[str, ...]
) -> None:
    found = [c for c in claims_on(reader, TOLD + remark, "Izium") if c.side == side and c.by and c.by != "governor"]
    assert [c.against for c in found] == [hit]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Marko Dudnyk, a lawyer, disputed the army's version of the strike.", "asserts"),
        ("Moscow disputed the governor's version of the strike.", "denies"),
        ("Marko Dudnyk, a lawyer, denied the strike.", "denies"),
    ],
)
def test_who_did_not_do_it_and_disputes_an_account_tells_his_own(reader: Reader, words: str, stance: str) -> None:
    found = claims_on(reader, TOLD + words, "Izium")
    assert [c.stance for c in found if c.by in ("Marko Dudnyk", "Moscow")] == [stance]


STRUCK = "Residents said that army drones hit a clinic in the Malian town of Kidal on Sunday. "


@pytest.mark.parametrize(
    "denial",
    [
        "The army denied that it had hit a clinic, saying its drones had struck a rebel ammunition depot.",
        "The army denied hitting a clinic, saying that it had destroyed a rebel barracks.",
        "The army denied it had hit a clinic; it said that it had destroyed a rebel base.",
    ],
)
def test_what_somebody_says_that_he_hit_instead_is_his_own_word(reader: Reader, denial: str) -> None:
    own = {c.stance: c for c in claims_on(reader, STRUCK + denial, "Kidal") if c.side == "Mali"}
    assert "military" not in own["denies"].against
    assert own["asserts"].against == ("military",)
    assert own["asserts"].actor == ("Mali",)


@pytest.mark.parametrize(
    "denial",
    [
        "The army denied that it had hit a clinic, saying no drones had flown near its barracks.",
        "The army denied that it had hit a clinic, saying that JNIM had used the clinic as a barracks.",
    ],
)
def test_who_denies_a_deed_and_tells_of_another_hand_did_nothing(reader: Reader, denial: str) -> None:
    own = [c for c in claims_on(reader, STRUCK + denial, "Kidal") if c.side == "Mali"]
    assert {c.stance for c in own} == {"denies"}


def test_who_denies_a_deed_and_counts_no_dead_asserts_nothing(reader: Reader) -> None:
    read = claims_on(reader, STRUCK + "The army denied the strike. No civilians died, it said.", "Kidal")
    assert [c.stance for c in read if c.side == "Mali"] == ["denies"]


@pytest.mark.parametrize(
    "denial",
    [
        "Pakistan's military said on Tuesday that its jets had carried out no strikes in Khost on Monday.",
        "Pakistan's military said its jets had not bombed Khost.",
        '"We did not strike any mosque in Khost. These claims are lies," Pakistani military spokesman Ali Raza said.',
        '"No strikes were carried out in Khost on Monday," the Pakistani military said.',
        "The Pakistani military on Tuesday called reports of a strike on a mosque in Khost fake.",
    ],
)
def test_a_denial_that_alone_tells_of_a_deed_in_a_town_is_kept(reader: Reader, denial: str) -> None:
    assert [(c.side, c.stance) for c in claims_on(reader, denial, "Khost")] == [("Pakistan", "denies")]


@pytest.mark.parametrize(
    "near_miss",
    [
        "The governor of the Sumy region in Ukraine said no strikes had been recorded in Izium on Monday.",
        "No drones hit Izium on Monday, Ukrainian officials said.",
        "The Russian army said its troops had not yet entered Izium.",
    ],
)
def test_who_tells_that_nothing_was_done_in_his_town_tells_no_deed(reader: Reader, near_miss: str) -> None:
    assert not claims_on(reader, near_miss, "Izium")


def test_who_denied_a_deed_and_speaks_of_it_denies_it(reader: Reader) -> None:
    words = "Russia, which denied hitting the clinic in Izium, said the building was struck by Ukrainian artillery."
    assert {c.stance for c in claims_on(reader, words, "Izium") if c.side == "Russia" and "Russia" in c.actor} <= {
        "denies"
    }


@pytest.mark.parametrize(
    ("words", "hit"),
    [
        ("Moscow said those killed in Monday's strike on Izium were Ukrainian fighters, not civilians.", "military"),
        ("Moscow said the dead in Monday's strike on Izium were not civilians but militants.", "military"),
        ("Residents said those killed in Monday's strike on Izium were traders.", "people"),
        ("The mayor said those killed in Monday's strike on Izium were not fighters.", None),
    ],
)
def test_who_those_were_that_a_strike_killed_says_what_was_hit(reader: Reader, words: str, hit: str | None) -> None:
    (claim,) = claims_on(reader, words, "Izium")
    assert ("military" in claim.against, "people" in claim.against) == (hit == "military", hit == "people")


@pytest.mark.parametrize(
    "silence",
    [
        "Kremlin spokesman Dmitry Peskov said on Tuesday he had no information about a strike on a clinic in Izium.",
    ],
)
def test_who_is_silent_on_a_deed_names_what_was_hit(reader: Reader, silence: str) -> None:
    found = claims_on(reader, silence, "Izium")
    assert [(c.side, c.stance, c.against) for c in found] == [("Russia", "no_comment", ("hospital",))]


def test_that_there_was_no_fighting_before_denies_no_bombs(reader: Reader) -> None:
    text = TOLD + '"There was no fighting, but they came and bombed the market," Oleh Petrenko, a trader, said.'
    assert "denies" not in {c.stance for c in claims_on(reader, text, "Izium")}


SHELLED = "Six people died on Sunday when shells fell on a camp in Goma, a doctor said."
ELSEWHERE = " A bomb wounded two girls in Kiwanja on Sunday, a teacher said."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The army accused the M23 of having fired. The rebels rejected the accusation.", {"M23": "denies"}),
        ("The army accused the M23 of firing from hills above Sake. The rebels rejected it.", {"M23": "denies"}),
        ("The army said the M23 had fired from Sake. The rebels rejected the accusation.", {"M23": "denies"}),
        ("The army blamed the M23. The rebels denied it.", {"M23": "denies"}),
        ("The army accused the M23 of having fired on Sake.", {}),
        ("The army accused the M23 of having fired first.", {}),
    ],
)
def test_a_denial_right_behind_an_accusation_is_of_that(reader: Reader, words: str, told: dict[str, str]) -> None:
    claims = claims_on(reader, f"{SHELLED}\n\n{words}\n\n{ELSEWHERE}", "Goma")
    assert {c.side: c.stance for c in claims if c.side == "M23"} == told
    assert any("M23" in c.actor for c in claims) == bool(told)


def test_who_is_accused_says_from_where_it_came(reader: Reader) -> None:
    words = "The army blamed the M23. The rebels denied it. According to the M23, the shells came from an army base."
    claims = claims_on(reader, f"{SHELLED} {words}", "Goma")
    state = "Democratic Republic of the Congo"
    assert {(c.side, c.stance, c.actor) for c in claims if c.side} == {
        (state, "asserts", ("M23",)),
        ("M23", "denies", ()),
        ("M23", "asserts", (state,)),
    }


def test_somebody_who_knows_the_place_denies_that_it_fell(reader: Reader) -> None:
    taken = "Russia's defence ministry said on Monday that its forces had captured Zarichne in Ukraine. "
    for word, stance in [("had not fallen", "denies"), ("lies in ruins", "asserts")]:
        claims = claims_on(
            reader, f"{taken}DeepState, a project that maps the front, said the village {word}.", "Zarichne"
        )
        assert [c.stance for c in claims if c.by == "DeepState"] == [stance]
