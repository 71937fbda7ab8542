"""Taking pictures: request in, layers out, by way of the cache and a child process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generators.base import Ticket
from generators.errors import GenerationCancelled, NotReady
from generators.mesh.studio.cache import StudioCache
from generators.mesh.studio.job import Job, digest_of
from generators.mesh.studio.picture import StudioPicture
from generators.mesh.studio.process import Tracer
from generators.mesh.studio.readiness import probe
from generators.mesh.studio.request import StudioRequest
from generators.mesh.studio.staging import staged

__all__ = ["Preview", "render", "turntable"]

Preview = Callable[[NDArray[np.uint8]], None]
_EDITION = 3
"""Raised whenever the same job begins to look different, so that caches forget."""


def render(
    request: StudioRequest,
    ticket: Ticket,
    cache: StudioCache | None = None,
    *,
    preview: Preview | None = None,
    variant: str = "",
    tracer: Tracer | None = None,
) -> StudioPicture:
    """Return the picture.

    Args:
        request: What to take.
        ticket: Assets for artwork, progress, and the wish to stop.
        cache: Where finished pictures are kept; None keeps none.
        preview: Called with a small picture after each pass but the last, and at the end.
        variant: ``scalar_rgb`` forces the one without LLVM; empty takes the best there is.
        tracer: A running one, to take several pictures in a row; it is closed when cancelled.

    Raises:
        NotReady: The extra is not installed.
        UnknownGenerator: No such prop or artwork area.
        GenerationFailed: The request cannot be met.
        GenerationCancelled: The ticket asked to stop; nothing is left behind.
    """
    ticket.step(0.0, "setting up")
    job = staged(request, ticket.assets)
    digest = digest_of(_EDITION, variant, job)
    kept = cache.read(digest) if cache is not None else None
    if kept is not None:
        ticket.progress(1.0, "taken before")
        return kept
    made: StudioPicture | None = None
    for message in _answers("photograph", job, None, ticket, variant, tracer):
        if message[0] == "preview" and preview is not None:
            preview(message[1])
        elif message[0] == "done":
            facts = _facts(job, message[2]) | {"digest": digest}
            made = StudioPicture(message[1], facts)
    assert made is not None
    if cache is not None:
        cache.write(digest, made)
    ticket.progress(1.0, "done")
    return made


def turntable(
    request: StudioRequest, frames: int, ticket: Ticket, *, variant: str = ""
) -> Iterator[NDArray[np.uint8]]:
    """Yield the frames of one full turn, RGB; the set and the light stay.

    Raises:
        GenerationCancelled: The ticket asked to stop.
    """
    job = staged(request, ticket.assets)
    angles = tuple(360.0 * number / frames for number in range(frames))
    for message in _answers("turntable", job, angles, ticket, variant, None):
        if message[0] == "frame":
            yield message[2]


def _answers(
    kind: str,
    job: Job,
    extra: Any,
    ticket: Ticket,
    variant: str,
    tracer: Tracer | None,
) -> Iterator[tuple[Any, ...]]:
    readiness = probe()
    if not readiness.ready:
        raise NotReady(
            f"the studio lacks {', '.join(readiness.missing)}; run {readiness.command}"
        )
    running = tracer or Tracer(variant)
    is_done = False
    try:
        for message in running.ask(kind, job, extra):
            if ticket.cancelled():
                raise GenerationCancelled("the picture was stopped; ask again to start over")
            if message is None:
                continue
            if message[0] == "progress":
                ticket.progress(message[1], message[2])
            else:
                yield message
        is_done = True
    finally:
        if tracer is None or not is_done:
            running.close()


def _facts(job: Job, told: dict[str, Any]) -> dict[str, Any]:
    return {
        **told,
        "spp": job.spp * job.passes,
        "depth": job.depth,
        "traced": f"{job.rendered[0]} × {job.rendered[1]}",
        "triangles": sum(len(part.mesh.faces) for part in job.parts if part.role == "subject"),
        "from_cache": False,
    }
