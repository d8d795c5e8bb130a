"""Load the demo: what is there already stays as it is, so people may go on working in it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.audit.actors import Actor, the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.actions import add_organisation
from integraal.foundation.people.queries import organisations
from integraal.knowledge.figures.queries import snapshots
from integraal.knowledge.figures.rounds.actions import make_round
from integraal.knowledge.figures.rounds.telling import told_of_round
from integraal.portal.setting_up import steps
from integraal.portal.setting_up.area_file import read_areas
from integraal.portal.setting_up.demo_council import load_council
from integraal.portal.setting_up.demo_files import (
    DemoMunicipality,
    demo_municipalities,
)
from integraal.portal.setting_up.demo_monitoring import load_monitoring
from integraal.portal.setting_up.demo_partners import load_partners
from integraal.portal.setting_up.demo_pictures import load_picture
from integraal.portal.setting_up.demo_plans import load_plan
from integraal.portal.setting_up.demo_programmes import load_programme
from integraal.portal.setting_up.demo_reports import load_report
from integraal.portal.setting_up.demo_sessions import load_session
from integraal.portal.setting_up.demo_tables import load_table
from integraal.portal.setting_up.register import setting_up
from integraal.portal.setting_up.steps import Report


def load_demo(*, folder: Path, report: Report) -> None:
    """Load every municipality in ``folder``: all or nothing, and a second time nothing new.

    Args:
        folder: the folder ``demo`` of the repository.
        report: gets one Dutch sentence per step.

    Raises:
        NoOwnerConnection: the register of tenants cannot be written.
        SettingUpProblem: a file of the demo is refused.
    """
    with setting_up() as enter:
        for municipality in demo_municipalities(folder):
            tenant = enter(slug=municipality.slug, name=municipality.name, is_fictitious=True)
            with tenant_scope(tenant.pk):
                for sentence in _load(municipality, tenant):
                    report(f"{municipality.name}: {sentence}")


def _load(municipality: DemoMunicipality, tenant: Tenant) -> Iterable[str]:
    by = the_product(tenant.pk)
    yield _areas(municipality, tenant, by)
    yield _people(municipality, by)
    if municipality.partners:
        yield load_partners(municipality.partners)
    yield _figures(municipality, by)
    for table in municipality.tables:
        yield load_table(table)
    yield told_of_round(make_round(by=by))
    for picture in municipality.pictures:
        yield load_picture(picture)
    for session in municipality.sessions:
        yield load_session(session)
    for plan in municipality.plans:
        yield load_plan(plan)
    yield from _what_came_of_it(municipality)


def _what_came_of_it(municipality: DemoMunicipality) -> Iterable[str]:
    for programme in municipality.programmes:
        yield load_programme(programme)
    if municipality.monitoring:
        yield load_monitoring(municipality.monitoring)
    if municipality.council:
        yield load_council(municipality.council)
    for told in municipality.reports:
        yield load_report(told)


def _areas(municipality: DemoMunicipality, tenant: Tenant, by: Actor) -> str:
    if municipality_on(timezone.localdate()):
        return "de gebieden staan er al."
    path = municipality.areas_file
    drawn = read_areas(steps.read_bytes(path), path.name)
    count = steps.add_areas(by=by, tenant=tenant, year=None, drawn=drawn)
    neighbours = municipality.neighbours
    steps.add_surroundings(by=by, region=municipality.region, neighbours=neighbours)
    return f"gebieden toegevoegd: {count}, en buurgemeenten: {len(neighbours)}."


def _people(municipality: DemoMunicipality, by: Actor) -> str:
    known = {organisation.name: organisation for organisation in organisations()}
    for name, kind in municipality.organisations:
        if name not in known:
            known[name] = add_organisation(by=by, name=name, kind=kind)
    home = municipality.organisations[0][0]
    added = [
        steps.add_person(
            by=by,
            name=person.name,
            email=person.email,
            role=person.role,
            organisation=known[person.organisation or home],
            function=person.function,
        )
        for person in municipality.people
    ]
    count = sum(member is not None for member in added)
    return f"mensen toegevoegd: {count}." if count else "de mensen staan er al."


def _figures(municipality: DemoMunicipality, by: Actor) -> str:
    known = {snapshot.sha256 for snapshot in snapshots()}
    new = [
        path
        for path in municipality.figure_files
        if hashlib.sha256(path.read_bytes()).hexdigest() not in known
    ]
    loaded = [
        steps.load_file(by=by, path=path, accessed_on=municipality.figures_accessed_on)
        for path in new
    ]
    if not loaded:
        return "de cijfers staan er al."
    count = sum(one.added + one.revised for one in loaded)
    return f"verzonnen cijfers ingelezen: {count}, uit bestanden: {len(loaded)}."
