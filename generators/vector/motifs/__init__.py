"""Motifs: subjects drawn in code, each in four hands; vector, recolorable, license-clean."""

from generators.vector.motifs.drawing import draw_motif
from generators.vector.motifs.errors import UnknownMotif
from generators.vector.motifs.names import MOTIFS, find_motif, is_motif_word
from generators.vector.motifs.request import (
    TREATMENTS,
    MotifDrawing,
    MotifRequest,
    Treatment,
)

__all__ = [
    "MOTIFS",
    "TREATMENTS",
    "MotifDrawing",
    "MotifRequest",
    "Treatment",
    "UnknownMotif",
    "draw_motif",
    "find_motif",
    "is_motif_word",
]
