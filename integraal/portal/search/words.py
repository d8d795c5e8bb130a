"""Search in texts that people wrote: their words without marks and figures."""

from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db.models import Func, QuerySet, TextField, Value
from django.db.models.expressions import Combinable


def found_in(rows: QuerySet[Any], text: Combinable, words: str) -> QuerySet[Any]:
    """Return the rows whose text holds ``words``, each with ``excerpt``: the words around them.

    A municipality has a few thousand of them, so no index is needed under row security.
    """
    query = SearchQuery(words, config="dutch", search_type="websearch")
    return (
        rows.annotate(words=_without_marks(text))
        .annotate(
            vector=SearchVector("words", config="dutch"),
            excerpt=SearchHeadline(
                "words", query, config="dutch", start_sel="", stop_sel="", max_words=30,
                min_words=12,
            ),
        )
        .filter(vector=query)
    )  # fmt: skip


def _without_marks(text: Combinable) -> Func:
    """Return a text without its marks, and with a dash where a figure stands."""
    without_figures = _replaced(text, r"\[\[[^][]*\]\]", "–")
    return _replaced(without_figures, r"\*\*|^#+ ", "")


def _replaced(text: Combinable, pattern: str, by: str) -> Func:
    return Func(
        text,
        Value(pattern),
        Value(by),
        Value("gn"),
        function="regexp_replace",
        output_field=TextField(),
    )
