"""The server itself: what the editor sends, handed to the session; what the session says, sent back."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from sanctcheck import __version__
from sanctcheck.errors import where
from sanctcheck.law.load import packaged_law
from sanctcheck.lsp.session import Session
from sanctcheck.lsp.settings import settings_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.law.load import Law

Answer = TypeVar("Answer")
DEBOUNCE = 0.2
"""Seconds without a key before a text is checked again."""

_NOT_OURS = (JsonRpcException, ValueError, RecursionError)
"""What an editor's message can be wrong with, where it is read: before anything of ours is asked."""


class _Protocol(LanguageServerProtocol):
    """pygls takes more characters for line ends than the protocol does, so the texts are kept here."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Takes up a text."""
        self._server.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Follows what was typed."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Lets a text go."""
        self._server.closed(params.text_document.uri)


class Server(LanguageServer):
    """`sanctcheck lsp`."""

    def __init__(self, law: Law | None = None, debounce: float = DEBOUNCE) -> None:
        super().__init__(
            "sanctcheck",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=_Protocol,
            max_workers=1,
        )
        self.session = Session(law or packaged_law())
        self.wrong: list[str] = []
        self._debounce = debounce
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def configure(self, options: Any) -> None:
        """Takes up settings; what is wrong with them is said once, and left out."""
        self.take_up(options)
        self.session.forget()
        self.say_what_is_wrong()
        for uri in self.session.uris:
            self.publish(uri)

    def take_up(self, options: Any) -> None:
        """Takes up settings, and remembers what is wrong with them."""
        self.session.settings, self.wrong = settings_from(options, self.session.law.regime_ids)

    def say_what_is_wrong(self) -> None:
        """Says what is wrong with the settings."""
        for said in self.wrong:
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Warning, f"sanctcheck: {said}")
            )

    def agree(self) -> None:
        """Takes up the units in which the editor counts columns."""
        self.session.encoding = str(
            getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding) or "utf-16"
        )

    def opened(self, item: types.TextDocumentItem) -> None:
        """A text was opened: it is checked at once, with the files of its exhibits."""
        self.session.open(item.uri, item.text, item.version)
        self.answer(lambda: self.session.look_at_files(item.uri))
        self.publish(item.uri)

    def saved(self, uri: str) -> None:
        """A text was saved: the files of its exhibits may have changed with it."""
        self.answer(lambda: self.session.look_at_files(uri))
        self.publish(uri)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Something was typed: the text is checked once nothing more comes for a moment."""
        uri = params.text_document.uri
        self.session.change(uri, list(params.content_changes), params.text_document.version)
        self._stop_waiting(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(self._debounce, self.publish, uri)

    def closed(self, uri: str) -> None:
        """A text was closed: nothing is said of it any more."""
        self._stop_waiting(uri)
        self.session.close(uri)
        self.publish(uri)

    def answer(self, ask: Callable[[], Answer]) -> Answer | None:
        """What is asked for. A mistake of ours is named by its place alone: its text may hold values of a dossier."""
        try:
            return ask()
        except Exception as error:  # noqa: BLE001 - the last line of defence, as in `sanctcheck.cli`
            self._say_mistake(error)
            return None

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 - pygls' own signature
        """Says that something went wrong, and nothing of what it was about."""
        if not isinstance(error, _NOT_OURS):
            self._say_mistake(error)
            return
        message = f"sanctcheck: a message could not be read, or asks for what there is not ({type(error).__name__}). It was left out."
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))

    def _say_mistake(self, error: Exception) -> None:
        message = f"sanctcheck: internal error ({where(error)}). This is a mistake of ours: please report it."
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def publish(self, uri: str) -> None:
        """Sends what is lacking in a text."""
        self._stop_waiting(uri)
        found = self.answer(lambda: self.session.diagnostics(uri)) or []
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, self.session.version(uri))
        )

    def _stop_waiting(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()


def server(law: Law | None = None) -> Server:
    """A server that answers everything it can."""
    # pygls logs what it could not do with what was sent, and that may be text of a dossier.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    made = Server(law)
    _life(made)
    _language(made)
    return made


def _life(made: Server) -> None:
    """Settings, and texts that are saved."""

    @made.feature(types.INITIALIZE)
    def _initialize(params: types.InitializeParams) -> None:
        made.agree()
        made.take_up(params.initialization_options)

    @made.feature(types.INITIALIZED)
    def _initialized(_: types.InitializedParams) -> None:
        made.say_what_is_wrong()

    @made.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def _configured(params: types.DidChangeConfigurationParams) -> None:
        if isinstance(params.settings, dict) and "sanctcheck" in params.settings:
            made.configure(params.settings["sanctcheck"])

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(params: types.DidSaveTextDocumentParams) -> None:
        made.saved(params.text_document.uri)


def _language(made: Server) -> None:
    """What an editor asks of a text."""

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(params: types.HoverParams) -> types.Hover | None:
        return made.answer(lambda: made.session.hover(params.text_document.uri, params.position))

    @made.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "[", ","]))
    def _completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        return made.answer(lambda: made.session.completions(params.text_document.uri, params.position)) or []

    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    def _definition(params: types.DefinitionParams) -> types.Location | None:
        return made.answer(lambda: made.session.definition(params.text_document.uri, params.position))

    @made.feature(types.TEXT_DOCUMENT_REFERENCES)
    def _references(params: types.ReferenceParams) -> list[types.Location]:
        with_declaration = params.context.include_declaration
        uri, position = params.text_document.uri, params.position
        found = made.answer(lambda: made.session.references(uri, position, with_declaration=with_declaration))
        return found or []

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def _code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        return made.answer(lambda: made.session.actions(params.text_document.uri, params.range)) or []
