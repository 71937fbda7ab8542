"""Tracing: a flat picture of a mark becomes outlines of few nodes."""

from generators.vector.marks.tracing.picture import CannotTrace
from generators.vector.marks.tracing.trace import Traced, mark_from_trace, trace

__all__ = ["CannotTrace", "Traced", "mark_from_trace", "trace"]
