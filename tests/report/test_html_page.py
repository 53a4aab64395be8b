"""One HTML page: what it lets run, what it leads to, and what becomes of text from outside."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from pages import every, parsed

from sanctcheck.report.html.page import content_security_policy, page
from sanctcheck.text import is_web_address, visible


def made(title: str = "A report") -> str:
    return page("base.html", title=title, version="1")


@given(st.text())
def test_any_text_stays_text_on_a_page_of_ascii(text: str) -> None:
    made_of_it = made(text)
    (heading,) = every(parsed(made_of_it), "h1")

    assert made_of_it.isascii()
    assert len(every(parsed(made_of_it), "*")) == len(every(parsed(made()), "*"))
    assert heading.to_text() == visible(" ".join(text.split()))


def test_what_would_hide_in_a_text_is_made_visible() -> None:
    heading = every(parsed(made("a\u202eb\n\u200b c")), "h1")[0]

    assert heading.to_text() == "a\\u{202e}b \\u{200b} c"


def test_a_name_that_the_template_does_not_get_is_refused_rather_than_left_out() -> None:
    with pytest.raises(UndefinedError):
        page("base.html", title="A report")


def test_the_policy_allows_the_given_style_and_script_and_nothing_else() -> None:
    digest = base64.b64encode(hashlib.sha256(b"let a;").digest()).decode()

    assert content_security_policy(("",), ("let a;",)).split("; ") == [
        "default-src 'none'",
        "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        f"script-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_without_a_script_no_script_is_allowed() -> None:
    assert "script-src" not in content_security_policy(("a {}",), ("",))
    assert not every(parsed(made()), "script")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.legislation.gov.uk/uksi/2020/680", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://example.org", False),
        ("https://example.org\njavascript:alert(1)", False),
        ("https://example.org/\u202e", False),
        ("//example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_led_to(text: str | None, *, expected: bool) -> None:
    assert is_web_address(text) is expected
