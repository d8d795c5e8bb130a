"""The page with all documents of a report: what each is, for whom, and how it stands."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.papers.choosing import PAPERS
from integraal.policy.accountability.to_picture.rules import feeds_picture
from integraal.policy.picture.access import check_write


@dataclass(frozen=True)
class ReportDownload:
    """One document: what it is called, what is in it, for whom, and where it is."""

    name: str
    about: str
    whom: str
    url: str


@dataclass(frozen=True)
class ReportDocumentsPage:
    """What ``accountability/documents.html`` shows."""

    report: Report
    lead: str
    downloads: list[ReportDownload]
    to_picture: bool


def documents_page(by: Actor, report: Report) -> ReportDocumentsPage:
    """Return the page of documents for who looks."""
    return ReportDocumentsPage(
        report=report,
        lead=_lead(report),
        downloads=[
            ReportDownload(one.name, one.about, one.whom, reverse(one.url, args=[report.pk]))
            for one in PAPERS.values()
        ],
        to_picture=feeds_picture(report.state, report.kind) and allowed(check_write, by),
    )


def _lead(report: Report) -> str:
    if report.is_frozen:
        return (
            "Deze documenten staan vast: ze zijn gemaakt van het rapport zoals het is vastgesteld."
        )
    return "Dit zijn concepten. Ze worden gemaakt van het rapport zoals het nu is."
