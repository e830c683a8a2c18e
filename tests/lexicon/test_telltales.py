"""The patterns of telltales are well formed, and each knows its words from others like them."""

from dataclasses import fields

import pytest

from fogline.errors import LexiconError
from fogline.lexicon.telltales import Telltales, _pattern, telltales

# A list, words that it knows, and words like them that it does not.
CASES = [
    ("arrested", "Police arrested two men", "a house arrestingly painted"),
    ("kidnapped", "held for ransom", "held for questioning"),
    ("warplanes", "an army helicopter", "the jetty"),
    ("warships", "a naval vessel", "a naval cadet"),
    ("both_armies", "the two armies", "two armies of ants"),
    ("taking_sides", "our brave fighters", "the governor's guards"),
    ("combatants", "two soldiers", "two soldierly men"),
    ("foes_fell", "two militants were shot dead", "two militants shot at a car"),
    ("speaking_for", "who spoke for the front", "bespoke for him"),
    ("missions", "trade delegation", "trade deficit"),
    ("officers", "the chairman of ", "the chairmanship of "),
    ("administered", "local government area", "local governments"),
    ("early", "at 6.40am", "a mourning party"),
    ("middle", "at 3 p.m.", "a moonlit street"),
    ("late", "after nightfall", "a nightclub"),
    ("past_noon", "on Friday afternoon", "shortly before noon"),
    ("children", "four schoolgirls", "four childminders"),
    ("women", "two women", "two workmen"),
    ("civilians", "no civilians", "no civil servants"),
    ("soldiers", "eleven servicemen", "eleven sailors' wives"),
    ("helpers", "three aid workers", "three factory workers"),
    ("hours_later", "hours later", "hours of shelling"),
    ("one_more", "a fresh wave", "freshly painted"),
    ("counted_again", "raised it to ", "raised troops to "),
    ("as_a_figure", "put the figure at 17", "put the gun at his head"),
    ("said_again", "police say only ", "police say there are "),
    ("planted", "a bomb hidden in a cart", "the plantation"),
    ("stays", "withdrew troops ", "set out "),
    ("embassies", "two consulates", "two consuls"),
    ("hours", "at 0630 GMT", "630 shells"),
    ("bulletin", "The day in the region", "The day of the region's founding"),
    ("disguised", "dressed as two ", "dressed in "),
    ("uniforms", "-style fatigues", "fatigued"),
    ("of_the_un", "gunmen ambushed a UN supply convoy", "gunmen shelled a village near a UN base"),
    ("housing", "hosts some troops", "ghosts of troops"),
    ("calling_itself", "a group calling itself the Shadow Force", "a group that calls for peace"),
    ("armed_group", "Abazungu, a militia from Masisi", "Bunia, a militia stronghold"),
    ("other_deeds", "claimed similar attacks", "claimed two attacks"),
    ("militia", "two militiamen", "a militant"),
    ("deployed", "forces had been deployed in Juba", "forces deployed mines"),
    ("infighting", "two rival drug gangs", "a rival of the gang"),
    ("some_of_those", "Three were intercepted", "Three men were shot"),
]


@pytest.mark.parametrize(("name", "known", "unknown"), CASES)
def test_telltales_know_their_words(name: str, known: str, unknown: str) -> None:
    pattern = getattr(telltales(), name)
    assert pattern.search(known) and not pattern.search(unknown)


def test_every_list_has_a_case() -> None:
    assert {field.name for field in fields(Telltales)} == {name for name, _, _ in CASES}


@pytest.mark.parametrize("broken", [[], ["two", "two"], ["(open"], [""]])
def test_a_telltale_that_is_no_pattern_is_told(broken: list[str]) -> None:
    with pytest.raises(LexiconError, match=r"telltales\.toml: arrested"):
        _pattern("arrested", broken)
