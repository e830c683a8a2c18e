"""The outside validators, each in one call that raises or returns what it read."""

import io
import json
import sqlite3
from pathlib import Path

import geopandas
import pyogrio
from fastkml.validator import validate
from rdflib import Graph
from rdflib.namespace import SDO


def read_parquet(data: bytes) -> geopandas.GeoDataFrame:
    """GeoPandas checks the file's `geo` metadata as it reads."""
    return geopandas.read_parquet(io.BytesIO(data))


def read_layers(data: bytes, folder: Path) -> dict[str, geopandas.GeoDataFrame]:
    """All layers of a GeoPackage as GDAL reads them; SQLite's own checks of the file before that."""
    path = folder / "ledger.gpkg"
    path.write_bytes(data)
    with sqlite3.connect(path) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []
    return {str(name): pyogrio.read_dataframe(path, layer=name) for name, _ in pyogrio.list_layers(path)}


def check_kml(text: str, folder: Path) -> None:
    """The OGC's XML Schema of KML 2.2, as fastkml brings it."""
    path = folder / "ledger.kml"
    path.write_text(text, encoding="utf-8")
    assert validate(file_to_validate=path)


def hxl_problems(text: str, folder: Path) -> tuple[list[str], list[list[str]]]:
    """Hashtags and rows as libhxl reads them; asserts that its own schema of the core hashtags finds no error."""
    import hxl

    path = folder / "ledger.csv"
    path.write_text(text, encoding="utf-8", newline="")
    source = hxl.data(str(path), hxl.InputOptions(allow_local=True)).cache()
    assert source.validate()
    return source.display_tags, [row.values for row in source]


def graph_of(text: str) -> Graph:
    """The triples of JSON-LD in schema.org's words, all of which rdflib's list of the vocabulary has."""
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    data["@context"] = {"@vocab": str(SDO)}  # what that address says of plain words, without asking it
    graph = Graph().parse(data=json.dumps(data), format="json-ld")
    terms = {*graph.predicates(), *graph.objects(predicate=None)}
    used = [term for term in terms if str(term).startswith(str(SDO))]
    assert used
    assert [term for term in used if term not in SDO] == []
    return graph
