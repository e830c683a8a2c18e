"""How many independent origins an event has, from which sides, and what they amount to."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_builders import claim, report

from fogline.merge import merge
from fogline.merge.outlets import one_outlet, outlet_key
from fogline.model import Claim, Event, Report

AGENCY = (
    "Three people were killed and eleven were hurt when rockets fell on a bus station at dawn, the regional governor "
    "said. Rescue workers were still searching the rubble at noon. Power was cut in two districts of the city."
)
OWN = {"by": None, "side": None}
THEIRS = {"by": "spokesman", "side": "Russia"}


def event_of(*told: Claim, reports: list[Report] | None = None) -> Event:
    named = reports or [report(name) for name in sorted({one.report for one in told})]
    (event,) = merge(named, told, []).events
    return event


def level(*told: Claim, reports: list[Report] | None = None) -> tuple[str | None, int]:
    event = event_of(*told, reports=reports)
    return event.corroboration, event.origins


def test_one_report_is_one_origin_whoever_speaks_in_it():
    assert level(claim("r1/a/1"), claim("r1/a/2", **THEIRS), claim("r1/a/3", **OWN)) == ("one_origin", 1)


def test_several_reports_of_one_sides_word_are_of_one_side():
    event = event_of(claim("r1/a"), claim("r2/a", by="mayor"))

    assert (event.corroboration, event.sides) == ("one_side", ("Ukraine",))


def test_a_party_that_says_so_of_its_own_deed_makes_it_both_sides():
    assert level(claim("r1/a"), claim("r2/a", **THEIRS)) == ("both_sides", 2)


def test_a_denial_corroborates_nothing():
    denial = claim("r2/a", stance="denies", **THEIRS)

    assert level(claim("r1/a"), denial) == ("one_origin", 2), "one alone vouches for it"
    assert level(claim("r1/a"), claim("r3/a"), denial)[0] == "one_side"


def test_denials_alone_vouch_for_nothing():
    event = event_of(claim("r1/a", stance="denies", **OWN), claim("r2/a", stance="denies", **OWN))

    assert (event.corroboration, event.origins, event.sides) == ("one_origin", 2, ())


def admissions(*stances: str, **denied: Any) -> tuple[str | None, tuple[str, ...]]:
    """The level and the sides where two reports tell of a deed and who did it says this of it, day by day."""
    words = [
        claim(f"r{at}/a", **THEIRS, stance=stance, **(denied if stance == "denies" else {}))
        for at, stance in enumerate(stances, start=3)
    ]
    reports = [report(f"r{at}", f"2024-05-0{at}") for at in range(1, len(stances) + 3)]
    event = event_of(claim("r1/a"), claim("r2/a"), *words, reports=reports)
    return event.corroboration, event.sides


def test_the_last_word_of_a_side_counts():
    assert admissions("denies", "asserts") == ("both_sides", ("Russia", "Ukraine"))
    assert admissions("asserts", "denies") == ("one_side", ("Ukraine",)), "it takes back what it admitted"


def test_who_denies_another_deed_takes_nothing_back():
    assert admissions("asserts", "denies", actor=("Ukraine",))[0] == "both_sides", "another's deed"


def test_an_ally_is_no_other_side():
    assert level(claim("r1/a"), claim("r2/a", by="minister", side="Poland"))[0] == "one_side"


def test_two_sides_that_accuse_each_other_of_what_hit_civilians_are_both_sides():
    accused = claim("r1/a", target=())

    assert level(accused, claim("r2/a", actor=("Ukraine",), target=(), **THEIRS))[0] == "both_sides"
    assert level(accused, claim("r2/a", target=(), **THEIRS))[0] == "both_sides", "it owns the deed"


def test_a_band_that_only_its_foe_names_leaves_both_sides_where_another_speaks_for_who_was_hit():
    aimed = claim("r2/a", target=("Band",), **THEIRS)

    assert level(claim("r1/a", target=()), aimed)[0] == "both_sides"
    assert level(claim("r1/a", target=("Band",)), aimed)[0] == "one_side", "it may be an ally that names the foe"


def test_two_that_fight_or_agree_with_each_other_are_both_sides():
    both = {
        "actor": ("Russia", "Ukraine"),
        "target": (),
        "weapon": (),
        "sentence": "At Kharkiv the armies of both met.",
    }
    for kind in ("ground_battle", "agreement"):
        assert level(claim("r1/a", type=kind, **both), claim("r2/a", type=kind, **both, **THEIRS))[0] == "both_sides"


def test_two_that_struck_together_are_one_side():
    joint = {"actor": ("Poland", "Russia"), "target": ()}

    assert level(claim("r1/a", **{**joint, **THEIRS}), claim("r2/a", side="Poland", **joint))[0] == "one_side"


def test_two_outlets_in_their_own_words_are_independent_of_the_sides():
    assert level(claim("r1/a", **OWN), claim("r2/a", **OWN)) == ("independent", 2)


def test_a_copy_is_no_second_origin():
    reports = [report("r1", "2024-05-01", AGENCY), report("r2", "2024-05-02", AGENCY)]

    assert level(claim("r1/a", **OWN), claim("r2/a", **OWN), reports=reports) == ("one_origin", 1)


def test_a_report_that_only_quotes_another_outlet_is_no_origin_of_its_own():
    told = [claim("r1/a", **OWN), claim("r2/a", by="Outlet r1", side=None)]

    assert level(*told) == ("one_origin", 1)


def test_an_outlet_that_is_quoted_vouches_for_no_more_than_its_own_report_does():
    agency_quotes_a_governor, witness = claim("r1/a"), claim("r2/a", by="a witness", side=None)
    reprint = claim("r3/a", by="Outlet r1", side=None)

    assert level(agency_quotes_a_governor, witness) == ("one_side", 2)
    assert level(agency_quotes_a_governor, witness, reprint) == ("one_side", 2)


def test_a_copy_vouches_only_where_its_origin_tells_nothing_of_the_event():
    reports = [report("r1", "2024-05-01", AGENCY), report("r2", "2024-05-02"), report("r3", "2024-05-03", AGENCY)]
    witness, copy = claim("r2/a", **OWN), claim("r3/a", **OWN)

    assert level(claim("r1/a"), witness, copy, reports=reports) == ("one_side", 2)
    assert level(witness, copy, reports=reports) == ("independent", 2)


def test_a_report_that_quotes_an_outlet_and_somebody_else_has_its_own():
    told = [
        claim("r1/a", **OWN),
        claim("r2/a/1", by="outlet r1", side=None),
        claim("r2/a/2", by="a witness", side=None),
    ]

    assert level(*told) == ("independent", 2)


def agency(name: str = "AFP") -> Report:
    return replace(report("r1"), source=name)


SAYS = "Two people died at a bus stop"
CITED = [
    ("its long name", "AFP", {"by": "Agence France-Presse", "side": None}),
    ("its initials", "The Associated Press", {"by": "AP", "side": None}),
    ("cited beside an official", "AFP", {"sentence": f"{SAYS}, AFP reported, citing the mayor."}),
    ("cited by others", "AFP", {"by": "media", "side": None, "sentence": f"Citing AFP, media said {SAYS}."}),
    ("told by an official", "Agence France-Presse", {"sentence": f"{SAYS}, the mayor told AFP."}),
    ("by its long name", "AFP", {"sentence": f"{SAYS}, the mayor told Agence France-Presse."}),
    ("by its address", "reuters.com", {"sentence": f"{SAYS}, the mayor told Reuters."}),
]


@pytest.mark.parametrize(("what", "source", "told"), CITED, ids=[case[0] for case in CITED])
def test_who_only_cites_an_outlet_has_that_outlets_origin(what: str, source: str, told: dict[str, Any]):
    reports = [agency(source), report("r2", "2024-05-02")]

    assert level(claim("r1/a", **OWN), claim("r2/a", **told), reports=reports) == ("one_origin", 1)


NOT_CITED = [
    ("a word with its letters", "AP", {"sentence": f"{SAYS} at the APC depot, the mayor said."}),
    ("a small word", "The Times", {"sentence": f"{SAYS} hit three times, the mayor said."}),
    ("the outlet did it", "IDF", {"sentence": f"{SAYS} in an IDF raid, the mayor said.", "spans": {"actor": (36, 39)}}),
    ("nothing", "AFP", {"sentence": f"{SAYS}, the mayor said."}),
]


@pytest.mark.parametrize(("what", "source", "told"), NOT_CITED, ids=[case[0] for case in NOT_CITED])
def test_who_cites_no_outlet_is_an_origin_of_his_own(what: str, source: str, told: dict[str, Any]):
    assert level(claim("r1/a", **OWN), claim("r2/a", **told), reports=[agency(source), report("r2")])[1] == 2


def test_a_headline_is_no_word_beside_the_outlet_that_is_cited_below_it():
    head = claim("r2/a/1", **OWN, sentence="Two die in Kharkiv")
    cited = claim("r2/a/2", sentence=f"{SAYS}, AFP said.", sentence_start=40)
    own = replace(head, sentence_start=80)
    reports = [agency(), replace(report("r2"), title="Two die in Kharkiv")]

    assert level(claim("r1/a", **OWN), head, cited, reports=reports)[1] == 1
    assert level(claim("r1/a", **OWN), own, cited, reports=reports)[1] == 2, "its own words in the text"


def test_an_outlets_copy_of_itself_is_not_cited():
    told = claim("r1/a", sentence=f"{SAYS}, AFP saw."), claim("r2/a", sentence=f"{SAYS}, an AFP reporter said.")

    assert level(*told, reports=[agency(), replace(report("r2"), source="Agence France-Presse")])[1] == 2


def test_outlets_that_quote_each_other_are_one_origin():
    told = [claim("r1/a", by="outlet r2", side=None), claim("r2/a", by="outlet r1", side=None)]

    assert level(*told) == ("one_origin", 1)


def test_an_outlet_that_tells_nothing_of_the_event_is_a_voice_like_any_other():
    reports = [report("r1"), report("r2"), report("r9")]

    told = [claim("r1/a", **OWN), claim("r2/a", by="outlet r9", side=None)]

    assert level(*told, reports=reports)[1] == 2


def test_an_outlets_name_and_its_address_are_one():
    assert outlet_key("The Herald") == outlet_key("herald.com") == "herald"
    assert one_outlet("Press Trust of India", "PTI")
    assert not one_outlet("Press Trust of India", "Press Trust")
    assert not one_outlet("AP", "AFP")


@given(
    st.lists(st.sampled_from((None, "outlet r1", "outlet r2", "outlet r3", "governor")), min_size=3, max_size=3),
    st.integers(0, 2),
    st.randoms(use_true_random=False),
)
def test_a_copy_never_adds_an_origin(voices, copied, chance):
    texts = [
        AGENCY,
        f"{AGENCY[60:]} {AGENCY.upper()[:40]}",
        "The bus station was hit at dawn by rockets from afar. " * 4,
    ]
    reports = [report(f"r{n}", f"2024-05-0{n}", texts[n - 1]) for n in (1, 2, 3)]
    told = [claim(f"r{n}/a", by=voice, side=None) for n, voice in enumerate(voices, start=1)]
    before = event_of(*told, reports=reports).origins
    copy = replace(reports[copied], id="r4", source="another outlet", published="2024-05-05")
    again = replace(told[copied], id="r4/a", report="r4")

    after = event_of(*chance.sample([*told, again], 4), reports=chance.sample([*reports, copy], 4)).origins

    assert after <= before
