"""What every test may ask for: tenants, people in a role, a signed-in client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings as hypothesis_settings

from tests import provisions
from tests.provisions import employ_at, enter
from tests.statline import screen_export, square

if TYPE_CHECKING:
    from django.test import Client

    from integraal.foundation.areas.models import Area
    from integraal.foundation.audit.actors import Actor
    from integraal.foundation.database.models import Tenant

# No test is timed: a busy machine would fail it.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")
provisions.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    provisions.clean_up()


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """The databases are made before Django starts; there is nothing left to set up."""


@pytest.fixture(autouse=True)
def _fast_passwords(settings: Any) -> None:
    """Hash test passwords fast; everything else is as in production."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def molendrecht(db: None) -> Iterator[Tenant]:
    """The tenant at work; the transaction of the test works for it."""
    from integraal.foundation.database.tenancy import tenant_scope

    tenant = enter("molendrecht", "Molendrecht")
    with tenant_scope(tenant.pk):
        yield tenant


@pytest.fixture
def oostwaard(db: None) -> Tenant:
    """Another tenant, whose rows nobody at Molendrecht may see."""
    return enter("oostwaard", "Oostwaard")


@pytest.fixture
def employ(molendrecht: Tenant) -> Callable[..., Actor]:
    """Give somebody access to Molendrecht in some roles; returns them as the one who does deeds."""
    return lambda *role_codes, name="": employ_at(molendrecht, *role_codes, name=name)


@pytest.fixture
def adviser(employ: Callable[..., Actor]) -> Actor:
    return employ("adviser")


@pytest.fixture
def mayor(employ: Callable[..., Actor]) -> Actor:
    return employ("mayor")


@pytest.fixture
def fpo(employ: Callable[..., Actor]) -> Actor:
    """The data protection officer (functionaris gegevensbescherming)."""
    return employ("data_protection_officer")


@pytest.fixture
def administrator(employ: Callable[..., Actor]) -> Actor:
    return employ("administrator")


@pytest.fixture
def client(db: None) -> Client:
    """A browser without screen; each request begins with no tenant, as it does in production."""
    from django.test import Client

    from integraal.foundation.database.tenancy import current_tenant_id, set_tenant, set_user

    class EachRequestItsOwnScope(Client):
        def request(self, **request: Any) -> Any:
            before = current_tenant_id()
            set_tenant(None)
            set_user(None)
            try:
                return super().request(**request)
            finally:
                set_tenant(before)

    return EachRequestItsOwnScope()


@pytest.fixture
def sign_in() -> Callable[[Client, Actor], Client]:
    """Sign a test client in as an actor, through Django's own session."""

    def signed_in(client: Client, who: Actor) -> Client:
        from integraal.foundation.people.models import Member
        from integraal.foundation.people.scope import SESSION_MEMBER

        member = Member.objects.select_related("user").get(pk=who.member_id)
        client.force_login(
            member.user, backend="integraal.foundation.people.sign_in.PasswordBackend"
        )
        session = client.session
        session[SESSION_MEMBER] = str(member.pk)
        session.save()
        return client

    return signed_in


@pytest.fixture
def areas(adviser: Actor) -> dict[str, Area]:
    """Molendrecht with a centre, a village and a park where hardly anybody lives."""
    from integraal.foundation.areas.actions import NewArea, add_area

    start = date(2000, 1, 1)
    whole = add_area(by=adviser, area=NewArea("municipality", "Molendrecht", start))
    parts = [
        NewArea("village", "Centrum", start, number=1, geometry=square(4.90, 52.70)),
        NewArea("village", "Zandwijk", start, number=2, geometry=square(4.92, 52.70)),
        NewArea(
            "recreation_park",
            "Het Rietland",
            start,
            number=3,
            geometry=square(4.94, 52.70),
            few_inhabitants=True,
        ),
    ]
    added = [add_area(by=adviser, area=part, within=whole) for part in parts]
    return {area.name: area for area in (whole, *added)}


@pytest.fixture
def loaded(adviser: Actor, areas: dict[str, Area]) -> dict[str, Area]:
    """Inhabitants and nuisance of 2019 to 2025, read from files as the screens read them."""
    from integraal.knowledge.figures.actions import load_figures
    from integraal.knowledge.figures.reading import read_file

    years = list(range(2019, 2026))
    files = {
        "overlast.csv": screen_export(
            {
                "Molendrecht": [126, 168, 159, 141, 138, 131, 125],
                "Centrum": [60, 80, 70, 70, 70, 65, 90],
                "Zandwijk": [60, 80, 80, 65, 62, 60, 26],
                "Het Rietland": [6, 8, 9, 6, 6, 6, 9],
                "Elders": [1, 2, 3, 4, 5, 6, 7],
            },
            years,
        ),
        "inwoners.csv": screen_export(
            {
                "Molendrecht": [12300] * 7,
                "Centrum": [6100] * 7,
                "Zandwijk": [6100] * 7,
                "Het Rietland": [100] * 7,
            },
            years,
            title="Regionale kerncijfers Nederland 2026",
            selection="",
            subject="Totale bevolking",
            footer="Bron: CBS",
        ),
    }
    for name, content in files.items():
        load_figures(by=adviser, reading=read_file(content, name, date(2026, 3, 2)))
    return areas
