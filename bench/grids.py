"""Where does reading give way? Sentence forms, each filled with every speaker, expression of time, retelling or city.

What is read wrong is printed, then how many of how many. A form that fails with one filling shows a word that is
missing; one that fails with all shows a way of telling that is not read. Nothing passes or fails on it.

    .venv/bin/python bench/grids.py [speakers] [dates] [retellings] [strikes]
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from fogline.gazetteer import Gazetteer
from fogline.merge.same_event import same_event
from fogline.merge.unit import units
from fogline.model import Claim, Report
from fogline.read.parse import parser as loaded
from fogline.read.reader import Reader

GRIDS = Path(__file__).with_suffix(".toml")
TUESDAY, THURSDAY = "2025-03-11", "2025-03-13"
FIRST, SECOND = "2025-03-10", "2025-03-12"

Wrong = tuple[str, str]  # what is wrong, and the text


def main() -> None:
    """Read the grids asked for, all where none is, and print what is wrong."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("grids", nargs="*", help=f"which of {', '.join(KINDS)}; all where none is named")
    wanted = arguments.parse_args().grids or list(KINDS)
    if unknown := [kind for kind in wanted if kind not in KINDS]:
        arguments.error(f"no such grid: {unknown[0]} (there are {', '.join(KINDS)})")
    data = tomllib.loads(GRIDS.read_text(encoding="utf-8"))
    gazetteer = Gazetteer.open()
    reader = Reader(loaded(), gazetteer)
    for kind in wanted:
        count, wrong = 0, 0
        for text, fault in KINDS[kind](data[kind], reader, gazetteer):
            count += 1
            if fault:
                wrong += 1
                sys.stdout.write(f"{kind}: {fault} | {text}\n")
        sys.stdout.write(f"{kind}: {wrong} wrong of {count}\n\n")


def read(reader: Reader, text: str, published: str, name: str = "r1") -> tuple[Claim, ...]:
    """The claims of a text as a report of its own."""
    return reader.read(Report(name, "outlet", None, "", text, published, "en")).claims


def fill(form: str, **words: str) -> str:
    """A form with its words, each also as its {Capital}; two commas in a row become one."""
    capitals = {name.capitalize(): word[:1].upper() + word[1:] for name, word in words.items()}
    return form.format(**words, **capitals).replace(",,", ",").replace(",.", ".")


def speakers(grid: Mapping[str, Any], reader: Reader, _: Gazetteer) -> Iterator[Wrong]:
    """Whose word is it, and for which side does he speak?"""
    for deed, known in grid["of"].items():
        for who, (name, side) in known.items():
            for form in grid["forms"]:
                text = fill(form, deed=deed, who=f"{who}," if "," in who else who)
                told = read(reader, text, TUESDAY)
                sides = [claim.side or "" for claim in told if name.lower() in (claim.by or "").lower()]
                got = ", ".join(f"{claim.by} ({claim.side})" for claim in told) or "nothing"
                yield text, "" if sides[:1] == [side] else f"wanted {name} ({side}), read {got}"


def dates(grid: Mapping[str, Any], reader: Reader, _: Gazetteer) -> Iterator[Wrong]:
    """On which days was it?"""
    for when, (first, last) in grid["of"].items():
        for form in grid["forms"]:
            text = fill(form, when=when)
            got = {(claim.date.first.day, claim.date.last.day) for claim in read(reader, text, THURSDAY) if claim.date}
            yield text, "" if got == {(first, last)} else f"wanted {first}..{last}, read {sorted(got) or 'nothing'}"


def retellings(grid: Mapping[str, Any], reader: Reader, _: Gazetteer) -> Iterator[Wrong]:
    """Is what a second report tells the event of the first, with the voice that it adds?"""
    for told, deed, place, by, speaker in grid["deeds"]:
        for form, voice in grid["forms"]:
            words = {"deed": deed, "place": place, "by": by, "for": speaker}
            text, wanted = fill(form, **words), fill(voice, **words).lower().removeprefix("the ")
            claims = [*read(reader, told, FIRST), *read(reader, text, SECOND, "r2")]
            groups = same_event(units(claims))
            together = [group for group in groups if {unit.report for unit in group} == {"r1", "r2"}]
            heard = {(c.by or "").lower() for group in together for unit in group for c in unit.claims}
            alone = f"{len(groups)} events" if len(groups) != 1 or not together else ""
            yield text, alone or ("" if any(wanted in by for by in heard) else f"wanted {wanted}, read {sorted(heard)}")


def strikes(grid: Mapping[str, Any], reader: Reader, gazetteer: Gazetteer) -> Iterator[Wrong]:
    """Is the city that its land's foe strikes found there, and no namesake?"""
    for whose, land in grid["of"].items():
        for city in gazetteer.settlements(grid["least"]):
            if city.place.country != land:
                continue
            text = fill(grid["form"], whose=whose, city=city.place.name)
            got = {(claim.place.name, claim.place.country) for claim in read(reader, text, TUESDAY) if claim.place}
            right = got == {(city.place.name, land)}
            yield text, "" if right else f"wanted {land}, read {sorted(got, key=str) or 'nothing'}"


Grid = Callable[[Mapping[str, Any], Reader, Gazetteer], Iterator[Wrong]]
KINDS: Mapping[str, Grid] = {"speakers": speakers, "dates": dates, "retellings": retellings, "strikes": strikes}


if __name__ == "__main__":
    main()
