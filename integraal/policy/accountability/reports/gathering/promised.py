"""What was promised: the versions of a programme up to a day, and what each of them changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from integraal.foundation.lifecycle.models import DecidedDocument
from integraal.foundation.lifecycle.states import State
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.definitions import themes as themes_of_figures
from integraal.policy.plan.content import content_of as content_of_plan
from integraal.policy.plan.content import goals as goals_in
from integraal.policy.plan.models import Plan
from integraal.policy.programme.comparing.changes import sections_of
from integraal.policy.programme.measures.in_words import Names
from integraal.policy.programme.models import Programme

Json = dict[str, Any]
SETTLED = (State.ADOPTED, State.SUPERSEDED)


@dataclass(frozen=True)
class Promised:
    """What held on a day.

    Attributes:
        versions: the adopted versions of the programme up to that day, oldest first.
        plan: the version of the plan in force; ``None`` when the programme rests on none.
        names: how themes, goals and figures are called.
    """

    versions: list[Programme]
    plan: Plan | None
    names: Names

    @property
    def programme(self) -> Programme:
        """The version in force."""
        return self.versions[-1]


def promised_on(programme: Programme, day: date) -> Promised:
    """Return what held on a day; the first adopted version when none was adopted by then."""
    found = list(
        Programme.objects.filter(lineage=programme.lineage, state__in=SETTLED)
        .select_related("plan")
        .defer("plan__frozen")
        .order_by("version")
    )
    versions = [one for one in found if one.adopted_on and one.adopted_on <= day] or found[:1]
    plan = _plan_on(versions[-1].plan, day) if versions else None
    return Promised(versions, plan, _names(plan))


def document_json(document: DecidedDocument, day: date) -> Json:
    """Return a decided document as a report names it; the council only when it knew by then."""
    told = getattr(document, "council_told_on", None)
    return {
        "id": str(document.pk),
        "title": str(document),
        "version": document.version,
        "fingerprint": document.fingerprint,
        "adopted_on": str(document.adopted_on or ""),
        "body": document.adopting_body,
        "number": document.decision_number,
        "council_told_on": day_json(told, day),
    }


def day_json(found: date | None, last_day: date) -> str:
    """Return a day as text, empty when it came after the period."""
    return str(found) if found and found <= last_day else ""


def versions_json(promised: Promised, day: date) -> list[Json]:
    """Return every version with what it changed since the one before it."""
    rows: list[Json] = []
    before: Programme | None = None
    for one in promised.versions:
        changed = _changed(before, one, promised.names) if before else []
        rows.append({**document_json(one, day), "changes": changed})
        before = one
    return rows


def themes_json(promised: Promised) -> list[Json]:
    """Return the themes that measures and goals name, those of the plan first, in their order."""
    used = {one["theme"] for version in promised.versions for one in version.frozen["measures"]}
    if promised.plan:
        used |= {one["theme"] for one in goals_in(content_of_plan(promised.plan))}
    names = promised.names.themes
    order = [*names, *sorted(used - set(names))]
    return [{"code": code, "name": _theme(code, names)} for code in order if code in used]


def _theme(code: str, names: Any) -> str:
    return str(names.get(code, code.replace("-", " ").capitalize()))


def _changed(earlier: Programme, later: Programme, names: Names) -> list[Json]:
    before, after = earlier.frozen, later.frozen
    themes = {one["key"]: one["theme"] for one in (*before["measures"], *after["measures"])}
    return [
        {
            "key": one.key,
            "title": one.name,
            "theme": themes.get(one.key, ""),
            "what": one.what,
            "fields": [
                {"label": pair.label, "before": pair.before, "after": pair.after}
                for pair in one.parts
                if one.what == "changed" and pair.differs
            ],
        }
        for section in sections_of(before, after, names)
        for one in section.changes
        if one.what != "same"
    ]


def _plan_on(plan: Plan | None, day: date) -> Plan | None:
    if plan is None:
        return None
    same = Plan.objects.filter(lineage=plan.lineage, state__in=SETTLED)
    found = same.filter(Q(adopted_on__lte=day)).order_by("-version").first()
    return found or same.filter(pk=plan.pk).first()


def _names(plan: Plan | None) -> Names:
    content = content_of_plan(plan) if plan else {"themes": [], "blocks": []}
    themes = {one["code"]: one["name"] for one in content["themes"]}
    themes |= {code: one.name for code, one in themes_of_figures().items() if code not in themes}
    goals = {one["key"]: one["title"] for one in goals_in(content)}
    return Names(themes, goals, {}, {code: one.name for code, one in indicators().items()})
