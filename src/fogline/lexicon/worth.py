"""What makes it likely that a happening that the rules read is an event of its own: the weights in `worth.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fogline.lexicon.load import need, table

FILE = ("en", "worth.toml")


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: a happening scores `constant` and, by feature, the value times its weight.

    `least` is the score below which it is left out, `sentences` the length from which a report is judged at all.
    """

    constant: float
    least: float
    sentences: int
    features: Mapping[str, float]


@cache
def worth_weights() -> Weights:
    """The trained weights; raises LexiconError where the file is malformed."""
    content = table(*FILE)
    need(set(content) == {"constant", "least", "sentences", "features"}, "en/worth.toml", "must hold exactly its parts")
    features = content["features"]
    need(all(isinstance(w, float) for w in features.values()), "en/worth.toml features", "must be numbers")
    return Weights(float(content["constant"]), float(content["least"]), int(content["sentences"]), dict(features))
