"""Whether photographs can be worked on here, and with what."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generators.base import Readiness
from generators.photo.weights import find_weights

__all__ = ["INSTALL", "probe"]

INSTALL: Final = "pip install 'danqing[photo]'"
_NEEDS = ("cv2",)
_SETS = {"cutout": "onnxruntime", "enlarge": "ncnn", "enlarge-photo": "ncnn"}


def probe(name: str, folder: Path | None) -> Readiness:
    """Return whether a part works: ``cutout`` or ``enlarge`` or ``enlarge-photo``.

    Without its weights a part still works, less well: it is ready, and says what is missing.

    Args:
        name: The part; also the name of its weights.
        folder: Where weights are kept.
    """
    lacks = tuple(need for need in _NEEDS if find_spec(need) is None)
    if lacks:
        return Readiness(ready=False, missing=lacks, command=INSTALL)
    if find_spec(_SETS[name]) is None:
        return Readiness(ready=True, missing=(_SETS[name],), command=INSTALL)
    if not find_weights(name, folder):
        return Readiness(ready=True, missing=("weights",), command=f"danqing fetch {name}")
    return Readiness(ready=True)
