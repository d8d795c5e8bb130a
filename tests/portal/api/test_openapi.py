"""What the API says of itself holds: schemathesis tries every operation with all sorts of input."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from integraal.config.wsgi import application
from integraal.foundation.people.actions import make_token
from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.writing.actions import write_text
from integraal.portal.api import root
from integraal.portal.api.root import api

SCOPES = [
    "picture:read", "picture:write", "session:read", "session:write", "plan:read", "plan:write",
    "programme:read", "programme:write", "partners:read", "partners:write",
    "monitoring:read", "monitoring:write", "account:read", "account:write",
    "figures:read", "figures:write", "audit:read",
]  # fmt: skip


@pytest.fixture
def key(employ, loaded) -> str:
    by = employ("adviser", "administrator", "privacy_officer")
    picture = start_picture(by=by, year=2025)
    write_text(by=by, picture=picture, theme="jeugd", text="Tekst.", base_revision=0)
    ends_on = timezone.localdate() + timedelta(days=30)
    return make_token(by=by, name="proef", scopes=SCOPES, ends_on=ends_on)[1]


@pytest.fixture
def api_schema(db):
    # Called as WSGI, Django would close the connection that holds the test's transaction.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield _schema()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _schema():
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


OPERATIONS = [
    operation["operationId"]
    for path in api.get_openapi_schema()["paths"].values()
    for operation in path.values()
]


# No description can say which bytes are a file of StatLine, a plan or a workbook.
OF_A_FILE = {
    "loadFile", "readPlanFile", "readPlanText", "checkProgrammeWorkbook",
    "takeOverProgrammeWorkbook",
}  # fmt: skip


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_does_what_its_description_says(name, api_schema, key):
    """Any input gives an answer that the description promises, and never an error of ours."""

    @given(case=api_schema.find_operation_by_id(name).as_strategy())
    @settings(
        max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def holds(case):
        except_for = [positive_data_acceptance] if name in OF_A_FILE else []
        case.call_and_validate(
            headers={"Authorization": f"Bearer {key}"}, excluded_checks=except_for
        )

    holds()


def test_the_description_is_openapi_31_and_names_every_operation(client):
    answer = client.get("/api/v1/openapi.json").json()
    assert answer["openapi"].startswith("3.1")
    named = {
        operation["operationId"] for path in answer["paths"].values() for operation in path.values()
    }
    assert {"listPictures", "readPicture", "listFigures", "listEvents", "writeText"} <= named


def test_every_schema_has_a_name_of_its_own():
    """Of two with the same name the description would show one, in the place of both."""
    folder = Path(root.__file__).parent
    names = Counter(
        name
        for path in folder.glob("*.py")
        for name in re.findall(r"^class (\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert [name for name, many in names.items() if many > 1] == []
