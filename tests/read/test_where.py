"""Which places does a report name, and which of its namesakes is each?"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Place, PlaceMention, Report
from fogline.read.nearby import around_city
from fogline.read.text import ParsedText, Sentence
from fogline.read.where import find_places, places_in

GAZETTEER = Gazetteer.open()


def place(text: str, words: str, role: str = "place") -> PlaceMention:
    """The mention of `words` in a text, which must have that role and a place."""
    found = [m for m in places_in(text, GAZETTEER) if m.text == words]
    assert found, f"no mention of {words!r} in {[m.text for m in places_in(text, GAZETTEER)]}"
    assert found[0].role == role
    return found[0]


# A text, the words of the mention, the place's name, country, region, precision.
NAMESAKES = [
    ("Two men died in Bamenda, Cameroon, on Monday.", "Bamenda", "Bamenda", "CM", "Northwest", "settlement"),
    ("Shells fell on Tripoli in Libya.", "Tripoli", "Tripoli", "LY", "Tripoli", "settlement"),
    ("Clashes broke out in Tripoli in northern Lebanon.", "Tripoli", "Tripoli", "LB", "North Lebanon", "settlement"),
    ("The Sudanese city of El Fasher was shelled.", "El Fasher", "El Fasher", "SD", "North Darfur", "settlement"),
    ("Sudan's El Fasher was shelled.", "El Fasher", "El Fasher", "SD", "North Darfur", "settlement"),
    ("Ukraine said that Pokrovsk in the Donetsk region held.", "Pokrovsk", "Pokrovsk", "UA", "Donetsk", "settlement"),
    ("Troops entered Artyomovsk in Ukraine's Donetsk region.", "Artyomovsk", "Bakhmut", "UA", "Donetsk", "settlement"),
    ("A bomb went off in Goma, North Kivu.", "Goma", "Goma", "CD", "North Kivu", "settlement"),
    ("Lebanon said that a drone had hit Tyre.", "Tyre", "Tyre", "LB", "South Lebanon", "settlement"),
    ("Israeli jets struck Gaza overnight.", "Gaza", "Gaza Strip", "PS", "Gaza Strip", "region"),
    ("Israeli jets struck Gaza City overnight.", "Gaza City", "Gaza City", "PS", "Gaza Strip", "settlement"),
    ("Drones flew over the Bryansk region of Russia.", "Bryansk region", "Bryansk", "RU", "Bryansk", "region"),
    ("Gunmen crossed into North Kivu province.", "North Kivu province", "North Kivu", "CD", "North Kivu", "region"),
    ("Fighting spread through Darfur.", "Darfur", "Darfur", "SD", "Darfur", "region"),
    ("The army says it holds Kachin State.", "Kachin State", "Kachin", "MM", "Kachin", "region"),
    ("Rebels took hills in Sudan.", "Sudan", "Sudan", "SD", None, "country"),
]


@pytest.mark.parametrize(("text", "words", "name", "country", "region", "precision"), NAMESAKES)
def test_a_name_means_the_place_that_the_report_is_about(
    text: str, words: str, name: str, country: str, region: str | None, precision: str
) -> None:
    found = place(text, words).place
    assert found
    assert (found.name, found.country, found.region, found.precision) == (name, country, region, precision)


# Ukraine has several Lozovas in one region: what lies which way from what, and the point of the one meant in degrees.
WAYS = [
    ("Russian troops took Lozova, east of Kupiansk, in Ukraine's Kharkiv region.", "Lozova", (49.43, 37.75)),
    ("Shells hit Lozova, a village to the south-east of the town of Kupiansk.", "Lozova", (49.43, 37.75)),
    ("In Ukraine a fire broke out in Lozova, which has a market.", "Lozova", (48.89, 36.31)),
    ("In Ukraine shells hit Kramatorsk, north of Donetsk.", "Kramatorsk", (48.74, 37.56)),
    ("In Ukraine a drone struck Lozova, south of Kharkiv.", "Lozova", (48.89, 36.31)),
    ("A drone fell in Nizhny Novgorod, east of Moscow.", "Nizhny Novgorod", (56.33, 44.0)),
    ("A shell hit Kharkiv, north-east of Poltava.", "Kharkiv", (49.98, 36.25)),
]


@pytest.mark.parametrize(("text", "words", "point"), WAYS)
def test_which_way_from_a_town_tells_namesakes_apart(text: str, words: str, point: tuple[float, float]) -> None:
    found = place(text, words).place
    assert found
    assert abs(found.lat - point[0]) + abs(found.lon - point[1]) < 0.2


def test_a_name_has_one_sense_in_a_report() -> None:
    text = (
        "A market in Tripoli, Lebanon, burned. The mayor of Tripoli blamed a short circuit. Tripoli has many markets."
    )
    senses = {m.place.country for m in places_in(text, GAZETTEER) if m.text == "Tripoli" and m.place}
    assert senses == {"LB"}


def test_the_type_word_of_a_list_holds_for_each_of_it() -> None:
    text = "Russia shot down drones over the Kursk and Oryol regions."
    for words in ("Kursk", "Oryol regions"):
        found = place(text, words).place
        assert found
        assert found.precision == "region"


def test_two_names_of_one_place_are_one_place() -> None:
    text = "Russian troops shelled Dzerzhinsk, known in Ukraine as Toretsk, on Friday."
    assert place(text, "Dzerzhinsk").place == place(text, "Toretsk").place


def test_a_side_of_a_country_lies_on_that_side() -> None:
    found = place("Rockets hit northern Israel. Jerusalem was calm.", "northern Israel").place
    assert found
    assert found.precision == "region"
    assert found.lat > 32.3


# A text, the words of the mention, the country that the place is put in, what it lies near.
STRANGERS = [
    ("Shells hit the village of Verbokamianka near Kurakhove in Ukraine.", "Verbokamianka", "UA", "Kurakhove"),
    ("Gunmen raided the town of Bemba-Yoro in Ituri, Congo.", "Bemba-Yoro", "CD", "Bunia"),
    ("Herders were killed in Wandarou village in Niger's Tillaberi region.", "Wandarou", "NE", "Tillaberi"),
    ("Ukraine lost a post near Zhurbyne, 9 km from Lyman.", "Zhurbyne", "UA", "Lyman"),
]


@pytest.mark.parametrize(("text", "words", "country", "near"), STRANGERS)
def test_a_village_that_no_gazetteer_lists_lies_in_its_region(text: str, words: str, country: str, near: str) -> None:
    found = place(text, words).place
    assert found
    assert (found.name, found.country, found.geonameid) == (words, country, None)
    assert found.precision == "region"
    others = [c.place for c in GAZETTEER.lookup(near) if c.place.country == country]
    assert min(found.km_to(other) for other in others) < 200


# A text, the village in it, and how many kilometres east and north of Bakhmut it lies.
OFFSETS = [
    ("Troops shelled the village of Zhurbyne, 20 km west of Bakhmut in Ukraine.", -20, 0),
    ("The village of Zhurbyne, south of Bakhmut, Ukraine, was shelled.", 0, -15),
    ("Ukraine lost a post near Zhurbyne, 10 miles (16 km) north of Bakhmut.", 0, 16),
    ("Ukraine lost a post near Zhurbyne, 20 km north-east of Bakhmut.", 14, 14),
]


@pytest.mark.parametrize(("text", "east", "north"), OFFSETS)
def test_a_village_lies_as_far_from_its_town_as_the_text_says(text: str, east: float, north: float) -> None:
    found, town = place(text, "Zhurbyne").place, place(text, "Bakhmut").place
    assert found
    assert town
    assert (found.lat - town.lat) * 111 == pytest.approx(north, abs=1)
    assert (found.lon - town.lon) * 73.5 == pytest.approx(east, abs=1)


NEWS = [  # a text, the words of a mention, and the region that its place lies in
    ("Police in Springfield and Decatur, Ill., searched homes.", "Springfield", "Illinois"),
    ("Franklin and Nashville, Tenn., were calm. Murfreesboro was not.", "Franklin", "Tennessee"),
    ("Deputies from Walker County searched Huntsville. The men fled toward Conroe and Houston.", "Huntsville", "Texas"),
    ("Crews from Lexington, Cozad and North Platte fought a fire near Kearney, Neb.", "Lexington", "Nebraska"),
    ("A St. Louis man was held in Clayton, Mo., on Monday.", "St. Louis", "Missouri"),
]


@pytest.mark.parametrize(("text", "words", "region"), NEWS)
def test_the_places_of_a_report_pull_each_other(text: str, words: str, region: str) -> None:
    found = next(m for m in places_in(text, GAZETTEER) if m.text == words)
    assert found.place
    assert found.place.region == region


def test_a_village_is_never_its_namesake_in_another_region() -> None:
    text = "Russia said it had taken Lozova in the Sumy region of Ukraine."
    found = place(text, "Lozova").place
    assert found
    assert (found.name, found.region, found.precision) == ("Lozova", "Sumy", "region")


def test_a_district_of_a_city_is_in_the_city() -> None:
    text = "A rocket hit a school in Kharkiv. Windows broke in the Nemyshlianskyi district of Kharkiv, Ukraine."
    found = place(text, "Nemyshlianskyi").place
    assert found
    assert found.name == "Kharkiv"


def test_the_capital_is_the_capital_of_the_country_told_of() -> None:
    found = place("Rebels in Mali fired rockets at an airport in the capital.", "capital").place
    assert found
    assert found.name == "Bamako"


# A text, the words, their role.
ROLES = [
    ("Kyiv accused Moscow of shelling a bridge.", "Kyiv", "party"),
    ("Moscow said nothing.", "Moscow", "party"),
    ("Talks with Moscow failed.", "Moscow", "party"),
    ("A blast shook a flat in Moscow.", "Moscow", "place"),
    ("Drones hit central Kyiv.", "Kyiv", "place"),
    ("Russia's defence ministry spoke of sabotage.", "Russia", "party"),
    ("Russia's Belgorod region was shelled.", "Russia", "place"),
    ("Six people were killed in Ukraine.", "Ukraine", "place"),
    ("The war across Sudan goes on.", "Sudan", "place"),
    ("Israel launched strikes on Iran.", "Israel", "party"),
    ("Israel launched strikes on Iran.", "Iran", "place"),
    ("Ukrainian drones burned a depot.", "Ukrainian", "demonym"),
    ("Kharkiv Mayor Ihor Terekhov spoke.", "Kharkiv", "other"),
    ("A raid on the Kharkiv municipality killed two.", "Kharkiv", "place"),
    ("The Kharkiv municipality told of a raid.", "Kharkiv", "other"),
    ("The Moscow Times reported it.", "Moscow", "other"),
    ("The Kharkiv football club lost again.", "Kharkiv", "other"),
    ("Gen. Thomas Jordan said the road was open.", "Jordan", "person"),
    ("Sydney Smith said she saw smoke.", "Sydney", "person"),
    ("KYIV, Ukraine — Drones hit a depot on Monday.", "KYIV", "other"),
    ("PORT SUDAN, Nov 18 - Shells hit a market in El Fasher.", "PORT SUDAN", "other"),
]


@pytest.mark.parametrize(("text", "words", "role"), ROLES)
def test_a_toponym_is_a_place_a_party_a_person_or_none_of_them(text: str, words: str, role: str) -> None:
    found = [m.role for m in places_in(text, GAZETTEER) if m.text == words]
    assert found
    assert found[0] == role


@pytest.mark.parametrize(
    "text",
    [
        "Police found nothing. Reading the report took a day.",
        "The Guardian wrote of it in March. He signed in English on Nov 3 and on October 6.",
        "Hamas and Hezbollah sent their condolences to the UN.",
    ],
)
def test_common_words_and_bodies_are_no_places(text: str) -> None:
    assert [m.text for m in places_in(text, GAZETTEER) if m.role == "place"] == []


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("After a long night, Damascus, tired of the talks, turned down the offer.", "Damascus", "party"),
        ("The governor blamed Moscow.", "Moscow", "party"),
        ("Two missiles hit Kyiv.", "Kyiv", "place"),
        ("Khartoum woke to shelling.", "Khartoum", "place"),
    ],
)
def test_a_parse_tells_the_doer(nlp: Language, text: str, words: str, role: str) -> None:
    report = Report("r", None, None, "", text, None, "en")
    sentence = Sentence(0, 2, 2 + len(text), text, "body", 0)
    parsed = ParsedText(report, (sentence,), {0: nlp(text)})
    assert [(m.text, m.role) for m in find_places(parsed, GAZETTEER)] == [(words, role)]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
@example("\x1f\n0")
@example("a word\n\x1f\nmore of it")
def test_any_text_is_read_and_every_mention_covers_its_words(text: str) -> None:
    for mention in places_in(text, GAZETTEER):
        assert text[mention.start : mention.end] == mention.text


HARD_WRAPPED = (
    "Two people were killed on Tuesday when drones fell on a fuel depot near Port\n"
    "Sudan, where the army has its seat. Aid workers in Khartoum, Omdurman and El\n"
    "Obeid said that the roads to the north were closed. The paramilitary Rapid\n"
    "Support Forces hold Nyala.\n"
)


def test_a_text_broken_at_eighty_columns_names_the_places_of_the_unbroken_one() -> None:
    broken, whole = (places_in(text, GAZETTEER) for text in (HARD_WRAPPED, HARD_WRAPPED.replace("\n", " ")))
    assert [(m.start, m.end, m.role, m.place) for m in broken] == [(m.start, m.end, m.role, m.place) for m in whole]
    assert all(HARD_WRAPPED[m.start : m.end] == m.text for m in broken)
    indented = HARD_WRAPPED.replace("\n", "\r\n    ")
    assert [(m.role, m.place) for m in places_in(indented, GAZETTEER)] == [(m.role, m.place) for m in whole]
    assert all(indented[m.start : m.end] == m.text for m in places_in(indented, GAZETTEER))


def test_reading_twice_gives_the_same() -> None:
    text = "Kyiv said that Pokrovsk, Lyman and the village of Novyi Yar near Siversk in Donetsk region were shelled."
    assert places_in(text, GAZETTEER) == places_in(text, GAZETTEER)


def test_a_book_is_read_in_pieces_with_the_offsets_of_the_whole() -> None:
    text = "Shells hit Kharkiv, Ukraine.\n" * 4000
    found = places_in(text, GAZETTEER)
    assert len(found) == 8000
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(
    ("wide", "town", "around"),
    [
        ("Moscow region", "Moscow City", True),
        ("Kyiv region", "Kyiv City", True),
        ("Kaluga region", "Moscow City", False),
        ("Kharkiv", "Kharkiv", False),
    ],
)
def test_a_region_is_around_the_city_that_gives_it_its_name_and_is_none_of_its_own(
    wide: str, town: str, around: bool
) -> None:
    region = Place(wide, "RU", wide, 55.5, 38.0, None, "region")
    assert around_city(region, Place(town.removesuffix(" City"), "RU", town, 55.8, 37.6, None, "settlement")) is around


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Musa Kano, an elder, fled Gwoza, Nigeria. Three had died, Kano added.", "Kano", ["person", "person"]),
        ("Musa Kano, an elder, fled Gwoza, Nigeria. Three died in Kano on Monday.", "Kano", ["person", "place"]),
        ("Maj.-Gen. Musa Biu fled Gwoza, Nigeria. Biu said that three had died.", "Biu", ["person", "person"]),
        ("Musa Jordan, an elder, fled Amman. Jordan said that it would help.", "Jordan", ["person", "party"]),
    ],
)
def test_who_has_been_named_speaks_by_his_second_name(text: str, name: str, roles: list[str]) -> None:
    assert [m.role for m in places_in(text, GAZETTEER) if m.text == name] == roles
