"""How long a user waits for the figure explorer, with a country full of figures behind it.

``python -m benchmarks.explorer`` makes an installation of its own, puts the figures of
``explorer_figures`` in it and asks for the whole page, through every layer, in one process.
*Processor* is what the page takes of a core, in the web process: other work on the machine
lengthens it least. *Server* is the time between request and answer, the database included.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks import work
from benchmarks.explorer_figures import (
    DISTRICTS,
    MUNICIPALITIES,
    NEIGHBOURHOODS,
    YEARS,
    fill,
)
from benchmarks.installation import REPOSITORY, installation
from benchmarks.timing import Times
from integraal.portal.reference.markdown import sections, table

MEASURES, WARM_UP, TIMES = 60, 3, 40
SLOW = 100.0  # milliseconds
_ADDRESS = "/cijfers/verkenner/?"
_ALL = "gebied=gemeente&gebied=wijken&gebied=buurten"
_BURGLARY = "cijfer=woninginbraak"
SELECTIONS = {
    "municipality, all years": _BURGLARY,
    "municipality, country and 2 groups, lines": (
        f"{_BURGLARY}&vergelijk=NL00&vergelijk=grootteklasse&vergelijk=provincie&vorm=lijn"
    ),
    "all areas, one year, table": f"{_BURGLARY}&{_ALL}&jaar=2024",
    "map of neighbourhoods": f"{_BURGLARY}&gebied=buurten&jaar=2024&vorm=kaart",
    "basket, districts and size class": (
        "cijfer=high-impact-crimes&gebied=gemeente&gebied=wijken&vergelijk=grootteklasse"
    ),
    "all areas, 14 years, table": f"{_BURGLARY}&{_ALL}",
    "the same, sorted by number": f"{_BURGLARY}&{_ALL}&sorteer=-aantal",
    "all areas, 24 months": f"{_BURGLARY}&{_ALL}&periode=maanden",
    "all areas, lines": f"{_BURGLARY}&{_ALL}&vorm=lijn",
    "funnel, beside municipalities of the same size": f"{_BURGLARY}&vorm=trechter",
    "funnel, one year, beside all": f"{_BURGLARY}&vorm=trechter&jaar=2024&klasse=alle",
}


@dataclass(frozen=True)
class Asked:
    """A page of the explorer that was asked for often."""

    what: str
    server: Times
    processor: Times
    size: int
    queries: int
    first: float


def explorer_table() -> str:
    """Measure; return Markdown with the times."""
    with installation() as place:
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.explorer", "ask", place.superuser],
            env=place.environment, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    asked = [read_asked(one) for one in json.loads(answer.stdout.splitlines()[-1])]
    slow = [one.what for one in asked if one.server.high > SLOW]
    return sections(
        "## Figure explorer",
        f"{MUNICIPALITIES} municipalities x {len(YEARS)} years x {MEASURES} measures, and own "
        f"figures of {DISTRICTS} districts and {NEIGHBOURHOODS} neighbourhoods. The whole page, "
        f"{TIMES} times after {WARM_UP} to warm up, one after the other. *Server* is the time "
        "between request and answer; *processor* is what it takes of a core in the web process. "
        f"The load of the machine over the last minute was {os.getloadavg()[0]:.1f}.",
        table_of(asked),
        "The first look of a councillor, when the worker has not yet reckoned what stays hidden "
        f"in {len(YEARS)} years over all figures together: {asked[-1].first:,.0f} ms.",
        f"Above {SLOW:.0f} ms at p95: {', '.join(slow) or 'none'}.",
    )


def table_of(asked: list[Asked]) -> str:
    """Return what was asked as a table."""
    return table(
        ["page", "kB", "queries", "server median", "p95", "processor median", "p95"],
        [
            (
                one.what,
                f"{one.size / 1000:.0f}",
                str(one.queries),
                *(
                    f"{value:.0f}"
                    for times in (one.server, one.processor)
                    for value in (times.middle, times.high)
                ),
            )
            for one in asked
        ],
    )


def read_asked(given: dict[str, object]) -> Asked:
    """Return again what a process of its own measured."""
    what, server, processor, size, queries, first = given.values()
    return Asked(
        str(what),
        Times("server", tuple(server)),  # type: ignore[arg-type]
        Times("processor", tuple(processor)),  # type: ignore[arg-type]
        int(str(size)),
        int(str(queries)),
        float(str(first)),
    )


def _ask_all(superuser: str) -> None:
    """Fill the installation that the environment names, ask every page, print what it took."""
    from benchmarks.installation import Installation

    place = Installation(dict(os.environ), superuser, 0, {})
    work.prepare(place)
    fill(place, measures())
    # What the web server does before its first page, this process does too.
    importlib.import_module("integraal.config.wsgi")
    found = [asked_often(what, f"{_ADDRESS}{query}") for what, query in SELECTIONS.items()]
    # Who may not see small counts: then every part decides what is hidden.
    what = "all areas, lines"
    found.append(
        asked_often(f"{what}, for a councillor", f"{_ADDRESS}{SELECTIONS[what]}", "councillor")
    )
    print(json.dumps(found))


def measures() -> list[str]:
    """Return so many measures of the police, those of the basket among them."""
    from integraal.knowledge.figures.definitions import class_lists

    found = [f"misdrijven:{one.code}" for one in class_lists()["misdrijven"].classes]
    return (found + [f"meting:{number}" for number in range(MEASURES)])[: MEASURES - 2]


def asked_often(what: str, path: str, role: str = "adviser") -> dict[str, object]:
    """Ask a page often; return its times in milliseconds, its size and its queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    browser = Client(headers={"host": "127.0.0.1"})
    browser.post("/voorbeeld/aanmelden/", {"role": role})
    first = time.perf_counter()
    for number in range(WARM_UP):
        answer = browser.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} gave {answer.status_code}")
        first = first if number else time.perf_counter() - first
    server, processor = [], []
    for _ in range(TIMES):
        begun, worked = time.perf_counter(), time.process_time()
        answer = browser.get(path)
        processor.append((time.process_time() - worked) * 1000)
        server.append((time.perf_counter() - begun) * 1000)
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return {
        "what": what,
        "server": server,
        "processor": processor,
        "size": len(answer.content),
        "queries": len(captured),
        "first": first * 1000,
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        _ask_all(sys.argv[2])
    else:
        print(explorer_table())
