"""Read the series and results of `tests/reference_results/surveillance`."""

import csv
import json
from typing import Any

import numpy as np

from tests.reference_results.tables import HERE

FOLDER = HERE / "surveillance"


def records(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> float:
    return float(cell or "nan")


def series() -> dict[str, np.ndarray]:
    """The series by name."""
    counts: dict[str, list[float]] = {}
    for row in records("series.csv"):
        counts.setdefault(row["series"], []).append(float(row["count"]))
    return {name: np.array(values) for name, values in counts.items()}


def settings(config: str) -> dict[str, Any]:
    """One configuration in our names."""
    given = json.loads((FOLDER / "farrington_configs.json").read_text(encoding="utf-8"))
    control = given["monthly"][config]
    return {
        "years_back": control["b"],
        "half_window": control["w"],
        "periods": control["noPeriods"],
        "exclude_recent": control["pastWeeksNotIncluded"],
        "reweight_threshold": control["weightsThreshold"],
        "trend_threshold": control["pThresholdTrend"],
        "alpha": control["alpha"],
        "bound": control["thresholdMethod"],
        "power": control.get("powertrans", "2/3"),
        "limit54": tuple(control.get("limit54", (5, 4))),
    }
