"""Planner: what turns a brief into a plan; rules and llm are two of them."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass

from agent.brief import Brief
from agent.plan import Plan
from generators.base import Effort, Medium
from generators.vector.marks.ideas import Proposal

__all__ = ["PlanRequest", "Planner", "derived_seed"]


@dataclass(frozen=True, kw_only=True)
class PlanRequest:
    """What to plan for.

    Attributes:
        brief: What the client wants.
        seed: Start of every choice.
        variants: How many different designs of each deliverable.
        formats: Files to write for each document.
        pictures: auto, vector (drawn), 3d (photographed in the studio), diffusion or remote
            (painted by a model); auto asks the brief.
        quality: How long a photographed or painted picture may take.
        painter: Which model paints; only a name, so that another one paints anew.
        proposals: Logo concepts a model proposed; judged beside those derived by rules.
        constructions: Logo constructions a model asked for.
    """

    brief: Brief
    seed: int = 1
    variants: int = 1
    formats: tuple[str, ...] = ("png", "svg", "pdf")
    pictures: Medium = "auto"
    quality: Effort = "standard"
    painter: str = ""
    proposals: tuple[Proposal, ...] = ()
    constructions: tuple[str, ...] = ()


class Planner(ABC):
    """Makes plans."""

    @property
    @abstractmethod
    def name(self) -> str:
        """What plans: a stopped run goes on only under the planner that began it."""

    @abstractmethod
    def plan(self, request: PlanRequest) -> Plan:
        """Return a plan that passes `check_plan`."""


def derived_seed(seed: int, *purpose: object) -> int:
    """Return a seed for one purpose: the same everywhere, unrelated between purposes.

    >>> derived_seed(1, "palette") == derived_seed(1, "palette")
    True
    """
    basis = "/".join([str(seed), *(str(part) for part in purpose)])
    return int.from_bytes(hashlib.sha256(basis.encode()).digest()[:4], "big") & 0x7FFFFFFF
