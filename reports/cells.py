"""What may stand in a cell of a table or a sheet, where its type says how it is shown."""

from datetime import date


class Part(float):
    """A part of 1, shown as a percentage."""


Cell = str | int | float | date | None
