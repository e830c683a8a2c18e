"""The API keeps to its own OpenAPI document, whatever it is asked within it."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from fogline.serve.app import create_app
from fogline.serve.forms import FORMS

# Bounded: a few seconds over all routes; the stream has no end and is tested by itself.
EXAMPLES = 15
# Not among them: that every value of the right type is taken. A place that is no place is refused, as it should be.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    unsupported_method,
]


@pytest.fixture
def app_schema(open_desk):
    with open_desk(names=("testserver",)) as (_, serving):
        yield schemathesis.openapi.from_asgi("/api/openapi.json", create_app(serving))


@pytest.mark.parametrize("path", ["/api", "/api/events", "/api/map", "/health", "/atom.xml", "/ogc", "/metrics", "/"])
def test_head_is_get_without_a_body(client, path):
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers.get("etag") == whole.headers.get("etag")


def test_head_finds_faults_and_no_more_than_get(client):
    assert client.head("/api/events/none").status_code == 404
    assert client.head("/api/events?since=never").status_code == 400


def test_answers_are_what_the_document_says(app_schema, signed):
    walked = 0
    for found in app_schema.get_all_operations():
        operation = found.ok()
        if operation.path == "/api/stream":
            continue

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy())
        def keeps_to_it(case):
            case.call_and_validate(headers={**(case.headers or {}), **signed}, checks=CHECKS)

        keeps_to_it()
        walked += 1
    assert walked > 20


def test_the_document_has_examples_and_names_the_form_of_faults(client):
    document = client.get("/api/openapi.json").json()
    problem = {"$ref": "#/components/schemas/ProblemForm"}
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            assert route["summary"], path
            for status, answer in route["responses"].items():
                if int(status) >= 400:
                    assert answer["content"]["application/problem+json"]["schema"] == problem, (path, method, status)
    parameters = document["paths"]["/api/events"]["get"]["parameters"]
    assert all(one["schema"].get("examples") or one.get("description") for one in parameters)
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_form_of_an_answer_has_an_example_that_fits_it(client):
    found = client.get("/api/openapi.json").json()
    shown = {
        name: schema["examples"] for name, schema in found["components"]["schemas"].items() if "examples" in schema
    }
    assert {"Summary", "EventList", "EventWhole", "ReportWhole", "MapColumns", "Facets", "ProblemForm"} <= set(shown)
    for name, (example,) in ((name, kept) for name, kept in shown.items() if name in FORMS):
        assert set(FORMS[name].model_validate(example).model_dump(by_alias=True)) >= set(example), name


def test_the_example_of_an_event_is_what_the_sample_answers(client):
    shown = client.get("/api/openapi.json").json()["components"]["schemas"]["Summary"]["examples"][0]
    (event,) = [e for e in client.get("/api/events?limit=50").json()["events"] if e["title"] == shown["title"]]
    assert set(event) == set(shown)


def test_writing_asks_for_a_token_in_the_document(client):
    found = client.get("/api/openapi.json").json()
    asked = {method for path in found["paths"].values() for method, route in path.items() if route.get("security")}
    assert asked == {"post", "delete"}
    assert set(found["components"]["securitySchemes"]) == {"token", "password"}
