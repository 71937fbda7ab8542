"""Direction: the creative choices behind a plan, the same shape from rules and from a model.

A planner decides directions; `assemble` turns a brief and its directions into steps. So
both planners make plans of one form, and a model never writes tool calls, file paths or
colors of its own.
"""

from __future__ import annotations

from pydantic import Field

from compositor.document.frozen import Frozen
from compositor.layout.manner import Manner

__all__ = ["Depicted", "Direction"]


class Depicted(Frozen):
    """A thing to be seen in the picture."""

    noun: str = Field(min_length=1, max_length=40, description="one noun, such as cat or 香水")
    attributes: tuple[str, ...] = Field(default=(), max_length=6)
    label: str = Field(
        default="", max_length=40, description="text printed on the thing itself"
    )


class Direction(Frozen):
    """One creative direction for a brief: one variant of every deliverable."""

    styles: tuple[str, ...] = Field(
        min_length=1, max_length=3, description="style ids, the leading one first"
    )
    industry: str = Field(default="", description="industry id")
    mood: str = Field(default="", max_length=80)
    archetype: str = Field(default="", description="layout archetype id for posters")
    constructions: tuple[str, ...] = Field(
        default=(), description="logo construction ids, the preferred first"
    )
    concept: str = Field(default="", max_length=240, description="the idea in one sentence")
    depicted: tuple[Depicted, ...] = Field(default=(), max_length=5)
    copy_texts: dict[str, str] = Field(
        default_factory=dict, description="words by slot: headline, subhead, body, cta, tagline"
    )
    manner: Manner = Field(
        default=Manner(), description="space, scale of type, edges and sides the client wants"
    )
    reasons: dict[str, str] = Field(
        default_factory=dict, description="one sentence each for style, picture, mark, layout"
    )
