"""Joins PDFs of our own making into one, with bookmarks and with the tags of each part. Pure.

A tagged PDF holds a tree of what is a heading, a table, a link. Libraries that join pages leave
that tree behind. Here the trees are hung under one document, part by part: pages, links and table
headers keep pointing at what they belong to, so that a screen reader reads the whole as one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

_WHOLE_DOCUMENT = ("/Lang", "/MarkInfo", "/ViewerPreferences", "/Metadata")


@dataclass(frozen=True)
class Part:
    """A document in the joined one: its name in the bookmarks, and its bytes."""

    name: str
    pdf: bytes

    @property
    def pages(self) -> int:
        return len(PdfReader(BytesIO(self.pdf)).pages)


def joined(parts: Sequence[Part]) -> bytes:
    """Return one PDF of all parts; title, language and metadata are those of the first.

    Args:
        parts: at least one, each a tagged PDF as ``typesetting`` makes it.
    """
    writer = PdfWriter()
    readers = [PdfReader(BytesIO(part.pdf)) for part in parts]
    first: Any = readers[0].trailer["/Root"]
    for name in _WHOLE_DOCUMENT:
        if name in first:
            writer.root_object[NameObject(name)] = first.raw_get(name).clone(writer)
    tree = _Tree(writer)
    for part, reader in zip(parts, readers, strict=True):
        begin = len(writer.pages)
        writer.append(reader, outline_item=part.name)
        tree.hang(part.name, reader, zip(reader.pages, writer.pages[begin:], strict=True))
    tree.close()
    writer.add_metadata(readers[0].metadata or {})
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


class _Tree:
    """The tree of tags of the joined document, as it grows."""

    def __init__(self, writer: PdfWriter) -> None:
        self.writer = writer
        self.root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        self.root_reference = writer._add_object(self.root)
        self.document = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/StructElem"),
                NameObject("/S"): NameObject("/Document"),
                NameObject("/P"): self.root_reference,
            }
        )
        self.document_reference = writer._add_object(self.document)
        self.kids = ArrayObject()
        self.parents = ArrayObject()
        self.names: list[tuple[str, Any]] = []
        self.roles = DictionaryObject()
        self.next_key = 0
        self.parts = 0

    def hang(self, name: str, reader: PdfReader, pages: Iterable[tuple[Any, Any]]) -> None:
        """Hang the tags of one part under the document; ``pages`` are before and after."""
        source: Any = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
        self.parts += 1
        for kid in source["/K"]:
            element = kid.clone(self.writer)
            element.get_object()[NameObject("/P")] = self.document_reference
            # One document holds parts; each was a document by itself.
            element.get_object()[NameObject("/S")] = NameObject("/Part")
            element.get_object()[NameObject("/T")] = TextStringObject(name)
            self.kids.append(element)
            self._name_apart(element)
        for key, role in source.get("/RoleMap", {}).items():
            self.roles[NameObject(key)] = NameObject(role)
        self._number_apart(source, pages, self._places(reader))

    def close(self) -> None:
        """Put the tree in the document."""
        self.document[NameObject("/K")] = self.kids
        self.root[NameObject("/K")] = ArrayObject([self.document_reference])
        self.root[NameObject("/RoleMap")] = self.roles
        self.root[NameObject("/ParentTree")] = self._added("/Nums", self.parents)
        self.root[NameObject("/ParentTreeNextKey")] = NumberObject(self.next_key)
        pairs = [item for name, element in sorted(self.names, key=lambda one: one[0])
                 for item in (TextStringObject(name), element)]  # fmt: skip
        self.root[NameObject("/IDTree")] = self._added("/Names", ArrayObject(pairs))
        self.writer.root_object[NameObject("/StructTreeRoot")] = self.root_reference
        self.writer.root_object.pop("/Names", None)

    def _added(self, name: str, values: ArrayObject) -> IndirectObject:
        return self.writer._add_object(DictionaryObject({NameObject(name): values}))

    def _places(self, reader: PdfReader) -> dict[str, Any]:
        """Return the named places of a part, which another part may give the same name."""
        names: Any = reader.trailer["/Root"].get("/Names", {})  # type: ignore[union-attr]
        pairs = names.get("/Dests", {}).get("/Names", ())
        return {str(name): place for name, place in zip(pairs[::2], pairs[1::2], strict=True)}

    def _number_apart(
        self, source: Any, pages: Iterable[tuple[Any, Any]], places: dict[str, Any]
    ) -> None:
        """Give pages and links of this part numbers of their own in the tree.

        A link by the name of a place leads to that place itself from now on.
        """
        begin = self.next_key
        numbers = source["/ParentTree"]["/Nums"]
        for key, value in zip(numbers[::2], numbers[1::2], strict=True):
            self.parents.extend([NumberObject(begin + key), value.clone(self.writer)])
        for before, page in pages:
            # Left behind by the library when it copies a page, since it knows no tree.
            if "/StructParents" in before:
                page[NameObject("/StructParents")] = NumberObject(begin + before["/StructParents"])
            for link in page.get("/Annots") or ():
                if "/StructParent" in (one := link.get_object()):
                    one[NameObject("/StructParent")] = NumberObject(begin + one["/StructParent"])
                if isinstance(one.get("/Dest"), str):
                    one[NameObject("/Dest")] = places[str(one["/Dest"])].clone(self.writer)
        self.next_key = begin + source["/ParentTreeNextKey"]

    def _name_apart(self, element: Any) -> None:
        """Give what table cells point at names of this part's own."""
        prefix = f"{self.parts}-"
        for reference in _elements(element):
            found = reference.get_object()
            if "/ID" in found:
                name = prefix + str(found["/ID"])
                found[NameObject("/ID")] = TextStringObject(name)
                self.names.append((name, reference))
            for attributes in _attributes(found):
                if "/Headers" in attributes:
                    attributes[NameObject("/Headers")] = ArrayObject(
                        TextStringObject(prefix + str(one)) for one in attributes["/Headers"]
                    )


def _elements(reference: Any) -> Iterator[Any]:
    """Yield an element and all below it; without recursion, since a tree may be deep."""
    waiting = [reference]
    while waiting:
        one = waiting.pop()
        found = one.get_object()
        if not isinstance(found, DictionaryObject) or "/S" not in found:
            continue
        yield one
        kids = found.get("/K", ArrayObject()).get_object()
        waiting.extend(kids if isinstance(kids, ArrayObject) else [kids])


def _attributes(element: Any) -> list[Any]:
    return [one for one in _each(element.get("/A")) if isinstance(one, DictionaryObject)]


def _each(value: Any) -> list[Any]:
    """Return what may be nothing, one, or several, as a list of the things themselves."""
    if value is None:
        return []
    found = value.get_object()
    return [one.get_object() for one in found] if isinstance(found, ArrayObject) else [found]
