"""The order in which formulas can be worked out: takes a graph, returns an order and its cycles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import dropwhile


def ordered(
    graph: Mapping[str, Sequence[str]],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the nodes with each after what it depends on, and the cycles that were met.

    `graph` maps each node to what it depends on; names outside it are left out. A cycle is
    given as `(a, b, a)`; nodes on a cycle still appear once in the order.
    """
    order: list[str] = []
    cycles: list[tuple[str, ...]] = []
    done: set[str] = set()
    for root in graph:
        if root not in done:
            _visit(root, graph, done, order, cycles)
    return tuple(order), tuple(cycles)


def _visit(
    root: str,
    graph: Mapping[str, Sequence[str]],
    done: set[str],
    order: list[str],
    cycles: list[tuple[str, ...]],
) -> None:
    """Walk depth first from `root`, with a stack of our own: chains may be long."""
    path: dict[str, None] = {root: None}
    waiting = [iter(graph[root])]
    while path:
        for name in waiting[-1]:
            if name in path:
                cycles.append((*dropwhile(name.__ne__, path), name))
            elif name in graph and name not in done:
                path[name] = None
                waiting.append(iter(graph[name]))
                break
        else:
            waiting.pop()
            node, _ = path.popitem()
            done.add(node)
            order.append(node)
