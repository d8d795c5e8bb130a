"""Indicators, figures and surroundings to compare, all invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from integraal.knowledge.figures.beside_others.comparison import Set
from integraal.knowledge.figures.beside_others.division import Division, Municipality
from integraal.knowledge.figures.beside_others.judging import Together
from integraal.knowledge.figures.beside_others.published import Given, Published
from integraal.knowledge.figures.beside_others.surroundings import Region, Surroundings
from integraal.knowledge.figures.estimates import AreaRef, Estimate, from_count
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.loading import load_indicators
from integraal.knowledge.indicators.periods import Period
from tests.knowledge.figures.figures import SNAPSHOT

ROOT = Path(__file__).resolve().parents[4]
SHIPPED = load_indicators(ROOT / "definitions" / "indicators")
OWN = AreaRef("GM0001", "Molendrecht", 2026)
YEAR = 2025


def counted(number: int, **changes) -> Indicator:
    """Return one of many indicators that count, told apart by number."""
    shipped = SHIPPED["overlast-totaal"]
    return replace(shipped, code=f"cijfer-{number:02d}", name=f"Cijfer {number}", **changes)


def figure(
    one: Indicator, count: int, *, year: int = YEAR, people: int = 12_000, **more
) -> Estimate:
    return from_count(
        count,
        period=Period.of_year(year),
        area=OWN,
        indicator=one.code,
        indicator_version=one.version,
        snapshot=SNAPSHOT,
        denominator=people,
        denominator_unit="inwoners",
        per=one.per,
        **more,
    )


def rest(count: int, size: int, step: int = 1) -> Together:
    return Together("de anderen", "12 andere gemeenten", count, size, step, 12, "Bron")


def surroundings(counts: dict[str, dict[str, int]], sizes: dict[str, int], **more) -> Surroundings:
    """Return surroundings by measure and region; every municipality lies in one province."""
    codes = [code for code in sizes if code.startswith("GM")]
    by_code = {code: Municipality(code, f"Geheim {code}", "Elders", 4, 2025) for code in codes}
    published = Published(
        YEAR,
        {measure: {code: Given(n, 1) for code, n in of.items()} for measure, of in counts.items()},
        {"kerncijfers:inwoners": {code: {YEAR: size} for code, size in sizes.items()}},
        {measure: {("politie-misdrijven-gemeente", "Tabel")} for measure in counts},
    )
    region = Region("Elders", codes=frozenset(codes))
    return Surroundings(
        **{"year": YEAR, "own_code": "GM0001", "division": Division(2025, by_code),
           "published": published, "region": region, **more}
    )  # fmt: skip


def told(found: Set) -> dict[str, tuple[str, bool]]:
    """Return of each figure what was said, and whether it stands out."""
    return {code: (one.verdict.kind, one.stands_out) for code, one in found.made.items()}
