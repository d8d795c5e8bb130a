"""Make one municipality ready: areas of the right years, its figures, and what to compare with."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from integraal.foundation.areas.models import Area, AreaKind, CodedArea
from integraal.foundation.audit.actors import Actor, the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.actions import add_organisation
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.roles import ADMINISTRATOR
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.models import Dataset
from integraal.knowledge.figures.national.fetching import Progress
from integraal.knowledge.figures.national.snapshots import publish_snapshot, reader, regions_of
from integraal.knowledge.sources.national.engine import Engine
from integraal.knowledge.sources.national.store import Kept, Store
from integraal.portal.setting_up import steps
from integraal.portal.setting_up.problems import SettingUpProblem
from integraal.portal.setting_up.ready.bringing_in import Brought, read_folder, write_divisions
from integraal.portal.setting_up.ready.fetching import fetch_sources, fetchable
from integraal.portal.setting_up.ready.own_areas import (
    add_own_areas,
    division_from_codes,
    divisions_of,
)
from integraal.portal.setting_up.ready.own_figures import (
    division_year_of,
    load_own_figures,
)
from integraal.portal.setting_up.ready.telling import closing_lines
from integraal.portal.setting_up.register import setting_up
from integraal.portal.setting_up.steps import Report

_CODE = re.compile(r"GM\d{4}", re.ASCII)


@dataclass(frozen=True)
class Wanted:
    """Which municipality, from which data, and who manages it.

    Attributes:
        code: CBS code, such as "GM0432".
        folder: with open data; None: fetch it from the publishers.
        accessed_on: the day the files were taken from their sources, where they do not tell.
        administrator_name, administrator_email: of who will manage people and roles; empty when
            the municipality is there already.
    """

    code: str
    folder: Path | None
    accessed_on: date
    administrator_name: str = ""
    administrator_email: str = ""


def make_ready(
    wanted: Wanted, store: Store, report: Report, progress: Progress | None = None
) -> Member | None:
    """Make a municipality ready; a second time adds only what is new.

    Args:
        wanted: what is asked.
        store: of national tables.
        report: gets one Dutch sentence per step.
        progress: while fetching: rows done, rows in all, and seconds left.

    Returns:
        The administrator when one was added.

    Raises:
        FetchProblem: a publisher did not answer; the same command goes on where it was.
        NoOwnerConnection: the national tables cannot be written.
        SettingUpProblem: something is not right; no table was changed.
    """
    if not _CODE.fullmatch(wanted.code):
        raise SettingUpProblem("Geef de code van het CBS: GM en vier cijfers, zoals GM0432.")
    if wanted.folder:
        with store.all_or_nothing():
            brought = read_folder(
                wanted.folder, store, accessed_on=wanted.accessed_on, report=report
            )
            name = _name_of(wanted.code, brought)
    else:
        brought = Brought()
        fetch_sources(fetchable(), wanted.code, store, report=report, progress=progress)
        name = _name_of(wanted.code, brought)
    write_divisions(brought, report)
    kept = everything(store)
    publish_all(kept, report)
    with setting_up() as enter:
        known = Tenant.objects.filter(code=wanted.code).first()
        tenant = known or enter(slug=slugify(name), name=name, code=wanted.code)
        with tenant_scope(tenant.pk):
            by = the_product(tenant.pk)
            fill(by=by, tenant=tenant, kept=kept, report=report)
            return _administrator(by, tenant, wanted, report)


@transaction.atomic
def fill(
    *,
    by: Actor,
    tenant: Tenant,
    kept: Sequence[Kept],
    report: Report,
    step: Callable[[int], None] = lambda done: None,
) -> None:
    """Give a municipality its areas and figures out of the store; inside its own scope.

    Args:
        by: who does it.
        tenant: the municipality that the transaction works for.
        kept: snapshots, those that only fill in first.
        report: gets one Dutch sentence per step.
        step: gets how many snapshots are done.
    """
    with reader() as engine:
        _fill(by, tenant, kept, report, step, engine)
    for line in closing_lines(tenant):
        report(line)


def _fill(
    by: Actor,
    tenant: Tenant,
    kept: Sequence[Kept],
    report: Report,
    step: Callable[[int], None],
    engine: Engine,
) -> None:
    divisions = divisions_of(tenant.code)
    regions = {one.sha256: regions_of(engine, one, tenant.code) for one in kept}
    for one in kept:
        year = one.provenance.get("division_year")
        if regions[one.sha256] and year and year not in divisions:
            divisions[year] = division_from_codes(regions[one.sha256])
            report(f"Indeling {year}: alleen codes, de namen van toen staan in geen bestand.")
    added = add_own_areas(by=by, name=tenant.name, code=tenant.code, divisions=divisions)
    for year, count in added.items():
        if count:
            report(f"{tenant.name}: {count} gebieden van {year} toegevoegd.")
    codes = {year: {one.code for one in areas} for year, areas in divisions.items()}
    areas = list(Area.objects.exclude(code=""))
    for done, one in enumerate(kept, start=1):
        own = regions[one.sha256]
        load_own_figures(
            by=by,
            engine=engine,
            kept=one,
            areas=areas,
            tenant=tenant,
            regions=own,
            year=division_year_of(one, own, codes),
            report=report,
        )
        step(done)


def publish_all(kept: Sequence[Kept], report: Report) -> None:
    """Publish every snapshot for comparison; those that were published before are left as is."""
    codes, known = _codes_by_name(), set(Dataset.objects.values_list("sha256", flat=True))
    with reader() as engine:
        for one in kept:
            if one.sha256 not in known:
                _publish(engine, one, codes, report)


def _publish(engine: Engine, kept: Kept, codes: Mapping[str, str], report: Report) -> None:
    outcome = publish_snapshot(engine, kept, codes)
    published = outcome.published
    if published.added or published.revised:
        report(
            f"{published.dataset.title}: {published.added} cijfers van gemeenten en het land "
            f"toegevoegd, {published.revised} herzien."
        )
        if outcome.unknown_names:
            report(
                f"{published.dataset.title}: {len(outcome.unknown_names)} namen zijn geen "
                f"gemeente van nu, zoals {outcome.unknown_names[0]}. Die zijn niet te vergelijken."
            )


def everything(store: Store) -> list[Kept]:
    """Return all snapshots: what only fills in first, then by the day they were taken."""
    known = sources()
    found = [one for code in store.sources() if code in known for one in store.snapshots(code)]
    return sorted(
        found,
        key=lambda one: (
            bool(known[one.source].levels),
            one.provenance["accessed_on"],
            one.source,
            one.vintage,
        ),
    )


def _name_of(code: str, brought: Brought) -> str:
    newest = CodedArea.objects.filter(code=code).order_by("-year").first()
    name = brought.municipalities().get(code) or (newest.name if newest else "")
    if not name:
        raise SettingUpProblem(
            f"Er is geen gemeente met de code {code} in de gegevens. Kijk de code na, of geef met "
            "--data een map waarin de lijst van gebieden van het CBS staat."
        )
    return name


def _codes_by_name() -> dict[str, str]:
    """Return casefolded name to code of every municipality, the newest division last."""
    rows = CodedArea.objects.filter(kind=AreaKind.MUNICIPALITY).order_by("year")
    return {name.casefold(): code for name, code in rows.values_list("name", "code")}


def _administrator(by: Actor, tenant: Tenant, wanted: Wanted, report: Report) -> Member | None:
    if not wanted.administrator_email:
        return None
    home = Organisation.objects.filter(kind=Organisation.Kind.MUNICIPALITY).first()
    home = home or add_organisation(
        by=by, name=f"Gemeente {tenant.name}", kind=Organisation.Kind.MUNICIPALITY
    )
    added = steps.add_person(
        by=by,
        name=wanted.administrator_name or ADMINISTRATOR.name,
        email=wanted.administrator_email,
        role=ADMINISTRATOR.code,
        organisation=home,
        function=ADMINISTRATOR.name,
    )
    if added:
        report(f"{added.name} is functioneel beheerder.")
    return added
