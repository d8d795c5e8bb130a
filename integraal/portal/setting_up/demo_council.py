"""Write down what the demo's council asked, and let its councillor follow themes."""

from datetime import date
from typing import Any

from integraal.policy.accountability.following.actions import follow_theme
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.questions.actions import keep_question, write_answer
from integraal.policy.accountability.questions.fields import Asked
from integraal.portal.setting_up.demo_people import somebody

_PLAIN = ("kind", "title", "asked_by", "question")


def load_council(content: dict[str, Any]) -> str:
    """Keep the questions of one municipality, unless there are some; returns a Dutch sentence."""
    clerk, adviser = somebody("clerk"), somebody("adviser")
    if clerk is None or adviser is None or CouncilQuestion.objects.exists():
        return "de vragen van de raad laten we zoals ze zijn."
    if councillor := somebody("councillor"):
        # Before the answers, so that these are new to who follows the theme.
        for theme in content["follows"]:
            follow_theme(by=councillor, theme=theme)
    for row in content["questions"]:
        asked = Asked(
            **{name: row[name] for name in _PLAIN},
            asked_on=date.fromisoformat(row["asked_on"]),
            theme=row.get("theme", ""),
        )
        kept = keep_question(by=clerk, asked=asked)
        given = row.get("answered_on")
        write_answer(
            by=adviser, question=kept, text=row["answer"], base_revision=kept.revision,
            answered_on=date.fromisoformat(given) if given else None,
        )  # fmt: skip
    return f"vragen van de raad toegevoegd: {len(content['questions'])}."
