"""Read what the fact sheets show of a picture, without reading all of it."""

import uuid
from collections.abc import Mapping

from django.db.models import F, Func, JSONField

from integraal.policy.picture.models import Picture

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
