"""Reports as web pages print them: pictures and whose they are, links to other stories, datelines, lands as labels."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader
from fogline.read.sentences import sentences
from fogline.read.title_case import only_set_so


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def report(text: str, title: str = "Shells fall on a town") -> Report:
    return Report("r1", "a news site", None, title, text, "2025-03-10", "en")


def read(reader: Reader, text: str, title: str = "Shells fall on a town") -> tuple[Claim, ...]:
    return reader.read(report(text, title)).claims


STORY = "Two shells fell on the market of the town on Sunday, the mayor said."


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("A burnt-out lorry on the road to the port. (Supplied)", "caption"),
        ("Soldiers on patrol near the border in March 2019. (photo credit: ANNA WRITER/AGENCY)", "caption"),
        ("Members of the guard in a file photo.", "caption"),
        ("The market the day after. — Photo by Anna Writer", "caption"),
        ("Photo credit: File | The Paper", "caption"),
        ("Read: How the port was lost", "tail"),
        ("Leave a Reply", "tail"),
        ("Story code : 2018", "tail"),
        ("Readers of the paper were shelled on Sunday as they queued.", "body"),
        ("The photo by which he was known showed the harbour before the war.", "body"),
        ("They held on to the credit: nine houses, a mill and the road to the port, which was shelled.", "body"),
    ],
)
def test_what_stands_around_a_story_is_told_apart(line: str, part: str) -> None:
    found = [s.part for s in sentences(report(f"{STORY}\n\n{line}"))]
    assert found[2:] == [part] * (len(found) - 2)


def test_what_a_line_at_the_head_describes_that_a_credit_follows_is_a_caption() -> None:
    text = f"Soldiers patrol the Lamu border.\n\nPhoto credit: File | The Paper\n\n{STORY}"
    assert [s.part for s in sentences(report(text))] == ["headline", "caption", "caption", "body"]


def test_what_a_story_ends_with_before_a_credit_is_none() -> None:
    text = f"{STORY}\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\nThe road is shut.\n\nPhoto: Anna Writer"
    assert [s.part for s in sentences(report(text))][-2:] == ["body", "caption"]


def test_neither_captions_nor_links_tell_of_anything(reader: Reader) -> None:
    text = (
        "Gunmen killed two farmers in Kolofata on Sunday, a resident said.\n\n"
        "Read: Boko Haram seizes the town of Banki in Nigeria\n\n"
        "Kenyan soldiers attacked a camp near Garissa in 2021. (Supplied)"
    )
    assert {c.place.name for c in read(reader, text) if c.place} == {"Kolofata"}


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("Maputo — Gunmen killed two farmers in Macomia.", "Maputo — "),
        ("Port Sudan – Two shells fell on the market.", "Port Sudan – "),
        ("RAWALPINDI (AGENCY); Two shells fell on the market.", "RAWALPINDI (AGENCY); "),
        ("MOSCOW, March 10 (TASS). Two shells fell on the market.", "MOSCOW, March 10 (TASS). "),
        ("Port Sudan, 9 March 2025. Two shells fell on the market.", "Port Sudan, 9 March 2025. "),
        ("Goma, 9 March. Two shells fell on the market.", ""),
        ("Goma, 9 March 2025. Two shells fell.\n\nSake, 10 March 2025. A mine went off.", ""),
        ("In Goma, 9 March 2025 was a day of shells. Two fell on the market.", ""),
        ("Monday — Two shells fell on the market.", ""),
        ("Maputo — Two shells fell.\n\nBeira — A mine went off.", ""),
        ("The shells — two of them — fell on the market.", ""),
        ("Maputo — where two shells fell — was quiet.", ""),
    ],
)
def test_a_town_before_a_dash_says_where_a_story_was_filed(text: str, filed: str) -> None:
    found = [s.text for s in sentences(report(text)) if s.part == "byline"]
    assert found == ([filed] if filed else [])


@pytest.mark.parametrize(
    ("title", "voice"),
    [
        ("Sudan: Drone strike kills nine in Kosti", None),
        ("Philippines: Drone strike kills nine in Kosti", None),
        ("Drone strike kills nine in Kosti - Sudan", None),
        ("DR Congo: Drone strike kills nine in Kosti", None),
        ("Sudanese army: Drone strike kills nine in Kosti", "army"),
        ("Doctors' union: Drone strike kills nine in Kosti", None),
    ],
)
def test_the_land_that_a_headline_is_about_does_not_speak(reader: Reader, title: str, voice: str | None) -> None:
    text = "A drone hit the town of Kosti on Sunday, killing nine people. The power station burned."
    voices = {c.by for c in read(reader, text, title) if c.by != "a news site"}
    assert any(voice in by for by in voices) if voice else not voices & {"Sudan", "Philippines", "DR Congo"}


@pytest.mark.parametrize(
    ("title", "name", "only"),
    [
        ("North Darfur Villagers Flee Militia Attack", "Villagers Flee Militia", True),
        ("Darfur villagers flee Free Valley Militia attack", "Free Valley Militia", False),
        ("Free Valley Militia Attacks Darfur Village", "Free Valley Militia", False),
    ],
)
def test_capitals_of_a_headline_make_no_name(title: str, name: str, only: bool) -> None:
    text = report("The Free Valley Militia came at dawn.", title).full_text
    at = text.find(name)
    assert only_set_so(text, at, at + len(name)) is only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Armenia violated the ceasefire near Jermuk on Sunday, shelling an army post, Azerbaijan said.", "agreement"),
        ("The rebels broke the truce in Kidal on Sunday, shelling an army post, the army said.", "agreement"),
        ("The army accused the M23 of breaching a truce in Masisi on Sunday.", "agreement"),
    ],
)
def test_a_truce_that_is_broken_is_none_that_was_made(reader: Reader, text: str, kind: str) -> None:
    assert kind not in {c.type for c in read(reader, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The army and the rebels signed a truce in Doha on Sunday.",
        "Armenia and Azerbaijan agreed a ceasefire in Moscow on Sunday after violating the last one.",
    ],
)
def test_a_truce_that_was_made_is_one(reader: Reader, text: str) -> None:
    assert "agreement" in {c.type for c in read(reader, text)}


def test_a_coup_in_a_land_that_its_officers_announce_is_read(reader: Reader) -> None:
    text = "Officers in Guinea said on Sunday that they had carried out a coup and closed the borders."
    assert "mutiny" in {c.type for c in read(reader, text, "A coup has taken place in Guinea")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked the CRPF camp in Jiribam on Sunday, wounding two soldiers.", "Jiribam"),
        ("Militants attacked the Peshmerga in Kifri on Sunday, killing five of them.", "Kifrī"),
        ("Gunmen attacked Kalma camp near Nyala on Sunday, killing five people.", "Kalma camp"),
    ],
)
def test_a_force_is_no_place(reader: Reader, text: str, place: str) -> None:
    assert {c.place.name for c in read(reader, text) if c.place} == {place}


SHOT = "Gunmen shot five farmers dead in Nahuche on Sunday. "


@pytest.mark.parametrize(
    "text",
    [
        '"They did not fire a shot in the air, they came to kill," said Kasim Bello, a farmer.',
        '"I got away, but the others were not so lucky," said Aisha Bello, a resident.',
        "At least five bodies were lying in the road, witnesses said.",
    ],
)
def test_what_a_witness_says_that_others_did_not_do_denies_nothing(reader: Reader, text: str) -> None:
    assert {c.stance for c in read(reader, SHOT + text)} == {"asserts"}


@pytest.mark.parametrize(
    "text",
    [
        "The army said that they had not been in Nahuche.",
        "Kasim Bello, a spokesman for the army, said it was not so.",
        "The army said the villagers were lying about it.",
    ],
)
def test_what_the_accused_says_denies(reader: Reader, text: str) -> None:
    told = "Soldiers shot five farmers dead in Nahuche in Nigeria on Sunday, residents said. "
    assert "denies" in {c.stance for c in read(reader, told + text)}


@pytest.mark.parametrize(
    ("text", "not_heard"),
    [
        ("He said two cars were hit in the blast — a police van and a Toyota Corolla.", "Toyota"),
        ("Police and crowds clashed in Gujarat and Karnataka states, while trains were stopped.", "Karnataka"),
        ("The minister spoke with the mayor of Quetta on Sunday, announcing military aid for the town.", "military"),
    ],
)
def test_what_is_named_beside_a_verb_does_not_speak(reader: Reader, text: str, not_heard: str) -> None:
    told = "A bomb went off at a police post in Quetta on Sunday, killing two people, an officer said. "
    assert not any(not_heard in c.by for c in read(reader, told + text))
