"""The invented poll of the reference results."""

import csv
import json

import numpy as np

from tests.reference_results.tables import HERE

FOLDER = HERE / "survey"


def rows(name):
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def margins():
    return json.loads((FOLDER / "poll_margins.json").read_text())


def categories():
    answers = rows("poll.csv")
    return {name: np.array([one[name] for one in answers]) for name in margins()}


def question(name):
    return np.array([float(one[name] or "nan") for one in rows("poll.csv")])


def weights(name):
    return np.array([float(one["weight"]) for one in rows(f"poll_weights_{name}.csv")])
