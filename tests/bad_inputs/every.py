"""All bad inputs, and what each number of the list is about."""

from bad_inputs import books_of_planners, borders, cells, files_whole, gemeenten, headers_and_names, runs
from bad_inputs.bad import Bad

PARTS = (files_whole, cells, gemeenten, headers_and_names, runs, borders, books_of_planners)
BADS: tuple[Bad, ...] = tuple(sorted((bad for part in PARTS for bad in part.BADS), key=lambda bad: bad.number))
NUMBERS = range(1, 69)
