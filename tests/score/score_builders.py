"""A small case and a ledger read of it, by hand: drones on Harvik in a night, and a vow after it."""

import copy
import json

HARVIK = {"name": "Harvik", "country": "XX", "lat": 50.0, "lon": 30.0, "radius_km": 15}
NOTHING = {"actor": [], "target": [], "against": [], "weapon": [], "effects": []}
PARTIES = {"Aland": ["Alandian forces"], "Borland": []}

R1 = """Drones over Harvik

Alandian drones set a power station in Harvik on fire overnight. The mayor said that two people were hurt.
"""
R2 = """A vow in Borland

One person at least was killed in Harvik. Borland's president vowed an answer on Sunday.
"""

CASE = {
    "case": "harvik",
    "about": "drones and a vow",
    "reports": [
        {"id": "r1", "file": "r1.txt", "source": "Harvik News", "published": "2024-05-05", "language": "en"},
        {"id": "r2", "file": "r2.txt", "source": "News Desk", "published": "2024-05-06", "language": "en"},
    ],
    "events": [
        {
            "id": "e1",
            "type": "air_drone_strike",
            "status": "occurred",
            "date": ["2024-05-04", "2024-05-05"],
            "place": HARVIK,
            "actor": ["Aland"],
            "target": ["Borland"],
            "against": ["energy"],
            "weapon": ["drone"],
            "effects": ["fire", "power_outage"],
            "claims": [
                {
                    "report": "r1",
                    "by": "The mayor",
                    "side": "Borland",
                    "stance": "asserts",
                    "figures": {"injured": [2, 2], "launched": [10, 10]},
                },
                {
                    "report": "r2",
                    "by": "News Desk",
                    "side": None,
                    "stance": "asserts",
                    "figures": {"killed": [1, None]},
                },
            ],
            "disputed": ["injured"],
        },
        {
            "id": "e2",
            "type": "threat",
            "status": "threatened",
            "date": ["2024-05-05", "2024-05-05"],
            "place": None,
            **NOTHING,
            "actor": ["Borland"],
            "target": ["Aland"],
            "claims": [
                {"report": "r2", "by": "president", "side": "Borland", "stance": "asserts", "figures": {}},
            ],
            "disputed": [],
        },
        {
            "id": "e3",
            "type": "ground_battle",
            "status": "occurred",
            "date": ["2024-05-01", "2024-05-01"],
            "place": HARVIK,
            **NOTHING,
            "claims": [],
            "disputed": [],
            "optional": True,
        },
    ],
    "links": [{"from": "e2", "to": "e1", "kind": "response_to"}],
}

LEDGER = {
    "events": [
        {
            "id": "f1",
            "type": "air_drone_strike",
            "status": "occurred",
            "date": ["2024-05-05", "2024-05-05"],
            "place": {"name": "Harvik", "lat": 50.05, "lon": 30.0},  # 5.6 km away
            "actor": ["Alandian forces"],
            "target": [],
            "against": ["energy", "residential"],
            "weapon": ["missile"],
            "effects": ["fire"],
            "disputed": ["actor", "injured"],
            "claims": [
                {
                    "report": "r1",
                    "by": "the mayor",
                    "side": "Borland",
                    "stance": "asserts",
                    "figures": {"injured": [2, 2]},
                },
                {"report": "r1", "by": "doctors", "side": None, "stance": "asserts", "figures": {"injured": [3, 3]}},
            ],
        },
        {
            "id": "f2",
            "type": "protest",
            "status": "occurred",
            "date": ["2024-05-05", "2024-05-05"],
            "place": None,
            **NOTHING,
            "disputed": [],
            "claims": [
                {
                    "report": "r2",
                    "by": "News Desk",
                    "side": None,
                    "stance": "asserts",
                    "figures": {"protesters": [100, None]},
                },
            ],
        },
    ],
    "links": [{"from": "f2", "to": "f1", "kind": "response_to"}],
}


def case_json():
    """A copy of the case, to be changed."""
    return copy.deepcopy(CASE)


def ledger_json():
    """A copy of the ledger, to be changed."""
    return copy.deepcopy(LEDGER)


def write_case(folder, case=CASE, mentions=None):
    """A folder with the case, its reports, and other names of parties; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.json").write_text(json.dumps(case), encoding="utf-8")
    (folder / "r1.txt").write_text(R1, encoding="utf-8")
    (folder / "r2.txt").write_text(R2, encoding="utf-8")
    (folder / "parties.json").write_text(json.dumps(PARTIES), encoding="utf-8")
    if mentions is not None:
        lines = "".join(json.dumps(mention) + "\n" for mention in mentions)
        (folder / "mentions.jsonl").write_text(lines, encoding="utf-8")
    return folder
