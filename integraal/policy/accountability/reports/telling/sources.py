"""Where every number of a report comes from, by key. Pure: addresses are added by the reader."""

from collections.abc import Iterator

from integraal.foundation.ui.dutch import number
from integraal.policy.accountability.outline import Source
from integraal.policy.accountability.reports.telling.goals import judge, shown
from integraal.policy.accountability.reports.telling.measures import (
    output_words,
    status_of,
    update_key,
    when_words,
)
from integraal.policy.accountability.reports.telling.words import (
    LIGHTS,
    STATUSES,
    Json,
    amount,
    filled,
    hours,
    on,
)


def sources_of(facts: Json, kind: str) -> dict[str, Source]:
    """Return every row of the facts as a source."""
    return {one.key: one for one in _all(facts, kind)}


def programme_key(facts: Json) -> str:
    return f"programme:{facts['programme']['id']}"


def _all(facts: Json, kind: str) -> Iterator[Source]:
    yield _document(programme_key(facts), facts["programme"])
    for one in facts["versions"]:
        yield _version(one)
    for one in facts["figures"]:
        yield _figure(one)
    for one in facts["readings"]:
        yield _reading(one)
    for one in facts["goals"]:
        yield _goal(one, facts, kind)
    for one in facts["measures"]:
        yield _measure(one, facts["last_day"])
        yield from _updates(one)
    for name, make in (
        ("changes", _change), ("deviations", _deviation), ("incidents", _incident),
        ("joined", _joined),
    ):  # fmt: skip
        for one in facts[name]:
            yield make(one)


def _document(key: str, one: Json) -> Source:
    label = f"{one['title']}, versie {one['version']}"
    return Source(key, "programme", label, _decision(one), is_open=True)


def _decision(one: Json) -> tuple[tuple[str, str], ...]:
    return filled(
        ("Titel", one["title"]),
        ("Versie", str(one["version"])),
        ("Vastgesteld op", on(one["adopted_on"])),
        ("Vastgesteld door", one["body"]),
        ("Nummer van het besluit", one["number"]),
        ("Raad verteld op", on(one["council_told_on"])),
        ("Vingerafdruk", one["fingerprint"]),
    )


def _version(one: Json) -> Source:
    words = {"added": "toegevoegd", "removed": "weggehaald", "changed": "gewijzigd"}
    changed = tuple(
        (f"{words[each['what']].capitalize()}: {each['title']}", _fields(each))
        for each in one["changes"]
    )
    label = f"{one['title']}, versie {one['version']}"
    return Source(f"version:{one['id']}", "change", label, (*_decision(one), *changed), "", True)


def _fields(one: Json) -> str:
    found = (f"{each['label']}: {each['before'] or 'leeg'} → {each['after'] or 'leeg'}"
             for each in one["fields"])  # fmt: skip
    return "; ".join(found) or "de hele maatregel"


def _figure(one: Json) -> Source:
    rows = tuple((f"Regel {each['line']} van {each['file']}",
                  f"{each['what']}, {each['period']}: {each['value']}")
                 for each in one["rows"])  # fmt: skip
    low, high = one["exact_low"], one["exact_high"]
    margin = f"{_margin(one, low)} tot {_margin(one, high)}" if low and high else ""
    return Source(
        key=one["key"],
        kind="figure",
        label=f"{one['name']}, {one['area']['name']}, {one['year']}",
        facts=filled(
            ("Cijfer", one["name"]),
            ("Code en versie", f"{one['indicator']}, {one['indicator_version']}"),
            ("Gebied", one["area"]["name"]),
            ("Periode", str(one["year"])),
            ("Waarde", one["shown"]),
            ("Marge", margin or "de bron geeft geen marge"),
            ("Bestand", one["snapshot"]["name"]),
            ("Bron", one["credit"]),
            ("SHA-256 van het bestand", one["snapshot"]["sha256"]),
            ("Opgehaald op", on(one["snapshot"]["accessed"])),
            *rows,
        ),
        is_open=True,
    )


def _margin(one: Json, written: str) -> str:
    is_whole = float(one["value"] or 0).is_integer()
    return number(float(written), 0 if is_whole else 1)


def _reading(one: Json) -> Source:
    margin = f"{shown(one['low'])} tot {shown(one['high'])}" if one["low"] else ""
    return Source(
        one["key"], "reading", f"Stand over {one['year']}",
        filled(
            ("Periode", str(one["year"])), ("Waarde", shown(one["value"])), ("Marge", margin),
            ("Bron", one["source"]), ("Ingevuld op", on(one["entered_on"])),
        ),
        is_open=True,
    )  # fmt: skip


def _goal(one: Json, facts: Json, kind: str) -> Source:
    judged = judge(one, kind)
    plan = facts["plan"] or {"title": "", "version": ""}
    verdicts = (
        ("Tegenover het jaar ervoor", one["since_last_year"]),
        ("Tegenover de beginstand", one["since_start"]),
    )
    return Source(
        f"goal:{one['key']}", "goal", f"Doel: {one['title']}",
        filled(
            ("Plan", f"{plan['title']}, versie {plan['version']}"),
            ("Gemeten met", one["measured_by"]),
            ("Beginstand", shown(one["baseline"])),
            ("Jaar van de beginstand", str(one["baseline_year"] or "")),
            ("Streefcijfer", shown(one["target"])),
            ("Bereikt op", on(one["by_date"])),
            ("Pad in het jaar van het nieuwste cijfer", judged.path),
            *((label, each["say"] if each else "") for label, each in verdicts),
            ("Uitkomst", judged.label),
        ),
        is_open=True,
    )  # fmt: skip


def _measure(one: Json, last_day: str) -> Source:
    return Source(
        f"measure:{one['key']}", "measure", f"Maatregel: {one['title']}",
        filled(
            ("Wat", one["title"]), ("Wie", one["who"]), ("Wanneer", when_words(one)),
            ("Gebied", one["area"]), ("Begroot (euro)", amount(one["budget"])),
            (f"Geplande uren tot {on(last_day)}", hours(one["hours"])),
            ("Levering", one["output"]),
            *((f"Levering in {year}", hours(one["output_target"][year]))
              for year in sorted(one["output_target"])),
            ("Stand op de laatste dag", STATUSES[status_of(one)]),
            ("Geteld", output_words(one, last_day)),
            ("Uitgegeven (euro)", amount(one["spent"]["amount"])),
            ("Gemelde uren", hours(one["hours_spent"]["amount"])),
            ("Waarom meer dan begroot", one["more_than_budget_because"]),
        ),
        is_open=True,
    )  # fmt: skip


def _updates(one: Json) -> Iterator[Source]:
    for each in one["updates"]:
        lights = ((name, LIGHTS.get(each[key], "")) for name, key in _LIGHTS)
        yield Source(
            update_key(one, each["number"]), "update",
            f"Bijwerking van {on(each['on'])}: {one['title']}",
            filled(
                ("Maatregel", one["title"]), ("Gezegd op", on(each["on"])), ("Door", each["by"]),
                ("Stand", STATUSES[each["status"]]), *lights, ("Wat is gedaan", each["done"]),
                ("In de weg", each["obstacle"]), ("Gevraagde hulp", each["help_wanted"]),
                ("Geteld", hours(each["figure"])), ("Uitgegeven (euro)", amount(each["spent"])),
                ("Uren", hours(each["hours_spent"])),
            ),
        )  # fmt: skip


_LIGHTS = (("Kwaliteit", "quality"), ("Tijd", "time"), ("Geld", "money"))


def _change(one: Json) -> Source:
    return Source(
        f"change:{one['id']}", "change", f"Wijziging: {one['title']}",
        filled(
            ("Waarover", one["title"]), ("Aanleiding", one["cause"]), ("Reden", one["reason"]),
            ("Begonnen op", on(one["made_on"])), ("Besluit", one["decision"]),
            ("Besloten door", one["decided_by"]), ("Besloten op", on(one["decided_on"])),
            ("Leidde tot versie", str(one["version"] or "")),
            ("Raad verteld op", on(one["council_told_on"])),
        ),
    )  # fmt: skip


def _deviation(one: Json) -> Source:
    return Source(
        f"deviation:{one['id']}", "deviation", f"Afwijking: {one['title']}",
        filled(
            ("Waarover", one["title"]), ("Aanleiding", one["cause"]),
            ("Geopend op", on(one["opened_on"])), ("Besluit", one["decision"]),
            ("Besloten door", one["decided_by"]), ("Besloten op", on(one["decided_on"])),
            ("Resultaat", one["result"]), ("Gesloten op", on(one["closed_on"])),
        ),
    )  # fmt: skip


def _incident(one: Json) -> Source:
    return Source(
        f"incident:{one['id']}", "incident", f"{one['kind'].capitalize()}: {one['title']}",
        filled(
            ("Wat", one["title"]), ("Op", on(one["on"])), ("Gebied", one["area"]),
            ("Uren", hours(one["hours"])), ("Wat verschoof", one["shifted"]),
        ),
    )  # fmt: skip


def _joined(one: Json) -> Source:
    return Source(
        f"joined:{one['id']}", "joined", f"Programma: {one['title']}",
        filled(
            ("Programma", one["title"]), ("Soort", one["level"]), ("Sinds", on(one["since"])),
            ("Tot", on(one["until"])), ("Ons aandeel", one["share"]), ("Resultaat", one["result"]),
        ),
    )  # fmt: skip
