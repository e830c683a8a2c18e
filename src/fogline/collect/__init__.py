"""Reports come in: from files, folders, web pages, standard input and Python, with a word on all that is skipped."""

from fogline.collect.inputs import Input, collect, collect_named
from fogline.collect.shape import Defaults

__all__ = ["Defaults", "Input", "collect", "collect_named"]
