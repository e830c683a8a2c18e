"""The documents name what is there, and what they name is there."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import fogline
from fogline.cli import app
from fogline.model import EVENT_TYPES, FIGURES
from fogline.read import why, why_counted, why_entries
from fogline.samples import reports_path

ROOT = Path(__file__).parent.parent
PACKAGE = Path(fogline.__file__).parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "corpus/README.md"))
COMMANDS = get_command(app).commands


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_links_to_files_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    assert f"fogline {command}" in README or f"make {command}" in README


def test_commands_and_options_in_the_documents_exist():
    for document in DOCUMENTS:
        for command, rest in re.findall(
            r"^ *fogline ([a-z]+)(.*)$", document.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert command in COMMANDS, f"{document.name}: fogline {command}"
            inner = getattr(COMMANDS[command], "commands", {})
            called = inner[rest.split()[0]] if inner and rest else COMMANDS[command]
            known = {option for parameter in called.params for option in parameter.opts}
            assert set(re.findall(r"--[a-z-]+", rest)) <= known, f"{document.name}: fogline {command}{rest}"


def test_the_word_that_the_guide_adds_to_the_lexicon_is_not_there_yet():
    guide = (ROOT / "docs/improving.md").read_text(encoding="utf-8")
    [word] = re.findall(r'no weapon is marked: "(\w+)" is missing', guide)
    things = tomllib.loads((PACKAGE / "lexicon/en/things.toml").read_text(encoding="utf-8"))
    assert word not in json.dumps(things)


def test_tasks_in_the_documents_are_in_the_makefile():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        named = set(re.findall(r"(?:^ {4}|`)make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, document.name


def test_every_setting_is_in_the_readme_and_every_variable_there_is_read():
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    variables = set(re.findall(r'"(FOGLINE_[A-Z_]+)"', code))
    assert set(re.findall(r"^\| `(FOGLINE_[A-Z_]+)`", README, re.MULTILINE)) == variables


def test_every_file_of_words_is_in_the_lexicons_document():
    text = (ROOT / "docs/lexicon.md").read_text(encoding="utf-8")
    folder = PACKAGE / "lexicon"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.toml")}
    assert set(re.findall(r"^\| `([a-z_/]+\.toml)`", text, re.MULTILINE)) == files


def test_every_key_type_and_figure_of_the_export_is_in_the_ledgers_document():
    text = (ROOT / "docs/ledger.md").read_text(encoding="utf-8")
    schema = json.loads((PACKAGE / "publish/ledger.schema.json").read_text(encoding="utf-8"))
    keys = {key for form in schema["$defs"].values() for key in form.get("properties", {})} - set(FIGURES)
    words = set(re.findall(r"[a-z_]+", text))
    assert {*keys, *EVENT_TYPES, *FIGURES} - words == set()


def test_every_rule_of_reading_is_in_its_document():
    text = (ROOT / "docs/explain.md").read_text(encoding="utf-8")
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (*PACKAGE.glob("read/why*.py"), PACKAGE / "read/roles.py", PACKAGE / "read/accused.py")
    )
    rules = set(re.findall(r'(?:Reason|reason|take|only)\(\s*"([^"]+)"', code))
    tables = (why.ANCHORS, why.MEANT, why_counted.ROLES, why_entries.LEANING)
    rules |= {rule for table in tables for rule in table.values()} | {rule for rule, _ in why_entries.FORMS.values()}
    assert {rule for rule in rules if rule not in text} == set()


def test_the_version_is_one():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == fogline.__version__
    assert f"## {fogline.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-lint.lock"])
def test_a_lock_has_a_hash_for_everything_and_names_no_machine(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert not re.search(r"https?://|file:|--index|--find-links|^/", text, re.MULTILINE)


def test_what_the_project_needs_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    groups = project["dependency-groups"]
    needed = [*project["project"]["dependencies"], *groups["build"], *groups["test"]]
    assert {re.split(r"[<>=]", name)[0] for name in needed} <= locked


def quoted(heading: str) -> list[str]:
    """The pieces of what a section of the README quotes, as it stands between its marks of what is cut."""
    section = README.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("    ") and not line.startswith("    $")]
    return [" ".join(piece.split()) for piece in "\n".join(lines).split("…\n") if piece.strip(" …\n")]


def test_what_the_readme_quotes_is_what_the_commands_print(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    ledger = str(tmp_path / "demo.db")
    with fogline.open(ledger) as opened, reports_path() as reports:
        opened.read(reports)
    shown = re.search(r"`fogline show (\d+) --ledger demo.db`", README)
    explained = re.search(r"\$ fogline explain (\w+) --ledger demo.db", README)
    asked = (["events"], ["show", shown[1]], ["explain", explained[1]])
    printed = [CliRunner().invoke(app, [*words, "--ledger", ledger]).output for words in asked]
    whole = " ".join(" ".join(printed).split())
    pieces = [piece.rstrip(" …") for piece in quoted("What comes out")]
    assert len(pieces) > 5
    assert [piece for piece in pieces if piece not in whole] == []
