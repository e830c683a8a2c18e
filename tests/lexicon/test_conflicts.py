"""Who is at war with whom on a day, and who holds a place."""

import datetime as dt

import pytest

from fogline.errors import LexiconError
from fogline.gazetteer import opened
from fogline.lexicon import conflicts as lexicon
from fogline.lexicon.conflicts import backed_by, conflicts, foes_of, held, holder_of, ruler_of
from fogline.model import Place

TODAY = dt.date(2025, 6, 1)


def place(name: str, country: str) -> Place:
    return next(c.place for c in opened().lookup(name) if c.kind == "settlement" and c.place.country == country)


def test_every_entry_is_well_formed_and_no_war_stands_twice() -> None:
    pairs = [frozenset(conflict.sides) for conflict in conflicts()]
    assert len(set(pairs)) == len(pairs) > 5


def test_every_place_held_is_in_the_gazetteer() -> None:
    known = {c.place.geonameid for name in HELD_NAMES for c in opened().lookup(name)}
    regions = {c.place.region for one in held() for name in one.regions for c in opened().lookup(name)}
    called = {
        (c.place.country, c.place.name) for one in held() for _, name in one.called for c in opened().lookup(name)
    }
    assert all(one.called <= called for one in held())
    assert all(one.places <= known for one in held())
    assert all(one.regions <= regions for one in held())


HELD_NAMES = [
    *("Donetsk", "Horlivka", "Makiivka", "Yasynuvata", "Luhansk", "Alchevsk", "Debaltseve", "Yenakiieve", "Torez"),
    *("Melitopol", "Enerhodar", "Berdiansk", "Tokmak", "Nova Kakhovka", "Henichesk", "Skadovsk", "Svatove"),
    *("Kreminna", "Starobilsk", "Mariupol", "Sievierodonetsk", "Lysychansk"),
    *("Vasylivka", "Polohy", "Dniprorudne", "Kamianka-Dniprovska", "Molochansk", "Prymorsk", "Oleshky", "Hola Prystan"),
    *("Kakhovka", "Tavriisk", "Chaplynka", "Kalanchak", "Dokuchaievsk", "Amvrosiivka", "Khartsyzk", "Snizhne"),
    *("Ilovaisk", "Shakhtarsk", "Novoazovsk", "Antratsyt", "Rovenky", "Dovzhansk", "Krasnodon", "Stakhanov"),
    *("Volnovakha", "Rubizhne", "Popasna", "Novoaidar", "Milove", "Rutshuru", "Goma", "Sake", "Bukavu"),
    *("Stepanakert", "Martuni", "Askeran", "Shusha", "Fuzuli", "Jabrayil", "Aghdam", "Kalbajar", "Lachin", "Zangilan"),
    *("Qubadli", "Qamishli", "Hasakah", "Raqqa", "Kobani", "Kilinochchi", "Mullaitivu"),
]


@pytest.mark.parametrize(
    ("party", "day", "foes"),
    [
        ("Ukraine", TODAY, {"Russia"}),
        ("Ukraine", dt.date(2013, 1, 1), set()),
        ("Fano", TODAY, {"Ethiopia"}),
        ("NATO", dt.date(1999, 4, 28), {"Yugoslavia"}),
        ("NATO", TODAY, set()),
        ("Japan", TODAY, set()),
    ],
)
def test_foes_are_those_of_the_day(party: str, day: dt.date, foes: set[str]) -> None:
    assert foes_of(party, day) == foes


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("Sevastopol", TODAY, "Russia"),
        ("Sevastopol", dt.date(2012, 1, 1), None),
        ("Donetsk", TODAY, "Russia"),
        ("Kramatorsk", TODAY, None),
        ("Mariupol", dt.date(2022, 3, 10), None),
    ],
)
def test_a_place_is_held_from_the_day_it_was_taken(name: str, day: dt.date, party: str | None) -> None:
    assert holder_of(place(name, "UA"), day) == party


def test_who_holds_a_whole_country_rules_it_from_the_day_it_was_taken() -> None:
    assert ruler_of("AF", TODAY) == "Taliban"
    assert ruler_of("AF", dt.date(2019, 1, 1)) is None
    assert ruler_of("UA", TODAY) is None


def test_who_backs_a_side_does_so_from_the_day_on() -> None:
    backing = backed_by("Norway", TODAY)
    assert backing is not None and (backing.side, backing.against) == ("Ukraine", "Russia")
    assert backed_by("Norway", dt.date(2010, 1, 1)) is None
    assert backed_by("Kenya", TODAY) is None


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"sides": ["Russia"], "since": TODAY}, "two different sides"),
        ({"sides": ["Russia", "Atlantis"], "since": TODAY}, "no party 'Atlantis'"),
        ({"sides": ["Russia", "Ukraine"]}, "since is no day"),
        ({"sides": ["Russia", "Ukraine"], "since": TODAY, "until": dt.date(2020, 1, 1)}, "ends before"),
        ({"sides": ["Russia", "Ukraine"], "since": TODAY, "why": "?"}, "unknown keys"),
    ],
)
def test_a_malformed_entry_is_named(entry: dict[str, object], words: str) -> None:
    with pytest.raises(LexiconError, match=words):
        lexicon._conflict(0, entry)
