"""Set up one real municipality: its areas, its first administrator, and its first figures."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.audit.actors import the_product
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.actions import add_organisation
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.roles import ADMINISTRATOR
from integraal.portal.setting_up import steps
from integraal.portal.setting_up.area_file import DrawnArea, read_areas
from integraal.portal.setting_up.problems import SettingUpProblem
from integraal.portal.setting_up.register import setting_up
from integraal.portal.setting_up.steps import Report

_CODE = re.compile(r"GM\d{4}", re.ASCII)


@dataclass(frozen=True)
class NewMunicipality:
    """What is needed to begin.

    Attributes:
        slug: short name in addresses, such as "opmeer".
        name: without "gemeente".
        code: CBS code, such as "GM0432".
        areas_file: GeoJSON of its districts, in WGS84.
        areas_year: year of the division of those areas; ``None``: as the file says.
        administrator_name, administrator_email: who will manage people and roles.
        figure_files: StatLine screen exports.
        accessed_on: the day on which those were downloaded.
    """

    slug: str
    name: str
    code: str
    areas_file: Path
    areas_year: int | None
    administrator_name: str
    administrator_email: str
    figure_files: tuple[Path, ...]
    accessed_on: date


def add_municipality(*, municipality: NewMunicipality, report: Report) -> Member:
    """Set up a municipality: all or nothing.

    Args:
        municipality: what to set up.
        report: gets one Dutch sentence per step.

    Returns:
        The administrator, who has no password yet.

    Raises:
        NoOwnerConnection: the register of tenants cannot be written.
        SettingUpProblem: something about the municipality or a file is not right.
    """
    if sentences := _problems(municipality):
        raise SettingUpProblem(sentences)
    path = municipality.areas_file
    drawn = read_areas(steps.read_bytes(path), path.name, year=municipality.areas_year)
    year = municipality.areas_year or next((one.code_year for one in drawn if one.code), None)
    if year is None:
        raise SettingUpProblem("Van welk jaar zijn de gebieden? Geef dat met --areas-year.")
    if strange := _of_another(drawn, municipality.code):
        raise SettingUpProblem(
            f"{path.name}: {strange} hoort niet bij {municipality.code}. Kijk --code na, of kies "
            "een bestand met alleen de gebieden van deze gemeente."
        )
    with setting_up() as enter:
        tenant = enter(
            slug=municipality.slug, name=municipality.name.strip(), code=municipality.code
        )
        with tenant_scope(tenant.pk):
            if municipality_on(timezone.localdate()):
                raise SettingUpProblem(
                    f"De gemeente {municipality.slug} is er al. Kies een andere --slug, "
                    "of werk verder in het product."
                )
            by = the_product(tenant.pk)
            count = steps.add_areas(by=by, tenant=tenant, year=year, drawn=drawn)
            report(f"{tenant.name} ({tenant.code}): gebieden van {year} toegevoegd: {count}.")
            home = add_organisation(
                by=by, name=f"Gemeente {tenant.name}", kind=Organisation.Kind.MUNICIPALITY
            )
            administrator = steps.add_person(
                by=by,
                name=municipality.administrator_name,
                email=municipality.administrator_email,
                role=ADMINISTRATOR.code,
                organisation=home,
                function=ADMINISTRATOR.name,
            )
            assert administrator is not None, "a municipality without areas has no people"
            report(f"{administrator.name} is functioneel beheerder.")
            for file in municipality.figure_files:
                loaded = steps.load_file(by=by, path=file, accessed_on=municipality.accessed_on)
                report(
                    f"{file.name}: cijfers ingelezen: {loaded.added}, veranderd: {loaded.revised}, "
                    f"gelijk: {loaded.same}."
                )
    return administrator


def _problems(municipality: NewMunicipality) -> list[str]:
    """Everything that is wrong with the words given."""
    sentences = []
    if not _accepts(validate_slug, municipality.slug) or len(municipality.slug) > 50:
        sentences.append("Schrijf --slug in kleine letters zonder spaties, zoals opmeer.")
    if not 0 < len(municipality.name.strip()) <= 100:
        sentences.append("Geef met --name de naam van de gemeente, zoals Opmeer.")
    if not _CODE.fullmatch(municipality.code):
        sentences.append("Geef met --code de code van het CBS: GM en vier cijfers, zoals GM0432.")
    if municipality.areas_year is not None and not 1990 < municipality.areas_year < 2100:
        sentences.append("Geef met --areas-year het jaar van de gebieden, zoals 2024.")
    if not _accepts(validate_email, municipality.administrator_email):
        sentences.append("Geef met --administrator-email een mailadres, zoals beheer@gemeente.nl.")
    if not 0 < len(municipality.administrator_name.strip()) <= 120:
        sentences.append("Geef met --administrator-name de naam van de functioneel beheerder.")
    if municipality.accessed_on > timezone.localdate():
        sentences.append(
            "De dag van --accessed-on ligt in de toekomst. Geef de dag van downloaden."
        )
    return sentences


def _of_another(drawn: list[DrawnArea], code: str) -> str | None:
    """Return a district or neighbourhood whose CBS code is not of the municipality ``code``."""
    others = (one for one in drawn if one.code[:2] in {"WK", "BU"} and one.code[2:6] != code[2:])
    found = next(others, None)
    return f"{found.name} ({found.code})" if found else None


def _accepts(validator: object, value: str) -> bool:
    try:
        validator(value)  # type: ignore[operator]
    except ValidationError:
        return False
    return True
