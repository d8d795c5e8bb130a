"""Read a plan in, judge what was found, and take it over: whole or not at all."""

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.picture.models import Picture
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.importing.access import check_import
from integraal.policy.plan.importing.document import Document
from integraal.policy.plan.importing.judging import (
    ACCEPT,
    OPEN,
    choice_problem,
    judged,
)
from integraal.policy.plan.importing.knowledge import knowledge
from integraal.policy.plan.importing.queries import theme_names
from integraal.policy.plan.importing.reading import read_document, read_pasted
from integraal.policy.plan.importing.recognising.recognise import recognise
from integraal.policy.plan.importing.stored import as_plain, proposals_by_id, without_words
from integraal.policy.plan.importing.taking_over import (
    accepted,
    clear_untouched,
    order_themes,
    report,
    write_all,
)
from integraal.policy.plan.models import Plan, PlanImport
from integraal.policy.plan.refusals import PlanRefused

PASTED = "geplakte tekst"
LONGEST_NAME = 200
DONE = "Dit document is al overgenomen. De voorstellen zijn weggehaald."


@transaction.atomic
def read_plan_file(*, by: Actor, file_name: str, content: bytes) -> PlanImport:
    """Read a file and keep what was found in it; the file itself is not kept.

    A file that is in hand already is not read twice: its import is returned.

    Raises:
        Unreadable: it is no Word file, PDF with text, or text.
        NotAllowed: the actor does not write plans.
    """
    check_import(by)
    sha256 = hashlib.sha256(content).hexdigest()
    in_hand = PlanImport.objects.filter(sha256=sha256, finished_on=None).first()
    if in_hand:
        return in_hand
    return _keep(by, file_name, sha256, read_document(file_name, content))


@transaction.atomic
def read_plan_text(*, by: Actor, text: str) -> PlanImport:
    """Read pasted text and keep what was found in it.

    Raises:
        Unreadable: it holds too little text.
        NotAllowed: the actor does not write plans.
    """
    check_import(by)
    sha256 = hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()
    in_hand = PlanImport.objects.filter(sha256=sha256, finished_on=None).first()
    return in_hand or _keep(by, PASTED, sha256, read_pasted(text))


@transaction.atomic
def settle(
    *,
    by: Actor,
    plan_import: PlanImport,
    proposals: Sequence[str],
    deed: str,
    kind: str = "",
    theme: str | None = None,
) -> PlanImport:
    """Accept or skip proposals, or undo that.

    Args:
        by: who judges.
        plan_import: one that is not finished.
        proposals: their ids.
        deed: "accepted", "skipped" or "open" (undone).
        kind: another kind of block; empty leaves it.
        theme: another theme; ``None`` leaves it.

    Raises:
        PlanRefused: there is no such proposal, it cannot be of that kind, or the import is
            finished.
        NotAllowed: the actor does not write plans.
    """
    check_import(by)
    row = _open(plan_import)
    found, names = proposals_by_id(row.found), theme_names(row)
    for code in proposals:
        if code not in found:
            raise PlanRefused("Dit voorstel bestaat niet. Ververs de pagina en probeer opnieuw.")
        now = judged(found[code], row.settled)
        if deed == OPEN:
            row.settled.pop(code, None)
            continue
        wanted = {
            "deed": deed,
            "kind": kind or now["kind"],
            "theme": now["theme"] if theme is None else theme,
        }
        if deed == ACCEPT:
            refuse_when(choice_problem(wanted["kind"], wanted["theme"], names), PlanRefused)
        row.settled[code] = wanted
    row.revision += 1
    row.save(update_fields=["settled", "revision"])
    record("plan.import_judged", by=by, subject=row, number=len(proposals), deed=deed)
    return row


@transaction.atomic
def finish_import(
    *,
    by: Actor,
    plan_import: PlanImport,
    into: Plan | None = None,
    first_year: int = 0,
    last_year: int = 0,
    title: str = "",
    picture: Picture | None = None,
) -> PlanImport:
    """Take the accepted proposals over, all of them or none, and remove their words.

    Args:
        by: who does.
        plan_import: one with at least one accepted proposal.
        into: a draft; when left out a new plan of the years and the title is begun, which then
            holds only what was taken over.
        picture: the adopted picture that a new plan rests on.

    Raises:
        PlanRefused: nothing is accepted, the import is finished, or the plan cannot be begun or
            written.
        NotAllowed: the actor does not write plans, or ``into`` is no draft.
    """
    check_import(by)
    row = _open(plan_import)
    wanted = accepted(row)
    if not wanted:
        raise PlanRefused("Neem eerst ten minste één voorstel over.")
    plan = into or start_plan(
        by=by,
        first_year=first_year,
        last_year=last_year,
        title=cleaned(title),
        picture=picture,
    )
    written = write_all(by, plan, wanted, theme_names(row))
    if into is None:
        clear_untouched(by, plan, written)
        order_themes(by, plan, wanted)
    row.found = without_words(row.found, report(row, written))
    row.plan, row.settled, row.finished_on = plan, {}, timezone.localdate()
    row.revision += 1
    row.save()
    taken = sum(one.block is not None for one in written)
    record("plan.import_finished", by=by, subject=row, plan=plan.pk, taken=taken)
    return row


@transaction.atomic
def stop_import(*, by: Actor, plan_import: PlanImport) -> None:
    """Remove an import that is not finished, with everything that was found.

    Raises:
        PlanRefused: it is finished.
        NotAllowed: the actor does not write plans.
    """
    check_import(by)
    row = _open(plan_import)
    record("plan.import_stopped", by=by, subject=row)
    row.delete()


def _keep(by: Actor, file_name: str, sha256: str, document: Document) -> PlanImport:
    found = as_plain(document, recognise(document, knowledge()))
    row = PlanImport.objects.create(
        tenant_id=by.tenant_id,
        file_name=_name(file_name),
        sha256=sha256,
        found=found,
        made_by_id=by.member_id,
        made_at=timezone.now(),
    )
    record("plan.import_read", by=by, subject=row, proposals=len(found["proposals"]))
    return row


def _name(file_name: str) -> str:
    bare = cleaned(file_name.replace("\\", "/").rsplit("/", 1)[-1])
    return bare[-LONGEST_NAME:] or PASTED


def _open(plan_import: PlanImport) -> PlanImport:
    row = held(plan_import, PlanRefused)
    if row.finished_on:
        raise PlanRefused(DONE)
    return row
