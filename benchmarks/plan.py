"""How long a plan of 60 pages takes: its pages, and two stands of it compared in words.

``python -m benchmarks.plan`` makes an installation of its own with an adopted picture and a plan of
5 themes, 20 goals and 60 texts of a page each, keeps an edition, rewrites a third of it, and
measures the pages as the adviser gets them. A consultation with 160 comments is held on it: the
page of a reader and the register are measured too.
"""

import importlib
import json
import os
import random
import subprocess
import sys

from benchmarks import picture, work
from benchmarks.explorer import Asked, asked_often, measures, read_asked, table_of
from benchmarks.explorer_figures import SEED, fill
from benchmarks.installation import REPOSITORY, Installation, installation
from integraal.portal.reference.markdown import sections

WORDS_OF_A_PAGE, GOALS, TEXTS = 450, 20, 60
READERS, COMMENTS_OF_EACH = 8, 20
SLOW, SLOW_COMPARE, MOST_QUERIES, BEGIN_AND_END = 100.0, 300.0, 15, 2
_WORDS = (
    "de gemeente en haar partners kijken samen naar wat er speelt in de buurt waar mensen wonen "
    "zodat zij eerder zien wat nodig is om overlast te voorkomen en wie dat doet"
)


def plan_table() -> str:
    """Measure; return Markdown with the times."""
    with installation() as place:
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.plan", "ask", place.superuser],
            env=place.environment, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    found = json.loads(answer.stdout.splitlines()[-1])
    asked = [read_asked(one) for one in found["pages"]]
    return sections(
        "## Safety plan",
        f"A plan of {TEXTS} pages of {WORDS_OF_A_PAGE} words and {GOALS} goals, on an adopted "
        f"picture of {found['indicators']} figures. The whole page each time, one after the other; "
        "beginning and ending the transaction count as two of the queries. Compared are an edition "
        "and the draft after a third of the texts was rewritten; "
        f"{READERS * COMMENTS_OF_EACH} comments were given on it. The load of the machine over the "
        f"last minute was {os.getloadavg()[0]:.1f}.",
        table_of(asked),
        f"Promised: pages under {SLOW:.0f} ms and the comparison under {SLOW_COMPARE:.0f} ms at "
        f"p95, of at most {MOST_QUERIES} queries. Not kept: {_broken(asked)}.",
    )


def _broken(asked: list[Asked]) -> str:
    def most(one: Asked) -> float:
        return SLOW_COMPARE if "compare" in one.what else SLOW

    found = [f"{one.what} (time)" for one in asked if one.server.high > most(one)]
    found += [
        f"{one.what} (queries)" for one in asked if one.queries > MOST_QUERIES + BEGIN_AND_END
    ]
    return ", ".join(found) or "none"


def _ask_all(superuser: str) -> None:
    place = Installation(dict(os.environ), superuser, 0, {})
    work.prepare(place)
    fill(place, measures())
    importlib.import_module("integraal.config.wsgi")
    work.in_tenant(picture._name_figures_of_here)()
    picture._adopt()()
    plan, indicators = work.in_tenant(_written)()  # type: ignore[misc]
    pages = _pages(plan)
    secret = work.in_tenant(lambda: _consulted(plan))()
    print(json.dumps({"indicators": indicators, "pages": [*pages, *_of_comments(plan, secret)]}))


def _of_comments(plan: str, secret: object) -> list[dict[str, object]]:
    from django.urls import reverse

    return [
        asked_often("page of a reader", reverse("plan-comment", args=[secret])),
        asked_often("register of comments", reverse("plan-comments", args=[plan])),
        asked_often("the register in Excel", reverse("plan-comments-xlsx", args=[plan])),
    ]


def _pages(plan: str) -> list[dict[str, object]]:
    place = f"/plan/{plan}/"
    return [
        asked_often("overview of the plan", place),
        asked_often("text of the plan", f"{place}tekst/"),
        asked_often("theme with its editors", f"{place}thema/woonomgeving/"),
        asked_often("chapter with its editors", f"{place}deel/frame/"),
        asked_often("rules of the plan", f"{place}controle/"),
        asked_often("trace of the plan", f"{place}herkomst/"),
        asked_often("compare, what differs", f"{place}vergelijken/"),
        asked_often("compare, the whole plan", f"{place}vergelijken/?toon=alles"),
    ]


def _written() -> tuple[str, int]:
    """Write the plan, keep it, and rewrite a third; return its identifier and the figures."""
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.picture.content import content_of
    from integraal.policy.picture.models import Picture
    from integraal.policy.plan.actions import start_plan
    from integraal.policy.plan.editions.actions import keep_edition
    from integraal.policy.plan.models import Block
    from integraal.policy.plan.writing.actions import add_block, write_block

    draw = random.Random(SEED)
    by = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
    rests_on = Picture.objects.filter(state="adopted").latest("year")
    figures = [one["code"] for t in content_of(rests_on)["themes"] for one in t["indicators"]]
    plan = start_plan(by=by, first_year=2027, last_year=2030, picture=rests_on)
    themes = list(Block.objects.filter(plan=plan, kind="theme").values_list("theme", flat=True))[:5]
    for place in range(GOALS):
        details = {"indicator": draw.choice(figures), "owner": "adviseur", "target": "12",
                   "by_date": "2029-12-31", "direction": "down"}  # fmt: skip
        add_block(by=by, plan=plan, kind="goal", theme=themes[place % 5], title=f"Doel {place}",
                  text=_page(draw, figures)[:400], details=details)  # fmt: skip
    whole = ("introduction", "organisation", "term")
    for place in range(TEXTS):
        theme = themes[place // 2 % 5] if place % 2 else ""
        kind = "approach" if theme else whole[place // 2 % 3]
        add_block(by=by, plan=plan, kind=kind, theme=theme, title=f"Deel {place}",
                  text=_page(draw, figures))  # fmt: skip
    keep_edition(by=by, plan=plan)
    for block in Block.objects.filter(plan=plan, kind__in=["approach", *whole])[::3]:
        text = block.text.replace(" samen ", " met elkaar ").replace("buurt", "wijk", 9)
        write_block(by=by, plan=plan, key=block.key, base_revision=1, text=text)
    return str(plan.pk), len(figures)


def _consulted(pk: str) -> str:
    """Hold a consultation on the plan; return the secret of the last who was invited."""
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.plan.consulting.actions import Invitee, invite, open_consultation
    from integraal.policy.plan.consulting.commenting.actions import make_comment
    from integraal.policy.plan.consulting.queries import reader_of
    from integraal.policy.plan.models import Block, Plan

    draw, plan = random.Random(SEED), Plan.objects.get(pk=pk)
    by = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
    asked = open_consultation(by=by, plan=plan, title="Partners", question="Klopt het?")
    keys, secret = list(Block.objects.filter(plan=plan).values_list("key", flat=True)), ""
    for at in range(READERS):
        invitee = Invitee(f"Teamchef {at}", f"Organisatie {at}")
        invitation, secret = invite(by=by, consultation=asked, invitee=invitee)
        for nth in range(COMMENTS_OF_EACH):
            make_comment(by=reader_of(invitation), invitation=invitation, block=draw.choice(keys),
                         text=f"Reactie {nth}: {_WORDS}.")  # fmt: skip
    return secret


def _page(draw: random.Random, figures: list[str]) -> str:
    """Return a page of words with two figures in it, in paragraphs."""
    words = [draw.choice(_WORDS.split()) for _ in range(WORDS_OF_A_PAGE)]
    for place in draw.sample(range(20, WORDS_OF_A_PAGE), 2):
        words[place] = f"[[{draw.choice(figures)} tegen]]"
    return "\n\n".join(" ".join(words[at : at + 75]) for at in range(0, WORDS_OF_A_PAGE, 75))


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        _ask_all(sys.argv[2])
    else:
        print(plan_table())
