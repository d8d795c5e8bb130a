"""The newest months of an indicator, with what was to be expected of each."""

from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts.months import Month, Months
from integraal.foundation.ui.dutch import MONTHS
from integraal.policy.picture.presenters.figures import source_words

Json = dict[str, Any]
MOST_SHOWN = 24


def months_figure(one: Json) -> ui.Figure | None:
    """Return the newest months as bars; None where there are none."""
    shown = one["months"][-MOST_SHOWN:]
    if not shown:
        return None
    first, last = _name(shown[0]["period"]), _name(shown[-1]["period"])
    return ui.Figure(
        uid=f"maanden-{one['code']}",
        title=_conclusion(one["short_name"], shown),
        subtitle=f"{one['name']}, {one['unit']} per maand, {first} tot en met {last}",
        chart=Months(
            title=f"{one['name']} per maand",
            description=f"{_conclusion(one['short_name'], shown)}. {_open_words(shown)}".strip(),
            months=tuple(_month(month) for month in shown),
            unit=one["unit"],
        ),
        source=f"{source_words(one)} {_open_words(shown)}".strip(),
    )


def _conclusion(name: str, shown: list[Json]) -> str:
    """Say what the newest month with a verdict was like; that is a signal, not a conclusion."""
    judged = [month for month in shown if month["standing"] in ("alarm", "usual")]
    if not judged:
        return f"{name} per maand: te weinig om over een maand iets te zeggen"
    last = judged[-1]
    when = _name(last["period"])
    if last["standing"] == "alarm":
        return f"{name}: {when} valt op"
    return f"{name}: {when} past bij wat te verwachten was"


def _open_words(shown: list[Json]) -> str:
    still_open = [month for month in shown if month["incomplete"]]
    if not still_open:
        return ""
    if len(still_open) == 1:
        return "De laatste maand wordt nog aangevuld; trek er geen conclusie uit."
    return f"De laatste {len(still_open)} maanden worden nog aangevuld; trek er geen conclusie uit."


def _month(month: Json) -> Month:
    expected, usual = month["expected"], month["usual"]
    number = int(month["period"][-2:])
    return Month(
        label="mrt" if number == 3 else MONTHS[number - 1][:3],
        year=int(month["period"][:4]),
        value=None if month["value"] is None else float(month["value"]),
        usual=None if usual is None else float(usual),
        limit=float(expected["high"]) if expected else None,
        complete=not month["incomplete"],
    )


def _name(period: str) -> str:
    return f"{MONTHS[int(period[-2:]) - 1]} {period[:4]}"
