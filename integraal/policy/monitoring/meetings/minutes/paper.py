"""The content of the minutes as the template of the PDF takes it. Pure."""

from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import counted, day

Json = dict[str, Any]


def body_of_paper(content: Json) -> Json:
    """Return all parts of the minutes in their order."""
    return {
        "secrecy": content["secrecy"],
        "summary": summary_of(content),
        "present": content["present"],
        "items": [_item(one) for one in content["items"]],
        "actions": [
            {**_point(point), "place": one["place"]}
            for one in content["items"]
            for point in one["actions"]
        ],
        "carried": [_point(one) for one in content["carried"]],
        "remarks": content["remarks"],
    }


def summary_of(content: Json) -> str:
    """Return in one sentence what the meeting dealt with."""
    items = content["items"]
    decided = sum(bool(one["decision"]) for one in items)
    agreed = sum(len(one["actions"]) for one in items)
    return (
        f"Het overleg behandelde {counted(len(items), 'punt', 'punten')}, nam "
        f"{counted(decided, 'besluit', 'besluiten')} en sprak "
        f"{counted(agreed, 'actie', 'acties')} af."
    )


def facts_of(content: Json) -> list[list[str]]:
    """Return when, where and under whom it was, as name and words."""
    held = day(date.fromisoformat(content["day"]))
    moment = f"{held}, {content['starts'].removeprefix('0')} uur" if content["starts"] else held
    return [
        ["Soort overleg", content["kind"]],
        ["Dag", moment],
        ["Plaats", content["place"] or "niet opgegeven"],
        ["Voorzitter", content["chair"]],
    ]


def _item(one: Json) -> Json:
    return {**one, "actions": [_point(point) for point in one["actions"]]}


def _point(one: Json) -> Json:
    return {**one, "due": day(date.fromisoformat(one["due"]))}
