"""Tool, Workbench and what a tool makes: the contract between planner and maker.

A tool takes checked arguments and a Workbench, and returns what it made. It changes
nothing in place: the maker stores the result under the step's id, so a later step, or a
resumed run, can refer to it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import Field, TypeAdapter

from compositor.document import Asset, AssetStore, Document, GroupLayer
from compositor.document.frozen import Frozen
from compositor.layout.theme import Theme
from generators.roster import Roster
from tools.errors import WrongArguments

__all__ = [
    "MATERIAL",
    "Copy",
    "Drawing",
    "Exported",
    "ExportedFile",
    "Look",
    "Made",
    "MadeFrom",
    "Material",
    "Phase",
    "Report",
    "Tool",
    "ToolResult",
    "Workbench",
    "step_field",
]

Phase = Literal["style", "elements", "layout", "render"]


class Look(Frozen):
    """Made by choose_style."""

    kind: Literal["look"] = "look"
    theme: Theme


class Copy(Frozen):
    """Made by write_copy: the words of one deliverable by slot, already exact.

    Slots: headline, subhead, body, meta, price, cta, brand, tagline, caption, legal.
    """

    kind: Literal["copy"] = "copy"
    language: str
    slots: dict[str, str]
    required: tuple[str, ...] = ()
    """Texts of the brief that must appear, exactly; each is contained in some slot."""
    invented: tuple[str, ...] = ()
    """Slots the brief did not supply."""


class MadeFrom(Frozen):
    """The call a drawing came from: with another size it makes the drawing again."""

    tool: str
    arguments: dict[str, Any]
    """Plain JSON, without the look and without what depends on the page."""
    seed: int = Field(ge=0)


class Drawing(Frozen):
    """Made by draw_mark and make_image: layers in a box of their own, origin top left."""

    kind: Literal["drawing"] = "drawing"
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    layer: GroupLayer
    assets: dict[str, Asset] = Field(default_factory=dict)
    says: str = ""
    """How it was made and why, one or two sentences."""
    facts: dict[str, str | int | float | bool] = Field(default_factory=dict)
    """Measurements and parameters: construction, node_count, calm box …"""
    made_from: MadeFrom | None = None


class Made(Frozen):
    """Made by the compose tools."""

    kind: Literal["document"] = "document"
    document: Document
    says: str = ""


class Report(Frozen):
    """Made by check_design: the preflight findings of one document, as plain JSON."""

    kind: Literal["report"] = "report"
    findings: tuple[dict[str, Any], ...] = ()
    hard: int = 0
    soft: int = 0
    reads: tuple[str, ...] = ()
    """The findings as sentences, in the language of the design."""
    mends: tuple[dict[str, Any], ...] = ()
    """Repairs that were carried out before, each with the number before and after."""
    marks: tuple[dict[str, Any], ...] = ()
    """What was measured on the logo's mark, or on each concept of a sheet."""


class ExportedFile(Frozen):
    """A written file."""

    path: str
    """Relative to the output folder, with forward slashes."""
    format: str
    sha256: str
    bytes: int
    width: float = 0
    height: float = 0
    """px."""


class Exported(Frozen):
    """Made by export_document."""

    kind: Literal["exported"] = "exported"
    files: tuple[ExportedFile, ...]


Material = Annotated[
    Look | Copy | Drawing | Made | Report | Exported, Field(discriminator="kind")
]
MATERIAL: TypeAdapter[Look | Copy | Drawing | Made | Report | Exported] = TypeAdapter(Material)

M = TypeVar("M", Look, Copy, Drawing, Made, Report, Exported)
A = TypeVar("A", bound=Frozen)


@dataclass(frozen=True, kw_only=True)
class ToolResult:
    """What a tool gives back.

    Attributes:
        made: The material.
        note: One sentence for the plan panel: what was done and why.
    """

    made: Look | Copy | Drawing | Made | Report | Exported
    note: str


def _no_progress(share: float, message: str) -> None:
    del share, message


def _never() -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Workbench:
    """All that a tool may touch.

    Attributes:
        seed: Start of every random choice in this step.
        assets: Where pictures are kept.
        out: Folder of the run; only export_document writes there.
        materials: Results of earlier steps by step id.
        progress: Call with a share 0–1 and a few words.
        cancelled: Asked while something slow is made; True stops it.
        roster: Who may be asked for painted material; None stands for nobody.
    """

    seed: int
    assets: AssetStore
    out: Path
    materials: Mapping[str, Any] = field(default_factory=dict)
    progress: Callable[[float, str], None] = _no_progress
    cancelled: Callable[[], bool] = _never
    roster: Roster | None = None

    def find(self, step_id: str, kind: type[M]) -> M:
        """Return what an earlier step made.

        Raises:
            WrongArguments: No step has that id, or it made something else.
        """
        made = self.materials.get(step_id)
        if made is None:
            known = ", ".join(sorted(self.materials)) or "none yet"
            raise WrongArguments(f"no step {step_id!r} has made anything; there are: {known}")
        if not isinstance(made, kind):
            wanted = kind.model_fields["kind"].default
            raise WrongArguments(f"step {step_id!r} made a {made.kind}, not a {wanted}")
        return made


class Tool(ABC, Generic[A]):
    """One thing the planner may ask for.

    Attributes:
        name: The file's name.
        summary: One sentence the planner reads.
        phase: Where in a plan it belongs.
        arguments: The model its arguments are checked against. A field whose JSON schema
            has ``x-step`` names the step whose material it takes (use `step_field`).
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    phase: ClassVar[Phase]
    arguments: type[A]

    @abstractmethod
    def run(self, arguments: A, bench: Workbench) -> ToolResult:
        """Do it.

        Raises:
            WrongArguments: The planner may try again with others.
            ToolFailed: It may not.
        """


def step_field(made_kind: str, description: str, *, optional: bool = False) -> Any:
    """Return a field that holds the id of an earlier step that made such a material."""
    extra: dict[str, Any] = {"x-step": made_kind}
    if optional:
        return Field(default="", description=description, json_schema_extra=extra)
    return Field(min_length=1, description=description, json_schema_extra=extra)
