"""The variant of the tracer: the fast one where LLVM can carry it, else the plain one."""

from __future__ import annotations

from generators.mesh.studio.tracing.engine import mi

__all__ = ["FAST", "OLDEST_LLVM", "PLAIN", "choose"]

FAST = "llvm_ad_rgb"
PLAIN = "scalar_rgb"
OLDEST_LLVM = 19
"""Older ones abort the process on the first minimum or maximum."""


def choose(wanted: str) -> str:
    """Set and return the variant; `wanted` may be empty.

    Only the version is asked for and one addition made: anything more would end the process
    where LLVM is too old.
    """
    if wanted != PLAIN and _has_llvm():
        mi.set_variant(FAST)
    else:
        mi.set_variant(PLAIN)
    mi.set_log_level(mi.LogLevel.Error)
    return str(mi.variant())


def _has_llvm() -> bool:
    import drjit  # noqa: PLC0415 - looks for LLVM when it is first used

    try:
        mi.set_variant(FAST)
        one = mi.Float(1.0) + mi.Float(1.0)
        drjit.eval(one)
    except (ImportError, RuntimeError):
        return False
    version = drjit.detail.llvm_version()
    return bool(version) and int(version[0]) >= OLDEST_LLVM
