"""Who owns up in a clause of its own behind the deed: "rockets hit it, they said; Hezbollah claimed responsibility"?

He says that it was his, and nothing of what the clause before him tells.
"""

from collections.abc import Sequence

from fogline.model import Voice
from fogline.read.about import Story
from fogline.read.blame import named_by, owner_of, owns
from fogline.read.contribution import VIOLENT_GROUPS, Contribution
from fogline.read.each_other import each_others_deed
from fogline.read.remarks import said_of_it
from fogline.read.said import Attribution
from fogline.read.telling import Telling
from fogline.read.text import Sentence


def claimed_behind(sentence: Sentence, here: Sequence[tuple[int, Telling]], story: Story) -> list[Contribution]:
    """What those say who own up behind a deed that the sentence tells before them."""
    doc, parties = story.parsed.docs[sentence.index], story.found.parties.get(sentence.index, ())
    out = []
    for verb in (t for t in doc if owns(t, sentence.text)):
        subject = owner_of(verb)
        named = named_by([subject], sentence, parties) if subject is not None else ()
        if subject is None or not named:
            continue
        at = sentence.start + subject.left_edge.idx
        violent = [(n, t) for n, t in here if story.happenings[n].group in VIOLENT_GROUPS]
        before = [n for n, t in violent if t.span[0] < at]
        if not before or any(t.span[0] > at and n not in before for n, t in violent):
            continue  # "claimed responsibility for a raid": that one is his
        end = sentence.start + verb.idx + len(verb.text)
        voice = Voice(named[-1].name, named[-1].party, "asserts", named[-1].start, end)
        out.append(Contribution(before[-1], sentence, voice, None, (), (), True))
    return out


def said_beside(
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
) -> list[Contribution]:
    """What a sentence says of a deed without telling one: two who blame each other, or anybody's remark."""
    mutual = each_others_deed(sentence, here, story, last)
    told = said_of_it(sentence, here, spoken, story, last) if mutual is None else mutual
    return told + claimed_behind(sentence, here, story)
