"""Who acts and who speaks: every mention of a party, an office, a person or a plain speaker in a report."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.names import Piece, fold, pieces
from fogline.lexicon.parties import Form, party_named
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.telltales import telltales
from fogline.lexicon.titles import PRIVATE, titles
from fogline.model import PartyMention, PlaceMention
from fogline.model.mention import PartyForm
from fogline.read.acts import acts
from fogline.read.again import follow
from fogline.read.hits import Hit, by_their_letters, find_hits, surnames
from fogline.read.introduced import introduced
from fogline.read.mentioned import Found
from fogline.read.offices import Office, find_offices
from fogline.read.roles import Roles, roles
from fogline.read.scene import HYPHEN, SPACE, Scene
from fogline.read.sides import in_dateline, party_of_place, set_stage
from fogline.read.text import ParsedText
from fogline.read.writers import lands_of_writer

__all__ = ["Roles", "find_parties", "roles"]

FORMS: Final[dict[Form, PartyForm]] = {
    "name": "name",
    "force": "name",
    "other": "name",
    "demonym": "demonym",
    "metonym": "metonym",
    "person": "person",
}
AN = re.compile(r"(?: \([^)]*\)|\))?, (?:(?:an?|the|one of) )?(?:[\w-]+ )?")
OF_THE = re.compile(r" (?:of|from)(?: the)? ")
UP_TO_FRIEND = 2  # words from the name of a friend to what says that he is one
UP_TO_DISGUISE = 40  # characters between words for a disguise and the name of those meant
UP_TO_OUTLET = 24  # characters of an outlet's name
FORCE_WORDS = 3  # words from a party's name to its force: "Russian air defence units"


def find_parties(parsed: ParsedText, places: Sequence[PlaceMention]) -> list[PartyMention]:
    """All mentions of parties and speakers in the report, in order, none overlapping another.

    `places` settle whose office a governor or a mayor holds, and whether a capital acts. A mention without a party
    is a body or a person that takes no side.
    """
    text = parsed.text
    ps = pieces(text)
    if not ps:
        return []
    people = surnames(text, ps)
    places = [p for p in places if p.role != "demonym" or fold(p.text) not in people]
    lands = [m.place.country for m in places if m.place and m.place.country]
    hits = find_hits(text, ps, [*lands, *lands_of_writer(parsed.report.source)], people)
    place_at = _places_by_piece(ps, places)
    hits = [hit for hit in hits if not _names_a_division(ps, place_at, hit)]
    hits = by_their_letters(text, ps, sorted([*hits, *introduced(text, ps, hits, place_at)], key=lambda hit: hit.first))
    scene = Scene(text, ps, _by_piece(hits), place_at, _bounds(parsed, ps))
    offices = [office for office in find_offices(scene) if not _names_a_building(scene, office)]
    offices = [office for office in offices if not _is_adjective(scene, parsed, office)]
    taken = {k for office in offices for k in range(office.first, office.last + 1)}
    stage = set_stage(scene, parsed.report, hits, places, parsed.sentences)
    found = [_of_office(scene, office) for office in offices]
    for hit in hits:
        if hit.first not in taken and hit.last not in taken and _stands(scene, parsed, hit):
            found.append(_of_hit(scene, hit, taken))
    found = [f for f in found if not _is_disguise(scene, f)]
    found = _without_labels(scene, sorted(found, key=lambda f: (f.first, -f.last)))
    return follow(scene, parsed, stage, found)


def _is_disguise(scene: Scene, item: Found) -> bool:
    """Whether armed men only pass for those who are named: "gunmen dressed as police", "in police uniforms"."""
    start, end = scene.ps[item.first].start, scene.ps[item.last].end
    before, behind = scene.text[max(0, start - UP_TO_DISGUISE) : start], scene.text[end : end + UP_TO_DISGUISE]
    return telltales().disguised.search(before) is not None or telltales().uniforms.match(behind.lstrip()) is not None


def _without_labels(scene: Scene, found: list[Found]) -> list[Found]:
    """Leave out what only describes the name after it: "the | paramilitary | Rapid Support Forces"."""
    kept = []
    for number, item in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        named = after is not None and after.known is not None and after.first == item.last + 1
        described = named and item.form == "description" and SPACE.fullmatch(scene.gap(item.last))
        friend = number > 0 and _only_befriends(scene, found[number - 1], item)
        if not (described or friend or (after is not None and _are_of(scene, item, after))):
            kept.append(item)
    return kept


def _only_befriends(scene: Scene, before: Found, item: Found) -> bool:
    """Whether a name only says whose friend the group named before it is: "JNIM, an al Qaeda affiliate"."""
    if item.party is None or before.party in (None, item.party) or item.last + 1 >= len(scene.ps):
        return False
    between = scene.text[scene.ps[before.last].end : scene.ps[item.first].start]
    named = {piece.key for piece in scene.ps[item.first + 1 : item.last + UP_TO_FRIEND + 1]}
    return not named.isdisjoint(deeds().affiliates) and AN.fullmatch(between) is not None


def _are_of(scene: Scene, item: Found, group: Found) -> bool:
    """Whether what some rebels are called at large is said of a group's: "Tuareg rebels of the FLA"."""
    if item.form != "name" or group.form != "name" or item.known is None or group.known in (None, item.known):
        return False
    last = scene.ps[item.last]
    between = scene.text[last.end : scene.ps[group.first].start]
    return last.text.islower() and titles().sorts.get((last.key,)) == "group" and OF_THE.fullmatch(between) is not None


def _by_piece(hits: Sequence[Hit]) -> dict[int, Hit]:
    return {k: hit for hit in hits for k in range(hit.first, hit.last + 1)}


def _places_by_piece(ps: Sequence[Piece], places: Sequence[PlaceMention]) -> dict[int, PlaceMention]:
    starts = [piece.start for piece in ps]
    found = {}
    for mention in places:
        k = max(0, bisect_right(starts, mention.start) - 1)
        while k < len(ps) and ps[k].start < mention.end:
            if ps[k].end > mention.start:
                found[k] = mention
            k += 1
    return found


def _bounds(parsed: ParsedText, ps: Sequence[Piece]) -> list[tuple[int, int]]:
    """First and last piece of every sentence; a sentence without letters gets an empty range (last < first)."""
    starts = [piece.start for piece in ps]
    out = []
    for sentence in parsed.sentences:
        first = bisect_right(starts, sentence.start - 1)
        last = bisect_right(starts, sentence.end - 1) - 1
        out.append((min(first, len(ps) - 1), last))
    return out


def _stands(scene: Scene, parsed: ParsedText, hit: Hit) -> bool:
    """Whether a known name stands for its party here, not for a town, a thing's make or somebody's leaning."""
    after, before = hit.last + 1, hit.first - 1
    if after < len(scene.ps) and HYPHEN.fullmatch(scene.gap(hit.last)) and scene.ps[after].text.islower():
        return False
    if before >= 0 and HYPHEN.fullmatch(scene.gap(before)) and scene.ps[before].key in titles().leaning:
        return False
    if hit.form == "demonym" and _names_a_service(scene, hit):
        return False
    if hit.form == "metonym":
        return not in_dateline(scene, hit.first, hit.last) and acts(scene, parsed, hit.first, hit.last)
    return True


def _names_a_division(ps: Sequence[Piece], place_at: Mapping[int, PlaceMention], hit: Hit) -> bool:
    """Whether a land's name is that of another land's division: "Niger State" of Nigeria."""
    place = place_at.get(hit.first)
    if hit.form != "name" or place is None or place.place is None or place.place.precision == "country":
        return False
    return place.place.country not in (None, party_named(hit.party).iso2) and place.end > ps[hit.last].end


def _names_a_building(scene: Scene, office: Office) -> bool:
    """Whether the word for a body begins the name of a building: "Government Science College"."""
    if office.person:  # "Army Public School", taken for a title and a name
        return any(scene.ps[k].key in titles().buildings for k in range(office.person[0], office.person[1] + 1))
    after = office.last + 1
    if after >= len(scene.ps) or not SPACE.fullmatch(scene.gap(office.last)):
        return False
    capitals = scene.ps[office.core_last].text[0].isupper() and scene.ps[after].text[0].isupper()
    return capitals and scene.ps[after].key in titles().buildings


def _is_adjective(scene: Scene, parsed: ParsedText, office: Office) -> bool:
    """Whether a word only tells what sort of thing something is: "an official statement" is no official's.

    Nor is "a military operation" the army's where the sentence says who launched it.
    """
    piece, lexicon = scene.ps[office.core_first], titles()
    if office.first != office.last or piece.text not in lexicon.sorts_of_things | lexicon.sorts_of_deeds:
        return False
    sentence = bisect_right(scene.bounds, office.core_first, key=lambda bound: bound[0]) - 1
    doc = parsed.docs.get(parsed.sentences[sentence].index)
    at = piece.start - parsed.sentences[sentence].start
    word = next((t for t in doc or () if t.idx == at and t.dep_ == "amod" and t.pos_ == "ADJ"), None)
    if word is None or piece.text in lexicon.sorts_of_things:
        return word is not None
    return word.head.lemma_.lower() in lexicon.carried_out and _is_carried_out(word.head)


def _is_carried_out(deed: Token) -> bool:
    """Whether the words for a deed are the object of a verb that does it: "launched", not "reported an operation"."""
    verb = deed.head
    told = saying().say - status_words().light_verbs
    return deed.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ not in told


def _names_a_service(scene: Scene, hit: Hit) -> bool:
    """Whether a demonym is the tongue of an outlet's service: "BBC Burmese reported", not "told AFP Malian troops"."""
    start, after = scene.ps[hit.first].start, hit.last + 1
    before = scene.text[max(0, start - UP_TO_OUTLET) : start]
    if not any(match.end() == len(before) - 1 for match in saying().media.finditer(before)):
        return False
    goes_on = after < len(scene.ps) and SPACE.fullmatch(scene.gap(hit.last)) is not None
    return not goes_on or scene.ps[after].key in saying().forms | saying().media_goes_on


def _of_hit(scene: Scene, hit: Hit, taken: set[int]) -> Found:
    """A mention by name, with the forces that it names: "Russian troops", "Hamas's armed wing"."""
    known = party_named(hit.party)
    last = _forces(scene, hit.last, taken)
    form = FORMS[hit.form]
    name = hit.person if hit.form == "person" and hit.person else scene.words(hit.first, last)
    return Found(hit.first, last, hit.first, hit.last, known.side, name, form, explicit=True, known=hit.party)


def _forces(scene: Scene, last: int, taken: set[int]) -> int:
    lexicon, ps = titles(), scene.ps
    k, end = last + 1, last
    if k < len(ps) and ps[k].key == "s" and scene.gap(last) in "’'" and scene.gap(last):
        k += 1
    for _ in range(FORCE_WORDS):
        if k >= len(ps) or k in taken or k in scene.hit_at or not SPACE.fullmatch(scene.gap(k - 1)):
            break
        if ps[k].key in lexicon.forces:
            end = k
        elif ps[k].key not in lexicon.modifiers:
            break
        k += 1
    return end


def _follows(office: Office, core: tuple[str, ...], side: str | None) -> bool:
    """Whether plain men are an armed group's, whose name stands beside them: "men of the Gulf Cartel"."""
    group = office.side is not None and side is not None and party_named(side).kind == "armed_group"
    return group and office.sort == "private" and " ".join(core) in titles().followers


def _publishes(scene: Scene, office: Office, core: tuple[str, ...]) -> bool:
    """Whether a channel is that of a group or of a state's body behind it: "the Telegram channel of the army"."""
    if office.side is None or core[-1] not in saying().channels:
        return False
    behind = (scene.ps[k].key for k in range(office.core_last + 1, office.last + 1))
    bodies = titles().forces | titles().ministries
    return party_named(office.side).kind == "armed_group" or not bodies.isdisjoint(behind)


def _holder(scene: Scene, office: Office) -> Hit | None:
    """The known person who holds an office, also behind words of a title that is none of the lexicon's."""
    first, last = office.person or (0, -1)
    return next((hit for k in range(first, last + 1) if (hit := scene.hit_at.get(k)) and hit.form == "person"), None)


def _of_office(scene: Scene, office: Office) -> Found:
    """A mention by office: whose it is where the words say so, and the name of who holds it."""
    core = tuple(piece.key for piece in scene.ps[office.core_first : office.core_last + 1])
    known = party_named(office.side) if office.side else None
    side = known.side if known else party_of_place(office.place)
    explicit = known is not None or (side is not None and office.sort not in ("any", *PRIVATE))
    sort = office.sort
    if sort == "any" and office.owner and not office.side:
        sort = "local" if office.owner in ("local", "local_body") else "body"
    holder = _holder(scene, office)
    if holder and not explicit:
        side, explicit = party_named(holder.party).side, True
    theirs = _follows(office, core, side) or _publishes(scene, office, core)
    if (office.sort in PRIVATE and not theirs) or (office.former and not holder):
        side, explicit = None, True
    first = office.first
    if office.sort in PRIVATE and not office.person and office.side and scene.ps[office.core_first].text.islower():
        first = office.core_first
    name = scene.words(*office.person) if office.person else scene.words(first, office.last)
    form: PartyForm = "person" if office.person else "office"
    if office.sort in ("group", "unknown", "exonym") and not office.person:
        form = "description"
    return Found(
        first,
        office.last,
        office.core_first,
        office.core_last,
        side,
        name,
        form,
        explicit,
        sort,
        core,
        office.own,
        office.person,
        office.side,
        office.again,
    )
