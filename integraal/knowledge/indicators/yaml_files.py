"""Read definitions from YAML files that policy staff can review, with every problem named."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

import yaml

from integraal.knowledge.indicators.reading import DefinitionProblem


class HasCode(Protocol):
    """Anything that is known by its code."""

    @property
    def code(self) -> str: ...


Definition = TypeVar("Definition", bound=HasCode)


def load_folder(folder: Path, parse: Callable[[object], Definition]) -> dict[str, Definition]:
    """Every YAML file of a folder through one parser, by code, in the order of the names.

    Raises:
        DefinitionProblem: every problem of every file, each with the name of its file.
    """
    sentences: list[str] = []
    items: list[tuple[str, object]] = []
    for file in sorted(folder.glob("*.yaml")):
        data, problems = load_file(file)
        sentences += problems
        items += [] if problems else [(file.name, data)]
        if isinstance(data, dict) and data.get("code") not in (None, file.stem):
            sentences.append(f"{file.name}: noem het bestand naar de code '{data['code']}'.")
    return _gather(items, parse, sentences)


def load_list(
    file: Path, name: str, parse: Callable[[object], Definition]
) -> dict[str, Definition]:
    """The definitions of one file, under its field `name`; raises as `load_folder`."""
    data, sentences = load_file(file)
    items = data.get(name) if isinstance(data, dict) else None
    if not sentences and not isinstance(items, list):
        sentences = [f"{file.name}: begin met '{name}:' en zet daaronder elk onderdeel."]
        items = []
    return _gather([(file.name, item) for item in items or []], parse, sentences)


def _gather(
    items: Iterable[tuple[str, object]],
    parse: Callable[[object], Definition],
    sentences: list[str],
) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for name, item in items:
        try:
            definition = parse(item)
        except DefinitionProblem as problem:
            sentences += [f"{name}: {sentence}" for sentence in problem.sentences]
            continue
        if definition.code in found:
            sentences.append(f"{name}: de code '{definition.code}' bestaat al. Kies een andere.")
        found[definition.code] = definition
    if sentences:
        raise DefinitionProblem(sentences)
    return found


def load_file(file: Path) -> tuple[object, list[str]]:
    """What one YAML file holds, and as Dutch sentences why it cannot be read, if so."""
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return None, [f"{file.name}: dit bestand is er niet."]
    except UnicodeDecodeError:
        return None, [f"{file.name}: sla het bestand op als UTF-8."]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" Kijk bij regel {mark.line + 1}." if mark else ""
        return None, [f"{file.name}: dit is geen leesbare YAML.{where}"]
