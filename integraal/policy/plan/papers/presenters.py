"""The page with all documents of a plan: what each is, and whether residents can read it."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.access import check_publish, check_read_pack
from integraal.policy.plan.models import Plan
from integraal.policy.plan.papers.choosing import PAPERS
from integraal.policy.plan.tabs import tabs


@dataclass(frozen=True)
class Download:
    """One document: what it is called, what is in it, and where it is."""

    name: str
    about: str
    url: str


@dataclass(frozen=True)
class DocumentsPage:
    """What ``plan/documents.html`` shows."""

    plan: Plan
    tabs: list[Chip]
    lead: str
    downloads: list[Download]
    public_url: str
    public_line: str
    may_publish: bool
    may_withdraw: bool


def documents_page(by: Actor, plan: Plan, slug: str) -> DocumentsPage:
    """Return the page of documents for who looks; ``slug`` is that of the municipality."""
    reads_pack, publishes = allowed(check_read_pack, by), allowed(check_publish, by)
    is_public = plan.state == State.ADOPTED and plan.published_on is not None
    return DocumentsPage(
        plan=plan,
        tabs=tabs(by, plan, "plan-documents"),
        lead=_lead(plan),
        downloads=[
            Download(one.name, one.about, reverse(one.url, args=[plan.pk]))
            for one in PAPERS.values()
            if reads_pack or one.code != "pack"
        ],
        public_url=reverse("plan-public", args=[slug]) if is_public else "",
        public_line=_public_line(plan, is_public=is_public),
        may_publish=publishes and plan.state == State.ADOPTED and not is_public,
        may_withdraw=publishes and is_public,
    )


def _lead(plan: Plan) -> str:
    if plan.is_frozen:
        return "Deze documenten staan vast: ze zijn gemaakt van het plan zoals het is vastgesteld."
    return "Dit zijn concepten. Ze worden gemaakt van het plan zoals het nu is."


def _public_line(plan: Plan, *, is_public: bool) -> str:
    if is_public:
        return f"Inwoners lezen deze versie sinds {day(plan.published_on)}."
    if plan.state == State.ADOPTED:
        return "Inwoners kunnen het plan nog niet lezen."
    if plan.state == State.SUPERSEDED:
        return "Een latere versie verving deze. Inwoners lezen deze versie niet meer."
    return "Na de vaststelling kunt u het plan openbaar maken voor inwoners."
