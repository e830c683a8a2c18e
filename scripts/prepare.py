"""The last step of a set-up: build the index of place names, and load the reader once so that its bytecode is kept."""

import sys

from fogline.gazetteer import ensure
from fogline.read import Reader
from fogline.settings import settings_from


def main() -> None:
    """Print each step of the build on a line."""
    ensure(lambda step, share: sys.stdout.write(f"    {share:4.0%} {step}\n"))
    Reader.open(settings_from().spacy_model)


if __name__ == "__main__":
    main()
