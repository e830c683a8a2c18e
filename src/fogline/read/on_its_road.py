"""Is a town where the road goes on which something was done: "killed four drivers on the road to Beni"?"""

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention
from fogline.read.nearby import is_town
from fogline.read.placing import LED_TO, token_at
from fogline.read.what import Around


def by_its_road(around: Around) -> tuple[PlaceMention, ...]:
    """The one town that a sentence names, where a road leads to it on which something was done."""
    named = [p for p in around.places if p.role == "place" and p.place is not None]
    word = token_at(around, named[0].start, named[0].end) if len(named) == 1 and is_town(named[0]) else None
    if word is None or word.head.lower_ not in (*LED_TO, "to"):
        return ()
    road = word.head.head
    road = road.head if road.lemma_ == "lead" and road.dep_ == "acl" else road  # "the road leading to Beni"
    on = road.lemma_.lower() in place_words().roads and road.head.lower_ in ("on", "along")
    return tuple(named) if on else ()
