"""Read the reference results that stand beside this file."""

import csv
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent


def columns(name: str, *, text: Collection[str] = ()) -> dict[str, NDArray[Any]]:
    """The columns of one csv file by name; an empty cell is nan, the `text` ones stay words."""
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        key: np.array([row[key] if key in text else float(row[key] or "nan") for row in rows])
        for key in rows[0]
    }
