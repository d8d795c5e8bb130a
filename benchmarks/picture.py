"""How long a safety picture takes with a country full of figures behind it.

``python -m benchmarks.picture`` makes an installation of its own with the figures of
``explorer_figures``, adds fourteen years of months, and measures: making a draft's figures, looking
whether they are still those of now, and the pages of the draft and of an adopted picture.
"""

import importlib
import json
import os
import random
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import psycopg

from benchmarks import work
from benchmarks.explorer import Asked, asked_often, measures, read_asked, table_of
from benchmarks.explorer_figures import MUNICIPALITIES, SEED, YEARS, fill
from benchmarks.installation import REPOSITORY, Installation, installation
from benchmarks.timing import Times, times_of
from integraal.portal.reference.markdown import sections, table

MONTHS = [f"{year}MM{month:02d}" for year in range(2012, 2026) for month in range(1, 13)]
MOST_QUERIES, BEGIN_AND_END, MOST_KB, SLOW, LONGEST = 15, 2, 300, 100.0, 5_000.0


def picture_table() -> str:
    """Measure; return Markdown with the times."""
    with installation() as place:
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.picture", "ask", place.superuser],
            env=place.environment, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    found = json.loads(answer.stdout.splitlines()[-1])
    asked = [read_asked(one) for one in found["pages"]]
    done = [Times(str(what), tuple(values)) for what, values in found["work"]]
    return sections(
        "## Safety picture",
        f"{MUNICIPALITIES} municipalities x {len(YEARS)} years, {found['indicators']} figures in "
        f"the picture, {len(MONTHS)} months of each. The content of the whole picture is "
        f"{found['size'] / 1000:.0f} kB of JSON. The whole page each time, one after the other; "
        "beginning and ending the transaction count as two of the queries. *Processor* is what it "
        "takes of a core in the web process, which other work on the machine lengthens least. "
        f"The load of the machine over the last minute was {os.getloadavg()[0]:.1f}.",
        table(
            ["work", "times", "median", "max"],
            [
                (one.what, len(one.values), f"{one.middle:,.0f}", f"{max(one.values):,.0f}")
                for one in done
            ],
        ),
        table_of(asked),
        f"Promised: a draft within {LONGEST:,.0f} ms; pages under {SLOW:.0f} ms at p95, under "
        f"{MOST_KB} kB and of at most {MOST_QUERIES} queries. Not kept: {_broken(asked, done)}.",
    )


def _broken(asked: list[Asked], done: list[Times]) -> str:
    found = [one.what for one in done if max(one.values) > LONGEST]
    found += [f"{one.what} (time)" for one in asked if one.server.high > SLOW]
    found += [f"{one.what} (size)" for one in asked if one.size > MOST_KB * 1000]
    found += [
        f"{one.what} (queries)" for one in asked if one.queries > MOST_QUERIES + BEGIN_AND_END
    ]
    return ", ".join(found) or "none"


def _ask_all(superuser: str) -> None:
    place = Installation(dict(os.environ), superuser, 0, {})
    work.prepare(place)
    fill(place, measures())
    _add_months(place, measures())
    importlib.import_module("integraal.config.wsgi")
    work.in_tenant(_name_figures_of_here)()
    done = [(one.what, one.values) for one in _work()]
    live, frozen, theme, indicators, size = _facts()
    pages = [
        asked_often("theme of a draft", f"/beeld/{live}/{theme}/"),
        asked_often("all themes of a draft", f"/beeld/{live}/"),
        asked_often("theme of an adopted picture", f"/beeld/{frozen}/{theme}/"),
        asked_often("all themes of an adopted picture", f"/beeld/{frozen}/"),
        asked_often("home", "/"),
    ]
    print(json.dumps({"work": done, "pages": pages, "indicators": indicators, "size": size}))


def _work() -> list[Times]:
    from integraal.policy.picture.content import build_figures
    from integraal.policy.picture.content.stamp import stamp_of

    def live() -> Any:
        from integraal.policy.picture.models import Picture

        return Picture.objects.filter(frozen__isnull=True).latest("year")

    def made(deed: Callable[[Any], object]) -> Callable[[], object]:
        return work.in_tenant(lambda: deed(live()))

    return [
        times_of("figures of a draft", made(build_figures), 5),
        times_of("whether they are those of now", made(stamp_of), 20),
        times_of("adopt it, with the figures made anew", _adopt(), 1),
    ]


def _adopt() -> Callable[[], object]:
    """Return the adopting of the draft; a next version is begun, to have a draft again."""
    from django.utils import timezone

    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.picture import actions
    from integraal.policy.picture.models import Picture

    def done() -> None:
        adviser = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
        mayor = actor_of(Member.objects.filter(roles__contains=["mayor"]).first())
        picture = Picture.objects.filter(frozen__isnull=True).latest("year")
        actions.propose_picture(by=adviser, picture=picture)
        actions.adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
        actions.start_next_version(by=adviser, picture=picture)

    return work.in_tenant(done)


def _name_figures_of_here() -> None:
    """Let the texts of the draft name a figure that the generated country has."""
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.picture.content import content_of
    from integraal.policy.picture.models import Picture
    from integraal.policy.picture.queries import passages
    from integraal.policy.picture.writing.actions import write_text

    by = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
    live = Picture.objects.filter(frozen__isnull=True).latest("year")
    named = next(one["code"] for t in content_of(live)["themes"] for one in t["indicators"])
    for one in passages(live):
        text = re.sub(r"\[\[[^]]*\]\]", f"[[{named} aantal]]", one.text)
        write_text(
            by=by, picture=live, theme=one.theme, part=one.part, text=text,
            base_revision=one.revision,
        )  # fmt: skip


def _facts() -> tuple[str, str, str, int, int]:
    """Return the draft, the picture adopted last, its fullest theme, and how large it is."""
    from integraal.policy.picture.content import content_of
    from integraal.policy.picture.models import Picture

    def found() -> tuple[str, str, str, int, int]:
        live = Picture.objects.filter(frozen__isnull=True).latest("year")
        frozen = Picture.objects.filter(state="adopted").latest("year")
        content = content_of(frozen)
        fullest = max(content["themes"], key=lambda one: len(one["indicators"]))
        many = sum(len(one["indicators"]) for one in content["themes"])
        size = len(json.dumps(content).encode())
        return str(live.pk), str(frozen.pk), fullest["code"], many, size

    return work.in_tenant(found)()  # type: ignore[return-value]


def _add_months(place: Installation, wanted: list[str]) -> None:
    """Give the municipality itself fourteen years of months of every measure, and judge them."""
    draw = random.Random(SEED)
    with psycopg.connect(place.superuser) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.tenant_id, a.id, s.id FROM areas_area a JOIN figures_snapshot s"
            " ON s.tenant_id = a.tenant_id AND s.file_name = 'meting.csv'"
            " WHERE a.code = 'GM0001' AND a.kind = 'municipality'"
        )
        row = cursor.fetchone()
        assert row is not None, "the figures were put in first"
        tenant, whole, snapshot = row
        cursor.execute("DELETE FROM figures_figure WHERE area_id = %s AND period LIKE '%%MM%%'",
                       [whole])  # fmt: skip
        with cursor.copy(
            "COPY figures_figure (id, tenant_id, measure, area_id, period, value, status,"
            " rounded_to, provisional, incomplete, snapshot_id, line, as_given, is_current)"
            " FROM STDIN"
        ) as copy:
            for line, (measure, period) in enumerate(
                ((measure, period) for measure in wanted for period in MONTHS), start=1
            ):
                key = uuid.UUID(int=draw.getrandbits(128), version=4)
                copy.write_row((key, tenant, measure, whole, period, draw.randint(0, 25),
                                "present", 1, False, False, snapshot, line, "", True))  # fmt: skip
    work.in_tenant(_judge_months)()


def _judge_months() -> None:
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.knowledge.figures.rounds.actions import make_round

    make_round(by=actor_of(Member.objects.filter(roles__contains=["adviser"]).first()))


if __name__ == "__main__":
    started = time.perf_counter()
    if sys.argv[1:2] == ["ask"]:
        _ask_all(sys.argv[2])
    else:
        print(picture_table())
        print(f"{time.perf_counter() - started:.0f} s in all", file=sys.stderr)
