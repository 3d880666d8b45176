import highspy
import numpy as np
import pulp
import pytest
import scipy.sparse as sp
from cases import bound_to, example, gemeente, home, household, optimum, program_of, solved
from random_cases import SIZES, random_case

from optimizer import readable
from optimizer.highs import SIMPLEX, solve_lp
from optimizer.model import Rule, at_most
from optimizer.rules import RULES

A, B = "GM0001", "GM0002"


def small():
    """Build a single and a couple, a home for each in A and one of A in B."""
    homes = [home(A, 1), home(A, 2), home(A, 1, woonvorm="flex", gastgemeente=B, aanbod_id="abroad")]
    return example([gemeente(A), gemeente(B)], homes, [household("H1"), household("H2", adults=2)], opgave_personen=8)


def test_columns_are_named_by_household_group_type_and_plek():
    names = [column.name for column in readable.read(program_of(small())).columns]

    assert names[:7] == [
        f"x_H1_{A}",
        f"x_H1_{A}_{B}",
        f"x_H2_{A}",
        f"y_1_alleen_nee_flex_1_{A}_{B}",
        f"y_1_alleen_nee_sociale_huur_1_{A}",
        f"y_1_alleen_nee_sociale_huur_2_{A}",
        f"y_2_paar_nee_sociale_huur_2_{A}",
    ]
    assert "uitstroom_below0_placement_NL_H1" in names
    assert f"spreiding_above1_share_{B}" in names


def test_rows_are_named_by_rule_area_and_kind_and_a_band_makes_two():
    names = [row.name for row in readable.read(program_of(small())).rows]

    assert {"placement_NL_H1", f"link_{A}_2_paar_nee", f"home_stock_{A}_sociale_huur_2_max"} <= set(names)
    assert {f"course_seats_{B}_B1_max", f"share_{A}_min", f"share_{A}_max"} <= set(names)


def test_a_row_says_what_the_formula_says():
    """The two adults of H2 and the one of H1 that live in A follow B1, and there are 99 seats."""
    reading = readable.read(program_of(small()))
    row = next(r for r in reading.rows if r.name == f"course_seats_{A}_B1_max")

    assert [(reading.columns[at].name, weight) for at, weight in row.terms] == [(f"x_H1_{A}", 1), (f"x_H2_{A}", 2)]
    assert (row.sense, row.bound) == ("<=", 99)


@pytest.mark.parametrize("size", SIZES)
def test_pulp_and_arrays_have_one_linear_optimum(size):
    program = program_of(random_case(*size))

    assert optimum(program, whole=False)[0] == pytest.approx(_simplex(program), rel=1e-6)


@pytest.mark.parametrize("size", SIZES)
def test_every_cost_and_coefficient_is_that_of_the_arrays(size):
    program = program_of(random_case(*size))
    cells = program.all_cells()
    arrays, reading = program.lp(cells), readable.read(program)
    number = {name: at for at, name in enumerate(program.row_names())}
    rows = {row.name.removesuffix("_min").removesuffix("_max"): row.terms for row in reading.rows}
    entries = [(number[name], at, weight) for name, terms in rows.items() for at, weight in terms]
    row, column, weight = (np.array(part) for part in zip(*entries, strict=True))
    written = sp.csc_array((weight, (row, column)), shape=arrays.matrix.shape)

    assert abs(written - arrays.matrix).max() < 1e-9
    assert [c.cost for c in reading.columns] == pytest.approx(arrays.cost.tolist(), abs=1e-9)
    assert [c.most for c in reading.columns] == [1.0] * len(cells) + program.fixed.column_upper.tolist()


@pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated")
def test_cbc_finds_the_same_linear_optimum():
    program = program_of(random_case(*SIZES[0]))
    name = next((n for n in ("PULP_CBC_CMD", "COIN_CMD") if n in pulp.listSolvers(onlyAvailable=True)), None)
    if name is None:
        pytest.skip("no CBC beside this PuLP")

    by_cbc = optimum(program, whole=False, solver=pulp.getSolver(name, msg=False))

    assert by_cbc[0] == pytest.approx(optimum(program, whole=False)[0], rel=1e-6)


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_optimum_lies_between_the_bound_and_the_plan_of_allocate(size):
    built = random_case(*size)

    best, proof = optimum(program_of(built))[0], solved(built, gap=None).certificate

    assert proof.bound <= best + 1e-6 * best
    assert best <= proof.objective * (1 + 1e-6)
    assert proof.objective - best <= proof.gap * proof.objective * (1 + 1e-6)
    assert proof.proven
    assert proof.gap <= 0.02


def test_the_lp_text_has_the_optimum_of_the_problem(tmp_path):
    program = program_of(random_case(*SIZES[0]))
    file, solver = tmp_path / "kwartaal.lp", highspy.Highs()
    solver.setOptionValue("output_flag", False)

    file.write_text(readable.lp_text(program), encoding="ascii")

    assert solver.readModel(str(file)) == highspy.HighsStatus.kOk
    solver.run()
    assert solver.getInfo().objective_function_value == pytest.approx(_simplex(program), rel=1e-6)


def test_the_lp_text_says_the_row_of_one_household():
    text = readable.lp_text(program_of(small()))

    assert f" placement_NL_H2: + 1.0 x_H2_{A} + 1.0 uitstroom_below0_placement_NL_H2 = 1.0\n" in text
    assert f" 0 <= x_H2_{A} <= 1.0\n" in text


def test_pseudonyms_that_a_solver_cannot_tell_apart_are_refused():
    built = example([gemeente(A)], [home(A, 1)], [household("H 1"), household("H-1")])

    with pytest.raises(ValueError, match=r"one name for two things.*x_H_1_GM0001"):
        readable.problem(program_of(built))


def test_a_pseudonym_that_ends_in_a_gemeente_is_not_taken_for_a_plek():
    """H1 in the homes of A in B, and a household called "H1_GM0001" in B, would both be x_H1_GM0001_GM0002."""
    homes = [home(A, 1, gastgemeente=B), home(B, 1)]
    built = example([gemeente(A), gemeente(B)], homes, [household("H1"), household(f"H1_{A}")])

    with pytest.raises(ValueError, match="one name for two things"):
        readable.problem(program_of(built))


@pytest.mark.parametrize(("upper", "refused"), [(-1.0, True), (0.0, False), (3.0, False)])
def test_a_row_that_no_column_reaches_must_be_allowed_to_be_zero(upper, refused):
    rule = Rule("empty", ("gebied",), "homes", "", "", bounds=lambda _: at_most(("NL",), ("",), np.array([upper])))
    program = program_of(small(), (*RULES, rule))

    if refused:
        with pytest.raises(ValueError, match="empty_NL: no column reaches it"):
            readable.problem(program)
    else:
        assert optimum(program)[0] == pytest.approx(optimum(program_of(small()))[0])


def test_some_cells_make_a_problem_of_those_cells():
    program = program_of(
        example([gemeente(A), gemeente(B)], [home(A, 1)], [household("H1")], bindingen=[bound_to("H1", A)])
    )
    cells = program.all_cells()

    assert [c.name for c in readable.read(program, cells).columns] == [c.name for c in readable.read(program).columns]


def _simplex(program):
    """Solve the arrays over all cells by simplex."""
    return solve_lp(program.lp(program.all_cells()), ways=(SIMPLEX,)).value
