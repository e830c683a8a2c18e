"""How fast are dates read? Fogline's `when` beside dateparser on the same texts in the same run.

dateparser is measured in two ways: `search_dates` over the text, and spaCy's entity recogniser with `dateparser.parse`
on each DATE and TIME that it finds. Prints figures, passes or fails on none.

    .venv/bin/python bench/dates.py [--rounds N]
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from statistics import median

import dateparser
import spacy
from bench import samples
from dateparser.search import search_dates

import fogline
from fogline.model import Report
from fogline.settings import settings_from

ROUNDS = 3
ENTITIES = ("DATE", "TIME")
# Pipes that spaCy's entity recogniser does not need.
UNUSED = ["parser", "lemmatizer", "attribute_ruler", "tagger"]


def main() -> None:
    """Measure the three in turn, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds of each, in turn; the median counts")
    rounds = parser.parse_args().rounds
    reports = samples()
    words = sum(len(report.full_text.split()) for report in reports)
    say(f"{len(reports)} reports, {words} words, {rounds} rounds each in turn, Python {sys.version.split()[0]}")
    nlp = spacy.load(settings_from().spacy_model, disable=UNUSED)
    readers: dict[str, Callable[[Report], int]] = {
        "Fogline": by_fogline,
        "search_dates": by_search,
        "spaCy + dateparser": lambda report: by_entities(nlp, report),
    }
    found: dict[str, int] = {}
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds + 1):  # the first warms up
        for name, read in readers.items():
            begun = time.perf_counter()
            found[name] = sum(read(report) for report in reports)
            seconds[name].append(time.perf_counter() - begun)
    took = {name: median(times[1:]) for name, times in seconds.items()}
    rate = {name: found[name] / took[name] for name in readers}
    for name in readers:
        say(f"{name:20} {found[name]:4} dates {rate[name]:10,.0f} dates/s {words / took[name]:12,.0f} words/s")
    for name in list(readers)[1:]:
        faster = (
            f"{rate['Fogline'] / rate[name]:.1f} times the dates, {took[name] / took['Fogline']:.1f} times the words"
        )
        say(f"Fogline beside {name}: {faster} a second")


def by_fogline(report: Report) -> int:
    """How many dates Fogline finds."""
    return len(fogline.dates(report.full_text, report.published))


def by_search(report: Report) -> int:
    """How many dates dateparser's own search finds."""
    found = search_dates(report.full_text, languages=["en"], settings={"RELATIVE_BASE": base(report)})
    return len(found or ())


def by_entities(nlp: spacy.Language, report: Report) -> int:
    """How many of spaCy's dates and times dateparser can read."""
    settings = {"RELATIVE_BASE": base(report)}
    words = [entity.text for entity in nlp(report.full_text).ents if entity.label_ in ENTITIES]
    return sum(dateparser.parse(text, languages=["en"], settings=settings) is not None for text in words)


def base(report: Report) -> dt.datetime:
    """The day of publication, from which relative dates count."""
    day = report.published_day or dt.date(2024, 1, 1)
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - dateparser counts in local days


def say(line: str) -> None:
    """One line of output."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
