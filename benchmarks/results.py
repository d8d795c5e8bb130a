"""Write down what was measured, with where and when."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.installation import THREADS, WORKERS
from benchmarks.pages import CLIENTS, TIMES, Opened
from benchmarks.timing import Times
from integraal.portal.reference.markdown import sections, table

SLOW = 100.0  # milliseconds; a page above it is named, so that somebody looks at it


def as_page(
    *, postgresql: int, pages: Sequence[Opened], work: Sequence[Times], ratios: dict[str, float]
) -> str:
    """Return the results as Markdown."""
    slow = [page.what for page in pages if page.server.high > SLOW]
    return sections(
        "# Results of `make bench`",
        f"Measured on {datetime.now(UTC).date().isoformat()} on {_machine()}; Python "
        f"{platform.python_version()}, PostgreSQL {postgresql} that writes to disk, gunicorn with "
        f"{WORKERS} workers of {THREADS} threads, all on that one machine, with Molendrecht "
        "(fictief) in it. Times are milliseconds. Over the last quarter of an hour the load of "
        f"the machine was {os.getloadavg()[2]:.1f}; this measuring makes about 2 of it, and what "
        "others make lengthens the times. No test depends on them: another machine gives other "
        "times, and the ratios below say more than the times.",
        "## Pages",
        f"*Server* is the time between request and answer inside the product, for {TIMES} requests "
        f"one after the other; *together* is the same with {CLIENTS} clients at once, and *waited* "
        "what those clients waited.",
        table(
            [
                *("page", "kB", "server median", "p95", "max"),
                *("together median", "p95", "waited p95"),
            ],
            [_row(page) for page in pages],
        ),
        f"Above {SLOW:.0f} ms at p95: {', '.join(slow) or 'none'}.",
        "## Work",
        table(
            ["what", "times", "median", "max"],
            [(one.what, len(one.values), _ms(one.middle), _ms(max(one.values))) for one in work],
        ),
        "## Ratios, in one run",
        table(["of", "ratio"], [(name, f"{value:.2f}") for name, value in ratios.items()]),
    )


def _row(page: Opened) -> tuple[str, ...]:
    return (
        page.what,
        f"{page.size / 1000:.0f}",
        _ms(page.server.middle),
        _ms(page.server.high),
        _ms(max(page.server.values)),
        _ms(page.together.middle),
        _ms(page.together.high),
        _ms(page.waited.high),
    )


def _ms(value: float) -> str:
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = models[0] if models else platform.processor() or platform.machine()
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GB, {platform.system()}"
