"""How long the papers of a report to the council take at real size.

``python -m benchmarks.report`` makes the papers of a report of twelve themes, thirty goals and a
hundred and twenty measures, which prints on more than forty pages. No database is asked: all
papers are made from one account.
"""

import io
import os
from collections.abc import Callable
from typing import Any

import pypdf

from benchmarks.timing import Times, times_of
from integraal.foundation.documents.typesetting import compile_pdf
from integraal.foundation.documents.word.filling import fill
from integraal.policy.accountability.papers.report_body import body_of
from integraal.portal.reference.markdown import sections, table

FEWEST_PAGES, LONGEST_PDF, TIMES = 40, 5_000.0, 5
_COVER = {
    "lang": "nl", "municipality": "Gemeente Voorbeeldstad", "fictitious": True, "version": 1,
    "state_label": "Vastgesteld", "state_line": "Vastgesteld op 11 maart 2026 door het college",
    "is_draft": False, "facts": [["Periode", "2025"]], "made_on": "2026-03-11T10:00:00+01:00",
    "fingerprint": "b" * 64, "recipe": "vingerafdruk(inhoud)",
}  # fmt: skip


def report_table() -> str:
    """Measure; return Markdown with the times."""
    from tests.policy.accountability.large import GOALS, MEASURES, a_large_account

    account = a_large_account()
    data = {**_COVER, "title": account.title, **body_of(account)}
    deeds = _deeds(account, data)
    printed = len(pypdf.PdfReader(io.BytesIO(deeds["PDF"]())).pages)
    done = [times_of(what, deed, TIMES) for what, deed in deeds.items()]
    return _told(done, printed, f"{GOALS} goals and {MEASURES} measures")


def _deeds(account: Any, data: dict[str, Any]) -> dict[str, Callable[[], bytes]]:
    from datetime import datetime

    from integraal.policy.accountability.papers.pdf import TEMPLATE
    from integraal.policy.accountability.papers.word_kind import WORD
    from integraal.policy.accountability.papers.word_values import word_values
    from integraal.policy.accountability.papers.workbook import workbook_of

    moment, template = datetime.fromisoformat(data["made_on"]), WORD.default.read_bytes()
    return {
        "PDF": lambda: compile_pdf(TEMPLATE, data),
        "Word": lambda: fill(
            template, word_values(data), WORD.fields, title=account.title, moment=moment
        ),
        "Excel": lambda: workbook_of(account, "Vastgesteld, versie 1", "b" * 64),
    }


def _told(done: list[Times], printed: int, size: str) -> str:
    slow = [one.what for one in done if one.what == "PDF" and max(one.values) > LONGEST_PDF]
    small = [f"a report of {FEWEST_PAGES} pages"] if printed < FEWEST_PAGES else []
    return sections(
        "## Papers of a report",
        f"A report of {size} that prints on {printed} pages. The load of the machine over the "
        f"last minute was {os.getloadavg()[0]:.1f}.",
        table(
            ["work", "times", "median", "max"],
            [
                (one.what, len(one.values), f"{one.middle:,.0f}", f"{max(one.values):,.0f}")
                for one in done
            ],
        ),
        f"Promised: a report of forty pages as PDF within {LONGEST_PDF:,.0f} ms. Not kept: "
        f"{', '.join([*slow, *small]) or 'none'}.",
    )


if __name__ == "__main__":
    print(report_table())
