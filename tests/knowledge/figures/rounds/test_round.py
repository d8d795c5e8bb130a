"""The monthly round: what stands out, among how many, kept as it was judged."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, transaction

from integraal.foundation.audit.models import Event
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.rounds.actions import make_round
from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict
from integraal.knowledge.figures.rounds.queries import newest_round, verdicts_of_month
from integraal.knowledge.figures.rounds.telling import statement_of
from tests.knowledge.figures.explorer.small_set import Value, load
from tests.knowledge.figures.rounds.conftest import (
    BICYCLES,
    BURST,
    VANDALISM,
    drawn,
    monthly,
)


def verdict(area: str, indicator: str = "fietsendiefstal", period: str = BURST) -> MonthVerdict:
    return MonthVerdict.objects.get(
        round=newest_round(), area__name=area, indicator=indicator, period=period
    )


def test_a_burst_stands_out_and_says_what_was_expected(adviser, loaded):
    make_round(by=adviser)
    found = verdict("Molendrecht")
    assert (found.standing, found.tier, found.seen) == ("alarm", "farrington", 34)
    assert found.expected < found.upper_bound < 34
    assert statement_of(found).sentence.startswith("Opvallend: meer dan verwacht (verwacht ")
    assert f"grens {found.upper_bound}, gezien 34" in statement_of(found).sentence
    assert verdict("Molendrecht", "vernieling").standing == "usual"


def test_few_cases_are_judged_by_the_same_months_and_fewer_not_at_all(adviser, loaded):
    make_round(by=adviser)
    found = verdict("Hof")
    assert (found.standing, found.tier, found.method) == (
        "alarm",
        "exact",
        "exact-same-months-midp",
    )
    assert "(in 3 maanden samen verwacht" in statement_of(found).sentence
    assert not MonthVerdict.objects.filter(area__name="Veld").exists()


def test_the_newest_three_months_get_no_verdict(adviser, loaded):
    made = make_round(by=adviser)
    assert (made.last_month, made.last_judged) == ("2025MM12", "2025MM09")
    found = verdict("Molendrecht", period="2025MM11")
    assert (found.standing, found.p_value) == ("incomplete", None)
    assert statement_of(found).sentence == (
        "Nog niet compleet: over deze maand doen we nog geen uitspraak."
    )
    assert "2025MM10" not in made.families


def test_the_family_is_every_series_that_could_be_tested(adviser, loaded):
    made = make_round(by=adviser)
    tested = MonthVerdict.objects.filter(round=made, period=BURST, p_value__isnull=False)
    assert made.families[BURST] == {"comparisons": tested.count(), "alarms": 2}
    assert tested.count() == 3
    assert len(made.families) == 24


def test_the_same_figures_make_one_round_and_revised_ones_another(adviser, loaded):
    first = make_round(by=adviser)
    before = list(MonthVerdict.objects.filter(round=first).order_by("pk").values())
    assert make_round(by=adviser) == first
    assert MonthRound.objects.count() == 1
    load(adviser, loaded, [Value("Molendrecht", BICYCLES, BURST, 10)], "herzien.csv")
    second = make_round(by=adviser)
    assert second.fingerprint != first.fingerprint
    assert newest_round() == second
    assert verdict("Molendrecht").standing == "usual"
    assert list(MonthVerdict.objects.filter(round=first).order_by("pk").values()) == before


def test_what_happened_in_the_time_of_corona_changes_no_verdict(adviser, loaded):
    make_round(by=adviser)
    before = verdict("Molendrecht")
    values = [Value("Molendrecht", BICYCLES, f"2021MM{month:02d}", 90) for month in range(1, 13)]
    load(adviser, loaded, values, "corona.csv")
    make_round(by=adviser)
    after = verdict("Molendrecht")
    assert (after.expected, after.upper_bound) == (before.expected, before.upper_bound)


def test_rounded_months_are_not_tested(adviser, places):
    values = [
        Value(one.area, one.measure, one.period, one.value, more=(("rounded_to", 5),))
        for one in monthly("Molendrecht", BICYCLES, drawn(9, 1))
    ]
    load(adviser, places, values, "afgerond.csv")
    assert make_round(by=adviser) is None


def test_without_months_there_is_no_round(adviser, places):
    assert make_round(by=adviser) is None
    assert not Event.objects.filter(verb="figures.round_made").exists()


def test_a_short_history_gives_no_verdict(adviser, places):
    values = [one for one in monthly("Molendrecht", VANDALISM, drawn(14, 2))
              if one.period >= "2024MM06"]  # fmt: skip
    load(adviser, places, values, "kort.csv")
    make_round(by=adviser)
    assert not MonthVerdict.objects.filter(standing__in=["alarm", "usual"]).exists()


def test_other_rules_make_another_round(adviser, loaded):
    first = make_round(by=adviser)
    change_definition(
        by=adviser, kind=kinds.kind("rules"), code="rekenregels", based_on=0, reason="Proef.",
        values={"incomplete_months": 1},
    )  # fmt: skip
    second = make_round(by=adviser)
    assert (first.last_judged, second.last_judged) == ("2025MM09", "2025MM11")


def test_a_round_is_recorded_without_names(adviser, loaded):
    made = make_round(by=adviser)
    event = Event.objects.get(verb="figures.round_made")
    assert (event.subject_id, event.actor_id) == (made.pk, adviser.member_id)
    assert event.details == {"month": BURST, "series": 4, "alarms": 2}


def test_the_application_cannot_change_or_remove_a_round(adviser, loaded):
    make_round(by=adviser)
    for deed in (
        lambda: MonthVerdict.objects.update(standing="usual"),
        lambda: MonthRound.objects.update(last_judged=""),
        lambda: MonthVerdict.objects.all().delete(),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            deed()


def test_who_may_not_load_figures_makes_no_round(mayor, loaded):
    with pytest.raises(NotAllowed):
        make_round(by=mayor)


def test_what_stands_out_comes_first(adviser, loaded):
    made = make_round(by=adviser)
    standings = [one.standing for one in verdicts_of_month(made, BURST)]
    assert standings == ["alarm", "alarm", "usual"]


def test_the_command_says_what_it_found(adviser, loaded, molendrecht):
    said = StringIO()
    call_command("surveillance", molendrecht.slug, stdout=said)
    assert "Maandronde tot en met september 2025: 3 reeksen getoetst, 2 opvallend." in (
        said.getvalue()
    )
    with pytest.raises(CommandError, match="Er is geen gemeente 'GM0000'"):
        call_command("surveillance", "GM0000")
