"""The minutes as PDF/UA: typeset each time until they are signed, then once and for all."""

from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.actions import kept_rendition
from integraal.foundation.documents.typesetting import compile_pdf, template_fingerprint
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.document_parts.closing import RECIPE
from integraal.policy.picture.documents import look_of
from integraal.policy.priorities.minutes.content import content_of
from integraal.policy.priorities.minutes.paper import body_of_paper
from integraal.policy.priorities.models import Session

Json = dict[str, Any]
TEMPLATE = Path(__file__).parents[1] / "document_templates" / "minutes.typ"
_STATES = {
    State.DRAFT: "Concept",
    State.PROPOSED: "Voorgesteld",
    State.ADOPTED: "Afgetekend",
    State.SUPERSEDED: "Vervangen",
}


def minutes_pdf(*, by: Actor, session: Session, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the minutes.

    Raises:
        DocumentProblem: the document cannot be made; the text is a sentence for the reader.
    """
    data = document_data(session, tenant)
    draft = "" if session.is_frozen else "-concept"
    held = f"{session.held_on:%Y-%m-%d}" if session.held_on else "zonder-dag"
    name = f"verslag-prioriteringssessie-{held}-versie-{session.version}{draft}.pdf"
    if not session.is_frozen:
        return name, compile_pdf(TEMPLATE, data)
    made = {"data": data, "template": template_fingerprint(TEMPLATE)}
    kept = kept_rendition(
        by=by,
        source_sha256=fingerprint(made),
        file_name=name,
        make=lambda: compile_pdf(TEMPLATE, data),
    )
    return name, bytes(kept.content)


def document_data(session: Session, tenant: Tenant) -> Json:
    """Return what the template of the minutes is filled with."""
    content = content_of(session)
    moment = timezone.localtime(session.adopted_at or timezone.now()).replace(microsecond=0)
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        **look_of(tenant),
        "title": f"Verslag {content['title'][:1].lower()}{content['title'][1:]}",
        "state_label": _STATES[State(session.state)],
        "state_line": _state_line(session),
        "facts": _facts(session, content),
        "version": session.version,
        "made_on": moment.isoformat(),
        "fingerprint": session.fingerprint,
        "recipe": RECIPE,
        **body_of_paper(content),
    }


def _state_line(session: Session) -> str:
    if not session.adopted_on:
        return "Dit verslag is nog niet afgetekend"
    line = f"Afgetekend op {day(session.adopted_on)} door de {session.adopting_body}"
    return f"{line}; vervangen door een latere versie" if _is_replaced(session) else line


def _is_replaced(session: Session) -> bool:
    return session.state == State.SUPERSEDED


def _facts(session: Session, content: Json) -> list[list[str]]:
    held = day(date.fromisoformat(content["held_on"])) if content["held_on"] else "nog niet bekend"
    facts = [
        ["Dag van de sessie", held],
        ["Plaats", content["place"] or "niet opgegeven"],
        ["Voorzitter", content["chair"] or "niet opgegeven"],
        ["Rust op", f"{content['picture']['title']}, versie {content['picture']['version']}"],
        ["Versie", str(content["version"])],
    ]
    if session.adopted_on:
        facts += [["Afgetekend door", f"de {session.adopting_body}"],
                  ["Datum van aftekenen", day(session.adopted_on)]]  # fmt: skip
        if session.decision_number:
            facts.append(["Nummer", session.decision_number])
    return facts
