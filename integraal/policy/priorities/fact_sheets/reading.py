"""Read what the fact sheets show of a session and its picture."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import F, Func, JSONField

from integraal.policy.picture.content import content_of
from integraal.policy.picture.content.reading import parts_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.showing import content_for
from integraal.policy.priorities.deciding.matching import others_of
from integraal.policy.priorities.deciding.rules import source_words, whose_words
from integraal.policy.priorities.fact_sheets.sheets import OthersChoice, Sheet, sheet_of
from integraal.policy.priorities.models import Candidate, Session

Json = dict[str, Any]
# The database takes the codes out of the frozen content, which is large to read here.
_CODES = """(
    SELECT jsonb_agg(jsonb_build_array(
        theme -> 'code', jsonb_path_query_array(theme, '$.indicators[*].code')
    )) FROM jsonb_array_elements(%(expressions)s -> 'themes') AS given(theme)
)"""


def indicators_by_theme(picture_id: uuid.UUID) -> Mapping[str, list[str]]:
    """Return the codes of the indicators of each theme of an adopted picture; one query."""
    codes = Func(F("frozen"), template=_CODES, output_field=JSONField())
    rows = Picture.objects.filter(pk=picture_id, frozen__isnull=False)
    return dict(rows.values_list(codes, flat=True).first() or [])


def sheet_for(session: Session, candidate: Candidate) -> Sheet:
    """Return the fact sheet of one theme; of the picture only that theme is read."""
    parts = parts_of(session.picture, candidate.theme)
    theme = parts.theme if parts else None
    content: Json = {"year": session.picture.year, "themes": []}
    if parts and theme:
        texts = [one["text"] for one in theme["passages"].values()]
        findings = parts.over_all.get("findings")
        content = {**content_for(texts, session.picture, theme), "findings": findings}
    return sheet_of(_names(candidate), theme, content, _others(session)[candidate.pk])


def all_sheets(session: Session) -> list[Sheet]:
    """Return the fact sheets of all themes, in the order of the session."""
    content = content_of(session.picture)
    themes = {one["code"]: one for one in content["themes"]}
    others = _others(session)
    return [
        sheet_of(_names(one), themes.get(one.theme), content, others[one.pk])
        for one in Candidate.objects.filter(session=session)
    ]


def _names(candidate: Candidate) -> tuple[str, str, str]:
    return candidate.code, candidate.name, candidate.short_name


def _others(session: Session) -> Mapping[uuid.UUID | None, list[OthersChoice]]:
    found: dict[uuid.UUID | None, list[OthersChoice]] = defaultdict(list)
    for one in others_of(session):
        choice = OthersChoice(
            whose=whose_words(one.body, one.whose),
            priority=one.priority,
            source=source_words(one.source, one.source_date),
            link=one.link,
        )
        found[one.candidate_id].append(choice)
    return found
