"""The picture as a PDF: typeset each time while it is a draft, once and for all when adopted."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import handed_out
from integraal.foundation.documents.typesetting import compile_pdf, template_fingerprint
from integraal.foundation.house_style.queries import current_style
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.content import content_of
from integraal.policy.picture.document_parts.changes import changes_since
from integraal.policy.picture.document_parts.closing import (
    METHODS,
    RECIPE,
    families_of,
    source_lines,
    source_numbers,
)
from integraal.policy.picture.document_parts.drawn import Look
from integraal.policy.picture.document_parts.prose import Numbers
from integraal.policy.picture.document_parts.summary import summary_of
from integraal.policy.picture.document_parts.themes import caveats_of, outlines_of, theme_part
from integraal.policy.picture.document_parts.words import (
    promises_on_paper,
    referrals_on_paper,
    texts_on_paper,
)
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.file_names import file_name
from integraal.policy.picture.parts import SUMMARY, WHOLE, parts_of
from integraal.policy.picture.presenters.figures import Geometries
from integraal.policy.picture.queries import version_before

Json = dict[str, Any]
TEMPLATE = Path(__file__).parent / "document_templates" / "picture.typ"


def picture_pdf(*, by: Actor, picture: Picture, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the picture's PDF.

    An adopted picture is typeset once and kept by its fingerprint; a draft is typeset each time.

    Raises:
        DocumentProblem: the document cannot be made; the text is a sentence for the reader.
    """
    data = document_data(picture, tenant, earlier=version_before(by, picture))
    return handed_out(
        by=by,
        is_frozen=picture.is_frozen,
        name=file_name(picture, "pdf"),
        made_of={"data": data, "template": template_fingerprint(TEMPLATE)},
        make=lambda: compile_pdf(TEMPLATE, data),
    )


def document_data(picture: Picture, tenant: Tenant, *, earlier: Picture | None = None) -> Json:
    """Return what the template of the picture is filled with.

    Args:
        picture: draft or adopted.
        tenant: whose picture it is; its house style is the one of the transaction.
        earlier: the version this one follows, for the page that says what changed.
    """
    content = content_of(picture)
    return {
        **cover_of(picture, tenant, content),
        "changes": changes_since(earlier, picture) if earlier else None,
        **body_of(content, outlines_of(content), look_of(tenant)),
    }


def cover_of(picture: Picture, tenant: Tenant, content: Json) -> Json:
    """Return whose document it is, which version, and how it stands."""
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        **look_of(tenant),
        "title": content["title"],
        "state_label": picture.state_label,
        "state_line": _state_line(picture),
        "facts": _facts(picture),
        "version": picture.version,
        "made_on": _made_on(picture).isoformat(),
        "fingerprint": picture.fingerprint,
        "recipe": RECIPE,
    }


def body_of(content: Json, outlines: Geometries, look: Look) -> Json:
    """Return all that the content itself says, part by part; nothing else is read."""
    lines = source_lines(content)
    numbers = source_numbers(content, lines)
    return {
        "year": content["year"],
        **summary_of(content, numbers),
        "whole": _whole_texts(content, numbers),
        "promises": promises_on_paper(content),
        "themes": [
            theme_part(theme, content, outlines, look, numbers) for theme in content["themes"]
        ],
        "referrals": referrals_on_paper(content),
        "sources": lines,
        "families": families_of(content),
        "caveats": caveats_of(content),
        "methods": list(METHODS),
    }


def _whole_texts(content: Json, numbers: Numbers) -> Json:
    """Return the texts about the picture as a whole by code; the summary stands by itself."""
    passages = {code: one for code, one in content["passages"].items() if code != SUMMARY.code}
    texts = texts_on_paper(WHOLE, passages, content, numbers)
    codes = [part.code for part in parts_of(WHOLE) if part.code in passages]
    return dict(zip(codes, texts, strict=True))


def look_of(tenant: Tenant) -> Json:
    """Return the colours and the arms of the municipality."""
    current = current_style()
    return {
        "brand": current.style.brand,
        "on_brand": current.style.on_brand,
        "accent": current.style.accent,
        "shield": current.shield,
        # The shipped mark is decoration: it is the arms of nobody, so it is given no words.
        "shield_alt": f"Wapen van de gemeente {tenant.name}" if current.has_own_shield else "",
    }


def _state_line(picture: Picture) -> str:
    if not picture.adopted_on:
        return f"{picture.state_label}: dit beeld is nog niet vastgesteld"
    line = f"Vastgesteld op {day(picture.adopted_on)} door de {picture.adopting_body}"
    return f"{line}; vervangen door een latere versie" if _is_superseded(picture) else line


def _is_superseded(picture: Picture) -> bool:
    return picture.state == State.SUPERSEDED


def _facts(picture: Picture) -> list[list[str]]:
    facts = [
        ["Periode", f"{picture.year}, naast {picture.year - 1} en eerdere jaren"],
        ["Versie", str(picture.version)],
    ]
    if picture.adopted_on:
        facts += [
            ["Vastgesteld door", f"de {picture.adopting_body}"],
            ["Datum van het besluit", day(picture.adopted_on)],
            ["Nummer van het besluit", picture.decision_number or "niet opgegeven"],
        ]
    return facts


def _made_on(picture: Picture) -> datetime:
    return timezone.localtime(picture.adopted_at or timezone.now()).replace(microsecond=0)
