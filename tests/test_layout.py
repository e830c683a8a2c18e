"""Arrows run only downward: a lower part of the package never imports a higher one (see CONTRIBUTING.md)."""

import ast
from pathlib import Path

import pytest

import fogline

ROOT = Path(fogline.__file__).parent

# Each part, and the parts that it may import besides itself. Lowest floor first.
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "settings": {"errors"},
    "samples": set(),
    "lexicon": {"model", "errors"},
    "gazetteer": {"model", "errors"},
    "collect": {"model", "errors"},
    "merge": {"model", "errors"},
    "ledger": {"model", "errors"},
    "read": {"model", "errors", "settings", "lexicon", "gazetteer"},
    "publish": {"model", "errors", "lexicon", "gazetteer", "ledger"},
    "analyse": {"model", "errors", "ledger"},
    "pipeline": {"model", "errors", "settings", "collect", "read", "merge", "ledger"},
    "watching": {"model", "settings", "collect", "merge", "ledger", "pipeline"},
    "scale": {"model", "errors", "settings", "collect", "read", "merge", "ledger", "pipeline"},
    "judge": {"model", "errors", "merge", "ledger"},
    "asked": {"errors", "lexicon", "gazetteer"},
    "api": {
        *("model", "errors", "settings", "collect", "read", "merge", "gazetteer", "ledger", "publish", "pipeline"),
        *("judge", "asked", "watching"),
    },
    # It asks in the words that `asked` knows, judges and watches by the library's front, draws earlier moments by the
    # merge, titles events by the lexicon, names places on the map by the gazetteer, and calls webhooks through the
    # guard of addresses that `collect` has.
    "serve": {
        *("model", "errors", "settings", "lexicon", "gazetteer", "collect", "merge", "ledger", "publish"),
        *("analyse", "pipeline", "asked", "api"),
    },
    "score": {"model", "errors", "settings", "gazetteer", "ledger", "api"},
    "cli": {
        *(
            "model",
            "errors",
            "samples",
            "lexicon",
            "gazetteer",
            "publish",
            "pipeline",
            "serve",
            "judge",
            "asked",
            "api",
        ),
        "score",
    },
    "__main__": {"cli"},
}
# The package's own name: what a part gets by `import fogline` or `from fogline import __version__`.
PACKAGE = {"publish", "cli", "api", "serve"}


def imported_parts(source: str) -> set[str]:
    """Names of the parts of fogline that a module imports, wherever in the module; "" is the package itself."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "fogline":
            names |= {f"fogline.{a.name}" if a.name in MAY_IMPORT else "fogline" for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            names.add(node.module or "")
    return {name.partition(".")[2].split(".")[0] for name in names if name.split(".")[0] == "fogline"}


def part_of(module: Path) -> str:
    return module.relative_to(ROOT).parts[0].removesuffix(".py")


def wrong_imports(part: str, source: str) -> set[str]:
    allowed = MAY_IMPORT[part] | {part} | ({""} if part in PACKAGE else set())
    return imported_parts(source) - allowed


MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


@pytest.mark.parametrize("module", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES])
def test_a_part_imports_only_what_lies_below_it(module):
    assert part_of(module) in MAY_IMPORT, f"{module.name} has no place in the layout"
    assert not wrong_imports(part_of(module), module.read_text(encoding="utf-8"))


def test_the_package_itself_imports_nothing_heavy_when_it_is_imported():
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    at_import = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert all(getattr(node, "module", "") in {"typing", "collections.abc"} for node in at_import)


@pytest.mark.parametrize(
    ("part", "source"),
    [
        ("model", "import fogline.lexicon.load"),
        ("model", "from fogline.errors import FoglineError"),
        ("merge", "from fogline.read.text import Sentence"),
        ("ledger", "def late():\n    from fogline import pipeline"),
        ("read", "from fogline.ledger import Store"),
        ("publish", "if True:\n    import fogline.cli as c"),
    ],
)
def test_an_arrow_that_runs_up_is_found(part, source):
    assert wrong_imports(part, source)


def test_the_allowed_arrows_have_no_circle():
    placed: set[str] = set()
    for part, below in MAY_IMPORT.items():
        assert below <= placed, f"{part} imports a part that is listed after it"
        placed.add(part)
