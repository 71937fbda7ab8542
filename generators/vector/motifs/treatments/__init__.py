"""The four hands a sketch can be finished with, by name."""

from collections.abc import Callable

from compositor.document import Layer
from generators.vector.motifs.request import MotifRequest, Treatment
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.treatments.cut_paper import cut_paper
from generators.vector.motifs.treatments.doodle import doodle
from generators.vector.motifs.treatments.flat import flat
from generators.vector.motifs.treatments.line import line

__all__ = ["FINISHES"]

FINISHES: dict[Treatment, Callable[[Sketch, MotifRequest], tuple[Layer, ...]]] = {
    "flat": flat,
    "line": line,
    "doodle": doodle,
    "cut_paper": cut_paper,
}
