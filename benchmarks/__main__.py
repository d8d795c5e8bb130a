"""``python -m benchmarks``: measure, print, and write ``benchmarks/results.md``."""

import sys
from pathlib import Path

from benchmarks import pages, work
from benchmarks.demo_start import demo_starts
from benchmarks.explorer import explorer_table
from benchmarks.installation import Installation, installation, web_server
from benchmarks.national import national_table
from benchmarks.pages import Opened
from benchmarks.picture import picture_table
from benchmarks.plan import plan_table
from benchmarks.plan_papers import plan_papers_table
from benchmarks.programme import programme_table
from benchmarks.ready import ready_times
from benchmarks.report import report_table
from benchmarks.results import as_page
from benchmarks.session import session_table
from benchmarks.surveillance import surveillance_table
from benchmarks.timing import Times
from benchmarks.weighting import weighting_table

RESULTS = Path(__file__).parent / "results.md"


def main() -> int:
    """Measure everything; return the exit code."""
    _say("a database, its tables and the demo")
    with installation() as place:
        work.prepare(place)
        opened, made = _over_http(place)
        done = [Times(name, (took,)) for name, took in place.prepared.items()]
        _say("the work behind the pages")
        content, guarded = work.content(), work.row_security(place)
        done += [*made, *content, *guarded, *work.chain_and_verify()]
        _say("a municipality from open data")
        done += ready_times(place)
    _say("make demo")
    starts = demo_starts()
    ratios = {
        "theme page, live over frozen": _ratio(opened, "theme, live", "theme, frozen"),
        "picture page, live over frozen": _ratio(opened, "picture, live", "picture, frozen"),
        "content of a live picture, YAML read over kept": content[0].middle / content[1].middle,
        "row security on over off": guarded[0].middle / guarded[1].middle,
        "PDF first over draft's own page": made[0].middle / made[1].middle,
        "load-demo, second over first": place.prepared["load-demo, second time"]
        / place.prepared["load-demo, first time"],
        "make demo, later over first": starts[1].middle / starts[0].middle,
    }
    page = as_page(postgresql=place.postgresql, pages=opened, work=[*done, *starts], ratios=ratios)
    page += "\n" + explorer_table() + "\n" + picture_table() + "\n" + national_table()
    _say("plans, and a session with a hundred phones")
    page += "\n" + plan_table() + "\n" + plan_papers_table() + "\n" + programme_table()
    page += "\n" + report_table()
    page += "\n" + session_table()
    _say("surveillance")
    page += "\n" + surveillance_table() + "\n" + weighting_table()
    RESULTS.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _over_http(place: Installation) -> tuple[list[Opened], list[Times]]:
    key = work.api_key()
    with web_server(place.environment) as port:
        _say("the first PDF, and that of a draft")
        made = [pages.first_pdf(port), pages.draft_pdf(port)]
        opened = []
        for page in pages.pages_of(port, key):
            _say(page.what)
            opened.append(pages.opened(page))
    return opened, made


def _ratio(opened: list[Opened], over: str, under: str) -> float:
    found = {page.what: page.server.middle for page in opened}
    return found[over] / found[under]


def _say(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
