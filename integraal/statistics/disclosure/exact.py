"""When no simple move is left: the cheapest change of whole counts, by integer programming.

Only needed where earlier exports have fixed counts here and there.
"""

import numpy as np
from scipy import optimize, sparse

from integraal.statistics.disclosure.moves import Board, Mask
from integraal.statistics.roots import Array

_MOST_CELLS = 3000
_SECONDS = 2.0  # per count; without an answer by then it is taken to be exposed
_MOST_STEPS = 1000.0  # a bound on changes, so that the search is finite


def exact_move(board: Board, row: int, column: int, protection: int) -> Mask | None:
    """Find whole changes that move one count up and down by `protection` together.

    Returns:
        Which counts change, as `Board.protect` does; None if there are none, or the table is
        too large to try.
    """
    if board.up.size > _MOST_CELLS:
        return None
    for up in range(protection, -1, -1):
        changes = [
            _cheapest_change(board, row, column, steps) for steps in (up, up - protection) if steps
        ]
        if all(change is not None for change in changes):
            found = np.array(changes, dtype=np.float64)
            reach = np.maximum(found.max(axis=0), 0) - np.minimum(found.min(axis=0), 0)
            board.proven |= reach >= protection
            return np.asarray(reach > 0)
    return None


def _cheapest_change(board: Board, row: int, column: int, steps: int) -> Array | None:
    """Changes of all counts (lines, lines) that move one by `steps`; None if there are none.

    Unknowns: the change of each finest part, and of each count its rise and its fall.
    """
    links = sparse.kron(board.rows.member, board.columns.member, format="csr")
    cells, parts = links.shape
    identity = sparse.eye_array(cells, format="csr")
    sums = sparse.hstack([links, -identity, identity], format="csr")
    most_up = np.minimum(board.up.ravel(), _MOST_STEPS)
    most_down = np.minimum(board.down.ravel(), _MOST_STEPS)
    least = np.concatenate([np.full(parts, -_MOST_STEPS), np.zeros(2 * cells)])
    most = np.concatenate([np.full(parts, _MOST_STEPS), most_up, most_down])
    target = row * board.up.shape[1] + column
    own = parts + target + (0 if steps > 0 else cells)
    other = parts + target + (cells if steps > 0 else 0)
    if most[own] < abs(steps):
        return None
    least[own] = most[own] = abs(steps)
    most[other] = 0.0
    cost = np.tile(board.cost.ravel() + 0.01, 2)
    found = optimize.milp(
        np.concatenate([np.zeros(parts), cost]),
        constraints=optimize.LinearConstraint(sums, 0.0, 0.0),
        bounds=optimize.Bounds(least, most),
        integrality=np.concatenate([np.ones(parts), np.zeros(2 * cells)]),
        options={"time_limit": _SECONDS},
    )
    if found.x is None:
        return None
    return np.asarray(np.round(links @ np.round(found.x[:parts])).reshape(board.up.shape))
