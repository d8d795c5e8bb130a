"""The fields of a result, in order."""

from dataclasses import fields
from typing import Any


def parts(result: Any) -> tuple[Any, ...]:
    return tuple(getattr(result, one.name) for one in fields(result))
