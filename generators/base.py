"""Picture requests, pictures and the Generator contract.

A generator turns a request into a layered picture. It never sees a document: what it
returns lies in a box of its own, origin top left, px. The same request gives the same
bytes on the same machine.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from compositor.document import Asset, AssetStore, GroupLayer
from compositor.document.frozen import BoxField, Frozen
from compositor.geometry import Box
from compositor.layout.theme import Theme
from compositor.units import MAX_PAGE_PX
from generators.errors import GenerationCancelled

if TYPE_CHECKING:
    from generators.roster import Roster

__all__ = [
    "Budget",
    "Effort",
    "Fact",
    "Generator",
    "Medium",
    "Picture",
    "PictureKind",
    "PictureRequest",
    "Readiness",
    "Subject",
    "Ticket",
    "Treatment",
]

PictureKind = Literal["background", "scene", "hero", "pattern"]
"""background: nothing but what lies behind type. scene: a setting with its heroes. hero: the
subject alone, nothing behind it. pattern: an even field without a focus."""

Treatment = Literal["auto", "flat", "line", "doodle", "cut_paper"]
Medium = Literal["auto", "vector", "3d", "diffusion", "remote"]
"""vector: drawn. 3d: photographed in the studio. diffusion: painted by a model on this
machine. remote: painted by a service. auto: whatever suits style, subject and machine."""

Effort = Literal["draft", "standard", "final"]
"""draft: for candidates and previews. standard: for screens. final: for print."""

Fact = str | int | float | bool
Side = Annotated[float, Field(ge=16, le=MAX_PAGE_PX)]


class Subject(Frozen):
    """One thing to be shown."""

    noun: Annotated[str, Field(min_length=1, max_length=80)]
    """What it is, in English or Chinese: ``white cat``, ``香水``."""
    attributes: tuple[str, ...] = ()
    """How it is: colors, materials, postures (``white``, ``curly``, ``sitting``)."""
    label: str = ""
    """Text that stands on the thing itself, exact; kept as live text."""


class Picture(Frozen):
    """A finished picture."""

    layer: GroupLayer
    """In a box of width × height px, origin top left."""
    width: float
    height: float
    assets: dict[str, Asset] = Field(default_factory=dict)
    says: str
    """How it was made and why, one or two sentences."""
    facts: dict[str, Fact] = Field(default_factory=dict)
    """Measurements and parameters: setting, hero, calm_edge, calm_spread …"""


class PictureRequest(Frozen):
    """What a picture must show, how, and where it must stay quiet."""

    theme: Theme
    width: Side
    """px."""
    height: Side
    subjects: tuple[Subject, ...] = ()
    """The most important first; empty leaves the choice to style and industry."""
    kind: PictureKind = "scene"
    treatment: Treatment = "auto"
    medium: Medium = "auto"
    effort: Effort = "standard"
    printed: Annotated[tuple[str, ...], Field(max_length=4)] = ()
    """What stands on a product, exact, the brand first; empty leaves it bare."""
    mark: Picture | None = None
    """The brand's sign, laid on products; None leaves it out."""
    setting: str = ""
    """A scene or pattern by name; empty leaves the choice to style, subject and seed."""
    calm: tuple[BoxField, ...] = ()
    """Where copy will stand, in fractions of width and height: kept quiet."""
    hero_box: BoxField | None = None
    """Where the main subject belongs, in fractions; None finds the place left by `calm`."""
    provider: str = ""
    """Who paints it, by name; empty leaves the choice open."""
    painted: Asset | None = None
    """What a model painted before: it is cropped anew instead of painted again."""
    seed: int = Field(ge=0, default=0)

    @property
    def style(self) -> str:
        """The leading style id."""
        return self.theme.style.split("+")[0]

    def box_px(self, fraction: Box) -> Box:
        """Return a box of fractions in px of the picture."""
        return Box(0, 0, self.width, self.height).fraction(*fraction)


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """Whether a generator can work here.

    Attributes:
        ready: Whether it can.
        missing: What is missing, one thing each.
        command: The command that brings it; empty when there is none.
    """

    ready: bool
    missing: tuple[str, ...] = ()
    command: str = ""


def _silent(share: float, message: str) -> None:
    del share, message


def _never() -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What a request may take; None leaves it open.

    Attributes:
        seconds: Of waiting.
        cost: US dollars.
        memory_bytes: On the device.
    """

    seconds: float | None = None
    cost: float | None = None
    memory_bytes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """What a caller hands over with a request.

    Attributes:
        assets: Where raster material is kept.
        budget: What may be spent.
        progress: Called with a share 0–1 and a few words.
        cancelled: Asked between steps; True stops the work.
    """

    assets: AssetStore
    budget: Budget = Budget()
    progress: Callable[[float, str], None] = _silent
    cancelled: Callable[[], bool] = _never

    def step(self, share: float, message: str) -> None:
        """Report progress, or stop.

        Raises:
            GenerationCancelled: The caller asked to stop.
        """
        if self.cancelled():
            raise GenerationCancelled(f"stopped before: {message}; start again to go on")
        self.progress(share, message)

    def part(self, low: float, high: float) -> Ticket:
        """Return a ticket whose whole is that part of this one."""

        def told(share: float, message: str) -> None:
            self.progress(low + (high - low) * share, message)

        return replace(self, progress=told)


class Generator(ABC):
    """Makes pictures.

    Args:
        roster: Who can be asked for material; None stands for nobody.

    Attributes:
        name: As in `GENERATORS`.
        summary: One sentence.
        needs_gpu: Whether it is useful only with a graphics card.
        is_remote: Whether the request leaves this machine.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    needs_gpu: ClassVar[bool] = False
    is_remote: ClassVar[bool] = False

    def __init__(self, roster: Roster | None = None) -> None:
        self.roster = roster

    def hesitates(self, request: PictureRequest | None) -> str:
        """Return why it should make this only when asked for by name, or nothing."""
        del request
        return ""

    @abstractmethod
    def probe(self) -> Readiness:
        """Return whether it can work here, quickly and without loading anything heavy."""

    @abstractmethod
    def make(self, request: PictureRequest, ticket: Ticket) -> Picture:
        """Return the picture.

        Raises:
            NotReady: `probe` says no.
            GenerationFailed: The request cannot be met.
            GenerationCancelled: The caller asked to stop.
        """
