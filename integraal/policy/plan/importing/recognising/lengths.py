"""How much text one block holds; a longer stretch becomes more than one. Pure."""

from integraal.policy.plan.importing.document import Span
from integraal.policy.plan.importing.recognising.found import Proposal
from integraal.policy.plan.rules import LONGEST_TEXT

ROOM = 0.75
"""A part of the limit: paragraphs get a blank line between them when they are taken over."""


def fits(proposal: Proposal, words: Span) -> bool:
    """Return whether a proposal may go on up to the end of these words."""
    start = proposal.text.start if proposal.text else words.start
    return words.end - start <= LONGEST_TEXT * ROOM
