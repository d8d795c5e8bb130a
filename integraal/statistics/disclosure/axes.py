"""One side of a table: its lines, and the groups and total that they add up to.

Each published line (a neighbourhood, a district, the municipality) is a set of parts. Whether
groups nest, cross or overlap makes no difference: only which parts belong to which line counts.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.roots import Array

ADDED = -2  # level of lines that only earlier releases have
_NUMBERS_AT_ONCE = 500_000


class Node(NamedTuple):
    """A line: level 0 are the parts (label: place from 0), 1 and up the groupings in the order
    given, -1 the total (label None)."""

    level: int
    label: Hashable


@dataclass(frozen=True, slots=True)
class Axis:
    """Lines by parts.

    Attributes:
        nodes: the lines: parts, then each group in order of appearance, then the total.
        member: (lines, parts) one where the part belongs to the line.
        published: (lines,) whether the line is in the table.
    """

    nodes: tuple[Node, ...]
    member: Array
    published: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        parts: int,
        groups: Sequence[Sequence[Hashable]],
        *,
        parts_published: bool = True,
        total_published: bool = True,
    ) -> Self:
        """Make an axis; each grouping gives a label per part, None for a part in no group.

        Raises:
            ValueError: a grouping does not have one label for each part.
        """
        nodes = [Node(0, part) for part in range(parts)]
        members = [np.eye(parts)]
        for level, labels in enumerate(groups, start=1):
            if len(labels) != parts:
                raise ValueError("A grouping needs one label for each row or column.")
            names = [name for name in dict.fromkeys(labels) if name is not None]
            nodes += [Node(level, name) for name in names]
            members += [np.array([[float(each == name) for each in labels]]) for name in names]
        members.append(np.ones((1, parts)))
        published = np.ones(len(nodes) + 1, dtype=np.bool_)
        published[:parts] = parts_published
        published[-1] = total_published
        return cls((*nodes, Node(-1, None)), np.concatenate(members), published)

    def widened(self, member: Array) -> Self:
        """The same axis with unpublished lines added for sets of parts that it does not have."""
        own = {row.tobytes() for row in self.member}
        new = [row for row in member if row.tobytes() not in own]
        if not new:
            return self
        nodes = self.nodes + tuple(Node(ADDED, number) for number in range(len(new)))
        unpublished = np.zeros(len(new), dtype=np.bool_)
        return type(self)(
            nodes,
            np.concatenate([self.member, new]),
            np.concatenate([self.published, unpublished]),
        )

    def moves(self, node: int) -> Iterator[Array]:
        """Ways to add one to a line: to a part of it, taking one from a part outside or nowhere.

        Returns:
            Blocks (ways, lines) of what happens to every line: one, minus one or nothing.
        """
        inside = self.member[node] > 0
        added = self.member.T[inside]
        taken = np.concatenate([self.member.T[~inside], np.zeros((1, len(self.nodes)))])
        at_once = max(1, _NUMBERS_AT_ONCE // taken.size)
        for start in range(0, len(added), at_once):
            block = added[start : start + at_once, None, :] - taken[None, :, :]
            yield block.reshape(-1, len(self.nodes))
