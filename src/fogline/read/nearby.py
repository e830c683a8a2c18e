"""Whether two places can be where one thing happened."""

from fogline.gazetteer.fold import fold
from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention, is_part

SAME_TOWN_KM = 6.0  # a settlement and its suburbs
OF_ITS_OWN = " City"  # ends the name of a division that is one city: "Moscow City" beside "Moscow region"


def is_town(mention: PlaceMention) -> bool:
    """Whether words name one settlement: one of the gazetteer, or one that it lacks and that only its region places."""
    place = mention.place
    if place is None or place.precision == "settlement":
        return place is not None
    last = fold(mention.text).split()[-1:]
    return mention.unlisted and not set(last) & (place_words().region | place_words().district)


def same_place(a: Place, b: Place) -> bool:
    """Whether two places are one, a suburb counting as its town."""
    if a.precision != b.precision:
        return False
    if a.precision == "settlement":
        return a.name == b.name or (a.country == b.country and a.km_to(b) <= SAME_TOWN_KM)
    return a.name == b.name


def contains(wide: Place | None, narrow: Place | None) -> bool:
    """Whether one place is the region or country of the other."""
    if wide is None or narrow is None or wide.precision == "settlement":
        return False
    # A village that the gazetteer lacks has its region's point, and its own name.
    small = narrow.precision == "settlement" or (narrow.region is not None and narrow.region != narrow.name)
    division = narrow.region is not None and wide.name != narrow.name
    if wide.precision == "country" or (wide.region is None and (small or division)):
        return wide.country == narrow.country  # an area such as "the north" has no division of its own
    here = wide.name in (narrow.region, narrow.name) or is_part(narrow.region, wide.name)
    return small and wide.country == narrow.country and here


def of_its_region(named: Place, town: Place) -> bool:
    """Whether a heading can mean the region of a town by the city that it is called after: "in Kaduna"."""
    return named.country == town.country and bool(town.region) and f"{town.region} ".startswith(f"{named.name} ")


def around_city(wide: Place | None, town: Place | None) -> bool:
    """Whether a place is the region around a city that is a division of its own and gives it its name: Moscow, Kyiv."""
    if wide is None or town is None or town.region is None or not town.region.endswith(OF_ITS_OWN):
        return False
    return wide.precision == "region" and wide.name == f"{town.region.removesuffix(OF_ITS_OWN)} region"


def listed_by_name(mention: PlaceMention) -> bool:
    """Whether words name a settlement that the gazetteer has: not "the town"."""
    place, named = mention.place, mention.text != mention.text.lower()
    return named and place is not None and place.precision == "settlement" and place.geonameid is not None
