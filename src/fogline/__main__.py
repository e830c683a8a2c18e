"""`python -m fogline`: the `fogline` command, where its script is not on the path."""

from fogline.cli import main

if __name__ == "__main__":
    main()
