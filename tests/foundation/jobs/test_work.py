"""Long work: seen while it runs, all or nothing, and honest about how it ended."""

from __future__ import annotations

import logging
import time
from datetime import date, timedelta

import psycopg
import pytest

from integraal.foundation.areas.actions import NewArea, add_area
from integraal.foundation.areas.models import Area
from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.jobs import registry
from integraal.foundation.jobs.actions import BROKEN_OFF, ask_job, report_progress
from integraal.foundation.jobs.models import Job
from integraal.foundation.jobs.registry import JobRefused
from integraal.foundation.jobs.working import UNEXPECTED, work_on
from integraal.foundation.people.access import NotAllowed
from integraal.portal.jobs import run_job
from tests.provisions import superuser_dsn

_PATIENCE = 10.0


class TooFew(Exception):
    shown = ("Er zijn te weinig regels.", "Kies een ander bestand.")


def asked(asker, kind="proef") -> Job:
    with tenant_scope(asker.tenant_id):
        return ask_job(by=asker, kind=kind)


def now(asker, job) -> Job:
    with tenant_scope(asker.tenant_id):
        return Job.objects.get(pk=job.pk)


def seen_elsewhere(job, done) -> tuple[int, int, str, str]:
    """What another connection sees of the task, once it is so far."""
    with psycopg.connect(superuser_dsn(), autocommit=True) as other:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            row = other.execute(
                "SELECT done, total, note, state FROM jobs_job WHERE id = %s", [job.pk]
            ).fetchone()
            if row and row[0] >= done:
                return row
            time.sleep(0.02)
    raise AssertionError(f"never seen: {row}")


def areas_of(asker) -> int:
    with tenant_scope(asker.tenant_id):
        return Area.objects.count()


def test_progress_is_seen_while_the_work_is_open_and_stays_when_it_is_undone(asker, kinds):
    seen = []

    def work(by, progress):
        add_area(by=by, area=NewArea("municipality", "Takendorp", date(2000, 1, 1)))
        progress(1, 3, "Regels gelezen")
        seen.append(seen_elsewhere(job, 1))
        with psycopg.connect(superuser_dsn()) as other:
            there = "SELECT count(*) FROM areas_area WHERE tenant_id = %s"
            seen.append(other.execute(there, [by.tenant_id]).fetchone())
        raise TooFew

    registry.register("proef", "Proef", work, known=(TooFew,))
    job = asked(asker)
    work_on(asker.tenant_id, job.pk)
    assert seen == [(1, 3, "Regels gelezen", "running"), (0,)]
    ended = now(asker, job)
    assert (ended.state, ended.done, ended.total) == ("failed", 1, 3)
    assert ended.report == ["Er zijn te weinig regels.", "Kies een ander bestand."]
    assert areas_of(asker) == 0


def test_done_work_and_its_report_are_there_together(asker, kinds):
    def work(by, progress):
        add_area(by=by, area=NewArea("municipality", "Takendorp", date(2000, 1, 1)))
        progress(2, 2)
        return ["1 gebied toegevoegd."]

    registry.register("proef", "Proef", work)
    job = asked(asker)
    assert now(asker, job).state == "waiting"
    run_job(asker.tenant_id, str(job.pk))
    ended = now(asker, job)
    assert (ended.state, ended.report) == ("done", ["1 gebied toegevoegd."])
    assert areas_of(asker) == 1
    with tenant_scope(asker.tenant_id):
        verbs = Event.objects.filter(subject_id=job.pk).values_list("verb", flat=True)
        assert sorted(verbs) == ["job.asked", "job.begun", "job.finished"]
        event = Event.objects.get(verb="job.finished")
        assert (event.through, event.actor_id) == ("job", asker.member_id)


def test_an_unexpected_error_is_logged_and_not_shown(asker, kinds, caplog):
    def work(by, progress):
        raise RuntimeError("secret of the machine")

    registry.register("proef", "Proef", work)
    job = asked(asker)
    with caplog.at_level(logging.ERROR, "integraal.jobs"):
        work_on(asker.tenant_id, job.pk)
    assert now(asker, job).report == [UNEXPECTED]
    assert "secret" not in str(now(asker, job).report)
    assert [record.exc_info[0] for record in caplog.records] == [RuntimeError]


def test_half_work_is_not_begun_again(asker, kinds):
    times = []
    registry.register("proef", "Proef", lambda by, progress: times.append(1) or [])
    job = asked(asker)
    for _ in range(2):
        work_on(asker.tenant_id, job.pk)
    assert times == [1]


def test_the_queue_holds_identifiers_only(asker, kinds):
    registry.register("proef", "Proef", lambda by, progress: [])
    job = asked(asker)
    with psycopg.connect(superuser_dsn()) as other:
        queued = other.execute("SELECT task_name, args FROM procrastinate_jobs").fetchall()
    assert queued == [("run_job", {"tenant_id": asker.tenant_id, "job_id": str(job.pk)})]


def test_the_same_work_is_not_asked_twice_but_again_after_its_worker_was_killed(asker, kinds):
    registry.register("proef", "Proef", lambda by, progress: [])
    job = asked(asker)
    with pytest.raises(JobRefused, match="loopt al"):
        asked(asker)
    with psycopg.connect(superuser_dsn()) as other:
        other.execute(
            "UPDATE jobs_job SET state = 'running', started_at = now() - interval '1 hour', "
            "seen_at = now() - interval '3 minutes' WHERE id = %s",
            [job.pk],
        )
    assert asked(asker).pk != job.pk
    assert (now(asker, job).state, now(asker, job).report) == ("failed", [BROKEN_OFF])


def test_work_given_up_meanwhile_leaves_nothing_behind(asker, kinds):
    def work(by, progress):
        add_area(by=by, area=NewArea("municipality", "Takendorp", date(2000, 1, 1)))
        with psycopg.connect(superuser_dsn()) as other:
            other.execute(
                "UPDATE jobs_job SET state = 'failed', finished_at = now() WHERE id = %s", [job.pk]
            )
        return []

    registry.register("proef", "Proef", work)
    job = asked(asker)
    work_on(asker.tenant_id, job.pk)
    assert (now(asker, job).state, areas_of(asker)) == ("failed", 0)


def test_only_who_prepares_figures_asks(mayor, adviser, kinds):
    registry.register("proef", "Proef", lambda by, progress: [])
    with pytest.raises(NotAllowed):
        ask_job(by=mayor, kind="proef")
    with pytest.raises(JobRefused, match="bestaat niet"):
        ask_job(by=adviser, kind="niets")


def test_more_steps_than_were_foreseen_do_not_stop_the_work(adviser, kinds):
    registry.register("proef", "Proef", lambda by, progress: [])
    job = ask_job(by=adviser, kind="proef")
    begun = job.asked_at - timedelta(minutes=1)
    Job.objects.filter(pk=job.pk).update(state="running", started_at=begun, seen_at=begun)
    report_progress(by=adviser, job_id=job.pk, done=7, total=5, note="x" * 300)
    job.refresh_from_db()
    assert (job.done, job.total, len(job.note)) == (7, 7, 200)
    assert job.seen_at > begun


def test_the_worker_finds_what_was_asked_and_does_it(asker, kinds):
    from procrastinate.contrib.django import app

    def work(by, progress):
        progress(1, 1)
        add_area(by=by, area=NewArea("municipality", "Takendorp", date(2000, 1, 1)))
        return ["Gedaan."]

    registry.register("proef", "Proef", work)
    job = asked(asker)
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, delete_jobs="always")
    assert (now(asker, job).state, areas_of(asker)) == ("done", 1)
    with psycopg.connect(superuser_dsn()) as other:
        assert other.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() == (0,)
