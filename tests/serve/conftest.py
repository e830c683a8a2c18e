"""A desk over the sample ledger, asked without a network."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from fogline import api
from fogline.samples import reports_path
from fogline.serve.app import create_app
from fogline.serve.config import ServeConfig
from fogline.serve.serving import Serving, opened

TOKEN = "a-token-that-is-long-enough"
HERE = "http://127.0.0.1:8000"
Open = Callable[..., AbstractContextManager[tuple[TestClient, Serving]]]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "sample.db"
    with api.open(path) as ledger, reports_path() as reports:
        ledger.read(reports)
    return path


@pytest.fixture
def ledger_file(sample: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.db"
    with sqlite3.connect(sample) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    return copy


@pytest.fixture
def open_desk(ledger_file: Path) -> Open:
    """Opens a desk with settings of its own; with `start` it follows the ledger."""

    @contextmanager
    def opening(start: bool = False, **settings: object) -> Iterator[tuple[TestClient, Serving]]:
        config = replace(ServeConfig(TOKEN), **{"page": ledger_file.parent / "no page", **settings})
        with opened(str(ledger_file), config) as serving:
            app = create_app(serving)
            client = TestClient(app, base_url=HERE, raise_server_exceptions=False)
            if start:
                with client:
                    yield client, serving
            else:
                yield client, serving

    return opening


@pytest.fixture
def desk(open_desk: Open) -> Iterator[tuple[TestClient, Serving]]:
    with open_desk() as found:
        yield found


@pytest.fixture
def client(desk: tuple[TestClient, Serving]) -> TestClient:
    return desk[0]


@pytest.fixture
def token() -> str:
    return TOKEN


@pytest.fixture
def signed() -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKEN}"}
