"""A row in every table of the sessions and plans of a municipality."""

import uuid
from datetime import date
from typing import Any

from django.utils import timezone


def fill_session(picture: Any, own: dict[str, Any], member: uuid.UUID) -> Any:
    """Return a session with a row in each of its tables."""
    from integraal.policy.priorities.models import (
        Ballot,
        Candidate,
        CountedBallot,
        Criterion,
        OtherPriority,
        Participant,
        Round,
        Session,
        ThemeDecision,
    )

    now = timezone.now()
    session = Session.objects.create(
        **own, title="x", picture=picture, lineage=uuid.uuid4(), join_code="XXXXXX",
        proposed_by_id=member, adopted_by_id=member,
    )  # fmt: skip
    Criterion.objects.create(**own, session=session, order=1, code="x", name="x")
    theme = Candidate.objects.create(
        **own, session=session, order=1, code="x", name="x", short_name="x"
    )
    somebody = Participant.objects.create(
        **own, session=session, name="x", group="partner", digest="5" * 64
    )
    first = Round.objects.create(**own, session=session, number=1, opened_at=now)
    Ballot.objects.create(**own, round=first, participant=somebody)
    CountedBallot.objects.create(**own, round=first, marks={})
    written = {"written_by_id": member, "written_at": now}
    ThemeDecision.objects.create(**own, candidate=theme, outcome="not", **written)
    OtherPriority.objects.create(
        **own, session=session, body="police", priority="x", candidate=theme, **written
    )
    return session


def fill_plan(picture: Any, session: Any, own: dict[str, Any], member: uuid.UUID) -> Any:
    """Return a plan with a row in each of its tables."""
    from integraal.policy.plan.models import (
        Amendment,
        Block,
        Comment,
        Consultation,
        DecisionMoment,
        EarlierBlock,
        Edition,
        InterimChange,
        Invitation,
        Plan,
        PlanImport,
    )

    day, now = date(2026, 1, 1), timezone.now()
    plan = Plan.objects.create(
        **own, title="x", first_year=2026, last_year=2029, picture=picture, session=session,
        lineage=uuid.uuid4(), proposed_by_id=member, adopted_by_id=member,
    )  # fmt: skip
    own = {**own, "plan": plan}
    written = {"written_by_id": member, "written_at": now}
    block = Block.objects.create(**own, kind="goal", order=1, title="geheim", **written)
    EarlierBlock.objects.create(**own, block=block.key, revision=1, title="ouder", **written)
    edition = Edition.objects.create(
        **own, number=1, purpose="kept", content={}, fingerprint="6" * 64, made_by_id=member,
        made_at=now,
    )  # fmt: skip
    asked = Consultation.objects.create(
        **own, edition=edition, title="x", opened_on=day, ends_on=day
    )
    moment = DecisionMoment.objects.create(**own, order=1, code="x", body="x", edition=edition)
    InterimChange.objects.create(
        **own, title="x", cause="figure", following=plan, made_by_id=member, made_on=day
    )
    PlanImport.objects.create(
        **own, file_name="x", sha256="7" * 64, found={}, made_by_id=member, made_at=now
    )
    del own["plan"]
    Amendment.objects.create(**own, moment=moment, number="1", title="x", moved_by="x")
    invited = Invitation.objects.create(
        **own, consultation=asked, recipient="x", digest="8" * 64, made_by_id=member, made_on=day,
        ends_on=day,
    )  # fmt: skip
    Comment.objects.create(**own, invitation=invited, text="x", said_on=day, responded_by_id=member)
    return plan


def fill_programme(plan: Any, own: dict[str, Any], member: uuid.UUID) -> None:
    """Make a programme with a row in each of its tables, and in those of partners and mail."""
    from integraal.foundation.outbox.models import Message
    from integraal.foundation.partners.models import (
        Contact,
        Covenant,
        CovenantParty,
        Profile,
        TeamCard,
    )
    from integraal.foundation.people.models import Member
    from integraal.policy.programme.models import (
        Asking,
        CalendarFeed,
        EarlierMeasure,
        Measure,
        MeasurePartner,
        Milestone,
        Programme,
        ProgrammeChange,
        Progress,
        SavedView,
        Update,
    )

    day, now = date(2026, 1, 1), timezone.now()
    organisation = Member.objects.get(pk=member).organisation
    programme = Programme.objects.create(
        **own, title="x", first_year=2026, last_year=2027, plan=plan, lineage=uuid.uuid4(),
        proposed_by_id=member, adopted_by_id=member,
    )  # fmt: skip
    measure = Measure.objects.create(
        **own, programme=programme, order=1, theme="x", title="geheim", owner_id=member,
        deputy_id=member, written_by_id=member, written_at=now,
    )  # fmt: skip
    said = {"lineage": programme.lineage, "measure": measure.key}
    MeasurePartner.objects.create(**own, measure=measure, organisation=organisation)
    Milestone.objects.create(**own, measure=measure, title="x", day=day)
    EarlierMeasure.objects.create(
        **own, programme=programme, measure=measure.key, revision=1, content={},
        written_by_id=member, written_at=now,
    )  # fmt: skip
    asking = Asking.objects.create(
        **own, programme=programme, member_id=member, asked_on=day, due_on=day, ends_on=day
    )
    Progress.objects.create(**own, **said, updated_by_id=member)
    Update.objects.create(
        **own, **said, status="running", said_on=day, said_by_id=member, asking=asking
    )
    SavedView.objects.create(**own, member_id=member, name="x")
    CalendarFeed.objects.create(**own, member_id=member, made_on=day, ends_on=day)
    ProgrammeChange.objects.create(
        **own, programme=programme, title="x", cause="figure", made_by_id=member, made_on=day
    )
    fill_accountability(programme, own, member)
    Message.objects.create(
        **own, kind="x", subject_id=asking.pk, to_id=member, message_id="x", once="x",
        asked_at=now, not_before=now,
    )  # fmt: skip
    Profile.objects.create(**own, organisation=organisation)
    Contact.objects.create(**own, member_id=member)
    covenant = Covenant.objects.create(**own, title="x")
    CovenantParty.objects.create(**own, covenant=covenant, organisation=organisation)
    TeamCard.objects.create(**own, name="x", function="x", organisation=organisation)
    fill_monitoring(own, member)


def fill_monitoring(own: dict[str, Any], member: uuid.UUID) -> None:
    """Make a row in each of the tables of monitoring."""
    from integraal.policy.monitoring.models import (
        ActionPoint,
        AgendaItem,
        Deviation,
        DeviationDeed,
        GoalReading,
        Incident,
        JoinedProgramme,
        Lesson,
        Meeting,
        Threshold,
    )

    day, now, goal = date(2026, 1, 1), timezone.now(), uuid.uuid4()
    written = {"written_by_id": member, "written_at": now}
    GoalReading.objects.create(
        **own, goal=goal, year=2026, value=1, source="x", entered_by_id=member, entered_on=day
    )
    limit = Threshold.objects.create(**own, goal=goal, rule="worse", set_by_id=member, set_on=day)
    incident = Incident.objects.create(
        **own, kind="incident", title="geheim", happened_on=day, **written
    )
    Lesson.objects.create(**own, incident=incident, text="x", learned_on=day)
    deviation = Deviation.objects.create(
        **own, title="geheim", cause="figure", what="x", threshold=limit, incident=incident,
        opened_on=day,
    )  # fmt: skip
    DeviationDeed.objects.create(**own, deviation=deviation, verb="x", at=now, by_id=member)
    JoinedProgramme.objects.create(**own, title="x", level="regional", since=day, **written)
    meeting = Meeting.objects.create(**own, kind="triangle", title="geheim", day=day, chair="x")
    item = AgendaItem.objects.create(
        **own, meeting=meeting, order=1, title="geheim", asked="discuss", deviation=deviation
    )
    ActionPoint.objects.create(
        **own, meeting=meeting, item=item, what="geheim", function="x", member_id=member, due=day
    )


def fill_accountability(programme: Any, own: dict[str, Any], member: uuid.UUID) -> None:
    """Make a row in each of the tables of accountability."""
    from integraal.policy.accountability.models import (
        CouncilQuestion,
        FollowedTheme,
        NormAnswer,
        Report,
        ReportText,
    )

    day, now = date(2026, 1, 1), timezone.now()
    written = {"written_by_id": member, "written_at": now}
    report = Report.objects.create(
        **own, kind="year", title="geheim", programme=programme, first_day=day, last_day=day,
        lineage=uuid.uuid4(), proposed_by_id=member, adopted_by_id=member,
    )  # fmt: skip
    ReportText.objects.create(**own, report=report, place="intro", text="geheim", **written)
    NormAnswer.objects.create(**own, report=report, norm="x", answer="yes", **written)
    CouncilQuestion.objects.create(
        **own, title="x", question="geheim", asked_by="x", asked_on=day, report=report, **written
    )
    FollowedTheme.objects.create(**own, member_id=member, theme="x", seen_at=now)
