"""Locks, wishes, rooms and expected family: what passes, what clashes, and what no longer warns."""

from faults import choice, extra_column, locks, problems_of

from inputs.messages import render


def test_locks_that_clash_name_the_row_of_the_other_and_locks_that_agree_pass(write_case):
    agree = locks("H1;;vast;GM0363", "H1;;verboden;GM0014", ";GM0363;min;2", ";GM0363;max;4", ";GM0014;verboden;")
    clash = locks("H1;;vast;GM0363", ";GM0014;min;9", "H1;;verboden;GM0363", ";GM0014;max;8")

    found = [render(p, "en") for p in problems_of(write_case({"vastleggingen.csv": clash})) if p.code == "F.433"]

    assert problems_of(write_case({"vastleggingen.csv": agree})) == ()
    assert [line.partition(" ")[0] for line in found] == ["vastleggingen.csv:4", "vastleggingen.csv:5"]
    assert "the lock 'vast' in row 2" in found[0]
    assert "the lock 'min' in row 3" in found[1]


def test_wishes_and_rooms_are_used_so_nothing_warns_of_them(write_case, files):
    wished = extra_column("voorkeur_1").replace(";x", ";Groningen")

    found = problems_of(
        write_case(
            {
                "huishoudens.csv": wished,
                "woningaanbod.csv": files["woningaanbod.csv"].replace("flex;1", "woningdelen;3"),
            }
        )
    )

    assert [p.code for p in found] == []


def test_expected_family_is_warned_of_only_where_the_scenario_leaves_it_out(write_case):
    family = extra_column("nareis_personen").replace(";x", ";1")

    off, on = (
        problems_of(write_case({"huishoudens.csv": family, "scenario.toml": choice(f'nareis = "{word}"')}))
        for word in ("uit", "aan")
    )

    assert [p.code for p in off] == ["W.509"]
    assert [p.code for p in on] == []
