"""The words, as data files that a researcher can edit, and the checks that hold for them."""
