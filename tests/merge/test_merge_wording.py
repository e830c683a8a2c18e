"""Which words of a telling are its own, and what two tellings have in common in them."""

from merge_builders import KHARKIV_REGION, claim, counts

from fogline.merge.evidence import explain_pair
from fogline.merge.unit import unit
from fogline.merge.wording import in_common, names_place, wording
from fogline.model import Place

TOWN = Place("Dorsk", "UA", "North Oblast", 50.0, 36.0, 1, "settlement")
VILLAGE = Place("Lisne", "UA", "North Oblast", 50.05, 36.08, 2, "settlement")


def worded(sentence: str, name: str = "r1/a", **fields):
    return claim(name, sentence=sentence, **fields)


def features(one, other):
    both = (unit([told], None, told.report) for told in (one, other))
    return {feature.name: feature for feature in explain_pair(*both)}


def test_a_name_is_a_word_with_a_capital_that_does_not_begin_a_sentence():
    names, words = wording([worded('Missiles hit the Barok works. "Drivers ran," he said.')])
    assert names == ("barok",)
    assert set(words) == {"barok", "driver", "missil", "works"}


def test_place_parties_and_voices_are_no_names_of_their_own():
    told = worded("In Kharkiv the Russian strike hit Lypova Street, Igor Klymenko said.", by="Igor Klymenko")
    names, _ = wording([told])
    assert names == ("lypova", "street")


def test_what_is_all_in_capitals_is_no_name():
    assert wording([worded("A strike on KHARKIV PORT.")])[0] == ()


def test_a_common_name_speaks_for_a_pair_and_is_told():
    found = features(
        worded("Missiles hit the Barok works."), worded("There was smoke above the Barok plant.", name="r2/a")
    )
    assert found["names"].score > 0
    assert found["names"].detail == "Barok"


def test_three_longer_words_in_common_speak_for_a_pair_and_one_does_not():
    one = worded("A stairwell collapsed on the second floor, burying a librarian.")
    three = worded("The librarian lay under the collapsed stairwell.", name="r2/a")
    single = worded("A librarian was hurt.", name="r2/a")
    assert features(one, three)["rare words"].score > 0
    assert "rare words" not in features(one, single)


def test_days_and_months_that_date_a_telling_are_no_names():
    said = "Jets bombed a bakery on Monday, 14 October."
    dated = worded(said, spans={"what": (5, 11), "when": (said.index("Monday"), len(said) - 1)})
    again = worded("On Monday there was smoke.", name="r2/a", spans={"what": (17, 22), "when": (3, 9)})
    assert wording([dated])[0] == ()
    found = features(dated, again)
    assert "names" not in found
    assert found["day named"].detail == "Monday"


def test_other_words_say_nothing_against_a_pair():
    found = features(worded("Missiles hit the Barok works."), worded("Сталася пожежа на заводі.", name="r2/a"))
    assert not {"names", "rare words"} & found.keys()


def test_a_village_told_beside_its_town_is_the_town_of_another_report():
    beside = worded("In Lisne, near Dorsk, a shop burned.", place=VILLAGE)
    alone = worded("In Lisne a shop burned.", place=VILLAGE)
    city = worded("Missiles fell on the town.", name="r2/a", place=TOWN, figures=counts(killed=1))
    assert "place named" in features(beside, city)
    assert "place named" not in features(alone, city)


def test_a_place_is_named_by_its_whole_name():
    assert names_place(("kharki",), "Kharkiv")
    assert not names_place(("kharki",), "Kharkiv Oblast")
    assert not names_place((), "Rio")


def test_common_words_are_those_of_both():
    assert in_common(("barok", "works"), ("barok",)) == {"barok"}
    assert in_common((), ("barok",)) == frozenset()


def test_a_telling_of_the_region_has_the_region_for_its_own():
    names, _ = wording([worded("Across Kharkiv Oblast nine were hurt.", place=KHARKIV_REGION)])
    assert names == ()
