"""A report as papers are filled with it: the cover, and every part of an ``Account``."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from integraal.foundation.database.models import Tenant
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.papers.report_body import body_of
from integraal.policy.picture.document_parts.closing import RECIPE
from integraal.policy.picture.documents import look_of

Json = dict[str, Any]


def report_data(report: Report, account: Account, tenant: Tenant) -> Json:
    """Return what the template of a report is filled with.

    Args:
        report: draft or adopted; only for its version and how it stands.
        account: all that is told.
        tenant: whose report it is; its house style is the one of the transaction.
    """
    return {**_cover(report, account, tenant), **body_of(account)}


def _cover(report: Report, account: Account, tenant: Tenant) -> Json:
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        **look_of(tenant),
        "title": account.title,
        "state_label": report.state_label,
        "state_line": _state_line(report),
        "is_draft": not report.is_frozen,
        "facts": _facts(report, account),
        "version": report.version,
        "made_on": _made_on(report).isoformat(),
        "fingerprint": report.fingerprint,
        "recipe": RECIPE,
    }


def _state_line(report: Report) -> str:
    if not report.adopted_on:
        return f"{report.state_label}: dit rapport is nog niet vastgesteld"
    line = f"Vastgesteld op {day(report.adopted_on)} door {_body(report)}"
    superseded = report.state == State.SUPERSEDED
    return f"{line}; vervangen door een latere versie" if superseded else line


def _facts(report: Report, account: Account) -> list[list[str]]:
    facts = [
        ["Soort", account.kind_label],
        ["Periode", account.period],
        ["Programma", account.programme],
        ["Versie", str(report.version)],
    ]
    if report.adopted_on:
        facts += [
            ["Vastgesteld door", _body(report)],
            ["Datum van het besluit", day(report.adopted_on)],
            ["Nummer van het besluit", report.decision_number or "niet opgegeven"],
        ]
    return facts


def _body(report: Report) -> str:
    """Return who adopted it, with its article: the college is neuter, other bodies are not."""
    article = "het" if report.adopting_body.startswith("college") else "de"
    return f"{article} {report.adopting_body}"


def _made_on(report: Report) -> datetime:
    return timezone.localtime(report.adopted_at or timezone.now()).replace(microsecond=0)
