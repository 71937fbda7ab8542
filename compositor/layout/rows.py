"""Rows: the lines of a list, each read as a name with a time, a price or a number.

Nothing is reworded: the parts of a row, joined, are the row as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from compositor.typography.price import amounts_in

__all__ = ["LISTS", "Listing", "Part", "Row", "Shape", "list_slot", "read_list"]

LISTS: Final[Mapping[str, int]] = {"body": 2, "meta": 4, "caption": 2, "price": 2}
"""Line breaks from which the words of a slot are a list."""

PartKind = Literal["name", "time", "share", "price", "amount"]
Shape = Literal["times", "shares", "prices", "amounts", "plain"]

_TIME: Final = r"\d{1,2}[:：]\d{2}(?:\s?[-–—~至]\s?\d{1,2}[:：]\d{2})?|\d{1,2}\s?[ap]m"
_SHARE: Final = r"\d{1,3}(?:\.\d+)?\s?%"
_AMOUNT: Final = (
    r"\d[\d,]*(?:\.\d+)?\s?(?:[kKMG]|bn|million|billion|万|亿|千)?\s?"
    r"(?:ml|mL|L|l|kg|g|t|km|cm|mm|kWh|MW|GW|h|min|℃|°C|人|次|杯|吨|件|家|个|天|年|度|页|本)?"
)
_LEADS: Final = re.compile(
    rf"(?P<time>{_TIME})|(?P<share>{_SHARE})|(?P<amount>{_AMOUNT})(?=\s)"
)
_TIME_END: Final = re.compile(rf"(?:{_TIME})$", re.IGNORECASE)
_SHARE_END: Final = re.compile(rf"(?:{_SHARE})$")
_AMOUNT_END: Final = re.compile(rf"(?:{_AMOUNT})$")
_MOST_TAIL: Final = 14
"""Characters of an amount with its unit; more is a sentence that ends in one."""
_MONEY: Final = frozenset("$£€¥￥₩₹")
_FIGURES: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MULTIPLES: Final = {
    "million": 1e6, "billion": 1e9, "bn": 1e9, "k": 1e3, "K": 1e3, "M": 1e6,
    "千": 1e3, "万": 1e4, "亿": 1e8,
}  # fmt: skip
_LEAST: Final = 2
_WHOLE: Final = (97.0, 103.0)
"""What shares add up to when they are parts of one thing, rounded."""


class Part(NamedTuple):
    """A piece of a row."""

    kind: PartKind
    text: str


@dataclass(frozen=True)
class Row:
    """One line of a list.

    Attributes:
        parts: In the order they are written; joined they are the line.
    """

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The line as it was written."""
        return "".join(part.text for part in self.parts)

    @property
    def name(self) -> Part | None:
        """What the row is about; None when it is a bare figure."""
        return next((part for part in self.parts if part.kind == "name"), None)

    def figure(self, *kinds: PartKind) -> Part | None:
        """Return the first part of one of those kinds."""
        return next((part for part in self.parts if part.kind in kinds), None)

    @property
    def value(self) -> float | None:
        """The number of its share, price or amount."""
        part = self.figure("share", "amount", "price")
        found = _FIGURES.search(part.text) if part else None
        if part is None or found is None:
            return None
        sign = _multiple(part.text[found.end() :].strip())
        return float(found[0].replace(",", "")) * _MULTIPLES.get(sign, 1.0)

    @property
    def unit(self) -> str:
        """What its number counts: %, ml, 元; without the multiple."""
        part = self.figure("share", "amount", "price")
        left = _FIGURES.sub("", part.text).strip() if part else ""
        return left.removeprefix(_multiple(left)).strip()


@dataclass(frozen=True)
class Listing:
    """A list that was read.

    Attributes:
        rows: The lines that are alike.
        notes: Lines after or before them that are not: a source, a way to order.
        shape: What the rows have.
    """

    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    shape: Shape

    @property
    def is_whole(self) -> bool:
        """Whether the rows are the shares of one thing."""
        values = [row.value or 0.0 for row in self.rows]
        return self.shape == "shares" and _WHOLE[0] <= sum(values) <= _WHOLE[1]

    @property
    def is_measured(self) -> bool:
        """Whether every row has a number that may be drawn beside the others."""
        if self.shape not in ("shares", "amounts", "times"):
            return False
        values = [row.value for row in self.rows]
        units = {row.unit for row in self.rows}
        return (
            len(units) == 1
            and "" not in units
            and all(value is not None and value > 0 for value in values)
        )


def list_slot(copy: Mapping[str, str]) -> str:
    """Return the slot whose words are a list; empty when none is.

    Two lines are one when both are a name with a figure.
    """
    for slot, least in LISTS.items():
        text = copy.get(slot, "")
        if text.count("\n") >= least or (text.count("\n") == 1 and _is_pair(text)):
            return slot
    return ""


def _is_pair(text: str) -> bool:
    listing = read_list(text)
    is_told = listing.shape in ("prices", "shares") or listing.is_measured
    return is_told and not listing.notes


def read_list(text: str) -> Listing:
    r"""Return the rows of a list, one for each line.

    >>> found = read_list("62% paper\n21% glass\n17% metal\nNorrby 2025")
    >>> found.shape, len(found.rows), found.notes, found.is_whole
    ('shares', 3, ('Norrby 2025',), True)
    """
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [_row(line) for line in lines]
    kinds: tuple[tuple[Shape, tuple[PartKind, ...]], ...] = (
        ("times", ("time",)),
        ("shares", ("share",)),
        ("prices", ("price",)),
        ("amounts", ("amount",)),
    )
    for shape, wanted in kinds:
        alike = [row for row in rows if row.figure(*wanted) and row.name]
        least = max(_LEAST, len(rows) // 2 + len(rows) % 2)
        if len(alike) >= least:
            notes = tuple(row.text for row in rows if row not in alike)
            return Listing(tuple(alike), notes, shape)
    return Listing(tuple(Row((Part("name", line),)) for line in lines), (), "plain")


def _multiple(unit: str) -> str:
    """Return the multiple a unit begins with: 万 of 万人, k of k, nothing of kWh."""
    for sign in _MULTIPLES:
        after = unit.removeprefix(sign)
        if after != unit and not after[:1].isascii():
            return sign
        if after == "" and unit:
            return sign
    return ""


def _row(line: str) -> Row:
    """Read a figure at the start of a line, and one at its end."""
    parts: list[Part] = []
    rest = line
    lead = _LEADS.match(rest)
    start = amounts_in(rest)[:1]
    if lead is not None and lead.end() < len(rest):
        kind = lead.lastgroup
        end = _with_space(rest, lead.end())
        found: PartKind = "amount"
        if kind in ("time", "share"):
            found = "time" if kind == "time" else "share"
        parts.append(Part(found, rest[:end]))
        rest = rest[end:]
    elif start and start[0][0] == 0 and start[0][1] < len(rest):
        end = _with_space(rest, start[0][1])
        parts.append(Part("price", rest[:end]))
        rest = rest[end:]
    kind, cut = _tail(rest)
    if kind is None or not any(character.isalpha() for character in rest[:cut]):
        return Row((*parts, Part("name", rest)))
    return Row((*parts, Part("name", rest[:cut]), Part(kind, rest[cut:])))


def _with_space(text: str, end: int) -> int:
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _tail(text: str) -> tuple[PartKind | None, int]:
    """Return the kind of the figure that ends a text, and where it begins."""
    for kind, pattern in (("time", _TIME_END), ("share", _SHARE_END)):
        found = pattern.search(text)
        if found and found.start() > 0:
            return ("time" if kind == "time" else "share"), found.start()
    found = _AMOUNT_END.search(text)
    is_plain = found is not None and found[0].strip().isdigit()
    if found and found.start() > 0 and not is_plain and text[found.start() - 1] not in _MONEY:
        return "amount", found.start()
    spans = amounts_in(text)
    if spans and spans[-1][0] > 0 and len(text) - spans[-1][0] <= _MOST_TAIL:
        return "price", spans[-1][0]
    if found and is_plain and found.start() > 0 and text[found.start() - 1].isspace():
        return "price", found.start()
    return None, len(text)
