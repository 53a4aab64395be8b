"""The language server, driven by a real client over its pipes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from editor import Editor, editing
from lsprotocol import types
from support import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path

COMPLETE = (FIXTURES / "dossiers/gb-ghr/complete.yaml").read_text(encoding="utf-8")
INVITED = "  - {event: representations-invited, day: 2026-02-12, to: the target, due: 2026-04-12}\n"
CODE = "gb-ghr:representations-invited"


def test_one_opens_edits_hovers_completes_mends_and_goes_to(tmp_path: Path) -> None:
    asyncio.run(walk(tmp_path / "dossier.yaml"))


async def walk(path: Path) -> None:
    async with editing(asOf="2026-06-01") as editor:
        assert await editor.open(path, COMPLETE) == []

        # A step of the process is deleted: the gap is shown at the log, with what to do.
        editor.type(path, "to: the target, means: with the letter}\n", "", instead=INVITED)
        [gap] = await editor.told()
        assert (gap.source, gap.severity) == ("sanctcheck", types.DiagnosticSeverity.Warning)
        assert gap.message.split("\n") == [
            "The log does not show that the target was invited to make representations.",
            "Asked for by no rule (hearing before or after designation).",
            "Invite representations with the notice, and say by when they are best made.",
        ]
        assert gap.range.start == editor.at(path.as_uri(), editor.texts[path.as_uri()].index("process:"))

        await hover_explains(editor, path, str(gap.code))
        await a_quick_fix_mends(editor, path, gap)
        await words_and_ids_are_completed(editor, path)
        await ids_lead_to_their_parts(editor, path)


async def hover_explains(editor: Editor, path: Path, code: str) -> None:
    over = await editor.client.text_document_hover_async(types.HoverParams(**editor.where(path, "\nproc")))

    assert over is not None
    assert isinstance(over.contents, types.MarkupContent)
    assert over.contents.value.startswith("**process** (dossier)\n\nThe log of the process")
    assert f"**{code}**\n\n**What it asks**" in over.contents.value
    assert "**A dossier that has it**\n\n```yaml\nprocess:" in over.contents.value

    over = await editor.client.text_document_hover_async(
        types.HoverParams(**editor.where(path, "kind: medical"))
    )
    assert over is not None
    assert over.contents == types.MarkupContent(
        types.MarkupKind.Markdown, "**medical-report**: a report of a doctor or hospital"
    )


async def a_quick_fix_mends(editor: Editor, path: Path, gap: types.Diagnostic) -> None:
    asked = types.CodeActionParams(
        types.TextDocumentIdentifier(path.as_uri()), gap.range, types.CodeActionContext([gap])
    )
    offered = await editor.client.text_document_code_action_async(asked)
    first = next(each for each in offered or [] if isinstance(each, types.CodeAction))
    assert first.title == f"Insert the step “representations-invited” ({gap.code})"

    editor.apply(first)
    block = "  - {event: representations-invited, day: ‹2026-06-01›, due: ‹2026-06-01›}\n"
    assert block in editor.texts[path.as_uri()]
    assert [each.code for each in await editor.told()] == ["to-fill-in"]

    editor.type(
        path,
        "representations-invited, day: ",
        "2026-02-12, due: 2026-04-12",
        instead="‹2026-06-01›, due: ‹2026-06-01›",
    )
    assert await editor.told() == []


async def words_and_ids_are_completed(editor: Editor, path: Path) -> None:
    async def labels(behind: str) -> list[str]:
        params = types.CompletionParams(**editor.where(path, behind))
        found = await editor.client.text_document_completion_async(params)
        assert isinstance(found, list)
        return [each.label for each in found]

    assert (
        await labels(
            "elements:\n      - {element: act, shown: Three detainees were beaten and given shocks., exhibits: ["
        )
    )[:2] == ["E1", "E2"]
    assert (await labels("    link: associated, allegations: [".replace("    ", "", 1)))[:2] == ["A1", "A2"]
    assert "medical-report" in await labels("kind: medical-re")
    assert "hypothetical-state-violation" in await labels("      - {element: ")
    assert "torture" in await labels("grounds:\n      - conduct: ")

    # The text cannot be read while one types, and what is typed is completed all the same.
    editor.type(path, "told_to_target: true\n", "  ind")
    await editor.told()
    assert "independent_reviewer" in await labels("told_to_target: true\n  ind")
    assert "court" not in await labels("told_to_target: true\n  ind")
    editor.type(path, "told_to_target: true\n", "", instead="  ind")
    assert await editor.told() == []


async def ids_lead_to_their_parts(editor: Editor, path: Path) -> None:
    where = editor.where(path, "shown: Broken ribs and burns; one lost the use of a hand., exhibits: [E")
    found = await editor.client.text_document_definition_async(types.DefinitionParams(**where))

    assert isinstance(found, types.Location)
    text = editor.texts[path.as_uri()]
    assert found.range.start == editor.at(path.as_uri(), text.index("id: E1") + len("id: "))

    context = types.ReferenceContext(include_declaration=False)
    named = await editor.client.text_document_references_async(types.ReferenceParams(context, **where))
    assert len(named or []) == 3


def test_positions_count_what_the_editor_counts(tmp_path: Path) -> None:
    """𝕏 is two units of UTF-16, and U+2028 ends no line."""

    async def check() -> None:
        async with editing() as editor:
            path = tmp_path / "a.yaml"
            text = 'format: dossier/1\nid: "𝕏𝕏"\ntarget: {type: person, names: [{name: "𝕏", skript: Latn}]}\n'
            found = await editor.open(path, text)
            skript = next(each for each in found if "skript" in each.message)
            assert skript.range.start == editor.at(path.as_uri(), text.index("skript"))
            editor.type(path, 'id: "𝕏', "a", instead="𝕏")
            editor.type(path, '{name: "𝕏', "\u2028", instead="")
            [separator] = await editor.told()
            assert separator.code == "line-separator"
            editor.type(path, '{name: "𝕏', "", instead="\u2028")
            assert editor.offset(path.as_uri(), (await editor.told())[0].range.start) > 0

    asyncio.run(check())


def test_wrong_settings_are_named_and_what_is_no_dossier_is_left_alone(tmp_path: Path) -> None:
    async def check() -> None:
        async with editing(regimes=["gb-gh"], asOf="soon", colour=1) as editor:
            await editor.open(tmp_path / "a.yaml", COMPLETE)
            assert editor.messages == [
                "sanctcheck: No setting is called “colour”.",
                "sanctcheck: No regime is called “gb-gh”. Did you mean “gb-ghr”?",
                "sanctcheck: “asOf” is a day, year-month-day, for example 2026-03-01; “soon” is none.",
            ]
            other = tmp_path / "other.yaml"
            assert await editor.open(other, "a: [\n") == []
            hover = types.HoverParams(**editor.where(other, "a"))
            assert await editor.client.text_document_hover_async(hover) is None

    asyncio.run(check())
