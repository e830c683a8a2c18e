"""What somebody who tells no deed says of those who were hit: fighters or not, and what their house served for."""

from fogline.lexicon.saying import saying
from fogline.lexicon.telltales import telltales
from fogline.read.text import Sentence
from fogline.read.things import Thing, find_things


def said_of_those_hit(sentence: Sentence) -> tuple[Thing, ...]:
    """What a remark makes of what was hit: "the building had served as a barracks", "none of the dead was armed"."""
    text, lexicon = sentence.text, saying()
    used = lexicon.used.search(text)
    if used:
        behind = text[used.end() :]
        arms = [
            t for t in find_things(text) if t.kind == "against" and t.value == "military" and t.start >= used.start()
        ]
        fighting = telltales().combatants.search(behind)
        if arms:
            return (arms[0],)
        return (_thing(used.end() + fighting.start(), used.end() + fighting.end(), "military"),) if fighting else ()
    return said_of_the_dead(sentence)


def said_of_the_dead(sentence: Sentence) -> tuple[Thing, ...]:
    """What a sentence says that those were who fell: "those killed in the strike were fighters, not civilians"."""
    lexicon = saying()
    unarmed = lexicon.unarmed.search(sentence.text)
    if unarmed:
        return (_thing(unarmed.start(), unarmed.end(), "people"),)
    fought = lexicon.fought.search(sentence.text)
    return (_thing(fought.start(), fought.end(), "military"),) if fought else ()


def _thing(start: int, end: int, value: str) -> Thing:
    return Thing(start, end, "against", value, start)
