"""Proposals become blocks only when a person takes them over, and then all of them or none."""

import pytest

from integraal.policy.plan.content import content_of
from integraal.policy.plan.importing.actions import finish_import, read_plan_text, settle
from tests.policy.plan.importing.seed import seed_text


@pytest.fixture
def read_in(adviser):
    return read_plan_text(by=adviser, text=seed_text())


def test_the_seed_becomes_a_plan(adviser, read_in):
    everything = [one["id"] for one in read_in.found["proposals"]]
    settle(by=adviser, plan_import=read_in, proposals=everything, deed="accepted")
    done = finish_import(by=adviser, plan_import=read_in, first_year=2023, last_year=2026)
    content = content_of(done.plan)
    print(
        [
            (
                t["code"],
                t["text"][:40],
                [(b["kind"], b["title"][:30], b["text"][:30]) for b in t["blocks"]],
            )
            for t in content["themes"]
        ]
    )
    print([(b["kind"], b["title"][:40], b["text"][:30]) for b in content["blocks"]])
    print([one for one in done.found["report"] if one["outcome"] != "taken"])
