"""How well does a reader read? Ledgers compared with those that a person drew from the same reports.

cases.py      the cases: folders with reports and a ledger coded by hand
draw.py       a reader's ledgers of the cases: Fogline's, another program's, or exported before
match.py      which event that was read is which of the case
tally.py      right, wanted and found values, field by field
mentions.py   the same by question, words against words
figures.py    precision, recall and F1 out of those numbers
floor.py      the least figures, which only rise
last.py       the figures of the last run
"""
