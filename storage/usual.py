"""What a take usually costs, told by those that were made last."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import CompoundSelect, RowMapping, select, union_all

from storage import tables as t
from storage.domain.costs import Cost, Piece
from storage.domain.takes import Medium
from storage.ledger.entries import contribution

RECENT = 50
"""How many takes of a medium tell what one usually costs."""


def recent() -> CompoundSelect[*tuple[Any, ...]]:
    """Select the bodies of each medium's last contributions, each through the index on its medium."""
    acts = select(t.takes.c.medium, t.contributions.c.body).join(t.contributions)
    last = acts.order_by(t.takes.c.seq.desc()).limit(RECENT)
    each = (last.where(t.takes.c.medium == medium).subquery() for medium in Medium)
    return union_all(*(select(medium) for medium in each))


def usual(rows: Iterable[RowMapping]) -> Mapping[Piece, Cost]:
    """Return the mean of what each tool took for each medium."""
    costs: dict[Piece, list[Cost]] = {}
    for row in rows:
        act = contribution(row["body"])
        costs.setdefault((row["medium"], act.tool.name if act.tool else ""), []).append(act.cost)
    return {piece: _mean(each) for piece, each in costs.items()}


def _mean(costs: Sequence[Cost]) -> Cost:
    total = sum(costs, Cost())
    return Cost(milliseconds=total.milliseconds // len(costs), micros=total.micros // len(costs))
