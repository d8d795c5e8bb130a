"""The whole report of a ``Report``: what every reader takes, page, paper or data."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account, Sentence
from integraal.policy.accountability.reports.content import content_of
from integraal.policy.accountability.reports.links import with_links
from integraal.policy.accountability.reports.sentences import account_from
from integraal.policy.accountability.reports.telling.words import period

Json = dict[str, Any]


def account_of(report: Report) -> Account:
    """Return the account: of an adopted report from what was frozen, else as it is now.

    A draft of which no facts were gathered yet has a cover and nothing else.
    """
    content = content_of(report)
    if content["facts"] is None:
        return _cover(report)
    account = account_from(content)
    return with_links(as_frozen(account, content.get("sentences", {})), content["facts"])


def as_frozen(account: Account, frozen: Json) -> Account:
    """Return the account with the sentences as they were adopted, whatever we would say now."""
    return _in_words(account, frozen) if frozen else account


def _in_words(part: Any, frozen: Json) -> Any:
    if isinstance(part, Sentence):
        return replace(part, text=frozen.get(part.code, part.text))
    if isinstance(part, tuple):
        return tuple(_in_words(one, frozen) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: _in_words(getattr(part, one.name), frozen)
                                for one in fields(part)})  # fmt: skip
    return part


def _cover(report: Report) -> Account:
    return Account(
        title=report.title,
        kind=report.kind,
        kind_label=report.get_kind_display(),
        period=period(str(report.first_day), str(report.last_day)),
        first_day=report.first_day,
        last_day=report.last_day,
        municipality="",
        programme=str(report.programme),
        facts_mark="",
    )
