"""Is a day of what else a sentence tells behind a semicolon: "have been let go; farmers met them on Saturday"?"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.status import status_words

MARK = ";"
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
THE_DEED = frozenset({"it", "this", "that", "both", "all", "which", "there"})  # what can stand for what is told


def of_another_clause(word: Token, trigger: Token) -> bool:
    """Whether a day hangs on a verb behind a semicolon that tells of others than the deed and its dead."""
    if word.i < trigger.i or all(t.text != MARK for t in trigger.doc[trigger.i : word.i]):
        return False
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb == trigger or verb.i < trigger.i:
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    deed = any(s.lower_ in THE_DEED or s.lemma_.lower() in status_words().anaphors for s in subjects)
    harmed = verb.lemma_.lower() in deeds().casualty | deeds().lost
    return bool(subjects) and not deed and not harmed
