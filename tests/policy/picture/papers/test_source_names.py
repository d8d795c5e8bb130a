"""How a source is named on paper."""

from integraal.policy.picture.document_parts.closing import source_lines

FILE = {"file": "x.csv", "accessed": "2026-03-02", "used_for": "Overlast", "sha256": "a" * 64}


def test_a_partners_own_table_has_no_empty_brackets():
    partner = {**FILE, "credit": "Peiling, Gemeente Verzonnen", "table": "", "licence": ""}
    police = {**FILE, "credit": "Politie", "table": "47013NED", "licence": "CC BY 4.0"}
    lines = source_lines({"sources": [partner, police], "themes": []})
    assert {line["name"] for line in lines} == {
        "Peiling, Gemeente Verzonnen",
        "Politie, tabel 47013NED (CC BY 4.0)",
    }
