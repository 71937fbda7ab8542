"""The tracer and the denoiser, untyped: their stubs describe arrays as no variant has them."""

from importlib import import_module
from typing import Any

__all__ = ["mi", "oidn"]

mi: Any = import_module("mitsuba")
oidn: Any = import_module("mitsuba_oidn")
