"""What a publisher answers instead of a list: a bot-block, a login page, some other web page, nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Cause = Literal[
    "bot-block", "certificate", "empty", "encoding", "framing", "gone", "login-page", "proxy", "rate-limited",
    "redirect", "refused", "server-error", "store", "timeout", "too-large", "truncated", "unreachable", "web-page",
    "wrong-content",
]  # fmt: skip
"""Why there is no list, in one word that scripts can rely on."""

Content = Literal["xml", "csv", "xlsx", "ods", "json"]
"""What kind of file a list is."""

HEAD = 4096
"""So many bytes of a body tell a list from a web page."""

_WEB_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|xhtml1-", re.IGNORECASE)
_LOGIN = re.compile(
    rb"type\s*=\s*[\"']?password|<title>[^<]{0,80}(?:log[ -]?in|sign[ -]?in|single sign|authenticat)|/cas/login|samlrequest",
    re.IGNORECASE,
)
_LOGIN_ADDRESS = re.compile(r"login|logon|sign-?in|/cas/|/auth/|/oauth|/saml|/sso", re.IGNORECASE)
_BOT_BLOCK = re.compile(
    rb"captcha|cf-chl|challenge-platform|_incapsula_|incident id|attention required|just a moment|request rejected"
    rb"|access denied|are you a robot|unusual traffic|bot detection|enable javascript and cookies|support id|awswaf"
    rb"|reference\s*(?:&#32;)?#",
    re.IGNORECASE,
)
_WAF_HEADERS = ("cf-mitigated", "x-amzn-waf-action", "x-datadome", "x-iinfo", "x-sucuri-block")
_SIGNATURES = {"xlsx": b"PK\x03\x04", "ods": b"PK\x03\x04"}
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_login_address(address: str) -> bool:
    """Whether an address looks like one at which people sign in."""
    return _LOGIN_ADDRESS.search(address) is not None


def page_instead(head: bytes, headers: Mapping[str, str] | None = None) -> Cause | None:
    """Which page the first bytes of a body are, if they are a page and no list."""
    if any(name in (headers or {}) for name in _WAF_HEADERS):
        return "bot-block"
    if not _WEB_PAGE.search(head[:1024]):
        return None
    if _LOGIN.search(head):
        return "login-page"
    return "bot-block" if _BOT_BLOCK.search(head) else "web-page"


def wrong_content(head: bytes, content: Content) -> Cause | None:
    """Why a body that begins like this cannot be of the kind that is expected: xml, csv, xlsx, ods or json."""
    if not head.strip(b" \t\r\n\x00"):
        return "empty"
    page = page_instead(head)
    if page is not None:
        return page
    return None if _begins_as(_without_mark(head), content) else "wrong-content"


def _without_mark(head: bytes) -> bytes:
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.lstrip(b" \t\r\n\x00")


def _begins_as(head: bytes, content: Content) -> bool:
    if content in _SIGNATURES:
        return head.startswith(_SIGNATURES[content])
    if content == "xml":
        return head.startswith(b"<")
    if content == "json":
        return head[:1] in {b"{", b"["}
    return not head.startswith((b"<", b"{", b"PK\x03\x04", b"%PDF"))
