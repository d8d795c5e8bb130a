"""Every source says who publishes it, under which licence, and how to name it."""

import pytest

from integraal.knowledge.indicators.reading import DefinitionProblem
from integraal.knowledge.sources.definitions import load_sources, parse_source
from tests.knowledge.sources.exports import REPOSITORY

SOURCES = load_sources(REPOSITORY / "definitions" / "sources")


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source.code)
def test_a_shipped_source_is_free_to_use_and_says_how(source):
    assert source.licence == "CC BY 4.0"
    assert source.credit
    assert source.caveats


def test_all_that_is_wrong_with_a_source_is_said_at_once():
    with pytest.raises(DefinitionProblem) as raised:
        parse_source({"code": "x", "url": "http://voorbeeld.nl", "licentie": "?"})
    text = "\n".join(raised.value.sentences)
    for words in ("'publisher' ontbreekt", "https://", "'licentie' is geen bekend veld"):
        assert words in text
