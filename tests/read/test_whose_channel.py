"""Whose word a channel's report is: that of the body that publishes it, also where the report names it in full."""

import pytest

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader


@pytest.mark.parametrize(
    ("source", "text", "voices"),
    [
        (
            "the emergency service's channel",
            "Two people died in a missile strike on Sumy. Ukraine's State Emergency Service sent divers.",
            {("the emergency service", "Ukraine")},
        ),
        ("the emergency service's channel", "Two people died in a missile strike on Sumy.", {(None, None)}),
        (
            "the service's channel",
            "Two people died in a missile strike on Sumy. Ukraine's State Emergency Service sent divers.",
            {(None, None)},
        ),
    ],
)
def test_the_owner_of_a_channel(nlp, source, text, voices):
    told = Reader(nlp, Gazetteer.open()).read(Report("r1", source, None, "Sumy", text, "2025-03-10", "en")).claims
    assert {(None if claim.by == source else claim.by, claim.side) for claim in told} == voices


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Rapid Support Forces, official website", "Rapid Support Forces"),
        ("RSF official page", "Rapid Support Forces"),
        ("Sudan Tribune website", None),
        ("Telegram channel of the head of Sumy region", "Ukraine"),
    ],
)
def test_a_bodys_own_website_is_its_word(nlp, source, side):
    text = (
        "The army's drones hit a market in Nyala on Sunday, killing nine."
        if side != "Ukraine"
        else ("Drones hit a market in Sumy on Sunday, killing nine. The regional prosecutor came to the scene.")
    )
    told = Reader(nlp, Gazetteer.open()).read(Report("r1", source, None, "News", text, "2025-03-10", "en")).claims
    assert {claim.side for claim in told} == {side}


def test_our_forces_are_theirs_whose_paper_it_is(nlp):
    text = (
        "Our brave fighters killed nine enemy soldiers in Nyala on Sunday. Our forces confirm that they hold the town."
    )
    reader = Reader(nlp, Gazetteer.open())
    told = reader.read(Report("r1", "RSF media office", None, "Statement", text, "2025-03-10", "en")).claims
    assert {(claim.side, claim.actor, claim.target) for claim in told if claim.type == "ground_battle"} == {
        ("Rapid Support Forces", ("Rapid Support Forces",), ("Sudanese Armed Forces",))
    }


@pytest.mark.parametrize("body", ["State Ministry of Health", "Gezira Ministry of Health and Social Development"])
def test_a_ministry_keeps_what_it_is_for(nlp, body):
    text = f"Nine people were killed in a drone strike on Wad Madani on Sunday, the {body} said."
    told = Reader(nlp, Gazetteer.open()).read(Report("r1", "wire", None, "News", text, "2025-03-10", "en")).claims
    assert {claim.by for claim in told} == {body}
