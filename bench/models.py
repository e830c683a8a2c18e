"""Would a statistical model read better than the rules? Three small ones, trained on the corpus and tried case by case.

Each is a logistic regression over what the rules read. The cases are dealt into folds; what a model says of a case
comes from the other folds only. `drop` leaves out happenings that are likely no event of a case, `join` makes one of
two happenings of a report that are likely one event, `type` gives a happening another type. Printed is what each does
to the score of the whole corpus, by threshold: the mean over some ways to deal the cases. docs/models.md tells more.

    .venv/bin/python bench/models.py
    .venv/bin/python bench/models.py --train    # writes the weights of `drop`, with which Fogline reads
"""

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fogline.gazetteer import Gazetteer
from fogline.merge import merge
from fogline.model import TYPE_GROUPS, Claim, Event, Report
from fogline.model.claim import ClaimLink
from fogline.publish import to_json
from fogline.read.answers import find_answers
from fogline.read.claims import build
from fogline.read.contributions import contribute
from fogline.read.happenings import Happening
from fogline.read.nearby import contains
from fogline.read.reader import Reader
from fogline.read.why import Steps
from fogline.read.worth import features, share_place
from fogline.score.cases import Case, read_cases
from fogline.score.checks import Value
from fogline.score.events import Found, found_ledger
from fogline.score.mentions import by_words
from fogline.score.tally import FOUND, RIGHT, WANTED, Compared, compare

CORPUS = Path(__file__).parent.parent / "corpus"
SETS = (CORPUS, *(CORPUS / name for name in ("second", "third", "fourth", "fifth", "sixth")))
FOLDS, DEALS = 10, 5
RARE = 4  # a feature that fewer examples have is left out
RIDGE = 100.0  # strength of the penalty on squared weights
ROUNDS = 12  # of Newton's method
LEAST_SPREAD = 0.15  # standard deviation below which a feature is not stretched further
LEAST = 0.5  # how likely an event a happening must be
SENTENCES = 8  # of a report that is judged: the cases are no shorter
WEIGHTS = Path(__file__).parent.parent / "src" / "fogline" / "lexicon" / "en" / "worth.toml"
# Cases that no weight is trained on, so that the gain can be measured on what the model never saw.
KEPT_BACK = frozenset(
    {
        "cameroon-bamenda-lockdown",
        "drc-masisi-camp-shelling",
        "iran-israel-exchange",
        "lang-kherson-crossing",
        "mali-convoy-ambush",
        "nigeria-borno-bombs",
        "redsea-mocha-tanker",
        "solo-pokrovsk",
        "southsudan-nasir-garrison",
        "ukr-assessment",
        "ukr-grid-night",
        "ukr-oil-depots",
        "yemen-marib-ballistic",
        "bfa-barani-djibasso",
        "bgd-thanchi-rowangchhari",
        "ecu-buena-fe-quevedo",
        "iran-saravan-khash",
        "lby-zawiya-surman",
        "phl-shariff-aguak-isulan",
        "rus-kamyshin-chuhuiv",
        "sdn-kurmuk-roseires",
        "som-qandala-iskushuban",
        "ukr-bilozerske-mine",
    }
)
FIELDS = ("event", "end_to_end", "figures", "voices", "links")

Features = dict[str, float]
Key = tuple[str, str, int]  # case, report, number of the happening
Told = tuple[Steps, Sequence[Happening], Sequence[Claim]]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """What a model sees of a happening or of a pair of them, and what a person's ledger says."""

    case: str
    key: tuple[Key, ...]
    features: Features
    label: str


class Corpus:
    """The cases and what the rules read of their reports."""

    def __init__(self) -> None:
        """Reads all reports, each once."""
        self.cases = read_cases(SETS)
        reader, self._places = Reader.open(), Gazetteer.open()
        self.told: dict[tuple[str, str], Told] = {}
        self.reports: dict[str, list[Report]] = {case.name: [] for case in self.cases}
        for case in self.cases:
            for row in case.rows:
                report = Report(
                    row["id"], row["source"], None, row["title"], row["text"], row["published"], row["language"]
                )
                self.reports[case.name].append(report)
                steps = reader._steps(report, every=True)
                if steps is not None:
                    self.told[case.name, report.id] = (steps, steps.happenings, steps.claims)

    def joined(self, told: Told, same: Sequence[tuple[int, int]]) -> Told:
        """A report read again with these happenings made one, the first of each pair taking in the other."""
        steps, happenings, _ = told
        home = list(range(len(happenings)))
        for one, other in same:
            home = [home[one] if at == home[other] else at for at in home]
        kept = []
        for number in dict.fromkeys(home):
            happening = Happening(happenings[number].tellings[0].group)
            for at, old in enumerate(happenings):
                for telling in old.tellings if home[at] == number else ():
                    happening.join(telling)
            kept.append(happening)
        contributions = contribute(steps.parsed, steps.found, kept, steps.voices)
        claims = build(steps.parsed.report, kept, contributions, self._places, steps.found.named())
        return steps, kept, claims

    def compared(self, change: Callable[[Told, str, str], Told] = lambda told, case, report: told) -> list[Compared]:
        """Each case beside the ledger drawn from what was read, changed."""
        return [compare(case, self.ledger(case, change)[0]) for case in self.cases]

    def ledger(self, case: Case, change: Callable[[Told, str, str], Told]) -> tuple[Found, Sequence[Event]]:
        """The ledger of a case, as it is compared and as it was merged."""
        claims: list[Claim] = []
        links: list[ClaimLink] = []
        for report in self.reports[case.name]:
            told = self.told.get((case.name, report.id))
            if told is not None:
                steps, happenings, found = change(told, case.name, report.id)
                claims += found
                links += find_answers(steps.parsed, steps.found, happenings, found)
        reports = self.reports[case.name]
        merged = merge(reports, claims, links)
        content = to_json(reports, merged.origins, merged.events, merged.links, version="0")
        return found_ledger(Value(json.loads(content), case.name)), merged.events


def examples(corpus: Corpus) -> dict[str, list[Example]]:
    """The examples of each model."""
    out: dict[str, list[Example]] = {"drop": [], "join": [], "type": []}
    for case in corpus.cases:
        found, events = corpus.ledger(case, lambda told, case, report: told)
        right = {event.id for _, event in compare(case, found).pairs}
        hit = {(c.report, int(c.happening)): event.id in right for event in events for c in event.claims}
        types = {event.id: event.type or "" for event in case.events}
        words = by_words(case.mentions or ())
        for report in corpus.reports[case.name]:
            told = corpus.told.get((case.name, report.id))
            if told is None:
                continue
            steps, happenings, claims = told
            kinds = {int(c.happening): c.type for c in claims}
            golds: dict[int, set[str]] = {}
            for n, kind in kinds.items():
                spans = [t.span for t in happenings[n].tellings]
                at = {e for e, w in words.get((report.id, "what"), ()) for s in spans if w[0] < s[1] and s[0] < w[1]}
                golds[n] = {e for e in at if TYPE_GROUPS[types[e]] == TYPE_GROUPS[kind]}
                key = ((case.name, report.id, n),)
                seen = features(steps.parsed, happenings, claims, n)
                out["drop"].append(Example(case.name, key, seen, "event" if hit[report.id, n] else "none"))
                meant = sorted(types[e] for e in golds[n] or at)
                label = kind if kind in meant else meant[0] if meant else ""
                out["type"].append(Example(case.name, key, seen | lemmas(steps, happenings[n]), label))
            for one, other in combinations(sorted(kinds), 2):
                if TYPE_GROUPS[kinds[one]] == TYPE_GROUPS[kinds[other]]:
                    pair = ((case.name, report.id, one), (case.name, report.id, other))
                    label = "one" if golds[one] & golds[other] else "two"
                    out["join"].append(Example(case.name, pair, pair_features(told, one, other), label))
    return out


def lemmas(steps: Steps, happening: Happening) -> Features:
    """The words of the sentences that tell of a happening."""
    docs = (steps.parsed.docs.get(index) for index in sorted(happening.sentences)[:6])
    kept = ("VERB", "NOUN", "ADJ", "ADV")
    return {f"word={t.lemma_.lower()}": 1.0 for doc in docs if doc is not None for t in doc if t.pos_ in kept}


def pair_features(told: Told, one: int, other: int) -> Features:
    """What two happenings of one report have in common."""
    _, happenings, claims = told
    a, b = happenings[one], happenings[other]
    mine, theirs = ([c for c in claims if int(c.happening) == n] for n in (one, other))
    apart = min(abs(i - j) for i in a.sentences for j in b.sentences)
    days = (mine[0].date, theirs[0].date)
    out: Features = {
        "same place": share_place(a, b),
        "one within the other": any(_within(p, q) for p in (c.place for c in mine) for q in (c.place for c in theirs)),
        "places": bool(a.places) + bool(b.places),
        "days": bool(a.date) + bool(b.date),
        "same days": days[0] == days[1],
        "same type": mine[0].type == theirs[0].type,
        "open": mine[0].type_open or theirs[0].type_open,
        "same status": a.status == b.status,
        "same sentence": apart == 0,
        "sentences apart": math.log1p(apart),
        "tellings": math.log(min(len(a.tellings), len(b.tellings))),
        "definite": any(t.definite for t in b.tellings),
        "weapons differ": bool(a.weapons and b.weapons and not a.weapons & b.weapons),
        "actors differ": bool(a.actors and b.actors and not a.actors & b.actors),
        f"group={TYPE_GROUPS[mine[0].type]}": 1.0,
    }
    for name in ("actor", "target", "against", "weapon"):
        first, second = ({v for c in side for v in getattr(c, name)} for side in (mine, theirs))
        out[f"shared {name}"] = bool(first & second)
    first, second = ({(k, f.low, f.high) for c in side for k, f in c.figures.items()} for side in (mine, theirs))
    out["shared figure"], out["unlike figure"] = bool(first & second), bool(first and second and not first & second)
    return {name: float(value) for name, value in out.items()}


def _within(one: object, other: object) -> bool:
    return contains(one, other) or contains(other, one)  # type: ignore[arg-type]


def out_of_fold(rows: Sequence[Example], deal: int) -> list[Mapping[str, float]]:
    """The probability of each label for each example, by models that saw no example of its case."""
    names = sorted({row.case for row in rows}, key=lambda name: hashlib.sha256(f"{deal}{name}".encode()).digest())
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    out: list[Mapping[str, float]] = [{} for _ in rows]
    for k in range(FOLDS):
        seen = [row for row in rows if fold[row.case] != k and row.label]
        unseen = [at for at, row in enumerate(rows) if fold[row.case] == k]
        often = Counter(name for row in seen for name, value in row.features.items() if value)
        columns = {name: at for at, name in enumerate(sorted(n for n, count in often.items() if count >= RARE))}
        train, test = (_matrix(part, columns) for part in (seen, [rows[at] for at in unseen]))
        middle, spread = train.mean(0), np.maximum(train.std(0), LEAST_SPREAD)
        train, test = (np.hstack([(m - middle) / spread, np.ones((len(m), 1))]) for m in (train, test))
        labels = sorted({row.label for row in seen})
        odds = [_fitted(train, np.array([row.label == label for row in seen], float), test) for label in labels]
        for at, values in zip(unseen, zip(*odds, strict=True), strict=True):
            out[at] = dict(zip(labels, map(float, values), strict=True))
    return out


def _matrix(rows: Sequence[Example], columns: Mapping[str, int]) -> Floats:
    out = np.zeros((len(rows), len(columns)))
    for at, row in enumerate(rows):
        for name, value in row.features.items():
            if name in columns:
                out[at, columns[name]] = value
    return out


def _fitted(train: Floats, label: Floats, test: Floats) -> Floats:
    """Probabilities of the test rows by ridge logistic regression."""
    return np.asarray(1 / (1 + np.exp(-(test @ _weights(train, label)))))


def _weights(train: Floats, label: Floats) -> Floats:
    """The weight of each column by ridge logistic regression; found in the rows' space, where these are fewer."""
    penalty = np.full(train.shape[1], 1 / RIDGE)
    penalty[-1] = 1.0  # the constant is all but free
    kernel = (train * penalty) @ train.T
    dual = np.zeros(len(train))
    for _ in range(ROUNDS):
        score = kernel @ dual
        likely = 1 / (1 + np.exp(-score))
        weight = np.maximum(likely * (1 - likely), 1e-6)
        dual = np.linalg.solve(kernel + np.diag(1 / weight), score + (label - likely) / weight)
    return np.asarray(penalty * (train.T @ dual))


def train(rows: Sequence[Example]) -> str:
    """The weights of `drop`, trained on all cases but those kept back, as the lexicon holds them."""
    seen = [row for row in rows if row.case not in KEPT_BACK]
    often = Counter(name for row in seen for name, value in row.features.items() if value)
    columns = {name: at for at, name in enumerate(sorted(n for n, count in often.items() if count >= RARE))}
    values = _matrix(seen, columns)
    middle, spread = values.mean(0), np.maximum(values.std(0), LEAST_SPREAD)
    scaled = np.hstack([(values - middle) / spread, np.ones((len(values), 1))])
    weights = _weights(scaled, np.array([row.label == "event" for row in seen], float))
    plain = weights[:-1] / spread
    lines = [f"{json.dumps(name)} = {plain[at]:.4f}" for name, at in columns.items()]
    return "\n".join(
        [
            "# Weights of the model that tells happenings that are events from parts and shadows of others; written by",
            "# bench/models.py --train. docs/models.md is its card.",
            f"constant = {weights[-1] - float(plain @ middle):.4f}",
            f"least = {math.log(LEAST / (1 - LEAST)):.4f}",
            f"sentences = {SENTENCES}",
            "",
            "[features]",
            *lines,
            "",
        ]
    )


def drop(least: float, odds: Mapping[tuple[Key, ...], Mapping[str, float]], told: Told, case: str, report: str) -> Told:
    """Leave out the happenings that are less likely an event than `least`."""
    steps, happenings, claims = told
    return steps, happenings, [c for c in claims if odds[((case, report, int(c.happening)),)]["event"] >= least]


def retype(
    lead: float, odds: Mapping[tuple[Key, ...], Mapping[str, float]], told: Told, case: str, report: str
) -> Told:
    """Give a happening the likeliest type, where that leads its own by `lead`."""
    steps, happenings, claims = told
    out = []
    for claim in claims:
        likely = odds[((case, report, int(claim.happening)),)]
        best = max(likely, key=lambda kind: likely[kind])
        out.append(replace(claim, type=best) if likely[best] > likely.get(claim.type, 0.0) + lead else claim)
    return steps, happenings, out


def join(  # noqa: PLR0917 - the first three are bound before
    corpus: Corpus,
    least: float,
    odds: Mapping[tuple[Key, ...], Mapping[str, float]],
    told: Told,
    case: str,
    report: str,
) -> Told:
    """Make one of two happenings that are more likely one event than `least`."""
    numbers = sorted({int(claim.happening) for claim in told[2]})
    pairs = [(((case, report, one), (case, report, other)), (one, other)) for one, other in combinations(numbers, 2)]
    same = [pair for key, pair in pairs if key in odds and odds[key]["one"] >= least]
    return corpus.joined(told, same) if same else told


def f1(compared: Sequence[Compared]) -> Floats:
    """The score of each field over all cases."""
    sums = [[sum(c.tally[name, kind] for c in compared) for kind in (RIGHT, WANTED, FOUND)] for name in FIELDS]
    return np.array([2 * right / max(1, wanted + found) for right, wanted, found in sums])


def tried(corpus: Corpus, deals: int) -> Iterator[tuple[str, int, Floats]]:
    """Each model with its threshold, the number of its examples, and the scores by deal and field."""
    rows = examples(corpus)
    thresholds = {"drop": (0.3, 0.4, 0.45, 0.5, 0.55), "join": (0.3, 0.5, 0.7, 0.9), "type": (0.05, 0.15, 0.3, 0.5)}
    for model, levels in thresholds.items():
        dealt = [
            dict(zip((row.key for row in rows[model]), out_of_fold(rows[model], deal), strict=True))
            for deal in range(deals)
        ]
        acts: dict[str, Callable[..., Told]] = {"drop": drop, "join": partial(join, corpus), "type": retype}
        act = acts[model]
        for level in levels:
            scores = np.array([f1(corpus.compared(partial(act, level, odds))) for odds in dealt])
            yield f"{model} {level}", len(rows[model]), scores


def main() -> None:
    """Try the models, and print a line for each and its threshold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--deals", type=int, default=DEALS, help="ways to deal the cases into folds; their mean counts")
    parser.add_argument("--train", action="store_true", help="write the weights of `drop` into the lexicon")
    asked = parser.parse_args()
    deals, corpus = asked.deals, Corpus()
    if asked.train:
        WEIGHTS.write_text(train(examples(corpus)["drop"]), encoding="utf-8")
        return
    rules = f1(corpus.compared())
    say(f"{'F1':20}" + "".join(f"{name:>18}" for name in FIELDS))
    say(f"{'rules':20}" + "".join(f"{value:18.4f}" for value in rules))
    for name, number, scores in tried(corpus, deals):
        gains = zip(scores.mean(0) - rules, scores.std(0), strict=True)
        say(f"{name:10}{number:8}  " + "".join(f"{mean:+11.4f} ±{spread:.4f}" for mean, spread in gains))


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
