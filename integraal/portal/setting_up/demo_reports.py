"""Write the demo's reports to the council, through the deeds of who would do them."""

from datetime import date
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.norms.actions import Given, answer_norms
from integraal.policy.accountability.public.actions import publish_report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.actions import start_report, write_text
from integraal.policy.accountability.reports.deciding.actions import (
    adopt_report,
    propose_report,
    tell_council,
)
from integraal.policy.programme.queries import programmes
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]


def load_report(content: Row) -> str:
    """Write one report; with a decision of the college it is adopted and told to the council.

    Returns:
        A Dutch sentence.
    """
    adviser, college = somebody("adviser"), somebody("college")
    if adviser is None or college is None or _is_there(adviser, content):
        return "een rapport laten we zoals het is."
    report = _written(adviser, content)
    if "college" in content:
        report = _adopted(adviser, college, report, content)
    if content.get("is_public"):
        publish_report(by=adviser, report=report)
    return f"het rapport {report.title} geschreven; het is {report.state_label.lower()}."


def _is_there(by: Actor, content: Row) -> bool:
    days = {name: date.fromisoformat(content[name]) for name in ("first_day", "last_day")}
    return reports(by).filter(kind=content["kind"], **days).exists()


def _written(by: Actor, content: Row) -> Report:
    programme = programmes(by).get(first_year=content["programme"], state=State.ADOPTED)
    report = start_report(
        by=by,
        kind=content["kind"],
        programme=programme,
        first_day=date.fromisoformat(content["first_day"]),
        last_day=date.fromisoformat(content["last_day"]),
    )
    for place, text in content["texts"].items():
        write_text(by=by, report=report, place=place, text=text, base_revision=0)
    answers = {code: Given(*given) for code, given in content.get("norms", {}).items()}
    answer_norms(by=by, report=report, answers=answers)
    return report


def _adopted(adviser: Actor, college: Actor, report: Report, content: Row) -> Report:
    given = content["college"]
    report = adopt_report(
        by=college, report=propose_report(by=adviser, report=report), body="college",
        number=given["number"], decided_on=date.fromisoformat(given["day"]),
    )  # fmt: skip
    told_on = date.fromisoformat(content["council_told_on"])
    return tell_council(by=adviser, report=report, told_on=told_on)
