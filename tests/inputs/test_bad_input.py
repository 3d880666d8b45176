import re
from importlib.resources import files as resources
from pathlib import Path

import faults
import more_faults
import pytest
from faults import extra_column, problems_of

from inputs.codes import Code
from inputs.messages import render, render_all
from inputs.parameters import parse_parameters
from inputs.problems import InputProblems
from inputs.read import read_case

ERRORS = [*faults.ERRORS, *more_faults.ERRORS]
WARNINGS = [*faults.WARNINGS, *more_faults.WARNINGS]
PARAMETERS = [*faults.PARAMETERS, *more_faults.PARAMETERS]
ON_DISK = {"F.001", "F.008", "F.009", "F.010", "F.011", "F.029"}
"""Codes with a test of their own in test_whole_case.py."""
OF_BOOKS = {
    *("F.015", "F.018", "F.019", "F.020", "F.021", "F.022", "F.023", "F.024", "F.025", "F.026", "F.027", "F.040"),
    *("W.517", "W.518", "W.543", "W.544", "W.545", "W.546"),
}
"""Codes with a test of their own in test_workbooks.py, test_hostile_workbooks.py and test_parquet.py."""
OF_DUTIES = {"F.227", "F.451", "F.452", "F.453", "F.454", "F.455", "F.456", "W.551"}
"""Codes with a test of their own in test_bad_duties.py: they need a change in two files."""
OF_SCORES = {"F.461", "F.462", "F.463", "F.464", "W.561", "W.562", "W.563", "W.564"}
"""Codes with a test of their own in test_bad_scores.py: they need a table of scores."""
OF_RECODE = {*(f"F.50{n}" for n in range(1, 10)), "W.601", "W.602"}
"""Codes with a test of their own in test_recode_refused.py and test_shares.py: of a case of an earlier year."""
OF_SWEEP = {*(f"F.34{n}" for n in range(1, 6))}
"""Codes with a test of their own in test_sweep_file.py: they are of a file that names many runs."""
OF_CONTACT = {"F.601", "F.602", "F.603", "F.604", "F.605"}
"""Codes with a test of their own in test_contact.py and test_ledger.py: they are of a table beside a run."""
OF_OFFERS = {*(f"F.{number}" for number in range(491, 500)), *(f"W.{number}" for number in range(591, 597))}
"""Codes with a test of their own in test_bad_offers.py or test_gather.py: they need sheets, or what came of them."""
OF_TOTALS = {"W.507", "W.582"}
"""Codes with a test of their own in test_totals.py: they need a whole province or country."""

OF_PRIVACY = {"F.471", "F.472", "F.473", "F.474", "F.475", "F.476", "F.477"}
"""Codes with a test of their own in test_check_privacy.py: what was found there is never shown."""


@pytest.mark.parametrize("fault", [*ERRORS, *WARNINGS], ids=str)
def test_a_fault_is_told_with_code_place_and_remedy(write_case, fault):
    found = [p for p in problems_of(write_case(fault.changes)) if p.code == fault.code]

    assert [(p.bestand, p.regel, p.kolom) for p in found[:1]] == [(fault.bestand, fault.regel, fault.kolom)]
    dutch = render(found[0], "nl")
    assert dutch.startswith(f"{fault.bestand}:{fault.regel}" if fault.regel else fault.bestand)
    assert fault.says in dutch
    for line in (dutch, render(found[0], "en")):
        assert line.endswith(f"[{fault.code}]")
        assert "\n" not in line
        assert not found[0].gevonden or found[0].gevonden[:1] in line
        assert (fault.kolom or "") in line
    assert dutch != render(found[0], "en")


@pytest.mark.parametrize("fault", ERRORS, ids=str)
def test_an_error_stops_the_case(write_case, fault):
    with pytest.raises(InputProblems) as caught:
        read_case(write_case(fault.changes))

    assert re.match(r"1 probleem in|\d+ problemen in", render_all(caught.value.problems, "nl"))


@pytest.mark.parametrize("fault", WARNINGS, ids=str)
def test_a_warning_does_not_stop_the_case(write_case, fault):
    case, warnings = read_case(write_case(fault.changes))

    assert case.gemeenten
    assert {warning.level for warning in warnings} == {"warning"}


@pytest.mark.parametrize(("code", "naam", "change", "says"), PARAMETERS)
def test_a_faulty_parameter_file_is_told_by_name(code, naam, change, says):
    text = (resources("inputs") / "data" / "parameters.toml").read_text("utf-8")
    with pytest.raises(InputProblems) as caught:
        parse_parameters(text.replace(*change, 1))

    assert naam in [p.kolom for p in caught.value.problems if p.code == code]
    lines = [render(p, "nl") for p in caught.value.problems if p.code == code and p.kolom == naam]
    assert says in lines[0]


def test_every_code_has_a_bad_input_in_these_tests():
    tested = {fault.code for fault in (*ERRORS, *WARNINGS)} | {code for code, *_ in PARAMETERS}
    tested |= ON_DISK | OF_BOOKS | OF_DUTIES | OF_PRIVACY | OF_SCORES | OF_TOTALS | OF_RECODE | OF_OFFERS | OF_CONTACT
    tested |= OF_SWEEP

    assert tested == {str(code) for code in Code}


def test_every_code_is_given_somewhere_in_the_package():
    package = Path(str(resources("inputs")))
    source = "".join(path.read_text("utf-8") for path in package.rglob("*.py") if path.name != "codes.py")

    assert set(re.findall(r"\bCode\.([A-Z_]+)", source)) == {code.name for code in Code}


def test_the_cells_of_a_refused_column_are_never_shown(write_case):
    found = problems_of(write_case({"huishoudens.csv": extra_column("nationaliteit").replace(";x", ";Syrisch")}))

    assert "Syrisch" not in render_all(found, "nl")
