"""Clauses: a brief cut where its writer paused, each with the sentence it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from agent.reading.vocabulary import Span

__all__ = ["Clause", "joined_clauses", "split_clauses"]

_PIECE: Final = re.compile(
    r"(?:(?!\s[-–—]\s|——)"
    r"(?:[^，,；;。！!\n.：:“”\"「」《》?？]|\.(?!\s|$)|(?<=\b(?:No|Dr|Mr|Mt|vs))\."
    # Saint Paul goes on after the stop, Canal Street does not.
    r"|(?<=\b(?:at|in|of|by|on|to) St)\.|(?<=\bthe St)\.|(?<=[,:，：“\"(] St)\.|(?<=^St)\."
    r"|(?<=\d)[:：,](?=\d)))+"
)
_END: Final = re.compile(r"[；;。！!\n?？]|\.(?=\s|$)")
_HAN_SPACE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff\d])[ \u3000]+(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[ \u3000]+(?=[A-Za-z\d])"
)
_SPACED: Final = 3
"""Spaces between Chinese words from which a line is held to use them as its commas."""


@dataclass(frozen=True)
class Clause:
    """A clause of the brief.

    Attributes:
        start: First character.
        end: One past its last.
        sentence: Which sentence it stands in, counted from 0.
        is_introduced: Whether a colon stands right before it.
        introduces: Whether a colon or an opening quotation mark follows it.
    """

    start: int
    end: int
    sentence: int
    is_introduced: bool
    introduces: bool

    @property
    def span(self) -> Span:
        """The span of the clause."""
        return self.start, self.end


def split_clauses(text: str) -> list[Clause]:
    """Return the clauses in reading order.

    Commas end them, and stops and colons; a line that puts spaces between its Chinese words
    in place of commas is cut there.
    """
    ends = [match.start() for match in _END.finditer(text)]
    found = []
    for match in _PIECE.finditer(text):
        for piece in _spaced(text, match.span()):
            start, end = _trimmed(text, *piece)
            if start < end:
                found.append(_clause(text, start, end, sum(stop < start for stop in ends)))
    return found


def joined_clauses(clauses: Sequence[Clause], whole: Sequence[Span]) -> list[Clause]:
    """Return the clauses with those made one that a span runs across: Astoria, Oregon."""
    found: list[Clause] = []
    for clause in clauses:
        before = found[-1] if found else None
        if before is not None and any(
            start < before.end and clause.start < end for start, end in whole
        ):
            found[-1] = replace(before, end=clause.end, introduces=clause.introduces)
        else:
            found.append(clause)
    return found


def _clause(text: str, start: int, end: int, sentence: int) -> Clause:
    return Clause(
        start,
        end,
        sentence,
        is_introduced=re.search(r"[:：]\s*$", text[:start]) is not None,
        introduces=re.match(r"\s*[:：“\"「《]", text[end:]) is not None,
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    written = text[start:end]
    start = end - len(written.lstrip(" \t\r\u3000-–—•·*"))
    return start, max(start, end - len(written) + len(written.rstrip(" \t\r\u3000-–—")))


def _spaced(text: str, span: Span) -> list[Span]:
    line_start = text.rfind("\n", 0, span[0]) + 1
    line_end = text.find("\n", span[1])
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    spaces = len(_HAN_SPACE.findall(line))
    if spaces < _SPACED or spaces <= 2 * len(re.findall(r"[，,。；]", line)):
        return [span]
    cuts = [match.span() for match in _HAN_SPACE.finditer(text, *span)]
    starts = [span[0], *(end for _, end in cuts)]
    stops = [*(start for start, _ in cuts), span[1]]
    return list(zip(starts, stops, strict=True))
