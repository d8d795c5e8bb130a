"""Where a measure stands is what all updates together say, whatever was said in which order."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integraal.policy.programme.models import Light, Progress, Status, Update
from integraal.policy.programme.updating.rules import Said
from integraal.policy.programme.updating.saying.actions import say_update

lights = st.sampled_from(["", *Light.values])
totals = st.none() | st.integers(0, 900).map(Decimal)
words = st.sampled_from(["", "Iets.", "Nog iets."])
anything = st.builds(
    Said, status=st.sampled_from(Status.values), quality=lights, time=lights, money=lights,
    done=words, figure=totals, spent=totals, hours_spent=totals, obstacle=words, help_wanted=words,
)  # fmt: skip


def recomputed(rows: list[Update]) -> dict[str, object]:
    """Read all that was said from the first to the last, without looking at what is kept."""
    last = rows[-1]

    def total(name: str) -> object:
        known = [getattr(row, name) for row in rows if getattr(row, name) is not None]
        return known[-1] if known else None

    return {
        "status": last.status, "quality": last.quality, "time": last.time, "money": last.money,
        "spent": total("spent"), "hours_spent": total("hours_spent"), "figure": total("figure"),
        "help_wanted": last.help_wanted != "", "updated_on": last.said_on,
        "updated_by_id": last.said_by_id, "revision": len(rows),
    }  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.tuples(st.integers(0, 2), anything), min_size=1, max_size=8))
def test_progress_is_what_the_updates_say(adviser, running, measures, said):
    for which, one in said:
        say_update(by=adviser, programme=running, key=measures[which].key, said=one)
    for measure in measures:
        rows = list(Update.objects.filter(measure=measure.key).order_by("number"))
        stand = Progress.objects.filter(measure=measure.key).first()
        if not rows:
            assert stand is None
            continue
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        slow = recomputed(rows)
        assert {name: getattr(stand, name) for name in slow} == slow
