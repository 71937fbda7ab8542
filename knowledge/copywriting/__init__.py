"""Lines for a page that the client left open: headlines, subheads, taglines, calls to action."""

from knowledge.copywriting.bank import Line, LineRequest, find_lines, trade_descriptor
from knowledge.copywriting.limits import fits, slot_limits, width_of

__all__ = [
    "Line",
    "LineRequest",
    "find_lines",
    "fits",
    "slot_limits",
    "trade_descriptor",
    "width_of",
]
