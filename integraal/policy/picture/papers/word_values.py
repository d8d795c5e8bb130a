"""What stands in each field of a Word template, from the same parts that fill the PDF."""

from collections.abc import Iterator
from typing import Any

from integraal.policy.picture.document_parts.comparing import NOTHING
from integraal.policy.picture.document_parts.words import written_day

Json = dict[str, Any]
FICTITIOUS = "Voorbeeld met verzonnen gegevens. Deze gemeente bestaat niet."
COUNTS = ("gestegen", "gedaald", "klein", "niet_aantoonbaar", "te_weinig", "zonder")
_KINDS = {"heading": "kop", "list": "punt", "paragraph": "alinea"}


def word_values(data: Json) -> Json:
    """Return the values of every field; ``data`` is what the PDF is filled with."""
    whole, promises = data["whole"], data["promises"]
    return {
        **cover_values(data),
        "jaar": str(data["year"]),
        "vorig_jaar": str(data["year"] - 1),
        "samenvatting": _texts(data["summary"]),
        "geteld": data["lead"],
        "toeval_zin": data["chance"],
        "bevindingen": [_finding(one) for one in data["findings"]],
        "oordelen": [_counts(one) for one in data["counts"]],
        "gemeente_in_het_kort": _texts(whole.get("area")),
        "werkwijze": _texts(whole.get("method")),
        "terugblik": _texts(whole.get("evaluation")),
        "toezeggingen_zin": promises["lead"] if promises else "",
        "toezeggingen": [_promise(one) for one in promises["rows"]] if promises else [],
        "themas": [_theme(one) for one in data["themes"]],
        "verwijzingen": [_referral(one) for one in data["referrals"]],
        "gemaakte_vergelijkingen": [_family(one) for one in data["families"]],
        "let_op": [{"tekst": one["text"], "cijfers": one["figures"]} for one in data["caveats"]],
        "rekenwijze": list(data["methods"]),
    }


def cover_values(data: Json) -> Json:
    """Return the values of what every document says of itself, and its sources."""
    return {
        "titel": data["title"],
        "gemeente": data["municipality"],
        "versie": str(data["version"]),
        "staat": data["state_label"],
        "staat_zin": data["state_line"],
        "verzonnen": FICTITIOUS if data["fictitious"] else "",
        "opgemaakt": written_day(data["made_on"][:10]),
        "vingerafdruk": data["fingerprint"] or "",
        "feiten": named(data["facts"]),
        "bronnen": [_source(one) for one in data["sources"]],
    }


def named(pairs: list[list[str]]) -> list[Json]:
    """Return pairs of name and value as a template reads them."""
    return [{"naam": name, "waarde": value} for name, value in pairs]


def _texts(*texts: Json | None) -> list[Json]:
    return [_written(one) for one in texts if one is not None]


def _written(text: Json, shared_writer: str = "") -> Json:
    return {
        "naam": text["title"],
        "delen": list(pieces_of(text["blocks"])),
        "door": text["by"] or shared_writer,
    }


def pieces_of(blocks: list[Json]) -> Iterator[Json]:
    """Yield the pieces of a text as a template reads them: form and words."""
    for block in blocks:
        for line in block["lines"]:
            yield {"soort": _KINDS[block["kind"]], "tekst": "".join(one["text"] for one in line)}


def _finding(one: Json) -> Json:
    return {
        "thema": one["theme"],
        "naam": one["name"],
        "oordeel": one["verdict"]["label"],
        "zin": one["sentence"],
    }


def _counts(one: Json) -> Json:
    cells = dict(zip(COUNTS, (str(count) for count in one["cells"]), strict=True))
    return {"thema": one["title"], **cells}


def _promise(one: Json) -> Json:
    return {
        "thema": one["theme"],
        "beloofd": one["promised"],
        "bereikt": one["reached"]["label"],
        "gebeurd": one["outcome"],
        "geleerd": one["learnt"],
    }


def _theme(theme: Json) -> Json:
    place = theme["map"]
    return {
        "naam": theme["title"],
        "zin": theme["lead"],
        "kerncijfers": [_large(one, theme["figures_source"]) for one in theme["figures"]],
        "andere_cijfers": [_line(one) for one in theme["others"]],
        "gebieden_van": place["subtitle"] if place else "",
        "gebieden_zin": place["title"] if place else "",
        "gebieden": [_area(row) for row in place["table"]["rows"]] if place else [],
        "vergelijkingen": list(_comparisons(theme["comparisons"])),
        "niet_vergeleken": list(theme["not_compared"]),
        "beleving": theme["sides"]["lacking"] if theme["sides"] else "",
        "teksten": [
            _written({**one, "by": one["by"] or theme["texts_by"]}) for one in theme["texts"]
        ],
        "inbreng": [
            {"kant": one["side"], "wie": one["who"], "datum": one["on"], "tekst": one["text"]}
            for one in theme["contributions"]
        ],
    }


def _large(one: Json, shared_source: str) -> Json:
    return {
        "naam": one["title"],
        "jaar": one["period"],
        "waarde": one["value"],
        "marge": one["interval"],
        "per": one["rate"] or one["sample"],
        "vorig_jaar": one["before"],
        "oordeel": one["verdict"]["label"],
        "zin": one["sentence"],
        "bron": one["source"] or shared_source,
    }


def _line(one: Json) -> Json:
    return {
        "naam": one["name"],
        "jaar": one["period"],
        "waarde": one["now"],
        "marge": one["interval"],
        "per": one["rate"],
        "vorig_jaar": one["before"],
        "oordeel": one["verdict"]["label"],
        "zin": one["sentence"],
        "bron": one["source"],
    }


def _area(row: list[str]) -> Json:
    number, name, count, rate, verdict = row
    return {"nr": number, "naam": name, "aantal": count, "per_1000": rate, "oordeel": verdict}


def _comparisons(compared: Json | None) -> Iterator[Json]:
    if compared is None:
        return
    for row in compared["rows"]:
        for head, cell in zip(compared["head"], row["cells"], strict=True):
            verdict = cell["verdict"]
            yield {
                "cijfer": row["name"],
                "met": f"{head}: {cell['against']}" if verdict else head,
                "waarde": cell["value"],
                "oordeel": verdict["label"] if verdict else NOTHING,
            }


def _referral(one: Json) -> Json:
    return {
        "onderwerp": one["subject"],
        "tekst": one["text"],
        "naar": one["went_to"],
        "stuk": one["document"],
        "datum": one["referred_on"],
        "antwoord": one["answer"],
        "beantwoord": one["answered"],
    }


def _family(one: Json) -> Json:
    return {
        "soort": one["name"],
        "gemaakt": one["made"],
        "opvallend": one["stand_out"],
        "toeval": one["by_chance"],
    }


def _source(one: Json) -> Json:
    return {
        "nr": str(one["number"]),
        "naam": one["name"],
        "bestand": one["file"],
        "opgehaald": one["accessed"],
        "gebruikt_voor": one["used_for"],
        "vingerafdruk": one["sha256"],
    }
