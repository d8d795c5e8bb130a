"""The small set, loaded, and national figures beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.knowledge.figures.explorer import small_set

if TYPE_CHECKING:
    from integraal.foundation.areas.models import Area
    from integraal.foundation.audit.actors import Actor
    from integraal.knowledge.figures.explorer.view import ExplorerView


@pytest.fixture
def places(adviser: Actor) -> dict[str, Area]:
    """Areas by name, with the small set loaded."""
    areas = small_set.add_areas(adviser)
    small_set.load(adviser, areas, small_set.small_values())
    return areas


# Of the whole file: its rows are referred to by rows that each test undoes only at its end.
@pytest.fixture(scope="module")
def national() -> Iterator[None]:
    small_set.publish_national()
    yield
    small_set.withdraw_national()


@pytest.fixture
def explore(adviser: Actor) -> Callable[..., ExplorerView]:
    """Return what the adviser, or another, sees at an address."""
    from django.http import QueryDict

    from integraal.knowledge.figures.explorer.content import explorer_view
    from integraal.knowledge.figures.explorer.selection import read_selection

    def seen(query: str, by: Actor | None = None) -> ExplorerView:
        asked = read_selection(dict(QueryDict(query).lists()))
        assert asked.problems == ()
        return explorer_view(by or adviser, asked.selection)

    return seen
