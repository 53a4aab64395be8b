"""An editor: pygls' own client, which starts `sanctcheck lsp` and speaks with it over its pipes."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


class Editor:
    """One editor with texts open in it. Positions are given by what stands in the text."""

    def __init__(self, client: LanguageClient, result: types.InitializeResult) -> None:
        self.client = client
        self.capabilities = result.capabilities
        self.texts: dict[str, str] = {}
        self.messages: list[str] = []
        self._diagnostics: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self._version = 0

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def _diagnostics(params: types.PublishDiagnosticsParams) -> None:
            self._diagnostics.put_nowait(params)

        @client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def _message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

    async def open(self, path: Path, text: str) -> list[types.Diagnostic]:
        """Opens a text; the file need not be there."""
        uri = path.as_uri()
        self.texts[uri] = text
        item = types.TextDocumentItem(uri, "yaml", self._version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.told()

    async def told(self) -> list[types.Diagnostic]:
        """What the server says next of what is lacking."""
        said = await asyncio.wait_for(self._diagnostics.get(), 120)
        return list(said.diagnostics)

    def type(self, path: Path, behind: str, typed: str, *, instead: str = "") -> None:
        """Types something behind a stretch of text, in place of what follows."""
        uri = path.as_uri()
        text = self.texts[uri]
        start = text.index(behind) + len(behind)
        assert text.startswith(instead, start)
        self._version += 1
        change = types.TextDocumentContentChangePartial(
            types.Range(self.at(uri, start), self.at(uri, start + len(instead))), typed
        )
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._version, uri), [change]
            )
        )
        self.texts[uri] = text[:start] + typed + text[start + len(instead) :]

    def apply(self, action: types.CodeAction) -> None:
        """Does what a quick fix says."""
        assert action.edit is not None
        assert action.edit.changes is not None
        [(uri, [edit])] = action.edit.changes.items()
        start = self.offset(uri, edit.range.start)
        text = self.texts[uri]
        self.texts[uri] = text[:start] + edit.new_text + text[self.offset(uri, edit.range.end) :]
        self._version += 1
        changes: list[Any] = [types.TextDocumentContentChangeWholeDocument(self.texts[uri])]
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._version, uri), changes
            )
        )

    def at(self, uri: str, offset: int) -> types.Position:
        """A place in a text as a position, in UTF-16."""
        before = self.texts[uri][:offset]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def offset(self, uri: str, position: types.Position) -> int:
        """A position as a place in a text."""
        lines = self.texts[uri].split("\n")
        line = lines[position.line].encode("utf-16-le")[: position.character * 2].decode("utf-16-le")
        return sum(len(each) + 1 for each in lines[: position.line]) + len(line)

    def where(self, path: Path, behind: str) -> dict[str, Any]:
        """The arguments of a question about the place behind a stretch of text."""
        uri = path.as_uri()
        offset = self.texts[uri].index(behind) + len(behind)
        return {
            "text_document": types.TextDocumentIdentifier(uri),
            "position": self.at(uri, offset),
        }


@asynccontextmanager
async def editing(**options: Any) -> AsyncIterator[Editor]:
    """An editor that has started the server."""
    client = LanguageClient("editor", "1")
    await client.start_io(sys.executable, "-m", "sanctcheck", "lsp", "--stdio")
    result = await client.initialize_async(
        types.InitializeParams(types.ClientCapabilities(), initialization_options=options)
    )
    editor = Editor(client, result)
    client.initialized(types.InitializedParams())
    yield editor
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
