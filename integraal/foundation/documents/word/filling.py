"""Fill a Word template: a template and plain values in, a .docx out. Pure: no database, no clock.

Values are texts, lists and tables of texts. They are escaped as they go in and are never read as
a template: braces in a text come out as braces.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from lxml.etree import LxmlError

from integraal.foundation.documents.word.archives import DAMAGED, TemplateRefused, check_archive
from integraal.foundation.documents.word.grammar import Fields, Grammar

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# docxtpl turns these back into braces, after it filled in; a text of a user must not.
_DOCXTPL_BRACES = re.compile(r"([{}%])_(?=[{}%])")
_FIRST_MOMENT_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_MOST_WORDS = 60


def fill(
    template: bytes, values: Mapping[str, Any], fields: Fields, *, title: str, moment: datetime
) -> bytes:
    """Return the template filled in.

    Args:
        template: a .docx that was checked (see ``try_out``).
        values: what stands in each field, in the shape of ``fields``.
        fields: which there are.
        title, moment: written into the properties of the document.

    Returns:
        The bytes; the same for the same arguments.

    Raises:
        TemplateRefused: the template cannot be filled; the message is a sentence.
    """
    try:
        document = DocxTemplate(BytesIO(template))
        document.render(_clean(values), jinja_env=Grammar(fields), autoescape=True)
        _describe(document, title, moment)
        made = BytesIO()
        document.save(made)
    except TemplateSyntaxError as problem:
        raise TemplateRefused(_mistake(problem)) from problem
    except (TemplateError, LxmlError, ValueError, KeyError, AttributeError) as problem:
        raise TemplateRefused(DAMAGED) from problem
    return steady(made.getvalue())


def try_out(template: bytes, fields: Fields) -> bytes:
    """Return the template filled with an example in which every field holds its own description.

    Raises:
        TemplateRefused: the file is not safe, or a field in it is unknown or wrongly written.
    """
    check_archive(template)
    moment = datetime.fromisoformat("2026-01-01T12:00:00+01:00")
    made = fill(template, example_of(fields), fields, title="Voorbeeld", moment=moment)
    try:
        readable = any(part.text.strip() for part in Document(BytesIO(made)).paragraphs)
    except (LxmlError, ValueError, KeyError) as problem:
        raise TemplateRefused(DAMAGED) from problem
    if not readable:
        raise TemplateRefused("Met dit sjabloon komt er een leeg document uit. Zet er tekst in.")
    return made


def example_of(fields: Any) -> Any:
    """Return values in the shape of the fields: lists of two, texts that say what they are."""
    if isinstance(fields, Mapping):
        return {name: example_of(inside) for name, inside in fields.items()}
    if isinstance(fields, list):
        return [example_of(fields[0])] * 2
    return fields


def _clean(value: Any) -> Any:
    """Return the values with texts that fit in XML and that docxtpl leaves alone."""
    if isinstance(value, Mapping):
        return {name: _clean(inside) for name, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inside) for inside in value]
    # A word joiner has no width: the reader sees what was typed.
    return _DOCXTPL_BRACES.sub("\\1\u2060_", _NO_XML.sub("", str(value)))


def _describe(document: DocxTemplate, title: str, moment: datetime) -> None:
    properties = document.docx.core_properties
    properties.title = _NO_XML.sub("", title)[:255]
    properties.language = "nl-NL"
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.revision = 1


def steady(content: bytes) -> bytes:
    """Return the same archive without the moment it was packed."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            info = ZipInfo(part.filename, _FIRST_MOMENT_OF_ZIP)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(part))
    return made.getvalue()


def _mistake(problem: TemplateSyntaxError) -> str:
    """Return a sentence for a field that is wrongly written, with the words around it."""
    lines = [str(line).strip() for line in getattr(problem, "docx_context", ())]
    near = next((line for line in lines[3:] if "{" in line or "}" in line), "")
    near = near or next((line for line in lines if "{" in line or "}" in line), "")
    where = f" Het gaat mis bij: {near[:_MOST_WORDS]}" if near else ""
    return (
        "In het sjabloon is een veld niet goed geschreven. Elke {{ heeft een }} nodig, en elke "
        f"{{% for %}} of {{% if %}} een {{% endfor %}} of {{% endif %}}.{where}"
    )
