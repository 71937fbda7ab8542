"""Preflight: what is wrong with a document, measured; each finding has a number and a layer."""

from compositor.preflight.check import check
from compositor.preflight.finding import Finding
from compositor.preflight.inspection import inspect_document
from compositor.preflight.mending.mend import Mend, Mended, mend
from compositor.preflight.mending.repair import apply_repair, is_mechanical
from compositor.preflight.settle import settle
from compositor.preflight.target import Insets, Target

__all__ = [
    "Finding",
    "Insets",
    "Mend",
    "Mended",
    "Target",
    "apply_repair",
    "check",
    "inspect_document",
    "is_mechanical",
    "mend",
    "settle",
]
