"""What stands around the texts of the demo's pictures: who said what, and what was promised."""

from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.contributions.actions import (
    add_contribution,
    answer_referral,
    refer_matter,
)
from integraal.policy.picture.contributions.queries import stand_of
from integraal.policy.picture.contributions.rules import Answer, Matter, Said
from integraal.policy.picture.evaluation.actions import add_promise
from integraal.policy.picture.evaluation.rules import Pledge
from integraal.policy.picture.models import Contribution, Picture
from integraal.policy.picture.remarks.actions import make_remark
from integraal.policy.picture.remarks.rules import Note
from integraal.portal.setting_up.demo_people import member_with, somebody

Rows = list[dict[str, Any]]


def load_voices(by: Actor, picture: Picture, around: dict[str, Rows]) -> None:
    """Record contributions, referrals with their answers, and promises at a draft."""
    said: dict[tuple[str, str], Contribution] = {}
    for row in around.get("contributions", []):
        theme = row.pop("theme")
        said[theme, row["source"]] = add_contribution(
            by=by, picture=picture, theme=theme, said=Said(**row)
        )
    for row in around.get("referrals", []):
        came_from = said.get((row.pop("theme"), row.pop("source")))
        answer = {key: row.pop(key) for key in tuple(row) if key.startswith("answer")}
        referral = refer_matter(
            by=by,
            picture=picture,
            matter=Matter(**row),
            contribution=came_from.pk if came_from else None,
        )
        if answer:
            stand = stand_of(referral)
            answer_referral(by=by, referral=referral, answer=Answer(**answer), stand=stand)
    for row in around.get("promises", []):
        add_promise(by=by, picture=picture, pledge=Pledge(**row))


def load_remarks(picture: Picture, remarks: Rows) -> None:
    """Let colleagues remark on a draft."""
    for row in remarks:
        by = somebody(row.pop("by"))
        if by is None:
            continue
        place = {"theme": row.pop("theme"), "part": row.pop("part")}
        to = member_with(row.pop("assigned_to")) if "assigned_to" in row else None
        note = Note(**row, assigned_to=to.pk if to else None)
        make_remark(by=by, picture=picture, note=note, **place)
