"""The signature edits there are for each script, by name."""

from __future__ import annotations

from collections.abc import Callable

from generators.vector.marks.wordmarks import hanzi_redraw, latin_redraw
from generators.vector.marks.wordmarks.bounce import bounce
from generators.vector.marks.wordmarks.edit import Edited, Terms
from generators.vector.marks.wordmarks.hanzi_edits import HANZI_EDITS
from generators.vector.marks.wordmarks.horizon import horizon
from generators.vector.marks.wordmarks.latin_edits import LATIN_EDITS
from generators.vector.marks.wordmarks.letters import Line

__all__ = ["edits_of"]

_Edits = dict[str, Callable[[Line, Terms], Edited | None]]

_HANZI: _Edits = {
    **HANZI_EDITS,
    "ring": hanzi_redraw.ring,
    "dots": hanzi_redraw.dots,
    "stencil": hanzi_redraw.stencil,
    "horizon": horizon,
    "bounce": bounce,
}
_LATIN: _Edits = {
    **LATIN_EDITS,
    "stencil": latin_redraw.stencil,
    "arc": latin_redraw.arc,
    "sprout": latin_redraw.sprout,
    "horizon": horizon,
    "bounce": bounce,
}


def edits_of(*, is_zh: bool) -> _Edits:
    """Return the edits of a script: each takes the spaced line, and None where it cannot."""
    return _HANZI if is_zh else _LATIN
