"""A partner's table on its way in: kept as a draft, taken in whole, or taken back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import add_definition
from integraal.foundation.people.models import Organisation
from integraal.knowledge.figures.access import check_load_figures
from integraal.knowledge.figures.actions import Loaded, store_rows
from integraal.knowledge.figures.importing.choices import Choices
from integraal.knowledge.figures.importing.drafts import (
    SOURCE,
    choices_of,
    read_draft,
)
from integraal.knowledge.figures.importing.measures import OwnMeasure, definition_of, known_measures
from integraal.knowledge.figures.models import ColumnMapping, Figure, ImportDraft, Snapshot
from integraal.knowledge.sources.partner.table import signature_of
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.snapshots import describe

INDICATORS = "indicators"
GONE = "Deze tabel is al ingelezen of weggehaald. Kies het bestand opnieuw."


class TakingBackRefused(Exception):
    """A table cannot be taken back; the message says why."""


@dataclass(frozen=True)
class TakenBack:
    """What taking a table back did: how many figures went, and how many earlier ones returned."""

    withdrawn: int
    restored: int


@transaction.atomic
def keep_draft(*, by: Actor, file_name: str, content: bytes) -> ImportDraft:
    """Keep a file that somebody chose; a day at most, and only they see it.

    Raises:
        FileProblem: the file is empty or its name cannot be used.
    """
    check_load_figures(by)
    facts = describe(content, file_name, timezone.localdate())
    return ImportDraft.objects.create(
        tenant_id=by.tenant_id,
        file_name=facts.name,
        content=content,
        made_by_id=by.member_id,
        made_at=timezone.now(),
    )


@transaction.atomic
def replace_draft_file(
    *, by: Actor, draft: ImportDraft, file_name: str, content: bytes
) -> ImportDraft:
    """Put a corrected file in the place of the draft's; what was chosen stays.

    Raises:
        FileProblem: the file is empty or its name cannot be used.
    """
    check_load_figures(by)
    facts = describe(content, file_name, timezone.localdate())
    draft.file_name, draft.content = facts.name, content
    draft.save(update_fields=["file_name", "content"])
    return draft


@transaction.atomic
def choose_columns(*, by: Actor, draft: ImportDraft, choices: Choices) -> ImportDraft:
    """Keep with the draft what its columns mean."""
    check_load_figures(by)
    draft.mapping = choices.as_plain()
    draft.save(update_fields=["mapping"])
    return draft


@transaction.atomic
def destroy_draft(*, by: Actor, draft: ImportDraft) -> None:
    """Destroy a draft: nothing of the file stays."""
    check_load_figures(by)
    draft.delete()


@transaction.atomic
def destroy_old_drafts(*, by: Actor, before: datetime) -> int:
    """Destroy all drafts that were made before a moment; returns how many."""
    check_load_figures(by)
    return ImportDraft.objects.filter(made_at__lt=before).delete()[0]


@transaction.atomic
def load_partner_table(*, by: Actor, draft: ImportDraft) -> Loaded:
    """Take a draft in: file, figures, the meaning of its columns; and destroy the draft.

    Raises:
        FileProblem: something in the table is not right; then nothing is stored and the draft
            stays.
    """
    check_load_figures(by)
    held = ImportDraft.objects.select_for_update(of=("self",)).filter(pk=draft.pk).first()
    choices = choices_of(held) if held else None
    if held is None or choices is None:
        raise FileProblem(GONE)
    reading = read_draft(held, choices)
    if reading.problems:
        raise FileProblem(reading.problems)
    supplier = Organisation.objects.get(pk=choices.organisation).name
    _define_new(by, choices, supplier)
    wanted = _snapshot(by, held, choices, supplier)
    loaded = store_rows(by=by, wanted=wanted, rows=reading.rows, read_again=True)
    if loaded.snapshot.taken_back_at:
        loaded.snapshot.taken_back_at = None
        loaded.snapshot.loaded_at = timezone.now()
        loaded.snapshot.save(update_fields=["taken_back_at", "loaded_at"])
    _remember(by, choices)
    held.delete()
    return loaded


@transaction.atomic
def take_back_table(*, by: Actor, snapshot: Snapshot) -> TakenBack:
    """Let the figures of a partner's table count no more; what counted before returns.

    Raises:
        TakingBackRefused: it is no partner's table, or was taken back already.
    """
    check_load_figures(by)
    held = Snapshot.objects.select_for_update(of=("self",)).defer("content").get(pk=snapshot.pk)
    if held.source != SOURCE:
        raise TakingBackRefused("Alleen een eigen tabel kunt u terugnemen.")
    if held.taken_back_at:
        raise TakingBackRefused("Deze tabel is al teruggenomen.")
    counting = Figure.objects.filter(snapshot=held, is_current=True)
    keys = set(counting.values_list("measure", "area_id", "period"))
    withdrawn = counting.update(is_current=False)
    held.taken_back_at = timezone.now()
    held.save(update_fields=["taken_back_at"])
    restored = Figure.objects.filter(pk__in=_latest_before(keys)).update(is_current=True)
    record("figures.taken_back", by=by, subject=held, withdrawn=withdrawn, restored=restored)
    return TakenBack(withdrawn, restored)


def _latest_before(keys: set[tuple[str, object, str]]) -> list[object]:
    """The newest figure for each key, of a snapshot that still counts."""
    rows = (
        Figure.objects.filter(
            Q(snapshot__taken_back_at__isnull=True),
            measure__in={measure for measure, _, _ in keys},
            area_id__in={area for _, area, _ in keys},
            period__in={period for _, _, period in keys},
        )
        .order_by(F("snapshot__loaded_at").asc())
        .values_list("pk", "measure", "area_id", "period")
    )
    latest = {tuple(key): pk for pk, *key in rows if tuple(key) in keys}
    return list(latest.values())


def _snapshot(by: Actor, draft: ImportDraft, choices: Choices, supplier: str) -> Snapshot:
    content = bytes(draft.content)
    facts = describe(content, draft.file_name, choices.received_on)
    return Snapshot(
        tenant_id=by.tenant_id,
        source=SOURCE,
        file_name=facts.name,
        title=f"{choices.name}, {supplier}",
        sha256=facts.sha256,
        size=facts.size,
        accessed_on=facts.accessed_on,
        content=content,
        loaded_by_id=by.member_id,
        loaded_at=timezone.now(),
    )


def _define_new(by: Actor, choices: Choices, supplier: str) -> None:
    there = {one.code for one in known_measures()}
    used = {value.measure for value in choices.mapping.values}
    used |= set((choices.mapping.class_measures or {}).values())
    for new in choices.own:
        if new.code in used - there:
            _define(by, new, supplier)


def _define(by: Actor, new: OwnMeasure, supplier: str) -> None:
    kind = kinds.kind(INDICATORS)
    content = definition_of(new, supplier, timezone.localdate().isoformat())
    variants = kind.maker.variants() if kind.maker else ()
    add_definition(
        by=by,
        kind=kind,
        code=content["code"],
        values=content,
        reason=f"Nieuw bij het inlezen van een tabel van {supplier}.",
        # Any will do: the content says itself which list it counts.
        variant=next((code for code, _ in variants), ""),
    )


def _remember(by: Actor, choices: Choices) -> None:
    plain = choices.as_plain()
    kept, is_new = ColumnMapping.objects.get_or_create(
        tenant_id=by.tenant_id,
        signature=signature_of(choices.headers),
        defaults={
            "name": choices.name,
            "mapping": plain,
            "made_by_id": by.member_id,
            "made_at": timezone.now(),
        },
    )
    if not is_new:
        if kept.mapping == plain:
            return
        kept.name, kept.mapping = choices.name, plain
        kept.made_by_id, kept.made_at = by.member_id, timezone.now()
        kept.save()
    record("figures.mapping_kept", by=by, subject=kept)
