"""What does the index look like on disk, and how is it opened?

A folder of plain files, mapped into memory rather than read:

    names.marisa     every folded name, to a number
    first.npy        where a name's places begin in owners.npy (one more entry than names)
    owners.npy       rows of places, name by name
    places.npy       one row a place: see PLACE
    labels.bin       the places' display names, UTF-8, row by row; places["label"] holds where each begins
    meta.json        countries, demonyms, parts of areas; written last
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
import numpy.typing as npt

from fogline.errors import GazetteerError

FORMAT = 4
META = "meta.json"
NO_ROW = -1
PLACE = np.dtype(
    [
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("population", "<i4"),
        ("geonameid", "<i4"),  # 0 where there is none
        ("region", "<i4"),  # row of the first-level region, NO_ROW where unknown
        ("country", "<i2"),  # index into meta["countries"], NO_ROW where none
        ("kind", "<i1"),  # index into KINDS
        ("label", "<u4"),
        ("length", "<u2"),
    ]
)
KINDS = ("country", "region", "area", "district", "settlement", "facility")


@dataclass(frozen=True)
class Store:
    """An opened index; nothing of it is copied into memory but meta.json."""

    names: marisa_trie.Trie
    first: npt.NDArray[np.uint32]
    owners: npt.NDArray[np.uint32]
    places: npt.NDArray[Any]
    labels: npt.NDArray[np.uint8]
    meta: dict[str, Any]

    def rows(self, folded: str) -> list[int]:
        """Rows of the places that bear a folded name."""
        key = self.names.get(folded)
        if key is None:
            return []
        return [int(row) for row in self.owners[int(self.first[key]) : int(self.first[key + 1])]]


def open_store(folder: Path) -> Store:
    """Open the index in a folder; raises GazetteerError where a file is missing or damaged."""
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        if meta["format"] != FORMAT:
            raise GazetteerError(f"the gazetteer in {folder} has another format: delete the folder to build it anew")
        names = marisa_trie.Trie()
        names.mmap(str(folder / "names.marisa"))
        return Store(
            names,
            np.load(folder / "first.npy", mmap_mode="r", allow_pickle=False),
            np.load(folder / "owners.npy", mmap_mode="r", allow_pickle=False),
            np.load(folder / "places.npy", mmap_mode="r", allow_pickle=False),
            np.memmap(folder / "labels.bin", dtype=np.uint8, mode="r"),
            meta,
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise GazetteerError(f"the gazetteer in {folder} is damaged: delete the folder to build it anew") from error
