"""What share is right? Precision, recall and F1 of each field, and accuracy where a field has one value."""

from collections.abc import Mapping

from fogline.score.questions import ANSWERED, QUESTIONS
from fogline.score.tally import FOUND, MANY, ONE, RIGHT, WANTED, Tally

Figures = dict[str, float]
"""Shares from 0 to 1 by name, as "event_f1" or "place_accuracy"."""
PRECISION, RECALL, F1, ACCURACY = "precision", "recall", "f1", "accuracy"


def of_ledgers(tally: Tally) -> Figures:
    """The figures of each field of the ledger; where there was nothing to find and nothing was found, 1."""
    figures: Figures = {}
    for field in MANY:
        right, wanted, found = (tally[field, kind] for kind in (RIGHT, WANTED, FOUND))
        figures[_name(field, PRECISION)] = _share(right, found)
        figures[_name(field, RECALL)] = _share(right, wanted)
        figures[_name(field, F1)] = _share(2 * right, wanted + found)
    for field in ONE:
        figures[_name(field, ACCURACY)] = _share(tally[field, RIGHT], tally[field, WANTED])
    return figures


def of_mentions(tally: Tally) -> Figures:
    """The figures of each question; F1 is the harmonic mean, since the two shares count different answers."""
    figures: Figures = {}
    for question in QUESTIONS:
        precision = _share(tally[question, RIGHT], tally[question, FOUND])
        recall = _share(tally[question, ANSWERED], tally[question, WANTED])
        figures[_name(question, PRECISION)] = precision
        figures[_name(question, RECALL)] = recall
        figures[_name(question, F1)] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return figures


def headlines(figures: Mapping[str, float]) -> Figures:
    """One figure a field: its F1, or its accuracy."""
    named = {name.rpartition("_")[::2]: value for name, value in figures.items()}
    return {field: value for (field, kind), value in named.items() if kind in (F1, ACCURACY)}


def _name(field: str, kind: str) -> str:
    return f"{field}_{kind}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
