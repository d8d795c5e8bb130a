"""How long the papers of a plan take at real size.

``python -m benchmarks.plan_papers`` makes an installation of its own with the demo, writes a plan
of about sixty printed pages in it, and measures its PDF, Word, Excel and pack, its rules, and the
pages that show them.
"""

import importlib
import io
import json
import os
import subprocess
import sys
from typing import Any

from benchmarks import work
from benchmarks.explorer import asked_often, read_asked, table_of
from benchmarks.installation import REPOSITORY, Installation, installation
from benchmarks.timing import Times, times_of
from integraal.portal.reference.markdown import sections, table

GOALS_OF_A_THEME, WORDS, FEWEST_PAGES = 21, 84, 60
LONGEST_PDF, SLOW = 5_000.0, 100.0


def plan_papers_table() -> str:
    """Measure; return Markdown with the times."""
    with installation() as place:
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.plan_papers", "ask"],
            env=place.environment, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    found = json.loads(answer.stdout.splitlines()[-1])
    done = [Times(str(what), tuple(values)) for what, values in found["work"]]
    asked = [read_asked(one) for one in found["pages"]]
    broken = [one.what for one in done if one.what == "PDF" and max(one.values) > LONGEST_PDF]
    broken += [one.what for one in asked if one.server.high > SLOW]
    broken += ["a plan of sixty pages"] if found["printed"] < FEWEST_PAGES else []
    return sections(
        "## Papers of a plan",
        f"A plan of {found['goals']} goals that prints on {found['printed']} pages; its pack for "
        f"the council has {found['pack']}. Everything is made anew each time. The load of the "
        f"machine over the last minute was {os.getloadavg()[0]:.1f}.",
        table(
            ["work", "times", "median", "max"],
            [
                (one.what, len(one.values), f"{one.middle:,.0f}", f"{max(one.values):,.0f}")
                for one in done
            ],
        ),
        table_of(asked),
        f"Promised: a plan of sixty pages as PDF within {LONGEST_PDF:,.0f} ms; pages under "
        f"{SLOW:.0f} ms at p95. Not kept: {', '.join(broken) or 'none'}.",
    )


def _ask() -> None:
    work.prepare(Installation(dict(os.environ), "", 0, {}))
    importlib.import_module("integraal.config.wsgi")
    plan = work.in_tenant(_write)()
    facts = work.in_tenant(lambda: _measure(plan))()
    pages = [
        asked_often("rules of a plan", f"/plan/{plan}/controle/"),
        asked_often("documents of a plan", f"/plan/{plan}/documenten/"),
    ]
    work.in_tenant(lambda: _publish(plan))()
    pages.append(asked_often("public page", "/openbaar/molendrecht/veiligheidsplan/"))
    print(json.dumps({**facts, "pages": pages}))


def _write() -> str:
    from integraal.policy.picture.models import Picture
    from tests.policy.plan.whole_plan import write_plan

    picture = Picture.objects.filter(state="adopted").first()
    plan = write_plan(_by("adviser"), goals=GOALS_OF_A_THEME, words=WORDS, picture=picture)
    return str(plan.pk)


def _measure(pk: str) -> Any:
    import pypdf

    from integraal.policy.plan.checks.presenters import plan_checks
    from integraal.policy.plan.content import content_of
    from integraal.policy.plan.document_parts.goals import goal_rows
    from integraal.policy.plan.models import Plan
    from integraal.policy.plan.papers.choosing import PAPERS

    plan, by = Plan.objects.select_related("tenant").get(pk=pk), _by("adviser")
    names = {"pdf": "PDF", "pack": "pack for the council (PDF)", "word": "Word", "goals": "Excel"}
    made = {code: PAPERS[code].make(by, plan, plan.tenant)[1] for code in names}
    done = [
        times_of(name, lambda code=code: PAPERS[code].make(by, plan, plan.tenant), 5)
        for code, name in names.items()
    ]
    done.append(times_of("all rules over the plan", lambda: plan_checks(content_of(plan)), 5))
    printed = {code: len(pypdf.PdfReader(io.BytesIO(made[code])).pages) for code in ("pdf", "pack")}
    return {
        "work": [(one.what, one.values) for one in done],
        "printed": printed["pdf"],
        "pack": printed["pack"],
        "goals": len(goal_rows(content_of(plan))),
    }


def _publish(pk: str) -> None:
    from integraal.policy.plan.models import Plan
    from integraal.policy.plan.public.actions import publish_plan
    from tests.policy.plan.adopting import adopt

    plan = adopt(Plan.objects.get(pk=pk), _by("adviser"), _by("mayor"))
    publish_plan(by=_by("adviser"), plan=plan)


def _by(role: str) -> Any:
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of

    return actor_of(Member.objects.filter(roles__contains=[role])[0])


if __name__ == "__main__":
    if sys.argv[1:] == ["ask"]:
        _ask()
    else:
        print(plan_papers_table())
