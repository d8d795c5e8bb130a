"""How far a reader must think each hidden count could be higher or lower."""

from dataclasses import dataclass

import numpy as np

from integraal.statistics.disclosure.linked_board import LinkedBoard
from integraal.statistics.disclosure.moves import Mask
from integraal.statistics.roots import Array


@dataclass(slots=True)
class Room:
    """How far each count can go up and down for all that a reader knows; and which could go up
    if they were not called small, or not shown as zero."""

    up: Array
    down: Array
    loosenable: Mask


def rooms(board: LinkedBoard, withheld: Mask) -> list[Room]:
    """The room for swaps, in which the lines of `withheld` show nothing at all; any one swap
    keeps to one of these."""
    loose = withheld[:, None]
    labelled = board.small & ~loose & ~board.unlabelled
    up = np.where(labelled, board.threshold - 1 - board.values, np.inf)
    least = np.where(board.small, 1.0, float(board.threshold))
    down = np.where(loose, board.values, np.maximum(board.values - least, 0.0))
    zero = (board.values == 0) & ~loose & ~board.before.hidden
    fixed = board.present & (~board.hideable | zero)
    up = np.where(board.present, np.where(fixed, 0.0, up), np.inf)
    down = np.where(board.present, np.where(fixed, 0.0, down), _unknown(board))
    doubtful = (board.small | zero) & ~loose & board.hideable & ~board.before.hidden
    room = Room(up, down, np.asarray(doubtful))
    return _beside_earlier(board, room) if board.before.any else [room]


def _beside_earlier(board: LinkedBoard, room: Room) -> list[Room]:
    """Swaps among counts that were hidden before, within what was told then; and among counts
    that are new. A swap of both would not fit one of the exports."""
    before, finest = board.before, board.finest
    most = np.where(before.small & board.small, board.threshold - 1 - board.values, np.inf)
    same = (before.hidden & ~(finest & before.changed)) | (~board.present & before.changed)
    fixed = finest & ~before.changed
    return [
        Room(
            np.where(same, np.minimum(room.up, most), 0.0),
            np.where(same, room.down, 0.0),
            np.zeros_like(same),
        ),
        Room(
            np.where(fixed, 0.0, room.up),
            np.where(fixed, 0.0, room.down),
            np.asarray(room.loosenable & ~fixed),
        ),
    ]


def _unknown(board: LinkedBoard) -> Array:
    """How far down what is in no table can go: in a finest cell no further than one way in
    which the lines that hold it can be filled; sums as far as their parts can."""
    found = np.where(board.finest, 0.0, np.inf)
    member, single = board.rows.member, board.rows.finest
    line_of = np.empty(member.shape[1], dtype=int)
    line_of[member[single].argmax(axis=1)] = np.flatnonzero(single)
    unheard = np.asarray(~board.present[line_of].any(axis=1))
    for column in np.flatnonzero(board.columns.finest):
        missing = ~board.present[line_of, column]
        sums = board.present[:, column] & (member[:, missing].sum(axis=1) > 0)
        if sums.any():
            known = np.where(missing, 0.0, board.values[line_of, column])
            rests = np.maximum(board.values[sums, column] - member[sums] @ known, 0.0)
            filled = _filling(member[sums] * missing, rests, unheard)
            found[line_of[missing], column] = filled[missing]
    return found


def _filling(holds: Array, rests: Array, unheard: Mask) -> Array:
    """Numbers for unknown parts that give each line what is left of it; zero where in doubt.

    Of parts that are unheard of elsewhere too, any numbers will do; others must be just right.
    """
    left, found = rests.copy(), np.zeros(holds.shape[1])
    unsure = np.asarray(holds.sum(axis=0) > 0)
    order = np.argsort(holds.sum(axis=1), kind="stable")
    for line in order:
        alone = np.flatnonzero(unsure & (holds[line] > 0))
        if len(alone) == 1:
            found[alone] = max(left[line], 0.0)
            left -= found[alone] * holds[:, alone[0]]
            unsure[alone] = False
    left[(holds[:, unsure & ~unheard] > 0).any(axis=1)] = 0.0
    for line in order:
        for part in np.flatnonzero(unsure & unheard & (holds[line] > 0)):
            room = max(left[holds[:, part] > 0].min(), 0.0)
            found[part] += room
            left -= room * holds[:, part]
    found[unsure & (holds[left > 0] > 0).any(axis=0)] = 0.0
    return found
