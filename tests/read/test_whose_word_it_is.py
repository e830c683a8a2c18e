"""Whose army and whose enemy an outlet means: a state agency's, a town council's channel, a Palestinian paper's."""

import pytest

from fogline.model import Report
from fogline.read import Reader

# Source, text, who did it, to whom.
MEANT = [
    (
        "TASS",
        "The Defense Ministry said its troops had captured the village of Novoolenivka in the Donetsk region.",
        {"Russia"},
        {"Ukraine"},
    ),
    (
        "Xinhua",
        "The Defense Ministry said its troops had recaptured the village of Novoolenivka in the Donetsk region.",
        {"Ukraine"},
        set(),
    ),
    ("Anadolu", "The army said it had killed four PKK members in Metina in Iraq on Sunday.", {"Turkey"}, None),
    ("WAFA", "The occupation forces shelled Khan Younis on Sunday, killing six people.", {"Israel"}, None),
    ("Xinhua", "The occupation forces shelled Khan Younis on Sunday, killing six people.", set(), None),
    ("wire", "Warplanes bombed a house in Rafah on Sunday, killing five.", {"Israel"}, None),
    ("wire", "Warplanes bombed a house in Jenin on Sunday, killing five.", {"Israel"}, None),
    ("wire", "Warplanes bombed a house in Saada on Sunday.", set(), None),
    ("wire", "Warplanes bombed a village in Sagaing on Sunday.", {"Myanmar military"}, None),
    ("wire", "Warplanes struck rebels near Kidal on Sunday.", {"Mali"}, None),
    ("WAFA", "Warplanes of the occupation bombed a house in Rafah on Sunday.", {"Israel"}, None),
    ("WAFA", "Four citizens were martyred on Sunday in an occupation raid on Rafah.", {"Israel"}, None),
    ("WAFA", "The occupation's artillery shelled Rafah on Sunday.", {"Israel"}, None),
    ("WAFA", "The occupation air force launched three raids on Nuseirat on Sunday.", {"Israel"}, None),
    ("WAFA", "The occupation bombed a tent in Rafah on Sunday.", {"Israel"}, None),
    ("WAFA", "Two boys were wounded by occupation gunfire in Rafah on Sunday.", {"Israel"}, None),
    ("WAFA", "Hundreds marched in Ramallah on Sunday against the occupation.", set(), set()),
    ("WAFA", "A bomb killed two men in Rafah on Sunday, a day of the occupation.", set(), None),
    ("Sumy City Council", "The enemy attacked Sumy with drones on Sunday.", {"Russia"}, {"Ukraine"}),
    ("Sumy Regional Prosecutor's Office, Telegram", "The occupiers shelled Sumy on Sunday.", {"Russia"}, {"Ukraine"}),
    ("Belgorod City Council", "The enemy attacked Belgorod with drones on Sunday.", {"Ukraine"}, {"Russia"}),
    ("Sumy Daily Wire", "The enemy attacked Sumy with drones on Sunday.", set(), None),
]


@pytest.mark.parametrize(("source", "text", "actor", "target"), MEANT)
def test_the_army_and_the_enemy_are_of_who_writes(
    reader: Reader, source: str, text: str, actor: set[str], target: set[str] | None
) -> None:
    claims = reader.read(Report("r1", source, None, "Report", text, "2025-03-10", "en")).claims
    assert claims
    assert {p for c in claims for p in c.actor} == actor
    assert target is None or {p for c in claims for p in c.target} == target
