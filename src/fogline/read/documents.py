"""Who issued a paper that says something: "a statement from the ministry said", "according to the army's count"?"""

from spacy.tokens import Token

from fogline.lexicon.saying import saying


def written_by(head: Token) -> Token:
    """Who issued a statement that says something: "a statement from the ministry said", "the army's communiqué"."""
    if head.lemma_.lower() not in saying().documents:
        return head
    owners = [c for c in head.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")]
    links = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("from", "by")]
    issued = [c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ not in saying().looking]
    links += [c for verb in issued for c in verb.children if c.dep_ == "agent"]
    owners += [p for c in links for p in c.children if p.dep_ == "pobj"]
    return owners[0] if owners else head


def author(account: Token) -> Token | None:
    """Whose an account is: "the army's count", "a statement from the ministry", "a toll given by the mayor"."""
    owner = next((c for c in account.children if c.dep_ == "poss"), None)
    given = [c for c in account.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    links = [c for w in (account, *given) for c in w.children if c.dep_ in ("prep", "agent")]
    links = [c for c in links if c.lower_ in ("by", "from", "of") and (c.head == account or c.lower_ == "by")]
    return owner or next((p for c in links for p in c.children if p.dep_ == "pobj"), None)
