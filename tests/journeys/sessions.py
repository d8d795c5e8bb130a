"""A session that is ready to be held, in the demo of an installation."""

from __future__ import annotations

import subprocess
import sys

from tests import provisions
from tests.journeys.installation import Installation

_PREPARE = """
import django
django.setup()
from django.db import transaction
from django.utils import timezone
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of
from integraal.policy.picture.models import Picture
from integraal.policy.priorities.actions import start_session
with transaction.atomic():
    set_tenant(Tenant.objects.get(slug="molendrecht").pk)
    adviser = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
    picture = Picture.objects.filter(state="adopted").latest("year")
    print(start_session(by=adviser, picture=picture, title="Prioriteitensessie",
                        held_on=timezone.localdate(), place="raadszaal").pk)
"""


def prepared_session(installation: Installation) -> str:
    """Prepare a session on the adopted picture of the demo; return its identifier."""
    done = subprocess.run(
        [sys.executable, "-c", _PREPARE],
        cwd=provisions.REPOSITORY,
        env={
            **provisions.environment_for(installation.database),
            "PYTHONPATH": str(provisions.REPOSITORY),
            "DJANGO_SETTINGS_MODULE": "integraal.config.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.split()[-1]
