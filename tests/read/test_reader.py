"""What is read out of whole reports, and the law that nothing is without a source."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fogline.merge import merge
from fogline.model import Claim, Event, Report
from fogline.read import Reader

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "reader_cases.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def report(title: str, text: str, published: str | None = "2024-09-08") -> Report:
    return Report("r1", "a news site", None, title, text, published, "en")


def events_of(reader: Reader, told: Report) -> tuple[Event, ...]:
    reading = reader.read(told)
    return merge([told], reading.claims, reading.links).events


def fits(event: Event, wanted: dict[str, Any]) -> bool:
    """Whether an event is the wanted one, in every field that the case names."""
    figures: dict[str, list[tuple[int, int | None]]] = {}
    for claim in event.claims:
        for name, figure in claim.figures.items():
            figures.setdefault(name, []).append((figure.low, figure.high))
    checks = [
        event.type == wanted["type"],
        event.status == wanted.get("status", "occurred"),
        "place" not in wanted or (event.place is not None and event.place.name == wanted["place"]),
        "date" not in wanted or (event.date is not None and event.date.iso() == wanted["date"]),
        *(set(getattr(event, key)) == set(wanted[key]) for key in ("actor", "target", "weapon") if key in wanted),
        *(set(wanted[key]) <= set(getattr(event, key)) for key in ("against", "effects") if key in wanted),
        *(
            (low, None if high == "open" else high) in figures.get(name, [])
            for name, (low, high) in wanted.get("figures", {}).items()
        ),
    ]
    return all(checks)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_report_tells_what_a_careful_coder_reads_in_it(reader: Reader, case: dict[str, Any]) -> None:
    found = events_of(reader, report(case["title"], case["text"], case["published"]))
    shown = [(e.type, e.status, e.place and e.place.name, e.date and e.date.iso(), e.actor, e.target) for e in found]
    for wanted in case["events"]:
        assert any(fits(event, wanted) for event in found), (wanted, shown)
    if case.get("only", True):
        assert len(found) == len(case["events"]), shown


def test_a_report_that_contradicts_itself_is_a_dispute(reader: Reader) -> None:
    told = report(
        "Drones over the capital",
        "Russia said three drones were shot down over Moscow early on Sunday. No injuries were reported.\n\n"
        "One of the drones that attacked Moscow on Sunday injured a guard at an office tower, the mayor said.",
    )
    found = [e for e in events_of(reader, told) if e.place and e.place.name == "Moscow"]
    assert len(found) == 1
    assert "injured" in found[0].disputed


def test_a_campaign_of_weeks_is_not_at_the_town_that_was_named_last(reader: Reader) -> None:
    told = report(
        "Ministry on its strikes",
        "Two people were killed when a missile hit a school in Poltava on Saturday, the governor said.\n\n"
        "Russian forces have carried out strikes on Ukrainian energy plants in recent weeks, the ministry said.",
    )
    found = events_of(reader, told)
    assert [e.place and e.place.name for e in found if "energy" in e.against] == [None]


def test_a_town_and_its_quarter_in_one_sentence_are_one_happening(reader: Reader) -> None:
    told = report(
        "Drones over the capital",
        "Two drones flew at Kyiv before dawn on Sunday and one of them crashed into a block of flats in the Kyiv-City "
        "business district, officials said.",
    )
    assert [e.place and e.place.name for e in events_of(reader, told)] == ["Kyiv"]


def test_a_vow_is_linked_to_what_it_answers(reader: Reader) -> None:
    told = report(
        "Minister vows reply",
        "Ukraine's president vowed on Sunday to strike back in response to a missile attack on Odesa a day earlier.",
    )
    reading = reader.read(told)
    kinds = {c.id: c.type for c in reading.claims}
    assert [(kinds[link.later], kinds[link.earlier]) for link in reading.links] == [
        ("threat", "missile_artillery_attack")
    ]


def test_without_a_publication_date_days_that_need_one_are_left_open(reader: Reader) -> None:
    told = report("Shells fall", "Shells hit the town of Nikopol on Monday, killing two people, the mayor said.", None)
    reading = reader.read(told)
    assert reading.claims
    assert all(claim.date is None for claim in reading.claims)
    assert reading.warnings == ("no publication date: dates that need one are left open",)


def test_reading_twice_gives_the_same_claims(reader: Reader) -> None:
    told = report(CASES[0]["title"], CASES[0]["text"], CASES[0]["published"])
    assert reader.read(told) == reader.read(told)


# What the words of a day or a count say beyond the value: the half of the day, the kind of people counted.
MARK = re.compile(r"when:(?:am|pm)|(?:killed|injured|missing):(?:children|women|civilians|soldiers|helpers)")


def values_with_spans(claim: Claim) -> list[str]:
    """The keys under which the spans of a claim's values must stand."""
    keys = ["what"]
    keys += ["where"] if claim.place else []
    keys += ["when"] if claim.date else []
    for role in ("actor", "target", "against", "weapon", "effects"):
        for position, value in enumerate(getattr(claim, role)):
            keys.append(role if position == 0 else f"{role}:{value}")
    return keys + list(claim.figures)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_every_value_points_at_words_of_its_report(reader: Reader, case: dict[str, Any]) -> None:
    told = report(case["title"], case["text"], case["published"])
    for claim in reader.read(told).claims:
        assert told.full_text[claim.sentence_start :].startswith(claim.sentence)
        for key in values_with_spans(claim):
            start, end = claim.spans[key]
            assert 0 <= start < end <= len(told.full_text), key
            assert told.full_text[start:end].strip(), key
        marked = {key: span for key, span in claim.spans.items() if MARK.fullmatch(key)}
        assert all(span == claim.spans[key.partition(":")[0]] for key, span in marked.items())
        assert set(claim.spans) - set(marked) <= {*values_with_spans(claim), "said"}


def test_what_a_heading_counts_is_no_second_word_beside_a_speakers(reader: Reader) -> None:
    told = report(
        "At least 12 dead in strike on Kharkiv",
        "Russian missiles struck a clinic in Kharkiv on Saturday, killing 14 people, the regional governor said.",
    )
    (event,) = events_of(reader, told)
    assert [claim.figures["killed"].low for claim in event.claims] == [14]


def test_who_is_heard_in_a_heading_alone_is_no_voice_beside_who_speaks_below(reader: Reader) -> None:
    text = "Russian missiles struck a clinic in Kharkiv on Saturday, killing 14 people, {}."
    for source, heard in (("the regional governor said", False), ("and injured nine", True)):
        told = report("Residents report strike on Kharkiv", text.format(source))
        (event,) = events_of(reader, told)
        assert ("residents" in {claim.by.lower() for claim in event.claims if claim.by}) is heard


def test_who_owns_up_and_calls_it_an_answer_owns_the_deed_and_not_what_it_answers(reader: Reader) -> None:
    text = (
        "Three people were killed on Friday in an Israeli air strike on Khan Younis. On Saturday two rockets from "
        "Gaza hit Sderot. Palestinian Islamic Jihad claimed responsibility and called it {} in Khan Younis."
    )
    for words, owned in (("a reply to the air strike", {"Sderot"}), ("a duty", {"Sderot"})):
        events = events_of(reader, report("Rockets hit Sderot", text.format(words)))
        voices = {(e.place.name, c.side) for e in events if e.place for c in e.claims}
        assert {place for place, side in voices if side == "Palestinian Islamic Jihad"} == owned


def test_deaths_of_another_town_are_not_counted_for_the_strike_told_before(reader: Reader) -> None:
    told = report(
        "Strike on Kharkiv",
        "Russian missiles struck a clinic in Kharkiv on Saturday, killing 14 people, the regional governor said.\n\n"
        "In Odesa three people drowned.",
    )
    (event,) = events_of(reader, told)
    assert {claim.figures["killed"].low for claim in event.claims} == {14}


def disputed(reader: Reader, text: str, title: str = "What happened in Sudan") -> dict[str, tuple[str, ...]]:
    """The disputed fields of each event, by its type."""
    return {event.type: event.disputed for event in events_of(reader, report(title, text))}


MARKET = (
    "Shelling killed nine people at the livestock market of El Fasher on Friday, a medic said.\n\n"
    "The army accused the RSF of firing heavy artillery at the market from the east of the city.\n\n"
)


def test_another_hand_and_weapon_for_the_thing_hit_are_a_dispute_and_no_second_event(reader: Reader) -> None:
    told = MARKET + 'The RSF denied it. "The army\'s warplanes bombed the market," a spokesman of the RSF said.'
    assert set(disputed(reader, told)) == {"missile_artillery_attack"}
    assert "actor" in disputed(reader, told)["missile_artillery_attack"]


def test_another_thing_hit_by_another_hand_is_an_event_of_its_own(reader: Reader) -> None:
    told = MARKET + "On Saturday the army's warplanes bombed a camp at Nyala, killing four people, the RSF said."
    assert set(disputed(reader, told)) == {"missile_artillery_attack", "air_drone_strike"}


def test_what_is_told_again_with_too_little_is_the_event_told_above(reader: Reader) -> None:
    told = (
        "Russian shells hit a bakery in Nikopol on Friday, killing three people, the mayor said.\n\n"
        "The governor, Serhiy Petrenko, said the artillery had fired at half past ten, when people were queueing."
    )
    (event,) = events_of(reader, report("Shells kill three in Nikopol", told))
    assert {claim.by for claim in event.claims} >= {"Serhiy Petrenko"}


def test_what_a_side_never_does_denies_nothing_that_it_did(reader: Reader) -> None:
    told = "Russian drones hit a clinic in Sumy on Friday, killing two people, the mayor said. "
    told += "Moscow denies targeting civilians."
    assert disputed(reader, told, "Drones kill two in Sumy") == {"air_drone_strike": ()}


def test_that_nobody_was_arrested_denies_no_protest(reader: Reader) -> None:
    told = "Several hundred people marched in Kyiv on Friday to protest against the budget. "
    told += "Nobody was arrested, police said."
    assert disputed(reader, told, "Hundreds march in Kyiv") == {"protest": ()}


def test_that_no_vessel_was_hit_denies_no_attack(reader: Reader) -> None:
    told = "Ukrainian drones attacked the port of Novorossiysk on Monday. No vessels were hit, Russia's navy said."
    assert {claim.stance for claim in reader.read(report("What was told", told)).claims} == {"asserts"}


def test_silence_is_on_what_the_report_is_about_or_on_what_it_names(reader: Reader) -> None:
    told = "A Russian drone hit a clinic in Sumy on Monday, killing four people, the mayor said.\n\n"
    told += "Police detained two looters in Lviv on Monday.\n\nMoscow has not commented."
    silent = [claim for claim in reader.read(report("What was told", told)).claims if claim.stance == "no_comment"]
    assert [claim.type for claim in silent] == ["air_drone_strike"]
    told = told.replace("Moscow has", "Germany promised Ukraine ten tanks on Monday.\n\nMoscow has")
    told = told.replace("commented.", "commented on the promise.")
    silent = [claim for claim in reader.read(report("What was told", told)).claims if claim.stance == "no_comment"]
    assert [claim.type for claim in silent] == ["pledge"]


@pytest.mark.parametrize(
    ("silence", "kind"),
    [
        ("The Kremlin declined to comment on his words.", "threat"),
        ("Asked about Bilyk's remarks, the Kremlin declined to comment.", "threat"),
        ("The Kremlin has made no statement.", "air_drone_strike"),
        ("The Kremlin declined to comment on the drone.", "air_drone_strike"),
    ],
)
def test_silence_on_words_is_on_what_was_threatened(reader: Reader, silence: str, kind: str) -> None:
    told = "Ukrainian drones hit a refinery in Samara, Russia, on Monday, the governor said.\n\n"
    told += "Ukraine's Colonel Ivan Bilyk vowed on Monday that Ukraine would strike Samara again.\n\n" + silence
    claims = reader.read(report("What was told", told)).claims
    assert [claim.type for claim in claims if claim.stance == "no_comment"] == [kind]


def test_a_semicolon_in_a_heading_ends_what_somebody_denies(reader: Reader) -> None:
    told = "Russian drones hit a clinic in Sumy on Friday, killing two people. The toll rose to nine on Sunday."
    title = "Toll of drone strike on Sumy clinic rises to nine; army denies mutiny in Lviv"
    claims = [claim for event in events_of(reader, report(title, told)) for claim in event.claims]
    assert claims
    assert not [claim for claim in claims if claim.stance == "denies" and claim.figures]
