"""Quoted texts: where a brief sets words apart in quotation marks of any kind."""

import re
from dataclasses import dataclass

from agent.reading.vocabulary import Span, overlaps

__all__ = ["Quoted", "find_quoted"]

_LONGEST = 600
"""Characters; a longer run between marks is two stray marks, not a quotation."""

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("「", re.compile(r"「([^」]+)」")),
    ("『", re.compile(r"『([^』]+)』")),
    ("“", re.compile(r"[“”„〝]([^“”„〝〞]+)[“”〞]")),
    ('"', re.compile(r'(?<![0-9])"([^"\n]+)"|(?<=[\s:：])"([^"]+)"')),
    ("＂", re.compile(r"＂([^＂]+)＂")),
    ("«", re.compile(r"«([^»]+)»")),
    ("【", re.compile(r"(?<=写着)【([^】]+)】|(?<=文字)【([^】]+)】|(?<=名为)【([^】]+)】")),
    ("《", re.compile(r"《([^》]+)》")),
    ("‘", re.compile(r"(?<![A-Za-z0-9])‘([^‘\n]+?)’(?![A-Za-z])")),
    ("'", re.compile(r"(?<![A-Za-z0-9'])'(?!\d0s)([^'\n](?:[^\n]*?[^\s])??)'(?![A-Za-z])")),
    ("`", re.compile(r"`([^`\n]+)`")),
)


@dataclass(frozen=True)
class Quoted:
    """A quoted text, without its marks."""

    text: str
    start: int
    """Of the text, after the opening mark."""
    end: int
    mark: str

    @property
    def outer(self) -> Span:
        """The span with the marks."""
        return self.start - 1, self.end + 1


def find_quoted(text: str) -> list[Quoted]:
    """Return the quotations in reading order; one inside another belongs to the outer."""
    found: list[Quoted] = []
    for mark, pattern in _MARKS:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = _trimmed(text, *match.span(group))
            if end <= start or end - start > _LONGEST:
                continue
            if overlaps(match.span(), (quoted.outer for quoted in found)):
                continue
            found.append(Quoted(text[start:end], start, end, mark))
    return sorted(found, key=lambda quoted: quoted.start)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
