"""What the page with the norms of a report shows."""

from dataclasses import dataclass

from django.forms import BoundField
from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import NormAnswer, Report
from integraal.policy.accountability.norms.content import UNANSWERED
from integraal.policy.accountability.norms.forms import NormsForm
from integraal.policy.accountability.norms.hints import hint
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.reports.content import content_of


@dataclass(frozen=True)
class NormLine:
    """A norm to answer: what the product sees itself, and what somebody else just answered."""

    name: str
    hint: str
    answer: BoundField
    text: BoundField
    base: BoundField
    is_open: bool
    other: str


@dataclass(frozen=True)
class NormsPage:
    """What ``accountability/norms.html`` shows: ``lines`` for who answers, ``said`` for readers."""

    report: Report
    title: str
    back: str
    form: NormsForm
    lines: list[NormLine]
    said: list[dict[str, str]]
    answered: int
    may_write: bool


def norms_page(
    by: Actor,
    report: Report,
    form: NormsForm,
    account: Account,
    other: NormAnswer | None = None,
) -> NormsPage:
    """Return the norms of a report.

    Args:
        by: who looks.
        report: the report.
        form: of the norms, with what was filled in.
        account: the report as it is read, for what it shows beside a norm.
        other: what somebody else answered meanwhile.
    """
    said = content_of(report)["norms"]
    return NormsPage(
        report=report,
        title=report.title,
        back=_back(report),
        form=form,
        lines=[
            _line(form, one.code, one.name, hint(one.fact, account), other) for one in form.norms
        ],
        said=said,
        answered=sum(one["answer"] != UNANSWERED for one in said),
        may_write=allowed(check_write, by, report),
    )


def _line(form: NormsForm, code: str, name: str, seen: str, other: NormAnswer | None) -> NormLine:
    text = form[f"text-{code}"]
    is_others = other is not None and other.norm == code
    return NormLine(
        name=name,
        hint=seen,
        answer=form[f"answer-{code}"],
        text=text,
        base=form[f"base-{code}"],
        is_open=bool(text.value() or text.errors),
        other=_words(other) if is_others else "",
    )


def _words(other: NormAnswer | None) -> str:
    if other is None or not other.answer:
        return "Iemand anders haalde dit antwoord weg."
    return f"{other.get_answer_display()}. {other.text}".strip()


def _back(report: Report) -> str:
    try:
        return reverse("report", args=[report.pk])
    except NoReverseMatch:
        return ""
