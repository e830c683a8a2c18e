"""What the parameters of an address ask for."""

import asyncio

import pytest
from fastapi.exceptions import RequestValidationError
from starlette.requests import Request

from fogline.serve.parameters import Listing, asks, parsed


def read(query: str) -> Listing:
    request = Request({"type": "http", "query_string": query.encode()})
    return asyncio.run(parsed(Listing)(request))


def test_a_list_takes_every_value_and_the_rest_the_last():
    found = read("type=a&type=b&limit=3&limit=4&text=two+words%21")
    assert (found.type, found.limit, found.text) == (["a", "b"], 4, "two words!")


def test_a_parameter_that_there_is_not_is_a_fault_of_the_query():
    with pytest.raises(RequestValidationError) as caught:
        read("tpye=a")
    assert caught.value.errors()[0]["loc"] == ("query", "tpye")


def test_every_parameter_is_described_for_openapi():
    told = asks(Listing)["openapi_extra"]["parameters"]
    assert [one["name"] for one in told] == list(Listing.model_fields)
    assert all(one["in"] == "query" and not one["required"] and one["description"] for one in told)
