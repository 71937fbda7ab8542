"""Marks: logo drawings by construction, on a 96 × 96 grid, in at most three paints.

Add a construction by writing one module with ``draw(request) -> Mark`` and adding one line
to `CONSTRUCTIONS`.
"""

from importlib import import_module

from compositor.errors import InvalidValue
from generators.vector.marks.mark import (
    BOX_U,
    CannotDraw,
    Mark,
    MarkInks,
    MarkRequest,
    ink_path,
)

__all__ = [
    "BOX_U",
    "CONSTRUCTIONS",
    "CannotDraw",
    "Mark",
    "MarkInks",
    "MarkRequest",
    "draw_construction",
    "ink_path",
]

CONSTRUCTIONS: dict[str, str] = {
    "pictorial": "generators.vector.marks.constructions.pictorial.draw:draw",
    "line_art": "generators.vector.marks.constructions.line_art:draw",
    "mascot": "generators.vector.marks.constructions.mascot:draw",
    "negative_space": "generators.vector.marks.constructions.negative_space:draw",
    "emblem": "generators.vector.marks.constructions.emblem:draw",
    "line_geo": "generators.vector.marks.constructions.line_geo:draw",
    "abstract_geo": "generators.vector.marks.constructions.abstract_geo:draw",
    "modular_grid": "generators.vector.marks.constructions.modular_grid:draw",
    "lettermark": "generators.vector.marks.constructions.lettermark:draw",
    "letter_mod": "generators.vector.marks.constructions.letter_mod:draw",
    "monogram": "generators.vector.marks.constructions.monogram:draw",
    "hanzi_mark": "generators.vector.marks.constructions.hanzi_mark:draw",
    "enclosure": "generators.vector.marks.constructions.enclosure:draw",
    "pattern_mark": "generators.vector.marks.constructions.pattern_mark:draw",
    "dynamic": "generators.vector.marks.constructions.dynamic:draw",
    "gradient_fluid": "generators.vector.marks.constructions.gradient_fluid:draw",
    "seal": "generators.vector.marks.constructions.seal:draw",
}
"""Name → ``module:function``; modules are imported on first use."""


def draw_construction(name: str, request: MarkRequest) -> Mark:
    """Return a mark by construction.

    Raises:
        KeyError: No construction has that name; the message lists those that do.
        CannotDraw: The construction needs a name, character or subject the request lacks, or
            its outlines cannot be joined at this weight.
    """
    if name not in CONSTRUCTIONS:
        raise KeyError(f"no construction {name!r}; there are {', '.join(CONSTRUCTIONS)}")
    module_name, function_name = CONSTRUCTIONS[name].split(":")
    try:
        mark: Mark = getattr(import_module(module_name), function_name)(request)
    except InvalidValue as error:
        raise CannotDraw(f"{name}: {error}") from error
    return mark
