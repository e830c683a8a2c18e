"""Build the index of place names where it is missing, and say how far it is."""

import sys

from fogline.gazetteer import ensure


def main() -> None:
    """Print each step of the build on a line."""
    ensure(lambda step: sys.stdout.write(f"    {step}\n"))


if __name__ == "__main__":
    main()
