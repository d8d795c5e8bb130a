"""What stands out in a picture, as findings that lead to their theme further on in the page."""

from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.presenters.figures import badge, unbroken
from integraal.policy.picture.reading.compared import BESIDE, beside

Json = dict[str, Any]


def standing_out(content: Json) -> list[ui.Finding]:
    """Return the ranked list of the content, one finding per figure."""
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    return [_finding(one, names.get(one["theme"], "")) for one in content.get("findings", [])]


def family_words(content: Json) -> str:
    """Return how many comparisons were made, and how many would stand out by chance."""
    families = content.get("families") or []
    if not families:
        return ""
    made = sum(one["made"] for one in families)
    kinds = [BESIDE.get(one["kind"], one["kind"]) for one in families]
    return (
        f"Er zijn {made} vergelijkingen gemaakt, met {listed(kinds)}. "
        "Ook zonder oorzaak valt er soms iets op; daar is bij de oordelen rekening mee gehouden."
    )


def _finding(one: Json, theme: str) -> ui.Finding:
    main = one["main"]
    others = [beside(other) for other in one["others"]]
    also = f" Valt ook op naast {listed(others)}." if others else ""
    return ui.Finding(
        verdict=badge(main["verdict"]),
        subject=one["name"],
        say=unbroken(main["verdict"]["sentence"]),
        source=f"Naast {beside(main)}.{also} Bron: {main['source']}.",
        url=f"#thema-{one['theme']}",
        link_text=f"Lees {theme}" if theme else "Lees het thema",
    )
