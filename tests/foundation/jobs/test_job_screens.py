"""The page of tasks: how far, what came of it, and once more when it broke off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.jobs import registry
from integraal.foundation.jobs.actions import ask_job, begin_job, fail_job, finish_job
from integraal.foundation.jobs.models import Job


@pytest.fixture
def job(adviser, kinds) -> Job:
    registry.register("proef", "Proef met cijfers", lambda by, progress: [])
    return ask_job(by=adviser, kind="proef")


@pytest.fixture
def at_work(client, sign_in, adviser):
    return sign_in(client, adviser)


def shown(client) -> str:
    answer = client.get("/taken/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_tasks_the_page_says_what_will_come(at_work, kinds):
    assert "Nog geen taken" in shown(at_work)
    assert "hx-get" not in shown(at_work)


def test_a_waiting_task_and_one_that_is_half_way(at_work, adviser, job):
    assert "Wacht op zijn beurt" in shown(at_work)
    begin_job(by=adviser, job_id=job.pk)
    Job.objects.update(done=1200, total=2400, note="Regels gelezen")
    page = shown(at_work)
    assert "Regels gelezen: 1.200 van 2.400" in page
    assert 'aria-valuenow="1200"' in page
    assert 'hx-trigger="every 2s"' in page


def test_a_task_of_unknown_length_shows_no_bar(at_work, adviser, job):
    begin_job(by=adviser, job_id=job.pk)
    Job.objects.update(done=1200, note="Regels gelezen")
    assert "Regels gelezen: 1.200" in shown(at_work)
    assert "progressbar" not in shown(at_work)


def test_the_list_is_sent_again_only_when_something_changed(at_work, adviser, job):
    first = at_work.get("/taken/stand")
    assert (first.status_code, first["Cache-Control"]) == (200, "private, no-cache")
    same = at_work.get("/taken/stand", headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert first["ETag"].strip('"') in shown(at_work)
    begin_job(by=adviser, job_id=job.pk)
    other = at_work.get("/taken/stand", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200
    finish_job(by=adviser, job_id=job.pk, report=["12 cijfers toegevoegd."])
    ended = at_work.get("/taken/stand").content.decode()
    assert "12 cijfers toegevoegd." in ended
    assert "hx-get" not in ended


def test_a_failed_task_says_why_and_can_be_asked_again(at_work, adviser, job):
    fail_job(by=adviser, job_id=job.pk, reasons=["De bron is niet bereikbaar.", "Wacht even."])
    page = shown(at_work)
    assert "De bron is niet bereikbaar." in page
    assert "Wacht even." in page
    answer = at_work.post(f"/taken/{job.pk}/opnieuw", follow=True)
    assert "De taak is opnieuw gevraagd." in answer.content.decode()
    assert Job.objects.filter(state="waiting").count() == 1


def test_a_task_whose_worker_was_killed_is_shown_as_broken_off(at_work, adviser, job):
    begin_job(by=adviser, job_id=job.pk)
    Job.objects.update(seen_at=timezone.now() - timedelta(minutes=1))
    assert "Opnieuw vragen" not in shown(at_work)
    Job.objects.update(seen_at=timezone.now() - timedelta(minutes=2, seconds=1))
    page = shown(at_work)
    assert "afgebroken" in page
    assert "Opnieuw vragen" in page
    assert "hx-get" not in page


def test_asking_twice_says_that_it_is_being_done(at_work, job):
    answer = at_work.post(f"/taken/{job.pk}/opnieuw", follow=True)
    assert "loopt al" in answer.content.decode()


@pytest.mark.parametrize("path", ["/taken/", "/taken/stand"])
def test_who_prepares_no_figures_sees_no_tasks(client, sign_in, employ, path):
    assert sign_in(client, employ("councillor")).get(path).status_code == 403


def test_whoever_is_signed_out_meanwhile_is_sent_to_sign_in(client):
    assert client.get("/taken/").status_code == 302
    answer = client.get("/taken/stand")
    assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")
