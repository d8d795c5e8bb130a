"""Read the reference results that stand beside this file."""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent


def columns(name: str) -> dict[str, NDArray[np.float64]]:
    """The columns of one csv file by name; an empty cell is nan."""
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([float(row[key] or "nan") for row in rows]) for key in rows[0]}
