"""What a figure in a text reads as, from the content of a picture alone, live or frozen.

So page, paper and API say the same words, and an adopted picture keeps saying them. Pure.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.policy.picture.writing.tokens import Token

Json = dict[str, Any]
HIDDEN = "afgeschermd"
UNKNOWN = "onbekend"
_WITHOUT_NUMBER = {"withheld": HIDDEN, "impossible": "kan niet"}


@dataclass(frozen=True)
class Resolved:
    """What a token reads as.

    Attributes:
        words: as they stand in the text; a figure that is withheld or not known is a word.
        problem: why the token gives nothing, as a sentence; empty when it does.
        theme: code of the theme that the figure belongs to; empty with a problem.
        year: the year it is of.
    """

    words: str
    problem: str = ""
    theme: str = ""
    year: int = 0


class NoSuchFigure(Exception):
    """The content holds no such figure; the message is a sentence for the writer."""


class Resolver:
    """Reads the figures of one content; makes its index once."""

    def __init__(self, content: Json) -> None:
        self.year: int = content["year"]
        self._indicators: dict[str, tuple[str, Json]] = {
            one["code"]: (theme["code"], one)
            for theme in content["themes"]
            for one in theme["indicators"]
        }

    def resolve(self, token: Token) -> Resolved:
        """Return what a token reads as, or why it gives nothing."""
        theme, one = self._indicators.get(token.indicator, ("", None))
        if one is None:
            return Resolved("", f"Het cijfer “{token.indicator}” staat niet in dit beeld.")
        year = token.year or self.year
        try:
            words = self._words(one, token, year)
        except NoSuchFigure as missing:
            return Resolved("", str(missing), year=year)
        return Resolved(words, theme=theme, year=year)

    def _words(self, one: Json, token: Token, year: int) -> str:
        if token.area is None:
            return _TELLING[token.what](one, year)
        return _area_words(one, token, year, self.year)


def _of_year(one: Json, year: int) -> Json:
    """Return the figure of a year: whole for this year and the one before, else of the course."""
    for estimate in (one.get("estimate"), one.get("before")):
        if estimate and estimate["period"][:4] == str(year):
            return dict(estimate)
    for part in one.get("years", []):
        if part["year"] == year:
            return dict(part)
    raise NoSuchFigure(f"{one['short_name']}: over {year} staat er geen cijfer in dit beeld.")


def _latest(one: Json) -> int:
    return int(one["estimate"]["period"][:4]) if one.get("estimate") else 0


def value_words(figure: Json, unit: str = "") -> str:
    """Return the value of a figure as Dutch, a percentage with its sign; or why there is none."""
    if figure.get("value") is None:
        return _WITHOUT_NUMBER.get(figure.get("status", ""), UNKNOWN)
    return _written(figure["value"]) + ("\u00a0%" if unit == "procent" else "")


def _written(shown: str) -> str:
    """Return a number of the content as Dutch, with the decimals that it has there."""
    return number(float(shown), len(shown.partition(".")[2]))


def _count(one: Json, year: int) -> str:
    return value_words(_of_year(one, year), one["unit"])


def _measured(one: Json, year: int) -> str:
    figure = _of_year(one, year)
    value = value_words(figure, one["unit"])
    return value if figure.get("low") is None else f"{value} ({_between(figure, 'low', 'high')})"


def _rate(one: Json, year: int) -> str:
    figure = _of_year(one, year)
    if figure.get("value") is None:
        return value_words(figure)
    if figure.get("rate") is None:
        raise NoSuchFigure(
            f"{one['short_name']}: over {year} is er geen cijfer per inwoner of woning."
        )
    per = f"{_written(figure['per'])} {figure['denominator_unit']}"
    return f"{_written(figure['rate'])} per {per} ({_between(figure, 'rate_low', 'rate_high')})"


def _margin(one: Json, year: int) -> str:
    figure = _of_year(one, year)
    return value_words(figure) if figure.get("low") is None else _between(figure, "low", "high")


def _between(figure: Json, low: str, high: str) -> str:
    return f"marge {_written(figure[low])} tot {_written(figure[high])}"


def _against(one: Json, year: int) -> str:
    now, before = (value_words(_of_year(one, each), one["unit"]) for each in (year, year - 1))
    return f"{now} tegen {before}"


def _verdict(one: Json, year: int) -> Json:
    if year != _latest(one):
        raise NoSuchFigure(f"{one['short_name']}: over {year} is er geen oordeel in dit beeld.")
    last_year = (each for each in one.get("comparisons", []) if each["kind"] == "last_year")
    verdict = one.get("verdict") or next((each["verdict"] for each in last_year), None)
    if not verdict:
        raise NoSuchFigure(f"{one['short_name']}: er is geen oordeel over dit cijfer.")
    return dict(verdict)


def _verdict_label(one: Json, year: int) -> str:
    return inside_sentence(_verdict(one, year)["label"])


def _verdict_sentence(one: Json, year: int) -> str:
    return str(_verdict(one, year)["sentence"]).replace(" %", "\u00a0%")


def _mean(one: Json, year: int) -> str:
    found = next((part for part in one.get("years", []) if part["year"] == year), None)
    if not found or not found.get("expected"):
        raise NoSuchFigure(
            f"{one['short_name']}: er zijn te weinig jaren voor {year} om een gemiddelde te geven."
        )
    band = found["expected"]
    between = f"{_written(band['low'])} tot {_written(band['high'])}"
    return f"gemiddeld {_written(band['mean'])} (te verwachten {between})"


def _compared(kind: str) -> Callable[[Json, int], str]:
    """Return what tells how a figure lies beside that of others, as it fits in a sentence."""

    def words(one: Json, year: int) -> str:
        found = next((each for each in one.get("comparisons", []) if each["kind"] == kind), None)
        if year != _latest(one) or found is None:
            why = next(
                (each["why"] for each in one.get("not_compared", []) if each["kind"] == kind), ""
            )
            raise NoSuchFigure(
                f"{one['short_name']}: deze vergelijking is er niet over {year}. {why}".strip()
            )
        return _beside(found["verdict"], _name_of(found))

    return words


def _name_of(compared: Json) -> str:
    if compared["kind"] == "similar":
        return "vergelijkbare gemeenten"
    against = str(compared["against"])
    return "de rest van Nederland" if against.startswith("Nederland") else against


def _beside(verdict: Json, name: str) -> str:
    label = inside_sentence(verdict["label"]).removesuffix("; volgen")
    if verdict["kind"] in ("few", "no_data"):
        return f"te weinig om naast {name} te leggen"
    if name in label:
        return label
    return f"{label} met {name}" if verdict["kind"] in ("none", "small") else f"{label} dan {name}"


_TELLING: dict[str, Callable[[Json, int], str]] = {
    "aantal": _count,
    "waarde": _measured,
    "per": _rate,
    "marge": _margin,
    "tegen": _against,
    "oordeel": _verdict_label,
    "zin": _verdict_sentence,
    "gemiddelde": _mean,
    "regio": _compared("region"),
    "vergelijkbaar": _compared("similar"),
    "land": _compared("country"),
}


def _area_words(one: Json, token: Token, year: int, of_picture: int) -> str:
    area = next((part for part in one.get("areas", []) if part["number"] == token.area), None)
    if area is None:
        raise NoSuchFigure(f"{one['short_name']}: gebied {token.area} staat niet op de kaart.")
    if year != of_picture:
        raise NoSuchFigure(
            f"{one['short_name']}: per gebied zijn er alleen cijfers van {of_picture}."
        )
    if token.what == "aantal":
        return _area_count(area["count"])
    if token.what == "oordeel":
        return inside_sentence(area["label"])
    raise NoSuchFigure(f"Per gebied zijn er alleen “aantal” en “oordeel”, geen “{token.what}”.")


def _area_count(shown: str) -> str:
    """Return the count as the table shows it; one that is hidden is a word, never a number."""
    if shown.replace(".", "").replace(",", "").isdecimal():
        return shown
    return {"onbekend": UNKNOWN, "komt niet voor": "kan niet"}.get(shown, HIDDEN)


def inside_sentence(words: str) -> str:
    """Return words as they stand inside a sentence; an abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
