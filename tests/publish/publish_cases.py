"""A small ledger, made by hand, that has every kind of value in it."""

import datetime as dt

from fogline.model import Claim, Days, Dispute, Event, Figure, FigureRange, Link, Place, Position, Report
from fogline.model.verdict import Telling, verdict

PORT = Place("Zelena Bay", "UA", "Odesa Oblast", 46.48, 30.73, 698740, "settlement")
ISLAND = Place("Southern Isles", None, None, -12.5, -71.25, None, "region")

REPORTS = (
    Report(
        "r2",
        "a ministry's channel",
        "https://ministry.example/2",
        "All drones shot down",
        "The ministry said all four drones were shot down. Nobody was hurt.",
        "2024-12-21T09:30:00+03:00",
        "en",
    ),
    Report(
        "r1",
        "an agency",
        None,
        "Drones hit port; „at least two“ killed",
        "Drones hit the port of Zelena Bay overnight.\n\nAt least two people were killed, the governor said.",
        "2024-12-21",
        "en",
    ),
    Report("r0", None, None, "", "=Порт без даты", None, None),
)

HIT = Claim(
    id="c1",
    report="r1",
    happening="0",
    by="the governor",
    side="Ukraine",
    stance="asserts",
    type="air_drone_strike",
    status="occurred",
    date=Days.on(dt.date(2024, 12, 20)),
    place=PORT,
    actor=("Russia",),
    target=("Ukraine",),
    against=("port", "industry"),
    weapon=("drone",),
    effects=("fire",),
    figures={"injured": Figure(3, 5), "killed": Figure(2, None)},
    spans={"killed": (87, 99), "what": (0, 15), "against:port": (7, 15), "where": (59, 69)},
    sentence="At least two people were killed, the governor said.",
    sentence_start=87,
    confidence=0.9,
)
SHOT_DOWN = Claim(
    id="c2",
    report="r2",
    happening="0",
    by="the ministry",
    side="Russia",
    stance="denies",
    type="air_drone_strike",
    status="occurred",
    date=None,
    place=None,
    actor=("Russia",),
    figures={"killed": Figure(0, 0), "intercepted": Figure(4, 4)},
    spans={"what": (4, 20)},
    sentence="The ministry said all four drones were shot down.",
    sentence_start=22,
)
VOW = Claim(
    id="c3",
    report="r1",
    happening="1",
    by=None,
    side=None,
    stance="asserts",
    type="threat",
    status="threatened",
    date=None,
    place=ISLAND,
    actor=("+Front",),
)

STRIKE = Event(
    id="e-strike",
    type="air_drone_strike",
    status="occurred",
    date=Days(dt.date(2024, 12, 20), dt.date(2024, 12, 21)),
    place=PORT,
    actor=("Russia",),
    target=("Ukraine",),
    against=("port", "industry"),
    weapon=("drone",),
    effects=("fire",),
    figures={
        "intercepted": FigureRange(4, 4, Figure(4, 4), "the ministry"),
        "killed": FigureRange(0, None, Figure(2, None), "the governor", Figure(2, None), ("c1", "c2")),
        "injured": FigureRange(3, 5, Figure(3, 5), None),
    },
    disputed=("killed", "occurred"),
    disputes=(
        Dispute(
            "occurred",
            (
                Position("Ukraine", "the governor", "asserts", (), None, ("c2",)),
                Position(None, "a trader", "denies", (), None, ("c1",)),
            ),
            "2024-12-21",
            within="r1",
        ),
        Dispute(
            "killed",
            (
                Position("Russia", None, "asserts", (), Figure(0, 0), ("c1",)),
                Position("Ukraine", "the governor", "asserts", (), Figure(2, None), ("c2",)),
            ),
            "2024-12-21",
            "2024-12-22T08:00:00+03:00",
            "Russia",
        ),
    ),
    origins=2,
    claims=(SHOT_DOWN, HIT),
)
THREAT = Event(
    id="a-threat",
    type="threat",
    status="threatened",
    date=None,
    place=ISLAND,
    actor=("+Front",),
    target=(),
    against=(),
    weapon=(),
    effects=(),
    claims=(VOW,),
)
TALKS = Event(
    id="b-talks",
    type="negotiation",
    status="occurred",
    date=None,
    place=None,
    actor=(),
    target=(),
    against=(),
    weapon=(),
    effects=(),
    claims=(VOW,),
)

EVENTS = (THREAT, TALKS, STRIKE)
LINKS = (Link("a-threat", "e-strike", "response_to", "r1", (0, 6)),)
ORIGINS = {"r1": "r1", "r2": "r1"}

AT = dt.datetime(2024, 12, 23, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=3)))
HERE, THERE = Telling("r1", "0", "a1" * 32), Telling("r2", "0", "b2" * 32)
APART = verdict("different", [THERE], [HERE], author="Ann", at=AT, reason="„Morning“ and evening.")
TAKEN_BACK = verdict("undo", (), (), of=APART.id, author="Ben", at=AT + dt.timedelta(minutes=5), reason="One night.")
VERDICTS = (TAKEN_BACK, APART)
