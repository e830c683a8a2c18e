"""Is "an earlier report" nobody's but the outlet's own, of which a later one has taken the place?"""

from spacy.tokens import Token

from fogline.lexicon.saying import saying

ARTICLES = frozenset({"a", "an", "the", "its", "our"})


def is_earlier_report(head: Token) -> bool:
    """Whether nothing but that it came earlier is said of a report: "a previous version of this story"."""
    if head.lemma_.lower() not in saying().documents:
        return False
    beside = [c for c in head.children if c.lower_ not in ARTICLES and not _of_this_story(c)]
    return bool(beside) and all(c.lower_ in saying().superseded for c in beside)


def _of_this_story(word: Token) -> bool:
    if word.lower_ != "of":
        return False
    return any(c.lower_ in ("this", "our") for story in word.children for c in story.children)
