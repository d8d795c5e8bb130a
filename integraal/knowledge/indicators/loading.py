"""Load the shipped indicators and themes."""

from pathlib import Path

from integraal.knowledge.indicators.definitions import (
    Indicator,
    Theme,
    parse_indicator,
    parse_theme,
)
from integraal.knowledge.indicators.yaml_files import load_folder, load_list


def load_indicators(folder: Path) -> dict[str, Indicator]:
    """All indicators of a folder, by code, in the order of their codes.

    Raises:
        DefinitionProblem: every problem of every file, each with the name of its file.
    """
    return load_folder(folder, parse_indicator)


def load_themes(file: Path) -> dict[str, Theme]:
    """The themes of one file, by code, in the order that the definitions ask for.

    Dropped themes are among them: `Theme.holds_in` says which ones are in the plan of a year.

    Raises:
        DefinitionProblem: every problem, each with the name of the file.
    """
    themes = load_list(file, "themes", parse_theme)
    return dict(sorted(themes.items(), key=lambda entry: entry[1].order))
