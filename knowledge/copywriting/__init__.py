"""Lines for what the client left open: headlines, subheads, taglines, calls to action."""

from knowledge.copywriting.bank import Line, LineRequest, find_lines, trade_descriptor
from knowledge.copywriting.limits import fits, slot_limits, width_of
from knowledge.copywriting.register import echoes, liveliness_of
from knowledge.copywriting.topics import display_topic, leads

__all__ = [
    "Line",
    "LineRequest",
    "display_topic",
    "echoes",
    "find_lines",
    "fits",
    "leads",
    "liveliness_of",
    "slot_limits",
    "trade_descriptor",
    "width_of",
]
