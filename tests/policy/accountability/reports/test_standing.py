"""Counts of measures as sentences, and what was counted beside all that was promised until then."""

from integraal.policy.accountability.reports.telling.measures import (
    output_words,
    standing_of,
    standing_words,
)


def test_measures_that_all_stand_the_same_are_told_as_one() -> None:
    assert standing_of([]) == "Er zijn geen maatregelen beloofd."
    assert standing_of(["done"]) == "De maatregel is afgerond."
    assert standing_of(["done", "done"]) == "Alle 2 maatregelen zijn afgerond."
    assert standing_of([""]) == "Over de maatregel is niets gezegd."
    assert standing_of(["", ""]) == "Over alle 2 maatregelen is niets gezegd."
    assert standing_of(["done", "running", ""]) == (
        "Van de 3 maatregelen is er 1 afgerond en loopt er 1. Over 1 is niets gezegd."
    )


def test_what_begins_later_is_told_apart_from_what_was_forgotten() -> None:
    done = {"last": {"status": "done"}, "starts_on": "2025-01-01"}
    silent = {"last": None, "starts_on": "2025-03-01"}
    later = {"last": None, "starts_on": "2026-01-01"}
    words = standing_words([done, silent, later], "2025-12-31")
    assert words.endswith("Over 2 is niets gezegd. 1 daarvan begint pas na deze periode.")
    assert "na deze periode" not in standing_words([done, silent], "2025-12-31")
    assert "na deze periode" not in standing_words([later], "2026-03-31")


def test_a_total_stands_beside_the_total_that_was_promised() -> None:
    one = {
        "figure": {"amount": "84"}, "output": "aantal rondes",
        "output_target": {"2023": "40", "2024": "40", "2025": "40"},
    }  # fmt: skip
    assert output_words(one, "2024-12-31") == "84 rondes; beloofd tot en met 2024: 80"
    assert output_words(one, "2023-12-31") == "84 rondes; beloofd voor 2023: 40"
    assert output_words({**one, "output_target": {}}, "2024-12-31") == "84 rondes"
