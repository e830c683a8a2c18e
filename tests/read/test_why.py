"""Why a value was read: the rule and the entry of the lexicon, none of them invented."""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any, get_args

import pytest

from fogline.lexicon.load import table
from fogline.model import Reason, Report
from fogline.read import Reader
from fogline.read.figure_tellings import Role
from fogline.read.why_counted import ROLES
from fogline.samples import reports_path

PUBLISHED = "2024-09-08"
KEYS = ("id", "source", "url", "title", "text", "published", "language")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


@pytest.fixture(scope="module")
def samples() -> list[Report]:
    with reports_path() as path:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Report(**{key: line.get(key) for key in KEYS}) for line in lines]


@pytest.fixture(scope="module")
def reasons(reader: Reader, samples: list[Report]) -> list[Mapping[str, Mapping[str, Sequence[Reason]]]]:
    """The reasons of each sample, found once."""
    return [reader.reasons(report) for report in samples]


def reasons_in(reader: Reader, text: str) -> dict[str, list[Reason]]:
    """The reasons of all claims of a report, by key."""
    found: dict[str, list[Reason]] = {}
    for claim in reader.reasons(Report("r1", "a news site", None, "", text, PUBLISHED, "en")).values():
        for key, reasons in claim.items():
            found.setdefault(key, []).extend(reasons)
    return found


CASES = [
    (
        "Drones struck a refinery in Ryazan on Sunday.",
        "weapon",
        "word for a weapon",
        "en/things.toml weapon.drone: drone",
    ),
    ("Missiles hit Kharkiv on Sunday.", "when", "counted from the publication", "en/time.toml weekdays: Sunday"),
    ("Missiles hit Kharkiv on 7 September.", "when", "calendar date", "en/time.toml months: September"),
    ("Russian missiles hit Kharkiv.", "when", "publication day", None),
    ("Shells hit Kharkiv on Sunday.", "where", "place that hangs on the trigger", "GeoNames 706483: Kharkiv"),
    (
        "Norway promised Ukraine two tanks on Sunday.",
        "where",
        "seat of the state that promises",
        "GeoNames 3143244: Oslo",
    ),
    ("Russian forces shelled Kharkiv on Sunday.", "actor", "subject", "states.toml Russia.demonyms: Russian"),
    ("Kharkiv was shelled by Russian forces on Sunday.", "actor", "by-agent", "states.toml Russia.demonyms: Russian"),
    (
        "The army accused the Houthis of shelling Taiz on Sunday.",
        "actor",
        "accused of it",
        "parties.toml Houthis.demonyms: Houthi",
    ),
    (
        "Russian forces shelled Kharkiv on Sunday.",
        "target",
        "struck state is the target",
        "states.toml Ukraine.iso2: UA",
    ),
    ("Hamas fighters were attacked in Rafah by Israel.", "target", "passive subject", "parties.toml Hamas"),
    (
        "Shelling killed two people in Kharkiv on Sunday.",
        "killed",
        "object of a verb that counts",
        "en/figures.toml killed.objects: kill",
    ),
    (
        "Shelling killed at least two people in Kharkiv on Sunday.",
        "killed",
        "bound of the number",
        "en/numbers.toml bounds: at least",
    ),
    (
        "Shells hit Kharkiv on Sunday. There were no casualties.",
        "killed",
        "none of a kind",
        "en/figures.toml marks.casualties: casualties",
    ),
    (
        "According to the mayor, shells hit Kharkiv on Sunday.",
        "said",
        "source named",
        "en/saying.toml sources.before: according to",
    ),
    ("Shells hit Kharkiv on Sunday, the mayor said.", "said", "verb of saying", "en/saying.toml verbs.say: say"),
    ("Shells hit Kharkiv on Sunday, killing two.", "said", "outlet's own voice", None),
    (
        "Russian shells hit Kharkiv on Sunday. Moscow denied it.",
        "stance",
        "verb of denial",
        "en/saying.toml verbs.deny: deny",
    ),
    (
        "Iran threatened Israel with a strike on Sunday.",
        "status",
        "status of the trigger",
        "en/events.toml threat: threaten",
    ),
]


@pytest.mark.parametrize(("text", "key", "rule", "entry"), CASES, ids=[f"{c[1]}: {c[2]}" for c in CASES])
def test_a_value_has_its_rule_and_its_entry(reader: Reader, text: str, key: str, rule: str, entry: str | None) -> None:
    found = [(reason.rule, reason.entry) for reason in reasons_in(reader, text).get(key, [])]
    assert (rule, entry) in found


def test_the_side_of_a_partys_own_outlet_has_its_rule(reader: Reader) -> None:
    text = "Our forces shelled enemy positions in Taiz on Sunday. We did not fire at the market."
    report = Report("r1", "Ministry of Defence of the Russian Federation", None, "", text, PUBLISHED, "en")
    sides = {reason.rule for claim in reader.reasons(report).values() for reason in claim.get("side", ())}
    assert sides == {"side of the outlet, which is a party's own"}


WITHOUT_A_WORD = [
    (
        "Police opened fire on thousands of protesters in Nairobi on Sunday.",
        "against",
        "crowd that somebody fired on",
    ),
    ("Israel carried out a strike on Tyre on Sunday.", "weapon", "strike of a state from the air"),
    (
        "Armed men came to Gao on Sunday. Twelve men were led away.",
        "detained",
        "who took them tells captives from detained",
    ),
]


@pytest.mark.parametrize(("text", "key", "rule"), WITHOUT_A_WORD, ids=[c[1] for c in WITHOUT_A_WORD])
def test_a_value_that_no_word_gives_has_its_rule(reader: Reader, text: str, key: str, rule: str) -> None:
    assert rule in [reason.rule for reason in reasons_in(reader, text).get(key, [])]


def test_an_open_word_names_what_gave_it_its_type(reader: Reader) -> None:
    found = reasons_in(reader, "Kharkiv was attacked with missiles on Sunday.")["what"]
    assert [(reason.rule, reason.entry) for reason in found] == [
        ("event trigger", "en/events.toml attack: attack"),
        ("nearest weapon gives the type", "en/things.toml weapon.missile: missile"),
    ]


def test_the_step_to_another_sentence_is_told(reader: Reader) -> None:
    found = reasons_in(reader, "Shells hit Kharkiv on Sunday. Two people were killed.")
    assert found["killed"][-1] == Reason("counts for the happening told before")


def test_every_value_of_the_samples_has_a_reason(reader: Reader, samples: list[Report], reasons: Any) -> None:
    for report, found in zip(samples, reasons, strict=True):
        for claim in reader.read(report).claims:
            assert set(claim.spans) | {"said"} <= set(found[claim.id])


def test_every_entry_stands_in_the_file_that_it_names(reasons: Any) -> None:
    folder = resources.files("fogline.lexicon")
    entries = {
        reason.entry
        for found in reasons
        for claim in found.values()
        for of_value in claim.values()
        for reason in of_value
        if reason.entry and not reason.entry.startswith(("GeoNames", "gazetteer"))
    }
    assert entries
    for entry in entries:
        name, _, rest = entry.partition(" ")
        key, _, word = rest.partition(": ")
        assert table(*name.split("/"))
        text = folder.joinpath(name).read_text(encoding="utf-8").replace("\\\\", "\\")
        assert word in text, entry
        assert key.split(".")[-1] in text, entry


def test_the_words_of_a_reason_lie_in_the_report(samples: list[Report], reasons: Any) -> None:
    for report, found in zip(samples, reasons, strict=True):
        for claim in found.values():
            for of_value in claim.values():
                for reason in of_value:
                    assert reason.span is None or 0 <= reason.span[0] < reason.span[1] <= len(report.full_text)


def test_every_way_of_counting_has_its_words() -> None:
    assert set(get_args(Role)) == set(ROLES)
