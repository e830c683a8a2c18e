"""What do the words of a question mean: its days, its circle on the map, its types, its parties?

Raises UsageError, with one line that says what is wrong, for words that mean nothing.
"""

import calendar
import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from fogline.errors import UsageError

Names = str | Iterable[str] | None
Day = str | dt.date | None
Moment = str | dt.date | dt.datetime
Circle = tuple[float, float, float]
Near = str | Circle | None

DEFAULT_NEAR_KM = 50.0
MOST_LAT, MOST_LON = 90.0, 180.0
MOST_KM = 20_040.0  # half the way around the Earth: no place is farther from another
NUMBER = r"[-+]?\d{1,12}(?:\.\d{1,9})?"
POINT = re.compile(rf"(?P<lat>{NUMBER})\s*[,\s]\s*(?P<lon>{NUMBER})")
DISTANCE = re.compile(rf"(?P<where>.*?\S)[\s,]+(?P<number>{NUMBER})\s*(?P<unit>[^\W\d_]{{0,12}})")
DISTANCE_ALONE = re.compile(rf"{NUMBER}\s*[^\W\d_]{{0,12}}")
DAY_ALONE = re.compile(r"\d{4}-?\d{2}-?\d{2}|\d{4}-?W\d{2}-?\d")
WEEK_ALONE = re.compile(r"\d{4}-?W\d{2}")
MONTH_ALONE = re.compile(r"\d{4}-\d{2}")
DAYS_OF_WEEK = 7
KM = ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers")
CLOSE, MOST_CLOSE = 0.6, 5  # as difflib measures likeness; so many names are told
MOST_NAMED = 8


def day(given: Day, name: str) -> dt.date | None:
    """A day of a question; None for none."""
    if given is None or isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError as error:
        raise UsageError(f"{name} {given!r} is no ISO date such as 2024-12-22") from error


def days(since: Day, until: Day) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a question."""
    first, last = day(since, "since"), day(until, "until")
    if first and last and first > last:
        raise UsageError(f"since {first} is after until {last}: no day is between them")
    return first, last


def moment(given: Moment) -> dt.datetime:
    """A moment of a question, in UTC; a day, a week, a month is its last moment, a time without an offset UTC."""
    if isinstance(given, str):
        text = given.strip()
        try:
            given = _last_day(text) or dt.datetime.fromisoformat(text)
        except (ValueError, OverflowError) as error:
            wanted = "no ISO date or time such as 2024-12-22 or 2024-12-22T18:00+03:00"
            raise UsageError(f"as of {text!r} is {wanted}") from error
    if not isinstance(given, dt.datetime):
        given = dt.datetime.combine(given, dt.time.max)
    try:
        return given.replace(tzinfo=dt.UTC) if given.tzinfo is None else given.astimezone(dt.UTC)
    except OverflowError as error:
        raise UsageError(f"as of {given.isoformat()} is no moment that the calendar has") from error


def _last_day(text: str) -> dt.date | None:
    """The last day of a day, a week or a month in ISO's form; None for anything else. Raises ValueError."""
    if DAY_ALONE.fullmatch(text):
        return dt.date.fromisoformat(text)
    if WEEK_ALONE.fullmatch(text):
        return dt.date.fromisoformat(text) + dt.timedelta(days=DAYS_OF_WEEK - 1)
    if MONTH_ALONE.fullmatch(text):
        first = dt.date.fromisoformat(f"{text}-01")
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return None


def names(given: Names) -> tuple[str, ...]:
    """The names of a question, one or more or none."""
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def known(given: Names, values: Sequence[str], what: str) -> tuple[str, ...]:
    """The names, each a value of the vocabulary."""
    for name in names(given):
        if name not in values:
            raise UsageError(f"{what} {name!r} is not one of {', '.join(values)}")
    return names(given)


def parties(given: Names) -> tuple[str, ...]:
    """The names as they are, and the parties that the lexicon knows by them: "russian" is Russia too."""
    return tuple(dict.fromkeys(name for one in names(given) for name in (one, *parties_called(one))))


def told(filters: Mapping[str, object]) -> list[str]:
    """A question's filters in words, in the order of the question: "near Kazan 50km", "disputed"."""
    found = []
    for name, value in filters.items():
        if value in (None, (), []):
            continue
        if isinstance(value, bool):
            found.append(name if value else f"not {name}")
        elif isinstance(value, list | tuple):
            found.append(f"{name} {' or '.join(str(one) for one in value)}")
        else:
            found.append(f"{name} {value}")
    return found


def parties_called(name: str) -> list[str]:
    """The parties with this name, other name, demonym or metonym, in any case and spelling of accents; by name."""
    from fogline.lexicon import parties as lexicon
    from fogline.lexicon.names import keys

    asked = keys(name)
    found = []
    for party in lexicon.parties().values():
        plurals = (lexicon.plural(word) or word for word in party.demonyms)
        if asked and any(
            keys(word) == asked for word in (party.name, *party.names, *party.demonyms, *plurals, *party.metonyms)
        ):
            found.append(party.name)
    return sorted(found)


def closest(name: str, there: Sequence[str]) -> list[str]:
    """The names that are most like this one; where none is, the first few."""
    by_case = {one.casefold(): one for one in reversed(there)}
    like = difflib.get_close_matches(name.casefold(), by_case, n=MOST_CLOSE, cutoff=CLOSE)
    return [by_case[one] for one in like] or list(there[:MOST_NAMED])


def circle(near: Near) -> Circle | None:
    """Latitude, longitude and kilometres of "Kazan 50km", "Kazan" (50 km), "55.8, 49.1 20km" or three numbers."""
    if near is None:
        return None
    if not isinstance(near, str):
        lat, lon, km = near
        return _on_earth(lat, lon, km, repr(near))
    asked, text = repr(near), near.strip()
    if not text or DISTANCE_ALONE.fullmatch(text):
        raise UsageError(f'near {asked}: write a place and a distance, such as "Kazan 50km"')
    where, km = (text, DEFAULT_NEAR_KM) if POINT.fullmatch(text) else _distance(text, asked)
    if point := POINT.fullmatch(where):
        return _on_earth(float(point["lat"]), float(point["lon"]), km, asked)
    lat, lon = _place(where)
    return _on_earth(lat, lon, km, asked)


def _distance(text: str, asked: str) -> tuple[str, float]:
    """The place and the kilometres of "Kazan 50km"; a place may end in a number of its own."""
    parts = DISTANCE.fullmatch(text)
    if parts is None:
        return text, DEFAULT_NEAR_KM
    if not parts["unit"] and not POINT.fullmatch(parts["where"]) and _is_place(text):
        return text, DEFAULT_NEAR_KM
    if parts["unit"].casefold() not in KM:
        unit = f"{parts['unit']} is no unit that is known here" if parts["unit"] else "the distance has no unit"
        raise UsageError(f"near {asked}: {unit}: write kilometres, such as {parts['number'].lstrip('+-')}km")
    return parts["where"], float(parts["number"])


def _on_earth(lat: float, lon: float, km: float, asked: str) -> Circle:
    if not (abs(lat) <= MOST_LAT and abs(lon) <= MOST_LON):
        raise UsageError(f"near {asked}: latitude runs from -90 to 90, longitude from -180 to 180")
    if not 0 < km <= MOST_KM:
        why = "must be more than 0" if km <= 0 else f"is more than {MOST_KM:,.0f} km, half the way around the Earth"
        raise UsageError(f"near {asked}: the distance {why}")
    return lat, lon, km


def place_names(name: str | None) -> tuple[str, ...]:
    """The names under which events at a place may stand; none where none is asked for.

    Those are the name itself, also without the word for what it is ("Donetsk Oblast"), the first names of the place
    that bears it as another one ("Kharkov"), and a country's code.
    """
    from fogline.gazetteer import opened
    from fogline.gazetteer.fold import fold
    from fogline.lexicon.places import place_words

    if not name or not name.strip():
        return ()
    head, _, kind = name.strip().rpartition(" ")
    names = [name.strip(), *([head] if head and fold(kind) in place_words().region else [])]
    for asked in tuple(names):
        found = opened().lookup(asked)
        meant = [*found[:1], *(c for c in found if c.kind in ("country", "region"))]
        names += [c.place.country if c.kind == "country" and c.place.country else c.place.name for c in meant]
    return tuple(dict.fromkeys(names))


def _is_place(name: str) -> bool:
    from fogline.gazetteer import opened

    return bool(opened().lookup(name))


def _place(name: str) -> tuple[float, float]:
    """The coordinates of a place: of its namesakes a settlement first, since a region has no one point."""
    from fogline.gazetteer import opened

    found = opened().lookup(name)
    if not found:
        raise UsageError(f"near {name!r}: no such place in the gazetteer; latitude,longitude works too")
    place = next((one.place for one in found if one.place.precision == "settlement"), found[0].place)
    return place.lat, place.lon
