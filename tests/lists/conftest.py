"""Publishers to fetch from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from publishing import Behaviour, Publisher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def publisher() -> Iterator[Callable[..., Publisher]]:
    """A publisher that behaves as given: one behaviour a request, the last one for all that follow."""
    running: list[Publisher] = []

    def start(*behaviours: Behaviour) -> Publisher:
        running.append(Publisher(list(behaviours)))
        return running[-1]

    yield start
    for each in running:
        each.close()
