"""The lines of a document that no proposal holds: they are told, so that nothing is lost unseen."""

from collections.abc import Iterator, Sequence

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Gap, LeftOut, Part, Proposal
from integraal.policy.plan.importing.recognising.outline import Marked

WHYS = {"heading": "kop boven andere voorstellen", "cell": "kop van een tabel"}
OTHER = "in geen voorstel"


def used_spans(
    title: Span | None,
    parts: Sequence[Part],
    proposals: Sequence[Proposal],
    gaps: Sequence[Gap],
) -> list[Span]:
    """Return every place that a person gets to see."""
    holding = {one.part for one in proposals} | {gap.part for gap in gaps}
    named = [part.name for number, part in enumerate(parts) if number in holding]
    spans = [title, *named, *(gap.span for gap in gaps)]
    for one in proposals:
        spans += [one.title, one.text, *one.details.values()]
    return [span for span in spans if span is not None]


def not_used(
    document: Document, marks: Sequence[Marked], used: Sequence[Span]
) -> Iterator[LeftOut]:
    """Yield the lines with words of which nothing is used."""
    covered = bytearray(len(document.text) + 1)
    for span in used:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    for mark in marks:
        if mark.role in ("left_out", "blank", "empty", "bar"):
            continue
        if not any(covered[mark.words.start : mark.words.end]):
            yield LeftOut(mark.words, WHYS.get(mark.role, OTHER))
