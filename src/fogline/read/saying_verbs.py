"""Which verbs of a sentence attribute something, and to whom, by the parse and by the words."""

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.lexicon.time import time_words
from fogline.lexicon.titles import titles
from fogline.read.blame import is_to_blame, laid_on
from fogline.read.figure_choice import takes_in
from fogline.read.nounlike import told_by_several
from fogline.read.own_eyes import saw_it

CHAIN = 4  # verbs joined by "and" back to the one with the subject
QUOTE_ENDS = (",", '"', "”", "’", "'", ";", "-", "–", "—", "»")
SEGMENT_ENDS = (",", "”", '"', "–", "—", ";")
SPEECH_MARKS = ('"', "“", "”", ":")
NAMING = ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
SPEAKER_WORDS = 14  # words of a speaker between comma and verb
STATES_REACH = 5  # words before "states" in which an "and" joins their names
PLAIN_TENSES = ("VBP", "VBZ", "VBD")
NUMBER_REACH = 4  # words from "at" to the number: "at at least two"
KNOWN_REACH = 6  # words from such a verb to "that"


def attributes(verb: Token) -> bool:
    """Whether a token is a verb of saying that vouches for something here."""
    if not _is_verb(verb) or _unsaid(verb) or _is_lost(verb):
        return False
    lexicon, lemma = saying(), verb.lemma_.lower()
    if lemma in lexicon.refuse:
        return lexicon.no_comment.search(" ".join(t.text for t in verb.subtree)) is not None
    negated = any(c.dep_ == "neg" for c in verb.children)
    if lemma in lexicon.accuse or lemma in lexicon.deny or laid_on(verb):
        done = is_to_blame(verb) or _stands_accused(verb, lemma) or _disputes_land(verb, lemma)
        done = done or _sends_away(verb, lemma) or _denies_abetting(verb, lemma)
        return not (done or (negated and lemma not in lexicon.deny))
    if _speaks_lightly(verb, lemma) or _makes_known(verb, lemma) or _counts_those(verb, lemma) or corrects(verb):
        return not negated
    if negated or lemma not in lexicon.say | lexicon.witnessing:
        return False
    vouches = lemma in lexicon.say and (lemma not in lexicon.clause_only or _has_content(verb, lemma))
    return vouches or saw_it(verb, subject_of(verb))


def condemns(verb: Token) -> bool:
    """Whether a deed itself is condemned, and no word on it: "the church rejects the attack" vouches for nothing."""
    lexicon = saying()
    objects = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_.lower() in lexicon.condemning else []
    return bool(objects) and all(c.lemma_.lower() in lexicon.condemned for c in objects)


def _unsaid(verb: Token) -> bool:
    """Whether it is what somebody would not say: "declined to comment", "did not wish to add anything"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.pos_ not in ("VERB", "AUX"):
        return False
    return above.lemma_.lower() in saying().refuse or any(c.dep_ == "neg" for c in above.children)


def _is_lost(verb: Token) -> bool:
    """Whether a heading tells what became of those before the verb, who say nothing: "four crew feared dead"."""
    feared = verb.lemma_.lower() in saying().feared and verb.i + 1 < len(verb.doc)
    return feared and verb.nbor(1).lower_ in saying().lost


def _stands_accused(verb: Token, lemma: str) -> bool:
    """Whether a heading tells whom others accuse, and no accuser: "Army accused of killing herders"."""
    if lemma not in saying().accuse or verb.tag_ not in ("VBD", "VBN"):
        return False
    charged = {c.dep_ for c in verb.children}
    charge = any(c.dep_ == "prep" and c.lower_ in ("of", "for", "over") for c in verb.children)
    return charge and verb.dep_ == "ROOT" and not charged & {"dobj", "agent", "nsubjpass", "aux", "ccomp"}


def _sends_away(verb: Token, lemma: str) -> bool:
    """Whether somebody loses his office, and nothing is denied: "the government dismissed the governor"."""
    lost = [c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return lemma == "dismiss" and any((word,) in titles().sorts for word in lost)


def _disputes_land(verb: Token, lemma: str) -> bool:
    """Whether it is a land that two lay claim to: "areas that are disputed by Erbil and Baghdad"."""
    if lemma not in saying().contesting or verb.tag_ != "VBN":
        return False
    what = [verb.head] if verb.dep_ in ("relcl", "acl", "amod") else [c for c in verb.children if c.dep_ == "nsubjpass"]
    lands = place_words().region | place_words().land | {"part"}
    return any(thing.pos_ == "PROPN" or thing.lemma_.lower() in lands for thing in what)


def _denies_abetting(verb: Token, lemma: str) -> bool:
    """Whether a clause says that somebody denies helping those who fight: "Rwanda, which denies backing M23"."""
    done = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp") and c.tag_ == "VBG"]
    return (
        verb.dep_ == "relcl"
        and lemma in saying().deny
        and bool(done)
        and all(c.lemma_.lower() in saying().abetting for c in done)
    )


def _speaks_lightly(verb: Token, lemma: str) -> bool:
    """Whether a verb speaks with its object: "issued a warning", "took responsibility"."""
    lexicon = saying()
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in lexicon.light and any(c.lemma_ in lexicon.light_nouns for c in objects):
        return True
    taken = [c for c in objects if lemma in lexicon.owning and c.lemma_ in lexicon.owned]
    return any(not any(c.lower_ == "no" for c in thing.children) for thing in taken)


def _makes_known(verb: Token, lemma: str) -> bool:
    """Whether somebody lets it be known: "made clear that", "let it be known that"."""
    if lemma not in saying().making_known:
        return False
    words = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + KNOWN_REACH]]
    return any(a in saying().known and b == "that" for a, b in pairwise(words))


def _counts_those(verb: Token, lemma: str) -> bool:
    """Whether somebody tells of the dead or hurt in his hands: "the hospital received seven bodies"."""
    if takes_in(verb) and any(t.like_num for c in verb.children if c.dep_ == "dobj" for t in c.subtree):
        return verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.head.lemma_.lower() not in saying().say)
    if lemma not in saying().receiving or verb.dep_ not in ("ROOT", "conj"):
        return False
    people = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in saying().received]
    return any(t.like_num for thing in people for t in thing.subtree)


def corrects(verb: Token) -> bool:
    """Whether somebody gives another count of dead or hurt than before: "lowered the death toll from 12 to nine"."""
    if verb.lemma_.lower() not in saying().correcting:
        return False
    counts = {*count_words().marks["correctable"], *count_words().figures["killed"].nouns}
    tolls = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in counts]
    return any(_of_people(toll) for toll in tolls) and any(t.like_num for t in verb.subtree)


def _of_people(toll: Token) -> bool:
    """Whether a count is of the dead or hurt, as far as its words tell of whom it is."""
    counted = [p for c in toll.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.subtree]
    beside = [c for c in toll.children if c.dep_ in ("compound", "amod", "acl")]  # "the number of soldiers killed"
    harm = count_words().figures["killed"], count_words().figures["injured"]
    told = {t.lower_ for t in (*counted, *beside)} | {t.lemma_.lower() for t in (*counted, *beside)}
    return (
        toll.lemma_.lower() in {"toll", *harm[0].nouns}
        or not counted
        or any(told & (f.states | f.nouns | f.of) for f in harm)
    )


def _is_verb(verb: Token) -> bool:
    if verb.tag_ == "VBG":
        return verb.dep_ in ("ROOT", "conj", "advcl")
    if verb.pos_ in ("VERB", "AUX"):
        return verb.lower_ != "states" or not _named_before(verb)
    if verb.lower_ in saying().nounlike:
        return told_by_several(verb) is not None
    # "IOM reports", which the tagger takes for a noun
    if verb.tag_ != "NNS" or verb.lower_ != "reports":
        return False
    return verb.i + 2 >= len(verb.doc) or verb.nbor(1).text == ","


def _named_before(verb: Token) -> bool:
    """Whether "states" are those named before it: "in Gujarat and Karnataka states"."""
    joined = [t.lower_ for t in verb.doc[max(0, verb.i - STATES_REACH) : verb.i]]
    told = any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)
    return verb.i > 0 and verb.nbor(-1).pos_ == "PROPN" and "and" in joined and not told


def _has_content(verb: Token, lemma: str) -> bool:
    """Whether a verb that has other meanings too is followed by what somebody says."""
    lexicon = saying()
    prepositions = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    if lemma == "speak":
        return "of" in prepositions
    acts = any(c.dep_ == "prt" and c.lower_ in lexicon.acting for c in verb.children)
    if acts or (lemma == "call" and _only_names(verb)):
        return False  # "called up reservists", "put down a revolt"
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and not _parted(c, verb)]
    reported = verb.dep_ in ("parataxis", "ccomp") and verb.i > verb.head.i and not _is_said(verb)
    marks = [c for c in verb.children if c.text in SPEECH_MARKS]
    if clauses or reported or (marks and not any(_opens_on(c, verb) for c in marks)):
        return True
    if lemma == "put":  # "put the toll at nine", not "put nine firms on its list"
        return "at" in prepositions or _puts_toll(verb)
    if lemma in lexicon.counting:
        return any(t.like_num for c in verb.children for t in c.subtree)
    return lemma in lexicon.naming and any(c.dep_ in ("dobj", "prep", "oprd", "xcomp") for c in verb.children)


def _opens_on(mark: Token, verb: Token) -> bool:
    """Whether a verb is the first word of a quotation: "said that troops “continued to shell the town”"."""
    parted = mark.i and mark.nbor(-1).whitespace_ and not mark.whitespace_
    return mark.i == verb.i - 1 and bool(parted)


def _puts_toll(verb: Token) -> bool:
    """Whether a count is put at a number, wherever "at" hangs: "put the dead in the raid on X at two"."""
    counts = {*count_words().marks["correctable"], *saying().the_dead}
    tolls = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in counts]
    at = [t.i for toll in tolls for t in verb.doc[toll.i :] if t.lower_ == "at"]
    return any(t.like_num for i in at for t in verb.doc[i + 1 : i + NUMBER_REACH])


def _is_said(verb: Token) -> bool:
    """Whether a clause is what somebody else says, so that its verb tells a deed: "said they continued their raids"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in saying().say and verb.head.i < verb.left_edge.i


def _only_names(verb: Token) -> bool:
    """Whether a name alone is what somebody or something is called: "Krasnoye, called Sontsivka", "called Erdogan"."""
    said = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "xcomp", "ccomp", "prep")]
    named = [c for c in said if c.dep_ in ("dobj", "oprd")]
    told = [c for c in said if c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "prep" and c.lower_ in ("for", "on"))]
    return len(named) == 1 and named[0].pos_ == "PROPN" and not told


def _parted(clause: Token, verb: Token) -> bool:
    """Whether a clause stands before a verb and a semicolon: "Nine are dead; rescuers found the last at dawn"."""
    return clause.i < verb.i and any(token.text == ";" for token in verb.doc[clause.i : verb.i])


def subject_of(verb: Token) -> Token | None:
    """Who says it: the speaker beside the verb, its subject, that of a verb it is joined to, a passive's agent."""
    for _ in range(CHAIN):
        found = (
            _said_before(verb)
            or told_by_several(verb)
            or _quoted(verb)
            or _inverted(verb)
            or _at_the_end(verb)
            or _own_subject(verb)
            or _misread(verb)
        )
        if found is not None:
            return found
        if any(c.dep_ == "nsubjpass" for c in verb.children) and verb.dep_ != "conj":
            return None
        joined = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not joined or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = _denier(verb.head) if verb.dep_ == "advcl" else verb.head
    return None


def _denier(verb: Token) -> Token:
    """Who denies that they did it, "saying" something, says it: the verb of denial above the one denied."""
    above = verb.head
    return above if verb.dep_ == "ccomp" and above.lemma_.lower() in saying().deny else verb


def _said_before(verb: Token) -> Token | None:
    """Who speaks in a heading that leaves out the second subject: "Police deny nine died, say 14"."""
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.tag_ not in PLAIN_TENSES:
        return None
    if any(c.dep_ == "nsubj" and not c.like_num for c in verb.children):
        return None
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and attributes(c)]
    return _own_subject(said[0]) if said else None


def _quoted(verb: Token) -> Token | None:
    """Whom an outlet quotes: "Interfax cited an officer as saying", "the mayor was quoted as saying"."""
    if verb.lemma_ not in saying().quoting or not any(
        c.lower_ == "as" and c.dep_ in ("prep", "mark") for c in verb.children
    ):
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in saying().told and not _disagrees(verb, child):
            if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return child
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _at_the_end(verb: Token) -> Token | None:
    """The speaker between the last comma and the verb: "…, a source said.", "…, Col. X, a spokesman, told …".

    Read from the words: the parse often takes such a speaker for a part of what is said.
    """
    if verb.lemma_ in saying().clause_only - saying().thinking or verb.tag_ == "VBG":
        return None
    doc, end = verb.doc, verb.i
    if verb.dep_ == "relcl" and verb.lemma_ in saying().deny and doc[end - 1].text != ",":
        return None  # "…, which the group denies"
    while end > 0 and doc[end - 1].text == ",":  # the verb follows an apposition
        end = _comma_before(doc, end - 1)
    start = _comma_before(doc, end) + 1
    if (start <= 1 and end == verb.i) or not _names_speaker(doc[start:end]) or _goes_on_list(doc[start:end].root):
        return None
    chunks = [c for c in doc.noun_chunks if start <= c.root.i < end]
    if chunks and doc[start].text in time_words().weekdays:  # "Tuesday at noon the army's spokesman, …, told"
        return chunks[-1].root
    root = _watched(doc[start:end].root, doc[end - 1])
    if root.pos_ in ("NOUN", "PROPN", "PRON") or (
        root.lower_ == "one" and any(c.dep_ == "appos" for c in root.children)
    ):
        return root
    return chunks[0].root if chunks else doc[end - 1]


def _watched(root: Token, last: Token) -> Token:
    """The body itself in "the ceasefire monitoring mechanism", which the parse takes for a ceasefire that monitors."""
    monitoring = last.head
    watches = last.dep_ == "dobj" and monitoring.tag_ == "VBG" and monitoring.head == root
    return last if watches and monitoring.i == root.i + 1 and last.i == monitoring.i + 1 else root


def _goes_on_list(name: Token) -> bool:
    """Whether a name before the verb ends a list behind a preposition: "residents of Delmas, Nazon and Solino fear"."""
    while name.dep_ in ("conj", "appos"):
        name = name.head
    return name.dep_ == "pobj" and name.head.head.dep_ in ("nsubj", "nsubjpass")


def _names_speaker(words: Span) -> bool:
    """Whether some words are a short noun phrase: no verb in them, a noun or a bracket at the end."""
    if not 0 < len(words) <= SPEAKER_WORDS or words[0].dep_ == "mark":
        return False
    if len(words) > 1 and words[0].tag_ == "VBG" and all(t.text[0].isupper() and t.pos_ == "PROPN" for t in words[1:]):
        return True  # "Khaing Thukha", "Ding Shan": a name that the tagger takes for a participle
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") for t in words)
    return not finite and words[0].pos_ in NAMING and words[-1].pos_ in ("NOUN", "PROPN", "PRON", "PUNCT")


def _comma_before(doc: Doc, at: int) -> int:
    """The last comma, dash or quotation mark before token `at`; -1 where there is none."""
    return next((t.i for t in reversed(doc[:at]) if t.text in SEGMENT_ENDS), -1)


def _misread(verb: Token) -> Token | None:
    """The subject of "the herders announced that …", which the parse reads as a noun with a participle."""
    head = verb.head
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN"):
        return head if any(c.dep_ in ("ccomp", "dobj") for c in verb.children) else None
    return None


def _inverted(verb: Token) -> Token | None:
    """The speaker after the verb in `…," said the mayor`, which the parse often takes for an object."""
    if verb.i == 0 or verb.i + 1 >= len(verb.doc) or verb.lemma_ not in saying().inverted:
        return None
    if verb.nbor(-1).text not in QUOTE_ENDS or verb.tag_ == "VBG" or _speaks_lightly(verb, verb.lemma_.lower()):
        return None  # "spoke with the president, announcing military aid", "the rebels, …, claimed responsibility"
    if verb.lemma_ != "say" and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        return None  # "Hamas, which rules the strip, claimed responsibility"
    after = verb.nbor(1)
    if (
        after.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADJ")
        or after.dep_ == "mark"
        or after.lower_ in ("that", "it")
    ):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i), None)
    root = subject or next((chunk.root for chunk in verb.doc.noun_chunks if chunk.start == after.i), None)
    clause = subject is None and root is not None and root.dep_ in ("nsubj", "nsubjpass") and root.head != verb
    return None if clause or (root is not None and _disagrees(verb, root)) else root


def _disagrees(verb: Token, subject: Token) -> bool:
    """Whether a plural behind "says" is what is said: "…, says hundreds were taken"."""
    return verb.tag_ == "VBZ" and subject.i > verb.i and subject.tag_ in ("NNS", "NNPS")


def stands_apart(verb: Token) -> bool:
    """Whether the words and not the parse give the speaker, so that the verb vouches for the whole sentence."""
    return (_inverted(verb) or _at_the_end(verb) or _misread(verb) or told_by_several(verb)) is not None
