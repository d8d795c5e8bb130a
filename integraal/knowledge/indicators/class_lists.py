"""What can be counted: a list of classes of one publisher, with what is known about its years."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, cast, get_args

from integraal.knowledge.indicators.breaks import Break, LeftOut, read_breaks, read_left_out
from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    read_code,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import FieldReader
from integraal.knowledge.indicators.yaml_files import load_folder

Fit = Literal["equal", "wider", "narrower", "none"]

_CLASS_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*", re.ASCII)


@dataclass(frozen=True)
class ListedClass:
    """One class of a list.

    `incidents` are the police's own incident codes behind it. `within` is the class of the same
    list that holds it. `newer` are the classes of the list `misdrijven` that come closest, and
    `fit` says how this class relates to them together: wider means that it counts more.
    """

    code: str
    label: str
    incidents: tuple[str, ...]
    within: str | None
    newer: tuple[str, ...]
    fit: Fit | None
    note: str | None


@dataclass(frozen=True)
class ClassList:
    """A division of what is counted; `total` is the class that holds the sum of all others.

    `dimension` is how a screen export heads the list; None when the classes are the columns.
    """

    code: str
    name: str
    dimension: str | None
    total: str | None
    classes: tuple[ListedClass, ...]
    breaks: tuple[Break, ...]
    leave_out: tuple[LeftOut, ...]
    status: Status
    provenance: Provenance

    @cached_property
    def _codes(self) -> dict[str, ListedClass]:
        return {each.code: each for each in self.classes}

    @cached_property
    def _labels(self) -> dict[str, ListedClass]:
        found = {each.label.casefold(): each for each in self.classes}
        return found | {each.code.casefold(): each for each in self.classes}

    def by_code(self, code: str) -> ListedClass | None:
        """The class with this code, blanks around it left aside; None when there is none."""
        return self._codes.get(code.strip())

    def by_label(self, text: str) -> ListedClass | None:
        """The class with this label or code, capitals and blanks around it left aside."""
        return self._labels.get(text.strip().casefold())

    def measure(self, class_code: str) -> str:
        """How figures of a class are stored: "misdrijven:1.1.1".

        Raises:
            KeyError: the list has no such class.
        """
        return f"{self.code}:{self._codes[class_code.strip()].code}"

    def inside(self, class_code: str) -> frozenset[str]:
        """The codes of all classes that this class holds, the deeper ones too."""
        if class_code == self.total:
            return frozenset(self._codes) - {class_code}
        direct = [each.code for each in self.classes if each.within == class_code]
        return frozenset(direct).union(*(self.inside(code) for code in direct))


def parse_class_list(data: object) -> ClassList:
    """Read one list of classes, as it stands in definitions/lists/*.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    reader = FieldReader(data, subject("Indeling", data))
    class_list = ClassList(
        code=read_code(reader),
        name=reader.text("name"),
        dimension=reader.optional_text("dimension"),
        total=reader.optional_text("total"),
        classes=tuple(_read_class(reader, part) for part in reader.parts("classes")),
        breaks=read_breaks(reader),
        leave_out=read_left_out(reader),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    _check_classes(reader, class_list)
    reader.finish()
    return class_list


def load_class_lists(folder: Path) -> dict[str, ClassList]:
    """All lists of a folder, by code; raises DefinitionProblem with every problem."""
    return load_folder(folder, parse_class_list)


def _read_class(reader: FieldReader, part: FieldReader) -> ListedClass:
    fit = None if part.take("fit") is None else cast(Fit, part.one_of("fit", get_args(Fit)))
    listed = ListedClass(
        code=part.text("code"),
        label=part.text("label"),
        incidents=part.texts("incidents"),
        within=part.optional_text("within"),
        newer=part.texts("newer"),
        fit=fit,
        note=part.optional_text("note"),
    )
    if listed.code and not _CLASS_CODE.fullmatch(listed.code):
        part.note("'code' mag alleen letters, cijfers, punten en streepjes hebben.")
    if listed.newer and listed.fit in (None, "none"):
        part.note("noem met 'fit' hoe de klasse past bij 'newer': equal, wider of narrower.")
    if not listed.newer and listed.fit not in (None, "none"):
        part.note("'fit' zegt dat er een nieuwe klasse bij past. Noem die bij 'newer'.")
    reader.absorb(part)
    return listed


def _check_classes(reader: FieldReader, class_list: ClassList) -> None:
    if not class_list.classes:
        reader.note("noem onder 'classes' ten minste een klasse.")
    _note_twice(reader, "code", [each.code for each in class_list.classes])
    _note_twice(reader, "label", [each.label.casefold() for each in class_list.classes])
    known = {each.code: each.within for each in class_list.classes}
    if class_list.total is not None and class_list.total not in known:
        reader.note(f"het totaal '{class_list.total}' staat niet bij de klassen.")
    for code, within in known.items():
        if within is not None and within not in known:
            reader.note(f"klasse {code} valt binnen '{within}', maar die staat er niet bij.")
        elif _goes_round(code, known):
            reader.note(f"klasse {code} valt langs een omweg binnen zichzelf. Verbeter 'within'.")


def _note_twice(reader: FieldReader, name: str, values: Sequence[str]) -> None:
    for value in sorted({each for each in values if each and values.count(each) > 1}):
        reader.note(f"de {name} '{value}' staat er twee keer in. Verwijder er een.")


def _goes_round(code: str, within: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    step: str | None = code
    while step is not None and step not in seen:
        seen.add(step)
        step = within.get(step)
    return step is not None
