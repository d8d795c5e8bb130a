"""Model relations run the same way as imports: a string key slips past the import contracts."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.tree import keep, layers


def ranks(dotted: str) -> list[tuple[int, int]]:
    """(contract, place in it) of the layers that a module belongs to."""
    return [
        (number, place)
        for number, contract in enumerate(layers())
        for place, layer in enumerate(contract)
        if f"{dotted}.".startswith(f"{layer}.")
    ]


def may_refer(start: str, target: str) -> bool:
    """Whether a model in package ``start`` may hold a key to one in package ``target``."""
    if start == target or not target.startswith("integraal."):
        return True
    below = dict(ranks(target))
    shared = [(place, below[number]) for number, place in ranks(start) if number in below]
    apart = [(above, under) for above, under in shared if above != under]
    return bool(apart) and all(above < under for above, under in apart)


def relations() -> list[tuple[models.Field, str, str]]:
    return [
        (field, package(model), package(field.related_model))
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("integraal.")
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.is_relation
    ]


def package(model: type[models.Model]) -> str:
    return apps.get_app_config(model._meta.app_label).name


def test_every_relation_points_to_an_earlier_room() -> None:
    found = relations()
    assert found
    offences = [
        f"{field} in {start} points to {target}"
        for field, start, target in found
        if not may_refer(start, target)
    ]
    keep(offences, "Let the later room hold the key to the earlier one:")


@pytest.mark.parametrize(
    ("start", "target"),
    [
        ("integraal.foundation.people", "integraal.policy.picture"),
        ("integraal.foundation.areas", "integraal.foundation.people"),
        ("integraal.knowledge.figures", "integraal.portal"),
    ],
)
def test_a_key_to_a_later_room_is_found(start: str, target: str) -> None:
    assert not may_refer(start, target)
    assert may_refer(target, start)
