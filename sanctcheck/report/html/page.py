"""A report as one HTML file: nothing is fetched, no text from outside is markup, and the same input gives the same bytes.

A Content-Security-Policy in the page allows its own style and script by their hashes and nothing else, so that even a
mistake in a template could neither run a script nor reach the network.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sanctcheck.text import is_web_address, visible


def page(template: str, *, styles: tuple[str, ...] = (), script: str | None = None, **content: Any) -> str:
    """A page, from a template that extends `base.html`.

    Args:
        template: its file name in `templates/`.
        styles: files of styles that come behind those that every page has.
        script: the file of its script, where it has one.
        content: what the template speaks of; all text in it may come from outside.

    Returns:
        ASCII only, with references for all other characters: no shell that redirects it can spoil them.
    """
    style = "".join(part(name) for name in ("base.css", *styles))
    code = part(script) if script else ""
    made = (
        _environment()
        .get_template(template)
        .render(
            content,
            policy=content_security_policy((style,), (code,)),
            style=Markup(style),  # noqa: S704 - a file of this package
            script=Markup(code),  # noqa: S704 - as above
        )
    )
    return made.encode("ascii", "xmlcharrefreplace").decode("ascii")


def row(template: str, **content: Any) -> Markup:
    """A piece of a page, from a template of its own: for tables that are divided by what their rows weigh."""
    made = _environment().get_template(template).render(content)
    return Markup(made.encode("ascii", "xmlcharrefreplace").decode("ascii"))  # noqa: S704 - escaped by its template


def content_security_policy(styles: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """A policy under which these styles and these scripts run, and nothing else does."""
    allowed = [f"style-src {_hashes(styles)}"]
    if any(scripts):
        allowed.append(f"script-src {_hashes(scripts)}")
    # An empty icon is part of the page, so that no browser asks a server for one.
    return "; ".join(
        ["default-src 'none'", *allowed, "img-src data:", "base-uri 'none'", "form-action 'none'"]
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sanctcheck.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["web_address"] = is_web_address
    return environment


def _shown(value: object) -> object:
    """Whatever a template prints: on one line, and with what would hide in it made visible."""
    return value if isinstance(value, Markup) else visible(" ".join(str(value).split()))


@cache
def part(name: str) -> str:
    """The text of a style or script of this package."""
    return (files("sanctcheck.report.html") / "templates" / name).read_text(encoding="ascii")


def _hashes(texts: tuple[str, ...]) -> str:
    return " ".join(f"'{_hash(text)}'" for text in texts)


@cache
def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
