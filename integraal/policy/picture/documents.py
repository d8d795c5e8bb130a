"""The picture as a PDF: from its content to what the template asks for."""

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.actions import kept_rendition
from integraal.foundation.documents.typesetting import compile_pdf
from integraal.foundation.house_style.queries import current_style
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts import area_map, course
from integraal.foundation.ui.charts.printing import for_print
from integraal.foundation.ui.drawings import drawer_of
from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.tables import Table
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.theme_page import lead_of

Json = dict[str, Any]
TEMPLATE = Path(__file__).parent / "document_templates" / "picture.typ"
METHODS = (
    "Marges bij aantallen zijn exacte 95 %-marges van een Poisson-verdeling (Garwood, 1936).",
    "Een verandering heet aantoonbaar als de centrale mid-p-toets, gecorrigeerd voor alle "
    "vergelijkingen in dit beeld (Benjamini-Hochberg), onder 5 % uitkomt.",
    "Gebieden zijn vergeleken met de rest van de gemeente, gecorrigeerd voor hun aantal. "
    "Er is geen ranglijst.",
    "Aantallen onder 5 per gebied zijn afgeschermd, en zo nodig een tweede, "
    "zodat ze niet uit het totaal zijn af te leiden.",
)


def picture_pdf(*, by: Actor, picture: Picture, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the picture's PDF.

    An adopted picture is typeset once and kept by its fingerprint; a draft is typeset each time.
    """
    data = document_data(picture, tenant)
    name = f"veiligheidsbeeld-{picture.year}-versie-{picture.version}.pdf"
    if not picture.is_frozen:
        return name, compile_pdf(TEMPLATE, data)
    kept = kept_rendition(
        by=by,
        source_sha256=_digest(data),
        file_name=name,
        make=lambda: compile_pdf(TEMPLATE, data),
    )
    return name, bytes(kept.content)


def document_data(picture: Picture, tenant: Tenant) -> Json:
    """Return what the template of the picture is filled with."""
    content = content_of(picture)
    outlines = _outlines(content)
    style = current_style().style
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        "brand": style.brand,
        "accent": style.accent,
        "title": content["title"],
        "state_label": picture.state_label,
        "state_line": _state_line(picture),
        "version": picture.version,
        "period": str(content["year"]),
        "made_on": _made_on(picture).isoformat(),
        "fingerprint": picture.fingerprint,
        "summary": _summary(content),
        "themes": [_theme(theme, content["year"], outlines) for theme in content["themes"]],
        "sources": [_source(source) for source in content["sources"]],
        "caveats": _caveats(content),
        "methods": list(METHODS),
        "differences": [],
    }


def _digest(data: Json) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _outlines(content: Json) -> figures.Geometries:
    ids = {a["id"] for t in content["themes"] for one in t["indicators"] for a in one["areas"]}
    found = Area.objects.filter(pk__in=ids, geometry__isnull=False)
    return {str(area.pk): area.geometry for area in found}


def _state_line(picture: Picture) -> str:
    if picture.adopted_on:
        number = f", besluit {picture.decision_number}" if picture.decision_number else ""
        return f"Vastgesteld op {day(picture.adopted_on)} door de {picture.adopting_body}{number}"
    return f"{picture.state_label}: dit beeld is nog niet vastgesteld"


def _made_on(picture: Picture) -> datetime:
    return timezone.localtime(picture.adopted_at or timezone.now()).replace(microsecond=0)


def _summary(content: Json) -> str:
    lines = [f"{theme['name']}. {lead_of(theme)}" for theme in content["themes"]]
    return "\n\n".join(lines)


def _theme(theme: Json, year: int, outlines: figures.Geometries) -> Json:
    shown = next((one for one in theme["indicators"] if one["areas"]), None)
    shown = shown or next(iter(theme["indicators"]), None)
    charts = []
    if shown:
        charts.append(_chart(figures.course(shown)))
        if shown["areas"] and any(area["id"] in outlines for area in shown["areas"]):
            charts.append(_chart(figures.area_map(shown, outlines, year)))
    return {
        "title": theme["name"],
        "lead": lead_of(theme),
        "figures": [_key_figure(one) for one in theme["indicators"]],
        "charts": charts,
        "text": theme["text"],
        "text_by": _writer(theme) if theme["text"] else "",
    }


def _writer(theme: Json) -> str:
    return f"{theme['text_by']}, {day(date.fromisoformat(theme['text_on']))}"


def _key_figure(one: Json) -> Json:
    shown = figures.key_figure(one)
    strip = shown.strip
    return {
        "title": shown.name,
        "value": shown.value,
        "rate": shown.rate,
        "interval": shown.margin.removeprefix("95\u00a0%-marge: "),
        "period": one["estimate"]["period"][:4],
        "strip": strip
        and {
            "low": strip.low,
            "high": strip.high,
            "value": strip.value,
            "reference": strip.before,
            "max": max(strip.high, strip.before or 0) * 1.1,
        },
        "verdict": {
            "kind": shown.verdict.kind,
            "direction": shown.verdict.direction or "none",
            "label": shown.verdict.text,
        },
        "sentence": shown.say,
        "source": shown.source,
    }


def _chart(figure: ui.Figure) -> Json:
    drawer = course if isinstance(figure.chart, course.Course) else area_map
    svg = drawer.draw_wide(figure.chart, figure.uid)  # type: ignore[arg-type]
    twin = figure.twin or drawer_of(figure.chart).twin(figure.chart)  # type: ignore[misc]
    return {
        "title": figure.title,
        "subtitle": figure.subtitle,
        "svg": for_print(svg),
        "alt": f"{figure.chart.title}. {figure.chart.description}",
        "legend": [item.text for item in drawer_of(figure.chart).legend(figure.chart)],
        "table": _table(twin),
        "source": figure.source,
    }


def _table(table: Table) -> Json:
    return {
        "head": [column.label for column in table.columns],
        "align": ["right" if column.numeric else "left" for column in table.columns],
        "rows": [[str(cell) for cell in row] for row in (*table.rows, *table.foot)],
    }


def _source(source: Json) -> Json:
    return {
        "name": f"{source['credit']}, tabel {source['table']} ({source['licence']})",
        "accessed": day(date.fromisoformat(source["accessed"])),
        "used_for": source["used_for"],
        "sha256": source["sha256"],
    }


def _caveats(content: Json) -> list[str]:
    shown = [one for theme in content["themes"] for one in theme["indicators"]]
    return list(dict.fromkeys(caveat for one in shown for caveat in one["caveats"]))
