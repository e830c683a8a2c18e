"""A ledger of three reports on one strike and an answer, read by a stand-in reader, and a way to run the commands."""

import dataclasses
import datetime as dt
import json

import pytest
from typer.testing import CliRunner

from fogline import api
from fogline.cli import app, last_list
from fogline.model import Claim, ClaimLink, Days, Figure, Place, Reading, Reason
from fogline.settings import Settings

KAZAN = Place("Kazan", "RU", "Tatarstan", 55.79, 49.12, 551487, "settlement")

REPORTS = [
    {
        "id": "a1",
        "source": "a local site",
        "title": "Drones over Kazan",
        "text": "Drones hit flats in Kazan. One person was hurt, a doctor said.",
        "published": "2024-12-21T10:00+03:00",
        "language": "en",
    },
    {
        "id": "a2",
        "source": "an agency",
        "title": "Nobody hurt in Kazan, city says",
        "text": "Drones hit flats in Kazan. The mayor said nobody was hurt.",
        "published": "2024-12-21T12:00+03:00",
        "language": "en",
    },
    {
        "id": "a3",
        "source": "an agency",
        "title": "A vow",
        "text": "The president vowed a harsh answer in response to the strike on Kazan.",
        "published": "2024-12-22",
        "language": "en",
    },
]


def span(text, words):
    start = text.index(words)
    return start, start + len(words)


class StandIn:
    """Reads the reports above as a careful person would, and finds nothing in any other."""

    def read_many(self, reports):
        return [self.read(report) for report in reports]

    def read(self, report):
        text = report.full_text
        strike = Claim(
            id=f"{report.id}-0",
            report=report.id,
            happening="0",
            by=None,
            side=None,
            stance="asserts",
            type="air_drone_strike",
            status="occurred",
            date=Days.on(dt.date(2024, 12, 21)),
            place=KAZAN,
            actor=("Ukraine",),
            target=("Russia",),
            against=("residential",),
            weapon=("drone",),
        )
        if report.id == "a1":
            doctor = dataclasses.replace(
                strike,
                by="a doctor",
                figures={"injured": Figure(1, 1)},
                spans={
                    "what": span(text, "hit"),
                    "weapon": (text.index("Drones hit"), text.index(" hit")),
                    "where": span(text, "Kazan"),
                    "injured": span(text, "One person"),
                    "said": span(text, "a doctor said"),
                },
                sentence="One person was hurt, a doctor said.",
            )
            return Reading(report.id, (doctor,))
        if report.id in ("a2", "a4"):
            hurt, words = (0, "nobody was hurt") if report.id == "a2" else (1, "one was hurt")
            mayor = dataclasses.replace(
                strike,
                by="The mayor",
                side="Russia",
                figures={"injured": Figure(hurt, hurt)},
                spans={"what": span(text, "hit"), "injured": span(text, words)},
                sentence=f"The mayor said {words}.",
            )
            return Reading(report.id, (mayor,))
        if report.id == "a3":
            vow = dataclasses.replace(
                strike,
                by="The president",
                side="Russia",
                type="threat",
                status="threatened",
                date=Days.on(dt.date(2024, 12, 22)),
                actor=("Russia",),
                target=("Ukraine",),
                against=(),
                weapon=(),
                spans={"what": span(text, "vowed")},
                sentence=report.text,
            )
            told = dataclasses.replace(
                strike, id="a3-1", happening="1", spans={"what": span(text, "strike")}, sentence=report.text
            )
            words = span(text, "in response to")
            return Reading(report.id, (vow, told), (ClaimLink(vow.id, told.id, "response_to", report.id, words),))
        if report.id == "a5":
            told = dataclasses.replace(strike, spans={"what": span(text, "hit")}, sentence=report.text)
            nurse = dataclasses.replace(told, by="a nurse", figures={"injured": Figure(0, 0)})
            army = dataclasses.replace(told, id="a5-1", by="Ukraine's army", side="Ukraine", stance="denies")
            return Reading(report.id, (nurse, army))
        return Reading(report.id)

    def reasons(self, report):
        """Why the weapon of the first report was read; of nothing else."""
        spot = span(report.full_text, "Drones") if report.id == "a1" else None
        return {"a1-0": {"weapon": (Reason("word for a weapon", "en/things.toml weapon.drone: drone", spot),)}}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder, the stand-in reader, and nothing of the user's own environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOGLINE_LEDGER", raising=False)
    monkeypatch.setattr(last_list, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(api, "own_readers", lambda settings: lambda language: StandIn() if language == "en" else None)
    return tmp_path


@pytest.fixture
def run():
    """Run a command as in a pipe."""
    return lambda *words, **more: CliRunner().invoke(app, [str(word) for word in words], **more)


@pytest.fixture
def reports_file(here):
    path = here / "reports.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in REPORTS), encoding="utf-8")
    return path


@pytest.fixture
def ledger(here, reports_file):
    """A ledger with the three reports; its file name."""
    name = str(here / "fogline.db")
    with api.open(name, settings=Settings()) as opened:
        opened.read(reports_file)
    return name


@pytest.fixture
def settled(run, ledger, here):
    """The same ledger after a report in which the mayor comes over to the doctor."""
    text = "Drones hit flats in Kazan. The mayor said one was hurt."
    later = {**REPORTS[1], "id": "a4", "title": "One hurt", "text": text, "published": "2024-12-23T12:00+03:00"}
    (here / "later.jsonl").write_text(json.dumps(later), encoding="utf-8")
    assert run("read", "later.jsonl").exit_code == 0
    return ledger


@pytest.fixture
def denied(run, ledger, here):
    """The same ledger after a report with a fourth voice, and a denial."""
    text = "Drones hit flats in Kazan, a nurse said, and Ukraine's army denied it."
    later = {**REPORTS[1], "id": "a5", "title": "Denied", "text": text, "published": "2024-12-23T12:00+03:00"}
    (here / "later.jsonl").write_text(json.dumps(later), encoding="utf-8")
    assert run("read", "later.jsonl").exit_code == 0
    return ledger
