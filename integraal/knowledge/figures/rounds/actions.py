"""Make the monthly round: judge every series of the municipality and keep what was found."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.knowledge.figures.access import check_load_figures
from integraal.knowledge.figures.definitions import calculation_rules, indicators
from integraal.knowledge.figures.rounds.gathering import Months, gather
from integraal.knowledge.figures.rounds.judging import JudgedMonth, Settings, judge
from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict
from integraal.knowledge.figures.rounds.queries import newest_round
from integraal.knowledge.figures.year_on_year import in_family

_AT_ONCE = 2_000
_JUDGED = (MonthVerdict.Standing.ALARM, MonthVerdict.Standing.USUAL)


@transaction.atomic
def make_round(*, by: Actor) -> MonthRound | None:
    """Judge the newest months of every series; the same figures twice make one round.

    Nobody is told: who looks at the round sees it.

    Returns:
        The new round; the one that was there when nothing differs; None without monthly figures.
    """
    check_load_figures(by)
    rules = calculation_rules()
    whole = Q(kind=AreaKind.MUNICIPALITY, within__isnull=True)
    part = ~Q(kind__in=[AreaKind.COUNTRY, AreaKind.REGION, AreaKind.MUNICIPALITY])
    areas = dict(Area.objects.filter(whole | part).values_list("pk", "kind"))
    months = gather(
        in_family(indicators().values()), areas, rules.months_judged, years_back=rules.years_back
    )
    if months is None:
        return None
    settings = Settings.of(rules)
    judged = judge(months, settings)
    kept = [
        one
        for one in judged
        if areas[one.series.area] == AreaKind.MUNICIPALITY or one.standing in _JUDGED
    ]
    now = timezone.now()
    made = _round(by, months, settings, judged, now)
    before = newest_round()
    if before and before.fingerprint == made.fingerprint:
        return before
    made.save(force_insert=True)
    MonthVerdict.objects.bulk_create([_verdict(by, made, one) for one in kept], batch_size=_AT_ONCE)
    alarms = sum(one.standing == MonthVerdict.Standing.ALARM for one in judged)
    record(
        "figures.round_made",
        by=by,
        subject=made,
        month=made.last_judged,
        series=len(months.series),
        alarms=alarms,
    )
    return made


def _round(
    by: Actor, months: Months, settings: Settings, judged: list[JudgedMonth], now: datetime
) -> MonthRound:
    families = _families(judged, settings)
    rules = settings.as_json()
    content = {
        "rules": rules,
        "families": families,
        "verdicts": sorted(one.as_json() for one in judged),
    }
    return MonthRound(
        tenant_id=by.tenant_id,
        made_by_id=by.member_id,
        made_at=now,
        first_month=min(families, default=months.periods[-1].code),
        last_month=months.periods[-1].code,
        last_judged=max(families, default=""),
        rules=rules,
        families=families,
        fingerprint=fingerprint(content),
    )


def _families(judged: list[JudgedMonth], settings: Settings) -> dict[str, Any]:
    """Return per month with verdicts: how many were tested, and how many stand out."""
    tested: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for one in judged:
        tested[one.period.code] += one.p_value is not None
        alarms[one.period.code] += one.standing == MonthVerdict.Standing.ALARM
    complete = {
        one.period.code for one in judged if one.standing != MonthVerdict.Standing.INCOMPLETE
    }
    return {
        period: {"comparisons": tested[period], "alarms": alarms[period]}
        for period in sorted(complete)
    }


def _verdict(by: Actor, made: MonthRound, one: JudgedMonth) -> MonthVerdict:
    return MonthVerdict(
        tenant_id=by.tenant_id,
        round=made,
        indicator=one.series.indicator.code,
        indicator_version=one.series.indicator.version,
        area_id=one.series.area,
        period=one.period.code,
        seen=one.seen,
        standing=one.standing,
        tier=one.tier,
        method=one.method,
        expected=one.expected,
        upper_bound=one.upper_bound,
        p_value=one.p_value,
        adjusted_p=one.adjusted_p,
    )
