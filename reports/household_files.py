"""Which files of a run hold a line per household: for planners only, and gone when the run is forgotten."""

HOUSEHOLD_FILES: tuple[str, ...] = (
    "gelijk_plan.csv",
    "koppelingen.csv",
    "ongeplaatst.csv",
    "toewijzing.xlsx",
    "uitleg.csv",
    "vergelijkingen.csv",
)
"""By name. The workbook holds sheets of households beside sheets whose numbers gemeenten.csv and run.json keep, so it
goes whole. A test looks for every pseudonym in every file that is not named here."""
