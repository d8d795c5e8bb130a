"""The description of open data as JSON-LD, after DCAT-AP-NL 3.0 (Geonovum). Pure.

Required there, and so always given: of a catalog title, description, publisher and contact; of a
dataset title, description, identifier, publisher, creator, contact point, access rights, theme and
language; of a distribution access address and licence.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.knowledge.indicators.periods import Period

Json = dict[str, Any]

PROFILE = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/"
CSV_STANDARD = "https://www.rfc-editor.org/info/rfc4180"
_EU = "http://publications.europa.eu/resource/authority"
LICENCES = {"CC BY 4.0": f"{_EU}/licence/CC_BY_4_0"}
CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "odrs": "http://schema.theodi.org/odrs#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Publisher:
    """Who publishes: a municipality, and how to reach it where it told.

    Attributes:
        name: as in "Gemeente Opmeer".
        code: CBS code such as GM0432; empty for a municipality that has none.
        mail: address for questions; empty: the municipality still has to fill it in.
        address: where the files will stand, ending in a slash; empty: beside this description.
    """

    name: str
    code: str
    mail: str = ""
    address: str = ""


@dataclass(frozen=True)
class PublishedFile:
    """One file, with the source it comes from."""

    name: str
    content: bytes
    code: str
    title: str
    description: str
    licence: str
    credit: str
    origin: str
    first: Period
    last: Period
    rows: int

    @property
    def sha256(self) -> str:
        """The fingerprint of the file."""
        return hashlib.sha256(self.content).hexdigest()


def catalog(publisher: Publisher, files: Sequence[PublishedFile], made_on: date) -> Json:
    """Return the description of a catalog with one dataset for each file, ready for JSON."""
    return {
        "@context": CONTEXT,
        "@id": f"{publisher.address}catalogus.jsonld",
        "@type": "dcat:Catalog",
        "dct:conformsTo": _standard(PROFILE),
        "dct:title": _dutch(f"Open data over veiligheid van {publisher.name}"),
        "dct:description": _dutch(
            "Cijfers over veiligheid uit open bronnen, voor de gemeente en haar delen. "
            "Kleine aantallen zijn niet getoond."
        ),
        "dct:publisher": _agent(publisher),
        "dcat:contactPoint": _contact(publisher),
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:license": {"@id": LICENCES["CC BY 4.0"]},
        "dct:spatial": _place(publisher),
        "dct:modified": _day(made_on),
        "dcat:dataset": [_dataset(publisher, file, made_on) for file in files],
    }


def _dataset(publisher: Publisher, file: PublishedFile, made_on: date) -> Json:
    return {
        "@id": f"{publisher.address}catalogus.jsonld#{file.code}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{publisher.code or 'gemeente'}-{file.code}",
        "dct:title": _dutch(file.title),
        "dct:description": _dutch(file.description),
        "dct:publisher": _agent(publisher),
        "dct:creator": _agent(publisher),
        "dcat:contactPoint": _contact(publisher),
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/JUST"},
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:spatial": _place(publisher),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(_first_day(file.first)),
            "dcat:endDate": _day(_last_day(file.last)),
        },
        "dct:modified": _day(made_on),
        "dct:source": {"@id": file.origin},
        "dct:conformsTo": _standard(PROFILE),
        "dcat:distribution": [_distribution(publisher, file, made_on)],
    }


def _distribution(publisher: Publisher, file: PublishedFile, made_on: date) -> Json:
    address = {"@id": f"{publisher.address}{file.name}"}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _dutch(file.name),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dct:license": {"@id": LICENCES.get(file.licence, file.licence)},
        "odrs:attributionText": _dutch(f"Bron: {file.credit}"),
        "dct:rights": {
            "@type": "dct:RightsStatement",
            "skos:prefLabel": _dutch(f"{file.licence}; noem de bron: {file.credit}"),
        },
        "dct:format": {"@id": f"{_EU}/file-type/CSV"},
        "dcat:mediaType": {"@id": "https://www.iana.org/assignments/media-types/text/csv"},
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:conformsTo": _standard(CSV_STANDARD),
        "dct:modified": _day(made_on),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(file.content))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
    }


def _agent(publisher: Publisher) -> Json:
    known = {"@id": _register(publisher)} if publisher.code else {}
    return {**known, "@type": "foaf:Agent", "foaf:name": _dutch(publisher.name)}


def _contact(publisher: Publisher) -> Json:
    # A mail address is for the municipality to give; we never make one up.
    mail = {"vcard:hasEmail": {"@id": f"mailto:{publisher.mail}"}} if publisher.mail else {}
    return {"@type": "vcard:Kind", "vcard:fn": _dutch(publisher.name), **mail}


def _place(publisher: Publisher) -> Json:
    known = {"@id": _register(publisher)} if publisher.code else {}
    return {**known, "@type": "dct:Location", "skos:prefLabel": _dutch(publisher.name)}


def _register(publisher: Publisher) -> str:
    return f"https://identifier.overheid.nl/tooi/id/gemeente/{publisher.code.lower()}"


def _standard(address: str) -> Json:
    return {"@id": address, "@type": "dct:Standard"}


def _dutch(words: str) -> Json:
    return {"@language": "nl", "@value": words}


def _day(day: date) -> Json:
    return {"@type": "xsd:date", "@value": day.isoformat()}


def _first_day(period: Period) -> date:
    year, month = divmod(period.months.start, 12)
    return date(year, month + 1, 1)


def _last_day(period: Period) -> date:
    year, month = divmod(period.months.stop, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
