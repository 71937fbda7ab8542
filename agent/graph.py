"""The graph: planner → maker → reviewer, with a bounded way back. Nodes and edges only."""

from __future__ import annotations

from typing import Any, Protocol

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph

from agent.state import RunState

__all__ = ["build_graph"]


class Node(Protocol):
    """One node: reads the state, returns what changes."""

    def __call__(self, state: RunState) -> RunState:
        """Do it."""
        ...


def build_graph(
    plan: Node, make: Node, review: Node, saver: BaseCheckpointSaver[Any] | None = None
) -> Any:
    """Return the compiled graph.

    The maker does one step per visit, so a checkpoint follows every step.
    """
    graph = StateGraph(RunState)
    graph.add_node("plan", plan)
    graph.add_node("make", make)
    graph.add_node("review", review)
    graph.add_edge(START, "plan")
    graph.add_edge("plan", "make")
    graph.add_conditional_edges("make", _after_make, ["make", "review"])
    graph.add_conditional_edges("review", _after_review, {"make": "make", "end": END})
    return graph.compile(checkpointer=saver)


def _after_make(state: RunState) -> str:
    waiting = any(step["state"] in ("waiting", "running") for step in state["plan"]["steps"])
    return "make" if waiting else "review"


def _after_review(state: RunState) -> str:
    return "end" if state.get("outcome") else "make"
