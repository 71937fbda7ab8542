"""The slots of a page's words: their names, what each place of a text fills, the meta lines."""

import re
from typing import Final

from tools.copy_request import GivenText

__all__ = ["SLOTS", "SLOT_OF_PLACE", "meta_lines"]

SLOTS: Final = (
    "brand",
    "headline",
    "subhead",
    "body",
    "meta",
    "price",
    "cta",
    "tagline",
    "caption",
    "legal",
)
"""In the order they are listed."""

SLOT_OF_PLACE: Final = {
    "brand": "brand",
    "headline": "headline",
    "subhead": "subhead",
    "tagline": "tagline",
    "body": "body",
    "cta": "cta",
    "price": "price",
    "date": "meta",
    "time": "meta",
    "place": "meta",
    "contact": "meta",
    "meta": "meta",
    "caption": "caption",
    "legal": "legal",
}
"""Where a text goes whose place the brief names."""

_DEADLINE: Final = re.compile(
    r"(?:\w+ )?(?:by|until|till|before|through)\b|(?:报名|预订|活动)?截[至止]"
)
"""A date that ends something; beside the date of the event it has a line of its own."""


def meta_lines(texts: list[str], required: tuple[GivenText, ...]) -> str:
    """Return when, where and whom to ask, one line each; date and time share a line."""
    places = {item.text: item.where for item in required}
    lines: dict[str, list[str]] = {}
    dates = [text for text in texts if places.get(text) == "date"]
    for text in texts:
        where = places.get(text, "meta")
        line = {"date": "when", "time": "when", "place": "where"}.get(where, where)
        if len(dates) > 1 and text in dates and _DEADLINE.match(text.lower()):
            line = "deadline"
        lines.setdefault(line, []).append(text)
    order = ("when", "where", "meta", "deadline", "contact")
    listed = (*(name for name in order if name in lines), *sorted(set(lines) - set(order)))
    return "\n".join((" " if name == "when" else "\n").join(lines[name]) for name in listed)
