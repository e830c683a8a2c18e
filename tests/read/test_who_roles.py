"""Who did it and to whom, by the words of one sentence."""

from typing import Any

import pytest

from fogline.read.who import find_parties, roles

# A sentence, the word that names the happening, its actors, its targets.
ROLES = [
    ("Russian forces struck a Ukrainian base.", "struck", ["Russia"], ["Ukraine"]),
    ("A Ukrainian base was struck by Russian missiles.", "struck", ["Russia"], ["Ukraine"]),
    ("A Russian strike killed four men.", "strike", ["Russia"], []),
    ("The strike by Israel on Hezbollah came at dawn.", "strike", ["Israel"], ["Hezbollah"]),
    ("Shelling by the RSF killed three civilians in Sudan.", "Shelling", ["Rapid Support Forces"], []),
    # Whom a clause hangs on
    ("Israel, which bombed the school, said nothing.", "bombed", ["Israel"], []),
    ("Hamas, which was bombed on Sunday, said nothing.", "bombed", [], ["Hamas"]),
    ("Israeli soldiers who bombed the school said nothing.", "bombed", ["Israel"], []),
    ("Israeli soldiers who surrendered at the school said nothing.", "surrendered", [], []),
    ("Israeli soldiers who tried to bomb the school said nothing.", "tried", [], []),
    # Whose operation, at whose hands, whose work
    ("Four men were killed in an Israeli army operation.", "killed", ["Israel"], []),
    ("Four men were killed in a storm near Hamas.", "killed", [], []),
    ("Four men died at the hands of Hamas.", "died", ["Hamas"], []),
    ("Four men died at the gates of the city.", "died", [], []),
    ("The raid on the camp was the work of Hamas.", "raid", ["Hamas"], []),
    ("The raid on the camp was not the work of Hamas.", "raid", [], []),
    ("Four men died in an attack claimed by Hamas.", "attack", ["Hamas"], []),
    # Who only tells of it did nothing
    ("An attack that Hamas said killed nine was claimed by the ELN.", "attack", [], []),
    ("Israel carried out strikes in which Hamas said nine people had died.", "strikes", ["Israel"], []),
    ("The strikes that Israel launched killed nine people.", "strikes", ["Israel"], []),
    ("Russia accused Ukraine of shelling the market.", "shelling", ["Ukraine"], []),
    ("Mali condemned Algeria, which it accused of shelling the market.", "shelling", ["Algeria"], []),
    ("Mali accused its neighbour of shelling the market.", "shelling", [], []),
    ("The army of Mali lost the town to JNIM.", "lost", ["JNIM"], ["Mali"]),
    (
        "A rights group documented the killing of ten there by the Rapid Support Forces.",
        "killing",
        ["Rapid Support Forces"],
        [],
    ),
    ("The strike decreed by Hamas in Choco on Sunday stopped all traffic.", "strike", ["Hamas"], []),
    ("The strike stopped all traffic by the Hamas barracks.", "strike", [], []),
    ("The killing of ten there was reported on Sunday by the Rapid Support Forces.", "killing", [], []),
    ("Colombia's minister blamed the ELN, which has not commented on the blast.", "blast", ["ELN"], []),
    ("Colombia's minister met the ELN, which has not commented on the blast.", "blast", [], []),
    ("Hamas claimed responsibility for the attack.", "attack", ["Hamas"], []),
    (
        "Rwandan troops attacked, killing two Congolese soldiers.",
        "killing",
        ["Rwanda"],
        ["Democratic Republic of the Congo"],
    ),
    ("Moscow vowed to strike Ukrainian ports.", "strike", ["Russia"], ["Ukraine"]),
    (
        "Clashes between the RSF and the Joint Force in Sudan went on.",
        "Clashes",
        ["Rapid Support Forces", "Joint Force of Armed Struggle Movements"],
        [],
    ),
    (
        "Fighting broke out in Tripoli between the SSA and the 444 Brigade.",
        "Fighting",
        ["Stability Support Apparatus", "444 Brigade"],
        [],
    ),
    ("A truck exploded in Tripoli between the SSA and the port.", "exploded", [], ["Stability Support Apparatus"]),
    ("Clashes pitted M23 rebels against Burundian troops near Uvira.", "Clashes", ["M23", "Burundi"], []),
    ("Clashes worried M23 rebels near Uvira.", "Clashes", [], []),
    ("The army of Mali attributed the attack to JNIM.", "attack", ["JNIM"], []),
    ("The army of Mali attributed its losses to JNIM after the attack.", "attack", [], []),
    ("Four rebels were killed by Philippine soldiers in an operation.", "operation", ["Philippines"], []),
    ("Four rebels were shown to Philippine soldiers in an operation.", "operation", [], []),
    ("A bomb struck a van near the Somali border.", "struck", [], []),
    ("A bomb struck Somali barracks near the border.", "struck", [], ["Somalia"]),
    ("A rocket fired from Lebanese territory struck a barn.", "struck", [], []),
    ("A rocket struck Lebanese territory.", "struck", [], ["Lebanon"]),
    ("Hamas said its fighters had killed three Israeli soldiers in an attack.", "attack", ["Hamas"], []),
    ("Three Hamas fighters were killed in an attack.", "attack", [], []),
    ("Turkey hit back with strikes on the PKK.", "strikes", ["Turkey"], ["Kurdistan Workers' Party"]),
    ("Turkey is familiar with strikes on the PKK.", "strikes", [], ["Kurdistan Workers' Party"]),
    (
        "JNIM ambushed a convoy of the Malian Armed Forces and their Russian partners near Goundam.",
        "ambushed",
        ["JNIM"],
        ["Mali", "Russia"],
    ),
    ("JNIM ambushed a convoy to the north of Mali.", "ambushed", ["JNIM"], []),
    ("No group allied with Hamas has claimed the attack.", "attack", [], []),
    ("Russian missiles were fired at Kharkiv.", "fired", ["Russia"], []),
    ("Officials condemned the Houthi rockets launched at Eilat.", "launched", ["Houthis"], []),
    ("Hezbollah drones sent across the border fell in a field.", "sent", ["Hezbollah"], []),
    ("Russian officers were fired at in Kharkiv.", "fired", [], ["Russia"]),
    ("Four men died when a lorry hit a mine laid by RSF fighters.", "hit", ["Rapid Support Forces"], []),
    ("Four men died when a lorry hit a house of RSF fighters.", "hit", [], ["Rapid Support Forces"]),
    ("Al-Shabaab militants threatened on Monday to attack a port.", "threatened", ["Al-Shabaab"], []),
    ("Al-Shabaab militants threatened on Monday by drones fled.", "threatened", [], ["Al-Shabaab"]),
    ("Russian missiles were destroyed in a depot.", "destroyed", [], ["Russia"]),
    ("Houthi fighters sent to Marib were caught.", "sent", [], ["Houthis"]),
]


@pytest.mark.parametrize(("sentence", "word", "actors", "targets"), ROLES)
def test_actors_and_targets(parsed: Any, sentence: str, word: str, actors: list[str], targets: list[str]) -> None:
    text = parsed(sentence)
    found = find_parties(text, [])
    doc = text.docs[1]
    trigger = next(token for token in doc if token.text == word)
    got = roles(text.sentences[1], doc, trigger, found)
    assert sorted({m.party for m in got.actor}) == sorted(actors)
    assert sorted({m.party for m in got.target}) == sorted(targets)


def test_the_accuser_is_no_actor(parsed: Any) -> None:
    text = parsed("Russia accused Ukraine of shelling the market.")
    trigger = next(token for token in text.docs[1] if token.text == "shelling")
    got = roles(text.sentences[1], text.docs[1], trigger, find_parties(text, []))
    assert [m.party for m in got.accuser] == ["Russia"]
    assert "Russia" not in {m.party for m in got.actor}
