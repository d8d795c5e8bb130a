"""Read drafts, remembered tables and loaded tables of partners."""

import uuid

from django.shortcuts import get_object_or_404

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.importing.choices import Choices, likeness
from integraal.knowledge.figures.importing.drafts import SOURCE
from integraal.knowledge.figures.models import ColumnMapping, ImportDraft, Snapshot
from integraal.knowledge.sources.problems import FileProblem

_ALIKE = 0.5


def draft_of(by: Actor, pk: uuid.UUID) -> ImportDraft:
    """Return somebody's own draft; Http404 for another's: what is in it is not checked yet."""
    return get_object_or_404(ImportDraft, pk=pk, made_by_id=by.member_id)


def drafts_of(by: Actor) -> list[ImportDraft]:
    """Return somebody's drafts, newest first, without the files themselves."""
    return list(ImportDraft.objects.filter(made_by_id=by.member_id).defer("content"))


def partner_tables() -> list[Snapshot]:
    """Return the tables of partners that were loaded, newest first, without the files."""
    loaded = Snapshot.objects.filter(source=SOURCE)
    return list(loaded.defer("content").select_related("loaded_by"))


def remembered(signature: str) -> Choices | None:
    """Return what was chosen before for a table with these very headings."""
    kept = ColumnMapping.objects.filter(signature=signature).first()
    return _choices(kept) if kept else None


def most_alike(headers: tuple[str, ...]) -> Choices | None:
    """Return the remembered table that has most headings in common, at least half of them."""
    known = [choices for kept in ColumnMapping.objects.all() if (choices := _choices(kept))]
    best = max(known, key=lambda one: likeness(one.headers, headers), default=None)
    return best if best and likeness(best.headers, headers) >= _ALIKE else None


def _choices(kept: ColumnMapping) -> Choices | None:
    try:
        return Choices.from_plain(kept.mapping)
    except (FileProblem, KeyError, TypeError, ValueError):
        return None  # of an earlier release: then it is asked again
