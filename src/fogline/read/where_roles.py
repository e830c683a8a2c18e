"""Is a name a place or a party: "in Kyiv", or "Kyiv accused"?"""

from typing import Final

from fogline.gazetteer import Candidate
from fogline.lexicon.places import PlaceWords, place_words
from fogline.model.mention import PlaceRole
from fogline.read.where_looks import office_of
from fogline.read.where_story import MAX_BACK, Name, Story

TYPE_WORDS: Final = 3  # "Sumy administrative region, Ukraine"
SUBJECTS: Final = frozenset({"nsubj", "agent"})


def role(story: Story, name: Name, candidate: Candidate) -> PlaceRole:
    """The role of a name that is no part of something else.

    Only a country or a capital can be a party; any other name is a place, unless it tells whose office it is.
    """
    if candidate.kind != "country" and not candidate.capital:
        return "other" if office_of(story, name) else "place"
    lexicon = place_words()
    if name.typed and candidate.kind != "country":
        return "place"
    owned = _owned(story, name, lexicon)
    sided = story.adjoins(name.first - 1, name.first) and story.folded(name.first - 1, name.sentence) in lexicon.ways
    if owned is None and (sided or name.by in lexicon.inside or _follows_onto(story, name, lexicon)):
        return "place"
    if owned is None and office_of(story, name):
        return "party"
    if owned is None and candidate.capital and not name.by and _is_minded(story, name, lexicon):
        return "party"
    return owned or _acts(story, name, candidate, lexicon) or _governed(story, name, candidate, lexicon)


def _governed(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> PlaceRole:
    """What the preposition before a name makes of it."""
    country = candidate.kind == "country"
    if name.by in _WAYS and _moving(story, name, lexicon):
        return "place"
    if name.by in lexicon.party_prepositions and (country or name.by in _SIDES):
        return "party"
    return "party" if country and not _stands_behind_place(story, name) else "place"


def _moving(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a word of moving stands before the preposition: "fled to Chad"."""
    for at in range(name.first - 1, name.first - 1 - MAX_BACK, -1):
        if story.folded(at, name.sentence) == name.by:
            return story.folded(at - 1, name.sentence) in lexicon.moving
    return False


_WAYS: Final = frozenset({"to", "from", "for", "towards", "toward"})
_SIDES: Final = frozenset({"with", "against", "between", "than", "like", "versus"})


def _owned(story: Story, name: Name, lexicon: PlaceWords) -> PlaceRole | None:
    """What a possessive makes of a name: "Russia's army" a party, "Russia's Belgorod region" a place."""
    end = story.words[name.last].end
    if story.text[end : end + 2] not in {"'s", "’s", "' ", "’ "}:
        return None
    at = name.last + 1
    word = story.word(at, name.sentence)
    if word is None:
        return None
    if word.folded in lexicon.bodies:
        return "party"
    if word.folded in lexicon.possessed_places | lexicon.directions:
        return "place"
    starts_name = any(other.first == at and not other.demonym for other in story.names)
    return "place" if starts_name else "party"


def _follows_onto(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a name follows "on" or "of" and a noun that makes a place of it: "strikes on Ukraine"."""
    if name.by not in {"on", "of"}:
        return False
    for at in range(name.first - 1, name.first - 5, -1):
        if story.folded(at, name.sentence) == name.by:
            return story.folded(at - 1, name.sentence) in lexicon.onto
    return False


def _stands_behind_place(story: Story, name: Name) -> bool:
    """Whether a country follows a place and a comma: "Bamenda, Cameroon"."""
    for at in range(name.first - 1, name.first - 1 - TYPE_WORDS, -1):  # a word that types it may stand between
        for other in story.names_at(at):
            if other.sentence == name.sentence and story.text[other.to : name.start].strip() == ",":
                return not other.demonym and not other.kinds() <= {"country"}
    return False


def _acts(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> PlaceRole | None:
    """Whether a name is the doer of its sentence, by the parse or, without one, by the verb behind it."""
    token = story.token(name.first, name.last)
    if token is None:
        following = story.folded(name.last + 1, name.sentence)
        acts = not name.by and following in lexicon.party_verbs
        return "party" if acts and not (following in _BE and candidate.capital) else None
    while token.dep_ in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep_ == "compound" and token.head.lower_ in lexicon.bodies:
        return "party"
    country = candidate.kind == "country"
    if token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        verb = token.head if token.dep_ == "nsubj" else token.head.head
        return "party" if country or verb.lemma_.lower() not in lexicon.undergo else "place"
    if token.dep_ in {"dobj", "dative"}:
        return "party" if country or token.head.lemma_.lower() not in lexicon.takes else "place"
    if token.dep_ == "nsubjpass":
        return "party" if country else "place"
    return None


def _is_minded(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a form of "be" and a word for a will or a state of mind follow: "is on the offensive"."""
    if story.folded(name.last + 1, name.sentence) not in _BE:
        return False
    words = [story.folded(name.last + ahead, name.sentence) for ahead in range(2, 6)]
    while words and words[0] in _LITTLE:
        words.pop(0)
    return bool(words) and words[0] in lexicon.minded


_LITTLE: Final = frozenset({"on", "the", "now", "not", "also", "still", "very", "fully", "never"})
_BE: Final = frozenset({"is", "was", "has", "had", "were"})
