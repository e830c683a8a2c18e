"""OGC API - Features: by its rules, and by GDAL's own client."""

import json
import shutil
import socket
import subprocess
import threading
import time

import jsonschema
import pytest
import uvicorn

from fogline.serve.app import create_app
from fogline.serve.ogc import QUERYABLES

ITEMS = "/ogc/collections/events/items"


def links(body, rel):
    return [link["href"] for link in body["links"] if link["rel"] == rel]


def test_from_the_landing_page_everything_is_reached_by_links(client):
    landing = client.get("/ogc").json()
    assert client.get("/ogc/").json() == landing
    assert "conf/core" in str(client.get(links(landing, "conformance")[0]).json())
    collections = client.get(links(landing, "data")[0]).json()["collections"]
    assert [one["id"] for one in collections] == ["events"]
    extent = collections[0]["extent"]
    west, south, east, north = extent["spatial"]["bbox"][0]
    assert west < east
    assert south < north
    found = client.get(links(collections[0], "items")[0])
    assert found.headers["content-type"] == "application/geo+json"
    assert found.json()["numberMatched"] == 12
    api = client.get(links(landing, "service-desc")[0]).json()
    named = {one["name"] for one in api["paths"]["/collections/events/items"]["get"]["parameters"]}
    assert {"bbox", "datetime", "limit", *QUERYABLES} <= named


def test_features_are_geojson_with_the_same_properties_each(client):
    body = client.get(ITEMS).json()
    names = {tuple(feature["properties"]) for feature in body["features"]}
    assert len(names) == 1
    for feature in body["features"]:
        assert feature["type"] == "Feature"
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert not any(isinstance(value, list | dict) for value in feature["properties"].values())
        one = client.get(f"{ITEMS}/{feature['id']}").json()
        assert one["properties"] == feature["properties"]


def test_next_links_walk_through_all(client):
    address, found = f"{ITEMS}?limit=5&country=UA", []
    while address:
        body = client.get(address).json()
        assert body["numberReturned"] == len(body["features"]) <= 5
        found += [feature["id"] for feature in body["features"]]
        address = next(iter(links(body, "next")), None)
    assert len(found) == len(set(found)) == client.get(f"{ITEMS}?country=UA").json()["numberMatched"] > 5


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        ("type=threat", lambda p: p["type"] == "threat"),
        ("country=RU", lambda p: p["country"] == "RU"),
        ("place=Kazan", lambda p: p["place"] == "Kazan"),
        ("region=Donetsk", lambda p: p["region"] == "Donetsk"),
        ("precision=region", lambda p: p["precision"] == "region"),
        ("disputed=true", lambda p: p["disputed"]),
        ("origins=1", lambda p: p["origins"] == 1),
        ("corroboration=independent", lambda p: p["corroboration"] == "independent"),
        ("bbox=48,55,50,56", lambda p: p["place"] == "Kazan"),
        ("bbox=48,55,0,50,56,9", lambda p: p["place"] == "Kazan"),
        ("datetime=2024-12-21T00:00:00Z", lambda p: p["first"] <= "2024-12-21" <= p["last"]),
        ("datetime=2024-12-21T/2024-12-22T", lambda p: p["first"] <= "2024-12-22" and p["last"] >= "2024-12-21"),
        ("datetime=2024-12-01/..", lambda p: p["last"] >= "2024-12-01"),
        ("datetime=../2023-12-31T23:59:59Z", lambda p: p["first"] <= "2023-12-31"),
        ("datetime=2023-07-30/2023-07-31", lambda p: p["last"] >= "2023-07-30" and p["first"] <= "2023-07-31"),
    ],
)
def test_a_filter_lets_through_what_it_says_and_nothing_else(client, query, passes):
    whole = {feature["id"] for feature in client.get(ITEMS).json()["features"] if passes(feature["properties"])}
    found = {feature["id"] for feature in client.get(f"{ITEMS}?{query}").json()["features"]}
    assert found == whole != set()
    assert len(found) < 12


@pytest.mark.parametrize(
    "query",
    ["datetime=once", "datetime=../..", "datetime=2/3/4", "datetime=2024-02-01/2024-01-01", "bbox=1", "x=1", "limit=0"],
)
def test_a_wrong_parameter_is_told(client, query):
    answer = client.get(f"{ITEMS}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_queryables_are_a_schema_that_properties_fit(client):
    schema = client.get("/ogc/collections/events/queryables").json()
    jsonschema.Draft202012Validator.check_schema(schema)
    features = client.get(ITEMS).json()["features"]
    for name in set(QUERYABLES) - {"party"}:
        told = [value for one in features if (value := one["properties"][name]) is not None]
        assert told
        for value in told:
            jsonschema.validate(value, schema["properties"][name])


@pytest.fixture
def address(desk):
    """The desk on a real port."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(desk[1]), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.mark.skipif(shutil.which("ogrinfo") is None, reason="needs ogrinfo: apt-get install gdal-bin")
def test_gdal_lists_and_filters_the_live_ledger(address):
    def ogrinfo(*more):
        command = ["ogrinfo", "-ro", f"OAPIF:{address}/ogc", *more]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout

    assert "events" in ogrinfo()
    whole = ogrinfo("-so", "events")
    assert "Feature Count: 12" in whole
    assert "Geometry: Point" in whole
    for column in ("title: String", "killed_low: Integer", "disputed: Integer(Boolean)", "first: Date"):
        assert column in whole, whole
    threats = ogrinfo("events", "-where", "type = 'threat'")
    assert "Feature Count: 1\n" in threats
    assert "type (String) = threat" in threats
    kazan = ogrinfo("events", "-spat", "48", "55", "50", "56")
    assert "place (String) = Kazan" in kazan
    assert "Feature Count: 1\n" in kazan
    assert "Feature Count: 3\n" in ogrinfo("-so", "events", "-where", "disputed = 1")


@pytest.mark.skipif(shutil.which("ogr2ogr") is None, reason="needs ogr2ogr: apt-get install gdal-bin")
def test_gdal_pages_through_all(address, tmp_path):
    out = tmp_path / "out.geojson"
    command = ["ogr2ogr", str(out), f"OAPIF:{address}/ogc", "events", "-oo", "PAGE_SIZE=4"]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert len(json.loads(out.read_text(encoding="utf-8"))["features"]) == 12


def test_a_limit_above_the_most_is_the_most(client):
    assert client.get(f"{ITEMS}?limit=100000").json()["numberReturned"] == 12
