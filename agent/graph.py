"""The graph: planner → maker → reviewer, with a bounded way back, then delivery. No more."""

from __future__ import annotations

from typing import Any, Protocol

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph

from agent.plan import DELIVERY_TOOL
from agent.state import RunState

__all__ = ["build_graph"]


class Node(Protocol):
    """One node: reads the state, returns what changes."""

    def __call__(self, state: RunState) -> RunState:
        """Do it."""
        ...


def build_graph(
    plan: Node,
    make: Node,
    review: Node,
    deliver: Node,
    saver: BaseCheckpointSaver[Any] | None = None,
) -> Any:
    """Return the compiled graph.

    Maker and delivery do one step per visit, so a checkpoint follows every step. Files are
    written only for what the reviewer has let through.
    """
    graph = StateGraph(RunState)
    graph.add_node("plan", plan)
    graph.add_node("make", make)
    graph.add_node("review", review)
    graph.add_node("deliver", deliver)
    graph.add_edge(START, "plan")
    graph.add_edge("plan", "make")
    graph.add_conditional_edges("make", _after_make, ["make", "review"])
    graph.add_conditional_edges("review", _after_review, ["make", "deliver"])
    graph.add_conditional_edges("deliver", _after_deliver, {"deliver": "deliver", "end": END})
    return graph.compile(checkpointer=saver)


def _after_make(state: RunState) -> str:
    return "make" if _waits(state, delivery=False) else "review"


def _after_review(state: RunState) -> str:
    return "make" if _waits(state, delivery=False) else "deliver"


def _after_deliver(state: RunState) -> str:
    return "deliver" if _waits(state, delivery=True) else "end"


def _waits(state: RunState, *, delivery: bool) -> bool:
    return any(
        step["state"] == "waiting" and (step["tool"] == DELIVERY_TOOL) is delivery
        for step in state["plan"]["steps"]
    )
