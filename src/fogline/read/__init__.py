"""A report becomes claims, by the questions a journalist asks."""

from fogline.read.reader import Reader

__all__ = ["Reader"]
