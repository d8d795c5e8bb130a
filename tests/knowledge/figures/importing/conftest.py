"""A municipality with districts of 2024, a partner, and the adviser at the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from integraal.foundation.areas.actions import NewArea, add_area
from integraal.foundation.areas.models import Area
from integraal.foundation.people.actions import add_organisation
from integraal.foundation.people.models import Organisation
from tests.provisions import superuser_dsn

START = date(2024, 1, 1)


@pytest.fixture
def districts(adviser) -> dict[str, Area]:
    """Molendrecht in the division of 2024: two districts with codes, and a park without."""
    whole = add_area(
        by=adviser,
        area=NewArea("municipality", "Molendrecht", START, code="GM9901", code_year=2024),
    )
    parts = [
        NewArea("district", "Centrum", START, number=1, code="WK990100", code_year=2024),
        NewArea("district", "Zandwijk", START, number=2, code="WK990101", code_year=2024),
        NewArea("recreation_park", "Het Rietland", START, number=3),
    ]
    added = [add_area(by=adviser, area=part, within=whole) for part in parts]
    return {area.name: area for area in (whole, *added)}


@pytest.fixture
def youth_work(adviser) -> Organisation:
    from integraal.foundation.audit.actors import the_product

    by = the_product(adviser.tenant_id)
    return add_organisation(by=by, name="Jongerenwerk De Brug (fictief)", kind="youth")


@pytest.fixture
def at_work(client, sign_in, adviser, districts, youth_work) -> Client:
    return sign_in(client, adviser)


@pytest.fixture
def division_of_2022(districts) -> Iterator[None]:
    """In the national division of 2022 Molendrecht had another district; the owner enters it."""
    with psycopg.connect(superuser_dsn()) as owner:
        owner.execute("UPDATE database_tenant SET code = 'GM9901' WHERE slug = 'molendrecht'")
        owner.execute(
            "INSERT INTO areas_codedarea (code, year, kind, name, within_code, province) "
            "VALUES ('WK990199', 2022, 'district', 'Oud-Zandwijk', 'GM9901', '')"
        )
    yield
    with psycopg.connect(superuser_dsn()) as owner:
        owner.execute("UPDATE database_tenant SET code = '' WHERE slug = 'molendrecht'")
        owner.execute("DELETE FROM areas_codedarea WHERE code = 'WK990199'")


@pytest.fixture
def choose(at_work) -> Callable[..., Any]:
    """Choose a file on the first page; returns the answer."""

    def chosen(content: bytes, name: str = "meldingen.csv") -> Any:
        return at_work.post("/cijfers/inlezen/", {"file": SimpleUploadedFile(name, content)})

    return chosen


@pytest.fixture
def filled(at_work, choose, youth_work) -> Callable[..., Any]:
    """Choose a file, fill in its columns as proposed and as given, and go to the check."""

    def done(content: bytes, **given: Any) -> Any:
        answer = choose(content)
        assert answer.status_code == 302, answer.content.decode()
        return fill(at_work, answer["Location"], youth_work, **given)

    return done


def fill(client: Client, address: str, organisation: Organisation, **given: Any) -> Any:
    """Send the form of the columns as it was proposed, with some fields changed."""
    form = client.get(address).context["form"]
    data = {}
    for name in form.fields:
        value = form[name].value()
        data[name] = "" if value is None else value
    data["sheet"] = form.table.sheet
    data["organisation"] = data["organisation"] or str(organisation.pk)
    data |= given
    return client.post(address, data, follow=True)
