"""A municipality with a row in every tenant table."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from integraal.foundation.audit.actions import chain_events, keep_destroyed_segment
from integraal.foundation.audit.actors import the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from tests.foundation.database.rows_of_policy import fill_plan, fill_programme, fill_session
from tests.provisions import employ_at


@pytest.fixture
def full_other_tenant(oostwaard: Tenant) -> Tenant:
    from integraal.foundation.areas.actions import NewArea, add_area
    from integraal.foundation.definitions.models import OwnVersion
    from integraal.foundation.documents.models import Rendition, WordTemplate
    from integraal.foundation.house_style.models import HouseStyleSetting
    from integraal.foundation.jobs.models import Job
    from integraal.foundation.people.actions import make_token
    from integraal.knowledge.figures.models import (
        ColumnMapping,
        Figure,
        HiddenCounts,
        ImportDraft,
        MonthRound,
        MonthVerdict,
        Snapshot,
    )
    from integraal.policy.picture.models import EarlierPassage, Passage, Picture

    by = employ_at(oostwaard, "adviser", "administrator")
    now = timezone.now()
    with tenant_scope(oostwaard.pk):
        own = {"tenant": oostwaard}
        whole = add_area(by=by, area=NewArea("municipality", "Oostwaard", date(2012, 1, 1)))
        area = add_area(
            by=by, area=NewArea("village", "Oostkerk", date(2012, 1, 1), number=1), within=whole
        )
        make_token(
            by=by,
            name="sleutel",
            scopes=["picture:read"],
            ends_on=timezone.localdate() + timedelta(days=30),
        )
        OwnVersion.objects.create(
            **own,
            kind="themes",
            code="jeugd",
            number=1,
            reason="x",
            made_at=now,
            made_by_id=by.member_id,
        )
        Rendition.objects.create(**own, source_sha256="0" * 64, file_name="x", content=b"x")
        WordTemplate.objects.create(
            **own, kind="x", file_name="x.docx", changed_at=now, changed_by_id=by.member_id
        )
        HouseStyleSetting.objects.create(
            **own, brand="#000000", on_brand="#ffffff", accent="#ffffff", font_ui="x",
            font_voice="x", radius=1, changed_by_id=by.member_id,
        )  # fmt: skip
        Job.objects.create(**own, kind="x", title="x", asked_at=now, asked_by_id=by.member_id)
        snapshot = Snapshot.objects.create(
            **own, source="x", file_name="x", title="x", sha256="1" * 64, size=1, content=b"x",
            accessed_on=date(2026, 1, 1), loaded_at=now, loaded_by_id=by.member_id,
        )  # fmt: skip
        Figure.objects.create(
            **own, measure="overlast:0.0.0", area=area, period="2025JJ00", value=1,
            status="present", snapshot=snapshot, line=1,
        )  # fmt: skip
        made = MonthRound.objects.create(
            **own, made_at=now, made_by_id=by.member_id, first_month="2025MM01",
            last_month="2025MM12", last_judged="2025MM09", rules={}, families={},
            fingerprint="3" * 64,
        )  # fmt: skip
        MonthVerdict.objects.create(
            **own, round=made, indicator="overlast-totaal", indicator_version="1", area=area,
            period="2025MM09", seen=1, standing="usual", tier="exact", method="x",
        )  # fmt: skip
        HiddenCounts.objects.create(**own, division=0, year=2025, stamp="x", hidden={})
        ColumnMapping.objects.create(
            **own, name="x", signature="2" * 64, mapping={}, made_by_id=by.member_id, made_at=now
        )
        ImportDraft.objects.create(
            **own, file_name="x.csv", content=b"x", made_by_id=by.member_id, made_at=now
        )
        picture = Picture.objects.create(
            **own,
            first_year=2012,
            year=2025,
            lineage=uuid.uuid4(),
            proposed_by_id=by.member_id,
            adopted_by_id=by.member_id,
        )
        passage = Passage.objects.create(
            **own, picture=picture, theme="jeugd", part="story", text="geheim",
            written_by_id=by.member_id,
        )  # fmt: skip
        _around_the_texts(picture, own, by.member_id)
        session = fill_session(picture, own, by.member_id)
        plan = fill_plan(picture, session, own, by.member_id)
        fill_programme(plan, own, by.member_id)
        EarlierPassage.objects.create(
            **own,
            passage=passage,
            revision=1,
            text="ouder",
            written_at=now,
            written_by_id=by.member_id,
        )
        chain_events(by=the_product(oostwaard.pk))
        keep_destroyed_segment(
            by=the_product(oostwaard.pk), month="2001-01", first=1, last=2, closing="f" * 64
        )
    return oostwaard


def _around_the_texts(picture: Any, own: dict[str, Any], member: uuid.UUID) -> None:
    """Fill the tables of a picture that stand around its texts."""
    from integraal.policy.picture.models import (
        Contribution,
        DraftFigures,
        Promise,
        Referral,
        Remark,
        ShareLink,
    )

    own = {**own, "picture": picture}
    day, now = date(2026, 1, 1), timezone.now()
    DraftFigures.objects.create(**own, stamp="x", content={})
    said = Contribution.objects.create(
        **own, theme="jeugd", side="partner", source="x", said_on=day, text="x",
        written_by_id=member, written_at=now,
    )  # fmt: skip
    Referral.objects.create(
        **own, contribution=said, subject="x", text="x", went_to="x", referred_on=day,
        referred_by_id=member,
    )  # fmt: skip
    Promise.objects.create(
        **own, order=1, promised="x", reached="yes", written_by_id=member, written_at=now
    )
    Remark.objects.create(
        **own, kind="assignment", assigned_to_id=member, made_by_id=member, made_at=now,
        closed_by_id=member,
    )  # fmt: skip
    ShareLink.objects.create(
        **own, recipient="x", digest="4" * 64, made_by_id=member, made_on=day, ends_on=day
    )
