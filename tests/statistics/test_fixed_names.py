"""The names that others build on: these stay as they are, arguments and results included."""

import dataclasses
import inspect

import numpy as np
import pytest

from integraal.statistics import ranking, rates, smoothing, spatial, surveillance, weighting

REQUIRED = inspect.Parameter.empty
FIXED = [
    (
        rates.poisson_interval,
        ["count", "exposure"],
        {"confidence": 0.95, "method": "exact"},
    ),
    (
        rates.compare_counts,
        ["count_a", "exposure_a", "count_b", "exposure_b"],
        {"confidence": 0.95},
    ),
    (
        surveillance.farrington_flexible,
        ["counts"],
        {
            "at": REQUIRED, "frequency": 12, "years_back": 5, "half_window": 0, "periods": 10,
            "exclude_recent": None, "reweight_threshold": 2.58, "trend": True,
            "trend_threshold": 1.0, "alpha": 0.01, "bound": "nbPlugin", "power": "2/3",
            "limit54": (5, 4),
        },
    ),
    (
        weighting.rake,
        ["categories", "margins"],
        {"base_weights": None, "bounds": None, "tolerance": 1e-12},
    ),
    (
        weighting.estimate_share,
        ["indicator", "weights"],
        {"calibrated_on": None, "interval": "logit", "confidence": 0.95},
    ),
    (ranking.kendall_w, ["ratings"], {}),
    (ranking.promethee_ii, ["matrix", "weights", "directions", "preferences"], {}),
    (ranking.smaa, ["utilities", "weights", "draws", "seed"], {}),
    (spatial.getis_ord_star, ["values", "neighbours"], {}),
    (
        spatial.knox,
        ["x", "y", "t", "distance_breaks", "time_breaks", "permutations", "seed"],
        {},
    ),
    (smoothing.poisson_gamma, ["counts", "expected"], {}),
    (smoothing.marshall_global, ["counts"], {}),
    (smoothing.marshall_local, ["counts"], {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("function", "positional", "named"), FIXED, ids=[one[0].__name__ for one in FIXED]
)
def test_a_fixed_function_keeps_its_arguments(function, positional, named):
    parameters = inspect.signature(function).parameters
    may_be_positional = [
        name for name, one in parameters.items() if one.kind is one.POSITIONAL_OR_KEYWORD
    ]
    assert may_be_positional[: len(positional)] == positional
    for name, default in named.items():
        assert parameters[name].default == default


def fields(result):
    return [one.name for one in dataclasses.fields(result)]


def test_fixed_results_keep_their_fields():
    lower, upper = rates.poisson_interval(5)
    assert 0 < lower < 5 < upper
    assert fields(rates.compare_counts(7, 1, 14, 1))[:4] == ["ratio", "lower", "upper", "p_value"]
    alarms = surveillance.farrington_flexible(np.full((2, 90), 3), at=[80, 85])
    assert fields(alarms)[:5] == [
        "upper_bound", "expected", "dispersion", "trend_used", "alarm",
    ]  # fmt: skip
    assert alarms.upper_bound.shape == (2, 2)
    weights = weighting.rake({"s": ["m", "v"]}, {"s": {"m": 1, "v": 2}})
    assert fields(weights)[:4] == ["values", "design_effect", "effective_n", "iterations"]
    share = weighting.estimate_share([1, 0], weights.values)
    assert fields(share) == ["value", "lower", "upper", "standard_error", "n", "effective_n"]
    assert fields(ranking.kendall_w([[1, 2, 3], [1, 3, 2]]))[:3] == ["w", "chi2", "p_value"]
    flows = ranking.promethee_ii([[1.0, 2.0], [2.0, 1.0]], [0.5, 0.5], [1, 1], ["usual", "usual"])
    assert fields(flows)[:4] == ["positive", "negative", "net", "rank"]


def test_results_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        rates.compare_counts(7, 1, 14, 1).ratio = 1.0
