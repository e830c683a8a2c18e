"""How fast are `fogline.places` and `fogline.dates` beside spaCy's entity recogniser and dateparser, on the same texts?

spaCy's small model finds names of places and words of time; each of the latter then goes to dateparser, where that is
installed. Neither says which namesake a place is. Rounds take turns; medians count. No text comes twice in a round, and
what dateparser keeps of one round for the next stays kept.

    .venv/bin/python bench/mentions.py [--rounds N]
"""

import argparse
import datetime as dt
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from statistics import median

import fogline
from fogline.samples import reports_path
from fogline.settings import settings_from

ROUNDS = 5
PUBLISHED = dt.date(2024, 12, 22)
TIMES = ("DATE", "TIME")


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds of each, in turn; the median counts")
    rounds = parser.parse_args().rounds
    texts = samples()
    words = sum(len(text.split()) for text in texts)
    theirs = "spaCy NER + dateparser" if has_dateparser() else "spaCy NER (no dateparser installed)"
    works = {
        "fogline.places": lambda: [fogline.places(text) for text in texts],
        "fogline.dates": lambda: [fogline.dates(text, PUBLISHED) for text in texts],
        theirs: their_work(texts),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds + 1):  # the first round warms up
        for name, work in works.items():
            times[name].append(seconds_of(work))
    say(f"{len(texts)} texts, {words} words a round, {rounds} rounds each in turn, Python {sys.version.split()[0]}")
    medians = {name: median(seconds[1:]) for name, seconds in times.items()}
    for name, seconds in medians.items():
        say(f"{name:36} {words / seconds:10,.0f} words/s")
    ours = medians["fogline.places"] + medians["fogline.dates"]
    say(f"{'both of ours':36} {words / ours:10,.0f} words/s   {medians[theirs] / ours:.1f} times theirs")
    say(f"{'places beside theirs':36} {'':10} {'':9} {medians[theirs] / medians['fogline.places']:.1f} times")


def samples() -> list[str]:
    """The texts of the packaged reports."""
    with reports_path() as path:
        lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def has_dateparser() -> bool:
    """Whether dateparser is installed; Fogline does not need it."""
    return importlib.util.find_spec("dateparser") is not None


def their_work(texts: list[str]) -> Callable[[], object]:
    """What finds places and dates without Fogline."""
    import spacy

    nlp = spacy.load(settings_from().spacy_model, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    parse = importlib.import_module("dateparser").parse if has_dateparser() else None
    base = dt.datetime(PUBLISHED.year, PUBLISHED.month, PUBLISHED.day)  # noqa: DTZ001 - dateparser asks for a naive one
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}

    def work() -> None:
        for doc in nlp.pipe(texts, batch_size=32):
            for entity in doc.ents:
                if parse and entity.label_ in TIMES:
                    parse(entity.text, languages=["en"], settings=settings)

    return work


def seconds_of(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + os.linesep)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
