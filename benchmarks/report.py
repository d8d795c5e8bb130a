"""How long the papers of a report to the council take at real size.

``python -m benchmarks.report`` makes the papers of a report of twelve themes, thirty goals and a
hundred and twenty measures, which prints on more than forty pages. All papers are made from one
account, so no row is read.
"""

import importlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

from benchmarks.installation import REPOSITORY, installation
from benchmarks.timing import Times, times_of
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
    with installation() as place:
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.report", "ask"],
            env=place.environment, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    found = json.loads(answer.stdout.splitlines()[-1])
    done = [Times(str(what), tuple(values)) for what, values in found["work"]]
    broken = [
        one.what for one in done if one.what.startswith("PDF") and max(one.values) > LONGEST_PDF
    ]
    broken += [f"a report of {FEWEST_PAGES} pages"] if found["printed"] < FEWEST_PAGES else []
    return sections(
        "## Papers of a report",
        f"A report of {found['goals']} goals and {found['measures']} measures that prints on "
        f"{found['printed']} pages. Everything is made anew each time. The load of the machine "
        f"over the last minute was {os.getloadavg()[0]:.1f}.",
        table(
            ["work", "times", "median", "max"],
            [
                (one.what, len(one.values), f"{one.middle:,.0f}", f"{max(one.values):,.0f}")
                for one in done
            ],
        ),
        f"Promised: a report of forty pages as PDF within {LONGEST_PDF:,.0f} ms. Not kept: "
        f"{', '.join(broken) or 'none'}.",
    )


def _ask() -> None:
    importlib.import_module("integraal.config.wsgi")
    import pypdf

    from tests.policy.accountability.large import GOALS, MEASURES, a_large_account

    deeds = _deeds(a_large_account())
    # The first one typesets everything; later ones find most of their lines made already.
    made: list[bytes] = []
    done = [times_of("PDF, first time", lambda: made.append(deeds["PDF"]()), 1)]
    done += [times_of(what, deed, TIMES) for what, deed in deeds.items()]
    printed = len(pypdf.PdfReader(io.BytesIO(made[0])).pages)
    print(
        json.dumps(
            {
                "work": [(one.what, one.values) for one in done],
                "printed": printed,
                "goals": GOALS,
                "measures": MEASURES,
            }
        )
    )


def _deeds(account: Any) -> dict[str, Callable[[], bytes]]:
    from integraal.foundation.documents.typesetting import compile_pdf
    from integraal.foundation.documents.word.filling import fill
    from integraal.policy.accountability.papers.report_body import TEMPLATE, body_of
    from integraal.policy.accountability.papers.sheets import workbook_of
    from integraal.policy.accountability.papers.word_kind import WORD
    from integraal.policy.accountability.papers.word_values import word_values

    def data() -> dict[str, Any]:
        return {**_COVER, "title": account.title, **body_of(account)}

    moment = datetime.fromisoformat(str(_COVER["made_on"]))
    template = WORD.default.read_bytes()
    return {
        "PDF": lambda: compile_pdf(TEMPLATE, data()),
        "Word": lambda: fill(
            template, word_values(data()), WORD.fields, title=account.title, moment=moment
        ),
        "Excel": lambda: workbook_of(account, "Vastgesteld, versie 1", "b" * 64),
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["ask"]:
        _ask()
    else:
        print(report_table())
