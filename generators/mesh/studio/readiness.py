"""Whether the studio can work here, and how well."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generators.base import Readiness

__all__ = ["INSTALL", "LLVM_HINT", "has_llvm", "probe"]

INSTALL: Final = "pip install 'danqing[studio]'"
LLVM_HINT: Final = "LLVM 19 (works without, about twice as slow: apt-get install libllvm19)"
_NEEDS = ("mitsuba", "drjit", "mitsuba_oidn", "manifold3d", "shapely", "scipy", "trimesh")
_OLDEST_LLVM = 19
_PLACES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/opt/llvm/lib")
_NAME = re.compile(r"libLLVM(?:-|\.so\.|\.)(\d+)")


def probe() -> Readiness:
    """Return whether the studio can render, without loading anything heavy.

    A missing LLVM is told, but does not make the studio unready.
    """
    lacks = tuple(name for name in _NEEDS if find_spec(name) is None)
    if lacks:
        return Readiness(ready=False, missing=lacks, command=INSTALL)
    return Readiness(ready=True, missing=() if has_llvm() else (LLVM_HINT,))


def has_llvm() -> bool:
    """Whether a shared LLVM that the tracer can use lies where systems keep them."""
    for place in _PLACES:
        for pattern in ("libLLVM*", "*/libLLVM*", "llvm-*/lib/libLLVM*"):
            for path in Path(place).glob(pattern):
                found = _NAME.match(path.name)
                if found and int(found[1]) >= _OLDEST_LLVM:
                    return True
    return False
