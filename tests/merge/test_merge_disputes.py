"""On which fields the claims of a happening contradict each other."""

from typing import Any

import pytest
from merge_builders import DERHACHI, KHARKIV_REGION, ODESA, claim, counts

from fogline.merge import merge
from fogline.model import Place

RUSSIA = {"side": "Russia", "by": "defence ministry"}
ACCUSES_BACK = {**RUSSIA, "actor": ("Ukraine",), "target": ()}
TAKEN = {"type": "territory_change", "weapon": (), "figures": {}}
NEXT_VILLAGE = Place("Slatyne", "UA", "Kharkiv Oblast", 50.2, 36.16, None, "settlement")
DEAD = {"figures": counts(killed=3)}
HOMES = {"against": ("residential",)}
LATER = {"in": "r2"}

CASES: list[tuple[str, list[dict[str, Any]], set[str]]] = [
    ("one side's word alone", [DEAD], set()),
    ("both sides say the same", [DEAD, RUSSIA], set()),
    ("the accused denies it, and there are dead", [DEAD, {**RUSSIA, "stance": "denies"}], {"actor"}),
    ("the accused denies it, and there is no trace", [{}, {**RUSSIA, "stance": "denies"}], {"occurred"}),
    ("the accused denies a strike that left a fire",
     [{"effects": ("fire",)}, {**RUSSIA, "stance": "denies"}], {"actor"}),
    ("the accused denies a killing that witnesses tell",
     [{**DEAD, "type": "violence_against_civilians", "side": None, "by": "a neighbour"},
      {**RUSSIA, "type": "violence_against_civilians", "stance": "denies"}], {"occurred"}),
    ("the sides accuse each other", [DEAD, ACCUSES_BACK], {"actor"}),
    ("no comment is no contradiction", [DEAD, {**RUSSIA, "stance": "no_comment"}], set()),
    ("a capture that the losing side denies",
     [{**TAKEN, **RUSSIA}, {**TAKEN, "side": "Ukraine", "stance": "denies"}], {"occurred"}),
    ("homes, says one side, and soldiers, says the other",
     [{**DEAD, "against": ("residential",)}, {**RUSSIA, "against": ("military",)}], {"against"}),
    ("homes and a school, says each side",
     [{**DEAD, "against": ("residential",)}, {**RUSSIA, "against": ("school",)}], set()),
    ("a side that owns the strike denies that it hit homes",
     [{**DEAD, "against": ("residential",)}, {**RUSSIA, "against": ("military",)}, {**RUSSIA, "stance": "denies"}],
     {"against"}),
    ("a side that says what it hit denies the rest in one breath",
     [{**DEAD, "against": ("market",)},
      {**RUSSIA, "against": ("military",), "actor": ("Russia",), "stance": "denies"}], {"against"}),
    ("the state that was hit denies that its soldiers were there",
     [{**DEAD, "against": ("residential",)}, {**RUSSIA, "against": ("military",)}, {"stance": "denies"}],
     {"against"}),
    ("a side denies in so many words a strike that it owned the day before, and names nothing that was hit",
     [{**DEAD, **HOMES}, {**RUSSIA, **HOMES}, {**RUSSIA, **LATER, "stance": "denies"}], {"actor"}),
    ("it denies the strike that others tell otherwise than it owned",
     [{**DEAD, **HOMES}, {**RUSSIA, "against": ("military",)},
      {**RUSSIA, **LATER, "stance": "denies", "actor": ()}], {"against"}),
    ("the state that was hit denies that there was a strike",
     [{**DEAD, "side": None, "by": "doctor"}, {"stance": "denies"}], {"occurred"}),
    ("the state that was hit denies that its school was",
     [{**DEAD, "side": None, "by": "doctor"}, {"stance": "denies", "against": ("school",)}], {"against"}),
    ("the state that was hit denies having done it",
     [{**DEAD, "side": None, "by": "doctor"}, {"stance": "denies", "actor": ("Ukraine",)}], {"actor"}),
    ("somebody whom nobody accuses denies something else",
     [DEAD, {"side": "Iran", "by": "embassy", "stance": "denies"}], set()),
    ("soldiers, says who struck them, and a witness counts the dead",
     [{**RUSSIA, "against": ("military",)}, {**DEAD, "side": None, "by": "doctor"}], {"against"}),
    ("soldiers, says who fought them, and a witness counts the dead of a battle",
     [{**RUSSIA, "type": "ground_battle", "against": ("military",)},
      {**DEAD, "type": "ground_battle", "side": None, "by": "doctor"}], set()),
    ("a band that others do not name, says who struck homes",
     [{**RUSSIA, "against": ("military",), "target": ("Band",)},
      {**DEAD, "against": ("residential",), "side": None, "by": "doctor", "target": ()}], {"against", "target"}),
    ("a side that says itself that it was hit",
     [{**RUSSIA, "against": ("military",)}, {**DEAD, "against": ("residential",)},
      {**DEAD, "against": ("residential",), "side": None, "by": "doctor", "target": ()}], {"against"}),
    ("a school, says a witness, and who struck it, a school that served as a command post",
     [{**DEAD, "against": ("school",), "side": None, "by": "doctor"}, {**RUSSIA, "against": ("military", "school")}],
     {"against"}),
    ("a school and soldiers, says each",
     [{**DEAD, "against": ("school", "military"), "side": None, "by": "doctor"},
      {**RUSSIA, "against": ("military",)}], set()),
    ("a band, says who struck homes, and the others have it only from who holds the town",
     [{**RUSSIA, "against": ("military",), "target": ("Band",)},
      {**DEAD, **HOMES, "side": None, "by": "doctor", "target": ("Band",),
       "spans": {"what": (0, 5), "where": (9, 12), "target": (9, 12)}}], {"against", "target"}),
    ("a drone, says one side, and a strike, says the other",
     [{"weapon": ("drone",)},
      {**RUSSIA, "weapon": ("airstrike",), "type_open": True, "spans": {"what": (0, 6), "weapon": (0, 6)}}], set()),
    ("a drone, says one side, and an air strike of their own, says the other",
     [{"weapon": ("drone",)},
      {**ACCUSES_BACK, "weapon": ("airstrike",), "spans": {"what": (0, 10), "weapon": (0, 10)}}], {"actor", "weapon"}),
    ("a drone, says one side, and so does the other, with an air strike",
     [{"weapon": ("drone",)},
      {**RUSSIA, "weapon": ("airstrike",), "spans": {"what": (0, 10), "weapon": (0, 10)}}], set()),
    ("a side that owns a battle denies a detail of it",
     [{"type": "ground_battle"}, {**RUSSIA, "type": "ground_battle"},
      {**RUSSIA, "type": "ground_battle", "stance": "denies"}], set()),
    ("at least three, says one side, and at least 61, says the other",
     [{"figures": counts(killed=(3, None))}, {**RUSSIA, "figures": counts(killed=(61, None))}], {"killed"}),
    ("at least three, says one side, and at least four, says the other",
     [{"figures": counts(killed=(3, None))}, {**RUSSIA, "figures": counts(killed=(4, None))}], set()),
    ("artillery, says one side, and drones of theirs, says the other",
     [{"weapon": ("artillery",)}, {**ACCUSES_BACK, "weapon": ("drone",)}], {"actor", "weapon"}),
    ("artillery, says one side, and drones, says the other, whose strike it was",
     [{"weapon": ("artillery",)}, {**RUSSIA, "weapon": ("drone",)}], set()),
    ("soldiers, says who bombed them, and a hotel, say others",
     [{**RUSSIA, "type": "bombing", "against": ("military",)}, {**DEAD, "type": "bombing", "against": ("other",)}],
     set()),
    ("missiles, and more exactly ballistic ones",
     [{"weapon": ("missile",)}, {**RUSSIA, "weapon": ("ballistic_missile",)}], set()),
    ("a city, says one side, and another, says the other", [{}, {**RUSSIA, "place": ODESA}], {"place"}),
    ("a city, and its region", [{}, {**RUSSIA, "place": KHARKIV_REGION}], set()),
    ("a village within the city's reach", [{"place": DERHACHI}, {**RUSSIA, "place": NEXT_VILLAGE}], set()),
    ("two places of one side's voices", [{}, {"by": "mayor", "place": ODESA}], set()),
    ("another day, says the other side", [{}, {**RUSSIA, "on": "2024-05-03"}], {"date"}),
    ("a night, and the day on which it ends", [{"on": "2024-04-30..2024-05-01"}, RUSSIA], set()),
    ("another day, which is only that of the report",
     [{}, {**RUSSIA, "on": "2024-05-03", "spans": {"what": (0, 5), "when": (0, 5)}}], set()),
    ("a battle of days", [{"type": "ground_battle"}, {**RUSSIA, "type": "ground_battle", "on": "2024-05-02"}], set()),
    ("a proposal that one side turns down",
     [{"type": "negotiation", "weapon": ()},
      {**RUSSIA, "type": "negotiation", "weapon": (), "stance": "denies"}], set()),
    ("two allies that each claim the strike",
     [{"side": "Ukraine", "actor": ("Ukraine",), "target": ("Russia",)},
      {"side": "Poland", "actor": ("Poland",), "target": ("Russia",)}], set()),
    ("allies in one agreement are no dispute",
     [{"type": "agreement", "actor": ("Ukraine",), "weapon": ()},
      {**RUSSIA, "type": "agreement", "actor": ("Russia",), "weapon": ()}], set()),
]  # fmt: skip


@pytest.mark.parametrize(("what", "told", "fields"), CASES, ids=[case[0] for case in CASES])
def test_disputed_fields(what: str, told: list[dict[str, Any]], fields: set[str]):
    claims = [
        claim(f"{values.get('in', 'r1')}/a/{at}", **{key: value for key, value in values.items() if key != "in"})
        for at, values in enumerate(told)
    ]

    (event,) = merge([], claims, []).events

    assert set(event.disputed) == fields


def test_a_lone_denial_is_an_event_without_dispute():
    (event,) = merge([], [claim("r1/a", stance="denies")], []).events

    assert event.disputed == ()
    assert event.claims[0].stance == "denies"


def test_both_authors_stand_where_they_are_disputed():
    (event,) = merge([], [claim("r1/a/1", **DEAD), claim("r1/a/2", **ACCUSES_BACK)], []).events

    assert event.actor == ("Russia", "Ukraine")
