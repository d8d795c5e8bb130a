"""A session to hold, with three themes and two criteria, and people in it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.models import Picture
from integraal.policy.priorities.joining.actions import join
from integraal.policy.priorities.joining.people import Who
from integraal.policy.priorities.joining.queries import participant_actor
from integraal.policy.priorities.leading.actions import open_door
from integraal.policy.priorities.models import Candidate, Criterion, Participant, Session

THEMES = {"ondermijning": "Ondermijning", "jeugd": "Jeugd en veiligheid", "digitaal": "Digitaal"}
CRITERIA = {"impact": "Invloed op Molendrecht", "trend": "Landelijke trend"}
Joined = tuple[Participant, str]


@pytest.fixture
def prepare(adviser: Actor, adopted: Picture) -> Callable[..., Session]:
    """Prepare a session with three themes and two criteria, however it is to be scored."""

    def prepared(**given: object) -> Session:
        tenant = {"tenant_id": adviser.tenant_id}
        session = Session.objects.create(
            **tenant,
            title="Prioriteiten 2027-2030",
            picture=adopted,
            lineage=uuid.uuid4(),
            place="raadszaal",
            **given,
        )
        for order, (code, name) in enumerate(THEMES.items(), start=1):
            Candidate.objects.create(
                **tenant, session=session, order=order, code=code, name=name, short_name=name
            )
        for order, (code, name) in enumerate(CRITERIA.items(), start=1):
            Criterion.objects.create(
                **tenant, session=session, order=order, code=code, name=name, question=f"{name}?"
            )
        return session

    return prepared


@pytest.fixture
def session(prepare: Callable[..., Session]) -> Session:
    return prepare()


@pytest.fixture
def held(adviser: Actor, session: Session) -> Session:
    """The session with its door open."""
    return open_door(by=adviser, session=session)


@pytest.fixture
def come_in(held: Session) -> Callable[..., Joined]:
    """Let somebody in by the code; returns them with the secret of their link."""

    def joined(name: str, group: str = "resident", organisation: str = "", session=held):
        by = participant_actor(session.tenant_id)
        return join(by=by, session=session, who=Who(name, group, organisation))

    return joined


@pytest.fixture
def score(client: Client) -> Callable[..., Any]:
    """Save changes as the script on a phone does."""

    def saved(secret: str, changes: dict[str, object], *, done: bool = False) -> Any:
        return client.post(
            reverse("participant-save", args=[secret]),
            json.dumps({"changes": changes, "done": done}),
            content_type="application/json",
            HTTP_ACCEPT="application/json",
        )

    return saved


@pytest.fixture
def everything() -> Callable[[int], dict[str, object]]:
    """The same mark for every theme and criterion."""
    return lambda mark: {f"{theme}:{code}": mark for theme in THEMES for code in CRITERIA}
