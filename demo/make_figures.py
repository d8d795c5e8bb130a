"""Write the invented figures of the demo as StatLine screen exports: each run the same files.

Totals come from ``numbers.yaml``; where things happen, and what happens at the neighbours, is
drawn by chance with a fixed seed. A part of each total has no place, as in real registrations.

    python -m demo.make_figures
"""

from pathlib import Path
from typing import Any

import numpy as np
import yaml

DEMO = Path(__file__).resolve().parent
SEED = 2026
PLACED = 0.98  # share of the registrations that have a place
GROWTH = 0.003  # a year, of the neighbours' inhabitants
NOTE = "Deze cijfers zijn verzonnen voor de demonstratie van Integraal"
CRIMES = "misdrijven-totaal"
PEOPLE = "inwoners"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
# Kinds of crime: their sum can never be more than all crimes together.
KINDS = (
    "vernieling",
    "fietsendiefstal",
    "woninginbraak",
    "overval",
    "drugshandel",
    "cybercrime",
    "bedrijfsinbraak",
    "winkeldiefstal",
)
Table = dict[str, np.ndarray]  # region to one count a year


def tables(numbers: dict[str, Any], place: dict[str, Any]) -> dict[str, Table]:
    """Return indicator code to its table for one municipality, its areas and its neighbours."""
    people = _people(place)
    made: dict[str, Table] = {PEOPLE: people}
    parts = np.zeros((len(place["areas"]), len(place["totals"][PEOPLE])), dtype=int)
    codes = [code for code in place["totals"] if code not in (PEOPLE, CRIMES)]
    for code in [*codes, CRIMES]:
        # Crimes last: an area has all its kinds of crime, and a share of the other crimes.
        floor = parts if code == CRIMES else np.zeros_like(parts)
        areas = _areas(place, code, floor)
        if code in KINDS:
            parts = parts + areas
        made[code] = {
            place["name"]: np.array(place["totals"][code]),
            **dict(zip(place["areas"], areas, strict=True)),
            **_neighbours(numbers, place, code, people),
        }
    return made


def months(place: dict[str, Any], years: dict[str, Table]) -> dict[str, Table]:
    """Return indicator code to its table of months: the same counts, spread over each year.

    What has no place is spread too, so the months of the municipality are those of its areas
    and of what has no place together.
    """
    made: dict[str, Table] = {}
    known = np.zeros((len(place["areas"]) + 1, _months_back(place) * 12), dtype=int)
    codes = [code for code in place["seasons"] if code != CRIMES]
    for code in [*codes, *([CRIMES] if CRIMES in place["seasons"] else [])]:
        counts = _by_place(place, years[code])[:, -_months_back(place) :]
        floor = known if code == CRIMES else np.zeros_like(known)
        spread = _spread(place, code, counts, floor)
        if code in KINDS:
            known[:-1] += spread[:-1]  # of what has no place, kinds and total are drawn apart
        made[code] = {
            place["name"]: spread.sum(axis=0),
            **dict(zip(place["areas"], spread, strict=False)),
        }
    return made


def _months_back(place: dict[str, Any]) -> int:
    """How many of the last years have months."""
    return place["first_year"] + len(place["totals"][PEOPLE]) - place["first_month_year"]


def _by_place(place: dict[str, Any], table: Table) -> np.ndarray:
    """Return one row an area and a last one for what has no place."""
    areas = np.array([table[area] for area in place["areas"]])
    return np.vstack([areas, table[place["name"]] - areas.sum(axis=0)])


def _spread(place: dict[str, Any], code: str, counts: np.ndarray, floor: np.ndarray) -> np.ndarray:
    """Spread the counts of years over their months, one row a place; never under ``floor``."""
    rng = np.random.default_rng([SEED + 2, *code.encode()])
    usual = place["seasons"][code]
    found = []
    for number in range(counts.shape[1]):
        year = place["first_month_year"] + number
        weights = np.array(place["odd_seasons"].get(code, {}).get(year, usual), dtype=float)
        below = floor[:, number * 12 : number * 12 + 12]
        rest = np.maximum(counts[:, number] - below.sum(axis=1), 0)
        found.append(below + rng.multinomial(rest, weights / weights.sum()))
    return np.hstack(found)


def _people(place: dict[str, Any]) -> Table:
    totals = np.array(place["totals"][PEOPLE])
    last = np.array(place["inhabitants_last_year"])
    areas = np.array([_in_fives(int(total), last) for total in totals]).T
    back = np.arange(len(totals))[::-1]
    neighbours = {
        name: np.rint(facts["inhabitants"] * (1 - GROWTH) ** back / 5).astype(int) * 5
        for name, facts in place["neighbours"].items()
    }
    return {place["name"]: totals, **dict(zip(place["areas"], areas, strict=True)), **neighbours}


def _in_fives(total: int, like: np.ndarray) -> np.ndarray:
    """Return multiples of five that add up to ``total``, in the proportions of ``like``."""
    exact = like / like.sum() * total / 5
    fives = np.floor(exact).astype(int)
    for number in np.argsort(fives - exact, kind="stable")[: total // 5 - fives.sum()]:
        fives[number] += 1
    return fives * 5


def _areas(place: dict[str, Any], code: str, floor: np.ndarray) -> np.ndarray:
    """Return one row an area, one column a year; a column adds up to its total at most."""
    rng = np.random.default_rng([SEED, *code.encode()])
    weights = np.array(place["weights"].get(code, place["inhabitants_last_year"]), dtype=float)
    shares = weights / weights.sum()
    fixed = place["by_area"].get(code, {})
    columns = []
    for number, total in enumerate(place["totals"][code]):
        rest = total - int(floor[:, number].sum())
        drawn = rng.multinomial(rng.binomial(rest, PLACED), shares) + floor[:, number]
        columns.append(np.array(fixed.get(place["first_year"] + number, drawn)))
    return np.array(columns).T


def _neighbours(numbers: dict[str, Any], place: dict[str, Any], code: str, people: Table) -> Table:
    rng = np.random.default_rng([SEED + 1, *code.encode()])
    rates = np.array(place["totals"][code]) / people[place["name"]]
    made = {
        name: rng.poisson(rates * facts["level"] * people[name])
        for name, facts in place["neighbours"].items()
    }
    # A neighbour that is in the demo itself has the figures of its own files.
    for other in numbers["places"]:
        own = other["totals"].get(code)
        if own and other["name"] in made:
            made[other["name"]][-len(own) :] = own
    return made


def as_export(
    numbers: dict[str, Any], place: dict[str, Any], code: str, table: Table, *, by_month: bool
) -> str:
    """Return a table in the form in which StatLine hands out what its screen shows."""
    file = {**numbers["crime_file"], **numbers["files"][code]}
    first = place["first_year"]
    years = list(range(first, first + len(place["totals"][code])))
    periods: list[Any] = list(years)
    if by_month:
        since = range(place["first_month_year"], years[-1] + 1)
        periods = [f"{year} {month}" for year in since for month in MONTHS]
    rows: list[list[Any]] = [[f"{file['title']} {years[-1]}"], [NOTE]]
    rows += [[file["choice"]]] if "choice" in file else []
    rows += [
        [""],
        ["Onderwerp", *[file["subject"]] * len(periods)],
        ["Perioden", *periods],
        ["Regio's", *["aantal"] * len(periods)],
        *[[region, *counts] for region, counts in table.items()],
        [f"Bron: {file['footer']}"],
    ]
    return "".join(";".join(f'"{cell}"' for cell in row) + "\n" for row in rows)


def files(numbers: dict[str, Any], place: dict[str, Any]) -> dict[str, str]:
    """Return file name to content, of years and of months."""
    years = tables(numbers, place)
    made = {
        f"{code}-verzonnen.csv": as_export(numbers, place, code, table, by_month=False)
        for code, table in years.items()
    }
    for code, table in months(place, years).items():
        made[f"{code}-maanden-verzonnen.csv"] = as_export(
            numbers, place, code, table, by_month=True
        )
    return made


def main() -> None:
    numbers = yaml.safe_load((DEMO / "numbers.yaml").read_text(encoding="utf-8"))
    for place in numbers["places"]:
        for name, content in files(numbers, place).items():
            path = DEMO / place["folder"] / "figures" / name
            path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
