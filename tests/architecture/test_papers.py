"""Docs say what the code does; definitions say where they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from integraal.foundation.lifecycle.states import State
from integraal.foundation.meetings.kinds import kind_problems
from integraal.foundation.partners.own_terms import problems_of as partner_term_problems
from integraal.foundation.people.roles import ROLES
from integraal.knowledge.indicators.calculation_rules import load_calculation_rules
from integraal.knowledge.indicators.class_lists import load_class_lists
from integraal.knowledge.indicators.comparison_classes import load_comparison_classes
from integraal.knowledge.indicators.definitions import list_problems
from integraal.knowledge.indicators.loading import load_indicators, load_themes
from integraal.knowledge.indicators.standard_fields import load_standard_fields
from integraal.knowledge.sources.definitions import load_sources
from integraal.policy.accountability.norms.own_norms import problems_of as norm_problems
from integraal.policy.accountability.planning.moments import date_problems
from integraal.policy.accountability.questions.own_terms import problems_of as council_term_problems
from integraal.policy.picture.checks.container_words import problems_of
from integraal.policy.plan.deciding.path import body_problems, term_problems
from integraal.policy.plan.overview.own_terms import problems_of as plan_term_problems
from integraal.policy.priorities.preparing.rules import criterion_problem, limit_problem
from integraal.portal.reference.pages import all_pages, differences, write
from tests.architecture.tree import REPOSITORY, committed_files, keep
from tools.commands import HELP

DECISIONS = REPOSITORY / "docs" / "decisions"
GLOSSARY = (REPOSITORY / "docs" / "glossary.md").read_text()


def test_generated_docs_are_what_the_code_says() -> None:
    keep(differences(REPOSITORY / "docs" / "reference"), "Run ./run integraal docs; these differ:")


def test_a_page_that_differs_misses_or_is_too_many_is_found(tmp_path: Path) -> None:
    assert sorted(all_pages()) == write(tmp_path)
    assert differences(tmp_path) == []
    (tmp_path / "roles.md").write_text("something else")
    (tmp_path / "verbs.md").unlink()
    (tmp_path / "old.md").write_text("a page of before")
    assert differences(tmp_path) == ["old.md", "roles.md", "verbs.md"]
    write(tmp_path)
    assert differences(tmp_path) == []


def unsourced(content: object) -> list[str]:
    """Definitions in a YAML file that do not say where they come from, and when that was seen."""
    lists = ("themes", "fields", "freshness", "rules", "lists", "bodies", "plan_terms")
    lists += ("criteria", "limits", "partner_terms", "meeting_kinds")
    lists += ("council_terms", "audit_norms", "planning_dates")
    whole = content if isinstance(content, dict) else {}
    items = next((whole[name] for name in lists if name in whole), [whole])
    return [
        str(item.get("code", "?"))
        for item in items
        if not (item.get("provenance") or {}).get("source")
        or not re.fullmatch(r"\d{4}-\d\d-\d\d", str((item.get("provenance") or {}).get("date")))
    ]


def test_every_definition_says_where_it_comes_from() -> None:
    files = sorted((REPOSITORY / "definitions").rglob("*.yaml"))
    assert files
    keep(
        [f"{f.name}: {code}" for f in files for code in unsourced(yaml.safe_load(f.read_text()))],
        "Give these provenance with source and date:",
    )


def test_every_definition_can_be_read() -> None:
    folder = REPOSITORY / "definitions"
    themes = load_themes(folder / "themes.yaml")
    sources, lists = load_sources(folder / "sources"), load_class_lists(folder / "lists")
    indicators = load_indicators(folder / "indicators")
    for indicator in indicators.values():
        assert indicator.theme is None or indicator.theme in themes, indicator.code
        assert list_problems(indicator, lists) == []
    assert {source.list for source in sources.values()} <= lists.keys()
    load_standard_fields(folder / "standard_fields.yaml")
    load_comparison_classes(folder / "comparison_classes.yaml")
    load_calculation_rules(folder / "calculation_rules.yaml")
    words = yaml.safe_load((folder / "container_words.yaml").read_text())["lists"]
    assert [problem for content in words for problem in problems_of(content)] == []
    criteria = yaml.safe_load((folder / "priority_criteria.yaml").read_text())["criteria"]
    asked = [(content["name"], content["question"]) for content in criteria]
    assert [one for name, asks in asked if (one := criterion_problem(name, asks))] == []
    limits = yaml.safe_load((folder / "priority_limits.yaml").read_text())["limits"]
    assert [one for content in limits if (one := limit_problem(content["most"]))] == []
    terms = yaml.safe_load((folder / "plan_terms.yaml").read_text())["plan_terms"]
    assert [say for content in terms for say in plan_term_problems(content)] == []
    terms = yaml.safe_load((folder / "partner_terms.yaml").read_text())["partner_terms"]
    assert [say for content in terms for say in partner_term_problems(content)] == []
    terms = yaml.safe_load((folder / "council_terms.yaml").read_text())["council_terms"]
    assert [say for content in terms for say in council_term_problems(content)] == []
    norms = yaml.safe_load((folder / "audit_norms.yaml").read_text())["audit_norms"]
    assert [say for content in norms for say in norm_problems(content)] == []
    moments = yaml.safe_load((folder / "planning_dates.yaml").read_text())["planning_dates"]
    assert [say for content in moments for say in date_problems(content)] == []
    read = {"partner_terms.yaml", "council_terms.yaml", "audit_norms.yaml", "planning_dates.yaml"}
    read |= {"themes.yaml", "standard_fields.yaml", "comparison_classes.yaml", "divisions.yaml"}
    read |= {"freshness.yaml", "calculation_rules.yaml", "container_words.yaml"}
    path = yaml.safe_load((folder / "decision_path.yaml").read_text())
    assert [say for content in path["bodies"] for say in body_problems(content)] == []
    assert [say for content in path["terms"] for say in term_problems(content)] == []
    read |= {"decision_path.yaml", "plan_terms.yaml", "goal_means.yaml"}
    read |= {"instruments.yaml", "laws.yaml", "theme_words.yaml"}  # tests/policy/plan/importing
    read |= {"priority_criteria.yaml", "priority_limits.yaml"}
    meetings = yaml.safe_load((folder / "meeting_kinds.yaml").read_text())["meeting_kinds"]
    assert [say for content in meetings for say in kind_problems(content)] == []
    read |= {"meeting_kinds.yaml"}
    read |= {f"{code}.yaml" for code in [*sources, *lists, *indicators]}
    assert {path.name for path in folder.rglob("*.yaml")} == read


@pytest.mark.parametrize(
    "content", [{"code": "x"}, {"code": "x", "provenance": {"source": "y"}}, {"themes": [{}]}]
)
def test_a_definition_without_a_source_is_found(content: object) -> None:
    assert unsourced(content)


def test_every_decision_stands_in_the_index_under_its_own_title() -> None:
    index = (DECISIONS / "README.md").read_text()
    papers = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    offences = []
    for number, path in enumerate(papers, start=1):
        title = path.read_text().splitlines()[0].removeprefix(f"# {number:04d} ")
        if f"| [{number:04d}]({path.name}) | {title} |" not in index:
            offences.append(path.name)
    keep(offences, "Number these on, and put each with its title in docs/decisions/README.md:")
    assert index.count("| [0") == len(papers)


def test_every_role_and_state_stands_in_the_glossary() -> None:
    words = [f"role `{role.code}`" for role in ROLES] + [f"`State.{state.name}`" for state in State]
    keep([word for word in words if word not in GLOSSARY], "Put these in docs/glossary.md:")


def unknown_commands(text: str) -> list[str]:
    """Commands a page tells to type that do not exist."""
    targets = re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE)
    runs = re.findall(r"^  ([a-z]+) ", HELP, re.MULTILINE)
    product = {name.replace("_", "-") for name in get_commands()} | {"help"}
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
    told = [("make", name, targets) for name in re.findall(r"(?:^|[`\n])\s*make ([a-z-]+)", code)]
    told += [("./run", name, [*runs, "help"]) for name in re.findall(r"\./run ([a-z-]+)", code)]
    told += [
        ("integraal", name.replace("_", "-"), product)
        for name in re.findall(r"(?:\./run |`)integraal ([a-z_-]+)", code)
    ]
    return [f"{tool} {name}" for tool, name, known in told if name not in known]


def test_every_command_in_the_docs_exists() -> None:
    pages = [path for path in committed_files() if path.suffix == ".md"]
    assert len(pages) > 20
    keep(
        [f"{page.name}: {say}" for page in pages for say in unknown_commands(page.read_text())],
        "These commands do not exist:",
    )


def test_a_command_that_does_not_exist_is_found() -> None:
    text = "`make coffee`, `./run coffee`\n```sh\n./run integraal brew-coffee\nmake tea\n```"
    found = ["make coffee", "make tea", "./run coffee", "integraal brew-coffee"]
    assert unknown_commands(text) == found
    assert unknown_commands("`make demo`, we make tea, `./run integraal docs --check`") == []


def dead_links(page: Path) -> list[str]:
    """Links of a page to files that are not there."""
    text = re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#\s]+)", text)
    return [one for one in targets if "://" not in one and not (page.parent / one).exists()]


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [path for path in committed_files() if path.suffix == ".md"]
    keep([f"{page.name}: {one}" for page in pages for one in dead_links(page)], "Mend these links:")


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[x](nowhere.md) [y](page.md#z) [z](https://elsewhere.example/)")
    assert dead_links(page) == ["nowhere.md"]
