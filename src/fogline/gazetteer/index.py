"""Which places bear a name, and where in a text do names stand?"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

import numpy as np

from fogline.gazetteer.build import ensure
from fogline.gazetteer.fold import LONGEST_NAME as MOST_CHARACTERS
from fogline.gazetteer.fold import Word, fold, words
from fogline.gazetteer.fuzzy import neighbours
from fogline.gazetteer.parts import middle_of_part
from fogline.gazetteer.store import KINDS, NO_ROW, Store, open_store
from fogline.model import Place
from fogline.model.place import Precision

Kind = Literal["country", "region", "area", "district", "settlement", "facility"]

LONGEST_NAME: Final = 6  # words: "Bosnia and Herzegovina" has three, "Federally Administered Tribal Areas" four
MIN_FUZZY: Final = 6  # letters; a shorter word is one edit away from too many names
ARTICLES: Final = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "es", "ez", "ul", "la"})
_ENGLISH: Final = frozenset({"at", "as", "an"})  # articles that are words of English as well
_HYPHENS: Final = ("-", "‑", "–", "'", "’")
_SWAPPED: Final = {"al": ("el", ""), "el": ("al", "")}


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its names; `place` is its centre, `capitals` the seats of government in their spellings.

    `reference` is the country with GeoNames' number and GeoNames' point of it.
    """

    iso2: str
    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    place: Place
    reference: Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears a name.

    `region` is the row of its first-level region (its own row for a region), -1 where it has none; `row` its own;
    `capital` whether it is a seat of its country's government; `parts` of an area the rows of its regions and the
    ISO codes of its countries.
    """

    place: Place
    kind: Kind
    population: int
    row: int
    region: int
    capital: bool = False
    parts: frozenset[int | str] = frozenset()
    folded: str = field(default="", compare=False)
    """The place's own name, folded."""

    @property
    def noted(self) -> bool:
        """Whether it is a place of the package's own list or the user's, which hold what war reporting names."""
        return self.place.geonameid is None and self.population == 0 and self.kind in {"settlement", "facility"}

    def lies_in(self, container: "Candidate") -> bool:
        """Whether this place lies in another, as far as the index knows."""
        if container.row == self.row:
            return False
        if container.kind == "country":
            return container.place.country == self.place.country
        if container.kind == "area":
            return self.region in container.parts or self.place.country in container.parts
        if container.kind == "region":
            return self.region == container.row
        return False


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of the index in a text: characters [start, end), as written and folded, and its first and last word."""

    start: int
    end: int
    text: str
    folded: str
    first: int
    last: int


class Gazetteer:
    """Names and places, looked up in an index that is mapped into memory. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        """Wrap an opened index."""
        self._store = store
        self._countries = tuple(self._country(i) for i in range(len(store.meta["countries"])))
        self._by_iso = {country.iso2: country for country in self._countries}
        self._demonyms: dict[str, Country] = {}
        for country in self._countries:
            for word in (*country.adjectives, *country.people):
                self._demonyms.setdefault(fold(word), country)
        self._endings = frozenset(store.meta["endings"])
        self._capitals = {(c.iso2, fold(name)) for c in self._countries for name in c.capitals}
        self._adjectives = {fold(word): name for word, name in store.meta["adjectives"].items()}
        self._demonym_beginnings = frozenset(word.split()[0] for word in (*self._demonyms, *self._adjectives) if word)
        self._region_rows = {code: int(row) for row, code in store.meta["regions"].items()}
        self._largest = functools.lru_cache(maxsize=500)(self._find_largest)
        self._lookup = functools.lru_cache(maxsize=20_000)(self._find)
        self._near = functools.lru_cache(maxsize=2_000)(self._find_near)
        self._part = functools.lru_cache(maxsize=500)(self._find_part)

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """Open the index in a folder, or the user's own, which is built first where there is none.

        Raises GazetteerError where it is damaged or cannot be built.
        """
        return cls(open_store(path or ensure()))

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name: countries, regions, areas, settlements by population, districts, facilities."""
        return self._lookup(fold(name)) if _can_be_name(name) else ()

    def fuzzy(self, name: str, countries: frozenset[str]) -> tuple[Candidate, ...]:
        """Places of the given countries whose name is one letter off, or spelled by another transliteration.

        Only for a name of at least six letters that `lookup` does not know; settlements with inhabitants only.
        """
        if not countries or not _can_be_name(name):
            return ()
        folded = fold(name)
        return () if len(folded) < MIN_FUZZY else self._near(folded, countries)

    def _find_near(self, folded: str, countries: frozenset[str]) -> tuple[Candidate, ...]:
        found: dict[int, Candidate] = {}
        for neighbour in neighbours(folded):
            if neighbour in self._store.names:
                for candidate in self._lookup(neighbour):
                    if candidate.place.country in countries and candidate.kind in {"settlement", "region"}:
                        found[candidate.row] = candidate
        return tuple(sorted(found.values(), key=_rank))

    def scan(self, text: str) -> list[NameMatch]:
        """Names of the index that begin with a capital (or an Arabic article), longest first, without overlap."""
        return self.scan_words(text, words(text))

    def scan_words(self, text: str, found: Sequence[Word]) -> list[NameMatch]:
        """As `scan`, for a text whose words are known already."""
        matches = []
        at = 0
        while at < len(found):
            first = found[at]
            word = (
                first.folded in _ENGLISH and text[first.end : first.end + 1] not in _HYPHENS
            )  # "at Juba", not "at-Tur"
            if not first.capital and (first.folded not in ARTICLES or word):
                at += 1
                continue
            length, folded = self._longest(found, at)
            if length:
                start, end = found[at].start, found[at + length - 1].end
                matches.append(NameMatch(start, end, text[start:end], folded, at, at + length - 1))
            at += max(1, length)
        return matches

    def country(self, iso2: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._by_iso.get(iso2)

    @property
    def countries(self) -> tuple[Country, ...]:
        """All countries by ISO code."""
        return self._countries

    def country_of_demonym(self, word: str) -> Country | None:
        """The country of "Ukrainian" or "Ukrainians"; the more populous one where two share the word."""
        return self._demonyms.get(fold(word))

    def begins_demonym(self, folded: str) -> bool:
        """Whether a folded word is a demonym, or the first word of one."""
        return folded in self._demonym_beginnings

    def area_of_demonym(self, word: str) -> Candidate | None:
        """The region or area of "Crimean" or "Gazans"."""
        name = self._adjectives.get(fold(word))
        return next((c for c in self.lookup(name) if c.kind in {"region", "area"}), None) if name else None

    def capital_of(self, iso2: str) -> Candidate | None:
        """The settlement that is the first seat of a country's government."""
        country = self._by_iso.get(iso2)
        for name in country.capitals if country else ():
            for candidate in self.lookup(name):
                if candidate.kind == "settlement" and candidate.place.country == iso2:
                    return candidate
        return None

    def region(self, code: str) -> Candidate | None:
        """The first-level region of a GeoNames code such as "UA.07"."""
        row = self._region_rows.get(code)
        return None if row is None else self.candidate(row)

    def largest_in(self, region: int) -> Candidate | None:
        """The most populous settlement of a first-level region, given by its row: its capital as a rule."""
        return self._largest(region)

    def regions(self) -> list[Candidate]:
        """All first-level regions, by code."""
        return [self.candidate(row) for _, row in sorted(self._region_rows.items())]

    def settlements(self, people: int) -> list[Candidate]:
        """All settlements of at least so many people, the largest first."""
        places = self._store.places
        is_large = (places["kind"] == KINDS.index("settlement")) & (places["population"] >= people)
        rows = np.flatnonzero(is_large)
        return [self.candidate(int(row)) for row in rows[np.argsort(-places["population"][rows], kind="stable")]]

    def part_of(self, iso2: str, way: tuple[int, int]) -> tuple[float, float] | None:
        """The middle (lat, lon) of a side of a country: `way` is steps east and north, each -1, 0 or 1."""
        return self._part(iso2, way)

    def _find_part(self, iso2: str, way: tuple[int, int]) -> tuple[float, float] | None:
        prefix = f"{iso2}."
        rows = [row for code, row in self._region_rows.items() if code.startswith(prefix)]
        places = [self.candidate(row).place for row in rows]
        return middle_of_part([(place.lat, place.lon) for place in places], way)

    def candidate(self, row: int) -> Candidate:
        """The place of a row."""
        record = self._store.places[row]
        kind = KINDS[int(record["kind"])]
        region = int(record["region"])
        country = self._iso2(int(record["country"]))
        name = self._label(row)
        place = Place(
            name,
            country,
            self._label(region) if region != NO_ROW else (name if kind == "area" else None),
            round(float(record["lat"]), 5),
            round(float(record["lon"]), 5),
            int(record["geonameid"]) or None,
            _precision(kind),
        )
        return Candidate(
            place,
            kind,  # type: ignore[arg-type]
            int(record["population"]),
            row,
            region,
            kind == "settlement" and (country, fold(name)) in self._capitals,
            self._parts(row) if kind == "area" else frozenset(),
            fold(name),
        )

    def _find(self, folded: str) -> tuple[Candidate, ...]:
        rows = self._store.rows(folded)
        if not rows:
            article, _, rest = folded.partition(" ")
            if rest and article in ARTICLES:
                for other in _SWAPPED.get(article, ("al", "el", "")):
                    rows = rows or self._store.rows(f"{other} {rest}".strip())
        return tuple(sorted((self.candidate(row) for row in rows), key=_rank))

    def _find_largest(self, region: int) -> Candidate | None:
        places = self._store.places
        inside = np.flatnonzero((places["region"] == region) & (places["kind"] == KINDS.index("settlement")))
        return self.candidate(int(inside[np.argmax(places["population"][inside])])) if len(inside) else None

    def _longest(self, found: Sequence[Word], at: int) -> tuple[int, str]:
        """How many words from `at` on are a name, and the name; 0 where none is."""
        first = found[at]
        article = first.folded in ARTICLES and first.joins and at + 1 < len(found) and found[at + 1].capital
        if not first.capital and not article:
            return 0, ""
        ends: dict[int, int] = {}
        line = ""
        for count in range(1, LONGEST_NAME + 1):
            word = found[at + count - 1]
            line = f"{line} {word.folded}" if line else word.folded
            if (word.capital or word.folded in self._endings) and (count > 1 or not article):
                ends[len(line)] = count
            if not word.joins or at + count >= len(found):
                break
        fitting = [prefix for prefix in self._store.names.prefixes(line) if len(prefix) in ends]
        if article and not fitting:
            for other in _SWAPPED.get(first.folded, ("al", "el")):
                swapped = f"{other}{line[len(first.folded) :]}".strip()
                shift = len(line) - len(swapped)
                swaps = [line[: len(name) + shift] for name in self._store.names.prefixes(swapped)]
                fitting += [name for name in swaps if len(name) in ends]
        longest = max(fitting, key=len, default="")
        return ends.get(len(longest), 0), longest

    def _country(self, row: int) -> Country:
        entry = self._store.meta["countries"][row]
        place = self._country_place(row, entry["iso2"], entry["name"])
        lat, lon = entry["point"]
        return Country(
            entry["iso2"],
            entry["name"],
            tuple(entry["also"]),
            tuple(entry["adjectives"]),
            tuple(entry["people"]),
            tuple(entry["capitals"]),
            place,
            replace(place, lat=lat, lon=lon, geonameid=entry["geonameid"]),
        )

    def _country_place(self, row: int, iso2: str, name: str) -> Place:
        record = self._store.places[row]
        return Place(name, iso2, None, round(float(record["lat"]), 5), round(float(record["lon"]), 5), None, "country")

    def _iso2(self, index: int) -> str | None:
        return None if index == NO_ROW else str(self._store.meta["countries"][index]["iso2"])

    def _label(self, row: int) -> str:
        record = self._store.places[row]
        start = int(record["label"])
        return bytes(self._store.labels[start : start + int(record["length"])]).decode()

    def _parts(self, row: int) -> frozenset[int | str]:
        codes = self._store.meta["areas"].get(str(row), ())
        return frozenset(self._region_rows.get(code, code) for code in codes)


def _can_be_name(name: str) -> bool:
    """Whether a name is no longer than names are, and no broken text: half a pair of surrogates is in no index."""
    return len(name) <= MOST_CHARACTERS and (name.isascii() or not any("\ud800" <= c <= "\udfff" for c in name))


def _precision(kind: str) -> Precision:
    if kind == "country":
        return "country"
    return "settlement" if kind in {"settlement", "facility"} else "region"


_ORDER: Final = {"country": 0, "area": 1, "region": 2, "settlement": 3, "facility": 4, "district": 5}


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    return _ORDER[candidate.kind], -candidate.population, candidate.row
