"""How fast are `fogline.places` and `fogline.dates` beside spaCy's entity recogniser and dateparser, on the same texts?

spaCy's small model names the places; the dates come from dateparser's `search_dates` over the text, or from its `parse`
on each word of time that spaCy finds. Neither says which namesake a place is. A place or a date counts where there is
an answer: a place in the gazetteer, an entity GPE, LOC, FAC or NORP (demonyms count on both sides), a day. Rounds take
turns; medians count. No text comes twice in a round, and what either side keeps of one round for the next stays kept.

    .venv/bin/python bench/mentions.py [--rounds N]
"""

import argparse
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from statistics import median

import dateparser
import spacy
from dateparser.search import search_dates

import fogline
from fogline.samples import reports_path
from fogline.settings import settings_from

ROUNDS = 5
PUBLISHED = dt.date(2024, 12, 22)
PLACES = ("GPE", "LOC", "FAC", "NORP")
TIMES = ("DATE", "TIME")
UNUSED = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]  # what the recogniser does without
OURS = ("fogline.places", "fogline.dates")


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds of each, in turn; the median counts")
    rounds = parser.parse_args().rounds
    texts = samples()
    words = sum(len(text.split()) for text in texts)
    works: dict[str, Callable[[], int]] = {
        OURS[0]: lambda: sum(bool(place.place) for text in texts for place in fogline.places(text)),
        OURS[1]: lambda: sum(
            bool(date.first or date.last) for text in texts for date in fogline.dates(text, PUBLISHED)
        ),
        **their_works(texts),
    }
    found = {name: work() for name, work in works.items()}
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds + 1):  # the first round warms up
        for name, work in works.items():
            times[name].append(seconds_of(work))
    say(f"{len(texts)} texts, {words} words a round, {rounds} rounds each in turn, Python {sys.version.split()[0]}")
    medians = {name: median(seconds[1:]) for name, seconds in times.items()}
    medians["both of ours"] = sum(medians[name] for name in OURS)
    found["both of ours"] = sum(found[name] for name in OURS)
    for name, seconds in medians.items():
        say(f"{name:30} {found[name]:4} found {found[name] / seconds:8,.0f} a second {words / seconds:10,.0f} words/s")
    for name in list(works)[len(OURS) :]:
        faster = found["both of ours"] / medians["both of ours"] / (found[name] / medians[name])
        say(
            f"both of ours beside {name}: {faster:.1f} times the places and dates a second, "
            f"{medians[name] / medians['both of ours']:.1f} times the words"
        )


def samples() -> list[str]:
    """The texts of the packaged reports."""
    with reports_path() as path:
        lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def their_works(texts: list[str]) -> dict[str, Callable[[], int]]:
    """What finds places and dates without Fogline."""
    nlp = spacy.load(
        settings_from().spacy_model, disable=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    )
    base = dt.datetime(PUBLISHED.year, PUBLISHED.month, PUBLISHED.day)  # noqa: DTZ001 - dateparser asks for a naive one
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}

    def searched() -> int:
        found = 0
        for doc in nlp.pipe(texts, batch_size=32):
            found += sum(entity.label_ in PLACES for entity in doc.ents)
            found += len(search_dates(doc.text, languages=["en"], settings=settings) or ())
        return found

    def parsed() -> int:
        found = 0
        for doc in nlp.pipe(texts, batch_size=32):
            found += sum(entity.label_ in PLACES for entity in doc.ents)
            times = (entity.text for entity in doc.ents if entity.label_ in TIMES)
            found += sum(bool(dateparser.parse(text, languages=["en"], settings=settings)) for text in times)
        return found

    return {"spaCy NER + search_dates": searched, "spaCy NER + dateparser.parse": parsed}


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
