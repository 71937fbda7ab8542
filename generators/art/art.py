"""Art: the generator that needs no weights and no network."""

from __future__ import annotations

from typing import ClassVar

from generators.art.photograph import photograph
from generators.art.policy import choose
from generators.base import Generator, Picture, PictureRequest, Readiness, Ticket
from generators.errors import GenerationFailed, NotReady
from generators.vector.picture import draw_picture

__all__ = ["Art"]


class Art(Generator):
    """Draws with the house's own patterns, scenes and motifs, or photographs its props."""

    name: ClassVar[str] = "art"
    summary: ClassVar[str] = (
        "layered pictures, drawn in code or photographed in the 3D studio; "
        "no weights, no network"
    )

    def probe(self) -> Readiness:
        """Return ready: drawing needs nothing but the package."""
        return Readiness(ready=True)

    def make(self, request: PictureRequest, ticket: Ticket) -> Picture:
        """Return the picture; see `Generator.make`."""
        choice = choose(request)
        missed = ""
        if choice.medium == "3d":
            try:
                return photograph(request, choice, ticket)
            except (NotReady, GenerationFailed) as error:
                missed = f" The studio could not take it: {error}"
        elif request.medium == "3d":
            missed = f" Drawn although 3D was asked for: {choice.why}."
        picture = draw_picture(request, ticket)
        return picture.model_copy(
            update={
                "says": picture.says + missed,
                "facts": {"medium": "vector", **picture.facts},
            }
        )
