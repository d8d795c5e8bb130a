"""Partners and covenants are found by who may read them; contact persons are not."""

from dataclasses import replace

import pytest

from integraal.foundation.audit.actors import Through
from integraal.foundation.partners.contacts.actions import add_contact
from integraal.foundation.partners.contacts.reach import Reach
from integraal.foundation.partners.models import Covenant, Profile
from integraal.foundation.people.models import Organisation
from integraal.portal.search.queries import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(adviser):
    found = Organisation.objects.create(
        tenant_id=adviser.tenant_id, kind="other", name="Scholengroep De Molen"
    )
    Profile.objects.create(
        tenant_id=adviser.tenant_id, organisation=found, role="Signaleert wegblijven van leerlingen"
    )
    Covenant.objects.create(
        tenant_id=adviser.tenant_id, title="Convenant veilige scholen", purpose="Rust op het plein"
    )
    return found


def found(by, words):
    return [(one.kind, one.title) for one in search(by, words)]


def test_a_member_finds_a_partner_by_name_or_role_and_a_covenant_by_purpose(
    adviser, employ, school
):
    for by in (adviser, employ("councillor")):
        assert ("Partner", school.name) in found(by, "scholengroep")
        assert ("Partner", school.name) in found(by, "leerlingen")
        assert ("Convenant", "Convenant veilige scholen") in found(by, "op het plein")


def test_a_contact_person_is_not_found(adviser, school):
    reach = Reach("Yara Verzonnen", "zorgcoördinator", mail="yara@example.org")
    add_contact(by=adviser, organisation=school, reach=reach)
    for words in ("Yara", "Verzonnen", "zorgcoördinator", "yara@example.org"):
        assert found(adviser, words) == []


def test_a_reader_by_link_finds_no_partner(adviser, school):
    assert found(replace(adviser, through=Through.LINK), "scholengroep") == []
