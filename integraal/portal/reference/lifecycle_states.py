"""The page about the life of a decided document."""

from integraal.foundation.lifecycle.states import LABELS, MOVES, state_diagram
from integraal.portal.reference.markdown import code, sections, table


def page() -> str:
    """Return the page."""
    return sections(
        "# States of a decided document",
        "A safety picture (veiligheidsbeeld), and later a priority set, plan, programme and "
        "report, live by these states. The database itself refuses any other move, and any "
        "change to what is frozen.",
        f"```mermaid\n{state_diagram()}\n```",
        "## States",
        table(
            ["state", "on screen (Dutch)"],
            [(code(state), label) for state, label in LABELS.items()],
        ),
        "## Moves",
        table(
            ["move", "from", "to", "whose (Dutch)"],
            [(code(m.code), code(m.start), code(m.end), m.whose) for m in MOVES],
        ),
        "Which role makes a move stands with each kind of document: see [roles](roles.md).",
    )
