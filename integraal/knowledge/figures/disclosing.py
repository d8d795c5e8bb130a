"""Which counts of areas to hide from whoever may not read them row by row.

Pure. What is hidden follows from all areas together, never from those somebody happens to look
at: else two looks would give by subtraction what one look hides.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from integraal.statistics.disclosure import HiddenKind, suppress

Key = TypeVar("Key", bound=Hashable)


def hidden_parts(counts: Sequence[int | None], total: int | None) -> list[HiddenKind | None]:
    """Return which counts of parts to hide, seeing that the total is published too.

    What has no place in any part is total less parts, so it counts as one more part.

    Args:
        counts: one count per part; None where there is none.
        total: of the whole; None when it is not known.
    """
    known = [count for count in counts if count is not None]
    if total is None or len(known) < len(counts) or sum(known) > total:
        return list(suppress(counts, total_shown=False).kinds)
    result = suppress([*counts, total - sum(known)])
    if not result.total_shown:
        # The total is so small that even "fewer than five" would tell which part it was.
        return ["complementary"] * len(counts)
    return list(result.kinds[: len(counts)])


def hidden_in_tree(
    counts: Mapping[Key, int | None], within: Mapping[Key, Key | None], total: int | None
) -> dict[Key, HiddenKind]:
    """Return which counts to hide among parts that have parts themselves.

    Under a hidden part everything is hidden, because its parts would add up to it.

    Args:
        counts: part to its count; None where there is none.
        within: part to the part it lies in, None directly in the whole; every one in ``counts``.
        total: of the whole, which is published.

    Returns:
        Only the parts to hide, each with why.
    """
    children: dict[Key | None, list[Key]] = defaultdict(list)
    for part in counts:
        children[within[part]].append(part)
    found: dict[Key, HiddenKind] = {}
    waiting: list[Key | None] = [None]
    while waiting:
        above = waiting.pop()
        parts = children[above]
        waiting += [part for part in parts if part in children]
        numbers = [counts[part] for part in parts]
        whole = total if above is None else counts[above]
        kinds = hidden_parts(numbers, whole)
        for part, number, kind in zip(parts, numbers, kinds, strict=True):
            if above is not None and above in found and number is not None:
                kind = kind or "complementary"
            if kind:
                found[part] = kind
    return found
