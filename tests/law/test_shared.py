"""Law that several regimes have in common: what a regime gets of it, and where its mistakes are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import EXAMPLE_REGIME, ROOT

from sanctcheck.checks.registry import bind
from sanctcheck.errors import LawError
from sanctcheck.law.load import STANDARDS_FILE, Law, packaged_law

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.law.model import Regime
    from sanctcheck.reading.document import Path_

SHARED = """\
format: shared/1
id: roof
title: An Act under which regimes stand
last_verified: 2026-01-01
in_force_with: act
caveats:
  - {note: A shared caveat, verified: knowledge}
sources:
  s: {title: Another text under the same key}
  roof-text: {title: The text of the roof}
instruments:
  roof: {title: Roof Act, citation: 2018 c. 9, kind: act, in_force: {from: 2018-01-01}, verified: text, source: roof-text}
criteria:
  - id: made-public
    standard: publication
    title: The listing is published
    provision: {instrument: roof, at: s. 1}
    force: duty
    verified: text
    source: roof-text
    check: published
    remedy: Publish it.
  - id: reasoned
    standard: statement-of-reasons
    title: Reasons are given
    provision: {instrument: act, at: s. 8}
    in_force: {from: 2022-01-01}
    force: duty
    verified: text
    source: s
    check: reasons_given
    remedy: Give them.
"""
INCLUDING = EXAMPLE_REGIME.replace("jurisdiction: Nowhere", "jurisdiction: Nowhere\nincludes: [roof]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of criteria in which the example regime includes shared law."""
    (tmp_path / STANDARDS_FILE).write_bytes((ROOT / "criteria" / STANDARDS_FILE).read_bytes())
    (tmp_path / "example.yaml").write_text(INCLUDING)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "roof.yaml").write_text(SHARED)
    return tmp_path


def _regime(folder: Path) -> Regime:
    return Law(folder).regime("example").regime


def _write_shared(folder: Path, old: str, new: str, name: str = "roof") -> None:
    assert old in SHARED
    (folder / "shared" / f"{name}.yaml").write_text(SHARED.replace(old, new, 1))


def _refused(folder: Path) -> list[tuple[str, str, Path_, str]]:
    """The file, the rule and the path of each flaw, and the text of that file at its place."""
    with pytest.raises(LawError, match=r"The criteria of example cannot be used\.") as caught:
        Law(folder).regime("example")
    return _shown(caught.value, folder)


def _shown(error: LawError, folder: Path) -> list[tuple[str, str, Path_, str]]:
    shown = []
    for read, flaw in error.found:
        line = read.text.splitlines()[flaw.place.line - 1]
        written = line[flaw.place.column - 1 : flaw.place.end_column - 1]
        shown.append((read.name.removeprefix(f"{folder.name}/"), flaw.rule, flaw.pointer, written))
    return shown


# What a regime gets


def test_the_regime_s_own_criteria_stand_first_and_the_shared_ones_in_the_order_of_their_file(
    folder: Path,
) -> None:
    assert [each.id for each in _regime(folder).criteria] == ["notice", "made-public", "reasoned"]


def test_the_files_are_included_in_the_order_in_which_the_regime_names_them(folder: Path) -> None:
    _write_shared(folder, "id: roof", "id: annex", "annex")
    annex = (folder / "shared" / "annex.yaml").read_text()
    (folder / "shared" / "annex.yaml").write_text(
        annex.replace("id: made", "id: a").replace("id: rea", "id: b")
    )
    (folder / "example.yaml").write_text(INCLUDING.replace("[roof]", "[annex, roof, annex]"))

    expected = ["notice", "a-public", "bsoned", "made-public", "reasoned"]
    assert [each.id for each in _regime(folder).criteria] == expected


def test_a_criterion_of_the_regime_replaces_the_shared_one_of_the_same_id(folder: Path) -> None:
    (folder / "example.yaml").write_text(INCLUDING.replace("id: notice", "id: made-public"))

    found = [(each.id, each.title) for each in _regime(folder).criteria]

    assert found == [("made-public", "The target is told"), ("reasoned", "Reasons are given")]


def test_sources_and_instruments_are_the_regime_s_own_and_then_the_shared_ones(folder: Path) -> None:
    regime = _regime(folder)

    sources = {key: source.title for key, source in regime.sources.items()}
    assert sources == {"s": "An example", "roof-text": "The text of the roof"}
    assert [*regime.instruments] == ["act", "roof"]


SHARED_FACTS = """\
conduct:
  - {id: ROOF, title: Of the roof, provision: {instrument: roof}, verified: knowledge, conduct: [bribery]}
links:
  - {id: ROOF, title: Of the roof, provision: {instrument: roof}, verified: knowledge, basis: [own-conduct]}
actors:
  - {actor: official, covered: "yes", provision: {instrument: roof}, verified: knowledge}
proof:
  - {id: ROOF, term: of the roof, provision: {instrument: roof}, verified: knowledge}
decision_makers:
  - {who: Council, provision: {instrument: roof}, verified: knowledge}
measures:
  - {kind: visa-ban, provision: {instrument: roof}, verified: knowledge}
criteria:
"""


def test_whom_and_how_shared_law_lets_a_regime_list_is_the_regime_s_too(folder: Path) -> None:
    _write_shared(folder, "criteria:\n", SHARED_FACTS.replace("ROOF", "of-the-roof"))
    regime = _regime(folder)

    assert [limb.id for limb in regime.conduct] == ["torture", "killing", "of-the-roof"]
    assert [link.id for link in regime.links][-1] == "of-the-roof"
    assert [actor.actor for actor in regime.actors] == ["official"]
    assert [proof.id for proof in regime.proof] == ["suspicion", "of-the-roof"]
    assert [maker.who for maker in regime.decision_makers] == ["Minister", "Council"]
    assert [measure.kind for measure in regime.measures] == ["asset-freeze", "entry-ban", "visa-ban"]


def test_what_a_regime_has_itself_replaces_that_of_shared_law(folder: Path) -> None:
    facts = (
        SHARED_FACTS.replace("ROOF", "torture", 1)
        .replace("ROOF", "responsible", 1)
        .replace("ROOF", "suspicion")
    )
    facts = facts.replace("who: Council", "who: Minister").replace("kind: visa-ban", "kind: asset-freeze")
    _write_shared(folder, "criteria:\n", facts)
    regime = _regime(folder)

    lists = (regime.conduct, regime.links, regime.proof, regime.decision_makers, regime.measures)
    assert {fact.provision.instrument for facts in lists for fact in facts} == {"act"}


def test_a_regime_can_have_all_its_criteria_from_shared_law(folder: Path) -> None:
    head, _, _ = INCLUDING.partition("criteria:\n")
    (folder / "example.yaml").write_text(head)

    assert [each.id for each in _regime(folder).criteria] == ["made-public", "reasoned"]


def test_a_regime_that_neither_has_nor_includes_criteria_cannot_be_used(folder: Path) -> None:
    (folder / "example.yaml").write_text(EXAMPLE_REGIME.partition("criteria:\n")[0])

    assert [rule for _, rule, _, _ in _refused(folder)] == ["no-criteria"]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("{from: 2022-01-01}", ("2022-01-01", None)),
        ("{from: 2019-01-01}", ("2020-01-01", None)),
        ("{until: 2021-12-31}", ("2020-01-01", "2021-12-31")),
    ],
)
def test_days_of_its_own_narrow_those_of_the_instrument_that_brings_shared_law_in(
    folder: Path, own: str, expected: tuple[str | None, str | None]
) -> None:
    _write_shared(folder, "{from: 2022-01-01}", own)
    span = _regime(folder).criteria[-1].in_force

    assert span is not None
    assert (span.from_, span.until) == expected


def test_what_was_over_before_the_regime_began_is_not_part_of_it(folder: Path) -> None:
    _write_shared(folder, "{from: 2022-01-01}", "{until: 2019-12-31}")

    assert [each.id for each in _regime(folder).criteria] == ["notice", "made-public"]


def test_the_caveats_of_shared_law_are_those_of_the_regime_too(folder: Path) -> None:
    assert [each.note for each in _regime(folder).caveats] == ["A shared caveat"]


def test_shared_law_is_in_force_with_the_instrument_that_brings_it_into_the_regime(folder: Path) -> None:
    since = {each.id: each.in_force and each.in_force.from_ for each in _regime(folder).criteria}

    assert since == {"notice": None, "made-public": "2020-01-01", "reasoned": "2022-01-01"}


@pytest.mark.parametrize(
    ("own_days", "expected"),
    [
        ("{until: 2024-11-07}", ("2020-01-01", "2024-11-07")),
        ("{from: 2018-05-01, until: 2024-11-07}", ("2020-01-01", "2024-11-07")),
        ("{from: 2022-01-01}", ("2022-01-01", None)),
    ],
)
def test_the_days_of_shared_law_count_while_that_instrument_is_in_force(
    folder: Path, own_days: str, expected: tuple[str | None, str | None]
) -> None:
    _write_shared(folder, "in_force: {from: 2022-01-01}", f"in_force: {own_days}")

    span = _regime(folder).criteria[-1].in_force

    assert span is not None
    assert (span.from_, span.until) == expected


def test_shared_law_that_had_ended_when_the_regime_began_is_no_part_of_it(folder: Path) -> None:
    _write_shared(folder, "in_force: {from: 2022-01-01}", "in_force: {until: 2019-12-31}")

    assert [each.id for each in _regime(folder).criteria] == ["notice", "made-public"]


def test_shared_law_that_names_no_such_instrument_is_in_force_as_its_provisions_are(folder: Path) -> None:
    _write_shared(folder, "in_force_with: act\n", "")

    assert [each.in_force for each in _regime(folder).criteria[:2]] == [None, None]


def test_two_regimes_share_a_file_that_is_read_once(folder: Path) -> None:
    (folder / "other.yaml").write_text(INCLUDING.replace("id: example", "id: other"))
    law = Law(folder)
    first = law.regime("example")
    (folder / "shared" / "roof.yaml").unlink()

    assert law.regime("other").regime.criteria == first.regime.criteria


def test_shared_law_is_no_regime(folder: Path) -> None:
    assert Law(folder).regime_ids == ("example",)
    assert Law(folder).shared_ids == ("roof",)


# Where its mistakes are named


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("rof", "No shared law is called “rof”. Did you mean “roof”?"),
        ("zzz", "No shared law is called “zzz”."),
        ("example", "No shared law is called “example”."),
    ],
)
def test_an_unknown_name_is_named_where_it_is_included(folder: Path, name: str, message: str) -> None:
    (folder / "example.yaml").write_text(INCLUDING.replace("[roof]", f"[roof, {name}]"))

    with pytest.raises(LawError) as caught:
        Law(folder).regime("example")

    assert [flaw.message for _, flaw in caught.value.found] == [message]
    assert _shown(caught.value, folder) == [("example.yaml", "unknown-include", ("includes", 1), name)]


def test_a_path_is_no_name_of_shared_law(folder: Path) -> None:
    (folder / "example.yaml").write_text(INCLUDING.replace("[roof]", "[../shared/roof]"))

    ((file, rule, path, _),) = _refused(folder)

    assert (file, rule, path) == ("example.yaml", "wrong-value", ("includes", 0))


def test_a_shared_file_that_does_not_fit_its_form_is_named(folder: Path) -> None:
    _write_shared(folder, "title: An Act under which regimes stand\n", "")

    assert [(file, rule) for file, rule, *_ in _refused(folder)] == [("shared/roof.yaml", "missing-field")]


def test_the_id_of_shared_law_is_the_name_of_its_file(folder: Path) -> None:
    _write_shared(folder, "id: roof", "id: floor")

    assert _refused(folder) == [("shared/roof.yaml", "wrong-id", ("id",), "floor")]


@pytest.mark.parametrize(
    ("change", "rule", "path", "written"),
    [
        (
            ("standard: publication", "standard: publicity"),
            "unknown-standard",
            ("criteria", 0, "standard"),
            "publicity",
        ),
        (("source: s\n", "source: t\n"), "unknown-source", ("criteria", 1, "source"), "t"),
        (
            ("source: roof-text}", "source: floor}"),
            "unknown-source",
            ("instruments", "roof", "source"),
            "floor",
        ),
        (("id: reasoned", "id: made-public"), "duplicate-id", ("criteria", 1, "id"), "made-public"),
        (("in_force_with: act", "in_force_with: atc"), "unknown-instrument", ("in_force_with",), "atc"),
    ],
)
def test_a_mistake_in_shared_law_is_named_at_its_place_in_the_shared_file(
    folder: Path, change: tuple[str, str], rule: str, path: Path_, written: str
) -> None:
    _write_shared(folder, *change)

    assert _refused(folder) == [("shared/roof.yaml", rule, path, written)]


def test_the_place_is_that_in_the_shared_file_where_the_regime_replaces_a_criterion(folder: Path) -> None:
    (folder / "example.yaml").write_text(INCLUDING.replace("id: notice", "id: made-public"))
    _write_shared(folder, "source: s\n", "source: t\n")

    assert _refused(folder) == [("shared/roof.yaml", "unknown-source", ("criteria", 1, "source"), "t")]


def test_an_instrument_that_only_the_including_regime_can_define_is_missed_in_the_shared_file(
    folder: Path,
) -> None:
    _write_shared(folder, "{instrument: act, at: s. 8}", "{instrument: regulations, at: reg. 8}")

    path = ("criteria", 1, "provision", "instrument")
    assert _refused(folder) == [("shared/roof.yaml", "unknown-instrument", path, "regulations")]


def test_mistakes_of_the_regime_and_of_what_it_includes_are_named_at_once(folder: Path) -> None:
    (folder / "example.yaml").write_text(INCLUDING.replace("standard: notification", "standard: zzz"))
    _write_shared(folder, "standard: publication", "standard: zzz")

    expected = [
        ("example.yaml", ("criteria", 0, "standard")),
        ("shared/roof.yaml", ("criteria", 0, "standard")),
    ]
    assert [(file, path) for file, _, path, _ in _refused(folder)] == expected


def test_a_check_that_does_not_exist_is_named_in_the_shared_file(folder: Path) -> None:
    _write_shared(folder, "check: reasons_given", "check: reason_given")
    loaded = Law(folder).regime("example")

    with pytest.raises(LawError) as caught:
        bind(loaded, enumerate(loaded.regime.criteria))

    expected = ("shared/roof.yaml", "wrong-binding", ("criteria", 1, "check"), "reason_given")
    assert _shown(caught.value, folder) == [expected]


# The packaged law


def test_every_shared_file_belongs_to_a_regime() -> None:
    law = packaged_law()
    included = [name for each in law.regime_ids for name in law.regime(each).regime.includes]

    assert set(law.shared_ids) <= set(included)


@pytest.mark.parametrize(("regime", "citation"), [("gb-ghr", "SI 2020/680"), ("gb-gac", "SI 2021/488")])
def test_a_shared_criterion_cites_the_regulations_of_the_regime(regime: str, citation: str) -> None:
    merged = packaged_law().regime(regime).regime
    (informed,) = (each for each in merged.criteria if each.id == "person-informed")

    assert merged.instruments[informed.provision.instrument].citation == citation
    assert informed.in_force == merged.instruments["regulations"].in_force
