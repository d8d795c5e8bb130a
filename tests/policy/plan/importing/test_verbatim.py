"""Nothing is invented and nothing is lost: every proposal is a place in the document."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.plan.importing.document import Document, Line
from integraal.policy.plan.importing.recognising.recognise import recognise
from integraal.policy.plan.importing.stored import as_plain
from tests.policy.plan.importing.known import Look, known
from tests.policy.plan.importing.seed import seed_bytes
from tests.policy.plan.importing.test_other_plans import pdf_plan, word_plan

PIECES = st.sampled_from(
    [
        "1. Inleiding", "2. Jeugd en veiligheid", "2.1 Doelen", "Aanpak", "JEUGD", "- •", "|", "",
        "Ondermijning", "Bij ondermijning raakt de onderwereld verweven met de bovenwereld.",
        "De gemeente wil voorkomen dat jongeren afglijden.", "Doelen", "- Minder overlast in 2027",
        "Wettelijke grondslag: artikel 38b van de Politiewet.", "Partners zoals Stichting Oever:",
        "Inhoudsopgave", "1. Inleiding ..... 3", "12", "Hoofdlijnen van de aanpak 2023-2026",
        "De GGD Zuiderkust en het RIEC werken samen o.a. met de politie. Dat gaat goed.",
        "Verkeersveiligheid staat in andere beleidsstukken, zoals het verkeersplan.",
    ]
)  # fmt: skip
ANY = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=60)
LINES = st.lists(
    st.builds(
        Line,
        text=st.one_of(PIECES, ANY),
        form=st.sampled_from(["text", "text", "text", "heading", "item"]),
        level=st.integers(0, 3),
    ),
    max_size=40,
)


@given(LINES)
def test_every_proposal_of_any_document_is_words_of_it(lines):
    document = Document.of(lines)
    promised(document)


@given(LINES)
def test_every_line_of_any_document_is_accounted_for(lines):
    document = Document.of([replace(line, text=line.text.strip()) for line in lines])
    assert unaccounted(document) == []


@pytest.mark.parametrize("name", ["numbered.txt", "regulation.html", "capitals.txt"])
def test_the_shapes_are_verbatim_and_whole(name):
    document = Look.at(name).document
    promised(document)
    assert unaccounted(document) == []


def test_word_and_pdf_are_verbatim_and_whole():
    for name, content in (("plan.docx", word_plan()), ("plan.pdf", pdf_plan())):
        document = Look.at(name, content).document
        promised(document)
        assert unaccounted(document) == []


@pytest.mark.shared_data
def test_the_seed_is_verbatim_and_whole():
    document = Look.at("plan.txt", seed_bytes()).document
    promised(document)
    assert unaccounted(document) == []


def promised(document: Document) -> None:
    """Check that the words kept with each proposal stand in the document, where it says."""
    for one in as_plain(document, recognise(document, known()))["proposals"]:
        words = {"title": one["title"], "text": one["text"], **one["details"]}
        for name, value in words.items():
            if not value:
                assert name not in one["places"]
                continue
            start, end = one["places"][name]
            assert document.text[start:end] == value


def unaccounted(document: Document) -> list[str]:
    """Return the lines with words that are in no proposal, gap, heading, title or line left out."""
    found = recognise(document, known())
    spans: list = [found.title, *(part.name for part in found.parts)]
    spans += [one.span for one in (*found.gaps, *found.left_out)]
    for one in found.proposals:
        spans += [one.title, one.text, *one.details.values()]
    covered = bytearray(len(document.text) + 1)
    for span in spans:
        if span:
            covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    lost = []
    for index, line in enumerate(document.lines):
        span = document.span(index)
        letters = [at for at, sign in enumerate(line.text) if sign.isalpha()]
        if letters and not any(covered[span.start + at] for at in letters):
            lost.append(line.text)
    return lost


@pytest.mark.shared_data
def test_of_the_seed_every_word_is_in_a_proposal_or_a_gap():
    assert Look.at("plan.txt", seed_bytes()).found.left_out == ()


def test_a_theme_longer_than_a_block_becomes_more_blocks_and_loses_nothing():
    paragraph = "Met de jeugd gaat het goed, en dat willen wij graag zo houden met elkaar. " * 12
    document = Document.of([Line("1. Jeugd en veiligheid"), *[Line(paragraph.strip())] * 90])
    kept = as_plain(document, recognise(document, known()))
    texts = [one["text"] for one in kept["proposals"] if one["kind"] in ("theme", "approach")]
    assert len(texts) > 1
    assert sum(text.count(paragraph.strip()) for text in texts) == 90


def test_a_paragraph_without_end_is_told():
    document = Document.of([Line("1. Jeugd en veiligheid"), Line("woord " * 9000)])
    kept = as_plain(document, recognise(document, known()))
    assert [one["line"] for one in kept["left_out"]] == [2]
