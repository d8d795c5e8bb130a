"""How long a programme of 600 measures takes: its table, filtered and sorted, and one measure.

``python -m benchmarks.programme`` makes an installation of its own with a programme of 600
measures over 5 themes, each with a partner, a milestone and hours, two in three of which somebody
told how they go, and measures the pages as the adviser gets them.
"""

import importlib
import json
import os
import random
import subprocess
import sys
from datetime import date

from benchmarks import work
from benchmarks.explorer import Asked, asked_often, measures, read_asked, table_of
from benchmarks.explorer_figures import SEED, fill
from benchmarks.installation import REPOSITORY, Installation, installation
from integraal.portal.reference.markdown import sections

MEASURES = 600
SLOW, MOST_QUERIES, BEGIN_AND_END = 100.0, 15, 2
_THEMES = ("woonomgeving", "bedrijvigheid", "jeugd", "ondermijning", "digitaal")


def programme_table() -> str:
    """Measure; return Markdown with the times."""
    with installation() as place:
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.programme", "ask", place.superuser],
            env=place.environment, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    asked = [read_asked(one) for one in json.loads(answer.stdout.splitlines()[-1])]
    return sections(
        "## Programme",
        f"A programme of {MEASURES} measures, each with a partner, a milestone and hours; "
        "of two in three somebody told how it goes. The whole page each time, one after the other; "
        "beginning and ending the transaction count as two of the queries. The load of the machine "
        f"over the last minute was {os.getloadavg()[0]:.1f}.",
        table_of(asked),
        f"Promised: the table under {SLOW:.0f} ms at p95, of at most {MOST_QUERIES} queries. "
        f"Not kept: {_broken(asked)}.",
    )


def _broken(asked: list[Asked]) -> str:
    found = [f"{one.what} (time)" for one in asked if one.server.high > SLOW]
    found += [
        f"{one.what} (queries)" for one in asked if one.queries > MOST_QUERIES + BEGIN_AND_END
    ]
    return ", ".join(found) or "none"


def _ask_all(superuser: str) -> None:
    place = Installation(dict(os.environ), superuser, 0, {})
    work.prepare(place)
    fill(place, measures())
    importlib.import_module("integraal.config.wsgi")
    found: tuple[str, str] = work.in_tenant(_made)()  # type: ignore[assignment]
    root = f"/programma/{found[0]}/"
    pages = [
        asked_often("table of measures", root),
        asked_often("table, sorted by what was told last", f"{root}?sorteer=-bijgewerkt"),
        asked_often("table, without owner", f"{root}?eigenaar=geen"),
        asked_often("table, last page", f"{root}?blad=6"),
        asked_often("one measure", f"{root}maatregel/{found[1]}/"),
        asked_often("decision", f"{root}besluit/"),
    ]
    print(json.dumps(pages))


def _made() -> tuple[str, str]:
    """Make the programme; return its identifier and the key of a measure."""
    from django.utils import timezone

    from integraal.foundation.people.models import Member, Organisation
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.programme.actions import start_programme
    from integraal.policy.programme.measures.actions import add_measure, change_measure
    from integraal.policy.programme.models import Progress

    draw, today = random.Random(SEED), timezone.localdate()
    member = Member.objects.filter(roles__contains=["adviser"]).first()
    assert member is not None
    by, partner = actor_of(member), Organisation.objects.first()
    assert partner is not None
    made = start_programme(by=by, first_year=today.year, last_year=today.year + 1)
    for at in range(MEASURES):
        measure = add_measure(
            by=by, programme=made, theme=_THEMES[at % 5], title=f"Maatregel {at} in de buurt",
            owner=member if at % 3 else None, starts_on=date(today.year, 1 + at % 12, 1),
            ends_on=date(today.year + 1, 1 + at % 12, 1), hours={f"{today.year}-1": "8"},
            kind=draw.choice(["prevention", "enforcement", "aftercare"]),
        )  # fmt: skip
        change_measure(
            by=by, programme=made, key=measure.key, base_revision=1, fields={},
            partners=[(partner, "helpt mee")], milestones=[(None, "Halverwege", today)],
        )  # fmt: skip
        if at % 3:
            lights = [draw.choice(["good", "good", "attention", "stuck"]) for _ in range(3)]
            Progress.objects.create(
                tenant_id=by.tenant_id, lineage=made.lineage, measure=measure.key,
                status="running", quality=lights[0], time=lights[1], money=lights[2],
                hours_spent=4, updated_on=today,
            )  # fmt: skip
    return str(made.pk), str(measure.key)


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        _ask_all(sys.argv[2])
    else:
        print(programme_table())
