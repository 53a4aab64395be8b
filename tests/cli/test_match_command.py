"""`sanctcheck match` as its users call it: two names, or a file of pairs of which no row is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from commanding import Called, CommandLine


def _rows(called: Called) -> list[dict[str, Any]]:
    return [json.loads(line) for line in called.out.splitlines()]


def test_two_names_are_compared_and_each_part_is_shown(command_line: CommandLine) -> None:
    called = command_line.call(
        "match",
        "FATEMEH Hosseini",
        "HOSEINI, Fatima",
        "--kind",
        "person",
        "--dob",
        "1965",
        "--dob",
        "1965-03-02",
    )

    first, *lines = called.out.splitlines()
    assert called.status == 0
    assert first.endswith("match at 0.5")
    assert "      FATEMEH Hosseini" in lines
    assert "  +1.5  born 1965 against 1965-03-02: the same year, consistent" in lines


def test_the_parts_are_shown_of_names_that_differ(command_line: CommandLine) -> None:
    called = command_line.call("match", "Sea Star 1", "Sea Star 2", "--kind", "vessel")

    assert called.status == 0
    assert "no match at 0.5" in called.out
    assert "1 ≠ 2, another number" in called.out


def test_what_is_not_known_of_the_first_is_left_out_with_a_dash(command_line: CommandLine) -> None:
    called = command_line.call(
        "match", "Amina Bello", "BELLO, Amina", "--country", "-", "--country", "NG", "--format", "json"
    )

    stated = json.loads(called.out)
    assert stated["score"] > 0.99
    assert stated["match"] is True
    assert [part["kind"] for part in stated["parts"]] == ["name"]


def test_json_holds_the_score_the_names_and_the_parts(command_line: CommandLine) -> None:
    called = command_line.call(
        "match", "Amina Bello", "Amina Yusuf Bello", "--format", "json", "--kind", "person"
    )

    stated = json.loads(called.out)
    assert set(stated) == {"score", "match", "name1", "name2", "weak", "explanation", "parts"}
    assert "Yusuf: only in the second" in stated["explanation"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Give two names, or --pairs FILE."),
        (("A",), "Give two names, or --pairs FILE."),
        (("A", "B", "--pairs", "x.csv"), "Give names or --pairs."),
        (("A", "B", "--dob", "tomorrow"), "The date “tomorrow” is not understood."),
        (("A", "B", "--country", "Utopia"), "The country “Utopia” is not known."),
        (("A", "B", "--gender", "?"), "The gender “?” is not known."),
        (("A", "B", "--id", "1", "--id", "2", "--id", "3"), "--id is given more than twice"),
        (("--pairs", "absent.csv"), "“absent.csv” cannot be read"),
        (("--pairs", "folder"), "“folder” is no regular file"),
    ],
)
def test_a_call_that_cannot_be_understood_says_what_to_give(
    command_line: CommandLine, arguments: tuple[str, ...], says: str
) -> None:
    (command_line.folder / "folder").mkdir()
    called = command_line.call("match", *arguments)

    assert called.status == 2
    assert says in called.err.replace("\n", " ")


def test_the_pairs_of_a_csv_file_are_compared_in_their_order(command_line: CommandLine) -> None:
    command_line.write(
        "pairs.csv",
        "name1,name2,kind,dob1,dob2\n"
        "Ivan Petrenkov,PETRENKOV Ivan,person,1970,\n"
        "Sea Star 1,Sea Star 2,vessel,,\n"
        "Jonathan Whitfield,Jonathon Whitfeld,person,1970-03-02,1991-05-06\n",
    )
    called = command_line.call("match", "--pairs", "pairs.csv")

    rows = _rows(called)
    assert called.status == 0
    assert [row["row"] for row in rows] == [0, 1, 2]
    assert [row["match"] for row in rows] == [True, False, False]
    assert set(rows[0]) == {"row", "score", "match"}


def test_json_lines_may_hold_lists_objects_and_numbers(command_line: CommandLine) -> None:
    row = {
        "name1": "Ocean Pearl", "name2": "Lady Astrid", "kind": "Ship",
        "identifiers1": [{"kind": "imo", "number": 9074729}], "identifiers2": ["IMO 9074729"], "dob1": 1990,
        "aliases2": ["Astrid"], "country1": ["Panama", "LR"],
    }  # fmt: skip
    called = command_line.call("match", "--pairs", "-", stdin=json.dumps(row) + "\n")

    (stated,) = _rows(called)
    assert stated["match"] is True


def test_an_alias_of_either_side_can_be_the_name_that_matches(command_line: CommandLine) -> None:
    command_line.write(
        "pairs.csv",
        "name1;aliases1;name2;aliases2;kind\n"
        'Amina Bello;"[""Zara Okafor"", ""Z. Okafor""]";Nadia Eze;;person\n'
        'Amina Bello;"Zara Okafor; Z. Okafor";Nadia Eze;Okafor Zara;person\n',
    )
    first, second = _rows(command_line.call("match", "--pairs", "pairs.csv"))

    assert (first["match"], second["match"]) == (False, True)


def test_no_row_is_lost_whatever_stands_in_it(command_line: CommandLine) -> None:
    lines = [
        '{"name1": "Amina Bello", "name2": "Amina Bello"}',
        "not JSON",
        "[1, 2]",
        '{"name1": "", "name2": "Amina Bello"}',
        '{"name1": ["A"], "name2": null}',
        '{"name1": 7, "name2": "Seven", "kind": "ghost", "dob1": "one day", "country2": "Utopia"}',
        '{"name1": "' + "x" * 2_000_000 + '", "name2": "y"}',
        "[" * 100_000,
        '{"name1": "Amina Bello", "name2": "BELLO, Amina", "kind": "person"}',
    ]
    called = command_line.call("match", "--pairs", "-", stdin="\n".join(lines) + "\n")

    rows = _rows(called)
    assert [row["row"] for row in rows] == list(range(len(lines)))
    assert [row["score"] is None for row in rows] == [False, True, True, True, True, False, True, True, False]
    assert rows[3]["error"] == "name1 is empty"
    assert rows[5]["notes"] == [
        "the date “one day” is not understood",
        "the kind “ghost” is not known, and fits every kind",
        "the country “Utopia” is not known",
    ]
    assert called.status == 1
    assert "6 rows could not be compared" in called.err


def test_rows_of_a_csv_file_that_are_short_or_broken_keep_their_place(command_line: CommandLine) -> None:
    content = b'\xef\xbb\xbfName 1,NAME_2,Kind\nAmina Bello\n\nAmina Bello,"BELLO, Amina",person,more\n\xff\xfe,Amina\n'
    (command_line.folder / "pairs.csv").write_bytes(content)
    called = command_line.call("match", "--pairs", "pairs.csv")

    rows = _rows(called)
    assert [row.get("error", "") for row in rows] == ["name2 is empty", "", ""]
    assert rows[1]["score"] > 0.99


def test_a_file_without_the_columns_says_which_it_needs(command_line: CommandLine) -> None:
    command_line.write("pairs.csv", "left,right\nAmina,Amina\n")
    called = command_line.call("match", "--pairs", "pairs.csv")

    assert called.status == 2
    assert "The file has no column name1 and name2." in called.err.replace("\n", " ")


def test_an_empty_file_has_no_rows(command_line: CommandLine) -> None:
    command_line.write("pairs.csv", "\n")
    called = command_line.call("match", "--pairs", "pairs.csv")

    assert (called.status, called.out) == (0, "")


def test_the_threshold_is_what_the_user_sets(command_line: CommandLine) -> None:
    row = '{"name1": "Jonathan Whitfield", "name2": "Jonathon Whitfeld", "kind": "person"}'
    low = _rows(command_line.call("match", "--pairs", "-", "--threshold", "0.3", stdin=row))[0]
    high = _rows(command_line.call("match", "--pairs", "-", "--threshold", "0.999", stdin=row))[0]

    assert low["score"] == high["score"]
    assert (low["match"], high["match"]) == (True, False)


def test_rows_are_explained_when_asked_and_nothing_steers_the_terminal(command_line: CommandLine) -> None:
    row = {"name1": "Amina \x1b[31mBello", "name2": "Amina Yusuf Bello\u202e", "kind": "person"}
    called = command_line.call("match", "--pairs", "-", "--explain", stdin=json.dumps(row))

    (stated,) = _rows(called)
    assert "Yusuf" in stated["explanation"]
    assert "\x1b" not in called.out
    assert "\u202e" not in called.out
    shown = command_line.call("match", row["name1"], row["name2"]).out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
