"""A load balancer hears whether the product can do its work, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.architecture.tree import REPOSITORY

_ASK = """
import django
django.setup()
from django.test import Client
page = Client().get("/gezond")
print(page.status_code, page.content.decode())
django.db.connection.close_pool()
"""


@pytest.mark.usefixtures("db")
def test_a_working_product_is_healthy(client: Client) -> None:
    page = client.get("/gezond")
    assert page.status_code == 200
    assert json.loads(page.content) == {"gezond": True}


@pytest.mark.usefixtures("db")
def test_it_needs_no_session_no_tenant_and_no_known_host(client: Client) -> None:
    client.cookies["integraal_sessie"] = "onbekend"
    page = client.get("/gezond", headers={"host": "10.0.0.7"})
    assert page.status_code == 200
    assert not page.cookies


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("INTEGRAAL_")},
        "DJANGO_SETTINGS_MODULE": "integraal.config.settings",
        "DATABASE_URL": f"postgresql://integraal_app:geheim@/nergens?host={tmp_path}",
        "INTEGRAAL_SECRET_KEY": "alleen-voor-tests",
        "INTEGRAAL_ALLOWED_HOSTS": "testserver",
        "PYTHONPATH": str(REPOSITORY),
    }
    environment.pop("OWNER_DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", _ASK], check=False, capture_output=True, text=True, env=environment
    )
    assert done.stdout.startswith("503 "), done.stderr
    assert json.loads(done.stdout[4:]) == {"gezond": False, "database": "onbereikbaar"}
    assert "geheim" not in done.stdout + done.stderr
