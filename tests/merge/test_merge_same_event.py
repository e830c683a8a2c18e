"""Which tellings of two reports are one happening, and which are two."""

from typing import Any

import pytest
from merge_builders import CHUHUIV, DERHACHI, KHARKIV, KHARKIV_REGION, ODESA, UKRAINE, claim, counts, report

from fogline.merge import merge
from fogline.merge.evidence import explain_pair, total
from fogline.merge.evidence_days import CONTRADICTS
from fogline.merge.unit import units
from fogline.model import Place

SALTIVKA = Place("Saltivka", "UA", "Kharkiv Oblast", 50.02, 36.33, None, "settlement")
TIN_AKOFF = Place("Tin-Akoff", "BF", "Sahel Region", 14.965, -0.163, 2596769, "settlement")
TINAKOFF = Place("Tin Akoff", "ML", "Gao", 14.97, -0.15, None, "settlement")
MORNING, EVENING = {"when": (0, 6), "when:am": (0, 6)}, {"when": (0, 6), "when:pm": (0, 6)}
# A place that the report names only in other sentences than the one that tells the deed, and one that this names.
LENT = {"sentence": "Later that day a missile hit a school.", "sentence_start": 200, "spans": {"where": (10, 16)}}
NAMED = {"sentence": "A missile hit a school in Odesa.", "sentence_start": 0, "spans": {"where": (26, 31)}}
# Posts without a day of their own have that of their publication: nothing is pointed at but the words for the deed.
UNDATED = {"spans": {"what": (10, 17), "when": (10, 17)}, "weapon": ("artillery",)}
SCHOOL = {"against": ("school",), "figures": counts(killed=5)}
MARKET = {"against": ("market",), "figures": counts(killed=2)}
THREAT = {"type": "threat", "status": "threatened"}
THE_OTHER_WAY = {"actor": ("Ukraine",), "target": ("Russia",)}

ONE = [
    ("the same strike in the same words of fields", {}, {}),
    ("a drone attack told as shelling, weapon not named", {"type": "air_drone_strike", "weapon": ()}, {"weapon": ()}),
    ("overnight, and the morning after", {"on": "2024-05-01..2024-05-02"}, {"on": "2024-05-02"}),
    ("the city, and its region", {}, {"place": KHARKIV_REGION}),
    ("the attacker is not named", {"actor": (), "target": ()}, {}),
    ("the toll has grown", {"figures": counts(killed=2)}, {"figures": counts(killed=7)}),
    ("no place, but the same toll and target", {"figures": counts(killed=7, injured=18)},
     {"place": None, "figures": counts(killed=7, injured=18)}),
    ("only the country, but the same toll", {"figures": counts(killed=7)},
     {"place": UKRAINE, "figures": counts(killed=7)}),
    ("no date, but the same city and toll", {"figures": counts(killed=7)}, {"on": None, "figures": counts(killed=7)}),
    ("a suburb named by one, with the same toll", {"figures": counts(killed=9)},
     {"place": SALTIVKA, "figures": counts(killed=9)}),
    ("a vow, told with and without its object",
     {**THREAT, "place": None, "weapon": ()}, {**THREAT, "place": UKRAINE, "weapon": ()}),
    ("talks of the same two, told from either side",
     {"type": "negotiation", "place": None, "weapon": ()},
     {"type": "negotiation", "place": None, "weapon": (), "actor": ("Ukraine",), "target": ("Russia",)}),
    ("talks of the same two, told by an official of each",
     {"type": "negotiation", "place": None, "weapon": (), "by": "Anna Kovalenko"},
     {"type": "negotiation", "place": None, "weapon": (), "by": "Pavel Sorokin"}),
    ("one village, spelt in two ways", {"place": TIN_AKOFF, "weapon": ()}, {"place": TINAKOFF, "weapon": ()}),
    ("a village claimed as taken on two days running",
     {"type": "territory_change", "weapon": (), "on": "2024-05-01"},
     {"type": "territory_change", "weapon": (), "on": "2024-05-02"}),
    ("a port hit by drones, and \"the attack\" in which people were hurt", {"against": ("port",), "weapon": ()},
     {"type": "violence_against_civilians", "type_open": True, "against": ("people",), "weapon": (), "actor": ()}),
    ("the side that is accused of it says the day after that its foe's shell had hit the hospital",
     {"against": ("hospital",), "weapon": ()},
     {**THE_OTHER_WAY, "side": "Russia", "by": "ministry", "against": ("hospital",), "type": "air_drone_strike",
      "type_open": True, "on": "2024-05-02", "spans": {"what": (10, 17), "when": (10, 17)}, "weapon": ()}),
    ("the side that is accused of it keeps silent the day after on \"a strike\" on the hospital",
     {"against": ("hospital",)},
     {"stance": "no_comment", "side": "Russia", "by": "ministry", "actor": (), "target": (), "against": ("hospital",),
      "type": "air_drone_strike", "type_open": True, "on": "2024-05-02", "spans": {"what": (10, 17), "when": (10, 17)},
      "weapon": ()}),
    ("the morning, and no hour", {"spans": MORNING}, {}),
    ("the evening, and from the morning to the evening", {"spans": EVENING}, {"spans": {**MORNING, **EVENING}}),
    ("an hour that one gets wrong, but a toll that few days have",
     {"spans": MORNING, "figures": counts(killed=17, injured=42)},
     {"spans": EVENING, "figures": counts(killed=17, injured=42)}),
    ("a battle of a morning and an evening",
     {"type": "ground_battle", "spans": MORNING}, {"type": "ground_battle", "spans": EVENING}),
    ("shelling, and \"the attack\" on the same city on that day", {"weapon": ()},
     {"type": "ground_battle", "type_open": True, "weapon": ()}),
    ("a place that only other sentences of the report name", {"place": ODESA, **NAMED}, LENT),
    ("a school and a market, with one toll", SCHOOL, MARKET | {"figures": counts(killed=5)}),
    ("a hospital, and homes beside it with another toll", SCHOOL, MARKET | {"against": ("residential",)}),
]  # fmt: skip

TWO = [
    ("neighbouring towns on one day", {}, {"place": CHUHUIV}),
    ("towns within 15 km, nothing else in common but the day", {}, {"place": DERHACHI}),
    ("the same city on the next day", {}, {"on": "2024-05-02"}),
    ("two nights running", {"on": "2024-04-30..2024-05-01"}, {"on": "2024-05-01..2024-05-02"}),
    ("other ends of the country", {}, {"place": ODESA}),
    ("other ends of the country, each named with the deed", LENT | {"spans": {"where": (220, 227)}},
     {"place": ODESA, **NAMED}),
    ("a place that only other sentences name, on the next day",
     {"place": ODESA, **NAMED}, {"on": "2024-05-02", **LENT}),
    ("a place that only other sentences name, but in another country", {"place": TINAKOFF, **NAMED}, LENT),
    ("done, and only threatened", {}, {"status": "threatened"}),
    ("a strike and a battle", {}, {"type": "ground_battle"}),
    ("somewhere in the country, with nothing to tell it by", {}, {"place": UKRAINE, "weapon": (), "actor": ()}),
    ("drones on homes, and guns on barracks by the other side",
     {"type": "air_drone_strike", "weapon": ("drone",), "against": ("residential",), "figures": counts(killed=2)},
     {"weapon": ("artillery",), "against": ("military",), "figures": counts(killed=60), **THE_OTHER_WAY}),
    ("vows of two sides", THREAT, {**THREAT, **THE_OTHER_WAY}),
    ("vows of two men of one side", {**THREAT, "by": "Anna Kovalenko"}, {**THREAT, "by": "Pavel Sorokin"}),
    ("talks with two others",
     {"type": "negotiation", "target": ("Turkey",)}, {"type": "negotiation", "target": ("China",)}),
    ("a village taken, and taken back",
     {"type": "territory_change"}, {"type": "territory_change", **THE_OTHER_WAY}),
    ("a strike by one side, and a massacre by the other", {"type": "air_drone_strike", "weapon": ()},
     {"type": "violence_against_civilians", "type_open": True, "against": ("people",), "weapon": (), **THE_OTHER_WAY}),
    ("homes, and the day after, by who is accused of it, a market that its foe hit",
     {"against": ("residential",), "weapon": ()},
     {**THE_OTHER_WAY, "side": "Russia", "by": "ministry", "against": ("market",), "type": "air_drone_strike",
      "type_open": True, "on": "2024-05-02", "spans": {"what": (10, 17), "when": (10, 17)}, "weapon": ()}),
    ("shelling, and \"the attack\" on that day in the next town", {"weapon": ()},
     {"type": "ground_battle", "type_open": True, "weapon": (), "place": CHUHUIV}),
    ("the morning and the evening of one day", {"spans": MORNING}, {"spans": EVENING}),
    ("a school where five died, and a market where two did", SCHOOL, MARKET),
    ("this year, and a month of another year", {}, {"on": "2022-05-01..2022-05-31"}),
]  # fmt: skip


def events(*told: Any) -> int:
    names = sorted({one.report for one in told})
    return len(merge([report(name, "2024-05-02") for name in names], told, []).events)


@pytest.mark.parametrize(("what", "one", "other"), ONE, ids=[case[0] for case in ONE])
def test_one_happening(what: str, one: dict[str, Any], other: dict[str, Any]):
    assert events(claim("r1/a", **one), claim("r2/a", **other)) == 1


@pytest.mark.parametrize(("what", "one", "other"), TWO, ids=[case[0] for case in TWO])
def test_two_happenings(what: str, one: dict[str, Any], other: dict[str, Any]):
    assert events(claim("r1/a", **one), claim("r2/a", **other)) == 2


def test_the_type_of_an_event_is_that_which_words_give():
    told = [claim("r1/a"), *(claim(f"r{n}/a", type="ground_battle", type_open=True) for n in (2, 3))]
    (event,) = merge([report(name) for name in ("r1", "r2", "r3")], told, []).events
    assert event.type == "missile_artillery_attack"


def test_two_happenings_of_one_report_never_merge():
    assert events(claim("r1/a"), claim("r1/b")) == 2


def test_a_telling_for_the_region_joins_neither_of_two_towns_that_fit_equally():
    told = [claim("r1/a"), claim("r1/b", place=CHUHUIV), claim("r2/a", place=KHARKIV_REGION)]

    assert events(*told) == 3


def test_a_place_that_other_sentences_lend_chooses_between_no_two_towns_that_fit_equally():
    told = [claim("r1/a", place=ODESA, **NAMED), claim("r1/b", place=CHUHUIV), claim("r2/a", **LENT)]

    assert events(*told) == 3


def test_a_telling_for_the_region_joins_the_town_whose_toll_it_gives():
    told = [
        claim("r1/a", figures=counts(killed=7, injured=20)),
        claim("r1/b", place=CHUHUIV, figures=counts(killed=1)),
        claim("r2/a", place=KHARKIV_REGION, figures=counts(killed=7, injured=20)),
    ]

    assert events(*told) == 2


def test_what_three_texts_tell_for_the_region_alone_is_no_town_s():
    """One such text may have left the town out; what nobody places is another happening, unless it says more."""
    region = [claim(f"r{n}/a", place=KHARKIV_REGION, weapon=(), actor=()) for n in (2, 3, 4)]

    assert events(claim("r1/a"), *region[:1]) == 1
    assert events(claim("r1/a"), *region) == 2


def test_a_word_left_open_joins_no_shelling_with_a_battle_that_others_tell_apart():
    battle = {"type": "ground_battle", "weapon": ()}
    shelling = [claim(f"r{n}/a", weapon=("artillery",)) for n in (1, 2, 3)]
    battles = [claim(f"r{n}/a", **battle) for n in (4, 5)]

    assert events(*shelling, *battles, claim("r6/a", **battle, type_open=True)) == 2


def posts(*told: tuple[str, str, str]) -> int:
    """The events of posts of a source each, on a day, with a sentence."""
    reports = [report(f"r{n}", on, source=source) for n, (source, on, _) in enumerate(told)]
    claims = [claim(f"r{n}/a", on=on, sentence=words, **UNDATED) for n, (_, on, words) in enumerate(told)]
    return len(merge(reports, claims, []).events)


def test_what_one_source_posts_in_one_form_on_two_days_is_two():
    same, more = "The enemy shelled Kharkiv with artillery.", "The enemy shelled Kharkiv with artillery, two hurt."
    assert posts(("channel", "2024-05-01", same), ("channel", "2024-05-02", same)) == 2
    assert posts(("channel", "2024-05-01", same), ("channel", "2024-05-03", more)) == 2
    assert posts(("channel", "2024-05-01", same), ("another", "2024-05-02", same)) == 1


def test_what_one_source_tells_on_of_the_next_day_in_other_words_is_one():
    first, later = "Shells hit a hospital in Kharkiv.", "The death toll from the strike has risen to five."
    assert posts(("agency", "2024-05-01", first), ("agency", "2024-05-02", later)) == 1


def test_the_nights_of_one_form_are_two():
    nights = ("2024-04-30..2024-05-01", "2024-05-01..2024-05-02")
    told = [claim(f"r{n}/a", on=on, sentence="Overnight shelling of Kharkiv.") for n, on in enumerate(nights)]
    assert len(merge([report(f"r{n}", source="channel") for n in (0, 1)], told, []).events) == 2


def only_answered(**fields: Any) -> Any:
    """A telling of a deed that its report names only as answered: it lies in a week that no words give."""
    return claim("r2/a", on="2024-05-17..2024-05-23", spans={"what": (10, 17)}, figures=counts(killed=26), **fields)


def test_a_deed_that_is_only_named_as_answered_is_that_of_weeks_before():
    assert events(claim("r1/a", on="2024-05-06", figures=counts(killed=26)), only_answered()) == 1
    assert events(claim("r1/a", on="2024-05-06", figures=counts(killed=26)), only_answered(place=ODESA)) == 2
    assert events(claim("r1/a", on="2024-04-20", figures=counts(killed=26)), only_answered()) == 2


def test_of_two_deeds_before_an_answer_the_nearer_is_meant():
    told = (claim("r1/a", on="2024-05-06"), claim("r3/a", on="2024-05-14"), only_answered())
    reports = [report(name, "2024-05-23") for name in ("r1", "r2", "r3")]
    found = merge(reports, told, []).events
    assert [len(event.claims) for event in found] == [1, 2]


def test_a_threat_by_the_group_and_by_its_speaker_is_one():
    group, speaker = {**THREAT, "by": "Russia"}, {**THREAT, "by": "Dmitry Peskov"}
    assert events(claim("r1/a", **group), claim("r2/a", **speaker)) == 1
    assert events(claim("r1/a", **speaker), claim("r2/a", **THREAT, by="Sergei Lavrov")) == 2


def test_words_of_one_speaker_on_two_days_are_two():
    threat = {**THREAT, "by": "spokesman", "weapon": (), "place": UKRAINE}

    assert events(claim("r1/a", **threat), claim("r2/a", **threat, on="2024-05-02")) == 2


def test_an_overnight_telling_between_two_days_joins_neither():
    told = [claim("r1/a", on="2024-05-01"), claim("r2/a", on="2024-05-01..2024-05-02"), claim("r3/a", on="2024-05-02")]

    assert events(*told) == 3


@pytest.mark.parametrize(
    ("one", "other"), [({"spans": MORNING}, {"spans": EVENING}), ({"on": "2024-05-01"}, {"on": "2024-05-02"})]
)
def test_a_third_telling_that_could_be_either_makes_no_one_of_two(one: dict[str, Any], other: dict[str, Any]):
    either = {"on": "2024-05-01..2024-05-02"} if "on" in one else {}
    few = {"figures": counts(injured=2)}
    assert events(claim("r1/a", **one, **few), claim("r2/a", **other, **few), claim("r3/a", **either, **few)) > 1


def test_the_same_sentence_in_two_reports_is_one_happening():
    text = "Four people died when a shell hit a queue for water."
    told = [claim("r1/a", place=None, sentence=text), claim("r2/a", place=None, on=None, sentence=text)]

    assert events(*told) == 1


def test_a_pair_is_explained_by_named_features():
    one, other = units([claim("r1/a", figures=counts(killed=7)), claim("r2/a", figures=counts(killed=7))])

    features = {feature.name: feature for feature in explain_pair(one, other)}

    assert list(features)[:4] == ["type", "place", "days", "parties"]
    assert features["place"].detail == "same: Kharkiv | Kharkiv"
    assert features["figures"].score > 0


def test_a_contradiction_ends_the_explanation():
    one, other = units([claim("r1/a"), claim("r2/a", place=ODESA)])

    features = explain_pair(one, other)

    assert features[-1].name == "place"
    assert total(features) == CONTRADICTS


def test_the_city_is_kept_as_the_place_beside_its_region():
    (event,) = merge([], [claim("r1/a"), claim("r2/a", place=KHARKIV_REGION)], []).events

    assert event.place == KHARKIV
