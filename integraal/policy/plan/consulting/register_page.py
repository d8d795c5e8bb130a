"""What the register of comments shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.policy.plan.access import check_consult
from integraal.policy.plan.consulting.forms import RegisterFilter
from integraal.policy.plan.consulting.register import count_words, register_with_comments
from integraal.policy.plan.models import Comment, Plan


@dataclass(frozen=True)
class RegisterLine:
    """One comment with where to answer it and where to apply it."""

    line: dict[str, str]
    weighing: str
    answer_url: str
    block_url: str


@dataclass(frozen=True)
class RegisterPage:
    """What ``plan/consult_register.html`` shows."""

    filter: RegisterFilter
    lines: list[RegisterLine]
    count: str
    shown: str
    may_answer: bool


def register_page(by: Actor, plan: Plan, asked: Mapping[str, Any]) -> RegisterPage:
    """Return the comments that were asked for, and the count of all.

    Args:
        by: who looks.
        plan: the plan at hand.
        asked: values of ``RegisterFilter``; what is not known is left out.
    """
    rows = register_with_comments(plan)
    every = [line for _, line in rows]
    form = RegisterFilter(asked, choices=_choices(every))
    form.is_valid()
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    may_answer = allowed(check_consult, by)
    may_apply = may_answer and plan.state == "draft"
    lines = [
        _line(plan, line, row, may_apply=may_apply)
        for row, line in rows
        if _fits(line, row, wanted)
    ]
    shown = f"{len(lines)} van {len(every)} getoond." if wanted else ""
    return RegisterPage(form, lines, count_words(row for row, _ in rows), shown, may_answer)


def _choices(every: Sequence[dict[str, str]]) -> dict[str, list[tuple[str, str]]]:
    def offered(of: Callable[[dict[str, str]], tuple[str, str]]) -> list[tuple[str, str]]:
        return sorted({of(line) for line in every if of(line)[0]}, key=lambda one: one[1])

    return {
        "consultation": offered(lambda line: (line["consultation"], line["consultation"])),
        "organisation": offered(lambda line: (line["organisation"], line["organisation"])),
        "theme": offered(lambda line: (line["theme_code"], line["theme"] or line["theme_code"])),
    }


def _fits(line: dict[str, str], row: Comment, wanted: Mapping[str, str]) -> bool:
    has = {
        "consultation": line["consultation"],
        "organisation": line["organisation"],
        "theme": line["theme_code"],
        "weighing": row.weighing,
    }
    return all(has[name] == value for name, value in wanted.items())


def _line(plan: Plan, line: dict[str, str], row: Comment, *, may_apply: bool) -> RegisterLine:
    return RegisterLine(
        line=line,
        weighing=row.weighing,
        answer_url=reverse("plan-comment-answer", args=[plan.pk, row.pk]),
        block_url=_block_url(plan, line["block"]) if may_apply and line["block"] else "",
    )


def _block_url(plan: Plan, key: str) -> str:
    try:
        return reverse("plan-block", args=[plan.pk, key])
    except NoReverseMatch:
        return ""
